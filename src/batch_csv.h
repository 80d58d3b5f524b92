/* Comma-separated values (RFC 4180) as a stream of records, each a view of the bytes as they came.
 */
#ifndef BATCH_CSV_H
#define BATCH_CSV_H

#include "batch_input.h"
#include "batch_output.h"

#include "screener/error.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How a cell is written: the state in which reading it ended. */
enum csv_form {
	CSV_EMPTY,
	CSV_PLAIN,
	CSV_STRAY, /* a quotation mark inside a cell that begins with none: taken as it stands */
	CSV_UNCLOSED, /* the input ended inside the quotation marks */
	CSV_UNCLOSED_DOUBLED, /* the same, after a quotation mark inside, which is written twice */
	CSV_QUOTED,
	CSV_QUOTED_DOUBLED, /* with quotation marks inside */
	CSV_BROKEN, /* something follows the closing quotation mark */
	CSV_FORM_COUNT
};

/* A cell from its first byte to the one after its last, counted from the record's first byte. */
struct csv_cell {
	uint32_t start;
	uint32_t end;
	enum csv_form form;
};

/* Good until the next record is read. */
struct csv_record {
	const char *bytes;
	struct csv_cell *cells;
	size_t count;
	bool clean; /* all cells are as RFC 4180 has them */
	bool ascii;
	bool carriage_return; /* the record ended in CR LF, or in CR alone */
};

enum csv_result { CSV_RECORD, CSV_END, CSV_FAILED };

struct csv_reader {
	struct batch_input *input; /* borrowed */
	struct csv_record record;
	bool begun; /* past a byte order mark, if there was one */
	size_t capacity; /* cells that there is room for */
	size_t at; /* bytes of the record that were looked at */
	size_t start; /* of the cell being read */
	enum csv_form form; /* likewise */
	unsigned char seen; /* bytes of the record, or-ed: all that are not ASCII are among them */
};

/* A byte order mark at the beginning is not part of the first record. */
void csv_reader_init(struct csv_reader *reader, struct batch_input *input);
void csv_reader_destroy(struct csv_reader *reader);

/* Reads the next record into reader->record. CSV_FAILED comes with `error` set. */
enum csv_result csv_reader_next(struct csv_reader *reader, struct error *error);

/*
 * What a cell says, without the quotation marks around it; those inside stay doubled. A cell that
 * is not well-formed is given as it stands. Borrowed, good until the next record is read.
 */
const char *csv_cell_content(
	const struct csv_record *record, const struct csv_cell *cell, size_t *length);

/* Adds the text with quotation marks that are doubled made single. */
void csv_add_undoubled(struct text *text, const char *content, size_t length);

/* Writes a cell as it stands where it is well-formed, else what it says between quotation marks. */
void csv_write_cell(
	struct batch_output *output, const struct csv_record *record, const struct csv_cell *cell);

/* Adds a text as a cell, between quotation marks where it needs them. */
void csv_add_text(struct text *text, const char *content, size_t length);

#endif
