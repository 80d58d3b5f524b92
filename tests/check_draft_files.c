/* Which files are drafts, and in which folder they may be. Files that are no good draft are in
 * data/drafts, with what is said of them. */
#include "draft.h"
#include "draft_format.h"
#include "drafting.h"
#include "folder.h"
#include "languages.h"
#include "program.h"
#include "suite.h"

#include <check.h>
#include <dirent.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DRAFTS SCREENER_TEST_DATA "/drafts"

static void assert_words(const struct draft *draft, const char *trouble, const char *refusals)
{
	struct text words;
	text_init(&words);
	draft_add_trouble(draft, &words);
	ck_assert_str_eq(words.bytes, trouble);
	text_clear(&words);
	draft_add_refusals(draft, &words);
	ck_assert_str_eq(words.bytes, refusals);
	text_destroy(&words);
}

/* Files that are there at the start */

/* Adds what is said of them, with DRAFT for a file's path without its ending. */
static void describe(const struct draft *draft, struct text *said)
{
	struct text words;
	char *at, path[sizeof drafting.runtime + 64];
	snprintf(path, sizeof path, "%s/iom-screener/0badbad0", drafting.runtime);
	text_init(&words);
	draft_add_refusals(draft, &words);
	while ((at = strstr(words.bytes, path))) {
		memmove(at + 5, at + strlen(path), strlen(at + strlen(path)) + 1);
		memcpy(at, "DRAFT", 5);
	}
	text_format(said, "offers: %zu\n%s\n", draft_offers(draft), words.bytes);
	text_destroy(&words);
}

static int is_name(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void check_file(const char *name)
{
	char path[512];
	size_t length, after;
	struct text said;
	snprintf(path, sizeof path, DRAFTS "/%s/draft", name);
	char *bytes = program_read_file(path, &length);
	drafting_put("0badbad0.draft", bytes, length);
	struct draft *draft = draft_new(&drafting_made_up);
	text_init(&said);
	describe(draft, &said);
	snprintf(path, sizeof path, DRAFTS "/%s/expected", name);
	folder_check(path, said.bytes);
	draft_free(draft);
	/* Left alone. */
	char *left = program_read_file("iom-screener/0badbad0.draft", &after);
	ck_assert_uint_eq(after, length);
	ck_assert_mem_eq(left, bytes, length + 1);
	ck_assert_int_eq(drafting_count(""), 1);
	text_destroy(&said);
	free(left);
	free(bytes);
}

START_TEST(test_look_at_files)
{
	struct dirent **entries;
	int count = scandir(DRAFTS, &entries, is_name, alphasort);
	ck_assert_int_gt(count, 40);
	for (int i = 0; i < count; i++) {
		check_file(entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
}
END_TEST

static void make_link(void)
{
	drafting_put("0badbad0.good", "", 0);
	ck_assert_int_eq(symlink("0badbad0.good", "iom-screener/0badbad0.draft"), 0);
}

static void make_hard_link(void)
{
	drafting_put("0badbad0.draft", "", 0);
	ck_assert_int_eq(link("iom-screener/0badbad0.draft", "iom-screener/other"), 0);
}

static void make_pipe(void)
{
	ck_assert_int_eq(mkfifo("iom-screener/0badbad0.draft", 0600), 0);
}

static void make_folder(void)
{
	ck_assert_int_eq(mkdir("iom-screener/0badbad0.draft", 0700), 0);
}

static void make_open(void)
{
	drafting_put("0badbad0.draft", "", 0);
	ck_assert_int_eq(chmod("iom-screener/0badbad0.draft", 0644), 0);
}

static void make_strange(void)
{
	drafting_put("0badbad0.draft", "", 0);
	/* Only root can give files away; for others the file is as strange as need be. */
	if (chown("iom-screener/0badbad0.draft", 12345, 12345) != 0)
		make_open();
}

START_TEST(test_look_at_what_is_not_ours)
{
	static void (*const makers[])(void) = {
		make_link, make_hard_link, make_pipe, make_folder, make_open, make_strange};
	struct text said;
	text_init(&said);
	ck_assert_int_eq(mkdir("iom-screener", 0700), 0);
	makers[_i]();
	struct draft *draft = draft_new(&drafting_made_up);
	describe(draft, &said);
	ck_assert_str_eq(said.bytes, "offers: 0\nDRAFT.draft is not a draft of yours and is left "
				     "alone. Look at who put it there.\n");
	draft_free(draft);
	text_destroy(&said);
}
END_TEST

/* Larger than any draft: read no further than that. */
START_TEST(test_look_at_a_large_file)
{
	struct text said;
	text_init(&said);
	drafting_put("0badbad0.draft", "iom-screener draft 1\n", 21);
	ck_assert_int_eq(truncate("iom-screener/0badbad0.draft", 100 * DRAFT_LIMIT), 0);
	struct draft *draft = draft_new(&drafting_made_up);
	describe(draft, &said);
	ck_assert_ptr_nonnull(strstr(said.bytes, "is damaged"));
	draft_free(draft);
	text_destroy(&said);
}
END_TEST

/* One is named; the others are in the same place. */
START_TEST(test_look_at_several)
{
	struct text said;
	text_init(&said);
	drafting_put("0badbad0.draft", "x", 1);
	drafting_put("1badbad1.draft", "x", 1);
	drafting_put("2badbad2.draft", "x", 1);
	drafting_put("Other.draft", "x", 1);
	drafting_put("other.txt", "x", 1);
	struct draft *draft = draft_new(&drafting_made_up);
	describe(draft, &said);
	ck_assert_str_eq(said.bytes,
		"offers: 0\nDRAFT.draft is not a draft of yours and is left alone. Look at who put "
		"it there. 2 more beside it are left alone too.\n");
	draft_free(draft);
	ck_assert_int_eq(drafting_count(""), 5);
	text_destroy(&said);
}
END_TEST

/* What is left of a draft that was being written, and of one that was erased. */
START_TEST(test_look_tidies)
{
	drafting_put("0badbad0.new", "iom-screener draft 1\nprog", 25);
	drafting_put("0badbad0.lock", "", 0);
	drafting_put("1badbad1.new", "iom-screener", 12);
	drafting_put("2badbad2.lock", "", 0);
	struct draft *draft = draft_new(&drafting_made_up);
	ck_assert_uint_eq(draft_offers(draft), 0);
	assert_words(draft, "", "");
	ck_assert_int_eq(drafting_count(""), 0);
	draft_free(draft);
}
END_TEST

/* The folder */

static void unset_runtime(void)
{
	unsetenv("XDG_RUNTIME_DIR");
}

static void empty_runtime(void)
{
	setenv("XDG_RUNTIME_DIR", "", 1);
}

static void relative_runtime(void)
{
	setenv("XDG_RUNTIME_DIR", ".", 1);
}

static void missing_runtime(void)
{
	setenv("XDG_RUNTIME_DIR", "/nonexistent/runtime", 1);
}

static void file_runtime(void)
{
	setenv("XDG_RUNTIME_DIR", "/dev/null", 1);
}

static void open_runtime(void)
{
	/* For root it is open to others; for anybody else, it is root's. */
	setenv("XDG_RUNTIME_DIR", "/tmp", 1);
}

static void strange_runtime(void)
{
	ck_assert_int_eq(chmod(drafting.runtime, 0700), 0);
	if (chown(drafting.runtime, 12345, 12345) != 0)
		setenv("XDG_RUNTIME_DIR", "/", 1);
}

static void readable_runtime(void)
{
	ck_assert_int_eq(chmod(drafting.runtime, 0750), 0);
}

static void linked_runtime(void)
{
	char link[sizeof drafting.runtime + 16];
	snprintf(link, sizeof link, "%s/link", drafting.runtime);
	ck_assert_int_eq(symlink(drafting.runtime, link), 0);
	setenv("XDG_RUNTIME_DIR", link, 1);
}

static void file_in_the_way(void)
{
	folder_write("iom-screener", "", 0);
}

static void link_in_the_way(void)
{
	ck_assert_int_eq(mkdir("elsewhere", 0700), 0);
	ck_assert_int_eq(symlink("elsewhere", "iom-screener"), 0);
}

static void open_folder(void)
{
	ck_assert_int_eq(mkdir("iom-screener", 0700), 0);
	ck_assert_int_eq(chmod("iom-screener", 0701), 0);
}

static const struct {
	void (*make)(void);
	const char *said; /* a part of it */
} folders[] = {
	{unset_runtime, ": XDG_RUNTIME_DIR is not set."},
	{empty_runtime, ": XDG_RUNTIME_DIR is not set."},
	{relative_runtime, ": XDG_RUNTIME_DIR is not set."},
	{missing_runtime, ": /nonexistent/runtime cannot be used: No such file or directory."},
	{file_runtime, ": /dev/null cannot be used: Not a directory."},
	{open_runtime, ": /tmp "},
	{strange_runtime, " belongs to somebody else."},
	{readable_runtime, " is open to others."},
	{linked_runtime, "/link cannot be used: "},
	{file_in_the_way, "/iom-screener cannot be used: Not a directory."},
	{link_in_the_way, "/iom-screener cannot be used: "},
	{open_folder, "/iom-screener is open to others."},
};

/* It is said once, nothing is written, and all else works. */
START_TEST(test_folder_that_cannot_be_used)
{
	struct text words;
	folders[_i].make();
	struct draft *draft = draft_new(drafting.pack);
	text_init(&words);
	draft_add_trouble(draft, &words);
	ck_assert_ptr_nonnull(strstr(words.bytes, "If this window closes, the answers are lost: "));
	ck_assert_msg(strstr(words.bytes, folders[_i].said) != NULL, "%s", words.bytes);
	ck_assert_uint_eq(draft_offers(draft), 0);
	drafting_take("RO");
	ck_assert(draft_keep(draft, drafting.interview));
	ck_assert(!draft_is_kept(draft));
	draft_look(draft);
	draft_end(draft);
	draft_free(draft);
	ck_assert_int_eq(drafting_count(""), 0);
	text_destroy(&words);
	if (geteuid() == 0)
		ck_assert_int_eq(chown(drafting.runtime, 0, 0), 0);
}
END_TEST

START_TEST(test_folder_is_for_its_owner)
{
	struct stat status;
	glob_t found;
	umask(0);
	struct draft *draft = draft_new(drafting.pack);
	drafting_take("RO");
	ck_assert(draft_keep(draft, drafting.interview));
	ck_assert(draft_is_kept(draft));
	ck_assert_int_eq(stat("iom-screener", &status), 0);
	ck_assert_int_eq(status.st_mode & 07777, 0700);
	ck_assert_int_eq(glob("iom-screener/*", 0, NULL, &found), 0);
	ck_assert_uint_eq(found.gl_pathc, 2);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		ck_assert_int_eq(lstat(found.gl_pathv[i], &status), 0);
		ck_assert_int_eq(status.st_mode, S_IFREG | 0600);
	}
	globfree(&found);
	draft_end(draft);
	ck_assert_int_eq(drafting_count(""), 0);
	draft_free(draft);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("draft files");
	TCase *files = tcase_create("files");
	languages_start(NULL, "/nonexistent");
	tcase_add_checked_fixture(files, drafting_begin, drafting_end);
	suite_add_tcase(suite, files);
	tcase_add_test(files, test_look_at_files);
	tcase_add_loop_test(files, test_look_at_what_is_not_ours, 0, 6);
	tcase_add_test(files, test_look_at_a_large_file);
	tcase_add_test(files, test_look_at_several);
	tcase_add_test(files, test_look_tidies);
	tcase_add_loop_test(
		files, test_folder_that_cannot_be_used, 0, (int)(sizeof folders / sizeof *folders));
	tcase_add_test(files, test_folder_is_for_its_owner);
	return suite_run(suite);
}
