/*
 * measure RUNS NAME COMMAND [NAME COMMAND]...: runs each shell command RUNS times, in turns, with
 * standard output thrown away, and prints the median wall and processor time and the peak memory,
 * with their ratio to the first command.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUN_LIMIT = 1000, COMMAND_LIMIT = 16 };

struct sample {
	double wall; /* ms */
	double processor; /* ms */
	double memory; /* KiB */
};

static struct sample samples[COMMAND_LIMIT][RUN_LIMIT];

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec * 1e-3;
}

static _Noreturn void be_command(const char *command)
{
	int nowhere = open("/dev/null", O_WRONLY);
	dup2(nowhere, STDOUT_FILENO);
	/* exec, so that the shell's own end is not measured. */
	char line[4096];
	snprintf(line, sizeof line, "exec %s", command);
	execl("/bin/sh", "sh", "-c", line, (char *)NULL);
	_exit(127);
}

static struct sample run(const char *command)
{
	struct rusage usage;
	int status;
	double start = now();
	pid_t process = fork();
	if (process == 0)
		be_command(command);
	if (process < 0 || wait4(process, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
		WEXITSTATUS(status) > 1) {
		fprintf(stderr, "measure: this failed: %s\n", command);
		exit(EXIT_FAILURE);
	}
	return (struct sample){now() - start,
		milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
		(double)usage.ru_maxrss};
}

static int compare_wall(const void *a, const void *b)
{
	const struct sample *one = a, *other = b;
	return (one->wall > other->wall) - (one->wall < other->wall);
}

static struct sample find_median(struct sample of[], size_t count)
{
	qsort(of, count, sizeof *of, compare_wall);
	return of[count / 2];
}

int main(int count, char *arguments[])
{
	size_t runs = count > 1 ? strtoul(arguments[1], NULL, 10) : 0;
	size_t commands = count > 3 ? ((size_t)count - 2) / 2 : 0;
	if (runs < 1 || runs > RUN_LIMIT || commands < 1 || commands > COMMAND_LIMIT) {
		fprintf(stderr, "usage: measure RUNS NAME COMMAND [NAME COMMAND]...\n");
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < runs; i++)
		for (size_t command = 0; command < commands; command++)
			samples[command][i] = run(arguments[3 + command * 2]);
	printf("%-28s %9s %6s %9s %6s %9s %6s\n", "", "wall ms", "ratio", "cpu ms", "ratio", "MiB",
		"ratio");
	struct sample first = {0};
	for (size_t command = 0; command < commands; command++) {
		struct sample median = find_median(samples[command], runs);
		if (command == 0)
			first = median;
		printf("%-28s %9.2f %6.2f %9.2f %6.2f %9.2f %6.2f\n", arguments[2 + command * 2],
			median.wall, median.wall / first.wall, median.processor,
			median.processor / first.processor, median.memory / 1024,
			median.memory / first.memory);
	}
	return EXIT_SUCCESS;
}
