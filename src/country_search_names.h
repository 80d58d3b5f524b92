/* The names that countries are searched by, each with the key that is compared with what is typed.
 */
#ifndef COUNTRY_SEARCH_NAMES_H
#define COUNTRY_SEARCH_NAMES_H

#include "screener/arena.h"
#include "screener/country.h"

#include <stddef.h>
#include <stdint.h>

struct country_name {
	const char *key;
	const char *shown; /* what is said of the country when this one fits; NULL: its usual name
			    */
	unsigned country;
	uint32_t letters; /* country_letters_of the key */
};

struct country_name_list {
	struct arena arena;
	struct country_name *items;
	size_t count;
	size_t capacity;
};

void country_name_list_init(struct country_name_list *list);
void country_name_list_destroy(struct country_name_list *list);

/* Adds the names in the language shown at this moment, in English and, where `client_language` is
 * not NULL, in that language. */
void country_name_list_add_own(struct country_name_list *list, const char *client_language);

/* Adds those that country_everyday has. */
void country_name_list_add_everyday(struct country_name_list *list);

/* Adds the names in all the languages that a client may bring, as far as they are installed, and
 * the formal ones. */
void country_name_list_add_foreign(struct country_name_list *list);

#endif
