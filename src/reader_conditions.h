/* Conditions: from a mapping of the pack to the structure that the logic works with. */
#ifndef READER_CONDITIONS_H
#define READER_CONDITIONS_H

struct condition;
struct node;
struct pack_reading;

/*
 * Reads a condition; the questions, groups and facts of the pack are known. Where it has faults
 * they are added, and what is in `condition` is not to be used. Borrows the reading's file name,
 * keeps the rest in the pack.
 */
void conditions_read(
	struct pack_reading *reading, const struct node *node, struct condition *condition);

#endif
