#include "proof_private.h"

/* A pack of one path, which applies where `possible` of the other holds. */
enum proof_truth proof_possible_holds(const struct proof *proof, size_t path)
{
	const struct pack *pack = proof->logic->pack;
	if (!pack->paths[path].possible)
		return PROOF_FALSE;
	struct path alone = {.id = pack->paths[path].id, .applies = *pack->paths[path].possible};
	struct pack made = {.questions = pack->questions,
		.question_count = pack->question_count,
		.facts = pack->facts,
		.fact_count = pack->fact_count,
		.paths = &alone,
		.path_count = 1};
	struct logic *logic = logic_new_limited(&made, PROOF_TRIAL_NODE_LIMIT);
	if (!logic || logic->roots[0] == DIAGRAM_NONE) {
		logic_free(logic);
		return PROOF_UNKNOWN;
	}
	enum proof_truth holds = logic->roots[0] == 0 ? PROOF_FALSE : PROOF_TRUE;
	logic_free(logic);
	return holds;
}
