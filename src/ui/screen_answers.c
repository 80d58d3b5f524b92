/* All answers on one screen: those given, those kept but not used, and the questions to come. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>

enum {
	COLUMNS_FOR_TWO = 72, /* from here on question and answer stand beside each other */
	GAP = 2,
	HANGING = 2, /* of the rows after a question's first, where its answer stands beside it */
	INDENT = 4, /* of an answer that stands under its question */
};

static bool is_listed(const struct ui *ui, size_t question)
{
	return interview_answer(ui->interview, question)->status != ANSWER_NOT_ASKED ||
	       outcomes_matters(interview_outcomes(ui->interview), question);
}

static void enter(struct ui *ui)
{
	struct answers_view *view = &ui->answers;
	size_t room = ui->pack->question_count, count = 0, chosen = 0;
	*view = (struct answers_view){.questions = memory_new(room, sizeof *view->questions),
		.heights = memory_new(room, sizeof *view->heights)};
	for (size_t i = 0; i < room; i++) {
		if (!is_listed(ui, i))
			continue;
		if (i == interview_question(ui->interview))
			chosen = count;
		view->questions[count++] = i;
	}
	list_start(&view->list, count, chosen);
}

static void leave(struct ui *ui)
{
	free(ui->answers.questions);
	free(ui->answers.heights);
	ui->answers = (struct answers_view){.shown = 0};
}

void screen_show_answers(struct ui *ui, size_t question)
{
	struct answers_view *view = &ui->answers;
	screen_push(ui, &screen_answers);
	for (size_t i = 0; i < view->list.count; i++)
		if (view->questions[i] == question)
			view->list.chosen = i;
}

/* How an answer is told: each in words of its own, the style only helps. */
static enum theme_style add_answer(const struct ui *ui, size_t question, struct text *text)
{
	const struct answer *answer = interview_answer(ui->interview, question);
	struct text words;
	if (answer->status == ANSWER_NOT_ASKED) {
		/* TRANSLATORS: of a question without an answer: it is the one asked at the moment;
		 * or it may be asked later. */
		text_add(text, question == interview_question(ui->interview) ? _("Asked now")
									     : _("May still come"));
		return THEME_QUIET;
	}
	text_init(&words);
	wording_add_answer(&words, ui->pack, &ui->pack->questions[question], answer);
	bool parked = interview_is_parked(ui->interview, question);
	if (parked)
		/* TRANSLATORS: an answer that is kept, but makes no difference now. */
		text_format(text, _("%s (not used)"), words.bytes);
	else
		text_add(text, words.bytes);
	text_destroy(&words);
	if (parked)
		return THEME_QUIET;
	return answer->status == ANSWER_GIVEN ? THEME_STRONG : THEME_PLAIN;
}

/* Where question and answer of a line stand, from its first row on. */
struct line_layout {
	struct area question;
	struct area answer;
	int hanging;
	int rows; /* of both together */
};

/* Breaks words into rows of the area, of which those after the first hang; paints at most `most` of
 * them. Returns how many there are. */
static int flow(
	const struct area *area, int hanging, int most, enum theme_style style, const char *words)
{
	int row = 0;
	const char *whole = words;
	for (size_t shown, next; *words; words += next, row++) {
		int indent = row ? hanging : 0;
		languages_break(words, (size_t)(area->columns - indent), &shown, &next);
		if (row < most)
			paint_part(area->top + row, area->left + indent, area->columns - indent,
				style, words, shown, whole);
	}
	return row;
}

static const char *ask_of(const struct ui *ui, size_t line)
{
	size_t question = ui->answers.questions[line];
	return languages_pack_text(ui->pack, ui->pack->questions[question].ask);
}

static struct line_layout lay_out(
	const struct ui *ui, const struct area *area, size_t line, const char *answer)
{
	struct line_layout layout = {.question = *area, .answer = *area};
	bool beside = area->columns >= COLUMNS_FOR_TWO;
	int left = beside ? area->columns * 3 / 5 : INDENT;
	layout.question.left += PAINT_MARK;
	layout.question.columns = beside ? left - GAP - PAINT_MARK : area->columns - PAINT_MARK;
	layout.answer.left += left;
	layout.answer.columns = area->columns - left;
	layout.hanging = beside ? HANGING : 0;
	layout.question.rows =
		flow(&layout.question, layout.hanging, 0, THEME_PLAIN, ask_of(ui, line));
	layout.answer.rows = paint_measure(answer, layout.answer.columns);
	if (!beside) {
		layout.answer.top += layout.question.rows;
		layout.rows = layout.question.rows + layout.answer.rows;
	} else {
		layout.rows = layout.question.rows > layout.answer.rows ? layout.question.rows
									: layout.answer.rows;
	}
	return layout;
}

/* In the language spoken. */
static int measure_in(const struct ui *ui, const struct area *area, size_t line)
{
	struct text answer;
	text_init(&answer);
	add_answer(ui, ui->answers.questions[line], &answer);
	int rows = lay_out(ui, area, line, answer.bytes).rows;
	text_destroy(&answer);
	return rows;
}

static struct area part_of(const struct area *area, enum speaker speaker)
{
	return pair_is_beside(area->columns) ? pair_half(area, speaker) : *area;
}

/* In the languages shown: the rows of the taller, or of both together. */
static int measure_line(const struct ui *ui, const struct area *area, size_t line)
{
	enum speaker shown[SPEAKER_COUNT];
	size_t count = speakers_shown(shown);
	int sum = 0, most = 0;
	for (size_t i = 0; i < count; i++) {
		const struct area part = part_of(area, shown[i]);
		speakers_turn(shown[i]);
		int rows = measure_in(ui, &part, line);
		sum += rows;
		most = rows > most ? rows : most;
	}
	speakers_turn(SPEAKER_STAFF);
	return pair_is_beside(area->columns) ? most : sum;
}

/* In the language spoken, and in as many rows of the area as there are. Returns how many it takes.
 */
static int draw_in(const struct ui *ui, const struct area *area, size_t line)
{
	bool chosen = ui->answers.list.chosen == line;
	struct text answer;
	text_init(&answer);
	enum theme_style style = add_answer(ui, ui->answers.questions[line], &answer);
	struct line_layout layout = lay_out(ui, area, line, answer.bytes);
	flow(&layout.question, layout.hanging, area->rows, chosen ? THEME_CHOSEN : THEME_PLAIN,
		ask_of(ui, line));
	paint_paragraph(&layout.answer, layout.answer.top,
		area->top + area->rows - layout.answer.top, chosen ? THEME_CHOSEN : style,
		answer.bytes);
	text_destroy(&answer);
	return layout.rows;
}

static void draw_line(const struct ui *ui, const struct area *area, size_t line)
{
	enum speaker shown[SPEAKER_COUNT];
	size_t count = speakers_shown(shown);
	struct area room = *area;
	int rows = measure_line(ui, area, line);
	if (ui->answers.list.chosen == line)
		paint_chosen(area, area->top, rows < area->rows ? rows : area->rows);
	for (size_t i = 0; i < count; i++) {
		const struct area part = part_of(&room, shown[i]);
		speakers_turn(shown[i]);
		int taken = draw_in(ui, &part, line);
		if (!pair_is_beside(area->columns)) {
			room.top += taken;
			room.rows -= taken;
		}
	}
	speakers_turn(SPEAKER_STAFF);
}

static int sum_heights(const struct answers_view *view, size_t from, size_t to)
{
	int sum = 0;
	for (size_t i = from; i < to; i++)
		sum += view->heights[i];
	return sum;
}

/* The first of the lines that fit in the rows when `last` is the last of them. */
static size_t fill_upwards(const struct answers_view *view, size_t last, int rows)
{
	size_t first = last;
	rows -= view->heights[last];
	while (first > 0 && view->heights[first - 1] <= rows)
		rows -= view->heights[--first];
	return first;
}

/* Scrolls so that the line chosen is whole, and no rows are left empty that a line could fill. */
static void scroll(struct answers_view *view, int rows)
{
	struct list *list = &view->list;
	if (list->count == 0)
		return;
	size_t least = fill_upwards(view, list->chosen, rows);
	size_t most = fill_upwards(view, list->count - 1, rows);
	if (list->top > list->chosen)
		list->top = list->chosen;
	if (list->top < least)
		list->top = least;
	if (list->top > most)
		list->top = most;
}

static bool has_parked(const struct ui *ui)
{
	for (size_t i = 0; i < ui->pack->question_count; i++)
		if (interview_is_parked(ui->interview, i))
			return true;
	return false;
}

/* Returns the rows that it takes. */
static int draw_head(const struct ui *ui, const struct area *area)
{
	struct text position;
	struct area title = *area;
	struct pair words;
	/* Each language has two. */
	int most = speakers_view() == SPEAKERS_BOTH && !pair_is_beside(area->columns) ? 4 : 2;
	text_init(&position);
	pair_init(&words);
	text_format(
		&position, _("%zu of %zu"), ui->answers.list.chosen + 1, ui->answers.list.count);
	if (!pair_is_beside(area->columns))
		title.columns -= (int)languages_width(position.bytes) + 1;
	pair_say(&words, ui->answers.changed ? N_("The answer is changed.")
					     : N_("Answers: choose one to change it"));
	int rows = pair_paint(&title, area->top, most, THEME_STRONG, &words);
	paint_right(area, area->top, THEME_QUIET, position.bytes);
	text_destroy(&position);
	/* TRANSLATORS: why "(not used)" stands beside some answers. */
	pair_say(&words, has_parked(ui) ? N_("Not used: it cannot change anything now.") : NULL);
	rows += pair_paint(area, area->top + rows, most, THEME_QUIET, &words);
	pair_destroy(&words);
	return rows;
}

static void draw_lines(struct ui *ui, const struct area *area)
{
	struct answers_view *view = &ui->answers;
	int row = 0;
	view->first_row = area->top;
	view->shown = 0;
	for (size_t i = view->list.top; i < view->list.count && row < area->rows; i++) {
		struct area line = *area;
		line.top += row;
		line.rows -= row;
		row += view->heights[i];
		/* Half a line would only puzzle, but for one that is taller than the screen. */
		if (row > area->rows && view->shown > 0)
			break;
		draw_line(ui, &line, i);
		view->shown++;
	}
}

/* With an empty row after each line where all of them find room so. */
static void measure(struct ui *ui, const struct area *area)
{
	struct answers_view *view = &ui->answers;
	size_t count = view->list.count;
	for (size_t i = 0; i < count; i++)
		view->heights[i] = measure_line(ui, area, i);
	bool roomy = sum_heights(view, 0, count) + (int)count <= area->rows;
	for (size_t i = 0; i < count; i++)
		view->heights[i] += roomy;
}

static void draw(struct ui *ui, const struct area *area)
{
	struct answers_view *view = &ui->answers;
	struct area lines = *area;
	int head = draw_head(ui, area);
	head += area->rows - head >= (int)view->list.count * 2 + 1;
	lines.top += head;
	lines.rows -= head;
	if (pair_is_beside(area->columns))
		pair_paint_between(area, area->top, area->rows);
	measure(ui, &lines);
	scroll(view, lines.rows);
	draw_lines(ui, &lines);
}

static void change(struct ui *ui)
{
	if (ui->answers.list.chosen < ui->answers.list.count)
		screen_visit(ui, ui->answers.questions[ui->answers.list.chosen]);
}

static void click(struct ui *ui, int row)
{
	struct answers_view *view = &ui->answers;
	int below = row - view->first_row;
	size_t clicked = view->list.top;
	for (; below >= 0 && clicked < view->list.top + view->shown; clicked++) {
		below -= view->heights[clicked];
		if (below >= 0)
			continue;
		if (view->list.chosen == clicked)
			change(ui);
		else
			view->list.chosen = clicked;
		return;
	}
}

static void press(struct ui *ui, const struct press *press)
{
	if (press->key == PRESS_CLICK)
		click(ui, press->row);
	else
		list_press(&ui->answers.list, press->key, ui->answers.shown);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Change"), change, NULL},
	{PRESS_NONE, N_("Esc F3 F4"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F4, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
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
