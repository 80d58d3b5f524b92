/* Type: a text of one language set by Pango in a size, a weight and a width, and drawn line by
 * line. All lengths are points. */
#ifndef TYPE_H
#define TYPE_H

#include "voice.h"

#include <pango/pangocairo.h>

#include <stdbool.h>
#include <stddef.h>

/* How a text is to be set. */
struct type {
	double size;
	double width;
	double indent; /* of the lines after the first */
	bool bold;
	bool faint; /* grey, for what is read last */
};

/* What is set: the text, and what stands out from it before and after it; these may be NULL. */
struct words {
	const char *lead; /* bold */
	const char *text;
	const char *tail; /* grey, never bold, in one piece */
	bool stacked; /* the lead has a line of its own */
};

/* A text that is set. */
struct lines {
	PangoLayout *layout; /* owned */
	double pitch; /* from one line to the next */
	int count;
};

struct lines type_set(
	const struct voice *voice, const struct type *type, const struct words *words);
void type_destroy(struct lines *lines);

double type_height(const struct lines *lines);

/* The width of the text without breaking it. */
double type_width(const struct voice *voice, const struct type *type, const char *text);

/* Draws the lines from number `line` on that fit into `height`, one at least, with their top at
 * `y`; with no `cairo` it only finds out. Returns the number of the first line that does not fit.
 */
int type_draw(
	cairo_t *cairo, const struct lines *lines, double x, double y, int line, double height);

/* The first character for which there is no font; 0 where there is none such. */
gunichar type_find_unknown(const struct lines *lines);

#endif
