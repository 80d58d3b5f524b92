#include "screener/logic.h"

#include "logic_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

struct outcomes *outcomes_new(const struct logic *logic)
{
	struct outcomes *outcomes = memory_new(1, sizeof *outcomes);
	const struct classes *classes = &logic->classes;
	size_t questions = logic->pack->question_count;
	size_t variables = classes->variable_count;
	outcomes->logic = logic;
	outcomes->answers = memory_secret_new(questions, sizeof *outcomes->answers);
	outcomes->allowed = memory_secret_new(2 * variables, sizeof *outcomes->allowed);
	outcomes->varied = outcomes->allowed + variables;
	outcomes->restriction = restriction_new(logic->store);
	outcomes->restricted = diagram_store_new(classes->arity, variables, logic->node_limit);
	outcomes->single = diagram_store_new(classes->arity, variables, logic->node_limit);
	outcomes->roots = memory_new(logic->root_count, sizeof *outcomes->roots);
	outcomes->matters = memory_new(questions, sizeof *outcomes->matters);
	outcomes->marked = memory_new(questions, sizeof *outcomes->marked);
	outcomes->looked_at = memory_new(logic->root_count, sizeof *outcomes->looked_at);
	outcomes->outgrown = outgrown_new(logic);
	outcomes_find(outcomes, outcomes->answers);
	return outcomes;
}

static void wipe(void *memory, size_t size)
{
	explicit_bzero(memory, size);
	free(memory);
}

void outcomes_free(struct outcomes *outcomes)
{
	if (!outcomes)
		return;
	size_t questions = outcomes->logic->pack->question_count;
	memory_secret_free(outcomes->answers);
	memory_secret_free(outcomes->allowed);
	wipe(outcomes->roots, outcomes->logic->root_count * sizeof *outcomes->roots);
	wipe(outcomes->matters, questions * sizeof *outcomes->matters);
	wipe(outcomes->marked, questions * sizeof *outcomes->marked);
	free(outcomes->looked_at);
	outgrown_free(outcomes->outgrown);
	restriction_free(outcomes->restriction);
	diagram_store_free(outcomes->restricted);
	diagram_store_free(outcomes->single);
	free(outcomes->distances);
	free(outcomes);
}

static size_t count_questions(const struct outcomes *outcomes)
{
	return outcomes->logic->pack->question_count;
}

/* Marks the questions that the diagrams of a store depend on, where it holds nothing else. */
static void mark_questions(
	const struct outcomes *outcomes, const struct diagram_store *store, bool marked[])
{
	const struct classes *classes = &outcomes->logic->classes;
	memset(marked, 0, count_questions(outcomes) * sizeof *marked);
	for (uint32_t i = DIAGRAM_VALUES; i < diagram_store_size(store); i++)
		marked[classes->question[diagram_variable(store, i)]] = true;
}

void outcomes_find(struct outcomes *outcomes, const struct answer answers[])
{
	const struct logic *logic = outcomes->logic;
	for (size_t i = 0; i < count_questions(outcomes); i++) {
		outcomes->answers[i] = answers[i];
		classes_allow(&logic->classes, i, &answers[i], outcomes->allowed);
	}
	diagram_store_clear(outcomes->restricted);
	restriction_copy(outcomes->restriction, outcomes->allowed, logic->roots, logic->root_count,
		outcomes->restricted, outcomes->roots);
	mark_questions(outcomes, outcomes->restricted, outcomes->matters);
	if (outcomes->outgrown)
		outgrown_find(outcomes->outgrown, outcomes->answers, outcomes->allowed,
			outcomes->roots, outcomes->matters);
}

enum outcome outcomes_path(const struct outcomes *outcomes, size_t path)
{
	uint32_t root = outcomes->roots[path];
	return diagram_is_terminal(root) ? (enum outcome)root : OUTCOME_OPEN;
}

static size_t root_of_notice(const struct outcomes *outcomes, size_t notice)
{
	return outcomes->logic->pack->path_count + notice;
}

enum outcome outcomes_notice(const struct outcomes *outcomes, size_t notice)
{
	uint32_t root = outcomes->roots[root_of_notice(outcomes, notice)];
	if (!diagram_is_terminal(root))
		return OUTCOME_OPEN;
	return root ? OUTCOME_APPLIES : OUTCOME_NO;
}

bool outcomes_matters(const struct outcomes *outcomes, size_t question)
{
	return outcomes->matters[question];
}

static bool is_to_ask(const struct outcomes *outcomes, size_t question)
{
	return outcomes->matters[question] &&
	       outcomes->answers[question].status == ANSWER_NOT_ASKED;
}

size_t outcomes_next(const struct outcomes *outcomes)
{
	for (size_t i = 0; i < count_questions(outcomes); i++)
		if (is_to_ask(outcomes, i))
			return i;
	return PACK_NO_QUESTION;
}

size_t outcomes_left(const struct outcomes *outcomes)
{
	size_t left = 0;
	for (size_t i = 0; i < count_questions(outcomes); i++)
		left += is_to_ask(outcomes, i);
	return left;
}

/* Takes the answer to the question back in `varied`. Returns false, and puts it in again, where
 * the root would then not be forced. */
static bool drop(struct outcomes *outcomes, size_t root, size_t question)
{
	const struct logic *logic = outcomes->logic;
	classes_allow_all(&logic->classes, question, outcomes->varied);
	if (restriction_is_constant(outcomes->restriction, outcomes->varied, logic->roots[root]))
		return true;
	classes_allow(&logic->classes, question, &outcomes->answers[question], outcomes->varied);
	return false;
}

static size_t find_because(struct outcomes *outcomes, size_t root, size_t questions[])
{
	size_t room = count_questions(outcomes), start = room;
	if (!diagram_is_terminal(outcomes->roots[root]))
		return 0;
	if (outcomes->logic->roots[root] == DIAGRAM_NONE)
		return outgrown_because(outcomes->outgrown, outcomes->answers, root, questions);
	memcpy(outcomes->varied, outcomes->allowed,
		outcomes->logic->classes.variable_count * sizeof *outcomes->varied);
	/* From the last question to the first, so they are filled in from the end. */
	for (size_t i = room; i-- > 0;)
		if (outcomes->answers[i].status == ANSWER_GIVEN && !drop(outcomes, root, i))
			questions[--start] = i;
	memmove(questions, questions + start, (room - start) * sizeof *questions);
	return room - start;
}

size_t outcomes_because(struct outcomes *outcomes, size_t path, size_t questions[])
{
	return find_because(outcomes, path, questions);
}

size_t outcomes_notice_because(struct outcomes *outcomes, size_t notice, size_t questions[])
{
	return find_because(outcomes, root_of_notice(outcomes, notice), questions);
}

/* Marks what matters to one path: of one without a diagram, nothing that was not found to matter.
 */
static void mark_path(const struct outcomes *outcomes, size_t path)
{
	uint32_t root = outcomes->logic->roots[path];
	if (root == DIAGRAM_NONE) {
		outgrown_mark(outcomes->outgrown, outcomes->answers, outcomes->allowed, path,
			outcomes->marked);
		return;
	}
	diagram_store_clear(outcomes->single);
	restriction_copy(
		outcomes->restriction, outcomes->allowed, &root, 1, outcomes->single, &root);
	mark_questions(outcomes, outcomes->single, outcomes->marked);
}

size_t outcomes_settled_by(const struct outcomes *outcomes, size_t path, size_t questions[])
{
	size_t count = 0;
	if (outcomes_path(outcomes, path) != OUTCOME_OPEN)
		return 0;
	mark_path(outcomes, path);
	for (size_t i = 0; i < count_questions(outcomes); i++)
		if (outcomes->marked[i] && outcomes->matters[i])
			questions[count++] = i;
	return count;
}

/* Whether a root may depend on the question, after what `varied` leaves of those before it. */
static bool depends(struct outcomes *outcomes, size_t question)
{
	const struct logic *logic = outcomes->logic;
	const struct classes *classes = &logic->classes;
	size_t count = 0;
	for (size_t i = 0; i < logic->root_count; i++)
		if (mentions_has(&logic->mentions, logic->pack->fact_count + i, question))
			outcomes->looked_at[count++] = logic->roots[i];
	if (restriction_depends(outcomes->restriction, outcomes->varied, outcomes->looked_at, count,
		    classes->first[question], classes->first[question + 1]))
		return true;
	return outcomes->outgrown && outgrown_depends(outcomes->outgrown, question);
}

void outcomes_unused(struct outcomes *outcomes, const struct answer answers[], bool unused[])
{
	const struct classes *classes = &outcomes->logic->classes;
	for (size_t i = 0; i < count_questions(outcomes); i++)
		classes_allow_all(classes, i, outcomes->varied);
	if (outcomes->outgrown)
		outgrown_start(outcomes->outgrown);
	for (size_t i = 0; i < count_questions(outcomes); i++) {
		unused[i] = false;
		if (answers[i].status == ANSWER_NOT_ASKED)
			continue;
		unused[i] = !depends(outcomes, i);
		if (unused[i])
			continue;
		classes_allow(classes, i, &answers[i], outcomes->varied);
		if (outcomes->outgrown)
			outgrown_take(outcomes->outgrown, i, &answers[i]);
	}
}

bool outcomes_are_exact(const struct outcomes *outcomes)
{
	return outcomes->logic->outgrown_count == 0;
}
