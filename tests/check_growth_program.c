/* The program on rules that are too large to prove: it still asks, it is right, and it says so. */
#include "folder.h"
#include "program.h"
#include "suite.h"
#include "wizard.h"

#include "screener/text.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* So many pairs of questions, the worst order for their diagram: 2 to this power of cases. */
enum { PAIRS = 20, MEMORY_LIMIT = 500 * 1000 /* KB, of which the sanitizers take most */ };

#define SAID "These rules are too large to prove: a question may change nothing."

static void write_file(const char *name, struct text *text)
{
	folder_write(name, text->bytes, text->length);
	text_clear(text);
}

static void write_questions(struct text *text)
{
	text_add(text, "questions:\n");
	for (int i = 0; i < PAIRS * 2; i++)
		text_format(text,
			"  - {id: q%d, type: yes-no, ask: Number %d?, why: It counts, source: page}\n",
			i, i);
}

/* Whether one pair has the same answer; and a path that is small. */
static void write_paths(struct text *text)
{
	text_add(text, "paths:\n  - id: large\n    service: support\n    title: Large\n"
		       "    offers: Something.\n    source: page\n    applies:\n      any:\n");
	for (int i = 0; i < PAIRS; i++)
		text_format(text, "        - {q%d: yes, q%d: yes}\n        - {q%d: no, q%d: no}\n",
			i, PAIRS + i, i, PAIRS + i);
	text_add(text, "  - id: small\n    service: support\n    title: Small\n"
		       "    offers: Something.\n    source: page\n    applies: {q0: yes}\n");
}

static void set_up(void)
{
	struct text text;
	text_init(&text);
	folder_begin();
	text_add(&text, "id: large\nformat: 1\ntitle: Large rules\nversion: \"1\"\nlanguage: en\n"
			"reviewed: 2026-01-01\nreview-by: 2099-01-01\ncontact: {name: Nobody}\n"
			"sources: [{id: page, title: Page}]\n"
			"services: [{id: support, title: Support}]\n");
	write_file("pack.yaml", &text);
	write_questions(&text);
	write_file("questions.yaml", &text);
	write_paths(&text);
	write_file("paths.yaml", &text);
	text_destroy(&text);
}

static void tear_down(void)
{
	folder_end();
}

static void run(const char *const *arguments, const char *input, struct program_result *result)
{
	struct program_run run = {.arguments = arguments, .input = input};
	program_run(&run, result);
	ck_assert_int_eq(result->status, 0);
}

static size_t count(const char *text, const char *part)
{
	size_t found = 0;
	for (; (text = strstr(text, part)); text++)
		found++;
	return found;
}

/* No pair alike: it has to ask for all, and knows that the path does not apply. */
START_TEST(test_plain_asks_until_all_is_told)
{
	static const char *const arguments[] = {"--plain", "--rules", ".", NULL};
	struct program_result result;
	struct text input;
	text_init(&input);
	for (int i = 0; i < PAIRS * 2; i++)
		text_add(&input, i < PAIRS ? "yes\n" : "no\n");
	run(arguments, input.bytes, &result);
	ck_assert_uint_eq(count(result.errors, SAID), 1);
	ck_assert_uint_eq(count(result.output, SAID), 1);
	ck_assert_ptr_null(strstr(result.output, "Still open"));
	ck_assert_ptr_nonnull(strstr(result.output, "Does not apply"));
	ck_assert_int_lt(result.peak, MEMORY_LIMIT);
	program_result_destroy(&result);
	text_destroy(&input);
}
END_TEST

/* Two pairs are not known: the path may apply or not, and just these four questions settle it. */
START_TEST(test_summary_of_an_open_path)
{
	static const char *const arguments[] = {
		"summary", "--rules", ".", "--format", "json", "-", NULL};
	static const char *const open[] = {"q18", "q19", "q38", "q39"};
	struct program_result result;
	struct text input;
	text_init(&input);
	for (int i = 0; i < PAIRS - 2; i++)
		text_format(&input, "q%d: yes\nq%d: no\n", i, PAIRS + i);
	run(arguments, input.bytes, &result);
	json_t *summary = json_loads(result.output, 0, NULL);
	json_t *large = json_array_get(json_object_get(summary, "paths"), 0);
	ck_assert_str_eq(json_string_value(json_object_get(large, "outcome")), "open");
	json_t *settled_by = json_object_get(large, "settled-by");
	ck_assert_uint_eq(json_array_size(settled_by), 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_str_eq(json_string_value(json_array_get(settled_by, i)), open[i]);
	json_decref(summary);
	program_result_destroy(&result);
	text_destroy(&input);
}
END_TEST

START_TEST(test_wizard_says_it_at_the_first_question)
{
	static const char *const arguments[] = {"--rules", ".", NULL};
	struct terminal_options options = {.arguments = arguments};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "Enter Start");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Number 0?");
	wizard_check_shows(terminal, SAID);
	wizard_keys(terminal, "1");
	wizard_keys(terminal, "<Enter>");
	wizard_check_shows(terminal, "Number 1?");
	wizard_check_lacks(terminal, SAID);
	wizard_stop(terminal);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("growth, the program");
	TCase *cases = tcase_create("program");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_plain_asks_until_all_is_told);
	tcase_add_test(cases, test_summary_of_an_open_path);
	tcase_add_test(cases, test_wizard_says_it_at_the_first_question);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
