/* What the wizard begins with: what this is, that nothing is kept, and how to hide it. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"

#include <stdio.h>
#include <string.h>

enum { PARAGRAPHS = 6, ABOVE_MOST = 4 /* empty rows above the first */ };

/* A text of the screen. Where they do not all fit, those of the greatest `rank` are left out
 * first. */
struct paragraph_shown {
	char words[512];
	enum theme_style style;
	int rank;
	int rows;
};

struct page {
	struct paragraph_shown paragraphs[PARAGRAPHS];
	size_t count;
	int columns;
	int rows; /* of all paragraphs */
};

static void add(struct page *page, enum theme_style style, int rank, const char *words)
{
	struct paragraph_shown *paragraph = &page->paragraphs[page->count++];
	paragraph->style = style;
	paragraph->rank = rank;
	snprintf(paragraph->words, sizeof paragraph->words, "%s", words);
	paragraph->rows = paint_measure(paragraph->words, page->columns);
	page->rows += paragraph->rows;
}

static void add_out_of_date(const struct ui *ui, struct page *page)
{
	struct date due = ui->pack->review_by;
	char words[512], day[16];
	if (!pack_is_past_review(ui->pack, ui->settings->moment.date))
		return;
	snprintf(day, sizeof day, "%04d-%02d-%02d", due.year % 10000, due.month % 100,
		due.day % 100);
	snprintf(words, sizeof words,
		_("Out of date: these rules should have been reviewed by %s. Check with the "
		  "organisation before you rely on them."),
		day);
	add(page, THEME_WARNING, 2, words);
}

/* The client has to know it too, in their own language. */
static void add_hiding(const struct ui *ui, struct page *page)
{
	static const char sentence[] =
		N_("F9 (or Esc 9) hides this screen at once. Only F9 brings it back.");
	const char *theirs = languages_text_in(ui->settings->client_language, sentence);
	add(page, THEME_STRONG, 0, _(sentence));
	if (ui->settings->client_language && strcmp(theirs, _(sentence)) != 0)
		add(page, THEME_STRONG, 0, theirs);
}

static void fill(const struct ui *ui, struct page *page)
{
	add(page, THEME_STRONG, 1, languages_pack_text(ui->pack, ui->pack->title));
	add(page, THEME_PLAIN, 3,
		_("A few questions show which support may apply. Nothing is decided here."));
	add_out_of_date(ui, page);
	/* TRANSLATORS: of the answers. */
	add(page, THEME_PLAIN, 4, _("At the end, nothing is kept."));
	add_hiding(ui, page);
	add(page, THEME_PLAIN, 5, _("Press Enter to start."));
}

static void leave_out(struct page *page, int rows)
{
	while (page->rows > rows && page->count > 1) {
		size_t last = 0;
		for (size_t i = 1; i < page->count; i++)
			if (page->paragraphs[i].rank > page->paragraphs[last].rank)
				last = i;
		page->rows -= page->paragraphs[last].rows;
		page->count--;
		for (size_t i = last; i < page->count; i++)
			page->paragraphs[i] = page->paragraphs[i + 1];
	}
}

/* With an empty row between two paragraphs where all of them find room. */
static void draw(struct ui *ui, const struct area *area)
{
	struct page page = {.columns = area->columns};
	fill(ui, &page);
	leave_out(&page, area->rows);
	int gap = page.rows + (int)page.count - 1 <= area->rows;
	int above = (area->rows - page.rows - gap * ((int)page.count - 1)) / 3;
	int row = area->top + (above < ABOVE_MOST ? above : ABOVE_MOST);
	for (size_t i = 0; i < page.count; i++) {
		const struct paragraph_shown *shown = &page.paragraphs[i];
		paint_cursor(row, area->left);
		row += paint_paragraph(area, row, shown->rows, shown->style, shown->words) + gap;
	}
}

static const struct key keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("Start"), screen_show_interview, NULL},
	{PRESS_F1, N_("F1"), NULL, N_("Help"), screen_push_help, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_start = {
	.name = "start",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.draw = draw,
};
