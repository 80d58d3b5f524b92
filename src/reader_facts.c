#include "reader_facts.h"

#include "gettext.h"
#include "reader_pack.h"
#include "reader_tree.h"

#include "screener/memory.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Facts of a circle that its fault names. */
enum { CIRCLE_LIMIT = 12 };

enum state { STATE_NEW, STATE_BEGUN, STATE_DONE };

/* A fact on the way. */
struct visit {
	size_t end; /* one past the last of `targets` that it builds on */
	size_t next; /* the one to look at next */
	enum state state;
	bool in_circle; /* of which a fault was told */
};

struct order {
	struct pack_reading *reading;
	const struct fact_entry *entries;
	struct visit *visits;
	size_t *targets;
	size_t target_count;
	size_t target_capacity;
	size_t *begun; /* the facts begun and not done, each building on the next */
	size_t begun_count;
	size_t *ranks;
	size_t ranked;
};

static void add_target(struct order *order, const struct node *node)
{
	if (node->type != NODE_TEXT)
		return;
	const struct name *name = names_find(&order->reading->names, node->text, NAME_FACT);
	if (!name || name->kind != NAME_FACT)
		return;
	if (order->target_count == order->target_capacity) {
		order->target_capacity = order->target_capacity ? order->target_capacity * 2 : 32;
		order->targets =
			memory_grow(order->targets, order->target_capacity, sizeof *order->targets);
	}
	order->targets[order->target_count++] = name->index;
}

/* Adds all facts that a part of a condition names. No tree is deeper than TREE_DEPTH_LIMIT. */
static void add_targets(struct order *order, const struct node *node)
{
	bool mapping = node->type == NODE_MAPPING;
	for (const struct node *part = node->first; part; part = part->next) {
		if (!mapping) {
			add_targets(order, part);
			continue;
		}
		if (strcmp(part->text, "fact") != 0) {
			add_targets(order, part->value);
			continue;
		}
		add_target(order, part->value);
		for (const struct node *id = part->value->first; id; id = id->next)
			add_target(order, id);
	}
}

static size_t find_least(const size_t items[], size_t count)
{
	size_t least = 0;
	for (size_t i = 1; i < count; i++)
		if (items[i] < items[least])
			least = i;
	return least;
}

static void say_circle(struct order *order, const size_t circle[], size_t count)
{
	size_t least = find_least(circle, count);
	const struct fact_entry *first = &order->entries[circle[least]];
	struct text names;
	text_init(&names);
	for (size_t i = 0; i < count && i < CIRCLE_LIMIT; i++)
		text_format(&names, "%s -> ", order->entries[circle[(least + i) % count]].id);
	if (count > CIRCLE_LIMIT)
		text_add(&names, "... -> ");
	text_add(&names, first->id);
	/* TRANSLATORS: "%s" is facts with arrows between them: "a -> b -> a". */
	fault_in(&order->reading->reading, first->place,
		_("these facts build on each other in a circle: %s"), names.bytes);
	text_destroy(&names);
}

/* The facts begun, from `fact` to the last, build on each other in a circle. It is told unless one
 * of its ends is in a circle that was told. */
static void close_circle(struct order *order, size_t fact)
{
	size_t from = order->begun_count - 1;
	if (order->visits[fact].in_circle || order->visits[order->begun[from]].in_circle)
		return;
	while (order->begun[from] != fact)
		from--;
	for (size_t i = from; i < order->begun_count; i++)
		order->visits[order->begun[i]].in_circle = true;
	say_circle(order, order->begun + from, order->begun_count - from);
}

static void begin(struct order *order, size_t fact)
{
	order->visits[fact].state = STATE_BEGUN;
	order->begun[order->begun_count++] = fact;
}

/* Goes one step on from the fact begun last: to one that it builds on, or back. */
static void step(struct order *order)
{
	size_t at = order->begun[order->begun_count - 1];
	struct visit *visit = &order->visits[at];
	if (visit->next == visit->end) {
		visit->state = STATE_DONE;
		order->ranks[at] = order->ranked++;
		order->begun_count--;
		return;
	}
	size_t target = order->targets[visit->next++];
	if (order->visits[target].state == STATE_NEW)
		begin(order, target);
	else if (order->visits[target].state == STATE_BEGUN)
		close_circle(order, target);
}

void facts_order(struct pack_reading *reading, const struct fact_entry entries[], size_t count,
	size_t ranks[])
{
	struct order order = {.reading = reading, .entries = entries, .ranks = ranks};
	order.visits = memory_new(count, sizeof *order.visits);
	order.begun = memory_new(count, sizeof *order.begun);
	for (size_t i = 0; i < count; i++) {
		struct visit *visit = &order.visits[i];
		visit->next = order.target_count;
		if (entries[i].when)
			add_targets(&order, entries[i].when);
		visit->end = order.target_count;
	}
	for (size_t i = 0; i < count; i++) {
		if (order.visits[i].state == STATE_NEW)
			begin(&order, i);
		while (order.begun_count > 0)
			step(&order);
	}
	free(order.visits);
	free(order.begun);
	free(order.targets);
}
