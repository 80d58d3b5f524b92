#include "reader.h"
#include "suite.h"

#include "screener/interview.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct fault_list faults;
static struct pack *pack;
static struct logic *logic;
static struct interview *interview;

static void set_up(void)
{
	fault_list_init(&faults);
	pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(pack);
	logic = logic_new(pack);
	ck_assert_ptr_nonnull(logic);
	interview = interview_new(pack, logic);
}

static void tear_down(void)
{
	interview_free(interview);
	logic_free(logic);
	pack_free(pack);
	fault_list_destroy(&faults);
}

static size_t question(const char *id)
{
	size_t found = PACK_NO_QUESTION;
	ck_assert_msg(pack_find_question(pack, id, &found), "no question %s", id);
	return found;
}

/* The identifier of the question shown now, or "settled". */
static const char *shown(void)
{
	size_t now = interview_question(interview);
	return now == PACK_NO_QUESTION ? "settled" : pack->questions[now].id;
}

static struct answer parse(const char *id, const char *entry)
{
	struct answer answer = {0};
	ck_assert_int_eq(answer_parse(&pack->questions[question(id)], entry, strlen(entry),
				 (struct date){2026, 11, 23}, &answer),
		ANSWER_FINE);
	return answer;
}

/* Asserts that this question is shown, and answers it. */
static void take(const char *id, const char *entry)
{
	ck_assert_str_eq(shown(), id);
	struct answer answer = parse(id, entry);
	interview_take(interview, &answer);
}

static void change(const char *id, const char *entry)
{
	interview_visit(interview, question(id));
	take(id, entry);
}

static enum outcome outcome(const char *id)
{
	size_t path = 0;
	ck_assert(pack_find_path(pack, id, &path));
	return outcomes_path(interview_outcomes(interview), path);
}

static bool parked(const char *id)
{
	return interview_is_parked(interview, question(id));
}

/* A presumed victim of 24 from Romania who wishes to return and asks for shelter there. */
static void answer_all(void)
{
	take("origin", "RO");
	take("age", "24");
	take("arrived-unaccompanied", "no");
	take("return-wish", "yes");
	take("travel-documents", "no");
	take("health", "no");
	take("victim", "presumed");
	take("extra-support-wish", "yes");
	take("support-needs", "shelter");
	take("reprisals-fear", "yes");
	take("organisations", "police");
	take("family-wish", "no");
	ck_assert_str_eq(shown(), "settled");
}

START_TEST(test_interview_new_asks_first_question)
{
	ck_assert_str_eq(shown(), "origin");
	ck_assert_uint_eq(interview_asked(interview), 0);
	ck_assert_uint_eq(interview_left(interview), pack->question_count - 1);
	ck_assert(!interview_back(interview));
	ck_assert_str_eq(shown(), "origin");
}
END_TEST

START_TEST(test_interview_take_asks_only_what_matters)
{
	answer_all();
	ck_assert_int_eq(outcome("mediation-shelter"), OUTCOME_APPLIES);
	ck_assert_int_eq(outcome("mediation-guidance"), OUTCOME_NO);
	ck_assert_int_eq(
		interview_answer(interview, question("unaccompanied"))->status, ANSWER_NOT_ASKED);
	ck_assert_uint_eq(interview_asked(interview), pack->question_count - 1);
	ck_assert_uint_eq(interview_left(interview), 0);
}
END_TEST

START_TEST(test_interview_no_return_asks_only_family)
{
	take("origin", "RO");
	take("age", "24");
	take("arrived-unaccompanied", "?");
	take("return-wish", "no");
	ck_assert_uint_eq(interview_left(interview), 0);
	take("family-wish", "yes");
	ck_assert_str_eq(shown(), "settled");
	ck_assert_int_eq(outcome("family-reunification"), OUTCOME_APPLIES);
	ck_assert_int_eq(outcome("return-advice"), OUTCOME_NO);
}
END_TEST

START_TEST(test_interview_every_way_not_to_answer_goes_on)
{
	static const char *const signs[] = {"?", "!", "~"};
	while (interview_question(interview) != PACK_NO_QUESTION)
		take(shown(), signs[interview_question(interview) % 3]);
	ck_assert_uint_eq(interview_asked(interview), pack->question_count);
	ck_assert_int_eq(outcome("return-advice"), OUTCOME_OPEN);
	ck_assert_int_eq(interview_answer(interview, question("age"))->status, ANSWER_NOT_SAID);
}
END_TEST

START_TEST(test_interview_back_shows_answers_in_reverse)
{
	take("origin", "RO");
	take("age", "24");
	take("arrived-unaccompanied", "no");
	ck_assert(interview_back(interview));
	ck_assert_str_eq(shown(), "arrived-unaccompanied");
	ck_assert(interview_back(interview));
	ck_assert_str_eq(shown(), "age");
	ck_assert_uint_eq(interview_answer(interview, question("age"))->years.from, 24);
	ck_assert(interview_back(interview));
	ck_assert_str_eq(shown(), "origin");
	ck_assert(!interview_back(interview));
	interview_resume(interview);
	ck_assert_str_eq(shown(), "return-wish");
}
END_TEST

START_TEST(test_interview_back_from_settled)
{
	answer_all();
	ck_assert(interview_back(interview));
	ck_assert_str_eq(shown(), "family-wish");
	take("family-wish", "yes");
	ck_assert_str_eq(shown(), "settled");
	ck_assert_int_eq(outcome("family-reunification"), OUTCOME_APPLIES);
}
END_TEST

/* A question is passed when a later one was answered and is in use. */
START_TEST(test_interview_has_later)
{
	take("origin", "RO");
	ck_assert(!interview_has_later(interview, question("origin")));
	take("age", "24");
	ck_assert(interview_has_later(interview, question("origin")));
	ck_assert(!interview_has_later(interview, question("age")));
	take("arrived-unaccompanied", "~");
	ck_assert(interview_has_later(interview, question("age")));
	change("age", "17");
	ck_assert(parked("arrived-unaccompanied"));
	ck_assert(!interview_has_later(interview, question("age")));
	ck_assert(!interview_has_later(interview, pack->question_count - 1));
}
END_TEST

START_TEST(test_interview_change_asks_only_what_newly_matters)
{
	answer_all();
	change("age", "17");
	ck_assert_str_eq(shown(), "unaccompanied");
	ck_assert(parked("arrived-unaccompanied"));
	ck_assert(!parked("origin"));
	take("unaccompanied", "yes");
	ck_assert_str_eq(shown(), "settled");
	ck_assert_int_eq(outcome("guidance-minor"), OUTCOME_APPLIES);
}
END_TEST

START_TEST(test_interview_parked_answers_come_back_into_use)
{
	answer_all();
	change("return-wish", "no");
	ck_assert_str_eq(shown(), "settled");
	ck_assert(parked("travel-documents") && parked("victim") && parked("support-needs"));
	ck_assert(!parked("family-wish") && !parked("return-wish"));
	ck_assert_int_eq(outcome("mediation-shelter"), OUTCOME_NO);
	ck_assert_int_eq(interview_answer(interview, question("victim"))->status, ANSWER_GIVEN);
	change("return-wish", "undecided");
	ck_assert_str_eq(shown(), "settled");
	ck_assert(!parked("travel-documents") && !parked("victim"));
	ck_assert_int_eq(outcome("mediation-shelter"), OUTCOME_APPLIES);
	ck_assert_int_eq(outcome("return-travel"), OUTCOME_POSSIBLE);
}
END_TEST

START_TEST(test_interview_back_passes_over_parked_answers)
{
	answer_all();
	change("return-wish", "no");
	ck_assert(interview_back(interview));
	ck_assert_str_eq(shown(), "family-wish");
	ck_assert(interview_back(interview));
	ck_assert_str_eq(shown(), "return-wish");
}
END_TEST

START_TEST(test_interview_take_back_an_answer)
{
	answer_all();
	change("victim", "");
	ck_assert_str_eq(shown(), "victim");
	ck_assert_int_eq(outcome("guidance-victim"), OUTCOME_OPEN);
}
END_TEST

START_TEST(test_interview_because_never_names_a_parked_answer)
{
	answer_all();
	change("return-wish", "no");
	for (size_t path = 0; path < pack->path_count; path++) {
		size_t because[64];
		size_t count = outcomes_because(interview_outcomes(interview), path, because);
		ck_assert_uint_gt(count, 0);
		for (size_t i = 0; i < count; i++)
			ck_assert(!interview_is_parked(interview, because[i]));
	}
}
END_TEST

/* What keeps a draft must not miss a change. */
START_TEST(test_revision_grows_with_every_change)
{
	size_t before = interview_revision(interview);
	take("origin", "RO");
	ck_assert_uint_gt(interview_revision(interview), before);
	before = interview_revision(interview);
	ck_assert(interview_back(interview));
	ck_assert_uint_gt(interview_revision(interview), before);
	before = interview_revision(interview);
	ck_assert(!interview_back(interview));
	ck_assert_uint_eq(interview_revision(interview), before);
	interview_visit(interview, question("health"));
	ck_assert_uint_gt(interview_revision(interview), before);
	before = interview_revision(interview);
	interview_resume(interview);
	ck_assert_uint_gt(interview_revision(interview), before);
	before = interview_revision(interview);
	interview_load(interview, interview_answers(interview));
	ck_assert_uint_gt(interview_revision(interview), before);
}
END_TEST

static Suite *interview_suite(void)
{
	Suite *suite = suite_create("interview");
	TCase *cases = tcase_create("interview");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_interview_new_asks_first_question);
	tcase_add_test(cases, test_revision_grows_with_every_change);
	tcase_add_test(cases, test_interview_take_asks_only_what_matters);
	tcase_add_test(cases, test_interview_no_return_asks_only_family);
	tcase_add_test(cases, test_interview_every_way_not_to_answer_goes_on);
	tcase_add_test(cases, test_interview_back_shows_answers_in_reverse);
	tcase_add_test(cases, test_interview_back_from_settled);
	tcase_add_test(cases, test_interview_has_later);
	tcase_add_test(cases, test_interview_change_asks_only_what_newly_matters);
	tcase_add_test(cases, test_interview_parked_answers_come_back_into_use);
	tcase_add_test(cases, test_interview_back_passes_over_parked_answers);
	tcase_add_test(cases, test_interview_take_back_an_answer);
	tcase_add_test(cases, test_interview_because_never_names_a_parked_answer);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(interview_suite());
}
