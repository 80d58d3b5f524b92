/* The house rules that the compiler does not see: who may include what, and what the core may need
 * when linked. */
#include "suite.h"

#include <check.h>
#include <fnmatch.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where an include that matches `include` stands, the file must match `only_in`; `only_in` "" is
 * nowhere. */
static const struct include_rule {
	const char *folder;
	const char *include;
	const char *only_in;
} rules[] = {
	{"/src", "*curses.h*", "*/src/ui/*"},
	{"/src", "*<term.h>*", "*/src/ui/*"},
	{"/src", "*yaml.h*", "*/src/reader*"},
	{"/src/ui", "*\"reader*", ""},
	{"/src/ui", "*screener/diagram.h*", ""},
	{"/include", "*curses.h*", ""},
	{"/include", "*yaml.h*", ""},
	{"/include", "*libintl.h*", ""},
	{"/include", "*<stdio.h>*", ""},
	{"/include", "*<time.h>*", ""},
};

static const struct include_rule *rule;
static size_t files_read;
static size_t broken;

static void read_line(const char *path, const char *line)
{
	if (fnmatch("#include *", line, 0) != 0 || fnmatch(rule->include, line, 0) != 0)
		return;
	if (fnmatch(rule->only_in, path, 0) == 0)
		return;
	printf("%s has %s", path, line);
	broken++;
}

static int read_file(const char *path, const struct stat *status, int type, struct FTW *position)
{
	(void)status, (void)position;
	char line[1000];
	if (type != FTW_F || (fnmatch("*.c", path, 0) != 0 && fnmatch("*.h", path, 0) != 0))
		return 0;
	FILE *file = fopen(path, "r");
	ck_assert_ptr_nonnull(file);
	while (fgets(line, sizeof line, file))
		read_line(path, line);
	fclose(file);
	files_read++;
	return 0;
}

START_TEST(test_includes_point_one_way)
{
	char folder[4096];
	rule = &rules[_i];
	snprintf(folder, sizeof folder, "%s%s", SCREENER_SOURCE, rule->folder);
	ck_assert_int_eq(nftw(folder, read_file, 16, FTW_PHYS), 0);
	ck_assert_uint_gt(files_read, 0);
	ck_assert_uint_eq(broken, 0);
}
END_TEST

/* Whether the linker's symbols that the core library wants from outside have one with this
 * beginning. */
static bool core_wants(const char *beginning)
{
	char line[1000];
	bool wants = false;
	FILE *symbols = popen("nm --undefined-only '" SCREENER_CORE "' 2>/dev/null", "r");
	ck_assert_ptr_nonnull(symbols);
	while (fgets(line, sizeof line, symbols)) {
		char name[1000];
		if (sscanf(line, " U %999s", name) == 1 &&
			strncmp(name, beginning, strlen(beginning)) == 0)
			wants = true;
	}
	ck_assert_int_eq(pclose(symbols), 0);
	return wants;
}

static const char *const outside[] = {"yaml_", "initscr", "newterm", "wadd", "gettext", "dcgettext",
	"fopen", "open", "time", "clock_", "setlocale", "json_", "sodium_"};

START_TEST(test_core_needs_no_outside)
{
	/* That the symbols are read at all: the core does need memory. */
	ck_assert(core_wants("calloc"));
	ck_assert(!core_wants(outside[_i]));
}
END_TEST

static Suite *house_suite(void)
{
	Suite *suite = suite_create("house");
	TCase *cases = tcase_create("house");
	tcase_add_loop_test(cases, test_includes_point_one_way, 0, sizeof rules / sizeof rules[0]);
	tcase_add_loop_test(
		cases, test_core_needs_no_outside, 0, sizeof outside / sizeof outside[0]);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(house_suite());
}
