#include "folder.h"

#include "program.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/screener-test-XXXXXX";

void folder_begin(void)
{
	memcpy(strchr(folder, '\0') - 6, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *position)
{
	(void)status, (void)type, (void)position;
	return remove(path);
}

void folder_end(void)
{
	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

void folder_write(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");
	ck_assert_msg(file, "%s: %s", path, strerror(errno));
	ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
	ck_assert_int_eq(fclose(file), 0);
}

static int is_yaml(const struct dirent *entry)
{
	return fnmatch("*.yaml", entry->d_name, 0) == 0;
}

void folder_copy(const char *from, const char *to)
{
	struct dirent **entries;
	ck_assert(mkdir(to, 0700) == 0 || errno == EEXIST);
	int count = scandir(from, &entries, is_yaml, alphasort);
	ck_assert_msg(count >= 0, "%s: %s", from, strerror(errno));
	for (int i = 0; i < count; i++) {
		char path[1024];
		size_t length;
		snprintf(path, sizeof path, "%s/%s", from, entries[i]->d_name);
		char *bytes = program_read_file(path, &length);
		snprintf(path, sizeof path, "%s/%s", to, entries[i]->d_name);
		folder_write(path, bytes, length);
		free(bytes);
		free(entries[i]);
	}
	free(entries);
}

void folder_check(const char *path, const char *text)
{
	if (getenv("EXPECTED_UPDATE")) {
		folder_write(path, text, strlen(text));
		return;
	}
	char *expected = program_read_file(path, NULL);
	ck_assert_msg(strcmp(text, expected) == 0, "%s expects:\n%s\nand this came:\n%s", path,
		expected, text);
	free(expected);
}
