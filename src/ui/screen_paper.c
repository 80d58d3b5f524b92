/* The summary on paper: for whom, and how it will look. */
#include "screen.h"

#include "gettext.h"
#include "wording.h"

enum { INDENT = 5 /* of what is said of an edition, under its name */ };

static void enter(struct ui *ui)
{
	list_start(&ui->paper.editions, EDITION_COUNT, LIST_NONE);
	text_clear(&ui->paper.fault);
}

static void leave(struct ui *ui)
{
	text_clear(&ui->paper.fault);
}

/* How many rows its description takes; one, and then cut, where all of them find no room. */
static int measure_what(const struct area *area, enum edition edition)
{
	return paint_measure(wording_edition_what(edition), area->columns - INDENT);
}

static bool finds_room(const struct area *area, int rows)
{
	for (int i = 0; i < EDITION_COUNT; i++)
		rows -= 1 + measure_what(area, (enum edition)i) + 1;
	return rows >= 0;
}

static void draw_edition(
	const struct ui *ui, const struct area *area, int row, int rows, enum edition edition)
{
	bool chosen = ui->paper.editions.chosen == (size_t)edition;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_STRONG;
	struct area what = *area;
	struct text words;
	what.left += INDENT;
	what.columns -= INDENT;
	text_init(&words);
	text_format(&words, "%d  %s", (int)edition + 1, wording_edition(edition));
	if (chosen)
		paint_chosen(area, row, 1);
	paint_text(row, area->left + PAINT_MARK, area->columns - PAINT_MARK, style, words.bytes);
	paint_paragraph(&what, row + 1, rows - 1, THEME_PLAIN, wording_edition_what(edition));
	text_destroy(&words);
}

static void draw(struct ui *ui, const struct area *area)
{
	int row = area->top, end = area->top + area->rows;
	row += paint_paragraph(area, row, 2, THEME_STRONG, _("For whom is the paper?")) + 1;
	bool roomy = finds_room(area, end - row);
	if (ui->paper.editions.chosen == LIST_NONE)
		paint_cursor(row, area->left + PAINT_MARK);
	for (int i = 0; i < EDITION_COUNT; i++) {
		int rows = 1 + (roomy ? measure_what(area, (enum edition)i) : 1);
		ui->paper.rows[i] = row;
		draw_edition(ui, area, row, rows, (enum edition)i);
		row += rows + roomy;
	}
	paint_paragraph(area, row, end - row, THEME_FAULT, ui->paper.fault.bytes);
}

static void show(struct ui *ui)
{
	text_clear(&ui->paper.fault);
	if (ui->paper.editions.chosen == LIST_NONE)
		text_add(&ui->paper.fault,
			_("Choose a line first: press its digit, or move to it."));
	else
		screen_push(ui, &screen_paper_view);
}

static void click(struct ui *ui, int row)
{
	for (size_t i = 0; i < EDITION_COUNT; i++)
		if (row >= ui->paper.rows[i])
			ui->paper.editions.chosen = i;
}

static void press(struct ui *ui, const struct press *press)
{
	struct list *list = &ui->paper.editions;
	text_clear(&ui->paper.fault);
	if (press->key == PRESS_CLICK)
		click(ui, press->row);
	else if (press->key >= '1' && press->key < '1' + EDITION_COUNT)
		list->chosen = (size_t)(press->key - '1');
	else
		list_press(list, press->key, EDITION_COUNT);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("1-3"), NULL, N_("Choose"), NULL, NULL},
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Show it"), show, NULL},
	{PRESS_NONE, N_("Esc F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_paper = {
	.name = "paper",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};

enum edition screen_paper_edition(const struct ui *ui)
{
	return (enum edition)ui->paper.editions.chosen;
}

/* In either language, so that the caseworker can read what the client gets. */
static void make(const void *subject, struct document *document)
{
	const struct ui *ui = subject;
	document_init_edition(document, &ui->summary, screen_paper_edition(ui), NULL);
}

static void enter_view(struct ui *ui)
{
	documents_init(&ui->document, make, ui);
	pager_open(&ui->pager, &ui->document);
}

static void leave_view(struct ui *ui)
{
	pager_close(&ui->pager);
	documents_destroy(&ui->document);
}

static void reword_view(struct ui *ui)
{
	leave_view(ui);
	enter_view(ui);
}

static void draw_view(struct ui *ui, const struct area *area)
{
	pager_draw(&ui->pager, area);
}

static void press_view(struct ui *ui, const struct press *press)
{
	pager_press(&ui->pager, press->key);
}

/* What the client carries away may be found on them. */
static void go_on(struct ui *ui)
{
	bool carried = screen_paper_edition(ui) != EDITION_STAFF;
	screen_push(ui, carried ? &screen_carry : &screen_printers);
}

static void save(struct ui *ui)
{
	screen_push(ui, &screen_save_paper);
}

static const struct key view_keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Print"), go_on, NULL},
	{PRESS_NONE, N_("Esc F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F6, N_("F6"), NULL, N_("Save as PDF"), save, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_paper_view = {
	.name = "paper-view",
	.keys = view_keys,
	.key_count = sizeof view_keys / sizeof view_keys[0],
	.enter = enter_view,
	.leave = leave_view,
	.reword = reword_view,
	.draw = draw_view,
	.press = press_view,
};
