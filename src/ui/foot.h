/* The foot of a screen: every key that works now, in as few rows as they need. */
#ifndef UI_FOOT_H
#define UI_FOOT_H

#include "screen.h"

/* Paints it at the bottom of the screen, under a rule where there is room for one. Returns how many
 * rows it took. */
int foot_draw(const struct ui *ui, const struct screen *screen, const struct area *whole);

#endif
