/* The lines of a question on the screen: those to answer with, and the ways not to answer. A line
 * takes more than one row where its words do, as they may in two languages. */
#ifndef UI_QUESTION_LINES_H
#define UI_QUESTION_LINES_H

#include "paint.h"
#include "question.h"

#include <stddef.h>

/* Rows that all lines to answer with take in so many columns, and the ways not to answer. */
int question_lines_measure(const struct question_view *view, int columns);
int question_ways_measure(const struct question_view *view, int columns);

/*
 * Draws as much as fits in the area: the ways not to answer stay in sight where there is room, and
 * scroll with the lines where there is not. `gap` empty rows stand after each line, and `air` rows
 * above the ways not to answer, where these stay in sight. Remembers in the view what is where.
 */
void question_lines_draw(struct question_view *view, const struct area *area, int gap, int air);

/* Returns the line of the list at a place on the screen, or LIST_NONE. */
size_t question_line_at(const struct question_view *view, int row, int column);

#endif
