/* Delivers a summary: renders what an interview has found, and writes it where it is wanted. */
#ifndef DELIVER_H
#define DELIVER_H

#include "format.h"
#include "moment.h"

#include "screener/error.h"
#include "screener/interview.h"

#include <stdbool.h>
#include <stddef.h>

enum { DELIVERY_WIDTH = 72 /* the usual width of text, in columns: it fits a printed page */ };

struct delivery {
	enum format format;
	size_t width; /* of text; 0 is the usual one */
	const char *file; /* NULL is standard output */
	struct moment moment;
};

/* Writes the summary, text in the locale's own encoding. Returns false with ERROR_FILE. */
bool deliver_summary(const struct interview *interview, const struct delivery *delivery,
	struct error *error) __attribute__((warn_unused_result));

#endif
