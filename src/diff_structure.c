#include "diff_structure.h"

#include "diff_texts.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* A list of things of a pack, each of which begins with its id. */
struct listing {
	const void *items;
	size_t count;
	size_t size; /* bytes of one */
};

struct comparison {
	struct diff_structure *structure;
	enum diff_kind kind;
	const char *within;
	const struct pack *packs[DIFFERENCE_SIDE_COUNT];
};

static const void *item_at(const struct listing *listing, size_t item)
{
	return (const char *)listing->items + item * listing->size;
}

static const char *id_at(const struct listing *listing, size_t item)
{
	return *(const char *const *)item_at(listing, item);
}

static struct diff_part *add_part(
	const struct comparison *comparison, enum diff_form form, const char *id)
{
	struct diff_structure *structure = comparison->structure;
	if (structure->count == structure->capacity) {
		structure->capacity = structure->capacity ? structure->capacity * 2 : 16;
		structure->parts = memory_grow(
			structure->parts, structure->capacity, sizeof *structure->parts);
	}
	struct diff_part *part = &structure->parts[structure->count++];
	*part = (struct diff_part){
		.kind = comparison->kind, .form = form, .id = id, .within = comparison->within};
	return part;
}

static size_t find(const struct listing *listing, const char *id)
{
	for (size_t i = 0; i < listing->count; i++)
		if (strcmp(id_at(listing, i), id) == 0)
			return i;
	return DIFFERENCE_NOWHERE;
}

/*
 * Marks the fewest items of the old list that must be put elsewhere for the order of the new one:
 * all but a longest run of matches that ascends. Found from the last item to the first.
 */
static void mark_moved(const size_t match[], size_t count, bool moved[])
{
	size_t *length = memory_new(count + 1, sizeof *length);
	size_t longest = 0, last = DIFFERENCE_NOWHERE;
	for (size_t i = count; i-- > 0;) {
		size_t best = 0;
		for (size_t j = i + 1; match[i] != DIFFERENCE_NOWHERE && j < count; j++)
			if (match[j] != DIFFERENCE_NOWHERE && match[j] > match[i] &&
				length[j] > best)
				best = length[j];
		length[i] = match[i] == DIFFERENCE_NOWHERE ? 0 : best + 1;
		longest = length[i] > longest ? length[i] : longest;
	}
	for (size_t i = 0; i < count; i++) {
		bool next = length[i] && length[i] == longest &&
			    (last == DIFFERENCE_NOWHERE || match[i] > last);
		moved[i] = match[i] != DIFFERENCE_NOWHERE && !next;
		if (!next)
			continue;
		last = match[i];
		longest--;
	}
	free(length);
}

static const char *yes_no(bool yes)
{
	return yes ? "yes" : "no";
}

static void add_change(const struct comparison *comparison, enum diff_form form, const char *id,
	const char *old, const char *new)
{
	if (strcmp(old, new) == 0)
		return;
	struct diff_part *part = add_part(comparison, form, id);
	part->old = old;
	part->new = new;
}

static void compare_listings(
	struct comparison *comparison, const struct listing *old, const struct listing *new);

static bool shares_option(const struct question *old, const struct question *new)
{
	size_t option;
	for (size_t i = 0; i < old->option_count; i++)
		if (question_find_option(
			    new, old->options[i].id, strlen(old->options[i].id), &option))
			return true;
	return false;
}

static void compare_questions(struct comparison *comparison, const void *old, const void *new)
{
	const struct question *before = old, *after = new;
	add_change(comparison, DIFF_TYPE, after->id, question_type_word(before->type),
		question_type_word(after->type));
	add_change(comparison, DIFF_FIXED, after->id, yes_no(before->fixed), yes_no(after->fixed));
	add_change(comparison, DIFF_SENSITIVE, after->id, yes_no(before->sensitive),
		yes_no(after->sensitive));
	if (before->type != after->type)
		return;
	if (before->type == QUESTION_CHOICE && !shares_option(before, after)) {
		add_part(comparison, DIFF_OPTIONS, after->id);
		return;
	}
	const struct listing options[] = {
		{before->options, before->option_count, sizeof *before->options},
		{after->options, after->option_count, sizeof *after->options}};
	struct comparison inner = *comparison;
	inner.kind = DIFF_OPTION;
	inner.within = after->id;
	compare_listings(&inner, &options[0], &options[1]);
}

static void compare_groups(struct comparison *comparison, const void *old, const void *new)
{
	const struct group *before = old, *after = new;
	if (memcmp(&before->countries, &after->countries, sizeof before->countries) == 0)
		return;
	struct diff_part *part = add_part(comparison, DIFF_COUNTRIES, after->id);
	for (unsigned i = 0; i < COUNTRY_COUNT; i++) {
		bool had = country_set_has(&before->countries, i);
		bool has = country_set_has(&after->countries, i);
		if (had != has)
			country_set_add(had ? &part->removed : &part->added, i);
	}
}

static void compare_paths(struct comparison *comparison, const void *old, const void *new)
{
	const struct path *before = old, *after = new;
	add_change(comparison, DIFF_SERVED, after->id,
		comparison->packs[DIFFERENCE_OLD]->services[before->service].id,
		comparison->packs[DIFFERENCE_NEW]->services[after->service].id);
}

static void compare_pair(struct comparison *comparison, const void *old, const void *new)
{
	static void (*const comparers[DIFF_KIND_COUNT])(
		struct comparison *, const void *, const void *) = {
		[DIFF_QUESTION] = compare_questions,
		[DIFF_GROUP] = compare_groups,
		[DIFF_PATH] = compare_paths,
	};
	comparison->structure->texts += diff_texts_count(comparison->kind, old, new);
	if (comparers[comparison->kind])
		comparers[comparison->kind](comparison, old, new);
}

/* The group of the new pack that has the same countries, where the old pack has none of its id. */
static size_t find_renamed(const struct listing *old, const struct listing *new, size_t item)
{
	const struct group *group = item_at(old, item);
	for (size_t i = 0; i < new->count; i++) {
		const struct group *other = item_at(new, i);
		if (find(old, other->id) == DIFFERENCE_NOWHERE &&
			memcmp(&group->countries, &other->countries, sizeof group->countries) == 0)
			return i;
	}
	return DIFFERENCE_NOWHERE;
}

static bool is_renamed(const struct listing *old, const struct listing *new, size_t item)
{
	for (size_t i = 0; i < old->count; i++)
		if (find(new, id_at(old, i)) == DIFFERENCE_NOWHERE &&
			find_renamed(old, new, i) == item)
			return true;
	return false;
}

static void add_removed(const struct comparison *comparison, const struct listing *old,
	const struct listing *new, size_t item)
{
	size_t renamed =
		comparison->kind == DIFF_GROUP ? find_renamed(old, new, item) : DIFFERENCE_NOWHERE;
	const char *id = id_at(old, item);
	if (renamed == DIFFERENCE_NOWHERE)
		add_part(comparison, DIFF_ONLY_OLD, id);
	else
		add_change(comparison, DIFF_RENAMED, id, id, id_at(new, renamed));
}

static void add_added(
	const struct comparison *comparison, const struct listing *old, const struct listing *new)
{
	for (size_t i = 0; i < new->count; i++) {
		if (find(old, id_at(new, i)) != DIFFERENCE_NOWHERE)
			continue;
		if (comparison->kind != DIFF_GROUP || !is_renamed(old, new, i))
			add_part(comparison, DIFF_ONLY_NEW, id_at(new, i));
	}
}

/* Groups and facts are looked up by their ids: their order means nothing. */
static bool has_order(enum diff_kind kind)
{
	return kind != DIFF_GROUP && kind != DIFF_FACT;
}

static void compare_listings(
	struct comparison *comparison, const struct listing *old, const struct listing *new)
{
	size_t *match = memory_new(old->count, sizeof *match);
	bool *moved = memory_new(old->count, sizeof *moved);
	for (size_t i = 0; i < old->count; i++)
		match[i] = find(new, id_at(old, i));
	mark_moved(match, old->count, moved);
	for (size_t i = 0; i < old->count; i++) {
		if (match[i] == DIFFERENCE_NOWHERE) {
			add_removed(comparison, old, new, i);
			continue;
		}
		if (moved[i] && has_order(comparison->kind))
			add_part(comparison, DIFF_MOVED, id_at(old, i));
		compare_pair(comparison, item_at(old, i), item_at(new, match[i]));
	}
	add_added(comparison, old, new);
	free(match);
	free(moved);
}

static struct listing list(const struct pack *pack, enum diff_kind kind)
{
	const struct listing listings[DIFF_KIND_COUNT] = {
		[DIFF_QUESTION] = {pack->questions, pack->question_count, sizeof(struct question)},
		[DIFF_GROUP] = {pack->groups, pack->group_count, sizeof(struct group)},
		[DIFF_FACT] = {pack->facts, pack->fact_count, sizeof(struct fact)},
		[DIFF_SERVICE] = {pack->services, pack->service_count, sizeof(struct service)},
		[DIFF_PATH] = {pack->paths, pack->path_count, sizeof(struct path)},
		[DIFF_NOTICE] = {pack->notices, pack->notice_count, sizeof(struct notice)},
	};
	return listings[kind];
}

void diff_structure_init(
	struct diff_structure *structure, const struct pack *old, const struct pack *new)
{
	*structure = (struct diff_structure){.texts = diff_texts_count_pack(old, new)};
	for (int kind = 0; kind < DIFF_KIND_COUNT; kind++) {
		struct comparison comparison = {
			.structure = structure, .kind = (enum diff_kind)kind, .packs = {old, new}};
		const struct listing before = list(old, comparison.kind);
		const struct listing after = list(new, comparison.kind);
		compare_listings(&comparison, &before, &after);
	}
}

void diff_structure_destroy(struct diff_structure *structure)
{
	free(structure->parts);
	structure->parts = NULL;
}
