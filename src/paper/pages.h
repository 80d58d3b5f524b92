/* Pages: a setting cut into them, and drawn. */
#ifndef PAGES_H
#define PAGES_H

#include "setting.h"

#include <cairo.h>

/* How many pages the setting needs. */
int pages_count(const struct setting *setting);

/* Draws them, and the foot of each where there is more than one; the text is tagged. */
void pages_draw(const struct setting *setting, cairo_t *cairo);

#endif
