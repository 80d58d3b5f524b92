#include "question_draw.h"

#include "languages.h"
#include "wording.h"

enum {
	LINES_LEAST = 3, /* rows that the list keeps, however long the question is */
	LINES_LONG = 8, /* rows that a long list should have before anything gets air */
	WAYS_OUT_ROWS = 1 + QUESTION_WAYS_OUT, /* with the rule above them */
	SPACIOUS = 30, /* rows from which on lines stand apart */
	MARK = 2, /* columns before a line, for the mark of the chosen one */
	FIELD_WIDEST = 40,
};

/* A text between the progress and the field, and the rows it would like to have. */
struct block {
	const char *words;
	enum theme_style style;
	int rows;
};

/* In the order of importance, which is that of the screen. */
enum { ASK, SENSITIVE, WHY, BLOCKS };

/* Where an empty row can be. */
enum { AIR_TOP, AIR_HEAD, AIR_ASK, AIR_TEXT, AIR_FIELD, AIR_LINES, AIRS };

/* How the rows of the area are shared out. */
struct plan {
	struct block blocks[BLOCKS];
	int text; /* rows for all of them */
	bool cut; /* they would need more */
	struct text note; /* or what is wrong */
	enum theme_style note_style;
	int note_rows;
	int head; /* rows for the progress and a warning */
	int air[AIRS]; /* above all, and after the head, the question, the text, the field, the
			  lines */
	int list; /* rows for the lines and the ways out */
	int step; /* from one line to the next */
};

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static void plan_text(struct plan *plan, const struct question_view *view, int columns)
{
	const struct question *question = view->question;
	const char *why = languages_pack_text(view->pack, question->why);
	plan->blocks[ASK].words = languages_pack_text(view->pack, question->ask);
	plan->blocks[ASK].style = THEME_STRONG;
	plan->blocks[SENSITIVE].words =
		question->sensitive ? _("This question need not be answered.") : "";
	plan->blocks[WHY].words = why ? why : "";
	for (int i = 0; i < BLOCKS; i++) {
		plan->blocks[i].rows = paint_measure(plan->blocks[i].words, columns);
		plan->text += plan->blocks[i].rows;
	}
}

static void plan_note(struct plan *plan, const struct question_view *view, int columns)
{
	text_init(&plan->note);
	plan->note_style = view->note_matters ? THEME_PLAIN : THEME_QUIET;
	if (view->message.length > 0) {
		text_add(&plan->note, view->message.bytes);
		plan->note_style = THEME_FAULT;
	} else if (view->ask->add_note) {
		view->ask->add_note(view, &plan->note);
	}
	plan->note_rows = paint_measure(plan->note.bytes, columns);
}

/* Rows that all lines would take with the ways out, or as many of a long list as it should have. */
static int list_wanted(const struct question_view *view)
{
	return (view->ask->is_long ? LINES_LONG : (int)view->lines) + WAYS_OUT_ROWS;
}

/* Air comes last: between question and answers first, where it helps the eye most. */
static void plan_air(
	struct plan *plan, const struct question_view *view, const struct area *area, int spare)
{
	static const int order[] = {AIR_TEXT, AIR_HEAD, AIR_FIELD, AIR_TOP, AIR_LINES, AIR_ASK};
	bool spacious = area->rows >= SPACIOUS;
	const bool wanted[AIRS] = {
		[AIR_TOP] = true,
		[AIR_HEAD] = true,
		[AIR_ASK] = spacious && plan->blocks[WHY].rows > 0,
		[AIR_TEXT] = true,
		[AIR_FIELD] = view->ask->has_field || plan->note_rows > 0,
		[AIR_LINES] = !view->ask->is_long,
	};
	for (size_t i = 0; i < sizeof order / sizeof order[0] && spare > 0; i++) {
		plan->air[order[i]] = wanted[order[i]];
		spare -= wanted[order[i]];
	}
	bool apart = spacious && !view->ask->is_long && spare >= (int)view->lines;
	plan->step = apart ? 2 : 1;
	if (apart)
		plan->air[AIR_LINES] = 0;
}

/* Why it is asked takes a line, unless all lines of the list find room beside more. */
static void shorten_why(
	struct plan *plan, const struct question_view *view, const struct area *area)
{
	struct block *why = &plan->blocks[WHY];
	int rest = area->rows - plan->head - plan->text - view->ask->has_field - plan->note_rows;
	if (why->rows <= 1 || rest >= list_wanted(view))
		return;
	plan->text -= why->rows - 1;
	why->rows = 1;
	plan->cut = true;
}

/* The list keeps its least rows; then come what is wrong, the question and the rest of the text,
 * the whole list, and air. */
static void share_out(struct plan *plan, const struct question_view *view, const struct area *area)
{
	int field = view->ask->has_field;
	/* What is wrong goes away with the next key, and is worth more until then. */
	int least = view->message.length > 0 ? 1 : LINES_LEAST;
	int room = area->rows - plan->head - field - least;
	bool is_hint = plan->note_style == THEME_QUIET && !view->ask->ticks;
	shorten_why(plan, view, area);
	if (is_hint && plan->text + plan->note_rows > room) {
		text_clear(&plan->note);
		plan->note_rows = 0;
		plan->cut = true;
	}
	plan->note_rows = smaller(plan->note_rows, room > 1 ? room - 1 : 1);
	room -= plan->note_rows;
	if (plan->text > room) {
		plan->text = room > 1 ? room : 1;
		plan->cut = true;
	}
	plan->list = area->rows - plan->head - plan->text - field - plan->note_rows;
	plan_air(plan, view, area, plan->list - list_wanted(view));
	for (int i = 0; i < AIR_LINES; i++)
		plan->list -= plan->air[i];
}

static void add_place(struct text *words, const struct question_place *place)
{
	unsigned long left = place->left;
	if (left > 0)
		/* TRANSLATORS: the question's number, and how many may still be asked. */
		text_format(words,
			ngettext("Question %zu, at most %lu more", "Question %zu, at most %lu more",
				left),
			place->number, left);
	else if (place->after > 0)
		text_format(words, _("Question %zu"), place->number);
	else
		text_format(words, _("Question %zu, the last one"), place->number);
}

static int draw_head(
	const struct area *area, const struct question_place *place, const struct plan *plan)
{
	int top = area->top + plan->air[AIR_TOP];
	struct text words;
	text_init(&words);
	add_place(&words, place);
	paint_text(top, area->left, area->columns, THEME_QUIET, words.bytes);
	text_destroy(&words);
	if (plan->cut)
		/* TRANSLATORS: shown where the text is too long for the screen. */
		paint_right(area, top, THEME_KEY, _("F1: more"));
	if (place->past_review)
		paint_text(top + 1, area->left, area->columns, THEME_WARNING,
			_("These rules are out of date."));
	if (place->not_exact)
		paint_text(top + plan->head - 1, area->left, area->columns, THEME_QUIET,
			wording_not_exact());
	return top + plan->head + plan->air[AIR_HEAD];
}

static int draw_text(const struct area *area, int row, const struct plan *plan)
{
	int rows = plan->text;
	for (int i = 0; i < BLOCKS; i++) {
		const struct block *block = &plan->blocks[i];
		int painted = paint_paragraph(
			area, row, smaller(rows, block->rows), block->style, block->words);
		rows -= painted;
		row += painted;
		if (i == ASK)
			row += plan->air[AIR_ASK];
	}
	return row + plan->air[AIR_TEXT];
}

static int draw_field(const struct question_view *view, const struct area *area, int row)
{
	struct text beside;
	int left = area->left + MARK;
	int columns = smaller(FIELD_WIDEST, area->columns - MARK);
	if (!view->ask->has_field)
		return row;
	text_init(&beside);
	if (view->ask->add_count)
		view->ask->add_count(view, &beside);
	columns = smaller(columns, area->columns - MARK - 2 - (int)languages_width(beside.bytes));
	paint_text(row, area->left, MARK, THEME_STRONG, view->list.chosen == LIST_NONE ? ">" : "");
	paint_field(row, left, columns, &view->field, view->list.chosen == LIST_NONE);
	paint_text(row, left + columns + 2, area->columns, THEME_QUIET, beside.bytes);
	text_destroy(&beside);
	return row + 1;
}

static void draw_line(
	const struct question_view *view, const struct area *area, int row, size_t line)
{
	bool chosen = view->list.chosen == line;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_PLAIN;
	struct text words;
	text_init(&words);
	question_view_add_line(view, line, &words);
	if (chosen) {
		paint_blanks(row, area->left, area->columns, style);
		paint_text(row, area->left, MARK, style, ">");
		paint_cursor(row, area->left + MARK);
	}
	paint_text(row, area->left + MARK, area->columns - MARK, style, words.bytes);
	text_destroy(&words);
}

/* The rows of the list where lines and ways out scroll together: the rule is a row like others. */
static size_t line_of_row(const struct question_view *view, size_t row)
{
	if (row == view->lines)
		return LIST_NONE;
	return row < view->lines ? row : row - 1;
}

static size_t row_of_line(const struct question_view *view, size_t line)
{
	return line == LIST_NONE || line < view->lines ? line : line + 1;
}

static void draw_scrolled(struct question_view *view, const struct area *area)
{
	size_t count = view->list.count + 1;
	int rows = view->layout.list_rows;
	list_scroll(&view->list, count, row_of_line(view, view->list.chosen), (size_t)rows);
	for (int i = 0; i < rows && view->list.top + (size_t)i < count; i++) {
		size_t line = line_of_row(view, view->list.top + (size_t)i);
		if (line == LIST_NONE)
			paint_rule(area, view->layout.list_row + i);
		else
			draw_line(view, area, view->layout.list_row + i, line);
	}
}

/* Signs at the right that there are more lines above and below. */
static void draw_more(const struct question_view *view, const struct area *area)
{
	size_t count = view->layout.rest_row ? view->lines : view->list.count + 1;
	size_t rows = (size_t)view->layout.list_rows;
	int column = area->left + area->columns - 1;
	if (view->list.top > 0)
		paint_text(view->layout.list_row, column, 1, THEME_KEY, "^");
	if (view->list.top + rows < count)
		paint_text(view->layout.list_row + ((int)rows - 1) * view->layout.step, column, 1,
			THEME_KEY, "v");
}

static void draw_pinned(struct question_view *view, const struct area *area)
{
	int rows = view->layout.list_rows;
	list_scroll(&view->list, view->lines, view->list.chosen, (size_t)rows);
	for (int i = 0; i < rows && view->list.top + (size_t)i < view->lines; i++)
		draw_line(view, area, view->layout.list_row + i * view->layout.step,
			view->list.top + (size_t)i);
	paint_rule(area, view->layout.rest_row - 1);
	for (int i = 0; i < QUESTION_WAYS_OUT; i++)
		draw_line(view, area, view->layout.rest_row + i, view->lines + (size_t)i);
}

/* The ways out stay in sight where there is room, and scroll with the lines where there is not. */
static void draw_list(
	struct question_view *view, const struct area *area, int row, const struct plan *plan)
{
	int rows = plan->list;
	bool pinned = rows >= WAYS_OUT_ROWS + LINES_LEAST || (size_t)rows > view->list.count;
	int lines = pinned ? rows - WAYS_OUT_ROWS : rows;
	if (pinned && !view->ask->is_long)
		lines = smaller(lines, (int)view->lines);
	view->layout.right = area->left + area->columns;
	view->layout.list_row = row;
	view->layout.list_rows = lines;
	view->layout.step = pinned ? plan->step : 1;
	view->layout.rest_row =
		pinned ? row + lines * view->layout.step + plan->air[AIR_LINES] + 1 : 0;
	if (pinned)
		draw_pinned(view, area);
	else
		draw_scrolled(view, area);
	if (view->list.chosen == LIST_NONE && !view->ask->has_field)
		paint_cursor(row, area->left + MARK);
	draw_more(view, area);
}

void question_draw(
	struct question_view *view, const struct area *area, const struct question_place *place)
{
	struct plan plan = {.head = 1 + place->past_review + place->not_exact};
	plan_text(&plan, view, area->columns);
	plan_note(&plan, view, area->columns);
	share_out(&plan, view, area);
	int row = draw_head(area, place, &plan);
	row = draw_text(area, row, &plan);
	row = draw_field(view, area, row);
	row += paint_paragraph(area, row, plan.note_rows, plan.note_style, plan.note.bytes);
	draw_list(view, area, row + plan.air[AIR_FIELD], &plan);
	text_destroy(&plan.note);
}

size_t question_line_at(const struct question_view *view, int row, int column)
{
	int rest = row - view->layout.rest_row, below = row - view->layout.list_row;
	if (column >= view->layout.right)
		return LIST_NONE;
	if (view->layout.rest_row && rest >= 0)
		return rest < QUESTION_WAYS_OUT ? view->lines + (size_t)rest : LIST_NONE;
	if (below < 0 || below % view->layout.step ||
		below / view->layout.step >= view->layout.list_rows)
		return LIST_NONE;
	size_t shown = view->list.top + (size_t)(below / view->layout.step);
	if (!view->layout.rest_row)
		shown = line_of_row(view, shown);
	else if (shown >= view->lines)
		return LIST_NONE;
	return shown < view->list.count ? shown : LIST_NONE;
}
