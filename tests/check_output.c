#include "output.h"
#include "suite.h"

#include "program.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64];
static char path[PATH_MAX];
static struct error error;

static void make_folder(void)
{
	strcpy(folder, "/tmp/check-output-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/summary.txt", folder);
	error_init(&error);
}

/* Counts the files in the folder, and empties it. */
static int count_files(void)
{
	int count = 0;
	DIR *files = opendir(folder);
	ck_assert_ptr_nonnull(files);
	for (struct dirent *file; (file = readdir(files));) {
		if (strcmp(file->d_name, ".") == 0 || strcmp(file->d_name, "..") == 0)
			continue;
		count++;
		unlinkat(dirfd(files), file->d_name, 0);
	}
	closedir(files);
	return count;
}

static void remove_folder(void)
{
	count_files();
	rmdir(folder);
}

static void assert_holds(const char *words)
{
	size_t length;
	char *found = program_read_file(path, &length);
	ck_assert_str_eq(found, words);
	free(found);
}

static void put(const char *words)
{
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(words, file);
	ck_assert_int_eq(fclose(file), 0);
}

START_TEST(test_write_file_for_its_owner)
{
	struct stat status;
	umask(0);
	ck_assert(output_write_file(path, "words\n", 6, &error));
	assert_holds("words\n");
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_int_eq(status.st_mode & 07777, 0600);
	ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(test_write_file_replaces)
{
	put("something much longer that was there before");
	ck_assert(output_write_file(path, "words", 5, &error));
	assert_holds("words");
	ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(test_write_file_of_nothing)
{
	ck_assert(output_write_file(path, "", 0, &error));
	assert_holds("");
}
END_TEST

START_TEST(test_write_file_named_alone)
{
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert(output_write_file("summary.txt", "words", 5, &error));
	assert_holds("words");
}
END_TEST

START_TEST(test_write_file_through_a_link)
{
	char target[PATH_MAX];
	struct stat status;
	snprintf(target, sizeof target, "%s/target.txt", folder);
	put("before");
	ck_assert_int_eq(rename(path, target), 0);
	ck_assert_int_eq(symlink("target.txt", path), 0);
	ck_assert(output_write_file(path, "words", 5, &error));
	ck_assert_int_eq(lstat(path, &status), 0);
	ck_assert(S_ISLNK(status.st_mode));
	strcpy(path, target);
	assert_holds("words");
}
END_TEST

/* What is no ordinary file must not become one: a named pipe stands for /dev/null here, which a
 * failing test would replace where it may. */
START_TEST(test_write_file_into_a_pipe)
{
	struct stat status;
	char got[10] = "";
	ck_assert_int_eq(mkfifo(path, 0600), 0);
	int reader = open(path, O_RDONLY | O_NONBLOCK);
	ck_assert_int_ge(reader, 0);
	ck_assert(output_write_file(path, "words", 5, &error));
	ck_assert_int_eq(read(reader, got, sizeof got), 5);
	ck_assert_str_eq(got, "words");
	close(reader);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert(S_ISFIFO(status.st_mode));
}
END_TEST

/* Names that cannot be written to, and what is said then. */
static const struct refusal {
	const char *path;
	const char *words;
} refusals[] = {
	{"/no/such/folder/x.txt",
		"/no/such/folder/x.txt cannot be written: No such file or directory"},
	{"/dev/null/x.txt", "/dev/null/x.txt cannot be written: Not a directory"},
	{"/tmp", "/tmp cannot be written: Is a directory"},
	{"/proc/x.txt", "/proc/x.txt cannot be written: No such file or directory"},
	{"", " cannot be written: No such file or directory"},
};

START_TEST(test_write_file_refused)
{
	ck_assert(!output_write_file(refusals[_i].path, "words", 5, &error));
	ck_assert_int_eq(error.code, ERROR_FILE);
	ck_assert_str_eq(error.text, refusals[_i].words);
}
END_TEST

/* A limit on the size of files stands for a full disk: the write fails when half is done. */
START_TEST(test_write_file_leaves_the_old_one_when_the_disk_is_full)
{
	static char bytes[20000];
	const struct rlimit limit = {8192, 8192};
	memset(bytes, 'x', sizeof bytes);
	put("before");
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert(!output_write_file(path, bytes, sizeof bytes, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "summary.txt cannot be written: File too large"));
	assert_holds("before");
	ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(test_write_file_in_a_folder_that_is_locked)
{
	if (geteuid() == 0)
		return; /* root may write anywhere */
	ck_assert_int_eq(chmod(folder, 0500), 0);
	ck_assert(!output_write_file(path, "words", 5, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "Permission denied"));
	ck_assert_int_eq(chmod(folder, 0700), 0);
	ck_assert_int_eq(count_files(), 0);
}
END_TEST

/* Makes `file` standard output. */
static void stand_in(int file)
{
	ck_assert_int_ge(file, 0);
	ck_assert_int_eq(dup2(file, STDOUT_FILENO), STDOUT_FILENO);
	close(file);
}

START_TEST(test_write_standard)
{
	stand_in(open(path, O_WRONLY | O_CREAT, 0600));
	printf("held by stdio, ");
	ck_assert(output_write_standard("words\n", 6, &error));
	assert_holds("held by stdio, words\n");
}
END_TEST

START_TEST(test_write_standard_full)
{
	stand_in(open("/dev/full", O_WRONLY));
	ck_assert(!output_write_standard("words", 5, &error));
	ck_assert_str_eq(error.text, "standard output cannot be written: No space left on device");
}
END_TEST

START_TEST(test_write_standard_full_when_stdio_holds_it)
{
	stand_in(open("/dev/full", O_WRONLY));
	printf("words");
	ck_assert(!output_write_standard("", 0, &error));
	ck_assert_int_eq(error.code, ERROR_FILE);
}
END_TEST

START_TEST(test_write_standard_closed)
{
	close(STDOUT_FILENO);
	ck_assert(!output_write_standard("words", 5, &error));
	ck_assert_str_eq(error.text, "standard output cannot be written: Bad file descriptor");
}
END_TEST

START_TEST(test_write_standard_without_a_reader)
{
	int ends[2];
	ck_assert_int_eq(pipe(ends), 0);
	close(ends[0]);
	stand_in(ends[1]);
	ck_assert(!output_write_standard("words", 5, &error));
	ck_assert_str_eq(error.text, "standard output cannot be written: Broken pipe");
	struct sigaction now;
	ck_assert_int_eq(sigaction(SIGPIPE, NULL, &now), 0);
	ck_assert(now.sa_handler == SIG_DFL);
}
END_TEST

/* More than a pipe holds, into one that does not block, while somebody reads slowly. */
START_TEST(test_write_standard_waits_for_room)
{
	static char bytes[300000];
	int ends[2];
	ck_assert_int_eq(pipe(ends), 0);
	pid_t reader = fork();
	if (reader == 0) {
		size_t total = 0;
		close(ends[1]);
		for (ssize_t length; (length = read(ends[0], bytes, 1000)) > 0;)
			total += (size_t)length;
		_exit(total == sizeof bytes ? 0 : 1);
	}
	close(ends[0]);
	ck_assert_int_eq(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
	stand_in(ends[1]);
	ck_assert(output_write_standard(bytes, sizeof bytes, &error));
	close(STDOUT_FILENO);
	int status;
	ck_assert_int_eq(waitpid(reader, &status, 0), reader);
	ck_assert_int_eq(status, 0);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static TCase *file_tests(void)
{
	TCase *tests = tcase_create("file");
	tcase_add_checked_fixture(tests, make_folder, remove_folder);
	tcase_add_test(tests, test_write_file_for_its_owner);
	tcase_add_test(tests, test_write_file_replaces);
	tcase_add_test(tests, test_write_file_of_nothing);
	tcase_add_test(tests, test_write_file_named_alone);
	tcase_add_test(tests, test_write_file_through_a_link);
	tcase_add_test(tests, test_write_file_into_a_pipe);
	tcase_add_loop_test(tests, test_write_file_refused, 0, COUNT(refusals));
	tcase_add_test(tests, test_write_file_leaves_the_old_one_when_the_disk_is_full);
	tcase_add_test(tests, test_write_file_in_a_folder_that_is_locked);
	return tests;
}

static TCase *standard_tests(void)
{
	TCase *tests = tcase_create("standard");
	tcase_add_checked_fixture(tests, make_folder, remove_folder);
	tcase_add_test(tests, test_write_standard);
	tcase_add_test(tests, test_write_standard_full);
	tcase_add_test(tests, test_write_standard_full_when_stdio_holds_it);
	tcase_add_test(tests, test_write_standard_closed);
	tcase_add_test(tests, test_write_standard_without_a_reader);
	tcase_add_test(tests, test_write_standard_waits_for_room);
	return tests;
}

int main(void)
{
	Suite *suite = suite_create("output");
	suite_add_tcase(suite, file_tests());
	suite_add_tcase(suite, standard_tests());
	return suite_run(suite);
}
