/* Text with letters that run from right to left, as Arabic and Hebrew: in which order it stands on
 * a line, and the forms that Arabic letters take beside each other. */
#ifndef BIDI_H
#define BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The most characters that a line can have here. */
enum { BIDI_LIMIT = 2048 };

/* Keep words apart from what stands before and after them on their line, whatever their direction
 * is: Unicode's first-strong isolate, and its end. They take no room. */
#define BIDI_APART "\342\201\250"
#define BIDI_APART_END "\342\201\251"

/* Whether a character's direction is from right to left. */
bool bidi_runs_left(uint32_t character);

/*
 * Whether UTF-8 words are a text from right to left: most of their letters are, or half of them
 * with the first; those between BIDI_APART and its end do not count. So an Arabic sentence that
 * begins with a Latin name is one, and a Dutch one that ends with an Arabic name is not.
 */
bool bidi_is_right(const char *words, size_t length);

/*
 * Puts the characters of one line in the order in which they stand from left to right, marks after
 * their letters and brackets mirrored; `right`: the line as a whole runs from right to left.
 * Where `shapes`, Arabic letters get the form that they have beside their neighbours, and lam with
 * alef become one character: in place of the lam then stands U+FEFF, which takes no room.
 * `places[i]` is afterwards which character of the line as it was stands at i. More than BIDI_LIMIT
 * characters are left as they are.
 */
void bidi_arrange(uint32_t characters[], size_t count, bool right, bool shapes, size_t places[]);

#endif
