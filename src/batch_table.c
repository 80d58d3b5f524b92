#include "batch_table.h"

#include "languages.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

void batch_table_init(struct batch_table *table, struct batch_client *client,
	struct csv_reader *reader, struct batch_output *output, bool because)
{
	*table = (struct batch_table){.client = client, .reader = reader, .output = output};
	batch_columns_init(&table->columns, client->pack, because);
	text_init(&table->cell);
}

void batch_table_destroy(struct batch_table *table)
{
	batch_columns_destroy(&table->columns);
	text_destroy(&table->cell);
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

/* Writes what is in table->cell as the next cell. */
static void write_added(struct batch_table *table)
{
	batch_output_add_byte(table->output, ',');
	batch_output_add(table->output, table->cell.bytes, table->cell.length);
	text_cut(&table->cell, 0);
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
	write_cells(table, &table->reader->record);
	for (size_t i = 0; batch_columns_added(&table->columns, i, &table->cell); i++)
		write_added(table);
	write_text(table->output, table->columns.line_end);
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
		csv_add_undoubled(&table->cell, content, length);
		batch_client_answer(table->client, question, table->cell.bytes, table->cell.length);
		text_cut(&table->cell, 0);
	} else {
		batch_client_answer(table->client, question, content, length);
	}
}

static void read_row(struct batch_table *table, const struct csv_record *record)
{
	batch_client_clear(table->client);
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

static void write_outcome(struct batch_table *table)
{
	const struct batch_client *client = table->client;
	const struct pack *pack = client->pack;
	for (size_t i = 0; i < pack->path_count; i++) {
		batch_output_add_byte(table->output, ',');
		write_text(table->output, outcome_word(outcomes_path(client->outcomes, i)));
	}
	batch_client_add_notices(client, &table->cell);
	write_added(table);
	size_t next = outcomes_next(client->outcomes);
	batch_output_add_byte(table->output, ',');
	if (next != PACK_NO_QUESTION)
		write_text(table->output, pack->questions[next].id);
	batch_output_add_byte(table->output, ','); /* no error */
	for (size_t i = 0; table->columns.because && i < pack->path_count; i++) {
		batch_client_add_because(table->client, i, &table->cell);
		write_added(table);
	}
}

static void write_commas(struct batch_table *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		batch_output_add_byte(table->output, ',');
}

static void write_refusal(struct batch_table *table)
{
	const struct text *fault = &table->client->fault;
	size_t path_count = table->client->pack->path_count;
	write_commas(table, path_count + 3); /* the paths, notices, next and before the error */
	csv_write_text(table->output, fault->bytes, fault->length);
	write_commas(table, table->columns.because ? path_count : 0);
	table->refused++;
}

bool batch_table_run(struct batch_table *table, struct error *error)
{
	const struct csv_record *record = &table->reader->record;
	enum csv_result result;
	while ((result = csv_reader_next(table->reader, error)) == CSV_RECORD) {
		read_row(table, record);
		write_cells(table, record);
		if (batch_client_decide(table->client))
			write_outcome(table);
		else
			write_refusal(table);
		write_surplus(table, record);
		write_text(table->output, table->columns.line_end);
		if (table->output->failed)
			return false;
	}
	return result == CSV_END && batch_output_finish(table->output);
}
