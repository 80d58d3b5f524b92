#include "foot.h"

#include "gettext.h"
#include "languages.h"

enum { ROOMY = 18 }; /* rows from which on a screen can spare some */

/* How keys are written, from roomy to terse. */
static const struct manner {
	int gap; /* columns between two keys */
	bool is_short;
	int rows_roomy; /* at most, on a screen with many rows, and on one with few */
	int rows_tight;
} manners[] = {{3, false, 2, 1}, {2, false, 2, 1}, {2, true, 2, 2}, {1, true, 4, 4}};

static bool is_shown(const struct ui *ui, const struct key *key)
{
	return key->name && (!key->works || key->works(ui));
}

static const char *name_of(const struct key *key, bool is_short)
{
	return _(is_short && key->short_name ? key->short_name : key->name);
}

static int measure(const struct key *key, bool is_short)
{
	return (int)(languages_width(name_of(key, is_short)) + 1 + languages_width(_(key->label)));
}

static void draw_key(const struct key *key, bool is_short, int row, int column, int columns)
{
	int used = paint_text(row, column, columns, THEME_KEY, name_of(key, is_short));
	paint_text(row, column + used + 1, columns - used - 1, THEME_PLAIN, _(key->label));
}

/* Goes over the keys, and paints them from `top` on unless that is negative. Returns how many rows
 * they take. */
static int flow(const struct ui *ui, const struct screen *screen, const struct manner *manner,
	int columns, int top)
{
	int row = 0, column = 0;
	for (size_t i = 0; i < screen->key_count; i++) {
		const struct key *key = &screen->keys[i];
		if (!is_shown(ui, key))
			continue;
		int width = measure(key, manner->is_short);
		if (column > 0 && column + width > columns) {
			row++;
			column = 0;
		}
		if (top >= 0)
			draw_key(key, manner->is_short, top + row, column, columns - column);
		column += width + manner->gap;
	}
	return row + 1;
}

static const struct manner *choose_manner(
	const struct ui *ui, const struct screen *screen, const struct area *whole)
{
	size_t last = sizeof manners / sizeof manners[0] - 1;
	for (size_t i = 0; i < last; i++) {
		int most = whole->rows >= ROOMY ? manners[i].rows_roomy : manners[i].rows_tight;
		if (flow(ui, screen, &manners[i], whole->columns, -1) <= most)
			return &manners[i];
	}
	return &manners[last];
}

int foot_draw(const struct ui *ui, const struct screen *screen, const struct area *whole)
{
	const struct manner *manner = choose_manner(ui, screen, whole);
	int rows = flow(ui, screen, manner, whole->columns, -1);
	bool ruled = whole->rows >= ROOMY;
	flow(ui, screen, manner, whole->columns, whole->top + whole->rows - rows);
	if (ruled)
		paint_rule(whole, whole->top + whole->rows - rows - 1);
	return rows + ruled;
}
