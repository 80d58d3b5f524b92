/* A terminal that goes away, as when its window is closed: wherever the wizard is, on a screen or
 * line by line, it ends by itself and does next to nothing until then. */
#include "shell.h"
#include "wizard.h"

#include <check.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* CPU time for the end itself, sanitizers included; whoever reads the end of a terminal again and
 * again uses it all. */
enum { LITTLE_MS = 300 };

/* What looks for leaks stops the process to do so, and waits for ever where it is told to continue
 * meanwhile: the signal that comes after SIGHUP. */
static const char *const no_leaks[] = {"LSAN_OPTIONS=detect_leaks=0", NULL};

/* Screens: the question up to which is answered, "result", or "" for the start; and keys then. */
static const struct {
	const char *place;
	const char *keys;
} screens[] = {
	{"", ""},
	{"", "<F1>"},
	{"origin", ""},
	{"origin", "<PgDn>"},
	{"origin", "zz<Enter>"},
	{"age", "24"},
	{"victim", ""},
	{"support-needs", "1"},
	{"health", "<F1>"},
	{"health", "<F4>"},
	{"health", "<F4><Home><Enter>"},
	{"health", "<F4><Home><Enter>ukraine<Enter>"},
	{"health", "<F5>"},
	{"health", "<F5><F1>"},
	{"health", "<F5><Enter>"},
	{"health", "<F9>"},
	{"health", "<F10>"},
	{"health", "<F10><Esc>"},
	{"result", ""},
	{"result", "<F4>"},
	{"result", "<F6>"},
	{"result", "<F6><F10>"},
};

enum { SCREENS = sizeof screens / sizeof *screens };

static struct terminal *start_at(const char *place, const char *keys, bool nohup)
{
	struct terminal_options options = {.nohup = nohup, .environment = no_leaks};
	struct terminal *terminal = *place ? wizard_start(&options) : wizard_launch(&options);
	if (*place)
		wizard_walk(terminal, wizard_romania, place, NULL);
	wizard_keys(terminal, keys);
	return terminal;
}

/* Hangs up, and checks that it ends: under nohup with the status that says so. Takes. */
static void check_ends(struct terminal *terminal, bool nohup)
{
	double before = terminal_cpu_ms(terminal);
	terminal_hang_up(terminal);
	int status = terminal_wait_end(terminal);
	bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP;
	bool ended = WIFEXITED(status) && WEXITSTATUS(status) == 2;
	ck_assert_msg(ended || (killed && !nohup), "status %x", (unsigned)status);
	ck_assert_double_lt(terminal_cpu_ms(terminal) - before, LITTLE_MS);
	terminal_free(terminal);
}

START_TEST(test_hang_up)
{
	check_ends(start_at(screens[_i].place, screens[_i].keys, false), false);
}
END_TEST

/* With SIGHUP ignored it has to see for itself. */
START_TEST(test_hang_up_under_nohup)
{
	check_ends(start_at(screens[_i].place, screens[_i].keys, true), true);
}
END_TEST

/* An Esc that has not been taken for anything yet. */
START_TEST(test_hang_up_after_escape)
{
	struct terminal *terminal = start_at("age", "", _i);
	terminal_type(terminal, "\033");
	check_ends(terminal, _i);
}
END_TEST

/* Its output was held with Ctrl-S, so that it waits to write. */
START_TEST(test_hang_up_while_held)
{
	struct terminal *terminal = start_at("origin", "", _i);
	terminal_type(terminal, "\023ro\r24\r2\r1\r2\r");
	check_ends(terminal, _i);
}
END_TEST

START_TEST(test_hang_up_while_stopped)
{
	struct terminal *terminal = start_at("age", "24", _i);
	terminal_type(terminal, "\032");
	ck_assert(terminal_wait_stop(terminal));
	check_ends(terminal, _i);
}
END_TEST

static const char *const talks[] = {"", "RO\n", "RO\n24\nhelp\n", "RO\n24\nanswers\n", "RO\n2"};

enum { TALKS = sizeof talks / sizeof *talks };

START_TEST(test_hang_up_line_by_line)
{
	const char *const arguments[] = {"--plain", NULL};
	bool nohup = _i % 2;
	struct terminal_options options = {
		.arguments = arguments, .nohup = nohup, .environment = no_leaks};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "Which country");
	wizard_keys(terminal, talks[_i / 2]);
	check_ends(terminal, nohup);
}
END_TEST

/* Ignored, SIGHUP does not end it while the terminal is there. */
START_TEST(test_nohup_is_respected)
{
	struct terminal_options options = {.nohup = true};
	struct terminal *terminal = wizard_start(&options);
	terminal_signal(terminal, SIGHUP);
	wizard_keys(terminal, "romania<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

static void add_hang_ups(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_hang_up, 0, SCREENS);
	tcase_add_loop_test(tcase, test_hang_up_under_nohup, 0, SCREENS);
	tcase_add_loop_test(tcase, test_hang_up_after_escape, 0, 2);
	tcase_add_loop_test(tcase, test_hang_up_while_held, 0, 2);
	tcase_add_loop_test(tcase, test_hang_up_while_stopped, 0, 2);
	tcase_add_loop_test(tcase, test_hang_up_line_by_line, 0, TALKS * 2);
	tcase_add_test(tcase, test_nohup_is_respected);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"hang-ups", add_hang_ups}};
	return wizard_run_suite("wizard_hang_up", cases, sizeof cases / sizeof *cases);
}
