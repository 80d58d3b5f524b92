/* Nothing is lost: the wizard is killed after every key of a screening, hung up and ended in other
 * ways, and the next start goes on with every answer. And what the start says of drafts. */
#include "drafting.h"
#include "program.h"
#include "shell.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 60, COLUMNS = 120 };

/* Starts the wizard with the runtime folder of the test, and without looking for leaks: what is
 * killed has some. */
static struct terminal *launch_as(const struct terminal_options *like)
{
	char pair[sizeof drafting.runtime + 32];
	const char *const environment[] = {pair, "TZ=UTC", "LSAN_OPTIONS=detect_leaks=0", NULL};
	struct terminal_options options = *like;
	snprintf(pair, sizeof pair, "XDG_RUNTIME_DIR=%s", drafting.runtime);
	options.environment = environment;
	return wizard_launch(&options);
}

static struct terminal *launch(void)
{
	const struct terminal_options options = {.rows = ROWS, .columns = COLUMNS};
	struct terminal *terminal = launch_as(&options);
	wizard_check_shows(terminal, "F10 Stop");
	return terminal;
}

static struct terminal *launch_plain(void)
{
	const char *const arguments[] = {"--plain", NULL};
	const struct terminal_options options = {
		.rows = ROWS, .columns = COLUMNS, .arguments = arguments};
	return launch_as(&options);
}

static void end_by(struct terminal *terminal, int signal)
{
	ck_assert(terminal_wait_idle(terminal));
	terminal_signal(terminal, signal);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
}

/* Types the keys at a new start, and kills the wizard when it is at rest. */
static void leave_draft(const char *keys)
{
	struct terminal *terminal = launch();
	wizard_keys(terminal, keys);
	end_by(terminal, SIGKILL);
}

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
	const struct terminal_options options = {.rows = ROWS, .columns = COLUMNS};
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
	struct terminal *terminal = launch();
	if (typed < FIRST_ANSWER) {
		wizard_check_shows(terminal, "Press Enter to start.");
	} else {
		wizard_check_shows(terminal, "> Go on with the screening of ");
		wizard_keys(terminal, "<Enter>");
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
		struct terminal *terminal = launch();
		type_keys(terminal, i);
		end_by(terminal, SIGKILL);
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
		struct terminal *terminal = launch();
		int typed = 14 + 8 * i;
		type_keys(terminal, typed);
		end_by(terminal, signals[i]);
		check_goes_on(typed, expected[typed - 1]);
	}
	for (int i = 0; i < KEYS; i++)
		free(expected[i]);
}
END_TEST

START_TEST(test_ended_by_a_lost_terminal)
{
	struct terminal_options options = {.rows = ROWS, .columns = COLUMNS, .nohup = _i == 1};
	struct terminal *terminal = launch_as(&options);
	wizard_check_shows(terminal, "Enter Start");
	wizard_keys(terminal, "<Enter>romania<Enter>24<Enter>1");
	terminal_hang_up(terminal);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
	terminal = launch();
	wizard_check_shows(terminal, "(2 answers)");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "arrived-unaccompanied");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_ended_by_a_typed_signal)
{
	static const char *const typed[] = {"\003", "\034"};
	struct terminal *terminal = launch();
	wizard_keys(terminal, "<Enter>romania<Enter>");
	terminal_type(terminal, typed[_i]);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
	terminal = launch();
	wizard_check_shows(terminal, "(1 answer)");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

/* An end erases */

START_TEST(test_nothing_is_left_by_an_end)
{
	struct terminal *terminal = launch();
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
	const struct terminal_options options = {.rows = ROWS, .columns = COLUMNS};
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
	terminal = launch();
	wizard_check_shows(terminal, "(5 answers)");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "result");
	wizard_stop(terminal);
}
END_TEST

/* The choice */

START_TEST(test_offer_is_left)
{
	leave_draft("<Enter>romania<Enter>");
	struct terminal *terminal = launch();
	wizard_check_lacks(terminal, "Romania");
	wizard_keys(terminal, "<Down>");
	wizard_check_shows(terminal, "> Leave it and start anew");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "origin");
	wizard_check_lacks(terminal, "> RO");
	wizard_keys(terminal, "albania<Enter>24<Enter>");
	ck_assert_int_eq(drafting_count(".draft"), 2);
	wizard_stop(terminal);
	ck_assert_int_eq(drafting_count(".draft"), 1);
	terminal = launch();
	wizard_check_shows(terminal, "(1 answer)");
	wizard_stop(terminal);
}
END_TEST

/* No number of Enters erases; and Esc goes back. */
START_TEST(test_offer_is_erased)
{
	leave_draft("<Enter>romania<Enter>");
	struct terminal *terminal = launch();
	wizard_keys(terminal, "<End>");
	wizard_check_shows(terminal, "> Erase it and start anew");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Erase the answers of 1 screening?");
	wizard_keys(terminal, "<Esc>");
	wizard_check_shows(terminal, "> Erase it and start anew");
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
	leave_draft("<Enter>romania<Enter>");
	struct terminal *terminal = launch();
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
	leave_draft("<Enter>romania<Enter>");
	struct terminal *one = launch(), *other = launch();
	wizard_keys(one, "<Enter>");
	wizard_check_place(one, "age");
	wizard_keys(other, "<Enter>");
	wizard_check_shows(other, "That screening cannot be gone on with any more.");
	wizard_check_shows(other, "Press Enter to start.");
	wizard_keys(other, "<Enter>");
	wizard_check_place(other, "origin");
	wizard_stop(other);
	wizard_keys(one, "24<Enter>");
	end_by(one, SIGKILL);
	one = launch();
	wizard_check_shows(one, "(2 answers)");
	wizard_stop(one);
}
END_TEST

START_TEST(test_offer_by_the_mouse)
{
	int row, column;
	leave_draft("<Enter>romania<Enter>");
	struct terminal *terminal = launch();
	ck_assert(terminal_find(terminal, "Leave it", &row, &column));
	terminal_click(terminal, row, column);
	wizard_check_shows(terminal, "> Leave it and start anew");
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
		like->environment ? wizard_launch(&options) : launch_as(&options);
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
	leave_draft("<Enter>romania<Enter>");
	drafting_put("0badbad0.draft", "iom-screener draft 2\n", 21);
	struct terminal *terminal = launch();
	wizard_check_shows(terminal, "is of a newer");
	wizard_check_shows(terminal, "0badbad0.draft");
	wizard_check_shows(terminal, "> Go on with the screening of ");
	wizard_keys(terminal, "<Enter>24<Enter>");
	wizard_stop(terminal);
	char *left = program_read_file("iom-screener/0badbad0.draft", &length);
	ck_assert_str_eq(left, "iom-screener draft 2\n");
	free(left);
	ck_assert_int_eq(drafting_count(""), 1);
}
END_TEST

/* It is said once, and nothing else is lost. */
START_TEST(test_folder_goes_away)
{
	struct terminal *terminal = launch();
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
	leave_draft("<Enter>romania<Enter>24<Enter>");
	struct terminal *terminal = launch_plain();
	wizard_check_shows(terminal, "was not finished (2 answers).");
	wizard_check_lacks(terminal, "Romania");
	say(terminal, "", "was not finished");
	say(terminal, "2", "was not finished");
	say(terminal, "help", "back: the question before");
	say(terminal, words[_i], "Did the client come here as an");
	say(terminal, "answers", "2. How old is the client?");
	say(terminal, "no", "Does the client wish to return");
	end_by(terminal, _i ? SIGKILL : SIGHUP);
	terminal = launch();
	wizard_check_shows(terminal, "(3 answers)");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "return-wish");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_plain_starts_anew)
{
	leave_draft("<Enter>romania<Enter>");
	struct terminal *terminal = launch_plain();
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
	terminal = launch_plain();
	wizard_check_shows(terminal, "(1 answer).");
	say(terminal, "stop", "Stop? What was not finished stays for the next start.");
	say(terminal, "no", "was not finished");
	say(terminal, "erase", "They cannot be brought back.");
	say(terminal, "yes", "Which country does the client come from?");
	ck_assert_int_eq(drafting_count(""), 0);
	end_by(terminal, SIGKILL);
}
END_TEST

/* Ctrl-D ends the input, and no more. */
START_TEST(test_plain_input_ends)
{
	struct terminal *terminal = launch_plain();
	say(terminal, "RO", "How old is the client?");
	terminal_type(terminal, "\004");
	shell_check_end(terminal, 2);
	wizard_check_shows(terminal, "the next start offers to go on with it");
	terminal_free(terminal);
	terminal = launch_plain();
	wizard_check_shows(terminal, "(1 answer).");
	end_by(terminal, SIGKILL);
}
END_TEST

START_TEST(test_plain_of_several)
{
	put_draft("a.draft", 1706965509, 8);
	put_draft("b.draft", 1706965909, 1);
	struct terminal *terminal = launch_plain();
	wizard_check_shows(terminal, "1. 2024-02-03, 13:11 (1 answer)");
	wizard_check_shows(terminal, "2. 2024-02-03, 13:05 (8 answers)");
	say(terminal, "go on", "This is none of these words.");
	say(terminal, "2", "Which country does the client come from?");
	say(terminal, "answers", "8. ");
	end_by(terminal, SIGKILL);
}
END_TEST

/* A script meets no question of another run, and leaves none. */
START_TEST(test_plain_without_a_keyboard)
{
	const char *const arguments[] = {"--plain", NULL};
	struct program_run run = {.arguments = arguments, .input = "AL\n24\n"};
	struct program_result result;
	leave_draft("<Enter>romania<Enter>");
	program_run(&run, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: Albania"));
	ck_assert_ptr_null(strstr(result.errors, "not finished ("));
	ck_assert_int_eq(drafting_count(".draft"), 1);
	program_result_destroy(&result);
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

static void add_starts(TCase *tcase)
{
	tcase_add_checked_fixture(tcase, drafting_begin, drafting_end);
	tcase_add_test(tcase, test_offer_is_left);
	tcase_add_test(tcase, test_offer_is_erased);
	tcase_add_test(tcase, test_stop_at_the_start_leaves_it);
	tcase_add_test(tcase, test_offer_is_gone);
	tcase_add_test(tcase, test_offer_by_the_mouse);
	tcase_add_loop_test(tcase, test_screen_of_one_offer, 0, 3);
	tcase_add_loop_test(tcase, test_screen_of_several_offers, 0, 3);
	tcase_add_loop_test(tcase, test_screen_without_a_folder, 0, 3);
	tcase_add_test(tcase, test_refused_draft_is_left_alone);
	tcase_add_test(tcase, test_folder_goes_away);
}

static void add_plain(TCase *tcase)
{
	tcase_add_checked_fixture(tcase, drafting_begin, drafting_end);
	tcase_add_loop_test(tcase, test_plain_goes_on, 0, 3);
	tcase_add_test(tcase, test_plain_starts_anew);
	tcase_add_test(tcase, test_plain_input_ends);
	tcase_add_test(tcase, test_plain_of_several);
	tcase_add_test(tcase, test_plain_without_a_keyboard);
}

int main(void)
{
	static const struct wizard_case cases[] = {
		{"kills", add_kills}, {"starts", add_starts}, {"plain", add_plain}};
	return wizard_run_suite("wizard_draft", cases, sizeof cases / sizeof *cases);
}
