/* The reader on files that cannot be read, are too large or too deep: what would be unwieldy as
 * test data is made here. */
#include "folder.h"
#include "program.h"
#include "reader.h"
#include "suite.h"

#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PACKS SCREENER_TEST_DATA "/packs"

enum { MEBIBYTE = 1024 * 1024, NOBODY = 65534 };

static void add_faults(const char *folder, struct text *text)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(folder, &faults);
	ck_assert_int_eq(pack == NULL, faults.count > 0);
	pack_free(pack);
	fault_list_write(&faults, text);
	fault_list_destroy(&faults);
}

static void check_faults(const char *folder, const char *expected)
{
	struct text text;
	text_init(&text);
	add_faults(folder, &text);
	ck_assert_str_eq(text.bytes, expected);
	text_destroy(&text);
}

static void begin(void)
{
	folder_begin();
	folder_copy(PACKS "/good", "pack");
}

static void end(void)
{
	folder_end();
}

START_TEST(test_read_pack_no_folder)
{
	check_faults("nowhere", "nowhere: error: there is no such folder\n");
	check_faults("", ": error: there is no such folder\n");
	check_faults("pack/pack.yaml",
		"pack/pack.yaml: error: a folder is needed here, and this is a file\n");
}
END_TEST

START_TEST(test_read_pack_empty_folder)
{
	ck_assert_int_eq(mkdir("empty", 0700), 0);
	check_faults("empty", "empty/pack.yaml: error: there is no such file\n"
			      "empty/questions.yaml: error: there is no such file\n"
			      "empty/paths.yaml: error: there is no such file\n");
}
END_TEST

/* A terminal must not obey the name of a folder. */
START_TEST(test_read_pack_folder_with_controls)
{
	check_faults("no\033[2Jwhere\n", "no?[2Jwhere?: error: there is no such folder\n");
}
END_TEST

START_TEST(test_read_pack_without_countries)
{
	ck_assert_int_eq(remove("pack/countries.yaml"), 0);
	check_faults("pack",
		"pack/paths.yaml:8:26: error: there is no group \"near\" in countries.yaml\n"
		"    when: {origin: {in: [near, far]}}\n"
		"                         ^\n"
		"pack/paths.yaml:8:32: error: there is no group \"far\" in countries.yaml\n"
		"    when: {origin: {in: [near, far]}}\n"
		"                               ^\n");
}
END_TEST

START_TEST(test_read_pack_file_is_a_folder)
{
	ck_assert_int_eq(remove("pack/paths.yaml"), 0);
	ck_assert_int_eq(mkdir("pack/paths.yaml", 0700), 0);
	check_faults("pack", "pack/paths.yaml: error: this is a folder: a file is needed here\n");
}
END_TEST

/* Nobody writes to this pipe: the reader must not wait for it. */
START_TEST(test_read_pack_file_is_a_pipe)
{
	ck_assert_int_eq(remove("pack/countries.yaml"), 0);
	ck_assert_int_eq(mkfifo("pack/countries.yaml", 0600), 0);
	check_faults("pack", "pack/countries.yaml: error: this is no ordinary file\n");
}
END_TEST

/* Reads as a user whom permissions hold back, which they do not root. */
static int read_as_nobody(const char *expected)
{
	struct text text;
	text_init(&text);
	if (geteuid() == 0 && setuid(NOBODY) != 0)
		return 2;
	add_faults("pack", &text);
	return strcmp(text.bytes, expected) == 0 ? 0 : 1;
}

static void check_as_nobody(const char *expected)
{
	int status;
	ck_assert_int_eq(chmod(".", 0755), 0);
	pid_t child = fork();
	ck_assert_int_ge(child, 0);
	if (child == 0)
		_exit(read_as_nobody(expected));
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}

START_TEST(test_read_pack_file_unreadable)
{
	ck_assert_int_eq(chmod("pack", 0755), 0);
	ck_assert_int_eq(chmod("pack/paths.yaml", 0), 0);
	ck_assert_int_eq(chmod("pack/countries.yaml", 0644), 0);
	ck_assert_int_eq(chmod("pack/questions.yaml", 0644), 0);
	ck_assert_int_eq(chmod("pack/pack.yaml", 0644), 0);
	check_as_nobody("pack/paths.yaml: error: the file may not be read: check its "
			"permissions\n");
}
END_TEST

START_TEST(test_read_pack_folder_unreadable)
{
	ck_assert_int_eq(chmod("pack", 0), 0);
	check_as_nobody("pack/pack.yaml: error: the file may not be read: check its permissions\n"
			"pack/countries.yaml: error: the file may not be read: check its "
			"permissions\n"
			"pack/questions.yaml: error: the file may not be read: check its "
			"permissions\n"
			"pack/paths.yaml: error: the file may not be read: check its "
			"permissions\n");
	ck_assert_int_eq(chmod("pack", 0700), 0);
}
END_TEST

/* Makes a file of the good pack longer, with a comment. */
static void lengthen(const char *path, size_t length)
{
	size_t before;
	char *bytes = program_read_file(path, &before);
	struct text text;
	text_init(&text);
	text_add_bytes(&text, bytes, before);
	text_add(&text, "#");
	text_add_repeated(&text, 'x', length - text.length);
	folder_write(path, text.bytes, text.length);
	text_destroy(&text);
	free(bytes);
}

START_TEST(test_read_pack_large)
{
	lengthen("pack/countries.yaml", MEBIBYTE);
	check_faults("pack", "");
	lengthen("pack/countries.yaml", MEBIBYTE + 1);
	check_faults("pack",
		"pack/countries.yaml: error: the file is too large: at most 1 MiB can be read\n");
	lengthen("pack/countries.yaml", 10 * MEBIBYTE);
	check_faults("pack",
		"pack/countries.yaml: error: the file is too large: at most 1 MiB can be read\n");
}
END_TEST

START_TEST(test_read_pack_nul)
{
	static const char bytes[] = "groups:\n  - id: a\0b\n";
	folder_write("pack/countries.yaml", bytes, sizeof bytes - 1);
	struct text text;
	text_init(&text);
	add_faults("pack", &text);
	static const char expected[] =
		"pack/countries.yaml:2:10: error: a NUL byte, which no text has: save the file as "
		"plain text in UTF-8\n"
		"  - id: a?b\n"
		"         ^\n";
	ck_assert_str_eq(text.bytes, expected);
	text_destroy(&text);
}
END_TEST

/* What is repeated, what comes before and after it, and where the 65th begins. */
static const struct {
	const char *before;
	const char *repeated;
	unsigned column;
} nestings[] = {
	{"", "[", 65},
	{"", "{a: ", 64 * 4 + 1},
	{"", "- ", 64 * 2 + 1},
	{"", "? ", 64 * 2 + 1},
	{"groups: ", "[", 8 + 64},
	{"groups: ", "{a: [", 8 + 32 * 5},
};

START_TEST(test_read_pack_deep)
{
	struct text text;
	struct fault_list faults;
	text_init(&text);
	fault_list_init(&faults);
	text_add(&text, nestings[_i].before);
	for (int i = 0; i < 10000; i++)
		text_add(&text, nestings[_i].repeated);
	folder_write("pack/countries.yaml", text.bytes, text.length);
	struct pack *pack = reader_read_pack("pack", &faults);
	ck_assert_ptr_null(pack);
	/* A key that is not a text is at fault before it is too deep. */
	const struct fault *fault = &faults.items[faults.count - 1];
	ck_assert_str_eq(
		fault->message, "lists and mappings stand in each other more than 64 deep here");
	ck_assert_uint_eq(fault->place.line, 1);
	ck_assert_uint_eq(fault->place.column, nestings[_i].column);
	fault_list_destroy(&faults);
	text_destroy(&text);
}
END_TEST

/* A condition as deep as a file may be is read whole. */
START_TEST(test_read_pack_deep_enough)
{
	struct text text;
	text_init(&text);
	text_add(&text, "facts:\n  - id: in-focus\n    when: ");
	for (int i = 0; i < 60; i++)
		text_add(&text, "{not: ");
	text_add(&text, "{always: yes}");
	text_add_repeated(&text, '}', 60);
	folder_write("pack/paths.yaml", text.bytes, text.length);
	check_faults("pack", "");
	text_destroy(&text);
}
END_TEST

/* What was in the list before stays there, and counts neither as a fault nor for the limit. */
START_TEST(test_read_pack_adds_faults)
{
	struct fault_list faults;
	fault_list_init(&faults);
	ck_assert_ptr_null(reader_read_pack("nowhere", &faults));
	ck_assert_uint_eq(faults.count, 1);
	struct pack *pack = reader_read_pack("pack", &faults);
	ck_assert_ptr_nonnull(pack);
	ck_assert_uint_eq(faults.count, 1);
	for (size_t i = faults.count; i < 150; i++)
		ck_assert_ptr_null(reader_read_pack("nowhere", &faults));
	ck_assert_uint_eq(faults.count, 150);
	ck_assert_str_eq(faults.items[149].place.file, "nowhere");
	pack_free(pack);
	fault_list_destroy(&faults);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("reader of files");
	TCase *tcase = tcase_create("files");
	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, test_read_pack_no_folder);
	tcase_add_test(tcase, test_read_pack_empty_folder);
	tcase_add_test(tcase, test_read_pack_folder_with_controls);
	tcase_add_test(tcase, test_read_pack_without_countries);
	tcase_add_test(tcase, test_read_pack_file_is_a_folder);
	tcase_add_test(tcase, test_read_pack_file_is_a_pipe);
	tcase_add_test(tcase, test_read_pack_file_unreadable);
	tcase_add_test(tcase, test_read_pack_folder_unreadable);
	tcase_add_test(tcase, test_read_pack_large);
	tcase_add_test(tcase, test_read_pack_nul);
	tcase_add_loop_test(tcase, test_read_pack_deep, 0, sizeof nestings / sizeof nestings[0]);
	tcase_add_test(tcase, test_read_pack_deep_enough);
	tcase_add_test(tcase, test_read_pack_adds_faults);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
