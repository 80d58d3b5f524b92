/* `iom-screener check`: small packs with exactly what is found in them, and the real pack. */
#include "program.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PACKS SCREENER_TEST_DATA "/check"

static void run_check(const char *folder, const char *output_file, struct program_result *result)
{
	const char *arguments[] = {"check", "--date", "2026-06-01", folder, NULL};
	ck_assert_int_eq(chdir(PACKS), 0);
	program_run(
		&(struct program_run){.arguments = arguments, .output_file = output_file}, result);
}

/* A folder beside the pack's own files: `expected`, which is standard output. */
static const struct {
	const char *folder;
	int status;
} packs[] = {
	{"fine", 0},
	{"without-clients", 0},
	{"clients-differ", 1},
	{"sources-missing", 1},
	{"pack-faults", 1},
	{"client-faults", 1},
	{"empty-folder", 1},
};

START_TEST(test_check_pack)
{
	struct program_result result;
	char path[512];
	run_check(packs[_i].folder, NULL, &result);
	snprintf(path, sizeof path, PACKS "/%s/expected", packs[_i].folder);
	size_t length;
	char *expected = program_read_file(path, &length);
	program_assert_text(path, expected, length, result.output, result.output_length);
	ck_assert_str_eq(result.errors, "");
	ck_assert_int_eq(result.status, packs[_i].status);
	program_result_destroy(&result);
	free(expected);
}
END_TEST

START_TEST(test_check_real_pack)
{
	struct program_result result;
	run_check(SCREENER_RULES_SOURCE, NULL, &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_ptr_nonnull(strstr(result.output, " made-up clients, all as expected.\n"));
	ck_assert_ptr_nonnull(strstr(result.output, "\n  13 questions\n  13 paths\n  7 notices\n"));
	ck_assert_str_eq(result.errors, "");
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_check_no_folder)
{
	struct program_result result;
	run_check("no-such-folder", NULL, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_str_eq(result.errors,
		"iom-screener: the folder no-such-folder cannot be read: No such file or "
		"directory\n");
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_check_disk_full)
{
	struct program_result result;
	run_check("fine", "/dev/full", &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "No space left on device"));
	program_result_destroy(&result);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("check");
	TCase *tests = tcase_create("check");
	tcase_add_loop_test(tests, test_check_pack, 0, sizeof packs / sizeof packs[0]);
	tcase_add_test(tests, test_check_real_pack);
	tcase_add_test(tests, test_check_no_folder);
	tcase_add_test(tests, test_check_disk_full);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
