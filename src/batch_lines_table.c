#include "batch_lines_table.h"

#include "batch_columns.h"
#include "batch_csv.h"
#include "languages.h"

#include "screener/memory.h"

#include <string.h>

/* Each is looked for among all. */
enum { COLUMN_LIMIT = 4096 };

static size_t count_questions(const struct batch_lines *lines)
{
	return lines->client->pack->question_count;
}

static void add_column(struct batch_lines *lines, const char *name)
{
	lines->columns =
		memory_grow(lines->columns, lines->column_count + 1, sizeof *lines->columns);
	char *copy = memory_new(strlen(name) + 1, 1);
	memcpy(copy, name, strlen(name));
	lines->columns[lines->column_count++] = copy;
}

/* The column of an other member, or NOWHERE: `guess` is tried first, then those behind it. */
static size_t find_column(
	const struct batch_lines *lines, const struct json_member *member, size_t guess)
{
	size_t count = lines->column_count;
	for (size_t i = 0; i < count; i++) {
		size_t column = guess + i < count ? guess + i : (guess + i) % count;
		if (json_says(&lines->line, &member->name, lines->columns[column]))
			return column;
	}
	return NOWHERE;
}

/* The name of a member that must not be among the columns, or of the first that is too many. */
static bool check_column(
	const struct batch_lines *lines, const struct text *name, struct error *error)
{
	struct batch_columns columns;
	batch_columns_init(&columns, lines->client->pack, BATCH_CSV, lines->tails->because);
	bool added = batch_columns_is_added(&columns, name->bytes);
	batch_columns_destroy(&columns);
	if (added)
		return error_set(error, ERROR_FILE,
			_("%s already has a column \"%s\", which is to be added: rename it or "
			  "leave it out"),
			lines->input->name, name->bytes);
	if (lines->column_count == COLUMN_LIMIT)
		return error_set(error, ERROR_LIMIT,
			_("the first line of %s has more than %d members: they are too many for "
			  "columns"),
			lines->input->name, COLUMN_LIMIT);
	return true;
}

/* Takes the members of the first object that are no answers. */
static bool take_columns(struct batch_lines *lines, struct error *error)
{
	struct text name;
	bool usable = true;
	text_init(&name);
	for (size_t i = 0; usable && i < lines->line.count; i++) {
		const struct json_member *member = &lines->line.members[i];
		if (batch_lines_meaning(lines, i) != MEMBER_OTHER ||
			find_column(lines, member, 0) != NOWHERE)
			continue;
		text_cut(&name, 0);
		json_add_content(&name, &lines->line, &member->name);
		usable = check_column(lines, &name, error);
		if (usable)
			add_column(lines, name.bytes);
	}
	text_destroy(&name);
	return usable;
}

static void flush_row(struct batch_lines *lines)
{
	batch_output_add(lines->output, lines->row_made.bytes, lines->row_made.length);
	text_cut(&lines->row_made, 0);
}

static void add_cell(struct text *row, const char *content, size_t length, bool first)
{
	text_add(row, first ? "" : ",");
	csv_add_text(row, content, length);
}

static void write_header(struct batch_lines *lines)
{
	const struct pack *pack = lines->client->pack;
	struct batch_columns columns;
	struct text *row = &lines->row_made;
	batch_columns_init(&columns, pack, BATCH_CSV, lines->tails->because);
	for (size_t i = 0; i < pack->question_count; i++)
		add_cell(row, pack->questions[i].id, strlen(pack->questions[i].id), i == 0);
	for (size_t i = 0; i < lines->column_count; i++)
		add_cell(row, lines->columns[i], strlen(lines->columns[i]),
			i + pack->question_count == 0);
	for (size_t i = 0; batch_columns_added(&columns, i, &lines->made); i++)
		add_cell(row, lines->made.bytes, lines->made.length, false);
	text_add(row, lines->line_end ? lines->line_end : "\n");
	flush_row(lines);
	batch_columns_destroy(&columns);
}

bool lines_table_begin(struct batch_lines *lines, struct error *error)
{
	if (!take_columns(lines, error))
		return false;
	lines->member_of =
		memory_new(count_questions(lines) + lines->column_count, sizeof *lines->member_of);
	write_header(lines);
	return true;
}

static void make_room(struct batch_lines *lines)
{
	for (size_t i = 0; i < count_questions(lines) + lines->column_count; i++)
		lines->member_of[i] = NOWHERE;
	if (lines->line.count <= lines->cell_capacity)
		return;
	lines->cell_capacity = lines->line.capacity;
	lines->cell_of = memory_grow(lines->cell_of, lines->cell_capacity, sizeof *lines->cell_of);
}

/* The cell where the member belongs, whether or not another is there; moves the guess. */
static size_t find_cell(struct batch_lines *lines, size_t place, size_t *guess)
{
	size_t meaning = batch_lines_meaning(lines, place);
	if (meaning != MEMBER_OTHER)
		return meaning;
	size_t column = find_column(lines, &lines->line.members[place], *guess);
	if (column == NOWHERE)
		return NOWHERE;
	*guess = column + 1;
	return count_questions(lines) + column;
}

static void refuse_member(struct batch_lines *lines, size_t place, const char *sentence)
{
	text_cut(&lines->made, 0);
	json_add_content(&lines->made, &lines->line, &lines->line.members[place].name);
	batch_client_refuse(lines->client, lines->made.bytes, sentence);
}

void lines_table_check(struct batch_lines *lines)
{
	size_t guess = 0;
	make_room(lines);
	for (size_t i = 0; i < lines->line.count; i++) {
		size_t cell = find_cell(lines, i, &guess);
		lines->cell_of[i] = NOWHERE;
		if (cell == NOWHERE) {
			refuse_member(lines, i, _("the first line has no such member"));
		} else if (lines->member_of[cell] == NOWHERE) {
			lines->cell_of[i] = cell;
			lines->member_of[cell] = i;
		} else if (cell >= count_questions(lines)) {
			refuse_member(lines, i, _("this is there twice"));
		}
	}
}

/* Makes lines->made what a cell says of a value. */
static void say_value(
	struct batch_lines *lines, const struct json_value *value, const struct question *question)
{
	size_t length = value->end - value->start;
	if (question && !batch_lines_add_answer(lines, value, question))
		return;
	text_cut(&lines->made, 0);
	if (value->type == VALUE_STRING)
		json_add_content(&lines->made, &lines->line, value);
	else if (value->type != VALUE_NULL)
		text_add_bytes(&lines->made, lines->line.bytes + value->start, length);
}

static void write_cells(struct batch_lines *lines)
{
	const struct pack *pack = lines->client->pack;
	for (size_t i = 0; i < pack->question_count + lines->column_count; i++) {
		const struct question *question =
			i < pack->question_count ? &pack->questions[i] : NULL;
		size_t place = lines->member_of[i];
		text_cut(&lines->made, 0);
		if (place != NOWHERE)
			say_value(lines, &lines->line.members[place].value, question);
		add_cell(&lines->row_made, lines->made.bytes, lines->made.length, i == 0);
	}
}

/* What has no cell comes last, as it was read, where it moves no other. */
static void write_surplus(struct batch_lines *lines)
{
	const struct json_line *line = &lines->line;
	for (size_t i = 0; i < line->count; i++) {
		const struct json_member *member = &line->members[i];
		if (lines->cell_of[i] == NOWHERE)
			add_cell(&lines->row_made, line->bytes + member->name.start,
				member->value.end - member->name.start, false);
	}
	if (line->fault && line->length)
		add_cell(&lines->row_made, line->bytes, line->length, false);
}

void lines_table_write(struct batch_lines *lines, const struct batch_tail *tail)
{
	text_cut(&lines->row_made, 0);
	write_cells(lines);
	text_add_bytes(&lines->row_made, tail->bytes, tail->length);
	write_surplus(lines);
	flush_row(lines);
}
