/* What is left of diagrams when their variables may take only some of their values. */
#ifndef RESTRICTION_H
#define RESTRICTION_H

#include "screener/diagram.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The values that a variable may still take: one at least. */
struct allowed {
	struct class_set values;
	unsigned first; /* the least of them */
	unsigned count;
};

/* A workspace for one thread. */
struct restriction;

/* Borrows the store, which must outlive it and get no new diagrams. Returns owned. */
struct restriction *restriction_new(const struct diagram_store *store);
void restriction_free(struct restriction *restriction);

/*
 * Below, `allowed` has one item a variable, and the diagrams are those of the restriction's store.
 * Where there are several, one may be DIAGRAM_NONE: it stays that, and depends on nothing.
 *
 * Restricts `count` diagrams: results[i] is diagrams[i] in the store `into`, as a function of the
 * variables that may still take several values. A value that is not allowed leads where the first
 * allowed one does, so that two diagrams which are the same as far as is allowed become the same
 * number, and a diagram has a node of a variable exactly when it depends on it. Where `into` was
 * empty, all its nodes belong to the results. DIAGRAM_NONE where the limit of `into` is reached,
 * which cannot be when it is the store's own and `into` was empty.
 */
void restriction_copy(struct restriction *restriction, const struct allowed allowed[],
	const uint32_t diagrams[], size_t count, struct diagram_store *into, uint32_t results[]);

/* Whether the diagram has one and the same value for all that is allowed. */
bool restriction_is_constant(
	struct restriction *restriction, const struct allowed allowed[], uint32_t diagram);

/*
 * Whether one of `count` diagrams depends on one of the variables from `first` on, before `end`,
 * where `allowed` says something only about variables before `first`.
 */
bool restriction_depends(struct restriction *restriction, const struct allowed allowed[],
	const uint32_t diagrams[], size_t count, size_t first, size_t end);

/*
 * The least value that the diagram has for each choice of the variables from `first` on, before
 * `end`, over all that is allowed of the other variables: a diagram in the store `into`, of those
 * variables only. DIAGRAM_NONE where the limit of `into` is reached.
 */
uint32_t restriction_least(struct restriction *restriction, const struct allowed allowed[],
	uint32_t diagram, size_t first, size_t end, struct diagram_store *into);

#endif
