/* The small modules that everything stands on: error, arena, text buffer, date, country. */
#include "suite.h"

#include "screener/arena.h"
#include "screener/country.h"
#include "screener/date.h"
#include "screener/error.h"
#include "screener/text.h"

#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

START_TEST(test_error_set_first_wins)
{
	struct error error;
	error_init(&error);
	ck_assert(!error_set(&error, ERROR_FILE, "first %d", 1));
	ck_assert(!error_set(&error, ERROR_PACK, "second"));
	ck_assert_int_eq(error.code, ERROR_FILE);
	ck_assert_str_eq(error.text, "first 1");
	ck_assert(!error_set(NULL, ERROR_FILE, "nobody listens"));
}
END_TEST

START_TEST(test_error_set_cuts_long_text)
{
	struct error error;
	char long_text[2000];
	memset(long_text, 'x', sizeof long_text - 1);
	long_text[sizeof long_text - 1] = '\0';
	error_init(&error);
	error_set(&error, ERROR_FILE, "%s", long_text);
	ck_assert_uint_eq(strlen(error.text), sizeof error.text - 1);
}
END_TEST

START_TEST(test_arena_new_is_zeroed_aligned_and_apart)
{
	struct arena arena;
	arena_init(&arena);
	unsigned char *blocks[200];
	for (size_t i = 0; i < 200; i++) {
		blocks[i] = arena_new(&arena, i * 37 + 1, 1);
		ck_assert_uint_eq((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
		for (size_t byte = 0; byte < i * 37 + 1; byte++)
			ck_assert_uint_eq(blocks[i][byte], 0);
		memset(blocks[i], (int)i + 1, i * 37 + 1);
	}
	for (size_t i = 0; i < 200; i++)
		for (size_t byte = 0; byte < i * 37 + 1; byte++)
			ck_assert_uint_eq(blocks[i][byte], (unsigned char)(i + 1));
	arena_destroy(&arena);
}
END_TEST

START_TEST(test_arena_new_larger_than_a_block)
{
	struct arena arena;
	arena_init(&arena);
	char *large = arena_new(&arena, 1000, 1000);
	large[999999] = 'x';
	char *copy = arena_copy(&arena, "abcdef", 3);
	ck_assert_str_eq(copy, "abc");
	ck_assert_int_eq(large[999999], 'x');
	arena_destroy(&arena);
}
END_TEST

START_TEST(test_text_grows_cuts_and_is_taken)
{
	struct text text;
	text_init(&text);
	ck_assert_str_eq(text.bytes, "");
	text_cut(&text, 0);
	for (int i = 0; i < 1000; i++)
		text_format(&text, "%d,", i);
	ck_assert_uint_eq(text.length, 10 * 2 + 90 * 3 + 900 * 4);
	ck_assert(strncmp(text.bytes, "0,1,2,", 6) == 0);
	text_cut(&text, 5);
	text_add_repeated(&text, '.', 3);
	text_add_bytes(&text, "xyz", 2);
	ck_assert_str_eq(text.bytes, "0,1,2...xy");
	char *taken = text_take(&text);
	ck_assert_str_eq(taken, "0,1,2...xy");
	ck_assert_str_eq(text.bytes, "");
	free(taken);
	taken = text_take(&text);
	ck_assert_str_eq(taken, "");
	free(taken);
	text_destroy(&text);
}
END_TEST

START_TEST(test_text_clear_wipes)
{
	struct text text;
	text_init(&text);
	text_add(&text, "what the client said");
	text_clear(&text);
	ck_assert_uint_eq(text.length, 0);
	for (size_t i = 0; i < text.capacity; i++)
		ck_assert_int_eq(text.bytes[i], 0);
	text_destroy(&text);
}
END_TEST

static const struct {
	const char *text;
	bool exists;
} days[] = {
	{"2026-11-23", true},
	{"2024-02-29", true},
	{"2000-02-29", true},
	{"1900-02-29", false},
	{"2023-02-29", false},
	{"2026-00-10", false},
	{"2026-13-10", false},
	{"2026-04-31", false},
	{"2026-04-00", false},
	{"0999-04-01", false},
	{"2026-4-01", false},
	{"2026/04/01", false},
	{"2026-04-0x", false},
	{"2026-04-011", false},
};

START_TEST(test_date_parse)
{
	struct date date = {1, 2, 3};
	ck_assert(date_parse(days[_i].text, strlen(days[_i].text), &date) == days[_i].exists);
	if (!days[_i].exists)
		ck_assert_int_eq(date.year, 1);
}
END_TEST

static const struct {
	struct date birth, today;
	int years;
} ages[] = {
	{{2008, 11, 23}, {2026, 11, 22}, 17},
	{{2008, 11, 23}, {2026, 11, 23}, 18},
	{{2008, 11, 23}, {2026, 11, 24}, 18},
	{{2008, 2, 29}, {2026, 2, 28}, 17},
	{{2008, 2, 29}, {2026, 3, 1}, 18},
	{{2008, 2, 29}, {2028, 2, 29}, 20},
	{{2026, 12, 31}, {2027, 1, 1}, 0},
	{{2027, 1, 1}, {2026, 12, 31}, -1},
};

START_TEST(test_date_years_between)
{
	ck_assert_int_eq(date_years_between(ages[_i].birth, ages[_i].today), ages[_i].years);
}
END_TEST

START_TEST(test_country_find_every_code)
{
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		unsigned found = COUNTRY_COUNT;
		ck_assert(country_find(country_code(country), 2, &found));
		ck_assert_uint_eq(found, country);
		if (country > 0)
			ck_assert_str_lt(country_code(country - 1), country_code(country));
	}
}
END_TEST

START_TEST(test_country_find_nothing_else)
{
	static const char *const no_country[] = {
		"", "R", "ROU", "ro", "ZZ", "AA", "R\n", "\xc3\xa9"};
	for (size_t i = 0; i < sizeof no_country / sizeof no_country[0]; i++) {
		unsigned found = 77;
		ck_assert(!country_find(no_country[i], strlen(no_country[i]), &found));
		ck_assert_uint_eq(found, 77);
	}
}
END_TEST

START_TEST(test_country_set_join)
{
	struct country_set one = {{0}}, other = {{0}};
	country_set_add(&one, 0);
	country_set_add(&other, 63);
	country_set_add(&other, 249);
	country_set_join(&one, &other);
	for (unsigned country = 0; country < COUNTRY_COUNT; country++)
		ck_assert(country_set_has(&one, country) ==
			  (country == 0 || country == 63 || country == 249));
}
END_TEST

static Suite *foundation_suite(void)
{
	Suite *suite = suite_create("foundation");
	TCase *cases = tcase_create("foundation");
	tcase_add_test(cases, test_error_set_first_wins);
	tcase_add_test(cases, test_error_set_cuts_long_text);
	tcase_add_test(cases, test_arena_new_is_zeroed_aligned_and_apart);
	tcase_add_test(cases, test_arena_new_larger_than_a_block);
	tcase_add_test(cases, test_text_grows_cuts_and_is_taken);
	tcase_add_test(cases, test_text_clear_wipes);
	tcase_add_loop_test(cases, test_date_parse, 0, sizeof days / sizeof days[0]);
	tcase_add_loop_test(cases, test_date_years_between, 0, sizeof ages / sizeof ages[0]);
	tcase_add_test(cases, test_country_find_every_code);
	tcase_add_test(cases, test_country_find_nothing_else);
	tcase_add_test(cases, test_country_set_join);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(foundation_suite());
}
