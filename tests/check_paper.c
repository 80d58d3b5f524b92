/* PDF: what is on the paper, in every language, and what is said where it cannot be made. What the
 * program writes is read again by poppler's tools. */
#include "catalogue_list.h"
#include "document.h"
#include "folder.h"
#include "languages.h"
#include "letters.h"
#include "program.h"
#include "reader.h"
#include "suite.h"

#include "screener/interview.h"
#include "screener/memory.h"

#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DAY "2026-11-23"

static struct pack *pack;
static struct logic *logic;
static struct interview *interview;

static const struct moment moment = {.date = {2026, 11, 23}};

static void set_up(void)
{
	struct fault_list faults;
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_CATALOGUES);
	fault_list_init(&faults);
	pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(pack);
	logic = logic_new(pack);
	interview = interview_new(pack, logic);
	fault_list_destroy(&faults);
	folder_begin();
}

static void tear_down(void)
{
	folder_end();
	interview_free(interview);
	logic_free(logic);
	pack_free(pack);
}

static const char *answers_path(const char *name)
{
	static char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/summaries/%s.yaml", SCREENER_TEST_DATA, name);
	return path;
}

/* An edition for a client of tests/data/summaries. */
struct edition_of {
	const char *name;
	const char *client;
	enum edition edition;
};

static const struct edition_of editions[] = {
	{"staff", "romania-shelter", EDITION_STAFF},
	{"client", "ukraine-unfinished", EDITION_CLIENT},
	{"discreet", "romania-shelter", EDITION_DISCREET},
};

/* Writes one in a file "PDF". */
static void write_pdf(const struct edition_of *of, const char *language)
{
	struct program_result result;
	const char *const arguments[] = {"summary", "--format=pdf", "--date", DAY, "-oPDF",
		"--edition", of->name, "--client-language", language, answers_path(of->client),
		NULL};
	program_run(&(struct program_run){.arguments = arguments}, &result);
	ck_assert_msg(result.status == 0, "%s: %s", language, result.errors);
	ck_assert_str_eq(result.output, "");
	program_result_destroy(&result);
}

/* What a command writes. Returns owned. */
static char *run_shell(const char *command)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *pipe = popen(command, "r"), *copy = open_memstream(&bytes, &size);
	ck_assert(pipe && copy);
	for (int byte; (byte = fgetc(pipe)) != EOF;)
		fputc(byte, copy);
	fclose(copy);
	pclose(pipe);
	return bytes;
}

/* The document that the paper is to hold. */
static void make_document(
	struct document *document, const struct edition_of *of, const char *language)
{
	struct summary summary;
	struct fault_list faults;
	struct answer *answers = memory_new(pack->question_count, sizeof *answers);
	fault_list_init(&faults);
	ck_assert(
		reader_read_answers(pack, answers_path(of->client), moment.date, answers, &faults));
	interview_load(interview, answers);
	summary_init(&summary, interview, &moment);
	document_init_edition(document, &summary, of->edition, language);
	summary_destroy(&summary);
	fault_list_destroy(&faults);
	free(answers);
}

static void expect_document(struct letters *letters, const struct document *document, int pages)
{
	for (size_t i = 0; i < document->count; i++) {
		const struct paragraph *paragraph = &document->paragraphs[i];
		letters_add(letters, paragraph->text);
		/* A source stands behind what it is the source of, once. */
		if (paragraph->is_source)
			continue;
		letters_add(letters, paragraph->label);
		letters_add(letters, paragraph->second_label);
		letters_add(letters, paragraph->second);
	}
	for (int i = 0; pages > 1 && i < pages; i++)
		letters_add(letters, document->paragraphs[0].text);
}

static int count_pages(const char *text)
{
	int count = 0;
	for (; *text; text++)
		count += *text == '\f';
	return count;
}

/* Every letter of the document is on the paper, and no other: their order, which readers of PDF
 * guess, is left out. */
static void check_letters(const struct edition_of *of, const char *language)
{
	struct document document;
	struct letters wanted = {0}, found = {0};
	char *text = run_shell("pdftotext -enc UTF-8 PDF -");
	make_document(&document, of, language);
	expect_document(&wanted, &document, count_pages(text));
	letters_add(&found, text);
	ck_assert_ptr_null(strstr(text, "\xef\xbf\xbd"));
	unsigned long differs = letters_compare(&wanted, &found);
	ck_assert_msg(differs == 0, "%s, %s: not the same number of U+%04lX", language, of->name,
		differs);
	letters_destroy(&wanted);
	letters_destroy(&found);
	document_destroy(&document);
	free(text);
}

/* All fonts are in the file: no line of the list has a "no" under "emb". */
static void check_fonts(const char *language)
{
	char *missing = run_shell("pdffonts PDF | sed 1,2d | awk '{ print $(NF - 4) }' | sort -u");
	ck_assert_msg(strcmp(missing, "yes\n") == 0, "%s: %s", language, missing);
	free(missing);
}

/* The languages' tags as they stand in the file: "pt_BR" is "pt-BR" there. */
static void check_tag(const char *bytes, size_t length, const char *language, const char *before)
{
	char tag[100];
	snprintf(tag, sizeof tag, "%s/Lang (%s)\n", before, language);
	for (char *byte = tag; *byte; byte++)
		*byte = *byte == '_' ? '-' : *byte;
	ck_assert_msg(memmem(bytes, length, tag, strlen(tag)), "no %s", tag);
}

static void check_tags(const struct edition_of *of, const char *language)
{
	size_t length;
	char *bytes = program_read_file("PDF", &length);
	bool both = of->edition == EDITION_STAFF && strcmp(language, "en") != 0;
	check_tag(bytes, length, of->edition == EDITION_STAFF ? "en" : language, "");
	if (both)
		check_tag(bytes, length, language, "");
	ck_assert_int_eq(memmem(bytes, length, "/S /Div", 7) != NULL, both);
	ck_assert_ptr_nonnull(memmem(bytes, length, "/Marked true", 12));
	/* It says nothing of who made it, and when. */
	ck_assert_ptr_null(memmem(bytes, length, "/Author", 7));
	ck_assert_ptr_null(memmem(bytes, length, "Date", 4));
	free(bytes);
}

START_TEST(test_every_edition_in_every_language)
{
	struct catalogue_list catalogues;
	catalogue_list_init(&catalogues);
	for (size_t i = 0; i < catalogues.count; i++) {
		const char *language = catalogues.languages[i];
		write_pdf(&editions[_i], language);
		check_letters(&editions[_i], language);
		check_tags(&editions[_i], language);
		if (_i == 0)
			check_fonts(language);
	}
	catalogue_list_destroy(&catalogues);
}
END_TEST

START_TEST(test_discreet_is_one_neutral_page)
{
	write_pdf(&editions[2], "en");
	char *said =
		run_shell("pdfinfo PDF | grep -E '^(Title|Pages|Page size|Tagged)' | tr -s ' '");
	ck_assert_str_eq(said, "Title: A number to call\nTagged: yes\nPages: 1\n"
			       "Page size: 595.276 x 841.89 pts (A4)\n");
	free(said);
}
END_TEST

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
	char *text = run_shell("pdftotext out -");
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
	const char *const arguments[] = {
		"summary", "--format=pdf", "-oPDF", answers_path("romania-shelter"), NULL};
	program_run(
		&(struct program_run){.arguments = arguments, .environment = environment}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.errors,
		"iom-screener: no font on this computer can write the language \"en\" (its script: "
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
		SCREENER_PROGRAM, SCREENER_RULES_SOURCE, answers_path("romania-shelter"));
	char *said = run_shell(command);
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
		"iom-screener: there is no translation for --client-language \"xx\"\n"},
	{{"--edition=other"},
		"iom-screener: --edition \"other\" is not known: it is staff, client or "
		"discreet\n"},
};

START_TEST(test_options_that_make_no_sense)
{
	struct program_result result;
	const char *const arguments[] = {"summary", answers_path("romania-shelter"),
		senseless[_i].arguments[0], senseless[_i].arguments[1], NULL};
	program_run(&(struct program_run){.arguments = arguments}, &result);
	ck_assert_int_eq(result.status, 2);
	ck_assert_str_eq(result.output, "");
	ck_assert_str_eq(result.errors, senseless[_i].says);
	program_result_destroy(&result);
}
END_TEST

/* The wizard's start would be slower by it. */
START_TEST(test_program_loads_neither_pango_nor_cairo)
{
	char *needed = run_shell("readelf -d '" SCREENER_PROGRAM "' | grep NEEDED");
	ck_assert_ptr_nonnull(strstr(needed, "libc.so"));
	ck_assert_ptr_null(strstr(needed, "pango"));
	ck_assert_ptr_null(strstr(needed, "cairo"));
	ck_assert_ptr_null(strstr(needed, "glib"));
	free(needed);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static Suite *paper_suite(void)
{
	Suite *suite = suite_create("paper");
	TCase *tests = tcase_create("paper");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, test_every_edition_in_every_language, 0, COUNT(editions));
	tcase_add_test(tests, test_discreet_is_one_neutral_page);
	tcase_add_loop_test(tests, test_helper_refuses, 0, COUNT(refused));
	tcase_add_test(tests, test_helper_parts_what_is_longer_than_a_page);
	tcase_add_loop_test(tests, test_helper_names_the_missing_font, 0, COUNT(scripts));
	tcase_add_test(tests, test_missing_font_is_said);
	tcase_add_loop_test(tests, test_helper_that_fails, 0, COUNT(helpers));
	tcase_add_loop_test(tests, test_options_that_make_no_sense, 0, COUNT(senseless));
	tcase_add_test(tests, test_program_loads_neither_pango_nor_cairo);
	suite_add_tcase(suite, tests);
	return suite;
}

int main(void)
{
	return suite_run(paper_suite());
}
