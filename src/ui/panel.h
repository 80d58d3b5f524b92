/* The outcome so far beside the question, on terminals that are wide enough: every path under its
 * outcome, and a mark where the last answer changed it. */
#ifndef UI_PANEL_H
#define UI_PANEL_H

#include "paint.h"

#include "screener/interview.h"

struct panel {
	const struct pack *pack;
	enum outcome *before; /* of each path, before the last answer; NULL: none was taken yet */
};

/* Borrows the pack. */
void panel_init(struct panel *panel, const struct pack *pack);

/* Wipes what is remembered. */
void panel_destroy(struct panel *panel);

/* Remembers the outcomes; to be called before an answer is taken. */
void panel_remember(struct panel *panel, const struct outcomes *outcomes);

/* Paints it at the right of the area, where the question keeps enough room beside it. Returns what
 * is left of the area. */
struct area panel_draw(
	const struct panel *panel, const struct outcomes *outcomes, const struct area *area);

#endif
