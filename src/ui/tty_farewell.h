/* What is said to the terminal when the wizard lets go of it: made in advance, as nothing can be
 * looked up in a signal handler. And the window's title while it runs. Only tty.c uses it. */
#ifndef UI_TTY_FAREWELL_H
#define UI_TTY_FAREWELL_H

#include <stdbool.h>

/* Makes the words for the terminal that curses has just started on; `orders`: it is to leave the
 * order of text to us. */
void tty_farewell_prepare(bool orders);

/* Gives the window a title that says nothing; take also has the terminal keep the one before. They
 * do nothing where the terminal is not known to have a title. */
void tty_farewell_take_title(int output);
void tty_farewell_set_title(int output);

/* Has it leave that order to us, where it is to. */
void tty_farewell_take_order(int output);

/* In one write sets that title and wipes all rows; the cursor is then at this row and column. */
void tty_farewell_wipe(int output, int rows, int row, int column);

/* Wipes the screen, leaves it, and gives everything back as it was, order and title too; wipes what
 * the terminal keeps of lines that scrolled away, where it can. Safe in a signal handler. */
void tty_farewell_say_all(int output);

/* What endwin() leaves out: the order of text and the title; and where it is `for_good`, what has
 * scrolled away. */
void tty_farewell_say_rest(int output, bool for_good);

#endif
