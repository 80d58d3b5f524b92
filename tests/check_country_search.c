#include "country_search.h"
#include "languages.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static struct country_search *search;
static unsigned found[COUNTRY_COUNT];

static void start_in(const char *language)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start(language, "/nowhere");
	search = country_search_new();
}

static void start_in_english(void)
{
	start_in("en");
}

static void start_in_dutch(void)
{
	start_in("nl");
}

static void tear_down(void)
{
	country_search_free(search);
}

static bool has_found(const char *code, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(country_code(found[i]), code) == 0)
			return true;
	return false;
}

/* Whether what is found begins with these codes ("NE NG"), in this order. */
static void check_first(const char *typed, const char *codes)
{
	size_t count = country_search_find(search, typed, found);
	for (size_t i = 0; i < (strlen(codes) + 1) / 3; i++) {
		ck_assert_msg(i < count, "\"%s\" finds only %zu", typed, count);
		ck_assert_msg(strncmp(country_code(found[i]), codes + 3 * i, 2) == 0,
			"\"%s\" finds %s as number %zu", typed, country_code(found[i]), i + 1);
	}
}

/* Each row: what is typed, and the codes of the first countries found. */
static const struct {
	const char *typed;
	const char *first;
} english[] = {
	{"Romania", "RO"}, {"romania", "RO"}, {"ROMANIA", "RO"}, {"rom", "RO"}, {"ro", "RO"},
	{"ua", "UA"}, {"xk", "XK"}, {"cote d'ivoire", "CI"}, {"cote d", "CI"}, {"curacao", "CW"},
	{"Curaçao", "CW"}, {"aland", "AX"}, {"Åla", "AX"}, {"turkey", "TR"}, {"turkiye", "TR"},
	{"ivory", "CI"}, {"burma", "MM"}, {"north korea", "KP"}, {"korea north", "KP"},
	{"south korea", "KR"}, {"  niger  ", "NE NG"}, {"nig", "NE NG"}, {"guinea-bissau", "GW"},
	{"new guinea", "PG"}, {"verde", "CV"},
	{"man", "IM KY"}, /* a word, and the first of those with it inside */
};

START_TEST(test_country_search_find_english)
{
	check_first(english[_i].typed, english[_i].first);
}
END_TEST

/* The code, the beginning of the name, of a word in it, anything inside it. */
START_TEST(test_country_search_find_best_first)
{
	size_t count = country_search_find(search, "ni", found);
	ck_assert_uint_gt(count, 8);
	ck_assert_str_eq(country_code(found[0]), "NI"); /* Nicaragua, by code and name */
	ck_assert_str_eq(country_code(found[1]), "NE");
	ck_assert_str_eq(country_code(found[2]), "NG");
	ck_assert_str_eq(country_code(found[3]), "NU");
	ck_assert(has_found("RO", count)); /* inside Romania, so after those */
	count = country_search_find(search, "guinea", found);
	ck_assert_str_eq(country_code(found[0]), "GN"); /* in alphabetical order */
	ck_assert_str_eq(country_code(found[1]), "GW");
	ck_assert_uint_eq(count, 4);
}
END_TEST

START_TEST(test_country_search_find_nothing_typed)
{
	static const char *const nothing[] = {"", "  ", "-"};
	for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
		ck_assert_uint_eq(country_search_find(search, nothing[i], found), COUNTRY_COUNT);
		ck_assert_str_eq(country_code(found[0]), "AF");
		ck_assert_str_eq(country_code(found[1]), "AX"); /* Å as A */
		ck_assert_str_eq(country_code(found[COUNTRY_COUNT - 1]), "ZW");
	}
}
END_TEST

START_TEST(test_country_search_find_all_once)
{
	bool seen[COUNTRY_COUNT] = {false};
	size_t count = country_search_find(search, "", found);
	for (size_t i = 0; i < count; i++) {
		ck_assert(!seen[found[i]]);
		seen[found[i]] = true;
	}
}
END_TEST

START_TEST(test_country_search_find_none)
{
	ck_assert_uint_eq(country_search_find(search, "romaniax", found), 0);
	ck_assert_uint_eq(country_search_find(search, "xyzzy", found), 0);
}
END_TEST

/* Every country is found first by its own name, or shares it with another. */
START_TEST(test_country_search_find_each_by_name_and_code)
{
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		size_t count =
			country_search_find(search, languages_country_english(country), found);
		ck_assert_msg(count > 0 && found[0] == country, "%s is not found by its name",
			country_code(country));
		count = country_search_find(search, country_code(country), found);
		ck_assert_msg(count > 0 && found[0] == country, "%s is not found by its code",
			country_code(country));
	}
}
END_TEST

/* By the Dutch name, with and without accents, by the English one, and by the code. */
START_TEST(test_country_search_find_dutch)
{
	static const struct {
		const char *typed;
		const char *first;
	} dutch[] = {
		{"Roemenië", "RO"},
		{"roemenie", "RO"},
		{"ROEMENIË", "RO"},
		{"romania", "RO"},
		{"oekra", "UA"},
		{"ukraine", "UA"},
		{"duitsland", "DE"},
		{"germany", "DE"},
		{"de", "DE"},
		{"turkije", "TR"},
		{"turkey", "TR"},
	};
	for (size_t i = 0; i < sizeof dutch / sizeof dutch[0]; i++)
		check_first(dutch[i].typed, dutch[i].first);
}
END_TEST

START_TEST(test_country_search_find_dutch_order)
{
	size_t count = country_search_find(search, "", found);
	struct text before, now;
	text_init(&before);
	text_init(&now);
	for (size_t i = 0; i < count; i++) {
		text_clear(&now);
		languages_add_key(&now, languages_country(found[i]));
		ck_assert_str_le(before.bytes, now.bytes);
		text_clear(&before);
		text_add(&before, now.bytes);
	}
	text_destroy(&before);
	text_destroy(&now);
}
END_TEST

static Suite *country_search_suite(void)
{
	Suite *suite = suite_create("country_search");
	TCase *in_english = tcase_create("English");
	TCase *in_dutch = tcase_create("Dutch");
	tcase_add_checked_fixture(in_english, start_in_english, tear_down);
	tcase_add_loop_test(in_english, test_country_search_find_english, 0,
		sizeof english / sizeof english[0]);
	tcase_add_test(in_english, test_country_search_find_best_first);
	tcase_add_test(in_english, test_country_search_find_nothing_typed);
	tcase_add_test(in_english, test_country_search_find_all_once);
	tcase_add_test(in_english, test_country_search_find_none);
	tcase_add_test(in_english, test_country_search_find_each_by_name_and_code);
	tcase_add_checked_fixture(in_dutch, start_in_dutch, tear_down);
	tcase_add_test(in_dutch, test_country_search_find_dutch);
	tcase_add_test(in_dutch, test_country_search_find_dutch_order);
	suite_add_tcase(suite, in_english);
	suite_add_tcase(suite, in_dutch);
	return suite;
}

int main(void)
{
	return suite_run(country_search_suite());
}
