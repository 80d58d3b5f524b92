#include "plain_private.h"

#include "draft.h"
#include "languages.h"

#include <stdlib.h>

static bool is_word(const struct plain *plain, const char *word)
{
	return plain_is_word(plain->line.bytes, word);
}

static void say_offer(struct plain *plain, size_t offer, bool only)
{
	struct text moment;
	unsigned long answers = draft_offer_answers(plain->draft, offer);
	text_init(&moment);
	draft_add_moment(plain->draft, offer, plain->options->moment.date, &moment);
	if (only)
		/* TRANSLATORS: %s is a time, or a day and a time. */
		plain_say(plain,
			ngettext("The screening of %s was not finished (%lu answer).",
				"The screening of %s was not finished (%lu answers).", answers),
			moment.bytes, answers);
	else
		/* TRANSLATORS: a number, a time (or a day and a time), and how many answers. */
		plain_say(plain, ngettext("%zu. %s (%lu answer)", "%zu. %s (%lu answers)", answers),
			offer + 1, moment.bytes, answers);
	text_destroy(&moment);
}

static void say_offers(struct plain *plain)
{
	size_t offers = draft_offers(plain->draft);
	plain_say_blank(plain, 1);
	if (offers > 1)
		plain_say(plain, _("Several screenings were not finished:"));
	for (size_t i = 0; i < offers; i++)
		say_offer(plain, i, offers == 1);
	/* TRANSLATORS: the words in quotation marks are typed; the English ones work too. */
	plain_say(plain, "%s",
		offers == 1 ? _("Type \"go on\" to go on with it, \"new\" to leave it and start "
				"anew, or \"erase\" to erase it and start anew.")
			    : _("Type a number to go on with that one, \"new\" to leave them and "
				"start anew, or \"erase\" to erase all of them and start anew."));
}

/* Returns the offer that was typed, by its number or as the only one; none: the count of them. */
static size_t find_offer(const struct plain *plain)
{
	char *end;
	size_t offers = draft_offers(plain->draft);
	unsigned long number = strtoul(plain->line.bytes, &end, 10);
	if (offers == 1 && is_word(plain, N_("go on")))
		return 0;
	if (end == plain->line.bytes || *end || number < 1 || number > offers)
		return offers;
	return number - 1;
}

static enum plain_course go_on(struct plain *plain, size_t offer)
{
	if (draft_go_on(plain->draft, offer, plain->interview))
		return PLAIN_ASK;
	plain_say(plain, _("That screening cannot be gone on with any more."));
	draft_look(plain->draft);
	return PLAIN_ASK;
}

static enum plain_course erase(struct plain *plain)
{
	enum plain_course course;
	unsigned long offers = draft_offers(plain->draft);
	plain_say(plain,
		ngettext("Erase the answers of %lu screening? They cannot be brought back. Type "
			 "\"yes\" to erase them, or anything else to go back.",
			"Erase the answers of %lu screenings? They cannot be brought back. Type "
			"\"yes\" to erase them, or anything else to go back.",
			offers),
		offers);
	if (!plain_read(plain, &course))
		return course == PLAIN_FAILED ? course : PLAIN_ASK;
	if (is_word(plain, N_("yes")))
		draft_erase(plain->draft);
	return PLAIN_ASK;
}

/* Does what was typed. PLAIN_ASK says the offers again, where there still are any. */
static enum plain_course follow(struct plain *plain)
{
	enum plain_course course;
	if (!plain_read(plain, &course))
		return course;
	size_t offer = find_offer(plain);
	if (offer < draft_offers(plain->draft))
		return go_on(plain, offer);
	if (is_word(plain, N_("erase")))
		return erase(plain);
	if (is_word(plain, N_("new")))
		draft_leave(plain->draft);
	else if (!plain_obey(plain, &course))
		plain_say(plain, _("This is none of these words."));
	else
		return course;
	return PLAIN_ASK;
}

enum plain_course plain_offer_drafts(struct plain *plain)
{
	enum plain_course course = PLAIN_ASK;
	while (plain->draft && draft_offers(plain->draft) &&
		(course == PLAIN_ASK || course == PLAIN_READ)) {
		if (course == PLAIN_ASK)
			say_offers(plain);
		course = follow(plain);
	}
	return course == PLAIN_READ ? PLAIN_ASK : course;
}

void plain_say_drafts(struct plain *plain)
{
	static void (*const adders[])(const struct draft *draft, struct text *words) = {
		draft_add_trouble, draft_add_refusals, draft_add_open};
	struct text words;
	if (!plain->draft)
		return;
	text_init(&words);
	for (size_t i = 0; i < sizeof adders / sizeof adders[0]; i++) {
		text_clear(&words);
		adders[i](plain->draft, &words);
		if (words.length)
			plain_say(plain, "%s", words.bytes);
	}
	text_destroy(&words);
}

void plain_keep(struct plain *plain)
{
	struct text words;
	if (!plain->draft || draft_keep(plain->draft, plain->interview))
		return;
	text_init(&words);
	draft_add_trouble(plain->draft, &words);
	plain_say(plain, "%s", words.bytes);
	text_destroy(&words);
}
