/* What curses says of a key, as a press. Only tty.c uses it. */
#ifndef UI_TTY_KEYS_H
#define UI_TTY_KEYS_H

#include "press.h"

#include <stdbool.h>

/* Teaches curses the sequences of keys that the terminal's description leaves out, and Esc with a
 * digit. */
void tty_keys_start(void);

/* Reads one press, of what is there to read: nothing is waited for but the rest of one that has
 * begun. Returns false where there is none. */
bool tty_keys_read(struct press *press);

#endif
