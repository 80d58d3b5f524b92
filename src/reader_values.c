#include "reader_values.h"

#include "gettext.h"
#include "nearest.h"
#include "reader_fields.h"
#include "reader_pack.h"
#include "reader_tree.h"

#include "screener/arena.h"
#include "screener/text.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* The first of a list, or the one that stands in its place: what follows a key has no next. */
static const struct node *find_first(const struct node *value)
{
	return value->type == NODE_LIST ? value->first : value;
}

/* {in: GROUP} or {in: [GROUP, ...]} */
static void read_groups(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	const struct node *in = NULL;
	static const struct field fields[] = {{"in", FIELD_NODE, false, 0}};
	fields_read(&reading->reading, value, fields, COUNT(fields), &in);
	if (!value->first)
		fault_in(&reading->reading, value,
			_("a group is missing here: write \"{in: GROUP}\""));
	if (!in)
		return;
	size_t room = in->type == NODE_LIST ? in->count : 1;
	size_t *groups = arena_new(reading->reading.keep, room, sizeof *groups);
	size_t count = 0;
	for (const struct node *id = find_first(in); id; id = id->next) {
		size_t group;
		if (!fields_is_word(&reading->reading, id) ||
			!names_refer(&reading->names, &reading->reading, id, NAME_GROUP, &group))
			continue;
		groups[count++] = group;
		country_set_join(
			&condition->countries.set, &reading->pack->groups[group].countries);
	}
	condition->countries.groups = groups;
	condition->countries.group_count = count;
}

static bool is_group(const struct pack_reading *reading, const struct node *node)
{
	const struct name *name = NULL;
	if (node->type == NODE_TEXT)
		name = names_find(&reading->names, node->text, NAME_GROUP);
	return name && name->kind == NAME_GROUP;
}

static void read_countries(struct pack_reading *reading, size_t question, const struct node *value,
	struct condition *condition)
{
	condition->type = CONDITION_COUNTRIES;
	condition->countries.question = question;
	if (value->type == NODE_MAPPING) {
		read_groups(reading, value, condition);
		return;
	}
	for (const struct node *code = find_first(value); code; code = code->next) {
		if (is_group(reading, code))
			fault_in(&reading->reading, code,
				_("\"%s\" is a group of countries: write \"{in: %s}\""), code->text,
				code->text);
		else
			pack_read_code(reading, code, &condition->countries.set);
	}
}

/* {under: N}, {from: N} or {from: N, to: M}; UINT_MAX where a number is not there. */
struct range {
	unsigned under;
	unsigned from;
	unsigned to;
};

/* Returns false with a fault where the numbers make no range. */
static bool check_range(
	struct reading *reading, const struct node *value, const struct range *range)
{
	bool under = range->under != UINT_MAX, to = range->to != UINT_MAX;
	bool from = range->from != UINT_MAX;
	if (!value->first)
		fault_in(reading, value,
			_("a range of ages is missing here: write \"{under: 18}\", \"{from: 18}\" or "
			  "\"{from: 16, to: 17}\""));
	else if (under && (from || to))
		fault_in(reading, value,
			_("\"under\" stands alone: write \"{from: 16, to: 17}\" for a range with two "
			  "ends"));
	else if (under && range->under == 0)
		fault_in(reading, value, _("nobody is under 0 years old: the lowest limit is 1"));
	else if (to && !from && !node_value(value, "from"))
		fault_in(reading, value, _("\"to\" needs a \"from\": write \"{from: 0, to: %u}\""),
			range->to);
	else if (to && from && range->from > range->to)
		fault_in(reading, value,
			_("there is no age from %u to %u: write the lower one first"), range->from,
			range->to);
	else
		return under || from;
	return false;
}

static void read_range(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	struct range range = {UINT_MAX, UINT_MAX, UINT_MAX};
	static const struct field fields[] = {
		{"under", FIELD_YEARS, false, offsetof(struct range, under)},
		{"from", FIELD_YEARS, false, offsetof(struct range, from)},
		{"to", FIELD_YEARS, false, offsetof(struct range, to)},
	};
	fields_read(&reading->reading, value, fields, COUNT(fields), &range);
	if (!check_range(&reading->reading, value, &range))
		return;
	bool under = range.under != UINT_MAX;
	condition->years.from = under ? 0 : range.from;
	condition->years.to = under                  ? range.under - 1
			      : range.to != UINT_MAX ? range.to
						     : PACK_AGE_LIMIT;
}

static bool is_range(const struct node *node)
{
	return node->type == NODE_TEXT &&
	       (node->text[0] == '<' || node->text[0] == '>' ||
		       (strspn(node->text, "0123456789") > 0 && strchr(node->text, '-')));
}

static void read_years(struct pack_reading *reading, size_t question, const struct node *node,
	struct condition *condition)
{
	condition->type = CONDITION_YEARS;
	condition->place = node_place(&reading->reading, node);
	condition->years.question = question;
	if (is_range(node))
		fault_in(&reading->reading, node,
			_("in a condition a range of ages is written \"{under: 18}\", \"{from: 18}\" "
			  "or \"{from: 16, to: 17}\""));
	else if (fields_years(&reading->reading, node, &condition->years.from))
		condition->years.to = condition->years.from;
}

static void read_ages(struct pack_reading *reading, size_t question, const struct node *value,
	struct condition *condition)
{
	condition->type = CONDITION_YEARS;
	condition->years.question = question;
	if (value->type == NODE_MAPPING) {
		read_range(reading, value, condition);
	} else if (value->type != NODE_LIST) {
		read_years(reading, question, value, condition);
	} else {
		struct condition *parts =
			arena_new(reading->reading.keep, value->count, sizeof *parts);
		condition->type = CONDITION_ANY;
		condition->parts.items = parts;
		condition->parts.count = value->count;
		for (const struct node *years = value->first; years; years = years->next)
			read_years(reading, question, years, parts++);
	}
}

static void say_no_option(
	struct reading *reading, const struct question *question, const struct node *node)
{
	struct nearest nearest;
	struct text ids;
	nearest_start(&nearest, node->text);
	text_init(&ids);
	for (size_t i = 0; i < question->option_count; i++) {
		nearest_try(&nearest, question->options[i].id);
		text_format(&ids, "%s%s", i ? ", " : "", question->options[i].id);
	}
	const char *word = shown(reading, node->text);
	if (nearest.found)
		fault_in(reading, node, _("\"%s\" has no option \"%s\"; did you mean \"%s\"?"),
			question->id, word, nearest.found);
	else
		fault_in(reading, node, _("\"%s\" has no option \"%s\"; its options are: %s"),
			question->id, word, ids.bytes);
	text_destroy(&ids);
}

static void read_options(struct pack_reading *reading, size_t index, const struct node *value,
	struct condition *condition)
{
	const struct question *question = &reading->pack->questions[index];
	condition->type = CONDITION_OPTIONS;
	condition->options.question = index;
	for (const struct node *id = find_first(value); id; id = id->next) {
		size_t option;
		if (!fields_is_word(&reading->reading, id))
			continue;
		if (question_find_option(question, id->text, strlen(id->text), &option))
			condition->options.set |= UINT64_C(1) << option;
		else if (!reading->reading.full)
			say_no_option(&reading->reading, question, id);
	}
}

static void (*const readers[QUESTION_TYPE_COUNT])(struct pack_reading *reading, size_t question,
	const struct node *value, struct condition *condition) = {
	[QUESTION_COUNTRY] = read_countries,
	[QUESTION_AGE] = read_ages,
	[QUESTION_YES_NO] = read_options,
	[QUESTION_CHOICE] = read_options,
	[QUESTION_CHOICES] = read_options,
};

void values_read(struct pack_reading *reading, size_t question, const struct node *value,
	struct condition *condition)
{
	if (reading->vague[question])
		return;
	readers[reading->pack->questions[question].type](reading, question, value, condition);
}
