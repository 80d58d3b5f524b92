/* All answers on one screen: those given, those kept but not used, and the questions to come. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>

enum {
	ONE_ROW = 96, /* columns from which on question and answer stand beside each other */
	MARK = 2,
	INDENT = 4, /* of an answer that stands under its question */
};

static bool is_listed(const struct ui *ui, size_t question)
{
	return interview_answer(ui->interview, question)->status != ANSWER_NOT_ASKED ||
	       outcomes_matters(interview_outcomes(ui->interview), question);
}

static void enter(struct ui *ui)
{
	size_t count = 0, chosen = 0;
	ui->answer_questions = memory_new(ui->pack->question_count, sizeof *ui->answer_questions);
	for (size_t i = 0; i < ui->pack->question_count; i++) {
		if (!is_listed(ui, i))
			continue;
		if (i == interview_question(ui->interview))
			chosen = count;
		ui->answer_questions[count++] = i;
	}
	list_start(&ui->answers, count, chosen);
}

static void leave(struct ui *ui)
{
	free(ui->answer_questions);
	ui->answer_questions = NULL;
}

static void add_answer(const struct ui *ui, size_t question, struct text *text)
{
	struct text answer;
	text_init(&answer);
	wording_add_answer(&answer, ui->pack, &ui->pack->questions[question],
		interview_answer(ui->interview, question));
	if (interview_is_parked(ui->interview, question))
		/* TRANSLATORS: an answer that is kept, but makes no difference now. */
		text_format(text, _("%s (not used)"), answer.bytes);
	else
		text_add(text, answer.bytes);
	text_destroy(&answer);
}

static void draw_line(const struct ui *ui, const struct area *area, int row, size_t line, int rows)
{
	size_t question = ui->answer_questions[line];
	bool chosen = ui->answers.chosen == line;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_PLAIN;
	int left = rows == 1 ? area->left + area->columns * 2 / 3 : area->left + INDENT;
	int right = area->left + area->columns;
	struct text answer;
	text_init(&answer);
	add_answer(ui, question, &answer);
	if (chosen) {
		for (int i = 0; i < rows; i++)
			paint_blanks(row + i, area->left, area->columns, style);
		paint_text(row, area->left, MARK, style, ">");
		paint_cursor(row, area->left + MARK);
	}
	paint_text(row, area->left + MARK, (rows == 1 ? left - 1 : right) - area->left - MARK,
		style, languages_pack_text(ui->pack, ui->pack->questions[question].ask));
	paint_text(row + rows - 1, left, right - left, chosen ? style : THEME_STRONG, answer.bytes);
	text_destroy(&answer);
}

static int rows_a_line(const struct area *area)
{
	return area->columns >= ONE_ROW ? 1 : 2;
}

static void draw(struct ui *ui, const struct area *area)
{
	int each = rows_a_line(area);
	int head = paint_paragraph(
		area, area->top, 2, THEME_STRONG, _("Answers: choose one to change it"));
	int shown = (area->rows - head) / each;
	ui->answers_top = area->top + head;
	list_scroll(&ui->answers, ui->answers.count, ui->answers.chosen, (size_t)shown);
	for (int i = 0; i < shown && ui->answers.top + (size_t)i < ui->answers.count; i++)
		draw_line(ui, area, ui->answers_top + i * each, ui->answers.top + (size_t)i, each);
	struct text position;
	text_init(&position);
	text_format(&position, _("%zu of %zu"), ui->answers.chosen + 1, ui->answers.count);
	paint_right(area, area->top, THEME_QUIET, position.bytes);
	text_destroy(&position);
}

static void change(struct ui *ui)
{
	interview_visit(ui->interview, ui->answer_questions[ui->answers.chosen]);
	screen_show_interview(ui);
}

static void click(struct ui *ui, int row)
{
	struct area whole = paint_screen();
	int line = (row - ui->answers_top) / rows_a_line(&whole);
	if (row < ui->answers_top || ui->answers.top + (size_t)line >= ui->answers.count)
		return;
	size_t clicked = ui->answers.top + (size_t)line;
	if (ui->answers.chosen == clicked)
		change(ui);
	else
		ui->answers.chosen = clicked;
}

static void press(struct ui *ui, const struct press *press)
{
	if (press->key == PRESS_CLICK)
		click(ui, press->row);
	else
		list_press(&ui->answers, press->key, (size_t)(paint_screen().rows / 2));
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Change"), change, NULL},
	{PRESS_NONE, N_("Esc F3 F4"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F4, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_answers = {
	.name = "answers",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};
