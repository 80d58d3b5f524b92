/* Nothing that says anything, until F9 is pressed again. */
#include "screen.h"

static void draw(struct ui *ui, const struct area *area)
{
	(void)ui;
	int row = area->rows - 1;
	paint_cursor(row, 0);
	paint_text(row, 0, area->columns, THEME_QUIET, "F9");
}

static const struct key keys[] = {
	{PRESS_F9, "F9", NULL, NULL, screen_pop, NULL},
};

const struct screen screen_hidden = {
	.name = "hidden",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.any_size = true,
	.draw = draw,
};
