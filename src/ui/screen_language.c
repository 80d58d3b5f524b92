/* The client's language: none, or one of those that there are texts in, each named in itself. F2
 * comes here, and goes from view to view once one is chosen. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"
#include "tty_script.h"

#include <string.h>

enum {
	OWN_LEAST = 12, /* columns of the names in themselves */
	GAP = 2,
	ROOMY_ROWS = 14,
	NOTE_COLUMNS = 60, /* from which on it is said beside a language that it is not reviewed */
};

static const struct language *language_of(const struct ui *ui, size_t line)
{
	return line ? &ui->languages.items[line - 1] : NULL;
}

/* Without the language that the staff's texts are in. */
static void leave_out_shown(struct language_list *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++)
		if (!language_is_shown(&list->items[i]))
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static void enter(struct ui *ui)
{
	const char *client = speakers_client();
	size_t chosen = 0;
	language_list_init(&ui->languages, languages_catalogues());
	language_list_review(&ui->languages, ui->pack, languages_catalogues());
	leave_out_shown(&ui->languages);
	for (size_t i = 0; client && i < ui->languages.count; i++)
		if (strcmp(ui->languages.items[i].code, client) == 0)
			chosen = i + 1;
	if (!client && ui->languages.count > 0)
		chosen = 1;
	list_start(&ui->language, ui->languages.count + 1, chosen);
}

static void leave(struct ui *ui)
{
	language_list_destroy(&ui->languages);
}

static int widest_own(const struct language_list *list)
{
	int widest = OWN_LEAST;
	for (size_t i = 0; i < list->count; i++) {
		int width = (int)languages_width(language_own_name(&list->items[i]));
		widest = width > widest ? width : widest;
	}
	return widest;
}

static void draw_language(const struct ui *ui, const struct area *area, int row,
	const struct language *language, enum theme_style style)
{
	int left = area->left + PAINT_MARK, right = area->left + area->columns;
	int own = widest_own(&ui->languages);
	if (screen_can_show(language))
		paint_text(row, left, own, style, language_own_name(language));
	left += own + GAP;
	int used = paint_text(row, left, right - left, style, language_name(language));
	left += (used > OWN_LEAST ? used : OWN_LEAST) + GAP;
	if (!language->reviewed && area->columns >= NOTE_COLUMNS)
		/* TRANSLATORS: beside the name of a language, of its translation. */
		paint_text(row, left, right - left, style, _("not yet reviewed"));
}

static void draw_line(const struct ui *ui, const struct area *area, int row, size_t line)
{
	bool chosen = ui->language.chosen == line;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_PLAIN;
	const struct language *language = language_of(ui, line);
	if (chosen)
		paint_chosen(area, row, 1);
	if (language)
		draw_language(ui, area, row, language, style);
	else
		/* TRANSLATORS: of the client's language: it is not used. */
		paint_text(row, area->left + PAINT_MARK, area->columns - PAINT_MARK, style,
			_("None: only your own language"));
}

/* That nobody has looked at the language, in your own and in that one. */
static void add_review(const struct language *language, struct text *words)
{
	static const char sentence[] =
		N_("No native speaker has reviewed this translation yet: there may be mistakes.");
	const char *theirs = languages_text_in(language->code, sentence);
	text_format(words, "%s%s", words->length ? "\n" : "", _(sentence));
	if (screen_can_show(language) && strcmp(_(sentence), theirs) != 0)
		text_format(words, "\n%s", theirs);
}

/* What is to be known about the language chosen. */
static int draw_note(const struct ui *ui, const struct area *area, int rows)
{
	const struct language *language = language_of(ui, ui->language.chosen);
	struct area note = *area;
	struct text words;
	if (!language)
		return 0;
	text_init(&words);
	if (!screen_can_show(language))
		text_add(&words, script_cannot_be_shown(script_of_language(language->code)));
	if (!language->reviewed)
		add_review(language, &words);
	int needed = paint_measure(words.bytes, area->columns);
	needed = needed < rows ? needed : rows;
	note.top += area->rows - needed;
	paint_paragraph(&note, note.top, needed, THEME_QUIET, words.bytes);
	text_destroy(&words);
	return needed;
}

static void draw(struct ui *ui, const struct area *area)
{
	struct area lines = *area;
	struct list *list = &ui->language;
	bool roomy = area->rows >= ROOMY_ROWS;
	int head = paint_paragraph(
		area, area->top, 2, THEME_STRONG, _("In which language does the client read?"));
	head += roomy;
	lines.top += head;
	lines.rows -= head + draw_note(ui, area, area->rows / 2) + roomy;
	list_scroll(list, list->count, list->chosen, (size_t)lines.rows);
	ui->language_row = lines.top;
	for (int i = 0; i < lines.rows && list->top + (size_t)i < list->count; i++)
		draw_line(ui, &lines, lines.top + i, list->top + (size_t)i);
	paint_more(&lines, lines.top, lines.rows, list->top > 0,
		list->top + (size_t)lines.rows < list->count);
}

bool screen_can_show(const struct language *language)
{
	return tty_shows_script(script_of_language(language->code));
}

static void choose(struct ui *ui)
{
	const struct language *language = language_of(ui, ui->language.chosen);
	if (language) {
		ui->client_language = *language;
		speakers_may_show_client(screen_can_show(language));
	}
	speakers_choose(language ? language->code : NULL);
	screen_pop(ui);
	screen_reword(ui);
}

/* The first click chooses a line, a second one on the same line takes it. */
static void click(struct ui *ui, int row)
{
	size_t line = ui->language.top + (size_t)(row - ui->language_row);
	if (row < ui->language_row || line >= ui->language.count)
		return;
	if (ui->language.chosen == line)
		choose(ui);
	else
		ui->language.chosen = line;
}

static void press(struct ui *ui, const struct press *press)
{
	if (press->key == PRESS_CLICK)
		click(ui, press->row);
	else
		list_press(&ui->language, press->key, (size_t)(paint_screen().rows / 2));
}

void screen_turn_language(struct ui *ui)
{
	bool starts = ui->depth == 1 && ui->stack[0] == &screen_start;
	enum speakers_view view = speakers_view();
	if (starts || view == SPEAKERS_STAFF)
		screen_push(ui, &screen_language);
	else
		speakers_show(view == SPEAKERS_BOTH ? SPEAKERS_CLIENT : SPEAKERS_STAFF);
	question_view_reword(&ui->question);
}

/* For screens that the list must not stand on: from it one could come to them again. */
void screen_turn_view(struct ui *ui)
{
	static const enum speakers_view next[] = {
		[SPEAKERS_STAFF] = SPEAKERS_BOTH,
		[SPEAKERS_BOTH] = SPEAKERS_CLIENT,
		[SPEAKERS_CLIENT] = SPEAKERS_STAFF,
	};
	speakers_show(next[speakers_view()]);
	question_view_reword(&ui->question);
}

bool screen_has_views(const struct ui *ui)
{
	(void)ui;
	return speakers_client();
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Home End"), N_("Arrows"), N_("Move"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Choose"), choose, NULL},
	{PRESS_F2, NULL, NULL, NULL, choose, NULL},
	{PRESS_NONE, N_("Esc F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_language = {
	.name = "language",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};
