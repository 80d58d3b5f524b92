/* Words in the languages shown: in one, or in the staff's and the client's, which stand side by
 * side where there is room for that and otherwise one above the other. */
#ifndef UI_PAIR_H
#define UI_PAIR_H

#include "paint.h"
#include "speakers.h"

#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* The second are empty where only one language is shown, or where both say the same. */
struct pair {
	struct text first;
	struct text second;
};

void pair_init(struct pair *pair);
void pair_destroy(struct pair *pair);

/* Replaces the words by what `add` adds in each language shown. */
void pair_fill(struct pair *pair, void (*add)(const void *subject, struct text *text),
	const void *subject);

/* Replaces them by a text of the program, as gettext knows it, or one of the pack; NULL: none. */
void pair_say(struct pair *pair, const char *message);
void pair_say_pack(struct pair *pair, const struct pack *pack, const char *text);

/* Whether two languages are shown, and stand side by side in so many columns. */
bool pair_is_beside(int columns);

/* The part of the area for either language where they stand so. */
struct area pair_half(const struct area *area, enum speaker speaker);

/* A line down between the two. */
void pair_paint_between(const struct area *area, int row, int rows);

/* As paint_paragraph and paint_measure. Where the rows do not suffice both languages are cut. */
int pair_paint(const struct area *area, int row, int rows, enum theme_style style,
	const struct pair *pair);
int pair_measure(const struct pair *pair, int columns);

/* Whether both find room in one row. */
bool pair_fits_line(const struct pair *pair, int columns);

/* In one row: both, or where they find no room the first alone. */
void pair_paint_line(
	const struct area *area, int row, enum theme_style style, const struct pair *pair);

#endif
