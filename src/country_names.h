/* The countries' English names, from iso-codes: the table is made while building, by
 * country_names.cmake. */
#ifndef COUNTRY_NAMES_H
#define COUNTRY_NAMES_H

#include "screener/country.h"

/* In the order of the codes. */
extern const char *const country_names[COUNTRY_COUNT];

#endif
