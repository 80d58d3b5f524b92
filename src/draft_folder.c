#include "draft_folder.h"

#include "gettext.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPEN = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, NAME_SIZE = DRAFT_STEM_SIZE + 8 };

static void make_name(char name[NAME_SIZE], const char *stem, const char *ending)
{
	snprintf(name, NAME_SIZE, "%s%s", stem, ending);
}

/* Whether nobody else can put anything there. */
static bool is_private(const struct stat *status)
{
	return status->st_uid == geteuid() && (status->st_mode & 077) == 0;
}

/* TRANSLATORS: what can be wrong with the folder for drafts; the place of each %s is a path. */
static bool refuse_runtime(const char *path, const struct stat *status, struct error *error)
{
	if (!status)
		return error_set(
			error, ERROR_FILE, _("%s cannot be used: %s"), path, strerror(errno));
	if (status->st_uid != geteuid())
		return error_set(error, ERROR_FILE, _("%s belongs to somebody else"), path);
	return error_set(error, ERROR_FILE, _("%s is open to others"), path);
}

/* Returns -1, with the error set, where the folder is not there or not private. */
static int open_private(int above, const char *name, const char *path, struct error *error)
{
	struct stat status;
	int opened = openat(above, name, O_RDONLY | O_DIRECTORY | OPEN);
	if (opened < 0 || fstat(opened, &status) != 0) {
		refuse_runtime(path, NULL, error);
	} else if (is_private(&status)) {
		return opened;
	} else {
		refuse_runtime(path, &status, error);
	}
	if (opened >= 0)
		close(opened);
	return -1;
}

bool draft_folder_open(struct draft_folder *folder, struct error *error)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	*folder = (struct draft_folder){.descriptor = -1};
	text_init(&folder->path);
	/* As the XDG Base Directory Specification has it, a relative path is as good as none. */
	if (!runtime || runtime[0] != '/')
		return error_set(error, ERROR_FILE, _("XDG_RUNTIME_DIR is not set"));
	int above = open_private(AT_FDCWD, runtime, runtime, error);
	if (above < 0)
		return false;
	text_format(&folder->path, "%s/iom-screener", runtime);
	if (mkdirat(above, "iom-screener", 0700) == 0 || errno == EEXIST)
		folder->descriptor = open_private(above, "iom-screener", folder->path.bytes, error);
	else
		refuse_runtime(folder->path.bytes, NULL, error);
	close(above);
	return folder->descriptor >= 0;
}

void draft_folder_close(struct draft_folder *folder)
{
	if (folder->descriptor >= 0)
		close(folder->descriptor);
	text_destroy(&folder->path);
	folder->descriptor = -1;
}

/* Returns the length of a stem: letters, digits and dashes before one of the endings; 0 where the
 * name is no draft's. */
static size_t measure_stem(const char *name)
{
	static const char *const endings[] = {".draft", ".new", ".lock"};
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
	if (length >= DRAFT_STEM_SIZE)
		return 0;
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (strcmp(name + length, endings[i]) == 0)
			return length;
	return 0;
}

static bool is_there(const struct draft_folder *folder, const char *stem, const char *ending)
{
	struct stat status;
	char name[NAME_SIZE];
	make_name(name, stem, ending);
	return fstatat(folder->descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Of the files of one stem only the first that is there counts. */
static void visit_name(const struct draft_folder *folder, const char *name,
	void (*visit)(void *context, const char *stem), void *context)
{
	char stem[DRAFT_STEM_SIZE];
	size_t length = measure_stem(name);
	snprintf(stem, sizeof stem, "%.*s", (int)length, name);
	bool is_draft = strcmp(name + length, ".draft") == 0;
	bool is_new = strcmp(name + length, ".new") == 0;
	if (!length || (!is_draft && is_there(folder, stem, ".draft")) ||
		(!is_draft && !is_new && is_there(folder, stem, ".new")))
		return;
	visit(context, stem);
}

void draft_folder_list(const struct draft_folder *folder,
	void (*visit)(void *context, const char *stem), void *context)
{
	int again = openat(folder->descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *entries = again >= 0 ? fdopendir(again) : NULL;
	const struct dirent *entry;
	while (entries && (entry = readdir(entries)))
		visit_name(folder, entry->d_name, visit, context);
	if (entries)
		closedir(entries);
	else if (again >= 0)
		close(again);
}

/* The one who had it may have removed it while it was waited for. */
static bool is_same(const struct draft_folder *folder, const char *name, int lock)
{
	struct stat locked, named;
	return fstat(lock, &locked) == 0 &&
	       fstatat(folder->descriptor, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
	       locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
}

int draft_folder_lock(const struct draft_folder *folder, const char *stem, int flags)
{
	char name[NAME_SIZE];
	make_name(name, stem, ".lock");
	int lock = openat(folder->descriptor, name, O_RDWR | OPEN | flags, 0600);
	if (lock < 0)
		return -1;
	bool locked = flock(lock, LOCK_EX | LOCK_NB) == 0;
	int reason = locked ? ESTALE : errno;
	if (locked && is_same(folder, name, lock))
		return lock;
	close(lock);
	errno = reason;
	return -1;
}

static bool write_all(int file, const struct text *words)
{
	for (size_t done = 0; done < words->length;) {
		ssize_t written = write(file, words->bytes + done, words->length - done);
		if (written < 0 && errno != EINTR)
			return false;
		done += written > 0 ? (size_t)written : 0;
	}
	return true;
}

/* As write_all, but a limit on the size of files is a failure (EFBIG) instead of a signal. */
static bool write_unsignalled(int file, const struct text *words)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	sigaction(SIGXFSZ, &ignore, &before);
	bool written = write_all(file, words);
	int reason = errno;
	sigaction(SIGXFSZ, &before, NULL);
	errno = reason;
	return written;
}

/* The name of the draft is only ever given to a file that is whole. It is in memory, so there is no
 * disk to wait for. */
bool draft_folder_write(
	const struct draft_folder *folder, const char *stem, const struct text *words)
{
	char name[NAME_SIZE], beside[NAME_SIZE];
	make_name(name, stem, ".draft");
	make_name(beside, stem, ".new");
	int file = openat(folder->descriptor, beside, O_WRONLY | O_CREAT | O_EXCL | OPEN, 0600);
	if (file < 0)
		return false;
	bool written = write_unsignalled(file, words);
	int reason = errno;
	if (close(file) != 0 && written) {
		written = false;
		reason = errno;
	}
	if (written && renameat(folder->descriptor, beside, folder->descriptor, name) == 0)
		return true;
	if (written)
		reason = errno;
	unlinkat(folder->descriptor, beside, 0);
	errno = reason;
	return false;
}

/* Returns false, with errno, where it cannot be read; reads one byte more than a draft may have. */
static bool read_all(int file, struct text *words)
{
	char bytes[4096];
	ssize_t count = 0;
	while (words->length <= DRAFT_LIMIT && (count = read(file, bytes, sizeof bytes)) != 0) {
		if (count < 0 && errno != EINTR)
			break;
		if (count > 0)
			text_add_bytes(words, bytes, (size_t)count);
	}
	explicit_bzero(bytes, sizeof bytes);
	return words->length > DRAFT_LIMIT || count == 0;
}

bool draft_folder_read(const struct draft_folder *folder, const char *stem, struct text *words,
	enum draft_state *state)
{
	char name[NAME_SIZE];
	struct stat status;
	make_name(name, stem, ".draft");
	int file = openat(folder->descriptor, name, O_RDONLY | OPEN | O_NOCTTY);
	*state = DRAFT_FOREIGN;
	/* A symbolic link. */
	if (file < 0)
		return errno == ELOOP || errno == ENXIO || errno == EACCES;
	bool known = fstat(file, &status) == 0;
	bool ours = known && S_ISREG(status.st_mode) && is_private(&status) && status.st_nlink == 1;
	bool read = known && (!ours || read_all(file, words));
	if (ours)
		*state = words->length > DRAFT_LIMIT ? DRAFT_DAMAGED : DRAFT_GOOD;
	close(file);
	return read;
}

static void remove_file(const struct draft_folder *folder, const char *stem, const char *ending)
{
	char name[NAME_SIZE];
	make_name(name, stem, ending);
	unlinkat(folder->descriptor, name, 0);
}

void draft_folder_empty(const struct draft_folder *folder, const char *stem)
{
	remove_file(folder, stem, ".draft");
	remove_file(folder, stem, ".new");
}

void draft_folder_remove(const struct draft_folder *folder, const char *stem)
{
	draft_folder_empty(folder, stem);
	remove_file(folder, stem, ".lock");
}

bool draft_folder_tidy(const struct draft_folder *folder, const char *stem)
{
	bool there = is_there(folder, stem, ".draft");
	remove_file(folder, stem, ".new");
	if (!there)
		remove_file(folder, stem, ".lock");
	return there;
}
