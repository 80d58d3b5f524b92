/* What texts look like: each kind of text, on a terminal with many colours, with eight, and with
 * none. No meaning is in a colour alone. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "screener/logic.h"

enum theme_style {
	THEME_PLAIN,
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
	THEME_STYLE_COUNT
};

/* Finds out what the terminal can show; once it has been taken over. */
void theme_start(void);

/* From here on what is painted looks like this. */
void theme_use(enum theme_style style);

/* The style of an outcome; THEME_STRONG for OUTCOME_COUNT. */
enum theme_style theme_of_outcome(enum outcome outcome);

#endif
