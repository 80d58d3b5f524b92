/* Which other answers would make a path better: rules-language.md, meaning 6. */
#include "logic_private.h"

#include "screener/logic.h"
#include "screener/memory.h"

#include <stdint.h>

/* What has been found, for the question that is looked at. */
struct search {
	struct outcomes *outcomes;
	size_t path;
	enum outcome now;
	struct change *changes;
	size_t room;
	size_t count; /* found in all, more than there is room for perhaps */
	size_t question;
	uint32_t least; /* the path's least outcome for each answer to it, in the store `single` */
};

static void offer(struct search *search, struct answer answer, uint32_t outcome)
{
	if (search->count < search->room)
		search->changes[search->count] =
			(struct change){search->question, answer, (enum outcome)outcome};
	search->count++;
}

static bool is_outgrown(const struct search *search)
{
	return search->outcomes->logic->roots[search->path] == DIAGRAM_NONE;
}

/* What the path is at least with another answer to the question, where it has no diagram. */
static enum outcome tell(const struct search *search, struct answer answer)
{
	const struct outcomes *outcomes = search->outcomes;
	return outgrown_least(
		outcomes->outgrown, outcomes->answers, search->path, search->question, &answer);
}

/* The answer for the value: of an age, all the years from there that are in the same class. */
static struct answer answer_of(const struct search *search, size_t value, size_t values)
{
	const struct logic *logic = search->outcomes->logic;
	enum question_type type = logic->pack->questions[search->question].type;
	const unsigned char *class_of = logic->classes.class_of[search->question];
	size_t to = value;
	if (type == QUESTION_COUNTRY)
		return answer_of_country((unsigned)value);
	if (type != QUESTION_AGE)
		return answer_of_option(value);
	while (to + 1 < values && class_of[to + 1] == class_of[value])
		to++;
	return answer_of_years((unsigned)value, (unsigned)to);
}

/* What the path is at least where the answer is of the class. */
static uint32_t find_least(const struct search *search, struct answer answer, unsigned class)
{
	if (is_outgrown(search))
		return tell(search, answer);
	return diagram_child(search->outcomes->single, search->least, class);
}

static void search_values(struct search *search)
{
	const struct logic *logic = search->outcomes->logic;
	const struct question *question = &logic->pack->questions[search->question];
	const unsigned char *class_of = logic->classes.class_of[search->question];
	bool by_class = question->type == QUESTION_COUNTRY || question->type == QUESTION_AGE;
	size_t values = classes_value_count(question);
	struct class_set met = {{0}};
	if (!is_outgrown(search) && diagram_is_terminal(search->least))
		return;
	for (size_t i = 0; i < values; i++) {
		if (by_class && class_set_has(&met, class_of[i]))
			continue;
		class_set_add(&met, class_of[i]);
		struct answer answer = answer_of(search, i, values);
		uint32_t outcome = find_least(search, answer, class_of[i]);
		if (outcome > search->now)
			offer(search, answer, outcome);
	}
}

static size_t add(size_t a, size_t b)
{
	return a > SIZE_MAX - b ? SIZE_MAX : a + b;
}

static bool is_given(const struct search *search, size_t variable)
{
	unsigned option = search->outcomes->logic->classes.option[variable];
	return search->outcomes->answers[search->question].options >> option & 1;
}

/* The distance by way of one of the two values of a node's variable. */
static struct distance distance_by(const struct search *search, uint32_t node, unsigned value)
{
	const struct diagram_store *store = search->outcomes->single;
	struct distance by = search->outcomes->distances[diagram_child(store, node, value)];
	if (value != is_given(search, diagram_variable(store, node)))
		by.flips = add(by.flips, 1);
	return by;
}

static struct distance shorter(struct distance a, struct distance b)
{
	if (a.flips == b.flips)
		a.ways = add(a.ways, b.ways);
	return a.flips <= b.flips ? a : b;
}

/* Finds the distance from the answer given for every diagram that the search made: children first,
 * as they have the smaller numbers. */
static void measure(struct search *search)
{
	struct outcomes *outcomes = search->outcomes;
	size_t size = diagram_store_size(outcomes->single);
	if (size > outcomes->distance_capacity) {
		outcomes->distances =
			memory_grow(outcomes->distances, size, sizeof *outcomes->distances);
		outcomes->distance_capacity = size;
	}
	for (uint32_t i = 0; i < DIAGRAM_VALUES; i++)
		outcomes->distances[i] =
			i > search->now ? (struct distance){0, 1} : (struct distance){SIZE_MAX, 0};
	for (uint32_t i = DIAGRAM_VALUES; i < size; i++)
		outcomes->distances[i] =
			shorter(distance_by(search, i, 0), distance_by(search, i, 1));
}

/* Offers the nearest answers from this node on, as many as there is room for, those that change the
 * first options first. */
static void offer_nearest(struct search *search, uint32_t node, struct answer answer)
{
	const struct outcomes *outcomes = search->outcomes;
	if (search->count >= search->room)
		return;
	if (diagram_is_terminal(node)) {
		offer(search, answer, node);
		return;
	}
	size_t variable = diagram_variable(outcomes->single, node);
	uint64_t option = UINT64_C(1) << outcomes->logic->classes.option[variable];
	struct answer flipped = answer;
	flipped.options ^= option;
	unsigned given = is_given(search, variable);
	size_t flips = outcomes->distances[node].flips;
	if (distance_by(search, node, !given).flips == flips)
		offer_nearest(search, diagram_child(outcomes->single, node, !given), flipped);
	if (distance_by(search, node, given).flips == flips)
		offer_nearest(search, diagram_child(outcomes->single, node, given), answer);
}

static void search_options(struct search *search)
{
	measure(search);
	struct distance nearest = search->outcomes->distances[search->least];
	if (nearest.flips == SIZE_MAX)
		return;
	size_t count = add(search->count, nearest.ways);
	offer_nearest(search, search->least, search->outcomes->answers[search->question]);
	search->count = count;
}

/* Without a diagram: offers the answers that put one option in or leave one out, or two. Fills
 * `flips` with the options that conditions mention, one bit each; returns how many. */
static size_t find_flips(const struct search *search, uint64_t flips[PACK_OPTION_LIMIT])
{
	const struct classes *classes = &search->outcomes->logic->classes;
	size_t first = classes->first[search->question], end = classes->first[search->question + 1];
	for (size_t i = first; i < end; i++)
		flips[i - first] = UINT64_C(1) << classes->option[i];
	return end - first;
}

static void search_flip(struct search *search, uint64_t flip)
{
	struct answer answer = search->outcomes->answers[search->question];
	answer.options ^= flip;
	enum outcome outcome = tell(search, answer);
	if (outcome > search->now)
		offer(search, answer, outcome);
}

static void search_flips(struct search *search)
{
	uint64_t flips[PACK_OPTION_LIMIT];
	size_t count = find_flips(search, flips), before = search->count;
	for (size_t i = 0; i < count; i++)
		search_flip(search, flips[i]);
	for (size_t i = 0; search->count == before && i < count; i++)
		for (size_t j = i + 1; j < count; j++)
			search_flip(search, flips[i] | flips[j]);
}

static void search_without_diagram(struct search *search)
{
	enum question_type type = search->outcomes->logic->pack->questions[search->question].type;
	if (type == QUESTION_CHOICES)
		search_flips(search);
	else
		search_values(search);
}

static void search_question(struct search *search)
{
	struct outcomes *outcomes = search->outcomes;
	const struct logic *logic = outcomes->logic;
	size_t first = logic->classes.first[search->question];
	size_t end = logic->classes.first[search->question + 1];
	diagram_store_clear(outcomes->single);
	search->least = restriction_least(outcomes->restriction, outcomes->allowed,
		logic->roots[search->path], first, end, outcomes->single);
	/* Where this outgrew the limit nothing is offered. */
	if (search->least == DIAGRAM_NONE)
		return;
	if (logic->pack->questions[search->question].type == QUESTION_CHOICES)
		search_options(search);
	else
		search_values(search);
}

size_t outcomes_changes(
	struct outcomes *outcomes, size_t path, struct change changes[], size_t room)
{
	const struct pack *pack = outcomes->logic->pack;
	struct search search = {
		.outcomes = outcomes, .path = path, .changes = changes, .room = room};
	search.now = outcomes_path(outcomes, path);
	if (search.now >= OUTCOME_APPLIES)
		return 0;
	for (size_t i = 0; i < pack->question_count; i++) {
		if (outcomes->answers[i].status != ANSWER_GIVEN || pack->questions[i].fixed)
			continue;
		search.question = i;
		if (is_outgrown(&search))
			search_without_diagram(&search);
		else
			search_question(&search);
	}
	return search.count;
}
