#include "cover.h"

#include "screener/memory.h"

#include <stdlib.h>

/* The numbers found at the nodes, which stand for the choices from their variable on. */
struct count {
	const struct diagram_store *store;
	uint64_t *found; /* one more than it is; 0: not known yet */
};

static uint64_t multiply(uint64_t a, uint64_t b)
{
	uint64_t product;
	if (a == 0 || b == 0)
		return 0;
	if (__builtin_mul_overflow(a, b, &product) || product > UINT64_C(1) << 63)
		return DIFFERENCE_UNCOUNTED;
	return product;
}

static uint64_t add(uint64_t a, uint64_t b)
{
	uint64_t sum;
	if (__builtin_add_overflow(a, b, &sum) || sum > UINT64_C(1) << 63)
		return DIFFERENCE_UNCOUNTED;
	return sum;
}

static uint64_t count_node(struct count *count, uint32_t node);

/* The same, from the variable `from` on, which is not after the node's. */
static uint64_t count_from(struct count *count, uint32_t node, size_t from)
{
	uint64_t found = count_node(count, node);
	for (size_t i = from; i < diagram_variable(count->store, node); i++)
		found = multiply(found, diagram_store_arity(count->store, i));
	return found;
}

static uint64_t count_node(struct count *count, uint32_t node)
{
	if (diagram_is_terminal(node))
		return node != 0;
	size_t variable = diagram_variable(count->store, node);
	uint64_t sum = 0;
	if (count->found[node])
		return count->found[node] == DIFFERENCE_UNCOUNTED ? DIFFERENCE_UNCOUNTED
								  : count->found[node] - 1;
	for (unsigned i = 0; i < diagram_store_arity(count->store, variable); i++)
		sum = add(
			sum, count_from(count, diagram_child(count->store, node, i), variable + 1));
	count->found[node] = sum == DIFFERENCE_UNCOUNTED ? sum : sum + 1;
	return sum;
}

uint64_t cover_count(const struct diagram_store *store, uint32_t diagram)
{
	struct count count = {.store = store};
	count.found = memory_new((size_t)diagram + 1, sizeof *count.found);
	uint64_t found = count_from(&count, diagram, 0);
	free(count.found);
	return found;
}

enum { PLAIN_AGE = 30 };

/* The option "no", which says least, or the first one. */
static size_t plain_option(const struct question *question)
{
	size_t option = 0;
	(void)question_find_option(question, "no", 2, &option);
	return option;
}

static size_t plain_value(const struct question *question)
{
	if (question->type == QUESTION_AGE)
		return PLAIN_AGE;
	return question->type == QUESTION_COUNTRY ? 0 : plain_option(question);
}

/* The value of the set that is nearest to the plain one, or the plain one where there is no set. */
static unsigned pick_value(const struct question *question, const struct cover_literal *literal)
{
	size_t plain = plain_value(question), count = classes_value_count(question);
	for (size_t distance = 0; literal && distance < count; distance++) {
		if (plain >= distance &&
			class_set_has(&literal->values, (unsigned)(plain - distance)))
			return (unsigned)(plain - distance);
		if (plain + distance < count &&
			class_set_has(&literal->values, (unsigned)(plain + distance)))
			return (unsigned)(plain + distance);
	}
	return (unsigned)plain;
}

static struct answer pick(const struct question *question, const struct cover_literal *literal)
{
	if (question->type == QUESTION_CHOICES)
		return (struct answer){
			.status = ANSWER_GIVEN, .options = literal ? literal->values.words[0] : 0};
	unsigned value = pick_value(question, literal);
	if (question->type == QUESTION_COUNTRY)
		return answer_of_country(value);
	if (question->type == QUESTION_AGE)
		return answer_of_years(value, value);
	return answer_of_option(value);
}

void cover_pick(const struct cover_term *term, const struct pack *pack, struct answer answers[])
{
	const struct cover_literal *literal = term->literals;
	const struct cover_literal *end = literal + term->count;
	for (size_t i = 0; i < pack->question_count; i++) {
		bool limited = literal < end && literal->question == i;
		answers[i] = pick(&pack->questions[i], limited ? literal : NULL);
		literal += limited;
	}
}
