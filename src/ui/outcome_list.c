#include "outcome_list.h"

#include "bidi.h"
#include "gettext.h"
#include "languages.h"
#include "pair.h"
#include "press.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	ROOMY_ROWS = 16, /* from which on an empty row stands above each heading */
	ROOMY_COLUMNS = 60, /* from which on the outcome stands in words on each line */
	SIGN = 2,
	GAP = 2, /* columns after the word */
	TITLE_ROWS = 2, /* that a line has at most in each of two languages; one alone has a row */
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

struct heading {
	const struct outcome_list *list;
	size_t group;
};

static void add_heading(const void *subject, struct text *text)
{
	const struct heading *heading = subject;
	text_add(text, overview_heading(heading->list->summary, heading->group));
}

/* Two where two languages find no room in one. */
static size_t count_heading(const struct outcome_list *list, size_t group)
{
	const struct heading heading = {list, group};
	struct pair words;
	pair_init(&words);
	pair_fill(&words, add_heading, &heading);
	bool fits = pair_fits_line(&words, list->columns);
	pair_destroy(&words);
	return fits ? 1 : 2;
}

/* How many rows stand above the entry that belong to it: a heading, and empty ones. */
static size_t count_above(const struct outcome_list *list, size_t entry)
{
	if (!begins_group(list, entry))
		return 0;
	if (entry == list->line_count)
		return list->spaced;
	return (list->spaced && entry > 0) + count_heading(list, list->lines[entry].group);
}

/* In the language spoken, or of two one above the other in both, so that what follows is aligned.
 */
static int widest_word(void)
{
	enum speaker shown[SPEAKER_COUNT], before = speakers_speaking();
	size_t count = speakers_shown(shown), widest = 0;
	for (size_t i = 0; i < count * OVERVIEW_OUTCOME_COUNT; i++) {
		speakers_turn(shown[i / OVERVIEW_OUTCOME_COUNT]);
		enum outcome outcome = overview_outcomes[i % OVERVIEW_OUTCOME_COUNT];
		size_t width = languages_width(wording_outcome(outcome));
		widest = width > widest ? width : widest;
	}
	speakers_turn(before);
	return (int)widest;
}

static const char *describe_action(const struct outcome_list *list, size_t entry)
{
	if (kind_of(list, entry) == OUTCOME_ENTRY_SUMMARY)
		return _("The whole summary");
	/* TRANSLATORS: ends the wizard. */
	return list->summary_follows ? _("Finish, and write the summary") : _("Finish");
}

/* What an entry says, in the language spoken. */
static const char *words_of(const struct outcome_list *list, size_t entry)
{
	if (entry < list->line_count)
		return overview_words(list->summary, &list->lines[entry]);
	return describe_action(list, entry);
}

/* The columns for what an entry says, in the language spoken: after its mark and its outcome. */
static struct area words_area(
	const struct outcome_list *list, const struct area *area, size_t entry)
{
	struct area words = *area;
	words.left += PAINT_MARK;
	if (entry < list->line_count && !list->lines[entry].is_notice)
		words.left += area->columns >= ROOMY_COLUMNS ? SIGN + widest_word() + GAP : SIGN;
	words.columns -= words.left - area->left;
	return words;
}

/* Rows of the entry in one language, where two are shown. */
static int measure_in(const struct outcome_list *list, const struct area *area, size_t entry,
	enum speaker speaker)
{
	enum speaker before = speakers_turn(speaker);
	int columns = words_area(list, area, entry).columns;
	int rows = paint_measure(words_of(list, entry), columns);
	speakers_turn(before);
	return rows < TITLE_ROWS ? rows : TITLE_ROWS;
}

static int height_of(const struct outcome_list *list, size_t entry)
{
	struct area area = {.columns = list->columns};
	bool beside = pair_is_beside(list->columns);
	if (speakers_view() != SPEAKERS_BOTH)
		return 1;
	if (beside)
		area = pair_half(&area, SPEAKER_STAFF);
	int first = measure_in(list, &area, entry, SPEAKER_STAFF);
	int second = measure_in(list, &area, entry, SPEAKER_CLIENT);
	if (!beside)
		return first + second;
	return first > second ? first : second;
}

/* The first row of the entry, from the first of the list; for the number of entries: how many
 * rows. */
static size_t row_of(const struct outcome_list *list, size_t entry)
{
	size_t row = 0;
	for (size_t i = 0; i < entry; i++)
		row += count_above(list, i) + (size_t)height_of(list, i);
	return entry < list->list.count ? row + count_above(list, entry) : row;
}

/* So that the entry chosen is seen, and its heading if that stands right above it. */
static void scroll(struct outcome_list *list)
{
	size_t count = row_of(list, list->list.count), chosen = list->list.chosen;
	size_t row = row_of(list, chosen), rows = (size_t)list->rows;
	list_scroll(&list->list, count, row - count_above(list, chosen), rows);
	list_scroll(&list->list, count, row + (size_t)height_of(list, chosen) - 1, rows);
	list_scroll(&list->list, count, row, rows);
}

/* Drawing */

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
		text_format(&words, "%s " BIDI_APART "%s" BIDI_APART_END,
			wording_outcome_sign(outcome), wording_outcome(outcome));
	else
		text_add(&words, wording_outcome_sign(outcome));
	paint_text(row, left, columns, style, words.bytes);
	text_destroy(&words);
}

/* In the language spoken, in at most so many rows. */
static void draw_words(
	const struct outcome_list *list, const struct area *area, int row, int rows, size_t entry)
{
	const struct area words = words_area(list, area, entry);
	bool chosen = entry == list->list.chosen;
	enum outcome outcome = OUTCOME_COUNT;
	if (entry < list->line_count)
		outcome = overview_outcome(list->summary, &list->lines[entry]);
	if (outcome != OUTCOME_COUNT)
		paint_outcome(row, area->left + PAINT_MARK, area->columns - PAINT_MARK,
			chosen ? THEME_CHOSEN : theme_of_outcome(outcome), outcome,
			area->columns >= ROOMY_COLUMNS);
	const char *text = words_of(list, entry);
	enum theme_style style = chosen ? THEME_CHOSEN : style_of(outcome);
	if (rows > 1)
		paint_paragraph(&words, row, rows, style, text);
	else
		paint_part(row, words.left, words.columns, style, text, strlen(text), text);
}

/* In each language shown. */
static void draw_languages(
	const struct outcome_list *list, const struct area *area, int row, size_t entry)
{
	enum speaker shown[SPEAKER_COUNT];
	size_t count = speakers_shown(shown);
	bool beside = pair_is_beside(area->columns);
	for (size_t i = 0; i < count; i++) {
		struct area part = beside ? pair_half(area, shown[i]) : *area;
		int rows = count > 1 ? measure_in(list, &part, entry, shown[i]) : 1;
		speakers_turn(shown[i]);
		draw_words(list, &part, row, rows, entry);
		row += beside ? 0 : rows;
	}
	speakers_turn(SPEAKER_STAFF);
}

static void draw_entry(
	const struct outcome_list *list, const struct area *area, int row, size_t entry)
{
	if (list->list.chosen == entry)
		paint_chosen(area, row, height_of(list, entry));
	draw_languages(list, area, row, entry);
}

static void draw_heading(
	const struct outcome_list *list, const struct area *area, int row, size_t group)
{
	const struct heading heading = {list, group};
	struct pair words;
	pair_init(&words);
	pair_fill(&words, add_heading, &heading);
	bool fits = pair_fits_line(&words, area->columns);
	if (fits && words.second.length > 0 && !pair_is_beside(area->columns))
		pair_paint_line(area, row, THEME_QUIET, &words);
	else
		pair_paint(area, row, fits ? 1 : 2, THEME_QUIET, &words);
	pair_destroy(&words);
}

static void draw_entries(const struct outcome_list *list, const struct area *area)
{
	const struct area shown = {.top = list->first_row, .rows = list->rows};
	int row = list->first_row - (int)list->list.top;
	paint_only_in(&shown);
	for (size_t i = 0; i < list->list.count && row < shown.top + shown.rows; i++) {
		row += (int)count_above(list, i);
		if (i < list->line_count && begins_group(list, i))
			draw_heading(list, area,
				row - (int)count_heading(list, list->lines[i].group),
				list->lines[i].group);
		draw_entry(list, area, row, i);
		row += height_of(list, i);
	}
	paint_only_in(NULL);
}

static void add_counts(const void *subject, struct text *text)
{
	overview_add_counts(text, subject);
}

static void add_past_review(const void *subject, struct text *text)
{
	const struct summary *summary = subject;
	wording_add_past_review(text, summary->pack, summary->receipt.date);
}

static void add_not_exact(const void *subject, struct text *text)
{
	(void)subject;
	text_add(text, wording_not_exact());
}

/* The first of all: what there is, and how sure the rules are. Returns how many rows it took. */
static int draw_head(const struct outcome_list *list, const struct area *area)
{
	const struct summary *summary = list->summary;
	int row = area->top;
	/* Each language has as many. */
	bool above = speakers_view() == SPEAKERS_BOTH && !pair_is_beside(area->columns);
	int most = above ? 4 : 2, part = above && area->rows < ROOMY_ROWS ? 3 : 2;
	struct pair words;
	pair_init(&words);
	pair_fill(&words, add_counts, summary);
	row += pair_paint(area, row, area->rows / part, THEME_STRONG, &words);
	if (summary->receipt.past_review && area->rows >= ROOMY_ROWS)
		pair_fill(&words, add_past_review, summary);
	else
		pair_say(&words,
			summary->receipt.past_review ? N_("These rules are out of date.") : NULL);
	row += pair_paint(area, row, most, THEME_WARNING, &words);
	if (summary->not_exact) {
		pair_fill(&words, add_not_exact, NULL);
		row += pair_paint(area, row, most, THEME_QUIET, &words);
	}
	pair_destroy(&words);
	return row - area->top + (area->rows >= ROOMY_ROWS);
}

static bool goes_on(const struct outcome_list *list)
{
	return list->list.top + (size_t)list->rows < row_of(list, list->list.count);
}

static void add_outcome(const void *subject, struct text *text)
{
	const enum outcome *outcome = subject;
	text_format(text, _("%s %s"), wording_outcome_sign(*outcome), wording_outcome(*outcome));
}

/* Where each line has but a sign, the word of the one chosen. */
static void draw_chosen(const struct outcome_list *list, const struct area *area, int row)
{
	const struct overview_line *line = outcome_list_line(list);
	enum outcome outcome = line ? overview_outcome(list->summary, line) : OUTCOME_COUNT;
	struct area words = *area;
	struct pair pair;
	if (outcome == OUTCOME_COUNT)
		return;
	if (!pair_is_beside(area->columns)) {
		words.left += PAINT_MARK;
		words.columns -= PAINT_MARK;
	}
	pair_init(&pair);
	pair_fill(&pair, add_outcome, &outcome);
	pair_paint_line(&words, row, theme_of_outcome(outcome), &pair);
	pair_destroy(&pair);
}

/* Where in the list we are. */
static void draw_foot(const struct outcome_list *list, const struct area *area, int row)
{
	struct text words;
	struct area left = *area;
	text_init(&words);
	text_add(&words, BIDI_APART);
	text_format(&words, _("%zu of %zu"), list->list.chosen + 1, list->list.count);
	text_add(&words, BIDI_APART_END);
	if (list->list.top > 0 || goes_on(list))
		text_format(&words, "  %s%s", list->list.top > 0 ? "^" : " ",
			goes_on(list) ? "v" : " ");
	if (!pair_is_beside(area->columns))
		left.columns -= (int)languages_width(words.bytes) + GAP;
	if (area->columns < ROOMY_COLUMNS || pair_is_beside(area->columns))
		draw_chosen(list, &left, row);
	paint_right(area, row, THEME_QUIET, words.bytes);
	text_destroy(&words);
}

void outcome_list_draw(struct outcome_list *list, const struct area *area)
{
	list->spaced = area->rows >= ROOMY_ROWS;
	list->columns = area->columns;
	int head = draw_head(list, area);
	list->first_row = area->top + head;
	list->rows = area->rows - head - 1;
	scroll(list);
	if (pair_is_beside(area->columns))
		pair_paint_between(area, area->top, area->rows - 1);
	draw_entries(list, area);
	draw_foot(list, area, area->top + area->rows - 1);
}

bool outcome_list_click(struct outcome_list *list, int row)
{
	size_t before = list->list.chosen;
	if (row < list->first_row || row >= list->first_row + list->rows)
		return false;
	int wanted = row - list->first_row + (int)list->list.top;
	for (size_t i = 0, at = 0; i < list->list.count; i++) {
		at += count_above(list, i);
		size_t after = at + (size_t)height_of(list, i);
		if ((size_t)wanted >= at && (size_t)wanted < after) {
			list->list.chosen = i;
			return i == before;
		}
		at = after;
	}
	return false;
}
