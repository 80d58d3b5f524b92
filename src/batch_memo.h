/* Texts of answers that were met before, with what each adds to a client's key. */
#ifndef BATCH_MEMO_H
#define BATCH_MEMO_H

#include "screener/pack.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A longer text is never kept. Where shorter ones stand, so many bytes from their beginning on must
 * be readable. */
enum { BATCH_MEMO_TEXT = 16 };

struct batch_memo_place {
	uint64_t text[2]; /* with zeros behind it */
	size_t length; /* 0: nothing is kept here */
};

/* The answers to one question. */
struct batch_memo {
	struct batch_memo_place *places;
	uint64_t *parts; /* `words` for each place */
	size_t words;
	unsigned shift; /* of a hash, to be a place */
};

/* Room for the answers to such a question, where there are `questions` in all. */
void batch_memo_init(
	struct batch_memo *memo, const struct question *question, size_t questions, size_t words);

/* Wipes it. */
void batch_memo_destroy(struct batch_memo *memo);

/* Keeps what a text of 1 to BATCH_MEMO_TEXT bytes adds, in place of what was there. */
void batch_memo_keep(
	struct batch_memo *memo, const char *text, size_t length, const uint64_t part[]);

/* The text as two numbers. */
static inline void batch_memo_load(const char *text, size_t length, uint64_t loaded[2])
{
	memcpy(loaded, text, BATCH_MEMO_TEXT);
	if (length <= 8) {
		loaded[0] &= UINT64_MAX >> (64 - 8 * length);
		loaded[1] = 0;
	} else {
		loaded[1] &= UINT64_MAX >> (128 - 8 * length);
	}
}

/* Multiplication by the golden ratio (Knuth, "The Art of Computer Programming", 6.4). */
static inline size_t batch_memo_place(const struct batch_memo *memo, const uint64_t loaded[2])
{
	uint64_t mixed = loaded[0] ^ loaded[1] * UINT64_C(0xff51afd7ed558ccd);
	return (size_t)(mixed * UINT64_C(0x9e3779b97f4a7c15) >> memo->shift);
}

/* Returns what a text of 1 to BATCH_MEMO_TEXT bytes adds, or NULL where it is not known. */
static inline const uint64_t *batch_memo_find(
	const struct batch_memo *memo, const char *text, size_t length)
{
	uint64_t loaded[2];
	batch_memo_load(text, length, loaded);
	size_t place = batch_memo_place(memo, loaded);
	const struct batch_memo_place *met = &memo->places[place];
	if (met->text[0] != loaded[0] || met->text[1] != loaded[1] || met->length != length)
		return NULL;
	return &memo->parts[place * memo->words];
}

#endif
