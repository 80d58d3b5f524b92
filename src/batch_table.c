#include "batch_table.h"

#include "batch_json.h"
#include "languages.h"

#include "screener/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

void batch_table_init(struct batch_table *table, struct batch_client *client,
	struct csv_reader *reader, struct batch_tails *tails, struct batch_output *output)
{
	*table = (struct batch_table){
		.client = client, .reader = reader, .tails = tails, .output = output};
	batch_columns_init(&table->columns, client->pack, tails->format, tails->because);
	text_init(&table->made);
}

void batch_table_destroy(struct batch_table *table)
{
	for (size_t i = 0; table->member_names && i < table->columns.count; i++)
		text_destroy(&table->member_names[i]);
	free(table->member_names);
	free(table->answers);
	batch_columns_destroy(&table->columns);
	text_destroy(&table->made);
}

static void write_text(struct batch_output *output, const char *text)
{
	batch_output_add(output, text, strlen(text));
}

/* The row's cells up to as many as the header has; cells that it lacks are empty. */
static void write_cells(struct batch_table *table, const struct csv_record *record)
{
	if (record->clean && record->count == table->columns.count) {
		batch_output_add(
			table->output, record->bytes, record->cells[record->count - 1].end);
		return;
	}
	for (size_t i = 0; i < table->columns.count; i++) {
		if (i)
			batch_output_add_byte(table->output, ',');
		if (i < record->count)
			csv_write_cell(table->output, record, &record->cells[i]);
	}
}

/* Cells for which the header has no column come last, where they move no other. */
static void write_surplus(struct batch_table *table, const struct csv_record *record)
{
	for (size_t i = table->columns.count; i < record->count; i++) {
		batch_output_add_byte(table->output, ',');
		csv_write_cell(table->output, record, &record->cells[i]);
	}
}

/* Adds what a cell says as a string of JSON. */
static void add_string(struct text *row, const struct csv_record *record, size_t column)
{
	size_t length;
	const struct csv_cell *cell = &record->cells[column];
	const char *content = csv_cell_content(record, cell, &length);
	struct text plain;
	if (cell->form != CSV_QUOTED_DOUBLED) {
		json_add_string(row, content, length);
		return;
	}
	text_init(&plain);
	csv_add_undoubled(&plain, content, length);
	json_add_string(row, plain.bytes, plain.length);
	text_destroy(&plain);
}

/* The row's cells as members, each with the comma behind it; those that it lacks are left out, and
 * those for which the header has no column are a list. */
static void write_members(struct batch_table *table, const struct csv_record *record)
{
	struct text *row = &table->made;
	size_t count = table->columns.count;
	text_cut(row, 0);
	text_add_bytes(row, "{", 1);
	for (size_t i = 0; i < record->count && i < count; i++) {
		const struct text *name = &table->member_names[i];
		text_add_bytes(row, name->bytes, name->length);
		add_string(row, record, i);
		text_add_bytes(row, ",", 1);
	}
	for (size_t i = count; i < record->count; i++) {
		text_add(row, i == count ? "\"surplus\":[" : ",");
		add_string(row, record, i);
	}
	if (record->count > count)
		text_add(row, "],");
	batch_output_add(table->output, row->bytes, row->length);
	text_cut(row, 0);
}

static void list_answers(struct batch_table *table)
{
	const struct batch_columns *columns = &table->columns;
	table->answers = memory_new(columns->count, sizeof *table->answers);
	for (size_t i = 0; i < columns->count; i++)
		if (columns->questions[i] != PACK_NO_QUESTION)
			table->answers[table->answer_count++] = i;
}

static void name_members(struct batch_table *table)
{
	const struct batch_columns *columns = &table->columns;
	table->member_names = memory_new(columns->count, sizeof *table->member_names);
	for (size_t i = 0; i < columns->count; i++) {
		struct text *name = &table->member_names[i];
		text_init(name);
		json_add_string(name, columns->names[i], strlen(columns->names[i]));
		text_add_bytes(name, ":", 1);
	}
}

/* The header of what is written; JSON needs none. */
static void write_header(struct batch_table *table)
{
	if (table->tails->format == BATCH_JSONL) {
		table->columns.line_end = "\n";
		name_members(table);
		return;
	}
	write_cells(table, &table->reader->record);
	for (size_t i = 0; batch_columns_added(&table->columns, i, &table->made); i++) {
		batch_output_add_byte(table->output, ',');
		batch_output_add(table->output, table->made.bytes, table->made.length);
	}
	text_cut(&table->made, 0);
	write_text(table->output, table->columns.line_end);
}

bool batch_table_begin(struct batch_table *table, struct error *error)
{
	const char *name = table->reader->input->name;
	enum csv_result result = csv_reader_next(table->reader, error);
	if (result == CSV_FAILED)
		return false;
	if (result == CSV_END)
		return error_set(error, ERROR_FILE,
			_("%s is empty: its first line must name the columns"), name);
	if (!batch_columns_read(&table->columns, &table->reader->record, name, error))
		return false;
	list_answers(table);
	write_header(table);
	return true;
}

static bool check_shape(struct batch_table *table, const struct csv_record *record)
{
	const struct batch_columns *columns = &table->columns;
	if (record->count < columns->count)
		batch_client_refuse(
			table->client, columns->names[record->count], _("the row ends before it"));
	else if (record->count > columns->count)
		batch_client_refuse(table->client, NULL,
			_("this row has more cells than the header has columns"));
	return record->count == columns->count;
}

/* Returns what is wrong with a cell as such, whatever it is about; NULL where nothing is. */
static const char *find_fault(
	const struct batch_table *table, const struct csv_record *record, size_t column)
{
	static const char *const faults[CSV_FORM_COUNT] = {
		[CSV_BROKEN] = N_("something follows the closing quotation mark"),
		[CSV_UNCLOSED] = N_("the quotation mark is not closed"),
		[CSV_UNCLOSED_DOUBLED] = N_("the quotation mark is not closed"),
	};
	const struct csv_cell *cell = &record->cells[column];
	const uint8_t *bytes = (const uint8_t *)record->bytes + cell->start;
	if (faults[cell->form])
		return _(faults[cell->form]);
	bool is_answer = table->columns.questions[column] != PACK_NO_QUESTION;
	if (!record->ascii && !is_answer && u8_check(bytes, cell->end - cell->start))
		return _("this is not UTF-8");
	return NULL;
}

static void check_cells(struct batch_table *table, const struct csv_record *record)
{
	for (size_t i = 0; i < record->count && i < table->columns.count; i++) {
		const char *fault = find_fault(table, record, i);
		if (fault)
			batch_client_refuse(table->client, table->columns.names[i], fault);
	}
}

static void read_answer(struct batch_table *table, const struct csv_record *record, size_t column)
{
	size_t length, question = table->columns.questions[column];
	const struct csv_cell *cell = &record->cells[column];
	const char *content = csv_cell_content(record, cell, &length);
	if (cell->form == CSV_QUOTED_DOUBLED) {
		csv_add_undoubled(&table->made, content, length);
		batch_client_answer(table->client, question, table->made.bytes, table->made.length);
		text_cut(&table->made, 0);
	} else {
		batch_client_answer(table->client, question, content, length);
	}
}

static void read_row(struct batch_table *table, const struct csv_record *record)
{
	batch_client_clear_answers(table->client);
	bool fits = check_shape(table, record);
	if (!record->clean || !record->ascii)
		check_cells(table, record);
	if (!fits || table->client->fault.length)
		return;
	for (size_t i = 0; i < record->count; i++) {
		if (table->columns.questions[i] != PACK_NO_QUESTION)
			read_answer(table, record, i);
	}
}

/* Takes a row in the quick way. Returns false where it must be read in the careful one. */
static bool take_row(struct batch_table *table, const struct csv_record *record)
{
	const struct batch_columns *columns = &table->columns;
	size_t row_length = record->cells[record->count - 1].end;
	if (!record->clean || record->count != columns->count)
		return false;
	if (!record->ascii && u8_check((const uint8_t *)record->bytes, row_length))
		return false;
	batch_client_clear(table->client);
	for (size_t i = 0; i < table->answer_count; i++) {
		size_t length, column = table->answers[i];
		const struct csv_cell *cell = &record->cells[column];
		const char *content = record->bytes + cell->start;
		length = cell->end - cell->start;
		if (cell->form > CSV_PLAIN)
			content = csv_cell_content(record, cell, &length);
		if (cell->form == CSV_QUOTED_DOUBLED ||
			!batch_client_take(
				table->client, columns->questions[column], content, length))
			return false;
	}
	return true;
}

/* Finds what is to be added to the row, in the quick way where it works. */
static void find_tail(
	struct batch_table *table, const struct csv_record *record, struct batch_tail *tail)
{
	bool quick = take_row(table, record);
	if (!quick)
		read_row(table, record);
	if (!batch_client_decide(table->client)) {
		batch_tails_refuse(table->tails, tail);
		table->refused++;
		return;
	}
	if (batch_tails_find(table->tails, tail))
		return;
	if (quick && table->tails->because) {
		read_row(table, record);
		batch_client_decide(table->client);
	}
	batch_tails_make(table->tails, tail);
}

static void write_row(struct batch_table *table, const struct csv_record *record)
{
	struct batch_tail tail;
	find_tail(table, record, &tail);
	if (table->tails->format == BATCH_JSONL) {
		write_members(table, record);
		batch_output_add(table->output, tail.bytes, tail.length);
	} else {
		write_cells(table, record);
		batch_output_add(table->output, tail.bytes, tail.length);
		write_surplus(table, record);
	}
	write_text(table->output, table->columns.line_end);
}

bool batch_table_run(struct batch_table *table, struct error *error)
{
	const struct csv_record *record = &table->reader->record;
	enum csv_result result;
	while ((result = csv_reader_next(table->reader, error)) == CSV_RECORD) {
		write_row(table, record);
		if (table->output->failed)
			return false;
	}
	return result == CSV_END && batch_output_finish(table->output);
}
