/* PDF where it cannot be made, or not simply: what the helper refuses, the fonts that are missing,
 * and what the program says of it. */
#include "folder.h"
#include "letters.h"
#include "program.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#define ANSWERS SCREENER_TEST_DATA "/summaries/romania-shelter.yaml"

static int count_pages(const char *text)
{
	int count = 0;
	for (; *text; text++)
		count += *text == '\f';
	return count;
}

/* Runs the helper alone on a file "copy"; what it writes is in a file "out". */
static int run_helper(const char *copy, const char *environment)
{
	char command[PATH_MAX * 2];
	folder_write("copy", copy, strlen(copy));
	snprintf(command, sizeof command, "%s '%s' <copy >out 2>/dev/null", environment,
		SCREENER_PAPER);
	int status = system(command);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

#define COPY_BEGINNING "{\"paper\":1,\"language\":\"en\",\"paragraphs\":["

static const char *const refused[] = {
	"",
	"no JSON",
	"[]",
	COPY_BEGINNING "]}",
	"{\"paper\":2,\"language\":\"en\",\"paragraphs\":[{\"style\":\"title\",\"text\":\"a\"}]}",
	COPY_BEGINNING "{\"style\":\"loud\",\"text\":\"a\"}]}",
	COPY_BEGINNING "{\"style\":\"title\"}]}",
	COPY_BEGINNING "{\"style\":\"title\",\"text\":7}]}",
	COPY_BEGINNING "{\"style\":\"title\",\"text\":\"a\",\"more\":\"b\"}]}",
	COPY_BEGINNING "{\"style\":\"title\",\"text\":\"a\"}],\"more\":1}",
	"{\"paper\":1,\"language\":\"e)n\",\"paragraphs\":[{\"style\":\"title\",\"text\":\"a\"}]}",
};

START_TEST(test_helper_refuses)
{
	ck_assert_int_eq(run_helper(refused[_i], ""), 2);
	size_t length;
	char *out = program_read_file("out", &length);
	ck_assert_uint_eq(length, 0);
	free(out);
}
END_TEST

/* A paragraph that is longer than a page is parted, and nothing of it is lost. */
START_TEST(test_helper_parts_what_is_longer_than_a_page)
{
	struct text copy;
	struct letters wanted = {0}, found = {0};
	text_init(&copy);
	text_add(&copy,
		COPY_BEGINNING "{\"style\":\"title\",\"text\":\"T\"},{\"style\":\"labelled\","
			       "\"label\":\"L\",\"text\":\"");
	text_add_repeated(&copy, 'x', 20000);
	text_add(&copy, "\"},{\"style\":\"plain\",\"text\":\"after\"}]}");
	ck_assert_int_eq(run_helper(copy.bytes, ""), 0);
	char *text = program_shell("pdftotext out -");
	int pages = count_pages(text);
	ck_assert_int_gt(pages, 2);
	letters_add(&found, text);
	text_clear(&copy);
	text_add_repeated(&copy, 'x', 20000);
	text_add_repeated(&copy, 'T', (size_t)pages + 1);
	text_add(&copy, "Lafter");
	letters_add(&wanted, copy.bytes);
	ck_assert_uint_eq(letters_compare(&wanted, &found), 0);
	letters_destroy(&wanted);
	letters_destroy(&found);
	free(text);
	text_destroy(&copy);
}
END_TEST

/* Smaller type is taken where it saves a page, and only there. */
static const struct {
	int paragraphs;
	int pages;
	const char *largest; /* whether the type is as large as it gets */
} sizes[] = {{30, 1, "yes"}, {45, 1, "no"}, {60, 2, "yes"}};

START_TEST(test_helper_chooses_the_size)
{
	struct text copy;
	text_init(&copy);
	text_add(&copy, COPY_BEGINNING "{\"style\":\"plain\",\"text\":\"x\"}");
	for (int i = 1; i < sizes[_i].paragraphs; i++)
		text_add(&copy, ",{\"style\":\"plain\",\"text\":\"x\"}");
	text_add(&copy, "]}");
	ck_assert_int_eq(run_helper(copy.bytes, ""), 0);
	char *text = program_shell("pdftotext out -");
	ck_assert_int_eq(count_pages(text), sizes[_i].pages);
	/* The second line of the page stands lower in larger type. */
	char *top = program_shell("pdftotext -bbox out - | grep -m2 word | tail -1 | "
				  "sed 's/.*yMin=\"\\([0-9]*\\).*/\\1/'");
	ck_assert_str_eq(atoi(top) >= 58 ? "yes" : "no", sizes[_i].largest);
	free(top);
	free(text);
	text_destroy(&copy);
}
END_TEST

/* Fonts of Latin letters only, or none at all. */
static void write_fonts(const char *name, const char *folder)
{
	struct text text;
	text_init(&text);
	text_format(&text,
		"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
		"<dir>%s</dir><selectfont><rejectfont><glob>*</glob></rejectfont><acceptfont>"
		"<glob>*/NotoSans-*.ttf</glob></acceptfont></selectfont></fontconfig>\n",
		folder);
	folder_write(name, text.bytes, text.length);
	text_destroy(&text);
}

static const struct {
	const char *text;
	const char *fonts;
	const char *says;
} scripts[] = {
	{"سلام", "/usr/share/fonts/truetype/noto", "ar Arabic fonts-noto-core\n"},
	{"ሰላም", "/usr/share/fonts/truetype/noto", "ar Ethiopic fonts-noto-core\n"},
	{"你好", "/usr/share/fonts/truetype/noto", "ar Chinese fonts-noto-cjk\n"},
	{"ᠮᠣᠩ", "/usr/share/fonts/truetype/noto", "ar Mong fonts-noto-core\n"},
	{"Latin", "/nowhere", "ar Latin fonts-noto-core\n"},
};

START_TEST(test_helper_names_the_missing_font)
{
	char copy[400];
	write_fonts("fonts.conf", scripts[_i].fonts);
	snprintf(copy, sizeof copy,
		"{\"paper\":1,\"language\":\"ar\",\"paragraphs\":[{\"style\":\"plain\",\"text\":\"%s\"}]}",
		scripts[_i].text);
	ck_assert_int_eq(run_helper(copy, "FONTCONFIG_FILE=$PWD/fonts.conf"), 3);
	char *said = program_read_file("out", NULL);
	ck_assert_str_eq(said, scripts[_i].says);
	free(said);
}
END_TEST

START_TEST(test_missing_font_is_said)
{
	struct program_result result;
	char variable[PATH_MAX + 40], folder[PATH_MAX];
	write_fonts("fonts.conf", "/nowhere");
	ck_assert_ptr_nonnull(realpath("fonts.conf", folder));
	snprintf(variable, sizeof variable, "FONTCONFIG_FILE=%s", folder);
	const char *const environment[] = {variable, NULL};
	const char *const arguments[] = {"summary", "--format=pdf", "-oPDF", ANSWERS, NULL};
	program_run(
		&(struct program_run){.arguments = arguments, .environment = environment}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.errors,
		"iom-screener: no font on this computer can write the language \"English\" (its script: "
		"Latin); the Debian package fonts-noto-core has one\n");
	struct stat status;
	ck_assert_int_ne(stat("PDF", &status), 0);
	program_result_destroy(&result);
}
END_TEST

/* The program where its helper is not, or is something else. */
static const struct {
	const char *helper; /* a shell's words; NULL: none */
	const char *says;
} helpers[] = {
	{NULL, "which makes PDF, cannot be started: No such file or directory"},
	{"exit 2", "iom-screener: the PDF could not be made"},
	{"kill -9 $$", "iom-screener: the PDF could not be made"},
	{"echo half a PDF; exit 1", "iom-screener: the PDF could not be made"},
	{"exit 3", "iom-screener: no font on this computer has all the letters that this needs"},
};

START_TEST(test_helper_that_fails)
{
	char command[PATH_MAX * 4];
	if (helpers[_i].helper) {
		snprintf(command, sizeof command, "#!/bin/sh\n%s\n", helpers[_i].helper);
		folder_write("iom-screener-paper", command, strlen(command));
		ck_assert_int_eq(chmod("iom-screener-paper", 0700), 0);
	}
	snprintf(command, sizeof command,
		"cp '%s' . && ./iom-screener summary --rules '%s' --format pdf -o PDF '%s' 2>&1; "
		"echo $?; ls PDF 2>/dev/null",
		SCREENER_PROGRAM, SCREENER_RULES_SOURCE, ANSWERS);
	char *said = program_shell(command);
	ck_assert_msg(strstr(said, helpers[_i].says), "%s", said);
	ck_assert_str_eq(strrchr(said, '2'), "2\n");
	free(said);
}
END_TEST

static const struct {
	const char *arguments[4];
	const char *says;
} senseless[] = {
	{{"--format=json", "--edition=client"},
		"iom-screener: --format json has everything in it: an --edition is for text and "
		"pdf\n"},
	{{"--client-language=xx"},
		"iom-screener: there are no texts in the language \"xx\"; there are: "},
	{{"--edition=other"},
		"iom-screener: --edition \"other\" is not known: it is staff, client or "
		"discreet\n"},
};

START_TEST(test_options_that_make_no_sense)
{
	struct program_result result;
	const char *const arguments[] = {
		"summary", ANSWERS, senseless[_i].arguments[0], senseless[_i].arguments[1], NULL};
	program_run(&(struct program_run){.arguments = arguments}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_ptr_eq(strstr(result.errors, senseless[_i].says), result.errors);
	program_result_destroy(&result);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static Suite *faults_suite(void)
{
	Suite *suite = suite_create("paper_faults");
	TCase *tests = tcase_create("paper_faults");
	tcase_add_checked_fixture(tests, folder_begin, folder_end);
	tcase_add_loop_test(tests, test_helper_refuses, 0, COUNT(refused));
	tcase_add_test(tests, test_helper_parts_what_is_longer_than_a_page);
	tcase_add_loop_test(tests, test_helper_chooses_the_size, 0, COUNT(sizes));
	tcase_add_loop_test(tests, test_helper_names_the_missing_font, 0, COUNT(scripts));
	tcase_add_test(tests, test_missing_font_is_said);
	tcase_add_loop_test(tests, test_helper_that_fails, 0, COUNT(helpers));
	tcase_add_loop_test(tests, test_options_that_make_no_sense, 0, COUNT(senseless));
	suite_add_tcase(suite, tests);
	return suite;
}

int main(void)
{
	return suite_run(faults_suite());
}
