/* The outcome in the wizard: its list, what each line opens, and the way to what is still open. */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct terminal *start_at(const struct wizard_answer *client, const char *place)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, client, place, NULL);
	return terminal;
}

/* What stands in the row of the cursor, from the cursor on, up to the row's end. */
static void check_chosen(struct terminal *terminal, const char *words)
{
	int row, column, cursor_row, cursor_column;
	ck_assert_msg(terminal_find(terminal, words, &row, &column), "no \"%s\"", words);
	terminal_cursor(terminal, &cursor_row, &cursor_column);
	ck_assert_msg(cursor_row == row && cursor_column == column,
		"the cursor is at %d,%d and \"%s\" at %d,%d:\n%s", cursor_row, cursor_column, words,
		row, column, terminal_screen(terminal));
	ck_assert(terminal_cursor_visible(terminal));
}

/* In each service from what applies to what does not; services, notices and actions in order. */
START_TEST(test_list_order)
{
	static const char *const lines[] = {
		"7 kinds of support may apply. 1 kind is still open. There is nothing left to ask.",
		"notes below.\n\n",
		"\n  Support for return to the country of origin\n",
		"> + May apply       Advice and information about return\n",
		"    + May apply       Mediation for temporary shelter\n",
		"    ? Still open      Extra guidance for people with health problems\n",
		"    - Does not apply  Extra guidance for unaccompanied minors (amv)\n",
		"    - Does not apply  Mediation for help with reintegration\n",
		"\n  Practical support\n",
		"    + May apply       Help to get travel documents\n",
		"\n  Reunion with family\n",
		"    - Does not apply  Reunion with family\n",
		"\n  Please note\n",
		"    The police are involved.",
		"    The whole summary\n",
		"    Finish\n",
	};
	struct terminal_options options = {.rows = 40, .columns = 120};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	char *screen = terminal_screen(terminal), *rest = screen;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		rest = strstr(rest, lines[i]);
		ck_assert_msg(rest != NULL, "no \"%s\" there in\n%s", lines[i], screen);
	}
	free(screen);
	wizard_stop(terminal);
}
END_TEST

/* Without anything open, it is said that this is all. */
START_TEST(test_list_complete)
{
	struct terminal *terminal = start_at(wizard_no_return, "result");
	wizard_check_shows(terminal, "1 kind of support may apply. The screening is complete.");
	wizard_stop(terminal);
}
END_TEST

/* The keys that move, and where the cursor then stands. */
START_TEST(test_list_moves)
{
	static const struct {
		const char *keys;
		const char *chosen;
	} moves[] = {
		{"", "+ May apply       Advice and information"},
		{"<Up>", "+ May apply       Advice and information"},
		{"<Down>", "+ May apply       Help with a new start"},
		{"<End>", "Finish"},
		{"<Down>", "Finish"},
		{"<Up>", "The whole summary"},
		{"<Up>", "The police are involved."},
		{"<Home>", "+ May apply       Advice and information"},
		{"<Tab>", "Finish"},
		{"<Tab>", "+ May apply       Advice and information"},
		{"<PgDn>", "Finish"},
		{"<PgUp>", "+ May apply       Advice and information"},
	};
	struct terminal *terminal = start_at(wizard_romania, "result");
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		wizard_keys(terminal, moves[i].keys);
		check_chosen(terminal, moves[i].chosen);
		wizard_check_place(terminal, "result");
	}
	wizard_stop(terminal);
}
END_TEST

/* Enter ends nothing but on the line that says so, and there only after a question. */
START_TEST(test_enter_does_not_finish)
{
	struct terminal *terminal = start_at(wizard_romania, "result");
	wizard_check_lacks(terminal, "Enter Finish");
	wizard_keys(terminal, "<Enter><Enter><Enter>");
	wizard_check_shows(terminal, "What it is");
	wizard_check_lacks(terminal, "Finish");
	wizard_keys(terminal, "<F3><End>");
	wizard_check_shows(terminal, "Enter Finish");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Finish? Nothing is kept.");
	wizard_keys(terminal, "<Esc>");
	wizard_check_place(terminal, "result");
	check_chosen(terminal, "Finish");
	wizard_stop(terminal);
}
END_TEST

/* What each kind of line opens, with what it must say; back is at the line that was opened. */
START_TEST(test_line_opens)
{
	static const struct {
		const char *keys;
		const char *says[5];
	} lines[] = {
		{"<Home><Down><Down>", {"+ May apply", "Depends on", "Next step",
					       "presumed or identified", "iom-page P2, P3"}},
		{"<Home><Down><Down><Down><Down><Down>",
			{"? Still open", "> 1. Does the client have health problems?", "What it is",
				"Enter To the question", "Part of"}},
		{"<End><Up><Up><Up><Up>",
			{"- Does not apply", "reunited with family? \342\200\223 No",
				"Would change it", "Only what a person can decide or change",
				"iom-page P6"}},
		{"<End><Up><Up><Up>", {"Please note", "before they take them.", "Because",
					      "Presumed", "iom-page P3"}},
		{"<End><Up>",
			{"At a glance", "Screening on", "Lines 1-", "Esc F3 Back", "F1 Help"}},
	};
	struct terminal *terminal = start_at(wizard_romania, "result");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		wizard_keys(terminal, lines[i].keys);
		char *before = terminal_screen(terminal);
		wizard_keys(terminal, "<Enter>");
		wizard_check_place(terminal, "");
		for (size_t j = 0; j < 5; j++)
			wizard_check_shows(terminal, lines[i].says[j]);
		wizard_keys(terminal, i % 2 ? "<Esc>" : "<F3>");
		char *after = terminal_screen(terminal);
		ck_assert_str_eq(after, before);
		free(before);
		free(after);
	}
	wizard_stop(terminal);
}
END_TEST

/* Only an answer that a person can change is named, never the country or what happened. */
START_TEST(test_changes_are_a_persons_own)
{
	struct terminal *terminal = start_at(wizard_romania, "victim");
	wizard_keys(terminal, "3<Enter><F5>");
	wizard_check_shows(terminal, "- Does not apply  Extra help with a new start");
	wizard_keys(terminal, "<Home><Down><Down><Down><Enter>");
	wizard_check_shows(terminal, "trafficking? \342\200\223 No");
	wizard_check_lacks(terminal, "Would change it");
	wizard_stop(terminal);
}
END_TEST

/* Enter twice goes from an open path to the question that settles it; its answer goes on from
 * there, and F3 leads back to the line. The line stays chosen, wherever it then stands. */
START_TEST(test_open_leads_to_the_question)
{
	struct terminal *terminal = start_at(wizard_romania, "result");
	wizard_keys(terminal, "<Down><Down><Down><Down><Down>");
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<Enter><Enter>");
	wizard_check_place(terminal, "health");
	wizard_check_shows(terminal, "> !  Prefers not to say");
	wizard_keys(terminal, "<F3>");
	wizard_check_place(terminal, "result");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	wizard_keys(terminal, "<Enter><Enter><Enter>");
	wizard_check_place(terminal, "result");
	check_chosen(terminal, "? Still open      Extra guidance for people with health");
	wizard_keys(terminal, "<Enter><Enter>1<Enter>");
	if (strcmp(wizard_place(terminal), "result") != 0)
		wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "8 kinds of support may apply. The screening is complete.");
	check_chosen(terminal, "+ May apply       Extra guidance for people with health");
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* In the middle of the interview too, also to a question that is to come. */
START_TEST(test_open_leads_ahead)
{
	struct terminal *terminal = start_at(wizard_romania, "return-wish");
	wizard_keys(terminal, "<F5><Down><Down><Enter>");
	check_chosen(terminal, "1. Does the client wish to return");
	wizard_keys(terminal, "<Down><Enter>");
	wizard_check_place(terminal, "victim");
	wizard_keys(terminal, "<F3>");
	check_chosen(terminal, "? Still open      Extra help with a new start");
	wizard_keys(terminal, "<Enter>2<Enter>3<Enter>");
	wizard_check_place(terminal, "return-wish");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "trafficking?");
	wizard_keys(terminal, "<F4>");
	wizard_stop(terminal);
}
END_TEST

/* The links of a page that does not fit: the keys that choose one, and which is chosen then. */
START_TEST(test_links_move)
{
	static const struct {
		const char *keys;
		const char *chosen; /* NULL: none is in sight */
	} moves[] = {
		{"", "1. Does the client wish to return"},
		{"<Down>", "2. Is the client a presumed"},
		{"<Up>", "1. Does the client wish to return"},
		{"2", "2. Is the client a presumed"},
		{"9", "2. Is the client a presumed"},
		{"<Tab>", "3. Does the client wish to have"},
		{"4", "4. What would the client like"},
		{"<Tab>", "1. Does the client wish to return"},
		{"<End>", NULL},
		{"<Home>", "1. Does the client wish to return"},
		{"<PgDn>", "3. Does the client wish to have"},
	};
	struct terminal_options options = {.rows = 12, .columns = 40};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "return-wish", NULL);
	wizard_keys(terminal, "<F5><Down><Down><Down><Down><Down><Down><Enter>");
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		wizard_keys(terminal, moves[i].keys);
		if (moves[i].chosen)
			check_chosen(terminal, moves[i].chosen);
		else
			wizard_check_lacks(terminal, "> ");
	}
	wizard_stop(terminal);
}
END_TEST

/* The whole of a link is brought in sight, also when the window becomes another. */
START_TEST(test_links_are_seen_whole)
{
	struct terminal *terminal = start_at(wizard_romania, "return-wish");
	wizard_keys(terminal, "<F5><Down><Down><Enter>");
	terminal_resize(terminal, 12, 40);
	wizard_check_lacks(terminal, "trafficking?");
	wizard_keys(terminal, "<Down>");
	check_chosen(terminal, "2. Is the client a presumed");
	wizard_check_shows(terminal, "trafficking?");
	terminal_resize(terminal, 24, 80);
	wizard_keys(terminal, "<F3><Down><Down><Down><Down><Enter>4");
	terminal_resize(terminal, 12, 40);
	wizard_keys(terminal, "");
	check_chosen(terminal, "4. What would the client like");
	wizard_check_shows(terminal, "ask for?");
	wizard_stop(terminal);
}
END_TEST

/* Left and Right turn to the paths beside this one, and stay among them. */
START_TEST(test_turning)
{
	struct terminal *terminal = start_at(wizard_romania, "result");
	wizard_keys(terminal, "<Enter><Left>");
	wizard_check_shows(terminal, "Advice and information about return");
	wizard_keys(terminal, "<Right>");
	wizard_check_shows(terminal, "Help with a new start after return");
	wizard_check_lacks(terminal, "Advice and information about return");
	for (int i = 0; i < 20; i++)
		wizard_keys(terminal, "<Right>");
	wizard_check_shows(terminal, "The police are involved.");
	wizard_keys(terminal, "<F3>");
	check_chosen(terminal, "The police are involved.");
	wizard_stop(terminal);
}
END_TEST

static void click(struct terminal *terminal, const char *text)
{
	int row, column;
	ck_assert_msg(terminal_find(terminal, text, &row, &column), "no \"%s\"", text);
	terminal_click(terminal, row, column);
	ck_assert(terminal_wait_idle(terminal));
}

START_TEST(test_mouse)
{
	struct terminal *terminal = start_at(wizard_romania, "result");
	click(terminal, "Extra guidance for people with health");
	check_chosen(terminal, "? Still open      Extra guidance for people");
	click(terminal, "Practical support");
	check_chosen(terminal, "? Still open      Extra guidance for people");
	click(terminal, "Extra guidance for people with health");
	wizard_check_shows(terminal, "Settled by");
	click(terminal, "What it is");
	click(terminal, "health problems?");
	wizard_check_place(terminal, "health");
	wizard_stop(terminal);
}
END_TEST

/* Elsewhere than on the terminal the summary follows, and the line says so. */
START_TEST(test_finish_says_what_follows)
{
	struct terminal_options options = {.capture_output = true};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_keys(terminal, "<End>");
	check_chosen(terminal, "Finish, and write the summary");
	wizard_stop(terminal);
}
END_TEST

static void add_list(TCase *tcase)
{
	tcase_add_test(tcase, test_list_order);
	tcase_add_test(tcase, test_list_complete);
	tcase_add_test(tcase, test_list_moves);
	tcase_add_test(tcase, test_enter_does_not_finish);
	tcase_add_test(tcase, test_finish_says_what_follows);
}

static void add_path(TCase *tcase)
{
	tcase_add_test(tcase, test_line_opens);
	tcase_add_test(tcase, test_changes_are_a_persons_own);
	tcase_add_test(tcase, test_open_leads_to_the_question);
	tcase_add_test(tcase, test_open_leads_ahead);
	tcase_add_test(tcase, test_links_move);
	tcase_add_test(tcase, test_links_are_seen_whole);
	tcase_add_test(tcase, test_turning);
	tcase_add_test(tcase, test_mouse);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"list", add_list}, {"path", add_path}};
	return wizard_run_suite("wizard_outcome", cases, sizeof cases / sizeof *cases);
}
