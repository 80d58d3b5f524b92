/* The logic at its limits: packs that outgrow it, deep ones, and many threads at a time. */
#include "logic_private.h"
#include "random_pack.h"
#include "small_pack.h"
#include "suite.h"

#include "screener/logic.h"

#include <check.h>
#include <pthread.h>

enum { THREADS = 4, CLIENTS = 1000, PACKS = 10 };

static struct small_pack small;

static void set_up(void)
{
	small_pack_init(&small);
}

/* Whether each question of the first half was answered like the one in its place in the second: in
 * this order all answers of the first half are to be kept apart, 2 to the power of their number. */
static struct condition halves_alike(struct condition room[], size_t questions)
{
	struct condition *next = room;
	for (size_t i = 0; i < questions / 2; i++) {
		size_t other = questions / 2 + i;
		struct condition *both = next, *neither = next + 2, *either = next + 4;
		both[0] = on_options(i, YES), both[1] = on_options(other, YES);
		neither[0] = on_options(i, NO), neither[1] = on_options(other, NO);
		either[0] = (struct condition){.type = CONDITION_ALL, .parts = {both, 2}};
		either[1] = (struct condition){.type = CONDITION_ALL, .parts = {neither, 2}};
		next += 6;
	}
	for (size_t i = 0; i < questions / 2; i++)
		next[i] = (struct condition){.type = CONDITION_ANY, .parts = {room + 6 * i + 4, 2}};
	return (struct condition){.type = CONDITION_ALL, .parts = {next, questions / 2}};
}

START_TEST(test_logic_new_limit_leaves_a_path_out)
{
	enum { QUESTIONS = 24 };
	struct condition room[QUESTIONS * 4];
	for (size_t i = 0; i < QUESTIONS; i++)
		small_pack_ask(&small, QUESTION_YES_NO, 2);
	small_pack_path(&small, halves_alike(room, QUESTIONS));
	small_pack_path(&small, on_options(0, YES));
	struct logic *logic = logic_new_limited(&small.pack, 1000);
	ck_assert(!logic_is_exact(logic, 0));
	ck_assert(logic_is_exact(logic, 1));
	logic_free(logic);
	logic = logic_new(&small.pack);
	ck_assert(logic_is_exact(logic, 0));
	logic_free(logic);
}
END_TEST

START_TEST(test_logic_new_limit_leaves_a_notice_out)
{
	size_t a = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t b = small_pack_ask(&small, QUESTION_YES_NO, 2);
	small_pack_path(&small, on_options(a, YES));
	small_pack_notice(&small, ALL(on_options(a, NO), on_options(b, YES)));
	struct logic *logic = logic_new_limited(&small.pack, 4);
	ck_assert(logic_is_exact(logic, 0));
	ck_assert(!logic_notice_is_exact(logic, 0));
	logic_free(logic);
}
END_TEST

/* A fact that outgrows the limit makes the path that builds on it outgrow it. */
START_TEST(test_logic_new_limit_in_a_fact)
{
	size_t a = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t b = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t fact = small_pack_fact(&small, ALL(on_options(a, NO), on_options(b, YES)));
	small_pack_path(&small, on_fact(fact));
	struct logic *logic = logic_new_limited(&small.pack, 1);
	ck_assert(!logic_is_exact(logic, 0));
	logic_free(logic);
}
END_TEST

/* A path on every option of so many choices questions, each with all options. */
static void ask_choices(struct condition conditions[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		small_pack_ask(&small, QUESTION_CHOICES, PACK_OPTION_LIMIT);
		conditions[i] = on_options(i, UINT64_MAX);
	}
	small_pack_path(
		&small, (struct condition){.type = CONDITION_ANY, .parts = {conditions, count}});
}

/* A diagram that deep could not be walked on every thread's stack: there is none. */
START_TEST(test_logic_new_too_many_variables)
{
	enum { QUESTIONS = 65 };
	struct condition conditions[QUESTIONS];
	struct answer answers[QUESTIONS] = {{.status = ANSWER_NOT_ASKED}};
	ask_choices(conditions, QUESTIONS);
	small_pack_path(&small, on_options(0, YES));
	struct logic *logic = logic_new(&small.pack);
	ck_assert(!logic_is_exact(logic, 0));
	ck_assert(logic_is_exact(logic, 1));
	struct outcomes *outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	ck_assert_uint_eq(outcomes_left(outcomes), QUESTIONS);
	answers[QUESTIONS - 1] = answer_of_option(PACK_OPTION_LIMIT - 1);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert_uint_eq(outcomes_left(outcomes), 1);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

START_TEST(test_outcomes_as_deep_as_variables)
{
	enum { QUESTIONS = 64 };
	struct condition conditions[QUESTIONS];
	struct answer answers[QUESTIONS] = {{.status = ANSWER_NOT_ASKED}};
	size_t questions[QUESTIONS];
	ask_choices(conditions, QUESTIONS);
	struct logic *logic = logic_new(&small.pack);
	struct outcomes *outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_left(outcomes), QUESTIONS);
	ck_assert_uint_eq(outcomes_settled_by(outcomes, 0, questions), QUESTIONS);
	for (size_t i = 0; i < QUESTIONS; i++)
		answers[i].status = ANSWER_GIVEN;
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_NO);
	ck_assert_uint_eq(outcomes_because(outcomes, 0, questions), QUESTIONS);
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, NULL, 0), 64 * QUESTIONS);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

/* A thread that finds everything about many clients, and keeps it as one number. */
struct worker {
	pthread_t thread;
	const struct pack *pack;
	const struct logic *logic;
	uint64_t found;
};

static void add_found(struct worker *worker, uint64_t number)
{
	worker->found = (worker->found ^ number) * UINT64_C(0x100000001b3);
}

static void find_client(struct worker *worker, struct outcomes *outcomes, struct random *random)
{
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	size_t questions[RANDOM_PACK_QUESTION_LIMIT];
	bool unused[RANDOM_PACK_QUESTION_LIMIT];
	random_answers(random, worker->pack, answers);
	outcomes_find(outcomes, answers);
	outcomes_unused(outcomes, answers, unused);
	add_found(worker, outcomes_next(outcomes));
	for (size_t i = 0; i < worker->pack->question_count; i++)
		add_found(worker, unused[i]);
	for (size_t i = 0; i < worker->pack->path_count; i++) {
		add_found(worker, outcomes_path(outcomes, i));
		add_found(worker, outcomes_because(outcomes, i, questions));
		add_found(worker, outcomes_settled_by(outcomes, i, questions));
		add_found(worker, outcomes_changes(outcomes, i, NULL, 0));
	}
}

static void *work(void *context)
{
	struct worker *worker = context;
	struct random random = {7};
	struct outcomes *outcomes = outcomes_new(worker->logic);
	for (size_t i = 0; i < CLIENTS; i++)
		find_client(worker, outcomes, &random);
	outcomes_free(outcomes);
	return NULL;
}

static void work_together(const struct pack *pack)
{
	struct worker workers[THREADS] = {{0}};
	struct logic *logic = logic_new(pack);
	for (size_t i = 0; i < THREADS; i++) {
		workers[i].pack = pack;
		workers[i].logic = logic;
		ck_assert_int_eq(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
	}
	for (size_t i = 0; i < THREADS; i++)
		ck_assert_int_eq(pthread_join(workers[i].thread, NULL), 0);
	struct worker alone = {.pack = pack, .logic = logic};
	work(&alone);
	for (size_t i = 0; i < THREADS; i++)
		ck_assert_uint_eq(workers[i].found, alone.found);
	logic_free(logic);
}

START_TEST(test_logic_many_threads)
{
	for (unsigned i = 0; i < PACKS; i++) {
		struct random random = {i};
		struct pack *pack = random_pack_new(&random);
		work_together(pack);
		pack_free(pack);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("logic at its limits");
	TCase *cases = tcase_create("limits");
	tcase_add_checked_fixture(cases, set_up, NULL);
	tcase_add_test(cases, test_logic_new_limit_leaves_a_path_out);
	tcase_add_test(cases, test_logic_new_limit_leaves_a_notice_out);
	tcase_add_test(cases, test_logic_new_limit_in_a_fact);
	tcase_add_test(cases, test_logic_new_too_many_variables);
	tcase_add_test(cases, test_outcomes_as_deep_as_variables);
	tcase_add_test(cases, test_logic_many_threads);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
