/* How an evaluator divides the paths and notices of a pack among tables, and lays out its keys. */
#ifndef EVALUATOR_GROUPS_H
#define EVALUATOR_GROUPS_H

#include "evaluator_columns.h"
#include "logic_private.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number in a key: some columns' digits in mixed radix, the first column's the least. */
struct field {
	size_t word;
	unsigned shift;
	uint64_t mask;
	size_t *columns;
	size_t column_count;
	uint64_t product; /* of the radices */
};

/* Roots of the logic that share a table, and all the columns that they depend on. */
struct root_group {
	size_t *roots;
	size_t root_count;
	struct field *fields; /* one where the table is direct */
	size_t field_count;
	bool direct; /* a place for every value of the one field; else what was met last */
	uint64_t *columns; /* a bit for each, while groups are made */
	size_t places; /* of its table */
};

struct groups {
	const struct columns *columns; /* borrowed */
	struct root_group *items;
	size_t count;
	size_t key_words; /* that the fields take */
	unsigned bits_used; /* of the last of them */
};

/* What a table of all values may have at most, in places. */
struct group_limits {
	uint64_t table;
	uint64_t tables; /* all together */
};

/* Borrows the columns. */
void groups_init(struct groups *groups, const struct logic *logic, const struct columns *columns,
	const struct group_limits *limits);
void groups_destroy(struct groups *groups);

/* Takes so many bits of the key, all in one word: 1 to 64. */
void groups_take_bits(struct groups *groups, unsigned bits, size_t *word, unsigned *shift);

#endif
