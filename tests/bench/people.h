/* Many processes that each have a terminal, with somebody to read it and to type: for benchmarks of
 * a whole crowd of them. */
#ifndef BENCH_PEOPLE_H
#define BENCH_PEOPLE_H

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct person {
	pid_t process;
	int terminal, output; /* -1 once they are at their end */
	bool ended;
	int status; /* as wait4() gives it */
	double cpu_ms; /* at its end */
	size_t bytes; /* that it wrote to the terminal */
	double typed_ms, answered_ms; /* the last key; the first byte after it, or 0 */
	bool waits; /* for that byte */
	struct text summary; /* what it wrote to standard output */
};

struct people {
	struct person *items;
	size_t count;
	int events; /* an epoll */
};

/*
 * Starts as many processes, at 80x24. With a folder, standard output is kept, and each has one of
 * its own in there as XDG_RUNTIME_DIR; NULL: neither. False, having said why, where that fails.
 */
bool people_start(
	struct people *people, size_t count, const char *const *arguments, const char *folder);

/* Kills those that still run, and frees all. */
void people_end(struct people *people);

/* Removes the folder and all that is in it. */
void people_remove_folder(const char *folder);

void people_type(struct person *person, char key);

/* Reads what they write, and takes note of ends, for so many milliseconds. */
void people_read(struct people *people, int milliseconds);

/* Takes all terminals away, and waits for so long until all have ended. Returns how many ms that
 * took. */
double people_hang_up(struct people *people, int milliseconds);

/* Reads until none of them has run for a while. */
void people_settle(struct people *people);

size_t people_alive(const struct people *people);

/* Sums over all: CPU time, ended ones included; PSS; how often the kernel let them run. */
double people_cpu_ms(const struct people *people);
double people_share_kib(const struct people *people);
unsigned long long people_wakes(const struct people *people);

double people_now_ms(void);

#endif
