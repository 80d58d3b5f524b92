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
