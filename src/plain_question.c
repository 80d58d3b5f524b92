#include "plain_private.h"

#include "age_entry.h"
#include "languages.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

static const struct question *get(const struct plain *plain, size_t question)
{
	return &interview_pack(plain->interview)->questions[question];
}

static void show_options(struct plain *plain, size_t question)
{
	const struct pack *pack = interview_pack(plain->interview);
	const struct question *asked = get(plain, question);
	for (size_t i = 0; i < asked->option_count; i++)
		plain_say(plain, "%zu. %s", i + 1, wording_option(pack, asked, i));
}

static void show_nothing(struct plain *plain, size_t question)
{
	(void)plain, (void)question;
}

/* The ranges of age that the pack tells apart, as in "under 18, 18 or over". */
static void show_ranges(struct plain *plain, const struct question *question)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	const struct pack *pack = interview_pack(plain->interview);
	size_t count = age_entry_ranges(pack, question, ranges);
	struct text words;
	text_init(&words);
	for (size_t i = 0; i < count; i++) {
		if (i)
			text_add(&words, _(", "));
		wording_add_answer(&words, pack, question, &ranges[i]);
	}
	if (count)
		/* TRANSLATORS: ranges of age, as in "under 18, 18 or over" */
		plain_say(plain, _("A range is enough: %s."), words.bytes);
	text_destroy(&words);
}

static void show_age(struct plain *plain, size_t question)
{
	show_ranges(plain, get(plain, question));
	/* TRANSLATORS: %s is a date such as 23-11-2008. */
	plain_say(plain,
		_("Type the age in years, as in 17, a range, as in 16-17, a date of birth, as in "
		  "%s, or only the year of birth. Only the years are kept."),
		age_entry_example());
}

/* How each type of question is answered here. */
static const struct {
	void (*show)(struct plain *plain, size_t question);
	const char *how; /* NULL where `show` says it */
} types[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = {show_nothing, N_("Type the country's name, or a part of it, or its "
					       "code, as in RO.")},
	[QUESTION_AGE] = {show_age, NULL},
	[QUESTION_YES_NO] = {show_options, N_("Type a number or a word.")},
	[QUESTION_CHOICE] = {show_options, N_("Type a number or the words.")},
	[QUESTION_CHOICES] = {show_options, N_("Type the numbers of all that fit, as in 1+2, or - "
					       "for none of them.")},
};

static void show_progress(struct plain *plain, size_t question)
{
	const struct answer *answer = interview_answer(plain->interview, question);
	unsigned long asked = interview_asked(plain->interview) + 1;
	unsigned long left = interview_left(plain->interview);
	if (answer->status != ANSWER_NOT_ASKED)
		/* TRANSLATORS: a question that was answered before, to change its answer */
		plain_say(plain, _("Question %zu again"), plain_number_listed(plain, question));
	else if (left)
		plain_say(plain,
			ngettext("Question %lu, at most %lu more", "Question %lu, at most %lu more",
				left),
			asked, left);
	else
		plain_say(plain, _("Question %lu, the last one"), asked);
}

static void show_kept(struct plain *plain, size_t question)
{
	const struct answer *answer = interview_answer(plain->interview, question);
	if (answer->status == ANSWER_NOT_ASKED)
		return;
	struct text words;
	text_init(&words);
	wording_add_answer(&words, interview_pack(plain->interview), get(plain, question), answer);
	plain_say(plain, _("The answer so far: %s. Press Enter to keep it."), words.bytes);
	text_destroy(&words);
}

static void say_question(struct plain *plain, const void *subject)
{
	size_t question = *(const size_t *)subject;
	const struct pack *pack = interview_pack(plain->interview);
	const struct question *asked = get(plain, question);
	show_progress(plain, question);
	plain_say(plain, "%s", languages_pack_text(pack, asked->ask));
	if (asked->why)
		plain_say(plain, _("Why: %s"), languages_pack_text(pack, asked->why));
	if (asked->sensitive)
		plain_say(plain, _("This need not be answered."));
	types[asked->type].show(plain, question);
	if (types[asked->type].how)
		plain_say(plain, "%s", _(types[asked->type].how));
	show_kept(plain, question);
}

void plain_show_question(struct plain *plain, size_t question)
{
	plain_say_blank(plain, 1);
	plain_say_in_each(plain, true, say_question, &question);
}
