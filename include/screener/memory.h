/* Memory from the heap that is never NULL: running out of it ends the program, in one place. */
#ifndef SCREENER_MEMORY_H
#define SCREENER_MEMORY_H

#include <stddef.h>

/* As malloc, calloc and realloc for arrays of `count` items of `size` bytes. Returns owned, free
 * with free(). */
void *memory_new(size_t count, size_t size);
void *memory_grow(void *memory, size_t count, size_t size);

/*
 * Zeroed memory for what nobody else is to see, such as answers; it is wiped when it is freed.
 * Returns owned, free with memory_secret_free; NULL may be freed.
 */
void *memory_secret_new(size_t count, size_t size);
void memory_secret_free(void *memory);

/*
 * Has secrets kept in memory of another kind than the heap's: `make` returns bytes that are aligned
 * for any type where `size` is a multiple of that alignment, which it always is, or NULL where
 * there are none; `wipe_and_free` takes them back. One for the whole process, set before the first
 * secret is made.
 */
void memory_keep_secrets(void *(*make)(size_t size), void (*wipe_and_free)(void *memory));

/*
 * Sets what is done when memory has run out, before the program ends: the terminal's restoration.
 * One for the whole process, set by main. `last_words` must not need memory.
 */
void memory_at_exhaustion(void (*last_words)(void));

#endif
