#include "kleene.h"

#include "screener/memory.h"

#include <stdint.h>
#include <stdlib.h>

void kleene_init(struct kleene *kleene, const struct pack *pack)
{
	*kleene = (struct kleene){.pack = pack};
	kleene->facts = memory_new(pack->fact_count, sizeof *kleene->facts);
}

void kleene_destroy(struct kleene *kleene)
{
	free(kleene->facts);
}

void kleene_find(struct kleene *kleene, const struct answer answers[], const bool needed[])
{
	kleene->answers = answers;
	for (size_t i = 0; i < kleene->pack->fact_count; i++)
		if (!needed || needed[i])
			kleene->facts[i] = kleene_condition(kleene, &kleene->pack->facts[i].when);
}

static enum truth tell_all(const struct kleene *kleene, const struct condition *condition)
{
	enum truth all = TRUTH_TRUE;
	for (size_t i = 0; i < condition->parts.count; i++) {
		enum truth part = kleene_condition(kleene, &condition->parts.items[i]);
		if (part == TRUTH_FALSE)
			return TRUTH_FALSE;
		if (part == TRUTH_UNKNOWN)
			all = TRUTH_UNKNOWN;
	}
	return all;
}

static enum truth tell_any(const struct kleene *kleene, const struct condition *condition)
{
	enum truth any = TRUTH_FALSE;
	for (size_t i = 0; i < condition->parts.count; i++) {
		enum truth part = kleene_condition(kleene, &condition->parts.items[i]);
		if (part == TRUTH_TRUE)
			return TRUTH_TRUE;
		if (part == TRUTH_UNKNOWN)
			any = TRUTH_UNKNOWN;
	}
	return any;
}

static enum truth tell_not(const struct kleene *kleene, const struct condition *condition)
{
	static const enum truth opposites[] = {TRUTH_TRUE, TRUTH_FALSE, TRUTH_UNKNOWN};
	return opposites[kleene_condition(kleene, &condition->parts.items[0])];
}

static enum truth tell_fact(const struct kleene *kleene, const struct condition *condition)
{
	return kleene->facts[condition->fact];
}

static enum truth tell_always(const struct kleene *kleene, const struct condition *condition)
{
	(void)kleene, (void)condition;
	return TRUTH_TRUE;
}

/* Of the values that an answer may still have, some or none are in the set, and some or none are
 * not. Without any value the condition on it never holds. */
static enum truth truth_of(bool in, bool out)
{
	if (in)
		return out ? TRUTH_UNKNOWN : TRUTH_TRUE;
	return TRUTH_FALSE;
}

static enum truth tell_countries(const struct kleene *kleene, const struct condition *condition)
{
	const struct answer *answer = &kleene->answers[condition->countries.question];
	size_t from = 0, to = COUNTRY_COUNT;
	bool in = false, out = false;
	if (answer->status == ANSWER_GIVEN && answer->country < COUNTRY_COUNT)
		from = answer->country, to = from + 1;
	for (size_t i = from; i < to && !(in && out); i++) {
		bool has = country_set_has(&condition->countries.set, (unsigned)i);
		in = in || has;
		out = out || !has;
	}
	return truth_of(in, out);
}

static enum truth tell_years(const struct kleene *kleene, const struct condition *condition)
{
	const struct answer *answer = &kleene->answers[condition->years.question];
	unsigned from = 0, to = PACK_AGE_LIMIT;
	if (answer->status == ANSWER_GIVEN && answer->years.from <= answer->years.to &&
		answer->years.from <= PACK_AGE_LIMIT) {
		from = answer->years.from;
		to = answer->years.to < to ? answer->years.to : to;
	}
	return truth_of(from <= condition->years.to && to >= condition->years.from &&
				condition->years.from <= condition->years.to,
		from < condition->years.from || to > condition->years.to);
}

/* Each of the options may be in the answer or not. */
static enum truth tell_choices(const struct answer *answer, uint64_t set)
{
	if (answer->status != ANSWER_GIVEN)
		return set ? TRUTH_UNKNOWN : TRUTH_FALSE;
	return answer->options & set ? TRUTH_TRUE : TRUTH_FALSE;
}

static enum truth tell_options(const struct kleene *kleene, const struct condition *condition)
{
	const struct question *question = &kleene->pack->questions[condition->options.question];
	const struct answer *answer = &kleene->answers[condition->options.question];
	uint64_t set = condition->options.set, allowed = 0;
	if (question->type == QUESTION_CHOICES)
		return tell_choices(answer, set);
	for (size_t i = 0; i < question->option_count; i++)
		allowed |= UINT64_C(1) << i;
	/* What is no option at all says nothing. */
	uint64_t first = answer->options & -answer->options;
	if (answer->status == ANSWER_GIVEN && first & allowed)
		allowed = first;
	return truth_of((allowed & set) != 0, (allowed & ~set) != 0);
}

enum truth kleene_condition(const struct kleene *kleene, const struct condition *condition)
{
	static enum truth (*const tellers[CONDITION_TYPE_COUNT])(
		const struct kleene *, const struct condition *) = {
		[CONDITION_ALL] = tell_all,
		[CONDITION_ANY] = tell_any,
		[CONDITION_NOT] = tell_not,
		[CONDITION_FACT] = tell_fact,
		[CONDITION_OPTIONS] = tell_options,
		[CONDITION_COUNTRIES] = tell_countries,
		[CONDITION_YEARS] = tell_years,
		[CONDITION_ALWAYS] = tell_always,
	};
	return tellers[condition->type](kleene, condition);
}

enum outcome kleene_root(const struct kleene *kleene, size_t root)
{
	static const enum outcome outcomes[] = {OUTCOME_NO, OUTCOME_POSSIBLE, OUTCOME_OPEN};
	const struct pack *pack = kleene->pack;
	if (root >= pack->path_count) {
		const struct notice *notice = &pack->notices[root - pack->path_count];
		enum truth shown = kleene_condition(kleene, &notice->when);
		return shown == TRUTH_TRUE ? OUTCOME_APPLIES : outcomes[shown];
	}
	const struct path *path = &pack->paths[root];
	enum truth applies = kleene_condition(kleene, &path->applies);
	if (applies == TRUTH_TRUE)
		return OUTCOME_APPLIES;
	if (applies == TRUTH_UNKNOWN)
		return OUTCOME_OPEN;
	return path->possible ? outcomes[kleene_condition(kleene, path->possible)] : OUTCOME_NO;
}

enum outcome kleene_least(const struct kleene *kleene, size_t path)
{
	const struct path *asked = &kleene->pack->paths[path];
	if (kleene_condition(kleene, &asked->applies) == TRUTH_TRUE)
		return OUTCOME_APPLIES;
	if (asked->possible && kleene_condition(kleene, asked->possible) == TRUTH_TRUE)
		return OUTCOME_POSSIBLE;
	return OUTCOME_NO;
}
