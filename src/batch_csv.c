#include "batch_csv.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum byte_class { BYTE_OTHER, BYTE_QUOTE, BYTE_COMMA, BYTE_LINE_END, BYTE_CLASS_COUNT };

static const unsigned char classes[256] = {
	['"'] = BYTE_QUOTE,
	[','] = BYTE_COMMA,
	['\n'] = BYTE_LINE_END,
	['\r'] = BYTE_LINE_END,
};

/* What a byte makes of a cell. CSV_FORM_COUNT: the cell ended before it. */
static const unsigned char forms[CSV_FORM_COUNT][BYTE_CLASS_COUNT] = {
	[CSV_EMPTY] = {CSV_PLAIN, CSV_UNCLOSED, CSV_FORM_COUNT, CSV_FORM_COUNT},
	[CSV_PLAIN] = {CSV_PLAIN, CSV_STRAY, CSV_FORM_COUNT, CSV_FORM_COUNT},
	[CSV_STRAY] = {CSV_STRAY, CSV_STRAY, CSV_FORM_COUNT, CSV_FORM_COUNT},
	[CSV_UNCLOSED] = {CSV_UNCLOSED, CSV_QUOTED, CSV_UNCLOSED, CSV_UNCLOSED},
	[CSV_UNCLOSED_DOUBLED] = {CSV_UNCLOSED_DOUBLED, CSV_QUOTED_DOUBLED, CSV_UNCLOSED_DOUBLED,
		CSV_UNCLOSED_DOUBLED},
	[CSV_QUOTED] = {CSV_BROKEN, CSV_UNCLOSED_DOUBLED, CSV_FORM_COUNT, CSV_FORM_COUNT},
	[CSV_QUOTED_DOUBLED] = {CSV_BROKEN, CSV_UNCLOSED_DOUBLED, CSV_FORM_COUNT, CSV_FORM_COUNT},
	[CSV_BROKEN] = {CSV_BROKEN, CSV_BROKEN, CSV_FORM_COUNT, CSV_FORM_COUNT},
};

static const bool well_formed[CSV_FORM_COUNT] = {
	[CSV_EMPTY] = true,
	[CSV_PLAIN] = true,
	[CSV_QUOTED] = true,
	[CSV_QUOTED_DOUBLED] = true,
};

void csv_reader_init(struct csv_reader *reader, struct batch_input *input)
{
	*reader = (struct csv_reader){.input = input, .capacity = 64};
	reader->record.cells = memory_new(reader->capacity, sizeof *reader->record.cells);
}

void csv_reader_destroy(struct csv_reader *reader)
{
	free(reader->record.cells);
}

static void add_cell(struct csv_reader *reader)
{
	struct csv_record *record = &reader->record;
	if (record->count == reader->capacity) {
		reader->capacity *= 2;
		record->cells = memory_grow(record->cells, reader->capacity, sizeof *record->cells);
	}
	record->cells[record->count++] = (struct csv_cell){reader->start, reader->at, reader->form};
	record->clean &= well_formed[reader->form];
	reader->form = CSV_EMPTY;
}

/* Goes on where it stopped for want of bytes. Returns whether the record has ended. */
static bool scan(struct csv_reader *reader)
{
	const struct batch_input *input = reader->input;
	const char *bytes = input->bytes + input->taken;
	size_t length = input->length - input->taken;
	for (; reader->at < length; reader->at++) {
		unsigned char byte = (unsigned char)bytes[reader->at];
		unsigned char form = forms[reader->form][classes[byte]];
		reader->seen |= byte;
		if (form != CSV_FORM_COUNT) {
			reader->form = form;
			continue;
		}
		add_cell(reader);
		reader->start = reader->at + 1;
		if (classes[byte] == BYTE_LINE_END) {
			reader->record.carriage_return = byte == '\r';
			reader->at++;
			return true;
		}
	}
	return false;
}

/* The line feed after a carriage return is part of the record before; it is passed only when it is
 * there, so that a record never waits for it. */
static void skip_line_feed(struct csv_reader *reader)
{
	struct batch_input *input = reader->input;
	if (!reader->record.carriage_return || input->taken == input->length)
		return;
	if (input->bytes[input->taken] == '\n')
		input->taken++;
	reader->record.carriage_return = false;
}

static enum csv_result finish(struct csv_reader *reader)
{
	const struct batch_input *input = reader->input;
	reader->record.bytes = input->bytes + input->taken;
	reader->record.ascii = reader->seen < 0x80;
	return CSV_RECORD;
}

/* Passes a byte order mark; waits for all of it only while it looks like one. */
static bool skip_mark(struct csv_reader *reader, struct error *error)
{
	static const char mark[] = {'\xef', '\xbb', '\xbf'};
	struct batch_input *input = reader->input;
	while (input->length < sizeof mark && !input->ended &&
		memcmp(input->bytes, mark, input->length) == 0) {
		if (!batch_input_fill(input, error))
			return false;
	}
	if (input->length >= sizeof mark && memcmp(input->bytes, mark, sizeof mark) == 0)
		input->taken = sizeof mark;
	reader->begun = true;
	return true;
}

enum csv_result csv_reader_next(struct csv_reader *reader, struct error *error)
{
	struct batch_input *input = reader->input;
	if (!reader->begun && !skip_mark(reader, error))
		return CSV_FAILED;
	input->taken += reader->at;
	reader->at = reader->start = reader->record.count = 0;
	reader->form = CSV_EMPTY;
	reader->seen = 0;
	reader->record.clean = true;
	for (;;) {
		if (!reader->at)
			skip_line_feed(reader);
		if (scan(reader))
			return finish(reader);
		if (input->ended)
			break;
		if (!batch_input_fill(input, error))
			return CSV_FAILED;
	}
	if (!reader->at)
		return CSV_END;
	add_cell(reader);
	return finish(reader);
}

const char *csv_cell_content(
	const struct csv_record *record, const struct csv_cell *cell, size_t *length)
{
	bool quoted = cell->form == CSV_QUOTED || cell->form == CSV_QUOTED_DOUBLED;
	*length = cell->end - cell->start - (quoted ? 2 : 0);
	return record->bytes + cell->start + quoted;
}

void csv_add_undoubled(struct text *text, const char *content, size_t length)
{
	const char *end = content + length;
	while (content < end) {
		const char *quote = memchr(content, '"', (size_t)(end - content));
		const char *stop = quote ? quote + 1 : end;
		text_add_bytes(text, content, (size_t)(stop - content));
		content = quote ? stop + 1 : end;
	}
}

static void write_quoted(struct batch_output *output, const char *text, size_t length)
{
	const char *end = text + length;
	batch_output_add_byte(output, '"');
	while (text < end) {
		const char *quote = memchr(text, '"', (size_t)(end - text));
		const char *stop = quote ? quote + 1 : end;
		batch_output_add(output, text, (size_t)(stop - text));
		if (quote)
			batch_output_add_byte(output, '"');
		text = stop;
	}
	batch_output_add_byte(output, '"');
}

void csv_write_cell(
	struct batch_output *output, const struct csv_record *record, const struct csv_cell *cell)
{
	const char *bytes = record->bytes + cell->start;
	if (well_formed[cell->form])
		batch_output_add(output, bytes, cell->end - cell->start);
	else
		write_quoted(output, bytes, cell->end - cell->start);
}

void csv_write_text(struct batch_output *output, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (classes[(unsigned char)text[i]] != BYTE_OTHER) {
			write_quoted(output, text, length);
			return;
		}
	}
	batch_output_add(output, text, length);
}
