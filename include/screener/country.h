/* The countries that a client can come from: ISO 3166-1 alpha-2 codes, and XK for Kosovo. */
#ifndef SCREENER_COUNTRY_H
#define SCREENER_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { COUNTRY_COUNT = 250 };

/* A country is an index into the codes in alphabetical order, from 0 to COUNTRY_COUNT - 1. */
struct country_set {
	uint64_t words[4];
};

/* Finds the country with this code in capitals. Returns false, and leaves `country` alone, where
 * there is none. */
bool country_find(const char *code, size_t length, unsigned *country);

/* Returns the two letters of a country; the text is constant. */
const char *country_code(unsigned country);

void country_set_add(struct country_set *set, unsigned country);
void country_set_join(struct country_set *set, const struct country_set *other);
bool country_set_has(const struct country_set *set, unsigned country);

#endif
