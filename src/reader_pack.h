/* A pack while it is read: its files one after another, each on top of those before it. */
#ifndef READER_PACK_H
#define READER_PACK_H

#include "reader_fault.h"
#include "reader_names.h"

#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>

struct node;

struct pack_reading {
	struct reading reading; /* of the file that is being read */
	struct pack *pack;
	struct names names;
	bool *vague; /* one a question: its type or its options could not be read */
};

/*
 * Each reads the tree of one file into the pack. `root` is NULL where the file could not be read:
 * then nothing is known of what it holds.
 */
void pack_read_card(struct pack_reading *reading, const struct node *root); /* pack.yaml */
void pack_read_countries(struct pack_reading *reading, const struct node *root);
void pack_read_questions(struct pack_reading *reading, const struct node *root);
void pack_read_paths(struct pack_reading *reading, const struct node *root);

/* A list whose items are mappings with an identifier each. */
struct item_list {
	const struct node *node; /* NULL where it was not given, or is at fault */
	enum name_kind kind;
	size_t item_size;
	struct arena *arena; /* where the items go */
	/* Reads one item; `target` is zeroed. */
	void (*read)(
		struct pack_reading *reading, const struct node *item, size_t index, void *target);
};

/* Returns the items in an array, as many as `*count` gets, in the list's arena. */
void *pack_read_items(struct pack_reading *reading, const struct item_list *list, size_t *count);

/* Reads `SOURCE` or `SOURCE PLACE`; `node` may be NULL. */
void pack_read_citation(
	struct pack_reading *reading, const struct node *node, struct citation *citation);

/* Adds the country with a code to a set. */
void pack_read_code(struct pack_reading *reading, const struct node *node, struct country_set *set);

#endif
