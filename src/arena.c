#include "screener/arena.h"

#include "screener/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 32 * 1024 };

struct arena_block {
	struct arena_block *older;
	size_t size;
	alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena)
{
	arena->newest = NULL;
	arena->used = 0;
}

void arena_destroy(struct arena *arena)
{
	while (arena->newest) {
		struct arena_block *older = arena->newest->older;
		explicit_bzero(arena->newest->bytes, arena->newest->size);
		free(arena->newest);
		arena->newest = older;
	}
	arena->used = 0;
}

static void add_block(struct arena *arena, size_t size)
{
	if (size < BLOCK_SIZE)
		size = BLOCK_SIZE;
	struct arena_block *block = memory_new(1, sizeof *block + size);
	block->older = arena->newest;
	block->size = size;
	arena->newest = block;
	arena->used = 0;
}

void *arena_new(struct arena *arena, size_t count, size_t size)
{
	size_t wanted;
	/* An overflow asks for more than there can be, and so ends where memory runs out. */
	if (__builtin_mul_overflow(count, size, &wanted) || wanted > SIZE_MAX / 2)
		wanted = SIZE_MAX / 2;
	wanted = (wanted + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!arena->newest || arena->newest->size - arena->used < wanted)
		add_block(arena, wanted);
	void *memory = arena->newest->bytes + arena->used;
	arena->used += wanted;
	return memory;
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_new(arena, length + 1, 1);
	if (length)
		memcpy(copy, text, length);
	return copy;
}
