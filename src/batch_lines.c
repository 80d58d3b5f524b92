#include "batch_lines.h"

#include "batch_block.h"
#include "batch_lines_table.h"
#include "languages.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

void batch_lines_init(struct batch_lines *lines, struct batch_input *input,
	struct batch_client *client, struct batch_tails *tails, struct batch_output *output)
{
	*lines = (struct batch_lines){
		.input = input, .client = client, .tails = tails, .output = output};
	lines->asked_in = memory_new(client->pack->question_count, sizeof *lines->asked_in);
	json_line_init(&lines->line);
	text_init(&lines->made);
	text_init(&lines->row_made);
}

void batch_lines_destroy(struct batch_lines *lines)
{
	for (size_t i = 0; i < lines->column_count; i++)
		free(lines->columns[i]);
	free(lines->columns);
	free(lines->member_of);
	free(lines->cell_of);
	free(lines->asked_in);
	json_line_destroy(&lines->line);
	text_destroy(&lines->made);
	text_destroy(&lines->row_made);
}

/* The members that are added to an object that is written. */
static bool is_added(const struct batch_lines *lines, const char *name)
{
	static const char *const words[] = {"outcome", "notices", "next", "error"};
	if (lines->tails->format == BATCH_CSV)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i], name) == 0)
			return true;
	return lines->tails->because && strcmp(name, "because") == 0;
}

static size_t find_meaning(struct batch_lines *lines, const struct json_member *member)
{
	size_t meaning = MEMBER_OTHER;
	struct text name;
	text_init(&name);
	json_add_content(&name, &lines->line, &member->name);
	/* With a NUL in it, it is no identifier. */
	bool is_word = strlen(name.bytes) == name.length;
	if (is_word && is_added(lines, name.bytes))
		meaning = MEMBER_ADDED;
	else if (is_word)
		pack_find_question(lines->client->pack, name.bytes, &meaning);
	text_destroy(&name);
	return meaning;
}

size_t batch_lines_meaning(struct batch_lines *lines, size_t place)
{
	size_t length;
	const struct json_member *member = &lines->line.members[place];
	const char *name = json_content(&lines->line, &member->name, &length);
	struct met_name *met = &lines->met[place % MET_NAMES];
	if (met->length == length && memcmp(met->bytes, name, length) == 0 && length)
		return met->meaning;
	size_t meaning = find_meaning(lines, member);
	if (length <= sizeof met->bytes) {
		memcpy(met->bytes, name, length);
		met->length = length;
		met->meaning = meaning;
	}
	return meaning;
}

/* Adds an item of a list to lines->made, where it is as an option's id may be, so that it can be
 * joined with others. */
static bool join_item(struct batch_lines *lines, const struct json_value *item, bool first)
{
	struct text *made = &lines->made;
	text_add(made, first ? "" : "+");
	size_t start = made->length;
	if (item->type != VALUE_STRING)
		return false;
	json_add_content(made, &lines->line, item);
	const char *id = made->bytes + start;
	size_t length = made->length - start;
	return length && !memchr("-?!~", id[0], 4) && !memchr(id, '+', length);
}

static const char *join_items(struct batch_lines *lines, const struct json_value *list)
{
	struct json_value item;
	size_t at = 0, count = 0;
	while (json_next_item(&lines->line, list, &at, &item))
		if (!join_item(lines, &item, count++ == 0))
			return _("a list must hold the ids of options, each a string");
	text_add(&lines->made, count ? "" : "-");
	return NULL;
}

const char *batch_lines_add_answer(
	struct batch_lines *lines, const struct json_value *value, const struct question *question)
{
	const char *written = lines->line.bytes + value->start;
	bool truth = value->type == VALUE_TRUE || value->type == VALUE_FALSE;
	text_cut(&lines->made, 0);
	if (value->type == VALUE_OBJECT)
		return _("an object is no answer");
	if (value->type == VALUE_ARRAY && question->type != QUESTION_CHOICES)
		return _("a list is no answer to a question that has one answer");
	if (value->type == VALUE_ARRAY)
		return join_items(lines, value);
	if (value->type == VALUE_STRING)
		json_add_content(&lines->made, &lines->line, value);
	else if (value->type == VALUE_NUMBER)
		json_add_number(&lines->made, written, value->end - value->start);
	else if (truth && question->type == QUESTION_YES_NO)
		text_add(&lines->made, value->type == VALUE_TRUE ? "yes" : "no");
	else if (truth)
		text_add_bytes(&lines->made, written, value->end - value->start);
	return NULL;
}

/* In the quick way, from a copy that has something readable behind it. */
static bool take_made(struct batch_lines *lines, size_t question, const struct json_value *value)
{
	char copy[2 * BATCH_MEMO_TEXT] = {0};
	const struct question *asked = &lines->client->pack->questions[question];
	if (batch_lines_add_answer(lines, value, asked))
		return false;
	size_t length = lines->made.length;
	if (length > BATCH_MEMO_TEXT)
		return batch_client_take(lines->client, question, lines->made.bytes, length);
	memcpy(copy, lines->made.bytes, length);
	return batch_client_take(lines->client, question, copy, length);
}

/* A whole number as it is mostly written, which is an answer as it stands. */
static bool is_short_number(const char *written, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (written[i] < '0' || written[i] > '9')
			return false;
	return length <= 3;
}

static bool take_member(struct batch_lines *lines, size_t place)
{
	static const char yes[BATCH_MEMO_TEXT] = "yes", no[BATCH_MEMO_TEXT] = "no";
	size_t meaning = batch_lines_meaning(lines, place), length;
	const struct json_value *value = &lines->line.members[place].value;
	if (meaning == MEMBER_OTHER)
		return true;
	if (meaning == MEMBER_ADDED || lines->asked_in[meaning] == lines->row)
		return false;
	lines->asked_in[meaning] = lines->row;
	if (value->type == VALUE_STRING && !value->escaped) {
		const char *content = json_content(&lines->line, value, &length);
		return batch_client_take(lines->client, meaning, content, length);
	}
	const char *written = lines->line.bytes + value->start;
	if (value->type == VALUE_NUMBER && is_short_number(written, value->end - value->start))
		return batch_client_take(
			lines->client, meaning, written, value->end - value->start);
	if (lines->client->pack->questions[meaning].type == QUESTION_YES_NO) {
		if (value->type == VALUE_TRUE)
			return batch_client_take(lines->client, meaning, yes, 3);
		if (value->type == VALUE_FALSE)
			return batch_client_take(lines->client, meaning, no, 2);
	}
	return take_made(lines, meaning, value);
}

/* Returns false where the row must be read in the careful way. */
static bool take_row(struct batch_lines *lines)
{
	batch_client_clear(lines->client);
	if (lines->line.fault || lines->tails->format == BATCH_CSV)
		return false;
	lines->row++;
	for (size_t i = 0; i < lines->line.count; i++)
		if (!take_member(lines, i))
			return false;
	return true;
}

static void refuse_line(struct batch_lines *lines)
{
	struct text sentence;
	text_init(&sentence);
	if (!lines->utf8)
		text_add(&sentence, _("this is not UTF-8"));
	else if (lines->line.fault == JSON_EMPTY)
		text_add(&sentence, _("this line is empty"));
	else if (lines->line.fault == JSON_NOT_JSON)
		text_format(&sentence, _("this is not JSON, from byte %zu of the line on"),
			lines->line.at + 1);
	else if (lines->line.fault == JSON_TOO_DEEP)
		text_format(&sentence, _("this is nested more than %d deep"), JSON_DEPTH_LIMIT);
	else
		text_add(&sentence, _("this is no object of JSON"));
	batch_client_refuse(lines->client, NULL, sentence.bytes);
	text_destroy(&sentence);
}

static void read_member(struct batch_lines *lines, size_t place)
{
	size_t meaning = batch_lines_meaning(lines, place);
	const struct json_member *member = &lines->line.members[place];
	if (meaning == MEMBER_OTHER)
		return;
	text_cut(&lines->made, 0);
	json_add_content(&lines->made, &lines->line, &member->name);
	if (meaning == MEMBER_ADDED) {
		batch_client_refuse(lines->client, lines->made.bytes,
			_("this is to be added, and must not be there before"));
		return;
	}
	if (lines->asked_in[meaning] == lines->row) {
		batch_client_refuse(lines->client, lines->made.bytes, _("this is there twice"));
		return;
	}
	lines->asked_in[meaning] = lines->row;
	const struct question *question = &lines->client->pack->questions[meaning];
	const char *fault = batch_lines_add_answer(lines, &member->value, question);
	if (fault)
		batch_client_refuse(lines->client, question->id, fault);
	else
		batch_client_answer(lines->client, meaning, lines->made.bytes, lines->made.length);
}

static void read_row(struct batch_lines *lines)
{
	batch_client_clear_answers(lines->client);
	lines->row++;
	if (lines->line.fault || !lines->utf8)
		refuse_line(lines);
	if (lines->tails->format == BATCH_CSV)
		lines_table_check(lines);
	for (size_t i = 0; lines->utf8 && i < lines->line.count; i++)
		read_member(lines, i);
}

static bool is_utf8(const char *bytes, size_t length)
{
	uint64_t high = 0;
	size_t i = 0;
	for (; i + BLOCK_BYTES <= length; i += BLOCK_BYTES)
		high |= block_read(bytes + i).high;
	for (; i < length; i++)
		high |= (unsigned char)bytes[i] & 0x80;
	return !high || !u8_check((const uint8_t *)bytes, length);
}

/* Whether a member of the object would then be there twice. */
static bool has_added(struct batch_lines *lines)
{
	for (size_t i = 0; i < lines->line.count; i++)
		if (batch_lines_meaning(lines, i) == MEMBER_ADDED)
			return true;
	return false;
}

/* A line that no members can be added to comes back as a text. */
static void write_line_as_text(struct batch_lines *lines, const struct batch_tail *tail)
{
	struct text *made = &lines->row_made;
	text_cut(made, 0);
	text_add(made, "{\"row\":");
	json_add_string(made, lines->line.bytes, lines->line.length);
	text_add(made, ",");
	batch_output_add(lines->output, made->bytes, made->length);
	batch_output_add(lines->output, tail->bytes, tail->length);
}

static void write_object(struct batch_lines *lines, const struct batch_tail *tail)
{
	const struct json_line *line = &lines->line;
	batch_output_add(lines->output, line->bytes, line->close);
	if (line->count)
		batch_output_add_byte(lines->output, ',');
	batch_output_add(lines->output, tail->bytes, tail->length);
	batch_output_add(
		lines->output, line->bytes + line->close + 1, line->length - line->close - 1);
}

static void find_tail(struct batch_lines *lines, struct batch_tail *tail)
{
	bool quick = lines->utf8 && take_row(lines);
	if (!quick)
		read_row(lines);
	if (!batch_client_decide(lines->client)) {
		batch_tails_refuse(lines->tails, tail);
		lines->refused++;
		return;
	}
	if (batch_tails_find(lines->tails, tail))
		return;
	if (quick && lines->tails->because) {
		read_row(lines);
		batch_client_decide(lines->client);
	}
	batch_tails_make(lines->tails, tail);
}

/* Reads and writes one line, without its line end. */
static bool convert(
	struct batch_lines *lines, const char *bytes, size_t length, struct error *error)
{
	struct batch_tail tail;
	struct json_line *line = &lines->line;
	lines->utf8 = is_utf8(bytes, length);
	json_line_read(line, bytes, length);
	if (lines->tails->format == BATCH_CSV && !lines->row && !lines_table_begin(lines, error))
		return false;
	find_tail(lines, &tail);
	if (lines->tails->format == BATCH_CSV)
		lines_table_write(lines, &tail);
	else if (!lines->utf8 || line->fault || (lines->client->fault.length && has_added(lines)))
		write_line_as_text(lines, &tail);
	else
		write_object(lines, &tail);
	batch_output_add(lines->output, lines->line_end, strlen(lines->line_end));
	return !lines->output->failed;
}

/* Waits until there is a whole line from `taken` on, and gives its length without its line end; at
 * the end of the input, that of what there is. */
static bool find_line(struct batch_input *input, size_t *length, struct error *error)
{
	size_t looked = 0;
	for (;;) {
		const char *bytes = input->bytes + input->taken;
		*length = input->length - input->taken;
		const char *end = memchr(bytes + looked, '\n', *length - looked);
		if (end) {
			*length = (size_t)(end - bytes);
			return true;
		}
		if (input->ended)
			return true;
		looked = *length;
		if (!batch_input_fill(input, error))
			return false;
	}
}

bool batch_lines_run(struct batch_lines *lines, struct error *error)
{
	struct batch_input *input = lines->input;
	if (!batch_input_skip_mark(input, error))
		return false;
	for (;;) {
		size_t length;
		if (!find_line(input, &length, error))
			return false;
		const char *bytes = input->bytes + input->taken;
		bool ended = input->taken + length == input->length;
		if (ended && length == 0)
			break;
		bool carriage_return = length && bytes[length - 1] == '\r';
		lines->line_end = carriage_return ? "\r\n" : "\n";
		if (!convert(lines, bytes, length - carriage_return, error))
			return false;
		input->taken += length + !ended;
	}
	if (!lines->row && lines->tails->format == BATCH_CSV && !lines_table_begin(lines, error))
		return false;
	return batch_output_finish(lines->output);
}
