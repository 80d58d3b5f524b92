/*
 * Holds the diagrams and their restriction against BuDDy, an independent package for binary
 * decision diagrams: the same random functions are made with both, and must then be equal, have
 * values and depend on variables alike.
 */
#include "random_pack.h"
#include "restriction.h"
#include "suite.h"

#include "screener/diagram.h"

#include <bdd.h>
#include <check.h>
#include <fdd.h>
#include <stdlib.h>

enum { ROUNDS = 150, VARIABLE_LIMIT = 5, FUNCTIONS = 60, RANKS = 30, POINTS = 20 };

/* A function as both have it. BuDDy's variables are in blocks of binary ones, of which `domain` is
 * what stands for a value; outside of it nothing counts. */
struct function {
	uint32_t ours;
	BDD theirs;
};

static struct random numbers;
static unsigned arity[VARIABLE_LIMIT];
static size_t variable_count;
static struct diagram_store *store;
static BDD domain;
static struct function functions[FUNCTIONS];

/* BuDDy may forget what nobody refers to; all of it is let go at the end of a round. */
static BDD keep(BDD function)
{
	return bdd_addref(function);
}

static BDD both(BDD a, BDD b)
{
	return keep(bdd_and(a, b));
}

static BDD complement(BDD a)
{
	return both(domain, keep(bdd_not(a)));
}

static BDD theirs_of(size_t variable, const struct class_set *set)
{
	BDD function = bddfalse;
	for (unsigned i = 0; i < arity[variable]; i++)
		if (class_set_has(set, i))
			function = keep(bdd_or(function, keep(fdd_ithvar((int)variable, (int)i))));
	return both(domain, function);
}

static void begin(unsigned seed)
{
	numbers.state = seed;
	bdd_init(20000, 2000);
	variable_count = 3 + random_below(&numbers, VARIABLE_LIMIT - 2);
	for (size_t i = 0; i < variable_count; i++)
		arity[i] = 2 + random_below(&numbers, 4);
	store = diagram_store_new(arity, variable_count, 1000000);
	domain = bddtrue;
	for (size_t i = 0; i < variable_count; i++) {
		int size = (int)arity[i];
		fdd_extdomain(&size, 1);
		domain = both(domain, keep(fdd_domain((int)i)));
	}
}

static void finish(void)
{
	diagram_store_free(store);
	fdd_clearall();
	bdd_done();
}

static struct function make_atom(void)
{
	size_t variable = random_below(&numbers, (unsigned)variable_count);
	struct class_set set = {{random_below(&numbers, 1U << arity[variable])}};
	return (struct function){diagram_of(store, variable, &set), theirs_of(variable, &set)};
}

static struct function make_function(size_t made)
{
	unsigned form = random_below(&numbers, 8);
	if (made < 4 || form == 0)
		return make_atom();
	struct function a = functions[random_below(&numbers, (unsigned)made)];
	struct function b = functions[random_below(&numbers, (unsigned)made)];
	if (form < 4)
		return (struct function){
			diagram_and(store, a.ours, b.ours), both(a.theirs, b.theirs)};
	if (form < 7)
		return (struct function){
			diagram_or(store, a.ours, b.ours), keep(bdd_or(a.theirs, b.theirs))};
	return (struct function){diagram_not(store, a.ours), complement(a.theirs)};
}

static void make_functions(void)
{
	for (size_t i = 0; i < FUNCTIONS; i++)
		functions[i] = make_function(i);
}

static void compare_diagram_equal(void)
{
	for (size_t i = 0; i < FUNCTIONS; i++)
		for (size_t j = 0; j < i; j++)
			ck_assert_int_eq(functions[i].ours == functions[j].ours,
				functions[i].theirs == functions[j].theirs);
}

static void check_point(const struct function *function)
{
	uint32_t ours = function->ours;
	unsigned values[VARIABLE_LIMIT];
	BDD point = function->theirs;
	for (size_t i = 0; i < variable_count; i++) {
		values[i] = random_below(&numbers, arity[i]);
		point = both(point, keep(fdd_ithvar((int)i, (int)values[i])));
	}
	while (!diagram_is_terminal(ours))
		ours = diagram_child(store, ours, values[diagram_variable(store, ours)]);
	ck_assert_int_eq(ours == 1, point != bddfalse);
}

static void compare_diagram_values(void)
{
	for (size_t i = 0; i < FUNCTIONS; i++)
		for (size_t j = 0; j < POINTS; j++)
			check_point(&functions[i]);
}

/* A rank is, to BuDDy, where it is 2 and where it is 1. */
static void compare_diagram_rank(void)
{
	uint32_t ours[RANKS];
	BDD best[RANKS], second[RANKS];
	for (size_t i = 0; i < RANKS; i++) {
		struct function a = functions[random_below(&numbers, FUNCTIONS)];
		struct function b = functions[random_below(&numbers, FUNCTIONS)];
		ours[i] = diagram_rank(store, a.ours, b.ours);
		best[i] = a.theirs;
		second[i] = both(b.theirs, complement(a.theirs));
		for (size_t j = 0; j < i; j++)
			ck_assert_int_eq(
				ours[i] == ours[j], best[i] == best[j] && second[i] == second[j]);
	}
}

/* Lets some variables take only some values; returns where all do. */
static BDD restrict_variables(struct allowed allowed[], size_t count)
{
	BDD left = domain;
	for (size_t i = 0; i < variable_count; i++) {
		bool some = i < count && random_below(&numbers, 2);
		allowed[i] = (struct allowed){.count = 0};
		while (allowed[i].count == 0)
			for (unsigned j = arity[i]; j-- > 0;) {
				if (some && random_below(&numbers, 2))
					continue;
				class_set_add(&allowed[i].values, j);
				allowed[i].first = j;
				allowed[i].count++;
			}
		left = both(left, theirs_of(i, &allowed[i].values));
	}
	return left;
}

/* Whether the function depends on a variable as far as `left` goes. */
static bool depends(BDD function, BDD left, size_t variable)
{
	BDD any = keep(bdd_exist(both(function, left), keep(fdd_ithset((int)variable))));
	return both(any, left) != both(function, left);
}

static bool has_node(const struct diagram_store *in, uint32_t diagram, size_t variable)
{
	size_t first = diagram_variable(in, diagram);
	if (first >= variable)
		return first == variable;
	for (unsigned i = 0; i < arity[first]; i++)
		if (has_node(in, diagram_child(in, diagram, i), variable))
			return true;
	return false;
}

static void compare_restriction_copy(void)
{
	struct allowed allowed[VARIABLE_LIMIT];
	uint32_t ours[FUNCTIONS], results[FUNCTIONS];
	BDD left = restrict_variables(allowed, variable_count);
	struct restriction *restriction = restriction_new(store);
	struct diagram_store *into =
		diagram_store_new(arity, variable_count, diagram_store_size(store));
	for (size_t i = 0; i < FUNCTIONS; i++)
		ours[i] = functions[i].ours;
	restriction_copy(restriction, allowed, ours, FUNCTIONS, into, results);
	for (size_t i = 0; i < FUNCTIONS; i++) {
		for (size_t j = 0; j < i; j++)
			ck_assert_int_eq(results[i] == results[j],
				both(functions[i].theirs, left) == both(functions[j].theirs, left));
		for (size_t j = 0; j < variable_count; j++)
			ck_assert_int_eq(has_node(into, results[i], j),
				depends(functions[i].theirs, left, j));
	}
	diagram_store_free(into);
	restriction_free(restriction);
}

static void compare_restriction_is_constant(void)
{
	struct allowed allowed[VARIABLE_LIMIT];
	struct restriction *restriction = restriction_new(store);
	BDD left = restrict_variables(allowed, variable_count);
	for (size_t i = 0; i < FUNCTIONS; i++) {
		BDD theirs = both(functions[i].theirs, left);
		ck_assert_int_eq(restriction_is_constant(restriction, allowed, functions[i].ours),
			theirs == bddfalse || theirs == left);
	}
	restriction_free(restriction);
}

static void compare_restriction_depends(void)
{
	struct allowed allowed[VARIABLE_LIMIT];
	struct restriction *restriction = restriction_new(store);
	size_t first = random_below(&numbers, (unsigned)variable_count);
	size_t end = first + 1 + random_below(&numbers, (unsigned)(variable_count - first));
	BDD left = restrict_variables(allowed, first);
	for (size_t i = 0; i < FUNCTIONS; i++) {
		bool expected = false;
		for (size_t j = first; j < end; j++)
			expected = expected || depends(functions[i].theirs, left, j);
		ck_assert_int_eq(restriction_depends(
					 restriction, allowed, &functions[i].ours, 1, first, end),
			expected);
	}
	restriction_free(restriction);
}

/* For one variable: the least value is 1 where nothing that is allowed of the others makes it 0. */
static void compare_restriction_least(void)
{
	struct allowed allowed[VARIABLE_LIMIT];
	struct restriction *restriction = restriction_new(store);
	struct diagram_store *into = diagram_store_new(arity, variable_count, 1000000);
	size_t variable = random_below(&numbers, (unsigned)variable_count);
	BDD left = restrict_variables(allowed, variable);
	for (size_t i = 0; i < FUNCTIONS; i++) {
		uint32_t least = restriction_least(
			restriction, allowed, functions[i].ours, variable, variable + 1, into);
		BDD never = both(complement(functions[i].theirs), left);
		for (unsigned j = 0; j < arity[variable]; j++) {
			uint32_t ours =
				diagram_is_terminal(least) ? least : diagram_child(into, least, j);
			BDD here = keep(fdd_ithvar((int)variable, (int)j));
			ck_assert_int_eq(ours == 1, both(never, here) == bddfalse);
		}
	}
	diagram_store_free(into);
	restriction_free(restriction);
}

static void for_rounds(void (*compare)(void))
{
	for (unsigned i = 0; i < ROUNDS; i++) {
		begin(i);
		make_functions();
		compare();
		finish();
	}
}

START_TEST(test_diagram_equal_as_buddy)
{
	for_rounds(compare_diagram_equal);
}
END_TEST

START_TEST(test_diagram_values_as_buddy)
{
	for_rounds(compare_diagram_values);
}
END_TEST

START_TEST(test_diagram_rank_as_buddy)
{
	for_rounds(compare_diagram_rank);
}
END_TEST

START_TEST(test_restriction_copy_as_buddy)
{
	for_rounds(compare_restriction_copy);
}
END_TEST

START_TEST(test_restriction_is_constant_as_buddy)
{
	for_rounds(compare_restriction_is_constant);
}
END_TEST

START_TEST(test_restriction_depends_as_buddy)
{
	for_rounds(compare_restriction_depends);
}
END_TEST

START_TEST(test_restriction_least_as_buddy)
{
	for_rounds(compare_restriction_least);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("diagram, against BuDDy");
	TCase *cases = tcase_create("random functions");
	tcase_add_test(cases, test_diagram_equal_as_buddy);
	tcase_add_test(cases, test_diagram_values_as_buddy);
	tcase_add_test(cases, test_diagram_rank_as_buddy);
	tcase_add_test(cases, test_restriction_copy_as_buddy);
	tcase_add_test(cases, test_restriction_is_constant_as_buddy);
	tcase_add_test(cases, test_restriction_depends_as_buddy);
	tcase_add_test(cases, test_restriction_least_as_buddy);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
