/* A terminal in which nobody does anything, until F9 is pressed again. It says nothing, not even
 * how to leave it; everything else stays as it was. */
#include "screen.h"

static void draw(struct ui *ui, const struct area *area)
{
	(void)ui, (void)area;
	paint_nothing();
}

static void show(struct ui *ui)
{
	ui->hidden = false;
	ui->is_seen = false;
}

static const struct key keys[] = {
	{PRESS_F9, "F9", NULL, NULL, show, NULL},
};

const struct screen screen_hidden = {
	.name = "hidden",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.any_size = true,
	.draw = draw,
};
