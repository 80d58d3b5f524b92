/* The renderers: a document as text, and a summary as JSON. */
#ifndef RENDER_H
#define RENDER_H

#include "document.h"
#include "summary.h"

#include "screener/text.h"

/* Adds the document as UTF-8 text of at most `width` columns. */
void render_text(const struct document *document, size_t width, struct text *text);

/* Adds the summary as a JSON object. */
void render_json(const struct summary *summary, struct text *text);

#endif
