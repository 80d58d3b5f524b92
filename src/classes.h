/* Classes of answers: the values of an answer that no condition of the pack tells apart are one. */
#ifndef CLASSES_H
#define CLASSES_H

#include "restriction.h"

#include "screener/answers.h"
#include "screener/arena.h"
#include "screener/diagram.h"
#include "screener/pack.h"

#include <stddef.h>

/*
 * The variables of a pack's diagrams, in the pack's order. A question that conditions mention is
 * one variable, whose values are the classes of its answers; but a choices question is a variable
 * for each option that conditions mention: 0 where the answer leaves the option out, 1 where it
 * has it. A question that no condition mentions is none.
 */
struct classes {
	struct arena arena;
	const struct pack *pack;
	size_t variable_count;
	unsigned *arity; /* how many values each variable has */
	size_t *question; /* the question that each variable belongs to */
	unsigned *option; /* the option of each variable of a choices question */
	size_t *first; /* the first variable of each question; one more for the end */
	unsigned char **class_of; /* [question][country, years or option]; NULL: no such variable */
};

/* Borrows the pack, which must outlive them. */
void classes_init(struct classes *classes, const struct pack *pack);
void classes_destroy(struct classes *classes);

/* How many values an answer to the question has one of: countries, years or options. */
size_t classes_value_count(const struct question *question);

/* The classes for which a condition on countries, on years, or on the options of a question that
 * is not of the type choices holds. */
struct class_set classes_of_condition(
	const struct classes *classes, const struct condition *condition);

/* Fills `allowed`, one item a variable, with what the answer leaves of its question's variables. */
void classes_allow(const struct classes *classes, size_t question, const struct answer *answer,
	struct allowed allowed[]);

/* The same for any answer. */
void classes_allow_all(const struct classes *classes, size_t question, struct allowed allowed[]);

#endif
