/* The identifiers of a pack: what each names, where it was given, and which one a misspelt one
 * stands for. */
#ifndef READER_NAMES_H
#define READER_NAMES_H

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

struct nearest;
struct node;
struct reading;

enum name_kind {
	NAME_QUESTION,
	NAME_FACT,
	NAME_PATH,
	NAME_NOTICE,
	NAME_GROUP, /* up to here, no two may have the same identifier */
	NAME_SOURCE, /* no two sources may */
	NAME_SERVICE, /* no two services may */
	NAME_KIND_COUNT
};

struct name {
	const char *id;
	enum name_kind kind;
	size_t index; /* among those of its kind */
	struct place place;
	bool faulty; /* it cannot be an identifier, and is not offered as one */
};

/* All bytes zero has no names. */
struct names {
	struct name *items; /* in the order in which they were added */
	size_t count;
	size_t capacity;
	size_t *slots; /* item + 1 by the hash of its identifier, or 0 */
	size_t slot_count; /* a power of two */
	bool incomplete[NAME_KIND_COUNT]; /* some of this kind could not be read */
};

void names_destroy(struct names *names);

/* Adds an identifier that is known to be good. Borrows it. */
void names_add(struct names *names, const char *id, enum name_kind kind, size_t index);

/*
 * Adds the identifier in a node, also where it has a fault, so that what refers to it is not at
 * fault too. Returns a copy that is kept; or "" where it is taken, which is a fault, or where the
 * node is NULL, because of a fault before. With any of these faults the kind is incomplete.
 */
const char *names_take(struct names *names, struct reading *reading, const struct node *node,
	enum name_kind kind, size_t index);

/* Gives each name of a kind the index ranks[index]. */
void names_renumber(struct names *names, enum name_kind kind, const size_t ranks[]);

/* What has this identifier, of one kind (for NAME_QUESTION to NAME_GROUP, of any of these); or
 * NULL. */
const struct name *names_find(const struct names *names, const char *id, enum name_kind kind);

/*
 * Finds what the node refers to. Returns false, with a fault that names the nearest of this kind,
 * where there is none; without a fault where it may be one of those that could not be read.
 */
bool names_refer(const struct names *names, struct reading *reading, const struct node *node,
	enum name_kind kind, size_t *index);

/* Returns whether a text can be an identifier; a fault says why not. */
bool names_check(struct reading *reading, const struct node *node);

/* Offers all names of this kind to a search for the nearest. */
void names_offer(const struct names *names, enum name_kind kind, struct nearest *nearest);

#endif
