/* All that there is to say of one path, or of one notice; what is open leads to the questions that
 * would settle it. */
#include "screen.h"

#include "gettext.h"

static void make(const void *subject, struct document *document)
{
	const struct ui *ui = subject;
	const struct overview_line *line = outcome_list_line(&ui->outcome);
	if (line->is_notice)
		document_init_notice(document, &ui->summary, line->index);
	else
		document_init_path(document, &ui->summary, line->index);
}

static void enter(struct ui *ui)
{
	documents_init(&ui->document, make, ui);
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

static bool has_link(const struct ui *ui)
{
	return ui->pager.link;
}

static void answer(struct ui *ui)
{
	screen_visit_by_outcome(ui, ui->pager.link->question);
}

/* Shows the path before or after this one in the list. */
static void turn(struct ui *ui, bool back)
{
	if (!outcome_list_step(&ui->outcome, back))
		return;
	leave(ui);
	enter(ui);
}

static void turn_back(struct ui *ui)
{
	turn(ui, true);
}

static void turn_on(struct ui *ui)
{
	turn(ui, false);
}

static void press(struct ui *ui, const struct press *press)
{
	if (press->key != PRESS_CLICK)
		pager_press(&ui->pager, press->key);
	else if (pager_click(&ui->pager, press->row))
		answer(ui);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("1-9 Tab"), N_("1-9"), N_("Choose"), NULL, has_link},
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("To the question"), answer, has_link},
	/* TRANSLATORS: the keys for the kind of support before and after this one in the list. */
	{PRESS_NONE, N_("Left Right"), NULL, N_("Others"), NULL, NULL},
	{PRESS_LEFT, NULL, NULL, NULL, turn_back, NULL},
	{PRESS_RIGHT, NULL, NULL, NULL, turn_on, NULL},
	{PRESS_NONE, N_("Esc F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_path = {
	.name = "path",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.reword = reword,
	.draw = draw,
	.press = press,
};
