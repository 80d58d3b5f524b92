/* A screening that goes on from its case code, in the wizard and line by line. */
#include "drafting.h"
#include "program.h"
#include "summary.h"
#include "terminal_screen.h"
#include "wizard.h"

#include "screener/case_code.h"

#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 60, COLUMNS = 120 };

/* Of these answers, with one of them parked. */
static const char *const given[][2] = {{"origin", "RO"}, {"age", "17"}, {"unaccompanied", "no"},
	{"arrived-unaccompanied", "yes"}, {"return-wish", "undecided"}, {"health", "!"},
	{"victim", "presumed"}, {"extra-support-wish", "~"}};

static struct text code;

/* The pack's own SHA-256 is not used: pictures of it would change with the rules. */
static void write_code(const char *digest)
{
	struct answer answers[64] = {0};
	for (size_t i = 0; i < sizeof given / sizeof given[0]; i++) {
		size_t question = 0;
		ck_assert(pack_find_question(drafting.pack, given[i][0], &question));
		ck_assert_int_eq(answer_parse(&drafting.pack->questions[question], given[i][1],
					 strlen(given[i][1]), (struct date){2026, 11, 2},
					 &answers[question]),
			ANSWER_FINE);
	}
	case_code_write(drafting.pack, digest, (struct date){2026, 11, 2}, answers, &code);
}

static void set_up(void)
{
	char digest[65];
	drafting_begin();
	summary_digest(drafting.pack, digest);
	text_init(&code);
	write_code(digest);
}

static void tear_down(void)
{
	text_destroy(&code);
	drafting_end();
}

static struct terminal *launch(const char *const arguments[], int rows, int columns)
{
	char pair[sizeof drafting.runtime + 32];
	const char *const environment[] = {pair, "TZ=UTC", "LSAN_OPTIONS=detect_leaks=0", NULL};
	const struct terminal_options options = {.rows = rows,
		.columns = columns,
		.arguments = arguments,
		.environment = environment};
	snprintf(pair, sizeof pair, "XDG_RUNTIME_DIR=%s", drafting.runtime);
	return wizard_launch(&options);
}

static const char *const resume[] = {"--resume", NULL};

static void check_answers(struct terminal *terminal)
{
	static const char *const shown[] = {"Romania", "17 years", "Not decided yet",
		"Prefers not to say", "Presumed", "Not now"};
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
		wizard_check_shows(terminal, shown[i]);
	wizard_check_shows(terminal, "Not used: it cannot change anything now");
}

/* Small letters, without hyphens, and with what looks alike. */
static void type_kindly(struct terminal *terminal)
{
	char typed[200];
	size_t length = 0;
	for (const char *at = code.bytes; *at && length + 1 < sizeof typed; at++)
		if (*at != '-')
			typed[length++] = *at == '0' ? 'o' : *at == '1' ? 'l' : (char)(*at | 32);
	typed[length] = '\0';
	wizard_keys(terminal, typed);
}

START_TEST(test_resume)
{
	struct terminal *terminal = launch(resume, ROWS, COLUMNS);
	wizard_check_shows(terminal, "Go on from a case code");
	type_kindly(terminal);
	wizard_check_shows(terminal, code.bytes);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Screening of 2026-11-02");
	wizard_check_shows(terminal, "8 answers come back.");
	wizard_check_shows(terminal, "a birthday may have passed since");
	wizard_check_lacks(terminal, "The rules have changed");
	wizard_keys(terminal, "<F4>");
	check_answers(terminal);
	wizard_keys(terminal, "<F4>");
	wizard_check_place(terminal, "travel-documents");
	wizard_stop(terminal);
}
END_TEST

/* Nothing that was typed is lost by a mistake, by help, or by hiding; all of it by giving up. */
START_TEST(test_resume_after_mistakes)
{
	struct terminal *terminal = launch(NULL, ROWS, COLUMNS);
	wizard_check_shows(terminal, "F8 Case code");
	wizard_keys(terminal, "<F8>ab<F1>");
	wizard_check_shows(terminal, "It is no secret writing: who has this program can read it.");
	wizard_keys(terminal, "<F1>c<F9>");
	wizard_check_lacks(terminal, "ABC");
	wizard_keys(terminal, "<F9>u<Enter>");
	wizard_check_shows(terminal, "Group 1: no case code has a U.");
	wizard_check_shows(terminal, "ABC?");
	wizard_keys(terminal, "<Backspace>");
	wizard_check_lacks(terminal, "Group 1");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "This is not the whole case code");
	wizard_keys(terminal, "<Esc>");
	wizard_check_shows(terminal, "Press Enter to start.");
	wizard_keys(terminal, "<F8>");
	wizard_check_lacks(terminal, "ABC");
	wizard_keys(terminal, code.bytes);
	wizard_keys(terminal, "<Enter><F3>");
	wizard_check_shows(terminal, code.bytes);
	wizard_keys(terminal, "<Enter><Enter>");
	wizard_check_place(terminal, "travel-documents");
	wizard_stop(terminal);
}
END_TEST

/* A mistake, and where it is. */
START_TEST(test_resume_says_where)
{
	struct terminal *terminal = launch(resume, ROWS, COLUMNS);
	char *wrong = strdup(code.bytes);
	wrong[12] = wrong[12] == '7' ? '8' : '7';
	wizard_keys(terminal, wrong);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "most likely in group 3");
	wizard_keys(terminal, "<Esc><Enter>");
	wizard_check_place(terminal, "origin");
	wizard_stop(terminal);
	free(wrong);
}
END_TEST

/* A draft that was not finished stays, and the case that comes back gets one of its own. */
START_TEST(test_resume_has_a_draft)
{
	struct terminal *terminal = launch(resume, ROWS, COLUMNS);
	wizard_check_shows(terminal, "Go on from a case code");
	wizard_keys(terminal, code.bytes);
	wizard_keys(terminal, "<Enter><Enter>");
	wizard_check_place(terminal, "travel-documents");
	ck_assert_int_eq(drafting_count(".draft"), 1);
	terminal_signal(terminal, SIGKILL);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
	terminal = launch(resume, ROWS, COLUMNS);
	wizard_check_shows(terminal, "Go on from a case code");
	wizard_keys(terminal, "<Esc>");
	wizard_check_shows(terminal, "(8 answers)");
	wizard_keys(terminal, "<F8>");
	wizard_keys(terminal, code.bytes);
	wizard_keys(terminal, "<Enter><F4>");
	check_answers(terminal);
	ck_assert_int_eq(drafting_count(".draft"), 2);
	wizard_keys(terminal, "<F4>");
	wizard_stop(terminal);
	ck_assert_int_eq(drafting_count(".draft"), 1);
}
END_TEST

/* The sizes that pictures are for. */
static const struct {
	int rows;
	int columns;
} sizes[] = {{24, 80}, {12, 40}, {40, 120}};

static void check_screen(struct terminal *terminal, int size, const char *name)
{
	char path[64];
	snprintf(path, sizeof path, "%dx%d/%s", sizes[size].columns, sizes[size].rows, name);
	wizard_check_screen(terminal, path);
}

START_TEST(test_screens)
{
	struct terminal *terminal = launch(resume, sizes[_i].rows, sizes[_i].columns);
	check_screen(terminal, _i, "code");
	wizard_keys(terminal, "ab12-cd3-ef45-6789-");
	check_screen(terminal, _i, "code-typed");
	wizard_keys(terminal, "<Enter>");
	check_screen(terminal, _i, "code-wrong");
	text_clear(&code);
	write_code("00000");
	wizard_keys(terminal, "\025");
	wizard_keys(terminal, code.bytes);
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "8 answers come back.");
	check_screen(terminal, _i, "code-carried");
	wizard_stop(terminal);
}
END_TEST

/* Through pipes, as a script has it: the code comes in where answers do. */
START_TEST(test_resume_plain)
{
	const char *const arguments[] = {"--plain", "--resume", "--date", WIZARD_DAY, NULL};
	struct program_result result;
	struct text input;
	text_init(&input);
	text_format(&input, "A12\n%s\nno\n%s\nyes\nanswers\n2\nyes\nyes\nyes\n", code.bytes,
		code.bytes);
	const struct program_run run = {arguments, .input = input.bytes};
	program_run(&run, &result);
	ck_assert_ptr_nonnull(strstr(result.errors, "not the whole case code"));
	ck_assert_ptr_nonnull(strstr(result.errors, "Screening of 2026-11-02\n8 answers"));
	ck_assert_ptr_nonnull(strstr(result.errors, "1. Which country does the client come from? "
						    "\342\200\223 Romania"));
	ck_assert_ptr_nonnull(strstr(result.errors, "valid travel documents?"));
	program_result_destroy(&result);
	text_destroy(&input);
}
END_TEST

/* By a word, but not over answers. */
START_TEST(test_resume_plain_by_command)
{
	const char *const arguments[] = {"--plain", "--date", WIZARD_DAY, NULL};
	struct program_result result;
	struct text input;
	text_init(&input);
	text_format(&input, "code\nhelp\ncode\n%s\ncode\n%s\nyes\ncode\nstop\nyes\n", code.bytes,
		code.bytes);
	const struct program_run run = {arguments, .input = input.bytes};
	program_run(&run, &result);
	ck_assert_ptr_nonnull(strstr(result.errors, "There are answers already."));
	ck_assert_ptr_nonnull(strstr(result.errors, "valid travel documents?"));
	ck_assert_int_eq(result.status, 0);
	program_result_destroy(&result);
	text_destroy(&input);
}
END_TEST

START_TEST(test_resume_plain_anew)
{
	const char *const arguments[] = {"--plain", "--resume", "--date", WIZARD_DAY, NULL};
	struct program_result result;
	const struct program_run run = {arguments, .input = "new\nRO\nstop\nyes\n"};
	program_run(&run, &result);
	ck_assert_ptr_nonnull(strstr(result.errors, "How old is the client?"));
	ck_assert_int_eq(result.status, 0);
	ck_assert_str_eq(result.output, "");
	program_result_destroy(&result);
}
END_TEST

static void add_cases(TCase *cases)
{
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_resume);
	tcase_add_test(cases, test_resume_after_mistakes);
	tcase_add_test(cases, test_resume_says_where);
	tcase_add_test(cases, test_resume_has_a_draft);
	tcase_add_loop_test(cases, test_screens, 0, sizeof sizes / sizeof sizes[0]);
	tcase_add_test(cases, test_resume_plain);
	tcase_add_test(cases, test_resume_plain_by_command);
	tcase_add_test(cases, test_resume_plain_anew);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"code", add_cases}};
	return wizard_run_suite("wizard_code", cases, sizeof cases / sizeof cases[0]);
}
