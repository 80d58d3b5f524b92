/* The documents of one path and of one notice: what they say, in which order, where they lead. */
#include "document.h"
#include "suite.h"

#include "languages.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const struct option yes_no[] = {{.id = "yes"}, {.id = "no"}};
static struct question questions[] = {
	{.id = "wish",
		.type = QUESTION_YES_NO,
		.ask = "Does the client wish to go?",
		.options = yes_no,
		.option_count = 2},
	{.id = "age", .type = QUESTION_AGE, .ask = "How old is the client?"},
};
static struct source sources[] = {{.id = "page", .title = "A page"}};
static struct service services[] = {{.id = "support", .title = "Support"}};
static struct path paths[] = {{.id = "journey",
	.title = "Help with the journey",
	.offers = "A ticket.",
	.depends_on = "IOM decides.",
	.next = "Call.",
	.citation = {&sources[0], "P2"}}};
static struct notice notices[] = {
	{.id = "x", .text = "Not this one."},
	{.id = "care", .text = "Take care.", .citation = {&sources[0], "P3"}},
};
static struct pack pack = {.id = "made-up",
	.services = services,
	.service_count = 1,
	.questions = questions,
	.question_count = 2,
	.paths = paths,
	.path_count = 1,
	.notices = notices,
	.notice_count = 2};

static const size_t wish[] = {0}, both[] = {0, 1};
static struct answer answers[2];
static struct change changes[1] = {{.question = 0, .outcome = OUTCOME_POSSIBLE}};
static struct summary_path found[1];
static struct summary_notice shown[] = {{.notice = 1, .because = wish, .because_count = 1}};
static struct summary summary = {
	.pack = &pack, .answers = answers, .paths = found, .notices = shown, .notice_count = 1};

static void set_up(void)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_TEST_DATA);
	answers[0] = answer_of_option(1);
	changes[0].answer = answer_of_option(0);
}

/* The labels and words of a document, a paragraph a line; a link with the number of its question.
 */
static void write_document(struct text *text, const struct document *document)
{
	for (size_t i = 0; i < document->count; i++) {
		const struct paragraph *paragraph = &document->paragraphs[i];
		if (paragraph->is_link)
			text_format(text, "[%zu] ", paragraph->question);
		text_format(text, "%s%s%s\n", paragraph->label ? paragraph->label : "",
			paragraph->label ? ": " : "", paragraph->text);
	}
}

static void check_path(struct summary_path path, const char *expected)
{
	struct document document;
	struct text text;
	text_init(&text);
	found[0] = path;
	document_init_path(&document, &summary, 0);
	write_document(&text, &document);
	ck_assert_str_eq(text.bytes, expected);
	text_destroy(&text);
	document_destroy(&document);
}

START_TEST(test_path_applies)
{
	check_path(
		(struct summary_path){
			.outcome = OUTCOME_APPLIES, .because = wish, .because_count = 1},
		"Help with the journey\n"
		"+ May apply\n"
		"What it is: A ticket.\n"
		"Because: Does the client wish to go? – No\n"
		"Depends on: IOM decides.\n"
		"Next step: Call.\n"
		"Part of: Support\n"
		"Source: page P2\n");
}
END_TEST

START_TEST(test_path_possible)
{
	check_path(
		(struct summary_path){
			.outcome = OUTCOME_POSSIBLE, .changes = changes, .change_count = 1},
		"Help with the journey\n"
		"~ Possible\n"
		"What it is: A ticket.\n"
		"Because: Holds for everybody.\n"
		"Depends on: IOM decides.\n"
		"Next step: Call.\n"
		"Would change it: Does the client wish to go? – Yes (then possible)\n"
		"Only what a person can decide or change is named here, and only the client "
		"decides. The answers must be true.\n"
		"Part of: Support\n"
		"Source: page P2\n");
}
END_TEST

/* What settles it comes first; what to do does not come before that is known. */
START_TEST(test_path_open)
{
	check_path(
		(struct summary_path){
			.outcome = OUTCOME_OPEN, .settled_by = both, .settled_by_count = 2},
		"Help with the journey\n"
		"? Still open\n"
		"[0] Settled by: Does the client wish to go?\n"
		"[1] How old is the client?\n"
		"What it is: A ticket.\n"
		"Depends on: IOM decides.\n"
		"Part of: Support\n"
		"Source: page P2\n");
}
END_TEST

/* Without anything that would change it, nobody is told of changes. */
START_TEST(test_path_no)
{
	check_path(
		(struct summary_path){.outcome = OUTCOME_NO, .because = wish, .because_count = 1},
		"Help with the journey\n"
		"- Does not apply\n"
		"What it is: A ticket.\n"
		"Because: Does the client wish to go? – No\n"
		"Part of: Support\n"
		"Source: page P2\n");
}
END_TEST

START_TEST(test_notice)
{
	struct document document;
	struct text text;
	text_init(&text);
	document_init_notice(&document, &summary, 0);
	write_document(&text, &document);
	ck_assert_str_eq(text.bytes, "Please note\n"
				     "Take care.\n"
				     "Because: Does the client wish to go? – No\n"
				     "Source: page P3\n");
	text_destroy(&text);
	document_destroy(&document);
}
END_TEST

/* Room for mark and number is left before every line of a link, and within the width. */
START_TEST(test_lay_out_link)
{
	size_t count, width = (size_t)_i, links = 0;
	struct document document;
	found[0] = (struct summary_path){
		.outcome = OUTCOME_OPEN, .settled_by = both, .settled_by_count = 2};
	document_init_path(&document, &summary, 0);
	struct document_line *lines = document_lay_out(&document, width, &count);
	for (size_t i = 0; i < count; i++) {
		const struct document_line *line = &lines[i];
		if (!line->paragraph->is_link || line->is_label)
			continue;
		size_t end = line->label ? line->label_indent + strlen(line->label) : 0;
		ck_assert_uint_ge(line->indent, end + DOCUMENT_LINK_COLUMNS);
		ck_assert_uint_le(line->indent + line->length, width);
		links += line->text == line->paragraph->text;
	}
	ck_assert_uint_eq(links, 2);
	free(lines);
	document_destroy(&document);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("document_path");
	TCase *tests = tcase_create("document_path");
	tcase_add_checked_fixture(tests, set_up, NULL);
	tcase_add_test(tests, test_path_applies);
	tcase_add_test(tests, test_path_possible);
	tcase_add_test(tests, test_path_open);
	tcase_add_test(tests, test_path_no);
	tcase_add_test(tests, test_notice);
	tcase_add_loop_test(tests, test_lay_out_link, 20, 110);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
