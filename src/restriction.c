#include "restriction.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* What a walk found at a node; it counts only for the walk whose number it bears. */
struct mark {
	uint32_t walk;
	uint32_t result;
};

struct restriction {
	const struct diagram_store *store;
	/* Room for the children of one node of each variable: a walk goes to later ones only. */
	size_t *room;
	uint32_t *rooms;
	struct mark *marks; /* one for each diagram of the store */
	uint32_t walk; /* the number of the walk under way, from 1 */
	const struct allowed *allowed;
	struct diagram_store *into;
	size_t first;
	size_t end;
	uint32_t constant; /* the value met first, or DIAGRAM_NONE before */
};

struct restriction *restriction_new(const struct diagram_store *store)
{
	struct restriction *restriction = memory_new(1, sizeof *restriction);
	size_t variable_count = diagram_store_variables(store);
	size_t size = 0;
	restriction->store = store;
	restriction->room = memory_new(variable_count, sizeof *restriction->room);
	for (size_t i = 0; i < variable_count; i++) {
		restriction->room[i] = size;
		size += diagram_store_arity(store, i);
	}
	restriction->rooms = memory_new(size, sizeof *restriction->rooms);
	restriction->marks = memory_new(diagram_store_size(store), sizeof *restriction->marks);
	return restriction;
}

void restriction_free(struct restriction *restriction)
{
	if (!restriction)
		return;
	free(restriction->room);
	free(restriction->rooms);
	free(restriction->marks);
	free(restriction);
}

static void start_walk(struct restriction *walk, const struct allowed allowed[])
{
	walk->allowed = allowed;
	if (++walk->walk == 0) {
		size_t count = diagram_store_size(walk->store);
		memset(walk->marks, 0, count * sizeof *walk->marks);
		walk->walk = 1;
	}
}

static bool is_known(const struct restriction *walk, uint32_t node)
{
	return walk->marks[node].walk == walk->walk;
}

static uint32_t keep(struct restriction *walk, uint32_t node, uint32_t result)
{
	walk->marks[node] = (struct mark){walk->walk, result};
	return result;
}

static bool is_allowed(const struct restriction *walk, size_t variable, unsigned value)
{
	return class_set_has(&walk->allowed[variable].values, value);
}

static uint32_t copy_node(struct restriction *walk, uint32_t node);

static uint32_t copy_children(struct restriction *walk, uint32_t node, size_t variable)
{
	uint32_t *children = walk->rooms + walk->room[variable];
	unsigned first = walk->allowed[variable].first;
	unsigned arity = diagram_store_arity(walk->store, variable);
	for (unsigned i = 0; i < arity; i++) {
		unsigned value = is_allowed(walk, variable, i) ? i : first;
		children[i] = copy_node(walk, diagram_child(walk->store, node, value));
	}
	return diagram_choose(walk->into, variable, children);
}

static uint32_t copy_node(struct restriction *walk, uint32_t node)
{
	if (diagram_is_terminal(node))
		return node;
	if (is_known(walk, node))
		return walk->marks[node].result;
	size_t variable = diagram_variable(walk->store, node);
	const struct allowed *allowed = &walk->allowed[variable];
	if (allowed->count == 1)
		return keep(walk, node,
			copy_node(walk, diagram_child(walk->store, node, allowed->first)));
	return keep(walk, node, copy_children(walk, node, variable));
}

void restriction_copy(struct restriction *restriction, const struct allowed allowed[],
	const uint32_t diagrams[], size_t count, struct diagram_store *into, uint32_t results[])
{
	start_walk(restriction, allowed);
	restriction->into = into;
	for (size_t i = 0; i < count; i++)
		results[i] = diagrams[i] == DIAGRAM_NONE ? DIAGRAM_NONE
							 : copy_node(restriction, diagrams[i]);
}

/* Returns false, and ends the walk, at the first value that is not the one met before. */
static bool meet_values(struct restriction *walk, uint32_t node)
{
	if (diagram_is_terminal(node)) {
		if (walk->constant == DIAGRAM_NONE)
			walk->constant = node;
		return walk->constant == node;
	}
	if (is_known(walk, node))
		return true;
	keep(walk, node, 0);
	size_t variable = diagram_variable(walk->store, node);
	unsigned arity = diagram_store_arity(walk->store, variable);
	for (unsigned i = walk->allowed[variable].first; i < arity; i++)
		if (is_allowed(walk, variable, i) &&
			!meet_values(walk, diagram_child(walk->store, node, i)))
			return false;
	return true;
}

bool restriction_is_constant(
	struct restriction *restriction, const struct allowed allowed[], uint32_t diagram)
{
	start_walk(restriction, allowed);
	restriction->constant = DIAGRAM_NONE;
	return meet_values(restriction, diagram);
}

static bool meet_variables(struct restriction *walk, uint32_t node)
{
	size_t variable = diagram_variable(walk->store, node);
	if (variable >= walk->first)
		return variable < walk->end;
	if (is_known(walk, node))
		return false;
	keep(walk, node, 0);
	unsigned arity = diagram_store_arity(walk->store, variable);
	for (unsigned i = walk->allowed[variable].first; i < arity; i++)
		if (is_allowed(walk, variable, i) &&
			meet_variables(walk, diagram_child(walk->store, node, i)))
			return true;
	return false;
}

bool restriction_depends(struct restriction *restriction, const struct allowed allowed[],
	const uint32_t diagrams[], size_t count, size_t first, size_t end)
{
	start_walk(restriction, allowed);
	restriction->first = first;
	restriction->end = end;
	for (size_t i = 0; i < count; i++)
		if (diagrams[i] != DIAGRAM_NONE && meet_variables(restriction, diagrams[i]))
			return true;
	return false;
}

static uint32_t least_of_node(struct restriction *walk, uint32_t node);

static uint32_t least_by_choice(struct restriction *walk, uint32_t node, size_t variable)
{
	uint32_t *children = walk->rooms + walk->room[variable];
	for (unsigned i = 0; i < diagram_store_arity(walk->store, variable); i++)
		children[i] = least_of_node(walk, diagram_child(walk->store, node, i));
	return diagram_choose(walk->into, variable, children);
}

static uint32_t least_of_allowed(struct restriction *walk, uint32_t node, size_t variable)
{
	unsigned first = walk->allowed[variable].first;
	unsigned arity = diagram_store_arity(walk->store, variable);
	uint32_t least = least_of_node(walk, diagram_child(walk->store, node, first));
	for (unsigned i = first + 1; i < arity && least != 0; i++) {
		if (!is_allowed(walk, variable, i))
			continue;
		uint32_t other = least_of_node(walk, diagram_child(walk->store, node, i));
		least = diagram_min(walk->into, least, other);
	}
	return least;
}

static uint32_t least_of_node(struct restriction *walk, uint32_t node)
{
	if (diagram_is_terminal(node))
		return node;
	if (is_known(walk, node))
		return walk->marks[node].result;
	size_t variable = diagram_variable(walk->store, node);
	bool chosen = variable >= walk->first && variable < walk->end;
	return keep(walk, node,
		chosen ? least_by_choice(walk, node, variable)
		       : least_of_allowed(walk, node, variable));
}

uint32_t restriction_least(struct restriction *restriction, const struct allowed allowed[],
	uint32_t diagram, size_t first, size_t end, struct diagram_store *into)
{
	start_walk(restriction, allowed);
	restriction->first = first;
	restriction->end = end;
	restriction->into = into;
	return least_of_node(restriction, diagram);
}
