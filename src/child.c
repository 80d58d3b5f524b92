#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BLOCK = 16384 };

/* It while it runs; -1 where a pipe is closed. */
struct running {
	pid_t process;
	int input;
	int output;
};

static void shut(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

/* Where its errors are not heard they would only spoil the screen. */
static void redirect(posix_spawn_file_actions_t *actions, const struct child *child,
	const int input[2], const int output[2])
{
	posix_spawn_file_actions_adddup2(actions, input[0], STDIN_FILENO);
	posix_spawn_file_actions_adddup2(actions, output[1], STDOUT_FILENO);
	if (child->hears_errors)
		posix_spawn_file_actions_adddup2(actions, output[1], STDERR_FILENO);
	else
		posix_spawn_file_actions_addopen(actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
}

static int spawn_with(
	struct running *running, const struct child *child, const int input[2], const int output[2])
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t defaults;
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	redirect(&actions, child, input, output);
	int failure = posix_spawnp(&running->process, child->path, &actions, &attributes,
		child->arguments, child->environment ? child->environment : environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return failure;
}

/* Returns 0 or what went wrong, as in errno. */
static int start(struct running *running, const struct child *child)
{
	int input[2], output[2];
	if (pipe2(input, O_CLOEXEC) != 0)
		return errno;
	if (pipe2(output, O_CLOEXEC) != 0) {
		int failure = errno;
		close(input[0]);
		close(input[1]);
		return failure;
	}
	int failure = spawn_with(running, child, input, output);
	close(input[0]);
	close(output[1]);
	running->input = input[1];
	running->output = output[0];
	fcntl(running->input, F_SETFL, O_NONBLOCK);
	return failure;
}

/* One that has stopped to read says why with its status. */
static void feed(struct running *running, const char **input, size_t *length)
{
	ssize_t count = write(running->input, *input, *length);
	if (count > 0) {
		*input += count;
		*length -= (size_t)count;
	}
	if (*length == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
		shut(&running->input);
}

static void drain(struct running *running, struct text *output)
{
	char block[BLOCK];
	ssize_t count = read(running->output, block, sizeof block);
	if (count > 0)
		text_add_bytes(output, block, (size_t)count);
	else if (count == 0 || errno != EINTR)
		shut(&running->output);
	explicit_bzero(block, sizeof block);
}

/* Returns false where it does not get on. */
static bool serve(struct running *running, const struct child *child, struct text *output)
{
	const char *input = child->input;
	size_t length = child->length;
	if (length == 0)
		shut(&running->input);
	while (running->output >= 0) {
		struct pollfd ends[] = {
			{.fd = running->input, .events = POLLOUT},
			{.fd = running->output, .events = POLLIN},
		};
		int ready = poll(ends, 2, child->patience);
		if (ready == 0)
			return false;
		if (ready < 0)
			continue;
		if (ends[0].revents)
			feed(running, &input, &length);
		if (ends[1].revents)
			drain(running, output);
	}
	return true;
}

/* Returns the status, or -1. */
static int end(struct running *running)
{
	int status = 0;
	shut(&running->input);
	shut(&running->output);
	while (waitpid(running->process, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static enum child_end run(const struct child *child, struct text *output, int *status)
{
	struct running running = {.input = -1, .output = -1};
	*status = start(&running, child);
	if (*status) {
		shut(&running.input);
		shut(&running.output);
		return CHILD_UNABLE;
	}
	bool got_on = serve(&running, child, output);
	if (!got_on)
		kill(running.process, SIGKILL);
	*status = end(&running);
	return got_on ? CHILD_ENDED : CHILD_STUCK;
}

enum child_end child_run(const struct child *child, struct text *output, int *status)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	sigaction(SIGPIPE, &ignore, &before);
	enum child_end ended = run(child, output, status);
	sigaction(SIGPIPE, &before, NULL);
	return ended;
}
