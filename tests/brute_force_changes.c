#include "brute_force.h"

#include "brute_force_private.h"

static size_t count_raw(const struct question *question)
{
	return question->type == QUESTION_COUNTRY ? COUNTRY_COUNT : PACK_AGE_LIMIT + 1;
}

static struct answer make_raw(const struct question *question, size_t raw)
{
	return question->type == QUESTION_COUNTRY ? answer_of_country((unsigned)raw)
						  : answer_of_years((unsigned)raw, (unsigned)raw);
}

/* Whether no condition tells two complete answers to a question apart. */
struct comparison {
	size_t question;
	struct answer a;
	struct answer b;
	bool same;
};

static bool is_on(const struct condition *condition, size_t question)
{
	if (condition->type == CONDITION_COUNTRIES)
		return condition->countries.question == question;
	if (condition->type == CONDITION_YEARS)
		return condition->years.question == question;
	return false;
}

static void compare(const struct condition *condition, void *context)
{
	struct comparison *comparison = context;
	if (is_on(condition, comparison->question) &&
		brute_force_holds(condition, &comparison->a) !=
			brute_force_holds(condition, &comparison->b))
		comparison->same = false;
}

static size_t find_first_same(const struct brute_force *brute, size_t question, size_t raw)
{
	const struct question *asked = &brute->pack->questions[question];
	const unsigned char *known = brute->values[question].first_same;
	for (size_t i = 0; i < raw; i++) {
		if (known[i] != i)
			continue;
		struct comparison comparison = {
			question, make_raw(asked, i), make_raw(asked, raw), true};
		brute_force_visit(brute->pack, compare, &comparison);
		if (comparison.same)
			return i;
	}
	return raw;
}

void brute_force_compare(struct brute_force *brute, size_t question)
{
	const struct question *asked = &brute->pack->questions[question];
	if (asked->type != QUESTION_COUNTRY && asked->type != QUESTION_AGE)
		return;
	for (size_t i = 0; i < count_raw(asked); i++)
		brute->values[question].first_same[i] =
			(unsigned char)find_first_same(brute, question, i);
}

/* What the path is at least with another complete answer to the question. */
static enum outcome find_least(
	struct brute_force *brute, size_t path, size_t question, const struct answer *answer)
{
	brute_force_restrict(brute, question, answer);
	brute_force_gather(brute);
	enum outcome least = brute_force_least(brute, path);
	brute_force_restrict(brute, question, &brute->answers[question]);
	brute_force_gather(brute);
	return least;
}

struct search {
	struct brute_force *brute;
	size_t path;
	size_t question;
	enum outcome now;
	struct change *changes;
	size_t count;
};

static void offer(struct search *search, const struct answer *answer, const struct answer *value)
{
	enum outcome least = find_least(search->brute, search->path, search->question, value);
	if (least > search->now)
		search->changes[search->count++] =
			(struct change){search->question, *answer, least};
}

/* For each class the first country, or the first range of years, by way of any value in it. */
static void search_raw(struct search *search)
{
	const struct question *question = &search->brute->pack->questions[search->question];
	const struct brute_values *values = &search->brute->values[search->question];
	const unsigned char *first_same = values->first_same;
	for (size_t i = 0; i < count_raw(question); i++) {
		struct answer answer = make_raw(question, i);
		if (first_same[i] != i)
			continue;
		if (question->type == QUESTION_AGE)
			while (answer.years.to < PACK_AGE_LIMIT &&
				first_same[answer.years.to + 1] == i)
				answer.years.to++;
		size_t value = 0;
		while (first_same[question->type == QUESTION_AGE ? values->items[value].years.from
								 : values->items[value].country] !=
			i)
			value++;
		offer(search, &answer, &values->items[value]);
	}
}

static void search_options(struct search *search)
{
	const struct brute_values *values = &search->brute->values[search->question];
	for (size_t i = 0; i < values->count; i++)
		offer(search, &values->items[i], &values->items[i]);
}

static int count_flips(const struct search *search, const struct change *change)
{
	uint64_t given = search->brute->answers[search->question].options;
	return __builtin_popcountll(change->answer.options ^ given);
}

/* Which of two sets of as many options comes first: the one with the first that they differ in. */
static bool is_before(const struct search *search, const struct change *a, const struct change *b)
{
	uint64_t given = search->brute->answers[search->question].options;
	uint64_t differing = a->answer.options ^ b->answer.options;
	return ((a->answer.options ^ given) & (differing & -differing)) != 0;
}

/* Keeps the nearest of the changes from `start` on, in order. */
static void keep_nearest(struct search *search, size_t start)
{
	struct change *changes = search->changes;
	int least = PACK_OPTION_LIMIT;
	size_t end = search->count;
	for (size_t i = start; i < end; i++)
		if (count_flips(search, &changes[i]) < least)
			least = count_flips(search, &changes[i]);
	search->count = start;
	for (size_t i = start; i < end; i++) {
		struct change change = changes[i];
		if (count_flips(search, &change) != least)
			continue;
		size_t place = search->count++;
		for (; place > start && is_before(search, &change, &changes[place - 1]); place--)
			changes[place] = changes[place - 1];
		changes[place] = change;
	}
}

static void search_question(struct search *search)
{
	enum question_type type = search->brute->pack->questions[search->question].type;
	size_t start = search->count;
	if (type == QUESTION_COUNTRY || type == QUESTION_AGE)
		search_raw(search);
	else
		search_options(search);
	if (type == QUESTION_CHOICES)
		keep_nearest(search, start);
}

size_t brute_force_changes(struct brute_force *brute, size_t path, struct change changes[])
{
	struct search search = {.brute = brute, .path = path, .changes = changes};
	search.now = brute_force_path(brute, path);
	if (search.now == OUTCOME_APPLIES || search.now == OUTCOME_OPEN)
		return 0;
	for (size_t i = 0; i < brute->pack->question_count; i++) {
		search.question = i;
		if (brute->answers[i].status == ANSWER_GIVEN && !brute->pack->questions[i].fixed)
			search_question(&search);
	}
	return search.count;
}
