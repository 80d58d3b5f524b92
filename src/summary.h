/* The summary: the outcome of a screening as facts, from which the renderers make text, JSON and
 * paper. */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "moment.h"

#include "screener/arena.h"
#include "screener/interview.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

struct summary_path {
	size_t path;
	enum outcome outcome;
	const size_t *because; /* questions */
	size_t because_count;
	const size_t *settled_by; /* questions */
	size_t settled_by_count;
	const struct change *changes;
	size_t change_count;
};

struct summary_notice {
	size_t notice;
	const size_t *because; /* questions */
	size_t because_count;
};

/* Where, when and with what the summary was made. */
struct receipt {
	const char *program_version;
	char pack_digest[65]; /* SHA-256 of the pack's files, in hexadecimal */
	struct date date; /* the day of the screening */
	char time[6]; /* HH:MM, local; "" where the day was given by --date */
	bool past_review; /* the pack should have been reviewed before the day of the screening */
	const char *case_code; /* see case_code.h: for the staff alone */
};

/* Borrows the pack and the interview's answers, and so is good until the interview's next change;
 * the rest lives in the arena. */
struct summary {
	struct arena arena;
	const struct pack *pack;
	const struct answer *answers;
	const bool *parked; /* one a question */
	const bool *matters; /* one a question: whether its answer can still change an outcome */
	struct summary_path *paths; /* one a path, in the pack's order */
	struct summary_notice *notices; /* those shown for certain */
	size_t notice_count;
	size_t next; /* the next question to ask, or PACK_NO_QUESTION: settled */
	bool not_exact; /* of a path or notice: a question may be asked that changes nothing */
	size_t left; /* the most questions that may still have to be asked */
	struct receipt receipt;
};

void summary_init(
	struct summary *summary, const struct interview *interview, const struct moment *moment);
void summary_destroy(struct summary *summary);

/* SHA-256, in hexadecimal, over the bytes of the pack's files one after the other: pack, countries,
 * questions, paths, those there are. It is what `cat FILES | sha256sum` shows. */
void summary_digest(const struct pack *pack, char digest[65]);

#endif
