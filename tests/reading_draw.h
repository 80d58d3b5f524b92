/* Made-up clients at random, in the form of the batch. */
#ifndef TESTS_READING_DRAW_H
#define TESTS_READING_DRAW_H

#include "reading.h"

#include <stdint.h>

enum { READING_CELL_SIZE = 32 };

/*
 * Fills in a cell a question and moves the seed on. Of one client nearly all is known, of another
 * nearly nothing. The same seed makes the same clients everywhere.
 */
void reading_draw(uint64_t *seed, char cells[READING_QUESTION_COUNT][READING_CELL_SIZE]);

#endif
