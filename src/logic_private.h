/* What logic and outcomes are made of, for the files that share them and for tests. */
#ifndef LOGIC_PRIVATE_H
#define LOGIC_PRIVATE_H

#include "classes.h"
#include "kleene.h"
#include "mentions.h"
#include "outgrown.h"
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
	LOGIC_NODE_LIMIT = 10 * 1000 * 1000, /* nodes that may be made for a pack's diagrams */
	LOGIC_ROOT_LIMIT = 1000 * 1000, /* and for the diagram of one path or notice */
	/* The walks recurse once a variable at most: this deep they fit on every thread's stack. */
	LOGIC_VARIABLE_LIMIT = 4096
};

/* The store holds nothing but the roots and what they are made of. */
struct logic {
	const struct pack *pack;
	struct classes classes;
	struct mentions mentions;
	size_t node_limit;
	size_t spot_limit; /* nodes that may be made on one client, for roots without a diagram */
	struct diagram_store *store;
	/* One a path, values as in enum outcome; then one a notice, 0 or 1. DIAGRAM_NONE where it
	 * outgrew the limits. */
	uint32_t *roots;
	size_t root_count;
	size_t outgrown_count; /* roots without a diagram */
};

/* As logic_new, with another limit. */
struct logic *logic_new_limited(const struct pack *pack, size_t node_limit);

/* Diagrams while they are built: those of the facts, and what is only made on the way, are not
 * kept. */
struct builder {
	const struct logic *logic;
	struct diagram_store *store;
	size_t budget; /* nodes that may still be made */
	const struct kleene *known; /* what is told by this is not built; or NULL */
	const struct allowed *allowed; /* the values that are looked at; or NULL: all */
	bool *needed; /* which facts are built */
	uint32_t *facts; /* DIAGRAM_NONE: none yet */
	uint32_t *roots; /* built where DIAGRAM_NONE, else left alone */
};

/* Builds as many diagrams as it can. Those that outgrow the budget, or their share of it, stay
 * DIAGRAM_NONE. */
void logic_build(struct builder *builder);

/* How many options of an answer must be put in or left out to make a path better, and in how many
 * ways that few can do it. */
struct distance {
	size_t flips; /* SIZE_MAX: nothing makes it better */
	size_t ways; /* SIZE_MAX: that many or more */
};

struct outcomes {
	const struct logic *logic;
	struct answer *answers; /* one a question; secret, as the next two, which are one */
	struct allowed *allowed; /* one a variable: what the answers leave */
	struct allowed *varied; /* the same with something changed, while a query runs */
	struct restriction *restriction;
	struct diagram_store *restricted; /* all the roots, restricted to what is allowed */
	uint32_t *roots; /* in `restricted`; of those that outgrew the limits, the outcome or
			    DIAGRAM_NONE */
	bool *matters; /* one a question */
	bool *marked; /* one a question, while a query runs */
	uint32_t *looked_at; /* room for all roots, while a query runs */
	struct outgrown *outgrown; /* NULL where every root has a diagram */
	struct diagram_store *single; /* what a query on one root makes, while it runs */
	struct distance *distances; /* one for each diagram of `single`, while changes are found */
	size_t distance_capacity;
};

#endif
