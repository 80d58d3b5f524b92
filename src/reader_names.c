#include "reader_names.h"

#include "gettext.h"
#include "nearest.h"
#include "reader_fault.h"
#include "reader_tree.h"

#include "screener/arena.h"
#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum { ID_LIMIT = 40 };

void names_destroy(struct names *names)
{
	free(names->items);
	free(names->slots);
	*names = (struct names){0};
}

/* Kinds that share their identifiers have the first of them in common. */
static enum name_kind space(enum name_kind kind)
{
	return kind <= NAME_GROUP ? NAME_QUESTION : kind;
}

/* FNV-1a, after the kinds that share identifiers. */
static size_t hash(const char *id, enum name_kind kind)
{
	size_t value = UINT64_C(14695981039346656037) + (size_t)space(kind);
	for (; *id; id++)
		value = (value ^ (unsigned char)*id) * UINT64_C(1099511628211);
	return value;
}

/* The slot of the identifier, or the empty one where it would be. */
static size_t *find_slot(const struct names *names, const char *id, enum name_kind kind)
{
	size_t at = hash(id, kind);
	for (;; at++) {
		size_t *slot = &names->slots[at & (names->slot_count - 1)];
		if (*slot == 0)
			return slot;
		const struct name *name = &names->items[*slot - 1];
		if (space(name->kind) == space(kind) && strcmp(name->id, id) == 0)
			return slot;
	}
}

/* At most half of the slots are taken, so that a search is short and ends. */
static void grow(struct names *names)
{
	if (names->count < names->capacity)
		return;
	names->capacity = names->capacity ? names->capacity * 2 : 64;
	names->items = memory_grow(names->items, names->capacity, sizeof *names->items);
	free(names->slots);
	names->slot_count = names->capacity * 2;
	names->slots = memory_new(names->slot_count, sizeof *names->slots);
	for (size_t i = 0; i < names->count; i++)
		*find_slot(names, names->items[i].id, names->items[i].kind) = i + 1;
}

static void add(struct names *names, struct name name)
{
	grow(names);
	size_t *slot = find_slot(names, name.id, name.kind);
	if (*slot)
		return;
	names->items[names->count++] = name;
	*slot = names->count;
}

void names_add(struct names *names, const char *id, enum name_kind kind, size_t index)
{
	add(names, (struct name){.id = id, .kind = kind, .index = index});
}

void names_renumber(struct names *names, enum name_kind kind, const size_t ranks[])
{
	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].kind == kind)
			names->items[i].index = ranks[names->items[i].index];
}

const struct name *names_find(const struct names *names, const char *id, enum name_kind kind)
{
	if (names->count == 0)
		return NULL;
	size_t slot = *find_slot(names, id, kind);
	return slot ? &names->items[slot - 1] : NULL;
}

void names_offer(const struct names *names, enum name_kind kind, struct nearest *nearest)
{
	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].kind == kind && !names->items[i].faulty)
			nearest_try(nearest, names->items[i].id);
}

static bool is_id_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

static bool is_id(const char *text)
{
	if (!is_id_letter(*text))
		return false;
	while (is_id_letter(*text) || *text == '-')
		text++;
	return *text == '\0';
}

/* The identifier that somebody who wrote "In_Focus" probably wants: "in-focus". */
static const char *mend(struct reading *reading, const char *text)
{
	char *mended = arena_copy(reading->scratch, text, strlen(text));
	for (char *at = mended; *at; at++) {
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at - 'A' + 'a');
		else if (*at == '_' || *at == ' ' || *at == '.')
			*at = '-';
	}
	return is_id(mended) ? mended : NULL;
}

static bool is_reserved(const char *id)
{
	static const char *const words[] = {"all", "any", "not", "fact", "always", "in"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i], id) == 0)
			return true;
	return false;
}

bool names_check(struct reading *reading, const struct node *node)
{
	const char *id = node->text, *mended;
	if (is_reserved(id))
		fault_in(reading, node,
			_("\"%s\" is a word of the language of conditions: choose another "
			  "identifier"),
			id);
	else if (is_id(id) && strlen(id) > ID_LIMIT)
		fault_in(reading, node,
			_("this identifier is too long: it may have at most %d characters"),
			ID_LIMIT);
	else if (is_id(id))
		return true;
	else if ((mended = mend(reading, id)))
		fault_in(reading, node,
			_("an identifier is made of small letters (a to z), digits and hyphens; "
			  "did you mean \"%s\"?"),
			shown(reading, mended));
	else
		fault_in(reading, node,
			_("an identifier is made of small letters (a to z), digits and hyphens, "
			  "and does not begin with a hyphen"));
	return false;
}

static void say_taken(struct reading *reading, const struct node *node, const struct name *name)
{
	static const char *const sentences[NAME_KIND_COUNT] = {
		[NAME_QUESTION] = N_("\"%s\" is the identifier of a question already (%s, line "
				     "%u): choose another"),
		[NAME_FACT] = N_("\"%s\" is the identifier of a fact already (%s, line %u): choose "
				 "another"),
		[NAME_PATH] = N_("\"%s\" is the identifier of a path already (%s, line %u): choose "
				 "another"),
		[NAME_NOTICE] = N_("\"%s\" is the identifier of a notice already (%s, line %u): "
				   "choose another"),
		[NAME_GROUP] = N_("\"%s\" is the identifier of a group already (%s, line %u): "
				  "choose another"),
		[NAME_SOURCE] = N_("\"%s\" is the identifier of a source already (%s, line %u): "
				   "choose another"),
		[NAME_SERVICE] = N_("\"%s\" is the identifier of a service already (%s, line %u): "
				    "choose another"),
	};
	const char *slash = strrchr(name->place.file, '/');
	fault_in(reading, node, _(sentences[name->kind]), shown(reading, node->text),
		slash ? slash + 1 : name->place.file, name->place.line);
}

const char *names_take(struct names *names, struct reading *reading, const struct node *node,
	enum name_kind kind, size_t index)
{
	struct name name = {.kind = kind, .index = index};
	/* What refers to it may use another identifier than the one that is at fault. */
	if (!node || !names_check(reading, node))
		names->incomplete[kind] = name.faulty = true;
	if (!node)
		return "";
	const struct name *taken = names_find(names, node->text, kind);
	if (taken) {
		say_taken(reading, node, taken);
		names->incomplete[kind] = true;
		return "";
	}
	name.place = node_place(reading, node);
	name.id = arena_copy(reading->keep, node->text, strlen(node->text));
	add(names, name);
	return name.id;
}

/* What to say where the identifier is that of something else. */
static const char *const elsewhere[NAME_KIND_COUNT] = {
	[NAME_QUESTION] = N_("\"%s\" is a question, and cannot stand here"),
	[NAME_FACT] = N_("\"%s\" is a fact, and cannot stand here"),
	[NAME_PATH] = N_("\"%s\" is a path, and cannot stand here"),
	[NAME_NOTICE] = N_("\"%s\" is a notice, and cannot stand here"),
	[NAME_GROUP] = N_("\"%s\" is a group of countries, and cannot stand here"),
};

static const struct reference {
	const char *plain; /* nothing is near */
	const char *guess; /* something is */
} references[NAME_KIND_COUNT] = {
	[NAME_QUESTION] = {N_("there is no question \"%s\" in questions.yaml"),
		N_("there is no question \"%s\"; did you mean \"%s\"?")},
	[NAME_FACT] = {N_("there is no fact \"%s\" among the facts of paths.yaml"),
		N_("there is no fact \"%s\"; did you mean \"%s\"?")},
	[NAME_PATH] = {N_("there is no path \"%s\" in paths.yaml"),
		N_("there is no path \"%s\"; did you mean \"%s\"?")},
	[NAME_NOTICE] = {N_("there is no notice \"%s\" in paths.yaml"),
		N_("there is no notice \"%s\"; did you mean \"%s\"?")},
	[NAME_GROUP] = {N_("there is no group \"%s\" in countries.yaml"),
		N_("there is no group \"%s\"; did you mean \"%s\"?")},
	[NAME_SOURCE] = {N_("there is no source \"%s\" among the sources of pack.yaml"),
		N_("there is no source \"%s\"; did you mean \"%s\"?")},
	[NAME_SERVICE] = {N_("there is no service \"%s\" among the services of pack.yaml"),
		N_("there is no service \"%s\"; did you mean \"%s\"?")},
};

bool names_refer(const struct names *names, struct reading *reading, const struct node *node,
	enum name_kind kind, size_t *index)
{
	const struct name *name = names_find(names, node->text, kind);
	if (name && name->kind == kind) {
		*index = name->index;
		return true;
	}
	if (reading->full)
		return false;
	if (name) {
		fault_in(reading, node, _(elsewhere[name->kind]), name->id);
		return false;
	}
	struct nearest nearest;
	nearest_start(&nearest, node->text);
	names_offer(names, kind, &nearest);
	const char *id = shown(reading, node->text);
	if (nearest.found)
		fault_in(reading, node, _(references[kind].guess), id, nearest.found);
	else if (!names->incomplete[kind])
		fault_in(reading, node, _(references[kind].plain), id);
	return false;
}
