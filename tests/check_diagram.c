#include "suite.h"

#include "screener/diagram.h"

#include <check.h>
#include <stdlib.h>

enum { PLENTY = 1000000, VARIABLES = 4 };

static const unsigned arity[VARIABLES] = {2, 3, 256, 2};
static struct diagram_store *store;

static void set_up(void)
{
	store = diagram_store_new(arity, VARIABLES, PLENTY);
}

static void tear_down(void)
{
	diagram_store_free(store);
}

/* 1 where the variable has this value. */
static uint32_t is(size_t variable, unsigned value)
{
	struct class_set set = {{0}};
	class_set_add(&set, value);
	return diagram_of(store, variable, &set);
}

static uint32_t value_at(uint32_t diagram, const unsigned values[VARIABLES])
{
	while (!diagram_is_terminal(diagram))
		diagram = diagram_child(store, diagram, values[diagram_variable(store, diagram)]);
	return diagram;
}

START_TEST(test_diagram_of_no_and_all_values)
{
	struct class_set set = {{0}};
	ck_assert_uint_eq(diagram_of(store, 1, &set), 0);
	for (unsigned i = 0; i < 3; i++)
		class_set_add(&set, i);
	ck_assert_uint_eq(diagram_of(store, 1, &set), 1);
	ck_assert_uint_eq(diagram_store_size(store), DIAGRAM_VALUES);
}
END_TEST

START_TEST(test_diagram_of_256_values)
{
	for (unsigned i = 0; i < 256; i++) {
		uint32_t diagram = is(2, i);
		ck_assert_uint_eq(diagram_variable(store, diagram), 2);
		for (unsigned j = 0; j < 256; j++)
			ck_assert_uint_eq(diagram_child(store, diagram, j), i == j);
	}
}
END_TEST

START_TEST(test_diagram_or_of_all_values_is_always)
{
	uint32_t any = 0;
	for (unsigned i = 0; i < 256; i++) {
		ck_assert_uint_ne(any, 1);
		any = diagram_or(store, is(2, i), any);
	}
	ck_assert_uint_eq(any, 1);
}
END_TEST

START_TEST(test_diagram_de_morgan)
{
	uint32_t a = is(0, 1), b = diagram_or(store, is(1, 2), is(3, 0));
	uint32_t neither = diagram_and(store, diagram_not(store, a), diagram_not(store, b));
	ck_assert_uint_eq(diagram_not(store, diagram_or(store, b, a)), neither);
	ck_assert_uint_eq(diagram_not(store, diagram_not(store, neither)), neither);
	ck_assert_uint_eq(diagram_and(store, a, diagram_not(store, a)), 0);
	ck_assert_uint_eq(diagram_or(store, b, diagram_not(store, b)), 1);
}
END_TEST

START_TEST(test_diagram_rank_by_values)
{
	uint32_t rank = diagram_rank(store, is(1, 2), diagram_or(store, is(0, 1), is(1, 2)));
	for (unsigned i = 0; i < 6; i++) {
		const unsigned values[VARIABLES] = {i % 2, i / 2, 7, 0};
		ck_assert_uint_eq(value_at(rank, values), values[1] == 2 ? 2 : values[0]);
	}
}
END_TEST

START_TEST(test_diagram_rank_of_terminals)
{
	ck_assert_uint_eq(diagram_rank(store, 0, 0), 0);
	ck_assert_uint_eq(diagram_rank(store, 0, 1), 1);
	ck_assert_uint_eq(diagram_rank(store, 1, 0), 2);
	ck_assert_uint_eq(diagram_rank(store, 1, 1), 2);
}
END_TEST

START_TEST(test_diagram_min_by_values)
{
	uint32_t a = diagram_rank(store, is(1, 2), is(1, 1));
	uint32_t b = diagram_rank(store, is(3, 1), is(0, 0));
	uint32_t least = diagram_min(store, a, b);
	for (unsigned i = 0; i < 12; i++) {
		const unsigned values[VARIABLES] = {i % 2, i / 2 % 3, 0, i / 6};
		uint32_t one = value_at(a, values), other = value_at(b, values);
		ck_assert_uint_eq(value_at(least, values), one < other ? one : other);
	}
	ck_assert_uint_eq(diagram_min(store, b, a), least);
}
END_TEST

START_TEST(test_diagram_choose_is_shared)
{
	const uint32_t children[] = {0, 2, 1}, same[] = {1, 1, 1};
	uint32_t diagram = diagram_choose(store, 1, children);
	ck_assert_uint_eq(diagram_choose(store, 1, children), diagram);
	ck_assert_uint_eq(diagram_child(store, diagram, 1), 2);
	ck_assert_uint_eq(diagram_choose(store, 1, same), 1);
}
END_TEST

START_TEST(test_diagram_children_have_smaller_numbers)
{
	uint32_t all = 1;
	for (size_t i = 0; i < VARIABLES; i++)
		all = diagram_and(store, all, is(i, 1));
	for (size_t i = 0; i < VARIABLES; i++) {
		ck_assert_uint_eq(diagram_variable(store, all), i);
		ck_assert_uint_lt(diagram_child(store, all, 1), all);
		all = diagram_child(store, all, 1);
	}
	ck_assert_uint_eq(all, 1);
	ck_assert_uint_eq(diagram_variable(store, all), VARIABLES);
}
END_TEST

START_TEST(test_diagram_store_clear_forgets)
{
	uint32_t before = diagram_and(store, is(0, 1), is(1, 2));
	size_t size = diagram_store_size(store);
	diagram_store_clear(store);
	ck_assert_uint_eq(diagram_store_size(store), DIAGRAM_VALUES);
	/* Other diagrams take the numbers; what was remembered of the old ones must not be used. */
	uint32_t a = is(3, 1), b = is(0, 0);
	const unsigned values[VARIABLES] = {0, 0, 0, 1};
	ck_assert_uint_eq(value_at(diagram_and(store, a, b), values), 1);
	diagram_store_clear(store);
	ck_assert_uint_eq(diagram_and(store, is(0, 1), is(1, 2)), before);
	ck_assert_uint_eq(diagram_store_size(store), size);
}
END_TEST

START_TEST(test_diagram_store_stays_in_limit)
{
	enum { LIMIT = 5 };
	static const unsigned four[] = {4};
	struct diagram_store *small = diagram_store_new(four, 1, LIMIT);
	for (uint64_t i = 1; i <= 14; i++) {
		const struct class_set set = {{i}};
		uint32_t diagram = diagram_of(small, 0, &set);
		ck_assert_int_eq(diagram == DIAGRAM_NONE, i > LIMIT);
	}
	/* What is there already can still be had. */
	const struct class_set first = {{1}};
	ck_assert_uint_ne(diagram_of(small, 0, &first), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_store_size(small), DIAGRAM_VALUES + LIMIT);
	diagram_store_free(small);
}
END_TEST

/* Nodes with many children take the memory of many nodes. */
START_TEST(test_diagram_store_limits_children)
{
	static const unsigned many[] = {256};
	struct diagram_store *small = diagram_store_new(many, 1, 100);
	uint32_t diagram = 0;
	for (uint64_t i = 1; i <= 100; i++) {
		const struct class_set set = {{i}};
		diagram = diagram_of(small, 0, &set);
	}
	ck_assert_uint_eq(diagram, DIAGRAM_NONE);
	ck_assert_uint_lt(diagram_store_size(small), DIAGRAM_VALUES + 10);
	diagram_store_free(small);
}
END_TEST

START_TEST(test_diagram_none_makes_none)
{
	uint32_t a = is(0, 1);
	const uint32_t children[] = {1, DIAGRAM_NONE};
	ck_assert_uint_eq(diagram_and(store, a, DIAGRAM_NONE), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_and(store, DIAGRAM_NONE, 0), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_or(store, DIAGRAM_NONE, 1), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_not(store, DIAGRAM_NONE), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_rank(store, 1, DIAGRAM_NONE), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_rank(store, DIAGRAM_NONE, a), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_min(store, 0, DIAGRAM_NONE), DIAGRAM_NONE);
	ck_assert_uint_eq(diagram_choose(store, 0, children), DIAGRAM_NONE);
	ck_assert(!diagram_is_terminal(DIAGRAM_NONE));
}
END_TEST

/* Work is limited too: operations that make no new nodes end one day. */
START_TEST(test_diagram_store_limits_work)
{
	static const unsigned binary[] = {2, 2, 2, 2};
	struct diagram_store *small = diagram_store_new(binary, 4, 100);
	uint32_t made[64] = {0};
	bool ended = false;
	for (unsigned i = 0; i < 100000 && !ended; i++) {
		struct class_set set = {{1}};
		uint32_t a = diagram_of(small, i % 4, &set), b = made[i % 64];
		uint32_t result = i % 3 ? diagram_or(small, a, b) : diagram_not(small, b);
		ended = result == DIAGRAM_NONE;
		made[i * 7 % 64] = ended ? 0 : result;
	}
	ck_assert(ended);
	ck_assert_uint_lt(diagram_store_size(small), DIAGRAM_VALUES + 100);
	diagram_store_free(small);
}
END_TEST

START_TEST(test_diagram_as_deep_as_variables)
{
	enum { DEPTH = 4096 };
	static unsigned binary[DEPTH];
	for (size_t i = 0; i < DEPTH; i++)
		binary[i] = 2;
	struct diagram_store *deep = diagram_store_new(binary, DEPTH, PLENTY);
	uint32_t even = 1, odd = 0;
	for (size_t i = DEPTH; i-- > 0;) {
		const uint32_t same[] = {even, odd}, other[] = {odd, even};
		even = diagram_choose(deep, i, same);
		odd = diagram_choose(deep, i, other);
	}
	ck_assert_uint_eq(diagram_not(deep, even), odd);
	ck_assert_uint_eq(diagram_and(deep, even, odd), 0);
	ck_assert_uint_eq(diagram_or(deep, even, odd), 1);
	ck_assert_uint_eq(diagram_rank(deep, even, odd), diagram_rank(deep, even, 1));
	diagram_store_free(deep);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("diagram");
	TCase *cases = tcase_create("diagram");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_diagram_of_no_and_all_values);
	tcase_add_test(cases, test_diagram_of_256_values);
	tcase_add_test(cases, test_diagram_or_of_all_values_is_always);
	tcase_add_test(cases, test_diagram_de_morgan);
	tcase_add_test(cases, test_diagram_rank_by_values);
	tcase_add_test(cases, test_diagram_rank_of_terminals);
	tcase_add_test(cases, test_diagram_min_by_values);
	tcase_add_test(cases, test_diagram_choose_is_shared);
	tcase_add_test(cases, test_diagram_children_have_smaller_numbers);
	tcase_add_test(cases, test_diagram_store_clear_forgets);
	tcase_add_test(cases, test_diagram_store_stays_in_limit);
	tcase_add_test(cases, test_diagram_store_limits_children);
	tcase_add_test(cases, test_diagram_none_makes_none);
	tcase_add_test(cases, test_diagram_store_limits_work);
	tcase_add_test(cases, test_diagram_as_deep_as_variables);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
