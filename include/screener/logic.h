/* What a pack means: for any answers, complete or not, the exact outcome of every path and notice,
 * and why. */
#ifndef SCREENER_LOGIC_H
#define SCREENER_LOGIC_H

#include "screener/answers.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

/* From worse to better; OUTCOME_OPEN is "not the same for every way the answers may be completed".
 */
enum outcome { OUTCOME_NO, OUTCOME_POSSIBLE, OUTCOME_APPLIES, OUTCOME_OPEN, OUTCOME_COUNT };

/* The word that files use for an outcome: "applies". */
const char *outcome_word(enum outcome outcome);

/* The diagrams of a pack. Never changed once made, so any number of threads may use one at the same
 * time. */
struct logic;

/*
 * Builds the diagrams; borrows the pack, which must outlive them. Returns owned, never NULL.
 *
 * A path or notice whose diagram outgrows what is allowed has none, and is not exact: its outcome
 * is told from its conditions as far as a bounded time allows. Every outcome told is right, but it
 * may be OUTCOME_OPEN where it could be told; never so once each question that the conditions
 * mention has an exact answer. More questions may then matter than do, a reason may be larger than
 * it need be, some changes may be missing (for choices all that change more than two options), and
 * some answers that are not used may count as used.
 */
struct logic *logic_new(const struct pack *pack);
void logic_free(struct logic *logic);

/* Whether the path, or the notice, has a diagram, so that all that is said below of its outcome is
 * exact. */
bool logic_is_exact(const struct logic *logic, size_t path);
bool logic_notice_is_exact(const struct logic *logic, size_t notice);

/*
 * What the rules say on one client's answers. It is a workspace: made once, then used for one
 * client after another, by one thread at a time.
 */
struct outcomes;

/* Borrows the logic, which must outlive it. Returns owned. Until outcomes_find, nothing is
 * answered. */
struct outcomes *outcomes_new(const struct logic *logic);
void outcomes_free(struct outcomes *outcomes);

/* Finds all outcomes on these answers, one a question in the pack's order; copies them. */
void outcomes_find(struct outcomes *outcomes, const struct answer answers[]);

enum outcome outcomes_path(const struct outcomes *outcomes, size_t path);

/* OUTCOME_APPLIES where the notice is shown for certain, OUTCOME_NO where certainly not, else
 * OUTCOME_OPEN. */
enum outcome outcomes_notice(const struct outcomes *outcomes, size_t notice);

/* Whether every path and notice is exact. Where not, a question may be asked that changes nothing.
 */
bool outcomes_are_exact(const struct outcomes *outcomes);

/* Whether the question can still change an outcome (rules-language, meaning 3). */
bool outcomes_matters(const struct outcomes *outcomes, size_t question);

/* The first question in the pack's order that matters and is not asked yet, or PACK_NO_QUESTION: it
 * is settled. */
size_t outcomes_next(const struct outcomes *outcomes);

/*
 * The most questions that may still be asked: those that matter and are not asked yet.
 */
size_t outcomes_left(const struct outcomes *outcomes);

/*
 * Each fills `questions` (room for every question of the pack), in the pack's order, and returns
 * how many. because: the answers given that force the path's outcome (meaning 4); none where it is
 * open. settled_by: the questions that matter to an open path (meaning 5); none where it is not
 * open.
 */
size_t outcomes_because(struct outcomes *outcomes, size_t path, size_t questions[]);
size_t outcomes_notice_because(struct outcomes *outcomes, size_t notice, size_t questions[]);
size_t outcomes_settled_by(const struct outcomes *outcomes, size_t path, size_t questions[]);

/* Another answer to one question with which a path would come out better. */
struct change {
	size_t question;
	struct answer answer;
	enum outcome outcome; /* what the path would then be at least: possible or applies */
};

/*
 * The single changes of an answer given that would make a path that is `no` or `possible` better
 * (meaning 6), in the pack's order and per question in the options' order. Questions marked fixed
 * are left out. For choices: of the answers that help, those nearest to the one given, each on its
 * own; they change only options that some condition mentions, and those that change the first
 * options come first. For a country or an age that is not fixed: one answer for each class that
 * helps, the first country of it or the first range of years, in their order. Fills at most `room`
 * and returns how many there are in all.
 */
size_t outcomes_changes(
	struct outcomes *outcomes, size_t path, struct change changes[], size_t room);

/*
 * Which answers are not used: those to questions that cannot change anything, given the answers
 * used to the questions before them in the pack's order, and so would not be asked. Because reasons
 * are looked for from the last question to the first, an answer that is not used is never part of a
 * reason. Fills unused[question]; a question not asked yet is never unused.
 */
void outcomes_unused(struct outcomes *outcomes, const struct answer answers[], bool unused[]);

#endif
