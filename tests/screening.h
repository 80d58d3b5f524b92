/* Whole screenings of the made-up clients of the real pack: which keys to press in the wizard, and
 * the summary that it has to end with. */
#ifndef TESTS_SCREENING_H
#define TESTS_SCREENING_H

#include "screener/text.h"

#include <stddef.h>

/* One client's. Each byte of `keys` is a key; those of a question end with Enter. */
struct screening {
	struct text keys;
	char *summary; /* as the wizard writes it to standard output at the end, in English */
};

struct screenings {
	struct screening *items;
	size_t count;
};

/* The day for which the summaries are made; the wizard is to be started with it as --date. */
#define SCREENING_DAY "2026-11-23"

/*
 * Reads the pack and its clients. A question that a client's author left open is left by the
 * client in one of the three ways, which one depends on the client. Ends the process, having said
 * why, where the pack cannot be read. Fill with zeros or destroy what was there before.
 */
void screenings_read(struct screenings *screenings, const char *folder);
void screenings_destroy(struct screenings *screenings);

#endif
