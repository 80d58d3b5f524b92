/* Hiding: everything is gone at once, by F9 or after a while without a key, the window's title
 * says nothing, and only F9 or Esc 9 brings it back as it was. */
#include "draft.h"
#include "folder.h"
#include "installation.h"
#include "languages.h"
#include "reader.h"
#include "terminal_screen.h"
#include "wizard.h"

#include "ui/ui.h"

#include <check.h>
#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHORT_MS = 400 };

static void check_empty(struct terminal *terminal)
{
	struct terminal_cell cell;
	char *screen = terminal_screen(terminal);
	ck_assert_str_eq(screen, "\n");
	free(screen);
	for (int row = 0; terminal_cell(terminal, row, 0, &cell); row++) {
		ck_assert_int_eq(cell.background, TERMINAL_COLOUR_OWN);
		ck_assert(!cell.reverse);
	}
}

/* Screens, each with something typed or chosen that has to be there again. */
static const char *const screens[] = {"", "rom", "rom<Down><Down>", "xyz<Enter>", "<F1><PgDn>",
	"romania<Enter>2", "romania<Enter>24<Enter><Down><Down>", "romania<Enter><F4>",
	"romania<Enter><F5><PgDn>", "romania<Enter><F5><F6>na", "<F10>"};

enum { SCREENS = sizeof screens / sizeof *screens };

START_TEST(test_hide_and_show)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, screens[_i]);
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, _i % 2 ? "<F9>" : "\0339");
	check_empty(terminal);
	wizard_keys(terminal, _i % 2 ? "\0339" : "<F9>");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	terminal_free(terminal);
}
END_TEST

/* Wiped and renamed in one go, before anything else is written. */
START_TEST(test_hide_in_one_update)
{
	static const char *const types[][2] = {
		{"xterm-256color", "\033]0;Terminal\007\033[H\033[2J"},
		{"tmux-256color", "\033]0;Terminal\007\033[1;1H\033[K\033[2;1H\033[K"},
		{"screen-256color", "\033]0;Terminal\007\033[1;1H\033[K\033[2;1H\033[K"},
	};
	size_t length;
	struct terminal *terminal = wizard_start_type(types[_i][0]);
	wizard_keys(terminal, "romania");
	size_t mark = terminal_mark(terminal);
	wizard_keys(terminal, "<F9>");
	const char *log = terminal_log(terminal, &length);
	ck_assert_uint_gt(length, mark);
	ck_assert_int_eq(strncmp(log + mark, types[_i][1], strlen(types[_i][1])), 0);
	check_empty(terminal);
	terminal_free(terminal);
}
END_TEST

/* What is no F9: keys, a paste, the mouse, another size, drawing anew. */
START_TEST(test_hidden_stays_hidden)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "romania<Enter>24");
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, "<F9>");
	wizard_keys(terminal, "<F1><F2><F3><F4><F5><F6><F7><F10><Enter><Tab><Space><Up><PgDn>");
	wizard_keys(terminal, "<Home><End><Del><Backspace><Backtab><Esc><Esc>\014\025 09xyz");
	wizard_keys(terminal, "\033[200~romania and 9\r\033[201~");
	for (int row = 0; row < 24; row++)
		terminal_click(terminal, row, 5);
	ck_assert(terminal_wait_idle(terminal));
	check_empty(terminal);
	terminal_resize(terminal, 40, 120);
	ck_assert(terminal_wait_idle(terminal));
	check_empty(terminal);
	terminal_resize(terminal, 3, 10);
	ck_assert(terminal_wait_idle(terminal));
	check_empty(terminal);
	terminal_resize(terminal, 24, 80);
	wizard_keys(terminal, "<F9>");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_hidden_is_stopped_and_goes_on)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "romania<Enter>24<F9>");
	for (int round = 0; round < 2; round++) {
		terminal_type(terminal, "\032");
		ck_assert(terminal_wait_stop(terminal));
		terminal_signal(terminal, SIGCONT);
		ck_assert(terminal_wait_idle(terminal));
		check_empty(terminal);
		ck_assert_str_eq(terminal_title(terminal), "Terminal");
	}
	wizard_keys(terminal, "<F9>");
	wizard_check_shows(terminal, "> 24");
	wizard_stop(terminal);
}
END_TEST

/* Ctrl-S stops what is written, and would have F9 hide nothing. */
START_TEST(test_hides_after_control_s)
{
	struct terminal *terminal = wizard_start(NULL);
	for (int round = 0; round < 2; round++) {
		wizard_keys(terminal, "romania");
		terminal_type(terminal, "\023");
		terminal_type(terminal, "x");
		wizard_keys(terminal, "<F9>");
		check_empty(terminal);
		wizard_keys(terminal, "<F9>\025");
		terminal_type(terminal, "\032");
		ck_assert(terminal_wait_stop(terminal));
		terminal_signal(terminal, SIGCONT);
		ck_assert(terminal_wait_idle(terminal));
	}
	wizard_stop(terminal);
}
END_TEST

/* The window's title */

static struct terminal *start_titled(const char *type)
{
	const char *const arguments[] = {"sh", "-c",
		"printf '\\033]0;mine\\007'; exec '" SCREENER_PROGRAM "' --date " WIZARD_DAY, NULL};
	struct terminal_options options = {.arguments = arguments, .type = type};
	struct terminal *terminal = terminal_start(&options);
	ck_assert_ptr_nonnull(terminal);
	wizard_check_shows(terminal, "Esc 9");
	ck_assert_str_eq(terminal_title(terminal), "Terminal");
	return terminal;
}

static const int ends[] = {0, SIGTERM, SIGSEGV, SIGHUP, SIGTSTP};

START_TEST(test_title_comes_back)
{
	struct terminal *terminal = start_titled(_i % 2 ? "xterm-256color" : "tmux-256color");
	wizard_keys(terminal, "<Enter>");
	if (ends[_i] == SIGTSTP) {
		terminal_type(terminal, "\032");
		ck_assert(terminal_wait_stop(terminal));
	} else if (ends[_i]) {
		terminal_signal(terminal, ends[_i]);
		wizard_check_killed(terminal, ends[_i]);
	} else {
		wizard_keys(terminal, "<F10>");
		terminal_type(terminal, "\r");
		wizard_check_end(terminal, 0);
	}
	ck_assert_str_eq(terminal_title(terminal), "mine");
	terminal_free(terminal);
}
END_TEST

/* A terminal that does not know titles would show one as text. */
START_TEST(test_no_title_where_it_is_not_known)
{
	static const char *const types[] = {"linux", "vt100", "vt220", "ansi"};
	struct terminal_options options = {.type = types[_i]};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "Esc 9");
	wizard_keys(terminal, "\0339");
	check_empty(terminal);
	ck_assert(!terminal_wrote(terminal, 0, "Terminal"));
	ck_assert(!terminal_wrote(terminal, 0, "\033[22;0t"));
	terminal_free(terminal);
}
END_TEST

/* Hiding by itself */

/* The wizard with settings that no file can have: this program, run again, is it. */
static int run_short(const char *milliseconds)
{
	struct installation installation;
	struct fault_list faults;
	struct error error;
	struct ui_settings settings = {.input = stdin,
		.output = stdout,
		.moment = {.date = {2026, 11, 23}},
		.hide_after = atoi(milliseconds)};
	installation_find(&installation);
	languages_start(NULL, installation.catalogues);
	fault_list_init(&faults);
	error_init(&error);
	struct pack *pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	struct logic *logic = logic_new(pack);
	struct interview *interview = interview_new(pack, logic);
	settings.draft = draft_new(pack);
	enum ui_end end = ui_run(interview, &settings, &error);
	draft_free(settings.draft);
	interview_free(interview);
	logic_free(logic);
	pack_free(pack);
	fault_list_destroy(&faults);
	return (int)end;
}

static struct terminal *start_short(int milliseconds)
{
	char number[16];
	snprintf(number, sizeof number, "%d", milliseconds);
	const char *const arguments[] = {"/proc/self/exe", "--short", number, NULL};
	struct terminal_options options = {.arguments = arguments};
	struct terminal *terminal = terminal_start(&options);
	ck_assert_ptr_nonnull(terminal);
	return terminal;
}

/* Seconds until a timer of the program wakes it; -1 where none will. */
static long find_timer(const struct terminal *terminal)
{
	char path[300], line[200];
	long seconds = -1, nanoseconds;
	snprintf(path, sizeof path, "/proc/%d/fdinfo", terminal_process(terminal));
	DIR *folder = opendir(path);
	ck_assert_ptr_nonnull(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		snprintf(path, sizeof path, "/proc/%d/fdinfo/%s", terminal_process(terminal),
			entry->d_name);
		FILE *file = fopen(path, "r");
		while (file && fgets(line, sizeof line, file))
			if (sscanf(line, "it_value: (%ld, %ld)", &seconds, &nanoseconds) == 2 &&
				seconds == 0 && nanoseconds == 0)
				seconds = -1;
		if (file)
			fclose(file);
	}
	closedir(folder);
	return seconds;
}

static bool is_timed(const struct terminal *terminal)
{
	return find_timer(terminal) >= 0;
}

/* Keys that lead to a screen, typed before the wizard reads the first; and words that are painted
 * when it is shown. */
static const struct {
	const char *keys;
	const char *words;
} idle_screens[] = {{"", "A few questions"}, {"\rromania\r24", "How old is the client?"},
	{"\r\0331", "Source"}, {"\rromania\r\0335\0336na", "Name of the file"}, {"\0330", "Stop?"}};

enum { IDLE_SCREENS = sizeof idle_screens / sizeof *idle_screens };

static bool is_hidden(struct terminal *terminal, const void *subject)
{
	(void)subject;
	char *screen = terminal_screen(terminal);
	bool hidden = strcmp(screen, "\n") == 0 && terminal_alternate(terminal) &&
		      terminal_wrote(terminal, 0, "Esc 9");
	free(screen);
	return hidden;
}

START_TEST(test_hides_by_itself)
{
	struct terminal *terminal = start_short(SHORT_MS);
	terminal_type(terminal, idle_screens[_i].keys);
	ck_assert(terminal_wait_until(terminal, is_hidden, NULL));
	check_empty(terminal);
	ck_assert(terminal_wait_idle(terminal));
	ck_assert(!is_timed(terminal));
	wizard_keys(terminal, "x\r");
	check_empty(terminal);
	size_t mark = terminal_mark(terminal);
	terminal_type(terminal, "\0339");
	ck_assert(terminal_wait_wrote(terminal, mark, idle_screens[_i].words));
	/* And once more. */
	ck_assert(terminal_wait_until(terminal, is_hidden, NULL));
	terminal_free(terminal);
}
END_TEST

/* Never: no timer runs. And with the usual time, one does. */
START_TEST(test_hides_only_where_it_is_to)
{
	struct terminal *terminal = start_short(0);
	wizard_keys(terminal, "\rrom");
	ck_assert(!is_timed(terminal));
	terminal_free(terminal);
	terminal = wizard_start(NULL);
	ck_assert(is_timed(terminal));
	wizard_keys(terminal, "<F9>");
	ck_assert(!is_timed(terminal));
	wizard_keys(terminal, "<F9>");
	ck_assert(is_timed(terminal));
	wizard_stop(terminal);
}
END_TEST

static const struct {
	const char *words;
	long seconds;
} wishes[] = {{"", 5 * 60}, {"hide-after: 1\n", 60}, {"hide-after: 1440\n", 24 * 60 * 60},
	{"hide-after: 0\n", 0}};

/* As the settings say it, in minutes. */
START_TEST(test_hides_when_settings_say)
{
	char home[PATH_MAX + 32] = "XDG_CONFIG_HOME=";
	const char *const environment[] = {home, NULL};
	struct terminal_options options = {.environment = environment};
	folder_begin();
	ck_assert_ptr_nonnull(getcwd(strchr(home, '\0'), PATH_MAX));
	ck_assert_int_eq(mkdir("iom-screener", 0700), 0);
	folder_write("iom-screener/settings.yaml", wishes[_i].words, strlen(wishes[_i].words));
	struct terminal *terminal = wizard_start(&options);
	long seconds = find_timer(terminal);
	if (wishes[_i].seconds) {
		ck_assert_int_lt(seconds, wishes[_i].seconds);
		ck_assert_int_gt(seconds, wishes[_i].seconds / 2);
	} else {
		ck_assert_int_eq(seconds, -1);
	}
	wizard_stop(terminal);
	folder_end();
}
END_TEST

static void add_hiding(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_hide_and_show, 0, SCREENS);
	tcase_add_loop_test(tcase, test_hide_in_one_update, 0, 3);
	tcase_add_test(tcase, test_hidden_stays_hidden);
	tcase_add_test(tcase, test_hidden_is_stopped_and_goes_on);
	tcase_add_test(tcase, test_hides_after_control_s);
}

static void add_titles(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_title_comes_back, 0, sizeof ends / sizeof *ends);
	tcase_add_loop_test(tcase, test_no_title_where_it_is_not_known, 0, 4);
}

static void add_idling(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_hides_by_itself, 0, IDLE_SCREENS);
	tcase_add_test(tcase, test_hides_only_where_it_is_to);
	tcase_add_loop_test(tcase, test_hides_when_settings_say, 0, sizeof wishes / sizeof *wishes);
}

int main(int count, char *arguments[])
{
	static const struct wizard_case cases[] = {
		{"hiding", add_hiding}, {"titles", add_titles}, {"idling", add_idling}};
	if (count == 3 && strcmp(arguments[1], "--short") == 0)
		return run_short(arguments[2]);
	return wizard_run_suite("wizard_safety", cases, sizeof cases / sizeof *cases);
}
