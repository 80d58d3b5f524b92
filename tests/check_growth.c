/* Packs that are far too large to prove, deep, or just large. */
#include "logic_private.h"
#include "random_pack.h"
#include "reader_tree.h"
#include "suite.h"

#include "screener/interview.h"

#include <check.h>
#include <string.h>

enum { BUDGET = 300 * 1000, CLIENTS = 20, QUESTION_LIMIT = 400 };

static struct pack *pack;
static struct random draws;

static void set_up(void)
{
	pack = pack_new();
	draws.state = 1;
}

static void tear_down(void)
{
	pack_free(pack);
}

static void ask(size_t count, enum question_type type, size_t options)
{
	struct option *option = arena_new(&pack->arena, options, sizeof *option);
	pack->question_count = count;
	pack->questions = arena_new(&pack->arena, count, sizeof *pack->questions);
	for (size_t i = 0; i < count; i++)
		pack->questions[i] =
			(struct question){.type = type, .options = option, .option_count = options};
}

static void make_room(size_t facts, size_t paths)
{
	pack->facts = arena_new(&pack->arena, facts, sizeof *pack->facts);
	pack->paths = arena_new(&pack->arena, paths, sizeof *pack->paths);
}

static void add_path(struct condition applies)
{
	pack->paths[pack->path_count++].applies = applies;
}

static struct condition on(size_t question, uint64_t set)
{
	return (struct condition){
		.type = CONDITION_OPTIONS, .options = {.question = question, .set = set}};
}

static struct condition of_parts(
	enum condition_type type, const struct condition parts[], size_t count)
{
	struct condition *items = arena_new(&pack->arena, count, sizeof *items);
	memcpy(items, parts, count * sizeof *items);
	return (struct condition){.type = type, .parts = {items, count}};
}

/* Whether two yes-no questions have the same answer. */
static struct condition alike(size_t a, size_t b)
{
	struct condition yes[] = {on(a, 1), on(b, 1)}, no[] = {on(a, 2), on(b, 2)};
	struct condition either[] = {
		of_parts(CONDITION_ALL, yes, 2), of_parts(CONDITION_ALL, no, 2)};
	return of_parts(CONDITION_ANY, either, 2);
}

/* Whether some, or all, questions from `from` on have the answer of the one `half` after them: the
 * worst order, in which 2 to the power of `half` cases are to be told apart. */
static struct condition halves_alike(enum condition_type type, size_t from, size_t half)
{
	struct condition parts[QUESTION_LIMIT];
	for (size_t i = 0; i < half; i++)
		parts[i] = alike(from + i, from + half + i);
	return of_parts(type, parts, half);
}

static bool are_alike(const struct answer answers[], size_t from, size_t half, bool all)
{
	size_t alike_count = 0;
	for (size_t i = 0; i < half; i++)
		alike_count += answers[from + i].options == answers[from + half + i].options;
	return all ? alike_count == half : alike_count > 0;
}

static void draw_client(struct answer answers[])
{
	for (size_t i = 0; i < pack->question_count; i++)
		answers[i] = answer_of_option(random_below(&draws, 2));
}

/* Asks one client whatever is to be asked. Returns how many questions that took. */
static size_t ask_client(struct interview *interview, const struct answer client[])
{
	size_t taken = 0, question;
	while ((question = interview_question(interview)) != PACK_NO_QUESTION) {
		ck_assert_uint_lt(taken++, pack->question_count);
		interview_take(interview, &client[question]);
	}
	return taken;
}

/* A path on some pairs of 40 questions, one on all, and small ones between and after them. */
static struct logic *make_halves(size_t node_limit)
{
	ask(40, QUESTION_YES_NO, 2);
	make_room(0, 4);
	add_path(halves_alike(CONDITION_ANY, 0, 20));
	add_path(alike(3, 30));
	add_path(halves_alike(CONDITION_ALL, 0, 20));
	add_path(halves_alike(CONDITION_ALL, 10, 10));
	return logic_new_limited(pack, node_limit);
}

START_TEST(test_logic_new_keeps_the_small)
{
	struct logic *logic = make_halves(BUDGET);
	ck_assert(!logic_is_exact(logic, 0));
	ck_assert(logic_is_exact(logic, 1));
	ck_assert(!logic_is_exact(logic, 2));
	ck_assert(logic_is_exact(logic, 3));
	ck_assert_uint_eq(logic->outgrown_count, 2);
	ck_assert_uint_lt(diagram_store_size(logic->store), BUDGET);
	logic_free(logic);
}
END_TEST

/* Many that blow up leave room for one of a thousand nodes that comes last. */
START_TEST(test_logic_new_starves_none)
{
	enum { PATHS = 50 };
	ask(60, QUESTION_YES_NO, 2);
	make_room(0, PATHS + 1);
	for (size_t i = 0; i < PATHS; i++)
		add_path(halves_alike(i % 2 ? CONDITION_ANY : CONDITION_ALL, i % 10, 25));
	add_path(halves_alike(CONDITION_ALL, 3, 9));
	struct logic *logic = logic_new_limited(pack, BUDGET);
	ck_assert_uint_eq(logic->outgrown_count, PATHS);
	ck_assert(logic_is_exact(logic, PATHS));
	logic_free(logic);
}
END_TEST

/* What is built within a budget costs no more nodes, and no more steps, than that. */
START_TEST(test_logic_build_stays_in_its_budget)
{
	struct logic *logic = make_halves(1000);
	uint32_t roots[4];
	for (size_t budget = 0; budget < 100 * 1000; budget = budget * 3 + 1) {
		struct builder builder = {.logic = logic, .budget = budget, .roots = roots};
		memset(roots, 0xff, sizeof roots);
		builder.store =
			diagram_store_new(logic->classes.arity, logic->classes.variable_count, 0);
		logic_build(&builder);
		ck_assert_uint_le(diagram_store_size(builder.store), budget + DIAGRAM_VALUES);
		ck_assert_uint_le(diagram_store_work(builder.store), budget * 2 + 8);
		ck_assert_uint_eq(roots[2], DIAGRAM_NONE);
		ck_assert_int_eq(roots[3] != DIAGRAM_NONE, budget > 20 * 1000);
		/* What was built in vain is gone. */
		if (roots[3] == DIAGRAM_NONE)
			ck_assert_uint_lt(diagram_store_size(builder.store), 20);
		diagram_store_free(builder.store);
	}
	logic_free(logic);
}
END_TEST

START_TEST(test_outcomes_of_complete_clients)
{
	struct logic *logic = make_halves(BUDGET);
	struct outcomes *outcomes = outcomes_new(logic);
	struct answer client[40];
	for (size_t i = 0; i < CLIENTS; i++) {
		draw_client(client);
		/* Every other one has no pair alike, or all of them. */
		for (size_t j = 0; i % 2 && j < 20; j++)
			client[20 + j] =
				answer_of_option((client[j].options == 1) ^ (i % 4 == 1 ? 0 : 1));
		outcomes_find(outcomes, client);
		for (size_t path = 0; path < 4; path += 2)
			ck_assert_uint_eq(outcomes_path(outcomes, path),
				are_alike(client, 0, 20, path == 2) ? OUTCOME_APPLIES : OUTCOME_NO);
		ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
	}
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

START_TEST(test_interview_ends_with_everything_told)
{
	struct logic *logic = make_halves(BUDGET);
	for (size_t i = 0; i < CLIENTS; i++) {
		struct interview *interview = interview_new(pack, logic);
		struct answer client[40];
		draw_client(client);
		ck_assert_uint_gt(ask_client(interview, client), 0);
		struct outcomes *outcomes = interview_outcomes(interview);
		ck_assert(!outcomes_are_exact(outcomes));
		for (size_t path = 0; path < 4; path += 2)
			ck_assert_uint_eq(outcomes_path(outcomes, path),
				are_alike(client, 0, 20, path == 2) ? OUTCOME_APPLIES : OUTCOME_NO);
		ck_assert_int_ne(outcomes_path(outcomes, 1), OUTCOME_OPEN);
		ck_assert_int_ne(outcomes_path(outcomes, 3), OUTCOME_OPEN);
		interview_free(interview);
	}
	logic_free(logic);
}
END_TEST

/* Once few questions are left, it is exact again: what does not matter is not asked. */
START_TEST(test_outcomes_on_the_spot)
{
	struct answer answers[40] = {{.status = ANSWER_NOT_ASKED}};
	size_t questions[40];
	struct logic *logic = make_halves(BUDGET);
	struct outcomes *outcomes = outcomes_new(logic);
	/* Either way one of the pairs 0 and 20, 1 and 21 is alike, or 0 and 1 differ. */
	for (size_t i = 2; i < 20; i++)
		answers[i] = answer_of_option(0), answers[20 + i] = answer_of_option(1);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	ck_assert_uint_eq(outcomes_settled_by(outcomes, 0, questions), 4);
	ck_assert_uint_eq(outcomes_path(outcomes, 2), OUTCOME_NO);
	ck_assert_uint_eq(outcomes_because(outcomes, 2, questions), 2);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

/* The example of rules-language, in a path that has no diagram. */
START_TEST(test_outcomes_either_way_on_the_spot)
{
	struct condition yes = on(0, 1), no = on(0, 2), parts[2] = {yes, no};
	ask(1, QUESTION_YES_NO, 2);
	make_room(0, 1);
	add_path(of_parts(CONDITION_ANY, parts, 2));
	struct logic *logic = logic_new_limited(pack, 0);
	ck_assert(!logic_is_exact(logic, 0));
	struct outcomes *outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	ck_assert_uint_eq(outcomes_next(outcomes), 0);
	outcomes_free(outcomes);
	logic->spot_limit = 10;
	outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

/* A range of years that no condition alone can tell, but all together. */
START_TEST(test_outcomes_range_on_the_spot)
{
	struct condition young = {.type = CONDITION_YEARS, .years = {.from = 0, .to = 17}};
	struct condition grown = {.type = CONDITION_YEARS, .years = {.from = 16, .to = 30}};
	struct condition parts[2] = {young, grown};
	struct answer answers[1] = {answer_of_years(14, 20)};
	ask(1, QUESTION_AGE, 0);
	make_room(0, 1);
	add_path(of_parts(CONDITION_ANY, parts, 2));
	struct logic *logic = logic_new_limited(pack, 0);
	logic->spot_limit = 10;
	struct outcomes *outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert(!outcomes_matters(outcomes, 0));
	answers[0] = answer_of_years(14, 31);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	ck_assert(outcomes_matters(outcomes, 0));
	ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

/* As deep as the reader lets conditions be, and a chain of facts as long as anybody likes. */
START_TEST(test_logic_new_deep)
{
	enum { FACTS = 20 * 1000 };
	ask(300, QUESTION_YES_NO, 2);
	make_room(FACTS, 1);
	for (size_t i = 0; i < FACTS; i++) {
		struct condition deep = on(i % 300, 1);
		if (i > 0)
			deep = (struct condition){.type = CONDITION_FACT, .fact = i - 1};
		for (size_t depth = 1; i % 100 == 0 && depth < TREE_DEPTH_LIMIT; depth++) {
			struct condition parts[] = {deep, on((i + depth) % 300, 1)};
			deep = of_parts(depth % 2 ? CONDITION_ALL : CONDITION_NOT, parts,
				depth % 2 ? 2 : 1);
		}
		pack->facts[pack->fact_count++].when = deep;
	}
	add_path((struct condition){.type = CONDITION_FACT, .fact = FACTS - 1});
	struct logic *logic = logic_new_limited(pack, BUDGET);
	struct outcomes *outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

static void add_near_path(size_t near, size_t options)
{
	struct condition parts[5];
	for (size_t i = 0; i < 5; i++) {
		size_t question = (near + random_below(&draws, 12)) % pack->question_count;
		parts[i] = on(question, UINT64_C(1) << random_below(&draws, (unsigned)options));
	}
	add_path(of_parts(CONDITION_ALL, parts, 5));
}

/* 300 questions with 19,200 options, and 1,000 paths. */
START_TEST(test_logic_new_large)
{
	static const enum question_type types[] = {
		QUESTION_YES_NO, QUESTION_CHOICE, QUESTION_CHOICES};
	static const size_t options[] = {2, 64, 64};
	struct answer answers[300] = {{.status = ANSWER_NOT_ASKED}};
	ask(300, types[_i], options[_i]);
	make_room(0, 1000);
	for (size_t i = 0; i < 1000; i++)
		add_near_path(i * 300 / 1000, options[_i]);
	struct logic *logic = logic_new_limited(pack, BUDGET);
	ck_assert_uint_eq(logic->outgrown_count, 0);
	ck_assert_uint_le(diagram_store_size(logic->store), 5 * 1000 + DIAGRAM_VALUES);
	struct outcomes *outcomes = outcomes_new(logic);
	ck_assert_uint_gt(outcomes_left(outcomes), 250);
	for (size_t i = 0; i < 300; i++)
		answers[i] = answer_of_option(0);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_left(outcomes), 0);
	outcomes_free(outcomes);
	logic_free(logic);
}
END_TEST

/* What was forgotten leaves no trace: what is made again gets the same numbers. */
START_TEST(test_diagram_store_forget)
{
	struct logic *logic = make_halves(0);
	uint32_t roots[2][4];
	struct diagram_store *store =
		diagram_store_new(logic->classes.arity, logic->classes.variable_count, 0);
	for (size_t round = 0; round < 2; round++) {
		struct builder builder = {
			.logic = logic, .store = store, .budget = 4000, .roots = roots[round]};
		size_t size = diagram_store_size(store);
		ck_assert_uint_eq(size, DIAGRAM_VALUES);
		memset(roots[round], 0xff, sizeof roots[round]);
		logic_build(&builder);
		ck_assert_uint_gt(diagram_store_size(store), size);
		diagram_store_forget(store, size);
	}
	ck_assert_mem_eq(roots[0], roots[1], sizeof roots[0]);
	diagram_store_free(store);
	logic_free(logic);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("growth");
	TCase *cases = tcase_create("growth");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_logic_new_keeps_the_small);
	tcase_add_test(cases, test_logic_new_starves_none);
	tcase_add_test(cases, test_logic_build_stays_in_its_budget);
	tcase_add_test(cases, test_outcomes_of_complete_clients);
	tcase_add_test(cases, test_interview_ends_with_everything_told);
	tcase_add_test(cases, test_outcomes_on_the_spot);
	tcase_add_test(cases, test_outcomes_either_way_on_the_spot);
	tcase_add_test(cases, test_outcomes_range_on_the_spot);
	tcase_add_test(cases, test_logic_new_deep);
	tcase_add_loop_test(cases, test_logic_new_large, 0, 3);
	tcase_add_test(cases, test_diagram_store_forget);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
