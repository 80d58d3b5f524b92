/* Saying what is wrong, on standard error and in the locale's own encoding. */
#ifndef SAY_H
#define SAY_H

#include "reader.h"

#include "screener/error.h"

/* Says an error after the program's name. */
void say_error(const struct error *error);

/* Says a sentence after the program's name; `format` is as printf's, without a newline at the end.
 */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says every fault with its line and caret. */
void say_faults(const struct fault_list *faults);

#endif
