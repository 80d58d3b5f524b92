/* What another answer would do, before it is taken. */
#include "screen.h"

#include "gettext.h"
#include "preview.h"

#include "screener/effect.h"

#include <string.h>

/* Where nothing has to be asked because of it, whoever came from the answers goes on there. */
static const char *tell_what_comes(const struct ui *ui, const struct effect *effect)
{
	if (ui->back_to_answers)
		return _("Then you see the answers again.");
	if (effect->next == PACK_NO_QUESTION)
		return _("Then comes the outcome.");
	return _("Then comes the next question.");
}

/* What is told, and of what. */
struct telling {
	const struct ui *ui;
	const struct effect *effect;
};

static void make(const void *subject, struct document *document)
{
	const struct telling *telling = subject;
	preview_init(document, telling->ui->interview, telling->effect,
		tell_what_comes(telling->ui, telling->effect));
}

static void enter(struct ui *ui)
{
	struct effect effect;
	const struct telling telling = {ui, &effect};
	effect_init(&effect, ui->interview, interview_question(ui->interview), &ui->new_answer);
	ui->back_to_answers = ui->visit.active && !ui->visit.by_outcome && effect.more.count == 0;
	documents_init(&ui->change_document, make, &telling);
	effect_destroy(&effect);
	pager_open(&ui->change, &ui->change_document);
}

static void close(struct ui *ui)
{
	pager_close(&ui->change);
	documents_destroy(&ui->change_document);
}

static void reword(struct ui *ui)
{
	close(ui);
	enter(ui);
}

static void leave(struct ui *ui)
{
	close(ui);
	explicit_bzero(&ui->new_answer, sizeof ui->new_answer);
}

static void draw(struct ui *ui, const struct area *area)
{
	pager_draw(&ui->change, area);
}

static void press(struct ui *ui, const struct press *press)
{
	pager_press(&ui->change, press->key);
}

static void take(struct ui *ui)
{
	struct answer answer = ui->new_answer;
	screen_take(ui, &answer, ui->back_to_answers);
	if (ui->back_to_answers)
		ui->answers.changed = true;
	explicit_bzero(&answer, sizeof answer);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Change it"), take, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_change = {
	.name = "change",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.reword = reword,
	.draw = draw,
	.press = press,
};
