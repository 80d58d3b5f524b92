/* Holds the differences between two packs against brute force, on thousands of random packs and
 * changed copies of them, and looks at a few by hand. */
#include "difference_table.h"
#include "random_mutation.h"
#include "random_pack.h"
#include "small_pack.h"

#include "screener/difference.h"
#include "screener/memory.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 4, PAIRS_PER_ROUND = 1000 };

/* Of an item that the side lacks: no. */
static enum outcome outcome_on(const struct difference *difference,
	const struct difference_item *item, int side, const struct answer answers[])
{
	const struct pack *pack = difference->packs[side];
	size_t index = item->index[side];
	if (index == DIFFERENCE_NOWHERE)
		return OUTCOME_NO;
	if (item->is_notice)
		return difference_holds(pack, &pack->notices[index].when, answers) ? OUTCOME_APPLIES
										   : OUTCOME_NO;
	if (difference_holds(pack, &pack->paths[index].applies, answers))
		return OUTCOME_APPLIES;
	const struct condition *possible = pack->paths[index].possible;
	return possible && difference_holds(pack, possible, answers) ? OUTCOME_POSSIBLE
								     : OUTCOME_NO;
}

static bool literal_holds(const struct difference_clients *clients,
	const struct cover_literal *literal, const struct difference_row *row)
{
	const struct question *question = &clients->pack->questions[literal->question];
	int side = clients->question[0][literal->question] == DIFFERENCE_NOWHERE;
	size_t index = clients->question[side][literal->question];
	struct answer answer = row->answers[side][index];
	const struct question *asked = &row->table->packs[side]->questions[index];
	if (question->type == QUESTION_COUNTRY)
		return class_set_has(&literal->values, answer.country);
	if (question->type == QUESTION_AGE)
		return class_set_has(&literal->values, answer.years.from);
	bool any = false, all = true, left_out = true;
	for (unsigned i = 0; i < question->option_count; i++) {
		size_t option = 0;
		ck_assert(question_find_option(
			asked, question->options[i].id, strlen(question->options[i].id), &option));
		bool chosen = answer.options >> option & 1;
		any = any || (chosen && class_set_has(&literal->values, i));
		all = all && (chosen || !class_set_has(&literal->values, i));
		left_out = left_out && !(chosen && literal->left_out >> i & 1);
	}
	return question->type == QUESTION_CHOICES ? all && left_out : any;
}

static bool term_holds(const struct difference_clients *clients, const struct cover_term *term,
	const struct difference_row *row)
{
	for (size_t i = 0; i < term->count; i++)
		if (!literal_holds(clients, &term->literals[i], row))
			return false;
	return true;
}

/* Which term holds, where only one does; the number of terms where several do. */
static size_t find_term(const struct difference_item *item, const struct cover *cover,
	const struct difference_row *row, bool *any)
{
	size_t only = cover->count;
	*any = false;
	for (size_t i = 0; i < cover->count; i++) {
		if (!term_holds(item->clients, &cover->terms[i], row))
			continue;
		if (*any)
			return cover->count;
		*any = true;
		only = i;
	}
	return only;
}

static bool is_changed(const struct difference *difference, const struct difference_item *item,
	const enum outcome outcomes[], const struct difference_row *row)
{
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		if (outcome_on(difference, item, side, row->answers[side]) != outcomes[side])
			return false;
	return true;
}

static const struct difference_change *find_change(
	const struct difference_item *item, const enum outcome outcomes[])
{
	for (size_t i = 0; i < item->change_count; i++)
		if (memcmp(item->changes[i].outcomes, outcomes, sizeof item->changes[i].outcomes) ==
			0)
			return &item->changes[i];
	return NULL;
}

/* The set of clients, how many they are, and that every term is needed. */
static void compare_set(const struct difference *difference, const struct difference_item *item,
	const struct difference_change *change, const struct difference_table *table)
{
	size_t count = 0;
	bool *needed = memory_new(change->cover.count, sizeof *needed);
	for (size_t i = 0; i < table->row_count; i++) {
		struct difference_row row;
		bool covered;
		difference_table_row(table, i, &row);
		bool expected = is_changed(difference, item, change->outcomes, &row);
		size_t term = find_term(item, &change->cover, &row, &covered);
		ck_assert_msg(
			covered == expected, "pair %u, %s: row %zu", table->seed, item->id, i);
		if (covered && term < change->cover.count)
			needed[term] = true;
		count += expected && difference_row_is_first(&row);
	}
	ck_assert_msg(change->count == count, "pair %u, %s: %zu clients, not %zu", table->seed,
		item->id, (size_t)change->count, count);
	for (size_t i = 0; i < change->cover.count; i++)
		ck_assert_msg(
			needed[i], "pair %u, %s: term %zu is too many", table->seed, item->id, i);
	free(needed);
}

static void check_client(const struct difference *difference, const struct difference_item *item,
	const struct difference_change *change, const struct difference_table *table)
{
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		const struct answer *answers = change->answers[side];
		ck_assert_int_eq(answers != NULL, item->index[side] != DIFFERENCE_NOWHERE);
		ck_assert_msg(outcome_on(difference, item, side, answers) == change->outcomes[side],
			"pair %u, %s", table->seed, item->id);
		for (size_t i = 0; answers && i < difference->packs[side]->question_count; i++)
			ck_assert_int_eq(answers[i].status, ANSWER_GIVEN);
	}
}

/* Whether some client has these outcomes. */
static bool is_felt(const struct difference *difference, const struct difference_item *item,
	const enum outcome outcomes[], const struct difference_table *table)
{
	struct difference_row row;
	for (size_t i = 0; i < table->row_count; i++) {
		difference_table_row(table, i, &row);
		if (is_changed(difference, item, outcomes, &row))
			return true;
	}
	return false;
}

static void compare_item(const struct difference *difference, const struct difference_item *item,
	const struct difference_table *table)
{
	ck_assert(item->proved);
	for (int pair = 0; pair < 9; pair++) {
		const enum outcome outcomes[] = {
			(enum outcome)(pair / 3), (enum outcome)(pair % 3)};
		const struct difference_change *change = find_change(item, outcomes);
		if (outcomes[0] == outcomes[1])
			ck_assert_ptr_null(change);
		else if (!change)
			ck_assert_msg(!is_felt(difference, item, outcomes, table),
				"pair %u, %s: no %d -> %d", table->seed, item->id, outcomes[0],
				outcomes[1]);
		if (!change)
			continue;
		ck_assert(change->cover.complete);
		compare_set(difference, item, change, table);
		check_client(difference, item, change, table);
	}
}

static size_t count_clients(const struct difference_table *table)
{
	size_t count = 0;
	struct difference_row row;
	for (size_t i = 0; i < table->row_count; i++) {
		difference_table_row(table, i, &row);
		count += difference_row_is_first(&row);
	}
	return count;
}

/* The clients that an item is compared for: those of one side alone, or of both. */
static size_t kind_of(const struct difference_item *item)
{
	if (item->index[DIFFERENCE_NEW] == DIFFERENCE_NOWHERE)
		return 0;
	return item->index[DIFFERENCE_OLD] == DIFFERENCE_NOWHERE ? 1 : 2;
}

/* Returns whether the packs differ. */
static bool compare_packs(const struct pack *old, const struct pack *new, unsigned seed)
{
	static struct difference_table tables[3];
	const struct pack *packs[][2] = {{old, NULL}, {NULL, new}, {old, new}};
	bool small[3], felt = false;
	struct difference *difference = difference_new(old, new);
	ck_assert(difference->proved);
	for (size_t i = 0; i < 3; i++)
		small[i] = difference_table_make(&tables[i], packs[i][0], packs[i][1], seed);
	for (size_t i = 0; i < difference->item_count; i++) {
		const struct difference_item *item = &difference->items[i];
		size_t kind = kind_of(item);
		felt = felt || item->change_count > 0;
		if (!small[kind])
			continue;
		ck_assert_uint_eq(item->clients->count, count_clients(&tables[kind]));
		compare_item(difference, item, &tables[kind]);
	}
	ck_assert_int_eq(difference->differs, felt);
	difference_free(difference);
	return felt;
}

START_TEST(test_difference_random)
{
	size_t felt = 0;
	for (unsigned i = 0; i < PAIRS_PER_ROUND; i++) {
		unsigned seed = (unsigned)_i * PAIRS_PER_ROUND + i;
		struct random random = {seed}, again = {seed};
		struct pack *old = random_pack_new(&random), *new = random_pack_new(&again);
		for (unsigned changes = 1 + random_below(&again, 3); changes; changes--)
			random_mutation(&again, new);
		felt += compare_packs(old, new, seed);
		pack_free(old);
		pack_free(new);
	}
	/* Neither all the changes nor none make a difference. */
	ck_assert_uint_gt(felt, PAIRS_PER_ROUND / 4);
	ck_assert_uint_lt(felt, PAIRS_PER_ROUND);
}
END_TEST

START_TEST(test_difference_random_same)
{
	for (unsigned seed = 0; seed < PAIRS_PER_ROUND; seed++) {
		struct random random = {seed}, again = {seed};
		struct pack *old = random_pack_new(&random), *new = random_pack_new(&again);
		struct difference *difference = difference_new(old, new);
		ck_assert(difference->proved && !difference->differs);
		ck_assert_uint_eq(difference->item_count, old->path_count + old->notice_count);
		for (size_t i = 0; i < difference->item_count; i++)
			ck_assert_uint_eq(difference->items[i].change_count, 0);
		difference_free(difference);
		pack_free(old);
		pack_free(new);
	}
}
END_TEST

START_TEST(test_difference_merge)
{
	/* a b c d e  and  x c a y: b stands behind a, d and e behind c. */
	const size_t match[] = {2, DIFFERENCE_NOWHERE, 1, DIFFERENCE_NOWHERE, DIFFERENCE_NOWHERE};
	const struct difference_place expected[] = {{{DIFFERENCE_NOWHERE, 0}}, {{2, 1}},
		{{3, DIFFERENCE_NOWHERE}}, {{4, DIFFERENCE_NOWHERE}}, {{0, 2}},
		{{1, DIFFERENCE_NOWHERE}}, {{DIFFERENCE_NOWHERE, 3}}};
	struct difference_place merged[9];
	ck_assert_uint_eq(difference_merge(match, 5, 4, merged), 7);
	ck_assert_mem_eq(merged, expected, sizeof expected);
}
END_TEST

START_TEST(test_difference_merge_nothing_shared)
{
	const size_t match[] = {DIFFERENCE_NOWHERE};
	struct difference_place merged[2];
	ck_assert_uint_eq(difference_merge(match, 1, 1, merged), 2);
	ck_assert_uint_eq(merged[0].index[DIFFERENCE_OLD], 0);
	ck_assert_uint_eq(merged[1].index[DIFFERENCE_NEW], 0);
	ck_assert_uint_eq(difference_merge(match, 0, 0, merged), 0);
}
END_TEST

static size_t ask(struct small_pack *small, enum question_type type)
{
	static char ids[SMALL_PACK_LIMIT][32];
	size_t question = small_pack_ask(small, type, type == QUESTION_YES_NO ? 2 : 0);
	snprintf(ids[question], sizeof ids[question], "question-%zu", question);
	small->questions[question].id = ids[question];
	small->options[0].id = "yes";
	small->options[1].id = "no";
	return question;
}

/* The path applies where an odd number of the questions are answered with yes: no diagram is larger
 * for its number of questions. */
static void make_parity(struct small_pack *small, struct condition parts[], size_t questions)
{
	small_pack_init(small);
	parts[0] = (struct condition){.type = CONDITION_ANY};
	for (size_t i = 0; i < questions; i++) {
		size_t question = ask(small, QUESTION_YES_NO);
		struct condition *both = memory_new(4, sizeof *both);
		struct condition fact = on_fact(small_pack_fact(small, parts[0]));
		both[0] = fact;
		both[1] = on_options(question, NO);
		both[2] = (struct condition){.type = CONDITION_NOT, .parts = {&both[0], 1}};
		both[3] = on_options(question, YES);
		struct condition *either = memory_new(2, sizeof *either);
		either[0] = (struct condition){.type = CONDITION_ALL, .parts = {&both[0], 2}};
		either[1] = (struct condition){.type = CONDITION_ALL, .parts = {&both[2], 2}};
		parts[0] = (struct condition){.type = CONDITION_ANY, .parts = {either, 2}};
	}
}

/* In this order of the questions the diagram has a node for each choice of the first half. Each
 * pair is written in one of two ways. */
static void make_worst(struct small_pack *small, size_t pairs, uint64_t first, size_t turned)
{
	struct condition *both = memory_new(2 * pairs, sizeof *both);
	struct condition *any = memory_new(pairs, sizeof *any);
	small_pack_init(small);
	for (size_t i = 0; i < 2 * pairs; i++)
		ask(small, QUESTION_YES_NO);
	for (size_t i = 0; i < pairs; i++) {
		both[2 * i + turned] = on_options(i, YES);
		both[2 * i + 1 - turned] = on_options(pairs + i, YES);
		any[i] = (struct condition){.type = CONDITION_ALL, .parts = {&both[2 * i], 2}};
	}
	small_pack_path(small, on_options(0, first));
	small_pack_path(small, (struct condition){.type = CONDITION_ANY, .parts = {any, pairs}});
}

/* What outgrows the limit is not said to be the same, and the rest is compared all the same. */
START_TEST(test_difference_limit)
{
	static struct small_pack old, new;
	make_worst(&old, 16, YES, 0);
	make_worst(&new, 16, NO, 1);
	struct difference *difference = difference_new_limited(&old.pack, &new.pack, 50000);
	ck_assert(!difference->proved);
	ck_assert(difference->items[0].proved);
	ck_assert_uint_eq(difference->items[0].change_count, 2);
	ck_assert(!difference->items[1].proved);
	ck_assert_uint_eq(difference->items[1].change_count, 0);
	difference_free(difference);
	difference = difference_new(&old.pack, &new.pack);
	ck_assert(difference->proved);
	ck_assert(difference->items[1].proved);
	ck_assert_uint_eq(difference->items[1].change_count, 0);
	difference_free(difference);
}
END_TEST

/* What is written as it was needs no diagram. */
START_TEST(test_difference_limit_unchanged)
{
	static struct small_pack old, new;
	make_worst(&old, 40, YES, 0);
	make_worst(&new, 40, NO, 0);
	struct difference *difference = difference_new_limited(&old.pack, &new.pack, 50000);
	ck_assert(difference->proved);
	ck_assert_uint_eq(difference->items[0].change_count, 2);
	ck_assert_uint_eq(difference->items[1].change_count, 0);
	difference_free(difference);
}
END_TEST

/* A set that no few terms cover: what is given of it is right, and it is said that there is more.
 */
START_TEST(test_difference_cover_too_long)
{
	static struct small_pack old, new;
	static struct condition parity;
	small_pack_init(&old);
	for (size_t i = 0; i < 40; i++)
		ask(&old, QUESTION_YES_NO);
	small_pack_path(&old, ANY(on_options(0, YES), on_options(0, NO)));
	make_parity(&new, &parity, 40);
	small_pack_path(&new, parity);
	struct difference *difference = difference_new(&old.pack, &new.pack);
	const struct difference_item *item = &difference->items[0];
	ck_assert(difference->proved);
	ck_assert_uint_eq(item->change_count, 1);
	ck_assert(!item->changes[0].cover.complete);
	ck_assert_uint_ge(item->changes[0].cover.count, 1);
	ck_assert_uint_eq(item->changes[0].count, UINT64_C(1) << 39);
	size_t yes = 0;
	for (size_t i = 0; i < 40; i++)
		yes += item->changes[0].answers[DIFFERENCE_NEW][i].options == YES;
	ck_assert_uint_eq(yes % 2, 0);
	difference_free(difference);
}
END_TEST

static uint64_t count_with(size_t questions)
{
	static struct small_pack old, new;
	small_pack_init(&old);
	small_pack_init(&new);
	for (size_t i = 0; i < questions; i++) {
		struct condition yes = on_options(i, YES);
		ask(&old, QUESTION_YES_NO);
		ask(&new, QUESTION_YES_NO);
		small_pack_fact(&old, yes);
	}
	small_pack_path(&old, on_options(0, YES));
	small_pack_path(&new, ALL(on_options(0, YES), NOT(on_options(0, YES))));
	struct difference *difference = difference_new(&old.pack, &new.pack);
	uint64_t count = difference->items[0].changes[0].count;
	ck_assert_uint_eq(difference->both.count,
		questions > 63 ? DIFFERENCE_UNCOUNTED : UINT64_C(1) << questions);
	difference_free(difference);
	return count;
}

START_TEST(test_difference_count_limit)
{
	ck_assert_uint_eq(count_with(1), 1);
	ck_assert_uint_eq(count_with(63), UINT64_C(1) << 62);
	ck_assert_uint_eq(count_with(64), UINT64_C(1) << 63);
	ck_assert_uint_eq(count_with(65), DIFFERENCE_UNCOUNTED);
}
END_TEST

/* Under 18 becomes under 17: exactly those of 17, for whom it was, and the reason on each side. */
START_TEST(test_difference_age_limit)
{
	static struct small_pack old, new;
	small_pack_init(&old);
	small_pack_init(&new);
	ask(&old, QUESTION_AGE);
	ask(&new, QUESTION_AGE);
	small_pack_path(&old, on_years(0, 0, 17));
	small_pack_path(&new, on_years(0, 0, 16));
	struct difference *difference = difference_new(&old.pack, &new.pack);
	const struct difference_item *item = &difference->items[0];
	ck_assert_uint_eq(item->change_count, 1);
	const struct difference_change *change = &item->changes[0];
	ck_assert_uint_eq(change->outcomes[DIFFERENCE_OLD], OUTCOME_APPLIES);
	ck_assert_uint_eq(change->outcomes[DIFFERENCE_NEW], OUTCOME_NO);
	ck_assert_uint_eq(change->count, 1);
	ck_assert_uint_eq(difference->both.count, 3);
	ck_assert_uint_eq(change->cover.count, 1);
	ck_assert_uint_eq(change->cover.terms[0].count, 1);
	for (unsigned years = 0; years <= PACK_AGE_LIMIT; years++)
		ck_assert_int_eq(class_set_has(&change->cover.terms[0].literals[0].values, years),
			years == 17);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		ck_assert_uint_eq(change->answers[side][0].years.from, 17);
		ck_assert_uint_eq(change->because_count[side], 1);
		ck_assert_uint_eq(change->because[side][0], 0);
	}
	difference_free(difference);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("difference");
	TCase *cases = tcase_create("difference");
	tcase_add_loop_test(cases, test_difference_random, 0, ROUNDS);
	tcase_add_test(cases, test_difference_random_same);
	tcase_add_test(cases, test_difference_merge);
	tcase_add_test(cases, test_difference_merge_nothing_shared);
	tcase_add_test(cases, test_difference_limit);
	tcase_add_test(cases, test_difference_limit_unchanged);
	tcase_add_test(cases, test_difference_cover_too_long);
	tcase_add_test(cases, test_difference_count_limit);
	tcase_add_test(cases, test_difference_age_limit);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
