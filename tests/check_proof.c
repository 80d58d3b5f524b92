/* Holds what is proved about a pack against brute force, on random packs. */
#include "brute_force_private.h"
#include "random_pack.h"

#include "screener/proof.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 4, PACKS_PER_ROUND = 400, GROUP_COUNT = 3, GROUP_SIZE = 2, COUNTRIES_USED = 5 };

/* One pack, seen by both. */
struct pair {
	struct pack *pack;
	struct logic *logic;
	struct proof *proof;
	struct outcomes *outcomes;
	struct brute_force *brute;
	struct random random;
	unsigned seed;
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
};

/* How often each was so: a test in which something never happens shows nothing of it. */
static size_t reached[2], dead_ends[2], equal[2], questions_matter[2];
static size_t facts_matter[PROOF_TRIAL_COUNT][2], groups_matter[PROOF_TRIAL_COUNT][2];

static unsigned char outcome_of(const struct pair *pair, size_t assignment, size_t root)
{
	return pair->brute->outcomes[assignment * pair->brute->root_count + root];
}

static bool some_has(const struct pair *pair, size_t root, enum outcome outcome)
{
	for (size_t i = 0; i < pair->brute->assignment_count; i++)
		if (outcome_of(pair, i, root) == outcome)
			return true;
	return false;
}

/* Looks at a made-up client, who must have a whole answer to everything. */
static void find_client(struct pair *pair)
{
	for (size_t i = 0; i < pair->pack->question_count; i++) {
		ck_assert_uint_eq(pair->answers[i].status, ANSWER_GIVEN);
		if (pair->pack->questions[i].type == QUESTION_AGE)
			ck_assert_uint_eq(pair->answers[i].years.from, pair->answers[i].years.to);
	}
	outcomes_find(pair->outcomes, pair->answers);
}

static void compare_path(struct pair *pair, size_t path, enum outcome outcome)
{
	bool expected = some_has(pair, path, outcome);
	ck_assert_msg(proof_path_reaches(pair->proof, path, outcome) == (enum proof_truth)expected,
		"pack %u, path %zu", pair->seed, path);
	ck_assert_int_eq(proof_path_client(pair->proof, path, outcome, pair->answers), expected);
	reached[expected]++;
	if (!expected)
		return;
	find_client(pair);
	ck_assert_uint_eq(outcomes_path(pair->outcomes, path), outcome);
}

static void compare_notice(struct pair *pair, size_t notice, bool shown)
{
	enum outcome outcome = shown ? OUTCOME_APPLIES : OUTCOME_NO;
	bool expected = some_has(pair, pair->pack->path_count + notice, outcome);
	ck_assert_msg(
		proof_notice_reaches(pair->proof, notice, shown) == (enum proof_truth)expected,
		"pack %u, notice %zu", pair->seed, notice);
	ck_assert_int_eq(proof_notice_client(pair->proof, notice, shown, pair->answers), expected);
	if (!expected)
		return;
	find_client(pair);
	ck_assert_uint_eq(outcomes_notice(pair->outcomes, notice), outcome);
}

static void compare_reach(struct pair *pair)
{
	for (size_t i = 0; i < pair->pack->path_count; i++)
		for (int outcome = OUTCOME_NO; outcome <= OUTCOME_APPLIES; outcome++)
			compare_path(pair, i, (enum outcome)outcome);
	for (size_t i = 0; i < pair->pack->notice_count; i++) {
		compare_notice(pair, i, true);
		compare_notice(pair, i, false);
	}
}

static bool is_dead_end(const struct pair *pair, size_t assignment)
{
	for (size_t i = 0; i < pair->brute->root_count; i++)
		if (outcome_of(pair, assignment, i) != OUTCOME_NO)
			return false;
	return true;
}

static void compare_dead_end(struct pair *pair)
{
	bool expected = false;
	for (size_t i = 0; i < pair->brute->assignment_count; i++)
		expected = expected || is_dead_end(pair, i);
	enum proof_truth found = proof_dead_end(pair->proof, pair->answers);
	ck_assert_msg(found == (enum proof_truth)expected, "pack %u: dead end", pair->seed);
	dead_ends[expected]++;
	if (!expected)
		return;
	find_client(pair);
	for (size_t i = 0; i < pair->pack->path_count; i++)
		ck_assert_uint_eq(outcomes_path(pair->outcomes, i), OUTCOME_NO);
	for (size_t i = 0; i < pair->pack->notice_count; i++)
		ck_assert_uint_eq(outcomes_notice(pair->outcomes, i), OUTCOME_NO);
}

static void compare_two(const struct pair *pair, size_t a, size_t b)
{
	bool expected = true;
	for (size_t i = 0; i < pair->brute->assignment_count; i++)
		if (outcome_of(pair, i, a) != outcome_of(pair, i, b))
			expected = false;
	ck_assert_msg(proof_paths_equal(pair->proof, a, b) == (enum proof_truth)expected,
		"pack %u: paths %zu and %zu", pair->seed, a, b);
	equal[expected]++;
}

static void compare_questions(struct pair *pair)
{
	struct answer nothing[RANDOM_PACK_QUESTION_LIMIT] = {{0}};
	brute_force_find(pair->brute, nothing);
	for (size_t i = 0; i < pair->pack->question_count; i++) {
		bool expected = brute_force_matters(pair->brute, i);
		ck_assert_msg(proof_question_matters(pair->proof, i) == (enum proof_truth)expected,
			"pack %u: question %zu", pair->seed, i);
		ck_assert(!expected || proof_question_is_used(pair->pack, i));
		questions_matter[expected]++;
	}
}

/* A fact or a group, tried as something else. */
struct tried {
	bool group;
	size_t index;
	enum proof_trial as;
};

static bool country_holds(const struct pair *pair, const struct condition *condition,
	const struct answer *answer, const struct tried *tried)
{
	bool holds = false, touched = false;
	for (size_t i = 0; i < condition->countries.group_count; i++) {
		size_t group = condition->countries.groups[i];
		if (tried->group && group == tried->index)
			touched = true;
		else if (country_set_has(&pair->pack->groups[group].countries, answer->country))
			holds = true;
	}
	return holds || (touched && tried->as == PROOF_ALWAYS);
}

static const struct answer *value_of(const struct pair *pair, size_t assignment, size_t question)
{
	const struct brute_values *values = &pair->brute->values[question];
	return &values->items[assignment / values->stride % values->count];
}

/* The condition by its definition, with what is tried in its place. */
static bool holds(const struct pair *pair, const struct condition *condition, size_t assignment,
	const struct tried *tried)
{
	size_t true_parts = 0, count = condition->parts.count;
	switch (condition->type) {
	case CONDITION_ALL:
	case CONDITION_ANY:
	case CONDITION_NOT:
		for (size_t i = 0; i < count; i++)
			true_parts += holds(pair, &condition->parts.items[i], assignment, tried);
		if (condition->type == CONDITION_NOT)
			return true_parts == 0;
		return condition->type == CONDITION_ALL ? true_parts == count : true_parts > 0;
	case CONDITION_FACT:
		if (!tried->group && condition->fact == tried->index)
			return tried->as == PROOF_ALWAYS;
		return holds(pair, &pair->pack->facts[condition->fact].when, assignment, tried);
	case CONDITION_COUNTRIES:
		return country_holds(pair, condition,
			value_of(pair, assignment, condition->countries.question), tried);
	case CONDITION_YEARS:
		return brute_force_holds(
			condition, value_of(pair, assignment, condition->years.question));
	case CONDITION_OPTIONS:
		return brute_force_holds(
			condition, value_of(pair, assignment, condition->options.question));
	default:
		return true;
	}
}

static enum outcome outcome_if(
	const struct pair *pair, size_t root, size_t assignment, const struct tried *tried)
{
	const struct pack *pack = pair->pack;
	if (root >= pack->path_count)
		return holds(pair, &pack->notices[root - pack->path_count].when, assignment, tried)
			       ? OUTCOME_APPLIES
			       : OUTCOME_NO;
	const struct path *path = &pack->paths[root];
	if (holds(pair, &path->applies, assignment, tried))
		return OUTCOME_APPLIES;
	if (path->possible && holds(pair, path->possible, assignment, tried))
		return OUTCOME_POSSIBLE;
	return OUTCOME_NO;
}

static bool differs(const struct pair *pair, const struct tried *tried)
{
	for (size_t i = 0; i < pair->brute->assignment_count; i++)
		for (size_t root = 0; root < pair->brute->root_count; root++)
			if (outcome_if(pair, root, i, tried) != outcome_of(pair, i, root))
				return true;
	return false;
}

static void compare_trials(struct pair *pair, enum proof_trial as)
{
	for (size_t i = 0; i < pair->pack->fact_count; i++) {
		bool expected = differs(pair, &(struct tried){false, i, as});
		ck_assert_msg(proof_fact_matters(pair->proof, i, as) == (enum proof_truth)expected,
			"pack %u: fact %zu, tried as %d", pair->seed, i, as);
		ck_assert(!expected || proof_fact_is_used(pair->pack, i));
		facts_matter[as][expected]++;
	}
	for (size_t i = 0; i < pair->pack->group_count; i++) {
		bool expected = differs(pair, &(struct tried){true, i, as});
		ck_assert_msg(proof_group_matters(pair->proof, i, as) == (enum proof_truth)expected,
			"pack %u: group %zu, tried as %d", pair->seed, i, as);
		ck_assert(!expected || proof_group_is_used(pair->pack, i));
		groups_matter[as][expected]++;
	}
}

/* Two answers to a question, while conditions are looked for that tell them apart. */
struct two {
	const struct pack *pack;
	size_t question;
	const struct answer *a;
	const struct answer *b;
	bool differ;
};

static size_t question_of(const struct condition *condition)
{
	if (condition->type == CONDITION_COUNTRIES)
		return condition->countries.question;
	if (condition->type == CONDITION_YEARS)
		return condition->years.question;
	return condition->type == CONDITION_OPTIONS ? condition->options.question
						    : PACK_NO_QUESTION;
}

static void tell_apart(const struct condition *condition, void *context)
{
	struct two *two = context;
	if (question_of(condition) != two->question)
		return;
	if (two->pack->questions[two->question].type != QUESTION_CHOICES)
		two->differ |= brute_force_holds(condition, two->a) !=
			       brute_force_holds(condition, two->b);
	else if ((two->a->options ^ two->b->options) & condition->options.set)
		two->differ = true;
}

static bool are_told_apart(
	const struct pack *pack, size_t question, const struct answer *a, const struct answer *b)
{
	struct two two = {pack, question, a, b, false};
	brute_force_visit(pack, tell_apart, &two);
	return two.differ;
}

/* Whether an answer is the first of those that no condition tells apart from it. */
static bool is_first(const struct pair *pair, size_t question, const struct answer *answer)
{
	const struct brute_values *values = &pair->brute->values[question];
	for (const struct answer *other = values->items; other < answer; other++)
		if (!are_told_apart(pair->pack, question, other, answer))
			return false;
	return true;
}

static bool is_distinct(const struct pair *pair, size_t assignment)
{
	for (size_t i = 0; i < pair->pack->question_count; i++)
		if (!is_first(pair, i, value_of(pair, assignment, i)))
			return false;
	return true;
}

/* How many questions the client is asked who answers each. */
static size_t ask(struct pair *pair, size_t assignment)
{
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT] = {{0}};
	for (size_t asked = 0;; asked++) {
		outcomes_find(pair->outcomes, answers);
		size_t next = outcomes_next(pair->outcomes);
		if (next == PACK_NO_QUESTION)
			return asked;
		answers[next] = *value_of(pair, assignment, next);
	}
}

static void compare_numbers(struct pair *pair)
{
	size_t clients = 0, sum = 0, least = SIZE_MAX, most = 0;
	struct proof_numbers numbers;
	for (size_t i = 0; i < pair->brute->assignment_count; i++) {
		if (!is_distinct(pair, i))
			continue;
		size_t asked = ask(pair, i);
		clients++;
		sum += asked;
		least = asked < least ? asked : least;
		most = asked > most ? asked : most;
	}
	proof_count(pair->proof, &numbers);
	ck_assert_msg(numbers.clients == clients, "pack %u: %zu clients", pair->seed, clients);
	ck_assert_msg(numbers.asked_least == least, "pack %u: least", pair->seed);
	ck_assert_msg(numbers.asked_most == most, "pack %u: most", pair->seed);
	ck_assert_msg(fabs(numbers.asked_average - (double)sum / (double)clients) < 1e-9,
		"pack %u: average", pair->seed);
	ck_assert(numbers.asked_known);
}

/* An option of choices is looked at as an answer of its own. */
static void tell_options_apart(const struct condition *condition, void *context)
{
	struct two *two = context;
	if (question_of(condition) == two->question &&
		brute_force_holds(condition, two->a) != brute_force_holds(condition, two->b))
		two->differ = true;
}

static void compare_options(const struct pair *pair, size_t question)
{
	const struct question *asked = &pair->pack->questions[question];
	for (size_t i = 0; i < asked->option_count; i++) {
		uint64_t expected = 0;
		struct answer one = answer_of_option(i);
		for (size_t j = 0; j < asked->option_count; j++) {
			struct answer other = answer_of_option(j);
			struct two two = {pair->pack, question, &one, &other, false};
			brute_force_visit(pair->pack, tell_options_apart, &two);
			expected |= (uint64_t)!two.differ << j;
		}
		ck_assert_uint_eq(proof_options_alike(pair->pack, question, i), expected);
	}
}

/* Gives the pack's conditions groups of countries, of which a random pack has none. */
static void put_groups(const struct condition *condition, void *context)
{
	struct pair *pair = context;
	if (condition->type != CONDITION_COUNTRIES)
		return;
	struct condition *changed = (struct condition *)(uintptr_t)condition;
	size_t count = random_below(&pair->random, GROUP_COUNT + 1);
	size_t *groups = arena_new(&pair->pack->arena, count, sizeof *groups);
	changed->countries.set = (struct country_set){{0}};
	for (size_t i = 0; i < count; i++) {
		groups[i] = random_below(&pair->random, GROUP_COUNT);
		country_set_join(&changed->countries.set, &pair->pack->groups[groups[i]].countries);
	}
	changed->countries.groups = groups;
	changed->countries.group_count = count;
}

static void make_groups(struct pair *pair)
{
	struct pack *pack = pair->pack;
	pack->group_count = GROUP_COUNT;
	pack->groups = arena_new(&pack->arena, GROUP_COUNT, sizeof *pack->groups);
	for (size_t i = 0; i < GROUP_COUNT; i++)
		for (size_t j = 0; j < GROUP_SIZE; j++)
			country_set_add(&pack->groups[i].countries,
				random_below(&pair->random, COUNTRIES_USED));
	brute_force_visit(pack, put_groups, pair);
}

static void compare_pack(unsigned seed)
{
	struct pair pair = {.random = {seed}, .seed = seed};
	pair.pack = random_pack_new(&pair.random);
	make_groups(&pair);
	pair.logic = logic_new(pair.pack);
	ck_assert_ptr_nonnull(pair.logic);
	pair.proof = proof_new(pair.logic);
	pair.outcomes = outcomes_new(pair.logic);
	pair.brute = brute_force_new(pair.pack);
	compare_reach(&pair);
	compare_dead_end(&pair);
	for (size_t i = 0; i < pair.pack->path_count; i++)
		for (size_t j = 0; j < i; j++)
			compare_two(&pair, i, j);
	compare_questions(&pair);
	compare_trials(&pair, PROOF_NEVER);
	compare_trials(&pair, PROOF_ALWAYS);
	compare_numbers(&pair);
	for (size_t i = 0; i < pair.pack->question_count; i++)
		compare_options(&pair, i);
	brute_force_free(pair.brute);
	outcomes_free(pair.outcomes);
	proof_free(pair.proof);
	logic_free(pair.logic);
	pack_free(pair.pack);
}

START_TEST(test_proof_random_packs)
{
	for (unsigned i = 0; i < PACKS_PER_ROUND; i++)
		compare_pack((unsigned)_i * PACKS_PER_ROUND + i);
	for (size_t i = 0; i < 2; i++) {
		ck_assert_uint_gt(reached[i], 0);
		ck_assert_uint_gt(dead_ends[i], 0);
		ck_assert_uint_gt(equal[i], 0);
		ck_assert_uint_gt(questions_matter[i], 0);
		for (size_t as = 0; as < PROOF_TRIAL_COUNT; as++) {
			ck_assert_uint_gt(facts_matter[as][i], 0);
			ck_assert_uint_gt(groups_matter[as][i], 0);
		}
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("proof, against brute force");
	TCase *cases = tcase_create("random packs");
	tcase_add_loop_test(cases, test_proof_random_packs, 0, ROUNDS);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
