/* One typing error: held against the distance of Damerau and Levenshtein, as a table computes it.
 */
#include "suite.h"
#include "typing_error.h"

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *typed;
	const char *word;
	bool in_word;
	bool in_beginning;
} pairs[] = {
	{"romenia", "romania", true, true}, /* wrong */
	{"romnia", "romania", true, true}, /* missing */
	{"rommania", "romania", true, true}, /* too many */
	{"roamnia", "romania", true, true}, /* swapped */
	{"romania", "romania", false, true}, /* none */
	{"romani", "romania", true, true},
	{"romaniaa", "romania", true, true},
	{"romaniaxy", "romania", false, false},
	{"rome", "romania", false, true},
	{"roem", "romania", false, true}, /* the e is too many */
	{"roeem", "romania", false, false},
	{"orm", "romania", false, true},
	{"x", "", true, true},
	{"", "x", true, true},
	{"", "", false, true},
	{"ba", "ab", true, true},
	{"ca", "abc", false, true}, /* "c" is wrong, or too many */
	{"киев", "київ", true, true}, /* one letter, of two bytes */
	{"кїи", "киї", true, true}, /* neighbours, of two bytes each */
	{"aи", "иa", true, true}, /* and of one and two */
	{"中", "中国", true, true},
	{"国中", "中国", true, true},
	{"é", "e", true, true},
};

START_TEST(test_typing_error)
{
	const char *typed = pairs[_i].typed, *word = pairs[_i].word;
	ck_assert_int_eq(typing_error_in_word(typed, strlen(typed), word), pairs[_i].in_word);
	ck_assert_int_eq(
		typing_error_in_beginning(typed, strlen(typed), word), pairs[_i].in_beginning);
}
END_TEST

/* Only the bytes that were typed are looked at. */
START_TEST(test_typing_error_length)
{
	ck_assert(typing_error_in_word("romenia and more", 7, "romania"));
	ck_assert(!typing_error_in_word("romenia and more", 8, "romania"));
	ck_assert(typing_error_in_beginning("romex", 4, "romania"));
	ck_assert(!typing_error_in_beginning("romex", 5, "romania"));
}
END_TEST

/* Which letters are doubled does not matter, and everything else does. */
START_TEST(test_typing_doubles)
{
	static const struct {
		const char *typed;
		const char *word;
		bool in_word, in_beginning;
	} doubles[] = {
		{"phillipines", "philippines", true, true},
		{"philipines", "philippines", true, true}, {"marroko", "marokko", true, true},
		{"togoo", "togo", true, true}, {"phillipi", "philippines", false, true},
		{"rooma", "romania", false, true},
		{"romm", "romania", false, false}, /* too few to say */
		{"ssss", "s", false, false}, {"phillipinesx", "philippines", false, false},
		{"philippnies", "philippines", false, false}, {"ababab", "aabaa", false, false},
		{"ссср", "сср", false, false}, /* no ASCII */
	};
	for (size_t i = 0; i < sizeof doubles / sizeof doubles[0]; i++) {
		const char *typed = doubles[i].typed, *word = doubles[i].word;
		size_t length = strlen(typed);
		ck_assert_int_eq(typing_doubles_in_word(typed, length, word), doubles[i].in_word);
		ck_assert_int_eq(
			typing_doubles_in_beginning(typed, length, word), doubles[i].in_beginning);
	}
}
END_TEST

enum { LONGEST = 6 };

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Fills the last row of the table: how far `typed` is from each beginning of `word`. */
static void measure(const char *typed, const char *word, size_t last[LONGEST + 1])
{
	size_t rows[LONGEST + 1][LONGEST + 1], length = strlen(typed), width = strlen(word);
	for (size_t i = 0; i <= length; i++) {
		for (size_t j = 0; j <= width; j++) {
			rows[i][j] = i ? rows[i - 1][j] + 1 : j;
			if (j)
				rows[i][j] = least(rows[i][j], rows[i][j - 1] + 1);
			if (i && j)
				rows[i][j] = least(rows[i][j],
					rows[i - 1][j - 1] + (typed[i - 1] != word[j - 1]));
			if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] &&
				typed[i - 2] == word[j - 1])
				rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
		}
	}
	memcpy(last, rows[length], sizeof rows[length]);
}

static void write_word(size_t number, char word[LONGEST + 1])
{
	size_t length = number % (LONGEST + 1);
	number /= LONGEST + 1;
	for (size_t i = 0; i < length; i++, number /= 3)
		word[i] = (char)('a' + number % 3);
	word[length] = '\0';
}

/* Pairs of words of up to six of three letters. */
START_TEST(test_typing_error_all_words)
{
	enum { WORDS = 7 * 729 };
	char typed[LONGEST + 1], word[LONGEST + 1];
	/* Not every one, but of all lengths. */
	for (size_t i = 0; i < WORDS; i += 23) {
		write_word(i, typed);
		for (size_t j = 0; j < WORDS; j += 5) {
			size_t last[LONGEST + 1], nearest = LONGEST;
			write_word(j, word);
			measure(typed, word, last);
			for (size_t k = 0; k <= strlen(word); k++)
				nearest = least(nearest, last[k]);
			size_t length = strlen(typed);
			ck_assert_msg(typing_error_in_word(typed, length, word) ==
					      (last[strlen(word)] == 1),
				"%s %s", typed, word);
			ck_assert_msg(
				typing_error_in_beginning(typed, length, word) == (nearest <= 1),
				"%s %s", typed, word);
		}
	}
}
END_TEST

START_TEST(test_typing_letters)
{
	ck_assert_uint_eq(typing_letters("", 0), 0);
	ck_assert_uint_eq(typing_letters("roem", 4), 4);
	ck_assert_uint_eq(typing_letters("київ", 8), 4);
	ck_assert_uint_eq(typing_letters("中国", 6), 2);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("typing_error");
	TCase *tcase = tcase_create("words");
	tcase_add_loop_test(tcase, test_typing_error, 0, sizeof pairs / sizeof pairs[0]);
	tcase_add_test(tcase, test_typing_error_length);
	tcase_add_test(tcase, test_typing_error_all_words);
	tcase_add_test(tcase, test_typing_doubles);
	tcase_add_test(tcase, test_typing_letters);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
