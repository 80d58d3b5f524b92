/* Where a batch goes: a buffer before a descriptor. The first failure to write is kept, and nothing
 * is written after it. */
#ifndef BATCH_OUTPUT_H
#define BATCH_OUTPUT_H

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct batch_output {
	int descriptor;
	char *bytes;
	size_t length;
	size_t room;
	bool failed;
	struct error *error; /* borrowed: where the failure is said */
};

void batch_output_init(struct batch_output *output, int descriptor, struct error *error);

/* Does not flush; wipes what was written. */
void batch_output_destroy(struct batch_output *output);

/* What batch_output_add does where there is no room before the descriptor. */
void batch_output_pass(struct batch_output *output, const char *bytes, size_t length);

static inline void batch_output_add(struct batch_output *output, const char *bytes, size_t length)
{
	if (length > output->room - output->length) {
		batch_output_pass(output, bytes, length);
		return;
	}
	memcpy(output->bytes + output->length, bytes, length);
	output->length += length;
}
void batch_output_add_byte(struct batch_output *output, char byte);

/* Returns false where this or an earlier write failed. */
bool batch_output_flush(struct batch_output *output);

/* Flushes and asks whether everything arrived, as far as the system tells. */
bool batch_output_finish(struct batch_output *output);

#endif
