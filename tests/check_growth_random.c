/* Random packs of which some diagrams outgrow a limit that is far too low, against brute force. */
#include "brute_force.h"
#include "brute_force_private.h"
#include "logic_private.h"
#include "random_pack.h"
#include "suite.h"

#include "screener/interview.h"

#include <check.h>
#include <string.h>

enum { ROUNDS = 4, PACKS_PER_ROUND = 1000, CLIENTS_PER_PACK = 4, LIMITS = 31, CHANGES = 512 };

/* One client of one pack, seen by both. */
struct pair {
	struct random random;
	struct pack *pack;
	struct logic *logic;
	struct outcomes *outcomes;
	struct brute_force *brute;
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	unsigned seed;
};

static void start(struct pair *pair, unsigned seed)
{
	static const size_t spot_limits[] = {0, 0, 5, 20, 1000};
	memset(pair, 0, sizeof *pair);
	pair->seed = seed;
	pair->random.state = seed;
	pair->pack = random_pack_new(&pair->random);
	pair->logic = logic_new_limited(pair->pack, seed % LIMITS);
	pair->logic->spot_limit = spot_limits[seed % (sizeof spot_limits / sizeof *spot_limits)];
	pair->outcomes = outcomes_new(pair->logic);
	pair->brute = brute_force_new(pair->pack);
}

static void end(struct pair *pair)
{
	brute_force_free(pair->brute);
	outcomes_free(pair->outcomes);
	logic_free(pair->logic);
	pack_free(pair->pack);
}

static enum outcome outcome_of(const struct pair *pair, size_t root)
{
	return root < pair->pack->path_count
		       ? outcomes_path(pair->outcomes, root)
		       : outcomes_notice(pair->outcomes, root - pair->pack->path_count);
}

static bool is_exact(const struct pair *pair, size_t root)
{
	return root < pair->pack->path_count
		       ? logic_is_exact(pair->logic, root)
		       : logic_notice_is_exact(pair->logic, root - pair->pack->path_count);
}

/* Whether a question that the root's conditions mention has no exact answer. */
static bool waits(const struct pair *pair, size_t root)
{
	for (size_t i = 0; i < pair->pack->question_count; i++) {
		const struct answer *answer = &pair->answers[i];
		bool exact = answer->status == ANSWER_GIVEN &&
			     (pair->pack->questions[i].type != QUESTION_AGE ||
				     answer->years.from == answer->years.to);
		if (!exact &&
			mentions_has(&pair->logic->mentions, pair->pack->fact_count + root, i))
			return true;
	}
	return false;
}

static void compare_outcome(const struct pair *pair, size_t root)
{
	enum outcome found = outcome_of(pair, root);
	enum outcome expected = brute_force_outcome(pair->brute, root);
	if (found == expected)
		return;
	ck_assert_msg(found == OUTCOME_OPEN, "pack %u, root %zu: %s, not %s", pair->seed, root,
		outcome_word(found), outcome_word(expected));
	ck_assert_msg(!is_exact(pair, root) && waits(pair, root), "pack %u, root %zu: left open",
		pair->seed, root);
}

static size_t find_because(struct pair *pair, size_t root, size_t questions[])
{
	size_t paths = pair->pack->path_count;
	return root < paths ? outcomes_because(pair->outcomes, root, questions)
			    : outcomes_notice_because(pair->outcomes, root - paths, questions);
}

/* The reason alone forces the outcome. */
static void check_because(struct pair *pair, size_t root)
{
	struct answer reason[RANDOM_PACK_QUESTION_LIMIT] = {{.status = ANSWER_NOT_ASKED}};
	size_t questions[RANDOM_PACK_QUESTION_LIMIT];
	size_t count = find_because(pair, root, questions);
	if (outcome_of(pair, root) == OUTCOME_OPEN) {
		ck_assert_uint_eq(count, 0);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		ck_assert_int_eq(pair->answers[questions[i]].status, ANSWER_GIVEN);
		ck_assert(i == 0 || questions[i] > questions[i - 1]);
		reason[questions[i]] = pair->answers[questions[i]];
	}
	brute_force_find(pair->brute, reason);
	ck_assert_msg(brute_force_outcome(pair->brute, root) == outcome_of(pair, root),
		"pack %u, root %zu: no reason", pair->seed, root);
	brute_force_find(pair->brute, pair->answers);
}

/* Of an open path every question that matters is named, and none that has an exact answer. */
static void check_settled_by(struct pair *pair, size_t path)
{
	size_t questions[RANDOM_PACK_QUESTION_LIMIT];
	bool named[RANDOM_PACK_QUESTION_LIMIT] = {false};
	size_t count = outcomes_settled_by(pair->outcomes, path, questions);
	ck_assert_int_eq(count > 0, outcomes_path(pair->outcomes, path) == OUTCOME_OPEN);
	for (size_t i = 0; i < count; i++) {
		named[questions[i]] = true;
		ck_assert(outcomes_matters(pair->outcomes, questions[i]));
	}
	for (size_t i = 0; count && i < pair->pack->question_count; i++)
		if (brute_force_matters_to(pair->brute, i, path, 1))
			ck_assert_msg(named[i], "pack %u, path %zu: question %zu is not named",
				pair->seed, path, i);
}

/* Each change makes the path at least that good. */
static void check_changes(struct pair *pair, size_t path)
{
	static struct change changes[CHANGES];
	size_t count = outcomes_changes(pair->outcomes, path, changes, CHANGES);
	for (size_t i = 0; i < count && i < CHANGES; i++) {
		size_t question = changes[i].question;
		ck_assert(!pair->pack->questions[question].fixed);
		ck_assert_int_gt(changes[i].outcome, outcomes_path(pair->outcomes, path));
		brute_force_restrict(pair->brute, question, &changes[i].answer);
		brute_force_gather(pair->brute);
		/* A class of countries or years is not always one of the brute force's values. */
		if (pair->brute->agreeing_count)
			ck_assert_int_ge(brute_force_least(pair->brute, path), changes[i].outcome);
		brute_force_restrict(pair->brute, question, &pair->answers[question]);
	}
	brute_force_gather(pair->brute);
}

static void check_questions(struct pair *pair)
{
	bool found[RANDOM_PACK_QUESTION_LIMIT], expected[RANDOM_PACK_QUESTION_LIMIT];
	outcomes_unused(pair->outcomes, pair->answers, found);
	brute_force_unused(pair->brute, expected);
	for (size_t i = 0; i < pair->pack->question_count; i++) {
		bool matters = outcomes_matters(pair->outcomes, i);
		ck_assert(matters || !brute_force_matters(pair->brute, i));
		ck_assert(expected[i] || !found[i]);
		if (outcomes_are_exact(pair->outcomes))
			ck_assert_int_eq(matters, brute_force_matters(pair->brute, i));
	}
}

static void check_client(struct pair *pair)
{
	random_answers(&pair->random, pair->pack, pair->answers);
	outcomes_find(pair->outcomes, pair->answers);
	brute_force_find(pair->brute, pair->answers);
	for (size_t i = 0; i < pair->logic->root_count; i++) {
		compare_outcome(pair, i);
		check_because(pair, i);
	}
	for (size_t i = 0; i < pair->pack->path_count; i++) {
		check_settled_by(pair, i);
		check_changes(pair, i);
	}
	check_questions(pair);
}

START_TEST(test_outcomes_random_limits)
{
	size_t outgrown = 0, roots = 0;
	for (unsigned i = 0; i < PACKS_PER_ROUND; i++) {
		struct pair pair;
		start(&pair, (unsigned)_i * PACKS_PER_ROUND + i);
		outgrown += pair.logic->outgrown_count;
		roots += pair.logic->root_count;
		for (size_t j = 0; j < CLIENTS_PER_PACK; j++)
			check_client(&pair);
		end(&pair);
	}
	/* Both kinds have been looked at. */
	ck_assert_uint_gt(outgrown, roots / 8);
	ck_assert_uint_lt(outgrown, roots - roots / 8);
}
END_TEST

/* Answers all that is asked; in `complete`, exactly. Returns how many questions that took. */
static size_t interview_client(struct pair *pair, struct interview *interview, bool complete)
{
	struct answer values[BRUTE_FORCE_VALUE_LIMIT];
	size_t taken = 0, question;
	random_answers(&pair->random, pair->pack, pair->answers);
	for (size_t i = 0; complete && i < pair->pack->question_count; i++) {
		size_t count = brute_force_values(pair->pack, i, values);
		pair->answers[i] = values[random_below(&pair->random, (unsigned)count)];
	}
	for (; (question = interview_question(interview)) != PACK_NO_QUESTION; taken++) {
		if (pair->answers[question].status == ANSWER_NOT_ASKED)
			pair->answers[question].status = ANSWER_NOT_KNOWN;
		interview_take(interview, &pair->answers[question]);
	}
	return taken;
}

static void check_interview(struct pair *pair, bool complete)
{
	struct interview *interview = interview_new(pair->pack, pair->logic);
	struct outcomes *kept = pair->outcomes;
	ck_assert_uint_le(interview_client(pair, interview, complete), pair->pack->question_count);
	memcpy(pair->answers, interview_answers(interview),
		pair->pack->question_count * sizeof *pair->answers);
	brute_force_find(pair->brute, pair->answers);
	pair->outcomes = interview_outcomes(interview);
	for (size_t i = 0; i < pair->logic->root_count; i++) {
		compare_outcome(pair, i);
		if (complete)
			ck_assert_int_ne(outcome_of(pair, i), OUTCOME_OPEN);
	}
	pair->outcomes = kept;
	interview_free(interview);
}

START_TEST(test_interview_random_limits)
{
	for (unsigned i = 0; i < PACKS_PER_ROUND; i++) {
		struct pair pair;
		start(&pair, (unsigned)_i * PACKS_PER_ROUND + i);
		check_interview(&pair, true);
		check_interview(&pair, false);
		end(&pair);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("growth, against brute force");
	TCase *cases = tcase_create("random packs");
	tcase_add_loop_test(cases, test_outcomes_random_limits, 0, ROUNDS);
	tcase_add_loop_test(cases, test_interview_random_limits, 0, ROUNDS);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
