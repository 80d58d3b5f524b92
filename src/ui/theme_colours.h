/* The themes: which colours and attributes each kind of text has. Knows no curses, so that a test
 * can work out whether all of it can be read. */
#ifndef UI_THEME_COLOURS_H
#define UI_THEME_COLOURS_H

#include "settings.h"

#include <stdbool.h>

enum theme_style {
	THEME_PLAIN, /* its background is that of the whole screen */
	THEME_QUIET, /* what is said beside something else */
	THEME_STRONG,
	THEME_KEY, /* the name of a key */
	THEME_CHOSEN, /* the line that Enter takes */
	THEME_FIELD, /* where something is typed */
	THEME_FAULT,
	THEME_WARNING,
	THEME_APPLIES,
	THEME_POSSIBLE,
	THEME_OPEN,
	THEME_NO,
	THEME_CHANGED, /* what the last answer changed */
	THEME_STYLE_COUNT
};

enum theme { THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEME_COUNT };

/* What a terminal can show. */
enum theme_depth {
	THEME_MONOCHROME,
	THEME_EIGHT, /* the first 8 colours, which each terminal mixes its own way */
	THEME_MANY, /* the 256 of xterm */
	THEME_DEPTH_COUNT
};

/* Numbers of the terminal's palette; THEME_OWN: whatever the terminal has. */
enum { THEME_OWN = -1 };

struct theme_look {
	short foreground;
	short background;
	bool bold;
	bool underline;
	bool reverse;
};

/* Borrows a table that is never changed. On a terminal without colours all themes are one. */
const struct theme_look *theme_colours_look(
	enum theme theme, enum theme_depth depth, enum theme_style style);

/*
 * The theme that was chosen, or the one that goes with the terminal. `colours` is what COLORFGBG
 * holds, which rxvt, Konsole and others set to "foreground;background" or
 * "foreground;something;background" in numbers of the palette; NULL where it is not set.
 */
enum theme theme_colours_choose(enum theme_choice choice, const char *colours);

#endif
