/* A text as the cells of a row hold it: characters for curses, cut where the room ends, in the
 * order in which they stand on the screen. */
#ifndef UI_STRIP_H
#define UI_STRIP_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

enum {
	STRIP_CELLS = 512, /* the widest text */
	STRIP_LIMIT = STRIP_CELLS * 4, /* characters that it can have, marks included */
};

struct strip {
	wchar_t wide[STRIP_LIMIT];
	size_t places[STRIP_LIMIT]; /* which character of the text stands there */
	int count;
	int used; /* the most that there ever were, in some order */
	int cells; /* that they take */
	bool has_formats; /* some take no room, and only say how others are to look */
	bool runs_left; /* some are from right to left */
};

/*
 * Whether the wizard itself puts text from right to left in order; where not, the terminal does. It
 * does unless it was told not to.
 */
void strip_use_order(bool arranges);

/* Whether UTF-8 words are a text from right to left that the wizard puts in order. */
bool strip_is_right(const char *words, size_t length);

/*
 * Fills a strip that need not have been initialised with as much of `length` bytes of UTF-8 as fits
 * in the cells, at most STRIP_CELLS; in order, of a text from right to left where `right`.
 * strip_fill puts an ellipsis into the last cell where not all of it fits.
 */
void strip_fill(struct strip *strip, const char *words, size_t length, int cells, bool right);

/* Returns how many cells would be filled. */
int strip_measure(const char *words, size_t length);

/*
 * Returns the cell, from 0, of the character that follows the first `length` bytes of the words
 * that the strip was filled with; where none does, the cell where it would be typed, which is one
 * after the strip, or before it (-1) where `right`.
 */
int strip_cell(const struct strip *strip, const char *words, size_t length, bool right);

/* What is typed is painted too, and stays nowhere. */
void strip_wipe(struct strip *strip);

#endif
