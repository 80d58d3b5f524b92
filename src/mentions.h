/* Which questions and facts the conditions of a pack mention, and what follows from them alone. */
#ifndef MENTIONS_H
#define MENTIONS_H

#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The items of a pack that have conditions are its facts, then its roots: its paths, then its
 * notices. An item mentions the questions of its own conditions and of the facts that they build
 * on.
 */
struct mentions {
	size_t words; /* that a set of questions takes */
	uint64_t *sets; /* [item][word] */
};

void mentions_init(struct mentions *mentions, const struct pack *pack);
void mentions_destroy(struct mentions *mentions);

bool mentions_has(const struct mentions *mentions, size_t item, size_t question);

/* Marks the facts that the root's own conditions name. */
void mentions_mark_facts(const struct pack *pack, size_t root, bool facts[]);

/* Marks all facts that the marked ones build on. */
void mentions_mark_below(const struct pack *pack, bool facts[]);

#endif
