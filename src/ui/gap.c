#include "gap.h"

#include <curses.h>
#include <stdbool.h>
#include <string.h>

/* A wider one is jumped over: that is shorter than so many blanks. */
enum { WIDEST = 8 };

/* The text that was painted last. */
static struct {
	int row, end;
	enum theme_style style;
} last;

void gap_begin(void)
{
	last.row = -1;
}

static bool is_erased(int row, int from, int to)
{
	cchar_t blank, cell;
	if (getbkgrnd(&blank) != OK)
		return false;
	for (int column = from; column < to; column++)
		if (mvin_wch(row, column, &cell) != OK || memcmp(&cell, &blank, sizeof cell) != 0)
			return false;
	return true;
}

void gap_fill(int row, int column, enum theme_style style)
{
	int width = column - last.end;
	if (row != last.row || width <= 0 || width > WIDEST || style == THEME_PLAIN ||
		!theme_is_unseen(last.style) || !is_erased(row, last.end, column))
		return;
	theme_use(last.style);
	mvhline(row, last.end, ' ', width);
}

void gap_note(int row, int end, enum theme_style style)
{
	last.row = row;
	last.end = end;
	last.style = style;
}
