/* Puts text into the cells of the screen: UTF-8 in, whatever the terminal's encoding is out, cut
 * where the room ends. */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "edit.h"
#include "theme.h"

#include <stdbool.h>
#include <stddef.h>

/* A part of the screen, in cells. */
struct area {
	int top;
	int left;
	int rows;
	int columns;
};

/* The whole screen as it is now. */
struct area paint_screen(void);

/* The area without a margin at its left and right, where it is wide enough to have them. */
struct area paint_inset(struct area area);

/*
 * Empties the screen, and puts on the terminal what was painted since; the cursor then stands where
 * it was set last. Rows that did not change are not written.
 */
void paint_begin(void);
void paint_end(void);

/* Paints an empty screen in the terminal's own colours. */
void paint_nothing(void);

/*
 * All words are UTF-8 in the order in which they are read. Those of a text from right to left
 * (bidi.h) are put in the order in which they stand, unless the terminal does that itself.
 *
 * paint_text paints words from `column` on in at most `columns` cells, with an ellipsis as the last
 * where they do not suffice, and returns how many cells were used. paint_part paints `length` bytes
 * of the words, which are a line of a longer text: at the right of the cells where that `whole`
 * text is from right to left. Nothing outside the screen is painted.
 */
int paint_text(int row, int column, int columns, enum theme_style style, const char *words);
void paint_part(int row, int column, int columns, enum theme_style style, const char *words,
	size_t length, const char *whole);

/* Until the next call, texts and blanks are painted only in these rows; NULL: in all. */
void paint_only_in(const struct area *rows);

/* As paint_text, ending at the right of the area's row. */
void paint_right(const struct area *area, int row, enum theme_style style, const char *words);

/* A line across the area, one downwards, and blanks in the style. */
void paint_rule(const struct area *area, int row);
void paint_upright(int row, int column, int rows);
void paint_blanks(int row, int column, int columns, enum theme_style style);

/* Paints the words in lines of the area's width, from row `row` of the screen on and at most `rows`
 * of them, the last with an ellipsis after a whole word where they do not suffice. Returns how
 * many.
 */
int paint_paragraph(
	const struct area *area, int row, int rows, enum theme_style style, const char *words);

/* How many rows that would need. */
int paint_measure(const char *words, int columns);

/* A field in `columns` cells, of which the part around the cursor is shown; the terminal's cursor
 * is set in it where `focused`. */
void paint_field(int row, int column, int columns, const struct edit *edit, bool focused);

/* Columns before each line of a list, for the mark of the one that is chosen. */
enum { PAINT_MARK = 2 };

/* Shows these rows of the area as the line that Enter takes; its words are painted after it. The
 * terminal's cursor stands there. */
void paint_chosen(const struct area *area, int row, int rows);

/* Signs at the right of the first and the last of these rows that a list goes on above and below.
 */
void paint_more(const struct area *area, int row, int rows, bool above, bool below);

/* Where the terminal's own cursor stands: on what is chosen, so that screen readers and magnifiers
 * find it. */
void paint_cursor(int row, int column);

#endif
