/* Printing: whether it is safe, on which printer, and what became of it. */
#include "screen.h"

#include "deliver.h"
#include "gettext.h"
#include "printing.h"
#include "speakers.h"

static void draw_carry(struct ui *ui, const struct area *area)
{
	struct pair words;
	(void)ui;
	pair_init(&words);
	pair_say(&words, N_("Is it safe for the client to carry this paper? Others may find it and "
			    "read it."));
	screen_draw_question(area, &words);
	pair_destroy(&words);
}

static void carry(struct ui *ui)
{
	screen_pop(ui);
	screen_push(ui, &screen_printers);
}

static const struct key carry_keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("It is safe"), carry, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Do not print"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
};

const struct screen screen_carry = {
	.name = "carry",
	.keys = carry_keys,
	.key_count = sizeof carry_keys / sizeof carry_keys[0],
	.draw = draw_carry,
};

/* TRANSLATORS: what went wrong, as a sentence. */
static void say_fault(struct ui *ui, const struct error *error)
{
	text_clear(&ui->paper.fault);
	text_format(&ui->paper.fault, _("%s."), error->text);
}

static void enter(struct ui *ui)
{
	struct error error;
	error_init(&error);
	text_clear(&ui->paper.fault);
	if (!printers_find(&ui->paper.printers, &error))
		say_fault(ui, &error);
	list_start(&ui->paper.choice, ui->paper.printers.count, ui->paper.printers.usual);
}

static void leave(struct ui *ui)
{
	printers_destroy(&ui->paper.printers);
	text_clear(&ui->paper.fault);
}

static bool has_printers(const struct ui *ui)
{
	return ui->paper.printers.count > 0;
}

static void draw_printer(const struct ui *ui, const struct area *area, int row, size_t printer)
{
	bool chosen = ui->paper.choice.chosen == printer;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_PLAIN;
	if (chosen)
		paint_chosen(area, row, 1);
	paint_text(row, area->left + PAINT_MARK, area->columns - PAINT_MARK, style,
		printers_name(&ui->paper.printers, printer));
}

static int draw_head(const struct ui *ui, const struct area *area)
{
	const char *words = has_printers(ui) ? _("Which printer?")
					     : _("There is no printer to print on. F6 saves the "
						 "paper as a PDF file instead.");
	int row = area->top;
	row += paint_paragraph(area, row, area->rows / 2, THEME_STRONG, words);
	row += paint_paragraph(
		area, row, area->rows - (row - area->top) - 1, THEME_FAULT, ui->paper.fault.bytes);
	return row;
}

static void draw(struct ui *ui, const struct area *area)
{
	struct list *list = &ui->paper.choice;
	int row = draw_head(ui, area), rows = area->top + area->rows - row;
	bool airy = rows > 2;
	row += airy;
	rows -= airy;
	ui->paper.top = row;
	if (list->chosen == LIST_NONE)
		paint_cursor(row, area->left + PAINT_MARK);
	list_scroll(list, list->count, list->chosen, (size_t)rows);
	for (int i = 0; i < rows && list->top + (size_t)i < list->count; i++)
		draw_printer(ui, area, row + i, list->top + (size_t)i);
	paint_more(area, row, rows, list->top > 0, list->top + (size_t)rows < list->count);
}

static bool print_on(struct ui *ui, const char *printer, struct error *error)
{
	const struct delivery delivery = {.format = FORMAT_PDF,
		.edition = screen_paper_edition(ui),
		.client_language = speakers_client(),
		.moment = ui->settings->moment};
	struct text pdf;
	text_init(&pdf);
	text_clear(&ui->paper.job);
	bool printed = deliver_render(ui->interview, &delivery, &pdf, error) &&
		       printing_print(printer, &pdf, &ui->paper.job, error);
	text_destroy(&pdf);
	return printed;
}

static void print(struct ui *ui)
{
	struct error error;
	error_init(&error);
	if (ui->paper.choice.chosen == LIST_NONE) {
		text_clear(&ui->paper.fault);
		text_add(&ui->paper.fault, _("Choose a printer first."));
	} else if (print_on(ui, printers_name(&ui->paper.printers, ui->paper.choice.chosen),
			   &error)) {
		screen_push(ui, &screen_printed);
	} else {
		say_fault(ui, &error);
	}
}

/* The first click chooses a line, a second one on the same line takes it. */
static void click(struct ui *ui, int row)
{
	size_t line = ui->paper.choice.top + (size_t)(row - ui->paper.top);
	if (row < ui->paper.top || line >= ui->paper.choice.count)
		return;
	if (ui->paper.choice.chosen == line)
		print(ui);
	else
		ui->paper.choice.chosen = line;
}

static void press(struct ui *ui, const struct press *press)
{
	text_clear(&ui->paper.fault);
	if (press->key == PRESS_CLICK)
		click(ui, press->row);
	else
		list_press(&ui->paper.choice, press->key, (size_t)(paint_screen().rows / 2));
}

static void save(struct ui *ui)
{
	screen_push(ui, &screen_save_paper);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End"), N_("Arrows"), N_("Move"), NULL, has_printers},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Print"), print, has_printers},
	{PRESS_NONE, N_("Esc F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F6, N_("F6"), NULL, N_("Save as PDF"), save, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_printers = {
	.name = "printers",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};

static void draw_printed(struct ui *ui, const struct area *area)
{
	int row = area->top + area->rows / 3;
	struct text words;
	text_init(&words);
	/* TRANSLATORS: what the print service calls it: a printer's name and a number. */
	text_format(&words,
		_("The paper is on its way to the printer (%s). Take it from there at "
		  "once: others may read it."),
		ui->paper.job.bytes);
	int rows =
		paint_paragraph(area, row, area->top + area->rows - row, THEME_STRONG, words.bytes);
	paint_cursor(row + rows, area->left);
	text_destroy(&words);
}

/* Back to the paper, which may be printed once more. */
static void end(struct ui *ui)
{
	screen_pop(ui);
	screen_pop(ui);
}

static const struct key printed_keys[] = {
	{PRESS_NONE, N_("Enter Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ENTER, NULL, NULL, NULL, end, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, end, NULL},
	{PRESS_F3, NULL, NULL, NULL, end, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_printed = {
	.name = "printed",
	.keys = printed_keys,
	.key_count = sizeof printed_keys / sizeof printed_keys[0],
	.draw = draw_printed,
};
