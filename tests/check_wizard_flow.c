/* Back, and changing answers: what is shown again, what is asked again, and what is kept. */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* How many questions the client from Romania is asked. */
enum { ASKED = 12 };

/* Enough to see the whole of a list at once, and of the summary. */
enum { ROWS = 60, ROWS_OF_SUMMARY = 220 };

static struct terminal *start_at_result(int rows)
{
	struct terminal_options options = {.rows = rows, .columns = 100};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	return terminal;
}

/* All the way back from the result; then one Enter leads on to where nothing is left to ask. */
START_TEST(test_back_to_the_first_and_on)
{
	struct terminal *terminal = start_at_result(ROWS);
	char *before = terminal_screen(terminal);
	for (int i = 0; i < ASKED; i++)
		wizard_keys(terminal, "<F3>");
	wizard_check_place(terminal, "origin");
	wizard_keys(terminal, "<F3>");
	wizard_check_shows(terminal, "Enter Go on");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "origin");
	wizard_check_shows(terminal, "> RO  Romania");
	wizard_keys(terminal, "<Enter>");
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
	struct terminal *terminal = start_at_result(ROWS);
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<F4><Down><Enter>");
	wizard_check_place(terminal, "age");
	wizard_check_shows(terminal, "> 24");
	wizard_keys(terminal, "\025"
			      "17<Enter>");
	wizard_check_shows(terminal, "24 years \342\206\222 17 years");
	wizard_check_shows(terminal, "At most 1 more question. 1 outcome changes.");
	wizard_check_shows(terminal, "Then comes the next question.");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "unaccompanied");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "Extra guidance for unaccompanied minors (amv)");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "No (not used)");
	wizard_check_shows(terminal, "Not used: it cannot change anything now.");
	wizard_keys(terminal, "<Home><Down><Enter>\025"
			      "24<Enter>");
	wizard_check_shows(terminal, "Then you see the answers again.");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "The answer is changed.");
	wizard_check_shows(terminal, "Yes (not used)");
	wizard_keys(terminal, "<F4><Home>");
	wizard_check_place(terminal, "result");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* Answers that only a return could use are kept while there is no wish to return. */
START_TEST(test_parked_answers_come_back)
{
	struct terminal *terminal = start_at_result(ROWS);
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<F4><Down><Down><Down><Enter>3<Enter>");
	wizard_check_shows(terminal, "No other questions. 8 outcomes change. 7 answers are not");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Presumed (not used)");
	wizard_check_shows(terminal, "Temporary shelter (not used)");
	wizard_keys(terminal, "<F3>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "On these answers, no kind of support applies.");
	wizard_check_lacks(terminal, "careful preparation");
	wizard_keys(terminal, "<F4><Home><Down><Down><Down><Enter>1<Enter>");
	wizard_check_shows(terminal, "7 answers are used again.");
	wizard_keys(terminal, "<Enter><F3>");
	wizard_check_place(terminal, "result");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* A change that is looked at and left: the new choice still stands, and nothing has changed. */
START_TEST(test_change_is_left)
{
	static const char *const ways[] = {"<Esc>", "<F3>", "\0333"};
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<F4><Down><Down><Down><Enter>3<Enter>");
	wizard_check_place(terminal, "");
	wizard_keys(terminal, ways[_i]);
	wizard_check_place(terminal, "return-wish");
	wizard_check_shows(terminal, "> 3  No");
	wizard_keys(terminal, "<F3>");
	wizard_check_shows(terminal, "Answers: choose one");
	wizard_check_shows(terminal, "4 of 12");
	wizard_check_lacks(terminal, "(not used)");
	wizard_keys(terminal, "<F3>");
	wizard_check_place(terminal, "result");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* Nothing is asked twice: the same answer is taken at once, and so is one that nothing follows. */
START_TEST(test_change_that_is_none)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_keys(terminal, "<F4><Down><Enter><Enter>");
	wizard_check_shows(terminal, "Answers: choose one");
	wizard_check_shows(terminal, "2 of 12");
	wizard_keys(terminal, "<Enter>\025"
			      "30<Enter>");
	wizard_check_shows(terminal, "Nothing else changes: no other questions, and the same");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "30 years");
	wizard_keys(terminal, "<F4><F3>1<Enter>");
	wizard_check_place(terminal, "result");
	wizard_keys(terminal, "<F3><F3>1<Enter>");
	wizard_check_shows(terminal, "The police \342\206\222 None of these");
	wizard_check_shows(terminal, "Then comes the outcome.");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "result");
	wizard_stop(terminal);
}
END_TEST

/* In the middle: from the answers one goes back to the question that was asked. */
START_TEST(test_change_in_the_middle)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "health", NULL);
	wizard_keys(terminal, "1<F4>");
	wizard_check_shows(terminal, "Asked now");
	wizard_check_shows(terminal, "May still come");
	wizard_keys(terminal, "<Home><Enter><F3><F3>");
	wizard_check_place(terminal, "health");
	wizard_keys(terminal, "<F4><Home><Enter>\025"
			      "norway<Enter>");
	wizard_check_shows(terminal, "Romania \342\206\222 Norway");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "The answer is changed.");
	wizard_keys(terminal, "<F4>");
	wizard_check_place(terminal, "health");
	wizard_keys(terminal, "<F3><F3>3<Enter>");
	wizard_check_shows(terminal, "questions fewer.");
	wizard_check_shows(terminal, "Then comes the next question.");
	wizard_keys(terminal, "<F9><F9><F1><F1><Enter>");
	wizard_check_place(terminal, "family-wish");
	wizard_stop(terminal);
}
END_TEST

/* What is half typed, wrong or not chosen yet never keeps anybody. In the order of the questions.
 */
static const struct {
	const char *place;
	const char *keys;
	const char *before;
} unfinished[] = {
	{"age", "<Enter>", "origin"},
	{"age", "1", "origin"},
	{"age", "999<Enter>", "origin"},
	{"age", "2027-01-01<Enter>", "origin"},
	{"age", "<Down><Down>", "origin"},
	{"return-wish", "", "arrived-unaccompanied"},
	{"return-wish", "<Enter>", "arrived-unaccompanied"},
	{"return-wish", "2", "arrived-unaccompanied"},
	{"victim", "!", "health"},
	{"support-needs", "", "extra-support-wish"},
	{"support-needs", "13<Tab>", "extra-support-wish"},
};

START_TEST(test_back_from_unfinished)
{
	struct terminal *terminal = wizard_start(NULL);
	for (size_t i = 0; i < sizeof unfinished / sizeof *unfinished; i++) {
		wizard_walk(terminal, wizard_romania, unfinished[i].place, NULL);
		wizard_keys(terminal, unfinished[i].keys);
		wizard_check_place(terminal, unfinished[i].place);
		wizard_keys(terminal, i % 2 ? "<F3>" : "\0333");
		wizard_check_place(terminal, unfinished[i].before);
		wizard_keys(terminal, "<Enter>");
		wizard_check_place(terminal, unfinished[i].place);
	}
	wizard_stop(terminal);
}
END_TEST

/* Before the first question stands the start. */
START_TEST(test_back_from_the_first)
{
	static const char *const typed[] = {"", "slov", "xq<Enter>", "<Enter>", "<Tab>"};
	static const char *const keys[] = {"<F3>", "\0333"};
	struct terminal *terminal = wizard_start(NULL);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		wizard_keys(terminal, typed[i]);
		wizard_check_place(terminal, "origin");
		wizard_keys(terminal, keys[i % 2]);
		wizard_check_shows(terminal, "Enter Start");
		wizard_keys(terminal, "<Enter>");
		wizard_check_place(terminal, "origin");
		wizard_check_lacks(terminal, "slov");
	}
	wizard_stop(terminal);
}
END_TEST

/* An answer that is gone back to and not finished anew stays as it was. */
START_TEST(test_back_from_an_unfinished_change)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "victim", NULL);
	wizard_keys(terminal, "<F4><Home><Enter>\025xq<Enter>");
	wizard_check_place(terminal, "origin");
	wizard_keys(terminal, "\0333");
	wizard_check_shows(terminal, "Romania");
	wizard_keys(terminal, "<Down><Enter>\025"
			      "7777<Enter><F3><F3>");
	wizard_check_place(terminal, "victim");
	wizard_keys(terminal, "<F4>");
	wizard_check_shows(terminal, "24 years");
	wizard_stop(terminal);
}
END_TEST

/* Arrows that any terminal has. */
START_TEST(test_change_without_utf8)
{
	struct terminal_options options = {.locale = "C"};
	struct terminal *terminal = wizard_start(&options);
	wizard_keys(terminal, "rom<Enter>24<Enter><F3>\025"
			      "17<Enter>");
	wizard_check_place(terminal, "unaccompanied");
	wizard_keys(terminal, "2<Enter>1<Enter><F4><Home><Down><Enter>\025"
			      "19<Enter>");
	wizard_check_shows(terminal, "17 years => 19 years");
	wizard_check_shows(terminal, "Does not apply => Still open");
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
	struct terminal *terminal = start_at_result(ROWS_OF_SUMMARY);
	wizard_keys(terminal, "<F3>~<Enter>");
	wizard_check_place(terminal, "result");
	wizard_check_shows(terminal, "? Still open      Reunion with family");
	wizard_open_summary(terminal);
	wizard_check_shows(terminal, "reunited with family? \342\200\223 Not now");
	wizard_keys(terminal, "<F3><F4>");
	wizard_check_shows(terminal, "Not now");
	wizard_stop(terminal);
}
END_TEST

/* The outcome so far and the file can be had at any question. */
START_TEST(test_outcome_so_far_follows_the_answers)
{
	struct terminal_options options = {.rows = ROWS_OF_SUMMARY, .columns = 100};
	struct terminal *terminal = wizard_start(&options);
	wizard_keys(terminal, "<F5>");
	wizard_check_shows(terminal, "It is too early to say what may apply.");
	wizard_check_shows(terminal, "Not finished: up to 13 questions");
	wizard_open_summary(terminal);
	wizard_check_shows(terminal, "Nothing yet");
	wizard_check_shows(terminal, "Settled by");
	wizard_keys(terminal, "<F3><F5>");
	wizard_walk(terminal, wizard_romania, "extra-support-wish", NULL);
	wizard_keys(terminal, "<F5>");
	wizard_check_shows(terminal, "This return needs careful preparation.");
	wizard_check_shows(terminal, "+ May apply       Advice and information about return");
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
	wizard_keys(terminal, "<F1><Enter><F1>");
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
	tcase_add_loop_test(tcase, test_change_is_left, 0, 3);
	tcase_add_test(tcase, test_change_that_is_none);
	tcase_add_test(tcase, test_change_in_the_middle);
	tcase_add_test(tcase, test_back_from_unfinished);
	tcase_add_test(tcase, test_back_from_the_first);
	tcase_add_test(tcase, test_back_from_an_unfinished_change);
	tcase_add_test(tcase, test_change_without_utf8);
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
