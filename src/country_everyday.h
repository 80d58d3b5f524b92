/* Names that people use for countries beside those of ISO 3166-1: in English and Dutch, and in
 * other languages where iso-codes has none. */
#ifndef COUNTRY_EVERYDAY_H
#define COUNTRY_EVERYDAY_H

#include <stddef.h>

enum { COUNTRY_EVERYDAY_BYTES = 40 };

struct country_everyday {
	char code[3];
	char name[COUNTRY_EVERYDAY_BYTES];
};

/* In the order of the codes; a country may be there several times. */
extern const struct country_everyday country_everyday[];
extern const size_t country_everyday_count;

#endif
