/* Holds the logic against brute force, on thousands of random packs and answers to them. */
#include "brute_force.h"
#include "random_pack.h"
#include "suite.h"

#include "screener/logic.h"

#include <check.h>
#include <stdlib.h>

enum { ROUNDS = 4, PACKS_PER_ROUND = 2000, CLIENTS_PER_PACK = 4 };

/* One client of one pack, seen by both. */
struct pair {
	const struct pack *pack;
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	struct outcomes *outcomes;
	struct brute_force *brute;
	unsigned seed;
};

static void compare_questions(const struct pair *pair, const size_t found[], size_t count,
	const size_t expected[], size_t expected_count)
{
	ck_assert_msg(count == expected_count, "pack %u: %zu questions, not %zu", pair->seed, count,
		expected_count);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(found[i] == expected[i], "pack %u: question %zu, not %zu", pair->seed,
			found[i], expected[i]);
}

static void compare_reasons(const struct pair *pair, size_t path)
{
	size_t found[RANDOM_PACK_QUESTION_LIMIT], expected[RANDOM_PACK_QUESTION_LIMIT];
	size_t count = outcomes_because(pair->outcomes, path, found);
	size_t expected_count = brute_force_because(pair->brute, path, expected);
	compare_questions(pair, found, count, expected, expected_count);
	count = outcomes_settled_by(pair->outcomes, path, found);
	expected_count = brute_force_settled_by(pair->brute, path, expected);
	compare_questions(pair, found, count, expected, expected_count);
}

static void compare_changes(const struct pair *pair, size_t path)
{
	static struct change found[BRUTE_FORCE_CHANGE_LIMIT], expected[BRUTE_FORCE_CHANGE_LIMIT];
	size_t count = outcomes_changes(pair->outcomes, path, found, BRUTE_FORCE_CHANGE_LIMIT);
	size_t expected_count = brute_force_changes(pair->brute, path, expected);
	ck_assert_msg(count == expected_count, "pack %u, path %zu: %zu changes, not %zu",
		pair->seed, path, count, expected_count);
	for (size_t i = 0; i < count; i++) {
		size_t question = expected[i].question;
		ck_assert_uint_eq(found[i].question, question);
		ck_assert_uint_eq(found[i].outcome, expected[i].outcome);
		ck_assert(answer_equal(
			&pair->pack->questions[question], &found[i].answer, &expected[i].answer));
	}
}

static void compare_path(const struct pair *pair, size_t path)
{
	enum outcome found = outcomes_path(pair->outcomes, path);
	enum outcome expected = brute_force_path(pair->brute, path);
	ck_assert_msg(found == expected, "pack %u, path %zu: %s, not %s", pair->seed, path,
		outcome_word(found), outcome_word(expected));
	compare_reasons(pair, path);
	compare_changes(pair, path);
}

static void compare_notice(const struct pair *pair, size_t notice)
{
	size_t found[RANDOM_PACK_QUESTION_LIMIT], expected[RANDOM_PACK_QUESTION_LIMIT];
	ck_assert_uint_eq(
		outcomes_notice(pair->outcomes, notice), brute_force_notice(pair->brute, notice));
	size_t count = outcomes_notice_because(pair->outcomes, notice, found);
	size_t expected_count = brute_force_notice_because(pair->brute, notice, expected);
	compare_questions(pair, found, count, expected, expected_count);
}

static void compare_asking(const struct pair *pair)
{
	bool found[RANDOM_PACK_QUESTION_LIMIT], expected[RANDOM_PACK_QUESTION_LIMIT];
	outcomes_unused(pair->outcomes, pair->answers, found);
	brute_force_unused(pair->brute, expected);
	for (size_t i = 0; i < pair->pack->question_count; i++) {
		ck_assert_msg(
			outcomes_matters(pair->outcomes, i) == brute_force_matters(pair->brute, i),
			"pack %u: question %zu matters, or not", pair->seed, i);
		ck_assert_msg(found[i] == expected[i], "pack %u: answer %zu is used, or not",
			pair->seed, i);
	}
	ck_assert_uint_eq(outcomes_next(pair->outcomes), brute_force_next(pair->brute));
	ck_assert_uint_eq(outcomes_left(pair->outcomes), brute_force_left(pair->brute));
}

static void compare_client(struct pair *pair, struct random *random)
{
	random_answers(random, pair->pack, pair->answers);
	outcomes_find(pair->outcomes, pair->answers);
	brute_force_find(pair->brute, pair->answers);
	for (size_t i = 0; i < pair->pack->path_count; i++)
		compare_path(pair, i);
	for (size_t i = 0; i < pair->pack->notice_count; i++)
		compare_notice(pair, i);
	compare_asking(pair);
}

static void compare_pack(unsigned seed)
{
	struct random random = {seed};
	struct pack *pack = random_pack_new(&random);
	struct logic *logic = logic_new(pack);
	ck_assert_ptr_nonnull(logic);
	struct pair pair = {.pack = pack, .seed = seed};
	pair.outcomes = outcomes_new(logic);
	pair.brute = brute_force_new(pack);
	for (size_t i = 0; i < CLIENTS_PER_PACK; i++)
		compare_client(&pair, &random);
	brute_force_free(pair.brute);
	outcomes_free(pair.outcomes);
	logic_free(logic);
	pack_free(pack);
}

START_TEST(test_outcomes_random_packs)
{
	for (unsigned i = 0; i < PACKS_PER_ROUND; i++)
		compare_pack((unsigned)_i * PACKS_PER_ROUND + i);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("logic, against brute force");
	TCase *cases = tcase_create("random packs");
	tcase_add_loop_test(cases, test_outcomes_random_packs, 0, ROUNDS);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
