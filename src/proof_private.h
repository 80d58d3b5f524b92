/* What the files of the proof share. */
#ifndef PROOF_PRIVATE_H
#define PROOF_PRIVATE_H

#include "logic_private.h"

#include "screener/proof.h"

enum {
	PROOF_NODE_LIMIT = 1000 * 1000, /* nodes of all roots taken together */
	PROOF_TRIAL_NODE_LIMIT = 200 * 1000, /* nodes of one trial of a fact or a group */
	PROOF_PATIENCE = 8 /* trials that may reach that limit */
};

struct proof {
	const struct logic *logic;
	/* For each diagram of the logic's store the values that it can have: bit v is the value v.
	 */
	unsigned char *reached;
	bool *matters; /* one a question: some diagram of that store depends on it */
	unsigned patience; /* trials that may still reach their limit */
};

/* The values that each diagram of a store can have, as above. Returns owned, free with free(). */
unsigned char *proof_reach(const struct diagram_store *store);

/* Makes up a client for whom the diagram has the value, which is one that it can have. `reached` is
 * of its store, the variables of which are those of the classes. */
void proof_make_client(const struct classes *classes, const struct diagram_store *store,
	const unsigned char reached[], uint32_t diagram, uint32_t value, struct answer answers[]);

#endif
