#include "difference_joint.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* Where what stands before it in the first list stands in the second; DIFFERENCE_NOWHERE at the
 * start. */
static size_t find_anchor(const size_t match[], size_t item)
{
	while (item-- > 0)
		if (match[item] != DIFFERENCE_NOWHERE)
			return match[item];
	return DIFFERENCE_NOWHERE;
}

static size_t add_old(const size_t match[], size_t old_count, size_t anchor,
	struct difference_place merged[], size_t count)
{
	for (size_t i = 0; i < old_count; i++)
		if (match[i] == DIFFERENCE_NOWHERE && find_anchor(match, i) == anchor)
			merged[count++] = (struct difference_place){{i, DIFFERENCE_NOWHERE}};
	return count;
}

size_t difference_merge(
	const size_t match[], size_t old_count, size_t new_count, struct difference_place merged[])
{
	size_t *back = memory_new(new_count, sizeof *back);
	for (size_t i = 0; i < new_count; i++)
		back[i] = DIFFERENCE_NOWHERE;
	for (size_t i = 0; i < old_count; i++)
		if (match[i] != DIFFERENCE_NOWHERE)
			back[match[i]] = i;
	size_t count = add_old(match, old_count, DIFFERENCE_NOWHERE, merged, 0);
	for (size_t i = 0; i < new_count; i++) {
		merged[count++] = (struct difference_place){{back[i], i}};
		if (back[i] != DIFFERENCE_NOWHERE)
			count = add_old(match, old_count, i, merged, count);
	}
	free(back);
	return count;
}

static size_t find_option(const struct question *question, const char *id)
{
	size_t option = DIFFERENCE_NOWHERE;
	(void)question_find_option(question, id, strlen(id), &option);
	return option;
}

static bool shares_option(const struct question *a, const struct question *b)
{
	for (size_t i = 0; i < a->option_count; i++)
		if (find_option(b, a->options[i].id) != DIFFERENCE_NOWHERE)
			return true;
	return false;
}

/* Whether the two ask for the same. Two choices of which no option is the same have no answer that
 * both know: they are as different as two questions can be. */
static bool is_same_question(const struct question *old, const struct question *new)
{
	if (strcmp(old->id, new->id) != 0 || old->type != new->type)
		return false;
	return old->type != QUESTION_CHOICE || shares_option(old, new);
}

/* For each question of the old pack, the same one of the new pack. Returns owned. */
static size_t *match_questions(const struct pack *old, const struct pack *new)
{
	size_t *match = memory_new(old->question_count, sizeof *match);
	for (size_t i = 0; i < old->question_count; i++) {
		size_t found;
		match[i] = DIFFERENCE_NOWHERE;
		if (pack_find_question(new, old->questions[i].id, &found) &&
			is_same_question(&old->questions[i], &new->questions[found]))
			match[i] = found;
	}
	return match;
}

static void *make(struct joint *joint, size_t count, size_t size)
{
	return arena_new(&joint->pack->arena, count, size);
}

static const struct question *question_on(
	const struct joint *joint, const struct difference_place *place, enum difference_side side)
{
	size_t index = place->index[side];
	return index == DIFFERENCE_NOWHERE ? NULL : &joint->sides[side]->questions[index];
}

/* Of the options of a question, those that the other side's question knows as well; all of them
 * where there is none. */
static void join_options(
	struct joint *joint, struct question *question, const struct question *other)
{
	struct option *options = make(joint, question->option_count, sizeof *options);
	size_t count = 0;
	for (size_t i = 0; i < question->option_count; i++)
		if (!other || find_option(other, question->options[i].id) != DIFFERENCE_NOWHERE)
			options[count++] = question->options[i];
	question->options = options;
	question->option_count = count;
}

static void map_options(struct joint *joint, enum difference_side side, size_t question,
	const struct question *here)
{
	const struct question *there = &joint->sides[side]->questions[question];
	size_t *options = make(joint, there->option_count, sizeof *options);
	for (size_t i = 0; i < there->option_count; i++)
		options[i] = find_option(here, there->options[i].id);
	joint->options[side][question] = options;
}

static void add_question(struct joint *joint, const struct difference_place *place)
{
	const struct question *old = question_on(joint, place, DIFFERENCE_OLD);
	const struct question *new = question_on(joint, place, DIFFERENCE_NEW);
	size_t number = joint->pack->question_count++;
	struct question *question = &joint->pack->questions[number];
	*question = new ? *new : *old;
	join_options(joint, question, new ? old : NULL);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		size_t index = place->index[side];
		joint->question[side][number] = index;
		if (index == DIFFERENCE_NOWHERE)
			continue;
		joint->joined[side][index] = number;
		map_options(joint, (enum difference_side)side, index, question);
	}
}

/* The places of the questions of both sides, or of the only one. Returns how many. */
static size_t place_questions(const struct joint *joint, struct difference_place places[])
{
	const struct pack *old = joint->sides[DIFFERENCE_OLD];
	const struct pack *new = joint->sides[DIFFERENCE_NEW];
	if (old && new) {
		size_t *match = match_questions(old, new);
		size_t count =
			difference_merge(match, old->question_count, new->question_count, places);
		free(match);
		return count;
	}
	size_t count = old ? old->question_count : new->question_count;
	for (size_t i = 0; i < count; i++)
		places[i] = (struct difference_place){
			{old ? i : DIFFERENCE_NOWHERE, new ? i : DIFFERENCE_NOWHERE}};
	return count;
}

static void add_questions(struct joint *joint)
{
	size_t room = 0;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		size_t count = joint->sides[side] ? joint->sides[side]->question_count : 0;
		joint->joined[side] = make(joint, count, sizeof *joint->joined[side]);
		joint->options[side] = make(joint, count, sizeof *joint->options[side]);
		room += count;
	}
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		joint->question[side] = make(joint, room, sizeof *joint->question[side]);
	joint->pack->questions = make(joint, room, sizeof *joint->pack->questions);
	struct difference_place *places = memory_new(room, sizeof *places);
	size_t count = place_questions(joint, places);
	for (size_t i = 0; i < count; i++)
		add_question(joint, &places[i]);
	free(places);
}

static uint64_t translate_options(
	const struct joint *joint, enum difference_side side, size_t question, uint64_t set)
{
	uint64_t translated = 0;
	const struct question *there = &joint->sides[side]->questions[question];
	for (size_t i = 0; i < there->option_count; i++) {
		size_t option = joint->options[side][question][i];
		if (set >> i & 1 && option != DIFFERENCE_NOWHERE)
			translated |= UINT64_C(1) << option;
	}
	return translated;
}

static struct condition translate(
	struct joint *joint, enum difference_side side, const struct condition *condition);

static void translate_parts(
	struct joint *joint, enum difference_side side, struct condition *condition)
{
	size_t count = condition->parts.count;
	struct condition *items = make(joint, count, sizeof *items);
	for (size_t i = 0; i < count; i++)
		items[i] = translate(joint, side, &condition->parts.items[i]);
	condition->parts.items = items;
}

/* The same condition by the questions, options and facts here. */
static struct condition translate(
	struct joint *joint, enum difference_side side, const struct condition *condition)
{
	struct condition translated = *condition;
	const size_t *joined = joint->joined[side];
	switch (condition->type) {
	case CONDITION_ALL:
	case CONDITION_ANY:
	case CONDITION_NOT:
		translate_parts(joint, side, &translated);
		break;
	case CONDITION_FACT:
		translated.fact += joint->first_fact[side];
		break;
	case CONDITION_OPTIONS:
		translated.options.set = translate_options(
			joint, side, condition->options.question, condition->options.set);
		translated.options.question = joined[condition->options.question];
		break;
	case CONDITION_COUNTRIES:
		translated.countries.question = joined[condition->countries.question];
		break;
	case CONDITION_YEARS:
		translated.years.question = joined[condition->years.question];
		break;
	default:
		break;
	}
	return translated;
}

static void add_fact(struct joint *joint, enum difference_side side, const char *id,
	const struct condition *when)
{
	/* Of no parts: it holds for nobody. */
	static const struct condition never = {.type = CONDITION_ANY};
	struct fact *fact = &joint->pack->facts[joint->pack->fact_count++];
	fact->id = fact->title = id;
	fact->when = translate(joint, side, when ? when : &never);
}

static void add_facts(struct joint *joint, enum difference_side side)
{
	const struct pack *pack = joint->sides[side];
	joint->first_fact[side] = joint->pack->fact_count;
	if (!pack)
		return;
	for (size_t i = 0; i < pack->fact_count; i++)
		add_fact(joint, side, pack->facts[i].id, &pack->facts[i].when);
	for (size_t i = 0; i < pack->path_count; i++) {
		add_fact(joint, side, pack->paths[i].id, &pack->paths[i].applies);
		add_fact(joint, side, pack->paths[i].id, pack->paths[i].possible);
	}
	for (size_t i = 0; i < pack->notice_count; i++)
		add_fact(joint, side, pack->notices[i].id, &pack->notices[i].when);
}

static size_t count_facts(const struct pack *pack)
{
	return pack ? pack->fact_count + 2 * pack->path_count + pack->notice_count : 0;
}

void joint_init(struct joint *joint, const struct pack *old, const struct pack *new, size_t sets)
{
	*joint = (struct joint){.pack = pack_new(), .sides = {old, new}};
	struct pack *pack = joint->pack;
	add_questions(joint);
	pack->facts = make(joint, count_facts(old) + count_facts(new), sizeof *pack->facts);
	pack->notices = make(joint, sets, sizeof *pack->notices);
	add_facts(joint, DIFFERENCE_OLD);
	add_facts(joint, DIFFERENCE_NEW);
	joint_find_alike(joint);
}

void joint_destroy(struct joint *joint)
{
	pack_free(joint->pack);
	joint->pack = NULL;
}

static struct condition fact_is(struct joint *joint, size_t fact, bool holds)
{
	struct condition condition = {.type = CONDITION_FACT, .fact = fact};
	if (holds)
		return condition;
	struct condition *part = make(joint, 1, sizeof *part);
	*part = condition;
	return (struct condition){.type = CONDITION_NOT, .parts = {part, 1}};
}

size_t joint_fact_of_path(const struct joint *joint, enum difference_side side, size_t path)
{
	return joint->first_fact[side] + joint->sides[side]->fact_count + 2 * path;
}

size_t joint_fact_of_notice(const struct joint *joint, enum difference_side side, size_t notice)
{
	return joint_fact_of_path(joint, side, joint->sides[side]->path_count) + notice;
}

struct condition joint_path_is(
	struct joint *joint, enum difference_side side, size_t path, enum outcome outcome)
{
	size_t applies = joint_fact_of_path(joint, side, path);
	if (outcome == OUTCOME_APPLIES)
		return fact_is(joint, applies, true);
	struct condition *parts = make(joint, 2, sizeof *parts);
	parts[0] = fact_is(joint, applies, false);
	parts[1] = fact_is(joint, applies + 1, outcome == OUTCOME_POSSIBLE);
	return (struct condition){.type = CONDITION_ALL, .parts = {parts, 2}};
}

struct condition joint_notice_is(
	struct joint *joint, enum difference_side side, size_t notice, enum outcome outcome)
{
	size_t shown = joint_fact_of_notice(joint, side, notice);
	return fact_is(joint, shown, outcome == OUTCOME_APPLIES);
}

size_t joint_add_set(
	struct joint *joint, const char *id, const struct condition parts[], size_t count)
{
	struct condition *items = make(joint, count, sizeof *items);
	memcpy(items, parts, count * sizeof *items);
	size_t set = joint->pack->notice_count++;
	joint->pack->notices[set] = (struct notice){
		.id = id, .text = id, .when = {.type = CONDITION_ALL, .parts = {items, count}}};
	return set;
}

static uint64_t give_back_options(
	const struct joint *joint, enum difference_side side, size_t question, uint64_t set)
{
	uint64_t options = 0;
	const struct question *there = &joint->sides[side]->questions[question];
	for (size_t i = 0; i < there->option_count; i++) {
		size_t option = joint->options[side][question][i];
		if (option != DIFFERENCE_NOWHERE && set >> option & 1)
			options |= UINT64_C(1) << i;
	}
	return options;
}

void joint_answers(const struct joint *joint, enum difference_side side, const struct answer here[],
	struct answer answers[])
{
	const struct pack *pack = joint->sides[side];
	for (size_t i = 0; i < pack->question_count; i++) {
		enum question_type type = pack->questions[i].type;
		answers[i] = here[joint->joined[side][i]];
		if (type != QUESTION_COUNTRY && type != QUESTION_AGE)
			answers[i].options = give_back_options(joint, side, i, answers[i].options);
	}
}
