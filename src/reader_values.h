/* The part of a condition that follows a question: the answers with which it holds. */
#ifndef READER_VALUES_H
#define READER_VALUES_H

#include <stddef.h>

struct condition;
struct node;
struct pack_reading;

/* Reads the value of `QUESTION: value` by the question's type; faults are added. */
void values_read(struct pack_reading *reading, size_t question, const struct node *value,
	struct condition *condition);

#endif
