/* What is answered stays in the wizard: not in what the system tells of its process, not on the
 * terminal after the end, not on the disk after a crash, and no longer in its memory than needed.
 */
#include "folder.h"
#include "sanitized.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A made-up client. */
static const struct wizard_answer answers[] = {
	{"origin", "kyrgyz"},
	{"age", "1951-07-04"},
	{"arrived-unaccompanied", "2"},
	{"return-wish", "1"},
	{"travel-documents", "2"},
	{"health", "!"},
	{"victim", "1"},
	{"extra-support-wish", "1"},
	{"support-needs", "2"},
	{"reprisals-fear", "2"},
	{"organisations", "1"},
	{"family-wish", "2"},
	{NULL, NULL},
};

/* Words of the answers given, as they are typed, shown and kept. */
static const char *const words[] = {
	"yrgyz", "KG", "1951", "75", "Presumed", "presumed", "shelter", "police"};

enum { WORDS = sizeof words / sizeof *words };

static void check_lacks(const char *what, const char *bytes, size_t length)
{
	for (size_t i = 0; i < WORDS; i++)
		ck_assert_msg(!memmem(bytes, length, words[i], strlen(words[i])), "%s has \"%s\"",
			what, words[i]);
}

/* What the system tells of the process */

enum { FACTS = 3, FACT_SIZE = 32 * 1024 };

/* What anybody can see of it, or its owner: the same from the start to the end. */
struct facts {
	char bytes[FACTS][FACT_SIZE];
	size_t length[FACTS];
};

static void read_facts(const struct terminal *terminal, struct facts *facts)
{
	static const char *const names[FACTS] = {"cmdline", "environ", "comm"};
	char path[100];
	for (size_t i = 0; i < FACTS; i++) {
		snprintf(path, sizeof path, "/proc/%d/%s", terminal_process(terminal), names[i]);
		int file = open(path, O_RDONLY);
		ck_assert_int_ge(file, 0);
		ssize_t length = read(file, facts->bytes[i], FACT_SIZE);
		ck_assert_int_gt(length, 0);
		facts->length[i] = (size_t)length;
		close(file);
	}
}

static void check_facts(const struct terminal *terminal, const struct facts *before)
{
	static struct facts now;
	read_facts(terminal, &now);
	for (size_t i = 0; i < FACTS; i++) {
		ck_assert_uint_eq(now.length[i], before->length[i]);
		ck_assert_int_eq(memcmp(now.bytes[i], before->bytes[i], now.length[i]), 0);
	}
}

/* The bytes of an open file that is none of a draft's. */
static void check_contents(const char *path)
{
	static char bytes[1024 * 1024];
	struct stat status;
	if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
		return;
	int file = open(path, O_RDONLY);
	ck_assert_int_ge(file, 0);
	ssize_t length = read(file, bytes, sizeof bytes);
	close(file);
	ck_assert_int_ge(length, 0);
	check_lacks(path, bytes, (size_t)length);
}

static void check_open_files(const struct terminal *terminal)
{
	char path[400], target[500];
	snprintf(path, sizeof path, "/proc/%d/fd", terminal_process(terminal));
	DIR *folder = opendir(path);
	ck_assert_ptr_nonnull(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		snprintf(path, sizeof path, "/proc/%d/fd/%s", terminal_process(terminal),
			entry->d_name);
		ssize_t length = readlink(path, target, sizeof target - 1);
		if (length < 0)
			continue;
		target[length] = '\0';
		if (!strstr(target, "/screener-runtime-"))
			check_contents(path);
	}
	closedir(folder);
}

START_TEST(test_process_tells_nothing)
{
	static const char *const until[] = {"age", "victim", "organisations", "result"};
	static struct facts before;
	struct terminal *terminal = wizard_start(NULL);
	read_facts(terminal, &before);
	for (size_t i = 0; i < sizeof until / sizeof *until; i++) {
		wizard_walk(terminal, answers, until[i], NULL);
		check_facts(terminal, &before);
		check_open_files(terminal);
		ck_assert_str_eq(terminal_title(terminal), "Terminal");
	}
	wizard_keys(terminal, "<F9>");
	check_facts(terminal, &before);
	ck_assert_str_eq(terminal_title(terminal), "Terminal");
	terminal_free(terminal);
}
END_TEST

/* The terminal after the end */

static const char *const types[] = {"xterm-256color", "linux", "vt100", "screen-256color",
	"tmux-256color", "rxvt-unicode-256color"};
static const int ends[] = {0, SIGTERM, SIGSEGV, SIGHUP};

enum { TYPES = sizeof types / sizeof *types, ENDS = sizeof ends / sizeof *ends };

static void end(struct terminal *terminal, int signal)
{
	if (!signal) {
		wizard_keys(terminal, "\0330");
		terminal_type(terminal, "\r");
		wizard_check_end(terminal, 0);
		return;
	}
	terminal_signal(terminal, signal);
	wizard_check_killed(terminal, signal);
}

static void check_nothing_left(struct terminal *terminal)
{
	char *screen = terminal_screen(terminal);
	const char *scrollback = terminal_scrollback(terminal);
	check_lacks("the screen", screen, strlen(screen));
	check_lacks("what scrolled away", scrollback, strlen(scrollback));
	ck_assert_ptr_null(strstr(screen, "Question"));
	ck_assert_ptr_null(strstr(scrollback, "Question"));
	free(screen);
}

/* On every type; with pages turned, hidden and shown, drawn anew, another size, stopped. */
START_TEST(test_terminal_forgets)
{
	struct terminal *terminal = wizard_start_type(types[_i % TYPES]);
	wizard_walk(terminal, answers, "organisations", NULL);
	wizard_keys(terminal, "\0334\014\0333\0335   \0335\0339\0339\0331\0331");
	/* A terminal without a second screen has itself scroll away what has no room any more. */
	if (terminal_alternate(terminal))
		terminal_resize(terminal, 12, 40);
	wizard_keys(terminal, "\0339\0339");
	terminal_resize(terminal, 30, 90);
	ck_assert(terminal_wait_idle(terminal));
	terminal_type(terminal, "\032");
	ck_assert(terminal_wait_stop(terminal));
	check_nothing_left(terminal);
	terminal_signal(terminal, SIGCONT);
	ck_assert(terminal_wait_idle(terminal));
	wizard_check_shows(terminal, "Question");
	end(terminal, ends[_i / TYPES]);
	check_nothing_left(terminal);
	terminal_free(terminal);
}
END_TEST

/* What scrolled away before, the terminal is asked to forget where it can. */
START_TEST(test_scrollback_is_wiped)
{
	static const char command[] = "seq 100; '" SCREENER_PROGRAM "' --date " WIZARD_DAY;
	const char *const arguments[] = {"sh", "-c", command, NULL};
	const char *const environment[] = {"NCURSES_GPM_TERMS=", NULL};
	struct terminal_options options = {
		.arguments = arguments, .environment = environment, .type = types[_i]};
	struct terminal *terminal = terminal_start(&options);
	ck_assert_ptr_nonnull(terminal);
	wizard_check_shows(terminal, "Press Enter");
	ck_assert_ptr_nonnull(strstr(terminal_scrollback(terminal), "12\n"));
	terminal_type(terminal, "\0330\r");
	ck_assert_int_eq(terminal_wait_end(terminal), 0);
	bool can = strncmp(types[_i], "screen", 6) != 0 && strcmp(types[_i], "vt100") != 0 &&
		   strncmp(types[_i], "rxvt", 4) != 0;
	ck_assert_int_eq(!strstr(terminal_scrollback(terminal), "12\n"), can);
	terminal_free(terminal);
}
END_TEST

/* The disk after a crash */

static int files;

static int count_file(const char *path, const struct stat *status, int type)
{
	(void)status;
	files += type != FTW_D;
	if (type != FTW_D)
		fprintf(stderr, "left: %s\n", path);
	return 0;
}

/* Every folder that a program may write to is in one, and stays empty. */
START_TEST(test_disk_stays_empty)
{
	static const int crashes[] = {SIGKILL, SIGSEGV, SIGABRT, SIGHUP, SIGTERM, 0};
	const char *const environment[] = {"HOME=home", "TMPDIR=tmp", "XDG_CACHE_HOME=cache",
		"XDG_STATE_HOME=state", "XDG_DATA_HOME=data", "XDG_CONFIG_HOME=config",
		"LSAN_OPTIONS=detect_leaks=0", NULL};
	struct terminal_options options = {.environment = environment};
	folder_begin();
	for (size_t i = 0; environment[i + 1]; i++)
		ck_assert_int_eq(mkdir(strchr(environment[i], '=') + 1, 0700), 0);
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, answers, "result", NULL);
	if (crashes[_i] != SIGKILL) {
		end(terminal, crashes[_i]);
	} else {
		terminal_signal(terminal, SIGKILL);
		ck_assert_int_ne(terminal_wait_end(terminal), -1);
	}
	ck_assert_int_eq(ftw(".", count_file, 16), 0);
	ck_assert_int_eq(files, 0);
	terminal_free(terminal);
	folder_end();
}
END_TEST

/* Memory */

/* Searches all that the process may write to. */
static bool memory_has(const struct terminal *terminal, const char *sought)
{
	enum { MOST = 64 * 1024 * 1024 };
	char path[100], line[500], access[8];
	unsigned long start, stop;
	bool found = false;
	snprintf(path, sizeof path, "/proc/%d/mem", terminal_process(terminal));
	int memory = open(path, O_RDONLY);
	snprintf(path, sizeof path, "/proc/%d/maps", terminal_process(terminal));
	FILE *maps = fopen(path, "r");
	ck_assert_int_ge(memory, 0);
	ck_assert_ptr_nonnull(maps);
	while (fgets(line, sizeof line, maps)) {
		if (sscanf(line, "%lx-%lx %7s", &start, &stop, access) != 3 || access[1] != 'w' ||
			stop - start > MOST)
			continue;
		char *bytes = malloc(stop - start);
		ck_assert_ptr_nonnull(bytes);
		ssize_t length = pread(memory, bytes, stop - start, (off_t)start);
		found |=
			length > 0 && memmem(bytes, (size_t)length, sought, strlen(sought)) != NULL;
		free(bytes);
	}
	fclose(maps);
	close(memory);
	return found;
}

/* A date of birth becomes years, and is nowhere once it has. */
START_TEST(test_memory_forgets)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, answers, "age", NULL);
	wizard_keys(terminal, "1951-07-04");
	ck_assert(memory_has(terminal, "1951-07-04"));
	wizard_keys(terminal, "<Enter>");
	ck_assert(!memory_has(terminal, "1951-07-04"));
	terminal_free(terminal);
}
END_TEST

/* A case code is gone with the screen that it was typed on, and as it was shown there. */
START_TEST(test_memory_forgets_a_case_code)
{
	struct terminal *terminal = wizard_launch(NULL);
	wizard_check_shows(terminal, "F8 Case code");
	wizard_keys(terminal, "<F8>qzxwvtsr");
	wizard_check_shows(terminal, "QZXW-VTSR");
	ck_assert(memory_has(terminal, "qzxwvtsr"));
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "not the whole case code");
	ck_assert(!memory_has(terminal, "QZXW-VTSR"));
	wizard_keys(terminal, "<Esc>");
	ck_assert(!memory_has(terminal, "qzxwvtsr"));
	terminal_free(terminal);
}
END_TEST

/* The number after a name in a file of /proc. */
static long read_number(const struct terminal *terminal, const char *file, const char *name)
{
	char path[100], line[300];
	long number = -1;
	snprintf(path, sizeof path, "/proc/%d/%s", terminal_process(terminal), file);
	FILE *lines = fopen(path, "r");
	ck_assert_ptr_nonnull(lines);
	while (fgets(line, sizeof line, lines))
		if (strncmp(line, name, strlen(name)) == 0)
			number = strtol(line + strlen(name), NULL, 10);
	fclose(lines);
	return number;
}

START_TEST(test_memory_is_locked)
{
	struct terminal *terminal = wizard_start(NULL);
	ck_assert_int_gt(read_number(terminal, "status", "VmLck:"), 0);
	terminal_free(terminal);
}
END_TEST

/* A person who is not root, with little memory that may be locked: nobody else may look into the
 * process, and a crash leaves no dump. */
START_TEST(test_nobody_may_look)
{
	static const char *const change = "setpriv --reuid 65534 --regid 65534 --clear-groups";
	char command[1000], path[100];
	const char *const arguments[] = {"sh", "-c", command, NULL};
	struct terminal_options options = {.arguments = arguments};
	struct stat status;
	bool root = geteuid() == 0;
	snprintf(command, sizeof command, "%s test -x '%s'", change, SCREENER_PROGRAM);
	/* A build in the home of root is for root alone. */
	if (root && system(command) != 0)
		return;
	snprintf(command, sizeof command, "ulimit -c unlimited; ulimit -l 64; exec %s '%s'",
		root ? change : "", SCREENER_PROGRAM);
	struct terminal *terminal = terminal_start(&options);
	wizard_check_shows(terminal, "F10 Stop");
	snprintf(path, sizeof path, "/proc/%d/mem", terminal_process(terminal));
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_uid, 0);
	ck_assert_int_eq(read_number(terminal, "limits", "Max core file size"), 0);
	ck_assert_int_gt(read_number(terminal, "status", "VmLck:"), 0);
	terminal_free(terminal);
}
END_TEST

static void add_traces(TCase *tcase)
{
	tcase_add_test(tcase, test_process_tells_nothing);
	tcase_add_loop_test(tcase, test_terminal_forgets, 0, TYPES * ENDS);
	tcase_add_loop_test(tcase, test_scrollback_is_wiped, 0, TYPES);
	tcase_add_loop_test(tcase, test_disk_stays_empty, 0, 6);
}

static void add_memory(TCase *tcase)
{
	if (SANITIZED)
		return;
	tcase_add_test(tcase, test_memory_forgets);
	tcase_add_test(tcase, test_memory_forgets_a_case_code);
	tcase_add_test(tcase, test_memory_is_locked);
	tcase_add_test(tcase, test_nobody_may_look);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"traces", add_traces}, {"memory", add_memory}};
	return wizard_run_suite("secrets", cases, sizeof cases / sizeof *cases);
}
