/* What another answer would do is what it does: on random packs, taken after it was foretold; and
 * on the real pack, by name. */
#include "logic_private.h"
#include "random_pack.h"
#include "reader.h"
#include "suite.h"

#include "screener/effect.h"
#include "screener/text.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { PACKS = 1200, STEPS = 8, FEW_NODES = 12 };

/* All that can be seen of an interview. */
struct sight {
	size_t question;
	size_t left;
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	bool to_ask[RANDOM_PACK_QUESTION_LIMIT];
	bool used[RANDOM_PACK_QUESTION_LIMIT];
	bool parked[RANDOM_PACK_QUESTION_LIMIT];
	enum outcome paths[16];
	enum outcome notices[16];
};

static void look(const struct interview *interview, struct sight *sight)
{
	const struct pack *pack = interview_pack(interview);
	struct outcomes *outcomes = interview_outcomes(interview);
	memset(sight, 0, sizeof *sight);
	sight->question = interview_question(interview);
	sight->left = outcomes_left(outcomes);
	for (size_t i = 0; i < pack->question_count; i++) {
		const struct answer *answer = interview_answer(interview, i);
		bool asked = answer->status != ANSWER_NOT_ASKED;
		sight->answers[i] = *answer;
		sight->to_ask[i] = !asked && outcomes_matters(outcomes, i);
		sight->parked[i] = interview_is_parked(interview, i);
		sight->used[i] = asked && !sight->parked[i];
	}
	for (size_t i = 0; i < pack->path_count; i++)
		sight->paths[i] = outcomes_path(outcomes, i);
	for (size_t i = 0; i < pack->notice_count; i++)
		sight->notices[i] = outcomes_notice(outcomes, i);
}

/* The questions foretold are those that have the one mark before and the other after. */
static void check_questions(const struct pack *pack, size_t changed,
	const struct effect_questions *foretold, const bool before[], const bool after[])
{
	size_t count = 0;
	for (size_t i = 0; i < pack->question_count; i++) {
		if (i == changed || !before[i] || !after[i])
			continue;
		ck_assert_uint_lt(count, foretold->count);
		ck_assert_uint_eq(foretold->items[count++], i);
	}
	ck_assert_uint_eq(count, foretold->count);
}

static void negate(const bool marks[], bool negated[])
{
	for (size_t i = 0; i < RANDOM_PACK_QUESTION_LIMIT; i++)
		negated[i] = !marks[i];
}

static void check_shifts(size_t count, const struct effect_shifts *foretold,
	const enum outcome before[], const enum outcome after[])
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++) {
		if (before[i] == after[i])
			continue;
		ck_assert_uint_lt(found, foretold->count);
		ck_assert_uint_eq(foretold->items[found].index, i);
		ck_assert_int_eq(foretold->items[found].before, before[i]);
		ck_assert_int_eq(foretold->items[found++].after, after[i]);
	}
	ck_assert_uint_eq(found, foretold->count);
}

static void check_effect(const struct pack *pack, const struct effect *effect,
	const struct sight *before, const struct sight *after)
{
	bool not_before[RANDOM_PACK_QUESTION_LIMIT], not_after[RANDOM_PACK_QUESTION_LIMIT];
	size_t own = before->to_ask[effect->question];
	negate(before->to_ask, not_before);
	negate(after->to_ask, not_after);
	check_questions(pack, effect->question, &effect->more, not_before, after->to_ask);
	check_questions(pack, effect->question, &effect->fewer, before->to_ask, not_after);
	check_questions(pack, effect->question, &effect->parked, before->used, after->parked);
	check_questions(pack, effect->question, &effect->used_again, before->parked, after->used);
	check_shifts(pack->path_count, &effect->paths, before->paths, after->paths);
	check_shifts(pack->notice_count, &effect->notices, before->notices, after->notices);
	ck_assert_uint_eq(effect->next, after->question);
	ck_assert_uint_eq(before->left - own + effect->more.count - effect->fewer.count,
		after->left - after->to_ask[effect->question]);
}

/* An answer to the question, or a way not to answer it. */
static struct answer draw_answer(struct random *random, const struct pack *pack, size_t question)
{
	struct answer answers[RANDOM_PACK_QUESTION_LIMIT];
	random_answers(random, pack, answers);
	return answers[question];
}

static void step(struct random *random, struct interview *interview)
{
	const struct pack *pack = interview_pack(interview);
	struct sight before, still, after;
	struct effect effect;
	size_t question = interview_question(interview);
	if (question == PACK_NO_QUESTION || random_below(random, 2) == 0)
		question = random_below(random, (unsigned)pack->question_count);
	struct answer answer = draw_answer(random, pack, question);
	look(interview, &before);
	effect_init(&effect, interview, question, &answer);
	look(interview, &still);
	ck_assert_mem_eq(&before, &still, sizeof before);
	ck_assert(answer_equal(
		&pack->questions[question], &effect.before, interview_answer(interview, question)));
	interview_visit(interview, question);
	interview_take(interview, &answer);
	look(interview, &after);
	check_effect(pack, &effect, &before, &after);
	if (answer_equal(&pack->questions[question], &effect.before, &effect.after))
		ck_assert(effect_is_nothing(&effect));
	effect_destroy(&effect);
}

static void walk(uint64_t seed, size_t nodes)
{
	struct random random = {seed};
	struct pack *pack = random_pack_new(&random);
	struct logic *logic = nodes ? logic_new_limited(pack, nodes) : logic_new(pack);
	struct interview *interview = interview_new(pack, logic);
	for (int i = 0; i < STEPS; i++)
		step(&random, interview);
	interview_free(interview);
	logic_free(logic);
	pack_free(pack);
}

START_TEST(test_effect_is_what_taking_does)
{
	for (uint64_t seed = 0; seed < PACKS; seed++)
		walk(seed, 0);
}
END_TEST

/* Rules that outgrew their limit foretell no less. */
START_TEST(test_effect_of_rules_not_exact)
{
	for (uint64_t seed = 0; seed < PACKS / 4; seed++)
		walk(seed, FEW_NODES);
}
END_TEST

static struct fault_list faults;
static struct pack *pack;
static struct logic *logic;
static struct interview *interview;

static size_t find(const char *id)
{
	size_t question = PACK_NO_QUESTION;
	ck_assert_msg(pack_find_question(pack, id, &question), "no question %s", id);
	return question;
}

static struct answer parse(const char *id, const char *entry)
{
	struct answer answer = {0};
	ck_assert_int_eq(answer_parse(&pack->questions[find(id)], entry, strlen(entry),
				 (struct date){2026, 11, 23}, &answer),
		ANSWER_FINE);
	return answer;
}

/* A presumed victim of 24 from Romania who wishes to return. */
static void set_up(void)
{
	static const char *const entries[][2] = {{"origin", "RO"}, {"age", "24"},
		{"arrived-unaccompanied", "yes"}, {"return-wish", "yes"},
		{"travel-documents", "no"}, {"health", "no"}, {"victim", "presumed"},
		{"extra-support-wish", "no"}, {"reprisals-fear", "no"}, {"organisations", "police"},
		{"family-wish", "no"}};
	fault_list_init(&faults);
	pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(pack);
	logic = logic_new(pack);
	interview = interview_new(pack, logic);
	for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
		struct answer answer = parse(entries[i][0], entries[i][1]);
		interview_visit(interview, find(entries[i][0]));
		interview_take(interview, &answer);
	}
	ck_assert_uint_eq(interview_question(interview), PACK_NO_QUESTION);
}

static void tear_down(void)
{
	interview_free(interview);
	logic_free(logic);
	pack_free(pack);
	fault_list_destroy(&faults);
}

static void add_questions(struct text *text, const char *name, const struct effect_questions *list)
{
	for (size_t i = 0; i < list->count; i++)
		text_format(text, "%s %s\n", name, pack->questions[list->items[i]].id);
}

static void add_shift(struct text *text, const char *id, const struct effect_shift *shift)
{
	text_format(
		text, "%s %s %s\n", id, outcome_word(shift->before), outcome_word(shift->after));
}

/* The effect as lines of identifiers. */
static void assert_effect(const char *id, const char *entry, const char *expected)
{
	struct effect effect;
	struct text told;
	struct answer answer = parse(id, entry);
	effect_init(&effect, interview, find(id), &answer);
	text_init(&told);
	add_questions(&told, "more", &effect.more);
	add_questions(&told, "fewer", &effect.fewer);
	add_questions(&told, "parked", &effect.parked);
	add_questions(&told, "used again", &effect.used_again);
	for (size_t i = 0; i < effect.paths.count; i++)
		add_shift(
			&told, pack->paths[effect.paths.items[i].index].id, &effect.paths.items[i]);
	for (size_t i = 0; i < effect.notices.count; i++)
		add_shift(&told, pack->notices[effect.notices.items[i].index].id,
			&effect.notices.items[i]);
	ck_assert_str_eq(told.bytes, expected);
	ck_assert(effect_is_nothing(&effect) == (*expected == '\0'));
	text_destroy(&told);
	effect_destroy(&effect);
}

START_TEST(test_effect_of_a_lesser_age)
{
	assert_effect("age", "17",
		"more unaccompanied\n"
		"parked arrived-unaccompanied\n"
		"guidance-minor no open\n"
		"guidance-former-minor applies no\n");
}
END_TEST

START_TEST(test_effect_of_the_same_range)
{
	assert_effect("age", "25", "");
	assert_effect("age", "24", "");
}
END_TEST

START_TEST(test_effect_of_an_open_range)
{
	assert_effect("age", "17-18",
		"more unaccompanied\n"
		"guidance-minor no open\n"
		"guidance-former-minor applies open\n");
}
END_TEST

START_TEST(test_effect_of_a_wish)
{
	assert_effect("extra-support-wish", "yes",
		"more support-needs\n"
		"mediation-guidance no open\n"
		"mediation-shelter no open\n"
		"mediation-reintegration no open\n"
		"own-wish applies no\n");
	struct answer no = parse("return-wish", "no");
	interview_visit(interview, find("return-wish"));
	interview_take(interview, &no);
	assert_effect("victim", "no", "");
	assert_effect("return-wish", "undecided",
		"used again travel-documents\n"
		"used again health\n"
		"used again victim\n"
		"used again extra-support-wish\n"
		"used again reprisals-fear\n"
		"used again organisations\n"
		"return-advice no applies\n"
		"reintegration no possible\n"
		"reintegration-victim no possible\n"
		"guidance-former-minor no applies\n"
		"guidance-victim no applies\n"
		"return-travel no possible\n"
		"travel-documents-help no possible\n"
		"careful-preparation no applies\n"
		"involve-police no applies\n"
		"own-wish no applies\n"
		"not-now applies no\n");
}
END_TEST

static Suite *effect_suite(void)
{
	Suite *suite = suite_create("effect");
	TCase *random = tcase_create("random");
	TCase *cases = tcase_create("effect");
	tcase_add_test(random, test_effect_is_what_taking_does);
	tcase_add_test(random, test_effect_of_rules_not_exact);
	suite_add_tcase(suite, random);
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_effect_of_a_lesser_age);
	tcase_add_test(cases, test_effect_of_the_same_range);
	tcase_add_test(cases, test_effect_of_an_open_range);
	tcase_add_test(cases, test_effect_of_a_wish);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(effect_suite());
}
