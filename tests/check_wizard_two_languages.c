/* The wizard in two languages at once: the staff's and the client's on every screen, one above the
 * other or side by side; the list to choose from; and F2. */
#include "program.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const char *const english_dutch[] = {"--client-language", "nl", NULL};
static const char *const dutch_english[] = {
	"--language", "nl", "--client-language", "en_GB.UTF-8", NULL};

/* Starts, and goes on to the first question. */
static struct terminal *start(const char *const *arguments, int rows, int columns)
{
	struct terminal_options options = {
		.arguments = arguments, .rows = rows, .columns = columns};
	return wizard_start(&options);
}

/* What is typed, and what the screen then shows. */
struct step {
	const char *keys;
	const char *shown[4];
};

static void check_steps(struct terminal *terminal, const struct step *steps)
{
	for (; steps->keys; steps++) {
		wizard_keys(terminal, steps->keys);
		for (size_t i = 0; i < 4 && steps->shown[i]; i++)
			wizard_check_shows(terminal, steps->shown[i]);
	}
}

/* Every screen, one language above the other. */
static const struct step above[] = {
	{"", {"Which country does the client come from?\n  Uit welk land komt de cli\303\253nt?\n",
		     "Question 1, at most 12 more / Vraag 1, nog hoogstens 12",
		     "    ?  Does not know / Weet het niet\n"}},
	{"roem", {"> RO  Romania / Roemeni\303\253\n", "1 country"}},
	{"\025rumunia", {"> RO  Romania (Rumunia) / Roemeni\303\253\n"}},
	{"<Enter>old<Enter>", {"is no age", "is geen leeftijd"}},
	{"\025"
	 "24<Enter>",
		{"  1  Yes / Ja\n"}},
	{"<F1>", {"asylum seeker?\n  Kwam de cli\303\253nt", "    - Yes\n      Ja\n"}},
	{"<F1><F4>", {"Answers: choose one", "Antwoorden: kies", "24 years\n", "24 jaar\n"}},
	{"<F4><F5>", {"12 kinds are still open", "12 vormen", "? Still open",
			     "country of origin\n  Ondersteuning bij terugkeer"}},
	{"<Enter>",
		{"Advice and information about return\n  Advies", "Settled by", "Nog te weten"}},
	{"<Esc><Esc><F10>", {"Stop? Nothing is kept.\n  Stoppen? Er wordt niets bewaard.\n"}},
	{NULL, {NULL}},
};

START_TEST(test_above)
{
	struct terminal *terminal = start(english_dutch, 24, 80);
	check_steps(terminal, above);
	wizard_keys(terminal, "<Esc>");
	wizard_stop(terminal);
}
END_TEST

/* The staff reads Dutch, and so are the keys; the client English. */
START_TEST(test_above_the_other_way)
{
	static const struct step steps[] = {
		{"", {"komt de cli\303\253nt?\n  Which country does the client come from?\n",
			     "Weet het niet / Does not know", "F2 "}},
		{"romania<Enter>", {"Hoe oud is de cli\303\253nt?\n  How old is the client?"}},
		{NULL, {NULL}},
	};
	struct terminal *terminal = start(dutch_english, 24, 80);
	check_steps(terminal, steps);
	wizard_check_shows(terminal, "F10 Stop");
	wizard_check_lacks(terminal, "Answers");
	wizard_stop(terminal);
}
END_TEST

/* That both texts begin in the same row, the second in the right half. */
static void check_beside(struct terminal *terminal, const char *left, const char *right)
{
	int rows[2], columns[2];
	wizard_check_shows(terminal, left);
	wizard_check_shows(terminal, right);
	ck_assert(terminal_find(terminal, left, &rows[0], &columns[0]));
	ck_assert(terminal_find(terminal, right, &rows[1], &columns[1]));
	ck_assert_int_eq(rows[0], rows[1]);
	ck_assert_int_lt(columns[0], 60);
	ck_assert_int_gt(columns[1], 60);
}

START_TEST(test_beside)
{
	struct terminal *terminal = start(english_dutch, 40, 120);
	check_beside(terminal, "Which country", "Uit welk land");
	check_beside(terminal, "?  Does not know", "?  Weet het niet");
	wizard_keys(terminal, "roem<Enter>24<Enter>");
	check_beside(terminal, "1  Yes", "1  Ja");
	wizard_keys(terminal, "<F1>");
	check_beside(terminal, "Why and from where", "Waarom");
	wizard_keys(terminal, "<F1><F4>");
	check_beside(terminal, "How old is", "Hoe oud is");
	check_beside(terminal, "24 years", "24 jaar");
	wizard_keys(terminal, "<F4><F5>");
	check_beside(terminal, "? Advice and information", "? Advies en informatie");
	wizard_keys(terminal, "<Enter>");
	check_beside(terminal, "Settled by", "Nog te weten");
	wizard_keys(terminal, "<Esc><Esc><F10>");
	check_beside(terminal, "Stop? Nothing", "Stoppen? Er wordt");
	wizard_keys(terminal, "<Esc>");
	wizard_stop(terminal);
}
END_TEST

/* What another answer changes is told in both; Enter takes it. */
START_TEST(test_change)
{
	struct terminal *terminal = start(english_dutch, 24, 80);
	wizard_walk(terminal, wizard_romania, "health", NULL);
	wizard_keys(terminal, "<F4><Home><Down><Down><Down><Enter>3<Enter>");
	wizard_check_shows(terminal, "Yes \342\206\222 No\n  Ja \342\206\222 Nee\n");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "The answer is changed.");
	wizard_check_shows(terminal, "Het antwoord is gewijzigd.");
	wizard_stop(terminal);
}
END_TEST

/* Both, the client's alone, the staff's alone, the list, and both again. */
START_TEST(test_views)
{
	static const char staff[] = "Does not know", client[] = "Weet het niet";
	struct terminal *terminal = start(english_dutch, 24, 80);
	wizard_keys(terminal, "roem<F2>");
	wizard_check_shows(terminal, client);
	wizard_check_lacks(terminal, staff);
	wizard_check_shows(terminal, "    roem");
	wizard_check_shows(terminal, "F4 Answers");
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, staff);
	wizard_check_lacks(terminal, client);
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, "> Nederlands");
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, "Does not know / Weet het niet");
	wizard_check_shows(terminal, "    roem");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

/* The view also changes on documents, and where in them one is stays. */
START_TEST(test_views_of_help)
{
	struct terminal *terminal = start(english_dutch, 24, 80);
	wizard_keys(terminal, "<F1><F2>");
	wizard_check_shows(terminal, "  Uit welk land");
	wizard_check_lacks(terminal, "Which country");
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, "  Which country");
	wizard_check_lacks(terminal, "Uit welk land");
	wizard_keys(terminal, "<F1><F10><F2>");
	wizard_check_shows(terminal, "Stop? Nothing is kept.\n  Stoppen?");
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, "Stoppen?");
	wizard_check_lacks(terminal, "Stop?");
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, "Stop? Nothing is kept.");
	wizard_check_lacks(terminal, "Stoppen?");
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
}
END_TEST

/* From the start screen: each language is named in itself and in the staff's. */
START_TEST(test_list)
{
	struct terminal *terminal = wizard_launch(NULL);
	wizard_check_shows(terminal, "F2: choose the client's language");
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, "In which language does the client read?");
	wizard_check_shows(terminal, "  None: only your own language\n");
	wizard_check_shows(terminal, "Nederlands");
	wizard_check_shows(terminal, "Dutch");
	wizard_check_lacks(terminal, "English  ");
	wizard_keys(terminal, "<Esc>");
	wizard_check_shows(terminal, "F2: choose the client's language");
	wizard_keys(terminal, "<F2><Home><Enter>");
	wizard_check_shows(terminal, "F2: choose the client's language");
	terminal_key(terminal, TERMINAL_KEY_F10);
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
}
END_TEST

/* Whoever looks over the client's shoulder learns in both how to hide. */
START_TEST(test_start)
{
	struct terminal_options options = {.arguments = english_dutch};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "F9 (or Esc 9) hides this screen at once.");
	wizard_check_shows(terminal, "F9 (of Esc 9) verbergt dit scherm meteen.");
	wizard_check_shows(terminal, "The client's language: Nederlands (Dutch)");
	terminal_key(terminal, TERMINAL_KEY_F10);
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_resize)
{
	struct terminal *terminal = start(english_dutch, 40, 120);
	wizard_keys(terminal, "roem<Enter>");
	check_beside(terminal, "How old is", "Hoe oud is");
	terminal_resize(terminal, 24, 80);
	wizard_check_shows(terminal, "How old is the client?\n  Hoe oud is de cli\303\253nt?\n");
	terminal_resize(terminal, 12, 40);
	wizard_check_shows(terminal, "How old is the client?\nHoe oud is de cli\303\253nt?\n");
	terminal_resize(terminal, 40, 120);
	wizard_check_shows(terminal, "\342\224\202 Hoe oud is");
	check_beside(terminal, "How old is", "Hoe oud is");
	wizard_stop(terminal);
}
END_TEST

/* On the smallest screen all lines can be gone to, and the help has what found no room. */
START_TEST(test_smallest)
{
	static const char *const lines[] = {"Extra guidance", "Extra begeleiding",
		"Temporary shelter", "Tijdelijke opvang", "Does not know / Weet het niet",
		"Not now / Nu niet"};
	struct terminal *terminal = start(english_dutch, 12, 40);
	wizard_walk(terminal, wizard_romania, "support-needs", NULL);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		for (int down = 0; down < 7 && !terminal_shows(terminal, lines[i]); down++)
			wizard_keys(terminal, "<Down>");
		wizard_check_shows(terminal, lines[i]);
	}
	wizard_keys(terminal, "<F1>");
	for (size_t i = 0; i < 4; i++) {
		for (int page = 0; page < 9 && !terminal_shows(terminal, lines[i]); page++)
			wizard_keys(terminal, "<PgDn>");
		wizard_check_shows(terminal, lines[i]);
	}
	wizard_keys(terminal, "<F1>");
	wizard_stop(terminal);
}
END_TEST

/* Clicks at the beginning of a text on the screen. */
static void click(struct terminal *terminal, const char *text)
{
	int row, column;
	wizard_check_shows(terminal, text);
	ck_assert(terminal_find(terminal, text, &row, &column));
	terminal_click(terminal, row, column);
	ck_assert(terminal_wait_idle(terminal));
}

/* A line is clicked on in either language, in whichever row that stands. */
START_TEST(test_click)
{
	struct terminal *terminal = start(english_dutch, 30, 40);
	wizard_walk(terminal, wizard_romania, "support-needs", NULL);
	wizard_check_shows(terminal, "[ ] Temporary shelter\n         Tijdelijke opvang\n");
	click(terminal, "Tijdelijke opvang");
	wizard_check_shows(terminal, "[x] Temporary shelter");
	click(terminal, "Temporary shelter");
	wizard_check_shows(terminal, "> 2  [ ] Temporary shelter");
	click(terminal, "Zegt het liever niet");
	wizard_check_shows(terminal, "> !  Prefers not to say");
	wizard_keys(terminal, "<F5>");
	click(terminal, "Hulp bij een nieuwe start na");
	wizard_check_shows(terminal, "> + Help with a new start after return");
	wizard_stop(terminal);
}
END_TEST

/* Nothing of the second language is left out where only the C locale is installed. */
START_TEST(test_plain_locale)
{
	struct terminal_options options = {.arguments = english_dutch, .locale = "C"};
	struct terminal *terminal = wizard_start(&options);
	wizard_check_shows(terminal, "Uit welk land komt de client?");
	wizard_keys(terminal, "roem");
	wizard_check_shows(terminal, "> RO  Romania / Roemenie");
	wizard_stop(terminal);
}
END_TEST

/* Who reads what the staff reads has no second language. */
START_TEST(test_same)
{
	static const char *const arguments[] = {"--client-language", "en", NULL};
	struct terminal *terminal = start(arguments, 24, 80);
	wizard_check_shows(terminal, "  AF  Afghanistan\n");
	wizard_check_lacks(terminal, " / ");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_unknown)
{
	static const char *const words[] = {"xx", "nlx", "../nl", ""};
	const char *const arguments[] = {"--client-language", words[_i], NULL};
	const struct program_run run = {.arguments = arguments, .input = ""};
	struct program_result result;
	program_run(&run, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_ptr_nonnull(strstr(result.errors, "there are no texts in the language \""));
	ck_assert_ptr_nonnull(strstr(result.errors, "en (English)"));
	ck_assert_ptr_nonnull(strstr(result.errors, "nl (Nederlands)"));
	program_result_destroy(&result);
}
END_TEST

static void add_screens(TCase *tcase)
{
	tcase_add_test(tcase, test_above);
	tcase_add_test(tcase, test_above_the_other_way);
	tcase_add_test(tcase, test_beside);
	tcase_add_test(tcase, test_change);
	tcase_add_test(tcase, test_start);
	tcase_add_test(tcase, test_resize);
	tcase_add_test(tcase, test_smallest);
	tcase_add_test(tcase, test_click);
	tcase_add_test(tcase, test_plain_locale);
	tcase_add_test(tcase, test_same);
}

static void add_choice(TCase *tcase)
{
	tcase_add_test(tcase, test_views);
	tcase_add_test(tcase, test_views_of_help);
	tcase_add_test(tcase, test_list);
	tcase_add_loop_test(tcase, test_unknown, 0, 4);
}

int main(void)
{
	static const struct wizard_case cases[] = {
		{"screens", add_screens}, {"choice", add_choice}};
	return wizard_run_suite("wizard_two_languages", cases, sizeof cases / sizeof *cases);
}
