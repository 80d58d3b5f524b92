/* What signals do while the terminal is taken over. Only tty.c uses it. */
#ifndef UI_TTY_SIGNALS_H
#define UI_TTY_SIGNALS_H

#include <poll.h>
#include <stdbool.h>

/*
 * Signals that end the program, crashes included, call `last_words` first; Ctrl-Z, going on
 * and a new size are only noted. What was ignored stays ignored.
 */
void tty_signals_start(void (*last_words)(void));

/* Everything as it was before. */
void tty_signals_stop(void);

/* Waits as poll() does; the only place where Ctrl-Z, a new size and going on are
 * noted. `milliseconds` below 0 is without a limit. */
int tty_signals_wait(struct pollfd descriptors[], nfds_t count, int milliseconds);

/* What was noted. */
enum tty_event { TTY_STOP, TTY_RESUMED, TTY_RESIZED, TTY_EVENT_COUNT };

/* Whether it has happened since it was last asked. */
bool tty_signals_take(enum tty_event event);

/* Stops the process, as Ctrl-Z does; returns when it goes on. That it goes on is not noted. */
void tty_signals_suspend(void);

#endif
