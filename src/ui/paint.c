#include "paint.h"

#include "gap.h"
#include "languages.h"
#include "scroll.h"

#include <curses.h>
#include <stdint.h>
#include <string.h>
#include <unistr.h>
#include <wchar.h>

enum {
	COLUMNS_ROOMY = 60, /* from here on there is a margin */
	MARGIN = 2,
	CELLS = 512, /* the widest text that is painted at once */
	WIDE_LIMIT = CELLS * 4, /* characters that such a text can have, marks included */
};

/* A text in the making: characters for curses, and the cells that they take. */
struct strip {
	wchar_t wide[WIDE_LIMIT];
	int count;
	int cells;
};

static int cursor_row, cursor_column;

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

/* Returns whether the character found room. Controls are no text; a mark with no letter before it
 * would end up on its neighbour. */
static bool add_character(struct strip *strip, wchar_t character, int columns)
{
	int cells = wcwidth(character);
	if (cells < 0 || (cells == 0 && strip->count == 0))
		return true;
	if (strip->cells + cells > columns || strip->count >= WIDE_LIMIT - 1)
		return false;
	/* A blank that no line breaks at looks like any other. */
	strip->wide[strip->count++] = character == L'\u00a0' ? L' ' : character;
	strip->cells += cells;
	return true;
}

/* glibc's wide characters are Unicode's in every locale. Returns whether all found room. */
static bool fill_from_utf8(struct strip *strip, const char *words, size_t length, int columns)
{
	const uint8_t *bytes = (const uint8_t *)words;
	while (length > 0) {
		ucs4_t character = '?';
		int count = u8_mbtouc(&character, bytes, length);
		if (!add_character(strip, (wchar_t)character, columns))
			return false;
		bytes += count;
		length -= (size_t)count;
	}
	return true;
}

/* For locales that lack some characters: through their own encoding, in which there is always
 * something to show. */
static bool fill_from_locale(struct strip *strip, const char *words, size_t length, int columns)
{
	struct text copy, encoded;
	mbstate_t state = {0};
	bool fits = true;
	text_init(&copy);
	text_init(&encoded);
	text_add_bytes(&copy, words, length);
	languages_add_encoded(&encoded, copy.bytes);
	for (size_t i = 0; i < encoded.length && fits;) {
		wchar_t character = '?';
		size_t count = mbrtowc(&character, encoded.bytes + i, encoded.length - i, &state);
		fits = add_character(strip, character, columns);
		i += count > 0 && count <= encoded.length ? count : 1;
	}
	text_destroy(&encoded);
	text_destroy(&copy);
	return fits;
}

static bool is_ascii(const char *words, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)words[i] >= 0x80)
			return false;
	return true;
}

/* What is typed is painted too, and stays nowhere. */
static void wipe(struct strip *strip)
{
	explicit_bzero(strip->wide, (size_t)strip->count * sizeof strip->wide[0]);
}

static bool fill(struct strip *strip, const char *words, size_t length, int columns)
{
	strip->count = strip->cells = 0;
	if (languages_is_utf8() || is_ascii(words, length))
		return fill_from_utf8(strip, words, length, columns);
	return fill_from_locale(strip, words, length, columns);
}

/* Puts an ellipsis into the last cell, in place of whatever is there. */
static void cut(struct strip *strip, int columns)
{
	while (strip->count > 0 && strip->cells > columns - 1)
		strip->cells -= wcwidth(strip->wide[--strip->count]);
	add_character(strip, languages_is_utf8() ? L'\u2026' : L'>', columns);
}

int paint_bytes(
	int row, int column, int columns, enum theme_style style, const char *words, size_t length)
{
	struct strip strip;
	if (columns > COLS - column)
		columns = COLS - column;
	if (columns > CELLS)
		columns = CELLS;
	if (row < 0 || row >= LINES || columns <= 0)
		return 0;
	if (!fill(&strip, words, length, columns))
		cut(&strip, columns);
	if (strip.count == 0)
		return 0;
	gap_fill(row, column, style);
	theme_use(style);
	mvaddnwstr(row, column, strip.wide, strip.count);
	theme_use(THEME_PLAIN);
	gap_note(row, column + strip.cells, style);
	wipe(&strip);
	return strip.cells;
}

int paint_text(int row, int column, int columns, enum theme_style style, const char *words)
{
	return paint_bytes(row, column, columns, style, words, strlen(words));
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
	if (row < 0 || row >= LINES)
		return;
	theme_use(style);
	mvhline(row, column, ' ', columns);
	theme_use(THEME_PLAIN);
}

/* Paints the beginning of the words in one row, up to a whole word, and an ellipsis. */
static void paint_beginning(
	const struct area *area, int row, enum theme_style style, const char *words)
{
	const char *ellipsis = languages_is_utf8() ? "\u2026" : "...";
	int room = area->columns - (int)languages_width(ellipsis);
	size_t shown, next;
	if (room <= 0)
		return;
	languages_break(words, (size_t)room, &shown, &next);
	int used = paint_bytes(row, area->left, room, style, words, shown);
	paint_text(row, area->left + used, area->columns - used, style, ellipsis);
}

int paint_paragraph(
	const struct area *area, int row, int rows, enum theme_style style, const char *words)
{
	int painted = 0;
	while (*words && painted < rows) {
		size_t shown, next;
		languages_break(words, (size_t)area->columns, &shown, &next);
		if (words[next] && painted + 1 == rows)
			paint_beginning(area, row + painted++, style, words);
		else
			paint_bytes(
				row + painted++, area->left, area->columns, style, words, shown);
		words += next;
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

/* Returns the cells that the bytes take. */
static int measure_bytes(const char *bytes, size_t length)
{
	struct strip strip;
	fill(&strip, bytes, length, CELLS);
	wipe(&strip);
	return strip.cells;
}

/* Where the character that ends at `end` begins. */
static size_t before_character(const char *bytes, size_t end)
{
	ucs4_t character;
	const uint8_t *start = (const uint8_t *)bytes;
	const uint8_t *found = u8_prev(&character, start + end, start);
	return found ? (size_t)(found - start) : end - 1;
}

void paint_field(int row, int column, int columns, const struct edit *edit, bool focused)
{
	const char *bytes = edit->text.bytes;
	size_t from = edit->cursor;
	/* As much as fits; the cursor needs a cell of its own after the last character. */
	while (from > 0) {
		size_t before = before_character(bytes, from);
		if (measure_bytes(bytes + before, edit->cursor - before) >= columns)
			break;
		from = before;
	}
	paint_blanks(row, column, columns, THEME_FIELD);
	paint_bytes(row, column, columns, THEME_FIELD, bytes + from, edit->text.length - from);
	if (focused)
		paint_cursor(row, column + measure_bytes(bytes + from, edit->cursor - from));
}
