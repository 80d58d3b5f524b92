#include "screener/error.h"

#include <stdio.h>

void error_init(struct error *error)
{
	error->code = ERROR_NONE;
	error->text[0] = '\0';
}

bool error_set(struct error *error, enum error_code code, const char *format, ...)
{
	if (!error || error->code != ERROR_NONE)
		return false;
	error->code = code;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->text, sizeof error->text, format, arguments);
	va_end(arguments);
	return false;
}
