/* The case code, with random cases: whatever is written is read back, and whatever was mistyped is
 * refused. How many cases: SCREENER_CASES in the environment. */
#include "case_codes.h"
#include "drafting.h"
#include "random_pack.h"
#include "small_pack.h"
#include "suite.h"

#include "screener/case_code.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct date day = {2026, 11, 23};

enum { CASES = 3000, ALPHABET = 32, ANSWERS_MOST = SMALL_PACK_LIMIT };

static unsigned long count_cases(void)
{
	const char *wanted = getenv("SCREENER_CASES");
	return wanted ? strtoul(wanted, NULL, 10) : CASES;
}

static struct date make_day(struct random *random)
{
	int first = date_to_days((struct date){1000, 1, 1});
	int last = date_to_days((struct date){9999, 12, 31});
	if (random_below(random, 8) > 0)
		return date_of_days(date_to_days((struct date){2019, 12, 1}) +
				    (int)random_below(random, 33000));
	return date_of_days(first + (int)random_below(random, (unsigned)(last - first + 1)));
}

/* One wrong character, at one place or at all. */
static void check_wrong(struct case_code *code, char bare[], size_t place)
{
	char right = bare[place];
	for (size_t i = 0; i < ALPHABET; i++) {
		if (case_codes_alphabet[i] == right)
			continue;
		bare[place] = case_codes_alphabet[i];
		ck_assert_msg(case_codes_read(code, bare) != CASE_CODE_FINE, "%s", bare);
	}
	bare[place] = right;
}

static void swap(char bare[], size_t place)
{
	char kept = bare[place];
	bare[place] = bare[place + 1];
	bare[place + 1] = kept;
}

static void check_swaps(struct case_code *code, char bare[], size_t length)
{
	for (size_t i = 0; i + 1 < length; i++) {
		if (bare[i] == bare[i + 1])
			continue;
		swap(bare, i);
		ck_assert_msg(case_codes_read(code, bare) != CASE_CODE_FINE, "%s", bare);
		swap(bare, i);
	}
}

/* Up to 31 characters any four may be wrong. */
static void check_four_wrong(struct random *random, struct case_code *code, char bare[])
{
	unsigned length = (unsigned)strlen(bare);
	char right[32];
	if (length >= sizeof right)
		return;
	memcpy(right, bare, length + 1);
	for (int i = 0; i < 4; i++)
		bare[random_below(random, length)] =
			case_codes_alphabet[random_below(random, ALPHABET)];
	if (strcmp(bare, right) != 0)
		ck_assert_msg(case_codes_read(code, bare) == CASE_CODE_CHECK, "%s", bare);
	memcpy(bare, right, length + 1);
}

static void check_mistakes(
	struct random *random, const struct pack *pack, char bare[], size_t length, bool thorough)
{
	struct case_code code;
	case_code_init(&code, pack);
	check_four_wrong(random, &code, bare);
	for (size_t i = 0; i < length; i++)
		if (thorough || random_below(random, (unsigned)length) == 0)
			check_wrong(&code, bare, i);
	if (thorough || random_below(random, 10) == 0)
		check_swaps(&code, bare, length);
	case_code_destroy(&code);
}

static void check_case(struct random *random, const struct pack *pack, bool thorough)
{
	struct answer answers[ANSWERS_MOST];
	char bare[4000];
	struct date date = make_day(random);
	/* Those are few enough to go through; here any will do. */
	if (pack->question_count > RANDOM_PACK_QUESTION_LIMIT || random_below(random, 2) == 0)
		case_codes_fill(random, pack, answers);
	else
		random_answers(random, pack, answers);
	size_t length = case_codes_write(pack, date, answers, bare, sizeof bare);
	case_codes_check_round_trip(pack, date, answers, bare);
	check_mistakes(random, pack, bare, length, thorough);
}

START_TEST(test_round_trip_random_packs)
{
	struct random random = {1};
	struct pack *pack = NULL;
	for (unsigned long i = 0; i < count_cases(); i++) {
		if (i % 100 == 0) {
			pack_free(pack);
			pack = random_pack_new(&random);
		}
		check_case(&random, pack, i % 200 == 0);
	}
	pack_free(pack);
}
END_TEST

START_TEST(test_round_trip_real_pack)
{
	struct random random = {2};
	for (unsigned long i = 0; i < count_cases(); i++)
		check_case(&random, drafting.pack, i % 200 == 0);
}
END_TEST

/* Questions of every size, and many of them, hardly any asked. */
START_TEST(test_round_trip_large_pack)
{
	static struct small_pack small;
	struct random random = {3};
	small_pack_init(&small);
	case_codes_name(&small, "large");
	for (size_t i = 2; i <= PACK_OPTION_LIMIT; i++) {
		small_pack_ask(&small, QUESTION_CHOICES, i);
		small_pack_ask(&small, QUESTION_CHOICE, i);
	}
	for (unsigned long i = 0; i < count_cases() / 100; i++)
		check_case(&random, &small.pack, false);
}
END_TEST

/* A lost or a doubled character is not caught for certain: a wrong check is right once in 2^20
 * times. */
START_TEST(test_read_refuses_lost_and_doubled)
{
	struct random random = {5};
	struct answer answers[ANSWERS_MOST];
	struct case_code code;
	char bare[100], other[100];
	unsigned long misread = 0;
	case_code_init(&code, drafting.pack);
	for (unsigned long i = 0; i < count_cases(); i++) {
		case_codes_fill(&random, drafting.pack, answers);
		size_t length = case_codes_write(drafting.pack, day, answers, bare, sizeof bare);
		size_t place = random_below(&random, (unsigned)length);
		bool doubled = random_below(&random, 2);
		snprintf(other, sizeof other, "%.*s%s", (int)place + doubled, bare,
			bare + place + !doubled);
		ck_assert_uint_eq(strlen(other), doubled ? length + 1 : length - 1);
		misread += case_codes_read(&code, other) == CASE_CODE_FINE;
	}
	ck_assert_uint_le(misread, count_cases() / 1000000);
	case_code_destroy(&code);
}
END_TEST

/* Also what passes the check: the odds are those of the check and of the fingerprints. */
START_TEST(test_read_refuses_random_words)
{
	struct random random = {6};
	struct case_code code;
	unsigned long passed = 0, tried = 10 * count_cases();
	case_code_init(&code, drafting.pack);
	for (unsigned long i = 0; i < tried; i++) {
		char words[64];
		size_t length = random_below(&random, sizeof words);
		bool wild = random_below(&random, 4) == 0;
		for (size_t j = 0; j < length; j++)
			words[j] = wild ? (char)random_below(&random, 256)
					: case_codes_alphabet[random_below(&random, 32)];
		enum case_code_fault fault =
			case_code_read(&code, case_codes_digest, words, length);
		ck_assert_int_ne(fault, CASE_CODE_FINE);
		passed += fault == CASE_CODE_NEWER || fault == CASE_CODE_OTHER_PACK ||
			  fault == CASE_CODE_OTHER_QUESTIONS;
	}
	/* Less than 1 in a million of them. */
	ck_assert_uint_le(passed, 2 + (tried >> 19));
	case_code_destroy(&code);
}
END_TEST

static Suite *case_code_random_suite(void)
{
	Suite *suite = suite_create("case_code_random");
	TCase *cases = tcase_create("random packs");
	TCase *real = tcase_create("real pack");
	tcase_add_checked_fixture(real, drafting_begin, drafting_end);
	tcase_add_test(cases, test_round_trip_random_packs);
	tcase_add_test(cases, test_round_trip_large_pack);
	tcase_add_test(real, test_round_trip_real_pack);
	tcase_add_test(real, test_read_refuses_lost_and_doubled);
	tcase_add_test(real, test_read_refuses_random_words);
	suite_add_tcase(suite, cases);
	suite_add_tcase(suite, real);
	return suite;
}

int main(void)
{
	return suite_run(case_code_random_suite());
}
