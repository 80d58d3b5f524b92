#include "age_entry.h"

#include "languages.h"
#include "wording.h"

#include <string.h>

/* What is typed, as the numbers in it, and what each of them may be. */
struct numbers {
	int values[3];
	char kinds[4]; /* a letter for each: see name_kind */
	size_t count;
	bool dashed; /* a dash, and nothing else but blanks, stands between them */
};

enum { NUMBER_DIGITS = 8 };

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* A Day or a month, a Year, all of a Birth without anything between, or a Number. */
static char name_kind(int value, size_t digits)
{
	if (digits <= 2)
		return 'D';
	if (digits == 4 && value >= 1000)
		return 'Y';
	return digits == NUMBER_DIGITS ? 'B' : 'N';
}

/* Reads one number; returns what is behind it, or NULL where it is none or too long. */
static const char *read_number(struct numbers *numbers, const char *words)
{
	int value = 0;
	size_t digits = 0;
	for (; is_digit(words[digits]); digits++) {
		if (digits == NUMBER_DIGITS)
			return NULL;
		value = value * 10 + (words[digits] - '0');
	}
	if (!digits || numbers->count == 3)
		return NULL;
	numbers->values[numbers->count] = value;
	numbers->kinds[numbers->count++] = name_kind(value, digits);
	return words + digits;
}

/* Reads numbers with any of `-/.` and blanks between them, and nothing else. */
static bool read_numbers(struct numbers *numbers, const char *words)
{
	*numbers = (struct numbers){0};
	while ((words = read_number(numbers, words)) && *words) {
		size_t between = strspn(words, "-/. ");
		if (!between)
			return false;
		numbers->dashed = strspn(words, "- ") == between && memchr(words, '-', between);
		words += between;
	}
	return words != NULL;
}

/* The ages of those who were born from one day to another. */
static void take_births(
	struct age_entry *entry, struct date first, struct date last, struct date today)
{
	if (date_compare(first, today) > 0) {
		entry->fault = AGE_ENTRY_FUTURE;
		return;
	}
	if (date_compare(last, today) > 0)
		last = today;
	int from = date_years_between(last, today), to = date_years_between(first, today);
	if (from > PACK_AGE_LIMIT) {
		entry->fault = AGE_ENTRY_LIMIT;
		return;
	}
	if (to > PACK_AGE_LIMIT)
		to = PACK_AGE_LIMIT;
	entry->of_birth = true;
	entry->answer = answer_of_years((unsigned)from, (unsigned)to);
}

/* A month or a year of birth; the last day may be one that the month has not. */
static void take_period(
	struct age_entry *entry, struct date first, struct date last, struct date today)
{
	if (!date_exists(first)) {
		entry->fault = AGE_ENTRY_DATE;
		return;
	}
	while (!date_exists(last))
		last.day--;
	take_births(entry, first, last, today);
}

/* Whether the two days make ages that differ. */
static bool makes_difference(struct date one, struct date other, struct date today)
{
	return date_compare(other, today) > 0 ||
	       date_years_between(one, today) != date_years_between(other, today);
}

/*
 * Takes the day where there is one, and otherwise the one with day and month swapped. How it was
 * read is said where it was not the usual way, and where `unsure` and it matters.
 */
static void take_day(struct age_entry *entry, struct date day, bool unsure, struct date today)
{
	struct date swapped = {day.year, day.day, day.month};
	bool usual = date_exists(day), other = date_exists(swapped);
	if (!usual && !other) {
		entry->fault = AGE_ENTRY_DATE;
		return;
	}
	struct date read = usual ? day : swapped;
	take_births(entry, read, read, today);
	if (entry->fault)
		return;
	if (!usual || (unsure && other && makes_difference(day, swapped, today))) {
		entry->day = read.day;
		entry->month = read.month;
	}
}

static void take_usual(struct age_entry *entry, const int values[3], struct date today)
{
	bool month_first = languages_month_first();
	struct date day = {values[2], values[month_first ? 0 : 1], values[month_first ? 1 : 0]};
	take_day(entry, day, true, today);
}

static void take_birth(struct age_entry *entry, const int values[3], struct date today)
{
	int parts[3] = {values[0] / 1000000, values[0] / 10000 % 100, values[0] % 10000};
	take_usual(entry, parts, today);
	explicit_bzero(parts, sizeof parts);
}

static void take_year_first(struct age_entry *entry, const int values[3], struct date today)
{
	take_day(entry, (struct date){values[0], values[1], values[2]}, false, today);
}

static void take_month_and_year(struct age_entry *entry, const int values[3], struct date today)
{
	take_period(entry, (struct date){values[1], values[0], 1},
		(struct date){values[1], values[0], 31}, today);
}

static void take_year_and_month(struct age_entry *entry, const int values[3], struct date today)
{
	take_period(entry, (struct date){values[0], values[1], 1},
		(struct date){values[0], values[1], 31}, today);
}

static void take_year(struct age_entry *entry, const int values[3], struct date today)
{
	take_period(entry, (struct date){values[0], 1, 1}, (struct date){values[0], 12, 31}, today);
}

static void refuse_short_year(struct age_entry *entry, const int values[3], struct date today)
{
	(void)values, (void)today;
	entry->fault = AGE_ENTRY_SHORT_YEAR;
}

static const struct {
	char kinds[4]; /* of the numbers, as name_kind has them */
	void (*take)(struct age_entry *entry, const int values[3], struct date today);
} forms[] = {
	{"DDY", take_usual},
	{"B", take_birth},
	{"YDD", take_year_first},
	{"DY", take_month_and_year},
	{"YD", take_year_and_month},
	{"Y", take_year},
	{"DDD", refuse_short_year},
};

/* Takes numbers as a date, or a part of one. Returns false where they are none. */
static bool take_date(struct age_entry *entry, const struct numbers *numbers, struct date today)
{
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		if (strcmp(forms[i].kinds, numbers->kinds) == 0) {
			forms[i].take(entry, numbers->values, today);
			return true;
		}
	}
	return false;
}

/* Which of the faults of files an age that is no date can have. */
static const enum age_entry_fault faults[ANSWER_FAULT_COUNT] = {
	[ANSWER_FAULT_AGE] = AGE_ENTRY_NO_AGE,
	[ANSWER_FAULT_AGE_LIMIT] = AGE_ENTRY_LIMIT,
	[ANSWER_FAULT_RANGE] = AGE_ENTRY_RANGE,
};

/* Takes what files have for it. */
static void take_years(struct age_entry *entry, const struct question *question, const char *words)
{
	const struct date none = {0};
	struct answer answer;
	enum answer_fault fault = answer_parse(question, words, strlen(words), none, &answer);
	entry->fault = faults[fault];
	if (fault && !entry->fault)
		entry->fault = AGE_ENTRY_NO_AGE;
	if (fault)
		return;
	if (answer.status == ANSWER_GIVEN)
		entry->answer = answer;
	else
		entry->fault = AGE_ENTRY_NO_AGE;
}

/* Takes one of the pack's ranges that is typed in words: "under 18". */
static void take_words(struct age_entry *entry, const struct pack *pack,
	const struct question *question, const char *words)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	size_t count = age_entry_ranges(pack, question, ranges);
	struct text typed, range, key;
	text_init(&typed);
	text_init(&range);
	text_init(&key);
	languages_add_key(&typed, words);
	for (size_t i = 0; i < count && entry->fault == AGE_ENTRY_NO_AGE; i++) {
		text_clear(&range);
		text_clear(&key);
		wording_add_answer(&range, pack, question, &ranges[i]);
		languages_add_key(&key, range.bytes);
		if (strcmp(typed.bytes, key.bytes) == 0)
			*entry = (struct age_entry){.answer = ranges[i]};
	}
	text_destroy(&typed);
	text_destroy(&range);
	text_destroy(&key);
}

/* Takes two numbers with a dash and blanks between them, as in "16 - 17", as files have a range. */
static void take_range(
	struct age_entry *entry, const struct question *question, const struct numbers *numbers)
{
	struct text range;
	text_init(&range);
	text_format(&range, "%d-%d", numbers->values[0], numbers->values[1]);
	take_years(entry, question, range.bytes);
	text_destroy(&range);
}

/* Takes numbers that are no date. */
static void take_numbers(struct age_entry *entry, const struct question *question,
	const struct numbers *numbers, const char *words)
{
	if (numbers->count == 1)
		take_years(entry, question, words);
	else if (numbers->count == 2 && numbers->dashed)
		take_range(entry, question, numbers);
	else
		entry->fault = AGE_ENTRY_NO_AGE;
}

static void take_entry(struct age_entry *entry, const struct pack *pack,
	const struct question *question, const char *words, struct date today)
{
	struct numbers numbers;
	if (!*words) {
		entry->fault = AGE_ENTRY_NONE;
	} else if (!read_numbers(&numbers, words)) {
		take_years(entry, question, words);
		if (entry->fault == AGE_ENTRY_NO_AGE)
			take_words(entry, pack, question, words);
	} else if (!take_date(entry, &numbers, today)) {
		take_numbers(entry, question, &numbers, words);
	}
	explicit_bzero(&numbers, sizeof numbers);
}

/* Whether a limit of the pack lies between two ages that the answer leaves open. */
static bool is_undecided(
	const struct pack *pack, const struct question *question, const struct answer *answer)
{
	unsigned limits[PACK_AGE_LIMIT];
	size_t count = pack_age_limits(pack, (size_t)(question - pack->questions), limits);
	for (size_t i = 0; i < count; i++)
		if (answer->years.from < limits[i] && limits[i] <= answer->years.to)
			return true;
	return false;
}

struct age_entry age_entry_read(const struct pack *pack, const struct question *question,
	const char *words, struct date today)
{
	struct age_entry entry = {0};
	struct text trimmed;
	size_t blank = strspn(words, " \t"), length = strlen(words);
	while (length > blank && (words[length - 1] == ' ' || words[length - 1] == '\t'))
		length--;
	text_init(&trimmed);
	text_add_bytes(&trimmed, words + blank, length - blank);
	take_entry(&entry, pack, question, trimmed.bytes, today);
	text_destroy(&trimmed);
	if (entry.fault)
		return (struct age_entry){.fault = entry.fault};
	entry.undecided = is_undecided(pack, question, &entry.answer);
	return entry;
}

size_t age_entry_ranges(
	const struct pack *pack, const struct question *question, struct answer ranges[])
{
	unsigned limits[PACK_AGE_LIMIT], from = 0;
	size_t count = pack_age_limits(pack, (size_t)(question - pack->questions), limits);
	if (count == 0)
		return 0;
	for (size_t i = 0; i < count; i++) {
		ranges[i] = answer_of_years(from, limits[i] - 1);
		from = limits[i];
	}
	ranges[count] = answer_of_years(from, PACK_AGE_LIMIT);
	return count + 1;
}
