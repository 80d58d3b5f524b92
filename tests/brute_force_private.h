/* What the files of the brute force share. */
#ifndef TESTS_BRUTE_FORCE_PRIVATE_H
#define TESTS_BRUTE_FORCE_PRIVATE_H

#include "brute_force.h"

struct brute_values {
	struct answer items[BRUTE_FORCE_VALUE_LIMIT];
	bool allowed[BRUTE_FORCE_VALUE_LIMIT]; /* agrees with the answers looked at */
	size_t count;
	/* For a country or an age: of the answers that no condition tells apart from this one, the
	 * first. */
	unsigned char first_same[BRUTE_FORCE_VALUE_LIMIT];
	size_t stride; /* assignment number / stride % count is the value in it */
};

struct brute_force {
	const struct pack *pack;
	struct answer *answers; /* one a question */
	struct brute_values *values; /* one a question */
	size_t assignment_count;
	size_t root_count; /* paths, then notices */
	unsigned char *outcomes; /* [assignment][root], values as in enum outcome */
	size_t *agreeing; /* the assignments that agree with the answers looked at */
	size_t agreeing_count;
};

/* Calls `visit` for every condition of the pack and in conditions, from outside to inside. */
void brute_force_visit(const struct pack *pack,
	void (*visit)(const struct condition *condition, void *context), void *context);

/* Fills first_same of the question's values. */
void brute_force_compare(struct brute_force *brute, size_t question);

/* Whether a condition on an answer holds for this complete answer. */
bool brute_force_holds(const struct condition *condition, const struct answer *answer);

/* Looks at one answer to the question, or at all of them. brute_force_gather then finds the
 * assignments that agree. */
void brute_force_restrict(struct brute_force *brute, size_t question, const struct answer *answer);
void brute_force_release(struct brute_force *brute, size_t question);
void brute_force_gather(struct brute_force *brute);

/* The least outcome of a root over all assignments that agree, and the only one or OUTCOME_OPEN. */
enum outcome brute_force_least(const struct brute_force *brute, size_t root);
enum outcome brute_force_outcome(const struct brute_force *brute, size_t root);

/* Whether the question matters to one of `count` roots from `first` on. */
bool brute_force_matters_to(
	const struct brute_force *brute, size_t question, size_t first, size_t count);

#endif
