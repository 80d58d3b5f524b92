/* The interview line by line: for screen readers, braille lines, serial lines, scripts and pipes.
 * No escape codes, nothing is drawn over. */
#ifndef PLAIN_H
#define PLAIN_H

#include "draft.h"
#include "options.h"

#include "screener/interview.h"

/*
 * Asks on standard output where that is a terminal, else on standard error, and at the end writes
 * the text summary to standard output. EXIT_CANNOT where the input ends too early or either of them
 * fails. The draft may be NULL; it is used only where somebody is there to be asked.
 */
enum exit_status plain_run(
	struct interview *interview, const struct options *options, struct draft *draft);

#endif
