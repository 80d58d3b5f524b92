#include "start_page.h"

#include "gettext.h"

#include <string.h>

enum { ABOVE_MOST = 4 /* empty rows above the first paragraph */ };

void start_page_init(struct start_page *page, int columns)
{
	*page = (struct start_page){.columns = columns};
}

void start_page_destroy(struct start_page *page)
{
	for (size_t i = 0; i < page->count; i++)
		pair_destroy(&page->paragraphs[i].words);
}

void start_page_add_pair(
	struct start_page *page, enum theme_style style, enum start_rank rank, struct pair *words)
{
	if (!words->first.length || page->count == START_PARAGRAPHS) {
		pair_destroy(words);
		return;
	}
	struct start_paragraph *paragraph = &page->paragraphs[page->count++];
	*paragraph = (struct start_paragraph){.words = *words, .style = style, .rank = rank};
	paragraph->rows = pair_measure(words, page->columns);
	page->rows += paragraph->rows;
}

void start_page_add(
	struct start_page *page, enum theme_style style, enum start_rank rank, const char *words)
{
	struct pair pair;
	pair_init(&pair);
	text_add(&pair.first, words);
	size_t index = page->count;
	start_page_add_pair(page, style, rank, &pair);
	if (page->count == index)
		return;
	struct start_paragraph *paragraph = &page->paragraphs[index];
	page->rows -= paragraph->rows;
	paragraph->is_whole = true;
	paragraph->rows = paint_measure(words, page->columns);
	page->rows += paragraph->rows;
}

void start_page_say(
	struct start_page *page, enum theme_style style, enum start_rank rank, const char *message)
{
	struct pair pair;
	pair_init(&pair);
	pair_say(&pair, message);
	start_page_add_pair(page, style, rank, &pair);
}

/* A warning leaves a row that says where it can be read. */
static void leave_out(struct start_page *page, size_t paragraph)
{
	struct start_paragraph *gone = &page->paragraphs[paragraph];
	if (gone->rank == START_WARNING && !page->more) {
		page->rows -= gone->rows;
		pair_say(&gone->words, N_("There is more to know: press F1."));
		gone->rank = START_ALWAYS;
		gone->is_whole = false;
		gone->rows = pair_measure(&gone->words, page->columns);
		page->rows += gone->rows;
		page->more = true;
		return;
	}
	page->rows -= page->paragraphs[paragraph].rows;
	pair_destroy(&gone->words);
	page->count--;
	memmove(gone, gone + 1, (page->count - paragraph) * sizeof page->paragraphs[0]);
}

static void fit(struct start_page *page, int rows)
{
	while (page->rows > rows && page->count > 1) {
		size_t least = 0;
		for (size_t i = 1; i < page->count; i++)
			if (page->paragraphs[i].rank > page->paragraphs[least].rank)
				least = i;
		leave_out(page, least);
	}
}

static int paint(const struct area *area, int row, const struct start_paragraph *paragraph)
{
	if (paragraph->is_whole)
		return paint_paragraph(
			area, row, paragraph->rows, paragraph->style, paragraph->words.first.bytes);
	return pair_paint(area, row, paragraph->rows, paragraph->style, &paragraph->words);
}

int start_page_draw(struct start_page *page, const struct area *area, int below)
{
	int rows = area->rows - below;
	fit(page, rows);
	int spare = rows - page->rows - ((int)page->count - 1);
	int gap = spare >= 0, row = area->top;
	if (gap)
		row += spare / 3 < ABOVE_MOST ? spare / 3 : ABOVE_MOST;
	for (size_t i = 0; i < page->count; i++) {
		const struct start_paragraph *paragraph = &page->paragraphs[i];
		row += i > 0 ? gap : 0;
		paint_cursor(row, area->left);
		row += paint(area, row, paragraph);
	}
	return row;
}
