/* Writing results so that nobody is left with half of one: every failure is noticed and said. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes a file that only its owner may read. It is there whole or not at all: what stood under
 * this name before stays until the new one is safe on the disk. What is no ordinary file (a
 * terminal, a pipe, /dev/null) is written to as it is. Returns false with ERROR_FILE, which names
 * the file.
 */
bool output_write_file(const char *path, const char *bytes, size_t length, struct error *error)
	__attribute__((warn_unused_result));

/* Writes to standard output, after what stdio still holds. A reader that has gone away is an error,
 * not the program's end. Returns false with ERROR_FILE. */
bool output_write_standard(const char *bytes, size_t length, struct error *error)
	__attribute__((warn_unused_result));

#endif
