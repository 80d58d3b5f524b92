/* Random changes to a rule pack, of the kinds that somebody who edits one makes. */
#ifndef TESTS_RANDOM_MUTATION_H
#define TESTS_RANDOM_MUTATION_H

#include "random_pack.h"

#include "screener/pack.h"

/* Changes something about a pack of random_pack_new: a condition, what an id is, the order of the
 * questions, which paths and notices there are. Some changes make no difference to any client. */
void random_mutation(struct random *random, struct pack *pack);

#endif
