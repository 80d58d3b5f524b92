#include "question_lines.h"

#include "bidi.h"
#include "languages.h"

#include <string.h>

enum {
	LINES_LEAST = 3, /* rows that the lines keep beside the ways out, or scroll with them */
	RULE = 1, /* the row between lines and ways out */
};

/* Between two languages in one row. */
static const char separator[] = " / ";

/* A line as it is shown. */
struct shown_line {
	struct text mark;
	struct pair words;
	int indent; /* columns before the words */
	bool is_long; /* one of many, which take a row each */
};

/* Rows of the screen that may be painted. */
struct window {
	int top;
	int bottom; /* the first row that is not part of it */
};

struct subject {
	const struct question_view *view;
	size_t line;
};

static void add_words(const void *subject, struct text *text)
{
	const struct subject *of = subject;
	question_view_add_words(of->view, of->line, text);
}

static void begin(struct shown_line *shown, const struct question_view *view, size_t line)
{
	const struct subject subject = {view, line};
	text_init(&shown->mark);
	pair_init(&shown->words);
	question_view_add_mark(view, line, &shown->mark);
	pair_fill(&shown->words, add_words, &subject);
	shown->indent = PAINT_MARK + (int)languages_width(shown->mark.bytes);
	shown->is_long = view->ask->is_long && line < view->lines;
}

static void end(struct shown_line *shown)
{
	text_destroy(&shown->mark);
	pair_destroy(&shown->words);
}

/* The columns in which the words of either language stand. */
static struct area words_area(
	const struct shown_line *shown, const struct area *area, enum speaker speaker)
{
	struct area words = pair_is_beside(area->columns) ? pair_half(area, speaker) : *area;
	words.left += shown->indent;
	words.columns -= shown->indent;
	return words;
}

/* Whether the words stand in one row, the second language after the first. */
static bool is_joined(const struct shown_line *shown, const struct area *area)
{
	size_t first = languages_width(shown->words.first.bytes);
	size_t second = languages_width(shown->words.second.bytes);
	if (pair_is_beside(area->columns))
		return false;
	return shown->is_long ||
	       (int)(first + second + strlen(separator)) <= area->columns - shown->indent;
}

static int rows_of_words(const struct shown_line *shown, const struct area *area)
{
	struct area left = words_area(shown, area, SPEAKER_STAFF);
	struct area right = words_area(shown, area, SPEAKER_CLIENT);
	if (shown->is_long || is_joined(shown, area))
		return 1;
	int first = paint_measure(shown->words.first.bytes, left.columns);
	int second = paint_measure(shown->words.second.bytes, right.columns);
	if (!pair_is_beside(area->columns))
		first += second;
	return first > second ? first : second;
}

static int rows_of(const struct question_view *view, int columns, size_t line)
{
	const struct area area = {.columns = columns};
	struct shown_line shown;
	if (view->ask->is_long && line < view->lines)
		return 1;
	begin(&shown, view, line);
	int rows = rows_of_words(&shown, &area);
	end(&shown);
	return rows;
}

/* The rows that lines take, from one up to but not including another. */
static int sum_rows(const struct question_view *view, int columns, size_t from, size_t to)
{
	int rows = 0;
	if (view->ask->is_long && to <= view->lines)
		return (int)(to - from);
	for (size_t i = from; i < to; i++)
		rows += rows_of(view, columns, i);
	return rows;
}

int question_lines_measure(const struct question_view *view, int columns)
{
	return sum_rows(view, columns, 0, view->lines);
}

int question_ways_measure(const struct question_view *view, int columns)
{
	return sum_rows(view, columns, view->lines, view->lines + QUESTION_WAYS_OUT);
}

/* Drawing */

static void paint_in(const struct window *window, const struct area *area, int row,
	enum theme_style style, const char *words)
{
	const char *whole = words;
	for (size_t shown, next; *words; words += next, row++) {
		languages_break(words, (size_t)area->columns, &shown, &next);
		if (row < window->top || row >= window->bottom)
			continue;
		/* In one row, the words stand right after their mark in every language. */
		if (words == whole && !words[next])
			paint_text(row, area->left, area->columns, style, words);
		else
			paint_part(row, area->left, area->columns, style, words, shown, whole);
	}
}

static void paint_joined(const struct shown_line *shown, const struct area *area,
	const struct window *window, int row, enum theme_style style)
{
	struct text words;
	struct area room = words_area(shown, area, SPEAKER_STAFF);
	if (row < window->top || row >= window->bottom)
		return;
	text_init(&words);
	text_format(&words, BIDI_APART "%s" BIDI_APART_END, shown->words.first.bytes);
	if (shown->words.second.length)
		text_format(&words, "%s" BIDI_APART "%s" BIDI_APART_END, separator,
			shown->words.second.bytes);
	paint_text(row, room.left, room.columns, style, words.bytes);
	text_destroy(&words);
}

/* In the client's language, beside the staff's or under it. */
static void paint_second(const struct shown_line *shown, const struct area *area,
	const struct window *window, int row, enum theme_style style)
{
	struct area left = words_area(shown, area, SPEAKER_STAFF);
	struct area right = words_area(shown, area, SPEAKER_CLIENT);
	if (!pair_is_beside(area->columns))
		row += paint_measure(shown->words.first.bytes, left.columns);
	else if (row >= window->top && row < window->bottom)
		paint_text(row, right.left - shown->indent + PAINT_MARK, shown->indent - PAINT_MARK,
			style, shown->mark.bytes);
	paint_in(window, &right, row, style, shown->words.second.bytes);
}

static void paint_line(const struct shown_line *shown, const struct area *area,
	const struct window *window, int row, enum theme_style style)
{
	struct area left = words_area(shown, area, SPEAKER_STAFF);
	if (row >= window->top && row < window->bottom)
		paint_text(row, area->left + PAINT_MARK, area->columns - PAINT_MARK, style,
			shown->mark.bytes);
	if (is_joined(shown, area)) {
		paint_joined(shown, area, window, row, style);
		return;
	}
	paint_in(window, &left, row, style, shown->words.first.bytes);
	if (shown->words.second.length)
		paint_second(shown, area, window, row, style);
}

static void draw_line(const struct question_view *view, const struct area *area,
	const struct window *window, int row, size_t line)
{
	bool chosen = view->list.chosen == line;
	enum theme_style style = chosen ? THEME_CHOSEN : THEME_PLAIN;
	struct shown_line shown;
	begin(&shown, view, line);
	int rows = rows_of_words(&shown, area);
	for (int i = row; chosen && i < row + rows; i++)
		if (i >= window->top && i < window->bottom)
			paint_blanks(i, area->left, area->columns, style);
	if (chosen && row >= window->top && row < window->bottom) {
		paint_text(row, area->left, PAINT_MARK, style, ">");
		paint_cursor(row, area->left + PAINT_MARK);
	}
	paint_line(&shown, area, window, row, style);
	end(&shown);
}

/* Draws lines from a row on, which may lie above the window; returns the row after them. */
static int draw_lines(const struct question_view *view, const struct area *area,
	const struct window *window, int row, size_t from, size_t to)
{
	int gap = from < view->lines ? view->layout.gap : 0;
	for (size_t i = from; i < to && row < window->bottom; i++) {
		int rows = rows_of(view, area->columns, i);
		if (row + rows > window->top)
			draw_line(view, area, window, row, i);
		row += rows + gap;
	}
	return row;
}

/* The first row of a line, from the first one of the list on; the number of rows for a line beyond
 * it, such as LIST_NONE. */
static int row_of(const struct question_view *view, size_t line)
{
	int columns = view->layout.columns;
	size_t lines = line < view->lines ? line : view->lines;
	int rows = sum_rows(view, columns, 0, lines) + (int)lines * view->layout.gap;
	if (line < view->lines)
		return rows;
	size_t count = line < view->list.count ? line : view->list.count;
	return rows + RULE + sum_rows(view, columns, view->lines, count);
}

/* So that the line chosen is in sight; where it is taller than the room, its beginning. */
static void scroll(struct question_view *view, int count)
{
	struct list *list = &view->list;
	size_t rows = (size_t)view->layout.list_rows, total = (size_t)count;
	if (list->chosen == LIST_NONE) {
		list_scroll(list, total, LIST_NONE, rows);
		return;
	}
	int first = row_of(view, list->chosen);
	int last = first + rows_of(view, view->layout.columns, list->chosen) - 1;
	list_scroll(list, total, (size_t)last, rows);
	list_scroll(list, total, (size_t)first, rows);
}

static struct window make_window(const struct question_view *view)
{
	return (struct window){
		view->layout.list_row, view->layout.list_row + view->layout.list_rows};
}

static void draw_scrolled(struct question_view *view, const struct area *area)
{
	struct window window = make_window(view);
	scroll(view, row_of(view, view->list.count));
	int row = area->top - (int)view->list.top;
	row = draw_lines(view, area, &window, row, 0, view->lines);
	if (row >= window.top && row < window.bottom)
		paint_rule(area, row);
	draw_lines(view, area, &window, row + RULE, view->lines, view->list.count);
}

static void draw_pinned(struct question_view *view, const struct area *area)
{
	struct window window = make_window(view);
	const struct window rest = {view->layout.rest_row, area->top + area->rows};
	scroll(view, row_of(view, view->lines) - RULE);
	draw_lines(view, area, &window, area->top - (int)view->list.top, 0, view->lines);
	paint_rule(area, view->layout.rest_row - RULE);
	draw_lines(view, area, &rest, rest.top, view->lines, view->list.count);
}

/* Signs at the right that there are more lines above and below. */
static void draw_more(const struct question_view *view, const struct area *area)
{
	int rows = row_of(view, view->layout.rest_row ? view->lines : view->list.count);
	if (view->layout.rest_row)
		rows -= RULE + view->layout.gap;
	paint_more(area, view->layout.list_row, view->layout.list_rows, view->list.top > 0,
		(int)view->list.top + view->layout.list_rows < rows);
}

/* How many lines a key goes on by a page. */
static size_t choose_page(const struct question_view *view, int rows, int lines, int ways)
{
	int total = lines + RULE + ways;
	return (size_t)rows * (view->list.count + RULE) / (size_t)(total > 0 ? total : 1);
}

void question_lines_draw(struct question_view *view, const struct area *area, int gap, int air)
{
	int lines = question_lines_measure(view, area->columns);
	int ways = question_ways_measure(view, area->columns);
	int rest = RULE + ways;
	bool pinned = area->rows >= rest + LINES_LEAST || area->rows >= lines + rest;
	int rows = pinned ? area->rows - rest : area->rows;
	view->layout.gap = pinned ? gap : 0;
	lines += (int)view->lines * view->layout.gap;
	if (pinned && !view->ask->is_long && rows > lines)
		rows = lines;
	view->layout.left = area->left;
	view->layout.columns = area->columns;
	view->layout.list_row = area->top;
	view->layout.list_rows = rows;
	view->layout.page = choose_page(view, rows, lines, ways);
	view->layout.rest_row = pinned ? area->top + rows + air + RULE : 0;
	if (pinned)
		draw_pinned(view, area);
	else
		draw_scrolled(view, area);
	if (view->list.chosen == LIST_NONE && !view->ask->has_field)
		paint_cursor(area->top, area->left + PAINT_MARK);
	draw_more(view, area);
}

/* The line among some, the first of which begins at row 0; LIST_NONE for a gap, or none of them. */
static size_t line_at(const struct question_view *view, size_t from, size_t to, int row)
{
	int gap = from < view->lines ? view->layout.gap : 0;
	for (size_t i = from; i < to && row >= 0; i++) {
		int rows = rows_of(view, view->layout.columns, i);
		if (row < rows)
			return i;
		row -= rows + gap;
	}
	return LIST_NONE;
}

size_t question_line_at(const struct question_view *view, int row, int column)
{
	int below = row - view->layout.list_row;
	int rest = row - view->layout.rest_row;
	if (column >= view->layout.left + view->layout.columns)
		return LIST_NONE;
	if (view->layout.rest_row && rest >= 0)
		return line_at(view, view->lines, view->list.count, rest);
	if (below < 0 || below >= view->layout.list_rows)
		return LIST_NONE;
	below += (int)view->list.top;
	size_t line = line_at(view, 0, view->lines, below);
	if (line != LIST_NONE || view->layout.rest_row)
		return line;
	return line_at(view, view->lines, view->list.count, below - row_of(view, view->lines));
}
