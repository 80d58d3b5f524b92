/* Runs the built program as a user would, through pipes, and collects what it says. */
#ifndef TESTS_PROGRAM_H
#define TESTS_PROGRAM_H

#include <stddef.h>
#include <sys/types.h>

/* What a program said and how it ended. */
struct program_result {
	char *output; /* standard output, with a NUL after it */
	size_t output_length;
	char *errors; /* standard error, likewise */
	size_t errors_length;
	int status; /* the exit status; minus the signal's number where one ended it */
	long peak; /* the most memory that it had, in kilobytes */
};

/* How to run it: all fields may be zero but `arguments`. */
struct program_run {
	const char *const *arguments; /* without the program itself; NULL ends them */
	const char *input; /* standard input; NULL is none */
	size_t input_length; /* 0: up to the NUL */
	const char *input_file; /* instead of `input` */
	const char *output_file; /* instead of collecting standard output */
	const char *const *environment; /* more of it, "NAME=value"; NULL ends them */
};

/*
 * Runs the program to its end, in a locale of English and UTF-8. Input and both outputs are served
 * at the same time, so that no size of any of them makes it hang; a program that runs for longer
 * than two minutes is killed. Fills `result`; free it with program_result_destroy.
 */
void program_run(const struct program_run *run, struct program_result *result);
void program_result_destroy(struct program_result *result);

/* A program that is still running, with the ends of its pipes; -1 where closed. */
struct program {
	pid_t process;
	int input;
	int output;
	int errors;
};

/* Starts the program; the caller serves the pipes. */
void program_start(const struct program_run *run, struct program *program);

/* Closes what pipes are open, waits for the end, and returns the status as above. `peak` may be
 * NULL. */
int program_wait(struct program *program, long *peak);

/* What a command of the shell writes to its standard output. Returns owned. */
char *program_shell(const char *command);

/* Fails the test where the texts differ, with `what` they are and the first line that does. */
void program_assert_text(const char *what, const char *expected, size_t expected_length,
	const char *found, size_t length);

/* Reads a whole file of the tests. Returns owned, with a NUL after it; fails the test where there
 * is none. */
char *program_read_file(const char *path, size_t *length);

#endif
