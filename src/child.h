/* Another program, run to its end through pipes: what it is to read goes in, what it says comes
 * back, and nothing is written to a disk. */
#ifndef CHILD_H
#define CHILD_H

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* What to run; all is borrowed while it runs. */
struct child {
	const char *path; /* sought in PATH where it has no slash */
	char *const *arguments; /* as for execv */
	char *const *environment; /* as for execve; NULL: our own */
	const char *input; /* its standard input: `length` bytes */
	size_t length;
	bool hears_errors; /* its standard error comes with its output, and is not lost */
	int patience; /* ms without a byte either way after which it is ended */
};

enum child_end {
	CHILD_ENDED, /* `*status` is its exit status, or -1 after a signal */
	CHILD_UNABLE, /* it could not be started; `*status` is the errno */
	CHILD_STUCK, /* its patience was over */
};

/* Runs it, adds what it says to `output`, and waits for its end. */
enum child_end child_run(const struct child *child, struct text *output, int *status);

#endif
