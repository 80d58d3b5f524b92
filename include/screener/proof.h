/* What can be proved about a pack: statements about every possible client, not about a sample. */
#ifndef SCREENER_PROOF_H
#define SCREENER_PROOF_H

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A limit may be reached before something is decided; then it is neither true nor false. */
enum proof_truth { PROOF_FALSE, PROOF_TRUE, PROOF_UNKNOWN, PROOF_TRUTH_COUNT };

/* A workspace for one thread. */
struct proof;

/* Borrows the logic, which must outlive it. Returns owned. */
struct proof *proof_new(const struct logic *logic) __attribute__((warn_unused_result));
void proof_free(struct proof *proof);

/* Whether some client has this outcome (not open) of a path; whether some client is shown the
 * notice, or where `shown` is false, is not. */
enum proof_truth proof_path_reaches(const struct proof *proof, size_t path, enum outcome outcome);
enum proof_truth proof_notice_reaches(const struct proof *proof, size_t notice, bool shown);

/* Whether the condition of `possible` holds for some client, be it one for whom the path applies;
 * false where the path has none. */
enum proof_truth proof_possible_holds(const struct proof *proof, size_t path);

/*
 * Makes up a client of whom the same is true: fills `answers`, one complete answer a question. What
 * has nothing to do with it is answered plainly: no, nothing, the last option, the first country.
 * Returns false, and leaves the answers alone, where there is none or it is not known.
 */
bool proof_path_client(const struct proof *proof, size_t path, enum outcome outcome,
	struct answer answers[]) __attribute__((warn_unused_result));
bool proof_notice_client(const struct proof *proof, size_t notice, bool shown,
	struct answer answers[]) __attribute__((warn_unused_result));

/* Whether there is a client for whom every path is `no` and no notice is shown; then `answers` is
 * one, else they are left alone. */
enum proof_truth proof_dead_end(const struct proof *proof, struct answer answers[])
	__attribute__((warn_unused_result));

/* Whether two paths have the same outcome for everybody. */
enum proof_truth proof_paths_equal(const struct proof *proof, size_t a, size_t b);

/* Whether the answer to the question makes a difference to some client. */
enum proof_truth proof_question_matters(const struct proof *proof, size_t question);

/* What a fact or a group is tried as: it holds for nobody (no country), or for everybody. */
enum proof_trial { PROOF_NEVER, PROOF_ALWAYS, PROOF_TRIAL_COUNT };

/*
 * Whether the pack would mean something else for some client if the fact or the group were as
 * tried. Found by building what it touches both ways in one store, where what is the same has the
 * same number. After a few of these that reach their limit, all others are unknown.
 */
enum proof_truth proof_fact_matters(struct proof *proof, size_t fact, enum proof_trial trial);
enum proof_truth proof_group_matters(struct proof *proof, size_t group, enum proof_trial trial);

/* Whether any condition of the pack, be it of a fact that nothing builds on, names it. */
bool proof_question_is_used(const struct pack *pack, size_t question);
bool proof_fact_is_used(const struct pack *pack, size_t fact);
bool proof_group_is_used(const struct pack *pack, size_t group);

/* The options of a question that every condition treats as it treats this one, itself included: bit
 * i is option i. */
uint64_t proof_options_alike(const struct pack *pack, size_t question, size_t option);

/* Two clients are told apart where some condition on an answer, taken alone, is; for choices, where
 * they differ in an option that some condition names. */
struct proof_numbers {
	uint64_t clients; /* that can be told apart; 0 where they are more than 2^63 */
	unsigned clients_power; /* then they are about 10 to this power */
	/* How many questions a client is asked who answers each: over all clients that can be told
	 * apart alike. False where there were too many cases to go through. */
	bool asked_known;
	size_t asked_least;
	size_t asked_most;
	double asked_average;
};

void proof_count(const struct proof *proof, struct proof_numbers *numbers);

#endif
