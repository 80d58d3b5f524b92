/* The questions of the wizard: what can be typed, chosen and ticked, and what is said of the rest.
 */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <string.h>

/* Countries */

/* What is typed, and the line that Enter then takes. */
static const struct {
	const char *typed;
	const char *chosen;
} countries[] = {
	{"romania", "> RO  Romania"},
	{"ROM", "> RO  Romania"},
	{"ro", "> RO  Romania"},
	{"<PgDn>ua", "> UA  Ukraine"},
	{"cote", "> CI  C\303\264te d'Ivoire"},
	{"C\303\224TE", "> CI  C\303\264te d'Ivoire"},
	{"co\314\202te", "> CI  C\303\264te d'Ivoire"},
	{"ivoire", "> CI  C\303\264te d'Ivoire"},
	{"ivory", "> CI  C\303\264te d'Ivoire"},
	{"aland", "> AX  \303\205land Islands"},
	{"curacao", "> CW  Cura\303\247ao"},
	{"turkey", "> TR  T\303\274rkiye"},
	{"  niger ", "> NE  Niger"},
	{"niger<Down>", "> NG  Nigeria"},
	{"kosovo", "> XK  Kosovo"},
	{"rou", "> RO  Romania"},
	{"roemenie", "> RO  Romania (Roemeni\303\253)"},
	{"rum\303\244nien", "> RO  Romania (Rum\303\244nien)"},
	{"roamnia", "> RO  Romania"},
	{"holland", "> NL  Netherlands (Holland)"},
	{"no", "> NO  Norway"},
	{"pland<Left><Left><Left><Left>o", "> PL  Poland"},
	{"poxland<Left><Left><Left><Left><Left><Del>", "> PL  Poland"},
	{"poxland<Left><Left><Left><Left><Backspace><Right>", "> PL  Poland"},
	{"xxpol<Home>\025pola", "> PL  Poland"},
};

START_TEST(test_country_is_found)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, countries[_i].typed);
	wizard_check_shows(terminal, countries[_i].chosen);
	wizard_stop(terminal);
}
END_TEST

/* The list narrows with each letter and widens again. */
START_TEST(test_country_list_narrows)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_check_shows(terminal, "250 countries");
	wizard_keys(terminal, "ro");
	wizard_check_shows(terminal, " countries");
	wizard_check_shows(terminal, "Croatia");
	wizard_keys(terminal, "m");
	wizard_check_shows(terminal, "1 country");
	wizard_check_lacks(terminal, "Croatia");
	wizard_keys(terminal, "zz");
	wizard_check_shows(terminal, "No such country");
	wizard_keys(terminal, "<Backspace><Backspace><Backspace>");
	wizard_check_shows(terminal, "Croatia");
	wizard_keys(terminal, "\025");
	wizard_check_shows(terminal, "250 countries");
	wizard_keys(terminal, "romeni");
	wizard_check_shows(terminal, "1 similar name");
	wizard_stop(terminal);
}
END_TEST

/* Ages */

/* What is typed, and how the list of answers then gives it. */
static const struct {
	const char *typed;
	const char *answer;
} ages[] = {
	{"24", "24 years"},
	{"0", "0 years"},
	{"1", "1 year"},
	{"120", "120 years"},
	{" 17 ", "17 years"},
	{"<Space>8<Left>1", "18 years"},
	{"1x<Backspace>7", "17 years"},
	{"16-17", "16 or 17 years"},
	{"<18", "under 18"},
	{">=18", "18 or over"},
	{"2008-11-23", "18 years"},
	{"2008-11-24", "17 years"},
	{"23-11-2008", "18 years"},
	{"24-11-2008", "17 years"},
	{"2026-11-23", "0 years"},
	{"23/11/2008", "18 years"},
	{"2008", "17 or 18 years"},
	{"11 2008", "17 or 18 years"},
	{"2009", "16 or 17 years"},
	{"<Down>", "under 18"},
	{"<Down><Down>", "18 or over"},
	{"30<End>", "Not now"},
	{"30?", "Does not know"},
	{"30!", "Prefers not to say"},
	{"~", "Not now"},
};

START_TEST(test_age_is_taken)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "albania<Enter>");
	wizard_check_place(terminal, "age");
	wizard_keys(terminal, ages[_i].typed);
	wizard_keys(terminal, "<Enter><F4>");
	wizard_check_shows(terminal, ages[_i].answer);
	wizard_stop(terminal);
}
END_TEST

/* How what is typed is read stands beside it, and what is wrong is not said before Enter. */
START_TEST(test_age_is_read_while_typed)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "albania<Enter>23-11-200");
	wizard_check_shows(terminal, "Age, date (23-11-2008) or year of birth.");
	wizard_check_lacks(terminal, "8 years");
	wizard_keys(terminal, "8");
	wizard_check_shows(terminal, "23-11-2008                                18 years");
	wizard_keys(terminal, "\02511-24-2008");
	wizard_check_shows(terminal, "Read as day 24, month 11.");
	wizard_keys(terminal, "\0252008");
	wizard_check_shows(terminal, "17 or 18 years");
	wizard_check_shows(terminal, "Type the day and the month too, or choose a line below.");
	wizard_keys(terminal, "<Backspace>9");
	wizard_check_shows(terminal, "16 or 17 years");
	wizard_check_lacks(terminal, "Type the day");
	wizard_stop(terminal);
}
END_TEST

/* What is typed, and how what is said of it begins. */
static const struct {
	const char *typed;
	const char *said;
} faults[] = {
	{"", "Type an age, or choose a line."},
	{"   ", "Type an age, or choose a line."},
	{"twelve", "\"twelve\" is no age"},
	{"-5", "\"-5\" is no age"},
	{"1.5", "\"1.5\" is no age"},
	{"17 years", "\"17 years\" is no age"},
	{"121", "\"121\" is above the highest age"},
	{"99999999999999999999999", "\"99999999999999999999999\" is above"},
	{"18-16", "\"18-16\" has no age in it"},
	{"2001-02-29", "\"2001-02-29\" is no day of the calendar"},
	{"31-11-2001", "\"31-11-2001\" is no day of the calendar"},
	{"2026-11-24", "\"2026-11-24\" has yet to come"},
	{"1890-01-01", "\"1890-01-01\" is above the highest age"},
	{"23-11-08", "\"23-11-08\" has a short year"},
	{"2027", "\"2027\" has yet to come"},
	{"\331\241\331\247", "\"\331\241\331\247\" is no age"},
};

START_TEST(test_age_is_refused)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "albania<Enter>");
	wizard_keys(terminal, faults[_i].typed);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, faults[_i].said);
	wizard_check_place(terminal, "age");
	/* It goes with the next key, and what was typed is still there to be put right. */
	wizard_keys(terminal, "x");
	wizard_check_lacks(terminal, faults[_i].said);
	wizard_keys(terminal, "\025"
			      "17<Enter>");
	wizard_check_place(terminal, "unaccompanied");
	wizard_stop(terminal);
}
END_TEST

/* The field's own limit, and what is wider than the screen. */
START_TEST(test_field_takes_much)
{
	char much[301];
	memset(much, 'w', sizeof much - 1);
	much[sizeof much - 1] = '\0';
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, much);
	wizard_check_shows(terminal, "No such country");
	wizard_check_shows(terminal, "wwww");
	wizard_keys(terminal, "<Left><Left><Left>\025rom<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

/* Options */

/* What is typed at "wish to return" (yes, not decided yet, no), and the line that is then chosen;
 * NULL: none. */
static const struct {
	const char *typed;
	const char *chosen;
} options[] = {
	{"", NULL},
	{"1", "> 1  Yes"},
	{"3", "> 3  No"},
	{"31", "> 1  Yes"},
	{"4", NULL},
	{"0", NULL},
	{"2x9", "> 2  Not decided yet"},
	{"<Down>", "> 1  Yes"},
	{"<Down><Down>", "> 2  Not decided yet"},
	{"3<Up>", "> 2  Not decided yet"},
	{"1<Up>", "> 1  Yes"},
	{"3<Down>", "> ?  Does not know"},
	{"<End>", "> ~  Not now"},
	{"<End><Down>", "> ~  Not now"},
	{"<End><Home>", "> 1  Yes"},
	{"<Tab>", "> ?  Does not know"},
	{"<Tab><Tab>", "> 1  Yes"},
	{"<Tab><Backtab>", "> 1  Yes"},
	{"?", "> ?  Does not know"},
	{"!", "> !  Prefers not to say"},
	{"~", "> ~  Not now"},
	{"<PgDn><PgDn>", "> ~  Not now"},
	{"<PgDn><PgDn><PgUp><PgUp>", "> 1  Yes"},
	{"1<Left><Right><Space>", "> 1  Yes"},
};

START_TEST(test_option_is_chosen)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "return-wish", NULL);
	wizard_keys(terminal, options[_i].typed);
	if (options[_i].chosen)
		wizard_check_shows(terminal, options[_i].chosen);
	else
		wizard_check_lacks(terminal, "> ");
	wizard_keys(terminal, "<Enter>");
	if (options[_i].chosen)
		wizard_check_lacks(terminal, "wish to return");
	else
		wizard_check_shows(terminal, "Choose a line first");
	wizard_stop(terminal);
}
END_TEST

/* Ticks */

/* What is typed at "what to ask for", and the answer as the list of answers gives it. */
static const struct {
	const char *typed;
	const char *answer;
} ticks[] = {
	{"", "None of these"},
	{"1", "Extra guidance"},
	{"11", "None of these"},
	{"<Space>", "Extra guidance"},
	{"<Down><Space>", "Temporary shelter"},
	{"13", "Extra guidance, Help with reintegration"},
	{"321", "Extra guidance, Temporary shelter, Help with reintegration"},
	{"12<Space>", "Extra guidance"},
	{"<End><Space>", "Not now"},
	{"1<Tab>", "Does not know"},
	{"1<Tab><Tab>", "Extra guidance"},
	{"2!", "Prefers not to say"},
	{"4", "None of these"},
};

START_TEST(test_options_are_ticked)
{
	/* So wide that the longest answer is in one line, under its question. */
	struct terminal_options narrow = {.columns = 70};
	struct terminal *terminal = wizard_start(&narrow);
	wizard_walk(terminal, wizard_romania, "support-needs", NULL);
	wizard_keys(terminal, ticks[_i].typed);
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "reprisals-fear");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, ticks[_i].answer);
	wizard_stop(terminal);
}
END_TEST

static void add_fields(TCase *tcase)
{
	tcase_add_loop_test(
		tcase, test_country_is_found, 0, (int)(sizeof countries / sizeof *countries));
	tcase_add_test(tcase, test_country_list_narrows);
	tcase_add_loop_test(tcase, test_age_is_taken, 0, (int)(sizeof ages / sizeof *ages));
	tcase_add_test(tcase, test_age_is_read_while_typed);
	tcase_add_loop_test(tcase, test_age_is_refused, 0, (int)(sizeof faults / sizeof *faults));
	tcase_add_test(tcase, test_field_takes_much);
}

static void add_lines(TCase *tcase)
{
	tcase_add_loop_test(
		tcase, test_option_is_chosen, 0, (int)(sizeof options / sizeof *options));
	tcase_add_loop_test(tcase, test_options_are_ticked, 0, (int)(sizeof ticks / sizeof *ticks));
}

int main(void)
{
	static const struct wizard_case cases[] = {{"fields", add_fields}, {"lines", add_lines}};
	return wizard_run_suite("wizard_questions", cases, sizeof cases / sizeof *cases);
}
