/* Two packs as one: the questions of both and the conditions of both as facts, so that what the two
 * say can be put in one condition. */
#ifndef DIFFERENCE_JOINT_H
#define DIFFERENCE_JOINT_H

#include "screener/answers.h"
#include "screener/difference.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

/* Its facts are, for each side, the pack's own ones, then a fact for each condition of its paths
 * and notices. Its notices are sets of clients, added one by one. */
struct joint {
	struct pack *pack; /* what is made lives in its arena */
	const struct pack *sides[DIFFERENCE_SIDE_COUNT]; /* NULL where there is none */
	size_t *question[DIFFERENCE_SIDE_COUNT]; /* [question here]: that of the side */
	size_t *joined[DIFFERENCE_SIDE_COUNT]; /* [question of the side]: that here */
	size_t **options[DIFFERENCE_SIDE_COUNT]; /* [question of the side][option]: that here */
	size_t first_fact[DIFFERENCE_SIDE_COUNT];
	size_t *first_alike; /* [fact]: the first that is written as it is */
};

/* Borrows the packs, of which one may be NULL. There is room for `sets` sets. */
void joint_init(struct joint *joint, const struct pack *old, const struct pack *new, size_t sets);
void joint_destroy(struct joint *joint);

/* The fact that the path applies, after which comes that it is possible; and that a notice is
 * shown. */
size_t joint_fact_of_path(const struct joint *joint, enum difference_side side, size_t path);
size_t joint_fact_of_notice(const struct joint *joint, enum difference_side side, size_t notice);

/*
 * Whether a path, or a notice, of each side has the same conditions, as they are written: then no
 * diagram is needed to tell that its outcome is the same for everybody.
 */
bool joint_paths_are_alike(const struct joint *joint, const size_t paths[]);
bool joint_notices_are_alike(const struct joint *joint, const size_t notices[]);

/* The condition under which a path or a notice of one side has this outcome. */
struct condition joint_path_is(
	struct joint *joint, enum difference_side side, size_t path, enum outcome outcome);
struct condition joint_notice_is(
	struct joint *joint, enum difference_side side, size_t notice, enum outcome outcome);

/* Adds the set of the clients for whom all `count` conditions hold; returns its number. */
size_t joint_add_set(
	struct joint *joint, const char *id, const struct condition parts[], size_t count);

/* For joint_init: finds the facts that are written alike. */
void joint_find_alike(struct joint *joint);

/* Fills `answers`, one a question of the side, from answers to the questions here. */
void joint_answers(const struct joint *joint, enum difference_side side, const struct answer here[],
	struct answer answers[]);

#endif
