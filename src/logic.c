#include "screener/logic.h"

#include "logic_private.h"

#include "screener/memory.h"

#include <stdlib.h>

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

/* The diagrams while they are built: those of the facts, and what was only made on the way, are
 * not kept. */
struct builder {
	struct logic *logic;
	struct diagram_store *store;
	uint32_t *facts;
	uint32_t *roots;
};

static uint32_t build(struct builder *builder, const struct condition *condition);

static uint32_t build_all(struct builder *builder, const struct condition *condition)
{
	uint32_t diagram = 1;
	for (size_t i = 0; i < condition->parts.count; i++)
		diagram = diagram_and(
			builder->store, diagram, build(builder, &condition->parts.items[i]));
	return diagram;
}

static uint32_t build_any(struct builder *builder, const struct condition *condition)
{
	uint32_t diagram = 0;
	for (size_t i = 0; i < condition->parts.count; i++)
		diagram = diagram_or(
			builder->store, diagram, build(builder, &condition->parts.items[i]));
	return diagram;
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

static uint32_t build_classes(
	struct builder *builder, const struct condition *condition, size_t question)
{
	const struct classes *classes = &builder->logic->classes;
	struct class_set set = classes_of_condition(classes, condition);
	size_t variable = classes->first[question];
	/* A question without any options has no variable and no answer that could be in the set. */
	if (variable == classes->first[question + 1])
		return 0;
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
	return builders[condition->type](builder, condition);
}

static bool build_path(struct builder *builder, size_t path, struct error *error)
{
	const struct path *built = &builder->logic->pack->paths[path];
	uint32_t applies = build(builder, &built->applies);
	uint32_t possible = built->possible ? build(builder, built->possible) : 0;
	uint32_t root = diagram_rank(builder->store, applies, possible);
	builder->roots[path] = root;
	return root != DIAGRAM_NONE ||
	       error_set(error, ERROR_LIMIT,
		       "the conditions of path \"%s\" tell apart more cases than the limit of %zu: "
		       "make them simpler",
		       built->id, builder->logic->node_limit);
}

static bool build_notice(struct builder *builder, size_t notice, struct error *error)
{
	const struct pack *pack = builder->logic->pack;
	uint32_t root = build(builder, &pack->notices[notice].when);
	builder->roots[pack->path_count + notice] = root;
	return root != DIAGRAM_NONE ||
	       error_set(error, ERROR_LIMIT,
		       "the condition of notice \"%s\" tells apart more cases than the limit of "
		       "%zu: make it simpler",
		       pack->notices[notice].id, builder->logic->node_limit);
}

/* What builds on a fact that outgrew the limit outgrows it as well, and is named. */
static bool build_roots(struct builder *builder, struct error *error)
{
	const struct pack *pack = builder->logic->pack;
	for (size_t i = 0; i < pack->fact_count; i++)
		builder->facts[i] = build(builder, &pack->facts[i].when);
	for (size_t i = 0; i < pack->path_count; i++)
		if (!build_path(builder, i, error))
			return false;
	for (size_t i = 0; i < pack->notice_count; i++)
		if (!build_notice(builder, i, error))
			return false;
	return true;
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

static bool build_logic(struct logic *logic, struct error *error)
{
	if (logic->classes.variable_count > LOGIC_VARIABLE_LIMIT)
		return error_set(error, ERROR_LIMIT,
			"the conditions look at more questions and options than the limit of %d: make "
			"them fewer",
			LOGIC_VARIABLE_LIMIT);
	struct builder builder = {.logic = logic, .store = new_store(logic)};
	builder.facts = memory_new(logic->pack->fact_count, sizeof *builder.facts);
	builder.roots = memory_new(logic->root_count, sizeof *builder.roots);
	bool built = build_roots(&builder, error);
	if (built)
		keep_roots(logic, &builder);
	diagram_store_free(builder.store);
	free(builder.facts);
	free(builder.roots);
	return built;
}

struct logic *logic_new_limited(const struct pack *pack, size_t node_limit, struct error *error)
{
	struct logic *logic = memory_new(1, sizeof *logic);
	logic->pack = pack;
	logic->node_limit = node_limit;
	classes_init(&logic->classes, pack);
	logic->store = new_store(logic);
	logic->root_count = pack->path_count + pack->notice_count;
	logic->roots = memory_new(logic->root_count, sizeof *logic->roots);
	if (build_logic(logic, error))
		return logic;
	logic_free(logic);
	return NULL;
}

struct logic *logic_new(const struct pack *pack, struct error *error)
{
	return logic_new_limited(pack, LOGIC_NODE_LIMIT, error);
}

void logic_free(struct logic *logic)
{
	if (!logic)
		return;
	diagram_store_free(logic->store);
	free(logic->roots);
	classes_destroy(&logic->classes);
	free(logic);
}
