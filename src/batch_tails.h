/* What is added at the end of a row: made once for each result, and then copied. */
#ifndef BATCH_TAILS_H
#define BATCH_TAILS_H

#include "batch_client.h"
#include "batch_format.h"
#include "batch_output.h"

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct batch_tails {
	struct batch_client *client; /* borrowed */
	enum batch_format format;
	bool because;
	struct text made; /* the one that was made last */
	size_t words; /* by which a tail is known: the result's; where it has reasons, the key's */
	size_t places; /* a power of two */
	size_t room; /* for each tail */
	uint64_t *known; /* `words` for each place */
	uint32_t *lengths; /* 0: nothing is kept here */
	char *bytes;
};

/* A tail: of CSV everything from the comma before the first added column on, of JSON everything
 * from the member "outcome" to the closing brace. */
struct batch_tail {
	const char *bytes;
	size_t length;
};

/* Borrows the client, which must outlive it. */
void batch_tails_init(struct batch_tails *tails, struct batch_client *client,
	enum batch_format format, bool because);
void batch_tails_destroy(struct batch_tails *tails);

/* Both are for a client that is decided; what they give is good until the next call. find returns
 * false where the tail must be made. To be made with reasons, the row must have been read in the
 * careful way. */
bool batch_tails_find(const struct batch_tails *tails, struct batch_tail *tail);
void batch_tails_make(struct batch_tails *tails, struct batch_tail *tail);

/* Makes the tail of a row that is refused: no outcomes, and what is wrong. */
void batch_tails_refuse(struct batch_tails *tails, struct batch_tail *tail);

#endif
