#include "screener/date.h"

static bool parse_digits(const char *text, size_t count, int *number)
{
	int value = 0;
	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		value = value * 10 + (text[i] - '0');
	}
	*number = value;
	return true;
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

bool date_exists(struct date date)
{
	return date.year >= 1000 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

bool date_parse(const char *text, size_t length, struct date *date)
{
	struct date parsed;
	if (length != 10 || text[4] != '-' || text[7] != '-' ||
		!parse_digits(text, 4, &parsed.year) || !parse_digits(text + 5, 2, &parsed.month) ||
		!parse_digits(text + 8, 2, &parsed.day))
		return false;
	if (!date_exists(parsed))
		return false;
	*date = parsed;
	return true;
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year - b.year;
	if (a.month != b.month)
		return a.month - b.month;
	return a.day - b.day;
}

int date_years_between(struct date birth, struct date today)
{
	int years = today.year - birth.year;
	bool not_yet =
		today.month < birth.month || (today.month == birth.month && today.day < birth.day);
	return years - not_yet;
}

/* Both as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": a year begins in March,
 * and 400 years always have the same number of days. Years are positive here. */
enum { DAYS_IN_ERA = 146097, DAYS_TO_1970 = 719468 };

int date_to_days(struct date date)
{
	int year = date.month <= 2 ? date.year - 1 : date.year;
	int era = year / 400, year_of_era = year % 400;
	int month = date.month > 2 ? date.month - 3 : date.month + 9;
	int day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * DAYS_IN_ERA + day_of_era - DAYS_TO_1970;
}

struct date date_of_days(int days)
{
	int all = days + DAYS_TO_1970;
	int era = all / DAYS_IN_ERA, day_of_era = all % DAYS_IN_ERA;
	int year =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * day_of_year + 2) / 153;
	return (struct date){
		.year = year + era * 400 + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1,
	};
}
