#include "classes.h"

#include "screener/country.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool has_country(const struct condition *condition, size_t value)
{
	return country_set_has(&condition->countries.set, (unsigned)value);
}

static bool has_years(const struct condition *condition, size_t value)
{
	return value >= condition->years.from && value <= condition->years.to;
}

static bool has_option(const struct condition *condition, size_t value)
{
	return condition->options.set >> value & 1;
}

/* Whether a condition on an answer holds for one of its values; NULL for all other conditions. */
static bool (*const tells[CONDITION_TYPE_COUNT])(const struct condition *, size_t) = {
	[CONDITION_COUNTRIES] = has_country,
	[CONDITION_YEARS] = has_years,
	[CONDITION_OPTIONS] = has_option,
};

static size_t question_of(const struct condition *condition)
{
	if (condition->type == CONDITION_COUNTRIES)
		return condition->countries.question;
	if (condition->type == CONDITION_YEARS)
		return condition->years.question;
	return condition->options.question;
}

size_t classes_value_count(const struct question *question)
{
	if (question->type == QUESTION_COUNTRY)
		return COUNTRY_COUNT;
	if (question->type == QUESTION_AGE)
		return PACK_AGE_LIMIT + 1;
	return question->option_count;
}

/* What is known of the classes while the conditions are gone through. */
struct folding {
	struct classes *classes;
	unsigned *class_count; /* one a question; 0 where no condition mentions it */
	uint64_t *mentioned; /* for a choices question, the options that conditions mention */
};

/* Splits every class in the values for which the condition holds and those for which it does not,
 * and numbers the classes anew in the order of their first values. */
static void split(struct folding *folding, size_t question, const struct condition *condition)
{
	unsigned char *class_of = folding->classes->class_of[question];
	unsigned renamed[2][DIAGRAM_CLASS_LIMIT] = {{0}}; /* its new number plus one, or 0 */
	unsigned count = 0;
	size_t values = classes_value_count(&folding->classes->pack->questions[question]);
	for (size_t i = 0; i < values; i++) {
		unsigned *name = &renamed[tells[condition->type](condition, i)][class_of[i]];
		if (*name == 0)
			*name = ++count;
		class_of[i] = (unsigned char)(*name - 1);
	}
	folding->class_count[question] = count;
}

static void fold_answer(struct folding *folding, const struct condition *condition)
{
	size_t question = question_of(condition);
	if (folding->classes->pack->questions[question].type == QUESTION_CHOICES)
		folding->mentioned[question] |= condition->options.set;
	else
		split(folding, question, condition);
}

static void fold(const struct condition *condition, void *context)
{
	if (tells[condition->type])
		fold_answer(context, condition);
}

static void add_variable(struct classes *classes, size_t question, unsigned arity, unsigned option)
{
	size_t variable = classes->variable_count++;
	classes->arity[variable] = arity;
	classes->question[variable] = question;
	classes->option[variable] = option;
}

static void add_variables(struct folding *folding, size_t question)
{
	struct classes *classes = folding->classes;
	classes->first[question] = classes->variable_count;
	if (folding->class_count[question])
		add_variable(classes, question, folding->class_count[question], 0);
	for (unsigned i = 0; i < PACK_OPTION_LIMIT; i++)
		if (folding->mentioned[question] >> i & 1)
			add_variable(classes, question, 2, i);
}

/* How many variables there may be at most. */
static size_t count_room(const struct folding *folding)
{
	size_t room = 0;
	for (size_t i = 0; i < folding->classes->pack->question_count; i++)
		room += 1 + (size_t)__builtin_popcountll(folding->mentioned[i]);
	return room;
}

static void lay_out_variables(struct folding *folding)
{
	struct classes *classes = folding->classes;
	size_t count = classes->pack->question_count, room = count_room(folding);
	classes->arity = arena_new(&classes->arena, room, sizeof *classes->arity);
	classes->question = arena_new(&classes->arena, room, sizeof *classes->question);
	classes->option = arena_new(&classes->arena, room, sizeof *classes->option);
	classes->first = arena_new(&classes->arena, count + 1, sizeof *classes->first);
	for (size_t i = 0; i < count; i++)
		add_variables(folding, i);
	classes->first[count] = classes->variable_count;
}

void classes_init(struct classes *classes, const struct pack *pack)
{
	size_t count = pack->question_count;
	*classes = (struct classes){.pack = pack};
	arena_init(&classes->arena);
	classes->class_of = arena_new(&classes->arena, count, sizeof *classes->class_of);
	for (size_t i = 0; i < count; i++)
		if (pack->questions[i].type != QUESTION_CHOICES)
			classes->class_of[i] = arena_new(
				&classes->arena, classes_value_count(&pack->questions[i]), 1);
	struct folding folding = {.classes = classes};
	folding.class_count = arena_new(&classes->arena, count, sizeof *folding.class_count);
	folding.mentioned = arena_new(&classes->arena, count, sizeof *folding.mentioned);
	pack_visit_conditions(pack, fold, &folding);
	lay_out_variables(&folding);
}

void classes_destroy(struct classes *classes)
{
	arena_destroy(&classes->arena);
}

struct class_set classes_of_condition(
	const struct classes *classes, const struct condition *condition)
{
	size_t question = question_of(condition);
	size_t values = classes_value_count(&classes->pack->questions[question]);
	struct class_set set = {{0}};
	for (size_t i = 0; i < values; i++)
		if (tells[condition->type](condition, i))
			class_set_add(&set, classes->class_of[question][i]);
	return set;
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

void classes_allow_all(const struct classes *classes, size_t question, struct allowed allowed[])
{
	for (size_t i = classes->first[question]; i < classes->first[question + 1]; i++) {
		allowed[i] = (struct allowed){.count = 0};
		for (unsigned class = 0; class < classes->arity[i]; class ++)
			allow(&allowed[i], class);
	}
}

static void allow_options(
	const struct classes *classes, size_t question, uint64_t options, struct allowed allowed[])
{
	for (size_t i = classes->first[question]; i < classes->first[question + 1]; i++) {
		allowed[i] = (struct allowed){.count = 0};
		allow(&allowed[i], options >> classes->option[i] & 1);
	}
}

/* An answer of a type that has one value: the values from `from` to `to` are those it may be. */
static void find_values(
	enum question_type type, const struct answer *answer, size_t *from, size_t *to)
{
	if (type == QUESTION_COUNTRY) {
		*from = *to = answer->country;
	} else if (type == QUESTION_AGE) {
		*from = answer->years.from;
		*to = answer->years.to;
	} else {
		*from = *to = answer->options ? (size_t)__builtin_ctzll(answer->options)
					      : PACK_OPTION_LIMIT;
	}
}

void classes_allow(const struct classes *classes, size_t question, const struct answer *answer,
	struct allowed allowed[])
{
	const struct question *asked = &classes->pack->questions[question];
	size_t from, to, variable = classes->first[question];
	classes_allow_all(classes, question, allowed);
	if (answer->status != ANSWER_GIVEN || variable == classes->first[question + 1])
		return;
	if (asked->type == QUESTION_CHOICES) {
		allow_options(classes, question, answer->options, allowed);
		return;
	}
	struct allowed left = {.count = 0};
	find_values(asked->type, answer, &from, &to);
	for (size_t i = from; i <= to && i < classes_value_count(asked); i++)
		allow(&left, classes->class_of[question][i]);
	if (left.count) /* what is no answer at all says nothing */
		allowed[variable] = left;
}
