/* Keeps curses from scrolling: what scrolls away is kept in the memory of terminals that have no
 * second screen, or that are told not to use it as GNU screen is by default. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

/*
 * Between painting and refresh(): of the rows that changed, those that curses could bring to
 * another place by scrolling are written whole. All others are left to curses, which writes the
 * cells that changed and no more.
 */
void scroll_prevent(void);

#endif
