/* What is said of a case code that was typed. */
#include "drafting.h"
#include "languages.h"
#include "resumption.h"
#include "suite.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct case_code code;
static const struct date then = {2026, 11, 2}, today = {2026, 11, 23};

static void set_up(void)
{
	drafting_begin();
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_TEST_DATA);
	case_code_init(&code, drafting.pack);
	code.date = then;
}

static void tear_down(void)
{
	case_code_destroy(&code);
	drafting_end();
}

static const struct {
	enum case_code_fault fault;
	size_t group;
	const char *excerpt;
	const char *expected; /* a part of it */
} faults[] = {
	{CASE_CODE_EMPTY, 0, "", "Type the case code that is printed"},
	{CASE_CODE_CHARACTER, 3, "U", "Group 3: no case code has a U. It may be a V."},
	{CASE_CODE_CHARACTER, 3, "u", "Group 3: no case code has a U. It may be a V."},
	{CASE_CODE_CHARACTER, 4, "\303\251", "Group 4: no case code has the character \303\251."},
	{CASE_CODE_SHORT, 0, "", "not the whole case code"},
	{CASE_CODE_GROUP, 2, "4S6", "Group 2, 4S6, has not got four characters."},
	{CASE_CODE_CHECK, 0, "", "Compare each group"},
	{CASE_CODE_CHECK, 5, "4S67", "most likely in group 5, 4S67."},
	{CASE_CODE_NEWER, 0, "", "newer version"},
	{CASE_CODE_OTHER_PACK, 0, "", "of other rules"},
	{CASE_CODE_OTHER_QUESTIONS, 0, "", "The questions have changed"},
};

START_TEST(test_add_fault)
{
	struct text words;
	text_init(&words);
	code.group = faults[_i].group;
	strcpy(code.excerpt, faults[_i].excerpt);
	resumption_add_fault(&words, &code, faults[_i].fault);
	ck_assert_ptr_nonnull(strstr(words.bytes, faults[_i].expected));
	text_destroy(&words);
}
END_TEST

/* All paragraphs, a line each. */
static void add_report(struct text *words, struct date day)
{
	struct document document;
	resumption_init(&document, &code, day);
	for (size_t i = 0; i < document.count; i++)
		text_format(words, "%s\n", document.paragraphs[i].text);
	document_destroy(&document);
}

static void check_report(struct date day, const char *expected)
{
	struct text words;
	text_init(&words);
	add_report(&words, day);
	ck_assert_str_eq(words.bytes, expected);
	text_destroy(&words);
}

START_TEST(test_report_same_day)
{
	code.answers[1] = answer_of_years(17, 17);
	check_report(then, "Screening of 2026-11-02\n1 answer comes back.\n");
}
END_TEST

START_TEST(test_report_older)
{
	code.answers[0] = answer_of_status(ANSWER_NOT_SAID);
	code.answers[1] = answer_of_years(17, 17);
	check_report(today,
		"Screening of 2026-11-02\n2 answers come back.\nThe age is as it was on that day: "
		"a birthday may have passed since.\nThe summary will have the date of "
		"2026-11-23.\n");
}
END_TEST

START_TEST(test_report_older_without_age)
{
	code.answers[1] = answer_of_status(ANSWER_NOT_KNOWN);
	check_report(today, "Screening of 2026-11-02\n1 answer comes back.\nThe summary will have "
			    "the date of 2026-11-23.\n");
}
END_TEST

START_TEST(test_report_of_a_day_to_come)
{
	code.date = (struct date){2027, 1, 1};
	check_report(today,
		"Screening of 2027-01-01\n0 answers come back.\nThat day is still to come. Check "
		"the date of this machine.\nThe summary will have the date of 2026-11-23.\n");
}
END_TEST

START_TEST(test_report_changed_rules)
{
	code.rules = CASE_CODE_CHANGED_RULES;
	check_report(then, "Screening of 2026-11-02\n0 answers come back.\nThe rules have changed "
			   "since, but not the questions: every answer comes back. The outcome may "
			   "be another one.\n");
}
END_TEST

START_TEST(test_report_grown_rules)
{
	code.rules = CASE_CODE_GROWN_RULES;
	code.left_out[4] = true;
	check_report(then,
		"Screening of 2026-11-02\n0 answers come back.\nThe rules have changed since, and "
		"there is more to ask. The outcome may be another one.\nNot answered any more, "
		"because there are other answers to choose from now\nDoes the client wish to "
		"return to the country of origin?\n");
}
END_TEST

static Suite *resumption_suite(void)
{
	Suite *suite = suite_create("resumption");
	TCase *cases = tcase_create("resumption");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_loop_test(cases, test_add_fault, 0, sizeof faults / sizeof faults[0]);
	tcase_add_test(cases, test_report_same_day);
	tcase_add_test(cases, test_report_older);
	tcase_add_test(cases, test_report_older_without_age);
	tcase_add_test(cases, test_report_of_a_day_to_come);
	tcase_add_test(cases, test_report_changed_rules);
	tcase_add_test(cases, test_report_grown_rules);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(resumption_suite());
}
