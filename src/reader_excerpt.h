/* An excerpt: the line of a file that a fault stands in, and the caret under its place. */
#ifndef READER_EXCERPT_H
#define READER_EXCERPT_H

#include "screener/text.h"

#include <stddef.h>

/*
 * Returns the line as it may be shown, owned (free()): without control characters, and cut around
 * the column where it is long. `caret` gets the column in what is returned. `line` and `column`
 * count from 1, in characters.
 */
char *excerpt_take(
	const char *text, size_t length, unsigned line, unsigned column, unsigned *caret);

/* Adds the excerpt, and below it a caret under the column. */
void excerpt_add(struct text *text, const char *excerpt, unsigned caret);

/* Adds the text with everything that a terminal could act on replaced by "?". */
void excerpt_add_clean(struct text *text, const char *bytes, size_t length);

#endif
