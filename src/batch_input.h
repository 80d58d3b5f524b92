/* Where a batch comes from: bytes read a block at a time, in one buffer that holds a whole record
 * at once. */
#ifndef BATCH_INPUT_H
#define BATCH_INPUT_H

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

/* The bytes [taken, length) were read and not used yet. 64 more may be looked at, whatever they
 * are. */
struct batch_input {
	int descriptor;
	const char *name; /* for messages; borrowed */
	char *bytes;
	size_t taken;
	size_t length;
	size_t capacity;
	bool ended; /* nothing more will come */
	void (*before_waiting)(void *context); /* called when the next read would wait */
	void *context;
};

/*
 * Opens a file, or standard input where `name` is NULL or "-". Returns false with ERROR_FILE where
 * it cannot be opened. Until batch_input_destroy, which also wipes what was read.
 */
bool batch_input_init(struct batch_input *input, const char *name, struct error *error);
void batch_input_destroy(struct batch_input *input);

/*
 * Reads more behind what is there, which may move: bytes not taken keep their distance from
 * `taken`. At the end it sets `ended`. Returns false with ERROR_FILE where reading fails, or with
 * ERROR_LIMIT where what is not taken outgrows the limit for one record.
 */
bool batch_input_fill(struct batch_input *input, struct error *error);

/* At the beginning: takes a byte order mark, if there is one; waits for all of it only while what
 * there is looks like one. Returns false as batch_input_fill does. */
bool batch_input_skip_mark(struct batch_input *input, struct error *error);

#endif
