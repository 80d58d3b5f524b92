/* Type: a text of one language set by Pango in a size, a weight and a width, and drawn line by
 * line. All lengths are points. */
#ifndef TYPE_H
#define TYPE_H

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

/* A language on the page. */
struct voice {
	PangoContext *context; /* borrowed */
	PangoLanguage *language;
	bool right_to_left; /* where its lines begin, whatever one of them holds */
};

/* What is set: the text, and what stands out from it before and after it; these may be NULL. */
struct words {
	const char *lead; /* bold */
	const char *text;
	const char *tail; /* grey, never bold, in one piece */
	bool stacked; /* the lead has a line of its own */
};

/* Returns owned, g_object_unref(). */
PangoLayout *type_set(
	const struct voice *voice, const struct type *type, const struct words *words);

double type_height(PangoLayout *layout);

/* The width of the text without breaking it. */
double type_width(const struct voice *voice, const struct type *type, const char *text);

/* Draws the lines from number `line` on that fit into `height`, with their top at `y`. Returns the
 * number of the first line that was not drawn. */
int type_draw(cairo_t *cairo, PangoLayout *layout, double x, double y, int line, double height);

/* The first character for which there is no font; 0 where there is none such. */
gunichar type_find_unknown(PangoLayout *layout);

#endif
