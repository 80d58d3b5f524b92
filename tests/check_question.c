/* A question while it is answered, without a screen: what keys do to lines and field. */
#include "bidi.h"
#include "languages.h"
#include "small_pack.h"
#include "suite.h"
#include "ui/press.h"
#include "ui/question.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More than there are digits. */
enum { OPTIONS = 12 };

static const char *const labels[OPTIONS] = {"one", "two", "three", "four", "five", "six", "seven",
	"eight", "nine", "ten", "eleven", "twelve"};

static const struct date today = {2026, 11, 23};
static const struct answer not_asked;
static struct small_pack small;
static struct question_view view;

static void start(enum question_type type)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", "/nowhere");
	small_pack_init(&small);
	small.pack.id = "small";
	size_t question = small_pack_ask(&small, type, OPTIONS);
	for (size_t i = 0; i < OPTIONS; i++)
		small.options[i] = (struct option){.id = labels[i], .label = labels[i]};
	if (type == QUESTION_AGE)
		small_pack_path(&small, on_years(question, 0, 17));
	question_view_init(&view, &small.pack, today);
	question_view_start(&view, question, &not_asked);
}

static void tear_down(void)
{
	question_view_destroy(&view);
}

static void start_choice(void)
{
	start(QUESTION_CHOICE);
}

static void start_choices(void)
{
	start(QUESTION_CHOICES);
}

static void start_age(void)
{
	start(QUESTION_AGE);
}

static void type(const char *keys)
{
	for (; *keys; keys++)
		question_view_press(&view, *keys);
}

/* What is typed of more options than digits, and the line that is then chosen, from 1. */
static const struct {
	const char *typed;
	size_t chosen;
} digits[] = {
	{"1", 1},
	{"9", 9},
	{"12", 2},
	{"10", 1},
	{"11", 1},
	{"99", 9},
	{"30", 3},
	{"1a", 1},
	{"5:", 5},
	{"?", OPTIONS + 1},
};

START_TEST(test_question_digit_chooses)
{
	struct answer answer = not_asked;
	type(digits[_i].typed);
	ck_assert_uint_eq(view.list.chosen, digits[_i].chosen - 1);
	ck_assert(question_view_take(&view, &answer));
	if (digits[_i].chosen <= OPTIONS)
		ck_assert_uint_eq(answer.options, UINT64_C(1) << (digits[_i].chosen - 1));
	else
		ck_assert_int_eq(answer.status, ANSWER_NOT_KNOWN);
}
END_TEST

START_TEST(test_question_digit_is_none)
{
	struct answer answer = not_asked;
	ck_assert(!question_view_press(&view, '0'));
	ck_assert_uint_eq(view.list.chosen, LIST_NONE);
	ck_assert(!question_view_take(&view, &answer));
	ck_assert_uint_gt(view.message.length, 0);
}
END_TEST

/* The lines without a digit are reached with the arrows. */
START_TEST(test_question_lines_past_the_digits)
{
	struct answer answer = not_asked;
	type("9");
	for (int i = 0; i < 3; i++)
		question_view_press(&view, PRESS_DOWN);
	ck_assert(question_view_take(&view, &answer));
	ck_assert_uint_eq(answer.options, UINT64_C(1) << 11);
}
END_TEST

START_TEST(test_question_digit_ticks)
{
	struct answer answer = not_asked;
	type("1129");
	ck_assert_uint_eq(view.ticked, 1 << 1 | 1 << 8);
	for (int i = 0; i < 2; i++)
		question_view_press(&view, PRESS_DOWN);
	type(" 0");
	ck_assert(question_view_take(&view, &answer));
	ck_assert_uint_eq(answer.options, 1 << 1 | 1 << 8 | 1 << 10);
}
END_TEST

/* All labels begin in one column. */
START_TEST(test_question_lines_are_aligned)
{
	for (size_t i = 0; i < OPTIONS; i++) {
		struct text text;
		text_init(&text);
		question_view_add_mark(&view, i, &text);
		question_view_add_words(&view, i, &text);
		ck_assert_str_eq(text.bytes + strlen("1  [ ] "), labels[i]);
		ck_assert_int_eq(text.bytes[0], i < 9 ? (int)('1' + i) : ' ');
		text_destroy(&text);
	}
}
END_TEST

static void check_beside(const char *expected)
{
	struct text text;
	text_init(&text);
	view.ask->add_count(&view, &text);
	ck_assert_str_eq(text.bytes, expected);
	text_destroy(&text);
}

/* How an age is read stands beside it while it is typed, and goes when a line is chosen instead. */
START_TEST(test_question_age_is_read)
{
	static const char typed[] = "23-11-2008";
	static const char *const read[] = {
		"2 years", "23 years", "", "", "", "", "", "", "", "18 years"};
	struct answer answer = not_asked;
	for (size_t i = 0; typed[i]; i++) {
		question_view_press(&view, typed[i]);
		check_beside(read[i]);
		ck_assert(!view.note_matters);
		ck_assert_uint_eq(view.message.length, 0);
	}
	question_view_press(&view, PRESS_DOWN);
	check_beside("");
	ck_assert(question_view_take(&view, &answer));
	ck_assert_uint_eq(answer.years.from, 0);
	question_view_press(&view, PRESS_UP);
	check_beside("18 years");
	ck_assert(question_view_take(&view, &answer));
	ck_assert_uint_eq(answer.years.from, 18);
}
END_TEST

/* The note says more than how to type an age where the entry needs it. */
START_TEST(test_question_age_note_matters)
{
	type("2008");
	ck_assert(view.note_matters);
	question_view_press(&view, PRESS_KILL);
	ck_assert(!view.note_matters);
	type("11-24-2008");
	ck_assert(view.note_matters);
	question_view_start(&view, 0, &not_asked);
	ck_assert(!view.note_matters);
}
END_TEST

static void add_choice(Suite *suite)
{
	TCase *tcase = tcase_create("choice");
	tcase_add_checked_fixture(tcase, start_choice, tear_down);
	tcase_add_loop_test(
		tcase, test_question_digit_chooses, 0, sizeof digits / sizeof digits[0]);
	tcase_add_test(tcase, test_question_digit_is_none);
	tcase_add_test(tcase, test_question_lines_past_the_digits);
	suite_add_tcase(suite, tcase);
}

static void add_choices(Suite *suite)
{
	TCase *tcase = tcase_create("choices");
	tcase_add_checked_fixture(tcase, start_choices, tear_down);
	tcase_add_test(tcase, test_question_digit_ticks);
	tcase_add_test(tcase, test_question_lines_are_aligned);
	suite_add_tcase(suite, tcase);
}

static void add_age(Suite *suite)
{
	TCase *tcase = tcase_create("age");
	tcase_add_checked_fixture(tcase, start_age, tear_down);
	tcase_add_test(tcase, test_question_age_is_read);
	tcase_add_test(tcase, test_question_age_note_matters);
	suite_add_tcase(suite, tcase);
}

int main(void)
{
	Suite *suite = suite_create("question");
	add_choice(suite);
	add_choices(suite);
	add_age(suite);
	return suite_run(suite);
}
