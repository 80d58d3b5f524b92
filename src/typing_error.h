/* One typing error: a letter that is wrong, missing or too many, or two neighbours swapped. */
#ifndef TYPING_ERROR_H
#define TYPING_ERROR_H

#include <stdbool.h>
#include <stddef.h>

/* How many characters the first `length` bytes of UTF-8 are. */
size_t typing_letters(const char *words, size_t length);

/*
 * Whether the `length` bytes typed are the word with exactly one error in it; whether they are a
 * beginning of the word with at most one. All is UTF-8, and what is the same must be the same
 * bytes.
 */
bool typing_error_in_word(const char *typed, size_t length, const char *word);
bool typing_error_in_beginning(const char *typed, size_t length, const char *word);

/* The same, with nothing wrong but which letters are doubled: "Phillipines". ASCII letters only,
 * and at least four that follow each other. */
bool typing_doubles_in_word(const char *typed, size_t length, const char *word);
bool typing_doubles_in_beginning(const char *typed, size_t length, const char *word);

#endif
