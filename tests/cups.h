/* A real CUPS of the test's own, in the folder of folder_begin: its scheduler, and printers that
 * keep the paper as files. What does not work fails the test. */
#ifndef TESTS_CUPS_H
#define TESTS_CUPS_H

#include <stddef.h>
#include <sys/types.h>

/* How the scheduler is started. */
enum cups_room {
	CUPS_ROOMY,
	CUPS_FULL, /* what it is to print finds no room on its disk */
};

/* Makes the folder and starts the scheduler; ends it, and removes all. */
void cups_begin(enum cups_room room);
void cups_end(void);

/* What the environment must have to reach it: CUPS_SERVER=... */
const char *cups_environment(void);

/* Runs a command of the shell on it, such as "cupsdisable Office"; it must succeed. */
void cups_command(const char *command);

/* Adds a printer whose paper is kept. */
void cups_add_printer(const char *name);

/* Waits until the job is printed. Returns its paper, owned. */
char *cups_wait_paper(const char *job, size_t *length);

/* How many jobs wait in all queues. */
size_t cups_count_jobs(void);

#endif
