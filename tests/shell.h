/* Shell commands as the program in a terminal (terminal.h), for the tests of the terminal itself.
 * What does not hold fails the test. */
#ifndef SHELL_H
#define SHELL_H

#include "terminal.h"

/* Runs the commands in the usual terminal, in one as the options say, or of a type. Returns owned,
 * free with terminal_free(). */
struct terminal *shell_start(const char *commands);
struct terminal *shell_start_as(const char *commands, const struct terminal_options *like);
struct terminal *shell_start_type(const char *commands, const char *type);

void shell_check_screen(struct terminal *terminal, const char *expected);
void shell_check_end(struct terminal *terminal, int code);
void shell_check_whole(struct terminal *terminal);

#endif
