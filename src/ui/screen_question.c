/* The question that the interview is at. */
#include "screen.h"

#include "gettext.h"
#include "question_draw.h"
#include "question_lines.h"

#include <string.h>

static void enter(struct ui *ui)
{
	size_t question = interview_question(ui->interview);
	question_view_start(&ui->question, question, interview_answer(ui->interview, question));
}

static void leave(struct ui *ui)
{
	question_view_clear(&ui->question);
	ui->visit.active = false;
}

static void reword(struct ui *ui)
{
	question_view_reword(&ui->question);
}

static bool was_asked(const struct ui *ui, size_t question)
{
	return interview_answer(ui->interview, question)->status != ANSWER_NOT_ASKED &&
	       !interview_is_parked(ui->interview, question);
}

/* How many of the questions from `from` up to but not including `to` were asked and are in use. */
static size_t count_asked(const struct ui *ui, size_t from, size_t to)
{
	size_t asked = 0;
	for (size_t i = from; i < to; i++)
		asked += was_asked(ui, i);
	return asked;
}

static void draw(struct ui *ui, const struct area *area)
{
	size_t question = interview_question(ui->interview);
	const struct question_place place = {
		.number = count_asked(ui, 0, question) + 1,
		.after = count_asked(ui, question + 1, ui->pack->question_count),
		.left = interview_left(ui->interview),
		.past_review = pack_is_past_review(ui->pack, ui->settings->moment.date),
		.not_exact = !outcomes_are_exact(interview_outcomes(ui->interview)) &&
			     count_asked(ui, 0, question) == 0,
	};
	const struct area left = panel_draw(&ui->panel, interview_outcomes(ui->interview), area);
	question_draw(&ui->question, &left, &place);
}

static const struct answer *kept_answer(const struct ui *ui)
{
	return interview_answer(ui->interview, interview_question(ui->interview));
}

/* Whether what the answer does is shown first: it replaces another one, and more than the question
 * before it may hang on that. */
static bool is_to_preview(const struct ui *ui, const struct answer *answer)
{
	const struct answer *kept = kept_answer(ui);
	return kept->status != ANSWER_NOT_ASKED &&
	       !answer_equal(ui->question.question, kept, answer) &&
	       (ui->visit.active ||
		       interview_has_later(ui->interview, interview_question(ui->interview)));
}

/* From a question that had no answer the interview goes on. */
static bool goes_to_answers(const struct ui *ui)
{
	return ui->visit.active && !ui->visit.by_outcome &&
	       kept_answer(ui)->status != ANSWER_NOT_ASKED;
}

static void take(struct ui *ui)
{
	struct answer answer = {.status = ANSWER_NOT_ASKED};
	if (!question_view_take(&ui->question, &answer))
		return;
	if (is_to_preview(ui, &answer)) {
		ui->new_answer = answer;
		screen_push(ui, &screen_change);
	} else {
		screen_take(ui, &answer, goes_to_answers(ui));
	}
	explicit_bzero(&answer, sizeof answer);
}

/* The first click chooses a line, a second one on the same line takes it. */
static void click(struct ui *ui, const struct press *press)
{
	struct question_view *view = &ui->question;
	size_t line = question_line_at(view, press->row, press->column);
	if (line == LIST_NONE)
		return;
	bool again = view->clicked == line && view->list.chosen == line;
	view->clicked = line;
	view->list.chosen = line;
	if (view->ask->ticks && line < view->lines)
		question_view_press(view, ' ');
	else if (again)
		take(ui);
}

static void press(struct ui *ui, const struct press *press)
{
	if (press->key == PRESS_CLICK)
		click(ui, press);
	else
		question_view_press(&ui->question, press->key);
}

static bool has_country(const struct ui *ui)
{
	return ui->question.question->type == QUESTION_COUNTRY;
}

static bool has_age(const struct ui *ui)
{
	return ui->question.question->type == QUESTION_AGE;
}

static bool has_options(const struct ui *ui)
{
	return !ui->question.ask->has_field && !ui->question.ask->ticks;
}

static bool has_ticks(const struct ui *ui)
{
	return ui->question.ask->ticks;
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Letters"), NULL, N_("Search"), NULL, has_country},
	{PRESS_NONE, N_("Digits"), N_("0-9"), N_("Age"), NULL, has_age},
	/* TRANSLATORS: the keys that choose the line with that digit. */
	{PRESS_NONE, N_("1-9"), NULL, N_("Choose"), NULL, has_options},
	{PRESS_NONE, N_("1-9 Space"), N_("Space"), N_("Tick"), NULL, has_ticks},
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End Tab"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Next"), take, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F3, N_("F3"), NULL, N_("Back"), screen_go_back, NULL},
	{PRESS_F4, N_("F4"), NULL, N_("Answers"), screen_push_answers, NULL},
	{PRESS_F5, N_("F5"), NULL, N_("Outcome"), screen_push_outcome, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_question = {
	.name = "question",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.reword = reword,
	.draw = draw,
	.press = press,
};
