#include "country_search.h"

#include "country_names.h"
#include "country_search_names.h"
#include "languages.h"

#include "screener/memory.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Other languages are asked for no fewer letters, except in scripts with more to a letter. */
enum { FOREIGN_LETTERS = 3 };

struct entry {
	unsigned country;
	const char *key; /* of the name shown */
};

struct country_search {
	const char *client_language;
	struct arena arena;
	struct entry entries[COUNTRY_COUNT]; /* in alphabetical order of the names shown */
	/* Each is made when the first search needs it: not before the first screen. */
	struct country_name_list own;
	struct country_name_list everyday;
	struct country_name_list foreign;
};

/* How each country fits, and by which name. */
struct fits {
	enum country_fit fit[COUNTRY_COUNT];
	const char *name[COUNTRY_COUNT];
	enum country_fit best;
};

static int compare_names(const void *a, const void *b)
{
	const struct entry *one = a, *other = b;
	int order = strcmp(one->key, other->key);
	return order ? order : (int)one->country - (int)other->country;
}

struct country_search *country_search_new(const char *client_language)
{
	struct country_search *search = memory_new(1, sizeof *search);
	struct text key;
	search->client_language = client_language;
	arena_init(&search->arena);
	country_name_list_init(&search->own);
	country_name_list_init(&search->everyday);
	country_name_list_init(&search->foreign);
	text_init(&key);
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		text_clear(&key);
		languages_add_key(&key, languages_country(country));
		search->entries[country] =
			(struct entry){country, arena_copy(&search->arena, key.bytes, key.length)};
	}
	text_destroy(&key);
	qsort(search->entries, COUNTRY_COUNT, sizeof search->entries[0], compare_names);
	return search;
}

void country_search_free(struct country_search *search)
{
	if (!search)
		return;
	country_name_list_destroy(&search->own);
	country_name_list_destroy(&search->everyday);
	country_name_list_destroy(&search->foreign);
	arena_destroy(&search->arena);
	free(search);
}

static void note(struct fits *fits, unsigned country, enum country_fit fit, const char *name)
{
	if (fit >= fits->fit[country])
		return;
	fits->fit[country] = fit;
	fits->name[country] = name;
	if (fit < fits->best)
		fits->best = fit;
}

static void try_codes(struct fits *fits, const struct country_typed *typed)
{
	for (unsigned country = 0; country < COUNTRY_COUNT; country++)
		if (strcasecmp(typed->words, country_code(country)) == 0 ||
			strcasecmp(typed->words, country_long_codes[country]) == 0)
			note(fits, country, COUNTRY_FIT_CODE, NULL);
}

static void try_names(struct fits *fits, const struct country_name_list *list,
	const struct country_typed *typed,
	enum country_fit (*fit)(
		const char *name, uint32_t letters, const struct country_typed *typed))
{
	for (size_t i = 0; i < list->count; i++) {
		const struct country_name *name = &list->items[i];
		note(fits, name->country, fit(name->key, name->letters, typed), name->shown);
	}
}

/* A name in another language is only looked for where none of the screen's begins as typed. */
static bool wants_foreign(const struct fits *fits, const struct country_typed *typed)
{
	return fits->best >= COUNTRY_FIT_WORD &&
	       (typed->count >= FOREIGN_LETTERS || typed->length > typed->count);
}

static void try_all(
	struct country_search *search, struct fits *fits, const struct country_typed *typed)
{
	if (!search->own.count) {
		country_name_list_add_own(&search->own, search->client_language);
		country_name_list_add_everyday(&search->everyday);
	}
	try_codes(fits, typed);
	try_names(fits, &search->own, typed, country_fit_own);
	try_names(fits, &search->everyday, typed, country_fit_everyday);
	if (!wants_foreign(fits, typed))
		return;
	if (!search->foreign.count)
		country_name_list_add_foreign(&search->foreign);
	try_names(fits, &search->foreign, typed, country_fit_foreign);
}

static size_t collect(const struct country_search *search, const struct fits *fits,
	struct country_found found[COUNTRY_COUNT])
{
	enum country_fit last =
		fits->best <= COUNTRY_FIT_NEAR ? COUNTRY_FIT_NEAR : COUNTRY_FIT_NOT - 1;
	size_t count = 0;
	for (enum country_fit fit = COUNTRY_FIT_CODE; fit <= last; fit++)
		for (size_t i = 0; i < COUNTRY_COUNT; i++) {
			unsigned country = search->entries[i].country;
			if (fits->fit[country] == fit)
				found[count++] =
					(struct country_found){country, fit, fits->name[country]};
		}
	return count;
}

size_t country_search_find(
	struct country_search *search, const char *words, struct country_found found[COUNTRY_COUNT])
{
	struct text key;
	struct fits fits = {.best = COUNTRY_FIT_NOT};
	text_init(&key);
	languages_add_key(&key, words);
	struct country_typed typed = country_typed_of(key.bytes);
	for (size_t i = 0; i < COUNTRY_COUNT; i++)
		fits.fit[i] = typed.length ? COUNTRY_FIT_NOT : COUNTRY_FIT_BEGINNING;
	fits.best = typed.length ? COUNTRY_FIT_NOT : COUNTRY_FIT_BEGINNING;
	if (typed.length)
		try_all(search, &fits, &typed);
	size_t count = collect(search, &fits, found);
	explicit_bzero(&fits, sizeof fits);
	text_destroy(&key);
	return count;
}

bool country_found_nearly(const struct country_found *found)
{
	return (found->fit >= COUNTRY_FIT_NEAR && found->fit <= COUNTRY_FIT_NEAR_WORDS) ||
	       found->fit == COUNTRY_FIT_FOREIGN_NEAR;
}
