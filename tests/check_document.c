#include "document.h"
#include "suite.h"

#include "languages.h"
#include "render.h"
#include "wording.h"

#include "screener/country.h"

#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A pack in several scripts, with words longer than a line. */

static const struct option yes_no[] = {{.id = "yes"}, {.id = "no"}};
static const struct option wishes[] = {{.id = "a", .label = "相談と情報の提供、そして帰国の支援"},
	{.id = "b", .label = "مأوى مؤقت"}};

static struct question questions[] = {
	{.id = "origin", .type = QUESTION_COUNTRY, .ask = "Uit welk land komt de cliënt?"},
	{.id = "wish",
		.type = QUESTION_CHOICES,
		.ask = "本人はどのような支援を希望していますか。複数選択できます。",
		.options = wishes,
		.option_count = 2},
	{.id = "fear",
		.type = QUESTION_YES_NO,
		.ask = "هل يخشى العميل الانتقام من أي شخص في بلده أو في هولندا؟",
		.sensitive = true,
		.options = yes_no,
		.option_count = 2},
	{.id = "age", .type = QUESTION_AGE, .ask = "Age?"},
};

enum { QUESTION_COUNT = sizeof questions / sizeof questions[0] };

static struct source sources[] = {{.id = "a-source-with-quite-a-long-identifier-40c",
	.title = "A page",
	.url = "https://example.org/a/very/long/address/that-goes-on-and-on/"
	       "without_any_place_to_break_it_for_quite_a_while.html"}};

static struct service services[] = {
	{.id = "first", .title = "Aansprakelijkheidswaardevaststellingsveranderingen"},
	{.id = "second", .title = "Support"}};

static struct path paths[] = {
	{.id = "one",
		.title = "Arbeidsongeschiktheidsverzekeringsmaatschappijen helpen",
		.offers = "国際移住機関は、自発的な帰国を支援し、出身国での再統合を助けます。",
		.depends_on = "IOM decides.",
		.next = "Call.\nThen wait for an answer, which may take some time.",
		.service = 1,
		.citation = {&sources[0], "P1"}},
	{.id = "two",
		.title = "المساعدة في الحصول على وثائق السفر اللازمة للعودة",
		.offers = "O\u0301rganisa\u0301tion e\u0301crite avec des accents combine\u0301s",
		.service = 0,
		.citation = {&sources[0], NULL}},
	{.id = "three", .title = "Third", .service = 0},
	{.id = "four", .title = "Fourth", .service = 0},
};

static struct notice notices[] = {{.id = "care",
	.text = "Take care: 事前に連絡してください。",
	.citation = {&sources[0], "P9"}}};

static const char *const before_calling[] = {"Pen and paper", "電話番号"};

static struct pack pack = {.id = "made-up",
	.title = "Een heel lange titel voor een regelpakket dat op smal papier moet passen",
	.version = "1",
	.language = "nl",
	.reviewed = {2026, 1, 1},
	.review_by = {2026, 7, 1},
	.contact = {.name = "Org",
		.phone = "088-7464466",
		.website = "www.iom-nederland.nl",
		.before_calling = before_calling,
		.before_calling_count = 2},
	.sources = sources,
	.source_count = 1,
	.services = services,
	.service_count = 2,
	.questions = questions,
	.question_count = QUESTION_COUNT,
	.paths = paths,
	.path_count = 4,
	.notices = notices,
	.notice_count = 1};

static struct answer answers[QUESTION_COUNT];
static const bool parked[QUESTION_COUNT] = {[1] = true};
static const bool matters[QUESTION_COUNT] = {[2] = true};
static const size_t first[] = {0, 1}, third[] = {2};
static struct change changes[] = {
	{.question = 1, .outcome = OUTCOME_POSSIBLE}, {.question = 2, .outcome = OUTCOME_APPLIES}};
static struct summary_path found[] = {
	{.path = 0, .outcome = OUTCOME_APPLIES, .because = first, .because_count = 2},
	{.path = 1, .outcome = OUTCOME_OPEN, .settled_by = third, .settled_by_count = 1},
	{.path = 2,
		.outcome = OUTCOME_NO,
		.because = first,
		.because_count = 1,
		.changes = changes,
		.change_count = 2},
	{.path = 3, .outcome = OUTCOME_NO},
};
static struct summary_notice shown[] = {{.notice = 0, .because = third, .because_count = 1}};

static struct summary summary = {.pack = &pack,
	.answers = answers,
	.parked = parked,
	.matters = matters,
	.paths = found,
	.notices = shown,
	.notice_count = 1,
	.next = 2,
	.left = 1,
	.receipt = {.program_version = "0",
		.date = {2026, 11, 23},
		.time = "23:58",
		.past_review = true,
		.case_code = "APBR-HWG9-FQG0-ST90-B687-8QNP-Y"}};

static struct document document;

static void set_up(void)
{
	unsigned country;
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_TEST_DATA);
	ck_assert(country_find("RO", 2, &country));
	answers[0] = answer_of_country(country);
	answers[1] = answer_of_option(1);
	changes[0].answer = (struct answer){.status = ANSWER_GIVEN, .options = 3};
	changes[1].answer = answer_of_option(0);
	memset(summary.receipt.pack_digest, 'f', 64);
	document_init(&document, &summary);
}

static void tear_down(void)
{
	document_destroy(&document);
}

static size_t width_of(const struct document_line *line)
{
	struct text words;
	text_init(&words);
	text_add_bytes(&words, line->text, line->length);
	size_t width = languages_width(words.bytes);
	text_destroy(&words);
	return width;
}

START_TEST(test_lay_out_keeps_to_the_width)
{
	size_t count, width = (size_t)_i;
	struct document_line *lines = document_lay_out(&document, width, &count);
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_le(lines[i].indent + width_of(&lines[i]), width);
		if (lines[i].label && lines[i].length > 0)
			ck_assert_uint_lt(lines[i].label_indent + languages_width(lines[i].label),
				lines[i].indent);
	}
	free(lines);
}
END_TEST

static void add_without_blanks(struct text *text, const char *words, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (words[i] != ' ' && words[i] != '\n')
			text_add_bytes(text, &words[i], 1);
}

/* Every letter of the document is in the lines, once. */
START_TEST(test_lay_out_loses_nothing)
{
	size_t count;
	struct text wanted, got;
	text_init(&wanted);
	text_init(&got);
	for (size_t i = 0; i < document.count; i++) {
		const struct paragraph *paragraph = &document.paragraphs[i];
		const char *label = paragraph->label ? paragraph->label : "";
		add_without_blanks(&wanted, label, strlen(label));
		add_without_blanks(&wanted, paragraph->text, strlen(paragraph->text));
	}
	struct document_line *lines = document_lay_out(&document, (size_t)_i, &count);
	for (size_t i = 0; i < count; i++) {
		bool item = lines[i].paragraph->style == PARAGRAPH_ITEM;
		if (lines[i].label && !item)
			add_without_blanks(&got, lines[i].label, strlen(lines[i].label));
		add_without_blanks(&got, lines[i].text, lines[i].length);
	}
	ck_assert(strcmp(got.bytes, wanted.bytes) == 0);
	free(lines);
	text_destroy(&wanted);
	text_destroy(&got);
}
END_TEST

/* Returns the first line of the paragraph with this label. */
static struct document_line find_label(const char *label, size_t width)
{
	size_t count;
	struct document_line *lines = document_lay_out(&document, width, &count);
	struct document_line line = {.paragraph = NULL};
	for (size_t i = 0; i < count && !line.paragraph; i++) {
		const char *own = lines[i].paragraph->label;
		if (own && strcmp(own, label) == 0)
			line = lines[i];
	}
	free(lines);
	ck_assert_ptr_nonnull(line.paragraph);
	return line;
}

START_TEST(test_lay_out_label_stands_beside_on_wide_paper)
{
	struct document_line line = find_label("Because", 60);
	ck_assert_str_eq(line.label, "Because");
	ck_assert(!line.is_label);
	ck_assert_uint_gt(line.length, 0);
}
END_TEST

START_TEST(test_lay_out_label_stands_above_on_narrow_paper)
{
	struct document_line line = find_label("Because", 59);
	ck_assert_ptr_null(line.label);
	ck_assert(line.is_label);
	ck_assert_uint_eq(line.length, strlen("Because"));
}
END_TEST

START_TEST(test_lay_out_label_too_long_stands_above)
{
	struct document_line line = find_label(sources[0].id, 100);
	ck_assert(line.is_label);
}
END_TEST

static bool says(const char *text)
{
	for (size_t i = 0; i < document.count; i++)
		if (strcmp(document.paragraphs[i].text, text) == 0)
			return true;
	return false;
}

/* What a document of this summary must say, each a paragraph of its own. */
static const char *const sayings[] = {
	"Screening on 2026-11-23 at 23:58",
	"Not finished: 1 question has not been asked yet.",
	"Out of date: these rules should have been reviewed by 2026-07-01. Check with the organisation "
	"before you rely on them.",
	"1 point below, to read before anything is done",
	"Uit welk land komt de cliënt? – Romania",
	"本人はどのような支援を希望していますか。複数選択できます。 – مأوى مؤقت (not used)",
	"本人はどのような支援を希望していますか。複数選択できます。 – "
	"相談と情報の提供、そして帰国の支援, مأوى مؤقت (then possible)",
	"هل يخشى العميل الانتقام من أي شخص في بلده أو في هولندا؟ – Yes",
	"هل يخشى العميل الانتقام من أي شخص في بلده أو في هولندا؟ – Not asked yet",
	"Age? – Not needed",
	"Holds for everybody.",
	"a-source-with-quite-a-long-identifier-40c P1",
	"a-source-with-quite-a-long-identifier-40c",
	"088-7464466 (as given in the source)",
	"Rules: made-up, version 1, reviewed on 2026-01-01",
	"Made on 2026-11-23 at 23:58",
};

START_TEST(test_init_says)
{
	ck_assert_msg(says(sayings[_i]), "not said: %s", sayings[_i]);
}
END_TEST

/* What does not apply is not offered, and its next step is not advised. */
START_TEST(test_init_is_silent_on_what_does_not_apply)
{
	document_destroy(&document);
	found[0].outcome = OUTCOME_NO;
	document_init(&document, &summary);
	ck_assert(!says(paths[0].offers));
	ck_assert(!says(paths[0].depends_on));
	ck_assert(!says(paths[0].next));
	ck_assert(says(paths[0].title));
	ck_assert(says("Nothing yet"));
	found[0].outcome = OUTCOME_APPLIES;
}
END_TEST

START_TEST(test_init_contact_checked)
{
	document_destroy(&document);
	pack.contact.checked = "2026-11-01";
	document_init(&document, &summary);
	ck_assert(says("www.iom-nederland.nl (checked on 2026-11-01)"));
	pack.contact.checked = NULL;
}
END_TEST

START_TEST(test_init_settled)
{
	document_destroy(&document);
	summary.next = PACK_NO_QUESTION;
	summary.receipt.past_review = false;
	document_init(&document, &summary);
	for (size_t i = 0; i < document.count; i++)
		ck_assert_int_ne(document.paragraphs[i].style, PARAGRAPH_WARNING);
	summary.next = 2;
	summary.receipt.past_review = true;
}
END_TEST

START_TEST(test_init_not_exact)
{
	ck_assert(!says(wording_not_exact()));
	document_destroy(&document);
	summary.not_exact = true;
	document_init(&document, &summary);
	ck_assert(says(wording_not_exact()));
	summary.not_exact = false;
}
END_TEST

/* The service without a path under an outcome is not named there. */
START_TEST(test_init_groups_by_outcome_and_service)
{
	static const char *const order[] = {"May apply", "Support", "Still open",
		"Aansprakelijkheidswaardevaststellingsveranderingen", "Does not apply",
		"Aansprakelijkheidswaardevaststellingsveranderingen", "Please note"};
	size_t next = 0;
	for (size_t i = 0; i < document.count; i++) {
		const struct paragraph *paragraph = &document.paragraphs[i];
		if (paragraph->style != PARAGRAPH_SERVICE && paragraph->style != PARAGRAPH_HEADING)
			continue;
		if (strcmp(paragraph->text, "At a glance") == 0)
			continue;
		if (next < sizeof order / sizeof order[0])
			ck_assert_str_eq(paragraph->text, order[next++]);
	}
	ck_assert_uint_eq(next, sizeof order / sizeof order[0]);
}
END_TEST

/* A text file's lines, underlines included, keep to the width too. */
START_TEST(test_render_text_keeps_to_the_width)
{
	struct text text;
	text_init(&text);
	render_text(&document, (size_t)_i, &text);
	for (char *line = strtok(text.bytes, "\n"); line; line = strtok(NULL, "\n"))
		ck_assert_uint_le(languages_width(line), (size_t)_i);
	text_destroy(&text);
}
END_TEST

START_TEST(test_render_json_is_json)
{
	struct text text;
	text_init(&text);
	render_json(&summary, NULL, &text);
	ck_assert_int_eq(text.bytes[text.length - 1], '\n');
	json_t *made = json_loads(text.bytes, JSON_REJECT_DUPLICATES, NULL);
	ck_assert_ptr_nonnull(made);
	const char *answer = NULL;
	ck_assert_int_eq(json_unpack(made, "{s{s:s}}", "answers", "wish", &answer), 0);
	ck_assert_str_eq(answer, "b");
	json_decref(made);
	text_destroy(&text);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static TCase *all_tests(void)
{
	TCase *tests = tcase_create("document");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, test_lay_out_keeps_to_the_width, 20, 201);
	tcase_add_loop_test(tests, test_lay_out_loses_nothing, 20, 120);
	tcase_add_test(tests, test_lay_out_label_stands_beside_on_wide_paper);
	tcase_add_test(tests, test_lay_out_label_stands_above_on_narrow_paper);
	tcase_add_test(tests, test_lay_out_label_too_long_stands_above);
	tcase_add_loop_test(tests, test_init_says, 0, COUNT(sayings));
	tcase_add_test(tests, test_init_is_silent_on_what_does_not_apply);
	tcase_add_test(tests, test_init_contact_checked);
	tcase_add_test(tests, test_init_settled);
	tcase_add_test(tests, test_init_not_exact);
	tcase_add_test(tests, test_init_groups_by_outcome_and_service);
	tcase_add_loop_test(tests, test_render_text_keeps_to_the_width, 20, 201);
	tcase_add_test(tests, test_render_json_is_json);
	return tests;
}

int main(void)
{
	Suite *suite = suite_create("document");
	suite_add_tcase(suite, all_tests());
	return suite_run(suite);
}
