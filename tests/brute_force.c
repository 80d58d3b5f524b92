#include "brute_force.h"

#include "brute_force_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

static void visit_condition(const struct condition *condition,
	void (*visit)(const struct condition *condition, void *context), void *context)
{
	visit(condition, context);
	if (condition->type != CONDITION_ALL && condition->type != CONDITION_ANY &&
		condition->type != CONDITION_NOT)
		return;
	for (size_t i = 0; i < condition->parts.count; i++)
		visit_condition(&condition->parts.items[i], visit, context);
}

void brute_force_visit(const struct pack *pack,
	void (*visit)(const struct condition *condition, void *context), void *context)
{
	for (size_t i = 0; i < pack->fact_count; i++)
		visit_condition(&pack->facts[i].when, visit, context);
	for (size_t i = 0; i < pack->path_count; i++) {
		visit_condition(&pack->paths[i].applies, visit, context);
		if (pack->paths[i].possible)
			visit_condition(pack->paths[i].possible, visit, context);
	}
	for (size_t i = 0; i < pack->notice_count; i++)
		visit_condition(&pack->notices[i].when, visit, context);
}

/* Which countries or years are values of a question. */
struct choice {
	size_t question;
	bool chosen[BRUTE_FORCE_VALUE_LIMIT];
};

static void choose_countries(const struct condition *condition, void *context)
{
	struct choice *choice = context;
	if (condition->type != CONDITION_COUNTRIES ||
		condition->countries.question != choice->question)
		return;
	for (unsigned i = 0; i < COUNTRY_COUNT; i++)
		if (country_set_has(&condition->countries.set, i))
			choice->chosen[i] = true;
}

static void choose_years(const struct condition *condition, void *context)
{
	struct choice *choice = context;
	if (condition->type != CONDITION_YEARS || condition->years.question != choice->question)
		return;
	unsigned from = condition->years.from, to = condition->years.to;
	choice->chosen[from ? from - 1 : 0] = choice->chosen[from] = true;
	choice->chosen[to] = choice->chosen[to + 1] = true;
}

static size_t find_countries(
	const struct pack *pack, size_t question, struct answer values[BRUTE_FORCE_VALUE_LIMIT])
{
	struct choice choice = {.question = question};
	size_t count = 0, others = 0;
	brute_force_visit(pack, choose_countries, &choice);
	for (unsigned i = 0; i < COUNTRY_COUNT; i++)
		if (choice.chosen[i] || others++ < 2)
			values[count++] = answer_of_country(i);
	return count;
}

static size_t find_years(
	const struct pack *pack, size_t question, struct answer values[BRUTE_FORCE_VALUE_LIMIT])
{
	struct choice choice = {.question = question};
	size_t count = 0;
	choice.chosen[0] = choice.chosen[PACK_AGE_LIMIT] = true;
	brute_force_visit(pack, choose_years, &choice);
	for (unsigned i = 0; i <= PACK_AGE_LIMIT; i++)
		if (choice.chosen[i])
			values[count++] = answer_of_years(i, i);
	return count;
}

size_t brute_force_values(
	const struct pack *pack, size_t question, struct answer values[BRUTE_FORCE_VALUE_LIMIT])
{
	const struct question *asked = &pack->questions[question];
	if (asked->type == QUESTION_COUNTRY)
		return find_countries(pack, question, values);
	if (asked->type == QUESTION_AGE)
		return find_years(pack, question, values);
	if (asked->type != QUESTION_CHOICES) {
		for (size_t i = 0; i < asked->option_count; i++)
			values[i] = answer_of_option(i);
		return asked->option_count;
	}
	size_t count = (size_t)1 << asked->option_count;
	for (size_t i = 0; i < count; i++)
		values[i] = (struct answer){.status = ANSWER_GIVEN, .options = i};
	return count;
}

bool brute_force_holds(const struct condition *condition, const struct answer *answer)
{
	if (condition->type == CONDITION_COUNTRIES)
		return country_set_has(&condition->countries.set, answer->country);
	if (condition->type == CONDITION_YEARS)
		return answer->years.from >= condition->years.from &&
		       answer->years.from <= condition->years.to;
	return (answer->options & condition->options.set) != 0;
}

static const struct answer *value_in(
	const struct brute_force *brute, size_t assignment, size_t question)
{
	const struct brute_values *values = &brute->values[question];
	return &values->items[assignment / values->stride % values->count];
}

/* The condition by its definition, on one complete set of answers. */
static bool evaluate(
	const struct brute_force *brute, const struct condition *condition, size_t assignment)
{
	bool all = true, any = false;
	switch (condition->type) {
	case CONDITION_ALL:
	case CONDITION_ANY:
	case CONDITION_NOT:
		for (size_t i = 0; i < condition->parts.count; i++) {
			bool part = evaluate(brute, &condition->parts.items[i], assignment);
			all = all && part;
			any = any || part;
		}
		if (condition->type == CONDITION_NOT)
			return !any;
		return condition->type == CONDITION_ALL ? all : any;
	case CONDITION_FACT:
		return evaluate(brute, &brute->pack->facts[condition->fact].when, assignment);
	case CONDITION_COUNTRIES:
		return brute_force_holds(
			condition, value_in(brute, assignment, condition->countries.question));
	case CONDITION_YEARS:
		return brute_force_holds(
			condition, value_in(brute, assignment, condition->years.question));
	case CONDITION_OPTIONS:
		return brute_force_holds(
			condition, value_in(brute, assignment, condition->options.question));
	default:
		return true;
	}
}

static enum outcome evaluate_path(
	const struct brute_force *brute, const struct path *path, size_t assignment)
{
	if (evaluate(brute, &path->applies, assignment))
		return OUTCOME_APPLIES;
	if (path->possible && evaluate(brute, path->possible, assignment))
		return OUTCOME_POSSIBLE;
	return OUTCOME_NO;
}

static void evaluate_assignment(const struct brute_force *brute, size_t assignment)
{
	const struct pack *pack = brute->pack;
	unsigned char *outcomes = brute->outcomes + assignment * brute->root_count;
	for (size_t i = 0; i < pack->path_count; i++)
		*outcomes++ = (unsigned char)evaluate_path(brute, &pack->paths[i], assignment);
	for (size_t i = 0; i < pack->notice_count; i++)
		*outcomes++ = evaluate(brute, &pack->notices[i].when, assignment) ? OUTCOME_APPLIES
										  : OUTCOME_NO;
}

struct brute_force *brute_force_new(const struct pack *pack)
{
	struct brute_force *brute = memory_new(1, sizeof *brute);
	brute->pack = pack;
	brute->answers = memory_new(pack->question_count, sizeof *brute->answers);
	brute->values = memory_new(pack->question_count, sizeof *brute->values);
	brute->assignment_count = 1;
	for (size_t i = 0; i < pack->question_count; i++) {
		struct brute_values *values = &brute->values[i];
		values->count = brute_force_values(pack, i, values->items);
		brute_force_compare(brute, i);
		values->stride = brute->assignment_count;
		brute->assignment_count *= values->count;
	}
	brute->root_count = pack->path_count + pack->notice_count;
	brute->outcomes = memory_new(brute->assignment_count, brute->root_count);
	brute->agreeing = memory_new(brute->assignment_count, sizeof *brute->agreeing);
	for (size_t i = 0; i < brute->assignment_count; i++)
		evaluate_assignment(brute, i);
	return brute;
}

void brute_force_free(struct brute_force *brute)
{
	free(brute->answers);
	free(brute->values);
	free(brute->outcomes);
	free(brute->agreeing);
	free(brute);
}

static bool agrees(
	const struct question *question, const struct answer *answer, const struct answer *value)
{
	if (answer->status != ANSWER_GIVEN)
		return true;
	if (question->type == QUESTION_COUNTRY)
		return value->country == answer->country;
	if (question->type == QUESTION_AGE)
		return value->years.from >= answer->years.from &&
		       value->years.from <= answer->years.to;
	return value->options == answer->options;
}

void brute_force_restrict(struct brute_force *brute, size_t question, const struct answer *answer)
{
	struct brute_values *values = &brute->values[question];
	for (size_t i = 0; i < values->count; i++)
		values->allowed[i] =
			agrees(&brute->pack->questions[question], answer, &values->items[i]);
}

void brute_force_release(struct brute_force *brute, size_t question)
{
	for (size_t i = 0; i < brute->values[question].count; i++)
		brute->values[question].allowed[i] = true;
}

/* Goes on from assignments that agree on the questions before: each is one for every value. */
static void gather_from(struct brute_force *brute, size_t question, size_t assignment)
{
	if (question == brute->pack->question_count) {
		brute->agreeing[brute->agreeing_count++] = assignment;
		return;
	}
	const struct brute_values *values = &brute->values[question];
	for (size_t i = 0; i < values->count; i++)
		if (values->allowed[i])
			gather_from(brute, question + 1, assignment + i * values->stride);
}

void brute_force_gather(struct brute_force *brute)
{
	brute->agreeing_count = 0;
	gather_from(brute, 0, 0);
}

void brute_force_find(struct brute_force *brute, const struct answer answers[])
{
	for (size_t i = 0; i < brute->pack->question_count; i++) {
		brute->answers[i] = answers[i];
		brute_force_restrict(brute, i, &answers[i]);
	}
	brute_force_gather(brute);
}

static enum outcome outcome_of(const struct brute_force *brute, size_t assignment, size_t root)
{
	return (enum outcome)brute->outcomes[assignment * brute->root_count + root];
}

enum outcome brute_force_least(const struct brute_force *brute, size_t root)
{
	enum outcome least = OUTCOME_APPLIES;
	for (size_t i = 0; i < brute->agreeing_count; i++) {
		enum outcome outcome = outcome_of(brute, brute->agreeing[i], root);
		least = outcome < least ? outcome : least;
	}
	return least;
}

enum outcome brute_force_outcome(const struct brute_force *brute, size_t root)
{
	enum outcome first = outcome_of(brute, brute->agreeing[0], root);
	for (size_t i = 1; i < brute->agreeing_count; i++)
		if (outcome_of(brute, brute->agreeing[i], root) != first)
			return OUTCOME_OPEN;
	return first;
}

enum outcome brute_force_path(const struct brute_force *brute, size_t path)
{
	return brute_force_outcome(brute, path);
}

enum outcome brute_force_notice(const struct brute_force *brute, size_t notice)
{
	return brute_force_outcome(brute, brute->pack->path_count + notice);
}

bool brute_force_matters_to(
	const struct brute_force *brute, size_t question, size_t first, size_t count)
{
	const struct brute_values *values = &brute->values[question];
	for (size_t i = 0; i < brute->agreeing_count; i++) {
		size_t one = brute->agreeing[i];
		size_t without = one - one / values->stride % values->count * values->stride;
		for (size_t j = 0; j < values->count; j++) {
			size_t other = without + j * values->stride;
			if (values->allowed[j] &&
				memcmp(brute->outcomes + one * brute->root_count + first,
					brute->outcomes + other * brute->root_count + first,
					count) != 0)
				return true;
		}
	}
	return false;
}
