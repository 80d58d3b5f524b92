#include "reader_pack.h"

#include "gettext.h"
#include "reader_fields.h"
#include "reader_tree.h"
#include "wording.h"

#include "screener/arena.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

void pack_read_citation(
	struct pack_reading *reading, const struct node *node, struct citation *citation)
{
	if (!node)
		return;
	/* The first word is the source; all the rest is the place in it. */
	const char *text = node->text + strspn(node->text, " \t\n");
	size_t length = strcspn(text, " \t\n");
	struct node source = *node;
	source.text = arena_copy(reading->reading.scratch, text, length);
	text += length;
	text += strspn(text, " \t\n");
	size_t index;
	if (!names_refer(&reading->names, &reading->reading, &source, NAME_SOURCE, &index))
		return;
	citation->source = &reading->pack->sources[index];
	if (*text)
		citation->at = arena_copy(reading->reading.keep, text, strlen(text));
}

/* The codes that other lists use: the EU's own for Greece and the United Kingdom. */
static const char *find_habit(const char *code)
{
	static const char *const habits[][2] = {{"UK", "GB"}, {"EL", "GR"}};
	for (size_t i = 0; i < COUNT(habits); i++)
		if (strcmp(habits[i][0], code) == 0)
			return habits[i][1];
	return NULL;
}

static void say_no_country(struct reading *reading, const struct node *node)
{
	static const struct question question = {.type = QUESTION_COUNTRY};
	const char *habit = find_habit(node->text);
	struct text words;
	if (reading->full)
		return;
	if (habit) {
		fault_in(reading, node, _("\"%s\" is no country code; did you mean \"%s\"?"),
			node->text, habit);
		return;
	}
	text_init(&words);
	wording_add_fault(&words, &question, ANSWER_FAULT_COUNTRY, node->text);
	fault_in(reading, node, "%s", words.bytes);
	text_destroy(&words);
}

void pack_read_code(struct pack_reading *reading, const struct node *node, struct country_set *set)
{
	unsigned country;
	if (!fields_is_word(&reading->reading, node))
		return;
	if (country_find(node->text, strlen(node->text), &country))
		country_set_add(set, country);
	else
		say_no_country(&reading->reading, node);
}

void *pack_read_items(struct pack_reading *reading, const struct item_list *list, size_t *count)
{
	const struct node *node = list->node;
	*count = node ? node->count : 0;
	unsigned char *items = arena_new(list->arena, *count, list->item_size);
	const struct node *item = node ? node->first : NULL;
	for (size_t i = 0; item; item = item->next, i++) {
		if (fields_is_mapping(&reading->reading, item))
			list->read(reading, item, i, items + i * list->item_size);
		else
			reading->names.incomplete[list->kind] = true;
	}
	return items;
}

static void read_source(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	struct draft {
		const struct node *id;
		struct source source;
	} draft = {0};
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct draft, id)},
		{"title", FIELD_TEXT, true, offsetof(struct draft, source.title)},
		{"publisher", FIELD_TEXT, false, offsetof(struct draft, source.publisher)},
		{"url", FIELD_TEXT, false, offsetof(struct draft, source.url)},
		{"date", FIELD_DAY, false, offsetof(struct draft, source.date)},
	};
	fields_read(&reading->reading, item, fields, COUNT(fields), &draft);
	draft.source.id =
		names_take(&reading->names, &reading->reading, draft.id, NAME_SOURCE, index);
	draft.source.place = node_place(&reading->reading, item);
	*(struct source *)target = draft.source;
}

static void read_service(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	struct draft {
		const struct node *id;
		struct service service;
	} draft = {0};
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct draft, id)},
		{"title", FIELD_TEXT, true, offsetof(struct draft, service.title)},
	};
	fields_read(&reading->reading, item, fields, COUNT(fields), &draft);
	draft.service.id =
		names_take(&reading->names, &reading->reading, draft.id, NAME_SERVICE, index);
	draft.service.place = node_place(&reading->reading, item);
	*(struct service *)target = draft.service;
}

/* Returns an array of the texts in a list, kept; the count in `*count`. */
static const char *const *read_texts(
	struct reading *reading, const struct node *list, size_t *count)
{
	const char **texts = arena_new(reading->keep, list ? list->count : 0, sizeof *texts);
	*count = 0;
	for (const struct node *item = list ? list->first : NULL; item; item = item->next)
		if (fields_is_word(reading, item))
			texts[(*count)++] =
				arena_copy(reading->keep, item->text, strlen(item->text));
	return texts;
}

static void read_contact(struct reading *reading, const struct node *node, struct contact *contact)
{
	struct draft {
		struct contact contact;
		const struct node *before_calling;
	} draft = {0};
	static const struct field fields[] = {
		{"name", FIELD_TEXT, true, offsetof(struct draft, contact.name)},
		{"phone", FIELD_TEXT, false, offsetof(struct draft, contact.phone)},
		{"website", FIELD_TEXT, false, offsetof(struct draft, contact.website)},
		{"checked", FIELD_DAY, false, offsetof(struct draft, contact.checked)},
		{"before-calling", FIELD_LIST, false, offsetof(struct draft, before_calling)},
		{"discreet", FIELD_TEXT, false, offsetof(struct draft, contact.discreet)},
	};
	if (!node)
		return;
	fields_read(reading, node, fields, COUNT(fields), &draft);
	draft.contact.before_calling =
		read_texts(reading, draft.before_calling, &draft.contact.before_calling_count);
	draft.contact.place = node_place(reading, node);
	*contact = draft.contact;
}

struct card {
	const struct node *id;
	const struct node *format;
	const struct node *language;
	const struct node *contact;
	const struct node *sources;
	const struct node *services;
	const char *title;
	const char *version;
	struct date reviewed;
	struct date review_by;
};

static const struct field card_fields[] = {
	{"id", FIELD_WORD, true, offsetof(struct card, id)},
	{"format", FIELD_WORD, true, offsetof(struct card, format)},
	{"title", FIELD_TEXT, true, offsetof(struct card, title)},
	{"version", FIELD_TEXT, true, offsetof(struct card, version)},
	{"language", FIELD_WORD, true, offsetof(struct card, language)},
	{"reviewed", FIELD_DATE, true, offsetof(struct card, reviewed)},
	{"review-by", FIELD_DATE, true, offsetof(struct card, review_by)},
	{"contact", FIELD_MAPPING, true, offsetof(struct card, contact)},
	{"sources", FIELD_LIST, true, offsetof(struct card, sources)},
	{"services", FIELD_LIST, true, offsetof(struct card, services)},
};

static void check_card(struct reading *reading, const struct card *card)
{
	if (card->id)
		(void)names_check(reading, card->id);
	if (card->format && strcmp(card->format->text, "1") != 0)
		fault_in(reading, card->format,
			_("this program reads packs of format 1, not of format \"%s\""),
			shown(reading, card->format->text));
	if (card->language)
		(void)fields_language(reading, card->language);
}

static const char *keep(struct reading *reading, const struct node *node)
{
	return node ? arena_copy(reading->keep, node->text, strlen(node->text)) : NULL;
}

void pack_read_card(struct pack_reading *reading, const struct node *root)
{
	struct card card = {0};
	struct pack *pack = reading->pack;
	if (root && fields_is_mapping(&reading->reading, root))
		fields_read(&reading->reading, root, card_fields, COUNT(card_fields), &card);
	check_card(&reading->reading, &card);
	pack->id = keep(&reading->reading, card.id);
	pack->title = card.title;
	pack->version = card.version;
	pack->language = keep(&reading->reading, card.language);
	pack->reviewed = card.reviewed;
	pack->review_by = card.review_by;
	read_contact(&reading->reading, card.contact, &pack->contact);
	reading->names.incomplete[NAME_SOURCE] = !card.sources;
	reading->names.incomplete[NAME_SERVICE] = !card.services;
	struct item_list sources = {card.sources, NAME_SOURCE, sizeof(struct source),
		reading->reading.keep, read_source};
	pack->sources = pack_read_items(reading, &sources, &pack->source_count);
	struct item_list services = {card.services, NAME_SERVICE, sizeof(struct service),
		reading->reading.keep, read_service};
	pack->services = pack_read_items(reading, &services, &pack->service_count);
}

static void read_group(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	struct draft {
		const struct node *id;
		const struct node *countries;
		const struct node *source;
		struct group group;
	} draft = {0};
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct draft, id)},
		{"title", FIELD_TEXT, true, offsetof(struct draft, group.title)},
		{"countries", FIELD_LIST, true, offsetof(struct draft, countries)},
		{"source", FIELD_WORD, false, offsetof(struct draft, source)},
	};
	fields_read(&reading->reading, item, fields, COUNT(fields), &draft);
	draft.group.id =
		names_take(&reading->names, &reading->reading, draft.id, NAME_GROUP, index);
	draft.group.place = node_place(&reading->reading, item);
	pack_read_citation(reading, draft.source, &draft.group.citation);
	const struct node *code = draft.countries ? draft.countries->first : NULL;
	for (; code; code = code->next)
		pack_read_code(reading, code, &draft.group.countries);
	*(struct group *)target = draft.group;
}

void pack_read_countries(struct pack_reading *reading, const struct node *root)
{
	const struct node *groups = NULL;
	static const struct field fields[] = {{"groups", FIELD_LIST, true, 0}};
	if (root && fields_is_mapping(&reading->reading, root))
		fields_read(&reading->reading, root, fields, COUNT(fields), &groups);
	reading->names.incomplete[NAME_GROUP] = !groups;
	struct item_list list = {
		groups, NAME_GROUP, sizeof(struct group), reading->reading.keep, read_group};
	reading->pack->groups = pack_read_items(reading, &list, &reading->pack->group_count);
}
