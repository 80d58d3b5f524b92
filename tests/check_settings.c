/* The settings: where they are found, what they do, and bad ones with the exact faults, each a
 * folder in data/settings/bad. */
#include "folder.h"
#include "program.h"
#include "reader_settings.h"
#include "suite.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BAD SCREENER_TEST_DATA "/settings/bad"

static struct dirent **bad;
static int bad_count;

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Writes the settings of a folder such as $XDG_CONFIG_HOME. */
static void write_settings(const char *folder, const char *words)
{
	char path[200];
	snprintf(path, sizeof path, "%s/iom-screener", folder);
	ck_assert(mkdir(folder, 0700) == 0 || access(folder, F_OK) == 0);
	ck_assert_int_eq(mkdir(path, 0700), 0);
	strcat(path, "/settings.yaml");
	folder_write(path, words, strlen(words));
}

/* Faults name the file as it was opened: it stands in the folder where the test is. */
START_TEST(test_read_settings_bad)
{
	struct fault_list faults;
	struct settings settings;
	struct text text;
	char path[1024];
	fault_list_init(&faults);
	settings_init(&settings);
	text_init(&text);
	snprintf(path, sizeof path, BAD "/%s", bad[_i]->d_name);
	folder_copy(path, ".");
	ck_assert(!reader_read_settings("settings.yaml", &settings, &faults));
	ck_assert_ptr_null(settings.language);
	ck_assert_int_eq(settings.theme, THEME_CHOICE_AUTO);
	ck_assert_uint_eq(settings.hide_after, SETTINGS_HIDE_AFTER);
	fault_list_write(&faults, &text);
	strcat(path, "/expected");
	folder_check(path, text.bytes);
	fault_list_destroy(&faults);
	text_destroy(&text);
}
END_TEST

static const struct {
	const char *words;
	const char *language;
	enum theme_choice theme;
	unsigned hide_after;
} good[] = {
	{"language: nl\ntheme: contrast\nhide-after: 30\n", "nl", THEME_CHOICE_CONTRAST, 30},
	{"{theme: \"light\", 'hide-after': 0}", NULL, THEME_CHOICE_LIGHT, 0},
	{"hide-after: 1440", NULL, THEME_CHOICE_AUTO, 1440},
	{"\xef\xbb\xbftheme: dark\r\n", NULL, THEME_CHOICE_DARK, SETTINGS_HIDE_AFTER},
	{"theme: auto # as it is\n", NULL, THEME_CHOICE_AUTO, SETTINGS_HIDE_AFTER},
	{"# theme: dark\n\n  # hide-after: 3", NULL, THEME_CHOICE_AUTO, SETTINGS_HIDE_AFTER},
	{"", NULL, THEME_CHOICE_AUTO, SETTINGS_HIDE_AFTER},
	{"language: pt_BR\n", "pt_BR", THEME_CHOICE_AUTO, SETTINGS_HIDE_AFTER},
};

START_TEST(test_read_settings_good)
{
	struct fault_list faults;
	struct settings settings;
	fault_list_init(&faults);
	settings_init(&settings);
	folder_write("settings.yaml", good[_i].words, strlen(good[_i].words));
	ck_assert(reader_read_settings("settings.yaml", &settings, &faults));
	ck_assert_pstr_eq(settings.language, good[_i].language);
	ck_assert_int_eq(settings.theme, good[_i].theme);
	ck_assert_uint_eq(settings.hide_after, good[_i].hide_after);
	settings_destroy(&settings);
	fault_list_destroy(&faults);
}
END_TEST

START_TEST(test_read_settings_order)
{
	static const char *const words[ORDER_CHOICE_COUNT] = {
		[ORDER_CHOICE_AUTO] = "right-to-left: auto\n",
		[ORDER_CHOICE_WIZARD] = "right-to-left: wizard\n",
		[ORDER_CHOICE_TERMINAL] = "right-to-left: terminal\n",
	};
	struct fault_list faults;
	struct settings settings;
	fault_list_init(&faults);
	settings_init(&settings);
	ck_assert_int_eq(settings.order, ORDER_CHOICE_AUTO);
	folder_write("settings.yaml", words[_i], strlen(words[_i]));
	ck_assert(reader_read_settings("settings.yaml", &settings, &faults));
	ck_assert_int_eq(settings.order, _i);
	settings_destroy(&settings);
	fault_list_destroy(&faults);
}
END_TEST

/* Where they are found */

static void find_languages(const char *expected)
{
	struct fault_list faults;
	struct settings settings;
	fault_list_init(&faults);
	settings_init(&settings);
	ck_assert(settings_find(&settings, &faults));
	ck_assert_pstr_eq(settings.language, expected);
	settings_destroy(&settings);
	fault_list_destroy(&faults);
}

static void set_to(const char *name, const char *folder)
{
	char path[1024], here[900];
	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	snprintf(path, sizeof path, "%s/%s", here, folder);
	setenv(name, path, 1);
}

START_TEST(test_settings_find)
{
	char dirs[3000];
	setenv("XDG_CONFIG_DIRS", "/dev/null", 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("HOME");
	find_languages(NULL);
	ck_assert_int_eq(mkdir("shared", 0700), 0);
	write_settings("shared/two", "language: bg");
	set_to("ONE", "shared/one");
	set_to("TWO", "shared/two");
	snprintf(dirs, sizeof dirs, "shared/two:%s::%s", getenv("ONE"), getenv("TWO"));
	setenv("XDG_CONFIG_DIRS", dirs, 1);
	find_languages("bg");
	write_settings("shared/one", "language: pl");
	find_languages("pl");
	set_to("HOME", "home");
	find_languages("pl");
	ck_assert_int_eq(mkdir("home", 0700), 0);
	write_settings("home/.config", "language: ro");
	find_languages("ro");
	/* A relative one is none. */
	write_settings("own", "language: hu");
	setenv("XDG_CONFIG_HOME", "own", 1);
	find_languages("ro");
	set_to("XDG_CONFIG_HOME", "own");
	find_languages("hu");
	/* Where its own has none, a home is not asked. */
	set_to("XDG_CONFIG_HOME", "empty");
	find_languages("pl");
}
END_TEST

/* What they do to the program */

static void run(const char *const arguments[], struct program_result *result)
{
	static char home[1200];
	char here[1000];
	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	snprintf(home, sizeof home, "XDG_CONFIG_HOME=%s/config", here);
	const char *const environment[] = {home, "LC_ALL=C.UTF-8", NULL};
	const struct program_run how = {
		.arguments = arguments, .environment = environment, .input = "origin: RO\n"};
	program_run(&how, result);
}

static const char *const commands[][4] = {
	{"--plain"}, {"summary", "-"}, {"batch", "-"}, {"check"}, {"diff", "x", "y"}};

enum { SUMMARY = 1 };

START_TEST(test_bad_settings_stop_every_command)
{
	struct program_result result;
	write_settings("config", "language: nl\ntheme: drak\n");
	run(commands[_i], &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.output, "");
	const char *place = strstr(result.errors, "/config/iom-screener/settings.yaml:2:8: ");
	ck_assert_msg(place, "%s", result.errors);
	ck_assert_ptr_nonnull(strstr(place, "there is no theme \"drak\"; did you mean \"dark\"?"));
	ck_assert_ptr_nonnull(strstr(place, "theme: drak\n"));
	program_result_destroy(&result);
}
END_TEST

/* Whoever looks for help gets it. */
START_TEST(test_bad_settings_do_not_stop_help)
{
	static const char *const words[][2] = {{"--help"}, {"--version"}};
	struct program_result result;
	write_settings("config", "theme: drak\n");
	run(words[_i], &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_str_eq(result.errors, "");
	ck_assert_uint_gt(result.output_length, 0);
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_settings_cannot_be_read)
{
	struct program_result result;
	ck_assert_int_eq(mkdir("config", 0700), 0);
	ck_assert_int_eq(mkdir("config/iom-screener", 0700), 0);
	ck_assert_int_eq(mkdir("config/iom-screener/settings.yaml", 0700), 0);
	run(commands[SUMMARY], &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_ptr_nonnull(strstr(
		result.errors, "settings.yaml: error: this is a folder: a file is needed here"));
	program_result_destroy(&result);
	ck_assert_int_eq(rmdir("config/iom-screener/settings.yaml"), 0);
	folder_write("config/iom-screener/settings.yaml", "theme: dark\n", 12);
	ck_assert_int_eq(chmod("config/iom-screener/settings.yaml", 0), 0);
	run(commands[SUMMARY], &result);
	/* Root may read everything. */
	ck_assert_int_eq(result.status, geteuid() ? 2 : 0);
	ck_assert_int_eq(!strstr(result.errors, "may not be read"), !geteuid());
	program_result_destroy(&result);
}
END_TEST

START_TEST(test_language_of_settings)
{
	struct program_result settings, option;
	write_settings("config", "language: nl\n");
	run((const char *const[]){"summary", "-", NULL}, &settings);
	ck_assert_int_eq(settings.status, 0);
	run((const char *const[]){"summary", "-", "--language", "en", NULL}, &option);
	ck_assert_int_eq(option.status, 0);
	ck_assert_ptr_nonnull(strstr(settings.output, "Roemeni"));
	ck_assert_ptr_nonnull(strstr(option.output, "Romania"));
	program_result_destroy(&settings);
	program_result_destroy(&option);
}
END_TEST

static Suite *settings_suite(void)
{
	Suite *suite = suite_create("settings");
	TCase *cases = tcase_create("settings");
	bad_count = scandir(BAD, &bad, is_visible, alphasort);
	tcase_add_checked_fixture(cases, folder_begin, folder_end);
	tcase_add_loop_test(cases, test_read_settings_bad, 0, bad_count);
	tcase_add_loop_test(cases, test_read_settings_good, 0, sizeof good / sizeof good[0]);
	tcase_add_loop_test(cases, test_read_settings_order, 0, ORDER_CHOICE_COUNT);
	tcase_add_test(cases, test_settings_find);
	tcase_add_loop_test(cases, test_bad_settings_stop_every_command, 0,
		sizeof commands / sizeof commands[0]);
	tcase_add_loop_test(cases, test_bad_settings_do_not_stop_help, 0, 2);
	tcase_add_test(cases, test_settings_cannot_be_read);
	tcase_add_test(cases, test_language_of_settings);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	int status = suite_run(settings_suite());
	while (bad_count > 0)
		free(bad[--bad_count]);
	free(bad);
	return status;
}
