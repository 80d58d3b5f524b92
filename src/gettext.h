/* The marks of texts that are translated: _() where a text is used, N_() where it only stands in a
 * table. */
#ifndef GETTEXT_H
#define GETTEXT_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
