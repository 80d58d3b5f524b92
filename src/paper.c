#include "paper.h"

#include "gettext.h"
#include "installation.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	PATIENCE =
		60 * 1000, /* ms without a byte either way: a first look at all fonts takes some */
	BLOCK = 16384,
};

/* The helper while it runs; -1 where a pipe is closed. */
struct helper {
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

/* The helper says nothing that a person could read: what its libraries complain of would only spoil
 * the screen. */
static int spawn_with(
	struct helper *helper, const char *path, const int input[2], const int output[2])
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	char *arguments[] = {(char *)"iom-screener-paper", NULL};
	sigset_t defaults;
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	int failure =
		posix_spawn(&helper->process, path, &actions, &attributes, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return failure;
}

/* Returns 0 or what went wrong, as in errno. */
static int start(struct helper *helper, const char *path)
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
	int failure = spawn_with(helper, path, input, output);
	close(input[0]);
	close(output[1]);
	helper->input = input[1];
	helper->output = output[0];
	fcntl(helper->input, F_SETFL, O_NONBLOCK);
	return failure;
}

/* A helper that has stopped to read says why with its status. */
static void feed(struct helper *helper, const char **json, size_t *length)
{
	ssize_t count = write(helper->input, *json, *length);
	if (count > 0) {
		*json += count;
		*length -= (size_t)count;
	}
	if (*length == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
		shut(&helper->input);
}

static void drain(struct helper *helper, struct text *output)
{
	char block[BLOCK];
	ssize_t count = read(helper->output, block, sizeof block);
	if (count > 0)
		text_add_bytes(output, block, (size_t)count);
	else if (count == 0 || errno != EINTR)
		shut(&helper->output);
	explicit_bzero(block, sizeof block);
}

/* Returns false where the helper does not get on. */
static bool serve(struct helper *helper, const char *json, size_t length, struct text *output)
{
	while (helper->output >= 0) {
		struct pollfd ends[] = {
			{.fd = helper->input, .events = POLLOUT},
			{.fd = helper->output, .events = POLLIN},
		};
		int ready = poll(ends, 2, PATIENCE);
		if (ready == 0)
			return false;
		if (ready < 0)
			continue;
		if (ends[0].revents)
			feed(helper, &json, &length);
		if (ends[1].revents)
			drain(helper, output);
	}
	return true;
}

/* Returns the status, or -1. */
static int end(struct helper *helper)
{
	int status = 0;
	shut(&helper->input);
	shut(&helper->output);
	while (waitpid(helper->process, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool run(const char *json, size_t length, struct text *output, int *status, const char *path,
	struct error *error)
{
	struct helper helper = {.input = -1, .output = -1};
	int failure = start(&helper, path);
	if (failure) {
		shut(&helper.input);
		shut(&helper.output);
		/* TRANSLATORS: a program's path, and why it cannot be started. */
		return error_set(error, ERROR_FILE, _("%s, which makes PDF, cannot be started: %s"),
			path, strerror(failure));
	}
	bool got_on = serve(&helper, json, length, output);
	if (!got_on)
		kill(helper.process, SIGKILL);
	*status = end(&helper);
	return got_on || error_set(error, ERROR_FILE, _("making the PDF takes too long"));
}

bool paper_run(
	const char *json, size_t length, struct text *output, int *status, struct error *error)
{
	struct installation installation;
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	installation_find(&installation);
	sigaction(SIGPIPE, &ignore, &before);
	bool ran = run(json, length, output, status, installation.paper, error);
	sigaction(SIGPIPE, &before, NULL);
	return ran;
}
