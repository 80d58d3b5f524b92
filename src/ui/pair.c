#include "pair.h"

#include "languages.h"

#include <string.h>

enum {
	BESIDE_LEAST = 96, /* columns from which on two languages stand side by side */
	BETWEEN = 3, /* columns between them */
};

/* Between two languages in one row. */
static const char separator[] = " / ";

void pair_init(struct pair *pair)
{
	text_init(&pair->first);
	text_init(&pair->second);
}

void pair_destroy(struct pair *pair)
{
	text_destroy(&pair->first);
	text_destroy(&pair->second);
}

void pair_fill(
	struct pair *pair, void (*add)(const void *subject, struct text *text), const void *subject)
{
	enum speaker shown[SPEAKER_COUNT];
	struct text *const words[SPEAKER_COUNT] = {&pair->first, &pair->second};
	size_t count = speakers_shown(shown);
	text_clear(&pair->first);
	text_clear(&pair->second);
	for (size_t i = 0; i < count; i++) {
		speakers_turn(shown[i]);
		add(subject, words[i]);
	}
	speakers_turn(SPEAKER_STAFF);
	if (strcmp(pair->first.bytes, pair->second.bytes) == 0)
		text_clear(&pair->second);
}

static void add_message(const void *subject, struct text *text)
{
	const char *message = subject;
	if (message && *message)
		text_add(text, _(message));
}

void pair_say(struct pair *pair, const char *message)
{
	pair_fill(pair, add_message, message);
}

struct pack_words {
	const struct pack *pack;
	const char *text;
};

static void add_pack_words(const void *subject, struct text *text)
{
	const struct pack_words *words = subject;
	if (words->text)
		text_add(text, languages_pack_text(words->pack, words->text));
}

void pair_say_pack(struct pair *pair, const struct pack *pack, const char *text)
{
	const struct pack_words words = {pack, text};
	pair_fill(pair, add_pack_words, &words);
}

bool pair_is_beside(int columns)
{
	return speakers_view() == SPEAKERS_BOTH && columns >= BESIDE_LEAST;
}

struct area pair_half(const struct area *area, enum speaker speaker)
{
	struct area half = *area;
	half.columns = (area->columns - BETWEEN) / 2;
	if (speaker == SPEAKER_CLIENT)
		half.left += area->columns - half.columns;
	return half;
}

void pair_paint_between(const struct area *area, int row, int rows)
{
	struct area right = pair_half(area, SPEAKER_CLIENT);
	paint_upright(row, right.left - BETWEEN / 2 - 1, rows);
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

int pair_paint(
	const struct area *area, int row, int rows, enum theme_style style, const struct pair *pair)
{
	struct area left = *area, right = *area;
	bool beside = pair_is_beside(area->columns);
	if (beside) {
		left = pair_half(area, SPEAKER_STAFF);
		right = pair_half(area, SPEAKER_CLIENT);
	}
	int second = paint_measure(pair->second.bytes, right.columns);
	int first = rows;
	if (!beside)
		first -= smaller(second, rows / 2);
	first = paint_paragraph(&left, row, first, style, pair->first.bytes);
	if (beside)
		return larger(first, paint_paragraph(&right, row, rows, style, pair->second.bytes));
	return first +
	       paint_paragraph(&right, row + first, rows - first, style, pair->second.bytes);
}

int pair_measure(const struct pair *pair, int columns)
{
	const struct area area = {.columns = columns};
	if (!pair_is_beside(columns))
		return paint_measure(pair->first.bytes, columns) +
		       paint_measure(pair->second.bytes, columns);
	int half = pair_half(&area, SPEAKER_STAFF).columns;
	return larger(
		paint_measure(pair->first.bytes, half), paint_measure(pair->second.bytes, half));
}

bool pair_fits_line(const struct pair *pair, int columns)
{
	size_t first = languages_width(pair->first.bytes);
	size_t second = languages_width(pair->second.bytes);
	return !second || pair_is_beside(columns) ||
	       (int)(first + strlen(separator) + second) <= columns;
}

void pair_paint_line(
	const struct area *area, int row, enum theme_style style, const struct pair *pair)
{
	const char *first = pair->first.bytes, *second = pair->second.bytes;
	struct area half = *area;
	if (*second && pair_is_beside(area->columns)) {
		half = pair_half(area, SPEAKER_CLIENT);
		paint_text(row, half.left, half.columns, style, second);
		half = pair_half(area, SPEAKER_STAFF);
	}
	int used = paint_text(row, half.left, half.columns, style, first);
	if (half.columns < area->columns || !*second || !pair_fits_line(pair, area->columns))
		return;
	used += paint_text(row, half.left + used, half.columns - used, style, separator);
	paint_text(row, half.left + used, half.columns - used, style, second);
}
