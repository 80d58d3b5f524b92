/* The outcome in words: so far, and when the screening is settled. */
#include "screen.h"

#include "gettext.h"

static void enter(struct ui *ui)
{
	struct summary summary;
	summary_init(&summary, ui->interview, &ui->settings->moment);
	document_init(&ui->document, &summary);
	summary_destroy(&summary);
	pager_open(&ui->outcome, &ui->document);
}

static void leave(struct ui *ui)
{
	pager_close(&ui->outcome);
	document_destroy(&ui->document);
}

static void draw(struct ui *ui, const struct area *area)
{
	pager_draw(&ui->outcome, area);
}

static void press(struct ui *ui, const struct press *press)
{
	pager_press(&ui->outcome, press->key);
}

static void save(struct ui *ui)
{
	screen_push(ui, &screen_save);
}

static void ask_to_finish(struct ui *ui)
{
	screen_push(ui, &screen_finish);
}

static const struct key outcome_keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_NONE, N_("Esc F3 F5"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F5, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F6, N_("F6"), NULL, N_("Save"), save, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_outcome = {
	.name = "outcome",
	.keys = outcome_keys,
	.key_count = sizeof outcome_keys / sizeof outcome_keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};

static const struct key result_keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Finish"), ask_to_finish, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F3, N_("F3"), NULL, N_("Back"), screen_go_back, NULL},
	{PRESS_F4, N_("F4"), NULL, N_("Answers"), screen_push_answers, NULL},
	{PRESS_F6, N_("F6"), NULL, N_("Save"), save, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_result = {
	.name = "result",
	.keys = result_keys,
	.key_count = sizeof result_keys / sizeof result_keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};
