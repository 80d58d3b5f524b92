#include "pager.h"

#include "gettext.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

enum { WHEEL_LINES = 3 };

void pager_open(struct pager *pager, const struct document *document)
{
	*pager = (struct pager){.document = document, .rows = 1};
}

void pager_close(struct pager *pager)
{
	free(pager->lines);
	*pager = (struct pager){.rows = 1};
}

/* The paragraph that stood at the top stays there. */
static void lay_out(struct pager *pager, int columns)
{
	const struct paragraph *paragraph =
		pager->top < pager->count ? pager->lines[pager->top].paragraph : NULL;
	free(pager->lines);
	pager->lines = document_lay_out(pager->document, (size_t)columns, &pager->count);
	pager->columns = columns;
	pager->top = 0;
	while (pager->top < pager->count && pager->lines[pager->top].paragraph < paragraph)
		pager->top++;
}

static size_t last_top(const struct pager *pager)
{
	return pager->count > pager->rows ? pager->count - pager->rows : 0;
}

static enum theme_style style_of(const struct document_line *line)
{
	static const enum theme_style styles[PARAGRAPH_STYLE_COUNT] = {
		[PARAGRAPH_TITLE] = THEME_STRONG,
		[PARAGRAPH_WARNING] = THEME_WARNING,
		[PARAGRAPH_SERVICE] = THEME_QUIET,
		[PARAGRAPH_PATH] = THEME_STRONG,
		[PARAGRAPH_SMALL] = THEME_QUIET,
	};
	if (line->is_label)
		return THEME_QUIET;
	if (line->paragraph->style == PARAGRAPH_HEADING)
		return theme_of_outcome(line->paragraph->outcome);
	return styles[line->paragraph->style];
}

/* Labels are quiet, but for those that are an outcome's name. */
static enum theme_style style_of_label(const struct document_line *line)
{
	enum outcome outcome = line->paragraph->outcome;
	if (outcome == OUTCOME_COUNT || strcmp(line->label, wording_outcome(outcome)) != 0)
		return THEME_QUIET;
	return theme_of_outcome(outcome);
}

static void draw_line(const struct area *area, int row, const struct document_line *line)
{
	int left = area->left + (int)line->label_indent;
	int right = area->left + area->columns;
	if (line->label)
		paint_text(row, left, right - left, style_of_label(line), line->label);
	left = area->left + (int)line->indent;
	if (line->length)
		paint_bytes(row, left, right - left, style_of(line), line->text, line->length);
}

static void draw_position(const struct pager *pager, const struct area *area, int row)
{
	struct text words;
	text_init(&words);
	text_format(&words, _("Lines %zu-%zu of %zu"), pager->top + 1, pager->top + pager->rows,
		pager->count);
	paint_right(area, row, THEME_QUIET, words.bytes);
	text_destroy(&words);
}

void pager_draw(struct pager *pager, const struct area *area)
{
	size_t rows = area->rows > 1 ? (size_t)area->rows : 1;
	if (!pager->lines || pager->columns != area->columns)
		lay_out(pager, area->columns);
	bool scrolls = pager->count > rows;
	pager->rows = scrolls && rows > 1 ? rows - 1 : rows;
	if (pager->top > last_top(pager))
		pager->top = last_top(pager);
	for (size_t i = 0; i < pager->rows && pager->top + i < pager->count; i++)
		draw_line(area, area->top + (int)i, &pager->lines[pager->top + i]);
	if (scrolls)
		draw_position(pager, area, area->top + (int)rows - 1);
	paint_cursor(area->top, area->left);
}

static const struct {
	int key;
	bool up;
	enum { LINE, WHEEL, PAGE, ALL } by;
} moves[] = {
	{PRESS_UP, true, LINE},
	{PRESS_DOWN, false, LINE},
	{PRESS_WHEEL_UP, true, WHEEL},
	{PRESS_WHEEL_DOWN, false, WHEEL},
	{PRESS_PAGE_UP, true, PAGE},
	{PRESS_PAGE_DOWN, false, PAGE},
	{' ', false, PAGE},
	{PRESS_HOME, true, ALL},
	{PRESS_END, false, ALL},
};

static void move(struct pager *pager, bool up, size_t by)
{
	size_t last = last_top(pager);
	if (up)
		pager->top = by < pager->top ? pager->top - by : 0;
	else
		pager->top = by < last - pager->top ? pager->top + by : last;
}

bool pager_press(struct pager *pager, int key)
{
	/* A page overlaps the one before it by a line, so that nothing is missed. */
	const size_t by[] = {
		[LINE] = 1,
		[WHEEL] = WHEEL_LINES,
		[PAGE] = pager->rows > 1 ? pager->rows - 1 : 1,
		[ALL] = pager->count,
	};
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		if (moves[i].key == key) {
			move(pager, moves[i].up, by[moves[i].by]);
			return true;
		}
	}
	return false;
}
