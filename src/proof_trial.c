#include "proof_private.h"

#include "screener/memory.h"

#include <stdlib.h>

enum { FIRST_BATCH = 1, BATCH_GROWTH = 8 };

/*
 * A trial builds a pack of its own. Its facts are those of the pack and, after them, the same once
 * more as tried; its paths are some of the paths and notices that the trial touches, each as it is
 * and, after all of those, as tried.
 */
struct trial {
	struct proof *proof;
	const struct pack *pack;
	size_t index; /* of the fact or the group */
	enum proof_trial as;
	bool (*is_tried)(const struct trial *trial, const struct condition *condition);
	void (*change)(const struct trial *trial, struct condition *condition);
	bool *touched; /* one a fact: it builds on what is tried */
	bool found; /* while conditions are looked through */
	bool *needed; /* one a fact: the paths under trial build on it */
	size_t *roots; /* what the trial touches, as the logic numbers its roots */
	size_t root_count;
	struct pack *made;
};

static bool is_fact(const struct trial *trial, const struct condition *condition)
{
	return condition->type == CONDITION_FACT && condition->fact == trial->index;
}

static void change_fact(const struct trial *trial, struct condition *condition)
{
	*condition = (struct condition){
		.type = trial->as == PROOF_ALWAYS ? CONDITION_ALWAYS : CONDITION_ANY};
}

static bool is_group(const struct trial *trial, const struct condition *condition)
{
	if (condition->type != CONDITION_COUNTRIES)
		return false;
	for (size_t i = 0; i < condition->countries.group_count; i++)
		if (condition->countries.groups[i] == trial->index)
			return true;
	return false;
}

static void change_group(const struct trial *trial, struct condition *condition)
{
	condition->countries.set = (struct country_set){{0}};
	for (size_t i = 0; i < condition->countries.group_count; i++) {
		size_t group = condition->countries.groups[i];
		if (group != trial->index)
			country_set_join(
				&condition->countries.set, &trial->pack->groups[group].countries);
	}
	for (unsigned i = 0; trial->as == PROOF_ALWAYS && i < COUNTRY_COUNT; i++)
		country_set_add(&condition->countries.set, i);
}

static void look_for_touch(const struct condition *condition, void *context)
{
	struct trial *trial = context;
	if (trial->is_tried(trial, condition) ||
		(condition->type == CONDITION_FACT && trial->touched[condition->fact]))
		trial->found = true;
}

static bool is_touched(struct trial *trial, const struct condition *condition)
{
	trial->found = false;
	condition_visit(condition, look_for_touch, trial);
	return trial->found;
}

/* Facts are in an order in which each builds only on those before it. */
static void find_touched(struct trial *trial)
{
	const struct pack *pack = trial->pack;
	for (size_t i = 0; i < pack->fact_count; i++)
		trial->touched[i] = is_touched(trial, &pack->facts[i].when);
	for (size_t i = 0; i < pack->path_count; i++) {
		const struct path *path = &pack->paths[i];
		if (is_touched(trial, &path->applies) ||
			(path->possible && is_touched(trial, path->possible)))
			trial->roots[trial->root_count++] = i;
	}
	for (size_t i = 0; i < pack->notice_count; i++)
		if (is_touched(trial, &pack->notices[i].when))
			trial->roots[trial->root_count++] = pack->path_count + i;
}

static void copy_condition(
	const struct trial *trial, const struct condition *from, struct condition *to);

static const struct condition *copy_parts(
	const struct trial *trial, const struct condition *items, size_t count)
{
	struct condition *copies = arena_new(&trial->made->arena, count, sizeof *copies);
	for (size_t i = 0; i < count; i++)
		copy_condition(trial, &items[i], &copies[i]);
	return copies;
}

/* Copies a condition as tried. */
static void copy_condition(
	const struct trial *trial, const struct condition *from, struct condition *to)
{
	*to = *from;
	if (trial->is_tried(trial, from))
		trial->change(trial, to);
	else if (from->type == CONDITION_FACT && trial->touched[from->fact])
		to->fact += trial->pack->fact_count;
	else if (from->type == CONDITION_ALL || from->type == CONDITION_ANY ||
		 from->type == CONDITION_NOT)
		to->parts.items = copy_parts(trial, from->parts.items, from->parts.count);
}

static void note_need(const struct condition *condition, void *context)
{
	struct trial *trial = context;
	if (condition->type == CONDITION_FACT)
		trial->needed[condition->fact] = true;
}

/* A notice is a path that applies where it is shown. */
static struct path path_of_root(const struct pack *pack, size_t root)
{
	if (root < pack->path_count)
		return pack->paths[root];
	const struct notice *notice = &pack->notices[root - pack->path_count];
	return (struct path){.id = notice->id, .applies = notice->when};
}

static void make_paths(struct trial *trial, const size_t roots[], size_t count)
{
	struct pack *made = trial->made;
	made->path_count = count * 2;
	made->paths = arena_new(&made->arena, made->path_count, sizeof *made->paths);
	for (size_t i = 0; i < count; i++) {
		struct path *path = &made->paths[i], *tried = &made->paths[count + i];
		*path = *tried = path_of_root(trial->pack, roots[i]);
		condition_visit(&path->applies, note_need, trial);
		copy_condition(trial, &path->applies, &tried->applies);
		if (!path->possible)
			continue;
		condition_visit(path->possible, note_need, trial);
		tried->possible = copy_parts(trial, path->possible, 1);
	}
}

/* Facts that are not needed never hold. */
static void make_facts(struct trial *trial)
{
	size_t count = trial->pack->fact_count;
	struct pack *made = trial->made;
	made->fact_count = count * 2;
	made->facts = arena_new(&made->arena, made->fact_count, sizeof *made->facts);
	for (size_t i = count; i-- > 0;) {
		struct fact *fact = &made->facts[i], *tried = &made->facts[count + i];
		*fact = *tried = (struct fact){.when = {.type = CONDITION_ANY}};
		if (!trial->needed[i])
			continue;
		fact->when = trial->pack->facts[i].when;
		condition_visit(&fact->when, note_need, trial);
		if (trial->touched[i])
			copy_condition(trial, &fact->when, &tried->when);
	}
}

/* Whether one of the paths is another one as tried. */
static enum proof_truth compare(const struct trial *trial, size_t count)
{
	struct logic *logic = logic_new_limited(trial->made, PROOF_TRIAL_NODE_LIMIT);
	if (!logic)
		return PROOF_UNKNOWN;
	enum proof_truth differs = PROOF_FALSE;
	for (size_t i = 0; i < count && differs != PROOF_TRUE; i++) {
		uint32_t as_is = logic->roots[i], tried = logic->roots[count + i];
		if (as_is == DIAGRAM_NONE || tried == DIAGRAM_NONE)
			differs = PROOF_UNKNOWN;
		else if (as_is != tried)
			differs = PROOF_TRUE;
	}
	logic_free(logic);
	return differs;
}

static enum proof_truth try_batch(struct trial *trial, const size_t roots[], size_t count)
{
	const struct pack *pack = trial->pack;
	if (trial->proof->patience == 0)
		return PROOF_UNKNOWN;
	trial->made = pack_new();
	trial->made->questions = pack->questions;
	trial->made->question_count = pack->question_count;
	trial->needed = memory_new(pack->fact_count, sizeof *trial->needed);
	make_paths(trial, roots, count);
	make_facts(trial);
	enum proof_truth differs = compare(trial, count);
	if (differs == PROOF_UNKNOWN)
		trial->proof->patience--;
	free(trial->needed);
	pack_free(trial->made);
	return differs;
}

/* What makes a difference mostly makes it to the first path that it touches. */
static enum proof_truth try_all(struct trial *trial)
{
	enum proof_truth differs = PROOF_FALSE;
	size_t size = FIRST_BATCH;
	for (size_t i = 0; i < trial->root_count && differs != PROOF_TRUE; i += size) {
		size = i ? size * BATCH_GROWTH : FIRST_BATCH;
		size_t left = trial->root_count - i;
		enum proof_truth found =
			try_batch(trial, trial->roots + i, left < size ? left : size);
		if (found != PROOF_FALSE)
			differs = found;
	}
	return differs;
}

static enum proof_truth run(struct trial *trial, struct proof *proof)
{
	const struct logic *logic = proof->logic;
	trial->proof = proof;
	trial->pack = logic->pack;
	trial->touched = memory_new(logic->pack->fact_count, sizeof *trial->touched);
	trial->roots = memory_new(logic->root_count, sizeof *trial->roots);
	find_touched(trial);
	enum proof_truth differs = try_all(trial);
	free(trial->touched);
	free(trial->roots);
	return differs;
}

enum proof_truth proof_fact_matters(struct proof *proof, size_t fact, enum proof_trial trial)
{
	struct trial made = {
		.index = fact, .as = trial, .is_tried = is_fact, .change = change_fact};
	return run(&made, proof);
}

enum proof_truth proof_group_matters(struct proof *proof, size_t group, enum proof_trial trial)
{
	struct trial made = {
		.index = group, .as = trial, .is_tried = is_group, .change = change_group};
	return run(&made, proof);
}
