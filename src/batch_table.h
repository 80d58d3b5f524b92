/* A batch as a table in CSV: which column holds which answer, and each row back with its outcome.
 */
#ifndef BATCH_TABLE_H
#define BATCH_TABLE_H

#include "batch_client.h"
#include "batch_columns.h"
#include "batch_csv.h"
#include "batch_output.h"

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

struct batch_table {
	struct batch_client *client; /* borrowed, as the next two are */
	struct csv_reader *reader;
	struct batch_output *output;
	struct batch_columns columns;
	struct text cell; /* made for one cell after another */
	size_t refused; /* rows that could not be read */
};

void batch_table_init(struct batch_table *table, struct batch_client *client,
	struct csv_reader *reader, struct batch_output *output, bool because);
void batch_table_destroy(struct batch_table *table);

/* Reads the header and writes the new one. Returns false with `error` set, and has written nothing,
 * where the header cannot be used. */
bool batch_table_begin(struct batch_table *table, struct error *error);

/* Reads and writes all rows. Returns false with `error` set where reading or writing failed. */
bool batch_table_run(struct batch_table *table, struct error *error);

#endif
