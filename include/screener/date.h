/* A day in the Gregorian calendar, and how old somebody born on it is. Knows no clock: today is
 * always given. */
#ifndef SCREENER_DATE_H
#define SCREENER_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct date {
	int year;
	int month; /* 1 to 12 */
	int day; /* 1 to 31 */
};

/* Reads YYYY-MM-DD of a day that exists, years 1000 to 9999. Returns false, and leaves `date`
 * alone, otherwise. */
bool date_parse(const char *text, size_t length, struct date *date);

/* Whether there is such a day. */
bool date_exists(struct date date);

/* Returns less than, equal to or more than 0, as `a` is before, on or after `b`. */
int date_compare(struct date a, struct date b);

/* The number of a day, from 0 for 1970-01-01 on and negative before; and the day with a number. */
int date_to_days(struct date date);
struct date date_of_days(int days);

/*
 * Returns the whole years from `birth` to `today`, negative where birth is in the future. Somebody
 * born on 29 February turns a year older on 1 March where there is no 29 February.
 */
int date_years_between(struct date birth, struct date today);

#endif
