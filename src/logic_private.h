/* What logic and outcomes are made of, for the files that share them and for tests. */
#ifndef LOGIC_PRIVATE_H
#define LOGIC_PRIVATE_H

#include "classes.h"
#include "restriction.h"

#include "screener/answers.h"
#include "screener/diagram.h"
#include "screener/error.h"
#include "screener/logic.h"
#include "screener/pack.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	LOGIC_NODE_LIMIT = 10 * 1000 * 1000, /* nodes that a pack's diagrams may have */
	/* The walks recurse once a variable at most: this deep they fit on every thread's stack. */
	LOGIC_VARIABLE_LIMIT = 4096
};

/* The store holds nothing but the roots and what they are made of. */
struct logic {
	const struct pack *pack;
	struct classes classes;
	size_t node_limit;
	struct diagram_store *store;
	uint32_t *roots; /* one a path, values as in enum outcome; then one a notice, 0 or 1 */
	size_t root_count;
};

/* As logic_new, with another limit. */
struct logic *logic_new_limited(const struct pack *pack, size_t node_limit, struct error *error);

/* How many options of an answer must be put in or left out to make a path better, and in how many
 * ways that few can do it. */
struct distance {
	size_t flips; /* SIZE_MAX: nothing makes it better */
	size_t ways; /* SIZE_MAX: that many or more */
};

struct outcomes {
	const struct logic *logic;
	struct answer *answers; /* one a question */
	struct allowed *allowed; /* one a variable: what the answers leave */
	struct allowed *varied; /* the same with something changed, while a query runs */
	struct restriction *restriction;
	struct diagram_store *restricted; /* all the roots, restricted to what is allowed */
	uint32_t *roots; /* in `restricted` */
	bool *matters; /* one a question */
	bool *marked; /* one a question, while a query runs */
	struct diagram_store *single; /* what a query on one root makes, while it runs */
	struct distance *distances; /* one for each diagram of `single`, while changes are found */
	size_t distance_capacity;
};

#endif
