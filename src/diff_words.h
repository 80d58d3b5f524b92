/* Sets of clients in a pack's own words: as conditions that could stand in its files. */
#ifndef DIFF_WORDS_H
#define DIFF_WORDS_H

#include "screener/difference.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <jansson.h>

/*
 * The condition that a term of a cover is, with the groups of countries of `pack`; questions and
 * options are those of the clients compared. Returns owned.
 */
json_t *diff_words_term(const struct difference_clients *clients, const struct pack *pack,
	const struct cover_term *term);

/* Adds a value made of objects, arrays, texts and numbers as YAML in one line. */
void diff_words_write(const json_t *value, struct text *text);

#endif
