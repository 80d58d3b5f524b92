/* A batch that comes as JSON Lines: an object a line, each back with its outcome, as it was or as a
 * row of CSV. */
#ifndef BATCH_LINES_H
#define BATCH_LINES_H

#include "batch_client.h"
#include "batch_input.h"
#include "batch_json.h"
#include "batch_output.h"
#include "batch_tails.h"

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a member is by its name: a question by its number, or one of these. */
#define MEMBER_OTHER PACK_NO_QUESTION
#define MEMBER_ADDED (PACK_NO_QUESTION - 1)

#define NOWHERE SIZE_MAX

/* A member's name that was met, by its place in the object. */
struct met_name {
	char bytes[48];
	size_t length; /* 0: none yet */
	size_t meaning;
};

enum { MET_NAMES = 64 };

struct batch_lines {
	struct batch_input *input; /* borrowed, as the next three are */
	struct batch_client *client;
	struct batch_tails *tails;
	struct batch_output *output;
	struct json_line line;
	struct met_name met[MET_NAMES];
	size_t *asked_in; /* one a question: the last row that answered it */
	size_t row; /* counted, some of them twice: never the same for two */
	bool utf8; /* the line is */
	struct text made; /* an answer, or a cell */
	struct text row_made; /* a row of CSV */
	/* Of CSV: a cell is a question, by its number, or behind those an other member of the first
	 * object. */
	char **columns; /* the names of those members */
	size_t column_count;
	size_t *member_of; /* for each cell its member's place, or NOWHERE */
	size_t *cell_of; /* for each member its cell, or NOWHERE */
	size_t cell_capacity; /* members that there is room for */
	const char *line_end;
	size_t refused; /* rows that could not be read */
};

/* Borrows all; what is written is in the format of the tails. */
void batch_lines_init(struct batch_lines *lines, struct batch_input *input,
	struct batch_client *client, struct batch_tails *tails, struct batch_output *output);
void batch_lines_destroy(struct batch_lines *lines);

/* Reads and writes all rows. Returns false with `error` set where reading or writing failed. */
bool batch_lines_run(struct batch_lines *lines, struct error *error);

/* What the member at this place of the object is. */
size_t batch_lines_meaning(struct batch_lines *lines, size_t place);

/*
 * Makes lines->made the answer that a value is, as CSV has it. Returns what is wrong with a value
 * that can be none, or NULL.
 */
const char *batch_lines_add_answer(
	struct batch_lines *lines, const struct json_value *value, const struct question *question);

#endif
