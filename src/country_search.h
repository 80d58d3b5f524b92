/* Finds countries by what is typed: their name in the language shown, their English name, other
 * names they go by, and their code. */
#ifndef UI_COUNTRY_SEARCH_H
#define UI_COUNTRY_SEARCH_H

#include "screener/country.h"

#include <stddef.h>

struct country_search;

/* In the language shown at this moment. Returns owned. */
struct country_search *country_search_new(void);
void country_search_free(struct country_search *search);

/*
 * Fills `found` with the countries that fit the words, best first: the code itself; then whose name
 * begins with, has a word that begins with, and has anywhere in it what was typed; then whose name
 * has for each word typed a word that begins with it. Equally good ones, and all of them where
 * nothing is typed, come in the alphabetical order of their names. Case, accents and punctuation
 * make no difference. Returns how many.
 */
size_t country_search_find(
	const struct country_search *search, const char *words, unsigned found[COUNTRY_COUNT]);

#endif
