/* One file while it is read: its text, and the faults found in it. */
#ifndef READER_FAULT_H
#define READER_FAULT_H

#include "reader.h"

#include "screener/arena.h"
#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

/* A pack with more faults than this is better looked at again after the first of them are mended.
 */
enum { FAULT_LIMIT = 100 };

struct node;

struct reading {
	const char *file; /* its path, as it was opened; lives as long as what is read */
	const char *text; /* without a byte order mark */
	size_t length; /* bytes */
	struct arena *keep; /* what stays: the texts of the pack */
	struct arena *scratch; /* what goes when the reading is over */
	struct fault_list *faults;
	size_t first; /* where the faults of this file begin */
	size_t limit; /* how many faults the list may hold */
	bool full; /* there was one more */
};

/* Begins a file: its faults are those added from now on. Borrows the path and the text. */
void reading_begin(struct reading *reading, const char *file, const char *text, size_t length);

/* Puts the faults of the file in the order of their places, and says so where there were too many.
 */
void reading_end(struct reading *reading);

/* Adds a fault at a place in the file, or of the file as a whole. The format is as printf's. */
void fault_at(struct reading *reading, unsigned line, unsigned column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void fault_of_file(struct reading *reading, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Adds a fault at the place of a node. */
void fault_in(struct reading *reading, const struct node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The text as a message may quote it: short, in one line. It lives in the scratch arena, unless it
 * is short anyway. */
const char *shown(struct reading *reading, const char *text);

#endif
