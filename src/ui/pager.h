/* A document on the screen, of which a part is shown, laid out anew for every width and for the
 * languages shown. Where it has links, one that is in sight is chosen. */
#ifndef UI_PAGER_H
#define UI_PAGER_H

#include "documents.h"
#include "paint.h"
#include "press.h"

#include <stdbool.h>
#include <stddef.h>

struct pager {
	const struct documents *documents;
	struct documents_line *lines; /* for `columns` and `view`; NULL before the first drawing */
	enum speakers_view view;
	size_t count;
	size_t top; /* the first line shown */
	size_t rows; /* how many lines were shown last */
	int columns;
	int first_row; /* of the screen, where they began */
	const struct paragraph *link; /* the one chosen, in the staff's document, or NULL */
};

/* Borrows the documents until pager_close. Its first link is chosen. */
void pager_open(struct pager *pager, const struct documents *documents);
void pager_close(struct pager *pager);

/* The last row of the area says where in the document we are, where it is not all shown. */
void pager_draw(struct pager *pager, const struct area *area);

/* Returns whether the key is one that scrolls or chooses a link. */
bool pager_press(struct pager *pager, int key);

/* Chooses the link in this row of the screen. Returns whether it was chosen before. */
bool pager_click(struct pager *pager, int row);

#endif
