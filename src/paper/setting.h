/* A copy set in type: rows from the top of the first page to the foot of the last one, in one size
 * of type. All lengths are points. */
#ifndef SETTING_H
#define SETTING_H

#include "copy.h"
#include "type.h"

/* A4, with room at the left for the holes of a file. */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.890
#define MARGIN_LEFT 62.0
#define MARGIN_RIGHT 46.0
#define MARGIN_TOP 42.0
#define MARGIN_BOTTOM 48.0

enum { CELL_LIMIT = 4 }; /* a label and a text, in two languages */

struct cell {
	struct lines lines;
	double x;
	bool second; /* in the second language */
};

struct row {
	enum copy_style style;
	bool listed; /* one of several beside one label, so that it must be seen where each begins
		      */
	double before; /* the space above it, but at the top of a page */
	double height; /* without the space above it, with the frame or the rule */
	double inset; /* of the text from the row's top */
	struct cell cells[CELL_LIMIT];
	size_t count;
};

struct setting {
	const struct copy *copy; /* borrowed */
	struct voice voices[2]; /* borrowed; the second only where the copy has two languages */
	double size;
	double labels; /* the width of the column of labels */
	struct row *rows; /* one a paragraph */
};

void setting_init(struct setting *setting, const struct copy *copy, const struct voice voices[2],
	double size);
void setting_destroy(struct setting *setting);

#endif
