/* Paper from the result: printers of a real CUPS, what goes wrong with them, and the file
 * instead. */
#include "cups.h"
#include "folder.h"
#include "program.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The result, in a wizard that finds this CUPS. */
static struct terminal *start(const char *server)
{
	const char *const environment[] = {server, NULL};
	const struct terminal_options options = {.environment = environment};
	struct terminal *terminal = wizard_start(&options);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	return terminal;
}

/* What is written in a paper. Returns owned. */
static char *read_paper(const char *pdf, size_t length)
{
	folder_write("read.pdf", pdf, length);
	return program_shell("pdftotext -layout read.pdf -");
}

static const struct {
	const char *keys; /* from the result until it is printed */
	const char *shown; /* on the screen before */
	const char *written;
	const char *never;
} papers[] = {
	{"1<Enter>", "At a glance", "Case code", "A number to call"},
	{"2<Enter>", "At a glance", "Mediation for temporary shelter", "Case code"},
	{"3<Enter>", "A number to call", "A number to call", "victim"},
};

enum { PAPERS = sizeof papers / sizeof papers[0] };

START_TEST(test_every_edition)
{
	size_t length;
	cups_begin(CUPS_ROOMY);
	cups_add_printer("Office");
	cups_command("lpadmin -d Office");
	struct terminal *terminal = start(cups_environment());
	wizard_keys(terminal, "<F7>");
	wizard_check_shows(terminal, "For whom is the paper?");
	wizard_keys(terminal, papers[_i].keys);
	wizard_keys(terminal, "<Enter>");
	if (_i > 0) {
		wizard_check_shows(terminal, "Is it safe for the client to carry this paper?");
		wizard_keys(terminal, "<Enter>");
	}
	wizard_check_shows(terminal, "> Office");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "on its way to the printer (Office-1)");
	char *pdf = cups_wait_paper("Office-1", &length);
	char *words = read_paper(pdf, length);
	ck_assert_msg(strstr(words, papers[_i].written), "%s", words);
	ck_assert_msg(!strstr(words, papers[_i].never), "%s", words);
	free(words);
	free(pdf);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, papers[_i].shown);
	wizard_stop(terminal);
	cups_end();
}
END_TEST

/* Nothing is printed before somebody says that it is safe, and nothing is chosen for them. */
START_TEST(test_nothing_by_itself)
{
	cups_begin(CUPS_ROOMY);
	cups_add_printer("Office");
	cups_add_printer("Upstairs");
	struct terminal *terminal = start(cups_environment());
	wizard_keys(terminal, "<F7><Enter>");
	wizard_check_shows(terminal, "Choose a line first");
	wizard_keys(terminal, "2<Enter><Enter><Esc>");
	wizard_check_shows(terminal, "Enter Print");
	wizard_keys(terminal, "<Enter><Enter><Enter>");
	wizard_check_shows(terminal, "Choose a printer first.");
	wizard_keys(terminal, "<F9>");
	wizard_check_lacks(terminal, "Office");
	wizard_keys(terminal, "<F9>");
	wizard_check_shows(terminal, "Upstairs");
	ck_assert_uint_eq(cups_count_jobs(), 0);
	wizard_stop(terminal);
	cups_end();
}
END_TEST

/* What goes wrong is said, nothing stays in a queue, and the next printer is a key away. */
static void check_refused(const char *words)
{
	size_t length;
	cups_add_printer("Upstairs");
	struct terminal *terminal = start(cups_environment());
	wizard_keys(terminal, "<F7>1<Enter><Enter>");
	wizard_check_shows(terminal, "> Office");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, words);
	ck_assert_uint_eq(cups_count_jobs(), 0);
	wizard_keys(terminal, "<Down>");
	wizard_check_lacks(terminal, words);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "on its way to the printer (Upstairs-");
	free(cups_wait_paper("Upstairs-1", &length));
	wizard_stop(terminal);
}

START_TEST(test_stopped_queue)
{
	cups_begin(CUPS_ROOMY);
	cups_add_printer("Office");
	cups_command("lpadmin -d Office");
	cups_command("cupsdisable -r maintenance Office");
	check_refused("The printer Office is stopped");
	cups_end();
}
END_TEST

START_TEST(test_refused_job)
{
	cups_begin(CUPS_ROOMY);
	cups_add_printer("Office");
	cups_command("lpadmin -d Office");
	cups_command("cupsreject Office");
	check_refused("The printer Office did not take it");
	cups_end();
}
END_TEST

static void check_saved(struct terminal *terminal)
{
	size_t length;
	wizard_keys(terminal, "<F6>\025paper.pdf<Enter>");
	wizard_check_shows(terminal, "is saved in");
	char *pdf = program_read_file("paper.pdf", &length);
	ck_assert_mem_eq(pdf, "%PDF-", 5);
	free(pdf);
	wizard_keys(terminal, "<Enter>");
	wizard_stop(terminal);
}

START_TEST(test_full_disk)
{
	cups_begin(CUPS_FULL);
	cups_add_printer("Office");
	cups_command("lpadmin -d Office");
	struct terminal *terminal = start(cups_environment());
	wizard_keys(terminal, "<F7>1<Enter><Enter><Enter>");
	wizard_check_shows(terminal, "The printer Office did not take it");
	ck_assert_uint_eq(cups_count_jobs(), 0);
	check_saved(terminal);
	cups_end();
}
END_TEST

START_TEST(test_no_printer)
{
	folder_begin();
	struct terminal *terminal = start("CUPS_SERVER=/nonexistent/sock");
	wizard_keys(terminal, "<F7>3<Enter><Enter><Enter>");
	wizard_check_shows(terminal, "There is no printer to print on.");
	check_saved(terminal);
	folder_end();
}
END_TEST

START_TEST(test_no_cups)
{
	folder_begin();
	struct terminal *terminal = start("PATH=/nonexistent");
	wizard_keys(terminal, "<F7>3<Enter><Enter><Enter>");
	wizard_check_shows(terminal, "This computer has no program to print with");
	check_saved(terminal);
	folder_end();
}
END_TEST

/* Line by line, from a pipe. */
START_TEST(test_plain)
{
	static const char input[] = "print\n\nprint\n2\nno\nprint\n3\nyes\n1\nstop\nyes\n";
	const char *const arguments[] = {"--plain", "--rules", SCREENER_RULES_SOURCE, NULL};
	struct program_result result;
	size_t length;
	cups_begin(CUPS_ROOMY);
	cups_add_printer("Office");
	const char *const environment[] = {cups_environment(), NULL};
	const struct program_run run = {
		.arguments = arguments, .input = input, .environment = environment};
	program_run(&run, &result);
	ck_assert_msg(result.status == 0, "%s", result.errors);
	ck_assert_msg(
		strstr(result.errors, "on its way to the printer (Office-1)"), "%s", result.errors);
	char *pdf = cups_wait_paper("Office-1", &length);
	char *words = read_paper(pdf, length);
	ck_assert_msg(strstr(words, "A number to call"), "%s", words);
	free(words);
	free(pdf);
	program_result_destroy(&result);
	cups_end();
}
END_TEST

static void add_printers(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_every_edition, 0, PAPERS);
	tcase_add_test(tcase, test_nothing_by_itself);
	tcase_add_test(tcase, test_plain);
}

static void add_trouble(TCase *tcase)
{
	tcase_add_test(tcase, test_stopped_queue);
	tcase_add_test(tcase, test_refused_job);
	tcase_add_test(tcase, test_full_disk);
	tcase_add_test(tcase, test_no_printer);
	tcase_add_test(tcase, test_no_cups);
}

int main(void)
{
	static const struct wizard_case cases[] = {
		{"printers", add_printers}, {"trouble", add_trouble}};
	return wizard_run_suite("wizard_printing", cases, sizeof cases / sizeof cases[0]);
}
