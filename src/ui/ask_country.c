/* Questions for a country: a list that narrows while a name is typed. */
#include "question.h"

#include "bidi.h"
#include "gettext.h"
#include "languages.h"

#include <string.h>

static void find(struct question_view *view)
{
	view->lines = country_search_find(view->search, view->field.text.bytes, view->countries);
}

static size_t start(struct question_view *view, const struct answer *answer)
{
	if (!view->search)
		view->search = country_search_new(speakers_client());
	find(view);
	if (answer->status != ANSWER_GIVEN)
		return LIST_NONE;
	for (size_t i = 0; i < view->lines; i++)
		if (view->countries[i].country == answer->country)
			return i;
	return LIST_NONE;
}

/* What is typed stays, and the choice with it where there still is such a line. */
static void reword(struct question_view *view)
{
	struct list before = view->list;
	country_search_free(view->search);
	view->search = country_search_new(speakers_client());
	find(view);
	size_t count = view->lines + QUESTION_WAYS_OUT;
	list_start(&view->list, count, before.chosen < count ? before.chosen : LIST_NONE);
}

/* The best one is chosen as soon as something is typed. */
static void typed(struct question_view *view)
{
	find(view);
	bool any = view->field.text.length > 0 && view->lines > 0;
	list_start(&view->list, view->lines + QUESTION_WAYS_OUT, any ? 0 : LIST_NONE);
}

/* The code first: it is searched too, and all the names then begin in one column. */
static void add_code(const struct question_view *view, size_t line, struct text *text)
{
	text_format(text, "%s  ", country_code(view->countries[line].country));
}

/* The country's name in the client's language. */
static const char *client_name(unsigned country)
{
	enum speaker before = speakers_turn(SPEAKER_CLIENT);
	const char *name = languages_country(country);
	speakers_turn(before);
	return name;
}

/* What stands beside a name, where it is another: the one by which the country was found, or the
 * English one where but one language is shown. Of two, it stands beside the first. */
static const char *choose_beside(const struct country_found *found)
{
	if (speakers_view() != SPEAKERS_BOTH)
		return found->name ? found->name : languages_country_english(found->country);
	if (speakers_speaking() == SPEAKER_CLIENT || !found->name ||
		strcmp(found->name, client_name(found->country)) == 0)
		return NULL;
	return found->name;
}

static void add_name(const struct question_view *view, size_t line, struct text *text)
{
	const struct country_found *found = &view->countries[line];
	const char *name = languages_country(found->country);
	const char *beside = choose_beside(found);
	text_format(text, BIDI_APART "%s" BIDI_APART_END, name);
	if (beside && strcmp(name, beside) != 0)
		text_format(text, " (" BIDI_APART "%s" BIDI_APART_END ")", beside);
}

static void add_count(const struct question_view *view, struct text *text)
{
	unsigned long count = view->lines;
	if (count == 0)
		text_add(text, _("No such country"));
	else if (country_found_nearly(&view->countries[0]))
		/* TRANSLATORS: countries whose names are almost what was typed. */
		text_format(text, ngettext("%lu similar name", "%lu similar names", count), count);
	else
		text_format(text, ngettext("%lu country", "%lu countries", count), count);
}

static bool take(struct question_view *view, struct answer *answer)
{
	if (view->list.chosen == LIST_NONE) {
		text_add(&view->message,
			view->lines == 0 ? _("No country has a name or code like that. Type less "
					     "of it, or its English name.")
					 : _("Type a part of the country's name, or choose a "
					     "line."));
		return false;
	}
	*answer = answer_of_country(view->countries[view->list.chosen].country);
	return true;
}

const struct ask ask_country = {
	.has_field = true,
	.is_long = true,
	.start = start,
	.typed = typed,
	.add_mark = add_code,
	.add_line = add_name,
	.add_count = add_count,
	.take = take,
	.reword = reword,
};
