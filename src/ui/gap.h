/* The blanks between two texts of a row. Where that cannot be seen they take the style of the text
 * before them: each change of style costs some 30 bytes of a slow line, and blanks need none. */
#ifndef UI_GAP_H
#define UI_GAP_H

#include "theme.h"

/* Nothing is painted yet. */
void gap_begin(void);

/* Before a text is painted at a place, and after it was, up to but not including `end`. */
void gap_fill(int row, int column, enum theme_style style);
void gap_note(int row, int end, enum theme_style style);

#endif
