/* What is proved about packs that are large, and what is said where that is too much. */
#include "small_pack.h"

#include "logic_private.h"

#include "screener/proof.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct small_pack small;
static struct logic *logic;
static struct proof *proof;
static struct proof_numbers numbers;
static struct answer answers[SMALL_PACK_LIMIT];

static void begin(void)
{
	small_pack_init(&small);
}

static void prove(size_t node_limit)
{
	logic = logic_new_limited(&small.pack, node_limit);
	ck_assert_ptr_nonnull(logic);
	proof = proof_new(logic);
}

static void end(void)
{
	proof_free(proof);
	logic_free(logic);
	proof = NULL;
	logic = NULL;
}

/* Questions of yes or no, and a path for each. */
static void ask_many(size_t count)
{
	for (size_t i = 0; i < count; i++)
		small_pack_path(
			&small, on_options(small_pack_ask(&small, QUESTION_YES_NO, 2), YES));
}

/* One path with a sum of products in the worst order: its diagram doubles with each pair. */
static struct condition pairs[SMALL_PACK_LIMIT], parts[SMALL_PACK_LIMIT][2];

static struct condition worst_order(size_t count, uint64_t option)
{
	for (size_t i = 0; i < count * 2; i++)
		small_pack_ask(&small, QUESTION_YES_NO, 2);
	for (size_t i = 0; i < count; i++) {
		parts[i][0] = on_options(i, option);
		parts[i][1] = on_options(i + count, option);
		pairs[i] = (struct condition){.type = CONDITION_ALL, .parts = {parts[i], 2}};
	}
	return (struct condition){.type = CONDITION_ANY, .parts = {pairs, count}};
}

START_TEST(test_proof_count_largest)
{
	ask_many(63);
	prove(LOGIC_NODE_LIMIT);
	proof_count(proof, &numbers);
	ck_assert_uint_eq(numbers.clients, UINT64_C(1) << 63);
	ck_assert_uint_eq(numbers.clients_power, 0);
	ck_assert(numbers.asked_known);
	ck_assert_uint_eq(numbers.asked_least, 63);
	ck_assert_uint_eq(numbers.asked_most, 63);
	ck_assert(fabs(numbers.asked_average - 63) < 1e-9);
}
END_TEST

/* 2^64 is 1.8e19, nearer to 10^19; 2^65 is 3.7e19, nearer to 10^20. */
START_TEST(test_proof_count_beyond)
{
	static const unsigned powers[] = {19, 20, 20};
	ask_many(64 + (size_t)_i);
	prove(LOGIC_NODE_LIMIT);
	proof_count(proof, &numbers);
	ck_assert_uint_eq(numbers.clients, 0);
	ck_assert_uint_eq(numbers.clients_power, powers[_i]);
}
END_TEST

START_TEST(test_proof_count_nothing)
{
	small_pack_ask(&small, QUESTION_YES_NO, 2);
	prove(LOGIC_NODE_LIMIT);
	proof_count(proof, &numbers);
	ck_assert_uint_eq(numbers.clients, 1);
	ck_assert(numbers.asked_known);
	ck_assert_uint_eq(numbers.asked_most, 0);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_TRUE);
}
END_TEST

/* All 64 options are looked at, and are one question. */
START_TEST(test_proof_count_options)
{
	size_t question = small_pack_ask(&small, QUESTION_CHOICES, PACK_OPTION_LIMIT);
	for (size_t i = 0; i < PACK_OPTION_LIMIT; i++)
		small_pack_path(&small, on_options(question, UINT64_C(1) << i));
	prove(LOGIC_NODE_LIMIT);
	proof_count(proof, &numbers);
	ck_assert_uint_eq(numbers.clients_power, 19);
	ck_assert(numbers.asked_known);
	ck_assert_uint_eq(numbers.asked_least, 1);
	ck_assert_uint_eq(numbers.asked_most, 1);
	ck_assert_uint_eq(proof_options_alike(&small.pack, question, 63), UINT64_C(1) << 63);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_TRUE);
	ck_assert_uint_eq(answers[question].options, 0);
}
END_TEST

/* After one question for all, much that has nothing to do with each other: too many states to go
 * through together. A client who says no is asked nothing more, one who says yes all of it. */
START_TEST(test_proof_count_apart)
{
	enum { TOPICS = 40 };
	static struct condition all[TOPICS][3];
	size_t gate = small_pack_ask(&small, QUESTION_YES_NO, 2);
	for (size_t i = 0; i < TOPICS * 2; i++)
		small_pack_ask(&small, QUESTION_YES_NO, 2);
	for (size_t i = 0; i < TOPICS; i++) {
		all[i][0] = on_options(gate, YES);
		all[i][1] = on_options(1 + i, YES);
		all[i][2] = on_options(1 + TOPICS + i, YES);
		small_pack_path(
			&small, (struct condition){.type = CONDITION_ALL, .parts = {all[i], 3}});
	}
	prove(LOGIC_NODE_LIMIT);
	proof_count(proof, &numbers);
	ck_assert(numbers.asked_known);
	ck_assert_uint_eq(numbers.asked_least, 1);
	ck_assert_uint_eq(numbers.asked_most, 1 + TOPICS * 2);
	ck_assert(fabs(numbers.asked_average - (1 + TOPICS * 1.5 / 2)) < 1e-9);
}
END_TEST

/* The last question holds all paths together, whatever the first half of them was answered. */
START_TEST(test_proof_count_too_many)
{
	enum { PATHS = 30 };
	static struct condition all[PATHS][3];
	for (size_t i = 0; i < PATHS * 2 + 1; i++)
		small_pack_ask(&small, QUESTION_YES_NO, 2);
	for (size_t i = 0; i < PATHS; i++) {
		all[i][0] = on_options(i, YES);
		all[i][1] = on_options(i + PATHS, YES);
		all[i][2] = on_options(PATHS * 2, YES);
		small_pack_path(
			&small, (struct condition){.type = CONDITION_ALL, .parts = {all[i], 3}});
	}
	prove(LOGIC_NODE_LIMIT);
	ck_assert_uint_eq(proof_path_reaches(proof, 0, OUTCOME_APPLIES), PROOF_TRUE);
	proof_count(proof, &numbers);
	ck_assert_uint_eq(numbers.clients, UINT64_C(1) << 61);
	ck_assert(!numbers.asked_known);
}
END_TEST

/* A path without a diagram: nothing is claimed about it, and what it leaves open is not either. */
START_TEST(test_proof_unknown)
{
	small_pack_path(&small, worst_order(12, NO));
	small_pack_path(&small, on_options(0, YES));
	small_pack_fact(&small, on_options(0, NO));
	prove(1000);
	ck_assert_uint_eq(proof_path_reaches(proof, 0, OUTCOME_APPLIES), PROOF_UNKNOWN);
	ck_assert_uint_eq(proof_path_reaches(proof, 0, OUTCOME_NO), PROOF_UNKNOWN);
	ck_assert(!proof_path_client(proof, 0, OUTCOME_NO, answers));
	ck_assert_uint_eq(proof_paths_equal(proof, 0, 1), PROOF_UNKNOWN);
	ck_assert_uint_eq(proof_path_reaches(proof, 1, OUTCOME_NO), PROOF_TRUE);
	ck_assert_uint_eq(proof_question_matters(proof, 0), PROOF_TRUE);
	ck_assert_uint_eq(proof_question_matters(proof, 1), PROOF_UNKNOWN);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_UNKNOWN);
	proof_count(proof, &numbers);
	ck_assert(!numbers.asked_known);
}
END_TEST

/* What is left out of the proof does not matter where the rest answers everybody. */
START_TEST(test_proof_dead_end_answered)
{
	small_pack_path(&small, worst_order(12, NO));
	small_pack_path(&small, on_options(0, YES));
	small_pack_notice(&small, on_options(0, NO));
	prove(1000);
	ck_assert_uint_eq(proof_path_reaches(proof, 0, OUTCOME_NO), PROOF_UNKNOWN);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_FALSE);
}
END_TEST

/* Each path is small, and what all of them together answer is not. */
START_TEST(test_proof_dead_end_too_large)
{
	worst_order(30, NO);
	for (size_t i = 0; i < 30; i++)
		small_pack_path(&small, pairs[i]);
	prove(LOGIC_NODE_LIMIT);
	ck_assert_uint_eq(proof_path_reaches(proof, 29, OUTCOME_APPLIES), PROOF_TRUE);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_UNKNOWN);
	small_pack_notice(&small, on_options(0, NO));
	small_pack_notice(&small, on_options(0, YES));
	end();
	prove(LOGIC_NODE_LIMIT);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_FALSE);
}
END_TEST

/* A client who proves to be one needs no proof of all the others. */
START_TEST(test_proof_dead_end_by_example)
{
	small_pack_path(&small, worst_order(12, YES));
	prove(1000);
	ck_assert_uint_eq(proof_path_reaches(proof, 0, OUTCOME_NO), PROOF_UNKNOWN);
	ck_assert_uint_eq(proof_dead_end(proof, answers), PROOF_TRUE);
	for (size_t i = 0; i < 24; i++)
		ck_assert_uint_eq(answers[i].options, NO);
}
END_TEST

/* Trials that are too large end after a few. */
START_TEST(test_proof_fact_patience)
{
	size_t known = small_pack_fact(&small, on_options(0, YES));
	size_t small_one = small_pack_fact(&small, on_options(0, YES));
	struct condition some = worst_order(30, NO);
	struct condition both[] = {some, on_fact(known)};
	small_pack_path(&small, (struct condition){.type = CONDITION_ALL, .parts = {both, 2}});
	small_pack_path(&small, on_fact(small_one));
	prove(1000);
	ck_assert_uint_eq(proof_fact_matters(proof, small_one, PROOF_ALWAYS), PROOF_TRUE);
	for (size_t i = 0; i < 100; i++)
		ck_assert_uint_eq(proof_fact_matters(proof, known, PROOF_ALWAYS), PROOF_UNKNOWN);
	ck_assert_uint_eq(proof_fact_matters(proof, small_one, PROOF_ALWAYS), PROOF_UNKNOWN);
	/* What nothing builds on needs no trial. */
	size_t unused = small_pack_fact(&small, on_options(1, YES));
	end();
	prove(1000);
	ck_assert_uint_eq(proof_fact_matters(proof, unused, PROOF_NEVER), PROOF_FALSE);
	ck_assert(!proof_fact_is_used(&small.pack, unused));
}
END_TEST

static struct condition possible;

START_TEST(test_proof_possible_holds)
{
	small_pack_ask(&small, QUESTION_YES_NO, 2);
	possible = on_options(0, YES);
	small_pack_path(&small, on_options(0, YES));
	prove(LOGIC_NODE_LIMIT);
	ck_assert_uint_eq(proof_possible_holds(proof, 0), PROOF_FALSE);
	small.paths[0].possible = &possible;
	ck_assert_uint_eq(proof_possible_holds(proof, 0), PROOF_TRUE);
	possible = on_options(0, 0);
	ck_assert_uint_eq(proof_possible_holds(proof, 0), PROOF_FALSE);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("proof, of large packs");
	TCase *cases = tcase_create("limits");
	tcase_add_checked_fixture(cases, begin, end);
	tcase_add_test(cases, test_proof_count_largest);
	tcase_add_loop_test(cases, test_proof_count_beyond, 0, 3);
	tcase_add_test(cases, test_proof_count_nothing);
	tcase_add_test(cases, test_proof_count_options);
	tcase_add_test(cases, test_proof_count_apart);
	tcase_add_test(cases, test_proof_count_too_many);
	tcase_add_test(cases, test_proof_unknown);
	tcase_add_test(cases, test_proof_dead_end_answered);
	tcase_add_test(cases, test_proof_dead_end_too_large);
	tcase_add_test(cases, test_proof_dead_end_by_example);
	tcase_add_test(cases, test_proof_fact_patience);
	tcase_add_test(cases, test_proof_possible_holds);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
