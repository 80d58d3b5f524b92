#include "screener/proof.h"

#include "proof_private.h"

#include "screener/memory.h"

#include <stdlib.h>

unsigned char *proof_reach(const struct diagram_store *store)
{
	size_t count = diagram_store_size(store);
	unsigned char *reached = memory_new(count, 1);
	for (unsigned value = 0; value < DIAGRAM_VALUES; value++)
		reached[value] = (unsigned char)(1U << value);
	/* A node's children have smaller numbers. */
	for (uint32_t i = DIAGRAM_VALUES; i < count; i++) {
		unsigned arity = diagram_store_arity(store, diagram_variable(store, i));
		for (unsigned value = 0; value < arity; value++)
			reached[i] |= reached[diagram_child(store, i, value)];
	}
	return reached;
}

/* The logic's store holds nothing but what its roots are made of. */
static bool *find_questions(const struct logic *logic)
{
	bool *matters = memory_new(logic->pack->question_count, sizeof *matters);
	for (uint32_t i = DIAGRAM_VALUES; i < diagram_store_size(logic->store); i++)
		matters[logic->classes.question[diagram_variable(logic->store, i)]] = true;
	return matters;
}

struct proof *proof_new(const struct logic *logic)
{
	struct proof *proof = memory_new(1, sizeof *proof);
	proof->logic = logic;
	proof->reached = proof_reach(logic->store);
	proof->matters = find_questions(logic);
	proof->patience = PROOF_PATIENCE;
	return proof;
}

void proof_free(struct proof *proof)
{
	if (!proof)
		return;
	free(proof->reached);
	free(proof->matters);
	free(proof);
}

static uint32_t root_of_notice(const struct proof *proof, size_t notice)
{
	return proof->logic->roots[proof->logic->pack->path_count + notice];
}

static enum proof_truth reaches(const struct proof *proof, uint32_t root, uint32_t value)
{
	if (root == DIAGRAM_NONE)
		return PROOF_UNKNOWN;
	return proof->reached[root] >> value & 1 ? PROOF_TRUE : PROOF_FALSE;
}

enum proof_truth proof_path_reaches(const struct proof *proof, size_t path, enum outcome outcome)
{
	return reaches(proof, proof->logic->roots[path], outcome);
}

enum proof_truth proof_notice_reaches(const struct proof *proof, size_t notice, bool shown)
{
	return reaches(proof, root_of_notice(proof, notice), shown);
}

static bool make_up(
	const struct proof *proof, uint32_t root, uint32_t value, struct answer answers[])
{
	const struct logic *logic = proof->logic;
	if (reaches(proof, root, value) != PROOF_TRUE)
		return false;
	proof_make_client(&logic->classes, logic->store, proof->reached, root, value, answers);
	return true;
}

bool proof_path_client(
	const struct proof *proof, size_t path, enum outcome outcome, struct answer answers[])
{
	return make_up(proof, proof->logic->roots[path], outcome, answers);
}

bool proof_notice_client(
	const struct proof *proof, size_t notice, bool shown, struct answer answers[])
{
	return make_up(proof, root_of_notice(proof, notice), shown, answers);
}

enum proof_truth proof_paths_equal(const struct proof *proof, size_t a, size_t b)
{
	const uint32_t *roots = proof->logic->roots;
	if (roots[a] == DIAGRAM_NONE || roots[b] == DIAGRAM_NONE)
		return PROOF_UNKNOWN;
	return roots[a] == roots[b] ? PROOF_TRUE : PROOF_FALSE;
}

static bool knows_all_roots(const struct logic *logic)
{
	for (size_t i = 0; i < logic->root_count; i++)
		if (logic->roots[i] == DIAGRAM_NONE)
			return false;
	return true;
}

enum proof_truth proof_question_matters(const struct proof *proof, size_t question)
{
	const struct logic *logic = proof->logic;
	if (proof->matters[question])
		return PROOF_TRUE;
	if (knows_all_roots(logic) || !proof_question_is_used(logic->pack, question))
		return PROOF_FALSE;
	return PROOF_UNKNOWN;
}
