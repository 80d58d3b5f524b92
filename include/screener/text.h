/* A text buffer: text that grows as it is written. What it held is wiped when it lets go of memory.
 */
#ifndef SCREENER_TEXT_H
#define SCREENER_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct text {
	char *bytes; /* ends with a NUL, which `length` does not count; "" when nothing was written
		      */
	size_t length;
	size_t capacity;
	bool secret; /* its memory is memory_secret_new's */
};

void text_init(struct text *text);

/* For answers: it stays secret when it is destroyed and used again. */
void text_init_secret(struct text *text);

/* Wipes and frees what it holds; it can be used again. */
void text_destroy(struct text *text);
void text_clear(struct text *text);

void text_add(struct text *text, const char *words);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_repeated(struct text *text, char byte, size_t count);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_format_list(struct text *text, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/* Shortens the text to `length` bytes, which must not be more than it has. */
void text_cut(struct text *text, size_t length);

/* Takes the bytes out of the buffer, which is empty afterwards and must not be a secret one.
 * Returns owned, free with free(). */
char *text_take(struct text *text);

#endif
