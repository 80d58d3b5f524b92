/*
 * The outcomes of roots whose diagrams outgrew the limits: what Kleene's logic tells of them on the
 * answers given, and where that is not all, diagrams made on the spot of what the answers leave of
 * their conditions, as far as these stay small.
 */
#ifndef OUTGROWN_H
#define OUTGROWN_H

#include "restriction.h"

#include "screener/answers.h"
#include "screener/logic.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A workspace for one thread. `answers` and `allowed` are below as in struct outcomes. */
struct outgrown;

/* Borrows the logic. Returns owned; NULL where every root has a diagram. */
struct outgrown *outgrown_new(const struct logic *logic);
void outgrown_free(struct outgrown *outgrown);

/* Sets the outcomes that are told of the roots that are DIAGRAM_NONE, and marks the questions that
 * may matter to the others of these. */
void outgrown_find(struct outgrown *outgrown, const struct answer answers[],
	const struct allowed allowed[], uint32_t roots[], bool matters[]);

/* As outcomes_because, of a root whose outcome was told. The reason is one, but perhaps not a
 * smallest. */
size_t outgrown_because(
	struct outgrown *outgrown, const struct answer answers[], size_t root, size_t questions[]);

/* Marks the questions that may matter to a root that is open, and no others. */
void outgrown_mark(struct outgrown *outgrown, const struct answer answers[],
	const struct allowed allowed[], size_t root, bool marked[]);

/* The worst that a path may still be, at least, with another answer to one question. */
enum outcome outgrown_least(struct outgrown *outgrown, const struct answer answers[], size_t path,
	size_t question, const struct answer *answer);

/*
 * For the answers that are not used: starts without any, then asks for each question whether a root
 * may depend on it after the answers taken before. What it does not depend on then it will not
 * depend on after more answers.
 */
void outgrown_start(struct outgrown *outgrown);
bool outgrown_depends(struct outgrown *outgrown, size_t question);
void outgrown_take(struct outgrown *outgrown, size_t question, const struct answer *answer);

#endif
