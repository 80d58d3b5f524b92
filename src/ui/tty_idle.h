/* The time without a key, as the clock on the wall has it: a computer that sleeps counts too. Only
 * tty.c uses it. */
#ifndef UI_TTY_IDLE_H
#define UI_TTY_IDLE_H

#include <stdbool.h>

void tty_idle_start(void);
void tty_idle_stop(void);

/* A descriptor that can be read once the time has passed; -1 where there is none. */
int tty_idle_descriptor(void);

/* Waits for `milliseconds` without a key, from the last one on; 0: for ever. Nothing ticks
 * meanwhile. */
void tty_idle_wait(int milliseconds);

/* There was a key: the time begins anew with the next tty_idle_wait. */
void tty_idle_note_key(void);

#endif
