#include "ui.h"

#include "foot.h"
#include "gettext.h"
#include "screen.h"
#include "strip.h"
#include "theme.h"
#include "tty.h"
#include "tty_order.h"

#include "screener/memory.h"

#include <string.h>

enum {
	ROWS_LEAST = 12,
	COLUMNS_LEAST = 40,
	COLUMNS_READABLE = 100, /* longer lines make the eye lose its place */
	COLUMNS_READABLE_BOTH = 163, /* of two languages side by side */
};

const struct screen *screen_shown(const struct ui *ui)
{
	return ui->hidden ? &screen_hidden : ui->stack[ui->depth - 1];
}

void screen_push(struct ui *ui, const struct screen *screen)
{
	if (ui->depth == SCREEN_DEPTH)
		return;
	ui->stack[ui->depth++] = screen;
	ui->is_seen = false;
	if (screen->enter)
		screen->enter(ui);
}

static void take_off(struct ui *ui)
{
	const struct screen *screen = ui->stack[--ui->depth];
	ui->is_seen = false;
	if (screen->leave)
		screen->leave(ui);
}

void screen_pop(struct ui *ui)
{
	if (ui->depth > 1)
		take_off(ui);
}

void screen_show_interview(struct ui *ui)
{
	while (ui->depth > 0)
		take_off(ui);
	bool settled = interview_question(ui->interview) == PACK_NO_QUESTION;
	screen_push(ui, settled ? &screen_result : &screen_question);
}

void screen_show_start(struct ui *ui)
{
	while (ui->depth > 0)
		take_off(ui);
	screen_push(ui, &screen_start);
}

void screen_end(struct ui *ui, enum ui_end end)
{
	ui->ended = true;
	ui->end = end;
}

void screen_push_help(struct ui *ui)
{
	screen_push(ui, &screen_help);
}

void screen_push_answers(struct ui *ui)
{
	screen_push(ui, &screen_answers);
}

void screen_push_outcome(struct ui *ui)
{
	screen_push(ui, &screen_outcome);
}

void screen_push_stop(struct ui *ui)
{
	screen_push(ui, &screen_stop);
}

void screen_push_hidden(struct ui *ui)
{
	ui->hidden = true;
	ui->is_seen = false;
	tty_wipe();
}

void screen_visit(struct ui *ui, size_t question)
{
	struct visit visit = ui->visit;
	if (!visit.active)
		visit = (struct visit){.active = true, .from = interview_question(ui->interview)};
	visit.by_outcome = false;
	interview_visit(ui->interview, question);
	screen_show_interview(ui);
	ui->visit = visit;
}

void screen_visit_by_outcome(struct ui *ui, size_t question)
{
	struct overview_line line = *outcome_list_line(&ui->outcome);
	screen_visit(ui, question);
	ui->visit.by_outcome = true;
	ui->visit.line = line;
}

void screen_reword(struct ui *ui)
{
	ui->is_seen = false;
	for (size_t i = 0; i < ui->depth; i++)
		if (ui->stack[i]->reword)
			ui->stack[i]->reword(ui);
}

void screen_take(struct ui *ui, const struct answer *answer, bool to_answers)
{
	size_t question = interview_question(ui->interview);
	struct visit visit = ui->visit;
	panel_remember(&ui->panel, interview_outcomes(ui->interview));
	interview_take(ui->interview, answer);
	screen_show_interview(ui);
	if (to_answers)
		screen_show_answers(ui, question);
	else if (visit.active && visit.by_outcome && screen_shown(ui) == &screen_result)
		outcome_list_choose(&ui->outcome, &visit.line);
}

static void go_back_to_answers(struct ui *ui)
{
	size_t question = interview_question(ui->interview);
	interview_visit(ui->interview, ui->visit.from);
	screen_show_interview(ui);
	screen_show_answers(ui, question);
}

static void go_back_to_outcome(struct ui *ui)
{
	struct overview_line line = ui->visit.line;
	interview_visit(ui->interview, ui->visit.from);
	screen_show_interview(ui);
	if (screen_shown(ui) != &screen_result)
		screen_push_outcome(ui);
	outcome_list_choose(&ui->outcome, &line);
}

void screen_go_back(struct ui *ui)
{
	if (ui->visit.active && ui->visit.by_outcome)
		go_back_to_outcome(ui);
	else if (ui->visit.active)
		go_back_to_answers(ui);
	else if (interview_back(ui->interview))
		screen_show_interview(ui);
	else
		screen_show_start(ui);
}

/* The part of the screen that texts stand in: two languages side by side need more of it. */
static struct area make_body(const struct area *whole, int foot)
{
	struct area body = paint_inset(*whole);
	int most = speakers_view() == SPEAKERS_BOTH ? COLUMNS_READABLE_BOTH : COLUMNS_READABLE;
	body.rows -= foot;
	if (body.columns > most)
		body.columns = most;
	return body;
}

static bool is_too_small(const struct area *whole)
{
	return whole->rows < ROWS_LEAST || whole->columns < COLUMNS_LEAST;
}

/* Everything, from the state alone: it may be called at any time. */
static void draw(struct ui *ui)
{
	const struct screen *screen = screen_shown(ui);
	struct area whole = paint_screen();
	paint_begin();
	if (screen->any_size) {
		screen->draw(ui, &whole);
	} else if (is_too_small(&whole)) {
		paint_paragraph(&whole, 0, whole.rows, THEME_PLAIN,
			_("Please make the window larger: at least 40 columns and 12 rows."));
	} else {
		struct area body = make_body(&whole, foot_draw(ui, screen, &whole));
		screen->draw(ui, &body);
	}
	paint_end();
	ui->is_seen = true;
}

/* What is pasted must not keep F9 waiting behind it. A new screen is drawn all the same: keys go by
 * how its lines lie. */
static bool wants_drawing(const struct ui *ui)
{
	return !ui->is_seen || !tty_is_flooded();
}

/* Returns the key of the screen's table that was pressed and works now, or NULL. */
static const struct key *find_key(const struct ui *ui, int pressed)
{
	const struct screen *screen = screen_shown(ui);
	for (size_t i = 0; i < screen->key_count; i++) {
		const struct key *key = &screen->keys[i];
		if (key->run && key->key == pressed && (!key->works || key->works(ui)))
			return key;
	}
	return NULL;
}

static void handle(struct ui *ui, const struct press *press)
{
	const struct screen *screen = screen_shown(ui);
	const struct key *key = find_key(ui, press->key);
	struct area whole = paint_screen();
	if (press->key == PRESS_REDRAW)
		ui->is_seen = false;
	if (press->key == PRESS_LOST)
		screen_end(ui, UI_LOST);
	else if (press->key == PRESS_IDLE)
		screen_push_hidden(ui);
	/* Nobody can see what the others would do. */
	else if (is_too_small(&whole) && press->key != PRESS_F9)
		return;
	else if (key)
		key->run(ui);
	else if (screen->press)
		screen->press(ui, press);
}

/* Before anything is shown of an answer, it is safe from whatever may end the program. */
static void keep(struct ui *ui)
{
	if (!ui->ended && !draft_keep(ui->settings->draft, ui->interview))
		screen_push(ui, &screen_unkept);
}

static void begin(struct ui *ui, struct interview *interview, const struct ui_settings *settings)
{
	ui->interview = interview;
	ui->pack = interview_pack(interview);
	ui->settings = settings;
	question_view_init(&ui->question, ui->pack, settings->moment.date);
	panel_init(&ui->panel, ui->pack);
	edit_init(&ui->file_name);
	text_init(&ui->message);
	text_init(&ui->paper.job);
	text_init(&ui->paper.fault);
	if (settings->client_language) {
		ui->client_language = *settings->client_language;
		speakers_may_show_client(screen_can_show(&ui->client_language));
	}
	screen_show_start(ui);
	if (settings->resume)
		screen_push(ui, &screen_code);
}

static void finish(struct ui *ui)
{
	while (ui->depth > 0)
		take_off(ui);
	question_view_destroy(&ui->question);
	panel_destroy(&ui->panel);
	edit_destroy(&ui->file_name);
	text_destroy(&ui->message);
	text_destroy(&ui->paper.job);
	text_destroy(&ui->paper.fault);
}

enum ui_end ui_run(
	struct interview *interview, const struct ui_settings *settings, struct error *error)
{
	bool orders = !tty_order_is_terminals(settings->order);
	strip_use_order(orders);
	if (!tty_start(settings->input, settings->output, orders, error))
		return UI_UNABLE;
	memory_at_exhaustion(tty_restore);
	theme_start(settings->theme);
	struct ui *ui = memory_secret_new(1, sizeof *ui);
	begin(ui, interview, settings);
	while (!ui->ended) {
		if (wants_drawing(ui))
			draw(ui);
		struct press press = tty_read(
			find_key(ui, PRESS_ESCAPE) != NULL, ui->hidden ? 0 : settings->hide_after);
		handle(ui, &press);
		keep(ui);
	}
	enum ui_end end = ui->end;
	finish(ui);
	memory_secret_free(ui);
	tty_stop();
	return end;
}
