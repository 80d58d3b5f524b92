#include "screener/text.h"

#include "screener/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	LEAST = 64,
	SECRET_LEAST = 1024 /* locked memory comes in pages */
};

/* What an empty buffer shows; never written to, as its capacity is 0. */
static char nothing[1];

void text_init(struct text *text)
{
	*text = (struct text){.bytes = nothing};
}

void text_init_secret(struct text *text)
{
	text_init(text);
	text->secret = true;
}

static void release(struct text *text)
{
	if (text->secret && text->capacity) {
		memory_secret_free(text->bytes);
	} else if (text->capacity) {
		explicit_bzero(text->bytes, text->capacity);
		free(text->bytes);
	}
}

void text_destroy(struct text *text)
{
	release(text);
	*text = (struct text){.bytes = nothing, .secret = text->secret};
}

void text_clear(struct text *text)
{
	if (text->capacity)
		explicit_bzero(text->bytes, text->capacity);
	text->length = 0;
}

/* A new block instead of realloc, so that the old one can be wiped. */
static void make_room(struct text *text, size_t more)
{
	size_t wanted = text->length + more + 1;
	if (wanted <= text->capacity)
		return;
	size_t least = text->secret ? SECRET_LEAST : LEAST;
	size_t capacity = wanted < least ? least : wanted + wanted / 2;
	char *bytes = text->secret ? memory_secret_new(capacity, 1) : memory_new(capacity, 1);
	memcpy(bytes, text->bytes, text->length + 1);
	release(text);
	text->bytes = bytes;
	text->capacity = capacity;
}

void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
	if (!length)
		return;
	make_room(text, length);
	memcpy(text->bytes + text->length, bytes, length);
	text_cut(text, text->length + length);
}

void text_add(struct text *text, const char *words)
{
	text_add_bytes(text, words, strlen(words));
}

void text_add_repeated(struct text *text, char byte, size_t count)
{
	if (!count)
		return;
	make_room(text, count);
	memset(text->bytes + text->length, byte, count);
	text_cut(text, text->length + count);
}

void text_format_list(struct text *text, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length <= 0)
		return;
	make_room(text, (size_t)length);
	vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
	text->length += (size_t)length;
}

void text_format(struct text *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	text_format_list(text, format, arguments);
	va_end(arguments);
}

void text_cut(struct text *text, size_t length)
{
	if (!text->capacity)
		return;
	text->length = length;
	text->bytes[length] = '\0';
}

char *text_take(struct text *text)
{
	make_room(text, 0);
	char *bytes = text->bytes;
	text_init(text);
	return bytes;
}
