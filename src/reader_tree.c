#include "reader_tree.h"

#include "gettext.h"
#include "reader_bytes.h"
#include "reader_fault.h"
#include "reader_syntax.h"

#include "screener/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>
#include <yaml.h>

/* A list or mapping whose end has not come yet. */
struct open {
	struct node *node;
	struct node *last; /* its last item or key */
	struct node *key; /* the key whose value is still to come */
	bool brackets; /* it is in flow style, and so has an end of its own */
};

struct builder {
	struct reading *reading;
	struct node *root;
	struct open open[TREE_DEPTH_LIMIT];
	size_t depth;
	unsigned documents;
	bool over; /* nothing more is to be read */
};

struct place node_place(const struct reading *reading, const struct node *node)
{
	return (struct place){reading->file, node->line, node->column};
}

const struct node *node_value(const struct node *mapping, const char *key)
{
	for (const struct node *node = mapping->first; node; node = node->next)
		if (strcmp(node->text, key) == 0)
			return node->value;
	return NULL;
}

bool node_is_blank(const struct node *node)
{
	return node->type == NODE_TEXT && node->text[strspn(node->text, " \t\n")] == '\0';
}

static struct node *make(struct builder *builder, enum node_type type, const yaml_event_t *event)
{
	struct node *node = arena_new(builder->reading->scratch, 1, sizeof *node);
	node->type = type;
	node->line = (unsigned)event->start_mark.line + 1;
	node->column = (unsigned)event->start_mark.column + 1;
	return node;
}

static void append(struct open *open, struct node *node)
{
	if (open->last)
		open->last->next = node;
	else
		open->node->first = node;
	open->last = node;
	open->node->count++;
}

/* Keys are texts. One that is refused takes its value with it. */
static void add_key(struct builder *builder, struct open *open, struct node *node)
{
	open->key = node;
	if (node->type == NODE_LIST || node->type == NODE_MAPPING) {
		fault_in(
			builder->reading, node, _("a key must be a text, not a list or a mapping"));
	} else if (node->type == NODE_TEXT && strcmp(node->text, "<<") == 0) {
		fault_in(builder->reading, node,
			_("merge keys (\"<<\") are not used in these files: write out the keys that "
			  "are meant"));
		node->type = NODE_REFUSED;
	}
}

static void add_value(struct open *open, struct node *node)
{
	struct node *key = open->key;
	open->key = NULL;
	key->value = node;
	if (key->type == NODE_TEXT)
		append(open, key);
}

static void add_node(struct builder *builder, struct node *node)
{
	if (builder->depth == 0) {
		builder->root = node;
		return;
	}
	struct open *open = &builder->open[builder->depth - 1];
	if (open->node->type == NODE_LIST)
		append(open, node);
	else if (open->key)
		add_value(open, node);
	else
		add_key(builder, open, node);
}

static void open_node(struct builder *builder, struct node *node, bool brackets)
{
	add_node(builder, node);
	if (builder->depth == TREE_DEPTH_LIMIT) {
		fault_in(builder->reading, node,
			_("lists and mappings stand in each other more than %d deep here"),
			TREE_DEPTH_LIMIT);
		builder->over = true;
		return;
	}
	builder->open[builder->depth++] = (struct open){.node = node, .brackets = brackets};
}

/* Both at the beginning of the node that has them, which is what libyaml tells. */
static void refuse_properties(struct builder *builder, const struct node *node,
	const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (tag)
		fault_in(builder->reading, node,
			_("tags (\"!\") are not used in these files: delete this one; a text that "
			  "begins with \"!\" needs quotes"));
	if (anchor)
		fault_in(builder->reading, node,
			_("anchors (\"&\") are not used in these files: delete this one; a text "
			  "that begins with \"&\" needs quotes"));
}

/* An escape in double quotes can make any character, also one that no text may have. */
static bool is_fit(const char *text, size_t length)
{
	ucs4_t character;
	int taken;
	for (size_t i = 0; i < length; i += (size_t)taken) {
		taken = u8_mbtoucr(&character, (const uint8_t *)text + i, length - i);
		if (taken < 1 || bytes_refuse(character) || character == '\r')
			return false;
	}
	return true;
}

static void take_text(struct builder *builder, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	struct node *node = make(builder, NODE_TEXT, event);
	node->text = arena_copy(builder->reading->scratch, text, length);
	refuse_properties(builder, node, event->data.scalar.anchor, event->data.scalar.tag);
	if (!is_fit(text, length)) {
		fault_in(builder->reading, node,
			_("an escape in this text makes an invisible control character: delete "
			  "it"));
		node->type = NODE_REFUSED;
	}
	add_node(builder, node);
}

static void take_alias(struct builder *builder, const yaml_event_t *event)
{
	struct node *node = make(builder, NODE_REFUSED, event);
	fault_in(builder->reading, node,
		_("aliases (\"*\") are not used in these files: write out what is meant; a text "
		  "that begins with \"*\" needs quotes"));
	add_node(builder, node);
}

static void take_list(struct builder *builder, const yaml_event_t *event)
{
	struct node *node = make(builder, NODE_LIST, event);
	refuse_properties(
		builder, node, event->data.sequence_start.anchor, event->data.sequence_start.tag);
	open_node(builder, node, event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
}

static void take_mapping(struct builder *builder, const yaml_event_t *event)
{
	struct node *node = make(builder, NODE_MAPPING, event);
	refuse_properties(
		builder, node, event->data.mapping_start.anchor, event->data.mapping_start.tag);
	open_node(builder, node, event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
}

static int compare_keys(const void *a, const void *b)
{
	const struct node *x = *(struct node *const *)a, *y = *(struct node *const *)b;
	int order = strcmp(x->text, y->text);
	if (order != 0)
		return order;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->column < y->column ? -1 : 1;
}

/* Two lists of one key are read as one, so that what the second holds is not missed elsewhere. */
static void merge(struct node *first, const struct node *second)
{
	if (first->type != NODE_LIST || second->type != NODE_LIST || !second->first)
		return;
	struct node **end = &first->first;
	while (*end)
		end = &(*end)->next;
	*end = second->first;
	first->count += second->count;
}

static void refuse_repeated(struct reading *reading, struct node *first, struct node *second)
{
	fault_in(reading, second, _("the key \"%s\" is given twice: it is on line %u already"),
		shown(reading, second->text), first->line);
	if (!reading->full)
		merge(first->value, second->value);
	second->type = NODE_REFUSED;
}

static void drop_refused(struct node *mapping)
{
	struct node **end = &mapping->first;
	while (*end) {
		if ((*end)->type == NODE_REFUSED) {
			*end = (*end)->next;
			mapping->count--;
		} else {
			end = &(*end)->next;
		}
	}
}

static void check_keys(struct reading *reading, struct node *mapping)
{
	struct node **keys = memory_new(mapping->count, sizeof(struct node *));
	size_t count = 0;
	bool repeated = false;
	for (struct node *key = mapping->first; key; key = key->next)
		keys[count++] = key;
	qsort(keys, count, sizeof(struct node *), compare_keys);
	for (size_t i = 1, first = 0; i < count; i++) {
		if (strcmp(keys[first]->text, keys[i]->text) == 0) {
			refuse_repeated(reading, keys[first], keys[i]);
			repeated = true;
		} else {
			first = i;
		}
	}
	free(keys);
	if (repeated)
		drop_refused(mapping);
}

static void close_node(struct builder *builder, const yaml_event_t *event)
{
	(void)event;
	struct node *node = builder->open[--builder->depth].node;
	if (node->type == NODE_MAPPING)
		check_keys(builder->reading, node);
}

static void begin_document(struct builder *builder, const yaml_event_t *event)
{
	builder->documents++;
	if (builder->documents == 1)
		return;
	fault_at(builder->reading, (unsigned)event->start_mark.line + 1, 1,
		_("a second document begins here: a file holds one"));
	builder->over = true;
}

static void end_document(struct builder *builder, const yaml_event_t *event)
{
	builder->over = syntax_refuse_directive(builder->reading, &event->end_mark);
}

static void end_stream(struct builder *builder, const yaml_event_t *event)
{
	(void)event;
	builder->over = true;
}

static void (*const takers[])(struct builder *builder, const yaml_event_t *event) = {
	[YAML_DOCUMENT_START_EVENT] = begin_document,
	[YAML_DOCUMENT_END_EVENT] = end_document,
	[YAML_STREAM_END_EVENT] = end_stream,
	[YAML_ALIAS_EVENT] = take_alias,
	[YAML_SCALAR_EVENT] = take_text,
	[YAML_SEQUENCE_START_EVENT] = take_list,
	[YAML_SEQUENCE_END_EVENT] = close_node,
	[YAML_MAPPING_START_EVENT] = take_mapping,
	[YAML_MAPPING_END_EVENT] = close_node,
};

static const struct node *find_brackets(const struct builder *builder)
{
	if (builder->depth == 0 || !builder->open[builder->depth - 1].brackets)
		return NULL;
	return builder->open[builder->depth - 1].node;
}

/* Returns false where the text ended, with a fault, before the document did. */
static bool build(struct builder *builder, yaml_parser_t *parser)
{
	while (!builder->over) {
		yaml_event_t event;
		if (!yaml_parser_parse(parser, &event)) {
			syntax_say(builder->reading, parser, find_brackets(builder));
			return false;
		}
		if (takers[event.type])
			takers[event.type](builder, &event);
		yaml_event_delete(&event);
	}
	return builder->depth == 0;
}

static bool is_empty(const struct reading *reading)
{
	for (size_t i = 0; i < reading->length; i++)
		if (!strchr(" \t\r\n", reading->text[i]))
			return false;
	return true;
}

struct node *tree_read(struct reading *reading)
{
	static const yaml_mark_t beginning;
	if (!bytes_check(reading) || syntax_refuse_directive(reading, &beginning))
		return NULL;
	struct builder builder = {.reading = reading};
	yaml_parser_t parser;
	if (!yaml_parser_initialize(&parser))
		(void)memory_new(SIZE_MAX, 1);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&parser, (const unsigned char *)reading->text, reading->length);
	bool built = build(&builder, &parser);
	yaml_parser_delete(&parser);
	if (!built)
		return NULL;
	if (is_empty(reading))
		fault_of_file(reading, _("the file is empty"));
	else if (!builder.root)
		fault_of_file(reading, _("there is nothing in the file but comments"));
	else if (node_is_blank(builder.root))
		fault_of_file(reading, _("there is nothing in the file"));
	else
		return builder.root;
	return NULL;
}
