#include "outcome_list.h"

#include "gettext.h"
#include "languages.h"
#include "press.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	ROOMY_ROWS = 16, /* from which on an empty row stands above each heading */
	ROOMY_COLUMNS = 60, /* from which on the outcome stands in words on each line */
	MARK = 2,
	SIGN = 2,
	GAP = 2, /* columns after the word */
};

void outcome_list_open(
	struct outcome_list *list, const struct summary *summary, bool finishes, bool follows)
{
	const struct pack *pack = summary->pack;
	*list = (struct outcome_list){
		.summary = summary, .finishes = finishes, .summary_follows = follows};
	list->lines = memory_new(pack->path_count + pack->notice_count, sizeof *list->lines);
	list->line_count = overview_list(summary, list->lines);
	list_start(&list->list, list->line_count + 1 + finishes, 0);
}

void outcome_list_close(struct outcome_list *list)
{
	explicit_bzero(list->lines, list->line_count * sizeof *list->lines);
	free(list->lines);
	*list = (struct outcome_list){0};
}

static enum outcome_entry_kind kind_of(const struct outcome_list *list, size_t entry)
{
	if (entry < list->line_count)
		return OUTCOME_ENTRY_LINE;
	return entry == list->line_count ? OUTCOME_ENTRY_SUMMARY : OUTCOME_ENTRY_FINISH;
}

enum outcome_entry_kind outcome_list_kind(const struct outcome_list *list)
{
	return kind_of(list, list->list.chosen);
}

const struct overview_line *outcome_list_line(const struct outcome_list *list)
{
	return list->list.chosen < list->line_count ? &list->lines[list->list.chosen] : NULL;
}

void outcome_list_choose(struct outcome_list *list, const struct overview_line *line)
{
	for (size_t i = 0; i < list->line_count; i++)
		if (list->lines[i].is_notice == line->is_notice &&
			list->lines[i].index == line->index)
			list->list.chosen = i;
}

void outcome_list_press(struct outcome_list *list, int key)
{
	size_t last = list->list.count - 1;
	if (key == PRESS_TAB)
		list->list.chosen = list->list.chosen == last ? 0 : last;
	else
		list_press(&list->list, key, (size_t)list->rows);
}

bool outcome_list_step(struct outcome_list *list, bool back)
{
	size_t chosen = list->list.chosen;
	if (back ? chosen == 0 : chosen + 1 >= list->line_count)
		return false;
	list->list.chosen += back ? SIZE_MAX : 1;
	return true;
}

/* Rows */

/* Whether a heading stands above the entry; above what can be done, it is an empty row. */
static bool begins_group(const struct outcome_list *list, size_t entry)
{
	if (entry >= list->line_count)
		return entry == list->line_count;
	return entry == 0 || list->lines[entry].group != list->lines[entry - 1].group;
}

/* How many rows stand above the entry that belong to it: a heading, and empty ones. */
static size_t count_above(const struct outcome_list *list, size_t entry)
{
	if (!begins_group(list, entry))
		return 0;
	if (entry == list->line_count)
		return list->spaced;
	return list->spaced && entry > 0 ? 2 : 1;
}

/* The row of the entry, from the first of the list; for the number of entries: how many rows. */
static size_t row_of(const struct outcome_list *list, size_t entry)
{
	size_t row = 0;
	for (size_t i = 0; i < entry; i++)
		row += count_above(list, i) + 1;
	return entry < list->list.count ? row + count_above(list, entry) : row;
}

/* So that the entry chosen is seen, and its heading if that stands right above it. */
static void scroll(struct outcome_list *list)
{
	size_t count = row_of(list, list->list.count), chosen = list->list.chosen;
	size_t row = row_of(list, chosen), rows = (size_t)list->rows;
	list_scroll(&list->list, count, row - count_above(list, chosen), rows);
	list_scroll(&list->list, count, row, rows);
}

/* Drawing */

static int widest_word(void)
{
	size_t widest = 0;
	for (size_t i = 0; i < OVERVIEW_OUTCOME_COUNT; i++) {
		size_t width = languages_width(wording_outcome(overview_outcomes[i]));
		widest = width > widest ? width : widest;
	}
	return (int)widest;
}

/* What a line says beside its outcome. What does not apply is quieter than what does. */
static enum theme_style style_of(enum outcome outcome)
{
	static const enum theme_style styles[OUTCOME_COUNT + 1] = {
		[OUTCOME_NO] = THEME_QUIET,
		[OUTCOME_POSSIBLE] = THEME_PLAIN,
		[OUTCOME_APPLIES] = THEME_STRONG,
		[OUTCOME_OPEN] = THEME_PLAIN,
		[OUTCOME_COUNT] = THEME_PLAIN,
	};
	return styles[outcome];
}

/* The sign, and the word where there is room for it. */
static void paint_outcome(
	int row, int left, int columns, enum theme_style style, enum outcome outcome, bool in_words)
{
	struct text words;
	text_init(&words);
	if (in_words)
		text_format(&words, _("%s %s"), wording_outcome_sign(outcome),
			wording_outcome(outcome));
	else
		text_add(&words, wording_outcome_sign(outcome));
	paint_text(row, left, columns, style, words.bytes);
	text_destroy(&words);
}

static void draw_path(const struct outcome_list *list, const struct area *area, int row,
	const struct overview_line *line, bool chosen)
{
	enum outcome outcome = overview_outcome(list->summary, line);
	enum theme_style style = chosen ? THEME_CHOSEN : theme_of_outcome(outcome);
	int left = area->left + MARK, right = area->left + area->columns;
	bool in_words = area->columns >= ROOMY_COLUMNS;
	if (!line->is_notice) {
		paint_outcome(row, left, right - left, style, outcome, in_words);
		left += in_words ? SIGN + widest_word() + GAP : SIGN;
	}
	paint_text(row, left, right - left, chosen ? THEME_CHOSEN : style_of(outcome),
		overview_words(list->summary, line));
}

static const char *describe_action(const struct outcome_list *list, size_t entry)
{
	if (kind_of(list, entry) == OUTCOME_ENTRY_SUMMARY)
		return _("The whole summary");
	/* TRANSLATORS: ends the wizard. */
	return list->summary_follows ? _("Finish, and write the summary") : _("Finish");
}

static void draw_entry(
	const struct outcome_list *list, const struct area *area, int row, size_t entry)
{
	bool chosen = list->list.chosen == entry;
	int left = area->left + MARK;
	if (chosen) {
		paint_blanks(row, area->left, area->columns, THEME_CHOSEN);
		paint_text(row, area->left, MARK, THEME_CHOSEN, ">");
		paint_cursor(row, left);
	}
	if (entry < list->line_count)
		draw_path(list, area, row, &list->lines[entry], chosen);
	else
		paint_text(row, left, area->columns - MARK, chosen ? THEME_CHOSEN : THEME_PLAIN,
			describe_action(list, entry));
}

static void draw_entries(const struct outcome_list *list, const struct area *area)
{
	int row = -(int)list->list.top;
	for (size_t i = 0; i < list->list.count; i++, row++) {
		row += (int)count_above(list, i);
		bool headed = i < list->line_count && begins_group(list, i);
		if (headed && row - 1 >= 0 && row - 1 < list->rows)
			paint_text(list->first_row + row - 1, area->left, area->columns,
				THEME_QUIET, overview_heading(list->summary, list->lines[i].group));
		if (row >= 0 && row < list->rows)
			draw_entry(list, area, list->first_row + row, i);
	}
}

/* The first of all: what there is, and how sure the rules are. Returns how many rows it took. */
static int draw_head(const struct outcome_list *list, const struct area *area)
{
	const struct summary *summary = list->summary;
	int row = area->top;
	struct text words;
	text_init(&words);
	overview_add_counts(&words, summary);
	row += paint_paragraph(area, row, area->rows / 2, THEME_STRONG, words.bytes);
	text_clear(&words);
	if (summary->receipt.past_review && area->rows >= ROOMY_ROWS)
		wording_add_past_review(&words, summary->pack, summary->receipt.date);
	else if (summary->receipt.past_review)
		text_add(&words, _("These rules are out of date."));
	row += paint_paragraph(area, row, 2, THEME_WARNING, words.bytes);
	if (summary->not_exact)
		row += paint_paragraph(area, row, 2, THEME_QUIET, wording_not_exact());
	text_destroy(&words);
	return row - area->top + (area->rows >= ROOMY_ROWS);
}

static bool goes_on(const struct outcome_list *list)
{
	return list->list.top + (size_t)list->rows < row_of(list, list->list.count);
}

/* Where each line has but a sign, the word of the one chosen; and where in the list it is. */
static void draw_foot(const struct outcome_list *list, const struct area *area, int row)
{
	const struct overview_line *line = outcome_list_line(list);
	enum outcome outcome = line ? overview_outcome(list->summary, line) : OUTCOME_COUNT;
	struct text words;
	text_init(&words);
	if (outcome != OUTCOME_COUNT && area->columns < ROOMY_COLUMNS)
		paint_outcome(row, area->left + MARK, area->columns - MARK,
			theme_of_outcome(outcome), outcome, true);
	text_format(&words, _("%zu of %zu"), list->list.chosen + 1, list->list.count);
	if (list->list.top > 0 || goes_on(list))
		text_format(&words, "  %s%s", list->list.top > 0 ? "^" : " ",
			goes_on(list) ? "v" : " ");
	paint_right(area, row, THEME_QUIET, words.bytes);
	text_destroy(&words);
}

void outcome_list_draw(struct outcome_list *list, const struct area *area)
{
	list->spaced = area->rows >= ROOMY_ROWS;
	int head = draw_head(list, area);
	list->first_row = area->top + head;
	list->rows = area->rows - head - 1;
	scroll(list);
	draw_entries(list, area);
	draw_foot(list, area, area->top + area->rows - 1);
}

bool outcome_list_click(struct outcome_list *list, int row)
{
	size_t before = list->list.chosen;
	if (row < list->first_row || row >= list->first_row + list->rows)
		return false;
	size_t wanted = (size_t)(row - list->first_row) + list->list.top;
	size_t at = 0;
	for (size_t i = 0; i < list->list.count; i++, at++) {
		at += count_above(list, i);
		if (at == wanted)
			list->list.chosen = i;
	}
	return row_of(list, before) == wanted;
}
