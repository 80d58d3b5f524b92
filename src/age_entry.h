/* What people type for an age: years, a range, a date of birth in the order that is usual with
 * them, or only the year of birth. Years come out of it; of a date of birth nothing is kept. */
#ifndef AGE_ENTRY_H
#define AGE_ENTRY_H

#include "screener/answers.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Why what was typed is no age; AGE_ENTRY_FINE is 0. */
enum age_entry_fault {
	AGE_ENTRY_FINE,
	AGE_ENTRY_NONE, /* nothing was typed */
	AGE_ENTRY_NO_AGE, /* neither an age, a range nor a date */
	AGE_ENTRY_LIMIT, /* an age above PACK_AGE_LIMIT */
	AGE_ENTRY_RANGE, /* a range without any age in it */
	AGE_ENTRY_DATE, /* no such day or month */
	AGE_ENTRY_FUTURE, /* a birth after the day of the screening */
	AGE_ENTRY_SHORT_YEAR, /* a date with two digits of the year */
	AGE_ENTRY_FAULT_COUNT
};

/* What came of it. Everything is 0 where there is a fault. To be wiped after use. */
struct age_entry {
	enum age_entry_fault fault;
	struct answer answer;
	bool of_birth; /* from a date, a month or a year of birth */
	bool undecided; /* there is a limit of the pack's conditions between the ages that it leaves
			   open */
	int day; /* as it was read, where it could be read otherwise and must be said; otherwise 0
		  */
	int month;
};

/*
 * Reads what was typed: `17`, `<18`, `>=18`, `16-17`, `23-11-2008` (with day and month in the usual
 * order of languages_month_first, or in the other where only that makes a day; with any of `-/.`
 * and blanks between them, or nothing), `2008-11-23`, `11-2008`, `2008`, or one of the pack's
 * ranges in words. Years count as of `today`.
 */
struct age_entry age_entry_read(const struct pack *pack, const struct question *question,
	const char *words, struct date today);

/* The ranges between the limits that the pack's conditions use: one more than limits, or none
 * without any. Fills `ranges`, which has room for PACK_AGE_LIMIT + 1; returns how many. */
size_t age_entry_ranges(
	const struct pack *pack, const struct question *question, struct answer ranges[]);

/* A date of birth in the usual order, to show how one is typed. */
const char *age_entry_example(void);

/* Adds the sentence that says how day and month were read; nothing where that need not be said. */
void age_entry_add_order(struct text *text, const struct age_entry *entry);

/* Adds the sentence that says what is wrong and what to do. */
void age_entry_add_fault(struct text *text, enum age_entry_fault fault, const char *words);

#endif
