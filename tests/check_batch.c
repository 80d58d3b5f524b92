/* `iom-screener batch`, run as a filter is: cases as data, and what no file can show. */
#include "program.h"
#include "suite.h"

#include <check.h>
#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PACK SCREENER_TEST_DATA "/small-pack"
#define CASES SCREENER_TEST_DATA "/batch"

enum { PATH_SIZE = 512, CASE_LEAST = 50, ARGUMENT_LIMIT = 12, PATIENCE = 60000 /* milliseconds */ };

static const char *const usual[] = {"batch", "--rules", PACK, "--date", "2026-06-01", NULL};

static char *read_case(const char *name, const char *file, size_t *length)
{
	char path[PATH_SIZE];
	snprintf(path, sizeof path, CASES "/%s/%s", name, file);
	if (access(path, R_OK) == 0)
		return program_read_file(path, length);
	*length = 0;
	return calloc(1, 1);
}

static void assert_same(const char *name, const char *what, const char *expected, size_t wanted,
	const char *found, size_t length)
{
	char where[PATH_SIZE];
	snprintf(where, sizeof where, "%s: %s", name, what);
	program_assert_text(where, expected, wanted, found, length);
}

/* The file of this name, in CSV or else in JSON Lines. */
static char *read_rows(const char *name, const char *file, size_t *length)
{
	char csv[32], jsonl[32], path[PATH_SIZE];
	snprintf(csv, sizeof csv, "%s.csv", file);
	snprintf(jsonl, sizeof jsonl, "%s.jsonl", file);
	snprintf(path, sizeof path, CASES "/%s/%s", name, csv);
	return read_case(name, access(path, R_OK) == 0 ? csv : jsonl, length);
}

/* Adds the words of a line to the arguments, which point into it then. */
static void add_arguments(const char *arguments[ARGUMENT_LIMIT], char *line)
{
	size_t count = 0;
	while (arguments[count])
		count++;
	for (char *word = strtok(line, " \n"); word; word = strtok(NULL, " \n")) {
		ck_assert_uint_lt(count, ARGUMENT_LIMIT - 1);
		arguments[count++] = word;
	}
}

/* A folder: input.csv or input.jsonl, expected.csv or expected.jsonl, and where they are not empty
 * expected.err, status and arguments (more of them). */
static void run_case(const char *name)
{
	size_t lengths[5];
	char *input = read_rows(name, "input", &lengths[0]);
	char *output = read_rows(name, "expected", &lengths[1]);
	char *errors = read_case(name, "expected.err", &lengths[2]);
	char *status = read_case(name, "status", &lengths[3]);
	char *line = read_case(name, "arguments", &lengths[4]);
	const char *arguments[ARGUMENT_LIMIT] = {NULL};
	memcpy(arguments, usual, sizeof usual);
	add_arguments(arguments, line);
	struct program_run run = {
		.arguments = arguments, .input = input, .input_length = lengths[0]};
	struct program_result result;
	program_run(&run, &result);
	assert_same(
		name, "standard output", output, lengths[1], result.output, result.output_length);
	assert_same(
		name, "standard error", errors, lengths[2], result.errors, result.errors_length);
	ck_assert_msg(result.status == atoi(status), "%s: ended with %d", name, result.status);
	program_result_destroy(&result);
	free(input);
	free(output);
	free(errors);
	free(status);
	free(line);
}

START_TEST(test_batch_cases)
{
	struct dirent **entries;
	int found = 0, count = scandir(CASES, &entries, NULL, alphasort);
	ck_assert_int_gt(count, 0);
	for (int i = 0; i < count; i++) {
		if (entries[i]->d_name[0] != '.') {
			run_case(entries[i]->d_name);
			found++;
		}
		free(entries[i]);
	}
	free(entries);
	ck_assert_int_ge(found, CASE_LEAST);
}
END_TEST

START_TEST(test_batch_file_as_operand)
{
	const char *arguments[] = {"batch", "--rules", PACK, CASES "/plain-rows/input.csv", NULL};
	struct program_result result;
	size_t length;
	char *expected = read_case("plain-rows", "expected.csv", &length);
	program_run(&(struct program_run){.arguments = arguments}, &result);
	ck_assert_str_eq(result.output, expected);
	ck_assert_int_eq(result.status, 0);
	program_result_destroy(&result);
	free(expected);
}
END_TEST

/* Arguments that cannot work: nothing is written, and one line says why. */
static void assert_cannot(const char *operand, const char *why)
{
	const char *arguments[] = {"batch", "--rules", PACK, operand, NULL};
	struct program_result result;
	program_run(&(struct program_run){.arguments = arguments, .input = "age\n"}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_uint_eq(result.output_length, 0);
	ck_assert_ptr_nonnull(strstr(result.errors, why));
	program_result_destroy(&result);
}

START_TEST(test_batch_cannot)
{
	assert_cannot("/there/is/no/such.csv", "/there/is/no/such.csv");
	assert_cannot("/", "/");
	assert_cannot("--from=xml", "csv or jsonl");
	assert_cannot("--to=json", "csv or jsonl");
}
END_TEST

static size_t repeat(char *bytes, size_t size, const char *words, size_t times)
{
	size_t length = 0;
	for (size_t i = 0; i < times && length + strlen(words) < size; i++)
		length += (size_t)sprintf(bytes + length, "%s", words);
	return length;
}

/* Cells of a megabyte, quoted and not: one carried through, one that is no answer. */
START_TEST(test_batch_large_cells)
{
	enum { SIZE = 4 * 1024 * 1024, CELL = 1024 * 1024 };
	char *input = malloc(SIZE);
	ck_assert_ptr_nonnull(input);
	size_t length = (size_t)sprintf(input, "note,age\n\"");
	size_t cell = length - 1;
	length += repeat(input + length, SIZE - length, "a,\n\"\"", CELL / 5);
	length += (size_t)sprintf(input + length, "\"");
	size_t cell_length = length - cell;
	length += (size_t)sprintf(input + length, ",17\nx,");
	length += repeat(input + length, SIZE - length, "9", CELL);
	struct program_run run = {usual, .input = input, .input_length = length};
	struct program_result result;
	program_run(&run, &result);
	const char *row = strchr(result.output, '\n') + 1;
	ck_assert_uint_gt(result.output_length, length);
	ck_assert_mem_eq(row, input + cell, cell_length);
	ck_assert_ptr_nonnull(
		strstr(row + cell_length, ",17,open,applies,open,open,,origin,\nx,99"));
	ck_assert_ptr_nonnull(strstr(result.output + length, "column age: "));
	ck_assert_int_eq(result.status, 1);
	program_result_destroy(&result);
	free(input);
}
END_TEST

static const char *const lines_usual[] = {
	"batch", "--rules", PACK, "--date", "2026-06-01", "--from=jsonl", NULL};

/* A member of a megabyte that is carried through, one that is no answer, and very many members. */
START_TEST(test_batch_large_members)
{
	enum { SIZE = 4 * 1024 * 1024, MEMBER = 1024 * 1024, MEMBERS = 100000 };
	char *input = malloc(SIZE);
	ck_assert_ptr_nonnull(input);
	size_t length = (size_t)sprintf(input, "{\"note\":\"");
	length += repeat(input + length, SIZE - length, "a\\\"\\u00e9", MEMBER / 9);
	length += (size_t)sprintf(input + length, "\",\"age\":17");
	size_t first = length;
	length += (size_t)sprintf(input + length, "}\n{\"age\":\"");
	length += repeat(input + length, SIZE - length, "9", MEMBER);
	length += (size_t)sprintf(input + length, "\"}\n{");
	length += repeat(input + length, SIZE - length, "\"x\":[],", MEMBERS);
	length += (size_t)sprintf(input + length, "\"age\":18}\n");
	struct program_run run = {.arguments = lines_usual, .input = input, .input_length = length};
	struct program_result result;
	program_run(&run, &result);
	ck_assert_uint_gt(result.output_length, length);
	ck_assert_mem_eq(result.output, input, first);
	ck_assert_ptr_nonnull(strstr(result.output + first, ",\"outcome\":{\"travel\":\"open\","));
	ck_assert_ptr_nonnull(strstr(result.output, "\"error\":\"member age: "));
	ck_assert_ptr_nonnull(strstr(result.output, "[],\"age\":18,\"outcome\""));
	ck_assert_int_eq(result.status, 1);
	program_result_destroy(&result);
	free(input);
}
END_TEST

static void write_rows(const char *path, size_t count)
{
	static const char *const rows[] = {"RO,24,yes,no,shelter", "UA,<18,undecided,?,-",
		"NL,2001-05-30,no,yes,shelter+advice", "XX,old,maybe,!,"};
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs("number,origin,age,wish,health,needs\n", file);
	for (size_t i = 0; i < count; i++)
		fprintf(file, "%zu,%s\n", i, rows[i % 4]);
	ck_assert_int_eq(fclose(file), 0);
}

static size_t count_lines(const char *path)
{
	size_t length, lines = 0;
	char *bytes = program_read_file(path, &length);
	for (size_t i = 0; i < length; i++)
		lines += bytes[i] == '\n';
	free(bytes);
	return lines;
}

/* The sanitizers need memory of their own. */
static bool is_plain_build(void)
{
#if defined(__SANITIZE_ADDRESS__)
	return false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
	return false;
#endif
#endif
	return true;
}

/* From a file to a file, so that the memory of this test, which the child shows until it is the
 * program, stays small. */
START_TEST(test_batch_constant_memory)
{
	enum { ROWS = 100000, MOST = 16 * 1024 /* kilobytes */ };
	char input[] = "/tmp/check_batch_in_XXXXXX", output[] = "/tmp/check_batch_out_XXXXXX";
	close(mkstemp(input));
	close(mkstemp(output));
	write_rows(input, ROWS);
	struct program_run run = {.arguments = usual, .input_file = input, .output_file = output};
	struct program_result result;
	program_run(&run, &result);
	ck_assert_int_eq(result.status, 1);
	ck_assert_str_eq(result.errors,
		"iom-screener: 25000 rows could not be read: their \"error\" says why\n");
	ck_assert_uint_eq(count_lines(output), ROWS + 1);
	if (is_plain_build())
		ck_assert_int_lt(result.peak, MOST);
	program_result_destroy(&result);
	unlink(input);
	unlink(output);
}
END_TEST

/* Waits for a whole line; fails the test where none comes. */
static void expect_line(int output, const char *expected)
{
	char line[512];
	size_t length = 0;
	do {
		struct pollfd wait = {output, POLLIN, 0};
		ck_assert_int_eq(poll(&wait, 1, PATIENCE), 1);
		ck_assert_int_eq(read(output, line + length, 1), 1);
	} while (line[length++] != '\n' && length < sizeof line);
	line[length] = '\0';
	ck_assert_str_eq(line, expected);
}

static void put(int input, const char *words)
{
	ck_assert_int_eq(write(input, words, strlen(words)), (int)strlen(words));
}

START_TEST(test_batch_streams)
{
	struct program program;
	program_start(&(struct program_run){.arguments = usual}, &program);
	put(program.input, "age\n");
	expect_line(program.output, "age,travel,minors,care,housing,notices,next,error\n");
	put(program.input, "17\n1");
	expect_line(program.output, "17,open,applies,open,open,,origin,\n");
	put(program.input, "8\r");
	expect_line(program.output, "18,open,no,open,open,,origin,\n");
	put(program.input, "\n<18");
	close(program.input);
	program.input = -1;
	expect_line(program.output, "<18,open,applies,open,open,,origin,\n");
	ck_assert_int_eq(program_wait(&program, NULL), 0);
}
END_TEST

START_TEST(test_batch_streams_lines)
{
	struct program program;
	program_start(&(struct program_run){.arguments = lines_usual}, &program);
	put(program.input, "{\"age\":17}\n{\"wish\":\"no");
	expect_line(program.output, "{\"age\":17,\"outcome\":{\"travel\":\"open\",\"minors\":"
				    "\"applies\",\"care\":\"open\",\"housing\":\"open\"},"
				    "\"notices\":[],\"next\":\"origin\",\"error\":null}\n");
	put(program.input, "\"}\r\n");
	expect_line(program.output, "{\"wish\":\"no\",\"outcome\":{\"travel\":\"no\",\"minors\":"
				    "\"open\",\"care\":\"no\",\"housing\":\"open\"},"
				    "\"notices\":[],\"next\":\"age\",\"error\":null}\r\n");
	ck_assert_int_eq(program_wait(&program, NULL), 0);
}
END_TEST

/* Reads what there is on standard error until its end. */
static void read_errors(int errors, char *words, size_t size)
{
	size_t length = 0;
	ssize_t count;
	while ((count = read(errors, words + length, size - 1 - length)) > 0)
		length += (size_t)count;
	words[length] = '\0';
}

START_TEST(test_batch_reader_gone)
{
	struct program program;
	char errors[512];
	program_start(&(struct program_run){.arguments = usual}, &program);
	close(program.output);
	program.output = -1;
	put(program.input, "age\n17\n");
	close(program.input);
	program.input = -1;
	read_errors(program.errors, errors, sizeof errors);
	ck_assert_str_eq(errors, "iom-screener: standard output cannot be written: Broken pipe\n");
	ck_assert_int_eq(program_wait(&program, NULL), 2);
}
END_TEST

START_TEST(test_batch_disk_full)
{
	struct program_run run = {
		.arguments = usual, .input = "age\n17\n", .output_file = "/dev/full"};
	struct program_result result;
	program_run(&run, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.errors,
		"iom-screener: standard output cannot be written: No space left on device\n");
	program_result_destroy(&result);
}
END_TEST

/* Appending to the file that is read would never end. */
START_TEST(test_batch_onto_itself)
{
	char path[] = "/tmp/check_batch_same_XXXXXX";
	close(mkstemp(path));
	write_rows(path, 1);
	struct program_run run = {.arguments = usual, .input_file = path, .output_file = path};
	struct program_result result;
	program_run(&run, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.errors, "both read and written"));
	ck_assert_uint_eq(count_lines(path), 2);
	program_result_destroy(&result);
	unlink(path);
}
END_TEST

/* A quotation mark that is never closed must not take the whole input into memory; the rows before
 * it are not lost. */
START_TEST(test_batch_runaway_quote)
{
	enum { SIZE = 70 * 1024 * 1024 };
	char path[] = "/tmp/check_batch_quote_XXXXXX";
	int file = mkstemp(path);
	put(file, "age\n17\n\"");
	ck_assert_int_eq(ftruncate(file, SIZE), 0);
	close(file);
	struct program_run run = {.arguments = usual, .input_file = path};
	struct program_result result;
	program_run(&run, &result);
	unlink(path);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.output, "\n17,open,applies,"));
	ck_assert_ptr_nonnull(strstr(result.errors, "more than 64 MB"));
	program_result_destroy(&result);
}
END_TEST

/* A line that never ends, likewise. */
START_TEST(test_batch_runaway_line)
{
	enum { SIZE = 70 * 1024 * 1024 };
	char path[] = "/tmp/check_batch_line_XXXXXX";
	int file = mkstemp(path);
	put(file, "{\"age\":17}\n");
	ck_assert_int_eq(ftruncate(file, SIZE), 0);
	close(file);
	struct program_run run = {.arguments = lines_usual, .input_file = path};
	struct program_result result;
	program_run(&run, &result);
	unlink(path);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(result.output, "{\"age\":17,\"outcome\":"));
	ck_assert_ptr_nonnull(strstr(result.errors, "more than 64 MB"));
	program_result_destroy(&result);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("batch");
	TCase *tests = tcase_create("batch");
	tcase_add_test(tests, test_batch_cases);
	tcase_add_test(tests, test_batch_file_as_operand);
	tcase_add_test(tests, test_batch_cannot);
	tcase_add_test(tests, test_batch_large_cells);
	tcase_add_test(tests, test_batch_large_members);
	tcase_add_test(tests, test_batch_constant_memory);
	tcase_add_test(tests, test_batch_streams);
	tcase_add_test(tests, test_batch_streams_lines);
	tcase_add_test(tests, test_batch_reader_gone);
	tcase_add_test(tests, test_batch_disk_full);
	tcase_add_test(tests, test_batch_onto_itself);
	tcase_add_test(tests, test_batch_runaway_quote);
	tcase_add_test(tests, test_batch_runaway_line);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
