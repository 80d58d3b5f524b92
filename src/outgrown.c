#include "outgrown.h"

#include "logic_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

struct outgrown {
	const struct logic *logic;
	struct kleene kleene;
	struct answer *answers; /* varied while a query runs */
	struct allowed *allowed; /* what they leave */
	bool *needed; /* the facts that the roots looked at build on */
	uint32_t *facts;
	uint32_t *roots; /* in `spot` */
	struct diagram_store *spot;
	bool *reached; /* one for each diagram of `spot` */
	bool *told; /* one a root, while answers are taken */
};

struct outgrown *outgrown_new(const struct logic *logic)
{
	if (logic->outgrown_count == 0)
		return NULL;
	struct outgrown *outgrown = memory_new(1, sizeof *outgrown);
	const struct pack *pack = logic->pack;
	size_t variables = logic->classes.variable_count;
	outgrown->logic = logic;
	kleene_init(&outgrown->kleene, pack);
	outgrown->answers = memory_new(pack->question_count, sizeof *outgrown->answers);
	outgrown->allowed = memory_new(variables, sizeof *outgrown->allowed);
	outgrown->needed = memory_new(pack->fact_count, sizeof *outgrown->needed);
	outgrown->facts = memory_new(pack->fact_count, sizeof *outgrown->facts);
	outgrown->roots = memory_new(logic->root_count, sizeof *outgrown->roots);
	outgrown->spot = diagram_store_new(logic->classes.arity, variables, logic->spot_limit);
	outgrown->reached =
		memory_new(logic->spot_limit + DIAGRAM_VALUES, sizeof *outgrown->reached);
	outgrown->told = memory_new(logic->root_count, sizeof *outgrown->told);
	return outgrown;
}

static void wipe(void *memory, size_t size)
{
	explicit_bzero(memory, size);
	free(memory);
}

void outgrown_free(struct outgrown *outgrown)
{
	if (!outgrown)
		return;
	const struct logic *logic = outgrown->logic;
	const struct pack *pack = logic->pack;
	wipe(outgrown->answers, pack->question_count * sizeof *outgrown->answers);
	wipe(outgrown->allowed, logic->classes.variable_count * sizeof *outgrown->allowed);
	wipe(outgrown->facts, pack->fact_count * sizeof *outgrown->facts);
	wipe(outgrown->roots, logic->root_count * sizeof *outgrown->roots);
	explicit_bzero(outgrown->kleene.facts, pack->fact_count * sizeof *outgrown->kleene.facts);
	kleene_destroy(&outgrown->kleene);
	diagram_store_free(outgrown->spot);
	free(outgrown->needed);
	free(outgrown->reached);
	free(outgrown->told);
	free(outgrown);
}

static bool is_outgrown(const struct outgrown *outgrown, size_t root)
{
	return outgrown->logic->roots[root] == DIAGRAM_NONE;
}

static bool mentions(const struct outgrown *outgrown, size_t root, size_t question)
{
	const struct logic *logic = outgrown->logic;
	return mentions_has(&logic->mentions, logic->pack->fact_count + root, question);
}

/* Finds the truth of the facts that the roots which are DIAGRAM_NONE build on, and of no others. */
static void find_facts(
	struct outgrown *outgrown, const struct answer answers[], const uint32_t roots[])
{
	const struct logic *logic = outgrown->logic;
	memset(outgrown->needed, 0, logic->pack->fact_count * sizeof *outgrown->needed);
	for (size_t i = 0; i < logic->root_count; i++)
		if (roots[i] == DIAGRAM_NONE)
			mentions_mark_facts(logic->pack, i, outgrown->needed);
	mentions_mark_below(logic->pack, outgrown->needed);
	kleene_find(&outgrown->kleene, answers, outgrown->needed);
}

/* The same for one root. */
static void find_facts_of(struct outgrown *outgrown, const struct answer answers[], size_t root)
{
	const struct logic *logic = outgrown->logic;
	for (size_t i = 0; i < logic->root_count; i++)
		outgrown->roots[i] = i == root ? DIAGRAM_NONE : 0;
	find_facts(outgrown, answers, outgrown->roots);
}

/* Makes diagrams of what is left of the roots that are DIAGRAM_NONE, as far as `budget` nodes
 * reach. */
static void build(struct outgrown *outgrown, const struct allowed allowed[], size_t budget)
{
	const struct logic *logic = outgrown->logic;
	struct builder builder = {
		.logic = logic,
		.store = outgrown->spot,
		.budget = budget,
		.known = &outgrown->kleene,
		.allowed = allowed,
		.needed = outgrown->needed,
		.facts = outgrown->facts,
		.roots = outgrown->roots,
	};
	diagram_store_clear(outgrown->spot);
	memset(outgrown->facts, 0xff, logic->pack->fact_count * sizeof *outgrown->facts);
	logic_build(&builder);
}

/* The nodes that may be made for one root, when all are asked about in turn. */
static size_t share_of(const struct outgrown *outgrown)
{
	return outgrown->logic->spot_limit / outgrown->logic->outgrown_count;
}

/* Marks the questions that a diagram made on the spot depends on: a node has a larger number than
 * those below it. */
static void mark_reached(struct outgrown *outgrown, uint32_t root, bool marked[])
{
	const struct classes *classes = &outgrown->logic->classes;
	memset(outgrown->reached, 0, root * sizeof *outgrown->reached);
	outgrown->reached[root] = true;
	for (uint32_t i = root; i >= DIAGRAM_VALUES; i--) {
		if (!outgrown->reached[i])
			continue;
		size_t variable = diagram_variable(outgrown->spot, i);
		marked[classes->question[variable]] = true;
		for (unsigned value = 0; value < classes->arity[variable]; value++)
			outgrown->reached[diagram_child(outgrown->spot, i, value)] = true;
	}
}

static bool is_exact(
	const struct outgrown *outgrown, const struct allowed allowed[], size_t question)
{
	const struct classes *classes = &outgrown->logic->classes;
	for (size_t i = classes->first[question]; i < classes->first[question + 1]; i++)
		if (allowed[i].count > 1)
			return false;
	return true;
}

/* Marks the questions that are mentioned and have no exact answer. */
static void mark_mentioned(
	const struct outgrown *outgrown, const struct allowed allowed[], size_t root, bool marked[])
{
	for (size_t i = 0; i < outgrown->logic->pack->question_count; i++)
		if (mentions(outgrown, root, i) && !is_exact(outgrown, allowed, i))
			marked[i] = true;
}

/* Marks what may matter to an open root. */
static void mark(
	struct outgrown *outgrown, const struct allowed allowed[], size_t root, bool marked[])
{
	uint32_t diagram = outgrown->roots[root];
	if (diagram == DIAGRAM_NONE || diagram_is_terminal(diagram))
		mark_mentioned(outgrown, allowed, root, marked);
	else
		mark_reached(outgrown, diagram, marked);
}

/* Returns whether all was told. */
static bool tell(struct outgrown *outgrown, uint32_t roots[])
{
	bool all = true;
	for (size_t i = 0; i < outgrown->logic->root_count; i++) {
		if (roots[i] != DIAGRAM_NONE)
			continue;
		enum outcome outcome = kleene_root(&outgrown->kleene, i);
		if (outcome == OUTCOME_OPEN)
			all = false;
		else
			roots[i] = outcome;
	}
	return all;
}

void outgrown_find(struct outgrown *outgrown, const struct answer answers[],
	const struct allowed allowed[], uint32_t roots[], bool matters[])
{
	size_t count = outgrown->logic->root_count;
	find_facts(outgrown, answers, roots);
	if (tell(outgrown, roots))
		return;
	memcpy(outgrown->roots, roots, count * sizeof *roots);
	build(outgrown, allowed, outgrown->logic->spot_limit);
	for (size_t i = 0; i < count; i++) {
		if (roots[i] != DIAGRAM_NONE)
			continue;
		if (diagram_is_terminal(outgrown->roots[i]))
			roots[i] = outgrown->roots[i];
		else
			mark(outgrown, allowed, i, matters);
	}
}

/* Whether the answers as they are varied now force the root; told without diagrams where `budget`
 * is 0. */
static bool is_forced(struct outgrown *outgrown, size_t root, size_t budget)
{
	find_facts_of(outgrown, outgrown->answers, root);
	if (kleene_root(&outgrown->kleene, root) != OUTCOME_OPEN)
		return true;
	if (budget == 0)
		return false;
	build(outgrown, outgrown->allowed, budget);
	return diagram_is_terminal(outgrown->roots[root]);
}

/* Copies the answers that the root's conditions mention, to be varied. Returns how many are given.
 */
static size_t copy_mentioned(struct outgrown *outgrown, const struct answer answers[], size_t root)
{
	size_t given = 0;
	for (size_t i = 0; i < outgrown->logic->pack->question_count; i++) {
		bool kept = answers[i].status == ANSWER_GIVEN && mentions(outgrown, root, i);
		outgrown->answers[i] = kept ? answers[i] : answer_of_status(ANSWER_NOT_ASKED);
		classes_allow(
			&outgrown->logic->classes, i, &outgrown->answers[i], outgrown->allowed);
		given += kept;
	}
	return given;
}

static void vary(struct outgrown *outgrown, size_t question, const struct answer *answer)
{
	outgrown->answers[question] = *answer;
	classes_allow(&outgrown->logic->classes, question, answer, outgrown->allowed);
}

size_t outgrown_because(
	struct outgrown *outgrown, const struct answer answers[], size_t root, size_t questions[])
{
	const struct answer none = answer_of_status(ANSWER_NOT_ASKED);
	size_t given = copy_mentioned(outgrown, answers, root), count = 0;
	/* Where diagrams were needed to tell, all tries share what one root may cost. */
	size_t budget = 0;
	if (!is_forced(outgrown, root, 0))
		budget = share_of(outgrown) / (given + 1);
	for (size_t i = outgrown->logic->pack->question_count; i-- > 0;) {
		if (outgrown->answers[i].status != ANSWER_GIVEN)
			continue;
		vary(outgrown, i, &none);
		if (!is_forced(outgrown, root, budget))
			vary(outgrown, i, &answers[i]);
	}
	for (size_t i = 0; i < outgrown->logic->pack->question_count; i++)
		if (outgrown->answers[i].status == ANSWER_GIVEN)
			questions[count++] = i;
	return count;
}

void outgrown_mark(struct outgrown *outgrown, const struct answer answers[],
	const struct allowed allowed[], size_t root, bool marked[])
{
	memset(marked, 0, outgrown->logic->pack->question_count * sizeof *marked);
	find_facts_of(outgrown, answers, root);
	build(outgrown, allowed, share_of(outgrown));
	mark(outgrown, allowed, root, marked);
}

enum outcome outgrown_least(struct outgrown *outgrown, const struct answer answers[], size_t path,
	size_t question, const struct answer *answer)
{
	if (!mentions(outgrown, path, question))
		return OUTCOME_NO;
	memcpy(outgrown->answers, answers,
		outgrown->logic->pack->question_count * sizeof *outgrown->answers);
	outgrown->answers[question] = *answer;
	find_facts_of(outgrown, outgrown->answers, path);
	return kleene_least(&outgrown->kleene, path);
}

void outgrown_start(struct outgrown *outgrown)
{
	const struct logic *logic = outgrown->logic;
	size_t questions = logic->pack->question_count;
	memset(outgrown->answers, 0, questions * sizeof *outgrown->answers);
	memset(outgrown->told, 0, logic->root_count * sizeof *outgrown->told);
	find_facts(outgrown, outgrown->answers, logic->roots);
}

bool outgrown_depends(struct outgrown *outgrown, size_t question)
{
	for (size_t i = 0; i < outgrown->logic->root_count; i++) {
		if (!is_outgrown(outgrown, i) || outgrown->told[i] ||
			!mentions(outgrown, i, question))
			continue;
		outgrown->told[i] = kleene_root(&outgrown->kleene, i) != OUTCOME_OPEN;
		if (!outgrown->told[i])
			return true;
	}
	return false;
}

void outgrown_take(struct outgrown *outgrown, size_t question, const struct answer *answer)
{
	outgrown->answers[question] = *answer;
	kleene_find(&outgrown->kleene, outgrown->answers, outgrown->needed);
}
