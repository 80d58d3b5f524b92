/* Delivers a summary: renders what an interview has found, and writes it where it is wanted. */
#ifndef DELIVER_H
#define DELIVER_H

#include "edition.h"
#include "format.h"
#include "moment.h"

#include "screener/error.h"
#include "screener/interview.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { DELIVERY_WIDTH = 72 /* the usual width of text, in columns: it fits a printed page */ };

struct delivery {
	enum format format;
	enum edition edition; /* of text and PDF; JSON is everything there is */
	const char *client_language; /* a catalogue's code, or NULL where none was chosen */
	size_t width; /* of text; 0 is the usual one */
	const char *file; /* NULL is standard output */
	struct moment moment;
};

/*
 * Adds the summary as it is to be delivered: text in the locale's own encoding. Returns false, and
 * nothing is added, where PDF cannot be made: ERROR_FILE, or ERROR_FONT where no font can write it.
 */
bool deliver_render(const struct interview *interview, const struct delivery *delivery,
	struct text *rendered, struct error *error) __attribute__((warn_unused_result));

/* Renders and writes the summary. Returns false as deliver_render does, or with ERROR_FILE where it
 * cannot be written. */
bool deliver_summary(const struct interview *interview, const struct delivery *delivery,
	struct error *error) __attribute__((warn_unused_result));

#endif
