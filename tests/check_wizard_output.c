/* What leaves the wizard: the summary on standard output and in a file, and nothing else; and the
 * terminals on which it goes line by line instead. */
#include "folder.h"
#include "program.h"
#include "shell.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WIZARD "'" SCREENER_PROGRAM "' --date " WIZARD_DAY

/* How a summary begins and ends. */
static const char beginning[] = "Support by IOM in the Netherlands\n====";
static const char ending[] = "Made on " WIZARD_DAY "\n";

static void check_summary(const char *summary)
{
	size_t length = strlen(summary);
	ck_assert_msg(strncmp(summary, beginning, strlen(beginning)) == 0, "%s", summary);
	ck_assert_uint_gt(length, strlen(ending));
	ck_assert_str_eq(summary + length - strlen(ending), ending);
	ck_assert_ptr_nonnull(strstr(summary, "Mediation for temporary shelter"));
	ck_assert_ptr_null(strchr(summary, '\033'));
}

/* Standard output elsewhere */

static struct terminal *start_captured(const char *place)
{
	struct terminal_options options = {.capture_output = true, .capture_errors = true};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, place, NULL);
	ck_assert_str_eq(terminal_output(terminal), "");
	return terminal;
}

START_TEST(test_output_after_the_end)
{
	struct terminal *terminal = start_captured("result");
	wizard_ask_to_finish(terminal);
	wizard_check_shows(terminal, "Finish? The summary is then written to standard output.");
	ck_assert_str_eq(terminal_output(terminal), "");
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	check_summary(terminal_output(terminal));
	ck_assert_str_eq(terminal_errors(terminal), "");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_no_output_when_stopped)
{
	static const char *const ends[] = {"\0330\r", "\003", "\034"};
	static const char *const places[] = {"age", "result"};
	struct terminal *terminal = start_captured(places[_i % 2]);
	terminal_type(terminal, ends[_i / 2]);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	shell_check_whole(terminal);
	ck_assert_str_eq(terminal_output(terminal), "");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_no_output_when_hung_up)
{
	struct terminal *terminal = start_captured("result");
	terminal_hang_up(terminal);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	ck_assert_str_eq(terminal_output(terminal), "");
	terminal_free(terminal);
}
END_TEST

/* Shell commands, and what then is on the screen after the client from Romania was finished. */
static const struct {
	const char *commands;
	const char *screen;
} redirected[] = {
	{WIZARD " > summary.txt; echo \"status $?\"; head -n 1 summary.txt",
		"status 0\nSupport by IOM in the Netherlands\n"},
	{WIZARD " | head -n 1", "Support by IOM in the Netherlands\n"},
	{WIZARD " | grep Receipt", "Receipt\n"},
	{WIZARD " 2>&1 > /dev/full | cat",
		"iom-screener: standard output cannot be written: No space left on device\n"},
	{"{ " WIZARD " 2>&3 > /dev/full; echo \"status $?\"; } 3> errors; wc -l < errors",
		"status 2\n1\n"},
	{"{ " WIZARD "; echo \"status $?\" >&2; } | true",
		"iom-screener: standard output cannot be written: Broken pipe\nstatus 2\n"},
};

START_TEST(test_redirected)
{
	folder_begin();
	struct terminal *terminal = shell_start(redirected[_i].commands);
	wizard_check_shows(terminal, "Enter Start");
	terminal_type(terminal, "\r");
	for (const struct wizard_answer *answer = wizard_romania; answer->question; answer++) {
		terminal_type(terminal, answer->keys);
		terminal_type(terminal, "\r");
	}
	wizard_check_shows(terminal, "F6 Save");
	terminal_type(terminal, "\t\r\r");
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	shell_check_whole(terminal);
	shell_check_screen(terminal, redirected[_i].screen);
	terminal_free(terminal);
	folder_end();
}
END_TEST

/* The file */

static struct terminal *start_saving(const char *keys)
{
	struct terminal_options options = {.capture_output = true};
	folder_begin();
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_keys(terminal, "<F6>");
	wizard_keys(terminal, keys);
	wizard_keys(terminal, "<Enter>");
	return terminal;
}

/* Goes on from the result, so that the file and standard output can be compared. */
static void finish_saving(struct terminal *terminal, const char *file)
{
	size_t length;
	wizard_ask_to_finish(terminal);
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	char *saved = program_read_file(file, &length);
	check_summary(saved);
	ck_assert_str_eq(saved, terminal_output(terminal));
	free(saved);
	terminal_free(terminal);
	folder_end();
}

START_TEST(test_save)
{
	struct stat status;
	mode_t before = umask(0);
	struct terminal *terminal = start_saving("");
	umask(before);
	wizard_check_shows(terminal, "The summary is saved in");
	wizard_check_shows(terminal, "summary.txt");
	ck_assert_int_eq(stat("summary.txt", &status), 0);
	ck_assert_int_eq(status.st_mode & 07777, 0600);
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "result");
	wizard_keys(terminal, "<F10>");
	wizard_check_shows(terminal, "Stop? Nothing is kept but the file that was saved.");
	wizard_keys(terminal, "<Esc>");
	finish_saving(terminal, "summary.txt");
}
END_TEST

/* Names with other characters than ASCII, in folders; the field is edited. */
START_TEST(test_save_under_a_name)
{
	struct terminal *terminal = start_saving(
		"\025./caf\303\251 xnotes.txt<Left><Left><Left><Left><Left><Left><Left>"
		"<Left><Left><Left><Del>");
	wizard_check_shows(terminal, "saved in");
	wizard_keys(terminal, "<Esc>");
	finish_saving(terminal, "caf\303\251 notes.txt");
}
END_TEST

START_TEST(test_save_asks_before_it_replaces)
{
	struct stat status;
	size_t length;
	struct terminal *terminal = start_saving("");
	wizard_keys(terminal, "<Enter>");
	folder_write("summary.txt", "mine\n", 5);
	ck_assert_int_eq(chmod("summary.txt", 0644), 0);
	wizard_keys(terminal, "<F6><Enter>");
	wizard_check_shows(terminal, "There is something with the name summary.txt already");
	wizard_keys(terminal, "\033\033");
	wizard_check_shows(terminal, "Save the summary in a file");
	char *kept = program_read_file("summary.txt", &length);
	ck_assert_str_eq(kept, "mine\n");
	free(kept);
	wizard_keys(terminal, "<Enter><Enter>");
	wizard_check_shows(terminal, "saved in");
	ck_assert_int_eq(stat("summary.txt", &status), 0);
	ck_assert_int_eq(status.st_mode & 07777, 0600);
	wizard_keys(terminal, "<F3>");
	finish_saving(terminal, "summary.txt");
}
END_TEST

/* Names that cannot be written, and what is said. */
static const struct {
	const char *name;
	const char *said;
} unwritable[] = {
	{"missing/summary.txt",
		"missing/summary.txt cannot be written: No such file or directory."},
	{"/proc/summary.txt", "/proc/summary.txt cannot be written"},
	{"/dev/full", "/dev/full cannot be written: No space left on device."},
	{"", "Type a name for the file."},
	{"/", "/ is a folder. Type a name for a file."},
	{".", ". is a folder."},
};

/* It is said, nothing is lost, and another name can be tried. */
START_TEST(test_save_fails)
{
	struct terminal *terminal = start_saving("\025");
	wizard_check_shows(terminal, "Type a name for the file.");
	wizard_keys(terminal, unwritable[_i].name);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, unwritable[_i].said);
	wizard_keys(terminal, "\025saved.txt<Enter>");
	wizard_check_shows(terminal, "saved in");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "result");
	finish_saving(terminal, "saved.txt");
}
END_TEST

/* A folder that nobody but root may write in. */
START_TEST(test_save_in_a_closed_folder)
{
	struct terminal *terminal = start_saving("\025");
	ck_assert_int_eq(mkdir("closed", 0500), 0);
	wizard_keys(terminal, "closed/summary.txt<Enter>");
	if (geteuid() == 0)
		wizard_check_shows(terminal, "saved in");
	else
		wizard_check_shows(terminal, "closed/summary.txt cannot be written: Permission");
	wizard_stop(terminal);
	folder_end();
}
END_TEST

/* Line by line */

/* Commands that start the wizard on a terminal that can do no more, or where no more is wished. */
static const char *const plain[] = {
	WIZARD " --plain",
	"TERM=dumb " WIZARD,
	"TERM= " WIZARD,
	"TERM=unknown " WIZARD,
	"TERM=no-such-terminal " WIZARD,
	"env -u TERM " WIZARD,
	WIZARD " --plain > summary.txt",
};

START_TEST(test_plain)
{
	folder_begin();
	struct terminal *terminal = shell_start(plain[_i]);
	wizard_check_shows(terminal, "Which country does the client come from?");
	terminal_type(terminal, "RO\n");
	wizard_check_shows(terminal, "How old is the client?");
	ck_assert(!terminal_wrote(terminal, 0, "\033"));
	terminal_type(terminal, "\003");
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	ck_assert(!terminal_wrote(terminal, 0, "\033"));
	shell_check_whole(terminal);
	terminal_free(terminal);
	folder_end();
}
END_TEST

static void add_standard_output(TCase *tcase)
{
	tcase_add_test(tcase, test_output_after_the_end);
	tcase_add_loop_test(tcase, test_no_output_when_stopped, 0, 6);
	tcase_add_test(tcase, test_no_output_when_hung_up);
	tcase_add_loop_test(
		tcase, test_redirected, 0, (int)(sizeof redirected / sizeof *redirected));
}

static void add_file(TCase *tcase)
{
	tcase_add_test(tcase, test_save);
	tcase_add_test(tcase, test_save_under_a_name);
	tcase_add_test(tcase, test_save_asks_before_it_replaces);
	tcase_add_loop_test(
		tcase, test_save_fails, 0, (int)(sizeof unwritable / sizeof *unwritable));
	tcase_add_test(tcase, test_save_in_a_closed_folder);
}

static void add_plain(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_plain, 0, (int)(sizeof plain / sizeof *plain));
}

int main(void)
{
	static const struct wizard_case cases[] = {
		{"standard-output", add_standard_output}, {"file", add_file}, {"plain", add_plain}};
	return wizard_run_suite("wizard_output", cases, sizeof cases / sizeof *cases);
}
