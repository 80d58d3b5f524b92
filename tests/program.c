#include "program.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENT_LIMIT = 32, PATIENCE = 120 /* seconds */ };

/* What one pipe is to carry, or has brought. */
struct flow {
	int *end;
	char *bytes;
	size_t length;
	size_t capacity;
	size_t done;
};

static void set_environment(const char *const *more)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "dumb", 1);
	unsetenv("LANGUAGE");
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	/* Nobody's own settings. */
	setenv("XDG_CONFIG_HOME", "/dev/null", 1);
	setenv("XDG_CONFIG_DIRS", "/dev/null", 1);
	for (; more && *more; more++)
		putenv((char *)*more);
}

static void become(const struct program_run *run)
{
	const char *words[ARGUMENT_LIMIT] = {SCREENER_PROGRAM};
	size_t count = 1;
	for (const char *const *word = run->arguments; *word && count < ARGUMENT_LIMIT - 1; word++)
		words[count++] = *word;
	set_environment(run->environment);
	signal(SIGPIPE, SIG_DFL);
	alarm(PATIENCE);
	execv(SCREENER_PROGRAM, (char *const *)words);
	_exit(127);
}

/* The child's end of a file or of a pipe as one of its three descriptors. */
static void put(int descriptor, int place)
{
	if (descriptor < 0 || dup2(descriptor, place) < 0)
		_exit(126);
}

void program_start(const struct program_run *run, struct program *program)
{
	int ends[3][2];
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(pipe2(ends[i], O_CLOEXEC), 0);
	signal(SIGPIPE, SIG_IGN);
	program->process = fork();
	ck_assert_int_ge(program->process, 0);
	if (!program->process) {
		put(run->input_file ? open(run->input_file, O_RDONLY) : ends[0][0], 0);
		put(run->output_file ? open(run->output_file, O_WRONLY) : ends[1][1], 1);
		put(ends[2][1], 2);
		become(run);
	}
	close(ends[0][0]);
	close(ends[1][1]);
	close(ends[2][1]);
	program->input = ends[0][1];
	program->output = ends[1][0];
	program->errors = ends[2][0];
}

static void shut(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

int program_wait(struct program *program, long *peak)
{
	int status;
	struct rusage used;
	shut(&program->input);
	shut(&program->output);
	shut(&program->errors);
	ck_assert_int_eq(wait4(program->process, &status, 0, &used), program->process);
	if (peak)
		*peak = used.ru_maxrss;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void feed(struct flow *flow)
{
	ssize_t count = write(*flow->end, flow->bytes + flow->done, flow->length - flow->done);
	if (count > 0)
		flow->done += (size_t)count;
	if ((count < 0 && errno != EAGAIN) || flow->done == flow->length)
		shut(flow->end);
}

static void drain(struct flow *flow)
{
	if (flow->capacity - flow->length < 65536) {
		flow->capacity = flow->capacity * 2 + 65537;
		flow->bytes = realloc(flow->bytes, flow->capacity);
		ck_assert_ptr_nonnull(flow->bytes);
	}
	ssize_t count = read(*flow->end, flow->bytes + flow->length, 65536);
	if (count > 0)
		flow->length += (size_t)count;
	else
		shut(flow->end);
	flow->bytes[flow->length] = '\0';
}

static void serve(struct flow flows[])
{
	for (;;) {
		struct pollfd waits[3];
		bool open = false;
		for (int i = 0; i < 3; i++) {
			waits[i] = (struct pollfd){*flows[i].end, i ? POLLIN : POLLOUT, 0};
			open |= i && *flows[i].end >= 0;
		}
		if (!open)
			return;
		poll(waits, 3, -1);
		for (int i = 0; i < 3; i++) {
			if (waits[i].revents)
				(i ? drain : feed)(&flows[i]);
		}
	}
}

void program_run(const struct program_run *run, struct program_result *result)
{
	struct program program;
	program_start(run, &program);
	size_t length = run->input ? run->input_length : 0;
	if (run->input && !length)
		length = strlen(run->input);
	struct flow flows[] = {
		{&program.input, (char *)run->input, length, 0, 0},
		{&program.output, NULL, 0, 0, 0},
		{&program.errors, NULL, 0, 0, 0},
	};
	fcntl(program.input, F_SETFL, O_NONBLOCK);
	if (!length)
		shut(&program.input);
	serve(flows);
	*result = (struct program_result){
		flows[1].bytes, flows[1].length, flows[2].bytes, flows[2].length, 0, 0};
	result->status = program_wait(&program, &result->peak);
}

void program_result_destroy(struct program_result *result)
{
	free(result->output);
	free(result->errors);
}

char *program_shell(const char *command)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *pipe = popen(command, "r"), *copy = open_memstream(&bytes, &size);
	ck_assert(pipe && copy);
	for (int byte; (byte = fgetc(pipe)) != EOF;)
		fputc(byte, copy);
	fclose(copy);
	pclose(pipe);
	return bytes;
}

char *program_read_file(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	ck_assert_msg(file, "cannot open %s", path);
	char *bytes = NULL;
	size_t size = 0, count = 0;
	FILE *copy = open_memstream(&bytes, &size);
	ck_assert_ptr_nonnull(copy);
	char block[4096];
	while ((count = fread(block, 1, sizeof block, file)) > 0)
		fwrite(block, 1, count, copy);
	fclose(file);
	fclose(copy);
	if (length)
		*length = size;
	return bytes;
}

/* The line in which this byte is, cut so that a message has room for it. */
static const char *cut_line(const char *text, size_t at, char line[300])
{
	size_t start = at;
	while (start > 0 && text[start - 1] != '\n')
		start--;
	size_t length = strcspn(text + start, "\n");
	snprintf(line, 300, "%.*s", (int)(length < 280 ? length : 280), text + start);
	return line;
}

void program_assert_text(const char *what, const char *expected, size_t expected_length,
	const char *found, size_t length)
{
	char wanted[300], got[300];
	size_t at = 0, shorter = length < expected_length ? length : expected_length;
	while (at < shorter && expected[at] == found[at])
		at++;
	ck_assert_msg(at == length && at == expected_length,
		"%s differs at byte %zu; expected:\n%s\nfound:\n%s", what, at,
		cut_line(expected, at, wanted), cut_line(found, at, got));
}
