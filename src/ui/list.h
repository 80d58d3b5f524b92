/* A list with one line chosen, of which a part is shown. Knows neither what the lines say nor a
 * screen. */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "No line is chosen". */
#define LIST_NONE SIZE_MAX

struct list {
	size_t count;
	size_t chosen; /* or LIST_NONE */
	size_t top; /* the first line shown */
	bool may_be_none; /* Up from the first line chooses none, as where a field stands above */
};

/* Starts a list of `count` lines anew, with `chosen` chosen. */
void list_start(struct list *list, size_t count, size_t chosen);

/* Moves the choice by a key, `page` lines at a time for Page Up and Page Down. Returns whether it
 * is such a key. */
bool list_press(struct list *list, int key, size_t page);

/*
 * Scrolls so that, of a list of `lines` lines shown in `rows` rows, `line` is shown and no row is
 * left empty that a line could fill. A `line` beyond the list, such as LIST_NONE, only sees to the
 * latter.
 */
void list_scroll(struct list *list, size_t lines, size_t line, size_t rows);

#endif
