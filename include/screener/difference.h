/* What differs between two rule packs, for every client: exactly who gets another outcome, and of
 * which path or notice. */
#ifndef SCREENER_DIFFERENCE_H
#define SCREENER_DIFFERENCE_H

#include "screener/answers.h"
#include "screener/arena.h"
#include "screener/diagram.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum difference_side { DIFFERENCE_OLD, DIFFERENCE_NEW, DIFFERENCE_SIDE_COUNT };

/* "Not in this pack". */
#define DIFFERENCE_NOWHERE SIZE_MAX

/* "More than 2^63". */
#define DIFFERENCE_UNCOUNTED UINT64_MAX

/* What the answer to one question may be. For countries, years and options `values` holds those
 * that it is one of; for choices those that it includes, all of them. */
struct cover_literal {
	size_t question;
	struct class_set values;
	uint64_t left_out; /* for choices: the options that it does not include */
};

/* The clients for whom all literals hold: one a question at most, in the order of the questions. Of
 * no literals: every client. */
struct cover_term {
	const struct cover_literal *literals;
	size_t count;
};

/* A set of clients as the terms of which at least one holds. */
struct cover {
	const struct cover_term *terms;
	size_t count;
	bool complete; /* false: there are clients of the set in none of the terms */
};

/*
 * The clients that are compared: every complete set of answers to the questions of `pack`, which
 * has those of one pack, or of both: what both ask once, with only the options that both know, and
 * apart from that what one of them asks. `question[side]` has, for each of them, the question of
 * that side's pack, or DIFFERENCE_NOWHERE.
 */
struct difference_clients {
	struct pack *pack; /* NULL where nobody is compared so; lives as long as the difference */
	const size_t *question[DIFFERENCE_SIDE_COUNT];
	uint64_t count; /* those that conditions tell apart; or DIFFERENCE_UNCOUNTED */
};

/* The clients of whom one and the same thing became another one. Where a side has no such path or
 * notice, its outcome is OUTCOME_NO and its answers are NULL. */
struct difference_change {
	enum outcome outcomes[DIFFERENCE_SIDE_COUNT]; /* of a notice: OUTCOME_APPLIES is "shown" */
	uint64_t count; /* as above: of how many clients; never 0 */
	struct cover cover; /* by the questions of the clients compared */
	/* One client of the set: complete answers to each pack, and why they come out so, by the
	 * questions of that pack. */
	const struct answer *answers[DIFFERENCE_SIDE_COUNT];
	const size_t *because[DIFFERENCE_SIDE_COUNT];
	size_t because_count[DIFFERENCE_SIDE_COUNT];
};

/* A path or notice of one pack or, by its id, of both. */
struct difference_item {
	const char *id;
	bool is_notice;
	size_t index[DIFFERENCE_SIDE_COUNT]; /* in each pack, or DIFFERENCE_NOWHERE */
	/* Of an item that one pack lacks: the one that only the other has with the same conditions,
	 * as far as both packs know the answers that they name: it may have been renamed. Else
	 * NULL. */
	const struct difference_item *twin;
	const struct difference_clients *clients;
	/* Of an item that one pack lacks: the outcomes better than `no` that the other pack has for
	 * somebody. */
	struct difference_change *changes;
	size_t change_count;
	bool proved; /* false: the diagrams outgrew the limit, and there may be more changes */
};

struct difference {
	struct arena arena;
	const struct pack *packs[DIFFERENCE_SIDE_COUNT];
	struct difference_clients both;
	struct difference_clients alone[DIFFERENCE_SIDE_COUNT]; /* for items that one pack lacks */
	struct difference_item *items; /* paths, then notices; as the new pack orders them */
	size_t item_count;
	bool differs; /* some item has a change */
	bool proved; /* no change was missed */
};

/* Compares two packs; borrows them, which must outlive what is returned, owned. */
struct difference *difference_new(const struct pack *old, const struct pack *new);
void difference_free(struct difference *difference);

/* As difference_new, with another limit to the nodes of each diagram store. */
struct difference *difference_new_limited(
	const struct pack *old, const struct pack *new, size_t node_limit);

/*
 * Two lists that have things in common, as one list: the second's order, and what only the first
 * has behind what it stands behind there. `match[i]` is the place in the second list of the first
 * one's item i, or DIFFERENCE_NOWHERE. Fills `merged` (room for all items of both) with the places
 * on each side; returns how many.
 */
struct difference_place {
	size_t index[DIFFERENCE_SIDE_COUNT];
};
size_t difference_merge(
	const size_t match[], size_t old_count, size_t new_count, struct difference_place merged[]);

#endif
