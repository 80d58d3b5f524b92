#include "screener/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*at_exhaustion)(void);

/* A secret on the heap, which has to know its size to be wiped. */
struct secret {
	size_t size;
	alignas(max_align_t) unsigned char bytes[];
};

static void *make_on_heap(size_t size)
{
	struct secret *secret = malloc(sizeof *secret + size);
	if (!secret)
		return NULL;
	secret->size = size;
	return secret->bytes;
}

static void wipe_on_heap(void *memory)
{
	if (!memory)
		return;
	struct secret *secret = (void *)((unsigned char *)memory - sizeof *secret);
	explicit_bzero(secret, sizeof *secret + secret->size);
	free(secret);
}

static void *(*make_secret)(size_t size) = make_on_heap;
static void (*wipe_secret)(void *memory) = wipe_on_heap;

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

void memory_keep_secrets(void *(*make)(size_t size), void (*wipe_and_free)(void *memory))
{
	make_secret = make;
	wipe_secret = wipe_and_free;
}

void *memory_secret_new(size_t count, size_t size)
{
	size_t wanted;
	if (__builtin_mul_overflow(count, size, &wanted) || wanted > SIZE_MAX / 2)
		give_up();
	wanted = (wanted / alignof(max_align_t) + 1) * alignof(max_align_t);
	void *memory = make_secret(wanted);
	if (!memory)
		give_up();
	return memset(memory, 0, wanted);
}

void memory_secret_free(void *memory)
{
	wipe_secret(memory);
}
