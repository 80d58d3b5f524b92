/* The program's outermost layer: help, version, and words that are no command. */
#include "program.h"
#include "suite.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {NULL, "summary", "batch", "check", "diff"};
enum { WORD_COUNT = sizeof words / sizeof words[0] };

static void run(const char *const arguments[], struct program_result *result)
{
	const struct program_run run = {.arguments = arguments};
	program_run(&run, result);
}

START_TEST(test_help_fits_a_screen)
{
	struct program_result result;
	const char *const wizard[] = {"--help", NULL}, *const other[] = {words[_i], "--help", NULL};
	run(words[_i] ? other : wizard, &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_uint_eq(result.errors_length, 0);
	size_t lines = 0;
	for (char *line = strtok(result.output, "\n"); line; line = strtok(NULL, "\n")) {
		ck_assert_msg(strlen(line) < 80, "too long: %s", line);
		lines++;
	}
	ck_assert_uint_gt(lines, 10);
	ck_assert_uint_lt(lines, 24);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_version_is_one_line)
{
	struct program_result result;
	run((const char *const[]){"--version", NULL}, &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_int_eq(strncmp(result.output, "iom-screener ", 13), 0);
	ck_assert_ptr_eq(strchr(result.output, '\n'), result.output + result.output_length - 1);
	program_result_destroy(&result);
}
END_TEST

static const struct {
	const char *arguments[4];
	const char *errors;
} refused[] = {
	{{"sumary"}, "iom-screener: there is no command \"sumary\": see iom-screener --help\n"},
	{{"--rules", "x", "batch"},
		"iom-screener: \"batch\" is one word too many: see iom-screener --help\n"},
	{{"batch", "--plain"},
		"iom-screener: --plain cannot be used here: see iom-screener batch --help\n"},
	{{"check", "--rules=not/there"},
		"iom-screener: the folder not/there cannot be read: No such file or directory\n"},
};

START_TEST(test_usage_errors_go_to_standard_error)
{
	struct program_result result;
	run(refused[_i].arguments, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_str_eq(result.errors, refused[_i].errors);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_help_that_cannot_be_written)
{
	struct program_result result;
	const char *const arguments[] = {"--help", NULL};
	const struct program_run full = {.arguments = arguments, .output_file = "/dev/full"};
	program_run(&full, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_uint_gt(result.errors_length, 0);
	program_result_destroy(&result);
}
END_TEST

static Suite *commands_suite(void)
{
	Suite *suite = suite_create("commands");
	TCase *cases = tcase_create("commands");
	tcase_add_loop_test(cases, test_help_fits_a_screen, 0, WORD_COUNT);
	tcase_add_test(cases, test_version_is_one_line);
	tcase_add_loop_test(cases, test_usage_errors_go_to_standard_error, 0,
		sizeof refused / sizeof refused[0]);
	tcase_add_test(cases, test_help_that_cannot_be_written);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(commands_suite());
}
