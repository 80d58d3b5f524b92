/* Two packs by brute force: every client who can answer both, a row each. It knows nothing of
 * classes and diagrams. */
#ifndef TESTS_DIFFERENCE_TABLE_H
#define TESTS_DIFFERENCE_TABLE_H

#include "brute_force.h"
#include "random_pack.h"

#include "screener/answers.h"
#include "screener/difference.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	DIFFERENCE_COLUMN_LIMIT = 2 * RANDOM_PACK_QUESTION_LIMIT,
	DIFFERENCE_VALUE_LIMIT = 2 * BRUTE_FORCE_VALUE_LIMIT,
	DIFFERENCE_ROW_LIMIT = 3000
};

/* The answers to one question of the clients that are compared, which is what the questions of this
 * id and type ask on the one side, on the other, or on both. */
struct difference_column {
	const char *id;
	enum question_type type;
	size_t index[DIFFERENCE_SIDE_COUNT];
	struct answer values[DIFFERENCE_VALUE_LIMIT]; /* options by those of the side `reference` */
	bool first[DIFFERENCE_VALUE_LIMIT]; /* no value before it looks the same to every condition
					     */
	size_t count;
	int reference;
};

struct difference_table {
	const struct pack *packs[DIFFERENCE_SIDE_COUNT];
	bool looked_at[DIFFERENCE_SIDE_COUNT];
	struct difference_column columns[DIFFERENCE_COLUMN_LIMIT];
	size_t column_count;
	size_t row_count;
	unsigned seed;
};

/* What one row of the table answers. */
struct difference_row {
	const struct difference_table *table;
	size_t number;
	struct answer answers[DIFFERENCE_SIDE_COUNT][RANDOM_PACK_QUESTION_LIMIT];
};

/* Returns false where there are too many rows. A side that is NULL asks nothing. */
bool difference_table_make(struct difference_table *table, const struct pack *old,
	const struct pack *new, unsigned seed);

void difference_table_row(
	const struct difference_table *table, size_t number, struct difference_row *row);

/* Whether the row stands for all clients that look the same to every condition. */
bool difference_row_is_first(const struct difference_row *row);

/* A condition by its definition. */
bool difference_holds(
	const struct pack *pack, const struct condition *condition, const struct answer answers[]);

#endif
