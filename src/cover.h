/* Covers: a set of clients, given as a diagram, as few conditions on answers as can be found. */
#ifndef COVER_H
#define COVER_H

#include "classes.h"

#include "screener/answers.h"
#include "screener/arena.h"
#include "screener/diagram.h"
#include "screener/difference.h"

#include <stdint.h>

enum {
	COVER_TERM_LIMIT = 200,
	/* For all covers of two packs: steps from node to node, of which there are some tens of
	 * millions a second. */
	COVER_BUDGET = 60 * 1000 * 1000
};

/*
 * Covers the set, a diagram of 0 and 1 but not 0, with terms of which none can be widened or left
 * out. What it returns lives in the arena. Takes at most about half of the budget, which it lessens
 * by what it took; is not complete where that is not enough or COVER_TERM_LIMIT is too few, but has
 * one term at least.
 */
struct cover cover_find(const struct classes *classes, const struct diagram_store *store,
	uint32_t set, struct arena *arena, size_t *budget);

/* How many ways there are to choose a value for each variable such that the diagram is not 0; or
 * DIFFERENCE_UNCOUNTED. */
uint64_t cover_count(const struct diagram_store *store, uint32_t diagram);

/* Fills `answers`, one a question of the pack, with the complete answers of one client of a term: a
 * plain one, with as little special about them as it allows. */
void cover_pick(const struct cover_term *term, const struct pack *pack, struct answer answers[]);

#endif
