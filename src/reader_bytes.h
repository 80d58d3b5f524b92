/* What is checked of a file before it is read as YAML: its encoding, and characters that nobody can
 * see. */
#ifndef READER_BYTES_H
#define READER_BYTES_H

#include <stdbool.h>
#include <unitypes.h>

struct reading;

/*
 * Leaves out a byte order mark at the beginning of the text. Returns false with a fault where the
 * text is not UTF-8 or has a character that bytes_refuse refuses.
 */
bool bytes_check(struct reading *reading);

/* Whether no text may have this character: controls but for tab and line breaks, and line breaks
 * that only Unicode knows. */
bool bytes_refuse(ucs4_t character);

#endif
