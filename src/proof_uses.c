#include "proof_private.h"

/* What is looked for: the number of a question, a fact or a group. */
struct search {
	size_t index;
	bool found;
};

static void look_for_question(const struct condition *condition, void *context)
{
	struct search *search = context;
	size_t question = PACK_NO_QUESTION;
	if (condition->type == CONDITION_COUNTRIES)
		question = condition->countries.question;
	else if (condition->type == CONDITION_YEARS)
		question = condition->years.question;
	else if (condition->type == CONDITION_OPTIONS)
		question = condition->options.question;
	if (question == search->index)
		search->found = true;
}

static void look_for_fact(const struct condition *condition, void *context)
{
	struct search *search = context;
	if (condition->type == CONDITION_FACT && condition->fact == search->index)
		search->found = true;
}

static void look_for_group(const struct condition *condition, void *context)
{
	struct search *search = context;
	if (condition->type != CONDITION_COUNTRIES)
		return;
	for (size_t i = 0; i < condition->countries.group_count; i++)
		if (condition->countries.groups[i] == search->index)
			search->found = true;
}

static bool is_used(const struct pack *pack, size_t index,
	void (*look)(const struct condition *condition, void *context))
{
	struct search search = {.index = index};
	pack_visit_conditions(pack, look, &search);
	return search.found;
}

bool proof_question_is_used(const struct pack *pack, size_t question)
{
	return is_used(pack, question, look_for_question);
}

bool proof_fact_is_used(const struct pack *pack, size_t fact)
{
	return is_used(pack, fact, look_for_fact);
}

bool proof_group_is_used(const struct pack *pack, size_t group)
{
	return is_used(pack, group, look_for_group);
}

struct alike {
	size_t question;
	size_t option;
	uint64_t options; /* those that no condition tells apart so far */
};

static void tell_apart(const struct condition *condition, void *context)
{
	struct alike *alike = context;
	if (condition->type != CONDITION_OPTIONS || condition->options.question != alike->question)
		return;
	uint64_t set = condition->options.set;
	alike->options &= set >> alike->option & 1 ? set : ~set;
}

uint64_t proof_options_alike(const struct pack *pack, size_t question, size_t option)
{
	size_t count = pack->questions[question].option_count;
	struct alike alike = {question, option, UINT64_MAX >> (PACK_OPTION_LIMIT - count)};
	pack_visit_conditions(pack, tell_apart, &alike);
	return alike.options;
}
