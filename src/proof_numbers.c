#include "proof_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	STATE_LIMIT = 250 * 1000,
	STATE_NODE_LIMIT = 4 * 1000 * 1000, /* nodes in all states together */
	WORK_LIMIT = 12 * 1000 * 1000 /* nodes looked at on the way */
};

#define NO_STATE UINT32_MAX

/*
 * A state of the interview is what the answers so far leave open: the diagrams of the roots that
 * are not decided yet, each once and in order. What is asked after it depends on nothing else but
 * on whether its first question was asked already: one of choices has a variable an option.
 */
struct state {
	size_t start; /* where its nodes begin in the pool */
	uint32_t count;
	bool inside; /* the first question was asked already */
	size_t least; /* questions asked from here on */
	size_t most;
	double average;
};

struct asked {
	size_t least;
	size_t most;
	double average;
};

struct walk {
	const struct logic *logic;
	const struct diagram_store *store;
	struct state *states;
	size_t state_count;
	size_t state_capacity;
	uint32_t *pool;
	size_t pool_used;
	size_t pool_capacity;
	uint32_t *table; /* states by hash, NO_STATE where there is none */
	size_t table_size; /* a power of two */
	uint64_t *supports; /* for each diagram the questions it depends on, or NULL */
	size_t words; /* of a support */
	size_t work;
};

static uint64_t hash_nodes(const uint32_t nodes[], size_t count, bool inside)
{
	uint64_t hash = inside ? 2 : 1;
	for (size_t i = 0; i < count; i++) {
		hash = (hash ^ nodes[i]) * UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 32;
	}
	return hash;
}

static uint32_t *find_place(
	const struct walk *walk, const uint32_t nodes[], size_t count, bool inside)
{
	size_t at = hash_nodes(nodes, count, inside) & (walk->table_size - 1);
	for (; walk->table[at] != NO_STATE; at = (at + 1) & (walk->table_size - 1)) {
		const struct state *state = &walk->states[walk->table[at]];
		if (state->count == count && state->inside == inside &&
			memcmp(walk->pool + state->start, nodes, count * sizeof *nodes) == 0)
			break;
	}
	return &walk->table[at];
}

static void grow_table(struct walk *walk)
{
	free(walk->table);
	walk->table_size = walk->table_size ? walk->table_size * 2 : 1024;
	walk->table = memory_new(walk->table_size, sizeof *walk->table);
	memset(walk->table, 0xff, walk->table_size * sizeof *walk->table);
	for (size_t i = 0; i < walk->state_count; i++) {
		const struct state *state = &walk->states[i];
		*find_place(walk, walk->pool + state->start, state->count, state->inside) =
			(uint32_t)i;
	}
}

static void make_room(struct walk *walk, size_t count)
{
	if (walk->state_count == walk->state_capacity) {
		walk->state_capacity = walk->state_capacity ? walk->state_capacity * 2 : 256;
		walk->states =
			memory_grow(walk->states, walk->state_capacity, sizeof *walk->states);
	}
	if (walk->pool_used + count > walk->pool_capacity) {
		walk->pool_capacity = walk->pool_capacity * 2 + count;
		walk->pool = memory_grow(walk->pool, walk->pool_capacity, sizeof *walk->pool);
	}
	if (walk->state_count * 2 >= walk->table_size)
		grow_table(walk);
}

static void keep_state(
	struct walk *walk, const uint32_t nodes[], size_t count, bool inside, struct asked asked)
{
	if (walk->state_count >= STATE_LIMIT || walk->pool_used + count > STATE_NODE_LIMIT)
		return;
	make_room(walk, count);
	*find_place(walk, nodes, count, inside) = (uint32_t)walk->state_count;
	memcpy(walk->pool + walk->pool_used, nodes, count * sizeof *nodes);
	walk->states[walk->state_count++] = (struct state){.start = walk->pool_used,
		.count = (uint32_t)count,
		.inside = inside,
		.least = asked.least,
		.most = asked.most,
		.average = asked.average};
	walk->pool_used += count;
}

static int compare_nodes(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;
	return *a < *b ? -1 : *a > *b;
}

/* Puts nodes in order, each once and without what is decided. Returns how many are left. */
static size_t tidy(uint32_t nodes[], size_t count)
{
	size_t kept = 0;
	qsort(nodes, count, sizeof *nodes, compare_nodes);
	for (size_t i = 0; i < count; i++)
		if (!diagram_is_terminal(nodes[i]) && (kept == 0 || nodes[kept - 1] != nodes[i]))
			nodes[kept++] = nodes[i];
	return kept;
}

static bool visit(
	struct walk *walk, uint32_t nodes[], size_t count, size_t asking, struct asked *asked);

static size_t first_variable(const struct walk *walk, const uint32_t nodes[], size_t count)
{
	size_t first = diagram_variable(walk->store, nodes[0]);
	for (size_t i = 1; i < count; i++) {
		size_t variable = diagram_variable(walk->store, nodes[i]);
		first = variable < first ? variable : first;
	}
	return first;
}

/* Adds what is asked after a value of the variable that is one of `arity`. */
static bool take_value(struct walk *walk, const uint32_t nodes[], size_t count, size_t variable,
	unsigned value, uint32_t left[], struct asked *total)
{
	struct asked asked;
	for (size_t i = 0; i < count; i++)
		left[i] = diagram_variable(walk->store, nodes[i]) == variable
				  ? diagram_child(walk->store, nodes[i], value)
				  : nodes[i];
	if (!visit(walk, left, tidy(left, count), walk->logic->classes.question[variable], &asked))
		return false;
	total->least = asked.least < total->least ? asked.least : total->least;
	total->most = asked.most > total->most ? asked.most : total->most;
	total->average += asked.average / diagram_store_arity(walk->store, variable);
	return true;
}

/* Every value of the first variable, each as likely. */
static bool take_values(struct walk *walk, const uint32_t nodes[], size_t count, size_t variable,
	struct asked *total)
{
	*total = (struct asked){.least = SIZE_MAX};
	walk->work += count * diagram_store_arity(walk->store, variable);
	if (walk->work > WORK_LIMIT)
		return false;
	uint32_t *left = memory_new(count, sizeof *left);
	bool known = true;
	for (unsigned i = 0; known && i < diagram_store_arity(walk->store, variable); i++)
		known = take_value(walk, nodes, count, variable, i, left, total);
	free(left);
	return known;
}

/* Nodes that all hang together. */
static bool visit_part(
	struct walk *walk, const uint32_t nodes[], size_t count, size_t asking, struct asked *asked)
{
	size_t variable = first_variable(walk, nodes, count);
	bool inside = walk->logic->classes.question[variable] == asking;
	uint32_t known = *find_place(walk, nodes, count, inside);
	if (known != NO_STATE) {
		const struct state *state = &walk->states[known];
		*asked = (struct asked){state->least, state->most, state->average};
		return true;
	}
	if (!take_values(walk, nodes, count, variable, asked))
		return false;
	if (!inside) {
		asked->least++;
		asked->most++;
		asked->average += 1;
	}
	keep_state(walk, nodes, count, inside, *asked);
	return true;
}

static bool shares(const struct walk *walk, const uint64_t part[], uint32_t node)
{
	const uint64_t *support = walk->supports + node * walk->words;
	for (size_t i = 0; i < walk->words; i++)
		if (part[i] & support[i])
			return true;
	return false;
}

static void swap(uint32_t *a, uint32_t *b)
{
	uint32_t kept = *a;
	*a = *b;
	*b = kept;
}

/* Moves the nodes that share questions with the first one, or with one that does, to the front.
 * Returns how many they are. */
static size_t gather_part(struct walk *walk, uint32_t nodes[], size_t count)
{
	if (!walk->supports)
		return count;
	uint64_t *part = memory_new(walk->words, sizeof *part);
	size_t gathered = 0, before;
	do {
		before = gathered;
		for (size_t i = gathered; i < count; i++) {
			if (gathered && !shares(walk, part, nodes[i]))
				continue;
			for (size_t j = 0; j < walk->words; j++)
				part[j] |= walk->supports[nodes[i] * walk->words + j];
			swap(&nodes[i], &nodes[gathered++]);
		}
		walk->work += count;
	} while (gathered > before && gathered < count);
	free(part);
	qsort(nodes, gathered, sizeof *nodes, compare_nodes);
	return gathered;
}

/*
 * What is asked where these diagrams are not decided. `asking` is the question that was asked last.
 * Diagrams without a question in common are decided apart from each other. Reorders the nodes.
 */
static bool visit(
	struct walk *walk, uint32_t nodes[], size_t count, size_t asking, struct asked *asked)
{
	*asked = (struct asked){0};
	for (size_t i = 0; i < count;) {
		struct asked part;
		size_t size = gather_part(walk, nodes + i, count - i);
		if (!visit_part(walk, nodes + i, size, asking, &part))
			return false;
		asked->least += part.least;
		asked->most += part.most;
		asked->average += part.average;
		i += size;
	}
	return true;
}

enum { SUPPORT_LIMIT = 8 * 1000 * 1000 }; /* words of all supports */

/* Without supports all nodes are taken to hang together, which is as right and takes longer. */
static void find_supports(struct walk *walk)
{
	size_t count = diagram_store_size(walk->store);
	walk->words = walk->logic->pack->question_count / 64 + 1;
	if (count * walk->words > SUPPORT_LIMIT)
		return;
	walk->supports = memory_new(count * walk->words, sizeof *walk->supports);
	for (uint32_t i = DIAGRAM_VALUES; i < count; i++) {
		size_t variable = diagram_variable(walk->store, i);
		uint64_t *support = walk->supports + i * walk->words;
		size_t question = walk->logic->classes.question[variable];
		support[question / 64] |= UINT64_C(1) << question % 64;
		for (unsigned value = 0; value < diagram_store_arity(walk->store, variable);
			value++) {
			uint32_t child = diagram_child(walk->store, i, value);
			for (size_t j = 0; j < walk->words; j++)
				support[j] |= walk->supports[child * walk->words + j];
		}
	}
}

static bool find_asked(const struct logic *logic, struct asked *asked)
{
	for (size_t i = 0; i < logic->root_count; i++)
		if (logic->roots[i] == DIAGRAM_NONE)
			return false;
	struct walk walk = {.logic = logic, .store = logic->store};
	uint32_t *nodes = memory_new(logic->root_count, sizeof *nodes);
	memcpy(nodes, logic->roots, logic->root_count * sizeof *nodes);
	find_supports(&walk);
	grow_table(&walk);
	bool known = visit(&walk, nodes, tidy(nodes, logic->root_count), PACK_NO_QUESTION, asked);
	free(walk.states);
	free(walk.pool);
	free(walk.table);
	free(walk.supports);
	free(nodes);
	return known;
}

static void count_clients(const struct classes *classes, struct proof_numbers *numbers)
{
	const uint64_t limit = UINT64_C(1) << 63;
	const double half_a_power = 3.1622776601683795; /* the root of 10 */
	double mantissa = 1;
	numbers->clients = 1;
	for (size_t i = 0; i < classes->variable_count; i++) {
		unsigned arity = classes->arity[i];
		bool fits = numbers->clients && numbers->clients <= limit / arity;
		numbers->clients = fits ? numbers->clients * arity : 0;
		for (mantissa *= arity; mantissa >= 10; mantissa /= 10)
			numbers->clients_power++;
	}
	numbers->clients_power += mantissa >= half_a_power;
	if (numbers->clients)
		numbers->clients_power = 0;
}

void proof_count(const struct proof *proof, struct proof_numbers *numbers)
{
	struct asked asked = {0};
	*numbers = (struct proof_numbers){0};
	count_clients(&proof->logic->classes, numbers);
	numbers->asked_known = find_asked(proof->logic, &asked);
	if (!numbers->asked_known)
		return;
	numbers->asked_least = asked.least;
	numbers->asked_most = asked.most;
	numbers->asked_average = asked.average;
}
