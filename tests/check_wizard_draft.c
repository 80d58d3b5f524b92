/* Nothing is lost: the wizard is killed after every key of a screening, hung up and ended in other
 * ways, and the next start goes on with every answer. */
#include "drafting.h"
#include "shell.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Every key */

/* A screening with all kinds of keys: what is typed and not taken, back, changes, other screens. */
static const char *const keys[] = {"<Enter>", "r", "o", "m", "a", "n", "i", "a", "<Enter>", "2",
	"4", "<F1>", "<F1>", "<Enter>", "2", "<Enter>", "<Down>", "<Enter>", "<F3>", "<Up>",
	"<Enter>", "2", "<Enter>", "!", "<Enter>", "<F9>", "<F9>", "1", "<Enter>", "1", "<Enter>",
	"1", "2", "<Enter>", "<F5>", "<F5>", "~", "<F3>", "<F3>", "<Enter>", "<F4>", "<Home>",
	"<Down>", "<Enter>", "\025", "1", "7", "<Enter>", "1", "<Enter>", "2", "<Enter>", "-",
	"<Enter>", "?", "<Enter>", "2", "<Enter>", "<PgDn>", "<F3>", "<F10>", "<Esc>"};

enum { KEYS = sizeof keys / sizeof *keys, FIRST_ANSWER = 9 /* so many keys give it */ };

/* All answers as the wizard lists them, and which question it is at. Where the list cannot be had
 * just now, nothing that it says has changed since it could. */
static char *list_answers(struct terminal *terminal, char *before)
{
	if (!*wizard_place(terminal))
		return before;
	free(before);
	wizard_keys(terminal, "<F4>");
	return terminal_screen(terminal);
}

/* What a wizard that is never ended lists after each key. */
static void list_all(char *expected[KEYS])
{
	const struct terminal_options options = {
		.rows = DRAFTING_ROWS, .columns = DRAFTING_COLUMNS};
	struct terminal *terminal = wizard_launch(&options);
	char *now = strdup("");
	wizard_check_shows(terminal, "Enter Start");
	for (int i = 0; i < KEYS; i++) {
		wizard_keys(terminal, keys[i]);
		bool listed = *wizard_place(terminal);
		now = list_answers(terminal, now);
		if (listed)
			wizard_keys(terminal, "<F4>");
		expected[i] = strdup(now);
	}
	free(now);
	terminal_free(terminal);
}

static void forget_drafts(void)
{
	glob_t files;
	if (glob("iom-screener/*", 0, NULL, &files) != 0)
		return;
	for (size_t i = 0; i < files.gl_pathc; i++)
		ck_assert_int_eq(unlink(files.gl_pathv[i]), 0);
	globfree(&files);
}

static void check_goes_on(int typed, const char *expected)
{
	struct terminal *terminal = drafting_launch();
	if (typed < FIRST_ANSWER) {
		wizard_check_shows(terminal, "Press Enter to start.");
	} else {
		wizard_check_shows(terminal, "1  Go on with the screening of ");
		wizard_keys(terminal, "1<Enter>");
		char *found = list_answers(terminal, strdup(""));
		ck_assert_msg(strcmp(found, expected) == 0,
			"%d keys, and then expected:\n%s\nfound:\n%s", typed, expected, found);
		free(found);
	}
	terminal_free(terminal);
	forget_drafts();
}

static void type_keys(struct terminal *terminal, int count)
{
	struct text all;
	text_init(&all);
	for (int i = 0; i < count; i++)
		text_add(&all, keys[i]);
	wizard_keys(terminal, all.bytes);
	text_destroy(&all);
}

START_TEST(test_killed_after_every_key)
{
	char *expected[KEYS];
	list_all(expected);
	for (int i = 0; i <= KEYS; i++) {
		struct terminal *terminal = drafting_launch();
		type_keys(terminal, i);
		drafting_end_by(terminal, SIGKILL);
		check_goes_on(i, i ? expected[i - 1] : "");
	}
	ck_assert_ptr_nonnull(strstr(expected[KEYS - 1], "Romania"));
	ck_assert_ptr_nonnull(strstr(expected[KEYS - 1], "17"));
	for (int i = 0; i < KEYS; i++)
		free(expected[i]);
}
END_TEST

/* The other ways to go, each at a number of keys of its own. */
START_TEST(test_ended_by_a_signal)
{
	static const int signals[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGSEGV, SIGABRT};
	char *expected[KEYS];
	list_all(expected);
	for (int i = 0; i < 6; i++) {
		struct terminal *terminal = drafting_launch();
		int typed = 14 + 8 * i;
		type_keys(terminal, typed);
		drafting_end_by(terminal, signals[i]);
		check_goes_on(typed, expected[typed - 1]);
	}
	for (int i = 0; i < KEYS; i++)
		free(expected[i]);
}
END_TEST

START_TEST(test_ended_by_a_lost_terminal)
{
	struct terminal_options options = {
		.rows = DRAFTING_ROWS, .columns = DRAFTING_COLUMNS, .nohup = _i == 1};
	struct terminal *terminal = drafting_launch_as(&options);
	wizard_check_shows(terminal, "Enter Start");
	wizard_keys(terminal, "<Enter>romania<Enter>24<Enter>1");
	terminal_hang_up(terminal);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
	terminal = drafting_launch();
	wizard_check_shows(terminal, "(2 answers)");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "arrived-unaccompanied");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_ended_by_a_typed_signal)
{
	static const char *const typed[] = {"\003", "\034"};
	struct terminal *terminal = drafting_launch();
	wizard_keys(terminal, "<Enter>romania<Enter>");
	terminal_type(terminal, typed[_i]);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
	terminal = drafting_launch();
	wizard_check_shows(terminal, "(1 answer)");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

/* An end erases */

START_TEST(test_nothing_is_left_by_an_end)
{
	struct terminal *terminal = drafting_launch();
	wizard_keys(terminal, "<Enter>");
	wizard_walk(terminal, wizard_no_return, _i ? "result" : "return-wish", NULL);
	ck_assert_int_eq(drafting_count(".draft"), 1);
	if (_i) {
		wizard_ask_to_finish(terminal);
		terminal_key(terminal, TERMINAL_KEY_ENTER);
		wizard_check_end(terminal, 0);
		terminal_free(terminal);
	} else {
		wizard_stop(terminal);
	}
	ck_assert_int_eq(drafting_count(""), 0);
}
END_TEST

/* What could not be written to standard output can be had again. */
START_TEST(test_draft_is_left_without_a_summary)
{
	char commands[sizeof drafting.runtime + 200];
	const struct terminal_options options = {
		.rows = DRAFTING_ROWS, .columns = DRAFTING_COLUMNS};
	snprintf(commands, sizeof commands,
		"export XDG_RUNTIME_DIR='%s'; '%s' --date " WIZARD_DAY " > /dev/full",
		drafting.runtime, SCREENER_PROGRAM);
	struct terminal *terminal = shell_start_as(commands, &options);
	wizard_check_shows(terminal, "Enter Start");
	terminal_type(terminal, "\r");
	for (const struct wizard_answer *answer = wizard_no_return; answer->question; answer++) {
		terminal_type(terminal, answer->keys);
		terminal_type(terminal, "\r");
	}
	terminal_type(terminal, "\t\r\r");
	wizard_check_end(terminal, 2);
	terminal_free(terminal);
	terminal = drafting_launch();
	wizard_check_shows(terminal, "(5 answers)");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "result");
	wizard_stop(terminal);
}
END_TEST

static void add_kills(TCase *tcase)
{
	tcase_add_checked_fixture(tcase, drafting_begin, drafting_end);
	tcase_add_test(tcase, test_killed_after_every_key);
	tcase_add_test(tcase, test_ended_by_a_signal);
	tcase_add_loop_test(tcase, test_ended_by_a_lost_terminal, 0, 2);
	tcase_add_loop_test(tcase, test_ended_by_a_typed_signal, 0, 2);
	tcase_add_loop_test(tcase, test_nothing_is_left_by_an_end, 0, 2);
	tcase_add_test(tcase, test_draft_is_left_without_a_summary);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"kills", add_kills}};
	return wizard_run_suite("wizard_draft", cases, sizeof cases / sizeof *cases);
}
