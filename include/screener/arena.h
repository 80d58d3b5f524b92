/* An arena: many small allocations that live equally long, are freed at once, and wiped. */
#ifndef SCREENER_ARENA_H
#define SCREENER_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *newest;
	size_t used; /* bytes taken from the newest block */
};

void arena_init(struct arena *arena);
void arena_destroy(struct arena *arena);

/* Returns zeroed memory for `count` items of `size` bytes, aligned for any type; it lives as long
 * as the arena. */
void *arena_new(struct arena *arena, size_t count, size_t size);

/* Returns a copy of `length` bytes of `text` with a NUL after them; it lives as long as the arena.
 */
char *arena_copy(struct arena *arena, const char *text, size_t length);

#endif
