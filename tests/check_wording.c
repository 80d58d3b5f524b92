#include "suite.h"
#include "wording.h"

#include "languages.h"

#include "screener/country.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const struct option yes_no[] = {{.id = "yes", .label = "Y"}, {.id = "no", .label = "N"}};
static const struct option needs[] = {{.id = "guidance", .label = "Extra guidance"},
	{.id = "shelter", .label = "Shelter"}, {.id = "reintegration", .label = "A new start"}};

static const struct question questions[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = {.type = QUESTION_COUNTRY},
	[QUESTION_AGE] = {.type = QUESTION_AGE},
	[QUESTION_YES_NO] = {.type = QUESTION_YES_NO, .options = yes_no, .option_count = 2},
	[QUESTION_CHOICE] = {.type = QUESTION_CHOICE, .options = needs, .option_count = 3},
	[QUESTION_CHOICES] = {.type = QUESTION_CHOICES, .options = needs, .option_count = 3},
};

static const struct pack pack = {.id = "made-up"};
static const struct date today = {2026, 11, 23};

/* An answer as files have it, and in words. */
static const struct answer_case {
	enum question_type type;
	const char *entry;
	const char *words;
} answers[] = {
	{QUESTION_COUNTRY, "RO", "Romania"},
	{QUESTION_COUNTRY, "XK", "Kosovo"},
	{QUESTION_COUNTRY, "KR", "South Korea"},
	{QUESTION_AGE, "17", "17 years"},
	{QUESTION_AGE, "1", "1 year"},
	{QUESTION_AGE, "0", "0 years"},
	{QUESTION_AGE, "120", "120 years"},
	{QUESTION_AGE, "<18", "under 18"},
	{QUESTION_AGE, ">=18", "18 or over"},
	{QUESTION_AGE, "16-17", "16 or 17 years"},
	{QUESTION_AGE, "16-18", "16 to 18 years"},
	{QUESTION_AGE, ">=0", "any age"},
	{QUESTION_YES_NO, "yes", "Yes"},
	{QUESTION_YES_NO, "no", "No"},
	{QUESTION_CHOICE, "shelter", "Shelter"},
	{QUESTION_CHOICES, "shelter", "Shelter"},
	{QUESTION_CHOICES, "reintegration+guidance", "Extra guidance, A new start"},
	{QUESTION_CHOICES, "-", "None of these"},
	{QUESTION_CHOICES, "", "Not asked yet"},
	{QUESTION_COUNTRY, "", "Not asked yet"},
	{QUESTION_AGE, "?", "Does not know"},
	{QUESTION_YES_NO, "!", "Prefers not to say"},
	{QUESTION_CHOICE, "~", "Not now"},
};

START_TEST(test_add_answer_in_words)
{
	const struct answer_case *expected = &answers[_i];
	const struct question *question = &questions[expected->type];
	struct answer answer;
	struct text words;
	text_init(&words);
	ck_assert_int_eq(
		answer_parse(question, expected->entry, strlen(expected->entry), today, &answer),
		ANSWER_FINE);
	wording_add_answer(&words, &pack, question, &answer);
	ck_assert_str_eq(words.bytes, expected->words);
	text_destroy(&words);
}
END_TEST

START_TEST(test_add_answer_adds)
{
	struct text words;
	struct answer answer = answer_of_option(0);
	text_init(&words);
	text_add(&words, "Answer: ");
	wording_add_answer(&words, &pack, &questions[QUESTION_CHOICES], &answer);
	ck_assert_str_eq(words.bytes, "Answer: Extra guidance");
	text_destroy(&words);
}
END_TEST

static const struct fault_case {
	enum question_type type;
	const char *entry;
	const char *words;
} faults[] = {
	{QUESTION_COUNTRY, "XX",
		"\"XX\" is no country code: write two capital letters, as in RO for Romania"},
	{QUESTION_COUNTRY, "ro", "\"ro\" is no country code: did you mean RO (Romania)?"},
	{QUESTION_COUNTRY, "Romania", "\"Romania\" is no country code: did you mean RO (Romania)?"},
	{QUESTION_COUNTRY, "Romenia", "\"Romenia\" is no country code: did you mean RO (Romania)?"},
	{QUESTION_COUNTRY, "COTE D'IVOIRE",
		"\"COTE D'IVOIRE\" is no country code: did you mean CI (Côte d'Ivoire)?"},
	{QUESTION_COUNTRY, "qqqqqqqq",
		"\"qqqqqqqq\" is no country code: write two capital letters, as in RO for Romania"},
	{QUESTION_COUNTRY, "+",
		"\"+\" is no country code: write two capital letters, as in RO for Romania"},
	{QUESTION_AGE, "old",
		"\"old\" is no age: write years, as in 17, or a range, as in <18, >=18 or 16-17, or a "
		"date of birth, as in 2008-11-23"},
	{QUESTION_AGE, "121", "\"121\" is above the highest age: write 120 years or fewer"},
	{QUESTION_AGE, "18-16",
		"\"18-16\" has no age in it: write the lower one first, as in 16-17"},
	{QUESTION_AGE, "2008-02-30",
		"\"2008-02-30\" is no day of the calendar: write a date of birth as year, month and "
		"day, as in 2008-11-23"},
	{QUESTION_AGE, "2027-01-01",
		"\"2027-01-01\" has yet to come: write a date of birth that lies before the day of the "
		"screening"},
	{QUESTION_YES_NO, "maybe", "\"maybe\" is neither yes nor no: write yes or no"},
	{QUESTION_CHOICE, "shelte", "\"shelte\" is no option: did you mean shelter?"},
	{QUESTION_CHOICE, "money",
		"\"money\" is no option: write one of guidance, shelter, reintegration"},
	{QUESTION_CHOICES, "guidance+money",
		"\"money\" is no option: write some of guidance, shelter, reintegration, joined with "
		"+, or - for none of them"},
	{QUESTION_CHOICES, "guidence+shelter", "\"guidence\" is no option: did you mean guidance?"},
	{QUESTION_CHOICES, "shelter+guidance+shelter",
		"\"shelter\" is there twice: name each option once"},
	{QUESTION_YES_NO, "a\x1b[2Jb\xFFz", "\"a?[2Jb?z\" is neither yes nor no: write yes or no"},
	{QUESTION_YES_NO, "ééééééééééééééééééééééééééééééééééééééééé",
		"\"éééééééééééééééééééééééééééééééééééééééé...\" is neither yes nor no: write yes or "
		"no"},
};

START_TEST(test_add_fault_says_what_to_do)
{
	const struct fault_case *expected = &faults[_i];
	const struct question *question = &questions[expected->type];
	struct answer answer;
	struct text words;
	text_init(&words);
	enum answer_fault fault =
		answer_parse(question, expected->entry, strlen(expected->entry), today, &answer);
	ck_assert_int_ne(fault, ANSWER_FINE);
	wording_add_fault(&words, question, fault, expected->entry);
	ck_assert_str_eq(words.bytes, expected->words);
	text_destroy(&words);
}
END_TEST

START_TEST(test_outcome_has_words)
{
	static const char *const words[OUTCOME_COUNT] = {
		"Does not apply", "Possible", "May apply", "Still open"};
	ck_assert_str_eq(wording_outcome((enum outcome)_i), words[_i]);
}
END_TEST

START_TEST(test_status_given)
{
	ck_assert_str_eq(wording_status(ANSWER_GIVEN), "Answered");
}
END_TEST

static void start(void)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_TEST_DATA);
}

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

int main(void)
{
	Suite *suite = suite_create("wording");
	TCase *tests = tcase_create("wording");
	tcase_add_checked_fixture(tests, start, NULL);
	tcase_add_loop_test(tests, test_add_answer_in_words, 0, COUNT(answers));
	tcase_add_test(tests, test_add_answer_adds);
	tcase_add_loop_test(tests, test_add_fault_says_what_to_do, 0, COUNT(faults));
	tcase_add_loop_test(tests, test_outcome_has_words, 0, OUTCOME_COUNT);
	tcase_add_test(tests, test_status_given);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
