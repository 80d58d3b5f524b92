/* What was answered to each question of a pack, and how what was not answered was left. */
#ifndef SCREENER_ANSWERS_H
#define SCREENER_ANSWERS_H

#include "screener/date.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* To the rules all but ANSWER_GIVEN are the same: unknown. */
enum answer_status {
	ANSWER_NOT_ASKED, /* empty: not asked yet */
	ANSWER_GIVEN,
	ANSWER_NOT_KNOWN, /* "?": does not know */
	ANSWER_NOT_SAID, /* "!": prefers not to say */
	ANSWER_NOT_NOW, /* "~" */
	ANSWER_STATUS_COUNT
};

/* All bytes zero is an answer not asked yet. */
struct answer {
	enum answer_status status;
	union {
		unsigned country; /* see country.h */
		struct {
			unsigned from;
			unsigned to;
		} years; /* both included, 0 to PACK_AGE_LIMIT; equal for an exact age */
		uint64_t options; /* bit i: option i; exactly one but for choices, which may have
				     any number */
	};
};

/* Why a text is no answer to a question; ANSWER_FINE is 0. */
enum answer_fault {
	ANSWER_FINE,
	ANSWER_FAULT_COUNTRY, /* no such country code */
	ANSWER_FAULT_AGE, /* neither an age, a range nor a date */
	ANSWER_FAULT_AGE_LIMIT, /* an age above PACK_AGE_LIMIT */
	ANSWER_FAULT_RANGE, /* a range without any age in it */
	ANSWER_FAULT_DATE, /* no such day */
	ANSWER_FAULT_FUTURE, /* a date of birth after today */
	ANSWER_FAULT_YES_NO, /* neither yes nor no */
	ANSWER_FAULT_OPTION, /* no such option */
	ANSWER_FAULT_OPTION_REPEATED, /* an option named twice */
	ANSWER_FAULT_COUNT
};

/*
 * Reads an answer as files have it: `RO`, `17`, `<18`, `>=18`, `16-17`, `2008-11-23` (years as of
 * `today`), `yes`, an option's id, ids joined with `+` or `-` for none; and the ways not to answer:
 * empty, `?`, `!`, `~`. Leaves `answer` alone where the text is at fault.
 */
enum answer_fault answer_parse(const struct question *question, const char *text, size_t length,
	struct date today, struct answer *answer) __attribute__((warn_unused_result));

/* Adds the answer to `text` in the same form; what was not asked adds nothing. */
void answer_write(const struct question *question, const struct answer *answer, struct text *text);

bool answer_equal(const struct question *question, const struct answer *a, const struct answer *b);

/* The sign of a status in files: "?" and so on; "" where the answer is given or was not asked. */
const char *answer_status_sign(enum answer_status status);

/* Makes an answer of one option, of an age, of a country. */
struct answer answer_of_option(size_t option);
struct answer answer_of_years(unsigned from, unsigned to);
struct answer answer_of_country(unsigned country);
struct answer answer_of_status(enum answer_status status);

#endif
