/* A batch that comes as a table in CSV: which column holds which answer, and each row back with its
 * outcome, in CSV or as an object of JSON. */
#ifndef BATCH_TABLE_H
#define BATCH_TABLE_H

#include "batch_client.h"
#include "batch_columns.h"
#include "batch_csv.h"
#include "batch_output.h"
#include "batch_tails.h"

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

struct batch_table {
	struct batch_client *client; /* borrowed, as the next three are */
	struct csv_reader *reader;
	struct batch_tails *tails;
	struct batch_output *output;
	struct batch_columns columns;
	size_t *answers; /* the columns that hold answers */
	size_t answer_count;
	struct text *member_names; /* for JSON: what stands before each column's value */
	struct text made; /* a cell or a row, one after another */
	size_t refused; /* rows that could not be read */
};

/* Borrows all; what is written is in the format of the tails. */
void batch_table_init(struct batch_table *table, struct batch_client *client,
	struct csv_reader *reader, struct batch_tails *tails, struct batch_output *output);
void batch_table_destroy(struct batch_table *table);

/* Reads the header and writes the new one. Returns false with `error` set, and has written nothing,
 * where the header cannot be used. */
bool batch_table_begin(struct batch_table *table, struct error *error);

/* Reads and writes all rows. Returns false with `error` set where reading or writing failed. */
bool batch_table_run(struct batch_table *table, struct error *error);

#endif
