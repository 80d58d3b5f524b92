/* What the wizard begins with: what this is, that nothing is kept, and how to hide it; and where a
 * screening was not finished, the choice whether to go on with it. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"
#include "script.h"
#include "start_page.h"
#include "wording.h"

#include <string.h>

enum {
	LIST_LEAST = 3, /* rows that the choices keep, however much there is to say */
	NEW_LINES = 2, /* the lines after the offers: to leave them, and to erase them */
	NUMBERED = 9, /* lines that a digit stands for */
};

static struct draft *draft_of(const struct ui *ui)
{
	return ui->settings->draft;
}

static bool has_offers(const struct ui *ui)
{
	return draft_offers(draft_of(ui)) > 0;
}

/* Whether it was come back to from the first question, with answers given. */
static bool is_under_way(const struct ui *ui)
{
	for (size_t i = 0; i < ui->pack->question_count; i++)
		if (interview_answer(ui->interview, i)->status != ANSWER_NOT_ASKED)
			return true;
	return false;
}

static bool can_start(const struct ui *ui)
{
	return !has_offers(ui) && !is_under_way(ui);
}

static bool can_go_on(const struct ui *ui)
{
	return !has_offers(ui) && is_under_way(ui);
}

void screen_start_warnings(const struct ui *ui, struct text words[SCREEN_WARNINGS])
{
	for (size_t i = 0; i < SCREEN_WARNINGS; i++)
		text_init(&words[i]);
	wording_add_past_review(&words[0], ui->pack, ui->settings->moment.date);
	draft_add_trouble(draft_of(ui), &words[1]);
	draft_add_refusals(draft_of(ui), &words[2]);
	draft_add_open(draft_of(ui), &words[3]);
}

/* None is chosen at first: one Enter too many must not mix two clients' answers. */
static void enter(struct ui *ui)
{
	size_t offers = draft_offers(draft_of(ui));
	list_start(&ui->offers, offers ? offers + NEW_LINES : 0, LIST_NONE);
}

/* What is wrong, if anything: each is a paragraph of its own. */
static void add_warnings(const struct ui *ui, struct start_page *page)
{
	struct text words[SCREEN_WARNINGS];
	screen_start_warnings(ui, words);
	for (size_t i = 0; i < SCREEN_WARNINGS; i++) {
		start_page_add(page, THEME_WARNING, START_WARNING, words[i].bytes);
		text_destroy(&words[i]);
	}
}

static void add_prompt(const struct ui *ui, struct start_page *page)
{
	size_t offers = draft_offers(draft_of(ui));
	if (ui->offers_fault)
		start_page_add(page, THEME_FAULT, START_ALWAYS, _(ui->offers_fault));
	if (offers && ui->offers_fault)
		return;
	if (offers == 1)
		start_page_add(
			page, THEME_STRONG, START_ALWAYS, _("A screening was not finished:"));
	else if (offers > 1)
		start_page_add(page, THEME_STRONG, START_ALWAYS,
			_("Several screenings were not finished:"));
	else
		start_page_add(page, THEME_PLAIN, START_PROMPT,
			is_under_way(ui) ? _("Press Enter to go on.") : _("Press Enter to start."));
}

/* Which language the client's is, or how it is chosen. */
static void add_language(const struct ui *ui, struct start_page *page)
{
	struct text words;
	text_init(&words);
	if (!speakers_client())
		text_add(&words, _("F2: choose the client's language, to show texts in both."));
	else if (!screen_can_show(&ui->client_language))
		text_add(&words,
			script_cannot_be_shown(script_of_language(ui->client_language.code)));
	else if (ui->client_language.reviewed)
		/* TRANSLATORS: a language's name in itself, and in yours. */
		text_format(&words, _("The client's language: %s (%s)"),
			language_own_name(&ui->client_language),
			language_name(&ui->client_language));
	else
		/* TRANSLATORS: a language's name in itself, and in yours; its translation is not
		 * reviewed by a native speaker. */
		text_format(&words, _("The client's language: %s (%s), not yet reviewed"),
			language_own_name(&ui->client_language),
			language_name(&ui->client_language));
	start_page_add(page, THEME_PLAIN, START_LANGUAGE, words.bytes);
	text_destroy(&words);
}

static void fill(const struct ui *ui, struct start_page *page)
{
	struct pair title;
	pair_init(&title);
	pair_say_pack(&title, ui->pack, ui->pack->title);
	start_page_add_pair(page, THEME_STRONG, START_TITLE, &title);
	start_page_say(page, THEME_PLAIN, START_WHAT,
		N_("A few questions show which support may apply. Nothing is decided here."));
	add_warnings(ui, page);
	/* TRANSLATORS: of the answers. */
	start_page_say(page, THEME_PLAIN, START_KEPT, N_("At the end, nothing is kept."));
	/* The client has to know it too, in their own language. */
	start_page_say(page, THEME_STRONG, START_ALWAYS,
		N_("F9 (or Esc 9) hides this screen at once. Only F9 brings it back."));
	add_language(ui, page);
	add_prompt(ui, page);
}

/* Where it does not, what was added is taken away again. */
static bool fits(struct text *words, size_t before, int columns)
{
	if ((int)languages_width(words->bytes) <= columns)
		return true;
	text_cut(words, before);
	return false;
}

/* In few words where there is little room, and in fewer. */
static void add_offer(const struct ui *ui, size_t offer, int columns, struct text *words)
{
	struct text moment;
	size_t before = words->length;
	unsigned long answers = draft_offer_answers(draft_of(ui), offer);
	text_init(&moment);
	draft_add_moment(draft_of(ui), offer, ui->settings->moment.date, &moment);
	/* TRANSLATORS: %s is a time, or a day and a time. */
	text_format(words,
		ngettext("Go on with the screening of %s (%lu answer)",
			"Go on with the screening of %s (%lu answers)", answers),
		moment.bytes, answers);
	if (!fits(words, before, columns))
		/* TRANSLATORS: the same, shorter. */
		text_format(words,
			ngettext("Go on: %s (%lu answer)", "Go on: %s (%lu answers)", answers),
			moment.bytes, answers);
	if (!fits(words, before, columns))
		/* TRANSLATORS: the same, shorter still. */
		text_format(words, _("Go on: %s"), moment.bytes);
	text_destroy(&moment);
}

static void add_line(const struct ui *ui, size_t line, int columns, struct text *words)
{
	size_t offers = draft_offers(draft_of(ui));
	if (line < NUMBERED)
		text_format(words, "%zu  ", line + 1);
	else
		text_add(words, "   ");
	if (line < offers)
		add_offer(ui, line, columns, words);
	else if (line == offers)
		text_add(words, offers == 1 ? _("Leave it and start anew")
					    : _("Leave them and start anew"));
	else
		text_add(words, offers == 1 ? _("Erase it and start anew")
					    : _("Erase all of them and start anew"));
}

static void draw_line(const struct ui *ui, const struct area *area, int row, size_t line)
{
	bool chosen = ui->offers.chosen == line;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_PLAIN;
	struct text words;
	text_init(&words);
	add_line(ui, line, area->columns - PAINT_MARK, &words);
	if (chosen)
		paint_chosen(area, row, 1);
	paint_text(row, area->left + PAINT_MARK, area->columns - PAINT_MARK, style, words.bytes);
	text_destroy(&words);
}

static void draw(struct ui *ui, const struct area *area)
{
	struct start_page page;
	struct list *list = &ui->offers;
	int least = list->count < LIST_LEAST ? (int)list->count : LIST_LEAST;
	start_page_init(&page, area->columns);
	fill(ui, &page);
	ui->offers_top = start_page_draw(&page, area, least);
	start_page_destroy(&page);
	int rows = area->top + area->rows - ui->offers_top;
	list_scroll(list, list->count, list->chosen, (size_t)rows);
	for (int i = 0; i < rows && list->top + (size_t)i < list->count; i++)
		draw_line(ui, area, ui->offers_top + i, list->top + (size_t)i);
	paint_more(
		area, ui->offers_top, rows, list->top > 0, list->top + (size_t)rows < list->count);
}

static void go_on(struct ui *ui, size_t offer)
{
	if (draft_go_on(draft_of(ui), offer, ui->interview)) {
		screen_show_interview(ui);
		return;
	}
	ui->offers_fault = N_("That screening cannot be gone on with any more.");
	draft_look(draft_of(ui));
	enter(ui);
}

static void choose(struct ui *ui)
{
	size_t offers = draft_offers(draft_of(ui));
	if (ui->offers.chosen == LIST_NONE) {
		ui->offers_fault = N_("Choose a line first: press its digit, or move to it.");
	} else if (ui->offers.chosen < offers) {
		go_on(ui, ui->offers.chosen);
	} else if (ui->offers.chosen == offers) {
		draft_leave(draft_of(ui));
		screen_show_interview(ui);
	} else {
		screen_push(ui, &screen_erase);
	}
}

/* The first click chooses a line, a second one on the same line takes it. */
static void click(struct ui *ui, int row)
{
	size_t line = ui->offers.top + (size_t)(row - ui->offers_top);
	if (row < ui->offers_top || line >= ui->offers.count)
		return;
	if (ui->offers.chosen == line)
		choose(ui);
	else
		ui->offers.chosen = line;
}

static bool press_digit(struct ui *ui, int key)
{
	size_t line = (size_t)(key - '1');
	if (key < '1' || line >= ui->offers.count || line >= NUMBERED)
		return false;
	ui->offers.chosen = line;
	return true;
}

static void press(struct ui *ui, const struct press *press)
{
	if (!has_offers(ui))
		return;
	if (press->key == PRESS_CLICK)
		click(ui, press->row);
	else if (press_digit(ui, press->key) ||
		 list_press(&ui->offers, press->key, (size_t)(paint_screen().rows / 2)))
		ui->offers_fault = NULL;
}

static bool can_resume(const struct ui *ui)
{
	return !is_under_way(ui);
}

static void push_code(struct ui *ui)
{
	screen_push(ui, &screen_code);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("1-9"), NULL, N_("Choose"), NULL, has_offers},
	{PRESS_NONE, N_("Arrows"), NULL, N_("Move"), NULL, has_offers},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Next"), choose, has_offers},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Start"), screen_show_interview, can_start},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Go on"), screen_show_interview, can_go_on},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F8, N_("F8"), NULL, N_("Case code"), push_code, can_resume},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_start = {
	.name = "start",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.draw = draw,
	.press = press,
};
