/* The outcomes of many clients, one after another: what the logic finds once is looked up from then
 * on. */
#ifndef SCREENER_EVALUATOR_H
#define SCREENER_EVALUATOR_H

#include "screener/answers.h"
#include "screener/logic.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Answers are folded into a key: a few words, the sum of a part for each question. Parts of two
 * answers are the same only where the rules cannot tell the answers apart and both or neither were
 * asked. So a caller may keep the part of an answer that it meets often.
 *
 * The paths and notices are divided among tables by the questions that they look at, such that each
 * table is small. A place in a table is filled the first time that a key leads to it, by the
 * diagrams; so the results are exact, and those of outcomes_find.
 */
struct evaluator;

/* The memory that an evaluator may take, in bytes. */
struct evaluator_limits {
	size_t table; /* for a table that has a place for every key */
	size_t tables; /* for all of those */
	size_t cache; /* for all tables that keep only what was met last */
};

/* Borrows the logic, which must outlive it. For one thread at a time. Returns owned. */
struct evaluator *evaluator_new(const struct logic *logic);
struct evaluator *evaluator_new_limited(
	const struct logic *logic, const struct evaluator_limits *limits);

/* Wipes what tells of the last client; the tables tell what was met, of nobody in particular. */
void evaluator_free(struct evaluator *evaluator);

/* How many words a key and each of its parts have. */
size_t evaluator_key_words(const struct evaluator *evaluator);

/* Sets `part` to what the answer to the question adds to a key, word by word. */
void evaluator_fold(const struct evaluator *evaluator, size_t question, const struct answer *answer,
	uint64_t part[]);

/*
 * Finds the result for a key, the sum of a part for every question of the pack. Returns it as
 * evaluator_result_words words, which are the same for two keys exactly when all outcomes and the
 * next question are; borrowed, until the next call.
 */
const uint64_t *evaluator_find(struct evaluator *evaluator, const uint64_t key[]);
size_t evaluator_result_words(const struct evaluator *evaluator);

/* The same for answers, one a question in the pack's order. */
const uint64_t *evaluator_find_answers(struct evaluator *evaluator, const struct answer answers[]);

/* Each reads a result as outcomes_path, outcomes_notice and outcomes_next give it. */
enum outcome evaluator_path(
	const struct evaluator *evaluator, const uint64_t result[], size_t path);
enum outcome evaluator_notice(
	const struct evaluator *evaluator, const uint64_t result[], size_t notice);
size_t evaluator_next(const struct evaluator *evaluator, const uint64_t result[]);

#endif
