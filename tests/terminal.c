#include "terminal.h"

#include "screener/memory.h"
#include "terminal_private.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ENVIRONMENT_LIMIT = 64 };

void terminal_shut(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

static bool open_pipe(bool wanted, int *ours, int *theirs)
{
	int ends[2];
	if (!wanted)
		return true;
	if (pipe2(ends, O_CLOEXEC) < 0)
		return false;
	*ours = ends[0];
	*theirs = ends[1];
	return fcntl(*ours, F_SETFL, O_NONBLOCK) == 0;
}

/* The text fits into the pipe, so it is written before anybody reads. */
static bool open_input(const struct terminal_options *options, int *theirs)
{
	int ends[2];
	if (options->input_file)
		return (*theirs = open(options->input_file, O_RDONLY | O_CLOEXEC)) >= 0;
	if (!options->input)
		return true;
	if (pipe2(ends, O_CLOEXEC) < 0)
		return false;
	*theirs = ends[0];
	size_t length = strlen(options->input);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	bool written = write(ends[1], options->input, length) == (ssize_t)length;
	close(ends[1]);
	return written;
}

static bool open_streams(struct terminal *terminal, const struct terminal_options *options,
	struct terminal_streams *streams)
{
	return open_input(options, &streams->input) &&
	       open_pipe(options->capture_output, &terminal->output, &streams->output) &&
	       open_pipe(options->capture_errors, &terminal->errors, &streams->errors) &&
	       open_pipe(true, &terminal->report, &streams->report);
}

struct winsize terminal_window(const struct terminal_options *options)
{
	return (struct winsize){
		.ws_row = (unsigned short)(options->rows ? options->rows : 24),
		.ws_col = (unsigned short)(options->columns ? options->columns : 80),
	};
}

/* The settings are looked at before anybody can change them. */
static bool open_pty(struct terminal *terminal, struct winsize window)
{
	struct termios *settings = &terminal->before;
	if (openpty(&terminal->master, &terminal->slave, NULL, NULL, &window) < 0 ||
		tcgetattr(terminal->slave, settings) < 0)
		return false;
	if (terminal->wire.utf8)
		settings->c_iflag |= IUTF8;
	return tcsetattr(terminal->slave, TCSANOW, settings) == 0 &&
	       tcgetattr(terminal->slave, settings) == 0 &&
	       fcntl(terminal->slave, F_SETFD, FD_CLOEXEC) == 0 &&
	       fcntl(terminal->master, F_SETFD, FD_CLOEXEC) == 0 &&
	       fcntl(terminal->master, F_SETFL, O_NONBLOCK) == 0;
}

static bool fork_keeper(struct terminal *terminal, const struct terminal_options *options,
	const struct terminal_streams *streams)
{
	terminal->keeper = fork();
	if (terminal->keeper == 0)
		terminal_keeper_run(options, streams, terminal->slave);
	return terminal->keeper > 0;
}

static bool hear_start(struct terminal *terminal)
{
	struct terminal_report words;
	struct pollfd wait = {.fd = terminal->report, .events = POLLIN};
	if (poll(&wait, 1, TERMINAL_DEADLINE_SECONDS * 1000) != 1 ||
		read(terminal->report, &words, sizeof words) != (ssize_t)sizeof words)
		return false;
	errno = words.failure;
	terminal->program = words.failure ? -1 : words.program;
	return words.failure == 0;
}

static void init(struct terminal *terminal)
{
	*terminal = (struct terminal){.master = -1,
		.slave = -1,
		.report = -1,
		.output = -1,
		.errors = -1,
		.keeper = -1,
		.program = -1};
	text_init(&terminal->log);
	text_init(&terminal->captured);
	text_init(&terminal->complaints);
	text_init(&terminal->scrollback);
	text_init(&terminal->title);
	text_init(&terminal->answers);
	text_init(&terminal->touched);
}

/* Makes the folder that the program gets as its XDG_RUNTIME_DIR unless the test gives one, and
 * writes the whole environment to `list`. */
static void add_runtime(struct terminal *terminal, const struct terminal_options *options,
	const char *list[ENVIRONMENT_LIMIT], char pair[sizeof terminal->runtime + 32])
{
	size_t count = 0;
	bool given = false;
	const char *const *more = options->environment;
	for (; more && *more && count < ENVIRONMENT_LIMIT - 2; more++) {
		given |= strncmp(*more, "XDG_RUNTIME_DIR=", strlen("XDG_RUNTIME_DIR=")) == 0;
		list[count++] = *more;
	}
	if (!given) {
		strcpy(terminal->runtime, "/tmp/screener-runtime-XXXXXX");
		if (!mkdtemp(terminal->runtime))
			terminal->runtime[0] = '\0';
		sprintf(pair, "XDG_RUNTIME_DIR=%s", terminal->runtime);
		list[count++] = pair;
	}
	list[count] = NULL;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *position)
{
	(void)status, (void)type, (void)position;
	return remove(path);
}

struct terminal *terminal_start(const struct terminal_options *like)
{
	struct terminal_streams streams = {-1, -1, -1, -1};
	struct terminal *terminal = memory_new(1, sizeof *terminal);
	const char *environment[ENVIRONMENT_LIMIT];
	char pair[sizeof terminal->runtime + 32];
	struct terminal_options with_runtime = *like, *options = &with_runtime;
	init(terminal);
	add_runtime(terminal, like, environment, pair);
	with_runtime.environment = environment;
	terminal_screen_open(terminal, options);
	terminal_keys_load(terminal, options->type ? options->type : "xterm-256color");
	bool started = open_pty(terminal, terminal_window(options)) &&
		       open_streams(terminal, options, &streams) &&
		       fork_keeper(terminal, options, &streams);
	terminal_shut(&streams.input);
	terminal_shut(&streams.output);
	terminal_shut(&streams.errors);
	terminal_shut(&streams.report);
	if (!started || !hear_start(terminal)) {
		fprintf(stderr, "terminal: cannot run %s: %s\n", options->arguments[0],
			strerror(errno));
		terminal_free(terminal);
		return NULL;
	}
	return terminal;
}

/* The keeper stays until it has reaped the program; its own end has the kernel hang up the
 * terminal, which ends what the program left running. */
static void end(struct terminal *terminal)
{
	int status;
	if (terminal->program > 0) {
		terminal_signal(terminal, SIGKILL);
		terminal_wait_end(terminal);
	}
	if (terminal->keeper > 0) {
		kill(terminal->keeper, SIGKILL);
		waitpid(terminal->keeper, &status, 0);
	}
}

void terminal_free(struct terminal *terminal)
{
	if (!terminal)
		return;
	end(terminal);
	terminal_shut(&terminal->master);
	terminal_shut(&terminal->slave);
	terminal_shut(&terminal->report);
	terminal_shut(&terminal->output);
	terminal_shut(&terminal->errors);
	if (terminal->runtime[0])
		nftw(terminal->runtime, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	terminal_keys_free(terminal);
	terminal_screen_close(terminal);
	text_destroy(&terminal->log);
	text_destroy(&terminal->captured);
	text_destroy(&terminal->complaints);
	text_destroy(&terminal->scrollback);
	text_destroy(&terminal->title);
	text_destroy(&terminal->answers);
	text_destroy(&terminal->touched);
	free(terminal);
}

void terminal_resize(struct terminal *terminal, int rows, int columns)
{
	struct winsize window = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
	terminal_drain(terminal);
	terminal_screen_resize(terminal, rows, columns);
	ioctl(terminal->master, TIOCSWINSZ, &window);
}

void terminal_signal(struct terminal *terminal, int signal)
{
	terminal_drain(terminal);
	if (!terminal->ended)
		kill(terminal->program, signal);
	/* The word that it goes on may come later than what it then writes. */
	if (signal == SIGCONT)
		terminal->stopped = false;
}

void terminal_hang_up(struct terminal *terminal)
{
	terminal_drain(terminal);
	terminal_shut(&terminal->slave);
	terminal_shut(&terminal->master);
}
