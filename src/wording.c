#include "wording.h"

#include "languages.h"

#include <stdio.h>
#include <string.h>

const char *wording_outcome(enum outcome outcome)
{
	static const char *const words[OUTCOME_COUNT] = {
		[OUTCOME_NO] = N_("Does not apply"),
		/* TRANSLATORS: this support is possible, but less sure than what "may apply". */
		[OUTCOME_POSSIBLE] = N_("Possible"),
		/* TRANSLATORS: never a right or a promise: the organisation decides. */
		[OUTCOME_APPLIES] = N_("May apply"),
		/* TRANSLATORS: it depends on questions without an answer. */
		[OUTCOME_OPEN] = N_("Still open"),
	};
	return _(words[outcome]);
}

void wording_add_past_review(struct text *text, const struct pack *pack, struct date today)
{
	struct date due = pack->review_by;
	if (!pack_is_past_review(pack, today))
		return;
	char day[16];
	snprintf(day, sizeof day, "%04d-%02d-%02d", due.year % 10000, due.month % 100,
		due.day % 100);
	text_format(text,
		_("Out of date: these rules should have been reviewed by %s. Check with the "
		  "organisation before you rely on them."),
		day);
}

const char *wording_outcome_sign(enum outcome outcome)
{
	static const char *const signs[OUTCOME_COUNT] = {
		[OUTCOME_NO] = "-",
		[OUTCOME_POSSIBLE] = "~",
		[OUTCOME_APPLIES] = "+",
		[OUTCOME_OPEN] = "?",
	};
	return signs[outcome];
}

const char *wording_not_exact(void)
{
	/* TRANSLATORS: every outcome shown is right, but a question may be asked for nothing. */
	return _("These rules are too large to prove: a question may change nothing.");
}

const char *wording_status(enum answer_status status)
{
	static const char *const words[ANSWER_STATUS_COUNT] = {
		[ANSWER_NOT_ASKED] = N_("Not asked yet"),
		[ANSWER_GIVEN] = N_("Answered"),
		/* TRANSLATORS: how the client left a question: "(the client) does not know". */
		[ANSWER_NOT_KNOWN] = N_("Does not know"),
		[ANSWER_NOT_SAID] = N_("Prefers not to say"),
		/* TRANSLATORS: the client does not wish to answer this now, perhaps later. */
		[ANSWER_NOT_NOW] = N_("Not now"),
	};
	return _(words[status]);
}

const char *wording_option(const struct pack *pack, const struct question *question, size_t option)
{
	if (question->type == QUESTION_YES_NO)
		return option == 0 ? _("Yes") : _("No");
	return languages_pack_text(pack, question->options[option].label);
}

static void add_country(struct text *text, const struct pack *pack, const struct question *question,
	const struct answer *answer)
{
	(void)pack, (void)question;
	text_add(text, languages_country(answer->country));
}

static void add_years(struct text *text, const struct pack *pack, const struct question *question,
	const struct answer *answer)
{
	(void)pack, (void)question;
	unsigned from = answer->years.from, to = answer->years.to;
	if (from == to)
		text_format(text, ngettext("%u year", "%u years", from), from);
	else if (from == 0 && to == PACK_AGE_LIMIT)
		text_add(text, _("any age"));
	else if (from == 0)
		/* TRANSLATORS: an age: "under 18". */
		text_format(text, _("under %u"), to + 1);
	else if (to == PACK_AGE_LIMIT)
		/* TRANSLATORS: an age: "18 or over". */
		text_format(text, _("%u or over"), from);
	else if (to == from + 1)
		/* TRANSLATORS: an age that is one of these two: "17 or 18 years". */
		text_format(text, _("%u or %u years"), from, to);
	else
		/* TRANSLATORS: an age that is between these two, both included. */
		text_format(text, _("%u to %u years"), from, to);
}

static void add_options(struct text *text, const struct pack *pack, const struct question *question,
	const struct answer *answer)
{
	size_t start = text->length;
	for (size_t i = 0; i < question->option_count; i++) {
		if (!(answer->options >> i & 1))
			continue;
		if (text->length > start)
			/* TRANSLATORS: what stands between two things in a list. */
			text_add(text, _(", "));
		text_add(text, wording_option(pack, question, i));
	}
	if (text->length == start)
		text_add(text, _("None of these"));
}

void wording_add_answer(struct text *text, const struct pack *pack, const struct question *question,
	const struct answer *answer)
{
	static void (*const add[QUESTION_TYPE_COUNT])(struct text *, const struct pack *,
		const struct question *, const struct answer *) = {
		[QUESTION_COUNTRY] = add_country,
		[QUESTION_AGE] = add_years,
		[QUESTION_YES_NO] = add_options,
		[QUESTION_CHOICE] = add_options,
		[QUESTION_CHOICES] = add_options,
	};
	if (answer->status == ANSWER_GIVEN)
		add[question->type](text, pack, question, answer);
	else
		text_add(text, wording_status(answer->status));
}

const char *wording_edition(enum edition edition)
{
	static const char *const words[EDITION_COUNT] = {
		[EDITION_STAFF] = N_("For the file"),
		[EDITION_CLIENT] = N_("For the client"),
		[EDITION_DISCREET] = N_("For the client, without a word of what it is about"),
	};
	return _(words[edition]);
}

const char *wording_edition_what(enum edition edition)
{
	static const char *const words[EDITION_COUNT] = {
		[EDITION_STAFF] = N_("Everything, with all answers. Not for the client to carry."),
		[EDITION_CLIENT] = N_("What may apply and what to do, without the answers to "
				      "sensitive questions."),
		[EDITION_DISCREET] = N_("A number to call and what to have at hand. For when "
					"others may read it."),
	};
	return _(words[edition]);
}
