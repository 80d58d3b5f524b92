/* Questions with options: one of them, or any number. */
#include "question.h"

#include "gettext.h"
#include "wording.h"

/* None is chosen at first: one Enter too many must not answer the next question. */
static size_t start_option(struct question_view *view, const struct answer *answer)
{
	view->lines = view->question->option_count;
	if (answer->status != ANSWER_GIVEN)
		return LIST_NONE;
	for (size_t i = 0; i < view->lines; i++)
		if (answer->options >> i & 1)
			return i;
	return LIST_NONE;
}

static size_t start_options(struct question_view *view, const struct answer *answer)
{
	size_t first = start_option(view, answer);
	if (answer->status == ANSWER_GIVEN)
		view->ticked = answer->options;
	return first == LIST_NONE ? 0 : first;
}

static void add_option(const struct question_view *view, size_t line, struct text *text)
{
	text_add(text, wording_option(view->pack, view->question, line));
}

static void add_ticked(const struct question_view *view, struct text *text)
{
	unsigned long ticked = (unsigned long)__builtin_popcountll(view->ticked);
	if (ticked == 0)
		/* TRANSLATORS: the answer to "which of these?" while no line is ticked. */
		text_add(text, _("Nothing ticked: none of these."));
	else
		text_format(text, ngettext("%lu ticked.", "%lu ticked.", ticked), ticked);
}

static bool take_option(struct question_view *view, struct answer *answer)
{
	if (view->list.chosen == LIST_NONE) {
		text_add(&view->message, _("Choose a line first: press its digit, or move to it."));
		return false;
	}
	*answer = answer_of_option(view->list.chosen);
	return true;
}

static bool take_options(struct question_view *view, struct answer *answer)
{
	*answer = (struct answer){.status = ANSWER_GIVEN, .options = view->ticked};
	return true;
}

const struct ask ask_option = {
	.start = start_option,
	.add_line = add_option,
	.take = take_option,
};

const struct ask ask_options = {
	.ticks = true,
	.start = start_options,
	.add_line = add_option,
	.add_note = add_ticked,
	.take = take_options,
};
