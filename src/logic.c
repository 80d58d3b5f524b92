#include "screener/logic.h"

#include "logic_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/*
 * What outgrows its share of the nodes gets a larger one in the next round, while there are enough
 * left: the small ones come first, and none starves.
 */
enum { FIRST_SHARE = 10 * 1000, SHARE_GROWTH = 10 };

const char *outcome_word(enum outcome outcome)
{
	static const char *const words[OUTCOME_COUNT] = {
		[OUTCOME_NO] = "no",
		[OUTCOME_POSSIBLE] = "possible",
		[OUTCOME_APPLIES] = "applies",
		[OUTCOME_OPEN] = "open",
	};
	return words[outcome];
}

static uint32_t build(struct builder *builder, const struct condition *condition);

/*
 * The parts are put together half by half, so that the large diagrams are gone through few times.
 * `settled` is the value that no other part changes.
 */
static uint32_t build_parts(
	struct builder *builder, const struct condition parts[], size_t count, uint32_t settled)
{
	if (count == 0)
		return !settled;
	if (count == 1)
		return build(builder, parts);
	uint32_t first = build_parts(builder, parts, count / 2, settled);
	if (first == settled)
		return settled;
	uint32_t second = build_parts(builder, parts + count / 2, count - count / 2, settled);
	return settled ? diagram_or(builder->store, first, second)
		       : diagram_and(builder->store, first, second);
}

static uint32_t build_all(struct builder *builder, const struct condition *condition)
{
	return build_parts(builder, condition->parts.items, condition->parts.count, 0);
}

static uint32_t build_any(struct builder *builder, const struct condition *condition)
{
	return build_parts(builder, condition->parts.items, condition->parts.count, 1);
}

static uint32_t build_not(struct builder *builder, const struct condition *condition)
{
	return diagram_not(builder->store, build(builder, &condition->parts.items[0]));
}

static uint32_t build_fact(struct builder *builder, const struct condition *condition)
{
	return builder->facts[condition->fact];
}

static uint32_t build_always(struct builder *builder, const struct condition *condition)
{
	(void)builder, (void)condition;
	return 1;
}

/* A value that is not allowed is as the first one that is. */
static struct class_set fold_forbidden(
	const struct class_set *set, const struct allowed *allowed, unsigned arity)
{
	struct class_set folded = {{0}};
	for (unsigned i = 0; i < arity; i++)
		if (class_set_has(set, class_set_has(&allowed->values, i) ? i : allowed->first))
			class_set_add(&folded, i);
	return folded;
}

static uint32_t build_classes(
	struct builder *builder, const struct condition *condition, size_t question)
{
	const struct classes *classes = &builder->logic->classes;
	struct class_set set = classes_of_condition(classes, condition);
	size_t variable = classes->first[question];
	/* A question without any options has no variable and no answer that could be in the set. */
	if (variable == classes->first[question + 1])
		return 0;
	if (builder->allowed)
		set = fold_forbidden(&set, &builder->allowed[variable], classes->arity[variable]);
	return diagram_of(builder->store, variable, &set);
}

static uint32_t build_countries(struct builder *builder, const struct condition *condition)
{
	return build_classes(builder, condition, condition->countries.question);
}

static uint32_t build_years(struct builder *builder, const struct condition *condition)
{
	return build_classes(builder, condition, condition->years.question);
}

static uint32_t build_options(struct builder *builder, const struct condition *condition)
{
	const struct classes *classes = &builder->logic->classes;
	size_t question = condition->options.question;
	if (classes->pack->questions[question].type != QUESTION_CHOICES)
		return build_classes(builder, condition, question);
	struct class_set chosen = {{0}};
	class_set_add(&chosen, 1);
	uint32_t diagram = 0;
	/* From the last variable, so that each step only puts a node on top. */
	for (size_t i = classes->first[question + 1]; i-- > classes->first[question];)
		if (condition->options.set >> classes->option[i] & 1)
			diagram = diagram_or(
				builder->store, diagram_of(builder->store, i, &chosen), diagram);
	return diagram;
}

static uint32_t build(struct builder *builder, const struct condition *condition)
{
	static uint32_t (*const builders[CONDITION_TYPE_COUNT])(
		struct builder *, const struct condition *) = {
		[CONDITION_ALL] = build_all,
		[CONDITION_ANY] = build_any,
		[CONDITION_NOT] = build_not,
		[CONDITION_FACT] = build_fact,
		[CONDITION_OPTIONS] = build_options,
		[CONDITION_COUNTRIES] = build_countries,
		[CONDITION_YEARS] = build_years,
		[CONDITION_ALWAYS] = build_always,
	};
	enum truth known = TRUTH_UNKNOWN;
	if (builder->known)
		known = kleene_condition(builder->known, condition);
	if (known != TRUTH_UNKNOWN)
		return known;
	return builders[condition->type](builder, condition);
}

static uint32_t build_root(struct builder *builder, size_t root)
{
	const struct pack *pack = builder->logic->pack;
	if (root >= pack->path_count)
		return build(builder, &pack->notices[root - pack->path_count].when);
	const struct path *path = &pack->paths[root];
	uint32_t applies = build(builder, &path->applies);
	uint32_t possible = path->possible ? build(builder, path->possible) : 0;
	return diagram_rank(builder->store, applies, possible);
}

/* Whether an item's diagram might be too deep to walk. */
static bool is_deep(const struct logic *logic, size_t item)
{
	const struct classes *classes = &logic->classes;
	size_t variables = 0;
	if (classes->variable_count <= LOGIC_VARIABLE_LIMIT)
		return false;
	for (size_t i = 0; i < logic->pack->question_count; i++)
		if (mentions_has(&logic->mentions, item, i))
			variables += classes->first[i + 1] - classes->first[i];
	return variables > LOGIC_VARIABLE_LIMIT;
}

/* Where an item's diagram is to be, or NULL where none is to be built. */
static uint32_t *find_unbuilt(const struct builder *builder, size_t item)
{
	size_t facts = builder->logic->pack->fact_count;
	if (item < facts && !builder->needed[item])
		return NULL;
	uint32_t *diagram = item < facts ? &builder->facts[item] : &builder->roots[item - facts];
	return *diagram == DIAGRAM_NONE && !is_deep(builder->logic, item) ? diagram : NULL;
}

static size_t count_items(const struct builder *builder)
{
	return builder->logic->pack->fact_count + builder->logic->root_count;
}

static size_t count_unbuilt(const struct builder *builder)
{
	size_t count = 0;
	for (size_t i = 0; i < count_items(builder); i++)
		count += find_unbuilt(builder, i) != NULL;
	return count;
}

/* Builds an item with so many nodes, and leaves nothing behind where these are not enough. */
static void try_item(struct builder *builder, size_t item, uint32_t *diagram, size_t nodes)
{
	struct diagram_store *store = builder->store;
	const struct pack *pack = builder->logic->pack;
	size_t size = diagram_store_size(store), work = diagram_store_work(store);
	diagram_store_allow(store, nodes);
	*diagram = item < pack->fact_count ? build(builder, &pack->facts[item].when)
					   : build_root(builder, item - pack->fact_count);
	size_t made = diagram_store_size(store) - size;
	size_t worked = diagram_store_work(store) - work;
	size_t spent = made > worked ? made : worked;
	builder->budget -= spent < nodes ? spent : nodes;
	if (*diagram == DIAGRAM_NONE)
		diagram_store_forget(store, size);
}

/* Tries all that is not built yet, `left` items, each with its share of the budget but not more
 * than `most` nodes. Returns the largest share that was not enough. */
static size_t try_all(struct builder *builder, size_t left, size_t most)
{
	size_t wanting = 0;
	for (size_t i = 0; i < count_items(builder); i++) {
		uint32_t *diagram = find_unbuilt(builder, i);
		if (!diagram)
			continue;
		size_t share = builder->budget / left--;
		share = share < most ? share : most;
		try_item(builder, i, diagram, share);
		if (*diagram == DIAGRAM_NONE && share > wanting)
			wanting = share;
	}
	return wanting;
}

void logic_build(struct builder *builder)
{
	size_t wanting = 0;
	for (size_t most = FIRST_SHARE; most <= LOGIC_ROOT_LIMIT; most *= SHARE_GROWTH) {
		size_t left = count_unbuilt(builder);
		/* Little more than last time would be in vain. */
		if (left == 0 || builder->budget / left < wanting * 2)
			return;
		wanting = try_all(builder, left, most);
	}
}

/* Copies the roots, and nothing else that was built, to the logic's own store. */
static void keep_roots(struct logic *logic, const struct builder *builder)
{
	struct allowed *allowed = memory_new(logic->classes.variable_count, sizeof *allowed);
	for (size_t i = 0; i < logic->pack->question_count; i++)
		classes_allow_all(&logic->classes, i, allowed);
	struct restriction *restriction = restriction_new(builder->store);
	restriction_copy(restriction, allowed, builder->roots, logic->root_count, logic->store,
		logic->roots);
	restriction_free(restriction);
	free(allowed);
}

static struct diagram_store *new_store(const struct logic *logic)
{
	return diagram_store_new(
		logic->classes.arity, logic->classes.variable_count, logic->node_limit);
}

static void mark_needed(const struct logic *logic, bool needed[])
{
	for (size_t i = 0; i < logic->root_count; i++)
		mentions_mark_facts(logic->pack, i, needed);
	mentions_mark_below(logic->pack, needed);
}

static void build_roots(struct logic *logic)
{
	struct builder builder = {
		.logic = logic, .store = new_store(logic), .budget = logic->node_limit};
	size_t facts = logic->pack->fact_count;
	builder.needed = memory_new(facts, sizeof *builder.needed);
	builder.facts = memory_new(facts, sizeof *builder.facts);
	builder.roots = memory_new(logic->root_count, sizeof *builder.roots);
	mark_needed(logic, builder.needed);
	memset(builder.facts, 0xff, facts * sizeof *builder.facts);
	memset(builder.roots, 0xff, logic->root_count * sizeof *builder.roots);
	logic_build(&builder);
	keep_roots(logic, &builder);
	diagram_store_free(builder.store);
	free(builder.needed);
	free(builder.facts);
	free(builder.roots);
}

static size_t count_outgrown(const struct logic *logic)
{
	size_t count = 0;
	for (size_t i = 0; i < logic->root_count; i++)
		count += logic->roots[i] == DIAGRAM_NONE;
	return count;
}

struct logic *logic_new_limited(const struct pack *pack, size_t node_limit)
{
	struct logic *logic = memory_new(1, sizeof *logic);
	logic->pack = pack;
	logic->node_limit = node_limit;
	logic->spot_limit = node_limit / 100;
	classes_init(&logic->classes, pack);
	mentions_init(&logic->mentions, pack);
	logic->store = new_store(logic);
	logic->root_count = pack->path_count + pack->notice_count;
	logic->roots = memory_new(logic->root_count, sizeof *logic->roots);
	build_roots(logic);
	logic->outgrown_count = count_outgrown(logic);
	return logic;
}

struct logic *logic_new(const struct pack *pack)
{
	return logic_new_limited(pack, LOGIC_NODE_LIMIT);
}

bool logic_is_exact(const struct logic *logic, size_t path)
{
	return logic->roots[path] != DIAGRAM_NONE;
}

bool logic_notice_is_exact(const struct logic *logic, size_t notice)
{
	return logic->roots[logic->pack->path_count + notice] != DIAGRAM_NONE;
}

void logic_free(struct logic *logic)
{
	if (!logic)
		return;
	diagram_store_free(logic->store);
	free(logic->roots);
	mentions_destroy(&logic->mentions);
	classes_destroy(&logic->classes);
	free(logic);
}
