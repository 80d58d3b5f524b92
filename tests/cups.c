#include "cups.h"

#include "folder.h"
#include "program.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	PATIENCE = 200, /* looks until a wait gives up */
	BETWEEN = 50, /* ms from one look to the next */
	ROOM = 16 * 1024, /* bytes that a file may have where the disk is full */
};

static struct {
	char folder[256];
	char environment[320];
	pid_t scheduler;
} cups;

static void write_text(const char *path, const char *text)
{
	folder_write(path, text, strlen(text));
}

/* Every scheduler, printer and file is this test's own, and nobody has to be asked for a password.
 */
static void write_settings(void)
{
	char text[PATH_MAX];
	snprintf(text, sizeof text,
		"LogLevel warn\nListen %s/sock\nBrowsing No\nWebInterface No\n"
		"DefaultAuthType None\nPreserveJobHistory No\nPreserveJobFiles No\n"
		"<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
		"<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
		"<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n",
		cups.folder);
	write_text("cupsd.conf", text);
	snprintf(text, sizeof text,
		"ServerRoot %s/etc\nServerBin %s/bin\nRequestRoot %s/spool\nTempDir %s/spool/tmp\n"
		"CacheDir %s/cache\nStateDir %s/run\nAccessLog %s/access\nErrorLog %s/error\n"
		"PageLog %s/page\n",
		cups.folder, cups.folder, cups.folder, cups.folder, cups.folder, cups.folder,
		cups.folder, cups.folder, cups.folder);
	write_text("cups-files.conf", text);
}

/* What CUPS runs for a printer: the job's number comes first, the paper as a file or through
 * standard input. */
static void write_backend(void)
{
	char text[PATH_MAX];
	snprintf(text, sizeof text,
		"#!/bin/sh\n[ $# -eq 0 ] && exit 0\n"
		"cat ${6:+\"$6\"} > '%s/paper/part' &&\n"
		"mv '%s/paper/part' \"%s/paper/$PRINTER-$1\"\n",
		cups.folder, cups.folder, cups.folder);
	write_text("bin/backend/keep", text);
	/* As root alone may change it, CUPS runs it as root; otherwise it is its user's anyway. */
	ck_assert_int_eq(chmod("bin/backend/keep", 0700), 0);
}

static void make_folders(void)
{
	static const char *const folders[] = {"etc", "bin", "bin/backend", "bin/filter",
		"bin/notifier", "spool", "spool/tmp", "cache", "run", "paper"};
	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
		ck_assert_int_eq(mkdir(folders[i], 0755), 0);
	ck_assert_int_eq(chmod(".", 0755), 0);
	/* Its own programs, but for the backends. */
	ck_assert_int_eq(symlink("/usr/lib/cups/daemon", "bin/daemon"), 0);
}

/* A file that grows too large fails like one on a full disk, and SIGXFSZ would end it first. */
static void limit_room(void)
{
	const struct rlimit limit = {ROOM, ROOM};
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
}

static void run_scheduler(enum cups_room room)
{
	char settings[PATH_MAX / 2], files[PATH_MAX / 2];
	int nothing = open("/dev/null", O_RDWR);
	snprintf(settings, sizeof settings, "%s/cupsd.conf", cups.folder);
	snprintf(files, sizeof files, "%s/cups-files.conf", cups.folder);
	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		dup2(nothing, i);
	if (room == CUPS_FULL)
		limit_room();
	execl("/usr/sbin/cupsd", "cupsd", "-f", "-c", settings, "-s", files, NULL);
	_exit(127);
}

static void look_again(void)
{
	ck_assert_int_eq(poll(NULL, 0, BETWEEN), 0);
}

/* Returns owned what the command says, errors too. */
static char *ask(const char *command)
{
	char line[PATH_MAX + 512];
	snprintf(line, sizeof line, "%s LC_ALL=C PATH=\"$PATH:/usr/sbin\" sh -c '%s 2>&1'",
		cups.environment, command);
	return program_shell(line);
}

static bool is_running(void)
{
	char *said = ask("lpstat -r");
	bool runs = strstr(said, "scheduler is running") != NULL;
	free(said);
	return runs;
}

void cups_begin(enum cups_room room)
{
	int looks = 0;
	folder_begin();
	ck_assert_ptr_nonnull(getcwd(cups.folder, sizeof cups.folder));
	snprintf(cups.environment, sizeof cups.environment, "CUPS_SERVER=%s/sock", cups.folder);
	make_folders();
	write_settings();
	write_backend();
	cups.scheduler = fork();
	ck_assert_int_ge(cups.scheduler, 0);
	if (cups.scheduler == 0)
		run_scheduler(room);
	while (!is_running()) {
		ck_assert_msg(looks++ < PATIENCE, "CUPS does not start");
		look_again();
	}
}

void cups_end(void)
{
	int status;
	kill(cups.scheduler, SIGKILL);
	ck_assert_int_eq(waitpid(cups.scheduler, &status, 0), cups.scheduler);
	folder_end();
}

const char *cups_environment(void)
{
	return cups.environment;
}

void cups_command(const char *command)
{
	char line[PATH_MAX];
	snprintf(line, sizeof line, "(%s) 2>&1 && echo done.", command);
	char *said = ask(line);
	ck_assert_msg(strstr(said, "done.") != NULL, "%s: %s", command, said);
	free(said);
}

void cups_add_printer(const char *name)
{
	char command[PATH_MAX];
	snprintf(command, sizeof command, "lpadmin -p %s -E -v keep:/ -m raw", name);
	cups_command(command);
}

char *cups_wait_paper(const char *job, size_t *length)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/paper/%s", cups.folder, job);
	for (int looks = 0; access(path, R_OK) != 0; looks++) {
		ck_assert_msg(looks < PATIENCE, "%s is not printed", job);
		look_again();
	}
	return program_read_file(path, length);
}

size_t cups_count_jobs(void)
{
	char *said = ask("lpstat -o");
	size_t jobs = 0;
	for (const char *line = said; *line; line++)
		jobs += *line == '\n';
	free(said);
	return jobs;
}
