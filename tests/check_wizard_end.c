/* How the wizard ends, is stopped and goes on: the terminal is whole after each, and nothing that
 * was answered stays on it. */
#include "folder.h"
#include "shell.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static const char *const types[] = {
	"xterm-256color", "xterm", "linux", "screen-256color", "tmux-256color", "vt100"};

enum { TYPES = sizeof types / sizeof *types };

/* Keys that lead from the question for the age to another screen. */
static const char *const screens[] = {
	"", "\0331", "\0334", "\0335", "\0335\0336", "\0339", "\0330"};

enum { SCREENS = sizeof screens / sizeof *screens };

/* Words of the wizard, of its questions and of the answers given below. */
static void check_nothing_left(struct terminal *terminal)
{
	static const char *const words[] = {"Romania", "client", "IOM", "24", "F10", "summary"};
	char *screen = terminal_screen(terminal);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		ck_assert_msg(!strstr(screen, words[i]), "%s is left on:\n%s", words[i], screen);
		ck_assert_ptr_null(strstr(terminal_scrollback(terminal), words[i]));
	}
	free(screen);
}

static struct terminal *start_at(const char *type, const char *keys)
{
	struct terminal *terminal = wizard_start_type(type);
	wizard_keys(terminal, "romania\r24");
	wizard_keys(terminal, keys);
	return terminal;
}

START_TEST(test_end_by_enter)
{
	struct terminal *terminal = wizard_start_type(types[_i]);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_ask_to_finish(terminal);
	wizard_check_shows(terminal, "Finish? Nothing is kept.");
	terminal_type(terminal, "\r");
	wizard_check_end(terminal, 0);
	check_nothing_left(terminal);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_end_by_stop)
{
	struct terminal *terminal = start_at(types[_i], "\0330");
	terminal_type(terminal, "\r");
	wizard_check_end(terminal, 0);
	check_nothing_left(terminal);
	terminal_free(terminal);
}
END_TEST

static const struct {
	const char *typed;
	int signal;
} typed_signals[] = {{"\003", SIGINT}, {"\034", SIGQUIT}};

START_TEST(test_end_by_typed_signal)
{
	for (size_t i = 0; i < sizeof typed_signals / sizeof *typed_signals; i++) {
		struct terminal *terminal = start_at(NULL, screens[_i]);
		terminal_type(terminal, typed_signals[i].typed);
		wizard_check_killed(terminal, typed_signals[i].signal);
		check_nothing_left(terminal);
		terminal_free(terminal);
	}
}
END_TEST

/* Those that end a program from outside, and those of a crash. */
static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU,
	SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS};

enum { SIGNALS = sizeof signals / sizeof *signals };

START_TEST(test_end_by_signal)
{
	struct terminal *terminal = start_at(types[_i % TYPES], screens[_i % SCREENS]);
	terminal_signal(terminal, signals[_i]);
	wizard_check_killed(terminal, signals[_i]);
	check_nothing_left(terminal);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_crash_on_each_type)
{
	struct terminal *terminal = start_at(types[_i], "\r");
	terminal_signal(terminal, SIGSEGV);
	wizard_check_killed(terminal, SIGSEGV);
	check_nothing_left(terminal);
	terminal_free(terminal);
}
END_TEST

/* What the shell had on its screen is there again, and what was typed ahead is not for the shell.
 */
START_TEST(test_shell_after_the_end)
{
	struct terminal *terminal =
		shell_start("echo before; '" SCREENER_PROGRAM "' --date " WIZARD_DAY
			    "; echo ended; read answer; echo \"after [$answer]\"");
	wizard_check_shows(terminal, "Enter Start");
	terminal_type(terminal, "\rrom\r24\0330\rleft over\n");
	/* What is typed until the wizard has ended is thrown away. */
	wizard_check_shows(terminal, "ended");
	terminal_type(terminal, "fresh\n");
	wizard_check_end(terminal, 0);
	shell_check_screen(terminal, "before\nended\nfresh\nafter [fresh]\n");
	terminal_free(terminal);
}
END_TEST

/* Stopped and continued */

START_TEST(test_stop_and_go_on)
{
	struct terminal *terminal = start_at(types[_i % TYPES], screens[_i % SCREENS]);
	char *before = terminal_screen(terminal);
	terminal_type(terminal, "\032");
	ck_assert(terminal_wait_stop(terminal));
	shell_check_whole(terminal);
	check_nothing_left(terminal);
	terminal_signal(terminal, SIGCONT);
	ck_assert(terminal_wait_idle(terminal));
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	terminal_signal(terminal, SIGTERM);
	wizard_check_killed(terminal, SIGTERM);
	terminal_free(terminal);
}
END_TEST

/* SIGSTOP cannot be seen, but that it went on can; a shell has set the terminal up for itself. */
START_TEST(test_stop_unseen)
{
	char command[100];
	struct terminal *terminal = start_at(NULL, "");
	terminal_signal(terminal, SIGSTOP);
	ck_assert(terminal_wait_stop(terminal));
	snprintf(command, sizeof command, "stty sane </proc/%d/fd/0", terminal_process(terminal));
	ck_assert_int_eq(system(command), 0);
	size_t mark = terminal_mark(terminal);
	terminal_signal(terminal, SIGCONT);
	ck_assert(terminal_wait_wrote(terminal, mark, "How old is the client?"));
	terminal_type(terminal, "5");
	wizard_check_shows(terminal, "> 245");
	wizard_stop(terminal);
}
END_TEST

/* A shell with job control: its prompt is whole, the window changes its size in between. */
START_TEST(test_stop_under_a_shell)
{
	const char *const arguments[] = {"sh", "-i", NULL};
	const char *const environment[] = {"PS1=ready> ", "ENV=", NULL};
	struct terminal_options options = {.arguments = arguments, .environment = environment};
	struct terminal *terminal = terminal_start(&options);
	ck_assert_ptr_nonnull(terminal);
	wizard_check_shows(terminal, "ready>");
	terminal_type(terminal, "'" SCREENER_PROGRAM "' --date " WIZARD_DAY "\n");
	wizard_check_shows(terminal, "Enter Start");
	terminal_type(terminal, "\rromania\r24");
	wizard_check_shows(terminal, "> 24");
	terminal_type(terminal, "\032");
	wizard_check_shows(terminal, "Stopped");
	/* What is typed before the shell asks for it would be shown above its prompt. */
	ck_assert(terminal_wait_idle(terminal));
	terminal_type(terminal, "stty -a | grep -c 'icanon .*echo '; echo typed\n");
	wizard_check_shows(terminal, "\n1\ntyped\nready>");
	ck_assert(!terminal_alternate(terminal));
	ck_assert(!terminal_shows(terminal, "Romania"));
	terminal_resize(terminal, 12, 40);
	terminal_type(terminal, "fg\n");
	wizard_check_shows(terminal, "> 24");
	wizard_check_shows(terminal, "\nF5 Outcome F9 Hide F10 Stop");
	terminal_type(terminal, "\0330\r");
	wizard_check_shows(terminal, "ready>");
	ck_assert(terminal_wait_idle(terminal));
	terminal_type(terminal, "exit\n");
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
}
END_TEST

/* Nothing is written but to the terminal: a folder that is all homes at once stays empty. */
START_TEST(test_no_file_is_left)
{
	const char *const environment[] = {"HOME=.", "TMPDIR=.", "XDG_RUNTIME_DIR=.",
		"XDG_CACHE_HOME=.", "XDG_STATE_HOME=.", "XDG_CONFIG_HOME=.", NULL};
	static const int ends[] = {SIGKILL, SIGSEGV, SIGTERM, 0};
	struct terminal_options options = {.environment = environment};
	struct dirent **entries;
	folder_begin();
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	if (ends[_i]) {
		terminal_signal(terminal, ends[_i]);
		ck_assert_int_ne(terminal_wait_end(terminal), -1);
		terminal_free(terminal);
	} else {
		wizard_stop(terminal);
	}
	ck_assert_int_eq(scandir(".", &entries, NULL, NULL), 2);
	free(entries[0]);
	free(entries[1]);
	free(entries);
	folder_end();
}
END_TEST

static void add_ends(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_end_by_enter, 0, TYPES);
	tcase_add_loop_test(tcase, test_end_by_stop, 0, TYPES);
	tcase_add_loop_test(tcase, test_end_by_typed_signal, 0, SCREENS);
	tcase_add_loop_test(tcase, test_end_by_signal, 0, SIGNALS);
	tcase_add_loop_test(tcase, test_crash_on_each_type, 0, TYPES);
	tcase_add_test(tcase, test_shell_after_the_end);
	tcase_add_loop_test(tcase, test_no_file_is_left, 0, 4);
}

static void add_stops(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_stop_and_go_on, 0, SCREENS);
	tcase_add_test(tcase, test_stop_unseen);
	tcase_add_test(tcase, test_stop_under_a_shell);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"ends", add_ends}, {"stops", add_stops}};
	return wizard_run_suite("wizard_end", cases, sizeof cases / sizeof *cases);
}
