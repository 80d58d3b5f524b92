#include "screener/memory.h"

#include <stdlib.h>
#include <unistd.h>

static void (*at_exhaustion)(void);

void memory_at_exhaustion(void (*last_words)(void))
{
	at_exhaustion = last_words;
}

static _Noreturn void give_up(void)
{
	static const char words[] = "iom-screener: out of memory\n";
	if (at_exhaustion)
		at_exhaustion();
	/* Nothing can be done about a failure to say it. */
	ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
	(void)written;
	_exit(2);
}

void *memory_new(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);
	if (!memory)
		give_up();
	return memory;
}

void *memory_grow(void *memory, size_t count, size_t size)
{
	void *grown = reallocarray(memory, count ? count : 1, size ? size : 1);
	if (!grown)
		give_up();
	return grown;
}
