/* The start, on the screen and line by line: what it says of drafts, and the choice between them.
 */
#include "drafting.h"
#include "program.h"
#include "shell.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The choice */

/* The next client's caseworker presses Enter out of habit. */
START_TEST(test_no_offer_is_chosen_at_first)
{
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *terminal = drafting_launch();
	wizard_check_lacks(terminal, "> ");
	wizard_keys(terminal, "<Enter><Enter><Enter>");
	wizard_check_shows(terminal, "Choose a line first: press its digit, or move to it.");
	wizard_keys(terminal, "40");
	wizard_check_lacks(terminal, "> ");
	wizard_keys(terminal, "2");
	wizard_check_shows(terminal, "> 2  Leave it and start anew");
	wizard_check_lacks(terminal, "Choose a line first");
	wizard_keys(terminal, "1");
	wizard_check_shows(terminal, "> 1  Go on with the screening of ");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_offer_is_left)
{
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *terminal = drafting_launch();
	wizard_check_lacks(terminal, "Romania");
	wizard_keys(terminal, "<Down><Down>");
	wizard_check_shows(terminal, "> 2  Leave it and start anew");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "origin");
	wizard_check_lacks(terminal, "> RO");
	wizard_keys(terminal, "albania<Enter>24<Enter>");
	ck_assert_int_eq(drafting_count(".draft"), 2);
	wizard_stop(terminal);
	ck_assert_int_eq(drafting_count(".draft"), 1);
	terminal = drafting_launch();
	wizard_check_shows(terminal, "(1 answer)");
	wizard_stop(terminal);
}
END_TEST

/* No number of Enters erases; and Esc goes back. */
START_TEST(test_offer_is_erased)
{
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *terminal = drafting_launch();
	wizard_keys(terminal, "<End>");
	wizard_check_shows(terminal, "> 3  Erase it and start anew");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Erase the answers of 1 screening?");
	wizard_keys(terminal, "<Esc>");
	wizard_check_shows(terminal, "> 3  Erase it and start anew");
	ck_assert_int_eq(drafting_count(".draft"), 1);
	wizard_keys(terminal, "<F9>");
	wizard_check_lacks(terminal, "screening");
	wizard_keys(terminal, "<F9><Enter><Enter>");
	wizard_check_place(terminal, "origin");
	ck_assert_int_eq(drafting_count(""), 0);
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_stop_at_the_start_leaves_it)
{
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *terminal = drafting_launch();
	wizard_keys(terminal, "<F10>");
	wizard_check_shows(terminal, "Stop? What was not finished stays for the next start.");
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
	ck_assert_int_eq(drafting_count(".draft"), 1);
}
END_TEST

/* One that another wizard took while this one asked. */
START_TEST(test_offer_is_gone)
{
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *one = drafting_launch(), *other = drafting_launch();
	wizard_keys(one, "1<Enter>");
	wizard_check_place(one, "age");
	wizard_keys(other, "1<Enter>");
	wizard_check_shows(other, "That screening cannot be gone on with any more.");
	wizard_check_shows(other, "Press Enter to start.");
	wizard_keys(other, "<Enter>");
	wizard_check_place(other, "origin");
	wizard_stop(other);
	wizard_keys(one, "24<Enter>");
	drafting_end_by(one, SIGKILL);
	one = drafting_launch();
	wizard_check_shows(one, "(2 answers)");
	wizard_stop(one);
}
END_TEST

START_TEST(test_offer_by_the_mouse)
{
	int row, column;
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *terminal = drafting_launch();
	ck_assert(terminal_find(terminal, "Leave it", &row, &column));
	terminal_click(terminal, row, column);
	wizard_check_shows(terminal, "> 2  Leave it and start anew");
	terminal_click(terminal, row, column);
	ck_assert(terminal_wait_idle(terminal));
	wizard_check_place(terminal, "origin");
	wizard_stop(terminal);
}
END_TEST

/* Pictures */

static const struct {
	const char *name;
	int rows, columns;
} sizes[] = {{"80x24", 24, 80}, {"40x12", 12, 40}, {"120x40", 40, 120}};

/* Writes a draft with a fixed day. */
static void put_draft(const char *name, time_t written, size_t answered)
{
	struct draft_rules rules = drafting_rules(drafting.pack);
	struct answer answers[64] = {0};
	struct draft_contents contents = {
		.written = written, .answered = answered, .answers = answers};
	struct text text;
	for (size_t i = 0; i < answered; i++)
		answers[i] = answer_of_status(ANSWER_NOT_KNOWN);
	text_init(&text);
	draft_format(&text, &rules, &contents);
	drafting_put(name, text.bytes, text.length);
	text_destroy(&text);
}

static void check_picture(int size, const char *name, const struct terminal_options *like)
{
	char path[100];
	struct terminal_options options = *like;
	options.rows = sizes[size].rows;
	options.columns = sizes[size].columns;
	struct terminal *terminal =
		like->environment ? wizard_launch(&options) : drafting_launch_as(&options);
	wizard_check_shows(terminal, "F10 Stop");
	snprintf(path, sizeof path, "%s/%s", sizes[size].name, name);
	wizard_check_screen(terminal, path);
	wizard_stop(terminal);
}

START_TEST(test_screen_of_one_offer)
{
	put_draft("a.draft", 1706965509, 8);
	check_picture(_i, "start-go-on", &(struct terminal_options){0});
}
END_TEST

START_TEST(test_screen_of_several_offers)
{
	const char *const late[] = {"--date", WIZARD_LATE_DAY, NULL};
	put_draft("a.draft", 1706965509, 8);
	put_draft("b.draft", 1706965909, 1);
	put_draft("c.draft", 1706865909, 13);
	check_picture(_i, "start-several", &(struct terminal_options){0});
	check_picture(
		_i, "start-several-out-of-date", &(struct terminal_options){.arguments = late});
}
END_TEST

START_TEST(test_screen_without_a_folder)
{
	const char *const environment[] = {"XDG_RUNTIME_DIR=", NULL};
	check_picture(_i, "start-no-draft", &(struct terminal_options){.environment = environment});
}
END_TEST

/* Troubles */

START_TEST(test_refused_draft_is_left_alone)
{
	size_t length;
	drafting_leave("<Enter>romania<Enter>");
	drafting_put("0badbad0.draft", "iom-screener draft 2\n", 21);
	struct terminal *terminal = drafting_launch();
	wizard_check_shows(terminal, "is of a newer");
	wizard_check_shows(terminal, "0badbad0.draft");
	wizard_check_shows(terminal, "1  Go on with the screening of ");
	wizard_keys(terminal, "1<Enter>24<Enter>");
	wizard_stop(terminal);
	char *left = program_read_file("iom-screener/0badbad0.draft", &length);
	ck_assert_str_eq(left, "iom-screener draft 2\n");
	free(left);
	ck_assert_int_eq(drafting_count(""), 1);
}
END_TEST

/* Behind a connection that is lost, and not yet known to be, the wizard still runs. */
START_TEST(test_open_screening_is_told)
{
	struct terminal *one = drafting_launch();
	wizard_check_lacks(one, "still open");
	wizard_keys(one, "<Enter>romania<Enter>");
	struct terminal *other = drafting_launch();
	wizard_check_shows(other, "1 screening is still open in another window.");
	wizard_check_shows(other, "Press Enter to start.");
	wizard_stop(other);
	other = drafting_launch_plain();
	wizard_check_shows(other, "1 screening is still open in another window.");
	drafting_end_by(other, SIGTERM);
	drafting_end_by(one, SIGHUP);
	other = drafting_launch();
	wizard_check_lacks(other, "still open");
	wizard_check_shows(other, "1  Go on with the screening of ");
	wizard_stop(other);
}
END_TEST

/* It is said once, and nothing else is lost. */
START_TEST(test_folder_goes_away)
{
	struct terminal *terminal = drafting_launch();
	ck_assert_int_eq(rmdir("iom-screener"), 0);
	wizard_keys(terminal, "<Enter>romania<Enter>");
	wizard_check_shows(terminal, "If this window closes, the answers are lost: ");
	wizard_check_shows(terminal, "written: No such file or directory.");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
	wizard_keys(terminal, "24<Enter>");
	wizard_check_place(terminal, "arrived-unaccompanied");
	wizard_stop(terminal);
}
END_TEST

/* The smallest screen may have no room for them. */
START_TEST(test_help_has_the_warnings)
{
	const char *const environment[] = {"XDG_RUNTIME_DIR=/nonexistent", NULL};
	const char *const late[] = {"--date", WIZARD_LATE_DAY, NULL};
	const struct terminal_options options = {
		.arguments = late, .environment = environment, .rows = 12, .columns = 40};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "F10 Stop");
	terminal_resize(terminal, DRAFTING_ROWS, DRAFTING_COLUMNS);
	wizard_keys(terminal, "<F1>");
	wizard_check_shows(terminal, "Out of date: these rules should have been reviewed by");
	wizard_check_shows(terminal, "/nonexistent cannot be used: No such file or directory.");
	wizard_stop(terminal);
}
END_TEST

/* Line by line */

static void say(struct terminal *terminal, const char *line, const char *answer)
{
	size_t mark = terminal_mark(terminal);
	terminal_type(terminal, line);
	terminal_type(terminal, "\n");
	ck_assert_msg(terminal_wait_wrote(terminal, mark, answer), "%s: no \"%s\"", line, answer);
	ck_assert(terminal_wait_idle(terminal));
}

START_TEST(test_plain_goes_on)
{
	static const char *const words[] = {"go on", "1", "GO ON"};
	drafting_leave("<Enter>romania<Enter>24<Enter>");
	struct terminal *terminal = drafting_launch_plain();
	wizard_check_shows(terminal, "was not finished (2 answers).");
	wizard_check_lacks(terminal, "Romania");
	say(terminal, "", "was not finished");
	say(terminal, "2", "was not finished");
	say(terminal, "help", "back: the question before");
	say(terminal, words[_i], "Did the client come here as an");
	say(terminal, "answers", "2. How old is the client?");
	say(terminal, "no", "Does the client wish to return");
	drafting_end_by(terminal, _i ? SIGKILL : SIGHUP);
	terminal = drafting_launch();
	wizard_check_shows(terminal, "(3 answers)");
	wizard_keys(terminal, "1<Enter>");
	wizard_check_place(terminal, "return-wish");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_plain_starts_anew)
{
	drafting_leave("<Enter>romania<Enter>");
	struct terminal *terminal = drafting_launch_plain();
	say(terminal, "erase", "They cannot be brought back.");
	say(terminal, "", "was not finished");
	ck_assert_int_eq(drafting_count(".draft"), 1);
	say(terminal, "new", "Which country does the client come from?");
	say(terminal, "AL", "How old is the client?");
	ck_assert_int_eq(drafting_count(".draft"), 2);
	say(terminal, "stop", "Stop? Nothing is kept.");
	terminal_type(terminal, "yes\n");
	shell_check_end(terminal, 0);
	terminal_free(terminal);
	terminal = drafting_launch_plain();
	wizard_check_shows(terminal, "(1 answer).");
	say(terminal, "stop", "Stop? What was not finished stays for the next start.");
	say(terminal, "no", "was not finished");
	say(terminal, "erase", "They cannot be brought back.");
	say(terminal, "yes", "Which country does the client come from?");
	ck_assert_int_eq(drafting_count(""), 0);
	drafting_end_by(terminal, SIGKILL);
}
END_TEST

START_TEST(test_plain_folder_goes_away)
{
	struct terminal *terminal = drafting_launch_plain();
	wizard_check_shows(terminal, "Which country does the client come from?");
	ck_assert_int_eq(rmdir("iom-screener"), 0);
	say(terminal, "RO", "If this window closes, the answers are lost: ");
	size_t mark = terminal_mark(terminal);
	say(terminal, "24", "Did the client come here as an");
	ck_assert(!terminal_wrote(terminal, mark, "If this window closes"));
	drafting_end_by(terminal, SIGKILL);
}
END_TEST

/* Ctrl-D ends the input, and no more. */
START_TEST(test_plain_input_ends)
{
	struct terminal *terminal = drafting_launch_plain();
	say(terminal, "RO", "How old is the client?");
	terminal_type(terminal, "\004");
	shell_check_end(terminal, 2);
	wizard_check_shows(terminal, "the next start offers to go on with it");
	terminal_free(terminal);
	terminal = drafting_launch_plain();
	wizard_check_shows(terminal, "(1 answer).");
	drafting_end_by(terminal, SIGKILL);
}
END_TEST

START_TEST(test_plain_of_several)
{
	put_draft("a.draft", 1706965509, 8);
	put_draft("b.draft", 1706965909, 1);
	struct terminal *terminal = drafting_launch_plain();
	wizard_check_shows(terminal, "1. 2024-02-03, 13:11 (1 answer)");
	wizard_check_shows(terminal, "2. 2024-02-03, 13:05 (8 answers)");
	say(terminal, "go on", "This is none of these words.");
	say(terminal, "2", "Which country does the client come from?");
	say(terminal, "answers", "8. ");
	drafting_end_by(terminal, SIGKILL);
}
END_TEST

/* A script meets no question of another run, and leaves none. */
START_TEST(test_plain_without_a_keyboard)
{
	const char *const arguments[] = {"--plain", NULL};
	struct program_run run = {.arguments = arguments, .input = "AL\n24\n"};
	struct program_result result;
	drafting_leave("<Enter>romania<Enter>");
	program_run(&run, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: Albania"));
	ck_assert_ptr_null(strstr(result.errors, "not finished ("));
	ck_assert_int_eq(drafting_count(".draft"), 1);
	program_result_destroy(&result);
}
END_TEST

static void add_starts(TCase *tcase)
{
	tcase_add_checked_fixture(tcase, drafting_begin, drafting_end);
	tcase_add_test(tcase, test_no_offer_is_chosen_at_first);
	tcase_add_test(tcase, test_offer_is_left);
	tcase_add_test(tcase, test_offer_is_erased);
	tcase_add_test(tcase, test_stop_at_the_start_leaves_it);
	tcase_add_test(tcase, test_offer_is_gone);
	tcase_add_test(tcase, test_offer_by_the_mouse);
	tcase_add_loop_test(tcase, test_screen_of_one_offer, 0, 3);
	tcase_add_loop_test(tcase, test_screen_of_several_offers, 0, 3);
	tcase_add_loop_test(tcase, test_screen_without_a_folder, 0, 3);
	tcase_add_test(tcase, test_refused_draft_is_left_alone);
	tcase_add_test(tcase, test_open_screening_is_told);
	tcase_add_test(tcase, test_folder_goes_away);
	tcase_add_test(tcase, test_help_has_the_warnings);
}

static void add_plain(TCase *tcase)
{
	tcase_add_checked_fixture(tcase, drafting_begin, drafting_end);
	tcase_add_loop_test(tcase, test_plain_goes_on, 0, 3);
	tcase_add_test(tcase, test_plain_starts_anew);
	tcase_add_test(tcase, test_plain_folder_goes_away);
	tcase_add_test(tcase, test_plain_input_ends);
	tcase_add_test(tcase, test_plain_of_several);
	tcase_add_test(tcase, test_plain_without_a_keyboard);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"starts", add_starts}, {"plain", add_plain}};
	return wizard_run_suite("wizard_start", cases, sizeof cases / sizeof *cases);
}
