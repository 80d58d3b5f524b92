#include "check_pack.h"
#include "languages.h"

/* Returns how many could not be decided. */
static size_t check_questions(const struct checked *checked)
{
	const struct pack *pack = checked->pack;
	size_t unknown = 0;
	for (size_t i = 0; i < pack->question_count; i++) {
		const struct question *question = &pack->questions[i];
		enum proof_truth matters = proof_question_matters(checked->proof, i);
		unknown += matters == PROOF_UNKNOWN;
		if (matters != PROOF_FALSE)
			continue;
		if (proof_question_is_used(pack, i))
			check_pack_add(checked, FINDING_QUESTION_IDLE, question->place,
				_("question \"%s\" is never asked: its answer makes no difference to "
				  "anybody"),
				question->id);
		else
			check_pack_add(checked, FINDING_QUESTION_UNUSED, question->place,
				_("question \"%s\" is never asked: no condition looks at its answer"),
				question->id);
	}
	return unknown;
}

static const char *const fact_formats[PROOF_TRIAL_COUNT] = {
	[PROOF_NEVER] = N_("fact \"%s\" makes no difference: if it never held, everything would be "
			   "the same for everybody"),
	[PROOF_ALWAYS] =
		N_("fact \"%s\" makes no difference: if it always held, everything would be "
		   "the same for everybody"),
};

static const char *const group_formats[PROOF_TRIAL_COUNT] = {
	[PROOF_NEVER] = N_("group \"%s\" makes no difference: if no country were in it, everything "
			   "would be the same for everybody"),
	[PROOF_ALWAYS] = N_("group \"%s\" makes no difference: if all countries were in it, "
			    "everything would be the same for everybody"),
};

/* Returns whether it could not be decided. */
static bool check_fact(const struct checked *checked, size_t index)
{
	const struct fact *fact = &checked->pack->facts[index];
	bool unknown = false;
	if (!proof_fact_is_used(checked->pack, index)) {
		check_pack_add(checked, FINDING_FACT_UNUSED, fact->place,
			_("fact \"%s\" is not used: no condition names it"), fact->id);
		return false;
	}
	for (int trial = 0; trial < PROOF_TRIAL_COUNT; trial++) {
		enum proof_truth matters =
			proof_fact_matters(checked->proof, index, (enum proof_trial)trial);
		unknown |= matters == PROOF_UNKNOWN;
		if (matters != PROOF_FALSE)
			continue;
		check_pack_add(
			checked, FINDING_FACT_IDLE, fact->place, _(fact_formats[trial]), fact->id);
		return false;
	}
	return unknown;
}

static bool check_group(const struct checked *checked, size_t index)
{
	const struct group *group = &checked->pack->groups[index];
	bool unknown = false;
	if (!proof_group_is_used(checked->pack, index)) {
		check_pack_add(checked, FINDING_GROUP_UNUSED, group->place,
			_("group \"%s\" is not used: no condition names it"), group->id);
		return false;
	}
	for (int trial = 0; trial < PROOF_TRIAL_COUNT; trial++) {
		enum proof_truth matters =
			proof_group_matters(checked->proof, index, (enum proof_trial)trial);
		unknown |= matters == PROOF_UNKNOWN;
		if (matters != PROOF_FALSE)
			continue;
		check_pack_add(checked, FINDING_GROUP_IDLE, group->place, _(group_formats[trial]),
			group->id);
		return false;
	}
	return unknown;
}

void check_pack_differences(const struct checked *checked)
{
	const struct pack *pack = checked->pack;
	struct place place = {.file = pack->files[pack->file_count - 1].path};
	size_t unknown = check_questions(checked);
	for (size_t i = 0; i < pack->fact_count; i++)
		unknown += check_fact(checked, i);
	for (size_t i = 0; i < pack->group_count; i++)
		unknown += check_group(checked, i);
	if (unknown)
		check_pack_add(checked, FINDING_NOT_PROVED, place,
			ngettext("whether %zu of the questions, facts and groups makes a "
				 "difference is not proved: there are too many cases",
				"whether %zu of the questions, facts and groups make a "
				"difference is not proved: there are too many cases",
				unknown),
			unknown);
}
