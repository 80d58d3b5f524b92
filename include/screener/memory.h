/* Memory from the heap that is never NULL: running out of it ends the program, in one place. */
#ifndef SCREENER_MEMORY_H
#define SCREENER_MEMORY_H

#include <stddef.h>

/* As malloc, calloc and realloc for arrays of `count` items of `size` bytes. Returns owned, free
 * with free(). */
void *memory_new(size_t count, size_t size);
void *memory_grow(void *memory, size_t count, size_t size);

/*
 * Sets what is done when memory has run out, before the program ends: the terminal's restoration.
 * One for the whole process, set by main. `last_words` must not need memory.
 */
void memory_at_exhaustion(void (*last_words)(void));

#endif
