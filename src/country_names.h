/* The countries' English names and longer codes, from iso-codes: the tables are made while
 * building, by country_names.cmake. All are in the order of the codes. */
#ifndef COUNTRY_NAMES_H
#define COUNTRY_NAMES_H

#include "screener/country.h"

/* The everyday name where there is one, and otherwise the formal one. */
extern const char *const country_names[COUNTRY_COUNT];

/* The formal name where the everyday one is another; otherwise NULL. */
extern const char *const country_formal_names[COUNTRY_COUNT];

/* ISO 3166-1 alpha-3, in capitals. */
extern const char country_long_codes[COUNTRY_COUNT][4];

#endif
