#include "shell.h"

#include "terminal_screen.h"

#include <check.h>
#include <stdlib.h>
#include <sys/wait.h>

struct terminal *shell_start_as(const char *commands, const struct terminal_options *like)
{
	const char *const arguments[] = {"sh", "-c", commands, NULL};
	struct terminal_options options = *like;
	options.arguments = arguments;
	struct terminal *terminal = terminal_start(&options);
	ck_assert_ptr_nonnull(terminal);
	return terminal;
}

struct terminal *shell_start(const char *commands)
{
	return shell_start_type(commands, NULL);
}

struct terminal *shell_start_type(const char *commands, const char *type)
{
	struct terminal_options options = {.type = type};
	return shell_start_as(commands, &options);
}

void shell_check_screen(struct terminal *terminal, const char *expected)
{
	char *screen = terminal_screen(terminal);
	ck_assert_str_eq(screen, expected);
	free(screen);
}

void shell_check_end(struct terminal *terminal, int code)
{
	int status = terminal_wait_end(terminal);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), code);
}

void shell_check_whole(struct terminal *terminal)
{
	char *why = NULL;
	bool whole = terminal_is_whole(terminal, &why);
	ck_assert_msg(whole, "%s", why);
}
