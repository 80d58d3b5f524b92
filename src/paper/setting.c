#include "setting.h"

#include <stdlib.h>

/* How a style looks; lengths in sizes of the type. */
struct look {
	double size;
	double before;
	double indent;
	bool bold;
	bool faint;
};

static const struct look looks[COPY_STYLE_COUNT] = {
	[COPY_TITLE] = {.size = 1.6, .bold = true},
	[COPY_WARNING] = {.size = 1, .before = 0.7},
	[COPY_HEADING] = {.size = 1.2, .before = 1, .bold = true},
	[COPY_SERVICE] = {.size = 1, .before = 0.5, .faint = true},
	[COPY_PATH] = {.size = 1, .before = 0.6, .bold = true},
	[COPY_PLAIN] = {.size = 1, .before = 0.5},
	[COPY_LABELLED] = {.size = 1, .before = 0.1, .indent = 1},
	[COPY_ITEM] = {.size = 1, .before = 0.25},
	[COPY_SMALL] = {.size = 0.85, .before = 0.15, .faint = true},
};

static const double gutter = 18, frame = 5, rule = 4;
static const double bullet = 1; /* from an item's bullet to its text, in sizes */
static const double label_share = 0.3; /* of the width, at most, for the labels beside the text */
static const double label_gap = 1; /* in sizes */
static const size_t long_list = 6; /* items */
static const double hanging = 1; /* in sizes */

/* Where one language of a row stands. */
struct place {
	const struct voice *voice;
	double left;
	double width;
	bool second;
	bool narrow; /* a label runs into its text */
};

/* The left edge of what is `inset` from where lines begin, and `width` wide. */
static double edge(const struct place *place, double inset, double width)
{
	return place->voice->right_to_left ? place->left + place->width - inset - width
					   : place->left + inset;
}

static struct type make_type(const struct setting *setting, enum copy_style style, double width)
{
	const struct look *look = &looks[style];
	return (struct type){.size = setting->size * look->size,
		.width = width,
		.bold = look->bold,
		.faint = look->faint};
}

static void add_cell(struct row *row, const struct place *place, double x, struct lines lines)
{
	double height = type_height(&lines) + row->inset;
	row->cells[row->count++] = (struct cell){.lines = lines, .x = x, .second = place->second};
	if (height > row->height)
		row->height = height;
}

/* Sets a text `inset` from where lines begin. */
static void put(const struct setting *setting, struct row *row, const struct place *place,
	double inset, const struct words *words)
{
	double width = place->width - inset;
	struct type type = make_type(setting, row->style, width);
	if (row->style == COPY_LABELLED && (place->narrow || row->listed))
		type.indent = hanging * setting->size;
	add_cell(row, place, edge(place, inset, width), type_set(place->voice, &type, words));
}

static void put_labelled(const struct setting *setting, struct row *row, const struct place *place,
	const struct words *words)
{
	double inset = looks[COPY_LABELLED].indent * setting->size;
	double column = setting->labels;
	const struct words text = {.text = words->text};
	if (place->narrow) {
		put(setting, row, place, inset, words);
		return;
	}
	if (words->lead) {
		struct type type = make_type(setting, COPY_LABELLED, column);
		type.faint = true;
		add_cell(row, place, edge(place, inset, column),
			type_set(place->voice, &type, &(struct words){.text = words->lead}));
	}
	put(setting, row, place, inset + column + label_gap * setting->size, &text);
}

static void put_item(const struct setting *setting, struct row *row, const struct place *place,
	const struct words *words)
{
	const struct type type = make_type(setting, COPY_ITEM, bullet * setting->size);
	add_cell(row, place, edge(place, 0, type.width),
		type_set(place->voice, &type, &(struct words){.text = "•"}));
	put(setting, row, place, type.width, words);
}

static void put_plain(const struct setting *setting, struct row *row, const struct place *place,
	const struct words *words)
{
	double inset = row->style == COPY_WARNING ? frame : 0;
	put(setting, row, place, inset, words);
}

static void put_words(const struct setting *setting, struct row *row, const struct place *place,
	const struct words *words)
{
	if (row->style == COPY_LABELLED)
		put_labelled(setting, row, place, words);
	else if (row->style == COPY_ITEM)
		put_item(setting, row, place, words);
	else
		put_plain(setting, row, place, words);
}

/* Whether this paragraph goes on with the list that the label above it begins. */
static bool goes_on(const struct copy *copy, size_t index)
{
	return index < copy->count && copy->paragraphs[index].style == COPY_LABELLED &&
	       !copy->paragraphs[index].first.label;
}

/* Sets both languages side by side, the first one where its reader begins. */
static void put_both(const struct setting *setting, struct row *row,
	const struct copy_paragraph *paragraph, bool stacked)
{
	double width = (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT - gutter) / 2;
	bool swapped = setting->voices[0].right_to_left;
	const double left[] = {MARGIN_LEFT, MARGIN_LEFT + width + gutter};
	const struct place first = {&setting->voices[0], left[swapped], width, false, true};
	const struct place second = {&setting->voices[1], left[!swapped], width, true, true};
	const struct copy_text *words = &paragraph->first;
	put_words(setting, row, &first,
		&(struct words){words->label, words->text, paragraph->source, stacked});
	words = &paragraph->second;
	put_words(setting, row, &second, &(struct words){words->label, words->text, NULL, stacked});
}

static void put_one(
	const struct setting *setting, struct row *row, const struct copy_paragraph *paragraph)
{
	const struct place place = {&setting->voices[0], MARGIN_LEFT,
		PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT, false, false};
	const struct copy_text *words = &paragraph->first;
	put_words(setting, row, &place,
		&(struct words){words->label, words->text, paragraph->source, false});
}

static void set_row(const struct setting *setting, size_t index)
{
	const struct copy_paragraph *paragraph = &setting->copy->paragraphs[index];
	struct row *row = &setting->rows[index];
	row->style = paragraph->style;
	row->before = looks[row->style].before * setting->size;
	if (row->style == COPY_SMALL && index > 0 && row[-1].style != COPY_SMALL)
		row->before = looks[COPY_PLAIN].before * setting->size;
	row->inset = row->style == COPY_WARNING ? frame : 0;
	row->listed = goes_on(setting->copy, index) || goes_on(setting->copy, index + 1);
	if (paragraph->second.text && setting->copy->second_language)
		put_both(setting, row, paragraph, goes_on(setting->copy, index + 1));
	else
		put_one(setting, row, paragraph);
	if (row->style == COPY_WARNING)
		row->height += frame;
	if (row->style == COPY_HEADING)
		row->height += rule;
}

/* An item in one language that says no more than itself. */
static bool is_short(const struct copy *copy, size_t index)
{
	const struct copy_paragraph *paragraph = &copy->paragraphs[index];
	return index < copy->count && paragraph->style == COPY_ITEM && !paragraph->source &&
	       !paragraph->second.text;
}

/* Whether two items stand side by side: a long list of them, such as the answers, takes half the
 * room so. */
static bool pairs(const struct copy *copy, size_t index)
{
	size_t start = index, end = index;
	while (start > 0 && is_short(copy, start - 1))
		start--;
	while (is_short(copy, end))
		end++;
	return end - start >= long_list && end - index >= 2;
}

/* Both are in the first one's row; the second's is empty. */
static void set_pair(const struct setting *setting, size_t index)
{
	const struct voice *voice = &setting->voices[0];
	const struct copy_paragraph *paragraphs = &setting->copy->paragraphs[index];
	struct row *row = &setting->rows[index];
	double width = (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT - gutter) / 2;
	row->style = row[1].style = COPY_ITEM;
	row->before = looks[COPY_ITEM].before * setting->size;
	for (int i = 0; i < 2; i++) {
		bool right = (i == 1) != voice->right_to_left;
		const struct place place = {
			voice, MARGIN_LEFT + (right ? width + gutter : 0), width, false, false};
		put_item(setting, row, &place, &(struct words){.text = paragraphs[i].first.text});
	}
}

/* The labels beside texts in one language stand in a column of their own, as wide as the widest. */
static double measure_labels(const struct setting *setting)
{
	const struct type type = make_type(setting, COPY_LABELLED, 0);
	double widest = 0, most = (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT) * label_share;
	for (size_t i = 0; i < setting->copy->count; i++) {
		const char *label = setting->copy->paragraphs[i].first.label;
		if (!label)
			continue;
		double width = type_width(&setting->voices[0], &type, label);
		if (width > widest && width <= most)
			widest = width;
	}
	return widest;
}

void setting_init(
	struct setting *setting, const struct copy *copy, const struct voice voices[2], double size)
{
	*setting = (struct setting){.copy = copy, .voices = {voices[0], voices[1]}, .size = size};
	/* Lines beside each other must stand on one level. */
	if (copy->second_language && voices[1].pitch > voices[0].pitch)
		setting->voices[0].pitch = voices[1].pitch;
	setting->voices[1].pitch = setting->voices[0].pitch;
	setting->rows = calloc(copy->count, sizeof *setting->rows);
	if (!setting->rows)
		abort();
	setting->labels = measure_labels(setting);
	for (size_t i = 0; i < copy->count; i++) {
		if (pairs(copy, i))
			set_pair(setting, i++);
		else
			set_row(setting, i);
	}
}

void setting_destroy(struct setting *setting)
{
	for (size_t i = 0; i < setting->copy->count; i++)
		for (size_t j = 0; j < setting->rows[i].count; j++)
			type_destroy(&setting->rows[i].cells[j].lines);
	free(setting->rows);
}
