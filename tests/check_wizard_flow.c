/* Back, and changing answers: what is shown again, what is asked again, and what is kept. */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* How many questions the client from Romania is asked. */
enum { ASKED = 12 };

static struct terminal *start_at_result(void)
{
	struct terminal_options options = {.rows = 240, .columns = 120};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	return terminal;
}

/* All the way back from the result; then one Enter leads on to where nothing is left to ask. */
START_TEST(test_back_to_the_first_and_on)
{
	struct terminal *terminal = start_at_result();
	char *before = terminal_screen(terminal);
	for (int i = 0; i < ASKED; i++)
		wizard_keys(terminal, "<F3>");
	wizard_check_place(terminal, "origin");
	wizard_check_lacks(terminal, "F3 Back");
	wizard_keys(terminal, "<F3><Enter>");
	wizard_check_place(terminal, "result");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* What F3 shows of the answer, from the last question to the first. */
START_TEST(test_back_shows_the_answer)
{
	static const struct {
		const char *place;
		const char *shown;
	} questions[ASKED] = {
		{"family-wish", "> 2  No"},
		{"organisations", "> 1  [x] The police"},
		{"reprisals-fear", "> 2  No"},
		{"support-needs", "> 2  [x] Temporary shelter"},
		{"extra-support-wish", "> 1  Yes"},
		{"victim", "> 1  Presumed"},
		{"health", "> !  Prefers not to say"},
		{"travel-documents", "> 2  No"},
		{"return-wish", "> 1  Yes"},
		{"arrived-unaccompanied", "> 2  No"},
		{"age", "> 24"},
		{"origin", "> RO  Romania"},
	};
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	for (int i = 0; i < ASKED; i++) {
		wizard_keys(terminal, "<F3>");
		wizard_check_place(terminal, questions[i].place);
		wizard_check_shows(terminal, questions[i].shown);
	}
	wizard_stop(terminal);
}
END_TEST

/* What is typed and not taken is gone after F3, F1 keeps it. */
START_TEST(test_back_drops_what_was_not_taken)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "rom<Enter>9<F1><F1>");
	wizard_check_shows(terminal, "> 9");
	wizard_keys(terminal, "<F3><Enter>");
	wizard_check_place(terminal, "age");
	wizard_check_lacks(terminal, "> 9");
	wizard_stop(terminal);
}
END_TEST

/* From 24 to 17 years only the question for minors comes to matter; and back again, none does. */
START_TEST(test_change_asks_only_what_is_new)
{
	struct terminal *terminal = start_at_result();
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<F4><Down><Enter>");
	wizard_check_place(terminal, "age");
	wizard_check_shows(terminal, "> 24");
	wizard_keys(terminal, "\025"
			      "17<Enter>");
	wizard_check_place(terminal, "unaccompanied");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "Extra guidance for unaccompanied minors (amv)");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "No (not used)");
	wizard_keys(terminal, "<Home><Down><Enter>\025"
			      "24<Enter>");
	wizard_check_place(terminal, "result");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "Yes (not used)");
	wizard_keys(terminal, "<F4><Home>");
	char *after = terminal_screen(terminal);
	*strstr(before, "Answers\n") = *strstr(after, "Answers\n") = '\0';
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* Answers that only a return could use are kept while there is no wish to return. */
START_TEST(test_parked_answers_come_back)
{
	struct terminal *terminal = start_at_result();
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<F4><Down><Down><Down><Enter>3<Enter>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "Nothing, on these answers");
	wizard_check_lacks(terminal, "careful preparation");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "Presumed (not used)");
	wizard_check_shows(terminal, "Temporary shelter (not used)");
	wizard_keys(terminal, "<Home><Down><Down><Down><Enter>1<Enter>");
	wizard_check_place(terminal, "result");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* A question to come can be answered first, and the others are asked where they stood. */
START_TEST(test_question_to_come_is_answered_first)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "rom<Enter><F4><End><Enter>");
	wizard_check_place(terminal, "family-wish");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "age");
	wizard_keys(terminal, "<F4><End>");
	wizard_check_shows(terminal, "Yes");
	wizard_keys(terminal, "<F4>30<Enter>2<Enter>3<Enter>");
	wizard_check_place(terminal, "result");
	wizard_stop(terminal);
}
END_TEST

/* An answer can be taken back: what depends on it is then open. */
START_TEST(test_answer_is_taken_back)
{
	struct terminal *terminal = start_at_result();
	wizard_keys(terminal, "<F3>~<Enter>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "reunited with family? \342\200\223 Not now");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "Not now");
	wizard_stop(terminal);
}
END_TEST

/* The outcome so far and the file can be had at any question. */
START_TEST(test_outcome_so_far_follows_the_answers)
{
	struct terminal_options options = {.rows = 240, .columns = 120};
	struct terminal *terminal = wizard_start(&options);
	wizard_keys(terminal, "<F5>");
	wizard_check_shows(terminal, "Nothing yet");
	wizard_check_shows(terminal, "up to 13 questions have not been asked yet");
	wizard_keys(terminal, "<F5>");
	wizard_walk(terminal, wizard_romania, "extra-support-wish", NULL);
	wizard_keys(terminal, "<F5>");
	wizard_check_shows(terminal, "This return needs careful preparation.");
	wizard_check_shows(terminal, "Because");
	wizard_check_shows(terminal, "Settled by");
	wizard_stop(terminal);
}
END_TEST

/* Help is on the question, or on the outcome; on each screen that has it. */
START_TEST(test_help_is_on_what_is_shown)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "<F1>");
	wizard_check_shows(terminal, "With more than one, choose");
	wizard_keys(terminal, "<F1>rom<Enter><F1>");
	wizard_check_shows(terminal, "A minor is a");
	wizard_keys(terminal, "<F1><F4><F1>");
	wizard_check_shows(terminal, "A minor is a");
	wizard_keys(terminal, "<F1>");
	wizard_check_shows(terminal, "Answers: choose one");
	wizard_keys(terminal, "<F4>");
	wizard_walk(terminal, wizard_no_return, "result", NULL);
	wizard_keys(terminal, "<F1>");
	wizard_check_shows(terminal, "What the outcome says");
	wizard_stop(terminal);
}
END_TEST

static void add_flow(TCase *tcase)
{
	tcase_add_test(tcase, test_back_to_the_first_and_on);
	tcase_add_test(tcase, test_back_shows_the_answer);
	tcase_add_test(tcase, test_back_drops_what_was_not_taken);
	tcase_add_test(tcase, test_change_asks_only_what_is_new);
	tcase_add_test(tcase, test_parked_answers_come_back);
	tcase_add_test(tcase, test_question_to_come_is_answered_first);
	tcase_add_test(tcase, test_answer_is_taken_back);
	tcase_add_test(tcase, test_outcome_so_far_follows_the_answers);
	tcase_add_test(tcase, test_help_is_on_what_is_shown);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"flow", add_flow}};
	return wizard_run_suite("wizard_flow", cases, sizeof cases / sizeof *cases);
}
