#include "batch_memo.h"

#include "screener/memory.h"

#include <stdlib.h>

/* For all questions together, so that a pack of very many does not take much memory. */
enum { SIZE_LIMIT = 2 * 1024 * 1024, PLACES_LEAST = 2 };

/* Several times what answers there are, so that few of them share a place. */
static const size_t wanted[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = 2048,
	[QUESTION_AGE] = 1024,
	[QUESTION_YES_NO] = 64,
	[QUESTION_CHOICE] = 128,
	[QUESTION_CHOICES] = 256,
};

void batch_memo_init(
	struct batch_memo *memo, const struct question *question, size_t questions, size_t words)
{
	size_t places = wanted[question->type];
	size_t size = sizeof *memo->places + words * sizeof *memo->parts;
	while (places > PLACES_LEAST && places * questions * size > SIZE_LIMIT)
		places /= 2;
	*memo = (struct batch_memo){.words = words};
	memo->places = memory_new(places, sizeof *memo->places);
	memo->parts = memory_new(places * words, sizeof *memo->parts);
	memo->shift = 64 - (unsigned)__builtin_ctzll(places);
}

void batch_memo_destroy(struct batch_memo *memo)
{
	size_t places = (size_t)1 << (64 - memo->shift);
	explicit_bzero(memo->places, places * sizeof *memo->places);
	free(memo->places);
	free(memo->parts);
}

void batch_memo_keep(
	struct batch_memo *memo, const char *text, size_t length, const uint64_t part[])
{
	struct batch_memo_place met = {.length = length};
	memcpy(met.text, text, length);
	size_t place = batch_memo_place(memo, met.text);
	memo->places[place] = met;
	memcpy(&memo->parts[place * memo->words], part, memo->words * sizeof *part);
}
