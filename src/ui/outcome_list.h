/* The outcome as a list to choose from: the paths by service, the notices, and what can be done
 * with all of it. */
#ifndef UI_OUTCOME_LIST_H
#define UI_OUTCOME_LIST_H

#include "list.h"
#include "overview.h"
#include "paint.h"
#include "summary.h"

#include <stdbool.h>
#include <stddef.h>

enum outcome_entry_kind {
	OUTCOME_ENTRY_LINE, /* a path or a notice */
	OUTCOME_ENTRY_SUMMARY,
	OUTCOME_ENTRY_FINISH,
	OUTCOME_ENTRY_KIND_COUNT
};

struct outcome_list {
	const struct summary *summary;
	struct overview_line *lines; /* what the first entries show */
	size_t line_count;
	struct list list; /* the entries; `top` counts rows, headings included */
	bool finishes; /* whether the last entry ends the wizard */
	bool summary_follows; /* and the summary is then written */
	bool spaced; /* as it was drawn last: an empty row above a heading */
	int columns; /* the same */
	int first_row;
	int rows;
};

/* Borrows the summary until outcome_list_close. The first entry is chosen. */
void outcome_list_open(
	struct outcome_list *list, const struct summary *summary, bool finishes, bool follows);
void outcome_list_close(struct outcome_list *list);

void outcome_list_draw(struct outcome_list *list, const struct area *area);

enum outcome_entry_kind outcome_list_kind(const struct outcome_list *list);

/* The path or notice chosen, or NULL. */
const struct overview_line *outcome_list_line(const struct outcome_list *list);

/* Chooses the path or notice of a line, wherever it is now. One that is no longer there changes
 * nothing. */
void outcome_list_choose(struct outcome_list *list, const struct overview_line *line);

/* Moves the choice by a key; Tab goes to the last entry, and back to the first. */
void outcome_list_press(struct outcome_list *list, int key);

/* Chooses the next path or notice, or the one before. Returns false at the last, and the first. */
bool outcome_list_step(struct outcome_list *list, bool back);

/* Chooses the entry in this row of the screen. Returns whether it was chosen before. */
bool outcome_list_click(struct outcome_list *list, int row);

#endif
