/* The draft of a screening: its answers, kept where a crash or a lost connection leaves them, until
 * the screening ends; and the drafts of earlier ones that did not come to their end. */
#ifndef DRAFT_H
#define DRAFT_H

#include "screener/date.h"
#include "screener/interview.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

struct draft;

/* Looks for drafts whose wizard is gone. Nothing is written yet. Borrows the pack. Returns owned;
 * freeing it leaves the draft for the next start. NULL may be freed. */
struct draft *draft_new(const struct pack *pack);
void draft_free(struct draft *draft);

/* Looks again. */
void draft_look(struct draft *draft);

/* How many drafts can be gone on with; and how many answers each has, the latest first. */
size_t draft_offers(const struct draft *draft);
size_t draft_offer_answers(const struct draft *draft, size_t offer);

/* Adds when it was written last: a time, and the day where that is not today. */
void draft_add_moment(
	const struct draft *draft, size_t offer, struct date today, struct text *words);

/* Sets the interview as the draft has it, which is then this screening's own. Returns false, with
 * the interview as it was, where another wizard has taken it since. The offers end. */
bool draft_go_on(struct draft *draft, size_t offer, struct interview *interview)
	__attribute__((warn_unused_result));

/* Ends the offers: with the drafts left where they are, or erased. */
void draft_leave(struct draft *draft);
void draft_erase(struct draft *draft);

/*
 * Keeps the interview as it is now, where it has changed. Returns false the first time that this
 * fails; the error is then in draft_trouble. It is tried again at each change.
 */
bool draft_keep(struct draft *draft, const struct interview *interview)
	__attribute__((warn_unused_result));

/* Whether the answers given so far would be there after a crash. */
bool draft_is_kept(const struct draft *draft);

/* The screening is over: erases its draft. */
void draft_end(struct draft *draft);

/* Adds what is to be said of drafts at the start, as sentences: why none can be kept; which ones
 * are left alone; that others are not offered because their wizard still runs, if only behind a
 * lost connection. Adds nothing where all is well. */
void draft_add_trouble(const struct draft *draft, struct text *words);
void draft_add_refusals(const struct draft *draft, struct text *words);
void draft_add_open(const struct draft *draft, struct text *words);

#endif
