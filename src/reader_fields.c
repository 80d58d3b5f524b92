#include "reader_fields.h"

#include "gettext.h"
#include "nearest.h"
#include "reader_fault.h"
#include "reader_tree.h"

#include "screener/date.h"
#include "screener/memory.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdlib.h>
#include <string.h>

/* By what is needed and what is there instead. */
static const char *const mismatches[NODE_TYPE_COUNT][NODE_TYPE_COUNT] = {
	[NODE_TEXT] = {[NODE_LIST] = N_("a text is needed here, not a list"),
		[NODE_MAPPING] = N_("a text is needed here, not a mapping (\"key: value\"): a text "
				    "with \": \" in it needs quotes")},
	[NODE_LIST] = {[NODE_TEXT] = N_("a list is needed here, not a text: put it in brackets, "
					"\"[...]\""),
		[NODE_MAPPING] = N_("a list is needed here, not a mapping: begin each item with "
				    "\"- \"")},
	[NODE_MAPPING] = {[NODE_TEXT] = N_("a mapping (\"key: value\") is needed here, not a text"),
		[NODE_LIST] = N_("a mapping (\"key: value\") is needed here, not a list")},
};

static bool is(struct reading *reading, const struct node *node, enum node_type type)
{
	if (node->type != type && node->type != NODE_REFUSED)
		fault_in(reading, node, "%s", _(mismatches[type][node->type]));
	return node->type == type;
}

static bool is_filled(struct reading *reading, const struct node *node)
{
	if (node_is_blank(node))
		fault_in(reading, node, _("there is nothing here: write a value"));
	return !node_is_blank(node);
}

bool fields_is_mapping(struct reading *reading, const struct node *node)
{
	return is_filled(reading, node) && is(reading, node, NODE_MAPPING);
}

bool fields_is_list(struct reading *reading, const struct node *node)
{
	return is(reading, node, NODE_LIST);
}

bool fields_is_text(struct reading *reading, const struct node *node)
{
	return is(reading, node, NODE_TEXT);
}

bool fields_is_word(struct reading *reading, const struct node *node)
{
	return is(reading, node, NODE_TEXT) && is_filled(reading, node);
}

bool fields_years(struct reading *reading, const struct node *node, unsigned *years)
{
	if (!fields_is_word(reading, node))
		return false;
	size_t length = strlen(node->text);
	unsigned value = PACK_AGE_LIMIT + 1;
	if (length <= 3 && strspn(node->text, "0123456789") == length)
		value = (unsigned)strtoul(node->text, NULL, 10);
	if (value > PACK_AGE_LIMIT) {
		fault_in(reading, node, _("\"%s\" is no age in whole years, from 0 to %d"),
			shown(reading, node->text), PACK_AGE_LIMIT);
		return false;
	}
	*years = value;
	return true;
}

/* `en`, `fil`, `zh_CN`, `sr@latin`: what gettext names a catalogue after. */
static bool is_language(const char *text)
{
	static const char small[] = "abcdefghijklmnopqrstuvwxyz";
	static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t length = strspn(text, small);
	if (length < 2 || length > 3)
		return false;
	text += length;
	if (*text == '_') {
		if (strspn(text + 1, capitals) != 2)
			return false;
		text += 3;
	}
	if (*text == '@') {
		length = strspn(text + 1, small);
		if (length == 0)
			return false;
		text += 1 + length;
	}
	return *text == '\0';
}

bool fields_language(struct reading *reading, const struct node *node)
{
	if (!fields_is_word(reading, node))
		return false;
	if (is_language(node->text))
		return true;
	fault_in(reading, node,
		_("\"%s\" is no code of a language: write it as in en, pt or zh_CN"),
		shown(reading, node->text));
	return false;
}

static void read_text(struct reading *reading, const struct node *node, void *target)
{
	const char **text = target;
	if (fields_is_word(reading, node))
		*text = arena_copy(reading->keep, node->text, strlen(node->text));
}

static bool parse_day(struct reading *reading, const struct node *node, struct date *date)
{
	if (!fields_is_word(reading, node))
		return false;
	if (date_parse(node->text, strlen(node->text), date))
		return true;
	fault_in(reading, node,
		_("\"%s\" is no day of the calendar: write year, month and day, as in 2026-11-23"),
		shown(reading, node->text));
	return false;
}

static void read_date(struct reading *reading, const struct node *node, void *target)
{
	parse_day(reading, node, target);
}

static void read_day(struct reading *reading, const struct node *node, void *target)
{
	struct date date;
	if (parse_day(reading, node, &date))
		read_text(reading, node, target);
}

static void read_switch(struct reading *reading, const struct node *node, void *target)
{
	bool *on = target;
	if (!fields_is_word(reading, node))
		return;
	*on = strcmp(node->text, "yes") == 0;
	if (!*on && strcmp(node->text, "no") != 0)
		fault_in(reading, node, _("\"%s\" is neither yes nor no: write yes or no"),
			shown(reading, node->text));
}

static void read_years(struct reading *reading, const struct node *node, void *target)
{
	fields_years(reading, node, target);
}

static void read_word(struct reading *reading, const struct node *node, void *target)
{
	const struct node **word = target;
	if (fields_is_word(reading, node))
		*word = node;
}

static void read_entry(struct reading *reading, const struct node *node, void *target)
{
	const struct node **entry = target;
	if (fields_is_text(reading, node))
		*entry = node;
}

static void read_list(struct reading *reading, const struct node *node, void *target)
{
	const struct node **list = target;
	if (node_is_blank(node) || fields_is_list(reading, node))
		*list = node;
}

static void read_mapping(struct reading *reading, const struct node *node, void *target)
{
	const struct node **mapping = target;
	if (fields_is_mapping(reading, node))
		*mapping = node;
}

static void read_node(struct reading *reading, const struct node *node, void *target)
{
	(void)reading;
	const struct node **any = target;
	*any = node;
}

static void (*const readers[FIELD_TYPE_COUNT])(
	struct reading *reading, const struct node *node, void *target) = {
	[FIELD_TEXT] = read_text,
	[FIELD_DATE] = read_date,
	[FIELD_DAY] = read_day,
	[FIELD_SWITCH] = read_switch,
	[FIELD_YEARS] = read_years,
	[FIELD_WORD] = read_word,
	[FIELD_ENTRY] = read_entry,
	[FIELD_LIST] = read_list,
	[FIELD_MAPPING] = read_mapping,
	[FIELD_NODE] = read_node,
};

/* A mapping while it is read. */
struct fields {
	struct reading *reading;
	const struct field *items;
	size_t count;
	uint64_t given; /* bit i: item i */
	void *target;
};

static bool is_given(const struct fields *fields, size_t field)
{
	return fields->given >> field & 1;
}

static void read_field(struct fields *fields, size_t field, const struct node *value)
{
	const struct field *item = &fields->items[field];
	fields->given |= UINT64_C(1) << field;
	readers[item->type](fields->reading, value, (char *)fields->target + item->offset);
}

/* The number of the field with this key, or the count where there is none. */
static size_t find(const struct fields *fields, const char *key)
{
	size_t field = 0;
	while (field < fields->count && strcmp(fields->items[field].key, key) != 0)
		field++;
	return field;
}

static void say_unknown(struct fields *fields, const struct node *key)
{
	struct text keys;
	text_init(&keys);
	for (size_t i = 0; i < fields->count; i++)
		text_format(&keys, "%s%s", i ? ", " : "", fields->items[i].key);
	fault_in(fields->reading, key, _("there is no key \"%s\" here; the keys are: %s"),
		shown(fields->reading, key->text), keys.bytes);
	text_destroy(&keys);
}

/* A misspelt key is read as the one that it stands for, so that this one is not missed too. */
static void read_unknown(struct fields *fields, const struct node *key)
{
	struct nearest nearest;
	nearest_start(&nearest, key->text);
	for (size_t i = 0; i < fields->count; i++)
		if (!is_given(fields, i))
			nearest_try(&nearest, fields->items[i].key);
	if (!nearest.found) {
		say_unknown(fields, key);
		return;
	}
	fault_in(fields->reading, key, _("there is no key \"%s\" here; did you mean \"%s\"?"),
		shown(fields->reading, key->text), nearest.found);
	read_field(fields, find(fields, nearest.found), key->value);
}

void fields_read(struct reading *reading, const struct node *mapping, const struct field items[],
	size_t count, void *target)
{
	struct fields fields = {reading, items, count, 0, target};
	for (const struct node *key = mapping->first; key; key = key->next) {
		size_t field = find(&fields, key->text);
		if (field < count)
			read_field(&fields, field, key->value);
	}
	for (const struct node *key = mapping->first; key && !reading->full; key = key->next)
		if (find(&fields, key->text) == count)
			read_unknown(&fields, key);
	for (size_t i = 0; i < count; i++)
		if (items[i].needed && !is_given(&fields, i))
			fault_in(reading, mapping, _("the key \"%s\" is missing here"),
				items[i].key);
}
