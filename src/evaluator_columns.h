/* Answers as digits: what the rules can tell of an answer, as one or more numbers. */
#ifndef EVALUATOR_COLUMNS_H
#define EVALUATOR_COLUMNS_H

#include "classes.h"
#include "restriction.h"

#include "screener/answers.h"

#include <stddef.h>
#include <stdint.h>

/*
 * A part of an answer that is one digit. A question that is one variable is one column; of a
 * choices question a few options at a time are one, so that no digit grows too large; a question
 * that no condition mentions has none.
 */
struct column {
	size_t question;
	size_t variable; /* the first that it stands for */
	size_t count; /* and how many: options, or 1 */
	unsigned radix; /* digits are below it */
	unsigned unknown; /* the digit of an answer that says nothing */
	/* For an age: how many runs of years are of one class each, those runs' classes, and the
	 * run of each year. */
	unsigned run_count;
	unsigned char *run_class;
	unsigned char *run_of;
};

struct columns {
	const struct classes *classes; /* borrowed */
	struct column *items; /* in the order of the questions */
	size_t count;
	size_t *first; /* the first of each question; one more for the end */
	size_t *of_variable;
};

/* Borrows the classes, which must outlive them. */
void columns_init(struct columns *columns, const struct classes *classes);
void columns_destroy(struct columns *columns);

/* Returns the digit of an answer to the column's question. */
unsigned columns_digit(
	const struct columns *columns, const struct column *column, const struct answer *answer);

/* Sets the column's variables in `allowed` to what the digit leaves of them. */
void columns_allow(const struct columns *columns, const struct column *column, unsigned digit,
	struct allowed allowed[]);

/* Puts into `answer`, which is of the column's question and to begin with given and without
 * options, an answer that has the digit. */
void columns_answer(const struct columns *columns, const struct column *column, unsigned digit,
	struct answer *answer);

#endif
