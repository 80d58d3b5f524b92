#include "reader_excerpt.h"

#include "reader_bytes.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistr.h>
#include <uniwidth.h>

enum {
	EXCERPT_WIDTH = 100, /* columns of a line that are shown */
	EXCERPT_BEFORE = 60, /* of them, before the place in a line that is cut */
	TAB_WIDTH = 8, /* at most */
	EXCERPT_BYTES = 800 /* so that characters without a width cannot make it endless */
};

static const char dots[] = "...";

/* One character as it is shown. */
struct cell {
	size_t length; /* bytes */
	size_t width; /* columns */
	bool clean; /* it can be shown as it is */
};

/* Bidirectional controls could make a line read as what it is not (Unicode TR 36). */
static bool turns_around(ucs4_t character)
{
	return (character >= 0x202A && character <= 0x202E) ||
	       (character >= 0x2066 && character <= 0x2069);
}

static struct cell measure(const char *at, const char *end)
{
	const uint8_t *bytes = (const uint8_t *)at;
	if (*at >= ' ' && *at <= '~')
		return (struct cell){1, 1, true};
	if (*at == '\t')
		return (struct cell){1, TAB_WIDTH, true};
	ucs4_t character;
	int length = u8_mbtoucr(&character, bytes, (size_t)(end - at));
	if (length < 1)
		return (struct cell){1, 1, false};
	int width = uc_width(character, "UTF-8");
	if (width < 0 || bytes_refuse(character) || turns_around(character))
		return (struct cell){(size_t)length, 1, false};
	return (struct cell){(size_t)length, (size_t)width, true};
}

static bool is_break(char byte)
{
	return byte == '\n' || byte == '\r';
}

/* Where the line begins; `text` past the last line has an empty one. */
static const char *find_line(const char *text, const char *end, unsigned line)
{
	for (; line > 1 && text < end; text++) {
		if (*text == '\n' || (*text == '\r' && (text + 1 == end || text[1] != '\n')))
			line--;
	}
	return text;
}

static const char *find_end(const char *at, const char *end)
{
	while (at < end && !is_break(*at))
		at++;
	return at;
}

static const char *find_column(const char *at, const char *end, unsigned column)
{
	for (; column > 1 && at < end; column--)
		at += measure(at, end).length;
	return at;
}

/* The character before `at`, in text that is UTF-8 up to there. */
static const char *step_back(const char *start, const char *at)
{
	do
		at--;
	while (at > start && ((unsigned char)*at & 0xC0) == 0x80);
	return at;
}

/* The farthest before `at` from which the text up to there fits the width. */
static const char *reach_back(const char *start, const char *at, size_t width)
{
	if (at - start > EXCERPT_BYTES)
		start = at - EXCERPT_BYTES;
	while (at > start) {
		const char *before = step_back(start, at);
		size_t taken = measure(before, at).width;
		if (taken > width)
			break;
		width -= taken;
		at = before;
	}
	return at;
}

static const char *reach_on(const char *at, const char *end, size_t width)
{
	const char *start = at;
	while (at < end && at - start < EXCERPT_BYTES) {
		struct cell cell = measure(at, end);
		if (cell.width > width)
			break;
		width -= cell.width;
		at += cell.length;
	}
	return at;
}

void excerpt_add_clean(struct text *text, const char *bytes, size_t length)
{
	const char *end = bytes + length;
	while (bytes < end) {
		struct cell cell = measure(bytes, end);
		if (cell.clean)
			text_add_bytes(text, bytes, cell.length);
		else
			text_add(text, "?");
		bytes += cell.length;
	}
}

char *excerpt_take(const char *text, size_t length, unsigned line, unsigned column, unsigned *caret)
{
	const char *end = text + length;
	const char *start = find_line(text, end, line);
	end = find_end(start, end);
	const char *place = find_column(start, end, column);
	const char *from = start;
	if (reach_on(start, end, EXCERPT_WIDTH) < end)
		from = reach_back(start, place, EXCERPT_BEFORE);
	const char *to = reach_on(from, end, EXCERPT_WIDTH);
	struct text excerpt;
	text_init(&excerpt);
	*caret = 1;
	if (from > start) {
		text_add(&excerpt, dots);
		*caret += (unsigned)strlen(dots);
	}
	for (const char *at = from; at < place; at += measure(at, end).length)
		*caret += 1;
	excerpt_add_clean(&excerpt, from, (size_t)(to - from));
	if (to < end)
		text_add(&excerpt, dots);
	return text_take(&excerpt);
}

void excerpt_add(struct text *text, const char *excerpt, unsigned caret)
{
	const char *end = excerpt + strlen(excerpt);
	text_format(text, "%s\n", excerpt);
	for (; caret > 1 && excerpt < end; caret--) {
		struct cell cell = measure(excerpt, end);
		if (*excerpt == '\t')
			text_add(text, "\t");
		else
			text_add_repeated(text, ' ', cell.width);
		excerpt += cell.length;
	}
	text_add(text, "^\n");
}
