/* An error as data: what went wrong and, where it is known, in which file, line and column. */
#ifndef SCREENER_ERROR_H
#define SCREENER_ERROR_H

#include <stdarg.h>
#include <stdbool.h>

enum error_code {
	ERROR_NONE,
	ERROR_USAGE, /* the command line makes no sense */
	ERROR_FILE, /* a file cannot be opened, read or written */
	ERROR_PACK, /* a rule pack has faults; the list of them says which */
	ERROR_ANSWERS, /* a file of answers has faults */
	ERROR_LIMIT, /* something outgrew a limit of the program */
	ERROR_FONT, /* no font here has all the letters of a text */
	ERROR_TERMINAL, /* there is no terminal, or it cannot be used */
	ERROR_CODE_COUNT
};

/* A place in a file. Line and column count from 1, the column in characters; 0 is "not known". */
struct place {
	const char *file;
	unsigned line;
	unsigned column;
};

/* The caller owns it. The first error set in it wins; later ones are ignored. */
struct error {
	enum error_code code;
	char text[512];
};

void error_init(struct error *error);

/*
 * Sets the error, unless one is set already; `error` may be NULL. `format` is as printf's and says
 * what is wrong and what to do, without a full stop or a newline at the end. Returns false, so that
 * a function can end with `return error_set(...)`.
 */
bool error_set(struct error *error, enum error_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
