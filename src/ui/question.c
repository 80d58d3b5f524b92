#include "question.h"

#include "languages.h"
#include "press.h"
#include "wording.h"

#include <string.h>

static const struct ask *const asks[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = &ask_country,
	[QUESTION_AGE] = &ask_age,
	[QUESTION_YES_NO] = &ask_option,
	[QUESTION_CHOICE] = &ask_option,
	[QUESTION_CHOICES] = &ask_options,
};

/* In the order in which they are shown. */
static const enum answer_status ways_out[QUESTION_WAYS_OUT] = {
	ANSWER_NOT_KNOWN, ANSWER_NOT_SAID, ANSWER_NOT_NOW};

enum { NUMBERED = 9 }; /* lines that a digit stands for */

void question_view_init(struct question_view *view, const struct pack *pack, struct date today)
{
	*view = (struct question_view){.pack = pack, .today = today};
	edit_init(&view->field);
	text_init(&view->message);
	pair_init(&view->fault);
}

void question_view_clear(struct question_view *view)
{
	edit_destroy(&view->field);
	text_destroy(&view->message);
	pair_destroy(&view->fault);
	view->note_matters = false;
	explicit_bzero(&view->ticked, sizeof view->ticked);
	explicit_bzero(view->countries, sizeof view->countries);
	list_start(&view->list, 0, LIST_NONE);
}

void question_view_destroy(struct question_view *view)
{
	question_view_clear(view);
	country_search_free(view->search);
	view->search = NULL;
}

/* The line of the way in which the question was left, or what the question's type chose. */
static size_t choose_line(
	const struct question_view *view, const struct answer *answer, size_t by_type)
{
	for (size_t i = 0; i < QUESTION_WAYS_OUT; i++)
		if (answer->status == ways_out[i])
			return view->lines + i;
	return by_type;
}

void question_view_start(struct question_view *view, size_t question, const struct answer *answer)
{
	question_view_clear(view);
	view->question = &view->pack->questions[question];
	view->ask = asks[view->question->type];
	view->clicked = LIST_NONE;
	size_t chosen = view->ask->start(view, answer);
	list_start(&view->list, view->lines + QUESTION_WAYS_OUT, choose_line(view, answer, chosen));
	view->list.may_be_none = view->ask->has_field;
}

/* From the lines to answer with to the ways out, and back to the first line or the field. */
static bool press_tab(struct question_view *view, int key)
{
	struct list *list = &view->list;
	if (key != PRESS_TAB)
		return false;
	bool among_lines = list->chosen == LIST_NONE || list->chosen < view->lines;
	size_t first = view->ask->has_field ? LIST_NONE : 0;
	list->chosen = among_lines ? view->lines : first;
	return true;
}

static bool press_list(struct question_view *view, int key)
{
	return list_press(&view->list, key, view->layout.page ? view->layout.page : 1);
}

static bool press_field(struct question_view *view, int key)
{
	bool changed;
	if (!view->ask->has_field || !edit_press(&view->field, key, &changed))
		return false;
	if (changed) {
		view->list.chosen = LIST_NONE;
		view->ask->typed(view);
	}
	return true;
}

static void tick(struct question_view *view, size_t line)
{
	if (view->ask->ticks && line < view->lines)
		view->ticked ^= UINT64_C(1) << line;
}

/* A digit chooses a line, and ticks it where lines are ticked. */
static bool press_digit(struct question_view *view, int key)
{
	size_t line = (size_t)(key - '1');
	if (view->ask->has_field || key < '1' || line >= view->lines || line >= NUMBERED)
		return false;
	view->list.chosen = line;
	tick(view, line);
	return true;
}

static bool press_space(struct question_view *view, int key)
{
	if (key != ' ' || !view->ask->ticks)
		return false;
	tick(view, view->list.chosen);
	return true;
}

/* The signs that files have for the ways out. */
static bool press_sign(struct question_view *view, int key)
{
	for (size_t i = 0; i < QUESTION_WAYS_OUT; i++) {
		if (key == *answer_status_sign(ways_out[i])) {
			view->list.chosen = view->lines + i;
			return true;
		}
	}
	return false;
}

static void forget_fault(struct question_view *view)
{
	text_clear(&view->message);
	text_clear(&view->fault.first);
	text_clear(&view->fault.second);
}

bool question_view_press(struct question_view *view, int key)
{
	static bool (*const takers[])(struct question_view * view, int key) = {
		press_tab, press_list, press_digit, press_space, press_sign, press_field};
	for (size_t i = 0; i < sizeof takers / sizeof takers[0]; i++) {
		if (takers[i](view, key)) {
			forget_fault(view);
			return true;
		}
	}
	return false;
}

/* What was entered, and is no answer. */
struct refusal {
	struct question_view *view;
};

static void add_fault(const void *subject, struct text *text)
{
	const struct refusal *refusal = subject;
	struct question_view *view = refusal->view;
	struct answer none;
	text_clear(&view->message);
	if (!view->ask->take(view, &none))
		text_add(text, view->message.bytes);
}

bool question_view_take(struct question_view *view, struct answer *answer)
{
	const struct refusal refusal = {view};
	size_t chosen = view->list.chosen;
	forget_fault(view);
	if (chosen == LIST_NONE || chosen < view->lines) {
		if (view->ask->take(view, answer))
			return true;
		pair_fill(&view->fault, add_fault, &refusal);
		return false;
	}
	*answer = answer_of_status(ways_out[chosen - view->lines]);
	return true;
}

void question_view_reword(struct question_view *view)
{
	forget_fault(view);
	if (view->ask && view->ask->reword)
		view->ask->reword(view);
}

void question_view_add_mark(const struct question_view *view, size_t line, struct text *text)
{
	if (line >= view->lines)
		text_format(text, "%s  ", answer_status_sign(ways_out[line - view->lines]));
	else if (view->ask->add_mark)
		view->ask->add_mark(view, line, text);
	else if (!view->ask->has_field && line < NUMBERED)
		text_format(text, "%zu  ", line + 1);
	else if (!view->ask->has_field)
		text_add(text, "   ");
	if (view->ask->ticks && line < view->lines)
		text_add(text, view->ticked >> line & 1 ? "[x] " : "[ ] ");
}

void question_view_add_words(const struct question_view *view, size_t line, struct text *text)
{
	if (line >= view->lines)
		text_add(text, wording_status(ways_out[line - view->lines]));
	else
		view->ask->add_line(view, line, text);
}
