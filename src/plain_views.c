#include "plain_private.h"

#include "languages.h"
#include "wording.h"

static bool was_asked(const struct plain *plain, size_t question)
{
	return interview_answer(plain->interview, question)->status != ANSWER_NOT_ASKED;
}

/* Those with an answer, and those that may still come. */
static bool is_listed(const struct plain *plain, size_t question)
{
	return was_asked(plain, question) ||
	       outcomes_matters(interview_outcomes(plain->interview), question);
}

size_t plain_find_listed(const struct plain *plain, size_t number)
{
	const struct pack *pack = interview_pack(plain->interview);
	for (size_t i = 0; number && i < pack->question_count; i++) {
		number -= is_listed(plain, i);
		if (!number)
			return i;
	}
	return PACK_NO_QUESTION;
}

size_t plain_number_listed(const struct plain *plain, size_t question)
{
	size_t number = 0;
	for (size_t i = 0; i <= question; i++)
		number += is_listed(plain, i);
	return number;
}

static void add_answer(const struct plain *plain, size_t question, struct text *words)
{
	const struct pack *pack = interview_pack(plain->interview);
	if (was_asked(plain, question))
		wording_add_answer(words, pack, &pack->questions[question],
			interview_answer(plain->interview, question));
	else
		/* TRANSLATORS: of a question without an answer: it is the one asked at the moment;
		 * or it may be asked later. */
		text_add(words, question == interview_question(plain->interview)
					? _("Asked now")
					: _("May still come"));
}

static void show_answer(struct plain *plain, size_t question, size_t number)
{
	const struct pack *pack = interview_pack(plain->interview);
	struct text words;
	text_init(&words);
	add_answer(plain, question, &words);
	/* TRANSLATORS: a number, a question, and the answer to it */
	plain_say(plain,
		interview_is_parked(plain->interview, question) ? _("%zu. %s – %s (not used)")
								: _("%zu. %s – %s"),
		number, languages_pack_text(pack, pack->questions[question].ask), words.bytes);
	text_destroy(&words);
}

static void say_answers(struct plain *plain, const void *subject)
{
	(void)subject;
	const struct pack *pack = interview_pack(plain->interview);
	size_t number = 0;
	bool parked = false;
	for (size_t i = 0; i < pack->question_count; i++) {
		if (is_listed(plain, i))
			show_answer(plain, i, ++number);
		parked |= interview_is_parked(plain->interview, i);
	}
	if (parked)
		/* TRANSLATORS: why "(not used)" stands beside some answers. */
		plain_say(plain, _("Not used: it cannot change anything now."));
	if (number)
		plain_say(plain, _("Type \"change\" and a number to change an answer."));
	else
		plain_say(plain, _("Nothing is answered yet."));
}

void plain_show_answers(struct plain *plain)
{
	plain_say_in_each(plain, true, say_answers, NULL);
}

static void show_source(struct plain *plain, const struct citation *citation)
{
	const struct pack *pack = interview_pack(plain->interview);
	if (!citation->source)
		return;
	const char *title = languages_pack_text(pack, citation->source->title);
	if (citation->at)
		/* TRANSLATORS: the title of a source, and a place in it, as in "P3" */
		plain_say(plain, _("Source: %s, %s"), title, citation->at);
	else
		plain_say(plain, _("Source: %s"), title);
}

static void say_help(struct plain *plain, const void *subject)
{
	const struct pack *pack = interview_pack(plain->interview);
	const struct question *asked = subject;
	plain_say(plain, "%s", languages_pack_text(pack, asked->ask));
	if (asked->help)
		plain_say(plain, "%s", languages_pack_text(pack, asked->help));
	if (asked->why)
		plain_say(plain, _("Why: %s"), languages_pack_text(pack, asked->why));
	show_source(plain, &asked->citation);
}

void plain_show_help(struct plain *plain)
{
	const struct pack *pack = interview_pack(plain->interview);
	size_t question = interview_question(plain->interview);
	if (question != PACK_NO_QUESTION)
		plain_say_in_each(plain, true, say_help, &pack->questions[question]);
	plain_list_commands(plain);
}
