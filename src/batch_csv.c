#include "batch_csv.h"

#include "batch_block.h"

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

static void make_room(struct csv_reader *reader, size_t cells)
{
	if (reader->record.count + cells <= reader->capacity)
		return;
	reader->capacity = reader->capacity * 2 + cells;
	reader->record.cells =
		memory_grow(reader->record.cells, reader->capacity, sizeof *reader->record.cells);
}

static void add_cell(struct csv_reader *reader)
{
	struct csv_record *record = &reader->record;
	make_room(reader, 1);
	/* The limit for one record is far below what 32 bits hold. */
	record->cells[record->count++] =
		(struct csv_cell){(uint32_t)reader->start, (uint32_t)reader->at, reader->form};
	record->clean &= well_formed[reader->form];
	reader->form = CSV_EMPTY;
}

enum scanned { SCANNED_RECORD, SCANNED_CELL, SCANNED_ALL };

/* Ends a cell at the byte that reader->at is at, a comma or a line end, and goes behind it. */
static enum scanned end_cell(struct csv_reader *reader, char byte)
{
	add_cell(reader);
	reader->start = ++reader->at;
	if (byte == ',')
		return SCANNED_CELL;
	reader->record.carriage_return = byte == '\r';
	return SCANNED_RECORD;
}

/* One cell, or the rest of one, byte by byte. */
static enum scanned scan_cell(struct csv_reader *reader)
{
	const struct batch_input *input = reader->input;
	const char *bytes = input->bytes + input->taken;
	size_t length = input->length - input->taken;
	for (; reader->at < length; reader->at++) {
		unsigned char byte = (unsigned char)bytes[reader->at];
		unsigned char form = forms[reader->form][classes[byte]];
		reader->seen |= byte;
		if (form == CSV_FORM_COUNT)
			return end_cell(reader, (char)byte);
		reader->form = form;
	}
	return SCANNED_ALL;
}

/* Adds the cells that commas end; `commas` are counted from `from`. */
static void add_plain_cells(struct csv_reader *reader, size_t from, uint64_t commas)
{
	struct csv_cell *cell = reader->record.cells + reader->record.count;
	uint32_t start = (uint32_t)reader->start;
	reader->record.count += (size_t)__builtin_popcountll(commas);
	for (; commas; commas &= commas - 1) {
		uint32_t end = (uint32_t)(from + (size_t)__builtin_ctzll(commas));
		*cell++ = (struct csv_cell){start, end, end == start ? CSV_EMPTY : CSV_PLAIN};
		start = end + 1;
	}
	reader->start = start;
}

/*
 * Reads all that is plain in the next bytes: up to a quotation mark, which it stops at, or the end
 * of the record.
 */
static enum scanned scan_block(struct csv_reader *reader, const char *bytes, size_t usable)
{
	size_t from = reader->at;
	uint64_t all = usable < BLOCK_BYTES ? (UINT64_C(1) << usable) - 1 : UINT64_MAX;
	struct block block = block_read(bytes + from);
	uint64_t stops = block.stops & all;
	/* All before the first of them: with none, all. */
	uint64_t before = stops ? (stops & -stops) - 1 : all;
	make_room(reader, BLOCK_BYTES + 1);
	add_plain_cells(reader, from, block.commas & before);
	reader->seen |= block.high & before ? 0x80 : 0;
	reader->at = from + (size_t)__builtin_popcountll(before);
	reader->form = reader->at == reader->start ? CSV_EMPTY : CSV_PLAIN;
	if (!stops || bytes[reader->at] == '"')
		return SCANNED_CELL;
	return end_cell(reader, bytes[reader->at]);
}

/* Plain cells, up to a quotation mark, a block at a time. */
static enum scanned scan_plain(struct csv_reader *reader)
{
	const struct batch_input *input = reader->input;
	const char *bytes = input->bytes + input->taken;
	size_t length = input->length - input->taken;
	while (reader->at < length) {
		if (scan_block(reader, bytes, length - reader->at) == SCANNED_RECORD)
			return SCANNED_RECORD;
		if (reader->at < length && bytes[reader->at] == '"')
			break;
	}
	return SCANNED_CELL;
}

/* Goes on where it stopped for want of bytes. Returns whether the record has ended. */
static bool scan(struct csv_reader *reader)
{
	enum scanned scanned = SCANNED_CELL;
	while (scanned == SCANNED_CELL) {
		if (reader->form == CSV_EMPTY || reader->form == CSV_PLAIN)
			scanned = scan_plain(reader);
		if (scanned == SCANNED_CELL)
			scanned = scan_cell(reader);
	}
	return scanned == SCANNED_RECORD;
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

enum csv_result csv_reader_next(struct csv_reader *reader, struct error *error)
{
	struct batch_input *input = reader->input;
	if (!reader->begun && !batch_input_skip_mark(input, error))
		return CSV_FAILED;
	reader->begun = true;
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

static bool needs_quotes(const char *content, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (classes[(unsigned char)content[i]] != BYTE_OTHER)
			return true;
	return false;
}

void csv_add_text(struct text *text, const char *content, size_t length)
{
	const char *end = content + length;
	if (!needs_quotes(content, length)) {
		text_add_bytes(text, content, length);
		return;
	}
	text_add_bytes(text, "\"", 1);
	while (content < end) {
		const char *quote = memchr(content, '"', (size_t)(end - content));
		const char *stop = quote ? quote + 1 : end;
		text_add_bytes(text, content, (size_t)(stop - content));
		text_add(text, quote ? "\"" : "");
		content = stop;
	}
	text_add_bytes(text, "\"", 1);
}
