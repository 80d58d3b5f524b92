/* `iom-screener check`: small packs with exactly what is found in them, and the real pack. */
#include "check_report.h"
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
	/* Every outcome is reached by some client, and everything makes a difference. */
	ck_assert_ptr_null(strstr(result.output, ": error: "));
	ck_assert_ptr_null(strstr(result.output, ": warning: "));
	ck_assert_ptr_null(strstr(result.output, "no made-up client "));
	/* 2^15 * 3: ten questions and five options have two classes each, a wish has three. */
	ck_assert_ptr_nonnull(strstr(result.output, "  98304 clients can be told apart\n"));
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

static const struct {
	struct proof_numbers numbers;
	const char *text;
	const char *json;
} counts[] = {
	{{.clients = 1}, "\n  1 client can be told apart\n", "\"distinguishable-clients\": 1,"},
	{{.clients = INT64_MAX}, "\n  9223372036854775807 clients can be told apart\n",
		"\"distinguishable-clients\": 9223372036854775807,"},
	/* JSON's reader may have no room for it. */
	{{.clients = UINT64_C(1) << 63}, "\n  9223372036854775808 clients can be told apart\n",
		"\"distinguishable-clients\": null,\n"
		"    \"distinguishable-clients-power-of-ten\": 19,"},
	{{.clients_power = 114}, "\n  about 10^114 clients can be told apart\n",
		"\"distinguishable-clients\": null,\n"
		"    \"distinguishable-clients-power-of-ten\": 114,"},
	{{.clients = 2},
		"\n  questions asked: not counted, there are too many cases to go through\n",
		"\"questions-asked\": null\n"},
};

START_TEST(test_check_report_numbers)
{
	const struct pack pack = {.id = "some", .version = "1"};
	const struct finding_list findings = {0};
	const struct check_report report = {.folder = "some",
		.pack = &pack,
		.findings = &findings,
		.numbers = &counts[_i].numbers};
	struct text text;
	text_init(&text);
	check_report_text(&report, &text);
	ck_assert_msg(strstr(text.bytes, counts[_i].text), "%s", text.bytes);
	text_clear(&text);
	check_report_json(&report, &text);
	ck_assert_msg(strstr(text.bytes, counts[_i].json), "%s", text.bytes);
	text_destroy(&text);
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
	tcase_add_loop_test(tests, test_check_report_numbers, 0, sizeof counts / sizeof counts[0]);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
