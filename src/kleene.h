/*
 * What can be told of conditions without diagrams: Kleene's strong logic of three values
 * ("Introduction to Metamathematics", 1952, section 64). What it tells is right; it tells
 * everything where each question that a condition mentions has an exact answer. The more is
 * answered, the more it tells.
 */
#ifndef KLEENE_H
#define KLEENE_H

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

/* The first two as numbers of diagrams. */
enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN };

struct kleene {
	const struct pack *pack;
	const struct answer *answers; /* one a question */
	enum truth *facts;
};

/* Borrows the pack. */
void kleene_init(struct kleene *kleene, const struct pack *pack);
void kleene_destroy(struct kleene *kleene);

/* Finds the truth of the facts that are marked in `needed` (NULL: of all) on these answers;
 * borrows the answers until the next call. */
void kleene_find(struct kleene *kleene, const struct answer answers[], const bool needed[]);

/* Needs the facts that the condition builds on. */
enum truth kleene_condition(const struct kleene *kleene, const struct condition *condition);

/* The outcome of a path, or after all paths of a notice, as far as it can be told, or else
 * OUTCOME_OPEN. */
enum outcome kleene_root(const struct kleene *kleene, size_t root);

/* The worst outcome that a path may still have, at least. */
enum outcome kleene_least(const struct kleene *kleene, size_t path);

#endif
