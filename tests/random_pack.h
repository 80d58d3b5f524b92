/* Random small packs and answers to them, the same ones for the same seed. */
#ifndef TESTS_RANDOM_PACK_H
#define TESTS_RANDOM_PACK_H

#include "screener/answers.h"
#include "screener/pack.h"

#include <stddef.h>
#include <stdint.h>

enum {
	RANDOM_PACK_QUESTION_LIMIT = 6,
	/* So few complete sets of answers differ that all can be gone through. */
	RANDOM_PACK_ASSIGNMENT_LIMIT = 600
};

/* A stream of random numbers; any seed will do. */
struct random {
	uint64_t state;
};

/* Returns a number from 0 to limit - 1. */
unsigned random_below(struct random *random, unsigned limit);

/*
 * Returns a pack of 3 to 6 questions, with facts, paths and notices, whose conditions are nested up
 * to three deep; owned by the caller. Everything has an id, nothing has a place or a source.
 */
struct pack *random_pack_new(struct random *random) __attribute__((warn_unused_result));

/* Fills `answers`, one a question: given ones, ranges of years, and all ways not to answer. */
void random_answers(struct random *random, const struct pack *pack, struct answer answers[]);

#endif
