#include "proof_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* Beyond this many nodes a root is just large. */
enum { SIZE_LIMIT = 64 };

/* The clients whom nothing answers yet, root by root. */
struct search {
	const struct logic *logic;
	struct diagram_store *store;
	struct restriction *restriction;
	struct allowed *allowed; /* everything */
	uint32_t unanswered; /* a diagram of `store`: 1 for those clients, 0 for all others */
};

struct sized_root {
	size_t size;
	uint32_t root;
};

static size_t note_node(uint32_t seen[SIZE_LIMIT], size_t count, uint32_t node)
{
	if (diagram_is_terminal(node) || count == SIZE_LIMIT)
		return count;
	for (size_t i = 0; i < count; i++)
		if (seen[i] == node)
			return count;
	seen[count] = node;
	return count + 1;
}

/* How many nodes a diagram has, up to the limit. */
static size_t measure(const struct diagram_store *store, uint32_t root)
{
	uint32_t seen[SIZE_LIMIT];
	size_t count = note_node(seen, 0, root);
	for (size_t i = 0; i < count; i++) {
		unsigned arity = diagram_store_arity(store, diagram_variable(store, seen[i]));
		for (unsigned value = 0; value < arity; value++)
			count = note_node(seen, count, diagram_child(store, seen[i], value));
	}
	return count;
}

static int compare_sizes(const void *left, const void *right)
{
	const struct sized_root *a = left, *b = right;
	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	return a->root < b->root ? -1 : a->root > b->root;
}

/* The roots that are known, small ones first: they answer most clients, and what is left is small
 * before the large ones come. Returns owned. */
static struct sized_root *sort_roots(const struct logic *logic, size_t *count)
{
	struct sized_root *sorted = memory_new(logic->root_count, sizeof *sorted);
	*count = 0;
	for (size_t i = 0; i < logic->root_count; i++)
		if (logic->roots[i] != DIAGRAM_NONE)
			sorted[(*count)++] = (struct sized_root){
				measure(logic->store, logic->roots[i]), logic->roots[i]};
	qsort(sorted, *count, sizeof *sorted, compare_sizes);
	return sorted;
}

/* Takes out the clients whom the root answers: where it is not 0. A root that is too large is left
 * out. */
static void take_out(struct search *search, uint32_t root)
{
	uint32_t copy;
	restriction_copy(search->restriction, search->allowed, &root, 1, search->store, &copy);
	uint32_t answered = diagram_min(search->store, copy, 1);
	uint32_t left = diagram_and(
		search->store, search->unanswered, diagram_not(search->store, answered));
	if (left != DIAGRAM_NONE)
		search->unanswered = left;
}

static void run(struct search *search)
{
	size_t count;
	struct sized_root *roots = sort_roots(search->logic, &count);
	search->unanswered = 1;
	for (size_t i = 0; i < count && search->unanswered != 0; i++)
		take_out(search, roots[i].root);
	free(roots);
}

static void make_client(const struct search *search, struct answer answers[])
{
	unsigned char *reached = proof_reach(search->store);
	proof_make_client(
		&search->logic->classes, search->store, reached, search->unanswered, 1, answers);
	free(reached);
}

/* Looks at the client alone, which needs no diagram. */
static bool is_answered(const struct logic *logic, const struct answer answers[])
{
	struct outcomes *outcomes = outcomes_new(logic);
	bool answered = false;
	outcomes_find(outcomes, answers);
	for (size_t i = 0; i < logic->pack->path_count; i++)
		answered |= outcomes_path(outcomes, i) != OUTCOME_NO;
	for (size_t i = 0; i < logic->pack->notice_count; i++)
		answered |= outcomes_notice(outcomes, i) != OUTCOME_NO;
	outcomes_free(outcomes);
	return answered;
}

/* Where roots are missing, that nobody is left still holds; that somebody is left is only known
 * where the client who is made up proves to be one. */
static enum proof_truth conclude(const struct search *search, struct answer answers[])
{
	size_t count = search->logic->pack->question_count;
	if (search->unanswered == 0)
		return PROOF_FALSE;
	struct answer *made = memory_new(count, sizeof *made);
	make_client(search, made);
	bool found = !is_answered(search->logic, made);
	if (found)
		memcpy(answers, made, count * sizeof *made);
	free(made);
	return found ? PROOF_TRUE : PROOF_UNKNOWN;
}

enum proof_truth proof_dead_end(const struct proof *proof, struct answer answers[])
{
	const struct logic *logic = proof->logic;
	const struct classes *classes = &logic->classes;
	struct search search = {.logic = logic};
	search.store = diagram_store_new(classes->arity, classes->variable_count, PROOF_NODE_LIMIT);
	search.restriction = restriction_new(logic->store);
	search.allowed = memory_new(classes->variable_count, sizeof *search.allowed);
	for (size_t i = 0; i < logic->pack->question_count; i++)
		classes_allow_all(classes, i, search.allowed);
	run(&search);
	enum proof_truth truth = conclude(&search, answers);
	free(search.allowed);
	restriction_free(search.restriction);
	diagram_store_free(search.store);
	return truth;
}
