/* What an evaluator is made of, for the files that share it. */
#ifndef EVALUATOR_PRIVATE_H
#define EVALUATOR_PRIVATE_H

#include "evaluator_columns.h"
#include "evaluator_groups.h"
#include "logic_private.h"
#include "restriction.h"

#include "screener/diagram.h"
#include "screener/evaluator.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	WORD_BITS = 64,
	OUTCOME_BITS = 2,
};

/* The first bit of a place that nothing was found for yet. */
#define UNFILLED UINT64_C(1)

/* What a column's digit is multiplied with in one word of the key. */
struct weight {
	size_t word;
	uint64_t factor;
};

/*
 * What each value of an answer to one question adds to a key of one word. Values are countries,
 * years, or the bits of options: the low half of an answer as a number of 64 bits. An answer is
 * that of its low half exactly when `factor` times the low half is what `mask` leaves of the whole.
 */
struct value_parts {
	uint64_t mask;
	uint64_t factor;
	uint64_t count; /* of values; behind them unknown, and not asked */
	uint64_t *parts;
};

/* A group whose table is direct, for keys and places of one word. */
struct quick_group {
	uint64_t mask;
	unsigned shift;
	const uint64_t *table; /* borrowed */
};

/* Bits that stand for the questions, in a key or in a place. */
struct question_bits {
	size_t word;
	unsigned shift; /* 0 where they are more than one word */
};

/*
 * A place in a table has the bit UNFILLED, two bits an outcome (the paths, then the notices) and a
 * bit for each question that matters; a group leaves all that is not its own 0, so that a result
 * is made of the groups' places with "or".
 */
struct evaluator {
	const struct logic *logic;
	struct columns columns;
	struct groups groups;
	uint64_t **tables; /* one a group; behind the place of a cache, the key it is for */
	size_t *weight_first; /* one a column and one more */
	struct weight *weights;
	size_t words; /* of a place */
	size_t outcome_words; /* those of them that outcomes are in */
	uint64_t last_mask; /* the outcomes in the last of those */
	struct question_bits matters;
	struct question_bits not_asked;
	uint64_t *found; /* a place */
	uint64_t *result; /* the outcomes, then the next question plus one, or 0 */
	uint64_t *key;
	uint64_t *part;
	struct outcomes *outcomes; /* where a root has no diagram, with an answer a question */
	struct answer *answers;
	struct allowed *allowed; /* everything, but while a place is filled */
	struct restriction *restriction;
	struct diagram_store *restricted;
	uint32_t *roots; /* of one group, as they are and restricted */
	uint32_t *results;
	/* Where keys and places are one word and all tables are direct: the same, ready to use. */
	bool quick;
	struct quick_group *quick_groups;
	struct value_parts *values; /* one a question */
};

/* The words of a place of the group's table. */
static inline size_t place_words(const struct evaluator *evaluator, const struct root_group *group)
{
	return evaluator->words + (group->direct ? 0 : group->field_count);
}

#endif
