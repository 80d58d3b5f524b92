/* The words for what the core library says in enumerations: answers, how they were left, outcomes,
 * faults. */
#ifndef WORDING_H
#define WORDING_H

#include "edition.h"

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"
#include "screener/text.h"

/* In the language shown, all of them. "Applies", "Possible", ... */
const char *wording_outcome(enum outcome outcome);

/* A sign of one column beside that word: no outcome is told apart by colour alone. */
const char *wording_outcome_sign(enum outcome outcome);

/* What is said once of rules that are not exact (logic_is_exact): one short sentence. */
const char *wording_not_exact(void);

/* Adds that the rules should have been reviewed before today, and what to do; nothing where that is
 * not so. */
void wording_add_past_review(struct text *text, const struct pack *pack, struct date today);

/* How a question was left: "Not asked yet", "Does not know", ...; for ANSWER_GIVEN "Answered". */
const char *wording_status(enum answer_status status);

/* The label of an option: the pack's own, or "Yes" and "No". */
const char *wording_option(const struct pack *pack, const struct question *question, size_t option);

/* Adds an answer as a person would say it: "Romania", "17 years", "under 18", "18 or over",
 * "Guidance, Shelter", "None of these", or its status. */
void wording_add_answer(struct text *text, const struct pack *pack, const struct question *question,
	const struct answer *answer);

/* Adds what is wrong with a text that is no answer, with the nearest right word where there is one:
 * one sentence, what to do included. */
void wording_add_fault(struct text *text, const struct question *question, enum answer_fault fault,
	const char *entry);

/* Adds what was typed as a message can show it: without control characters and what is no UTF-8,
 * and not for ever. */
void wording_add_entry(struct text *text, const char *entry);

/* For whom an edition of the paper is, and what is on it. */
const char *wording_edition(enum edition edition);
const char *wording_edition_what(enum edition edition);

#endif
