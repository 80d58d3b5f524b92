#include "small_pack.h"
#include "suite.h"

#include "screener/logic.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* One pack and one client, the same for all tests. */
static struct small_pack small;
static struct answer answers[SMALL_PACK_LIMIT];
static size_t questions[SMALL_PACK_LIMIT];
static struct logic *logic;
static struct outcomes *outcomes;

static void set_up(void)
{
	small_pack_init(&small);
	memset(answers, 0, sizeof answers);
	logic = NULL;
	outcomes = NULL;
}

static void tear_down(void)
{
	outcomes_free(outcomes);
	logic_free(logic);
}

static size_t ask(enum question_type type, size_t options)
{
	return small_pack_ask(&small, type, options);
}

static size_t ask_yes_no(void)
{
	return ask(QUESTION_YES_NO, 2);
}

static size_t add_path(struct condition applies)
{
	return small_pack_path(&small, applies);
}

static struct answer yes(void)
{
	return answer_of_option(0);
}

static struct answer no(void)
{
	return answer_of_option(1);
}

static struct answer some(uint64_t options)
{
	return (struct answer){.status = ANSWER_GIVEN, .options = options};
}

static struct answer from(const char *code)
{
	unsigned country;
	ck_assert(country_find(code, 2, &country));
	return answer_of_country(country);
}

/* Finds the outcomes on the answers as they are now. */
static void find(void)
{
	if (!logic) {
		logic = logic_new(&small.pack);
		ck_assert_ptr_nonnull(logic);
		outcomes = outcomes_new(logic);
	}
	outcomes_find(outcomes, answers);
}

static void expect_because(size_t path, size_t count, size_t first)
{
	ck_assert_uint_eq(outcomes_because(outcomes, path, questions), count);
	if (count)
		ck_assert_uint_eq(questions[0], first);
}

START_TEST(test_outcome_word_all)
{
	ck_assert_str_eq(outcome_word(OUTCOME_NO), "no");
	ck_assert_str_eq(outcome_word(OUTCOME_POSSIBLE), "possible");
	ck_assert_str_eq(outcome_word(OUTCOME_APPLIES), "applies");
	ck_assert_str_eq(outcome_word(OUTCOME_OPEN), "open");
}
END_TEST

START_TEST(test_outcomes_empty_pack)
{
	find();
	ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
	ck_assert_uint_eq(outcomes_left(outcomes), 0);
}
END_TEST

START_TEST(test_outcomes_new_has_no_answers)
{
	size_t a = ask_yes_no();
	add_path(on_options(a, YES));
	logic = logic_new(&small.pack);
	outcomes = outcomes_new(logic);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
	ck_assert_uint_eq(outcomes_next(outcomes), a);
	ck_assert_uint_eq(outcomes_left(outcomes), 1);
}
END_TEST

/* The example of rules-language: what holds either way holds when nothing is known. */
START_TEST(test_outcomes_either_way)
{
	size_t a = ask_yes_no();
	add_path(ANY(on_options(a, YES), on_options(a, NO)));
	find();
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert(!outcomes_matters(outcomes, a));
	ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
	expect_because(0, 0, 0);
}
END_TEST

START_TEST(test_outcomes_of_no_parts)
{
	add_path((struct condition){.type = CONDITION_ALL});
	add_path((struct condition){.type = CONDITION_ANY});
	add_path((struct condition){.type = CONDITION_ALWAYS});
	find();
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert_uint_eq(outcomes_path(outcomes, 1), OUTCOME_NO);
	ck_assert_uint_eq(outcomes_path(outcomes, 2), OUTCOME_APPLIES);
}
END_TEST

START_TEST(test_outcomes_applies_before_possible)
{
	size_t a = ask(QUESTION_CHOICE, 3);
	struct condition possible = on_options(a, 3);
	small.paths[add_path(on_options(a, 1))].possible = &possible;
	static const enum outcome expected[] = {OUTCOME_APPLIES, OUTCOME_POSSIBLE, OUTCOME_NO};
	for (size_t i = 0; i < 3; i++) {
		answers[a] = answer_of_option(i);
		find();
		ck_assert_uint_eq(outcomes_path(outcomes, 0), expected[i]);
	}
}
END_TEST

START_TEST(test_outcomes_notice_yes_no_open)
{
	size_t a = ask_yes_no();
	size_t fact = small_pack_fact(&small, on_options(a, YES));
	small_pack_notice(&small, NOT(on_fact(fact)));
	find();
	ck_assert_uint_eq(outcomes_notice(outcomes, 0), OUTCOME_OPEN);
	ck_assert_uint_eq(outcomes_notice_because(outcomes, 0, questions), 0);
	answers[a] = yes();
	find();
	ck_assert_uint_eq(outcomes_notice(outcomes, 0), OUTCOME_NO);
	answers[a] = no();
	find();
	ck_assert_uint_eq(outcomes_notice(outcomes, 0), OUTCOME_APPLIES);
	ck_assert_uint_eq(outcomes_notice_because(outcomes, 0, questions), 1);
	ck_assert_uint_eq(questions[0], a);
}
END_TEST

START_TEST(test_outcomes_range_of_years)
{
	size_t a = ask(QUESTION_AGE, 0);
	add_path(on_years(a, 18, PACK_AGE_LIMIT));
	static const struct {
		unsigned from, to;
		enum outcome outcome;
	} cases[] = {{0, 17, OUTCOME_NO}, {17, 17, OUTCOME_NO}, {18, 18, OUTCOME_APPLIES},
		{18, 120, OUTCOME_APPLIES}, {17, 18, OUTCOME_OPEN}, {0, 120, OUTCOME_OPEN}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		answers[a] = answer_of_years(cases[i].from, cases[i].to);
		find();
		ck_assert_uint_eq(outcomes_path(outcomes, 0), cases[i].outcome);
	}
}
END_TEST

/* A range that does not decide still matters, and is not asked again. */
START_TEST(test_outcomes_range_that_does_not_decide)
{
	size_t a = ask(QUESTION_AGE, 0), b = ask_yes_no();
	add_path(ALL(on_years(a, 18, PACK_AGE_LIMIT), on_options(b, YES)));
	answers[a] = answer_of_years(16, 20);
	answers[b] = yes();
	find();
	ck_assert(outcomes_matters(outcomes, a));
	ck_assert(!outcomes_matters(outcomes, b));
	ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
	ck_assert_uint_eq(outcomes_left(outcomes), 0);
	ck_assert_uint_eq(outcomes_settled_by(outcomes, 0, questions), 1);
	ck_assert_uint_eq(questions[0], a);
}
END_TEST

/* Of the years in the range all do the same, though other years would not. */
START_TEST(test_outcomes_range_that_makes_no_difference)
{
	size_t a = ask(QUESTION_AGE, 0), b = ask_yes_no();
	add_path(ANY(ALL(on_years(a, 12, 17), on_options(b, YES)),
		ALL(on_years(a, 18, PACK_AGE_LIMIT), NOT(on_options(b, NO)))));
	find();
	ck_assert(outcomes_matters(outcomes, a));
	answers[a] = answer_of_years(12, PACK_AGE_LIMIT);
	find();
	ck_assert(!outcomes_matters(outcomes, a));
	ck_assert(outcomes_matters(outcomes, b));
}
END_TEST

START_TEST(test_outcomes_every_country)
{
	size_t a = ask(QUESTION_COUNTRY, 0);
	add_path(on_country(a, "RO"));
	add_path(NOT(on_country(a, "UA")));
	for (unsigned i = 0; i < COUNTRY_COUNT; i++) {
		answers[a] = answer_of_country(i);
		find();
		bool romania = strcmp(country_code(i), "RO") == 0;
		bool ukraine = strcmp(country_code(i), "UA") == 0;
		ck_assert_uint_eq(
			outcomes_path(outcomes, 0), romania ? OUTCOME_APPLIES : OUTCOME_NO);
		ck_assert_uint_eq(
			outcomes_path(outcomes, 1), ukraine ? OUTCOME_NO : OUTCOME_APPLIES);
	}
}
END_TEST

START_TEST(test_outcomes_unmentioned_question)
{
	size_t a = ask(QUESTION_COUNTRY, 0), b = ask_yes_no();
	add_path(on_options(b, YES));
	answers[a] = from("NL");
	find();
	ck_assert(!outcomes_matters(outcomes, a));
	ck_assert_uint_eq(outcomes_next(outcomes), b);
	answers[b] = yes();
	find();
	expect_because(0, 1, b);
	bool unused[2];
	outcomes_unused(outcomes, answers, unused);
	ck_assert(unused[a] && !unused[b]);
}
END_TEST

START_TEST(test_outcomes_choices_of_many)
{
	size_t a = ask(QUESTION_CHOICES, PACK_OPTION_LIMIT);
	add_path(on_options(a, UINT64_C(1) << 63 | 1));
	add_path(ALL(on_options(a, 4), NOT(on_options(a, 8))));
	answers[a] = some(UINT64_C(1) << 63 | 4);
	find();
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert_uint_eq(outcomes_path(outcomes, 1), OUTCOME_APPLIES);
	answers[a] = some(2 | 4 | 8);
	find();
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_NO);
	ck_assert_uint_eq(outcomes_path(outcomes, 1), OUTCOME_NO);
	answers[a] = some(0);
	find();
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_NO);
	ck_assert(!outcomes_matters(outcomes, a));
}
END_TEST

START_TEST(test_outcomes_next_skips_what_was_left)
{
	size_t a = ask_yes_no(), b = ask_yes_no(), c = ask_yes_no();
	add_path(ALL(on_options(a, YES), on_options(b, YES), on_options(c, YES)));
	for (int i = ANSWER_NOT_KNOWN; i < ANSWER_STATUS_COUNT; i++) {
		answers[a] = answer_of_status((enum answer_status)i);
		find();
		ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_OPEN);
		ck_assert(outcomes_matters(outcomes, a));
		ck_assert_uint_eq(outcomes_next(outcomes), b);
		ck_assert_uint_eq(outcomes_left(outcomes), 2);
		ck_assert_uint_eq(outcomes_settled_by(outcomes, 0, questions), 3);
	}
	answers[c] = no();
	find();
	ck_assert_uint_eq(outcomes_next(outcomes), PACK_NO_QUESTION);
}
END_TEST

/* Either answer is reason enough: the last question is dropped first. */
START_TEST(test_outcomes_because_first_question)
{
	size_t a = ask_yes_no(), b = ask_yes_no();
	add_path(ANY(on_options(a, YES), on_options(b, YES)));
	add_path(ALL(on_options(a, YES), on_options(b, YES)));
	answers[a] = yes();
	answers[b] = yes();
	find();
	expect_because(0, 1, a);
	expect_because(1, 2, a);
	ck_assert_uint_eq(questions[1], b);
	answers[a] = no();
	find();
	expect_because(0, 1, b);
	expect_because(1, 1, a);
}
END_TEST

START_TEST(test_outcomes_because_of_open)
{
	size_t a = ask_yes_no(), b = ask_yes_no();
	add_path(ALL(on_options(a, YES), on_options(b, YES)));
	answers[a] = yes();
	find();
	expect_because(0, 0, 0);
	ck_assert_uint_eq(outcomes_settled_by(outcomes, 0, questions), 1);
	ck_assert_uint_eq(questions[0], b);
}
END_TEST

START_TEST(test_outcomes_settled_by_none)
{
	size_t a = ask_yes_no(), b = ask_yes_no();
	add_path(on_options(a, YES));
	add_path(on_options(b, YES));
	answers[a] = yes();
	find();
	ck_assert_uint_eq(outcomes_settled_by(outcomes, 0, questions), 0);
	ck_assert_uint_eq(outcomes_settled_by(outcomes, 1, questions), 1);
}
END_TEST

START_TEST(test_outcomes_unused_after_the_question_that_decides)
{
	size_t a = ask_yes_no(), b = ask_yes_no(), c = ask_yes_no(), d = ask_yes_no();
	bool unused[4];
	add_path(ALL(on_options(a, YES), on_options(b, YES), on_options(c, YES)));
	add_path(on_options(d, YES));
	answers[a] = no();
	answers[b] = yes();
	answers[c] = answer_of_status(ANSWER_NOT_SAID);
	find();
	outcomes_unused(outcomes, answers, unused);
	ck_assert(!unused[a] && unused[b] && unused[c] && !unused[d]);
	answers[a] = yes();
	outcomes_unused(outcomes, answers, unused);
	ck_assert(!unused[a] && !unused[b] && !unused[c] && !unused[d]);
}
END_TEST

START_TEST(test_outcomes_unused_leaves_outcomes_alone)
{
	size_t a = ask_yes_no();
	bool unused[1];
	add_path(on_options(a, YES));
	answers[a] = yes();
	find();
	const struct answer other[] = {no()};
	outcomes_unused(outcomes, other, unused);
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	expect_because(0, 1, a);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("logic");
	TCase *cases = tcase_create("logic");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_outcome_word_all);
	tcase_add_test(cases, test_outcomes_empty_pack);
	tcase_add_test(cases, test_outcomes_new_has_no_answers);
	tcase_add_test(cases, test_outcomes_either_way);
	tcase_add_test(cases, test_outcomes_of_no_parts);
	tcase_add_test(cases, test_outcomes_applies_before_possible);
	tcase_add_test(cases, test_outcomes_notice_yes_no_open);
	tcase_add_test(cases, test_outcomes_range_of_years);
	tcase_add_test(cases, test_outcomes_range_that_does_not_decide);
	tcase_add_test(cases, test_outcomes_range_that_makes_no_difference);
	tcase_add_test(cases, test_outcomes_every_country);
	tcase_add_test(cases, test_outcomes_unmentioned_question);
	tcase_add_test(cases, test_outcomes_choices_of_many);
	tcase_add_test(cases, test_outcomes_next_skips_what_was_left);
	tcase_add_test(cases, test_outcomes_because_first_question);
	tcase_add_test(cases, test_outcomes_because_of_open);
	tcase_add_test(cases, test_outcomes_settled_by_none);
	tcase_add_test(cases, test_outcomes_unused_after_the_question_that_decides);
	tcase_add_test(cases, test_outcomes_unused_leaves_outcomes_alone);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
