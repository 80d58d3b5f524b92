#include "scroll.h"

#include "screener/memory.h"

#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A row as curses compares it to find what has scrolled: its characters, without their looks. */
static uint64_t mix_row(WINDOW *window, int row, cchar_t *cells)
{
	uint64_t mixed =
		0xcbf29ce484222325U; /* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv */
	if (mvwin_wchnstr(window, row, 0, cells, COLS) != OK)
		return 0;
	for (int i = 0; i < COLS && cells[i].chars[0]; i++)
		mixed = (mixed ^ (uint64_t)cells[i].chars[0]) * 0x100000001b3U;
	return mixed;
}

static int count_of(uint64_t row, const uint64_t *rows)
{
	int count = 0;
	for (int i = 0; i < LINES; i++)
		count += rows[i] == row;
	return count;
}

/* Curses scrolls around rows whose text is on the old screen once and on the new one once, in
 * another place. One that is to be written whole holds no text for it, so none is found. */
static bool moves(const uint64_t *before, const uint64_t *now, int row)
{
	return before[row] != now[row] && count_of(before[row], before) == 1 &&
	       count_of(before[row], now) == 1;
}

void scroll_prevent(void)
{
	cchar_t *cells = memory_new((size_t)COLS + 1, sizeof *cells);
	uint64_t *before = memory_new((size_t)LINES * 2, sizeof *before), *now = before + LINES;
	for (int row = 0; row < LINES; row++) {
		before[row] = mix_row(curscr, row, cells);
		now[row] = mix_row(stdscr, row, cells);
	}
	for (int row = 0; row < LINES; row++)
		if (moves(before, now, row))
			wredrawln(stdscr, row, 1);
	/* What was answered is in them. */
	explicit_bzero(cells, ((size_t)COLS + 1) * sizeof *cells);
	free(cells);
	free(before);
}
