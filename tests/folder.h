/* Folders that a test makes for itself, to read packs from under a path that never changes. What
 * does not work fails the test. */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

#include <stddef.h>

/* Makes a new empty folder and goes there. */
void folder_begin(void);

/* Leaves the folder of folder_begin and removes it with all that is in it. */
void folder_end(void);

/* Copies the files that end in ".yaml" from one folder into another, which is made where needed. */
void folder_copy(const char *from, const char *to);

void folder_write(const char *path, const char *bytes, size_t length);

/* Compares with the text of a file. With EXPECTED_UPDATE in the environment it is written instead:
 * by hand only, and to be read before it is believed. */
void folder_check(const char *path, const char *text);

#endif
