/* Multi-valued decision diagrams: functions of variables with a few values each, shared and
 * canonical. */
#ifndef SCREENER_DIAGRAM_H
#define SCREENER_DIAGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A diagram is the number of its root node in a store. Two diagrams of a store are the same
 * function exactly when they are the same number. The first numbers are the terminals: diagram v is
 * the constant v. A node's children always have smaller numbers than the node.
 */
enum { DIAGRAM_VALUES = 3, DIAGRAM_CLASS_LIMIT = 256 };

/* "There is no diagram": the store's limit was reached. What is made from it is it again. */
#define DIAGRAM_NONE UINT32_MAX

struct diagram_store;

/* A set of the values of one variable. */
struct class_set {
	uint64_t words[DIAGRAM_CLASS_LIMIT / 64];
};

void class_set_add(struct class_set *set, unsigned value);
bool class_set_has(const struct class_set *set, unsigned value);

/*
 * A new store for `variable_count` variables, of which variable i has arity[i] values (1 to
 * DIAGRAM_CLASS_LIMIT); variable 0 is nearest to the root. It never holds more than `node_limit`
 * nodes; the memory and the work that its diagrams may take are limited in proportion, so that
 * nothing hangs. Recursion goes as deep as there are variables. Returns owned.
 */
struct diagram_store *diagram_store_new(
	const unsigned arity[], size_t variable_count, size_t node_limit);
void diagram_store_free(struct diagram_store *store);

/* Forgets every diagram but the terminals, and keeps the memory. */
void diagram_store_clear(struct diagram_store *store);

/* Allows `nodes` nodes more than there are now, and the work and memory in proportion. */
void diagram_store_allow(struct diagram_store *store, size_t nodes);

/* Forgets the diagrams with numbers from `size` on, which were made last. */
void diagram_store_forget(struct diagram_store *store, size_t size);

/* The work done since the store was new or cleared: as many nodes might have been made with it. */
size_t diagram_store_work(const struct diagram_store *store);

/* How many diagrams the store holds, terminals included: each is a number below this. */
size_t diagram_store_size(const struct diagram_store *store);

size_t diagram_store_variables(const struct diagram_store *store);
unsigned diagram_store_arity(const struct diagram_store *store, size_t variable);

/* 1 where the variable has a value of the set, 0 elsewhere. */
uint32_t diagram_of(struct diagram_store *store, size_t variable, const struct class_set *set);

/* children[i] where the variable has value i: one for each value, and all of them functions of
 * later variables only. */
uint32_t diagram_choose(struct diagram_store *store, size_t variable, const uint32_t children[]);

/* On diagrams with the values 0 and 1 only. */
uint32_t diagram_and(struct diagram_store *store, uint32_t a, uint32_t b);
uint32_t diagram_or(struct diagram_store *store, uint32_t a, uint32_t b);
uint32_t diagram_not(struct diagram_store *store, uint32_t a);

/* 2 where `a` is 1, else 1 where `b` is 1, else 0: a path's outcome from `applies` and `possible`.
 */
uint32_t diagram_rank(struct diagram_store *store, uint32_t a, uint32_t b);

/* The lesser of the two, on all values. */
uint32_t diagram_min(struct diagram_store *store, uint32_t a, uint32_t b);

bool diagram_is_terminal(uint32_t diagram);

/* The variable that the diagram looks at first; a terminal's is the number of variables. */
size_t diagram_variable(const struct diagram_store *store, uint32_t diagram);
uint32_t diagram_child(const struct diagram_store *store, uint32_t diagram, unsigned value);

#endif
