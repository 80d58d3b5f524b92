/* Opens and reads what the reader reads, with a fault where it cannot. */
#ifndef READER_FILES_H
#define READER_FILES_H

#include "screener/text.h"

#include <stdbool.h>

struct reading;

/* No file that people write by hand is larger; it is refused before it is read as YAML. */
enum { FILE_LIMIT = 1024 * 1024 };

enum file_kind {
	FILE_NEEDED, /* it is a fault where there is none */
	FILE_OPTIONAL, /* where there is none, nothing is said and `missing` is set */
	FILE_STREAM /* a pipe or a terminal will do as well, and "-" is standard input */
};

/*
 * Reads the file that the reading was begun for into `bytes`. Returns false with a fault where it
 * cannot be read, or `*missing` where an optional one is not there.
 */
bool files_read(struct reading *reading, enum file_kind kind, struct text *bytes, bool *missing);

/* Whether there is such a folder; a fault says why not. */
bool files_is_folder(struct reading *reading, const char *folder);

/* Adds the path of a file in a folder. */
void files_add_path(struct text *path, const char *folder, const char *name);

#endif
