#include "random_mutation.h"

#include "brute_force_private.h"

#include <stdio.h>
#include <string.h>

/* Every condition of the pack can be changed: nothing of it is shared with another pack. */
struct picking {
	struct random *random;
	struct condition *picked;
	unsigned seen;
	bool leaves; /* only conditions on answers */
};

static bool is_leaf(const struct condition *condition)
{
	return condition->type == CONDITION_OPTIONS || condition->type == CONDITION_COUNTRIES ||
	       condition->type == CONDITION_YEARS;
}

static void consider(const struct condition *condition, void *context)
{
	struct picking *picking = context;
	if (picking->leaves && !is_leaf(condition))
		return;
	if (random_below(picking->random, ++picking->seen) == 0)
		picking->picked = (struct condition *)condition;
}

/* One of the pack's conditions, or NULL. */
static struct condition *pick(struct random *random, const struct pack *pack, bool leaves)
{
	struct picking picking = {.random = random, .leaves = leaves};
	brute_force_visit(pack, consider, &picking);
	return picking.picked;
}

static void shift_years(struct random *random, struct condition *condition)
{
	unsigned *from = &condition->years.from, *to = &condition->years.to;
	if (*to < PACK_AGE_LIMIT && random_below(random, 2))
		*to += 1;
	else if (*from > 0)
		*from -= 1;
	else if (*from < *to)
		*to -= 1;
}

static void toggle_country(struct random *random, struct condition *condition)
{
	unsigned country = random_below(random, 8) ? random_below(random, 5)
						   : random_below(random, COUNTRY_COUNT);
	condition->countries.set.words[country / 64] ^= UINT64_C(1) << country % 64;
}

static void change_leaf(struct random *random, struct pack *pack)
{
	struct condition *condition = pick(random, pack, true);
	if (!condition)
		return;
	if (condition->type == CONDITION_YEARS) {
		shift_years(random, condition);
	} else if (condition->type == CONDITION_COUNTRIES) {
		toggle_country(random, condition);
	} else {
		size_t options = pack->questions[condition->options.question].option_count;
		condition->options.set ^= UINT64_C(1) << random_below(random, (unsigned)options);
	}
}

static void negate(struct random *random, struct pack *pack)
{
	struct condition *condition = pick(random, pack, false);
	struct condition *part = arena_new(&pack->arena, 1, sizeof *part);
	*part = *condition;
	*condition = (struct condition){.type = CONDITION_NOT, .parts = {part, 1}};
}

/* All becomes any, and the other way round. */
static void swap_parts(struct random *random, struct pack *pack)
{
	struct condition *condition = pick(random, pack, false);
	if (condition->type == CONDITION_ALL)
		condition->type = CONDITION_ANY;
	else if (condition->type == CONDITION_ANY)
		condition->type = CONDITION_ALL;
}

static const char *rename_to(struct pack *pack, const char *id)
{
	char name[40];
	int length = snprintf(name, sizeof name, "%s-renamed", id);
	return arena_copy(&pack->arena, name, (size_t)length);
}

static void rename_question(struct random *random, struct pack *pack)
{
	struct question *question =
		&pack->questions[random_below(random, (unsigned)pack->question_count)];
	question->id = rename_to(pack, question->id);
}

/* A yes-no question becomes a choice of yes or no. */
static void retype_question(struct random *random, struct pack *pack)
{
	struct question *question =
		&pack->questions[random_below(random, (unsigned)pack->question_count)];
	if (question->type == QUESTION_YES_NO)
		question->type = QUESTION_CHOICE;
}

static void rename_option(struct random *random, struct pack *pack)
{
	struct question *question =
		&pack->questions[random_below(random, (unsigned)pack->question_count)];
	if (question->type != QUESTION_CHOICE && question->type != QUESTION_CHOICES)
		return;
	struct option *option =
		(struct option *)&question
			->options[random_below(random, (unsigned)question->option_count)];
	option->id = rename_to(pack, option->id);
}

static size_t other_question(size_t question, const size_t swapped[2])
{
	if (question == swapped[0])
		return swapped[1];
	return question == swapped[1] ? swapped[0] : question;
}

static void renumber(const struct condition *condition, void *context)
{
	struct condition *changed = (struct condition *)condition;
	const size_t *swapped = context;
	if (condition->type == CONDITION_OPTIONS)
		changed->options.question = other_question(condition->options.question, swapped);
	if (condition->type == CONDITION_COUNTRIES)
		changed->countries.question =
			other_question(condition->countries.question, swapped);
	if (condition->type == CONDITION_YEARS)
		changed->years.question = other_question(condition->years.question, swapped);
}

static void swap_questions(struct random *random, struct pack *pack)
{
	size_t swapped[2];
	for (int i = 0; i < 2; i++)
		swapped[i] = random_below(random, (unsigned)pack->question_count);
	struct question first = pack->questions[swapped[0]];
	pack->questions[swapped[0]] = pack->questions[swapped[1]];
	pack->questions[swapped[1]] = first;
	brute_force_visit(pack, renumber, swapped);
}

static void rename_path(struct random *random, struct pack *pack)
{
	struct path *path = &pack->paths[random_below(random, (unsigned)pack->path_count)];
	path->id = rename_to(pack, path->id);
}

static void remove_last(struct random *random, struct pack *pack)
{
	if (pack->notice_count && random_below(random, 2))
		pack->notice_count--;
	else if (pack->path_count > 1)
		pack->path_count--;
}

/* A path is no longer possible for anybody, or is for those for whom some condition on an answer
 * holds. */
static void change_possible(struct random *random, struct pack *pack)
{
	struct path *path = &pack->paths[random_below(random, (unsigned)pack->path_count)];
	struct condition *condition = pick(random, pack, true);
	struct condition *possible = arena_new(&pack->arena, 1, sizeof *possible);
	if (condition)
		*possible = *condition;
	path->possible = path->possible || !condition ? NULL : possible;
}

void random_mutation(struct random *random, struct pack *pack)
{
	static void (*const mutations[])(struct random *, struct pack *) = {
		change_leaf,
		change_leaf,
		change_leaf,
		change_leaf,
		negate,
		negate,
		swap_parts,
		swap_parts,
		rename_question,
		retype_question,
		rename_option,
		rename_option,
		swap_questions,
		rename_path,
		remove_last,
		change_possible,
	};
	mutations[random_below(random, sizeof mutations / sizeof mutations[0])](random, pack);
}
