#include "reader_clients.h"

#include "gettext.h"
#include "reader.h"
#include "reader_fields.h"
#include "reader_tree.h"

#include "screener/arena.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* `expect` as it is written: the lists may be NULL. */
struct expectation {
	const struct node *applies;
	const struct node *possible;
	const struct node *open;
	const struct node *notices;
	const struct node *next;
};

static const struct field expectation_fields[] = {
	{"applies", FIELD_LIST, false, offsetof(struct expectation, applies)},
	{"possible", FIELD_LIST, false, offsetof(struct expectation, possible)},
	{"open", FIELD_LIST, false, offsetof(struct expectation, open)},
	{"notices", FIELD_LIST, false, offsetof(struct expectation, notices)},
	{"next", FIELD_ENTRY, false, offsetof(struct expectation, next)},
};

static void expect_path(struct client_reading *reading, const struct node *id, enum outcome outcome,
	struct client *client)
{
	size_t path;
	if (!fields_is_word(&reading->reading, id) ||
		!names_refer(&reading->names, &reading->reading, id, NAME_PATH, &path))
		return;
	if (client->paths[path] != OUTCOME_NO) {
		fault_in(&reading->reading, id,
			_("the path \"%s\" is used twice: it is expected on line %u already"),
			id->text, client->path_places[path].line);
		return;
	}
	client->paths[path] = outcome;
	client->path_places[path] = node_place(&reading->reading, id);
}

static void expect_paths(struct client_reading *reading, const struct node *list,
	enum outcome outcome, struct client *client)
{
	for (const struct node *id = list ? list->first : NULL; id; id = id->next)
		expect_path(reading, id, outcome, client);
}

static void expect_notices(
	struct client_reading *reading, const struct node *list, struct client *client)
{
	for (const struct node *id = list ? list->first : NULL; id; id = id->next) {
		size_t notice;
		if (!fields_is_word(&reading->reading, id) ||
			!names_refer(&reading->names, &reading->reading, id, NAME_NOTICE, &notice))
			continue;
		if (client->notices[notice])
			fault_in(&reading->reading, id, _("the notice \"%s\" is used twice"),
				id->text);
		client->notices[notice] = true;
	}
}

static void expect_next(
	struct client_reading *reading, const struct node *next, struct client *client)
{
	if (!next)
		return;
	client->expects_next = true;
	client->next = PACK_NO_QUESTION;
	client->next_place = node_place(&reading->reading, next);
	if (!node_is_blank(next))
		(void)names_refer(
			&reading->names, &reading->reading, next, NAME_QUESTION, &client->next);
}

static void read_expectation(
	struct client_reading *reading, const struct node *node, struct client *client)
{
	struct expectation expectation = {0};
	client->expect_place = node_place(&reading->reading, node);
	for (size_t i = 0; i < reading->pack->path_count; i++)
		client->path_places[i] = client->expect_place;
	fields_read(&reading->reading, node, expectation_fields, COUNT(expectation_fields),
		&expectation);
	expect_paths(reading, expectation.applies, OUTCOME_APPLIES, client);
	expect_paths(reading, expectation.possible, OUTCOME_POSSIBLE, client);
	expect_paths(reading, expectation.open, OUTCOME_OPEN, client);
	expect_notices(reading, expectation.notices, client);
	expect_next(reading, expectation.next, client);
}

static void read_client(
	struct client_reading *reading, const struct node *item, struct client *client)
{
	struct draft {
		const char *name;
		const struct node *answers;
		const struct node *expect;
	} draft = {0};
	static const struct field fields[] = {
		{"name", FIELD_TEXT, true, offsetof(struct draft, name)},
		{"answers", FIELD_MAPPING, true, offsetof(struct draft, answers)},
		{"expect", FIELD_MAPPING, true, offsetof(struct draft, expect)},
	};
	const struct pack *pack = reading->pack;
	struct arena *keep = reading->reading.keep;
	if (!fields_is_mapping(&reading->reading, item))
		return;
	fields_read(&reading->reading, item, fields, COUNT(fields), &draft);
	client->name = draft.name;
	client->place = node_place(&reading->reading, item);
	client->answers = arena_new(keep, pack->question_count, sizeof *client->answers);
	client->paths = arena_new(keep, pack->path_count, sizeof *client->paths);
	client->path_places = arena_new(keep, pack->path_count, sizeof *client->path_places);
	client->notices = arena_new(keep, pack->notice_count, sizeof *client->notices);
	if (draft.answers)
		answers_read(reading, draft.answers, client->answers);
	if (draft.expect)
		read_expectation(reading, draft.expect, client);
}

void clients_read(
	struct client_reading *reading, const struct node *root, struct client_list *clients)
{
	const struct node *list = NULL;
	static const struct field fields[] = {{"clients", FIELD_LIST, true, 0}};
	if (!fields_is_mapping(&reading->reading, root))
		return;
	fields_read(&reading->reading, root, fields, COUNT(fields), &list);
	size_t count = list ? list->count : 0;
	clients->items = arena_new(&clients->arena, count, sizeof *clients->items);
	for (const struct node *item = list ? list->first : NULL; item; item = item->next)
		read_client(reading, item, &clients->items[clients->count++]);
}
