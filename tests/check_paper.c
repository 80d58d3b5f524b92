/* PDF: what is on the paper, in every language, read again by poppler's tools. */
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
	char *text = program_shell("pdftotext -enc UTF-8 PDF -");
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
	char *missing =
		program_shell("pdffonts PDF | sed 1,2d | awk '{ print $(NF - 4) }' | sort -u");
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
	char *said = program_shell(
		"pdfinfo PDF | grep -E '^(Title|Pages|Page size|Tagged)' | tr -s ' '");
	ck_assert_str_eq(said, "Title: A number to call\nTagged: yes\nPages: 1\n"
			       "Page size: 595.276 x 841.89 pts (A4)\n");
	free(said);
}
END_TEST

/* The wizard's start would be slower by it. */
START_TEST(test_program_loads_neither_pango_nor_cairo)
{
	char *needed = program_shell("readelf -d '" SCREENER_PROGRAM "' | grep NEEDED");
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
	tcase_add_test(tests, test_program_loads_neither_pango_nor_cairo);
	suite_add_tcase(suite, tests);
	return suite;
}

int main(void)
{
	return suite_run(paper_suite());
}
