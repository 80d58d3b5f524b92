#include "say.h"

#include "languages.h"

#include "screener/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void put(const char *words)
{
	struct text encoded;
	text_init(&encoded);
	languages_add_encoded(&encoded, words);
	fputs(encoded.bytes, stderr);
	text_destroy(&encoded);
}

void say_error(const struct error *error)
{
	say("%s", error->text);
}

void say(const char *format, ...)
{
	struct text text;
	va_list arguments;
	text_init(&text);
	text_add(&text, "iom-screener: ");
	va_start(arguments, format);
	text_format_list(&text, format, arguments);
	va_end(arguments);
	text_add(&text, "\n");
	put(text.bytes);
	text_destroy(&text);
}

void say_faults(const struct fault_list *faults)
{
	struct text text;
	text_init(&text);
	fault_list_write(faults, &text);
	put(text.bytes);
	text_destroy(&text);
}
