/* Finds countries by what is typed: their names in the language shown, in the client's, in English
 * and of every day, their codes, and where all that gives nothing their names in other languages.
 */
#ifndef COUNTRY_SEARCH_H
#define COUNTRY_SEARCH_H

#include "country_search_fit.h"

#include "screener/country.h"

#include <stdbool.h>
#include <stddef.h>

struct country_search;

struct country_found {
	unsigned country;
	enum country_fit fit; /* COUNTRY_FIT_BEGINNING where nothing was typed */
	const char *name; /* the one that fits, where it is neither the one shown nor the English
			     one; otherwise NULL. Lives as long as the search */
};

/* In the language shown at this moment; `client_language`, such as "uk", may be NULL. Borrows it.
 * Returns owned. */
struct country_search *country_search_new(const char *client_language);
void country_search_free(struct country_search *search);

/*
 * Fills `found` with the countries that fit the words, best first, as enum country_fit has it.
 * Equally good ones, and all of them where nothing is typed, come in the alphabetical order of
 * their names. Case, accents and punctuation make no difference. Names that differ by one typing
 * error are found as well, and those of which only a part does where there is nothing better; both
 * from four letters on. Returns how many.
 */
size_t country_search_find(struct country_search *search, const char *words,
	struct country_found found[COUNTRY_COUNT]);

/* Whether the name only fits when an error is forgiven. */
bool country_found_nearly(const struct country_found *found);

#endif
