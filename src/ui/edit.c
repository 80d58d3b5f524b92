#include "edit.h"

#include "press.h"

#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

void edit_init(struct edit *edit)
{
	text_init_secret(&edit->text);
	edit->cursor = 0;
}

void edit_destroy(struct edit *edit)
{
	text_destroy(&edit->text);
	edit->cursor = 0;
}

void edit_set(struct edit *edit, const char *words)
{
	text_clear(&edit->text);
	text_add(&edit->text, words);
	edit->cursor = edit->text.length;
}

/* Where the character that ends at the cursor begins; a letter and its accents are one. */
static size_t before_cursor(const struct edit *edit)
{
	const uint8_t *start = (const uint8_t *)edit->text.bytes;
	const uint8_t *found = u8_grapheme_prev(start + edit->cursor, start);
	return found ? (size_t)(found - start) : 0;
}

static size_t after_cursor(const struct edit *edit)
{
	const uint8_t *start = (const uint8_t *)edit->text.bytes;
	const uint8_t *found = u8_grapheme_next(start + edit->cursor, start + edit->text.length);
	return found ? (size_t)(found - start) : edit->text.length;
}

/* Takes the bytes from `from` to `to` out; the cursor stands where they were. */
static bool take_out(struct edit *edit, size_t from, size_t to)
{
	if (from == to)
		return false;
	char *bytes = edit->text.bytes;
	size_t rest = edit->text.length - to;
	memmove(bytes + from, bytes + to, rest);
	explicit_bzero(bytes + from + rest, to - from);
	text_cut(&edit->text, from + rest);
	edit->cursor = from;
	return true;
}

static bool type(struct edit *edit, ucs4_t character)
{
	char typed[6];
	int length = u8_uctomb((uint8_t *)typed, character, sizeof typed);
	if (length <= 0 || edit->text.length + (size_t)length > EDIT_LIMIT)
		return false;
	size_t count = (size_t)length, rest = edit->text.length - edit->cursor;
	text_add_bytes(&edit->text, typed, count);
	char *cursor = edit->text.bytes + edit->cursor;
	memmove(cursor + count, cursor, rest);
	memcpy(cursor, typed, count);
	edit->cursor += count;
	return true;
}

static bool backspace(struct edit *edit)
{
	return take_out(edit, before_cursor(edit), edit->cursor);
}

static bool delete (struct edit *edit)
{
	return take_out(edit, edit->cursor, after_cursor(edit));
}

static bool kill(struct edit *edit)
{
	return take_out(edit, 0, edit->text.length);
}

static bool left(struct edit *edit)
{
	edit->cursor = before_cursor(edit);
	return false;
}

static bool right(struct edit *edit)
{
	edit->cursor = after_cursor(edit);
	return false;
}

/* Each returns whether the text changed. */
static const struct {
	int key;
	bool (*run)(struct edit *edit);
} actions[] = {
	{PRESS_BACKSPACE, backspace},
	{PRESS_DELETE, delete},
	{PRESS_KILL, kill},
	{PRESS_LEFT, left},
	{PRESS_RIGHT, right},
};

bool edit_press(struct edit *edit, int key, bool *changed)
{
	*changed = false;
	for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
		if (actions[i].key == key) {
			*changed = actions[i].run(edit);
			return true;
		}
	}
	if (key >= PRESS_NONE || uc_is_general_category_withtable((ucs4_t)key, UC_CATEGORY_MASK_C))
		return false;
	*changed = type(edit, (ucs4_t)key);
	return true;
}
