#include "evaluator_columns.h"

#include "screener/memory.h"

#include <stdlib.h>

enum { OPTIONS_AT_ONCE = 8 };

static enum question_type type_of(const struct columns *columns, const struct column *column)
{
	return columns->classes->pack->questions[column->question].type;
}

static void lay_out_options(const struct columns *columns, struct column *column)
{
	size_t end = columns->classes->first[column->question + 1];
	column->count = end - column->variable;
	if (column->count > OPTIONS_AT_ONCE)
		column->count = OPTIONS_AT_ONCE;
	column->unknown = 1u << column->count;
	column->radix = column->unknown + 1;
}

/* A range of years is a digit for each pair of runs in which it may begin and end: first all that
 * begin in the first run, by their ends, then those of the second, and so on. */
static unsigned digit_of_runs(const struct column *column, unsigned from, unsigned to)
{
	return from * column->run_count - from * (from - 1) / 2 + (to - from);
}

static void lay_out_years(const struct columns *columns, struct column *column)
{
	const unsigned char *class_of = columns->classes->class_of[column->question];
	column->run_of = memory_new(PACK_AGE_LIMIT + 1, 1);
	column->run_class = memory_new(PACK_AGE_LIMIT + 1, 1);
	for (size_t i = 0; i <= PACK_AGE_LIMIT; i++) {
		if (i == 0 || class_of[i] != class_of[i - 1])
			column->run_class[column->run_count++] = class_of[i];
		column->run_of[i] = (unsigned char)(column->run_count - 1);
	}
	column->unknown = digit_of_runs(column, 0, column->run_count - 1);
	column->radix = digit_of_runs(column, column->run_count - 1, column->run_count - 1) + 1;
}

static void lay_out_classes(const struct columns *columns, struct column *column)
{
	column->unknown = columns->classes->arity[column->variable];
	column->radix = column->unknown + 1;
}

static void lay_out_question(struct columns *columns, size_t question)
{
	const struct classes *classes = columns->classes;
	columns->first[question] = columns->count;
	for (size_t i = classes->first[question]; i < classes->first[question + 1];) {
		struct column *column = &columns->items[columns->count];
		*column = (struct column){.question = question, .variable = i, .count = 1};
		if (type_of(columns, column) == QUESTION_CHOICES)
			lay_out_options(columns, column);
		else if (type_of(columns, column) == QUESTION_AGE)
			lay_out_years(columns, column);
		else
			lay_out_classes(columns, column);
		for (size_t j = 0; j < column->count; j++)
			columns->of_variable[i + j] = columns->count;
		i += column->count;
		columns->count++;
	}
}

void columns_init(struct columns *columns, const struct classes *classes)
{
	size_t questions = classes->pack->question_count;
	*columns = (struct columns){.classes = classes};
	columns->items = memory_new(classes->variable_count, sizeof *columns->items);
	columns->of_variable = memory_new(classes->variable_count, sizeof *columns->of_variable);
	columns->first = memory_new(questions + 1, sizeof *columns->first);
	for (size_t i = 0; i < questions; i++)
		lay_out_question(columns, i);
	columns->first[questions] = columns->count;
}

void columns_destroy(struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		free(columns->items[i].run_class);
		free(columns->items[i].run_of);
	}
	free(columns->items);
	free(columns->of_variable);
	free(columns->first);
}

static unsigned digit_of_options(
	const struct columns *columns, const struct column *column, uint64_t options)
{
	const unsigned *option = &columns->classes->option[column->variable];
	unsigned digit = 0;
	for (size_t i = 0; i < column->count; i++)
		digit |= (unsigned)(options >> option[i] & 1) << i;
	return digit;
}

static unsigned digit_of_years(const struct column *column, unsigned from, unsigned to)
{
	if (to > PACK_AGE_LIMIT)
		to = PACK_AGE_LIMIT;
	if (from > to)
		return column->unknown;
	return digit_of_runs(column, column->run_of[from], column->run_of[to]);
}

static unsigned digit_of_value(
	const struct columns *columns, const struct column *column, size_t value)
{
	const struct classes *classes = columns->classes;
	if (value >= classes_value_count(&classes->pack->questions[column->question]))
		return column->unknown;
	return classes->class_of[column->question][value];
}

unsigned columns_digit(
	const struct columns *columns, const struct column *column, const struct answer *answer)
{
	if (answer->status != ANSWER_GIVEN)
		return column->unknown;
	switch (type_of(columns, column)) {
	case QUESTION_CHOICES:
		return digit_of_options(columns, column, answer->options);
	case QUESTION_AGE:
		return digit_of_years(column, answer->years.from, answer->years.to);
	case QUESTION_COUNTRY:
		return digit_of_value(columns, column, answer->country);
	default:
		return answer->options ? digit_of_value(columns, column,
						 (size_t)__builtin_ctzll(answer->options))
				       : column->unknown;
	}
}

static void allow(struct allowed *allowed, unsigned class)
{
	if (class_set_has(&allowed->values, class))
		return;
	if (allowed->count == 0 || class < allowed->first)
		allowed->first = class;
	class_set_add(&allowed->values, class);
	allowed->count++;
}

/* The first and the last run of a digit. */
static void find_runs(const struct column *column, unsigned digit, unsigned *from, unsigned *to)
{
	for (*from = 0; digit >= column->run_count - *from; ++*from)
		digit -= column->run_count - *from;
	*to = *from + digit;
}

static void allow_years(const struct column *column, unsigned digit, struct allowed *allowed)
{
	unsigned from, to;
	find_runs(column, digit, &from, &to);
	*allowed = (struct allowed){.count = 0};
	for (unsigned i = from; i <= to; i++)
		allow(allowed, column->run_class[i]);
}

void columns_allow(const struct columns *columns, const struct column *column, unsigned digit,
	struct allowed allowed[])
{
	enum question_type type = type_of(columns, column);
	if (type == QUESTION_AGE) {
		allow_years(column, digit, &allowed[column->variable]);
		return;
	}
	for (size_t i = column->variable; i < column->variable + column->count; i++) {
		unsigned bit = digit >> (i - column->variable) & 1;
		allowed[i] = (struct allowed){.count = 0};
		for (unsigned class = 0; class < columns->classes->arity[i]; class ++)
			if (digit == column->unknown ||
				class == (type == QUESTION_CHOICES ? bit : digit))
				allow(&allowed[i], class);
	}
}

static struct answer answer_of_runs(const struct column *column, unsigned digit)
{
	unsigned from, to, first = 0, last = PACK_AGE_LIMIT;
	find_runs(column, digit, &from, &to);
	while (column->run_of[first] < from)
		first++;
	while (column->run_of[last] > to)
		last--;
	return answer_of_years(first, last);
}

void columns_answer(const struct columns *columns, const struct column *column, unsigned digit,
	struct answer *answer)
{
	const struct classes *classes = columns->classes;
	enum question_type type = type_of(columns, column);
	size_t value = 0;
	if (digit == column->unknown) {
		*answer = answer_of_status(ANSWER_NOT_KNOWN);
		return;
	}
	if (type == QUESTION_CHOICES) {
		for (size_t i = 0; i < column->count; i++)
			if (digit >> i & 1)
				answer->options |= UINT64_C(1)
						   << classes->option[column->variable + i];
		return;
	}
	if (type == QUESTION_AGE) {
		*answer = answer_of_runs(column, digit);
		return;
	}
	while (classes->class_of[column->question][value] != digit)
		value++;
	*answer = type == QUESTION_COUNTRY ? answer_of_country((unsigned)value)
					   : answer_of_option(value);
}
