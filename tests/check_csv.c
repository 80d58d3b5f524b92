/* The CSV reader, held against libcsv on random text, good and bad. */
#include "batch_csv.h"
#include "batch_input.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <csv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 20000, LENGTH_LIMIT = 40 };

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static uint64_t draw(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* Cells are written as [cell], rows end with a newline; so two readings can be compared as text. */
static void write_cell(struct text *reading, const char *bytes, size_t length)
{
	text_add(reading, "[");
	text_add_bytes(reading, bytes, length);
	text_add(reading, "]");
}

static void take_cell(void *bytes, size_t length, void *reading)
{
	write_cell(reading, bytes ? bytes : "", length);
}

static void take_row(int end, void *reading)
{
	(void)end;
	text_add(reading, "\n");
}

static int no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

/* Returns whether libcsv finds the text well-formed. */
static bool read_with_libcsv(const struct text *csv, struct text *reading)
{
	struct csv_parser parser;
	ck_assert_int_eq(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
	csv_set_space_func(&parser, no_space);
	bool good = csv_parse(&parser, csv->bytes, csv->length, take_cell, take_row, reading) ==
			    csv->length &&
		    csv_fini(&parser, take_cell, take_row, reading) == 0;
	csv_free(&parser);
	return good;
}

static void write_record(const struct csv_record *record, struct text *reading)
{
	for (size_t i = 0; i < record->count; i++) {
		size_t length;
		struct text plain;
		text_init(&plain);
		const char *content = csv_cell_content(record, &record->cells[i], &length);
		csv_add_undoubled(&plain, content, length);
		write_cell(reading, plain.bytes, plain.length);
		text_destroy(&plain);
	}
	text_add(reading, "\n");
}

/* A line with nothing on it is a row of one empty cell to us, and nothing to libcsv. */
static bool is_blank(const struct csv_record *record)
{
	return record->count == 1 && record->cells[0].form == CSV_EMPTY;
}

/* Reads from a pipe, as batch does. Returns whether every record is clean. */
static bool read_with_ours(const struct text *csv, struct text *reading)
{
	struct batch_input input;
	struct csv_reader reader;
	struct error error;
	char name[64];
	int ends[2];
	bool clean = true;
	error_init(&error);
	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(write(ends[1], csv->bytes, csv->length), (ssize_t)csv->length);
	close(ends[1]);
	snprintf(name, sizeof name, "/proc/self/fd/%d", ends[0]);
	ck_assert(batch_input_init(&input, name, &error));
	close(ends[0]);
	csv_reader_init(&reader, &input);
	while (csv_reader_next(&reader, &error) == CSV_RECORD) {
		clean = clean && reader.record.clean;
		if (!is_blank(&reader.record))
			write_record(&reader.record, reading);
	}
	ck_assert_int_eq(error.code, ERROR_NONE);
	csv_reader_destroy(&reader);
	batch_input_destroy(&input);
	return clean;
}

static void draw_csv(uint64_t *state, struct text *csv)
{
	static const char *const pieces[] = {
		"a", "bc", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\xc3\xa9"};
	size_t length = draw(state) % LENGTH_LIMIT;
	for (size_t i = 0; i < length; i++)
		text_add(csv, pieces[draw(state) % (sizeof pieces / sizeof pieces[0])]);
}

static void draw_good_csv(uint64_t *state, struct text *csv)
{
	static const char *const cells[] = {"a", "", "\"\"", "\"b\"", "\"x,y\"", "\"1\n2\"",
		"\"1\r\n2\"", "\"say \"\"a\"\"\"", " c ", "\xc3\xa9"};
	size_t count = draw(state) % LENGTH_LIMIT;
	for (size_t i = 0; i < count; i++) {
		text_add(csv, cells[draw(state) % (sizeof cells / sizeof cells[0])]);
		text_add(csv, draw(state) % 4 ? "," : draw(state) % 2 ? "\n" : "\r\n");
	}
}

/* Compares the two readings of one random text; counts the good ones. */
static void compare(uint64_t seed, void (*draw_text)(uint64_t *, struct text *), size_t *good)
{
	struct text csv, theirs, ours;
	text_init(&csv);
	text_init(&theirs);
	text_init(&ours);
	draw_text(&seed, &csv);
	bool expected = read_with_libcsv(&csv, &theirs);
	bool clean = read_with_ours(&csv, &ours);
	ck_assert_msg(clean == expected, "libcsv finds this %s: %s", expected ? "good" : "bad",
		csv.bytes);
	if (expected)
		ck_assert_msg(strcmp(ours.bytes, theirs.bytes) == 0,
			"of\n%s\nlibcsv reads\n%s\nwe\n%s", csv.bytes, theirs.bytes, ours.bytes);
	*good += expected;
	text_destroy(&csv);
	text_destroy(&theirs);
	text_destroy(&ours);
}

START_TEST(test_csv_reader_next_as_libcsv_on_anything)
{
	size_t good = 0;
	for (uint64_t seed = 0; seed < ROUNDS; seed++)
		compare(seed, draw_csv, &good);
	ck_assert_uint_gt(good, ROUNDS / 20);
	ck_assert_uint_lt(good, ROUNDS / 2);
}
END_TEST

START_TEST(test_csv_reader_next_as_libcsv_on_good)
{
	size_t good = 0;
	for (uint64_t seed = 0; seed < ROUNDS / 4; seed++)
		compare(seed, draw_good_csv, &good);
	ck_assert_uint_eq(good, ROUNDS / 4);
}
END_TEST

static Suite *csv_suite(void)
{
	Suite *suite = suite_create("csv");
	TCase *cases = tcase_create("csv");
	tcase_add_test(cases, test_csv_reader_next_as_libcsv_on_anything);
	tcase_add_test(cases, test_csv_reader_next_as_libcsv_on_good);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(csv_suite());
}
