#include "small_pack.h"
#include "suite.h"

#include "screener/logic.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 16 };

static struct small_pack small;
static struct answer answers[SMALL_PACK_LIMIT];
static struct change changes[ROOM];
static struct logic *logic;
static struct outcomes *outcomes;

static void set_up(void)
{
	small_pack_init(&small);
	memset(answers, 0, sizeof answers);
}

static void tear_down(void)
{
	outcomes_free(outcomes);
	logic_free(logic);
}

static void find(void)
{
	logic = logic_new(&small.pack);
	ck_assert_ptr_nonnull(logic);
	outcomes = outcomes_new(logic);
	outcomes_find(outcomes, answers);
}

static struct answer some(uint64_t options)
{
	return (struct answer){.status = ANSWER_GIVEN, .options = options};
}

static void expect_options(size_t change, size_t question, uint64_t options, enum outcome outcome)
{
	ck_assert_uint_eq(changes[change].question, question);
	ck_assert_uint_eq(changes[change].answer.status, ANSWER_GIVEN);
	ck_assert_uint_eq(changes[change].answer.options, options);
	ck_assert_uint_eq(changes[change].outcome, outcome);
}

START_TEST(test_outcomes_changes_of_a_choice)
{
	size_t a = small_pack_ask(&small, QUESTION_CHOICE, 4);
	struct condition possible = on_options(a, 2);
	small_pack_path(&small, on_options(a, 1 | 8));
	small.paths[0].possible = &possible;
	answers[a] = answer_of_option(2);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 3);
	expect_options(0, a, 1, OUTCOME_APPLIES);
	expect_options(1, a, 2, OUTCOME_POSSIBLE);
	expect_options(2, a, 8, OUTCOME_APPLIES);
	answers[a] = answer_of_option(1);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 2);
	expect_options(0, a, 1, OUTCOME_APPLIES);
	expect_options(1, a, 8, OUTCOME_APPLIES);
}
END_TEST

START_TEST(test_outcomes_changes_none_when_it_applies_or_is_open)
{
	size_t a = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t b = small_pack_ask(&small, QUESTION_YES_NO, 2);
	small_pack_path(&small, on_options(a, YES));
	small_pack_path(&small, ANY(on_options(a, NO), on_options(b, YES)));
	answers[a] = answer_of_option(0);
	find();
	ck_assert_uint_eq(outcomes_path(outcomes, 0), OUTCOME_APPLIES);
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 0);
	ck_assert_uint_eq(outcomes_path(outcomes, 1), OUTCOME_OPEN);
	ck_assert_uint_eq(outcomes_changes(outcomes, 1, changes, ROOM), 0);
}
END_TEST

START_TEST(test_outcomes_changes_leaves_out_fixed)
{
	size_t a = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t b = small_pack_ask(&small, QUESTION_YES_NO, 2);
	small.questions[a].fixed = true;
	small_pack_path(&small, ANY(on_options(a, YES), on_options(b, YES)));
	answers[a] = answers[b] = answer_of_option(1);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 1);
	expect_options(0, b, YES, OUTCOME_APPLIES);
}
END_TEST

/* A change that would only leave the path open is none. */
START_TEST(test_outcomes_changes_only_for_certain)
{
	size_t a = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t b = small_pack_ask(&small, QUESTION_YES_NO, 2);
	struct condition possible = on_options(a, YES);
	small_pack_path(&small, ALL(on_options(a, YES), on_options(b, YES)));
	small_pack_path(&small, ALL(on_options(a, YES), on_options(b, YES)));
	small.paths[1].possible = &possible;
	answers[a] = answer_of_option(1);
	answers[b] = answer_of_status(ANSWER_NOT_KNOWN);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 0);
	ck_assert_uint_eq(outcomes_changes(outcomes, 1, changes, ROOM), 1);
	expect_options(0, a, YES, OUTCOME_POSSIBLE);
}
END_TEST

/* Two changes together are not offered: each stands on its own. */
START_TEST(test_outcomes_changes_single)
{
	size_t a = small_pack_ask(&small, QUESTION_YES_NO, 2);
	size_t b = small_pack_ask(&small, QUESTION_YES_NO, 2);
	small_pack_path(&small, ALL(on_options(a, YES), on_options(b, YES)));
	answers[a] = answers[b] = answer_of_option(1);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 0);
}
END_TEST

START_TEST(test_outcomes_changes_of_choices_nearest)
{
	size_t a = small_pack_ask(&small, QUESTION_CHOICES, 6);
	small_pack_path(
		&small, ALL(on_options(a, 1 | 2), on_options(a, 4 | 8), NOT(on_options(a, 16))));
	answers[a] = some(32);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 4);
	expect_options(0, a, 32 | 1 | 4, OUTCOME_APPLIES);
	expect_options(1, a, 32 | 1 | 8, OUTCOME_APPLIES);
	expect_options(2, a, 32 | 2 | 4, OUTCOME_APPLIES);
	expect_options(3, a, 32 | 2 | 8, OUTCOME_APPLIES);
	answers[a] = some(2 | 8 | 16);
	outcomes_find(outcomes, answers);
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 1);
	expect_options(0, a, 2 | 8, OUTCOME_APPLIES);
}
END_TEST

/* As near, and of those that come out better at all: also what is only possible. */
START_TEST(test_outcomes_changes_of_choices_nearest_before_best)
{
	size_t a = small_pack_ask(&small, QUESTION_CHOICES, 3);
	struct condition possible = on_options(a, 4);
	small_pack_path(&small, ALL(on_options(a, 1), on_options(a, 2)));
	small.paths[0].possible = &possible;
	answers[a] = some(0);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 1);
	expect_options(0, a, 4, OUTCOME_POSSIBLE);
}
END_TEST

/* There are 2^32 answers nearest to none at all: they are counted, not gone through. */
START_TEST(test_outcomes_changes_of_choices_very_many)
{
	size_t a = small_pack_ask(&small, QUESTION_CHOICES, PACK_OPTION_LIMIT);
	struct condition pairs[PACK_OPTION_LIMIT / 2];
	for (size_t i = 0; i < PACK_OPTION_LIMIT / 2; i++)
		pairs[i] = on_options(a, UINT64_C(3) << 2 * i);
	small_pack_path(&small,
		(struct condition){.type = CONDITION_ALL, .parts = {pairs, PACK_OPTION_LIMIT / 2}});
	answers[a] = some(0);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), UINT64_C(1) << 32);
	expect_options(0, a, UINT64_C(0x5555555555555555), OUTCOME_APPLIES);
	expect_options(1, a, UINT64_C(0x9555555555555555), OUTCOME_APPLIES);
}
END_TEST

START_TEST(test_outcomes_changes_little_room)
{
	size_t a = small_pack_ask(&small, QUESTION_CHOICES, 3);
	size_t b = small_pack_ask(&small, QUESTION_CHOICE, 3);
	small_pack_path(&small, ANY(on_options(a, 7), on_options(b, 3)));
	answers[a] = some(0);
	answers[b] = answer_of_option(2);
	find();
	changes[2].question = 77;
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, 2), 5);
	expect_options(0, a, 1, OUTCOME_APPLIES);
	expect_options(1, a, 2, OUTCOME_APPLIES);
	ck_assert_uint_eq(changes[2].question, 77);
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, NULL, 0), 5);
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 5);
	expect_options(3, b, 1, OUTCOME_APPLIES);
}
END_TEST

START_TEST(test_outcomes_changes_of_a_country)
{
	size_t a = small_pack_ask(&small, QUESTION_COUNTRY, 0);
	unsigned country;
	struct condition two = on_country(a, "UA");
	ck_assert(country_find("AD", 2, &country));
	country_set_add(&two.countries.set, country);
	small_pack_path(&small, ANY(two, on_country(a, "RO")));
	ck_assert(country_find("NL", 2, &country));
	answers[a] = answer_of_country(country);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 2);
	ck_assert_str_eq(country_code(changes[0].answer.country), "AD");
	ck_assert_str_eq(country_code(changes[1].answer.country), "RO");
}
END_TEST

START_TEST(test_outcomes_changes_of_an_age)
{
	size_t a = small_pack_ask(&small, QUESTION_AGE, 0);
	small_pack_path(&small, NOT(on_years(a, 18, 25)));
	answers[a] = answer_of_years(20, 22);
	find();
	ck_assert_uint_eq(outcomes_changes(outcomes, 0, changes, ROOM), 1);
	ck_assert_uint_eq(changes[0].answer.years.from, 0);
	ck_assert_uint_eq(changes[0].answer.years.to, 17);
	ck_assert_uint_eq(changes[0].outcome, OUTCOME_APPLIES);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("changes");
	TCase *cases = tcase_create("changes");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_outcomes_changes_of_a_choice);
	tcase_add_test(cases, test_outcomes_changes_none_when_it_applies_or_is_open);
	tcase_add_test(cases, test_outcomes_changes_leaves_out_fixed);
	tcase_add_test(cases, test_outcomes_changes_only_for_certain);
	tcase_add_test(cases, test_outcomes_changes_single);
	tcase_add_test(cases, test_outcomes_changes_of_choices_nearest);
	tcase_add_test(cases, test_outcomes_changes_of_choices_nearest_before_best);
	tcase_add_test(cases, test_outcomes_changes_of_choices_very_many);
	tcase_add_test(cases, test_outcomes_changes_little_room);
	tcase_add_test(cases, test_outcomes_changes_of_a_country);
	tcase_add_test(cases, test_outcomes_changes_of_an_age);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
