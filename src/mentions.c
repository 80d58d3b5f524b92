#include "mentions.h"

#include "screener/memory.h"

#include <stdlib.h>

static void visit_root(const struct pack *pack, size_t root,
	void (*visitor)(const struct condition *condition, void *context), void *context)
{
	if (root >= pack->path_count) {
		condition_visit(&pack->notices[root - pack->path_count].when, visitor, context);
		return;
	}
	condition_visit(&pack->paths[root].applies, visitor, context);
	if (pack->paths[root].possible)
		condition_visit(pack->paths[root].possible, visitor, context);
}

/* The set of an item that is being gathered. */
struct gathering {
	const struct mentions *mentions;
	uint64_t *set;
};

static void add_question(const struct gathering *gathering, size_t question)
{
	gathering->set[question / 64] |= UINT64_C(1) << question % 64;
}

static void gather(const struct condition *condition, void *context)
{
	const struct gathering *gathering = context;
	const struct mentions *mentions = gathering->mentions;
	if (condition->type == CONDITION_COUNTRIES)
		add_question(gathering, condition->countries.question);
	else if (condition->type == CONDITION_YEARS)
		add_question(gathering, condition->years.question);
	else if (condition->type == CONDITION_OPTIONS)
		add_question(gathering, condition->options.question);
	else if (condition->type == CONDITION_FACT)
		for (size_t i = 0; i < mentions->words; i++)
			gathering->set[i] |= mentions->sets[condition->fact * mentions->words + i];
}

void mentions_init(struct mentions *mentions, const struct pack *pack)
{
	size_t roots = pack->path_count + pack->notice_count;
	mentions->words = (pack->question_count + 63) / 64;
	mentions->sets =
		memory_new((pack->fact_count + roots) * mentions->words, sizeof *mentions->sets);
	struct gathering gathering = {mentions, mentions->sets};
	for (size_t i = 0; i < pack->fact_count; i++, gathering.set += mentions->words)
		condition_visit(&pack->facts[i].when, gather, &gathering);
	for (size_t i = 0; i < roots; i++, gathering.set += mentions->words)
		visit_root(pack, i, gather, &gathering);
}

void mentions_destroy(struct mentions *mentions)
{
	free(mentions->sets);
}

bool mentions_has(const struct mentions *mentions, size_t item, size_t question)
{
	return mentions->sets[item * mentions->words + question / 64] >> question % 64 & 1;
}

static void mark_fact(const struct condition *condition, void *context)
{
	bool *facts = context;
	if (condition->type == CONDITION_FACT)
		facts[condition->fact] = true;
}

void mentions_mark_facts(const struct pack *pack, size_t root, bool facts[])
{
	visit_root(pack, root, mark_fact, facts);
}

/* A fact builds only on those before it. */
void mentions_mark_below(const struct pack *pack, bool facts[])
{
	for (size_t i = pack->fact_count; i-- > 0;)
		if (facts[i])
			condition_visit(&pack->facts[i].when, mark_fact, facts);
}
