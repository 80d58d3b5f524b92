#include "output.h"

#include "gettext.h"

#include "screener/text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Waits for room where a pipe or terminal that does not block is full. */
static bool wait_for_room(int file)
{
	struct pollfd wanted = {.fd = file, .events = POLLOUT};
	return poll(&wanted, 1, -1) >= 0 || errno == EINTR;
}

static bool write_all(int file, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(file, bytes, length);
		if (written >= 0) {
			bytes += written;
			length -= (size_t)written;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			if (!wait_for_room(file))
				return false;
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

/* As write_all, but a reader that has gone away is a failure (EPIPE) instead of a signal. */
static bool write_unsignalled(int file, const char *bytes, size_t length)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	sigaction(SIGPIPE, &ignore, &before);
	bool written = write_all(file, bytes, length);
	int reason = errno;
	sigaction(SIGPIPE, &before, NULL);
	errno = reason;
	return written;
}

/* Some file systems say only here that what was written did not arrive. */
static bool close_checked(int file, bool written)
{
	int reason = errno;
	bool closed = close(file) == 0;
	if (!written)
		errno = reason;
	return written && closed;
}

/* The one sentence for everything that can go wrong with a file; `errno` says what. */
static bool refuse(const char *path, struct error *error)
{
	return error_set(error, ERROR_FILE, _("%s cannot be written: %s"), path, strerror(errno));
}

/* Writes what is no ordinary file, or opens what cannot be replaced. */
static bool write_device(const char *path, const char *bytes, size_t length, struct error *error)
{
	int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (file < 0)
		return refuse(path, error);
	bool written = write_unsignalled(file, bytes, length);
	return close_checked(file, written) || refuse(path, error);
}

/* Makes an empty file that only its owner may read, beside the one that is meant. */
static int open_beside(const char *path, struct text *name)
{
	const char *slash = strrchr(path, '/');
	text_add_bytes(name, path, slash ? (size_t)(slash - path) + 1 : 0);
	text_add(name, ".iom-screener-XXXXXX");
	return mkostemp(name->bytes, O_CLOEXEC);
}

static bool replace(const char *path, const char *bytes, size_t length)
{
	struct text beside;
	text_init(&beside);
	int file = open_beside(path, &beside);
	bool done = file >= 0;
	if (done) {
		done = write_all(file, bytes, length) && fsync(file) == 0;
		done = close_checked(file, done) && rename(beside.bytes, path) == 0;
	}
	int reason = errno;
	if (!done && file >= 0)
		unlink(beside.bytes);
	text_destroy(&beside);
	errno = reason;
	return done;
}

bool output_write_file(const char *path, const char *bytes, size_t length, struct error *error)
{
	char target[PATH_MAX];
	struct stat status;
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return write_device(path, bytes, length, error);
	/* A symbolic link stays one: what it leads to is replaced. */
	const char *meant = realpath(path, target) ? target : path;
	return replace(meant, bytes, length) || refuse(path, error);
}

bool output_write_standard(const char *bytes, size_t length, struct error *error)
{
	bool written = fflush(stdout) == 0 && write_unsignalled(STDOUT_FILENO, bytes, length);
	if (written) {
		/* Closing a copy finds what closing standard output would. */
		int copy = dup(STDOUT_FILENO);
		written = copy >= 0 && close_checked(copy, true);
	}
	if (written)
		return true;
	return error_set(
		error, ERROR_FILE, _("standard output cannot be written: %s"), strerror(errno));
}
