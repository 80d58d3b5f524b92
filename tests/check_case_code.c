/* The case code: how long it is, how kindly it is read, what is said of a wrong one, and what
 * carries over to other rules. */
#include "case_codes.h"
#include "drafting.h"
#include "random_pack.h"
#include "small_pack.h"
#include "suite.h"

#include "screener/case_code.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

enum { ANSWERS_MOST = SMALL_PACK_LIMIT };

static const struct date day = {2026, 11, 23};

/* The fullest client of the real pack. */
static void fill_all(struct answer answers[])
{
	for (size_t i = 0; i < drafting.pack->question_count; i++) {
		const struct question *question = &drafting.pack->questions[i];
		unsigned country;
		ck_assert(country_find("ZW", 2, &country));
		if (question->option_count)
			answers[i] = answer_of_option(question->option_count - 1);
		if (question->type == QUESTION_COUNTRY)
			answers[i] = answer_of_country(country);
		if (question->type == QUESTION_AGE)
			answers[i] = answer_of_years(120, 120);
		if (question->type == QUESTION_CHOICES)
			answers[i].options = (UINT64_C(1) << question->option_count) - 1;
	}
}

START_TEST(test_write_is_short)
{
	struct answer answers[ANSWERS_MOST] = {0};
	struct date late = {2109, 9, 17};
	char bare[100];
	ck_assert_uint_eq(case_codes_write(drafting.pack, late, answers, bare, sizeof bare), 19);
	fill_all(answers);
	ck_assert_uint_eq(case_codes_write(drafting.pack, late, answers, bare, sizeof bare), 28);
	ck_assert_int_eq(bare[0], 'A');
	answers[1] = answer_of_years(119, 120);
	ck_assert_uint_le(case_codes_write(drafting.pack, late, answers, bare, sizeof bare), 31);
}
END_TEST

/* A question that was asked costs much where a hundred were not; they cost nearly nothing. */
START_TEST(test_write_is_short_where_little_was_asked)
{
	static struct small_pack small;
	struct answer answers[ANSWERS_MOST] = {0};
	char bare[1000];
	small_pack_init(&small);
	case_codes_name(&small, "long");
	for (size_t i = 0; i < 100; i++)
		small_pack_ask(&small, QUESTION_YES_NO, 2);
	answers[99] = answer_of_option(0);
	ck_assert_uint_le(case_codes_write(&small.pack, day, answers, bare, sizeof bare), 23);
	case_codes_check_round_trip(&small.pack, day, answers, bare);
}
END_TEST

/* What is printed must be read by a program of later. */
START_TEST(test_write_stays)
{
	struct text text;
	struct case_code code;
	struct answer answers[3] = {answer_of_country(0), answer_of_years(0, 17),
		{.status = ANSWER_GIVEN, .options = 3}};
	ck_assert(country_find("XK", 2, &answers[0].country));
	text_init(&text);
	case_code_write(&drafting_made_up, case_codes_digest, day, answers, &text);
	ck_assert_str_eq(text.bytes, "AGWH-74SQ-H33T-T90B-XWXG-017S-53");
	case_code_init(&code, &drafting_made_up);
	ck_assert_int_eq(case_codes_read(&code, text.bytes), CASE_CODE_FINE);
	case_codes_check_answers(&code, &drafting_made_up, answers);
	case_code_destroy(&code);
	text_destroy(&text);
}
END_TEST

/* As people type it. */
START_TEST(test_read_is_kind)
{
	struct random random = {4};
	struct answer answers[ANSWERS_MOST];
	struct case_code code;
	char bare[100], typed[1000];
	case_code_init(&code, drafting.pack);
	for (int i = 0; i < 1000; i++) {
		static const char *const gaps[] = {"", "", "", "-", " ", "\t", " - ", "\302\240",
			"\342\200\221", "\342\200\223", "\342\210\222", "\342\201\246"};
		size_t length = 0;
		case_codes_fill(&random, drafting.pack, answers);
		case_codes_write(drafting.pack, day, answers, bare, sizeof bare);
		for (const char *at = bare; *at; at++) {
			const char *gap = gaps[random_below(&random, sizeof gaps / sizeof gaps[0])];
			char symbol = *at;
			if (symbol == '0' && random_below(&random, 2))
				symbol = "oO"[random_below(&random, 2)];
			else if (symbol == '1' && random_below(&random, 2))
				symbol = "iIlL"[random_below(&random, 4)];
			else if (symbol >= 'A' && random_below(&random, 2))
				symbol = (char)(symbol - 'A' + 'a');
			length += (size_t)snprintf(
				typed + length, sizeof typed - length, "%s%c", gap, symbol);
		}
		ck_assert_msg(case_codes_read(&code, typed) == CASE_CODE_FINE, "%s", typed);
		case_codes_check_answers(&code, drafting.pack, answers);
	}
	case_code_destroy(&code);
}
END_TEST

/* Where one character is wrong or two are swapped, the group is named, unless others are as likely.
 */
START_TEST(test_read_names_the_group)
{
	struct answer answers[ANSWERS_MOST];
	struct case_code code;
	char bare[100];
	size_t named = 0, tried = 0;
	fill_all(answers);
	size_t length = case_codes_write(drafting.pack, day, answers, bare, sizeof bare);
	case_code_init(&code, drafting.pack);
	for (size_t i = 0; i < length; i++) {
		char right = bare[i];
		bare[i] = right == '7' ? '8' : '7';
		ck_assert_int_eq(case_codes_read(&code, bare), CASE_CODE_CHECK);
		ck_assert(code.group == 0 || code.group == i / 4 + 1);
		ck_assert(code.group == 0 || strncmp(code.excerpt, bare + i / 4 * 4, 4) == 0);
		named += code.group > 0;
		tried++;
		bare[i] = right;
	}
	ck_assert_uint_gt(named * 10, tried * 8);
	case_code_destroy(&code);
}
END_TEST

static const struct {
	const char *words;
	enum case_code_fault fault;
	size_t group;
	const char *excerpt;
} refused[] = {
	{"", CASE_CODE_EMPTY, 0, ""},
	{" - - ", CASE_CODE_EMPTY, 0, ""},
	{"A123-U567", CASE_CODE_CHARACTER, 2, "U"},
	{"A123-4567-u", CASE_CODE_CHARACTER, 3, "u"},
	{"A12\303\251", CASE_CODE_CHARACTER, 1, "\303\251"},
	{"A123*", CASE_CODE_CHARACTER, 2, "*"},
	{"A123 4567", CASE_CODE_SHORT, 0, ""},
	{"A123-567-8901", CASE_CODE_GROUP, 2, "567"},
	{"A123-45667-8901-2345-6789-ABCD", CASE_CODE_GROUP, 2, "45667"},
};

START_TEST(test_read_refuses)
{
	struct case_code code;
	case_code_init(&code, drafting.pack);
	ck_assert_int_eq(case_codes_read(&code, refused[_i].words), refused[_i].fault);
	ck_assert_uint_eq(code.group, refused[_i].group);
	ck_assert_str_eq(code.excerpt, refused[_i].excerpt);
	case_code_destroy(&code);
}
END_TEST

/* A pack of one choice, one set and one yes-no, in the order of the letters; a small letter lacks
 * the last option. */
static void make_pack(struct small_pack *small, const char *questions)
{
	static const char *const ids[] = {"one", "two", "three", "four", "five", "six"};
	small_pack_init(small);
	case_codes_name(small, "grows");
	for (; *questions; questions++) {
		size_t number = (size_t)((*questions | 32) - 'a');
		bool lacks = *questions >= 'a';
		enum question_type type = number % 3 == 0   ? QUESTION_CHOICE
					  : number % 3 == 1 ? QUESTION_CHOICES
							    : QUESTION_YES_NO;
		size_t options = type == QUESTION_YES_NO ? 2 : 3 - lacks;
		size_t question = small_pack_ask(small, type, options);
		small->questions[question].id = ids[number];
	}
}

/* What carries over from one pack to another: "=" an answer, "-" left out, "." not asked. */
static const struct {
	const char *before;
	const char *now;
	const char *carried; /* NULL: refused */
} growths[] = {
	{"ABC", "ABC", "==="},
	{"ABC", "ABCD", "===."},
	{"ABC", "DABC", ".==="},
	{"ABC", "ADBEC", "=.=.="},
	{"ABC", "DAEBFC", ".=.=.="},
	{"aBC", "ABC", "-=="},
	{"AbC", "ABC", "=-="},
	{"abC", "DABC", ".--="},
	{"ABC", "AB", NULL},
	{"ABC", "ACB", NULL},
	{"ABC", "aBC", NULL},
	{"ABC", "ABD", NULL},
};

START_TEST(test_read_carries_over)
{
	static struct small_pack before, now;
	struct answer answers[ANSWERS_MOST] = {0};
	struct case_code code;
	char bare[200];
	make_pack(&before, growths[_i].before);
	make_pack(&now, growths[_i].now);
	for (size_t i = 0; i < before.pack.question_count; i++)
		answers[i] = answer_of_option(1);
	case_codes_write(&before.pack, day, answers, bare, sizeof bare);
	case_code_init(&code, &now.pack);
	bool fine = growths[_i].carried;
	ck_assert_int_eq(
		case_codes_read(&code, bare), fine ? CASE_CODE_FINE : CASE_CODE_OTHER_QUESTIONS);
	for (size_t i = 0; fine && i < now.pack.question_count; i++) {
		char carried = growths[_i].carried[i];
		struct answer wanted = answer_of_status(ANSWER_NOT_ASKED);
		if (carried == '=')
			wanted = answer_of_option(1);
		ck_assert(answer_equal(&now.questions[i], &code.answers[i], &wanted));
		ck_assert_int_eq(code.left_out[i], carried == '-');
	}
	if (fine)
		ck_assert_int_eq(
			code.rules, _i == 0 ? CASE_CODE_SAME_RULES : CASE_CODE_GROWN_RULES);
	case_code_destroy(&code);
}
END_TEST

START_TEST(test_read_other_packs)
{
	struct answer answers[ANSWERS_MOST] = {0};
	struct case_code code;
	struct pack other = *drafting.pack;
	char bare[100];
	fill_all(answers);
	case_codes_write(drafting.pack, day, answers, bare, sizeof bare);
	other.id = "iom-be";
	case_code_init(&code, &other);
	ck_assert_int_eq(case_codes_read(&code, bare), CASE_CODE_OTHER_PACK);
	case_code_destroy(&code);
	case_code_init(&code, drafting.pack);
	ck_assert_int_eq(case_code_read(&code, "ffff", bare, strlen(bare)), CASE_CODE_FINE);
	ck_assert_int_eq(code.rules, CASE_CODE_CHANGED_RULES);
	case_codes_check_answers(&code, drafting.pack, answers);
	case_code_destroy(&code);
}
END_TEST

START_TEST(test_date_days)
{
	struct date date = {1000, 1, 1};
	int number = date_to_days(date);
	ck_assert_int_eq(date_to_days((struct date){1970, 1, 1}), 0);
	ck_assert_int_eq(date_to_days((struct date){2026, 11, 23}), 20780);
	while (date.year < 3000) {
		struct date again = date_of_days(number);
		ck_assert_int_eq(date_compare(date, again), 0);
		ck_assert_int_eq(date_to_days(date), number);
		date.day++;
		if (!date_exists(date))
			date = (struct date){date.year, date.month + 1, 1};
		if (date.month > 12)
			date = (struct date){date.year + 1, 1, 1};
		number++;
	}
}
END_TEST

static Suite *case_code_suite(void)
{
	Suite *suite = suite_create("case_code");
	TCase *cases = tcase_create("case_code");
	TCase *real = tcase_create("real pack");
	tcase_add_checked_fixture(real, drafting_begin, drafting_end);
	tcase_add_test(cases, test_write_is_short_where_little_was_asked);
	tcase_add_test(cases, test_write_stays);
	tcase_add_loop_test(cases, test_read_carries_over, 0, sizeof growths / sizeof growths[0]);
	tcase_add_test(cases, test_date_days);
	tcase_add_test(real, test_write_is_short);
	tcase_add_test(real, test_read_is_kind);
	tcase_add_test(real, test_read_names_the_group);
	tcase_add_loop_test(real, test_read_refuses, 0, sizeof refused / sizeof refused[0]);
	tcase_add_test(real, test_read_other_packs);
	suite_add_tcase(suite, cases);
	suite_add_tcase(suite, real);
	return suite;
}

int main(void)
{
	return suite_run(case_code_suite());
}
