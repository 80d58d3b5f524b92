/* `iom-screener diff`: pairs of packs with exactly what is said of them, and faults planted in the
 * real pack. */
#include "folder.h"
#include "program.h"

#include "screener/text.h"

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PAIRS SCREENER_TEST_DATA "/diff"
#define SMALL_PACK SCREENER_TEST_DATA "/small-pack"

/*
 * A folder each: `expected` is standard output. The old pack is the small pack with the files in
 * `old` instead of its own, where there are any; likewise the new one.
 */
static const struct {
	const char *folder;
	int status;
} pairs[] = {
	{"age-limit", 1},
	{"ages-in-the-middle", 1},
	{"always", 1},
	{"choices-combined", 1},
	{"condition-negated", 1},
	{"country-added", 1},
	{"country-removed", 1},
	{"country-swapped-for-nobody", 0},
	{"facts-reorganised", 0},
	{"flags-changed", 0},
	{"group-left-behind", 1},
	{"group-renamed", 0},
	{"notice-changed", 1},
	{"notices-replaced", 1},
	{"option-added", 0},
	{"option-removed", 1},
	{"options-moved", 0},
	{"options-replaced", 1},
	{"path-added", 1},
	{"path-added-for-nobody", 0},
	{"path-for-new-option", 1},
	{"path-removed", 1},
	{"path-renamed", 1},
	{"paths-moved", 0},
	{"possible-narrowed", 1},
	{"possible-removed", 1},
	{"question-added", 1},
	{"question-removed", 1},
	{"question-retyped", 1},
	{"questions-reordered", 0},
	{"same", 0},
	{"several-conditions", 1},
	{"texts-only", 0},
};

enum { PAIR_COUNT = sizeof pairs / sizeof pairs[0] };

static void make_pack(const char *pair, const char *side)
{
	char path[512];
	struct stat status;
	folder_copy(SMALL_PACK, side);
	snprintf(path, sizeof path, PAIRS "/%s/%s", pair, side);
	if (stat(path, &status) == 0)
		folder_copy(path, side);
}

static void run_diff(const char *const arguments[], struct program_result *result)
{
	program_run(&(struct program_run){.arguments = arguments}, result);
}

START_TEST(test_diff_pair)
{
	struct program_result result;
	char path[512];
	folder_begin();
	make_pack(pairs[_i].folder, "old");
	make_pack(pairs[_i].folder, "new");
	run_diff((const char *const[]){"diff", "old", "new", NULL}, &result);
	ck_assert_str_eq(result.errors, "");
	snprintf(path, sizeof path, PAIRS "/%s/expected", pairs[_i].folder);
	folder_check(path, result.output);
	ck_assert_int_eq(result.status, pairs[_i].status);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

/* Adds the conditions that begin the lines from here on. Returns false where there is a comment:
 * they are then not about the new pack alone. */
static bool take_conditions(const char *line, struct text *list)
{
	for (; strncmp(line, "    {", 5) == 0 || strncmp(line, "    - {", 7) == 0;
		line = strchr(line, '\n') + 1) {
		const char *start = strchr(line, '{'), *end = strchr(line, '\n');
		if (memmem(start, (size_t)(end - start), "  # ", 4))
			return false;
		text_add(list, list->length ? ", " : "");
		text_add_bytes(list, start, (size_t)(end - start));
	}
	return true;
}

/* Adds those that follow the first line that ends so, two lines further on. */
static bool take_conditions_of(const char *output, const char *words, struct text *list)
{
	const char *line = strstr(output, words);
	if (!line)
		return false;
	line = strchr(line + strlen(words), '\n') + 1;
	return take_conditions(line, list);
}

/* Adds a notice with these conditions to a copy of the new pack. */
static void paste(const char *conditions)
{
	struct text notice;
	size_t length;
	char *paths = program_read_file("new/paths.yaml", &length);
	folder_copy("new", "pasted");
	text_init(&notice);
	text_add_bytes(&notice, paths, length);
	text_format(&notice, "  - {id: pasted, when: {any: [%s]}, text: Pasted., source: page 1}\n",
		conditions);
	folder_write("pasted/paths.yaml", notice.bytes, notice.length);
	text_destroy(&notice);
	free(paths);
}

/* What is said of who feels a difference can be taken over into the new pack, where it means the
 * same: the notice that is then new there is shown to exactly these clients. */
START_TEST(test_diff_conditions_can_be_pasted)
{
	struct program_result result;
	struct text expected, found;
	folder_begin();
	text_init(&expected);
	text_init(&found);
	make_pack(pairs[_i].folder, "old");
	make_pack(pairs[_i].folder, "new");
	run_diff((const char *const[]){"diff", "old", "new", NULL}, &result);
	bool pasted = take_conditions_of(result.output, " differs:\n", &expected);
	program_result_destroy(&result);
	if (pasted) {
		ck_assert_uint_gt(expected.length, 0);
		paste(expected.bytes);
		run_diff((const char *const[]){"diff", "new", "pasted", NULL}, &result);
		ck_assert_str_eq(result.errors, "");
		ck_assert(take_conditions_of(
			result.output, "\nnotice \"pasted\" is only in NEW:\n", &found));
		ck_assert_str_eq(found.bytes, expected.bytes);
		program_result_destroy(&result);
	}
	text_destroy(&expected);
	text_destroy(&found);
	folder_end();
}
END_TEST

START_TEST(test_diff_json)
{
	struct program_result result;
	folder_begin();
	make_pack("question-retyped", "old");
	make_pack("question-retyped", "new");
	run_diff((const char *const[]){"diff", "--format", "json", "old", "new", NULL}, &result);
	ck_assert_str_eq(result.errors, "");
	folder_check(PAIRS "/question-retyped/expected.json", result.output);
	ck_assert_int_eq(result.status, 1);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

START_TEST(test_diff_json_same)
{
	struct program_result result;
	folder_begin();
	make_pack("same", "old");
	make_pack("same", "new");
	run_diff((const char *const[]){"diff", "--format=json", "old", "new", NULL}, &result);
	ck_assert_str_eq(result.errors, "");
	folder_check(PAIRS "/same/expected.json", result.output);
	ck_assert_int_eq(result.status, 0);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

/* What is more than can be looked at is not said to be the same. */
START_TEST(test_diff_cannot_be_told)
{
	struct program_result result;
	folder_begin();
	make_pack("cannot-be-told", "old");
	make_pack("cannot-be-told", "new");
	run_diff((const char *const[]){"diff", "old", "new", NULL}, &result);
	folder_check(PAIRS "/cannot-be-told/expected", result.output);
	ck_assert_str_eq(result.errors,
		"iom-screener: no difference was found, but some conditions tell apart more cases "
		"than can be looked at: make them simpler\n");
	ck_assert_int_eq(result.status, 2);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

/* A fault planted in a copy of the real pack: one text of one of its files becomes another. */
static void plant(const char *file, const char *old, const char *new)
{
	char path[64];
	size_t length;
	struct text text;
	folder_copy(SCREENER_RULES_SOURCE, "planted");
	snprintf(path, sizeof path, "planted/%s", file);
	char *bytes = program_read_file(path, &length);
	char *at = strstr(bytes, old);
	ck_assert_msg(at, "%s has no \"%s\"", file, old);
	text_init(&text);
	text_add_bytes(&text, bytes, (size_t)(at - bytes));
	text_add(&text, new);
	text_add(&text, at + strlen(old));
	folder_write(path, text.bytes, text.length);
	text_destroy(&text);
	free(bytes);
}

/* Each line must be there, in this order. */
static void check_lines(const char *output, const char *const lines[])
{
	const char *from = output;
	for (size_t i = 0; lines[i]; i++) {
		from = strstr(from, lines[i]);
		ck_assert_msg(from, "not found: %s\nin: %s", lines[i], output);
		from += strlen(lines[i]);
	}
}

/* How often a line begins so. */
static size_t count_lines(const char *output, const char *start)
{
	size_t count = 0;
	for (const char *at = output; (at = strstr(at, start)); at += strlen(start))
		count += at[-1] == '\n';
	return count;
}

static const struct {
	const char *file;
	const char *old;
	const char *new;
	size_t paths; /* that differ */
	const char *lines[6];
} faults[] = {
	{"paths.yaml", "age: {under: 18}", "age: {under: 17}", 1,
		{"\npath \"guidance-minor\" differs:\n  applies -> no: ",
			"\n    {age: {from: 17, to: 17}, unaccompanied: yes, "
			"return-wish: [yes, undecided]}\n",
			" age: 17, unaccompanied: yes, ",
			"\n      OLD: applies, because age: 17, unaccompanied: yes, "
			"return-wish: undecided\n",
			"      NEW: no, because age: 17\n"}},
	{"countries.yaml", " BR,", "", 5,
		{"\ngroup \"non-western\": without [BR]\n",
			"\npath \"guidance-victim\" differs:\n  applies -> possible: ",
			"\n    {origin: BR, return-wish: [yes, undecided], victim: [presumed, "
			"identified]}\n",
			"\n    for example answers: {origin: BR, ",
			"\nnotice \"outside-focus\" differs:\n  not shown -> shown: "}},
	{"countries.yaml", "RO, ", "", 5,
		{"\ngroup \"eu-since-2004\": without [RO]\n",
			"\n    for example answers: {origin: RO, "}},
	{"paths.yaml", "{return-wish: undecided, travel-documents: no}",
		"{return-wish: undecided, not: {travel-documents: no}}", 1,
		{"\npath \"travel-documents-help\" differs:\n  possible -> no: ",
			"\n    {return-wish: undecided, travel-documents: no}\n",
			"\n  no -> possible: ",
			"\n    {return-wish: undecided, travel-documents: yes}\n"}},
};

START_TEST(test_diff_planted_fault)
{
	struct program_result result;
	folder_begin();
	plant(faults[_i].file, faults[_i].old, faults[_i].new);
	run_diff((const char *const[]){"diff", SCREENER_RULES_SOURCE, "planted", NULL}, &result);
	ck_assert_str_eq(result.errors, "");
	ck_assert_int_eq(result.status, 1);
	check_lines(result.output, faults[_i].lines);
	ck_assert_uint_eq(count_lines(result.output, "path \""), faults[_i].paths);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

START_TEST(test_diff_real_pack_with_itself)
{
	struct program_result result;
	run_diff((const char *const[]){"diff", SCREENER_RULES_SOURCE, SCREENER_RULES_SOURCE, NULL},
		&result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_ptr_nonnull(strstr(result.output, "\n\nNo client's outcome differs: all of "));
	ck_assert_uint_eq(count_lines(result.output, "path \""), 0);
	program_result_destroy(&result);
}
END_TEST

/* All faults of both packs are said. */
START_TEST(test_diff_bad_packs)
{
	struct program_result result;
	folder_begin();
	folder_copy(SMALL_PACK, "old");
	folder_copy(SMALL_PACK, "new");
	folder_write("old/countries.yaml", "groupz: []\n", 11);
	folder_write("new/questions.yaml", "question: []\n", 13);
	run_diff((const char *const[]){"diff", "old", "new", NULL}, &result);
	ck_assert_str_eq(result.output, "");
	ck_assert_ptr_nonnull(strstr(result.errors, "old/countries.yaml:1:1: error: "));
	ck_assert_ptr_nonnull(strstr(result.errors, "new/questions.yaml:1:1: error: "));
	ck_assert_int_eq(result.status, 2);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

START_TEST(test_diff_no_folder)
{
	struct program_result result;
	folder_begin();
	folder_copy(SMALL_PACK, "old");
	run_diff((const char *const[]){"diff", "old", "nowhere", NULL}, &result);
	ck_assert_str_eq(result.output, "");
	ck_assert_ptr_nonnull(strstr(result.errors, "nowhere"));
	ck_assert_int_eq(result.status, 2);
	program_result_destroy(&result);
	folder_end();
}
END_TEST

START_TEST(test_diff_usage)
{
	static const char *const lines[][5] = {
		{"diff", NULL},
		{"diff", SMALL_PACK, SMALL_PACK, SMALL_PACK, NULL},
		{"diff", "--plain", SMALL_PACK, SMALL_PACK, NULL},
		{"diff", "--format=pdf", SMALL_PACK, SMALL_PACK, NULL},
	};
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct program_result result;
		run_diff(lines[i], &result);
		ck_assert_str_eq(result.output, "");
		ck_assert_str_ne(result.errors, "");
		ck_assert_int_eq(result.status, 2);
		program_result_destroy(&result);
	}
}
END_TEST

/* Without a newer pack it is the one in use: the tree's own, or that of --rules. */
START_TEST(test_diff_with_the_pack_in_use)
{
	static const char *const lines[][4] = {
		{"diff", SCREENER_RULES_SOURCE, NULL},
		{"diff", "--rules=" SMALL_PACK, SMALL_PACK, NULL},
	};
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct program_result result;
		run_diff(lines[i], &result);
		ck_assert_str_eq(result.errors, "");
		ck_assert_ptr_nonnull(strstr(result.output, "No client's outcome differs"));
		ck_assert_int_eq(result.status, 0);
		program_result_destroy(&result);
	}
}
END_TEST

START_TEST(test_diff_disk_full)
{
	struct program_result result;
	const char *const arguments[] = {"diff", SMALL_PACK, SMALL_PACK, NULL};
	program_run(
		&(struct program_run){.arguments = arguments, .output_file = "/dev/full"}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "No space left on device"));
	program_result_destroy(&result);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("diff");
	TCase *tests = tcase_create("diff");
	tcase_add_loop_test(tests, test_diff_pair, 0, PAIR_COUNT);
	tcase_add_loop_test(tests, test_diff_conditions_can_be_pasted, 0, PAIR_COUNT);
	tcase_add_test(tests, test_diff_json);
	tcase_add_test(tests, test_diff_json_same);
	tcase_add_test(tests, test_diff_cannot_be_told);
	tcase_add_loop_test(tests, test_diff_planted_fault, 0, sizeof faults / sizeof faults[0]);
	tcase_add_test(tests, test_diff_real_pack_with_itself);
	tcase_add_test(tests, test_diff_bad_packs);
	tcase_add_test(tests, test_diff_no_folder);
	tcase_add_test(tests, test_diff_usage);
	tcase_add_test(tests, test_diff_with_the_pack_in_use);
	tcase_add_test(tests, test_diff_disk_full);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
