/* How often each letter is in a text, for texts whose order a reader has changed. */
#ifndef TESTS_LETTERS_H
#define TESTS_LETTERS_H

#include <stddef.h>
#include <stdint.h>

struct letters {
	uint32_t *codes;
	size_t count;
	size_t capacity;
};

/* Adds the letters of a UTF-8 text in their usual forms (NFKC); NULL adds none. Digits, blanks and
 * signs are no letters. */
void letters_add(struct letters *letters, const char *text);
void letters_destroy(struct letters *letters);

/* Returns a letter of which one has more than the other, or 0. Sorts both. */
unsigned long letters_compare(struct letters *some, struct letters *others);

#endif
