/*
 * After Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986), and Srinivasan,
 * Kam, Malik and Brayton, "Algorithms for Discrete Function Manipulation" (1990), which gives a
 * node as many children as its variable has values.
 */
#include "screener/diagram.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	FIRST_CAPACITY = 64, /* a power of two, as all capacities of tables here */
	STEP_CAPACITY_LIMIT = 1 << 22,
	CHILDREN_PER_NODE = 8, /* for each node of the limit, this many children fit in the pool */
	STEPS_PER_NODE = 16 /* and this many steps may be taken */
};

struct node {
	size_t children; /* where they begin in the pool */
	uint32_t variable;
	uint32_t next; /* the next node of the same bucket, or 0 */
};

/* A step of an operation that was taken, remembered until another needs its place. The operation
 * on two zeros never gets that far, so that all bytes zero is no step. */
struct step {
	uint32_t operation; /* and the epoch: a step of another one is of diagrams now forgotten */
	uint32_t a;
	uint32_t b;
	uint32_t result;
};

struct diagram_store {
	size_t variable_count;
	unsigned *arity;
	/* Room for the children of one node of each variable while they are found: variable i's is
	 * at rooms + room[i]. Recursion goes to later variables only, so one of each is enough. */
	size_t *room;
	uint32_t *rooms;
	struct node *nodes; /* the first are the terminals */
	size_t node_count;
	size_t node_capacity;
	size_t node_limit;
	uint32_t *pool; /* the children of all nodes */
	size_t pool_used;
	size_t pool_capacity;
	size_t pool_limit;
	uint32_t *buckets; /* the first node of each, or 0 */
	size_t bucket_count;
	struct step *steps;
	size_t step_capacity;
	size_t steps_taken; /* since all was last forgotten */
	size_t step_limit;
	uint32_t epoch; /* how often some diagrams were forgotten */
};

void class_set_add(struct class_set *set, unsigned value)
{
	set->words[value / 64] |= UINT64_C(1) << value % 64;
}

bool class_set_has(const struct class_set *set, unsigned value)
{
	return set->words[value / 64] >> value % 64 & 1;
}

static void make_rooms(struct diagram_store *store, const unsigned arity[])
{
	size_t size = 0;
	for (size_t i = 0; i < store->variable_count; i++) {
		store->arity[i] = arity[i];
		store->room[i] = size;
		size += arity[i];
	}
	store->rooms = memory_new(size, sizeof *store->rooms);
}

/* Steps are for nodes that are not there yet. */
static void limit(struct diagram_store *store, size_t node_limit)
{
	size_t most = UINT32_MAX / 2;
	store->node_limit = node_limit < most ? node_limit : most;
	size_t nodes = store->node_count > DIAGRAM_VALUES ? store->node_count - DIAGRAM_VALUES : 0;
	size_t left = store->node_limit - nodes;
	store->pool_limit = store->pool_used + left * CHILDREN_PER_NODE + DIAGRAM_CLASS_LIMIT;
	store->step_limit = store->steps_taken + (left + 1) * STEPS_PER_NODE;
}

struct diagram_store *diagram_store_new(
	const unsigned arity[], size_t variable_count, size_t node_limit)
{
	struct diagram_store *store = memory_new(1, sizeof *store);
	store->variable_count = variable_count;
	store->arity = memory_new(variable_count, sizeof *store->arity);
	store->room = memory_new(variable_count, sizeof *store->room);
	make_rooms(store, arity);
	limit(store, node_limit);
	store->node_capacity = FIRST_CAPACITY;
	store->nodes = memory_new(store->node_capacity, sizeof *store->nodes);
	for (size_t i = 0; i < DIAGRAM_VALUES; i++)
		store->nodes[i].variable = (uint32_t)variable_count;
	store->bucket_count = FIRST_CAPACITY;
	store->buckets = memory_new(store->bucket_count, sizeof *store->buckets);
	diagram_store_clear(store);
	return store;
}

void diagram_store_free(struct diagram_store *store)
{
	if (!store)
		return;
	free(store->arity);
	free(store->room);
	free(store->rooms);
	free(store->nodes);
	free(store->pool);
	free(store->buckets);
	free(store->steps);
	free(store);
}

void diagram_store_clear(struct diagram_store *store)
{
	store->node_count = DIAGRAM_VALUES;
	store->pool_used = 0;
	memset(store->buckets, 0, store->bucket_count * sizeof *store->buckets);
	if (store->steps_taken)
		memset(store->steps, 0, store->step_capacity * sizeof *store->steps);
	store->steps_taken = 0;
	store->epoch = 0;
	limit(store, store->node_limit);
}

void diagram_store_allow(struct diagram_store *store, size_t nodes)
{
	limit(store, store->node_count - DIAGRAM_VALUES + nodes);
}

size_t diagram_store_work(const struct diagram_store *store)
{
	return store->steps_taken / STEPS_PER_NODE;
}

size_t diagram_store_size(const struct diagram_store *store)
{
	return store->node_count;
}

size_t diagram_store_variables(const struct diagram_store *store)
{
	return store->variable_count;
}

unsigned diagram_store_arity(const struct diagram_store *store, size_t variable)
{
	return store->arity[variable];
}

static uint64_t mix(uint64_t hash, uint64_t number)
{
	hash = (hash ^ number) * UINT64_C(0x9e3779b97f4a7c15); /* 2^64 over the golden ratio */
	return hash ^ hash >> 32;
}

static uint32_t *find_bucket(
	const struct diagram_store *store, size_t variable, const uint32_t children[])
{
	uint64_t hash = mix(1, variable);
	for (unsigned i = 0; i < store->arity[variable]; i++)
		hash = mix(hash, children[i]);
	return &store->buckets[hash & (store->bucket_count - 1)];
}

static void grow_buckets(struct diagram_store *store)
{
	free(store->buckets);
	store->bucket_count *= 2;
	store->buckets = memory_new(store->bucket_count, sizeof *store->buckets);
	for (size_t i = DIAGRAM_VALUES; i < store->node_count; i++) {
		struct node *node = &store->nodes[i];
		uint32_t *bucket = find_bucket(store, node->variable, store->pool + node->children);
		node->next = *bucket;
		*bucket = (uint32_t)i;
	}
}

/* A bucket's newest node is its first, so that the newest of all can always be taken off. */
void diagram_store_forget(struct diagram_store *store, size_t size)
{
	if (store->node_count == size)
		return;
	while (store->node_count > size) {
		const struct node *node = &store->nodes[--store->node_count];
		*find_bucket(store, node->variable, store->pool + node->children) = node->next;
		store->pool_used = node->children;
	}
	store->epoch++;
}

static bool make_room(struct diagram_store *store, unsigned children)
{
	if (store->node_count - DIAGRAM_VALUES >= store->node_limit)
		return false;
	if (store->pool_used + children > store->pool_limit)
		return false;
	if (store->node_count == store->node_capacity) {
		store->node_capacity *= 2;
		store->nodes =
			memory_grow(store->nodes, store->node_capacity, sizeof *store->nodes);
	}
	if (store->pool_used + children > store->pool_capacity) {
		store->pool_capacity = store->pool_capacity * 2 + DIAGRAM_CLASS_LIMIT;
		store->pool = memory_grow(store->pool, store->pool_capacity, sizeof *store->pool);
	}
	if (store->node_count > store->bucket_count)
		grow_buckets(store);
	return true;
}

static uint32_t add_node(
	struct diagram_store *store, size_t variable, const uint32_t children[], unsigned arity)
{
	if (!make_room(store, arity))
		return DIAGRAM_NONE;
	uint32_t *bucket = find_bucket(store, variable, children);
	struct node *node = &store->nodes[store->node_count];
	*node = (struct node){store->pool_used, (uint32_t)variable, *bucket};
	memcpy(store->pool + store->pool_used, children, arity * sizeof *children);
	store->pool_used += arity;
	*bucket = (uint32_t)store->node_count++;
	return *bucket;
}

uint32_t diagram_choose(struct diagram_store *store, size_t variable, const uint32_t children[])
{
	unsigned arity = store->arity[variable];
	bool same = true;
	for (unsigned i = 0; i < arity; i++) {
		if (children[i] == DIAGRAM_NONE)
			return DIAGRAM_NONE;
		same = same && children[i] == children[0];
	}
	if (same)
		return children[0];
	for (uint32_t i = *find_bucket(store, variable, children); i; i = store->nodes[i].next) {
		const struct node *node = &store->nodes[i];
		if (node->variable == variable && memcmp(store->pool + node->children, children,
							  arity * sizeof *children) == 0)
			return i;
	}
	return add_node(store, variable, children, arity);
}

uint32_t diagram_of(struct diagram_store *store, size_t variable, const struct class_set *set)
{
	uint32_t *children = store->rooms + store->room[variable];
	for (unsigned i = 0; i < store->arity[variable]; i++)
		children[i] = class_set_has(set, i);
	return diagram_choose(store, variable, children);
}

bool diagram_is_terminal(uint32_t diagram)
{
	return diagram < DIAGRAM_VALUES;
}

size_t diagram_variable(const struct diagram_store *store, uint32_t diagram)
{
	return store->nodes[diagram].variable;
}

uint32_t diagram_child(const struct diagram_store *store, uint32_t diagram, unsigned value)
{
	return store->pool[store->nodes[diagram].children + value];
}

/*
 * The operations. Each settles what can be told without looking into the diagrams, two terminals
 * always; UNSETTLED is any number that is no diagram.
 */
#define UNSETTLED (DIAGRAM_NONE - 1)

static uint32_t settle_and(uint32_t a, uint32_t b)
{
	if (a == 0 || b == 0)
		return 0;
	if (a == 1)
		return b;
	return b == 1 || a == b ? a : UNSETTLED;
}

static uint32_t settle_or(uint32_t a, uint32_t b)
{
	if (a == 1 || b == 1)
		return 1;
	if (a == 0)
		return b;
	return b == 0 || a == b ? a : UNSETTLED;
}

static uint32_t settle_not(uint32_t a, uint32_t b)
{
	(void)b;
	return diagram_is_terminal(a) ? a == 0 : UNSETTLED;
}

static uint32_t settle_rank(uint32_t a, uint32_t b)
{
	if (a == 0)
		return b;
	return diagram_is_terminal(a) ? 2 : UNSETTLED;
}

static uint32_t settle_min(uint32_t a, uint32_t b)
{
	if (a == 0 || b == 0)
		return 0;
	if (a == 2)
		return b;
	return b == 2 || a == b ? a : UNSETTLED;
}

enum operation {
	OPERATION_AND,
	OPERATION_OR,
	OPERATION_NOT,
	OPERATION_RANK,
	OPERATION_MIN,
	OPERATION_COUNT
};

static const struct {
	uint32_t (*settle)(uint32_t a, uint32_t b);
	bool commutes;
} operations[OPERATION_COUNT] = {
	[OPERATION_AND] = {settle_and, true},
	[OPERATION_OR] = {settle_or, true},
	[OPERATION_NOT] = {settle_not, false},
	[OPERATION_RANK] = {settle_rank, false},
	[OPERATION_MIN] = {settle_min, true},
};

/* As many places for steps as there are nodes, within limits; growing forgets the old ones. */
static void make_room_for_steps(struct diagram_store *store)
{
	if (store->step_capacity >= store->node_count ||
		store->step_capacity == STEP_CAPACITY_LIMIT)
		return;
	size_t capacity = store->step_capacity ? store->step_capacity : FIRST_CAPACITY;
	while (capacity < store->node_count && capacity < STEP_CAPACITY_LIMIT)
		capacity *= 2;
	free(store->steps);
	store->steps = memory_new(capacity, sizeof *store->steps);
	store->step_capacity = capacity;
}

static struct step *find_step(
	const struct diagram_store *store, enum operation operation, uint32_t a, uint32_t b)
{
	uint64_t hash = mix(mix(mix(1, operation), a), b);
	return &store->steps[hash & (store->step_capacity - 1)];
}

static uint32_t apply(
	struct diagram_store *store, enum operation operation, uint32_t a, uint32_t b);

static uint32_t part(
	const struct diagram_store *store, uint32_t diagram, size_t variable, unsigned value)
{
	return diagram_variable(store, diagram) == variable ? diagram_child(store, diagram, value)
							    : diagram;
}

static uint32_t apply_below(
	struct diagram_store *store, enum operation operation, uint32_t a, uint32_t b)
{
	size_t variable = diagram_variable(store, a);
	if (diagram_variable(store, b) < variable)
		variable = diagram_variable(store, b);
	uint32_t *children = store->rooms + store->room[variable];
	for (unsigned i = 0; i < store->arity[variable]; i++) {
		children[i] = apply(
			store, operation, part(store, a, variable, i), part(store, b, variable, i));
		if (children[i] == DIAGRAM_NONE)
			return DIAGRAM_NONE;
	}
	return diagram_choose(store, variable, children);
}

static uint32_t take_step(
	struct diagram_store *store, enum operation operation, uint32_t a, uint32_t b)
{
	uint32_t name = store->epoch * OPERATION_COUNT + operation;
	make_room_for_steps(store);
	const struct step *known = find_step(store, operation, a, b);
	if (known->operation == name && known->a == a && known->b == b)
		return known->result;
	if (store->steps_taken++ >= store->step_limit)
		return DIAGRAM_NONE;
	uint32_t result = apply_below(store, operation, a, b);
	if (result != DIAGRAM_NONE)
		*find_step(store, operation, a, b) = (struct step){name, a, b, result};
	return result;
}

static uint32_t apply(struct diagram_store *store, enum operation operation, uint32_t a, uint32_t b)
{
	if (a == DIAGRAM_NONE || b == DIAGRAM_NONE)
		return DIAGRAM_NONE;
	uint32_t settled = operations[operation].settle(a, b);
	if (settled != UNSETTLED)
		return settled;
	if (operations[operation].commutes && a > b)
		return take_step(store, operation, b, a);
	return take_step(store, operation, a, b);
}

uint32_t diagram_and(struct diagram_store *store, uint32_t a, uint32_t b)
{
	return apply(store, OPERATION_AND, a, b);
}

uint32_t diagram_or(struct diagram_store *store, uint32_t a, uint32_t b)
{
	return apply(store, OPERATION_OR, a, b);
}

uint32_t diagram_not(struct diagram_store *store, uint32_t a)
{
	return apply(store, OPERATION_NOT, a, 0);
}

uint32_t diagram_rank(struct diagram_store *store, uint32_t a, uint32_t b)
{
	return apply(store, OPERATION_RANK, a, b);
}

uint32_t diagram_min(struct diagram_store *store, uint32_t a, uint32_t b)
{
	return apply(store, OPERATION_MIN, a, b);
}
