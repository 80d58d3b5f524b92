/* Questions for an age: typed as age_entry reads it, or one of the ranges that the pack's
 * conditions tell apart. */
#include "question.h"

#include "age_entry.h"
#include "gettext.h"
#include "wording.h"

#include <string.h>

static struct age_entry read_field(const struct question_view *view)
{
	return age_entry_read(view->pack, view->question, view->field.text.bytes, view->today);
}

/* Half of an entry need not make sense: what is wrong is only said when it is taken. */
static void typed(struct question_view *view)
{
	struct age_entry entry = read_field(view);
	view->note_matters = entry.day != 0 || (entry.undecided && entry.of_birth);
	explicit_bzero(&entry, sizeof entry);
}

/* An answer that is one of the ranges is their line; another one stands in the field. */
static size_t start(struct question_view *view, const struct answer *answer)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	view->lines = age_entry_ranges(view->pack, view->question, ranges);
	if (answer->status != ANSWER_GIVEN)
		return LIST_NONE;
	for (size_t i = 0; i < view->lines; i++)
		if (answer_equal(view->question, answer, &ranges[i]))
			return i;
	struct text entry;
	text_init(&entry);
	answer_write(view->question, answer, &entry);
	edit_set(&view->field, entry.bytes);
	text_destroy(&entry);
	typed(view);
	return LIST_NONE;
}

static void add_range(const struct question_view *view, size_t line, struct text *text)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	age_entry_ranges(view->pack, view->question, ranges);
	wording_add_answer(text, view->pack, view->question, &ranges[line]);
}

/* How what is typed is read, beside it; unless a line is chosen instead. */
static void add_reading(const struct question_view *view, struct text *text)
{
	if (view->list.chosen != LIST_NONE)
		return;
	struct age_entry entry = read_field(view);
	if (!entry.fault)
		wording_add_answer(text, view->pack, view->question, &entry.answer);
	explicit_bzero(&entry, sizeof entry);
}

static void add_note(const struct question_view *view, struct text *text)
{
	struct age_entry entry = read_field(view);
	if (entry.undecided && entry.of_birth)
		text_add(text, _("Type the day and the month too, or choose a line below."));
	else if (entry.day)
		age_entry_add_order(text, &entry);
	else
		/* TRANSLATORS: how one can answer; %s is a date such as 23-11-2008. */
		text_format(text, _("Age, date (%s) or year of birth. Only years are kept."),
			age_entry_example());
	explicit_bzero(&entry, sizeof entry);
}

static void say_fault(struct question_view *view, enum age_entry_fault fault)
{
	if (fault == AGE_ENTRY_NONE)
		text_add(&view->message, _("Type an age, or choose a line."));
	else
		age_entry_add_fault(&view->message, fault, view->field.text.bytes);
}

static bool take(struct question_view *view, struct answer *answer)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	if (view->list.chosen != LIST_NONE) {
		age_entry_ranges(view->pack, view->question, ranges);
		*answer = ranges[view->list.chosen];
		return true;
	}
	struct age_entry entry = read_field(view);
	bool fine = entry.fault == AGE_ENTRY_FINE;
	if (fine)
		*answer = entry.answer;
	else
		say_fault(view, entry.fault);
	explicit_bzero(&entry, sizeof entry);
	return fine;
}

const struct ask ask_age = {
	.has_field = true,
	.start = start,
	.typed = typed,
	.add_line = add_range,
	.add_note = add_note,
	.add_count = add_reading,
	.take = take,
};
