/* The whole summary, as it is written to a file. */
#include "screen.h"

#include "gettext.h"

static void make(const void *subject, struct document *document)
{
	document_init(document, subject);
}

static void enter(struct ui *ui)
{
	documents_init(&ui->document, make, &ui->summary);
	pager_open(&ui->pager, &ui->document);
}

static void leave(struct ui *ui)
{
	pager_close(&ui->pager);
	documents_destroy(&ui->document);
}

static void reword(struct ui *ui)
{
	leave(ui);
	enter(ui);
}

static void draw(struct ui *ui, const struct area *area)
{
	pager_draw(&ui->pager, area);
}

static void press(struct ui *ui, const struct press *press)
{
	pager_press(&ui->pager, press->key);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_NONE, N_("Esc F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_summary = {
	.name = "summary",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.reword = reword,
	.draw = draw,
	.press = press,
};
