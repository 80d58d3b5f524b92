/* A draft as text: what was answered in a screening that is not finished, for which rules and when.
 *
 *     iom-screener draft 1
 *     program: 0.1.0
 *     pack: iom-nl
 *     pack-sha256: (64 digits)
 *     written: 2026-11-23T13:05:09Z
 *     question: health              the one shown; "-" when nothing is left to ask
 *     answers: 2
 *     origin: RO                    as in a file of answers, in the order of the pack
 *     age: 24
 *     sha256: (64 digits)           over all lines above
 */
#ifndef DRAFT_FORMAT_H
#define DRAFT_FORMAT_H

#include "screener/answers.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stddef.h>
#include <time.h>

/* The rules that a draft was made with. */
struct draft_rules {
	const struct pack *pack; /* borrowed */
	char digest[65]; /* as summary_digest gives it */
};

struct draft_contents {
	time_t written;
	size_t question; /* or PACK_NO_QUESTION */
	size_t answered; /* how many are not ANSWER_NOT_ASKED */
	struct answer *answers; /* one a question of the pack; the caller owns them */
};

/* What a file is. */
enum draft_state {
	DRAFT_GOOD,
	DRAFT_DAMAGED,
	DRAFT_FOREIGN, /* no draft, or not one of ours alone */
	DRAFT_NEWER, /* of a format that is not known yet */
	DRAFT_FUTURE, /* written at a time that is still to come */
	DRAFT_OTHER_RULES,
	DRAFT_CHANGED_RULES, /* the same rules, but not as they are now */
	DRAFT_STATE_COUNT
};

/* No draft is longer than this, in bytes. */
enum { DRAFT_LIMIT = 1024 * 1024 };

/* Adds the draft's text. */
void draft_format(
	struct text *text, const struct draft_rules *rules, const struct draft_contents *contents);

/*
 * Reads it. `now` is in seconds, as `written`. Takes only what draft_format can have written for
 * these rules, to the byte; what it has written to `contents` otherwise is of no use.
 */
enum draft_state draft_parse(const char *bytes, size_t length, const struct draft_rules *rules,
	time_t now, struct draft_contents *contents) __attribute__((warn_unused_result));

#endif
