/* A line of text being edited: what is typed, and where the cursor stands in it. Knows no screen.
 * What it held is wiped when it lets go of it. */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { EDIT_LIMIT = 1000 }; /* bytes; more is not taken */

struct edit {
	struct text text; /* UTF-8 */
	size_t cursor; /* in bytes, always between two characters as people see them */
};

void edit_init(struct edit *edit);
void edit_destroy(struct edit *edit);

/* Replaces the text; the cursor stands after it. */
void edit_set(struct edit *edit, const char *words);

/*
 * Does what a key does to a line: types a character, deletes, moves the cursor. Returns whether it
 * is such a key; `*changed` says whether the text is another than before.
 */
bool edit_press(struct edit *edit, int key, bool *changed);

#endif
