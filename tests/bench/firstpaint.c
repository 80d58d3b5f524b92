/*
 * How soon programs show themselves: each is started many times in a pty of 80x24, and what counts
 * is the time from the fork to its first byte and to the byte that completes its marker, a text
 * that only its finished first screen holds; and the most memory that it ever had, seen at that
 * moment. Then it is killed. The programs take turns, so that whatever slows the machine slows all
 * of them, and one round before is not counted. Medians are printed, and ratios to the first
 * program: compare ratios of one run, never times of two.
 *
 * Keys that are given are typed at once, before the program can read them; the first byte is then
 * their echo.
 *
 * A marker is searched in the bytes as written. Where a program moves over blanks instead of
 * writing them, a marker of several words is never found: take one word.
 */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	PROGRAM_LIMIT = 16,
	OUTPUT_LIMIT = 1 << 18,
	DEADLINE_MS = 20000,
	CANNOT_RUN = 127,
	RUN_LIMIT = 1000000
};

static const char usage[] =
	"Usage: firstpaint [-c CPU] [-t TERM] RUNS NAME MARKER [=KEYS] COMMAND [ARGUMENT...]\n"
	"                  [-- NAME MARKER [=KEYS] COMMAND [ARGUMENT...]]...\n"
	"  -c CPU   the processor on which all of it runs (the last one); -1 for any\n"
	"  -t TERM  the terminal's type (xterm)\n"
	"  -s WORD  what stands between the commands instead of --\n";

struct options {
	size_t runs;
	int processor;
	const char *type, *separator;
};

struct sample {
	double first_ms, marker_ms, peak_kib;
};

struct program {
	const char *name, *marker, *keys;
	char **arguments; /* with NULL at the end */
	struct sample *samples;
};

/* What one start has written so far. */
struct output {
	char bytes[OUTPUT_LIMIT];
	size_t length;
};

static double now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* The kernel's own mark, which starts anew at exec; what wait4() gives counts the parent in, and is
 * only for a program that has ended by now (0 here). */
static double peak_kib(pid_t process)
{
	char path[64], line[256];
	double peak = 0;
	snprintf(path, sizeof path, "/proc/%d/status", (int)process);
	FILE *status = fopen(path, "r");
	while (status && fgets(line, sizeof line, status)) {
		if (sscanf(line, "VmHWM: %lf", &peak) == 1)
			break;
	}
	if (status)
		fclose(status);
	return peak;
}

/* Waits for more. False at the deadline, the program's end, or when there is too much. */
static bool read_more(int terminal, struct output *output)
{
	struct pollfd ready = {.fd = terminal, .events = POLLIN};
	if (output->length == OUTPUT_LIMIT || poll(&ready, 1, DEADLINE_MS) != 1)
		return false;
	ssize_t length =
		read(terminal, output->bytes + output->length, OUTPUT_LIMIT - output->length);
	if (length <= 0)
		return false;
	output->length += (size_t)length;
	return true;
}

static bool watch(int terminal, const char *marker, double start, struct output *output,
	struct sample *sample)
{
	output->length = 0;
	while (read_more(terminal, output)) {
		if (sample->first_ms == 0)
			sample->first_ms = now_ms() - start;
		if (memmem(output->bytes, output->length, marker, strlen(marker))) {
			sample->marker_ms = now_ms() - start;
			return true;
		}
	}
	return false;
}

static bool measure(const struct program *program, struct output *output, struct sample *sample)
{
	int terminal, status;
	struct rusage used;
	struct winsize window = {.ws_row = 24, .ws_col = 80};
	*sample = (struct sample){0};
	double start = now_ms();
	pid_t process = forkpty(&terminal, NULL, NULL, &window);
	if (process < 0)
		return false;
	if (process == 0) {
		execvp(program->arguments[0], program->arguments);
		_exit(CANNOT_RUN);
	}
	ssize_t typed = write(terminal, program->keys, strlen(program->keys));
	bool seen = typed >= 0 && watch(terminal, program->marker, start, output, sample);
	sample->peak_kib = peak_kib(process);
	kill(process, SIGKILL);
	wait4(process, &status, 0, &used);
	if (sample->peak_kib == 0)
		sample->peak_kib = (double)used.ru_maxrss;
	close(terminal);
	return seen;
}

static void explain(const struct program *program, const struct output *output)
{
	fprintf(stderr, "firstpaint: %s never wrote \"%s\", but:\n", program->name,
		program->marker);
	for (size_t i = 0; i < output->length; i++) {
		unsigned char byte = (unsigned char)output->bytes[i];
		if (byte == '\n' || (byte >= ' ' && byte != 0x7f))
			fputc(byte, stderr);
		else
			fprintf(stderr, "\\%03o", byte);
	}
	fputc('\n', stderr);
}

/* Round 0 warms up: its sample is overwritten by round 1. */
static bool run(struct program *programs, size_t count, size_t runs)
{
	static struct output output;
	for (size_t round = 0; round <= runs; round++) {
		for (size_t i = 0; i < count; i++) {
			size_t place = round ? round - 1 : 0;
			if (!measure(&programs[i], &output, &programs[i].samples[place])) {
				explain(&programs[i], &output);
				return false;
			}
		}
	}
	return true;
}

static int compare(const void *one, const void *other)
{
	double left = *(const double *)one, right = *(const double *)other;
	return (left > right) - (left < right);
}

static double middle(double *values, size_t count)
{
	qsort(values, count, sizeof *values, compare);
	return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static struct sample median(const struct sample *samples, size_t count, double *values)
{
	struct sample result;
	for (size_t i = 0; i < count; i++)
		values[i] = samples[i].first_ms;
	result.first_ms = middle(values, count);
	for (size_t i = 0; i < count; i++)
		values[i] = samples[i].marker_ms;
	result.marker_ms = middle(values, count);
	for (size_t i = 0; i < count; i++)
		values[i] = samples[i].peak_kib;
	result.peak_kib = middle(values, count);
	return result;
}

static void print(const struct program *programs, size_t count, size_t runs)
{
	double *values = calloc(runs, sizeof *values);
	struct sample base = {0};
	if (!values)
		return;
	printf("%10s %10s %6s %10s %6s  %s\n", "first byte", "marker", "ratio", "peak", "ratio",
		"program");
	for (size_t i = 0; i < count; i++) {
		struct sample one = median(programs[i].samples, runs, values);
		if (i == 0)
			base = one;
		printf("%7.2f ms %7.2f ms %6.2f %6.0f KiB %6.2f  %s\n", one.first_ms, one.marker_ms,
			one.marker_ms / base.marker_ms, one.peak_kib, one.peak_kib / base.peak_kib,
			programs[i].name);
	}
	free(values);
}

/* Cuts the words at each separator. Returns how many programs; 0 when they make no sense. */
static size_t read_programs(char **words, const struct options *options, struct program *programs)
{
	size_t count = 0;
	while (*words) {
		if (count == PROGRAM_LIMIT || !words[1] || !words[2])
			return 0;
		struct program *program = &programs[count++];
		program->name = *words++;
		program->marker = *words++;
		program->keys = **words == '=' ? *words++ + 1 : "";
		program->arguments = words;
		while (*words && strcmp(*words, options->separator) != 0)
			words++;
		if (words == program->arguments)
			return 0;
		program->samples = calloc(options->runs, sizeof *program->samples);
		if (!program->samples)
			return 0;
		if (*words)
			*words++ = NULL;
	}
	return count;
}

static bool read_options(int count, char **words, struct options *options)
{
	int letter;
	/* "+": the commands' own options are theirs. */
	while ((letter = getopt(count, words, "+c:t:s:")) != -1) {
		if (letter == 'c')
			options->processor = atoi(optarg);
		else if (letter == 't')
			options->type = optarg;
		else if (letter == 's')
			options->separator = optarg;
		else
			return false;
	}
	options->runs = optind < count ? strtoul(words[optind++], NULL, 10) : 0;
	return options->runs > 0 && options->runs < RUN_LIMIT;
}

static void prepare(const struct options *options)
{
	cpu_set_t processors;
	setenv("TERM", options->type, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("NO_COLOR");
	unsetenv("CI");
	CPU_ZERO(&processors);
	if (options->processor < 0)
		return;
	CPU_SET((size_t)options->processor, &processors);
	if (sched_setaffinity(0, sizeof processors, &processors) < 0)
		fprintf(stderr, "firstpaint: processor %d: %s\n", options->processor,
			strerror(errno));
}

int main(int count, char **words)
{
	static struct program programs[PROGRAM_LIMIT];
	struct options options = {.processor = (int)sysconf(_SC_NPROCESSORS_ONLN) - 1,
		.type = "xterm",
		.separator = "--"};
	if (!read_options(count, words, &options)) {
		fputs(usage, stderr);
		return 2;
	}
	size_t found = read_programs(words + optind, &options, programs);
	if (!found) {
		fputs(usage, stderr);
		return 2;
	}
	prepare(&options);
	bool measured = run(programs, found, options.runs);
	if (measured)
		print(programs, found, options.runs);
	for (size_t i = 0; i < found; i++)
		free(programs[i].samples);
	return measured ? 0 : 1;
}
