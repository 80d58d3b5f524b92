/* Random interviews on random packs: what the interview promises, whatever is answered and changed.
 */
#include "brute_force.h"
#include "random_pack.h"
#include "suite.h"

#include "screener/interview.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { PACKS = 1500, STEPS = 12 };

struct walk {
	struct random random;
	struct pack *pack;
	struct logic *logic;
	struct interview *interview;
	struct brute_force *brute;
};

static void start(struct walk *walk, uint64_t seed)
{
	walk->random.state = seed;
	walk->pack = random_pack_new(&walk->random);
	walk->logic = logic_new(walk->pack);
	walk->interview = interview_new(walk->pack, walk->logic);
	walk->brute = brute_force_new(walk->pack);
}

static void end(struct walk *walk)
{
	brute_force_free(walk->brute);
	interview_free(walk->interview);
	logic_free(walk->logic);
	pack_free(walk->pack);
}

/* An answer to one question: of all that are drawn, the one to this. */
static struct answer draw_answer(struct walk *walk, size_t question)
{
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	random_answers(&walk->random, walk->pack, answers);
	if (answers[question].status == ANSWER_NOT_ASKED)
		answers[question].status = ANSWER_NOT_NOW;
	return answers[question];
}

/* The outcomes are those of all answers kept, although the parked ones are left out. */
static void check_outcomes(struct walk *walk)
{
	struct outcomes *outcomes = interview_outcomes(walk->interview);
	brute_force_find(walk->brute, interview_answers(walk->interview));
	for (size_t i = 0; i < walk->pack->path_count; i++)
		ck_assert_int_eq(outcomes_path(outcomes, i), brute_force_path(walk->brute, i));
	for (size_t i = 0; i < walk->pack->notice_count; i++)
		ck_assert_int_eq(outcomes_notice(outcomes, i), brute_force_notice(walk->brute, i));
}

/* The question that comes by itself is one that matters and has no answer, the first of these. */
static void check_question(struct walk *walk)
{
	size_t question = interview_question(walk->interview);
	ck_assert_uint_eq(question, brute_force_next(walk->brute));
	if (question == PACK_NO_QUESTION) {
		ck_assert_uint_eq(interview_left(walk->interview), 0);
		return;
	}
	ck_assert_int_eq(interview_answer(walk->interview, question)->status, ANSWER_NOT_ASKED);
	ck_assert_uint_eq(interview_left(walk->interview) + 1, brute_force_left(walk->brute));
}

static void check_parked(struct walk *walk)
{
	bool unused[RANDOM_PACK_QUESTION_LIMIT];
	size_t asked = 0;
	brute_force_unused(walk->brute, unused);
	for (size_t i = 0; i < walk->pack->question_count; i++) {
		bool has_answer = interview_answer(walk->interview, i)->status != ANSWER_NOT_ASKED;
		ck_assert(interview_is_parked(walk->interview, i) == unused[i]);
		asked += has_answer && !unused[i];
	}
	ck_assert_uint_eq(interview_asked(walk->interview), asked);
}

/* What may still be asked after the question shown: the most is when nothing becomes known. */
static void check_left(struct walk *walk)
{
	size_t question = interview_question(walk->interview);
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	memcpy(answers, interview_answers(walk->interview),
		walk->pack->question_count * sizeof *answers);
	answers[question] = answer_of_status(ANSWER_NOT_KNOWN);
	brute_force_find(walk->brute, answers);
	ck_assert_uint_eq(interview_left(walk->interview), brute_force_left(walk->brute));
}

/* Answers the question shown, or one that is gone back to, or any at all. */
static void step(struct walk *walk)
{
	size_t question = interview_question(walk->interview);
	unsigned way = random_below(&walk->random, 4);
	if (way == 0)
		interview_back(walk->interview);
	else if (way == 1 || question == PACK_NO_QUESTION)
		interview_visit(walk->interview,
			random_below(&walk->random, (unsigned)walk->pack->question_count));
	question = interview_question(walk->interview);
	if (question == PACK_NO_QUESTION)
		return;
	check_left(walk);
	struct answer answer = draw_answer(walk, question);
	interview_take(walk->interview, &answer);
	ck_assert(answer_equal(&walk->pack->questions[question], &answer,
		interview_answer(walk->interview, question)));
}

START_TEST(test_interview_random)
{
	for (uint64_t seed = 0; seed < PACKS; seed++) {
		struct walk walk;
		start(&walk, seed);
		for (int i = 0; i < STEPS; i++) {
			step(&walk);
			check_outcomes(&walk);
			check_question(&walk);
			check_parked(&walk);
		}
		end(&walk);
	}
}
END_TEST

static size_t answer_all(struct walk *walk, bool unknown)
{
	size_t taken = 0;
	while (interview_question(walk->interview) != PACK_NO_QUESTION) {
		struct answer answer = answer_of_status(ANSWER_NOT_KNOWN);
		if (!unknown)
			answer = draw_answer(walk, interview_question(walk->interview));
		interview_take(walk->interview, &answer);
		taken++;
	}
	return taken;
}

/* "At most 6 more" is 6 for somebody, and more for nobody. */
START_TEST(test_as_many_are_asked_as_is_said)
{
	for (uint64_t seed = 0; seed < PACKS; seed++) {
		struct walk walk;
		bool unknown = seed % 2;
		start(&walk, seed);
		for (int i = 0; i < STEPS / 2; i++)
			step(&walk);
		if (interview_question(walk.interview) == PACK_NO_QUESTION)
			interview_back(walk.interview);
		bool ended = interview_question(walk.interview) == PACK_NO_QUESTION;
		size_t most = ended ? 0 : interview_left(walk.interview) + 1;
		size_t taken = answer_all(&walk, unknown);
		ck_assert_uint_le(taken, most);
		if (unknown)
			ck_assert_uint_eq(taken, most);
		end(&walk);
	}
}
END_TEST

START_TEST(test_interview_ends_within_the_questions)
{
	for (uint64_t seed = 0; seed < PACKS; seed++) {
		struct walk walk;
		size_t taken = 0;
		start(&walk, seed);
		while (interview_question(walk.interview) != PACK_NO_QUESTION) {
			struct answer answer =
				draw_answer(&walk, interview_question(walk.interview));
			interview_take(walk.interview, &answer);
			taken++;
			ck_assert_uint_le(taken, walk.pack->question_count);
		}
		end(&walk);
	}
}
END_TEST

static Suite *interview_suite(void)
{
	Suite *suite = suite_create("interview, random");
	TCase *cases = tcase_create("random");
	tcase_add_test(cases, test_interview_random);
	tcase_add_test(cases, test_as_many_are_asked_as_is_said);
	tcase_add_test(cases, test_interview_ends_within_the_questions);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(interview_suite());
}
