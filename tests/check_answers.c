#include "suite.h"

#include "screener/answers.h"

#include <check.h>
#include <string.h>

static const struct option yes_no[] = {{.id = "yes"}, {.id = "no"}};
static const struct option needs[] = {
	{.id = "guidance"}, {.id = "shelter"}, {.id = "reintegration"}};

static const struct question questions[QUESTION_TYPE_COUNT] = {
	[QUESTION_COUNTRY] = {.type = QUESTION_COUNTRY},
	[QUESTION_AGE] = {.type = QUESTION_AGE},
	[QUESTION_YES_NO] = {.type = QUESTION_YES_NO, .options = yes_no, .option_count = 2},
	[QUESTION_CHOICE] = {.type = QUESTION_CHOICE, .options = needs, .option_count = 3},
	[QUESTION_CHOICES] = {.type = QUESTION_CHOICES, .options = needs, .option_count = 3},
};

static const struct date today = {2026, 11, 23};

/* An entry, and how it is written back: the same where `written` is NULL. */
static const struct good_entry {
	enum question_type type;
	const char *entry;
	const char *written;
} good[] = {
	{QUESTION_COUNTRY, "RO", NULL},
	{QUESTION_COUNTRY, "NO", NULL},
	{QUESTION_COUNTRY, "XK", NULL},
	{QUESTION_COUNTRY, "AD", NULL},
	{QUESTION_COUNTRY, "ZW", NULL},
	{QUESTION_COUNTRY, "?", NULL},
	{QUESTION_COUNTRY, "!", NULL},
	{QUESTION_COUNTRY, "~", NULL},
	{QUESTION_COUNTRY, "", NULL},
	{QUESTION_AGE, "0", NULL},
	{QUESTION_AGE, "17", NULL},
	{QUESTION_AGE, "017", "17"},
	{QUESTION_AGE, "120", NULL},
	{QUESTION_AGE, "<18", NULL},
	{QUESTION_AGE, ">=18", NULL},
	{QUESTION_AGE, ">=0", NULL},
	{QUESTION_AGE, "16-17", NULL},
	{QUESTION_AGE, "17-17", "17"},
	{QUESTION_AGE, "<1", "0"},
	{QUESTION_AGE, ">=120", "120"},
	{QUESTION_AGE, "2008-11-23", "18"},
	{QUESTION_AGE, "2008-11-24", "17"},
	{QUESTION_AGE, "2008-02-29", "18"},
	{QUESTION_AGE, "2026-11-23", "0"},
	{QUESTION_AGE, "1906-11-23", "120"},
	{QUESTION_YES_NO, "yes", NULL},
	{QUESTION_YES_NO, "no", NULL},
	{QUESTION_CHOICE, "shelter", NULL},
	{QUESTION_CHOICES, "-", NULL},
	{QUESTION_CHOICES, "guidance", NULL},
	{QUESTION_CHOICES, "reintegration+guidance", "guidance+reintegration"},
	{QUESTION_CHOICES, "guidance+shelter+reintegration", NULL},
	{QUESTION_CHOICES, "~", NULL},
};

static const struct bad_entry {
	enum question_type type;
	const char *entry;
	enum answer_fault fault;
} bad[] = {
	{QUESTION_COUNTRY, "ro", ANSWER_FAULT_COUNTRY},
	{QUESTION_COUNTRY, "ZZ", ANSWER_FAULT_COUNTRY},
	{QUESTION_COUNTRY, "ROU", ANSWER_FAULT_COUNTRY},
	{QUESTION_COUNTRY, "R", ANSWER_FAULT_COUNTRY},
	{QUESTION_COUNTRY, "??", ANSWER_FAULT_COUNTRY},
	{QUESTION_AGE, "seventeen", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "-5", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "17.5", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "1 7", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "<", ANSWER_FAULT_AGE},
	{QUESTION_AGE, ">=", ANSWER_FAULT_AGE},
	{QUESTION_AGE, ">18", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "16-", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "16-17-18", ANSWER_FAULT_AGE},
	{QUESTION_AGE, "121", ANSWER_FAULT_AGE_LIMIT},
	{QUESTION_AGE, "99999999999999999999", ANSWER_FAULT_AGE_LIMIT},
	{QUESTION_AGE, "17-121", ANSWER_FAULT_AGE_LIMIT},
	{QUESTION_AGE, "18-17", ANSWER_FAULT_RANGE},
	{QUESTION_AGE, "<0", ANSWER_FAULT_RANGE},
	{QUESTION_AGE, "2008-13-01", ANSWER_FAULT_DATE},
	{QUESTION_AGE, "2007-02-29", ANSWER_FAULT_DATE},
	{QUESTION_AGE, "2026-11-24", ANSWER_FAULT_FUTURE},
	{QUESTION_AGE, "1905-11-23", ANSWER_FAULT_AGE_LIMIT},
	{QUESTION_YES_NO, "Yes", ANSWER_FAULT_YES_NO},
	{QUESTION_YES_NO, "true", ANSWER_FAULT_YES_NO},
	{QUESTION_CHOICE, "shelter+guidance", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICE, "shelte", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICE, "-", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICES, "guidance+", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICES, "+", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICES, "guidance+-", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICES, "guidance+?", ANSWER_FAULT_OPTION},
	{QUESTION_CHOICES, "guidance+guidance", ANSWER_FAULT_OPTION_REPEATED},
};

START_TEST(test_answer_parse_good)
{
	const struct good_entry *entry = &good[_i];
	const struct question *question = &questions[entry->type];
	struct answer answer = {0};
	struct text text;
	text_init(&text);
	ck_assert_int_eq(answer_parse(question, entry->entry, strlen(entry->entry), today, &answer),
		ANSWER_FINE);
	answer_write(question, &answer, &text);
	ck_assert_str_eq(text.bytes, entry->written ? entry->written : entry->entry);
	struct answer again = {0};
	ck_assert_int_eq(
		answer_parse(question, text.bytes, text.length, today, &again), ANSWER_FINE);
	ck_assert(answer_equal(question, &answer, &again));
	text_destroy(&text);
}
END_TEST

START_TEST(test_answer_parse_bad_leaves_answer_alone)
{
	const struct bad_entry *entry = &bad[_i];
	struct answer answer = answer_of_status(ANSWER_NOT_NOW);
	ck_assert_int_eq(answer_parse(&questions[entry->type], entry->entry, strlen(entry->entry),
				 today, &answer),
		entry->fault);
	ck_assert_int_eq(answer.status, ANSWER_NOT_NOW);
}
END_TEST

START_TEST(test_answer_parse_reads_no_further_than_length)
{
	struct answer answer;
	ck_assert_int_eq(
		answer_parse(&questions[QUESTION_AGE], "1799", 2, today, &answer), ANSWER_FINE);
	ck_assert_uint_eq(answer.years.from, 17);
	ck_assert_uint_eq(answer.years.to, 17);
}
END_TEST

START_TEST(test_answer_equal_compares_what_the_type_holds)
{
	struct answer a = answer_of_years(16, 17), b = answer_of_years(16, 18);
	ck_assert(!answer_equal(&questions[QUESTION_AGE], &a, &b));
	b = answer_of_years(16, 17);
	ck_assert(answer_equal(&questions[QUESTION_AGE], &a, &b));
	b = answer_of_status(ANSWER_NOT_SAID);
	ck_assert(!answer_equal(&questions[QUESTION_AGE], &a, &b));
	a = answer_of_status(ANSWER_NOT_SAID);
	ck_assert(answer_equal(&questions[QUESTION_AGE], &a, &b));
}
END_TEST

static Suite *answers_suite(void)
{
	Suite *suite = suite_create("answers");
	TCase *cases = tcase_create("answers");
	tcase_add_loop_test(cases, test_answer_parse_good, 0, sizeof good / sizeof good[0]);
	tcase_add_loop_test(
		cases, test_answer_parse_bad_leaves_answer_alone, 0, sizeof bad / sizeof bad[0]);
	tcase_add_test(cases, test_answer_parse_reads_no_further_than_length);
	tcase_add_test(cases, test_answer_equal_compares_what_the_type_holds);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(answers_suite());
}
