#include "foot.h"

#include "gettext.h"
#include "languages.h"

enum { ROOMY = 18 }; /* rows from which on a screen can spare some */

/* How keys are written, from roomy to terse. */
static const struct manner {
	int gap; /* columns between two keys */
	bool is_short;
	bool grouped; /* the function keys begin a row, and so stand where they always do */
	int rows_roomy; /* at most, on a screen with many rows, and on one with few */
	int rows_tight;
} manners[] = {{3, false, false, 1, 1}, {3, false, true, 2, 1}, {2, false, true, 2, 1},
	{2, false, false, 2, 1}, {2, true, false, 2, 2}, {1, true, false, 4, 4}};

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

static bool is_function_key(const struct key *key)
{
	return key->key >= PRESS_F1 && key->key <= PRESS_F10;
}

/* Goes over the keys, and paints them from the area's top on unless that is negative. Returns how
 * many rows they take. */
static int flow(const struct ui *ui, const struct screen *screen, const struct manner *manner,
	const struct area *area)
{
	int row = 0, column = 0;
	bool breaks = manner->grouped;
	for (size_t i = 0; i < screen->key_count; i++) {
		const struct key *key = &screen->keys[i];
		if (!is_shown(ui, key))
			continue;
		int width = measure(key, manner->is_short);
		bool begins = breaks && is_function_key(key);
		if (column > 0 && (begins || column + width > area->columns)) {
			row++;
			column = 0;
		}
		breaks = breaks && !begins;
		if (area->top >= 0)
			draw_key(key, manner->is_short, area->top + row, area->left + column,
				area->columns - column);
		column += width + manner->gap;
	}
	return row + 1;
}

static const struct manner *choose_manner(
	const struct ui *ui, const struct screen *screen, const struct area *area)
{
	size_t last = sizeof manners / sizeof manners[0] - 1;
	for (size_t i = 0; i < last; i++) {
		int most = area->rows >= ROOMY ? manners[i].rows_roomy : manners[i].rows_tight;
		if (flow(ui, screen, &manners[i], area) <= most)
			return &manners[i];
	}
	return &manners[last];
}

int foot_draw(const struct ui *ui, const struct screen *screen, const struct area *whole)
{
	struct area area = paint_inset(*whole);
	area.top = -1;
	const struct manner *manner = choose_manner(ui, screen, &area);
	int rows = flow(ui, screen, manner, &area);
	bool ruled = whole->rows >= ROOMY;
	area.top = whole->top + whole->rows - rows;
	flow(ui, screen, manner, &area);
	if (ruled)
		paint_rule(whole, area.top - 1);
	return rows + ruled;
}
