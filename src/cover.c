/*
 * After the expand and irredundant steps of Espresso-MV (Rudell and Sangiovanni-Vincentelli,
 * "Multiple-Valued Minimization for PLA Optimization", 1987), with a diagram to ask instead of a
 * list of the cubes that are not in the set.
 */
#include "cover.h"

#include "restriction.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* A walk ends where it meets what is not in the set: on average it sees about one node of
	 * so many. */
	STEPS_UNTIL_SETTLED = 8,
	STEPS_PER_NODE = 16 /* as a store counts its work */
};

/* A cube is what it allows of each variable. */
struct maker {
	const struct classes *classes;
	size_t variables;
	struct restriction *restriction; /* of the store that has the set */
	uint32_t set;
	size_t set_size; /* nodes, about */
	size_t walked; /* steps, about */
	size_t allowance; /* steps that may be taken in all */
	struct diagram_store *store; /* for what is not covered yet, and the cubes */
	uint32_t whole; /* the set, in that store */
	uint32_t left; /* what no cube covers yet, in that store */
	struct allowed *seed; /* a cube, before and after it was widened in two ways */
	struct allowed *wide[2];
	struct allowed *cubes[COVER_TERM_LIMIT];
	uint32_t diagrams[COVER_TERM_LIMIT];
	size_t cube_count;
};

static struct allowed *new_cube(const struct maker *maker)
{
	return memory_new(maker->variables, sizeof(struct allowed));
}

static void copy_cube(const struct maker *maker, struct allowed *to, const struct allowed *from)
{
	memcpy(to, from, maker->variables * sizeof *to);
}

static void allow_anything(const struct maker *maker, struct allowed *cube)
{
	for (size_t i = 0; i < maker->classes->pack->question_count; i++)
		classes_allow_all(maker->classes, i, cube);
}

static unsigned arity_of(const struct maker *maker, size_t variable)
{
	return maker->classes->arity[variable];
}

/* The cube of the first way down to 1, with all values that lead the same way. */
static void find_seed(struct maker *maker)
{
	allow_anything(maker, maker->seed);
	uint32_t node = maker->left;
	while (!diagram_is_terminal(node)) {
		size_t variable = diagram_variable(maker->store, node);
		struct allowed taken = {.count = 0};
		uint32_t way = 0;
		for (unsigned i = 0; i < arity_of(maker, variable); i++) {
			uint32_t child = diagram_child(maker->store, node, i);
			if (way == 0 && child != 0) {
				way = child;
				taken.first = i;
			}
			if (child != way || way == 0)
				continue;
			class_set_add(&taken.values, i);
			taken.count++;
		}
		maker->seed[variable] = taken;
		node = way;
	}
}

/* Whether all of the cube, which has something of the set, is in the set. */
static bool is_inside(struct maker *maker, const struct allowed *cube)
{
	maker->walked += 1 + maker->set_size / STEPS_UNTIL_SETTLED;
	return restriction_is_constant(maker->restriction, cube, maker->set);
}

static void add_value(struct allowed *allowed, unsigned value)
{
	class_set_add(&allowed->values, value);
	allowed->count++;
	if (value < allowed->first)
		allowed->first = value;
}

/* Adds to the cube each value of the variable that keeps it inside the set. Whether it does has
 * nothing to do with the variable's other values. */
static void widen(struct maker *maker, struct allowed *cube, size_t variable)
{
	for (unsigned i = 0; i < arity_of(maker, variable); i++) {
		if (class_set_has(&cube[variable].values, i))
			continue;
		struct allowed before = cube[variable];
		add_value(&cube[variable], i);
		if (!is_inside(maker, cube))
			cube[variable] = before;
	}
}

/* Lets the variable be anything, where that keeps the cube inside the set. */
static void release(struct maker *maker, struct allowed *cube, size_t variable)
{
	struct allowed before = cube[variable];
	for (unsigned i = 0; i < arity_of(maker, variable); i++)
		if (!class_set_has(&cube[variable].values, i))
			add_value(&cube[variable], i);
	if (!is_inside(maker, cube))
		cube[variable] = before;
}

static bool is_free(const struct maker *maker, const struct allowed *cube, size_t variable)
{
	return cube[variable].count == arity_of(maker, variable);
}

/* Applies to every variable that the cube says something of, from the first or from the last. */
static void each_variable(struct maker *maker, struct allowed *cube, bool from_last,
	void (*apply)(struct maker *, struct allowed *, size_t))
{
	for (size_t i = 0; i < maker->variables; i++) {
		size_t variable = from_last ? maker->variables - 1 - i : i;
		if (!is_free(maker, cube, variable))
			apply(maker, cube, variable);
	}
}

static size_t count_literals(const struct maker *maker, const struct allowed *cube)
{
	size_t count = 0;
	for (size_t i = 0; i < maker->variables; i++)
		count += !is_free(maker, cube, i);
	return count;
}

static uint32_t diagram_of_cube(struct maker *maker, const struct allowed *cube)
{
	uint32_t diagram = 1;
	/* From the last variable, so that each step only puts a node on top. */
	for (size_t i = maker->variables; i-- > 0;)
		if (!is_free(maker, cube, i))
			diagram = diagram_and(maker->store,
				diagram_of(maker->store, i, &cube[i].values), diagram);
	return diagram;
}

/* How much of what is left the cube covers. */
static uint64_t weigh(struct maker *maker, const struct allowed *cube)
{
	uint32_t gain = diagram_and(maker->store, maker->left, diagram_of_cube(maker, cube));
	if (gain == DIAGRAM_NONE)
		return 0;
	maker->walked += diagram_store_size(maker->store) / STEPS_UNTIL_SETTLED;
	return cover_count(maker->store, gain);
}

static size_t count_steps(const struct maker *maker)
{
	return maker->walked + diagram_store_work(maker->store) * STEPS_PER_NODE;
}

static bool may_go_on(const struct maker *maker)
{
	return count_steps(maker) < maker->allowance;
}

static bool is_same_cube(
	const struct maker *maker, const struct allowed *a, const struct allowed *b)
{
	for (size_t i = 0; i < maker->variables; i++)
		if (memcmp(&a[i].values, &b[i].values, sizeof a[i].values) != 0)
			return false;
	return true;
}

/* Of two cubes, the one that covers more of what is left, or says less. */
static const struct allowed *choose_cube(
	struct maker *maker, const struct allowed *a, const struct allowed *b)
{
	if (is_same_cube(maker, a, b))
		return a;
	uint64_t weight_a = weigh(maker, a), weight_b = weigh(maker, b);
	if (weight_a != weight_b)
		return weight_a > weight_b ? a : b;
	return count_literals(maker, a) <= count_literals(maker, b) ? a : b;
}

/* Widens the seed from the first variable and from the last; returns the better cube. */
static const struct allowed *widen_seed(struct maker *maker)
{
	for (int way = 0; way < 2; way++) {
		struct allowed *cube = maker->wide[way];
		copy_cube(maker, cube, maker->seed);
		each_variable(maker, cube, way == 1, release);
		each_variable(maker, cube, way == 1, widen);
	}
	return choose_cube(maker, maker->wide[0], maker->wide[1]);
}

/* Returns false where as much was done as may be. */
static bool cover_more(struct maker *maker)
{
	find_seed(maker);
	const struct allowed *cube = may_go_on(maker) ? widen_seed(maker) : maker->seed;
	size_t number = maker->cube_count++;
	maker->cubes[number] = new_cube(maker);
	copy_cube(maker, maker->cubes[number], cube);
	uint32_t diagram = maker->diagrams[number] = diagram_of_cube(maker, cube);
	uint32_t left = diagram_and(maker->store, maker->left, diagram_not(maker->store, diagram));
	if (left == DIAGRAM_NONE)
		return false;
	maker->left = left;
	return may_go_on(maker) && maker->cube_count < COVER_TERM_LIMIT;
}

/* Leaves out each cube, from the first, that those kept before and those after it cover. */
static void leave_out_redundant(struct maker *maker)
{
	uint32_t after[COVER_TERM_LIMIT + 1], before = 0;
	size_t count = maker->cube_count, kept = 0;
	after[count] = 0;
	for (size_t i = count; i-- > 0;)
		after[i] = diagram_or(maker->store, maker->diagrams[i], after[i + 1]);
	for (size_t i = 0; i < count; i++) {
		if (diagram_or(maker->store, before, after[i + 1]) == maker->whole) {
			free(maker->cubes[i]);
			continue;
		}
		before = diagram_or(maker->store, before, maker->diagrams[i]);
		maker->cubes[kept++] = maker->cubes[i];
	}
	maker->cube_count = kept;
}

static void init(struct maker *maker, const struct classes *classes,
	const struct diagram_store *store, uint32_t set, size_t allowance)
{
	*maker = (struct maker){.classes = classes, .set = set, .allowance = allowance};
	maker->variables = classes->variable_count;
	maker->restriction = restriction_new(store);
	maker->seed = new_cube(maker);
	maker->wide[0] = new_cube(maker);
	maker->wide[1] = new_cube(maker);
	/* The set is no larger than the store that it is in. */
	maker->store =
		diagram_store_new(classes->arity, maker->variables, diagram_store_size(store));
	allow_anything(maker, maker->seed);
	restriction_copy(maker->restriction, maker->seed, &set, 1, maker->store, &maker->whole);
	maker->set_size = diagram_store_size(maker->store);
	diagram_store_allow(maker->store, maker->allowance / STEPS_PER_NODE);
	maker->left = maker->whole;
}

static void destroy(struct maker *maker)
{
	for (size_t i = 0; i < maker->cube_count; i++)
		free(maker->cubes[i]);
	diagram_store_free(maker->store);
	restriction_free(maker->restriction);
	free(maker->seed);
	free(maker->wide[0]);
	free(maker->wide[1]);
}

/* The options that the variables of a choices question put in or leave out. */
static void tell_options(
	const struct maker *maker, const struct allowed *cube, struct cover_literal *literal)
{
	const struct classes *classes = maker->classes;
	size_t end = classes->first[literal->question + 1];
	for (size_t i = classes->first[literal->question]; i < end; i++) {
		if (is_free(maker, cube, i))
			continue;
		if (cube[i].first == 1)
			class_set_add(&literal->values, classes->option[i]);
		else
			literal->left_out |= UINT64_C(1) << classes->option[i];
	}
}

static void tell_values(
	const struct maker *maker, const struct allowed *cube, struct cover_literal *literal)
{
	const struct classes *classes = maker->classes;
	size_t question = literal->question;
	const struct allowed *allowed = &cube[classes->first[question]];
	size_t count = classes_value_count(&classes->pack->questions[question]);
	for (unsigned i = 0; i < count; i++)
		if (class_set_has(&allowed->values, classes->class_of[question][i]))
			class_set_add(&literal->values, i);
}

static bool says_something(const struct maker *maker, const struct allowed *cube, size_t question)
{
	const struct classes *classes = maker->classes;
	for (size_t i = classes->first[question]; i < classes->first[question + 1]; i++)
		if (!is_free(maker, cube, i))
			return true;
	return false;
}

static struct cover_term make_term(
	const struct maker *maker, const struct allowed *cube, struct arena *arena)
{
	const struct pack *pack = maker->classes->pack;
	struct cover_literal *literals =
		arena_new(arena, count_literals(maker, cube), sizeof *literals);
	size_t count = 0;
	for (size_t i = 0; i < pack->question_count; i++) {
		if (!says_something(maker, cube, i))
			continue;
		struct cover_literal *literal = &literals[count++];
		literal->question = i;
		if (pack->questions[i].type == QUESTION_CHOICES)
			tell_options(maker, cube, literal);
		else
			tell_values(maker, cube, literal);
	}
	return (struct cover_term){literals, count};
}

struct cover cover_find(const struct classes *classes, const struct diagram_store *store,
	uint32_t set, struct arena *arena, size_t *budget)
{
	struct maker maker;
	init(&maker, classes, store, set, *budget / 2);
	while (maker.left != 0 && cover_more(&maker))
		continue;
	struct cover cover = {.complete = maker.left == 0};
	if (cover.complete)
		leave_out_redundant(&maker);
	struct cover_term *terms = arena_new(arena, maker.cube_count, sizeof *terms);
	for (size_t i = 0; i < maker.cube_count; i++)
		terms[i] = make_term(&maker, maker.cubes[i], arena);
	cover.terms = terms;
	cover.count = maker.cube_count;
	size_t steps = count_steps(&maker);
	*budget -= steps < *budget ? steps : *budget;
	destroy(&maker);
	return cover;
}
