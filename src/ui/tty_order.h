/* Who puts text from right to left in order, the wizard or the terminal; and what a terminal has to
 * be told for that. */
#ifndef UI_TTY_ORDER_H
#define UI_TTY_ORDER_H

#include "settings.h"

#include <stdbool.h>

/*
 * Whether the terminal does: as the settings have it, or where they leave it open, as far as the
 * environment tells which terminal it is. Those that can be told to leave it to programs are told.
 */
bool tty_order_is_terminals(enum order_choice choice);

/* What tells the terminal to leave the order to programs, and to take it back. Harmless where a
 * terminal does not know it; empty where it might be shown as text. After curses has started. */
const char *tty_order_take(void);
const char *tty_order_give_back(void);

#endif
