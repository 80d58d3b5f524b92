#include "screener/answers.h"

#include <string.h>

static const char signs[ANSWER_STATUS_COUNT][2] = {
	[ANSWER_NOT_ASKED] = "",
	[ANSWER_GIVEN] = "",
	[ANSWER_NOT_KNOWN] = "?",
	[ANSWER_NOT_SAID] = "!",
	[ANSWER_NOT_NOW] = "~",
};

const char *answer_status_sign(enum answer_status status)
{
	return signs[status];
}

struct answer answer_of_option(size_t option)
{
	return (struct answer){.status = ANSWER_GIVEN, .options = UINT64_C(1) << option};
}

struct answer answer_of_years(unsigned from, unsigned to)
{
	return (struct answer){.status = ANSWER_GIVEN, .years = {.from = from, .to = to}};
}

struct answer answer_of_country(unsigned country)
{
	return (struct answer){.status = ANSWER_GIVEN, .country = country};
}

struct answer answer_of_status(enum answer_status status)
{
	return (struct answer){.status = status};
}

static enum answer_fault parse_country(const struct question *question, const char *text,
	size_t length, struct date today, struct answer *answer)
{
	(void)question, (void)today;
	unsigned country;
	if (!country_find(text, length, &country))
		return ANSWER_FAULT_COUNTRY;
	*answer = answer_of_country(country);
	return ANSWER_FINE;
}

/* Reads one to three digits, all of [text, text + length). */
static enum answer_fault parse_years(const char *text, size_t length, unsigned *years)
{
	unsigned value = 0;
	if (length < 1)
		return ANSWER_FAULT_AGE;
	for (size_t i = 0; i < length; i++) {
		if (text[i] < '0' || text[i] > '9')
			return ANSWER_FAULT_AGE;
		if (value <= PACK_AGE_LIMIT)
			value = value * 10 + (unsigned)(text[i] - '0');
	}
	if (value > PACK_AGE_LIMIT)
		return ANSWER_FAULT_AGE_LIMIT;
	*years = value;
	return ANSWER_FINE;
}

static enum answer_fault parse_birth(
	const char *text, size_t length, struct date today, struct answer *answer)
{
	struct date birth;
	if (!date_parse(text, length, &birth))
		return ANSWER_FAULT_DATE;
	if (date_compare(birth, today) > 0)
		return ANSWER_FAULT_FUTURE;
	int years = date_years_between(birth, today);
	if (years > PACK_AGE_LIMIT)
		return ANSWER_FAULT_AGE_LIMIT;
	*answer = answer_of_years((unsigned)years, (unsigned)years);
	return ANSWER_FINE;
}

/* `<18`, `>=18`, `16-17`, `17`: anything but a date. */
static enum answer_fault parse_range(const char *text, size_t length, struct answer *answer)
{
	unsigned from = 0, to = PACK_AGE_LIMIT;
	enum answer_fault fault;
	const char *dash = memchr(text, '-', length);
	if (text[0] == '<') {
		fault = parse_years(text + 1, length - 1, &to);
		if (!fault && to == 0)
			return ANSWER_FAULT_RANGE;
		to--;
	} else if (length > 2 && text[0] == '>' && text[1] == '=') {
		fault = parse_years(text + 2, length - 2, &from);
	} else if (dash) {
		fault = parse_years(text, (size_t)(dash - text), &from);
		if (!fault)
			fault = parse_years(dash + 1, length - (size_t)(dash + 1 - text), &to);
	} else {
		fault = parse_years(text, length, &from);
		to = from;
	}
	if (fault)
		return fault;
	if (from > to)
		return ANSWER_FAULT_RANGE;
	*answer = answer_of_years(from, to);
	return ANSWER_FINE;
}

static enum answer_fault parse_age(const struct question *question, const char *text, size_t length,
	struct date today, struct answer *answer)
{
	(void)question;
	if (length == 10 && text[4] == '-' && text[7] == '-')
		return parse_birth(text, length, today, answer);
	return parse_range(text, length, answer);
}

static enum answer_fault parse_option(const struct question *question, const char *text,
	size_t length, struct date today, struct answer *answer)
{
	(void)today;
	size_t option;
	if (!question_find_option(question, text, length, &option))
		return question->type == QUESTION_YES_NO ? ANSWER_FAULT_YES_NO
							 : ANSWER_FAULT_OPTION;
	*answer = answer_of_option(option);
	return ANSWER_FINE;
}

static enum answer_fault parse_options(const struct question *question, const char *text,
	size_t length, struct date today, struct answer *answer)
{
	(void)today;
	uint64_t options = 0;
	const char *end = text + length;
	bool none = length == 1 && text[0] == '-';
	while (!none) {
		const char *plus = memchr(text, '+', (size_t)(end - text));
		const char *stop = plus ? plus : end;
		size_t option;
		if (!question_find_option(question, text, (size_t)(stop - text), &option))
			return ANSWER_FAULT_OPTION;
		if (options >> option & 1)
			return ANSWER_FAULT_OPTION_REPEATED;
		options |= UINT64_C(1) << option;
		if (!plus)
			break;
		text = plus + 1;
	}
	*answer = (struct answer){.status = ANSWER_GIVEN, .options = options};
	return ANSWER_FINE;
}

static void write_country(
	const struct question *question, const struct answer *answer, struct text *text)
{
	(void)question;
	text_add(text, country_code(answer->country));
}

static void write_age(
	const struct question *question, const struct answer *answer, struct text *text)
{
	(void)question;
	unsigned from = answer->years.from, to = answer->years.to;
	if (from == to)
		text_format(text, "%u", from);
	else if (to == PACK_AGE_LIMIT)
		text_format(text, ">=%u", from);
	else if (from == 0)
		text_format(text, "<%u", to + 1);
	else
		text_format(text, "%u-%u", from, to);
}

static void write_options(
	const struct question *question, const struct answer *answer, struct text *text)
{
	bool first = true;
	for (size_t i = 0; i < question->option_count; i++) {
		if (!(answer->options >> i & 1))
			continue;
		if (!first)
			text_add(text, "+");
		text_add(text, question->options[i].id);
		first = false;
	}
	if (first)
		text_add(text, "-");
}

static const struct answer_type {
	enum answer_fault (*parse)(const struct question *question, const char *text, size_t length,
		struct date today, struct answer *answer);
	void (*write)(
		const struct question *question, const struct answer *answer, struct text *text);
} types[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = {parse_country, write_country},
	[QUESTION_AGE] = {parse_age, write_age},
	[QUESTION_YES_NO] = {parse_option, write_options},
	[QUESTION_CHOICE] = {parse_option, write_options},
	[QUESTION_CHOICES] = {parse_options, write_options},
};

enum answer_fault answer_parse(const struct question *question, const char *text, size_t length,
	struct date today, struct answer *answer)
{
	if (length == 0) {
		*answer = answer_of_status(ANSWER_NOT_ASKED);
		return ANSWER_FINE;
	}
	for (int status = ANSWER_NOT_KNOWN; length == 1 && status < ANSWER_STATUS_COUNT; status++) {
		if (text[0] == signs[status][0]) {
			*answer = answer_of_status((enum answer_status)status);
			return ANSWER_FINE;
		}
	}
	return types[question->type].parse(question, text, length, today, answer);
}

void answer_write(const struct question *question, const struct answer *answer, struct text *text)
{
	if (answer->status == ANSWER_GIVEN)
		types[question->type].write(question, answer, text);
	else
		text_add(text, signs[answer->status]);
}

bool answer_equal(const struct question *question, const struct answer *a, const struct answer *b)
{
	if (a->status != b->status)
		return false;
	if (a->status != ANSWER_GIVEN)
		return true;
	switch (question->type) {
	case QUESTION_COUNTRY:
		return a->country == b->country;
	case QUESTION_AGE:
		return a->years.from == b->years.from && a->years.to == b->years.to;
	default:
		return a->options == b->options;
	}
}
