/* The renderers: a summary as text and as JSON. */
#ifndef RENDER_H
#define RENDER_H

#include "summary.h"

#include "screener/text.h"

/* Adds the staff edition as UTF-8 text of at most `width` columns. */
void render_text(const struct summary *summary, size_t width, struct text *text);

/* Adds the summary as a JSON object. */
void render_json(const struct summary *summary, struct text *text);

#endif
