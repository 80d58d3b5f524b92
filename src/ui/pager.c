#include "pager.h"

#include "gettext.h"
#include "pair.h"
#include "wording.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WHEEL_LINES = 3,
	LINK_MARK = 2, /* columns of it, before a link's number */
};

static const struct document *document_of(const struct pager *pager)
{
	return &pager->documents->in[SPEAKER_STAFF];
}

/* Returns the document's link of this number, from 1, or NULL. */
static const struct paragraph *find_numbered(const struct pager *pager, size_t number)
{
	const struct document *document = document_of(pager);
	for (size_t i = 0; i < document->count; i++) {
		number -= document->paragraphs[i].is_link;
		if (number == 0)
			return &document->paragraphs[i];
	}
	return NULL;
}

static size_t number_of(const struct pager *pager, const struct paragraph *link)
{
	size_t number = 0;
	for (const struct paragraph *i = document_of(pager)->paragraphs; i <= link; i++)
		number += i->is_link;
	return number;
}

/* Returns the line where a link begins that is nearest to `line` in this direction, itself
 * included, and in sight; or the number of lines. */
static size_t find_link(const struct pager *pager, size_t line, bool up)
{
	size_t end = pager->top + pager->rows;
	while (line >= pager->top && line < end && line < pager->count) {
		if (pager->lines[line].begins_link)
			return line;
		line += up ? SIZE_MAX : 1;
	}
	return pager->count;
}

/* Where the chosen link begins. */
static size_t find_chosen(const struct pager *pager)
{
	size_t line = 0;
	while (line < pager->count &&
		(pager->lines[line].paragraph != pager->link || !pager->lines[line].begins_link))
		line++;
	return line;
}

void pager_open(struct pager *pager, const struct documents *documents)
{
	*pager = (struct pager){.documents = documents, .rows = 1};
	pager->link = find_numbered(pager, 1);
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
	pager->lines = documents_lay_out(pager->documents, columns, &pager->count);
	pager->columns = columns;
	pager->view = speakers_view();
	pager->top = 0;
	while (pager->top < pager->count && pager->lines[pager->top].paragraph < paragraph)
		pager->top++;
}

static size_t last_top(const struct pager *pager)
{
	return pager->count > pager->rows ? pager->count - pager->rows : 0;
}

/* Scrolls as little as brings the whole of the chosen link in sight, or its beginning. */
static void reveal(struct pager *pager)
{
	size_t first = find_chosen(pager), last = first;
	while (last + 1 < pager->count && pager->lines[last + 1].paragraph == pager->link)
		last++;
	if (last >= pager->top + pager->rows)
		pager->top = last - pager->rows + 1;
	if (first < pager->top)
		pager->top = first;
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

static bool is_outcome(const char *label, enum outcome outcome, enum speaker speaker)
{
	enum speaker before = speakers_turn(speaker);
	bool is = strcmp(label, wording_outcome(outcome)) == 0;
	speakers_turn(before);
	return is;
}

/* Labels are quiet, but for those that are an outcome's name. */
static enum theme_style style_of_label(const struct document_line *line)
{
	enum outcome outcome = line->paragraph->outcome;
	if (outcome == OUTCOME_COUNT || (!is_outcome(line->label, outcome, SPEAKER_STAFF) &&
						!is_outcome(line->label, outcome, SPEAKER_CLIENT)))
		return THEME_QUIET;
	return theme_of_outcome(outcome);
}

/* The mark and number in the columns that the layout leaves free before a link; the tenth and later
 * ones, which no digit picks, have no number. */
static void draw_link(const struct pager *pager, int row, int left, const struct paragraph *link)
{
	char number[4];
	bool chosen = pager->link == link;
	size_t count = number_of(pager, link);
	snprintf(number, sizeof number, "%zu.", count % 10);
	if (count < 10)
		paint_text(row, left + LINK_MARK, DOCUMENT_LINK_COLUMNS - LINK_MARK,
			chosen ? THEME_CHOSEN : THEME_KEY, number);
	if (!chosen)
		return;
	paint_text(row, left, LINK_MARK, THEME_CHOSEN, ">");
	paint_cursor(row, left + (count < 10 ? LINK_MARK : DOCUMENT_LINK_COLUMNS));
}

static void draw_language(
	const struct document_line *line, const struct area *area, int row, bool chosen)
{
	int left = area->left + (int)line->label_indent;
	int right = area->left + area->columns;
	chosen = chosen && !line->is_label && !line->blank;
	if (line->label)
		paint_text(row, left, right - left, style_of_label(line), line->label);
	left = area->left + (int)line->indent;
	if (chosen)
		paint_blanks(row, left - DOCUMENT_LINK_COLUMNS,
			right - left + DOCUMENT_LINK_COLUMNS, THEME_CHOSEN);
	if (line->length)
		paint_part(row, left, right - left, chosen ? THEME_CHOSEN : style_of(line),
			line->text, line->length, line->paragraph->text);
}

static void draw_line(const struct pager *pager, const struct area *area, int row, size_t index)
{
	const struct documents_line *line = &pager->lines[index];
	bool chosen = line->paragraph == pager->link;
	struct area left = *area;
	if (line->second.text) {
		struct area right = pair_half(area, SPEAKER_CLIENT);
		left = pair_half(area, SPEAKER_STAFF);
		draw_language(&line->second, &right, row, chosen);
	}
	draw_language(&line->first, &left, row, chosen);
	if (line->begins_link)
		draw_link(pager, row, left.left + (int)line->first.indent - DOCUMENT_LINK_COLUMNS,
			line->paragraph);
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
	bool changed =
		!pager->lines || pager->columns != area->columns || pager->view != speakers_view();
	if (changed)
		lay_out(pager, area->columns);
	bool scrolls = pager->count > rows;
	size_t shown = scrolls && rows > 1 ? rows - 1 : rows;
	changed = changed || pager->rows != shown;
	pager->rows = shown;
	pager->first_row = area->top;
	if (pager->link && changed)
		reveal(pager);
	if (pager->top > last_top(pager))
		pager->top = last_top(pager);
	paint_cursor(area->top, area->left);
	if (pair_is_beside(area->columns))
		pair_paint_between(area, area->top, (int)pager->rows);
	for (size_t i = 0; i < pager->rows && pager->top + i < pager->count; i++)
		draw_line(pager, area, area->top + (int)i, pager->top + i);
	if (scrolls)
		draw_position(pager, area, area->top + (int)rows - 1);
}

static const struct {
	int key;
	bool up;
	enum { WHEEL, PAGE, ALL } by;
} moves[] = {
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

static bool is_in_sight(const struct pager *pager, size_t line)
{
	return line >= pager->top && line < pager->top + pager->rows;
}

/* After scrolling: a link that nobody sees is not chosen, but the first one in sight. */
static void choose_in_sight(struct pager *pager)
{
	if (pager->link && is_in_sight(pager, find_chosen(pager)))
		return;
	size_t line = find_link(pager, pager->top, false);
	pager->link = line < pager->count ? pager->lines[line].paragraph : NULL;
}

/* Goes to the next link where it is in sight; if not, scrolls by a line. */
static void step(struct pager *pager, bool up)
{
	size_t chosen = pager->link ? find_chosen(pager) : SIZE_MAX;
	size_t line =
		pager->link ? find_link(pager, up ? chosen - 1 : chosen + 1, up) : pager->count;
	if (line < pager->count) {
		pager->link = pager->lines[line].paragraph;
		reveal(pager);
	} else {
		move(pager, up, 1);
		choose_in_sight(pager);
	}
}

/* Chooses a link by its number. */
static bool pick(struct pager *pager, size_t number)
{
	const struct paragraph *link = find_numbered(pager, number);
	if (link) {
		pager->link = link;
		reveal(pager);
	}
	return link;
}

static bool press_on_links(struct pager *pager, int key)
{
	if (key >= '1' && key <= '9')
		return pick(pager, (size_t)(key - '0'));
	if (key == PRESS_TAB)
		return (pager->link && pick(pager, number_of(pager, pager->link) + 1)) ||
		       pick(pager, 1);
	if (key != PRESS_UP && key != PRESS_DOWN)
		return false;
	step(pager, key == PRESS_UP);
	return true;
}

bool pager_press(struct pager *pager, int key)
{
	/* A page overlaps the one before it by a line, so that nothing is missed. */
	const size_t by[] = {
		[WHEEL] = WHEEL_LINES,
		[PAGE] = pager->rows > 1 ? pager->rows - 1 : 1,
		[ALL] = pager->count,
	};
	if (press_on_links(pager, key))
		return true;
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		if (moves[i].key == key) {
			move(pager, moves[i].up, by[moves[i].by]);
			choose_in_sight(pager);
			return true;
		}
	}
	return false;
}

bool pager_click(struct pager *pager, int row)
{
	size_t line = pager->top + (size_t)(row - pager->first_row);
	if (row < pager->first_row || !is_in_sight(pager, line) || line >= pager->count ||
		!pager->lines[line].paragraph->is_link)
		return false;
	bool again = pager->link == pager->lines[line].paragraph;
	pager->link = pager->lines[line].paragraph;
	return again;
}
