/* Paper from a printer of CUPS, through its own programs lpstat and lp. */
#ifndef PRINTING_H
#define PRINTING_H

#include "screener/error.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* The printers that there are, by name. */
struct printers {
	struct text names; /* each with a NUL after it */
	size_t count;
	size_t usual; /* the one that CUPS takes by itself, or `count`: none */
};

/* Asks CUPS. Returns false, with none and ERROR_FILE, where there is no CUPS on this computer or it
 * does not answer; destroy in either case. */
bool printers_find(struct printers *printers, struct error *error)
	__attribute__((warn_unused_result));
void printers_destroy(struct printers *printers);

const char *printers_name(const struct printers *printers, size_t printer);

/*
 * Hands PDF to a printer, under a title that says nothing. Adds to `job` what CUPS calls it
 * ("HP-12"). Returns false, with ERROR_FILE and nothing left in the queue, where the printer is
 * stopped, as the paper would come out some day with nobody there, or where it is not taken.
 */
bool printing_print(const char *printer, const struct text *pdf, struct text *job,
	struct error *error) __attribute__((warn_unused_result));

#endif
