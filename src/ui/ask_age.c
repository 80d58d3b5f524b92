/* Questions for an age: a number, a date of birth or a range that is typed, or one of the ranges
 * that the pack's conditions tell apart. */
#include "question.h"

#include "gettext.h"
#include "wording.h"

#include <string.h>

/* The ranges between the limits that the pack uses: one more than limits, or none without any. */
static size_t find_ranges(const struct question_view *view, struct answer ranges[])
{
	unsigned limits[PACK_AGE_LIMIT];
	size_t question = (size_t)(view->question - view->pack->questions);
	size_t count = pack_age_limits(view->pack, question, limits);
	unsigned from = 0;
	if (count == 0)
		return 0;
	for (size_t i = 0; i < count; i++) {
		ranges[i] = answer_of_years(from, limits[i] - 1);
		from = limits[i];
	}
	ranges[count] = answer_of_years(from, PACK_AGE_LIMIT);
	return count + 1;
}

/* An answer that is one of the ranges is their line; another one stands in the field. */
static size_t start(struct question_view *view, const struct answer *answer)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	view->lines = find_ranges(view, ranges);
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
	return LIST_NONE;
}

/* What is typed is only looked at when it is taken: half of it need not make sense. */
static void typed(struct question_view *view)
{
	(void)view;
}

static void add_range(const struct question_view *view, size_t line, struct text *text)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	find_ranges(view, ranges);
	wording_add_answer(text, view->pack, view->question, &ranges[line]);
}

static void add_note(const struct question_view *view, struct text *text)
{
	(void)view;
	text_add(text, _("Years, a range like 16-17, or a date of birth (not kept)."));
}

/* A date written DD-MM-YYYY as the YYYY-MM-DD that answers have; anything else as it is. */
static void put_in_order(const char *typed_text, size_t length, char *entry)
{
	static const unsigned char order[10] = {6, 7, 8, 9, 5, 3, 4, 2, 0, 1};
	bool is_date = length == 10 && typed_text[2] == '-' && typed_text[5] == '-';
	for (size_t i = 0; i < length; i++)
		entry[i] = typed_text[is_date ? order[i] : i];
	entry[length] = '\0';
}

static void say_fault(
	struct question_view *view, enum answer_fault fault, const char *words, size_t length)
{
	struct text entry, sentence;
	text_init(&entry);
	text_init(&sentence);
	text_add_bytes(&entry, words, length);
	wording_add_fault(&sentence, view->question, fault, entry.bytes);
	/* TRANSLATORS: what went wrong, as a sentence. */
	text_format(&view->message, _("%s."), sentence.bytes);
	text_destroy(&entry);
	text_destroy(&sentence);
}

static bool read_entry(
	struct question_view *view, const char *words, size_t length, struct answer *answer)
{
	char entry[EDIT_LIMIT + 1];
	enum answer_fault fault;
	put_in_order(words, length, entry);
	fault = answer_parse(view->question, entry, length, view->today, answer);
	explicit_bzero(entry, length);
	if (fault == ANSWER_FINE && answer->status == ANSWER_GIVEN)
		return true;
	if (fault == ANSWER_FINE)
		fault = ANSWER_FAULT_AGE;
	say_fault(view, fault, words, length);
	return false;
}

static bool take(struct question_view *view, struct answer *answer)
{
	struct answer ranges[PACK_AGE_LIMIT + 1], read;
	const char *words = view->field.text.bytes;
	size_t length = view->field.text.length;
	if (view->list.chosen != LIST_NONE) {
		find_ranges(view, ranges);
		*answer = ranges[view->list.chosen];
		return true;
	}
	while (length > 0 && *words == ' ')
		words++, length--;
	while (length > 0 && words[length - 1] == ' ')
		length--;
	if (length == 0) {
		text_add(&view->message, _("Type an age, or choose a line."));
		return false;
	}
	if (!read_entry(view, words, length, &read))
		return false;
	*answer = read;
	return true;
}

const struct ask ask_age = {
	.has_field = true,
	.start = start,
	.typed = typed,
	.add_line = add_range,
	.add_note = add_note,
	.take = take,
};
