/* The page of the start screen: paragraphs, of which those that matter less make room for the
 * others. */
#ifndef UI_START_PAGE_H
#define UI_START_PAGE_H

#include "paint.h"
#include "pair.h"

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { START_PARAGRAPHS = 10 };

/* What is left out first where not everything fits. */
enum start_rank {
	START_ALWAYS,
	START_TITLE,
	START_WARNING,
	START_WHAT,
	START_KEPT,
	START_LANGUAGE,
	START_PROMPT,
};

struct start_paragraph {
	struct pair words;
	enum theme_style style;
	enum start_rank rank;
	bool is_whole; /* in one language, and in the whole width */
	int rows;
};

struct start_page {
	struct start_paragraph paragraphs[START_PARAGRAPHS];
	size_t count;
	int columns;
	int rows; /* of all paragraphs */
	bool more; /* a warning was left out */
};

void start_page_init(struct start_page *page, int columns);
void start_page_destroy(struct start_page *page);

/* Adds a paragraph; without words, none. */
void start_page_add(
	struct start_page *page, enum theme_style style, enum start_rank rank, const char *words);

/* Adds one in the languages shown; takes the words. */
void start_page_add_pair(
	struct start_page *page, enum theme_style style, enum start_rank rank, struct pair *words);

/* The same of a text of the program, as gettext knows it. */
void start_page_say(
	struct start_page *page, enum theme_style style, enum start_rank rank, const char *message);

/*
 * Draws the page so that at least `below` rows of the area stay free under it, with empty rows
 * between the paragraphs where there is room. The terminal's cursor is on the last one. Returns the
 * row after it.
 */
int start_page_draw(struct start_page *page, const struct area *area, int below);

#endif
