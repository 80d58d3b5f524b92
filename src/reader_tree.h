/* A YAML document as a tree of texts, lists and mappings, each with its place, and nothing else:
 * what packs do not use is refused while the tree is made. */
#ifndef READER_TREE_H
#define READER_TREE_H

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

struct reading;

/* How deep lists and mappings may stand in each other. So no walk over a tree needs to fear for the
 * stack. */
enum { TREE_DEPTH_LIMIT = 64 };

enum node_type {
	NODE_TEXT,
	NODE_LIST,
	NODE_MAPPING,
	NODE_REFUSED, /* a fault is known already: nothing more is said of it */
	NODE_TYPE_COUNT
};

struct node {
	enum node_type type;
	unsigned line; /* from 1 */
	unsigned column; /* from 1, in characters */
	const char *text; /* of a text, as written; else NULL */
	struct node *first; /* the items of a list, the keys of a mapping, in their order */
	struct node *next; /* the next item or key */
	struct node *value; /* of a key */
	size_t count; /* of items or keys */
};

/*
 * Makes the tree of a file in the scratch arena. Keys are texts, each given once. Returns NULL with
 * a fault where the file cannot be read as YAML, or has nothing in it. Other faults, such as an
 * alias, are added and the tree is made all the same.
 */
struct node *tree_read(struct reading *reading);

/* The place of a node for the pack: it borrows the reading's file name. */
struct place node_place(const struct reading *reading, const struct node *node);

/* The value of a key in a mapping, or NULL. */
const struct node *node_value(const struct node *mapping, const char *key);

/* Whether this is a text without anything in it but blanks. */
bool node_is_blank(const struct node *node);

#endif
