/*
 * firstpaint RUNS NAME MARKER COMMAND... [-- NAME MARKER COMMAND...]...: starts each command RUNS
 * times, in turns, in an 80x24 terminal, and prints the median time from its start to its first
 * byte and to MARKER on the wire, and its peak memory until then, with their ratio to the first
 * command. A MARKER that never comes is a failure.
 */
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUN_LIMIT = 1000, COMMAND_LIMIT = 8, SECONDS_LIMIT = 20 };

struct sample {
	double first; /* ms */
	double marker; /* ms */
	double memory; /* KiB */
};

struct command {
	const char *name;
	const char *marker;
	char **arguments;
	struct sample samples[RUN_LIMIT];
};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static _Noreturn void be_command(char *arguments[])
{
	setenv("TERM", "xterm", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("NO_COLOR");
	execvp(arguments[0], arguments);
	_exit(127);
}

/* Reads until the marker has come. Returns false where it never does. */
static bool watch(int terminal, const char *marker, double start, struct sample *sample)
{
	static char wire[1 << 16];
	size_t length = 0;
	while (length < sizeof wire) {
		ssize_t count = read(terminal, wire + length, sizeof wire - length);
		if (count <= 0)
			return false;
		if (length == 0)
			sample->first = now() - start;
		length += (size_t)count;
		if (memmem(wire, length, marker, strlen(marker))) {
			sample->marker = now() - start;
			return true;
		}
	}
	return false;
}

static struct sample run(const struct command *command)
{
	struct sample sample = {0};
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	struct rusage usage;
	int terminal;
	double start = now();
	pid_t process = forkpty(&terminal, NULL, NULL, &size);
	if (process == 0)
		be_command(command->arguments);
	alarm(SECONDS_LIMIT);
	if (process < 0 || !watch(terminal, command->marker, start, &sample)) {
		fprintf(stderr, "firstpaint: %s never shows \"%s\"\n", command->name,
			command->marker);
		exit(EXIT_FAILURE);
	}
	kill(process, SIGKILL);
	wait4(process, NULL, 0, &usage);
	close(terminal);
	sample.memory = (double)usage.ru_maxrss;
	return sample;
}

static int compare_marker(const void *a, const void *b)
{
	const struct sample *one = a, *other = b;
	return (one->marker > other->marker) - (one->marker < other->marker);
}

/* Splits the words at "--" into commands. Returns how many; 0 where they make no sense. */
static size_t split(char *words[], struct command commands[])
{
	size_t count = 0;
	while (*words && count < COMMAND_LIMIT) {
		if (!words[1] || !words[2])
			return 0;
		commands[count].name = words[0];
		commands[count].marker = words[1];
		commands[count].arguments = words + 2;
		for (words += 2; *words && strcmp(*words, "--") != 0;)
			words++;
		if (*words)
			*words++ = NULL;
		count++;
	}
	return *words ? 0 : count;
}

static void print(struct command commands[], size_t count, size_t runs)
{
	struct sample first = {0};
	printf("%-28s %9s %6s %9s %6s %9s %6s\n", "", "byte ms", "ratio", "shown ms", "ratio",
		"MiB", "ratio");
	for (size_t i = 0; i < count; i++) {
		qsort(commands[i].samples, runs, sizeof *commands[i].samples, compare_marker);
		struct sample median = commands[i].samples[runs / 2];
		if (i == 0)
			first = median;
		printf("%-28s %9.2f %6.2f %9.2f %6.2f %9.2f %6.2f\n", commands[i].name,
			median.first, median.first / first.first, median.marker,
			median.marker / first.marker, median.memory / 1024,
			median.memory / first.memory);
	}
}

int main(int count, char *arguments[])
{
	static struct command commands[COMMAND_LIMIT];
	size_t runs = count > 1 ? strtoul(arguments[1], NULL, 10) : 0;
	size_t command_count = runs ? split(arguments + 2, commands) : 0;
	if (runs > RUN_LIMIT || !command_count) {
		fprintf(stderr, "usage: firstpaint RUNS NAME MARKER COMMAND... [-- ...]\n");
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < runs; i++)
		for (size_t command = 0; command < command_count; command++)
			commands[command].samples[i] = run(&commands[command]);
	print(commands, command_count, runs);
	return EXIT_SUCCESS;
}
