/* The command line: what the commands are, which options each takes, and their values. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "batch_format.h"
#include "edition.h"
#include "format.h"
#include "moment.h"
#include "settings.h"

#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>

/* What a command gets. Texts are borrowed from the command line; NULL where an option was not
 * given. */
struct options {
	const char *rules; /* the pack's folder */
	const char *language;
	const char *client_language;
	const struct settings *settings; /* never NULL when a command runs */
	struct moment moment; /* the day of the screening, and the time unless --date was given */
	bool plain;
	bool resume; /* a case code is asked for first */
	bool because;
	bool help;
	bool version;
	enum format format;
	enum edition edition;
	enum batch_format from;
	enum batch_format to;
	const char *output;
	char *const *operands;
	size_t operand_count;
};

/* What the program ends with; scripts rely on it. */
enum exit_status {
	EXIT_FINE = 0,
	EXIT_FOUND = 1, /* it ran and found something */
	EXIT_CANNOT = 2, /* it could not run */
};

/* A command: its word (NULL for the wizard, which has none), its help, its options and what runs
 * it. */
struct command {
	const char *word;
	const char *help; /* a gettext message, shown by --help */
	const char *accepts; /* the letters of its options, as in the table of options.c */
	size_t operand_limit;
	enum exit_status (*run)(const struct options *options);
};

/*
 * Reads the arguments that follow the command's word. Returns false with ERROR_USAGE where they
 * make no sense; `options` is then not to be used.
 */
bool options_parse(struct options *options, const struct command *command, int count,
	char *arguments[], struct error *error) __attribute__((warn_unused_result));

#endif
