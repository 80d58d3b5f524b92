/*
 * What the IOM page says to one person about whom everything is known, written by hand from the
 * page's paragraphs P1 to P6.
 */
#ifndef TESTS_READING_PAGE_H
#define TESTS_READING_PAGE_H

#include "reading.h"

#include <stdbool.h>
#include <stddef.h>

enum question {
	ORIGIN,
	AGE,
	UNACCOMPANIED,
	ARRIVED_UNACCOMPANIED,
	RETURN_WISH,
	TRAVEL_DOCUMENTS,
	HEALTH,
	VICTIM,
	EXTRA_SUPPORT_WISH,
	SUPPORT_NEEDS,
	REPRISALS_FEAR,
	ORGANISATIONS,
	FAMILY_WISH
};

enum { ORIGIN_EU, ORIGIN_NON_WESTERN, ORIGIN_OTHER };
enum { AGE_UNDER_18, AGE_FROM_18 };
enum { ANSWER_NO, ANSWER_YES };
enum { RETURN_YES, RETURN_UNDECIDED, RETURN_NO };
enum { VICTIM_PRESUMED, VICTIM_IDENTIFIED, VICTIM_NO };
/* Any number of these at once, so a bit each. */
enum { NEEDS_GUIDANCE = 1, NEEDS_SHELTER = 2, NEEDS_REINTEGRATION = 4 };
enum { WITH_POLICE = 1, WITH_CARE = 2 };
/* From worse to better. */
enum outcome { OUTCOME_NO, OUTCOME_POSSIBLE, OUTCOME_APPLIES };

/* The answers to a question that the page can tell apart. */
struct page_question {
	unsigned answers; /* how many */
	const char *words[3]; /* in the order of the enums above; for the sets, bit by bit */
};

extern const struct page_question page_questions[READING_QUESTION_COUNT];

/* Every person whom the page can tell apart: the numbers of answers, multiplied. */
enum { PERSON_COUNT = 221184 };

/* A person is READING_QUESTION_COUNT answers, in the order of the questions. */
enum outcome page_outcome(size_t path, const unsigned *person);
bool page_shows(size_t notice, const unsigned *person);

#endif
