/* Writes the summary of an interview as text, from the result screen and when the wizard has ended.
 */
#ifndef UI_SUMMARY_SAVE_H
#define UI_SUMMARY_SAVE_H

#include "moment.h"

#include "screener/error.h"
#include "screener/interview.h"

#include <stdbool.h>

/* Writes it to a file, or to standard output where `path` is NULL, in the locale's encoding.
 * Returns false with ERROR_FILE. */
bool summary_save(const struct interview *interview, const struct moment *moment, const char *path,
	struct error *error) __attribute__((warn_unused_result));

#endif
