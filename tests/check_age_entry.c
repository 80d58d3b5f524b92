/* What people type for an age: how it is read, and what is said of it. */
#include "age_entry.h"
#include "languages.h"
#include "small_pack.h"
#include "suite.h"
#include "wording.h"

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct date today = {2026, 11, 23};
static struct small_pack small;
static const struct question *question;

/* With one limit: 18. */
static void start_with(const char *locale, const char *language)
{
	setenv("LC_ALL", locale, 1);
	unsetenv("LANGUAGE");
	languages_start(language, "/nowhere");
	small_pack_init(&small);
	size_t age = small_pack_ask(&small, QUESTION_AGE, 0);
	small_pack_path(&small, on_years(age, 0, 17));
	question = &small.pack.questions[age];
}

static void start_in_dutch(void)
{
	start_with("nl_NL.UTF-8", NULL);
}

static void start_in_american(void)
{
	start_with("en_US.UTF-8", NULL);
}

static struct age_entry read_on(const char *words, struct date day)
{
	return age_entry_read(&small.pack, question, words, day);
}

/* The answer in words and how it was read; or, without the first word, what is wrong. */
static void describe(const char *typed, const struct age_entry *entry, struct text *text)
{
	text_init(text);
	if (entry->fault)
		age_entry_add_fault(text, entry->fault, typed);
	else
		wording_add_answer(text, &small.pack, question, &entry->answer);
	if (entry->day)
		text_add(text, ". ");
	age_entry_add_order(text, entry);
	if (entry->undecided)
		text_add(text, ". Undecided");
}

static void check_read(const char *typed, const char *expected)
{
	struct age_entry entry = read_on(typed, today);
	struct text text;
	describe(typed, &entry, &text);
	ck_assert_msg(strncmp(text.bytes, expected, strlen(expected)) == 0 &&
			      (entry.fault || strlen(expected) == text.length),
		"\"%s\" is read as: %s", typed, text.bytes);
	text_destroy(&text);
}

/* What is typed, and how it is read, or how what is said of it begins. */
static const struct {
	const char *typed;
	const char *read;
} entries[] = {
	{"17", "17 years"},
	{"0", "0 years"},
	{"007", "7 years"},
	{"120", "120 years"},
	{"\t17 ", "17 years"},
	{"<18", "under 18"},
	{">=18", "18 or over"},
	{"16-17", "16 or 17 years"},
	{"16 - 17", "16 or 17 years"},
	{"16-20", "16 to 20 years. Undecided"},
	{"17-18", "17 or 18 years. Undecided"},
	{"under 18", "under 18"},
	{"18 OR over", "18 or over"},

	{"23-11-2008", "18 years"},
	{"24-11-2008", "17 years"},
	{"23/11/2008", "18 years"},
	{"23.11.2008", "18 years"},
	{"23 11 2008", "18 years"},
	{"23. 11. 2008", "18 years"},
	{"23112008", "18 years"},
	{"24112008", "17 years"},
	{"1-2-2008", "18 years"},
	{"01-02-2008", "18 years"},
	{"2008-11-23", "18 years"},
	{"2008-11-24", "17 years"},
	{"2008/11/24", "17 years"},
	{"2008.1.2", "18 years"},
	{"29-02-2008", "18 years"},
	{"23-11-2026", "0 years"},
	{"23-11-1906", "120 years"},

	/* Only one order makes a day; or both do, and the ages differ. */
	{"11-23-2008", "18 years. Read as day 23, month 11."},
	{"11-24-2008", "17 years. Read as day 24, month 11."},
	{"2008-24-11", "17 years. Read as day 24, month 11."},
	{"02292008", "18 years. Read as day 29, month 2."},
	{"11-12-2008", "17 years. Read as day 11, month 12."},
	{"12-11-2008", "18 years. Read as day 12, month 11."},
	{"12-12-2008", "17 years"},
	{"3-4-2008", "18 years"},
	{"2008-12-11", "17 years"},

	{"2008", "17 or 18 years. Undecided"},
	{"2009", "16 or 17 years"},
	{"2007", "18 or 19 years"},
	{"2026", "0 years"},
	{"1906", "119 or over"},
	{"1905", "120 years"},
	{"11-2008", "17 or 18 years. Undecided"},
	{"12-2008", "17 years"},
	{"10-2008", "18 years"},
	{"2008-11", "17 or 18 years. Undecided"},
	{"2/2008", "18 years"},
	{"11 2007", "18 or 19 years"},
	{"11-2026", "0 years"},

	{"", ""},
	{"  ", ""},
	{"twelve", "\"twelve\" is no age."},
	{"-5", "\"-5\" is no age."},
	{"1.5", "\"1.5\" is no age."},
	{"17/18", "\"17/18\" is no age."},
	{"1 7", "\"1 7\" is no age."},
	{"16 -/ 17", "\"16 -/ 17\" is no age."},
	{"17 years", "\"17 years\" is no age."},
	{"1e2", "\"1e2\" is no age."},
	{"?", "\"?\" is no age."},
	{"16-", "\"16-\" is no age."},
	{"1-2-3-4", "\"1-2-3-4\" is no age."},
	{"2008-1a-23", "\"2008-1a-23\" is no age."},
	{"20081-1-1", "\"20081-1-1\" is no age."},
	{"18-", "\"18-\" is no age."},
	{"18", "18 years"},
	{"121", "\"121\" is above the highest age."},
	{"99999999999999999999999", "\"99999999999999999999999\" is above"},
	{"31-12-1904", "\"31-12-1904\" is above the highest age."},
	{"1904", "\"1904\" is above the highest age."},
	{"1234", "\"1234\" is above the highest age."},
	{"18-16", "\"18-16\" has no age in it."},
	{"31-02-2008", "\"31-02-2008\" is no day of the calendar."},
	{"45-13-2008", "\"45-13-2008\" is no day of the calendar."},
	{"29-02-2009", "\"29-02-2009\" is no day of the calendar."},
	{"0-1-2008", "\"0-1-2008\" is no day of the calendar."},
	{"13-2008", "\"13-2008\" is no day of the calendar."},
	{"0-2008", "\"0-2008\" is no day of the calendar."},
	{"2008-00", "\"2008-00\" is no day of the calendar."},
	{"45132008", "\"45132008\" is no day of the calendar."},
	{"24-11-2026", "\"24-11-2026\" has yet to come."},
	{"2027", "\"2027\" has yet to come."},
	{"12-2026", "\"12-2026\" has yet to come."},
	{"2026-11-24", "\"2026-11-24\" has yet to come."},
	{"23-11-08", "\"23-11-08\" has a short year."},
	{"8-11-23", "\"8-11-23\" has a short year."},
};

START_TEST(test_age_entry_read)
{
	check_read(entries[_i].typed, entries[_i].read);
}
END_TEST

/* Where the month stands first. */
START_TEST(test_age_entry_read_american)
{
	check_read("11-23-2008", "18 years");
	check_read("11/24/2008", "17 years");
	check_read("11242008", "17 years");
	check_read("23-11-2008", "18 years. Read as day 23, month 11.");
	check_read("12-11-2008", "17 years. Read as day 11, month 12.");
	check_read("2008-11-24", "17 years");
	check_read("11-2008", "17 or 18 years. Undecided");
	check_read("old", "\"old\" is no age. Type years, as in 17, or a date of birth, as in "
			  "11-23-2008.");
}
END_TEST

/* Nothing of a fault's or a date's is left in what comes out. */
START_TEST(test_age_entry_read_keeps_years_only)
{
	struct age_entry entry = read_on("23-11-2008", today);
	const struct answer years = answer_of_years(18, 18);
	ck_assert(entry.of_birth && !entry.undecided && !entry.day && !entry.month);
	ck_assert(answer_equal(question, &entry.answer, &years));
	entry = read_on("24-11-2026", today);
	ck_assert(entry.fault && !entry.of_birth && !entry.day && !entry.month);
	ck_assert_int_eq(entry.answer.status, ANSWER_NOT_ASKED);
	ck_assert_uint_eq(entry.answer.years.to, 0);
}
END_TEST

/* Somebody born on 29 February turns a year older on 1 March where there is no 29 February. */
START_TEST(test_age_entry_read_leap_day)
{
	static const struct {
		const char *typed;
		struct date day;
		unsigned from, to;
	} leaps[] = {
		{"29-02-2008", {2026, 2, 28}, 17, 17},
		{"29-02-2008", {2026, 3, 1}, 18, 18},
		{"02-2008", {2026, 2, 28}, 17, 18},
		{"02-2008", {2026, 3, 1}, 18, 18},
		{"02-2009", {2027, 2, 28}, 18, 18},
		{"2008", {2026, 12, 31}, 18, 18},
		{"2008", {2026, 1, 1}, 17, 18},
		{"2009", {2026, 12, 30}, 16, 17},
	};
	for (size_t i = 0; i < sizeof leaps / sizeof leaps[0]; i++) {
		struct age_entry entry = read_on(leaps[i].typed, leaps[i].day);
		ck_assert_int_eq(entry.fault, AGE_ENTRY_FINE);
		ck_assert_uint_eq(entry.answer.years.from, leaps[i].from);
		ck_assert_uint_eq(entry.answer.years.to, leaps[i].to);
	}
}
END_TEST

/* A year, and a month of it, leave open what its days do, and nothing else. */
START_TEST(test_age_entry_read_like_every_day)
{
	for (int month = 1; month <= 12; month++) {
		unsigned from = PACK_AGE_LIMIT, to = 0;
		char typed[32];
		for (int day = 1; date_exists((struct date){2008, month, day}); day++) {
			snprintf(typed, sizeof typed, "%d-%d-2008", day, month);
			struct age_entry entry = read_on(typed, today);
			unsigned years = entry.answer.years.from;
			ck_assert_uint_eq(years, entry.answer.years.to);
			from = years < from ? years : from;
			to = years > to ? years : to;
		}
		snprintf(typed, sizeof typed, "%d-2008", month);
		struct age_entry entry = read_on(typed, today);
		ck_assert_uint_eq(entry.answer.years.from, from);
		ck_assert_uint_eq(entry.answer.years.to, to);
	}
}
END_TEST

/* All that files have for an age is read as files have it. */
START_TEST(test_age_entry_read_like_files)
{
	static const char *const forms[] = {"%u", "<%u", ">=%u", "%u-40", "40-%u"};
	for (unsigned years = 0; years <= PACK_AGE_LIMIT + 1; years++) {
		for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
			struct text typed;
			struct answer answer;
			text_init(&typed);
			text_format(&typed, forms[i], years);
			struct age_entry entry = read_on(typed.bytes, today);
			bool fine = answer_parse(question, typed.bytes, typed.length, today,
					    &answer) == ANSWER_FINE;
			ck_assert_msg(fine == (entry.fault == AGE_ENTRY_FINE), "%s", typed.bytes);
			if (fine)
				ck_assert(answer_equal(question, &answer, &entry.answer));
			text_destroy(&typed);
		}
	}
}
END_TEST

/* A pack without a limit leaves nothing undecided and has no ranges. */
START_TEST(test_age_entry_without_limits)
{
	struct answer ranges[PACK_AGE_LIMIT + 1];
	ck_assert_uint_eq(age_entry_ranges(&small.pack, question, ranges), 2);
	ck_assert_uint_eq(ranges[0].years.to, 17);
	ck_assert_uint_eq(ranges[1].years.from, 18);
	size_t other = small_pack_ask(&small, QUESTION_AGE, 0);
	question = &small.pack.questions[other];
	ck_assert_uint_eq(age_entry_ranges(&small.pack, question, ranges), 0);
	ck_assert(!read_on("2008", today).undecided);
}
END_TEST

/* Which locale and which --language have the month first. */
static const struct {
	const char *locale;
	const char *language;
	bool month_first;
} orders[] = {
	{"C.UTF-8", NULL, false},
	{"nl_NL.UTF-8", NULL, false},
	{"en_GB.UTF-8", NULL, false},
	{"en_US.UTF-8", NULL, true},
	{"en_US", NULL, true},
	{"tl_PH.UTF-8", NULL, true},
	{"en_US.UTF-8", "nl", false},
	{"en_US.UTF-8", "en", true},
	{"en_US.UTF-8", "en_GB", false},
	{"nl_NL.UTF-8", "en", false},
	{"nl_NL.UTF-8", "en_US", true},
	{"C.UTF-8", "tl", true},
	{"C.UTF-8", "tlh", false},
	{"en_USA", NULL, false},
	{"", NULL, false},
};

START_TEST(test_languages_month_first)
{
	setenv("LC_ALL", orders[_i].locale, 1);
	unsetenv("LANG");
	unsetenv("LC_TIME");
	languages_start(orders[_i].language, "/nowhere");
	ck_assert_int_eq(languages_month_first(), orders[_i].month_first);
}
END_TEST

START_TEST(test_languages_month_first_dates_locale)
{
	unsetenv("LC_ALL");
	setenv("LANG", "en_US.UTF-8", 1);
	setenv("LC_TIME", "nl_NL.UTF-8", 1);
	languages_start(NULL, "/nowhere");
	ck_assert(!languages_month_first());
	unsetenv("LC_TIME");
	languages_start(NULL, "/nowhere");
	ck_assert(languages_month_first());
}
END_TEST

static void add_reading(TCase *tcase)
{
	tcase_add_checked_fixture(tcase, start_in_dutch, NULL);
	tcase_add_loop_test(
		tcase, test_age_entry_read, 0, (int)(sizeof entries / sizeof entries[0]));
	tcase_add_test(tcase, test_age_entry_read_keeps_years_only);
	tcase_add_test(tcase, test_age_entry_read_leap_day);
	tcase_add_test(tcase, test_age_entry_read_like_every_day);
	tcase_add_test(tcase, test_age_entry_read_like_files);
	tcase_add_test(tcase, test_age_entry_without_limits);
}

int main(void)
{
	Suite *suite = suite_create("age_entry");
	TCase *reading = tcase_create("reading");
	TCase *american = tcase_create("American");
	TCase *order = tcase_create("order");
	add_reading(reading);
	tcase_add_checked_fixture(american, start_in_american, NULL);
	tcase_add_test(american, test_age_entry_read_american);
	tcase_add_loop_test(
		order, test_languages_month_first, 0, (int)(sizeof orders / sizeof orders[0]));
	tcase_add_test(order, test_languages_month_first_dates_locale);
	suite_add_tcase(suite, reading);
	suite_add_tcase(suite, american);
	suite_add_tcase(suite, order);
	return suite_run(suite);
}
