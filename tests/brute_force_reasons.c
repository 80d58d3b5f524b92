#include "brute_force.h"

#include "brute_force_private.h"

#include <string.h>

bool brute_force_matters(const struct brute_force *brute, size_t question)
{
	return brute_force_matters_to(brute, question, 0, brute->root_count);
}

size_t brute_force_next(const struct brute_force *brute)
{
	for (size_t i = 0; i < brute->pack->question_count; i++)
		if (brute->answers[i].status == ANSWER_NOT_ASKED && brute_force_matters(brute, i))
			return i;
	return PACK_NO_QUESTION;
}

size_t brute_force_left(const struct brute_force *brute)
{
	size_t left = 0;
	for (size_t i = 0; i < brute->pack->question_count; i++)
		if (brute->answers[i].status == ANSWER_NOT_ASKED && brute_force_matters(brute, i))
			left++;
	return left;
}

size_t brute_force_settled_by(const struct brute_force *brute, size_t path, size_t questions[])
{
	size_t count = 0;
	for (size_t i = 0; i < brute->pack->question_count; i++)
		if (brute_force_matters_to(brute, i, path, 1))
			questions[count++] = i;
	return count;
}

static void find_again(struct brute_force *brute)
{
	for (size_t i = 0; i < brute->pack->question_count; i++)
		brute_force_restrict(brute, i, &brute->answers[i]);
	brute_force_gather(brute);
}

static size_t find_because(struct brute_force *brute, size_t root, size_t questions[])
{
	size_t count = 0;
	if (brute_force_outcome(brute, root) == OUTCOME_OPEN)
		return 0;
	for (size_t i = brute->pack->question_count; i-- > 0;) {
		if (brute->answers[i].status != ANSWER_GIVEN)
			continue;
		brute_force_release(brute, i);
		brute_force_gather(brute);
		if (brute_force_outcome(brute, root) != OUTCOME_OPEN)
			continue;
		brute_force_restrict(brute, i, &brute->answers[i]);
		/* Put in front, as the order is from the last to the first. */
		memmove(questions + 1, questions, count++ * sizeof *questions);
		questions[0] = i;
	}
	find_again(brute);
	return count;
}

size_t brute_force_because(struct brute_force *brute, size_t path, size_t questions[])
{
	return find_because(brute, path, questions);
}

size_t brute_force_notice_because(struct brute_force *brute, size_t notice, size_t questions[])
{
	return find_because(brute, brute->pack->path_count + notice, questions);
}

void brute_force_unused(struct brute_force *brute, bool unused[])
{
	for (size_t i = 0; i < brute->pack->question_count; i++)
		brute_force_release(brute, i);
	for (size_t i = 0; i < brute->pack->question_count; i++) {
		brute_force_gather(brute);
		unused[i] = brute->answers[i].status != ANSWER_NOT_ASKED &&
			    !brute_force_matters(brute, i);
		if (!unused[i])
			brute_force_restrict(brute, i, &brute->answers[i]);
	}
	find_again(brute);
}
