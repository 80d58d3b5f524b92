/* Objects of JSON as rows of CSV. */
#ifndef BATCH_LINES_TABLE_H
#define BATCH_LINES_TABLE_H

#include "batch_lines.h"

/* Takes the columns from the object that was read first, and writes the header. Returns false with
 * ERROR_FILE where a member is named as a column that is added, or there are too many. */
bool lines_table_begin(struct batch_lines *lines, struct error *error);

/* Finds each member's cell; adds to what is wrong with the row that members have no column, or are
 * there twice. */
void lines_table_check(struct batch_lines *lines);

/* Writes a row: its cells, the tail, and last what has no column: members, or a line that is no
 * object. */
void lines_table_write(struct batch_lines *lines, const struct batch_tail *tail);

#endif
