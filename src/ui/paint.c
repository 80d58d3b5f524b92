#include "paint.h"

#include "gap.h"
#include "languages.h"
#include "scroll.h"
#include "strip.h"

#include <curses.h>
#include <stdint.h>
#include <string.h>
#include <unistr.h>
#include <wchar.h>

enum {
	COLUMNS_ROOMY = 60, /* from here on there is a margin */
	MARGIN = 2,
};

static int cursor_row, cursor_column;

/* Rows in which texts may be painted, where they are not all. */
static struct area only;

struct area paint_screen(void)
{
	return (struct area){.rows = LINES, .columns = COLS};
}

struct area paint_inset(struct area area)
{
	if (area.columns >= COLUMNS_ROOMY) {
		area.left += MARGIN;
		area.columns -= 2 * MARGIN;
	}
	return area;
}

void paint_begin(void)
{
	theme_use_background();
	erase();
	gap_begin();
	cursor_row = cursor_column = 0;
}

void paint_nothing(void)
{
	theme_use_own_background();
	erase();
}

void paint_end(void)
{
	scroll_prevent();
	move(cursor_row, cursor_column);
	refresh();
}

void paint_cursor(int row, int column)
{
	if (row >= 0 && row < LINES)
		cursor_row = row;
	if (column >= 0)
		cursor_column = column < COLS ? column : COLS - 1;
}

void paint_only_in(const struct area *rows)
{
	only = rows ? *rows : (struct area){.rows = 0};
}

static bool is_paintable(int row)
{
	return row >= 0 && row < LINES &&
	       (!only.rows || (row >= only.top && row < only.top + only.rows));
}

/* Returns whether any of the columns are on the screen, and leaves those that are not out. */
static bool clip(int row, int column, int *columns)
{
	if (*columns > COLS - column)
		*columns = COLS - column;
	return is_paintable(row) && *columns > 0;
}

static void put(struct strip *strip, int row, int column, enum theme_style style)
{
	if (strip->count == 0)
		return;
	gap_fill(row, column, style);
	theme_use(style);
	mvaddnwstr(row, column, strip->wide, strip->count);
	theme_use(THEME_PLAIN);
	gap_note(row, column + strip->cells, style);
	strip_wipe(strip);
}

int paint_text(int row, int column, int columns, enum theme_style style, const char *words)
{
	struct strip strip;
	size_t length = strlen(words);
	if (!clip(row, column, &columns))
		return 0;
	strip_fill(&strip, words, length, columns, strip_is_right(words, length));
	put(&strip, row, column, style);
	return strip.cells;
}

void paint_part(int row, int column, int columns, enum theme_style style, const char *words,
	size_t length, const char *whole)
{
	struct strip strip;
	bool right = strip_is_right(whole, strcspn(whole, "\n"));
	if (!clip(row, column, &columns))
		return;
	strip_fill(&strip, words, length, columns, right);
	put(&strip, row, right ? column + columns - strip.cells : column, style);
}

void paint_right(const struct area *area, int row, enum theme_style style, const char *words)
{
	int width = (int)languages_width(words);
	if (width <= area->columns)
		paint_text(row, area->left + area->columns - width, width, style, words);
}

/* Some terminals speak UTF-8 and then know no other set of characters to draw lines from. */
static bool make_line(cchar_t *line, const wchar_t *character)
{
	return languages_is_utf8() && setcchar(line, character, A_NORMAL, 0, NULL) == OK;
}

void paint_rule(const struct area *area, int row)
{
	cchar_t line;
	if (row < 0 || row >= LINES)
		return;
	theme_use(THEME_QUIET);
	if (make_line(&line, L"\u2500"))
		mvhline_set(row, area->left, &line, area->columns);
	else
		mvhline(row, area->left, 0, area->columns);
	theme_use(THEME_PLAIN);
}

void paint_upright(int row, int column, int rows)
{
	cchar_t line;
	if (row < 0 || row >= LINES || column >= COLS)
		return;
	theme_use(THEME_QUIET);
	if (make_line(&line, L"\u2502"))
		mvvline_set(row, column, &line, rows);
	else
		mvvline(row, column, 0, rows);
	theme_use(THEME_PLAIN);
}

void paint_blanks(int row, int column, int columns, enum theme_style style)
{
	if (!is_paintable(row))
		return;
	theme_use(style);
	mvhline(row, column, ' ', columns);
	theme_use(THEME_PLAIN);
}

/* Paints the beginning of the words in one row, up to a whole word, and an ellipsis. */
static void paint_beginning(const struct area *area, int row, enum theme_style style,
	const char *words, const char *whole)
{
	const char *ellipsis = languages_is_utf8() ? "\u2026" : "...";
	int room = area->columns - (int)languages_width(ellipsis);
	size_t shown, next;
	struct text cut;
	if (room <= 0)
		return;
	languages_break(words, (size_t)room, &shown, &next);
	text_init(&cut);
	text_add_bytes(&cut, words, shown);
	text_add(&cut, ellipsis);
	paint_part(row, area->left, area->columns, style, cut.bytes, cut.length, whole);
	text_destroy(&cut);
}

int paint_paragraph(
	const struct area *area, int row, int rows, enum theme_style style, const char *words)
{
	int painted = 0;
	const char *whole = words;
	while (*words && painted < rows) {
		size_t shown, next;
		languages_break(words, (size_t)area->columns, &shown, &next);
		if (words[next] && painted + 1 == rows)
			paint_beginning(area, row + painted++, style, words, whole);
		else
			paint_part(row + painted++, area->left, area->columns, style, words, shown,
				whole);
		words += next;
		/* Each paragraph has its own direction. */
		if (words[-1] == '\n')
			whole = words;
	}
	return painted;
}

int paint_measure(const char *words, int columns)
{
	int rows = 0;
	while (*words) {
		size_t shown, next;
		languages_break(words, (size_t)columns, &shown, &next);
		words += next;
		rows++;
	}
	return rows;
}

/* Where the character that ends at `end` begins. */
static size_t before_character(const char *bytes, size_t end)
{
	ucs4_t character;
	const uint8_t *start = (const uint8_t *)bytes;
	const uint8_t *found = u8_prev(&character, start + end, start);
	return found ? (size_t)(found - start) : end - 1;
}

/* As much as fits from here on to the cursor, which needs a cell of its own after the last
 * character. */
static size_t find_shown(const struct edit *edit, int columns)
{
	const char *bytes = edit->text.bytes;
	size_t from = edit->cursor;
	while (from > 0) {
		size_t before = before_character(bytes, from);
		if (strip_measure(bytes + before, edit->cursor - before) >= columns)
			break;
		from = before;
	}
	return from;
}

void paint_field(int row, int column, int columns, const struct edit *edit, bool focused)
{
	struct strip strip;
	size_t from = find_shown(edit, columns);
	const char *shown = edit->text.bytes + from;
	bool right = strip_is_right(edit->text.bytes, edit->text.length);
	paint_blanks(row, column, columns, THEME_FIELD);
	if (!clip(row, column, &columns))
		return;
	strip_fill(&strip, shown, edit->text.length - from, columns, right);
	if (right)
		column += columns - strip.cells;
	if (focused)
		paint_cursor(row, column + strip_cell(&strip, shown, edit->cursor - from, right));
	put(&strip, row, column, THEME_FIELD);
}

void paint_chosen(const struct area *area, int row, int rows)
{
	for (int i = 0; i < rows; i++)
		paint_blanks(row + i, area->left, area->columns, THEME_CHOSEN);
	paint_text(row, area->left, PAINT_MARK, THEME_CHOSEN, ">");
	paint_cursor(row, area->left + PAINT_MARK);
}

void paint_more(const struct area *area, int row, int rows, bool above, bool below)
{
	int column = area->left + area->columns - 1;
	if (above)
		paint_text(row, column, 1, THEME_KEY, "^");
	if (below)
		paint_text(row + rows - 1, column, 1, THEME_KEY, "v");
}
