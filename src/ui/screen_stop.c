/* The questions before an end: of the wizard by F10, of a settled screening by Enter. */
#include "screen.h"

#include "gettext.h"

void screen_draw_question(const struct area *area, const struct pair *question)
{
	struct area inner = *area;
	int above = area->rows / 3;
	inner.top += above;
	int rows = pair_paint(&inner, inner.top, area->rows - above, THEME_STRONG, question);
	paint_cursor(inner.top + rows, inner.left);
}

/* As a gettext message. */
static void draw_message(const struct area *area, const char *message)
{
	struct pair words;
	pair_init(&words);
	pair_say(&words, message);
	screen_draw_question(area, &words);
	pair_destroy(&words);
}

/* TRANSLATORS: asked before the wizard ends without a result. */
static void draw_stop(struct ui *ui, const struct area *area)
{
	if (draft_offers(ui->settings->draft) > 0)
		draw_message(area, N_("Stop? What was not finished stays for the next start."));
	else
		draw_message(
			area, ui->saved ? N_("Stop? Nothing is kept but the file that was saved.")
					: N_("Stop? Nothing is kept."));
}

/* Only what F6 saved and what standard output gets outlive the screening. */
static void draw_finish(struct ui *ui, const struct area *area)
{
	if (ui->settings->summary_follows)
		draw_message(area, N_("Finish? The summary is then written to standard output."));
	else if (ui->saved)
		draw_message(area, N_("Finish? Nothing is kept but the file that was saved."));
	else
		draw_message(area, N_("Finish? Nothing is kept."));
}

static void stop(struct ui *ui)
{
	screen_end(ui, UI_STOPPED);
}

static void finish(struct ui *ui)
{
	screen_end(ui, UI_FINISHED);
}

static const struct key stop_keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("Stop"), stop, NULL},
	{PRESS_ESCAPE, N_("Esc"), NULL, N_("Go on"), screen_pop, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_view, screen_has_views},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
};

const struct screen screen_stop = {
	.name = "stop",
	.keys = stop_keys,
	.key_count = sizeof stop_keys / sizeof stop_keys[0],
	.draw = draw_stop,
};

static const struct key finish_keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("Finish"), finish, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_view, screen_has_views},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
};

const struct screen screen_finish = {
	.name = "finish",
	.keys = finish_keys,
	.key_count = sizeof finish_keys / sizeof finish_keys[0],
	.draw = draw_finish,
};
