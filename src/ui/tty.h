/* The terminal itself: takes it over through curses, reads keys from it, and leaves it whole
 * however the program ends. */
#ifndef UI_TTY_H
#define UI_TTY_H

#include "press.h"

#include "screener/error.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * Takes the terminal over, and where `orders` has it leave the order of text from right to left to
 * us (tty_order.h); there is one for the whole process. From here on a signal that ends the
 * program, or a crash, restores it first. Borrows both streams until tty_stop. Returns false, with
 * ERROR_TERMINAL and the terminal untouched, where its type is not known or it cannot place a
 * cursor.
 */
bool tty_start(FILE *input, FILE *output, bool orders, struct error *error)
	__attribute__((warn_unused_result));

/* Wipes the screen, and what the terminal keeps of lines that scrolled away where it can do so, and
 * gives the terminal back as it was. */
void tty_stop(void);

/* Whether far more waits to be read than anybody types: something was pasted. */
bool tty_is_flooded(void);

/*
 * Gives the terminal back as it was, at once. Safe in a signal handler and where memory has run
 * out; does nothing where the terminal was not taken over.
 */
void tty_restore(void);

/* At once, and in one write, wipes the screen and gives the window a title that says nothing. What
 * is painted next is painted on an empty screen. */
void tty_wipe(void);

/*
 * Waits for the next press. Esc and then a digit is a function key. A lone Esc is PRESS_ESCAPE
 * where `escape_acts` (half a second later, or at once when it comes twice), and nothing where not.
 * PRESS_IDLE comes when there was no key for `idle` ms; 0: it does not come.
 */
struct press tty_read(bool escape_acts, int idle);

#endif
