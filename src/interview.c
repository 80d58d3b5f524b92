#include "screener/interview.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

struct interview {
	const struct pack *pack;
	const struct logic *logic;
	struct answer *answers; /* kept, whether in use or parked; secret, the next ones with it */
	struct answer *in_use; /* the same, with the parked ones as if never asked */
	bool *parked;
	struct outcomes *outcomes; /* on the answers in use */
	size_t question; /* shown now */
	size_t left; /* to ask after it, at most */
	size_t revision;
};

struct interview *interview_new(const struct pack *pack, const struct logic *logic)
{
	struct interview *interview = memory_new(1, sizeof *interview);
	interview->pack = pack;
	interview->logic = logic;
	interview->answers =
		memory_secret_new(2 * pack->question_count, sizeof *interview->answers);
	interview->in_use = interview->answers + pack->question_count;
	interview->parked = memory_new(pack->question_count, sizeof *interview->parked);
	interview->outcomes = outcomes_new(logic);
	interview_load(interview, interview->answers);
	return interview;
}

static void wipe(void *memory, size_t size)
{
	explicit_bzero(memory, size);
	free(memory);
}

void interview_free(struct interview *interview)
{
	if (!interview)
		return;
	size_t count = interview->pack->question_count;
	memory_secret_free(interview->answers);
	wipe(interview->parked, count * sizeof *interview->parked);
	outcomes_free(interview->outcomes);
	wipe(interview, sizeof *interview);
}

const struct pack *interview_pack(const struct interview *interview)
{
	return interview->pack;
}

const struct logic *interview_logic(const struct interview *interview)
{
	return interview->logic;
}

size_t interview_question(const struct interview *interview)
{
	return interview->question;
}

const struct answer *interview_answer(const struct interview *interview, size_t question)
{
	return &interview->answers[question];
}

const struct answer *interview_answers(const struct interview *interview)
{
	return interview->answers;
}

bool interview_is_parked(const struct interview *interview, size_t question)
{
	return interview->parked[question];
}

struct outcomes *interview_outcomes(const struct interview *interview)
{
	return interview->outcomes;
}

/* Parks what does not matter, takes back into use what does again, and decides anew. */
static void decide(struct interview *interview)
{
	outcomes_unused(interview->outcomes, interview->answers, interview->parked);
	for (size_t i = 0; i < interview->pack->question_count; i++)
		interview->in_use[i] = interview->parked[i] ? answer_of_status(ANSWER_NOT_ASKED)
							    : interview->answers[i];
	outcomes_find(interview->outcomes, interview->in_use);
}

void interview_take(struct interview *interview, const struct answer *answer)
{
	if (interview->question == PACK_NO_QUESTION)
		return;
	interview->answers[interview->question] = *answer;
	decide(interview);
	interview_resume(interview);
}

/* Answered, one way or another, and in use. */
static bool was_asked(const struct interview *interview, size_t question)
{
	return interview->in_use[question].status != ANSWER_NOT_ASKED;
}

bool interview_back(struct interview *interview)
{
	size_t question = interview->question;
	if (question == PACK_NO_QUESTION)
		question = interview->pack->question_count;
	while (question-- > 0) {
		if (was_asked(interview, question)) {
			interview_visit(interview, question);
			return true;
		}
	}
	return false;
}

bool interview_has_later(const struct interview *interview, size_t question)
{
	for (size_t i = question + 1; i < interview->pack->question_count; i++)
		if (was_asked(interview, i))
			return true;
	return false;
}

/* Whoever changes an answer may be asked what it spared them; what is unknown spares nothing. */
static size_t count_left_by_change(struct interview *interview)
{
	struct answer *shown = &interview->answers[interview->question];
	struct answer kept = *shown;
	*shown = answer_of_status(ANSWER_NOT_KNOWN);
	outcomes_find(interview->outcomes, interview->answers);
	*shown = kept;
	explicit_bzero(&kept, sizeof kept);
	size_t left = outcomes_left(interview->outcomes);
	outcomes_find(interview->outcomes, interview->in_use);
	return left;
}

static size_t count_left(struct interview *interview)
{
	size_t question = interview->question;
	if (question != PACK_NO_QUESTION && interview->answers[question].status != ANSWER_NOT_ASKED)
		return count_left_by_change(interview);
	return outcomes_left(interview->outcomes) -
	       (question != PACK_NO_QUESTION && outcomes_matters(interview->outcomes, question));
}

void interview_visit(struct interview *interview, size_t question)
{
	interview->question = question;
	interview->left = count_left(interview);
	interview->revision++;
}

void interview_resume(struct interview *interview)
{
	interview_visit(interview, outcomes_next(interview->outcomes));
}

size_t interview_revision(const struct interview *interview)
{
	return interview->revision;
}

size_t interview_asked(const struct interview *interview)
{
	size_t asked = 0;
	for (size_t i = 0; i < interview->pack->question_count; i++)
		asked += i != interview->question && was_asked(interview, i);
	return asked;
}

size_t interview_left(const struct interview *interview)
{
	return interview->left;
}

void interview_load(struct interview *interview, const struct answer answers[])
{
	if (answers != interview->answers)
		memcpy(interview->answers, answers,
			interview->pack->question_count * sizeof *answers);
	decide(interview);
	interview_resume(interview);
}
