#include "proof_private.h"

#include "screener/memory.h"

#include <stdlib.h>

/* Years of a range that are looked at: a range without an upper limit then has a plain age too. */
enum { YEARS_LOOKED_AT = 25 };

/* The class of a plain answer: no to a question of yes or no, the last option of one, none of
 * several, the first country, a low age. */
static unsigned plain_class(const struct classes *classes, size_t variable)
{
	size_t question = classes->question[variable];
	const struct question *asked = &classes->pack->questions[question];
	if (asked->type == QUESTION_YES_NO || asked->type == QUESTION_CHOICE)
		return classes->class_of[question][asked->option_count - 1];
	return 0;
}

/* The first value of a class, which has one. */
static unsigned first_of(const unsigned char *class_of, unsigned class)
{
	unsigned value = 0;
	while (class_of[value] != class)
		value++;
	return value;
}

/* An age in the middle of the first range of years that is in the class. */
static unsigned middle_of(const unsigned char *class_of, unsigned class)
{
	unsigned from = first_of(class_of, class), to = from;
	while (to < PACK_AGE_LIMIT && to + 1 < from + YEARS_LOOKED_AT && class_of[to + 1] == class)
		to++;
	return (from + to) / 2;
}

static uint64_t options_in(const struct classes *classes, size_t question, const unsigned values[])
{
	uint64_t options = 0;
	for (size_t i = classes->first[question]; i < classes->first[question + 1]; i++)
		if (values[i])
			options |= UINT64_C(1) << classes->option[i];
	return options;
}

/* The answer to a question that is in the classes. One that no condition looks at has all its
 * answers in one class, 0. */
static struct answer answer_in(
	const struct classes *classes, size_t question, const unsigned values[])
{
	const struct question *asked = &classes->pack->questions[question];
	const unsigned char *class_of = classes->class_of[question];
	size_t variable = classes->first[question];
	bool looked_at = variable < classes->first[question + 1];
	unsigned class = looked_at ? values[variable] : 0;
	if (asked->type == QUESTION_CHOICES)
		return (struct answer){
			.status = ANSWER_GIVEN, .options = options_in(classes, question, values)};
	if (asked->type == QUESTION_COUNTRY)
		return answer_of_country(first_of(class_of, class));
	if (asked->type == QUESTION_AGE) {
		unsigned age = middle_of(class_of, class);
		return answer_of_years(age, age);
	}
	if (!asked->option_count)
		return answer_of_status(ANSWER_NOT_ASKED);
	if (class == class_of[asked->option_count - 1])
		return answer_of_option(asked->option_count - 1);
	return answer_of_option(first_of(class_of, class));
}

static unsigned choose(const struct diagram_store *store, const unsigned char reached[],
	uint32_t diagram, uint32_t value, unsigned plain)
{
	unsigned class = plain;
	if (reached[diagram_child(store, diagram, plain)] >> value & 1)
		return plain;
	for (class = 0; !(reached[diagram_child(store, diagram, class)] >> value & 1);)
		class ++;
	return class;
}

void proof_make_client(const struct classes *classes, const struct diagram_store *store,
	const unsigned char reached[], uint32_t diagram, uint32_t value, struct answer answers[])
{
	unsigned *values = memory_new(classes->variable_count, sizeof *values);
	for (size_t i = 0; i < classes->variable_count; i++)
		values[i] = plain_class(classes, i);
	while (!diagram_is_terminal(diagram)) {
		size_t variable = diagram_variable(store, diagram);
		values[variable] = choose(store, reached, diagram, value, values[variable]);
		diagram = diagram_child(store, diagram, values[variable]);
	}
	for (size_t i = 0; i < classes->pack->question_count; i++)
		answers[i] = answer_in(classes, i, values);
	free(values);
}
