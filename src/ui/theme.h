/* What texts look like on this terminal. No meaning is in a colour alone. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "theme_colours.h"

#include "screener/logic.h"

#include <stdbool.h>

/* Finds out what the terminal can show; once it has been taken over. */
void theme_start(enum theme_choice choice);

/* From here on what is painted looks like this. */
void theme_use(enum theme_style style);

/* Whether blanks in this style look as those of THEME_PLAIN do. */
bool theme_is_unseen(enum theme_style style);

/* From here on what is erased has the theme's background, or again the terminal's own. */
void theme_use_background(void);
void theme_use_own_background(void);

/* The style of an outcome; THEME_STRONG for OUTCOME_COUNT. */
enum theme_style theme_of_outcome(enum outcome outcome);

#endif
