/* The helper program that makes PDF: how it is run. */
#ifndef PAPER_H
#define PAPER_H

#include "paper_status.h"

#include "screener/error.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Runs the helper on a document in its JSON, through pipes. Adds what it writes, whatever it ends
 * with; `*status` is that, or -1 after a signal. Returns false, with ERROR_FILE, where it cannot be
 * started, or does not get on.
 */
bool paper_run(const char *json, size_t length, struct text *output, int *status,
	struct error *error) __attribute__((warn_unused_result));

#endif
