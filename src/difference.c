#include "screener/difference.h"

#include "cover.h"
#include "difference_joint.h"
#include "logic_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* The clients that are compared: those of one side alone, or of both. */
	SPACE_BOTH = DIFFERENCE_SIDE_COUNT,
	SPACE_COUNT,
	/* Ways in which an outcome can become another one. */
	PATH_CHANGES = 6,
	/* For the reasons of made-up clients: where a pack outgrows this, one may be longer than
	 * it need be. */
	REASON_NODE_LIMIT = 1000 * 1000
};

/* A set of clients: those of whom an item had one outcome and has another. */
struct set {
	struct difference_item *item;
	enum outcome outcomes[DIFFERENCE_SIDE_COUNT];
};

struct space {
	struct difference_clients *clients;
	struct joint joint;
	struct logic *logic;
	struct set *sets; /* one for each notice of the joint pack */
};

struct comparison {
	struct difference *difference;
	size_t node_limit;
	size_t cover_budget; /* what is left of it */
	struct space spaces[SPACE_COUNT];
	/* Each pack's own; NULL until they are needed. */
	struct logic *logics[DIFFERENCE_SIDE_COUNT];
	struct outcomes *outcomes[DIFFERENCE_SIDE_COUNT];
};

static void *keep(struct comparison *comparison, size_t count, size_t size)
{
	return arena_new(&comparison->difference->arena, count, size);
}

static const char *id_of(const struct difference_item *item, const struct pack *pack, size_t index)
{
	return item->is_notice ? pack->notices[index].id : pack->paths[index].id;
}

static void add_item(
	struct difference *difference, const struct difference_place *place, bool notice)
{
	struct difference_item *item = &difference->items[difference->item_count++];
	*item = (struct difference_item){.is_notice = notice, .proved = true};
	item->clients = &difference->both;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		item->index[side] = place->index[side];
		if (item->index[side] == DIFFERENCE_NOWHERE)
			item->clients = &difference->alone[1 - side];
		else
			item->id = id_of(item, difference->packs[side], item->index[side]);
	}
}

/* The path or notice of the new pack that has the id of one of the old pack. */
static size_t find_match(const struct difference *difference, bool notice, size_t old)
{
	const struct pack *packs[] = {difference->packs[0], difference->packs[1]};
	size_t match = DIFFERENCE_NOWHERE;
	if (notice)
		(void)pack_find_notice(packs[1], packs[0]->notices[old].id, &match);
	else
		(void)pack_find_path(packs[1], packs[0]->paths[old].id, &match);
	return match;
}

static void add_items(struct difference *difference, bool notice)
{
	size_t counts[DIFFERENCE_SIDE_COUNT];
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		counts[side] = notice ? difference->packs[side]->notice_count
				      : difference->packs[side]->path_count;
	size_t *match = memory_new(counts[0], sizeof *match);
	for (size_t i = 0; i < counts[0]; i++)
		match[i] = find_match(difference, notice, i);
	struct difference_place *places = memory_new(counts[0] + counts[1], sizeof *places);
	size_t count = difference_merge(match, counts[0], counts[1], places);
	for (size_t i = 0; i < count; i++)
		add_item(difference, &places[i], notice);
	free(places);
	free(match);
}

static void list_items(struct comparison *comparison)
{
	struct difference *difference = comparison->difference;
	size_t room = 0;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		room += difference->packs[side]->path_count + difference->packs[side]->notice_count;
	difference->items = keep(comparison, room, sizeof *difference->items);
	add_items(difference, false);
	add_items(difference, true);
}

static struct space *space_of(struct comparison *comparison, const struct difference_item *item)
{
	struct space *space = comparison->spaces;
	while (space->clients != item->clients)
		space++;
	return space;
}

static bool is_on(const struct difference_item *item, int side)
{
	return item->index[side] != DIFFERENCE_NOWHERE;
}

static struct condition condition_of(struct joint *joint, const struct set *set, int side)
{
	struct condition (*make)(struct joint *, enum difference_side, size_t, enum outcome) =
		set->item->is_notice ? joint_notice_is : joint_path_is;
	return make(joint, (enum difference_side)side, set->item->index[side], set->outcomes[side]);
}

static void add_set(struct comparison *comparison, struct difference_item *item,
	enum outcome before, enum outcome after)
{
	struct space *space = space_of(comparison, item);
	struct set set = {item, {before, after}};
	struct condition parts[DIFFERENCE_SIDE_COUNT];
	size_t count = 0;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		if (is_on(item, side))
			parts[count++] = condition_of(&space->joint, &set, side);
	space->sets[joint_add_set(&space->joint, item->id, parts, count)] = set;
}

/* Whether a path, or a notice, of each pack has the same conditions. */
static bool are_alike(const struct comparison *comparison, bool notice, const size_t index[])
{
	const struct joint *joint = &comparison->spaces[SPACE_BOTH].joint;
	return notice ? joint_notices_are_alike(joint, index) : joint_paths_are_alike(joint, index);
}

static bool is_alike(const struct comparison *comparison, const struct difference_item *item)
{
	return is_on(item, DIFFERENCE_OLD) && is_on(item, DIFFERENCE_NEW) &&
	       are_alike(comparison, item->is_notice, item->index);
}

/* Looks for the twin of an item that only the old pack has. */
static void find_twin(const struct comparison *comparison, struct difference_item *item)
{
	struct difference *difference = comparison->difference;
	for (size_t i = 0; i < difference->item_count && !item->twin; i++) {
		struct difference_item *other = &difference->items[i];
		const size_t index[] = {item->index[DIFFERENCE_OLD], other->index[DIFFERENCE_NEW]};
		if (is_on(other, DIFFERENCE_OLD) || other->is_notice != item->is_notice ||
			other->twin || !are_alike(comparison, item->is_notice, index))
			continue;
		item->twin = other;
		other->twin = item;
	}
}

/* Adds a set for each way in which the item's outcome can change. What one side lacks is `no`
 * there. */
static void add_sets(struct comparison *comparison, struct difference_item *item)
{
	int step = item->is_notice ? OUTCOME_APPLIES - OUTCOME_NO : 1;
	if (is_alike(comparison, item))
		return;
	if (!is_on(item, DIFFERENCE_NEW))
		find_twin(comparison, item);
	item->changes = keep(comparison, PATH_CHANGES, sizeof *item->changes);
	for (int before = OUTCOME_APPLIES; before >= OUTCOME_NO; before -= step) {
		for (int after = OUTCOME_APPLIES; after >= OUTCOME_NO; after -= step) {
			bool possible = (is_on(item, DIFFERENCE_OLD) || before == OUTCOME_NO) &&
					(is_on(item, DIFFERENCE_NEW) || after == OUTCOME_NO);
			if (before != after && possible)
				add_set(comparison, item, (enum outcome)before,
					(enum outcome)after);
		}
	}
}

static void open_space(struct comparison *comparison, struct space *space, const struct pack *old,
	const struct pack *new)
{
	const struct difference *difference = comparison->difference;
	size_t room = difference->item_count * PATH_CHANGES;
	joint_init(&space->joint, old, new, room);
	space->sets = memory_new(room, sizeof *space->sets);
	space->clients->pack = space->joint.pack;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		space->clients->question[side] = space->joint.question[side];
}

static bool has_item_in(
	const struct difference *difference, const struct difference_clients *clients)
{
	for (size_t i = 0; i < difference->item_count; i++)
		if (difference->items[i].clients == clients)
			return true;
	return false;
}

static void open_spaces(struct comparison *comparison)
{
	struct difference *difference = comparison->difference;
	const struct pack *const *packs = difference->packs;
	struct space *spaces = comparison->spaces;
	spaces[SPACE_BOTH].clients = &difference->both;
	open_space(comparison, &spaces[SPACE_BOTH], packs[DIFFERENCE_OLD], packs[DIFFERENCE_NEW]);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		spaces[side].clients = &difference->alone[side];
		if (has_item_in(difference, spaces[side].clients))
			open_space(comparison, &spaces[side],
				side == DIFFERENCE_OLD ? packs[side] : NULL,
				side == DIFFERENCE_NEW ? packs[side] : NULL);
	}
}

static struct outcomes *outcomes_of(struct comparison *comparison, int side)
{
	if (comparison->outcomes[side])
		return comparison->outcomes[side];
	size_t limit = comparison->node_limit;
	comparison->logics[side] = logic_new_limited(comparison->difference->packs[side],
		limit < REASON_NODE_LIMIT ? limit : REASON_NODE_LIMIT);
	comparison->outcomes[side] = outcomes_new(comparison->logics[side]);
	return comparison->outcomes[side];
}

/* Why the made-up client's outcome is as it is on one side. */
static void explain(struct comparison *comparison, const struct difference_item *item, int side,
	struct difference_change *change)
{
	struct outcomes *outcomes = outcomes_of(comparison, side);
	size_t room = comparison->difference->packs[side]->question_count;
	size_t *because = keep(comparison, room, sizeof *because);
	outcomes_find(outcomes, change->answers[side]);
	change->because_count[side] =
		item->is_notice ? outcomes_notice_because(outcomes, item->index[side], because)
				: outcomes_because(outcomes, item->index[side], because);
	change->because[side] = because;
}

/* Makes up a client of the set. */
static void exemplify(struct comparison *comparison, const struct space *space,
	const struct difference_item *item, struct difference_change *change)
{
	const struct pack *pack = space->joint.pack;
	struct answer *here = memory_new(pack->question_count, sizeof *here);
	cover_pick(&change->cover.terms[0], pack, here);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		if (!is_on(item, side))
			continue;
		size_t count = comparison->difference->packs[side]->question_count;
		struct answer *answers = keep(comparison, count, sizeof *answers);
		joint_answers(&space->joint, (enum difference_side)side, here, answers);
		change->answers[side] = answers;
		explain(comparison, item, side, change);
	}
	free(here);
}

static void add_change(struct comparison *comparison, const struct space *space,
	const struct set *set, uint32_t root)
{
	struct difference_item *item = set->item;
	struct difference_change *change = &item->changes[item->change_count++];
	const struct logic *logic = space->logic;
	memcpy(change->outcomes, set->outcomes, sizeof change->outcomes);
	change->count = cover_count(logic->store, root);
	change->cover = cover_find(&logic->classes, logic->store, root,
		&comparison->difference->arena, &comparison->cover_budget);
	exemplify(comparison, space, item, change);
	comparison->difference->differs = true;
}

static void compare(struct comparison *comparison, struct space *space)
{
	if (!space->clients->pack)
		return;
	space->logic = logic_new_limited(space->joint.pack, comparison->node_limit);
	space->clients->count = cover_count(space->logic->store, 1);
	for (size_t i = 0; i < space->joint.pack->notice_count; i++) {
		struct set *set = &space->sets[i];
		uint32_t root = space->logic->roots[i];
		if (root == DIAGRAM_NONE)
			set->item->proved = comparison->difference->proved = false;
		else if (root != 0)
			add_change(comparison, space, set, root);
	}
	logic_free(space->logic);
	free(space->sets);
}

struct difference *difference_new_limited(
	const struct pack *old, const struct pack *new, size_t node_limit)
{
	struct difference *difference = memory_new(1, sizeof *difference);
	struct comparison comparison = {
		.difference = difference, .node_limit = node_limit, .cover_budget = COVER_BUDGET};
	arena_init(&difference->arena);
	difference->packs[DIFFERENCE_OLD] = old;
	difference->packs[DIFFERENCE_NEW] = new;
	difference->proved = true;
	list_items(&comparison);
	open_spaces(&comparison);
	for (size_t i = 0; i < difference->item_count; i++)
		add_sets(&comparison, &difference->items[i]);
	for (int i = 0; i < SPACE_COUNT; i++)
		compare(&comparison, &comparison.spaces[i]);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		outcomes_free(comparison.outcomes[side]);
		logic_free(comparison.logics[side]);
	}
	return difference;
}

struct difference *difference_new(const struct pack *old, const struct pack *new)
{
	return difference_new_limited(old, new, LOGIC_NODE_LIMIT);
}

void difference_free(struct difference *difference)
{
	if (!difference)
		return;
	pack_free(difference->both.pack);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		pack_free(difference->alone[side].pack);
	arena_destroy(&difference->arena);
	free(difference);
}
