#include "reader_conditions.h"

#include "gettext.h"
#include "nearest.h"
#include "reader_fields.h"
#include "reader_pack.h"
#include "reader_tree.h"
#include "reader_values.h"

#include "screener/arena.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* An array of conditions for the parts of another, kept. */
static struct condition *make_parts(
	struct pack_reading *reading, size_t count, struct condition *whole)
{
	struct condition *parts = arena_new(reading->reading.keep, count, sizeof *parts);
	whole->parts.items = parts;
	whole->parts.count = count;
	return parts;
}

static void read_parts(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	if (!fields_is_list(&reading->reading, value))
		return;
	struct condition *parts = make_parts(reading, value->count, condition);
	for (const struct node *part = value->first; part; part = part->next)
		conditions_read(reading, part, parts++);
}

static void read_all(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	condition->type = CONDITION_ALL;
	read_parts(reading, value, condition);
}

static void read_any(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	condition->type = CONDITION_ANY;
	read_parts(reading, value, condition);
}

static void read_not(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	condition->type = CONDITION_NOT;
	conditions_read(reading, value, make_parts(reading, 1, condition));
}

static void refer_fact(
	struct pack_reading *reading, const struct node *id, struct condition *condition)
{
	condition->type = CONDITION_FACT;
	condition->place = node_place(&reading->reading, id);
	if (fields_is_word(&reading->reading, id))
		(void)names_refer(
			&reading->names, &reading->reading, id, NAME_FACT, &condition->fact);
}

static void read_fact(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	if (value->type != NODE_LIST) {
		refer_fact(reading, value, condition);
		return;
	}
	condition->type = CONDITION_ALL;
	struct condition *parts = make_parts(reading, value->count, condition);
	for (const struct node *id = value->first; id; id = id->next)
		refer_fact(reading, id, parts++);
}

static void read_always(
	struct pack_reading *reading, const struct node *value, struct condition *condition)
{
	condition->type = CONDITION_ALWAYS;
	if (fields_is_word(&reading->reading, value) && strcmp(value->text, "yes") != 0)
		fault_in(&reading->reading, value,
			_("\"always\" can only be yes; what never holds is \"any: []\""));
}

static const struct form {
	const char *key;
	void (*read)(struct pack_reading *reading, const struct node *value,
		struct condition *condition);
} forms[] = {
	{"all", read_all},
	{"any", read_any},
	{"not", read_not},
	{"fact", read_fact},
	{"always", read_always},
};

static const struct form *find_form(const char *key)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (strcmp(forms[i].key, key) == 0)
			return &forms[i];
	return NULL;
}

/* What to say of a key that is no question, but the identifier of something else. */
static const char *const elsewhere[NAME_KIND_COUNT] = {
	[NAME_FACT] = N_("\"%s\" is a fact: write \"fact: %s\""),
	[NAME_GROUP] = N_("\"%s\" is a group of countries: write \"QUESTION: {in: %s}\", with the "
			  "question that asks for a country"),
	[NAME_PATH] = N_("\"%s\" is a path, and no condition can ask for that"),
	[NAME_NOTICE] = N_("\"%s\" is a notice, and no condition can ask for that"),
};

/* The sentences above that do not repeat the word are given it twice all the same. */
static void say_elsewhere(struct reading *reading, const struct node *key, const struct name *name)
{
	const char *id = shown(reading, name->id);
	fault_in(reading, key, _(elsewhere[name->kind]), id, id);
}

static const char *find_nearest(const struct names *names, const char *key)
{
	struct nearest nearest;
	nearest_start(&nearest, key);
	names_offer(names, NAME_QUESTION, &nearest);
	for (size_t i = 0; i < COUNT(forms); i++)
		nearest_try(&nearest, forms[i].key);
	return nearest.found;
}

/* Reads a value by what stands before it. Returns false where that is no form and no question. */
static bool read_value(struct pack_reading *reading, const char *word, const struct node *value,
	struct condition *condition)
{
	const struct form *form = find_form(word);
	const struct name *name = names_find(&reading->names, word, NAME_QUESTION);
	if (form)
		form->read(reading, value, condition);
	else if (name && name->kind == NAME_QUESTION)
		values_read(reading, name->index, value, condition);
	else
		return false;
	return true;
}

/* A misspelt key is read as the one that it stands for, so that what follows is not missed. */
static void read_unknown(
	struct pack_reading *reading, const struct node *key, struct condition *condition)
{
	const char *near = find_nearest(&reading->names, key->text);
	const char *word = shown(&reading->reading, key->text);
	if (near) {
		fault_in(&reading->reading, key,
			_("there is no question or form of condition \"%s\"; did you mean \"%s\"?"),
			word, near);
		read_value(reading, near, key->value, condition);
	} else if (!reading->names.incomplete[NAME_QUESTION]) {
		fault_in(&reading->reading, key,
			_("there is no question \"%s\" in questions.yaml; the other forms of a "
			  "condition are: all, any, not, fact, always"),
			word);
	}
}

/* Reads one key of a condition and its value. */
static void read_key(
	struct pack_reading *reading, const struct node *key, struct condition *condition)
{
	condition->place = node_place(&reading->reading, key);
	if (read_value(reading, key->text, key->value, condition))
		return;
	const struct name *name = names_find(&reading->names, key->text, NAME_QUESTION);
	if (name)
		say_elsewhere(&reading->reading, key, name);
	else if (!reading->reading.full)
		read_unknown(reading, key, condition);
}

static bool is_condition(struct pack_reading *reading, const struct node *node)
{
	if (node->type == NODE_LIST)
		fault_in(&reading->reading, node,
			_("a list is no condition: write \"all: [...]\" or \"any: [...]\""));
	else if (node_is_blank(node))
		fault_in(&reading->reading, node,
			_("the condition is missing here; what holds for everybody is "
			  "\"always: yes\""));
	else if (node->type == NODE_TEXT)
		fault_in(&reading->reading, node,
			_("a condition is a mapping, such as \"fact: ...\" or \"QUESTION: "
			  "answer\", not a text"));
	else if (node->type == NODE_MAPPING && !node->first)
		fault_in(&reading->reading, node,
			_("a condition without anything in it; what holds for everybody is "
			  "\"always: yes\""));
	return node->type == NODE_MAPPING && node->first;
}

void conditions_read(
	struct pack_reading *reading, const struct node *node, struct condition *condition)
{
	if (!is_condition(reading, node))
		return;
	if (node->count == 1) {
		read_key(reading, node->first, condition);
		return;
	}
	condition->type = CONDITION_ALL;
	condition->place = node_place(&reading->reading, node);
	struct condition *parts = make_parts(reading, node->count, condition);
	for (const struct node *key = node->first; key; key = key->next)
		read_key(reading, key, parts++);
}
