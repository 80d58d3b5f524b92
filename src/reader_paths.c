#include "reader_pack.h"

#include "reader_conditions.h"
#include "reader_facts.h"
#include "reader_fields.h"
#include "reader_tree.h"

#include "screener/arena.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/*
 * Conditions may name what stands anywhere in the file. So all items are read first, into drafts
 * that still have their conditions as they were written, and the conditions after that.
 */
struct fact_draft {
	const struct node *id;
	const struct node *when;
	struct fact fact;
};

struct path_draft {
	const struct node *id;
	const struct node *service;
	const struct node *source;
	const struct node *applies;
	const struct node *possible;
	struct path path;
};

struct notice_draft {
	const struct node *id;
	const struct node *source;
	const struct node *when;
	struct notice notice;
};

static void read_fact(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct fact_draft, id)},
		{"title", FIELD_TEXT, false, offsetof(struct fact_draft, fact.title)},
		{"when", FIELD_NODE, true, offsetof(struct fact_draft, when)},
	};
	struct fact_draft *draft = target;
	fields_read(&reading->reading, item, fields, COUNT(fields), draft);
	draft->fact.id =
		names_take(&reading->names, &reading->reading, draft->id, NAME_FACT, index);
	draft->fact.place = node_place(&reading->reading, item);
}

static void read_path(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct path_draft, id)},
		{"service", FIELD_WORD, true, offsetof(struct path_draft, service)},
		{"title", FIELD_TEXT, true, offsetof(struct path_draft, path.title)},
		{"offers", FIELD_TEXT, true, offsetof(struct path_draft, path.offers)},
		{"applies", FIELD_NODE, true, offsetof(struct path_draft, applies)},
		{"possible", FIELD_NODE, false, offsetof(struct path_draft, possible)},
		{"depends-on", FIELD_TEXT, false, offsetof(struct path_draft, path.depends_on)},
		{"next", FIELD_TEXT, false, offsetof(struct path_draft, path.next)},
		{"source", FIELD_WORD, false, offsetof(struct path_draft, source)},
	};
	struct path_draft *draft = target;
	struct path *path = &draft->path;
	fields_read(&reading->reading, item, fields, COUNT(fields), draft);
	path->id = names_take(&reading->names, &reading->reading, draft->id, NAME_PATH, index);
	path->place = node_place(&reading->reading, item);
	if (draft->service)
		(void)names_refer(&reading->names, &reading->reading, draft->service, NAME_SERVICE,
			&path->service);
	pack_read_citation(reading, draft->source, &path->citation);
}

static void read_notice(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct notice_draft, id)},
		{"when", FIELD_NODE, true, offsetof(struct notice_draft, when)},
		{"text", FIELD_TEXT, true, offsetof(struct notice_draft, notice.text)},
		{"source", FIELD_WORD, false, offsetof(struct notice_draft, source)},
	};
	struct notice_draft *draft = target;
	struct notice *notice = &draft->notice;
	fields_read(&reading->reading, item, fields, COUNT(fields), draft);
	notice->id = names_take(&reading->names, &reading->reading, draft->id, NAME_NOTICE, index);
	notice->place = node_place(&reading->reading, item);
	pack_read_citation(reading, draft->source, &notice->citation);
}

/* Puts the facts in their order, and lets the names know of it. */
static void order_facts(struct pack_reading *reading, const struct fact_draft drafts[],
	size_t count, size_t ranks[])
{
	struct arena *scratch = reading->reading.scratch;
	struct fact_entry *entries = arena_new(scratch, count, sizeof *entries);
	for (size_t i = 0; i < count; i++)
		entries[i] = (struct fact_entry){drafts[i].fact.id, drafts[i].id, drafts[i].when};
	facts_order(reading, entries, count, ranks);
	names_renumber(&reading->names, NAME_FACT, ranks);
}

static void finish_facts(
	struct pack_reading *reading, const struct fact_draft drafts[], size_t count)
{
	size_t *ranks = arena_new(reading->reading.scratch, count, sizeof *ranks);
	struct fact *facts = arena_new(reading->reading.keep, count, sizeof *facts);
	order_facts(reading, drafts, count, ranks);
	for (size_t i = 0; i < count; i++) {
		struct fact *fact = &facts[ranks[i]];
		*fact = drafts[i].fact;
		if (drafts[i].when)
			conditions_read(reading, drafts[i].when, &fact->when);
	}
	reading->pack->facts = facts;
	reading->pack->fact_count = count;
}

static void finish_paths(
	struct pack_reading *reading, const struct path_draft drafts[], size_t count)
{
	struct path *paths = arena_new(reading->reading.keep, count, sizeof *paths);
	for (size_t i = 0; i < count; i++) {
		const struct path_draft *draft = &drafts[i];
		paths[i] = draft->path;
		if (draft->applies)
			conditions_read(reading, draft->applies, &paths[i].applies);
		if (!draft->possible)
			continue;
		struct condition *possible = arena_new(reading->reading.keep, 1, sizeof *possible);
		conditions_read(reading, draft->possible, possible);
		paths[i].possible = possible;
	}
	reading->pack->paths = paths;
	reading->pack->path_count = count;
}

static void finish_notices(
	struct pack_reading *reading, const struct notice_draft drafts[], size_t count)
{
	struct notice *notices = arena_new(reading->reading.keep, count, sizeof *notices);
	for (size_t i = 0; i < count; i++) {
		notices[i] = drafts[i].notice;
		if (drafts[i].when)
			conditions_read(reading, drafts[i].when, &notices[i].when);
	}
	reading->pack->notices = notices;
	reading->pack->notice_count = count;
}

struct roots {
	const struct node *facts;
	const struct node *paths;
	const struct node *notices;
};

void pack_read_paths(struct pack_reading *reading, const struct node *root)
{
	struct roots roots = {0};
	struct arena *scratch = reading->reading.scratch;
	size_t facts, paths, notices;
	static const struct field fields[] = {
		{"facts", FIELD_LIST, false, offsetof(struct roots, facts)},
		{"paths", FIELD_LIST, false, offsetof(struct roots, paths)},
		{"notices", FIELD_LIST, false, offsetof(struct roots, notices)},
	};
	if (!root || !fields_is_mapping(&reading->reading, root))
		return;
	fields_read(&reading->reading, root, fields, COUNT(fields), &roots);
	/* Where there are facts that cannot be read, they are not known. */
	reading->names.incomplete[NAME_FACT] = !roots.facts && node_value(root, "facts");
	struct item_list list = {
		roots.facts, NAME_FACT, sizeof(struct fact_draft), scratch, read_fact};
	struct fact_draft *fact_drafts = pack_read_items(reading, &list, &facts);
	list = (struct item_list){
		roots.paths, NAME_PATH, sizeof(struct path_draft), scratch, read_path};
	struct path_draft *path_drafts = pack_read_items(reading, &list, &paths);
	list = (struct item_list){
		roots.notices, NAME_NOTICE, sizeof(struct notice_draft), scratch, read_notice};
	struct notice_draft *notice_drafts = pack_read_items(reading, &list, &notices);
	finish_facts(reading, fact_drafts, facts);
	finish_paths(reading, path_drafts, paths);
	finish_notices(reading, notice_drafts, notices);
}
