/* Whole screenings of made-up clients through the wizard: what is asked, and what the result says.
 */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* Rows and columns in which the whole result is on the screen, and no title takes two lines. */
enum { ROWS = 240, COLUMNS = 120 };

static const struct wizard_answer ukraine[] = {
	{"origin", "ukraine"},
	{"age", "24"},
	{"arrived-unaccompanied", "2"},
	{"return-wish", "1"},
	{"travel-documents", "2"},
	{"health", "!"},
	{"victim", "1"},
	{"extra-support-wish", "1"},
	{"support-needs", "2"},
	{"reprisals-fear", "1"},
	{"organisations", "2"},
	{"family-wish", "~"},
	{NULL, NULL},
};

/* Of 17 years; the same client of 18 is asked one other question. */
static const struct wizard_answer alone_at_17[] = {
	{"origin", "afghanistan"},
	{"age", "17"},
	{"unaccompanied", "1"},
	{"return-wish", "2"},
	{"travel-documents", "2"},
	{"health", "2"},
	{"victim", "3"},
	{"family-wish", "1"},
	{NULL, NULL},
};

static const struct wizard_answer alone_at_18[] = {
	{"origin", "afghanistan"},
	{"age", "18"},
	{"arrived-unaccompanied", "2"},
	{"return-wish", "2"},
	{"travel-documents", "2"},
	{"health", "2"},
	{"victim", "3"},
	{"family-wish", "1"},
	{NULL, NULL},
};

static const struct wizard_answer unknown[] = {
	{"origin", "?"},
	{"age", "?"},
	{"unaccompanied", "!"},
	{"arrived-unaccompanied", "?"},
	{"return-wish", "~"},
	{"travel-documents", "?"},
	{"health", "!"},
	{"victim", "?"},
	{"extra-support-wish", "~"},
	{"support-needs", "?"},
	{"reprisals-fear", "!"},
	{"organisations", "?"},
	{"family-wish", "?"},
	{NULL, NULL},
};

static struct terminal *screen_client(
	const struct wizard_answer *client, const char *expected_asked)
{
	struct text asked;
	struct terminal_options options = {.rows = ROWS, .columns = COLUMNS};
	struct terminal *terminal = wizard_start(&options);
	text_init(&asked);
	wizard_walk(terminal, client, "result", &asked);
	ck_assert_str_eq(asked.bytes, expected_asked);
	text_destroy(&asked);
	wizard_open_summary(terminal);
	return terminal;
}

/* The lines of the glance are indented by a margin and this much; a label stands before its first
 * title, with two blanks at least. */
static const char glance_indent[] = "      ";

static const char *title_in(const char *line)
{
	const char *label_end = strstr(line, "  ");
	const char *title = label_end ? label_end : line;
	return title + strspn(title, " ");
}

/* Checks what stands under an outcome's name at the top of the result: one title a line. */
static void check_glance(struct terminal *terminal, const char *outcome, const char *titles)
{
	struct text found;
	bool within = false;
	size_t indent = strlen(glance_indent);
	text_init(&found);
	char *screen = terminal_screen(terminal), *rest = strstr(screen, "At a glance\n");
	ck_assert_ptr_nonnull(rest);
	char *line = strtok_r(rest, "\n", &rest);
	while ((line = strtok_r(NULL, "\n", &rest)) && strncmp(line, glance_indent, indent) == 0) {
		if (line[indent] != ' ')
			within = strncmp(line + indent, outcome, strlen(outcome)) == 0;
		if (within)
			text_format(&found, "%s\n", title_in(line + indent));
	}
	ck_assert_str_eq(found.bytes, titles);
	text_destroy(&found);
	free(screen);
}

START_TEST(test_presumed_victim_from_romania)
{
	struct terminal *terminal = screen_client(wizard_romania,
		"origin age arrived-unaccompanied return-wish travel-documents health victim "
		"extra-support-wish support-needs reprisals-fear organisations family-wish ");
	check_glance(terminal, "May apply",
		"Advice and information about return\n"
		"Help with a new start after return (reintegration)\n"
		"Extra help with a new start for victims of trafficking\n"
		"Extra guidance for victims of trafficking (slachtoffer van mensenhandel)\n"
		"Mediation for temporary shelter\n"
		"The journey back\n"
		"Help to get travel documents\n");
	check_glance(terminal, "Possible", "");
	check_glance(terminal, "Still open", "Extra guidance for people with health problems\n");
	wizard_check_shows(terminal, "This return needs careful preparation.");
	wizard_check_shows(terminal, "The police are involved.");
	wizard_check_lacks(terminal, "certain other countries");
	wizard_check_lacks(terminal, "The client fears reprisals.");
	wizard_check_shows(terminal, "Does the client have health problems? \342\200\223 Prefers");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_the_same_from_ukraine)
{
	struct terminal *terminal = screen_client(ukraine,
		"origin age arrived-unaccompanied return-wish travel-documents health victim "
		"extra-support-wish support-needs reprisals-fear organisations family-wish ");
	check_glance(terminal, "Possible",
		"Extra help with a new start for victims of trafficking\n"
		"Extra guidance for victims of trafficking (slachtoffer van mensenhandel)\n"
		"Mediation for temporary shelter\n");
	check_glance(terminal, "May apply",
		"Advice and information about return\n"
		"Help with a new start after return (reintegration)\n"
		"The journey back\n"
		"Help to get travel documents\n");
	check_glance(terminal, "Still open",
		"Extra guidance for people with health problems\nReunion with family\n");
	wizard_check_shows(terminal, "That excludes nobody");
	wizard_check_shows(terminal, "This return needs careful preparation.");
	wizard_check_shows(terminal, "The client fears reprisals.");
	wizard_check_shows(terminal, "A care organisation is involved.");
	wizard_check_lacks(terminal, "The police are involved.");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_alone_at_17)
{
	struct terminal *terminal = screen_client(alone_at_17,
		"origin age unaccompanied return-wish travel-documents health victim family-wish ");
	check_glance(terminal, "May apply",
		"Advice and information about return\n"
		"Extra guidance for unaccompanied minors (amv)\n"
		"Reunion with family\n");
	check_glance(terminal, "Possible",
		"Help with a new start after return (reintegration)\n"
		"The journey back\n"
		"Help to get travel documents\n");
	check_glance(terminal, "Please note", "");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_alone_at_18)
{
	struct terminal *terminal = screen_client(alone_at_18,
		"origin age arrived-unaccompanied return-wish travel-documents health victim "
		"family-wish ");
	check_glance(terminal, "May apply",
		"Advice and information about return\nReunion with family\n");
	check_glance(terminal, "Does not apply",
		"Extra help with a new start for victims of trafficking\n"
		"Extra guidance for unaccompanied minors (amv)\n"
		"Extra guidance for former unaccompanied minor asylum seekers (ex-ama)\n"
		"Extra guidance for people with health problems\n"
		"Extra guidance for victims of trafficking (slachtoffer van mensenhandel)\n"
		"Mediation for extra guidance\n"
		"Mediation for temporary shelter\n"
		"Mediation for help with reintegration\n");
	wizard_stop(terminal);
}
END_TEST

/* Nothing is asked any more that only a return could use. */
START_TEST(test_no_wish_to_return)
{
	struct terminal *terminal = screen_client(
		wizard_no_return, "origin age arrived-unaccompanied return-wish family-wish ");
	check_glance(terminal, "May apply", "Reunion with family\n");
	check_glance(terminal, "Possible", "");
	check_glance(terminal, "Still open", "");
	wizard_check_shows(terminal, "Nothing has to happen now.");
	wizard_check_shows(terminal, "victim of human trafficking? \342\200\223 Not needed");
	wizard_stop(terminal);
}
END_TEST

/* Unknown is never no: whatever an answer could still change stays open. */
START_TEST(test_nothing_known)
{
	struct terminal *terminal = screen_client(unknown,
		"origin age unaccompanied arrived-unaccompanied return-wish travel-documents "
		"health victim extra-support-wish support-needs reprisals-fear organisations "
		"family-wish ");
	check_glance(terminal, "Does not apply", "");
	check_glance(terminal, "May apply", "Nothing, on these answers\n");
	wizard_check_shows(terminal, "return to the country of origin? \342\200\223 Not now");
	wizard_check_shows(terminal, "How old is the client? \342\200\223 Does not know");
	wizard_stop(terminal);
}
END_TEST

static void add_clients(TCase *tcase)
{
	tcase_add_test(tcase, test_presumed_victim_from_romania);
	tcase_add_test(tcase, test_the_same_from_ukraine);
	tcase_add_test(tcase, test_alone_at_17);
	tcase_add_test(tcase, test_alone_at_18);
	tcase_add_test(tcase, test_no_wish_to_return);
	tcase_add_test(tcase, test_nothing_known);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"clients", add_clients}};
	return wizard_run_suite("wizard_clients", cases, sizeof cases / sizeof *cases);
}
