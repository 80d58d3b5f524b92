/*
 * What a pack means, by the letter of rules-language.md: goes through every complete set of answers
 * and knows nothing of classes and diagrams. For small packs.
 */
#ifndef TESTS_BRUTE_FORCE_H
#define TESTS_BRUTE_FORCE_H

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

enum { BRUTE_FORCE_VALUE_LIMIT = 256, BRUTE_FORCE_CHANGE_LIMIT = 4096 };

/*
 * Fills `values` with complete answers to a question, such that every other answer to it is the
 * same to all conditions as one of them: every country that a condition names and two that none
 * does; every age at which a condition begins or ends, the years beside it, and the first and last
 * age; every option; every set of options (8 at most). Returns how many.
 */
size_t brute_force_values(
	const struct pack *pack, size_t question, struct answer values[BRUTE_FORCE_VALUE_LIMIT]);

struct brute_force;

/* Borrows the pack. Returns owned. */
struct brute_force *brute_force_new(const struct pack *pack) __attribute__((warn_unused_result));
void brute_force_free(struct brute_force *brute);

/* Sets the answers, of which given ones are, or have as ends of their range, some of the values
 * above; copies them. */
void brute_force_find(struct brute_force *brute, const struct answer answers[]);

/* As the functions of logic.h; changes fill at most BRUTE_FORCE_CHANGE_LIMIT. */
enum outcome brute_force_path(const struct brute_force *brute, size_t path);
enum outcome brute_force_notice(const struct brute_force *brute, size_t notice);
bool brute_force_matters(const struct brute_force *brute, size_t question);
size_t brute_force_next(const struct brute_force *brute);
size_t brute_force_left(const struct brute_force *brute);
size_t brute_force_because(struct brute_force *brute, size_t path, size_t questions[]);
size_t brute_force_notice_because(struct brute_force *brute, size_t notice, size_t questions[]);
size_t brute_force_settled_by(const struct brute_force *brute, size_t path, size_t questions[]);
size_t brute_force_changes(struct brute_force *brute, size_t path, struct change changes[]);
void brute_force_unused(struct brute_force *brute, bool unused[]);

#endif
