#include "strip.h"

#include "bidi.h"
#include "languages.h"

#include "screener/text.h"

#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

_Static_assert(STRIP_LIMIT <= (int)BIDI_LIMIT, "a strip is no longer than a line may be");

/* Below this there are only letters and signs of one cell each, and controls. */
enum { FIRST_MARK = 0x0300, SOFT_HYPHEN = 0x00AD, NO_BREAK_SPACE = 0x00A0 };

/* There is one terminal. */
static bool leaves_order;

void strip_use_order(bool arranges)
{
	leaves_order = !arranges;
}

bool strip_is_right(const char *words, size_t length)
{
	return !leaves_order && bidi_is_right(words, length);
}

/* Returns the cells of a character, below 0 for one that is no text. */
static int measure(wchar_t character)
{
	if (character < FIRST_MARK)
		return character < ' ' || (character >= 0x7F && character < NO_BREAK_SPACE) ? -1
											    : 1;
	return wcwidth(character);
}

/* Whether it only says how others are to look: joiners, directions, variants of pictures. Terminals
 * disagree on the room that these take. */
static bool is_format(wchar_t character)
{
	if (character < FIRST_MARK)
		return character == SOFT_HYPHEN;
	if ((character >= 0xFE00 && character <= 0xFE0F) ||
		(character >= 0x1F3FB && character <= 0x1F3FF) || character >= 0xE0000)
		return true;
	return uc_is_general_category_withtable((ucs4_t)character, UC_CATEGORY_MASK_Cf);
}

/* A letter and a mark that are also one character are better as that: more fonts have it. */
static bool compose(struct strip *strip, wchar_t mark)
{
	wchar_t *letter = &strip->wide[strip->count - 1];
	ucs4_t whole = uc_composition((ucs4_t)*letter, (ucs4_t)mark);
	if (!whole || measure((wchar_t)whole) != measure(*letter))
		return false;
	*letter = (wchar_t)whole;
	return true;
}

static bool append(struct strip *strip, wchar_t character, int cells)
{
	if (strip->count >= STRIP_LIMIT - 1)
		return false;
	strip->wide[strip->count] = character;
	strip->places[strip->count] = (size_t)strip->count;
	strip->count++;
	if (strip->used < strip->count)
		strip->used = strip->count;
	strip->cells += cells;
	return true;
}

/* Returns whether the character found room. Controls are no text; a mark with no letter before it
 * would end up on its neighbour. */
static bool add_character(struct strip *strip, wchar_t character, int columns)
{
	if (is_format(character)) {
		strip->has_formats = true;
		return append(strip, character, 0);
	}
	int cells = measure(character);
	if (cells < 0 || (cells == 0 && strip->cells == 0))
		return true;
	if (cells == 0 && compose(strip, character))
		return true;
	if (strip->cells + cells > columns)
		return false;
	strip->runs_left = strip->runs_left || bidi_runs_left((uint32_t)character);
	/* A blank that no line breaks at looks like any other. */
	return append(strip, character == NO_BREAK_SPACE ? L' ' : character, cells);
}

/* glibc's wide characters are Unicode's in every locale. Returns whether all found room. */
static bool add_utf8(struct strip *strip, const char *words, size_t length, int columns)
{
	const uint8_t *bytes = (const uint8_t *)words;
	while (length > 0) {
		ucs4_t character = *bytes;
		int count = 1;
		if (character >= 0x80)
			count = u8_mbtouc(&character, bytes, length);
		if (!add_character(strip, (wchar_t)character, columns))
			return false;
		bytes += count;
		length -= (size_t)count;
	}
	return true;
}

/* Adds the words without what no encoding but UTF-8 has, and nobody would miss. */
static void add_plain(struct text *text, const char *words, size_t length)
{
	while (length > 0) {
		ucs4_t character;
		size_t count = (size_t)u8_mbtouc(&character, (const uint8_t *)words, length);
		if (!is_format((wchar_t)character))
			text_add_bytes(text, words, count);
		words += count;
		length -= count;
	}
}

/* For locales that lack some characters: through their own encoding, in which there is always
 * something to show. */
static bool add_encoded(struct strip *strip, const char *words, size_t length, int columns)
{
	struct text copy, encoded;
	mbstate_t state = {0};
	bool fits = true;
	text_init(&copy);
	text_init(&encoded);
	add_plain(&copy, words, length);
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

/* Fills in the order of the text. Returns whether all found room. */
static bool fill(struct strip *strip, const char *words, size_t length, int columns)
{
	strip->count = strip->used = strip->cells = 0;
	strip->has_formats = strip->runs_left = false;
	if (columns > STRIP_CELLS)
		columns = STRIP_CELLS;
	if (languages_is_utf8() || is_ascii(words, length))
		return add_utf8(strip, words, length, columns);
	return add_encoded(strip, words, length, columns);
}

/* Puts an ellipsis into the last cell, in place of whatever is there. */
static void cut(struct strip *strip, int columns)
{
	while (strip->count > 0 && strip->cells > columns - 1) {
		wchar_t last = strip->wide[--strip->count];
		strip->cells -= is_format(last) ? 0 : measure(last);
	}
	add_character(strip, languages_is_utf8() ? L'\u2026' : L'>', columns);
}

/* Leaves out what takes no room of its own and is no mark. */
static void drop_formats(struct strip *strip)
{
	int kept = 0;
	strip->cells = 0;
	for (int i = 0; i < strip->count; i++) {
		if (is_format(strip->wide[i]))
			continue;
		strip->wide[kept] = strip->wide[i];
		strip->places[kept++] = strip->places[i];
		strip->cells += measure(strip->wide[i]);
	}
	strip->count = kept;
}

/* Only UTF-8 has the forms of Arabic letters. */
static void finish(struct strip *strip, bool right)
{
	bool arranges = (strip->runs_left || right) && !leaves_order;
	if (arranges)
		bidi_arrange((uint32_t *)strip->wide, (size_t)strip->count, right,
			languages_is_utf8(), strip->places);
	if (arranges || strip->has_formats)
		drop_formats(strip);
}

void strip_fill(struct strip *strip, const char *words, size_t length, int cells, bool right)
{
	if (!fill(strip, words, length, cells))
		cut(strip, cells);
	finish(strip, right);
}

void strip_wipe(struct strip *strip)
{
	explicit_bzero(strip->wide, (size_t)strip->used * sizeof strip->wide[0]);
}

int strip_measure(const char *words, size_t length)
{
	struct strip strip;
	strip_fill(&strip, words, length, STRIP_CELLS, false);
	strip_wipe(&strip);
	return strip.cells;
}

/* How many characters the words are. */
static size_t count_characters(const char *words, size_t length)
{
	struct strip strip;
	fill(&strip, words, length, STRIP_CELLS);
	strip_wipe(&strip);
	return (size_t)strip.count;
}

int strip_cell(const struct strip *strip, const char *words, size_t length, bool right)
{
	size_t wanted = count_characters(words, length), nearest = SIZE_MAX;
	int found = right ? -1 : strip->cells, cell = 0;
	/* Letters that became one are found where the last of them stands. */
	for (int i = 0; i < strip->count; i++) {
		int cells = measure(strip->wide[i]);
		if (cells > 0 && strip->places[i] >= wanted && strip->places[i] < nearest) {
			nearest = strip->places[i];
			found = cell;
		}
		cell += cells;
	}
	return found;
}
