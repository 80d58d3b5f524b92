#include "reader_files.h"

#include "gettext.h"
#include "reader_fault.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void files_add_path(struct text *path, const char *folder, const char *name)
{
	text_add(path, folder);
	if (path->length == 0 || path->bytes[path->length - 1] != '/')
		text_add(path, "/");
	text_add(path, name);
}

static void say_errno(struct reading *reading, int number)
{
	if (number == ENOENT || number == ENOTDIR)
		fault_of_file(reading, _("there is no such file"));
	else if (number == EACCES || number == EPERM)
		fault_of_file(reading, _("the file may not be read: check its permissions"));
	else
		/* TRANSLATORS: "%s" is what the system says, such as "Input/output error". */
		fault_of_file(reading, _("the file cannot be read: %s"), strerror(number));
}

bool files_is_folder(struct reading *reading, const char *folder)
{
	struct stat status;
	if (stat(folder, &status) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			fault_of_file(reading, _("there is no such folder"));
		else if (errno == EACCES)
			fault_of_file(
				reading, _("the folder may not be read: check its permissions"));
		else
			fault_of_file(reading, _("the folder cannot be read: %s"), strerror(errno));
		return false;
	}
	if (!S_ISDIR(status.st_mode))
		fault_of_file(reading, _("a folder is needed here, and this is a file"));
	return S_ISDIR(status.st_mode);
}

static bool say_too_large(struct reading *reading)
{
	fault_of_file(reading, _("the file is too large: at most %d MiB can be read"),
		FILE_LIMIT / (1024 * 1024));
	return false;
}

/* Whether a file of this kind can be read; a pipe where a file should be could keep us waiting. */
static bool is_fit(struct reading *reading, enum file_kind kind, const struct stat *status)
{
	if (S_ISDIR(status->st_mode))
		fault_of_file(reading, _("this is a folder: a file is needed here"));
	else if (!S_ISREG(status->st_mode) && kind != FILE_STREAM)
		fault_of_file(reading, _("this is no ordinary file"));
	else if (S_ISREG(status->st_mode) && status->st_size > FILE_LIMIT)
		say_too_large(reading);
	else
		return true;
	return false;
}

static bool read_all(struct reading *reading, int file, struct text *bytes)
{
	char buffer[16 * 1024];
	ssize_t count;
	do {
		count = read(file, buffer, sizeof buffer);
		if (count > 0)
			text_add_bytes(bytes, buffer, (size_t)count);
	} while (bytes->length <= FILE_LIMIT && (count > 0 || (count < 0 && errno == EINTR)));
	int number = errno;
	explicit_bzero(buffer, sizeof buffer);
	if (bytes->length > FILE_LIMIT)
		return say_too_large(reading);
	if (count < 0)
		say_errno(reading, number);
	return count == 0;
}

static int open_file(const char *path, enum file_kind kind)
{
	if (kind == FILE_STREAM && strcmp(path, "-") == 0)
		return STDIN_FILENO;
	/* A pipe opened so does not wait for somebody to write, and is then refused. */
	int flags = kind == FILE_STREAM ? 0 : O_NONBLOCK;
	return open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags);
}

bool files_read(struct reading *reading, enum file_kind kind, struct text *bytes, bool *missing)
{
	int file = open_file(reading->file, kind);
	if (file < 0 && errno == ENOENT && kind == FILE_OPTIONAL) {
		*missing = true;
		return false;
	}
	if (file < 0) {
		say_errno(reading, errno);
		return false;
	}
	struct stat status;
	bool fine = false;
	if (fstat(file, &status) != 0)
		say_errno(reading, errno);
	else
		fine = is_fit(reading, kind, &status) && read_all(reading, file, bytes);
	if (file != STDIN_FILENO)
		close(file);
	return fine;
}
