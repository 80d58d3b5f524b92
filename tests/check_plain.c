/* The interview line by line, run through pipes as a script runs it. */
#include "folder.h"
#include "program.h"
#include "suite.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PACK SCREENER_TEST_DATA "/small-pack"
#define TALKS SCREENER_TEST_DATA "/plain"

static void run_plain(const char *pack, const char *input, size_t length, const char *output_file,
	struct program_result *result)
{
	const char *arguments[] = {"--plain", "--rules", pack, "--date", "2026-06-01", NULL};
	struct program_run run = {
		arguments, .input = input, .input_length = length, .output_file = output_file};
	program_run(&run, result);
}

static void assert_summary(const struct program_result *result)
{
	ck_assert_ptr_nonnull(strstr(result->output, "At a glance"));
	ck_assert_ptr_nonnull(strstr(result->output, "SHA-256"));
}

/* NAME.input is what is typed, NAME.expected all that is said on standard error. */
static const struct {
	const char *name;
	int status;
} talks[] = {
	{"all-types", 0},
	{"bad-entries", 0},
	{"countries", 2},
	{"ages", 0},
	{"commands", 0},
	{"change-and-back", 0},
	{"change-foretold", 0},
	{"left-open", 0},
	{"outcome", 0},
	{"stop", 0},
	{"hide", 2},
	{"input-ends", 2},
};

START_TEST(test_plain_talk)
{
	char path[512];
	struct program_result result;
	size_t length;
	snprintf(path, sizeof path, TALKS "/%s.input", talks[_i].name);
	char *input = program_read_file(path, &length);
	snprintf(path, sizeof path, TALKS "/%s.expected", talks[_i].name);
	run_plain(PACK, input, length, NULL, &result);
	ck_assert_uint_eq(strlen(result.errors), result.errors_length);
	folder_check(path, result.errors);
	ck_assert_int_eq(result.status, talks[_i].status);
	if (result.status == 0 && strcmp(talks[_i].name, "stop") != 0)
		assert_summary(&result);
	else
		ck_assert_str_eq(result.output, "");
	program_result_destroy(&result);
	free(input);
}
END_TEST

/* Nothing that could come out is a control character but the line end. */
static void assert_clean(const char *words)
{
	for (; *words; words++)
		ck_assert_msg((unsigned char)*words >= ' ' || *words == '\n', "byte %d", *words);
}

START_TEST(test_plain_odd_bytes)
{
	static const char input[] =
		"R\0O\n\xff\xfe\n\033[2J\n\x80\nsave /no/\033[2J/x\nRO\r\n17\nyes\r\n";
	struct program_result result;
	run_plain(PACK, input, sizeof input - 1, NULL, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: Romania\n"));
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: 17 years\n"));
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: Yes\n"));
	assert_clean(result.errors);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_plain_long_line)
{
	enum { SIZE = 10 * 1024 * 1024 };
	char *input = malloc(SIZE);
	ck_assert_ptr_nonnull(input);
	memset(input, 'R', SIZE);
	memcpy(input + SIZE - 5, "\nRO\n?", 5);
	struct program_result result;
	run_plain(PACK, input, SIZE, NULL, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "This line is too long"));
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: Romania\n"));
	ck_assert_ptr_nonnull(strstr(result.errors, "Answer: Does not know\n"));
	ck_assert_uint_lt(result.errors_length, 10000);
	program_result_destroy(&result);
	free(input);
}
END_TEST

/* A last line without its end is a line. */
START_TEST(test_plain_last_line)
{
	struct program_result result;
	run_plain(PACK, "RO\n24\nno\n-", 0, NULL, &result);
	ck_assert_int_eq(result.status, 0);
	assert_summary(&result);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_plain_disk_full)
{
	struct program_result result;
	run_plain(PACK, "RO\n24\nno\n-\n", 0, "/dev/full", &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "No space left on device"));
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_plain_input_fails)
{
	static const char *const arguments[] = {"--plain", "--rules", PACK, NULL};
	struct program_result result;
	program_run(&(struct program_run){.arguments = arguments, .input_file = "/"}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "standard input cannot be read"));
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_plain_save)
{
	char folder[] = "/tmp/check_plain_XXXXXX", file[64], input[128];
	struct program_result result;
	struct stat status;
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(file, sizeof file, "%s/a summary.txt", folder);
	snprintf(input, sizeof input, "RO\nsave %s\nsave /no/such/folder/x\nsave\nstop\nyes\n",
		file);
	run_plain(PACK, input, 0, NULL, &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_int_eq(stat(file, &status), 0);
	ck_assert_int_eq(status.st_mode & 0777, 0600);
	char *saved = program_read_file(file, NULL);
	ck_assert_ptr_nonnull(strstr(saved, "Romania"));
	ck_assert_ptr_nonnull(strstr(result.errors, "The summary is in the file"));
	ck_assert_ptr_nonnull(strstr(result.errors, "/no/such/folder/x cannot be written"));
	ck_assert_ptr_nonnull(strstr(result.errors, "Type the name of a file after"));
	ck_assert_str_eq(result.output, "");
	free(saved);
	unlink(file);
	rmdir(folder);
	program_result_destroy(&result);
}
END_TEST

/* The main job on the real pack, with numbers, words and codes. */
START_TEST(test_plain_real_pack)
{
	static const char input[] = "romania\n24\nno\nyes\n2\nn\npresumed\nyes\n2\nno\n-\n~\n";
	struct program_result result;
	run_plain(SCREENER_RULES_SOURCE, input, 0, NULL, &result);
	ck_assert_int_eq(result.status, 0);
	assert_summary(&result);
	ck_assert_ptr_nonnull(strstr(result.output, "Romania"));
	program_result_destroy(&result);
}
END_TEST

/* Each thing that a key of the wizard does has its word. */
START_TEST(test_plain_has_a_word_for_every_key)
{
	static const char *const words[] = {"help", "back", "answers", "change NUMBER",
		"outcome [NUMBER]", "save FILE", "print", "hide", "finish", "stop"};
	struct program_result result;
	char line[32];
	run_plain(PACK, "help\n", 0, NULL, &result);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		snprintf(line, sizeof line, "\n%s: ", words[i]);
		ck_assert_msg(strstr(result.errors, line) != NULL, "no %s", words[i]);
	}
	program_result_destroy(&result);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("plain");
	TCase *tests = tcase_create("plain");
	tcase_add_loop_test(tests, test_plain_talk, 0, sizeof talks / sizeof talks[0]);
	tcase_add_test(tests, test_plain_odd_bytes);
	tcase_add_test(tests, test_plain_has_a_word_for_every_key);
	tcase_add_test(tests, test_plain_long_line);
	tcase_add_test(tests, test_plain_last_line);
	tcase_add_test(tests, test_plain_disk_full);
	tcase_add_test(tests, test_plain_input_fails);
	tcase_add_test(tests, test_plain_save);
	tcase_add_test(tests, test_plain_real_pack);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
