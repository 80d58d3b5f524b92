/* The columns of a batch: which of the input's hold answers, and which are added at the end. */
#ifndef BATCH_COLUMNS_H
#define BATCH_COLUMNS_H

#include "batch_csv.h"
#include "batch_format.h"

#include "screener/error.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

struct batch_columns {
	const struct pack *pack; /* borrowed */
	enum batch_format to;
	bool because; /* a reason for each path is added too */
	char **names; /* of the input's columns */
	size_t *questions; /* which question each answers, or PACK_NO_QUESTION */
	size_t count;
	const char *line_end; /* of the header, and so of all that is written */
};

void batch_columns_init(
	struct batch_columns *columns, const struct pack *pack, enum batch_format to, bool because);
void batch_columns_destroy(struct batch_columns *columns);

/* Takes the columns from the header. Returns false with ERROR_FILE where they cannot be used;
 * `name` is the input's, for the message. */
bool batch_columns_read(struct batch_columns *columns, const struct csv_record *header,
	const char *name, struct error *error);

/* Whether a column of this name is added. */
bool batch_columns_is_added(const struct batch_columns *columns, const char *name);

/* Makes `name` the name of an added column: the paths, then `notices`, `next` and `error`, then the
 * reasons; or of an added member. Returns false behind the last. */
bool batch_columns_added(const struct batch_columns *columns, size_t place, struct text *name);

/*
 * Finds, from column `first` on, a column that holds no answers but is named almost as a question
 * that has no column. Returns it and sets `question`, or returns columns->count.
 */
size_t batch_columns_near_miss(const struct batch_columns *columns, size_t first, size_t *question);

#endif
