#include "question_draw.h"

#include "languages.h"
#include "pair.h"
#include "question_lines.h"
#include "wording.h"

enum {
	LINES_LEAST = 3, /* rows that the list keeps, however long the question is */
	LINES_LONG = 8, /* rows that a long list should have before anything gets air */
	RULE = 1, /* the row between the lines and the ways out */
	SPACIOUS = 30, /* rows from which on lines stand apart */
	FIELD_WIDEST = 40,
};

/* A text between the progress and the field, and the rows it would like to have. */
struct block {
	struct pair words;
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
	struct pair note; /* or what is wrong */
	enum theme_style note_style;
	int note_rows;
	int head; /* rows for the progress and a warning */
	int air[AIRS]; /* above all, and after the head, the question, the text, the field, the
			  lines */
	int list; /* rows for the lines and the ways out */
	int list_wanted; /* rows that they should have */
	int gap; /* after each line */
};

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static void plan_text(struct plan *plan, const struct question_view *view, int columns)
{
	const struct question *question = view->question;
	for (int i = 0; i < BLOCKS; i++)
		pair_init(&plan->blocks[i].words);
	pair_say_pack(&plan->blocks[ASK].words, view->pack, question->ask);
	plan->blocks[ASK].style = THEME_STRONG;
	if (question->sensitive)
		pair_say(&plan->blocks[SENSITIVE].words, N_("This question need not be answered."));
	pair_say_pack(&plan->blocks[WHY].words, view->pack, question->why);
	for (int i = 0; i < BLOCKS; i++) {
		plan->blocks[i].rows = pair_measure(&plan->blocks[i].words, columns);
		plan->text += plan->blocks[i].rows;
	}
}

static void add_note(const void *subject, struct text *text)
{
	const struct question_view *view = subject;
	view->ask->add_note(view, text);
}

static void plan_note(struct plan *plan, const struct question_view *view, int columns)
{
	pair_init(&plan->note);
	plan->note_style = view->note_matters ? THEME_PLAIN : THEME_QUIET;
	if (view->fault.first.length > 0) {
		text_add(&plan->note.first, view->fault.first.bytes);
		text_add(&plan->note.second, view->fault.second.bytes);
		plan->note_style = THEME_FAULT;
	} else if (view->ask->add_note) {
		pair_fill(&plan->note, add_note, view);
	}
	plan->note_rows = pair_measure(&plan->note, columns);
}

/* Rows that all lines would take with the ways out, or as many of a long list as it should have. */
static void plan_list(struct plan *plan, const struct question_view *view, int columns)
{
	plan->list_wanted = RULE + question_ways_measure(view, columns);
	plan->list_wanted +=
		view->ask->is_long ? LINES_LONG : question_lines_measure(view, columns);
}

static void forget(struct plan *plan)
{
	for (int i = 0; i < BLOCKS; i++)
		pair_destroy(&plan->blocks[i].words);
	pair_destroy(&plan->note);
}

/* Air comes last: between question and answers first, where it helps the eye most. */
static void plan_air(
	struct plan *plan, const struct question_view *view, const struct area *area, int spare)
{
	static const int order[] = {AIR_TEXT, AIR_HEAD, AIR_FIELD, AIR_TOP, AIR_LINES, AIR_ASK};
	bool spacious = area->rows >= SPACIOUS || speakers_view() == SPEAKERS_CLIENT;
	const bool wanted[AIRS] = {
		[AIR_TOP] = true,
		[AIR_HEAD] = true,
		[AIR_ASK] = (spacious || speakers_view() == SPEAKERS_BOTH) &&
			    plan->blocks[WHY].rows > 0,
		[AIR_TEXT] = true,
		[AIR_FIELD] = view->ask->has_field || plan->note_rows > 0,
		[AIR_LINES] = !view->ask->is_long,
	};
	for (size_t i = 0; i < sizeof order / sizeof order[0] && spare > 0; i++) {
		plan->air[order[i]] = wanted[order[i]];
		spare -= wanted[order[i]];
	}
	bool apart = spacious && !view->ask->is_long && spare >= (int)view->lines;
	plan->gap = apart;
	if (apart)
		plan->air[AIR_LINES] = 0;
}

/* Why it is asked takes a line, or one in each language where these stand one above the other,
 * unless all lines of the list find room beside more. */
static void shorten_why(
	struct plan *plan, const struct question_view *view, const struct area *area)
{
	struct block *why = &plan->blocks[WHY];
	int rest = area->rows - plan->head - plan->text - view->ask->has_field - plan->note_rows;
	int least = why->words.second.length > 0 && !pair_is_beside(area->columns) ? 2 : 1;
	if (why->rows <= least || rest >= plan->list_wanted)
		return;
	plan->text -= why->rows - least;
	why->rows = least;
	plan->cut = true;
}

/* The list keeps its least rows; then come what is wrong, the question and the rest of the text,
 * the whole list, and air. */
static void share_out(struct plan *plan, const struct question_view *view, const struct area *area)
{
	int field = view->ask->has_field;
	/* What is wrong goes away with the next key, and is worth more until then. */
	int least = view->fault.first.length > 0 ? 1 : LINES_LEAST;
	int room = area->rows - plan->head - field - least;
	bool is_hint = plan->note_style == THEME_QUIET && !view->ask->ticks;
	shorten_why(plan, view, area);
	if (is_hint && plan->text + plan->note_rows > room) {
		text_clear(&plan->note.first);
		text_clear(&plan->note.second);
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
	plan_air(plan, view, area, plan->list - plan->list_wanted);
	for (int i = 0; i < AIR_LINES; i++)
		plan->list -= plan->air[i];
}

static void add_place(const void *subject, struct text *words)
{
	const struct question_place *place = subject;
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

static void add_not_exact(const void *subject, struct text *words)
{
	(void)subject;
	text_add(words, wording_not_exact());
}

static void draw_warnings(
	const struct area *area, int row, const struct question_place *place, struct pair *words)
{
	if (place->past_review) {
		pair_say(words, N_("These rules are out of date."));
		pair_paint_line(area, row++, THEME_WARNING, words);
	}
	if (place->not_exact) {
		pair_fill(words, add_not_exact, NULL);
		pair_paint_line(area, row, THEME_QUIET, words);
	}
}

static int draw_head(
	const struct area *area, const struct question_place *place, const struct plan *plan)
{
	/* TRANSLATORS: shown where the text is too long for the screen. */
	const char *more = _("F1: more");
	int top = area->top + plan->air[AIR_TOP];
	struct area left = *area;
	struct pair words;
	pair_init(&words);
	pair_fill(&words, add_place, place);
	if (plan->cut && !pair_is_beside(area->columns))
		left.columns -= (int)languages_width(more) + 1;
	if (plan->cut || (words.second.length > 0 && !pair_is_beside(area->columns)))
		pair_paint_line(&left, top, THEME_QUIET, &words);
	else
		pair_paint(area, top, 1, THEME_QUIET, &words);
	if (plan->cut)
		paint_right(area, top, THEME_KEY, more);
	draw_warnings(area, top + 1, place, &words);
	pair_destroy(&words);
	return top + plan->head + plan->air[AIR_HEAD];
}

static int draw_text(const struct area *area, int row, const struct plan *plan)
{
	int rows = plan->text;
	for (int i = 0; i < BLOCKS; i++) {
		const struct block *block = &plan->blocks[i];
		int painted = pair_paint(
			area, row, smaller(rows, block->rows), block->style, &block->words);
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
	int left = area->left + PAINT_MARK;
	int columns = smaller(FIELD_WIDEST, area->columns - PAINT_MARK);
	if (!view->ask->has_field)
		return row;
	text_init(&beside);
	if (speakers_view() == SPEAKERS_CLIENT)
		speakers_turn(SPEAKER_CLIENT);
	if (view->ask->add_count)
		view->ask->add_count(view, &beside);
	speakers_turn(SPEAKER_STAFF);
	columns = smaller(
		columns, area->columns - PAINT_MARK - 2 - (int)languages_width(beside.bytes));
	paint_text(row, area->left, PAINT_MARK, THEME_STRONG,
		view->list.chosen == LIST_NONE ? ">" : "");
	paint_field(row, left, columns, &view->field, view->list.chosen == LIST_NONE);
	paint_text(row, left + columns + 2, area->columns, THEME_QUIET, beside.bytes);
	text_destroy(&beside);
	return row + 1;
}

void question_draw(
	struct question_view *view, const struct area *area, const struct question_place *place)
{
	struct plan plan = {.head = 1 + place->past_review + place->not_exact};
	struct area field = *area, list = *area;
	if (pair_is_beside(area->columns)) {
		field = pair_half(area, SPEAKER_STAFF);
		pair_paint_between(area, area->top, area->rows);
	}
	plan_text(&plan, view, area->columns);
	plan_note(&plan, view, area->columns);
	plan_list(&plan, view, area->columns);
	share_out(&plan, view, area);
	int row = draw_head(area, place, &plan);
	row = draw_text(area, row, &plan);
	row = draw_field(view, &field, row);
	row += pair_paint(area, row, plan.note_rows, plan.note_style, &plan.note);
	list.top = row + plan.air[AIR_FIELD];
	list.rows = plan.list;
	question_lines_draw(view, &list, plan.gap, plan.air[AIR_LINES]);
	forget(&plan);
}
