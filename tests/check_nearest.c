/* "Did you mean": which word is the nearest, and when none is near enough. */
#include "nearest.h"
#include "suite.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *word;
	const char *candidates[4];
	const char *expected;
} searches[] = {
	{"titel", {"text", "title", "tile"}, "title"}, /* two neighbours swapped are one edit */
	{"tile", {"title", "file"}, "title"}, /* of equals the first */
	{"tile", {"file", "title"}, "file"},
	{"TITLE", {"titles", "title"}, "title"}, /* case does not count */
	{"ro", {"RO", "no"}, "RO"},
	{"ro", {"no", "row"}, NULL}, /* a third of two letters is nothing */
	{"whn", {"when"}, "when"},
	{"wn", {"when"}, NULL},
	{"aplpies", {"applies"}, "applies"}, /* a swap, though not of equal letters */
	{"fourletters", {"fourlett"}, "fourlett"}, /* three edits in eleven letters */
	{"fourletters", {"fourlet"}, NULL},
	{"abc", {"ca"}, NULL}, /* nothing is edited twice: three edits, not two */
	{"", {"a", ""}, ""},
	{"same", {"some", "same"}, "same"},
	{"any", {NULL}, NULL},
};

START_TEST(test_nearest)
{
	struct nearest nearest;
	nearest_start(&nearest, searches[_i].word);
	for (size_t i = 0; i < 4 && searches[_i].candidates[i]; i++)
		nearest_try(&nearest, searches[_i].candidates[i]);
	if (searches[_i].expected)
		ck_assert_pstr_eq(nearest.found, searches[_i].expected);
	else
		ck_assert_ptr_null(nearest.found);
}
END_TEST

START_TEST(test_nearest_long)
{
	struct nearest nearest;
	char word[1000];
	memset(word, 'x', sizeof word);
	word[sizeof word - 1] = '\0';
	nearest_start(&nearest, word);
	nearest_try(&nearest, word);
	nearest_try(&nearest, word + 1);
	nearest_try(&nearest, "x");
	ck_assert_ptr_null(nearest.found);
	nearest_start(&nearest, "x");
	nearest_try(&nearest, word);
	ck_assert_ptr_null(nearest.found);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("nearest");
	TCase *tcase = tcase_create("words");
	tcase_add_loop_test(tcase, test_nearest, 0, sizeof searches / sizeof searches[0]);
	tcase_add_test(tcase, test_nearest_long);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
