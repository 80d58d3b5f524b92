/* A case code: typed in, and what comes back with it. */
#include "screen.h"

#include "gettext.h"
#include "resumption.h"
#include "summary.h"

enum { ROOMY = 12 }; /* rows from which on there is room for everything */

static const struct screen screen_carried;

static void enter(struct ui *ui)
{
	struct code_view *view = &ui->code;
	edit_init(&view->typed);
	text_init_secret(&view->message);
	case_code_init(&view->code, ui->pack);
}

static void leave(struct ui *ui)
{
	struct code_view *view = &ui->code;
	edit_destroy(&view->typed);
	text_destroy(&view->message);
	case_code_destroy(&view->code);
}

/* In groups, as it is on the paper, so that the two can be compared. */
static int draw_as_read(const struct ui *ui, const struct area *area, int row)
{
	struct text words;
	text_init_secret(&words);
	case_code_add_groups(ui->code.typed.text.bytes, ui->code.typed.text.length, &words);
	int rows = paint_paragraph(area, row, 2, THEME_QUIET, words.bytes);
	text_destroy(&words);
	return rows;
}

/* What is wrong matters more than how to type it, where there is no room for both. */
static void draw(struct ui *ui, const struct area *area)
{
	const struct code_view *view = &ui->code;
	bool roomy = area->rows >= ROOMY;
	int row = area->top, end = area->top + area->rows;
	row += paint_paragraph(area, row, 2, THEME_STRONG, _("Go on from a case code"));
	row += roomy;
	if (roomy || !view->message.length)
		row += paint_paragraph(area, row, 3, THEME_PLAIN,
			_("It is printed on the summary. O and 0, I and 1 are the same."));
	row++;
	paint_field(row++, area->left, area->columns, &view->typed, true);
	row += draw_as_read(ui, area, row);
	row += roomy;
	paint_paragraph(area, row, end - row, THEME_FAULT, view->message.bytes);
}

static void press(struct ui *ui, const struct press *press)
{
	bool changed;
	if (edit_press(&ui->code.typed, press->key, &changed) && changed)
		text_clear(&ui->code.message);
}

static void read_code(struct ui *ui)
{
	struct code_view *view = &ui->code;
	char digest[65];
	summary_digest(ui->pack, digest);
	text_clear(&view->message);
	enum case_code_fault fault = case_code_read(
		&view->code, digest, view->typed.text.bytes, view->typed.text.length);
	if (fault)
		resumption_add_fault(&view->message, &view->code, fault);
	else
		screen_push(ui, &screen_carried);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Letters Left Right Backspace Del"), N_("Letters"), N_("Code"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Go on"), read_code, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Start anew"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_code = {
	.name = "code",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};

static void make(const void *subject, struct document *document)
{
	const struct ui *ui = subject;
	resumption_init(document, &ui->code.code, ui->settings->moment.date);
}

static void enter_carried(struct ui *ui)
{
	documents_init(&ui->document, make, ui);
	pager_open(&ui->pager, &ui->document);
}

static void leave_carried(struct ui *ui)
{
	pager_close(&ui->pager);
	documents_destroy(&ui->document);
}

static void draw_carried(struct ui *ui, const struct area *area)
{
	pager_draw(&ui->pager, area);
}

static void press_carried(struct ui *ui, const struct press *press)
{
	pager_press(&ui->pager, press->key);
}

/* What was not finished before stays for the next start. */
static void go_on(struct ui *ui)
{
	draft_leave(ui->settings->draft);
	interview_load(ui->interview, ui->code.code.answers);
	screen_show_interview(ui);
}

static void check(struct ui *ui)
{
	go_on(ui);
	screen_push_answers(ui);
}

static const struct key carried_keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Go on"), go_on, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F4, N_("F4"), NULL, N_("Answers"), check, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

static const struct screen screen_carried = {
	.name = "carried",
	.keys = carried_keys,
	.key_count = sizeof carried_keys / sizeof carried_keys[0],
	.enter = enter_carried,
	.leave = leave_carried,
	.draw = draw_carried,
	.press = press_carried,
};
