/* An interview: which question is asked now, going back, changing an answer; a state machine that
 * knows no screen. */
#ifndef SCREENER_INTERVIEW_H
#define SCREENER_INTERVIEW_H

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

struct interview;

/* Borrows all three, which must outlive it. Nothing is answered yet. Returns owned; freeing it
 * wipes the answers. */
struct interview *interview_new(const struct pack *pack, const struct logic *logic);
void interview_free(struct interview *interview);

const struct pack *interview_pack(const struct interview *interview);
const struct logic *interview_logic(const struct interview *interview);

/* The question to show now, or PACK_NO_QUESTION when the screening is settled. */
size_t interview_question(const struct interview *interview);

/* The answer to a question as it is kept, whether in use or parked; borrowed until the next change.
 */
const struct answer *interview_answer(const struct interview *interview, size_t question);

/* All answers in the pack's order, parked ones included; borrowed likewise. */
const struct answer *interview_answers(const struct interview *interview);

/* Whether the answer is kept but not used: its question cannot change anything, given the others.
 */
bool interview_is_parked(const struct interview *interview, size_t question);

/* What the rules say on the answers in use; borrowed, good until the next change. */
struct outcomes *interview_outcomes(const struct interview *interview);

/*
 * Takes the answer to the question shown now and goes on to the next that matters and is not asked
 * yet. An ANSWER_NOT_ASKED takes the answer back: the question is asked again when it matters.
 */
void interview_take(struct interview *interview, const struct answer *answer);

/* Shows the question before the one shown now, of those that were answered and are in use. Returns
 * false at the first one. */
bool interview_back(struct interview *interview);

/* Shows any question, so that its answer can be changed. */
void interview_visit(struct interview *interview, size_t question);

/* Whether a question after this one was answered, one way or another, and is in use: then another
 * answer to this one may undo more than itself. */
bool interview_has_later(const struct interview *interview, size_t question);

/* Leaves a question visited or gone back to as it was, and shows the next one to ask. */
void interview_resume(struct interview *interview);

/* How many questions have been asked and are in use, the one shown now not counted; and how many
 * may still come after it, at most: whatever is answered no more are asked, and so many are when
 * all is left unknown. */
size_t interview_asked(const struct interview *interview);
size_t interview_left(const struct interview *interview);

/* Sets all answers at once, as from a file. */
void interview_load(struct interview *interview, const struct answer answers[]);

/* A number that grows with each of these changes, of answers and of the question shown. */
size_t interview_revision(const struct interview *interview);

#endif
