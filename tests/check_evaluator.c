/* Holds the evaluator against the logic, which is held against brute force. */
#include "random_pack.h"
#include "small_pack.h"
#include "suite.h"

#include "logic_private.h"

#include "screener/evaluator.h"
#include "screener/logic.h"

#include <check.h>
#include <stdlib.h>

enum { PACKS = 3000, CLIENTS_PER_PACK = 24 };

/* Room for all; only for a few tables, and a cache of a few places; for next to nothing. */
static const struct evaluator_limits limits[] = {
	{65536, 1 << 20, 1 << 20}, {512, 1024, 2048}, {0, 0, 1}};

enum { LIMITS = sizeof limits / sizeof limits[0] };

/* One pack, seen by both. */
struct pair {
	const struct pack *pack;
	struct outcomes *outcomes;
	struct evaluator *evaluator;
	unsigned seed;
};

static void compare_result(const struct pair *pair, const uint64_t result[])
{
	for (size_t i = 0; i < pair->pack->path_count; i++)
		ck_assert_msg(evaluator_path(pair->evaluator, result, i) ==
				      outcomes_path(pair->outcomes, i),
			"pack %u, path %zu: %s, not %s", pair->seed, i,
			outcome_word(evaluator_path(pair->evaluator, result, i)),
			outcome_word(outcomes_path(pair->outcomes, i)));
	for (size_t i = 0; i < pair->pack->notice_count; i++)
		ck_assert_msg(evaluator_notice(pair->evaluator, result, i) ==
				      outcomes_notice(pair->outcomes, i),
			"pack %u, notice %zu", pair->seed, i);
	ck_assert_msg(evaluator_next(pair->evaluator, result) == outcomes_next(pair->outcomes),
		"pack %u: question %zu is next, not %zu", pair->seed,
		evaluator_next(pair->evaluator, result), outcomes_next(pair->outcomes));
}

static void compare_client(const struct pair *pair, const struct answer answers[])
{
	outcomes_find(pair->outcomes, answers);
	compare_result(pair, evaluator_find_answers(pair->evaluator, answers));
}

static void open_pair(
	struct pair *pair, const struct logic *logic, const struct evaluator_limits *limit)
{
	pair->outcomes = outcomes_new(logic);
	pair->evaluator = evaluator_new_limited(logic, limit);
}

static void close_pair(struct pair *pair)
{
	evaluator_free(pair->evaluator);
	outcomes_free(pair->outcomes);
}

static void compare_pack(unsigned seed, const struct evaluator_limits *limit, size_t nodes)
{
	struct random random = {seed};
	struct pack *pack = random_pack_new(&random);
	struct logic *logic = logic_new_limited(pack, nodes);
	struct pair pair = {.pack = pack, .seed = seed};
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	open_pair(&pair, logic, limit);
	for (size_t i = 0; i < CLIENTS_PER_PACK; i++) {
		random_answers(&random, pack, answers);
		compare_client(&pair, answers);
	}
	close_pair(&pair);
	logic_free(logic);
	pack_free(pack);
}

START_TEST(test_evaluator_find_random_packs)
{
	for (unsigned i = 0; i < PACKS; i++)
		compare_pack(i, &limits[_i], LOGIC_NODE_LIMIT);
}
END_TEST

/* Where diagrams outgrow what is allowed, it must say what the logic then says. */
START_TEST(test_evaluator_find_outgrown)
{
	for (unsigned i = 0; i < PACKS; i++)
		compare_pack(i, &limits[_i], i % 60);
}
END_TEST

/* Any answer at all, and now and then one that is none. */
static void draw_answer(
	struct random *random, const struct question *question, struct answer *answer)
{
	unsigned from = random_below(random, PACK_AGE_LIMIT + 1);
	uint64_t bits =
		(uint64_t)random_below(random, 1u << 31) << 33 | random_below(random, 1u << 31);
	*answer = answer_of_status((enum answer_status)random_below(random, ANSWER_STATUS_COUNT));
	if (random_below(random, 3))
		answer->status = ANSWER_GIVEN;
	if (answer->status != ANSWER_GIVEN)
		return;
	if (question->type == QUESTION_COUNTRY)
		*answer = answer_of_country(random_below(random, COUNTRY_COUNT));
	else if (question->type == QUESTION_AGE)
		*answer = answer_of_years(
			from, from + random_below(random, PACK_AGE_LIMIT + 1 - from));
	else if (question->type == QUESTION_CHOICES)
		answer->options = bits;
	else
		*answer = answer_of_option(random_below(random, (unsigned)question->option_count));
}

static void compare_small(const struct small_pack *small)
{
	struct random random = {7};
	struct answer answers[SMALL_PACK_LIMIT];
	struct logic *logic = logic_new(&small->pack);
	ck_assert_ptr_nonnull(logic);
	for (size_t i = 0; i < LIMITS; i++) {
		struct pair pair = {.pack = &small->pack, .seed = (unsigned)i};
		open_pair(&pair, logic, &limits[i]);
		for (size_t client = 0; client < 2000; client++) {
			for (size_t j = 0; j < small->pack.question_count; j++)
				draw_answer(&random, &small->questions[j], &answers[j]);
			compare_client(&pair, answers);
		}
		close_pair(&pair);
	}
	logic_free(logic);
}

/* Every year is a class of its own, so that a range has very many digits; and an answer with as
 * many options as there can be. */
START_TEST(test_evaluator_find_large_digits)
{
	static struct small_pack small;
	small_pack_init(&small);
	size_t age = small_pack_ask(&small, QUESTION_AGE, 0);
	size_t needs = small_pack_ask(&small, QUESTION_CHOICES, PACK_OPTION_LIMIT);
	for (unsigned i = 1; i < 60; i++)
		small_pack_path(&small, on_years(age, 2 * i, 120 - i));
	for (unsigned i = 0; i < PACK_OPTION_LIMIT; i++)
		small_pack_notice(&small, on_options(needs, UINT64_C(1) << i));
	small_pack_path(&small, on_options(needs, UINT64_MAX));
	compare_small(&small);
}
END_TEST

/* One path looks at more answers than a word can tell apart, and there are more questions than a
 * word has bits. */
START_TEST(test_evaluator_find_wide_path)
{
	static struct small_pack small;
	struct condition asked[100];
	small_pack_init(&small);
	for (size_t i = 0; i < 100; i++)
		asked[i] = on_options(small_pack_ask(&small, QUESTION_YES_NO, 2), i % 7 ? NO : YES);
	struct condition any = {.type = CONDITION_ANY, .parts = {asked + 60, 40}};
	struct condition all = {.type = CONDITION_ALL, .parts = {asked, 70}};
	small_pack_path(&small, ANY(all, any));
	small_pack_path(&small, all);
	small_pack_path(&small, asked[99]);
	small_pack_notice(&small, NOT(any));
	compare_small(&small);
}
END_TEST

START_TEST(test_evaluator_find_nothing_to_know)
{
	static struct small_pack small;
	small_pack_init(&small);
	compare_small(&small);
	small_pack_ask(&small, QUESTION_YES_NO, 2);
	compare_small(&small);
	small_pack_path(&small, (struct condition){.type = CONDITION_ALWAYS});
	compare_small(&small);
}
END_TEST

/* What fits a word exactly, and what goes one bit beyond it. */
START_TEST(test_evaluator_find_word_edges)
{
	static struct small_pack small;
	for (size_t questions = 18; questions < 24; questions++) {
		small_pack_init(&small);
		for (size_t i = 0; i < questions; i++) {
			size_t question = small_pack_ask(&small, QUESTION_YES_NO, 2);
			small_pack_path(&small, on_options(question, YES));
		}
		compare_small(&small);
	}
	for (size_t i = small.pack.question_count; i < 66; i++) {
		small_pack_path(
			&small, on_options(small_pack_ask(&small, QUESTION_YES_NO, 2), YES));
		if (i > 60)
			compare_small(&small);
	}
}
END_TEST

/* Parts of answers that the rules cannot tell apart are the same; of others they are not. */
START_TEST(test_evaluator_fold_parts)
{
	static struct small_pack small;
	small_pack_init(&small);
	size_t age = small_pack_ask(&small, QUESTION_AGE, 0);
	small_pack_path(&small, on_years(age, 18, PACK_AGE_LIMIT));
	struct logic *logic = logic_new(&small.pack);
	struct evaluator *evaluator = evaluator_new(logic);
	ck_assert_uint_eq(evaluator_key_words(evaluator), 1);
	uint64_t parts[5];
	const struct answer answers[] = {answer_of_years(18, 18), answer_of_years(20, 90),
		answer_of_years(17, 18), answer_of_status(ANSWER_NOT_KNOWN),
		answer_of_status(ANSWER_NOT_ASKED)};
	for (size_t i = 0; i < 5; i++)
		evaluator_fold(evaluator, age, &answers[i], &parts[i]);
	ck_assert_uint_eq(parts[0], parts[1]);
	ck_assert_uint_ne(parts[1], parts[2]);
	ck_assert_uint_eq(parts[2], parts[3]);
	ck_assert_uint_ne(parts[3], parts[4]);
	evaluator_free(evaluator);
	logic_free(logic);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("evaluator");
	TCase *cases = tcase_create("evaluator");
	tcase_add_loop_test(cases, test_evaluator_find_random_packs, 0, LIMITS);
	tcase_add_loop_test(cases, test_evaluator_find_outgrown, 0, LIMITS);
	tcase_add_test(cases, test_evaluator_find_large_digits);
	tcase_add_test(cases, test_evaluator_find_wide_path);
	tcase_add_test(cases, test_evaluator_find_nothing_to_know);
	tcase_add_test(cases, test_evaluator_find_word_edges);
	tcase_add_test(cases, test_evaluator_fold_parts);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
