#include "shell.h"
#include "suite.h"
#include "terminal.h"
#include "terminal_private.h"
#include "terminal_screen.h"

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* Waiting and typing */

/* Each line must have been read, and its answer be on the screen, when the wait is over. */
START_TEST(test_wait_idle_is_exact)
{
	static const char *const words[] = {"alpha", "bravo", "charlie", "delta"};
	struct terminal *terminal = shell_start("stty -echo; while read word; do tput clear; "
						"echo \"read $word\"; done");
	ck_assert(terminal_wait_idle(terminal));
	for (size_t i = 0; i < 40; i++) {
		terminal_type(terminal, words[i % 4]);
		terminal_key(terminal, TERMINAL_KEY_ENTER);
		ck_assert(terminal_wait_idle(terminal));
		ck_assert_msg(terminal_shows(terminal, words[i % 4]), "line %zu", i);
	}
	terminal_free(terminal);
}
END_TEST

/* A wait for something else than input is no rest. */
START_TEST(test_wait_idle_not_while_asleep)
{
	struct terminal *terminal = shell_start("exec sleep 0.3");
	ck_assert(!terminal_wait_idle(terminal));
	ck_assert(WIFEXITED(terminal_wait_end(terminal)));
	terminal_free(terminal);
}
END_TEST

static const char show_keys[] = "stty raw -echo; printf ready; exec cat -v";

static void check_key(struct terminal *terminal, enum terminal_key key, const char *shown)
{
	size_t mark = terminal_mark(terminal);
	ck_assert(terminal_key(terminal, key));
	ck_assert_msg(terminal_wait_wrote(terminal, mark, shown), "%s", shown);
}

START_TEST(test_key_bytes)
{
	struct terminal *terminal = shell_start_type(show_keys, "xterm");
	ck_assert(terminal_wait_text(terminal, "ready"));
	check_key(terminal, TERMINAL_KEY_F1, "^[OP");
	check_key(terminal, TERMINAL_KEY_F10, "^[[21~");
	check_key(terminal, TERMINAL_KEY_UP, "^[[A");
	check_key(terminal, TERMINAL_KEY_END, "^[[F");
	check_key(terminal, TERMINAL_KEY_ENTER, "^M");
	check_key(terminal, TERMINAL_KEY_ESCAPE, "^[");
	check_key(terminal, TERMINAL_KEY_BACKSPACE, "^?");
	terminal_free(terminal);
	terminal = shell_start_type(show_keys, "linux");
	ck_assert(terminal_wait_text(terminal, "ready"));
	check_key(terminal, TERMINAL_KEY_F1, "^[[[A");
	check_key(terminal, TERMINAL_KEY_HOME, "^[[1~");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_key_with_keypad_on)
{
	struct terminal *terminal =
		shell_start_type("stty raw -echo; tput smkx; printf ready; exec cat -v", "xterm");
	ck_assert(terminal_wait_text(terminal, "ready"));
	ck_assert(terminal_keypad(terminal));
	check_key(terminal, TERMINAL_KEY_UP, "^[OA");
	check_key(terminal, TERMINAL_KEY_HOME, "^[OH");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_key_every_type)
{
	static const char *const types[] = {"xterm", "xterm-256color", "linux", "screen", "tmux"};
	struct terminal *terminal = shell_start_type("exec cat", types[_i]);
	for (int key = 0; key < TERMINAL_KEY_COUNT; key++)
		ck_assert_msg(terminal->keys[key] != NULL, "%s: key %d", types[_i], key);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_key_that_is_not_there)
{
	struct terminal *terminal = shell_start_type("exec cat", "dumb");
	ck_assert(!terminal_key(terminal, TERMINAL_KEY_F1));
	ck_assert(terminal_key(terminal, TERMINAL_KEY_TAB));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_click)
{
	struct terminal *terminal =
		shell_start("stty raw -echo; printf '\\033[?1006;1000hready'; exec cat -v");
	ck_assert(terminal_wait_text(terminal, "ready"));
	ck_assert(terminal_mouse(terminal));
	terminal_click(terminal, 2, 4);
	ck_assert(terminal_wait_text(terminal, "^[[<0;5;3M^[[<0;5;3m"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_answers_to_questions)
{
	struct terminal *terminal =
		shell_start("stty raw -echo; tput cup 3 4; printf '\\033[6n'; exec cat -v");
	ck_assert(terminal_wait_text(terminal, "^[[4;5R"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_resize)
{
	struct terminal_options options = {.rows = 24, .columns = 80};
	struct terminal *terminal = shell_start_as(
		"trap 'stty size' WINCH; stty size; while :; do read line; done", &options);
	ck_assert(terminal_wait_text(terminal, "24 80"));
	terminal_resize(terminal, 12, 40);
	ck_assert(terminal_wait_text(terminal, "12 40"));
	terminal_resize(terminal, 50, 132);
	ck_assert(terminal_wait_text(terminal, "50 132"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_resize_to_next_to_nothing)
{
	struct terminal *terminal = shell_start("trap 'stty size' WINCH; printf '\346\227\245'; "
						"while :; do read line; done");
	ck_assert(terminal_wait_idle(terminal));
	size_t mark = terminal_mark(terminal);
	terminal_resize(terminal, 1, 1);
	ck_assert(terminal_wait_wrote(terminal, mark, "1 1"));
	terminal_free(terminal);
}
END_TEST

/* The program's world */

START_TEST(test_start_of_what_is_not_there)
{
	const char *const arguments[] = {"there-is-no-such-program", NULL};
	struct terminal_options options = {.arguments = arguments};
	ck_assert_ptr_null(terminal_start(&options));
}
END_TEST

START_TEST(test_environment)
{
	const char *const environment[] = {"MINE=given", "HOME=/elsewhere", NULL};
	struct terminal_options options = {.environment = environment, .type = "vt100"};
	setenv("NO_COLOR", "1", 1);
	struct terminal *terminal = shell_start_as(
		"echo \"$MINE $HOME $TERM $LC_ALL ${NO_COLOR-none}\"; env | grep -c ^HOME",
		&options);
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "given /elsewhere vt100 C.UTF-8 none\n1\n");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_captured_output)
{
	struct terminal_options options = {
		.capture_output = true, .capture_errors = true, .input = "from a pipe\n"};
	struct terminal *terminal = shell_start_as(
		"cat; echo wrong >&2; echo drawn >/dev/tty; test -t 1 || echo no", &options);
	shell_check_end(terminal, 0);
	ck_assert_str_eq(terminal_output(terminal), "from a pipe\nno\n");
	ck_assert_str_eq(terminal_errors(terminal), "wrong\n");
	shell_check_screen(terminal, "drawn\n");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_input_file_and_folder)
{
	struct terminal_options options = {.input_file = "/dev/null", .folder = "/"};
	struct terminal *terminal =
		shell_start_as("pwd; test -t 0 || read line || echo empty", &options);
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "/\nempty\n");
	terminal_free(terminal);
}
END_TEST

/* More than the pty and the pipe hold at once: nobody may wait for the other. */
START_TEST(test_much_output)
{
	struct terminal_options options = {.capture_output = true};
	struct terminal *terminal = shell_start_as("seq 100000; seq 20000 >/dev/tty", &options);
	shell_check_end(terminal, 0);
	ck_assert_uint_eq(strlen(terminal_output(terminal)), 588895);
	ck_assert(terminal_shows(terminal, "19999\n20000\n"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_nothing_open_but_the_streams)
{
	struct terminal *other = shell_start("exec cat");
	struct terminal *terminal = shell_start("ls -1 /proc/$$/fd; true");
	shell_check_end(terminal, 0);
	ck_assert(!terminal_shows(terminal, "3\n"));
	ck_assert(terminal_shows(terminal, "0\n1\n2\n"));
	terminal_free(terminal);
	terminal_free(other);
}
END_TEST

START_TEST(test_process_is_measured)
{
	struct terminal *terminal =
		shell_start("i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done; read line");
	ck_assert(terminal_wait_idle(terminal));
	double used = terminal_cpu_ms(terminal);
	ck_assert_double_gt(used, 0);
	ck_assert_int_gt((int)terminal_memory_kib(terminal), 0);
	ck_assert_int_gt((int)terminal_peak_kib(terminal), 0);
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	shell_check_end(terminal, 0);
	ck_assert_double_gt(terminal_cpu_ms(terminal), 0);
	ck_assert_int_gt((int)terminal_peak_kib(terminal), 0);
	terminal_free(terminal);
}
END_TEST

/* Ends */

START_TEST(test_end_status)
{
	struct terminal *terminal = shell_start("exit 3");
	shell_check_end(terminal, 3);
	terminal_free(terminal);
	terminal = shell_start("exec cat");
	terminal_signal(terminal, SIGTERM);
	int status = terminal_wait_end(terminal);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), SIGTERM);
	terminal_signal(terminal, SIGTERM);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_end_by_control_c)
{
	struct terminal *terminal = shell_start("exec cat");
	ck_assert(terminal_wait_idle(terminal));
	terminal_type(terminal, "\003");
	int status = terminal_wait_end(terminal);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), SIGINT);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_stop_and_go_on)
{
	struct terminal *terminal = shell_start("exec cat");
	ck_assert(terminal_wait_idle(terminal));
	terminal_type(terminal, "\032");
	ck_assert(terminal_wait_stop(terminal));
	terminal_signal(terminal, SIGCONT);
	terminal_type(terminal, "again\n");
	ck_assert(terminal_wait_text(terminal, "again\nagain\n"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_hang_up)
{
	struct terminal *terminal = shell_start("printf shown; exec sleep 600");
	ck_assert(terminal_wait_text(terminal, "shown"));
	terminal_hang_up(terminal);
	int status = terminal_wait_end(terminal);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), SIGHUP);
	ck_assert(terminal_shows(terminal, "shown"));
	ck_assert(!terminal_is_whole(terminal, NULL));
	terminal_free(terminal);
}
END_TEST

/* Under nohup the program learns only from its input that the terminal is gone. */
START_TEST(test_hang_up_under_nohup)
{
	struct terminal_options options = {.nohup = true, .capture_errors = true};
	struct terminal *terminal =
		shell_start_as("printf shown; cat; echo over >&2; exit 5", &options);
	ck_assert(terminal_wait_text(terminal, "shown"));
	struct terminal *other = shell_start("exec cat");
	terminal_hang_up(terminal);
	shell_check_end(terminal, 5);
	ck_assert_ptr_nonnull(strstr(terminal_errors(terminal), "over"));
	terminal_free(other);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_free_ends_the_program)
{
	struct terminal *terminal =
		shell_start("trap '' HUP INT TERM; printf up; while :; do read x; done");
	ck_assert(terminal_wait_text(terminal, "up"));
	int process = terminal_process(terminal);
	ck_assert_int_eq(kill(process, 0), 0);
	terminal_free(terminal);
	ck_assert_int_eq(kill(process, 0), -1);
	ck_assert_int_eq(errno, ESRCH);
	terminal_free(NULL);
}
END_TEST

static void add_typing(TCase *tcase)
{
	tcase_add_test(tcase, test_wait_idle_is_exact);
	tcase_add_test(tcase, test_wait_idle_not_while_asleep);
	tcase_add_test(tcase, test_key_bytes);
	tcase_add_test(tcase, test_key_with_keypad_on);
	tcase_add_loop_test(tcase, test_key_every_type, 0, 5);
	tcase_add_test(tcase, test_key_that_is_not_there);
	tcase_add_test(tcase, test_click);
	tcase_add_test(tcase, test_answers_to_questions);
	tcase_add_test(tcase, test_resize);
	tcase_add_test(tcase, test_resize_to_next_to_nothing);
}

static void add_world(TCase *tcase)
{
	tcase_add_test(tcase, test_start_of_what_is_not_there);
	tcase_add_test(tcase, test_environment);
	tcase_add_test(tcase, test_captured_output);
	tcase_add_test(tcase, test_input_file_and_folder);
	tcase_add_test(tcase, test_much_output);
	tcase_add_test(tcase, test_nothing_open_but_the_streams);
	tcase_add_test(tcase, test_process_is_measured);
}

static void add_ends(TCase *tcase)
{
	tcase_add_test(tcase, test_end_status);
	tcase_add_test(tcase, test_end_by_control_c);
	tcase_add_test(tcase, test_stop_and_go_on);
	tcase_add_test(tcase, test_hang_up);
	tcase_add_test(tcase, test_hang_up_under_nohup);
	tcase_add_test(tcase, test_free_ends_the_program);
}

int main(void)
{
	static const struct {
		const char *name;
		void (*add)(TCase *tcase);
	} cases[] = {
		{"typing", add_typing},
		{"world", add_world},
		{"ends", add_ends},
	};
	Suite *suite = suite_create("terminal");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		TCase *tcase = tcase_create(cases[i].name);
		tcase_set_timeout(tcase, TERMINAL_CASE_SECONDS);
		cases[i].add(tcase);
		suite_add_tcase(suite, tcase);
	}
	return suite_run(suite);
}
