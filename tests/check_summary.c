#include "suite.h"
#include "summary.h"

#include "languages.h"
#include "program.h"
#include "reader.h"
#include "render.h"

#include "screener/case_code.h"
#include "screener/interview.h"
#include "screener/memory.h"

#include <check.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct pack *pack;
static struct logic *logic;
static struct interview *interview;
static struct summary summary;

static const struct moment moment = {.date = {2026, 11, 23}};

static void set_up(void)
{
	struct fault_list faults;
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_TEST_DATA);
	fault_list_init(&faults);
	pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(pack);
	logic = logic_new(pack);
	ck_assert_ptr_nonnull(logic);
	interview = interview_new(pack, logic);
	fault_list_destroy(&faults);
}

static void tear_down(void)
{
	interview_free(interview);
	logic_free(logic);
	pack_free(pack);
}

/* Answers as in a file of the tests' data, and makes the summary of them. */
static void summarise(const char *name)
{
	char path[PATH_MAX];
	struct fault_list faults;
	struct answer *answers = memory_new(pack->question_count, sizeof *answers);
	fault_list_init(&faults);
	snprintf(path, sizeof path, "%s/summaries/%s.yaml", SCREENER_TEST_DATA, name);
	ck_assert(reader_read_answers(pack, path, moment.date, answers, &faults));
	interview_load(interview, answers);
	summary_init(&summary, interview, &moment);
	fault_list_destroy(&faults);
	free(answers);
}

/* Compares with a file of the tests' data; with EXPECTED_UPDATE=1 in the environment writes it
 * instead. */
static void compare(const char *name, const char *ending, const char *found)
{
	char path[PATH_MAX];
	size_t length;
	snprintf(path, sizeof path, "%s/summaries/%s.%s", SCREENER_TEST_DATA, name, ending);
	if (getenv("EXPECTED_UPDATE")) {
		FILE *file = fopen(path, "w");
		ck_assert_ptr_nonnull(file);
		fputs(found, file);
		ck_assert_int_eq(fclose(file), 0);
		return;
	}
	char *expected = program_read_file(path, &length);
	size_t same = 0;
	while (found[same] && found[same] == expected[same])
		same++;
	ck_assert_msg(found[same] == expected[same],
		"%s: expected from byte %zu \"%.80s\", found \"%.80s\"", path, same,
		expected + same, found + same);
	free(expected);
}

static const char *const names[] = {"romania-shelter", "ukraine-unfinished", "minor-alone",
	"no-return-wish", "all-left-open", "nothing-asked"};

/* What changes with every version is told apart in tests of its own. */
static void forget_versions(void)
{
	struct text code;
	text_init(&code);
	summary.receipt.program_version = "0.0.0";
	memset(summary.receipt.pack_digest, '0', sizeof summary.receipt.pack_digest - 1);
	case_code_write(pack, summary.receipt.pack_digest, moment.date, summary.answers, &code);
	summary.receipt.case_code = arena_copy(&summary.arena, code.bytes, code.length);
	text_destroy(&code);
}

START_TEST(test_render_text_as_expected)
{
	struct text text;
	struct document document;
	text_init(&text);
	summarise(names[_i]);
	forget_versions();
	document_init(&document, &summary);
	render_text(&document, 72, &text);
	compare(names[_i], "txt", text.bytes);
	document_destroy(&document);
	text_destroy(&text);
	summary_destroy(&summary);
}
END_TEST

START_TEST(test_render_json_as_expected)
{
	struct text text;
	text_init(&text);
	summarise(names[_i]);
	forget_versions();
	render_json(&summary, NULL, &text);
	compare(names[_i], "json", text.bytes);
	text_destroy(&text);
	summary_destroy(&summary);
}
END_TEST

static enum outcome outcome_of(const char *id)
{
	size_t path = 0;
	ck_assert(pack_find_path(pack, id, &path));
	ck_assert_uint_eq(summary.paths[path].path, path);
	return summary.paths[path].outcome;
}

static bool shows(const char *id)
{
	for (size_t i = 0; i < summary.notice_count; i++)
		if (strcmp(pack->notices[summary.notices[i].notice].id, id) == 0)
			return true;
	return false;
}

START_TEST(test_init_of_a_victim_from_romania)
{
	summarise("romania-shelter");
	ck_assert_int_eq(outcome_of("guidance-victim"), OUTCOME_APPLIES);
	ck_assert_int_eq(outcome_of("mediation-shelter"), OUTCOME_APPLIES);
	ck_assert_int_eq(outcome_of("reintegration-victim"), OUTCOME_APPLIES);
	ck_assert_int_eq(outcome_of("return-travel"), OUTCOME_APPLIES);
	ck_assert(shows("careful-preparation"));
	ck_assert(!shows("outside-focus"));
	ck_assert_uint_eq(summary.next, PACK_NO_QUESTION);
	summary_destroy(&summary);
}
END_TEST

START_TEST(test_init_of_the_same_from_ukraine)
{
	summarise("ukraine-unfinished");
	ck_assert_int_eq(outcome_of("guidance-victim"), OUTCOME_POSSIBLE);
	ck_assert(shows("outside-focus"));
	ck_assert_uint_ne(summary.next, PACK_NO_QUESTION);
	ck_assert_uint_gt(summary.left, 0);
	summary_destroy(&summary);
}
END_TEST

START_TEST(test_init_parks_what_only_return_could_use)
{
	size_t question = 0;
	summarise("no-return-wish");
	ck_assert(pack_find_question(pack, "victim", &question));
	ck_assert(summary.parked[question]);
	ck_assert_int_eq(summary.answers[question].status, ANSWER_GIVEN);
	ck_assert_uint_eq(summary.next, PACK_NO_QUESTION);
	ck_assert(shows("not-now"));
	summary_destroy(&summary);
}
END_TEST

START_TEST(test_init_past_review)
{
	const struct moment later = {.date = {2027, 5, 24}, .time = "12:00"};
	struct answer *answers = memory_new(pack->question_count, sizeof *answers);
	interview_load(interview, answers);
	summary_init(&summary, interview, &later);
	ck_assert(summary.receipt.past_review);
	ck_assert_str_eq(summary.receipt.time, "12:00");
	summary_destroy(&summary);
	summary_init(&summary, interview, &moment);
	ck_assert(!summary.receipt.past_review);
	summary_destroy(&summary);
	free(answers);
}
END_TEST

/* As anybody can check with coreutils. */
START_TEST(test_digest_is_that_of_the_files)
{
	char expected[65] = "", digest[65];
	FILE *sum = popen("cd " SCREENER_RULES_SOURCE
			  " && cat pack.yaml countries.yaml questions.yaml paths.yaml | sha256sum",
		"r");
	ck_assert_ptr_nonnull(sum);
	ck_assert_uint_eq(fread(expected, 1, 64, sum), 64);
	pclose(sum);
	summary_digest(pack, digest);
	ck_assert_str_eq(digest, expected);
}
END_TEST

/* The command, as a user runs it. */

#define SUMMARIES SCREENER_TEST_DATA "/summaries/"
#define ARGUMENTS(...)                                                                             \
	(const char *const[])                                                                      \
	{                                                                                          \
		"summary", "--date", "2026-11-23", __VA_ARGS__, NULL                               \
	}

static struct program_result result;

static void run(const struct program_run *wanted, int status)
{
	program_run(wanted, &result);
	ck_assert_msg(result.status == status, "status %d: %s", result.status, result.errors);
}

START_TEST(test_command_writes_text)
{
	const struct program_run wanted = {
		.arguments = ARGUMENTS(SUMMARIES "romania-shelter.yaml")};
	run(&wanted, 0);
	ck_assert_str_eq(result.errors, "");
	ck_assert_ptr_nonnull(strstr(result.output, "Screening on 2026-11-23\n"));
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_reads_standard_input)
{
	const struct program_run wanted = {
		.arguments = ARGUMENTS("--format", "json"), .input = "origin: NO\nage: <18\n"};
	const char *origin = NULL, *age = NULL;
	run(&wanted, 0);
	json_t *made = json_loads(result.output, 0, NULL);
	ck_assert_int_eq(
		json_unpack(made, "{s{s:s,s:s}}", "answers", "origin", &origin, "age", &age), 0);
	ck_assert_str_eq(origin, "NO");
	ck_assert_str_eq(age, "<18");
	json_decref(made);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_writes_a_file)
{
	char folder[] = "/tmp/check-summary-XXXXXX", path[64];
	size_t length;
	struct stat status;
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/out.txt", folder);
	const struct program_run wanted = {
		.arguments = ARGUMENTS("-o", path, SUMMARIES "romania-shelter.yaml")};
	run(&wanted, 0);
	ck_assert_str_eq(result.output, "");
	char *written = program_read_file(path, &length);
	ck_assert_ptr_nonnull(strstr(written, "At a glance\n-----------\n"));
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_int_eq(status.st_mode & 07777, 0600);
	free(written);
	unlink(path);
	rmdir(folder);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_full_disk)
{
	const struct program_run wanted = {.arguments = ARGUMENTS(SUMMARIES "romania-shelter.yaml"),
		.output_file = "/dev/full"};
	run(&wanted, 2);
	ck_assert_str_eq(result.errors,
		"iom-screener: standard output cannot be written: No space left on device\n");
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_file_in_no_folder)
{
	const struct program_run wanted = {.arguments = ARGUMENTS("-o", "/no/such/folder/x",
						   SUMMARIES "romania-shelter.yaml")};
	run(&wanted, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_str_eq(result.errors,
		"iom-screener: /no/such/folder/x cannot be written: No such file or directory\n");
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_refuses_wrong_answers)
{
	const struct program_run wanted = {
		.arguments = ARGUMENTS("-"), .input = "origin: Romenia\nagee: 3\n"};
	run(&wanted, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_ptr_nonnull(strstr(result.errors, "Romenia"));
	ck_assert_ptr_nonnull(strstr(result.errors, "agee"));
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_without_a_file_of_answers)
{
	const struct program_run wanted = {.arguments = ARGUMENTS("/no/such/file.yaml")};
	run(&wanted, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_ptr_nonnull(strstr(result.errors, "/no/such/file.yaml"));
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_in_a_locale_that_is_not_utf8)
{
	const struct program_run wanted = {.arguments = ARGUMENTS("-"),
		.input = "origin: CI\nreturn-wish: yes\n",
		.environment = (const char *const[]){"LC_ALL=C", NULL}};
	run(&wanted, 0);
	for (size_t i = 0; i < result.output_length; i++)
		ck_assert_int_lt((unsigned char)result.output[i], 0x80);
	ck_assert_ptr_nonnull(strstr(result.output, "Cote d'Ivoire"));
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_command_in_dutch)
{
	const struct program_run wanted = {
		.arguments = ARGUMENTS("--language", "nl", "-"), .input = "origin: RO\n"};
	run(&wanted, 0);
	ck_assert_ptr_nonnull(strstr(result.output, "Roemenië"));
	program_result_destroy(&result);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static TCase *summary_tests(void)
{
	TCase *tests = tcase_create("summary");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, test_render_text_as_expected, 0, COUNT(names));
	tcase_add_loop_test(tests, test_render_json_as_expected, 0, COUNT(names));
	tcase_add_test(tests, test_init_of_a_victim_from_romania);
	tcase_add_test(tests, test_init_of_the_same_from_ukraine);
	tcase_add_test(tests, test_init_parks_what_only_return_could_use);
	tcase_add_test(tests, test_init_past_review);
	tcase_add_test(tests, test_digest_is_that_of_the_files);
	return tests;
}

static TCase *command_tests(void)
{
	TCase *tests = tcase_create("command");
	tcase_add_test(tests, test_command_writes_text);
	tcase_add_test(tests, test_command_reads_standard_input);
	tcase_add_test(tests, test_command_writes_a_file);
	tcase_add_test(tests, test_command_full_disk);
	tcase_add_test(tests, test_command_file_in_no_folder);
	tcase_add_test(tests, test_command_refuses_wrong_answers);
	tcase_add_test(tests, test_command_without_a_file_of_answers);
	tcase_add_test(tests, test_command_in_a_locale_that_is_not_utf8);
	tcase_add_test(tests, test_command_in_dutch);
	return tests;
}

int main(void)
{
	Suite *suite = suite_create("summary");
	suite_add_tcase(suite, summary_tests());
	suite_add_tcase(suite, command_tests());
	return suite_run(suite);
}
