/* The outcome so far beside the question, on wide terminals: what it marks, and when it is there.
 */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_LEAST = 110, QUESTION_LEAST = 66 };

#define CHANGED "* changed by the last answer"

static struct terminal *start(int rows, int columns)
{
	struct terminal_options options = {.rows = rows, .columns = columns};
	return wizard_start(&options);
}

/* How many lines of the panel have a mark, its explanation included. */
static int count_marks(struct terminal *terminal)
{
	char *screen = terminal_screen(terminal);
	int marks = 0;
	for (const char *at = screen; (at = strstr(at, "\u2502 * ")); at++)
		marks++;
	free(screen);
	return marks;
}

START_TEST(test_marks_until_the_next_answer)
{
	struct terminal *terminal = start(40, 120);
	wizard_check_shows(terminal, "Outcome so far");
	wizard_check_shows(terminal, "Still open: 7");
	wizard_check_lacks(terminal, "the last answer");
	wizard_keys(terminal, "romania<Enter>24<Enter>");
	wizard_check_shows(terminal, CHANGED);
	wizard_check_shows(terminal, "Still open: 6");
	wizard_check_shows(terminal, "Does not apply: 1");
	wizard_check_shows(terminal, "* Extra guidance for unaccompanied");
	ck_assert_int_eq(count_marks(terminal), 2);
	/* What takes no answer leaves the marks. */
	wizard_keys(terminal, "<Enter>1<F1><F1><F4><F4><F5><F5><F9><F9><F3>");
	wizard_check_place(terminal, "age");
	wizard_check_shows(terminal, "* Extra guidance for unaccompanied");
	wizard_keys(terminal, "<Enter>2<Enter>");
	wizard_check_place(terminal, "return-wish");
	wizard_check_shows(terminal, CHANGED);
	wizard_check_shows(terminal, "  Extra guidance for unaccompanied");
	wizard_check_shows(terminal, "* Extra guidance for former");
	ck_assert_int_eq(count_marks(terminal), 2);
	wizard_stop(terminal);
}
END_TEST

/* An answer that is taken again, or that decides nothing yet, marks nothing. */
START_TEST(test_nothing_changed)
{
	struct terminal *terminal = start(40, 120);
	wizard_keys(terminal, "romania<Enter>");
	wizard_check_shows(terminal, "The last answer changed nothing here.");
	ck_assert_int_eq(count_marks(terminal), 0);
	wizard_keys(terminal, "24<Enter>");
	ck_assert_int_eq(count_marks(terminal), 2);
	wizard_keys(terminal, "<F3><Enter>");
	wizard_check_place(terminal, "arrived-unaccompanied");
	wizard_check_shows(terminal, "The last answer changed nothing here.");
	ck_assert_int_eq(count_marks(terminal), 0);
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_several_changes_at_once)
{
	struct terminal *terminal = start(40, 120);
	wizard_walk(terminal, wizard_no_return, "return-wish", NULL);
	wizard_keys(terminal, "3<Enter>");
	wizard_check_place(terminal, "family-wish");
	wizard_check_shows(terminal, CHANGED);
	wizard_check_shows(terminal, "* The journey back");
	wizard_check_shows(terminal, "  Reunion with family");
	wizard_check_shows(terminal, "Still open: 1");
	ck_assert_int_gt(count_marks(terminal), 5);
	wizard_stop(terminal);
}
END_TEST

/* The mark is a sign, and with colours one too. */
START_TEST(test_mark_is_coloured)
{
	struct terminal_cell mark, title;
	struct terminal *terminal = start(40, 120);
	wizard_keys(terminal, "romania<Enter>24<Enter>");
	ck_assert(terminal_cell_of(terminal, "* Extra guidance", &mark));
	ck_assert(terminal_cell_of(terminal, "Extra guidance for former", &title));
	ck_assert_int_ne(mark.foreground, title.foreground);
	ck_assert(mark.bold);
	wizard_stop(terminal);
}
END_TEST

/* It comes and goes with the window's width, and never takes the question's room. */
START_TEST(test_resize)
{
	int row, column;
	struct terminal *terminal = start(40, COLUMNS_LEAST - 1);
	wizard_keys(terminal, "romania<Enter>24<Enter>");
	wizard_check_lacks(terminal, "Outcome so far");
	wizard_check_lacks(terminal, CHANGED);
	terminal_resize(terminal, 40, COLUMNS_LEAST);
	wizard_check_shows(terminal, CHANGED);
	wizard_check_shows(terminal, "* Extra guidance for");
	ck_assert(terminal_find(terminal, "\u2502", &row, &column));
	ck_assert_int_gt(column, 2 + QUESTION_LEAST);
	terminal_resize(terminal, 40, 300);
	wizard_check_shows(terminal, CHANGED);
	terminal_resize(terminal, 24, 80);
	wizard_keys(terminal, "");
	wizard_check_lacks(terminal, "Outcome so far");
	wizard_stop(terminal);
}
END_TEST

/* In a low window the least important is left out, and the last row says where the rest is; all
 * else is as it would be without the panel. */
START_TEST(test_low_windows)
{
	struct terminal *terminal = start(40, 120);
	wizard_walk(terminal, wizard_romania, "family-wish", NULL);
	terminal_resize(terminal, 18, 120);
	wizard_check_shows(terminal, "Help with a new start after return\u2026");
	wizard_check_shows(terminal, "not shown here: F5");
	wizard_check_shows(terminal, "F10 Stop");
	terminal_resize(terminal, 13, 120);
	wizard_check_shows(terminal, "F5: more");
	wizard_check_lacks(terminal, "minor asylum");
	wizard_check_shows(terminal, "F10 Stop");
	terminal_resize(terminal, 12, 120);
	wizard_check_shows(terminal, "F5: more");
	wizard_check_shows(terminal, "Does the client wish to be reunited");
	wizard_check_shows(terminal, "F10 Stop");
	wizard_stop(terminal);
}
END_TEST

/* What is sensitive is not to be guessed from the panel, which others may read from afar. */
START_TEST(test_nothing_sensitive)
{
	struct terminal *terminal = start(40, 120);
	wizard_walk(terminal, wizard_romania, "family-wish", NULL);
	wizard_check_shows(terminal, "6 more are not shown here: F5");
	wizard_check_lacks(terminal, "victims");
	wizard_check_lacks(terminal, "health");
	wizard_check_lacks(terminal, "Mediation");
	wizard_stop(terminal);
}
END_TEST

static const char *const elsewhere[] = {"<F1>", "<F4>", "<F9>", "<F10>"};

enum { ELSEWHERE = sizeof elsewhere / sizeof *elsewhere };

START_TEST(test_only_beside_a_question)
{
	struct terminal *terminal = start(40, 120);
	wizard_keys(terminal, "romania<Enter>24<Enter>");
	wizard_keys(terminal, elsewhere[_i]);
	wizard_check_lacks(terminal, "Outcome so far");
	wizard_check_lacks(terminal, "Extra guidance");
	ck_assert_int_eq(count_marks(terminal), 0);
	terminal_type(terminal, "\003");
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
}
END_TEST

/* A click chooses a line of the question, and nothing beside or between them. */
START_TEST(test_click)
{
	int row, column;
	struct terminal *terminal = start(40, 120);
	wizard_keys(terminal, "romania<Enter>24<Enter>");
	ck_assert(terminal_find(terminal, "2  No", &row, &column));
	terminal_click(terminal, row, 90);
	terminal_click(terminal, row - 1, column);
	terminal_click(terminal, row + 1, column);
	wizard_keys(terminal, "");
	wizard_check_lacks(terminal, "> 1  Yes");
	wizard_check_lacks(terminal, "> 2  No");
	terminal_click(terminal, row, column);
	wizard_check_shows(terminal, "> 2  No");
	terminal_click(terminal, row, column);
	wizard_keys(terminal, "");
	wizard_check_place(terminal, "return-wish");
	wizard_stop(terminal);
}
END_TEST

static void add_panel(TCase *tcase)
{
	tcase_add_test(tcase, test_marks_until_the_next_answer);
	tcase_add_test(tcase, test_nothing_changed);
	tcase_add_test(tcase, test_several_changes_at_once);
	tcase_add_test(tcase, test_mark_is_coloured);
	tcase_add_test(tcase, test_resize);
	tcase_add_test(tcase, test_low_windows);
	tcase_add_test(tcase, test_nothing_sensitive);
	tcase_add_loop_test(tcase, test_only_beside_a_question, 0, ELSEWHERE);
	tcase_add_test(tcase, test_click);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"panel", add_panel}};
	return wizard_run_suite("wizard_panel", cases, sizeof cases / sizeof *cases);
}
