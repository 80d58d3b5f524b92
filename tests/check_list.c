#include "suite.h"
#include "ui/list.h"
#include "ui/press.h"

#include <check.h>
#include <stdlib.h>

enum { PAGE = 4 };

static struct list make_list(size_t count, size_t chosen)
{
	struct list list = {.may_be_none = false};
	list_start(&list, count, chosen);
	return list;
}

static struct list make_list_under_field(size_t count, size_t chosen)
{
	struct list list = {.may_be_none = true};
	list_start(&list, count, chosen);
	return list;
}

/* Each row: the choice before, the key, the choice after, in a list of ten lines. */
static const struct {
	size_t before;
	int key;
	size_t after;
} moves[] = {
	{0, PRESS_DOWN, 1},
	{9, PRESS_DOWN, 9},
	{1, PRESS_UP, 0},
	{0, PRESS_UP, 0},
	{0, PRESS_PAGE_DOWN, 4},
	{5, PRESS_PAGE_DOWN, 9},
	{7, PRESS_PAGE_DOWN, 9},
	{9, PRESS_PAGE_UP, 5},
	{4, PRESS_PAGE_UP, 0},
	{2, PRESS_PAGE_UP, 0},
	{5, PRESS_HOME, 0},
	{0, PRESS_HOME, 0},
	{5, PRESS_END, 9},
	{9, PRESS_END, 9},
	{3, PRESS_WHEEL_DOWN, 4},
	{3, PRESS_WHEEL_UP, 2},
	{LIST_NONE, PRESS_DOWN, 0},
	{LIST_NONE, PRESS_PAGE_DOWN, 3},
	{LIST_NONE, PRESS_END, 9},
	{LIST_NONE, PRESS_UP, LIST_NONE},
	{LIST_NONE, PRESS_HOME, LIST_NONE},
};

START_TEST(test_list_press_moves)
{
	struct list list = make_list(10, moves[_i].before);
	ck_assert(list_press(&list, moves[_i].key, PAGE));
	ck_assert_uint_eq(list.chosen, moves[_i].after);
}
END_TEST

START_TEST(test_list_press_leaves_other_keys_alone)
{
	static const int others[] = {'1', ' ', PRESS_ENTER, PRESS_TAB, PRESS_LEFT, PRESS_F1};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		struct list list = make_list(10, 3);
		ck_assert(!list_press(&list, others[i], PAGE));
		ck_assert_uint_eq(list.chosen, 3);
	}
}
END_TEST

START_TEST(test_list_press_up_goes_to_the_field)
{
	struct list list = make_list_under_field(10, 1);
	list_press(&list, PRESS_UP, PAGE);
	ck_assert_uint_eq(list.chosen, 0);
	list_press(&list, PRESS_UP, PAGE);
	ck_assert_uint_eq(list.chosen, LIST_NONE);
	list_press(&list, PRESS_DOWN, PAGE);
	ck_assert_uint_eq(list.chosen, 0);
}
END_TEST

START_TEST(test_list_press_without_lines)
{
	static const int keys[] = {
		PRESS_UP, PRESS_DOWN, PRESS_PAGE_UP, PRESS_PAGE_DOWN, PRESS_HOME, PRESS_END};
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		struct list list = make_list(0, 0);
		ck_assert(list_press(&list, keys[i], PAGE));
		ck_assert_uint_eq(list.chosen, LIST_NONE);
	}
}
END_TEST

START_TEST(test_list_press_page_of_no_rows)
{
	struct list list = make_list(10, 3);
	list_press(&list, PRESS_PAGE_DOWN, 0);
	ck_assert_uint_eq(list.chosen, 4);
}
END_TEST

START_TEST(test_list_start_chooses_no_line_beyond_the_end)
{
	struct list list = make_list(3, 3);
	ck_assert_uint_eq(list.chosen, LIST_NONE);
}
END_TEST

/* Each row: of how many lines, the first shown, the one to show, in how many rows; and then the
 * first shown. */
static const struct {
	size_t lines, top, line, rows, after;
} scrolls[] = {
	{10, 0, 0, 4, 0},
	{10, 0, 3, 4, 0},
	{10, 0, 4, 4, 1},
	{10, 0, 9, 4, 6},
	{10, 6, 5, 4, 5},
	{10, 6, 6, 4, 6},
	{10, 6, 0, 4, 0},
	{10, 6, LIST_NONE, 4, 6},
	{10, 9, LIST_NONE, 4, 6},
	{10, 6, 9, 20, 0},
	{3, 2, 0, 4, 0},
	{0, 5, LIST_NONE, 4, 0},
};

START_TEST(test_list_scroll_shows_the_line)
{
	struct list list = make_list(scrolls[_i].lines, LIST_NONE);
	list.top = scrolls[_i].top;
	list_scroll(&list, scrolls[_i].lines, scrolls[_i].line, scrolls[_i].rows);
	ck_assert_uint_eq(list.top, scrolls[_i].after);
}
END_TEST

static Suite *list_suite(void)
{
	Suite *suite = suite_create("list");
	TCase *cases = tcase_create("list");
	tcase_add_loop_test(cases, test_list_press_moves, 0, sizeof moves / sizeof moves[0]);
	tcase_add_test(cases, test_list_press_leaves_other_keys_alone);
	tcase_add_test(cases, test_list_press_up_goes_to_the_field);
	tcase_add_test(cases, test_list_press_without_lines);
	tcase_add_test(cases, test_list_press_page_of_no_rows);
	tcase_add_test(cases, test_list_start_chooses_no_line_beyond_the_end);
	tcase_add_loop_test(
		cases, test_list_scroll_shows_the_line, 0, sizeof scrolls / sizeof scrolls[0]);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(list_suite());
}
