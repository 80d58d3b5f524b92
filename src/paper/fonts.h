/* Whether there are fonts for all that is to be printed: nobody is handed boxes instead of words.
 */
#ifndef FONTS_H
#define FONTS_H

#include "setting.h"

/* A character that no font has. */
struct missing {
	const char *language; /* of the text it is in; borrowed from the copy */
	gunichar character;
};

/* Whether there is any font at all; says which to get where not. */
bool fonts_are_there(const struct copy *copy);

/* Finds the first one; returns false where there is none. */
bool fonts_miss(const struct setting *setting, struct missing *missing);

/* Writes the line of PAPER_NO_FONT to standard output. */
void fonts_say(const struct missing *missing);

#endif
