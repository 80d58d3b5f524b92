/* Which letters the terminal can show. */
#ifndef UI_TTY_SCRIPT_H
#define UI_TTY_SCRIPT_H

#include "script.h"

#include <stdbool.h>

/* Looks what the terminal has, which `output` is written to. */
void tty_script_start(int output);

/*
 * Whether it can: the locale's encoding has letters of the script, and so has the font of a Linux
 * console, which has 512 characters at the most, none of them wide. All other terminals are taken
 * to find a font.
 */
bool tty_shows_script(enum script script);

#endif
