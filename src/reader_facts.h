/* The order of the facts: each comes after those that it builds on. */
#ifndef READER_FACTS_H
#define READER_FACTS_H

#include <stddef.h>

struct node;
struct pack_reading;

/* A fact as far as its order needs it. */
struct fact_entry {
	const char *id;
	const struct node *place;
	const struct node *when; /* or NULL */
};

/*
 * Finds an order for the facts, whose identifiers the reading knows under their number in
 * `entries`. Fills `ranks[i]` with the number that entry i gets, as near to the author's order as
 * can be; facts in a circle are a fault, and get some number.
 */
void facts_order(struct pack_reading *reading, const struct fact_entry entries[], size_t count,
	size_t ranks[]);

#endif
