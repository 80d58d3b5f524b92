#include "screener/effect.h"

#include "screener/pack.h"

#include <string.h>

/* The interview as it is, and a copy of it in which the answer was taken. */
struct trial {
	const struct interview *now;
	struct interview *then;
	size_t question;
};

static struct interview *take(
	const struct interview *interview, size_t question, const struct answer *answer)
{
	struct interview *copy =
		interview_new(interview_pack(interview), interview_logic(interview));
	interview_load(copy, interview_answers(interview));
	interview_visit(copy, question);
	interview_take(copy, answer);
	return copy;
}

static bool is_to_ask(const struct interview *interview, size_t question)
{
	return interview_answer(interview, question)->status == ANSWER_NOT_ASKED &&
	       outcomes_matters(interview_outcomes(interview), question);
}

static bool is_more(const struct trial *trial, size_t question)
{
	return !is_to_ask(trial->now, question) && is_to_ask(trial->then, question);
}

static bool is_fewer(const struct trial *trial, size_t question)
{
	return is_to_ask(trial->now, question) && !is_to_ask(trial->then, question);
}

static bool is_newly_parked(const struct trial *trial, size_t question)
{
	return !interview_is_parked(trial->now, question) &&
	       interview_is_parked(trial->then, question);
}

static bool is_used_again(const struct trial *trial, size_t question)
{
	return interview_is_parked(trial->now, question) &&
	       !interview_is_parked(trial->then, question);
}

static struct effect_questions find_questions(struct effect *effect, const struct trial *trial,
	bool (*belongs)(const struct trial *trial, size_t question))
{
	size_t count = interview_pack(trial->now)->question_count;
	struct effect_questions found = {
		.items = arena_new(&effect->arena, count, sizeof *found.items)};
	for (size_t i = 0; i < count; i++)
		if (i != trial->question && belongs(trial, i))
			found.items[found.count++] = i;
	return found;
}

static struct effect_shifts find_shifts(struct effect *effect, const struct trial *trial,
	size_t count, enum outcome (*tell)(const struct outcomes *outcomes, size_t index))
{
	struct effect_shifts found = {
		.items = arena_new(&effect->arena, count, sizeof *found.items)};
	for (size_t i = 0; i < count; i++) {
		enum outcome before = tell(interview_outcomes(trial->now), i);
		enum outcome after = tell(interview_outcomes(trial->then), i);
		if (before != after)
			found.items[found.count++] = (struct effect_shift){i, before, after};
	}
	return found;
}

void effect_init(struct effect *effect, const struct interview *interview, size_t question,
	const struct answer *answer)
{
	const struct pack *pack = interview_pack(interview);
	struct trial trial = {interview, take(interview, question, answer), question};
	*effect = (struct effect){
		.question = question,
		.before = *interview_answer(interview, question),
		.after = *answer,
		.next = interview_question(trial.then),
	};
	arena_init(&effect->arena);
	effect->more = find_questions(effect, &trial, is_more);
	effect->fewer = find_questions(effect, &trial, is_fewer);
	effect->parked = find_questions(effect, &trial, is_newly_parked);
	effect->used_again = find_questions(effect, &trial, is_used_again);
	effect->paths = find_shifts(effect, &trial, pack->path_count, outcomes_path);
	effect->notices = find_shifts(effect, &trial, pack->notice_count, outcomes_notice);
	interview_free(trial.then);
}

void effect_destroy(struct effect *effect)
{
	arena_destroy(&effect->arena);
	explicit_bzero(effect, sizeof *effect);
}

bool effect_notice_appears(const struct effect_shift *shift)
{
	return shift->after == OUTCOME_APPLIES;
}

bool effect_notice_goes(const struct effect_shift *shift)
{
	return shift->before == OUTCOME_APPLIES;
}

bool effect_is_nothing(const struct effect *effect)
{
	for (size_t i = 0; i < effect->notices.count; i++) {
		const struct effect_shift *shift = &effect->notices.items[i];
		if (effect_notice_appears(shift) || effect_notice_goes(shift))
			return false;
	}
	return effect->more.count + effect->fewer.count + effect->parked.count +
		       effect->used_again.count + effect->paths.count ==
	       0;
}
