#include "reader_pack.h"

#include "gettext.h"
#include "nearest.h"
#include "reader_fields.h"
#include "reader_tree.h"

#include "screener/arena.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct draft {
	const struct node *id;
	const struct node *type;
	const struct node *source;
	const struct node *options;
	struct question question;
};

static const struct field question_fields[] = {
	{"id", FIELD_WORD, true, offsetof(struct draft, id)},
	{"type", FIELD_WORD, true, offsetof(struct draft, type)},
	{"ask", FIELD_TEXT, true, offsetof(struct draft, question.ask)},
	{"why", FIELD_TEXT, false, offsetof(struct draft, question.why)},
	{"help", FIELD_TEXT, false, offsetof(struct draft, question.help)},
	{"source", FIELD_WORD, false, offsetof(struct draft, source)},
	{"fixed", FIELD_SWITCH, false, offsetof(struct draft, question.fixed)},
	{"sensitive", FIELD_SWITCH, false, offsetof(struct draft, question.sensitive)},
	{"options", FIELD_LIST, false, offsetof(struct draft, options)},
};

static const struct option yes_no[] = {
	{.id = "yes", .label = N_("Yes")},
	{.id = "no", .label = N_("No")},
};

/* Returns false with a fault where there is no such type. */
static bool read_type(struct reading *reading, const struct node *node, enum question_type *type)
{
	struct nearest nearest;
	if (!node)
		return false;
	nearest_start(&nearest, node->text);
	for (int i = 0; i < QUESTION_TYPE_COUNT; i++) {
		const char *word = question_type_word((enum question_type)i);
		if (strcmp(word, node->text) == 0) {
			*type = (enum question_type)i;
			return true;
		}
		nearest_try(&nearest, word);
	}
	const char *word = shown(reading, node->text);
	if (nearest.found)
		fault_in(reading, node, _("there is no type \"%s\"; did you mean \"%s\"?"), word,
			nearest.found);
	else
		fault_in(reading, node,
			_("there is no type \"%s\"; the types are: country, age, yes-no, choice, "
			  "choices"),
			word);
	return false;
}

static const struct option *find_option(const struct option options[], size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (options[i].id && strcmp(options[i].id, id) == 0)
			return &options[i];
	return NULL;
}

/* Reads one option into the place behind those that were read before. Returns false where its
 * identifier has a fault. */
static bool read_option(
	struct reading *reading, const struct node *item, struct option options[], size_t count)
{
	struct entry {
		const struct node *id;
		const char *label;
	} entry = {0};
	static const struct field fields[] = {
		{"id", FIELD_WORD, true, offsetof(struct entry, id)},
		{"label", FIELD_TEXT, true, offsetof(struct entry, label)},
	};
	if (!fields_is_mapping(reading, item))
		return false;
	fields_read(reading, item, fields, COUNT(fields), &entry);
	if (!entry.id)
		return false;
	bool good = names_check(reading, entry.id);
	const struct option *same = find_option(options, count, entry.id->text);
	if (same)
		fault_in(reading, entry.id,
			_("the question has an option \"%s\" already (line %u): choose another "
			  "identifier"),
			shown(reading, same->id), same->place.line);
	options[count].id = arena_copy(reading->keep, entry.id->text, strlen(entry.id->text));
	options[count].label = entry.label;
	options[count].place = node_place(reading, item);
	return good && !same;
}

/* Returns false where not all options could be read. */
static bool read_options(
	struct reading *reading, const struct node *list, struct question *question)
{
	size_t room = list->count < PACK_OPTION_LIMIT ? list->count : PACK_OPTION_LIMIT;
	struct option *options = arena_new(reading->keep, room, sizeof *options);
	size_t count = 0;
	bool all = true;
	for (const struct node *item = list->first; item; item = item->next) {
		if (count == room) {
			fault_in(reading, item, _("a question has at most %d options"),
				PACK_OPTION_LIMIT);
			all = false;
			break;
		}
		if (read_option(reading, item, options, count))
			count++;
		else
			all = false;
	}
	question->options = options;
	question->option_count = count;
	return all;
}

/* Returns false where the options are not known for certain. */
static bool take_options(struct reading *reading, const struct node *item, struct draft *draft)
{
	struct question *question = &draft->question;
	const struct node *given = node_value(item, "options");
	bool wanted = question->type == QUESTION_CHOICE || question->type == QUESTION_CHOICES;
	if (wanted && draft->options && draft->options->first)
		return read_options(reading, draft->options, question);
	if (wanted && draft->options)
		fault_in(reading, draft->options,
			_("a question of this type needs at least one option"));
	else if (wanted && !given)
		fault_in(reading, item,
			_("the key \"options\" is missing here: a question of this type needs at "
			  "least one"));
	else if (!wanted && given)
		fault_in(reading, given,
			_("only questions of type choice and choices have options: delete them, or "
			  "change the type"));
	if (question->type == QUESTION_YES_NO) {
		question->options = yes_no;
		question->option_count = COUNT(yes_no);
	}
	return !wanted;
}

static void read_question(
	struct pack_reading *reading, const struct node *item, size_t index, void *target)
{
	struct draft draft = {0};
	struct question *question = &draft.question;
	fields_read(&reading->reading, item, question_fields, COUNT(question_fields), &draft);
	question->id =
		names_take(&reading->names, &reading->reading, draft.id, NAME_QUESTION, index);
	question->place = node_place(&reading->reading, item);
	pack_read_citation(reading, draft.source, &question->citation);
	bool known = read_type(&reading->reading, draft.type, &question->type);
	known = known && take_options(&reading->reading, item, &draft);
	reading->vague[index] = !known;
	*(struct question *)target = draft.question;
}

void pack_read_questions(struct pack_reading *reading, const struct node *root)
{
	struct pack *pack = reading->pack;
	const struct node *questions = NULL;
	static const struct field fields[] = {{"questions", FIELD_LIST, true, 0}};
	if (root && fields_is_mapping(&reading->reading, root))
		fields_read(&reading->reading, root, fields, COUNT(fields), &questions);
	reading->names.incomplete[NAME_QUESTION] = !questions;
	reading->vague =
		arena_new(reading->reading.keep, questions ? questions->count : 0, sizeof(bool));
	struct item_list list = {questions, NAME_QUESTION, sizeof(struct question),
		reading->reading.keep, read_question};
	pack->questions = pack_read_items(reading, &list, &pack->question_count);
}
