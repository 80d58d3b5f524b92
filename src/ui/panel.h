/* The outcome so far beside the question, on terminals that are wide enough: every path under its
 * outcome, and a mark where the last answer changed it. Paths that depend on a sensitive question
 * would let others guess the answer from afar: they are only counted. */
#ifndef UI_PANEL_H
#define UI_PANEL_H

#include "paint.h"

#include "screener/interview.h"

#include <stdbool.h>
#include <stddef.h>

struct panel {
	const struct pack *pack;
	bool *listed; /* one a path: whether no sensitive question bears on it */
	size_t unlisted; /* how many are not */
	enum outcome *before; /* of each path, before the last answer; NULL: none was taken yet */
};

/* Borrows the pack until panel_destroy. */
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
