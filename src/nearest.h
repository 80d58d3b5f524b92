/* "Did you mean": of some words, the one that a misspelt word most probably stands for. */
#ifndef NEAREST_H
#define NEAREST_H

#include <stddef.h>

/* A search: started with the word, then shown one candidate after another. */
struct nearest {
	const char *word;
	size_t length;
	size_t distance; /* edits between the word and `found`; while there is none, one more than
			    allowed */
	const char *found; /* the best candidate so far, or NULL */
};

/* Starts a search that allows edits up to a third of the word's length. Borrows the word. */
void nearest_start(struct nearest *nearest, const char *word);

/* Takes the candidate where it is nearer than what was found before; the first of equals stays.
 * Borrows it. */
void nearest_try(struct nearest *nearest, const char *candidate);

#endif
