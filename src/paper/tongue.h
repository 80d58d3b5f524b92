/* Tells a PDF which languages its text is in, for whoever has it read out: cairo 1.16 cannot. */
#ifndef TONGUE_H
#define TONGUE_H

#include <glib.h>
#include <stdbool.h>

/*
 * Appends an incremental update (ISO 32000-1, 7.5.6) to what cairo has made: /Lang in the catalogue
 * and, where there is a second language, in every structure element "Div", which is what has its
 * text. Returns false where the file is not as cairo 1.16 writes it; then it is as it was.
 */
bool tongue_tell(GByteArray *pdf, const char *language, const char *second_language);

#endif
