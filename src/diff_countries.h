/* Sets of countries in a pack's own words: by its groups, as far as that is shorter than codes. */
#ifndef DIFF_COUNTRIES_H
#define DIFF_COUNTRIES_H

#include "screener/diagram.h"
#include "screener/pack.h"

#include <jansson.h>

/* The condition that the answer to a question is one of the countries, which are some but not all.
 * Returns owned. */
json_t *diff_countries_condition(
	const struct pack *pack, const char *question, const struct class_set *countries);

/* The codes of a set of countries, as a list. Returns owned. */
json_t *diff_countries_codes(const struct country_set *countries);

#endif
