/* Every country by every name of it: whole, and with each kind of error at each place. */
#include "catalogue.h"
#include "country_names.h"
#include "country_search.h"
#include "languages.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first two are those of the screen. */
static const char *const languages[] = {"nl", "en", "pl", "ro", "fr", "ar", "uk", "de", "so"};

enum { LANGUAGES = sizeof languages / sizeof languages[0] };

static struct country_search *search;
static struct country_found found[COUNTRY_COUNT];
static char *keys[COUNTRY_COUNT][LANGUAGES]; /* NULL where there is no name */

static char *make_key(const char *name)
{
	struct text key;
	text_init(&key);
	languages_add_key(&key, name);
	return text_take(&key);
}

static void read_keys(size_t language)
{
	struct catalogue catalogue = {0};
	char path[512];
	snprintf(path, sizeof path, SCREENER_ISO_LOCALES "/%s/LC_MESSAGES/iso_3166-1.mo",
		languages[language]);
	bool open = catalogue_read(&catalogue, path);
	ck_assert(open || strcmp(languages[language], "en") == 0);
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		const char *name = open ? catalogue_find(&catalogue, country_names[country])
					: country_names[country];
		keys[country][language] = name ? make_key(name) : NULL;
	}
	catalogue_destroy(&catalogue);
}

static void set_up(void)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("nl", "/nowhere");
	search = country_search_new(NULL);
	for (size_t i = 0; i < LANGUAGES; i++)
		read_keys(i);
}

static void tear_down(void)
{
	for (unsigned country = 0; country < COUNTRY_COUNT; country++)
		for (size_t i = 0; i < LANGUAGES; i++)
			free(keys[country][i]);
	country_search_free(search);
}

/* Where the country stands among those found, from 0; COUNTRY_COUNT where it does not. */
static size_t find_place(unsigned country, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (found[i].country == country)
			return i;
	return COUNTRY_COUNT;
}

/* Whether a name has the same key, as it is or as what stands before its comma. */
static bool is_called(const char *key, const char *typed)
{
	return key && strncmp(key, typed, strlen(typed)) == 0 &&
	       (key[strlen(typed)] == '\0' || key[strlen(typed)] == ' ');
}

/* Whether one of the names of the country found is what was typed, too. */
static bool shares_name(const struct country_found *one, const char *typed)
{
	char *key = one->name ? make_key(one->name) : NULL;
	bool shares = is_called(key, typed);
	free(key);
	for (size_t i = 0; i < LANGUAGES; i++)
		shares = shares || is_called(keys[one->country][i], typed);
	return shares;
}

/* Typed whole, a country is the first, but for others that are called so as well. */
static void check_whole(unsigned country, const char *typed)
{
	size_t count = country_search_find(search, typed, found);
	size_t place = find_place(country, count);
	ck_assert_msg(place < count, "\"%s\" does not find %s", typed, country_code(country));
	for (size_t i = 0; i < place; i++)
		ck_assert_msg(shares_name(&found[i], typed), "\"%s\" finds %s before %s", typed,
			country_code(found[i].country), country_code(country));
}

START_TEST(test_country_search_finds_every_name)
{
	size_t names = 0;
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		char *native = make_key(country_long_codes[country]);
		check_whole(country, native);
		free(native);
		if (!keys[country][_i])
			continue;
		check_whole(country, keys[country][_i]);
		names++;
	}
	ck_assert_uint_gt(names, 60);
}
END_TEST

/* Whether there is at most one error between them; slow and simple. */
static bool is_near(const char *a, const char *b)
{
	size_t length = strlen(a), other = strlen(b), start = 0, end = 0;
	while (start < length && start < other && a[start] == b[start])
		start++;
	while (end < length - start && end < other - start &&
		a[length - 1 - end] == b[other - 1 - end])
		end++;
	size_t left = length - start - end, right = other - start - end;
	if (left <= 1 && right <= 1)
		return true;
	return left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
}

/* Whether a key has what was typed in it, or is it but for one error up to its end or a blank:
 * behind that may stand what ISO puts behind the name. */
static bool is_as_near(const char *key, const char *typed)
{
	bool near = key && strstr(key, typed);
	for (const char *end = key; end && !near; end = *end ? end + 1 : NULL) {
		struct text head;
		end += strcspn(end, " ");
		text_init(&head);
		text_add_bytes(&head, key, (size_t)(end - key));
		near = is_near(head.bytes, typed);
		text_destroy(&head);
	}
	return near;
}

/* Whether a country that is found before the one meant is as near to what was typed. */
static bool may_go_before(const struct country_found *one, const char *typed)
{
	char *key = one->name ? make_key(one->name) : NULL;
	bool near = is_as_near(key, typed) || one->fit == COUNTRY_FIT_CODE;
	free(key);
	for (size_t i = 0; i < LANGUAGES; i++)
		near = near || is_as_near(keys[one->country][i], typed);
	return near || one->fit == COUNTRY_FIT_WORDS;
}

static void check_error(unsigned country, const char *name, const char *typed)
{
	size_t count = country_search_find(search, typed, found);
	size_t place = find_place(country, count);
	ck_assert_msg(place < count, "\"%s\" for \"%s\" does not find %s", typed, name,
		country_code(country));
	for (size_t i = 0; i < place; i++)
		ck_assert_msg(may_go_before(&found[i], typed),
			"\"%s\" for \"%s\" finds %s before %s", typed, name,
			country_code(found[i].country), country_code(country));
}

/* The name with `length` bytes at a place replaced by other ones. */
static void check_replaced(
	unsigned country, const char *name, size_t place, size_t length, const char *by)
{
	struct text typed;
	text_init(&typed);
	text_add_bytes(&typed, name, place);
	text_add(&typed, by);
	text_add(&typed, name + place + length);
	check_error(country, name, typed.bytes);
	text_destroy(&typed);
}

/* One letter wrong, one too many, one missing, two swapped. Which letter it is changes from place
 * to place: all of them would take a minute. */
static void check_errors(unsigned country, const char *name)
{
	size_t length = strlen(name);
	for (size_t place = 0; place <= length; place++) {
		const char letter[] = {(char)('a' + (place * 7 + country * 5) % 26), '\0'};
		check_replaced(country, name, place, 0, letter);
		if (place == length)
			break;
		check_replaced(country, name, place, 1, letter);
		check_replaced(country, name, place, 1, "");
		const char swapped[] = {name[place + 1], name[place], '\0'};
		if (place + 1 < length && name[place] != ' ' && name[place + 1] != ' ')
			check_replaced(country, name, place, 2, swapped);
	}
}

START_TEST(test_country_search_forgives_every_error)
{
	size_t names = 0;
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		if (!keys[country][_i] || strlen(keys[country][_i]) < 5)
			continue;
		check_errors(country, keys[country][_i]);
		names++;
	}
	ck_assert_uint_gt(names, 200);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("country_search_names");
	TCase *tcase = tcase_create("names");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_loop_test(tcase, test_country_search_finds_every_name, 0, LANGUAGES);
	tcase_add_loop_test(tcase, test_country_search_forgives_every_error, 0, 2);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
