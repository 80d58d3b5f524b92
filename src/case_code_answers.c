/* Answers as digits of a mixed radix. */
#include "case_code_private.h"

#include <string.h>

enum {
	LETTERS = 26,
	AGES = PACK_AGE_LIMIT + 1,
	RANGES = AGES * (AGES - 1) / 2, /* with more than one age in them */
	WIDE = 31, /* more options than these do not go into one digit of choices */
	HALF = 32, /* bits of them that do */
};

/* In the digit of a question the ways not to answer come first. */
static const enum answer_status statuses[] = {
	ANSWER_NOT_ASKED, ANSWER_NOT_KNOWN, ANSWER_NOT_SAID, ANSWER_NOT_NOW};

enum { UNGIVEN = sizeof statuses / sizeof statuses[0] };

void case_digits_add(struct case_digits *digits, uint64_t radix, uint64_t value)
{
	digits->items[digits->count++] = (struct case_digit){radix, (uint32_t)value};
}

/* What a type of question makes of an answer given: `options` is how many the question has. */
struct form {
	/* How many values there are in the digit of the question. */
	uint64_t (*count)(size_t options);
	/* The value of an answer; adds the digits that come after it, if any. */
	uint64_t (*find)(const struct answer *answer, size_t options);
	void (*write_more)(struct case_digits *digits, const struct answer *answer, size_t options);
	/* Makes the answer again, of which the status is set; takes the digits that come after.
	 * Returns false where the program has no such answer. */
	bool (*read)(
		struct case_number *number, uint32_t value, size_t options, struct answer *answer);
};

static uint64_t count_countries(size_t options)
{
	(void)options;
	return LETTERS * LETTERS;
}

static uint64_t find_country(const struct answer *answer, size_t options)
{
	(void)options;
	const char *code = country_code(answer->country);
	return (uint64_t)((code[0] - 'A') * LETTERS + (code[1] - 'A'));
}

static bool read_country(
	struct case_number *number, uint32_t value, size_t options, struct answer *answer)
{
	(void)number, (void)options;
	const char code[] = {(char)('A' + value / LETTERS), (char)('A' + value % LETTERS)};
	return country_find(code, sizeof code, &answer->country);
}

/* Which range it is comes as a digit of its own. */
static uint64_t count_ages(size_t options)
{
	(void)options;
	return AGES + 1;
}

static uint64_t find_age(const struct answer *answer, size_t options)
{
	(void)options;
	return answer->years.from == answer->years.to ? answer->years.from : AGES;
}

static void write_range(struct case_digits *digits, const struct answer *answer, size_t options)
{
	(void)options;
	unsigned from = answer->years.from, to = answer->years.to;
	if (from != to)
		case_digits_add(digits, RANGES, to * (to - 1) / 2 + from);
}

static bool read_age(
	struct case_number *number, uint32_t value, size_t options, struct answer *answer)
{
	(void)options;
	uint32_t range = value == AGES ? case_number_take(number, RANGES) : 0;
	unsigned to = 1;
	while (to * (to + 1) / 2 <= range)
		to++;
	*answer = value == AGES ? answer_of_years(range - to * (to - 1) / 2, to)
				: answer_of_years(value, value);
	return true;
}

static uint64_t count_options(size_t options)
{
	return options;
}

static uint64_t find_option(const struct answer *answer, size_t options)
{
	(void)options;
	return (uint64_t)__builtin_ctzll(answer->options);
}

static bool read_option(
	struct case_number *number, uint32_t value, size_t options, struct answer *answer)
{
	(void)number, (void)options;
	*answer = answer_of_option(value);
	return true;
}

static uint64_t count_sets(size_t options)
{
	return options <= WIDE ? UINT64_C(1) << options : 1;
}

static uint64_t find_set(const struct answer *answer, size_t options)
{
	return options <= WIDE ? answer->options : 0;
}

static void write_set(struct case_digits *digits, const struct answer *answer, size_t options)
{
	if (options <= WIDE)
		return;
	case_digits_add(digits, UINT64_C(1) << HALF, answer->options & UINT32_MAX);
	case_digits_add(digits, UINT64_C(1) << (options - HALF), answer->options >> HALF);
}

static bool read_set(
	struct case_number *number, uint32_t value, size_t options, struct answer *answer)
{
	answer->options = value;
	if (options <= WIDE)
		return true;
	answer->options = case_number_take(number, UINT64_C(1) << HALF);
	answer->options |= (uint64_t)case_number_take(number, UINT64_C(1) << (options - HALF))
			   << HALF;
	return true;
}

static const struct form forms[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = {count_countries, find_country, NULL, read_country},
	[QUESTION_AGE] = {count_ages, find_age, write_range, read_age},
	[QUESTION_YES_NO] = {count_options, find_option, NULL, read_option},
	[QUESTION_CHOICE] = {count_options, find_option, NULL, read_option},
	[QUESTION_CHOICES] = {count_sets, find_set, write_set, read_set},
};

/* `first` is 1 where it is known that the question was asked. */
static void write_answer(struct case_digits *digits, const struct question *question,
	const struct answer *answer, size_t first)
{
	const struct form *form = &forms[question->type];
	size_t options = question->option_count, value = 0;
	uint64_t radix = UNGIVEN + form->count(options) - first;
	if (answer->status != ANSWER_GIVEN) {
		while (statuses[value] != answer->status)
			value++;
		case_digits_add(digits, radix, value - first);
		return;
	}
	case_digits_add(digits, radix, UNGIVEN + form->find(answer, options) - first);
	if (form->write_more)
		form->write_more(digits, answer, options);
}

/* An answer that is nowhere now is left out. */
static void read_answer(struct case_number *number, const struct case_layout *layout,
	size_t question, size_t first, struct case_code *code)
{
	const struct form *form = &forms[layout->pack->questions[question].type];
	size_t options = case_layout_options(layout, question);
	uint64_t value = case_number_take(number, UNGIVEN + form->count(options) - first) + first;
	struct answer answer = {.status = value < UNGIVEN ? statuses[value] : ANSWER_GIVEN};
	bool known = value < UNGIVEN ||
		     form->read(number, (uint32_t)(value - UNGIVEN), options, &answer);
	if (known && !case_layout_has_grown(layout, question))
		code->answers[question] = answer;
	else
		code->left_out[question] = answer.status != ANSWER_NOT_ASKED;
	explicit_bzero(&answer, sizeof answer);
}

/* How far the next question that was asked may be from the last: so that the others fit after it.
 */
static uint64_t count_steps(size_t questions, size_t asked)
{
	return questions - asked + 1;
}

static void write_asked(
	struct case_digits *digits, const struct answer answers[], const struct pack *pack)
{
	size_t asked = 0, next = 0;
	for (size_t i = 0; i < pack->question_count; i++)
		asked += answers[i].status != ANSWER_NOT_ASKED;
	case_digits_add(digits, pack->question_count + 1, asked);
	for (size_t i = 0; i < pack->question_count; i++) {
		if (answers[i].status == ANSWER_NOT_ASKED)
			continue;
		case_digits_add(
			digits, count_steps(pack->question_count - next, asked--), i - next);
		write_answer(digits, &pack->questions[i], &answers[i], 1);
		next = i + 1;
	}
}

void case_answers_write(struct case_digits *digits, const struct answer answers[],
	const struct pack *pack, bool sparse)
{
	if (sparse) {
		write_asked(digits, answers, pack);
		return;
	}
	for (size_t i = 0; i < pack->question_count; i++)
		write_answer(digits, &pack->questions[i], &answers[i], 0);
}

/* The next question of the layout from one on. */
static size_t pass_absent(const struct case_layout *layout, size_t question)
{
	while (question < layout->pack->question_count && layout->items[question].absent)
		question++;
	return question;
}

static void read_asked(
	struct case_number *number, const struct case_layout *layout, struct case_code *code)
{
	size_t left = 0, question = pass_absent(layout, 0);
	for (size_t i = 0; i < layout->pack->question_count; i++)
		left += !layout->items[i].absent;
	size_t asked = case_number_take(number, left + 1);
	for (; asked > 0; asked--) {
		uint32_t steps = case_number_take(number, count_steps(left, asked));
		left -= steps + 1;
		while (steps-- > 0)
			question = pass_absent(layout, question + 1);
		read_answer(number, layout, question, 1, code);
		question = pass_absent(layout, question + 1);
	}
}

void case_answers_read(struct case_number *number, const struct case_layout *layout, bool sparse,
	struct case_code *code)
{
	if (sparse) {
		read_asked(number, layout, code);
		return;
	}
	for (size_t i = 0; i < layout->pack->question_count; i++)
		if (!layout->items[i].absent)
			read_answer(number, layout, i, 0, code);
}
