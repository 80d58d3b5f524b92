/* The renderers: a document as text, and a summary as JSON. */
#ifndef RENDER_H
#define RENDER_H

#include "document.h"
#include "summary.h"

#include "screener/text.h"

/* Adds the document as UTF-8 text of at most `width` columns. */
void render_text(const struct document *document, size_t width, struct text *text);

/*
 * Adds the summary as a JSON object, as rules/schema/summary.schema.json describes it. What people
 * read is in the language shown and, where it is not NULL, in the client's.
 */
void render_json(const struct summary *summary, const char *client_language, struct text *text);

#endif
