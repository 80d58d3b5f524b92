/* What is asked before drafts are erased, and said when one cannot be kept any more. */
#include "screen.h"

#include "gettext.h"

static void add_erase(const void *subject, struct text *words)
{
	unsigned long offers = draft_offers(subject);
	/* TRANSLATORS: the answers of screenings that were not finished. */
	text_format(words,
		ngettext("Erase the answers of %lu screening? They cannot be brought back.",
			"Erase the answers of %lu screenings? They cannot be brought back.",
			offers),
		offers);
}

static void draw_erase(struct ui *ui, const struct area *area)
{
	struct pair words;
	pair_init(&words);
	pair_fill(&words, add_erase, ui->settings->draft);
	screen_draw_question(area, &words);
	pair_destroy(&words);
}

static void erase(struct ui *ui)
{
	draft_erase(ui->settings->draft);
	screen_show_interview(ui);
}

static const struct key erase_keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("Erase"), erase, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
};

const struct screen screen_erase = {
	.name = "erase",
	.keys = erase_keys,
	.key_count = sizeof erase_keys / sizeof erase_keys[0],
	.draw = draw_erase,
};

static void add_trouble(const void *subject, struct text *words)
{
	draft_add_trouble(subject, words);
}

static void draw_unkept(struct ui *ui, const struct area *area)
{
	struct pair words;
	pair_init(&words);
	pair_fill(&words, add_trouble, ui->settings->draft);
	screen_draw_question(area, &words);
	pair_destroy(&words);
}

static const struct key unkept_keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("Go on"), screen_pop, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_unkept = {
	.name = "unkept",
	.keys = unkept_keys,
	.key_count = sizeof unkept_keys / sizeof unkept_keys[0],
	.draw = draw_unkept,
};
