/* The outcome, so far or when the screening is settled: a list, of which each line opens. */
#include "screen.h"

#include "gettext.h"

static void enter(struct ui *ui)
{
	bool settled = screen_shown(ui) == &screen_result;
	summary_init(&ui->summary, ui->interview, &ui->settings->moment);
	outcome_list_open(&ui->outcome, &ui->summary, settled, ui->settings->summary_follows);
}

static void leave(struct ui *ui)
{
	outcome_list_close(&ui->outcome);
	summary_destroy(&ui->summary);
}

static void draw(struct ui *ui, const struct area *area)
{
	outcome_list_draw(&ui->outcome, area);
}

static void open_chosen(struct ui *ui)
{
	static const struct screen *const screens[OUTCOME_ENTRY_KIND_COUNT] = {
		[OUTCOME_ENTRY_LINE] = &screen_path,
		[OUTCOME_ENTRY_SUMMARY] = &screen_summary,
		[OUTCOME_ENTRY_FINISH] = &screen_finish,
	};
	screen_push(ui, screens[outcome_list_kind(&ui->outcome)]);
}

static bool would_finish(const struct ui *ui)
{
	return outcome_list_kind(&ui->outcome) == OUTCOME_ENTRY_FINISH;
}

static bool would_open(const struct ui *ui)
{
	return !would_finish(ui);
}

static void press(struct ui *ui, const struct press *press)
{
	if (press->key != PRESS_CLICK)
		outcome_list_press(&ui->outcome, press->key);
	else if (outcome_list_click(&ui->outcome, press->row))
		open_chosen(ui);
}

static void save(struct ui *ui)
{
	screen_push(ui, &screen_save);
}

static void print(struct ui *ui)
{
	screen_push(ui, &screen_paper);
}

static const struct key outcome_keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End Tab"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Open"), open_chosen, NULL},
	{PRESS_NONE, N_("Esc F3 F5"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F5, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F6, N_("F6"), NULL, N_("Save"), save, NULL},
	{PRESS_F7, N_("F7"), NULL, N_("Print"), print, NULL},
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
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End Tab"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Open"), open_chosen, would_open},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Finish"), open_chosen, would_finish},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F3, N_("F3"), NULL, N_("Back"), screen_go_back, NULL},
	{PRESS_F4, N_("F4"), NULL, N_("Answers"), screen_push_answers, NULL},
	{PRESS_F6, N_("F6"), NULL, N_("Save"), save, NULL},
	{PRESS_F7, N_("F7"), NULL, N_("Print"), print, NULL},
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
