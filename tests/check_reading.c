/*
 * Holds the program, run as anybody would run it, against the independent reading of the source:
 * clients go in through `iom-screener batch`, and every cell that comes out must be as read.
 */
#include "reading.h"
#include "suite.h"

#include "program.h"
#include "reading_draw.h"

#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The columns that the batch writes: one carried through, the answers, then what it adds. */
enum {
	COLUMN_NUMBER,
	COLUMN_ANSWERS,
	COLUMN_PATHS = COLUMN_ANSWERS + READING_QUESTION_COUNT,
	COLUMN_NOTICES = COLUMN_PATHS + READING_PATH_COUNT,
	COLUMN_NEXT,
	COLUMN_ERROR,
	COLUMN_COUNT
};

enum { CLIENT_COUNT = 3000, NUMBER_SIZE = 24 };

struct client {
	char cells[READING_QUESTION_COUNT][READING_CELL_SIZE];
};

static struct reading *reading;

static void setup(void)
{
	reading = reading_new();
	ck_assert_ptr_nonnull(reading);
}

static void teardown(void)
{
	reading_free(reading);
}

static size_t find_question(const char *id)
{
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		if (strcmp(reading_questions[i], id) == 0)
			return i;
	ck_abort_msg("no question %s", id);
}

static void answer(struct client *client, const char *id, const char *cell)
{
	snprintf(client->cells[find_question(id)], READING_CELL_SIZE, "%s", cell);
}

static bool read_client(const struct client *client, struct reading_outcome *outcome)
{
	const char *cells[READING_QUESTION_COUNT];

	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		cells[i] = client->cells[i];
	return reading_of_client(reading, cells, outcome);
}

/* The rows, to the program and back. */

static void write_clients(FILE *file, const struct client *clients, size_t count)
{
	fputs("number", file);
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		fprintf(file, ",%s", reading_questions[i]);
	for (size_t n = 0; n < count; n++) {
		fprintf(file, "\r\n%zu", n);
		for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
			fprintf(file, ",%s", clients[n].cells[i]);
	}
	fputs("\r\n", file);
}

/* Cuts off one cell, without its quotes; `*rest` is NULL after the last. */
static char *take_cell(char **rest)
{
	char *cell = *rest;
	char *to = cell;
	char *from = cell;
	bool quoted = false;

	for (; *from && (quoted || *from != ','); from++) {
		if (*from == '"')
			quoted = !quoted;
		if (*from != '"' || (quoted && from > cell && from[-1] == '"'))
			*to++ = *from;
	}
	*rest = *from ? from + 1 : NULL;
	*to = '\0';
	return cell;
}

static void expect_header(const char *expected[COLUMN_COUNT])
{
	expected[COLUMN_NUMBER] = "number";
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		expected[COLUMN_ANSWERS + i] = reading_questions[i];
	for (size_t i = 0; i < READING_PATH_COUNT; i++)
		expected[COLUMN_PATHS + i] = reading_paths[i];
	expected[COLUMN_NOTICES] = "notices";
	expected[COLUMN_NEXT] = "next";
	expected[COLUMN_ERROR] = "error";
}

/* Compares a row with what is expected of it; `line` loses its commas. */
static void compare_row(char *line, const char *const expected[COLUMN_COUNT])
{
	const char *names[COLUMN_COUNT];
	char *row = strdup(line);
	char *rest = line;

	ck_assert_ptr_nonnull(row);
	expect_header(names);
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		ck_assert_msg(rest, "only %zu columns of %d: %s", i, COLUMN_COUNT, row);
		const char *found = take_cell(&rest);
		ck_assert_msg(strcmp(found, expected[i]) == 0,
			"%s: \"%s\", but the reading says \"%s\": %s", names[i], found, expected[i],
			row);
	}
	ck_assert_msg(!rest, "more than %d columns: %s", COLUMN_COUNT, row);
	free(row);
}

/* Reads the next line, without its end; false after the last. */
static bool read_line(FILE *output, char **line, size_t *size)
{
	if (getline(line, size, output) < 0)
		return false;
	(*line)[strcspn(*line, "\r\n")] = '\0';
	return true;
}

/* Borrows from the client, the outcome and `number`. */
static void expect_client(const struct client *client, const char *number,
	struct reading_outcome *outcome, const char *expected[COLUMN_COUNT])
{
	ck_assert(read_client(client, outcome));
	expected[COLUMN_NUMBER] = number;
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		expected[COLUMN_ANSWERS + i] = client->cells[i];
	for (size_t i = 0; i < READING_PATH_COUNT; i++)
		expected[COLUMN_PATHS + i] = outcome->paths[i];
	expected[COLUMN_NOTICES] = outcome->notices;
	expected[COLUMN_NEXT] = outcome->next;
	expected[COLUMN_ERROR] = "";
}

static void compare_output(FILE *output, const struct client *clients, size_t count)
{
	const char *expected[COLUMN_COUNT];
	char *line = NULL;
	size_t size = 0;

	ck_assert_msg(read_line(output, &line, &size), "the batch wrote nothing");
	expect_header(expected);
	compare_row(line, expected);
	for (size_t n = 0; n < count; n++) {
		struct reading_outcome outcome;
		char number[NUMBER_SIZE];
		snprintf(number, sizeof number, "%zu", n);
		expect_client(&clients[n], number, &outcome, expected);
		ck_assert_msg(read_line(output, &line, &size), "only %zu rows of %zu", n, count);
		compare_row(line, expected);
	}
	ck_assert_msg(!read_line(output, &line, &size), "a row too many: %s", line);
	free(line);
}

/* Returns owned: the clients as the batch takes them. */
static char *table_of(const struct client *clients, size_t count)
{
	char *table = NULL;
	size_t length;
	FILE *file = open_memstream(&table, &length);

	ck_assert_ptr_nonnull(file);
	write_clients(file, clients, count);
	ck_assert_int_eq(fclose(file), 0);
	return table;
}

static void hold_batch_to_reading(const struct client *clients, size_t count)
{
	static const char *const arguments[] = {
		"batch", "--rules", SCREENER_RULES_SOURCE, "--date", READING_DAY, NULL};
	char *table = table_of(clients, count);
	struct program_run run = {.arguments = arguments, .input = table};
	struct program_result result;

	program_run(&run, &result);
	ck_assert_msg(result.output_length > 0, "nothing but: %s", result.errors);
	FILE *output = fmemopen(result.output, result.output_length, "r");
	ck_assert_ptr_nonnull(output);
	compare_output(output, clients, count);
	fclose(output);
	ck_assert_str_eq(result.errors, "");
	ck_assert_int_eq(result.status, 0);
	program_result_destroy(&result);
	free(table);
}

/* The reading itself, where the words of the page leave no doubt. */

static const struct {
	const char *origin, *age, *unaccompanied, *return_wish, *victim, *extra, *needs;
	const char *path, *outcome;
} examples[] = {
	{"RO", "24", "", "yes", "presumed", "yes", "shelter", "guidance-victim", "applies"},
	{"RO", "24", "", "yes", "presumed", "yes", "shelter", "mediation-shelter", "applies"},
	{"RO", "24", "", "yes", "presumed", "yes", "shelter", "mediation-guidance", "no"},
	{"RO", "24", "", "yes", "presumed", "yes", "shelter", "reintegration-victim", "applies"},
	{"RO", "24", "", "yes", "presumed", "yes", "shelter", "return-travel", "applies"},
	{"UA", "24", "", "yes", "presumed", "yes", "shelter", "guidance-victim", "possible"},
	{"AM", "24", "", "yes", "presumed", "yes", "shelter", "mediation-shelter", "possible"},
	{"NG", "24", "", "undecided", "presumed", "", "", "reintegration-victim", "possible"},
	{"NG", "24", "", "yes", "presumed", "no", "", "mediation-shelter", "no"},
	{"NG", "24", "", "yes", "presumed", "~", "", "mediation-shelter", "open"},
	{"AF", "17", "yes", "yes", "", "", "", "guidance-minor", "applies"},
	{"AF", "18", "yes", "yes", "", "", "", "guidance-minor", "no"},
	{"AF", "16-19", "yes", "yes", "", "", "", "guidance-minor", "open"},
	{"AF", "2008-11-24", "yes", "yes", "", "", "", "guidance-minor", "applies"},
	{"AF", "2008-11-23", "yes", "yes", "", "", "", "guidance-minor", "no"},
	{"?", "24", "", "yes", "identified", "", "", "guidance-victim", "open"},
	{"!", "?", "~", "no", "", "", "", "guidance-victim", "no"},
};

START_TEST(test_reading_of_client_example)
{
	struct client client = {0};
	struct reading_outcome outcome;

	answer(&client, "origin", examples[_i].origin);
	answer(&client, "age", examples[_i].age);
	answer(&client, "unaccompanied", examples[_i].unaccompanied);
	answer(&client, "return-wish", examples[_i].return_wish);
	answer(&client, "victim", examples[_i].victim);
	answer(&client, "extra-support-wish", examples[_i].extra);
	answer(&client, "support-needs", examples[_i].needs);
	ck_assert(read_client(&client, &outcome));
	for (size_t i = 0; i < READING_PATH_COUNT; i++)
		if (strcmp(reading_paths[i], examples[_i].path) == 0)
			ck_assert_str_eq(outcome.paths[i], examples[_i].outcome);
}
END_TEST

START_TEST(test_reading_of_client_notices_and_next)
{
	struct client client = {0};
	struct reading_outcome outcome;

	answer(&client, "origin", "UA");
	answer(&client, "return-wish", "undecided");
	answer(&client, "victim", "presumed");
	answer(&client, "organisations", "care+police");
	ck_assert(read_client(&client, &outcome));
	ck_assert_str_eq(
		outcome.notices, "careful-preparation+involve-police+involve-care+outside-focus");
	ck_assert_str_eq(outcome.next, "age");
	answer(&client, "return-wish", "no");
	ck_assert(read_client(&client, &outcome));
	ck_assert_str_eq(outcome.notices, "not-now");
	ck_assert_str_eq(outcome.next, "family-wish");
	answer(&client, "family-wish", "?");
	ck_assert(read_client(&client, &outcome));
	ck_assert_str_eq(outcome.next, "");
}
END_TEST

static const char *const unreadable[][2] = {
	{"origin", "ro"},
	{"origin", "ZZ"},
	{"origin", "ROU"},
	{"age", "old"},
	{"age", "19-18"},
	{"age", "<0"},
	{"health", "maybe"},
	{"victim", "yes"},
	{"support-needs", "guidance+"},
	{"organisations", "army"},
};

START_TEST(test_reading_of_client_unreadable)
{
	struct client client = {0};
	struct reading_outcome outcome;

	answer(&client, unreadable[_i][0], unreadable[_i][1]);
	ck_assert(!read_client(&client, &outcome));
}
END_TEST

START_TEST(test_reading_countries_counts)
{
	ck_assert_uint_eq(strlen(reading_countries[0]), 13 * 3);
	ck_assert_uint_eq(strlen(reading_countries[1]), 154 * 3);
	ck_assert_uint_eq(strlen(reading_countries[2]), 83 * 3);
}
END_TEST

/* The program. */

START_TEST(test_batch_every_country)
{
	struct client clients[250] = {0};
	size_t count = 0;

	for (size_t group = 0; group < READING_COUNTRY_GROUP_COUNT; group++)
		for (const char *code = reading_countries[group]; *code; code += 3) {
			struct client *client = &clients[count++];
			char word[] = {code[0], code[1], '\0'};
			answer(client, "origin", word);
			answer(client, "return-wish", "yes");
			answer(client, "victim", "presumed");
		}
	ck_assert_uint_eq(count, 250);
	hold_batch_to_reading(clients, count);
}
END_TEST

/* Every age, as a number and as both sides of a limit, and the days around an 18th birthday. */
START_TEST(test_batch_every_age)
{
	static const char *const births[] = {
		"2008-11-22", "2008-11-23", "2008-11-24", "2026-11-23"};
	static const char *const forms[] = {"%u", ">=%u", "<%u"};
	enum { OLDEST = 120 };
	struct client clients[3 * OLDEST + 4] = {0};
	size_t count = 0;

	for (unsigned years = 1; years <= OLDEST; years++)
		for (size_t i = 0; i < 3; i++) {
			char cell[READING_CELL_SIZE];
			snprintf(cell, sizeof cell, forms[i], years);
			answer(&clients[count++], "age", cell);
		}
	for (size_t i = 0; i < 4; i++)
		answer(&clients[count++], "age", births[i]);
	for (size_t n = 0; n < count; n++) {
		answer(&clients[n], "unaccompanied", "yes");
		answer(&clients[n], "arrived-unaccompanied", "yes");
		answer(&clients[n], "return-wish", "yes");
	}
	hold_batch_to_reading(clients, count);
}
END_TEST

START_TEST(test_batch_random_clients)
{
	struct client *clients = calloc(CLIENT_COUNT, sizeof *clients);
	uint64_t seed = 20261123;

	ck_assert_ptr_nonnull(clients);
	for (size_t n = 0; n < CLIENT_COUNT; n++)
		reading_draw(&seed, clients[n].cells);
	hold_batch_to_reading(clients, CLIENT_COUNT);
	free(clients);
}
END_TEST

static Suite *reading_suite(void)
{
	Suite *suite = suite_create("reading");
	TCase *itself = tcase_create("the reading itself");
	TCase *program = tcase_create("the program");

	tcase_add_checked_fixture(itself, setup, teardown);
	tcase_add_loop_test(
		itself, test_reading_of_client_example, 0, sizeof examples / sizeof examples[0]);
	tcase_add_test(itself, test_reading_of_client_notices_and_next);
	tcase_add_loop_test(itself, test_reading_of_client_unreadable, 0,
		sizeof unreadable / sizeof unreadable[0]);
	tcase_add_test(itself, test_reading_countries_counts);
	suite_add_tcase(suite, itself);
	tcase_add_checked_fixture(program, setup, teardown);
	/* For slow machines and sanitizers. */
	tcase_set_timeout(program, 120);
	tcase_set_timeout(itself, 120);
	tcase_add_test(program, test_batch_every_country);
	tcase_add_test(program, test_batch_every_age);
	tcase_add_test(program, test_batch_random_clients);
	suite_add_tcase(suite, program);
	return suite;
}

int main(void)
{
	return suite_run(reading_suite());
}
