#include "suite.h"
#include "ui/edit.h"
#include "ui/press.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct edit edit;

static void set_up(void)
{
	edit_init(&edit);
}

static void tear_down(void)
{
	edit_destroy(&edit);
}

/* Presses a key that must be one of a line's; returns whether the text changed. */
static bool press(int key)
{
	bool changed;
	ck_assert(edit_press(&edit, key, &changed));
	return changed;
}

static void type(const char *ascii)
{
	for (; *ascii; ascii++)
		ck_assert(press(*ascii));
}

START_TEST(test_edit_press_types)
{
	type("Roma");
	ck_assert(press(0x00EB)); /* ë */
	ck_assert(press(0x1F1F7)); /* beyond the first plane */
	ck_assert_str_eq(edit.text.bytes, "Romaë🇷");
	ck_assert_uint_eq(edit.cursor, edit.text.length);
}
END_TEST

START_TEST(test_edit_press_types_in_the_middle)
{
	type("Rnia");
	for (int i = 0; i < 3; i++)
		ck_assert(!press(PRESS_LEFT));
	type("oma");
	ck_assert_str_eq(edit.text.bytes, "Romania");
	ck_assert_uint_eq(edit.cursor, 4);
}
END_TEST

START_TEST(test_edit_press_backspace)
{
	edit_set(&edit, "Aé");
	ck_assert(press(PRESS_BACKSPACE));
	ck_assert_str_eq(edit.text.bytes, "A");
	ck_assert(press(PRESS_BACKSPACE));
	ck_assert_str_eq(edit.text.bytes, "");
	ck_assert(!press(PRESS_BACKSPACE));
}
END_TEST

/* A letter and the accent that follows it are one character to whoever sees them. */
START_TEST(test_edit_press_backspace_takes_accents_along)
{
	edit_set(&edit, "ae\xCC\x81");
	ck_assert(press(PRESS_BACKSPACE));
	ck_assert_str_eq(edit.text.bytes, "a");
}
END_TEST

START_TEST(test_edit_press_backspace_in_the_middle)
{
	edit_set(&edit, "abc");
	press(PRESS_LEFT);
	ck_assert(press(PRESS_BACKSPACE));
	ck_assert_str_eq(edit.text.bytes, "ac");
	ck_assert_uint_eq(edit.cursor, 1);
}
END_TEST

START_TEST(test_edit_press_delete)
{
	edit_set(&edit, "éab");
	ck_assert(!press(PRESS_DELETE));
	for (int i = 0; i < 3; i++)
		press(PRESS_LEFT);
	ck_assert_uint_eq(edit.cursor, 0);
	ck_assert(press(PRESS_DELETE));
	ck_assert_str_eq(edit.text.bytes, "ab");
	ck_assert_uint_eq(edit.cursor, 0);
}
END_TEST

START_TEST(test_edit_press_left_and_right_stop_at_the_ends)
{
	edit_set(&edit, "é");
	press(PRESS_RIGHT);
	ck_assert_uint_eq(edit.cursor, 2);
	press(PRESS_LEFT);
	press(PRESS_LEFT);
	ck_assert_uint_eq(edit.cursor, 0);
	press(PRESS_RIGHT);
	ck_assert_uint_eq(edit.cursor, 2);
}
END_TEST

START_TEST(test_edit_press_kill)
{
	edit_set(&edit, "2008-11-23");
	press(PRESS_LEFT);
	ck_assert(press(PRESS_KILL));
	ck_assert_str_eq(edit.text.bytes, "");
	ck_assert_uint_eq(edit.cursor, 0);
	ck_assert(!press(PRESS_KILL));
}
END_TEST

START_TEST(test_edit_press_leaves_other_keys_alone)
{
	static const int others[] = {PRESS_NONE, PRESS_UP, PRESS_DOWN, PRESS_TAB, PRESS_ENTER,
		PRESS_ESCAPE, PRESS_F1, PRESS_REDRAW, '\n', 0x7F, 0x9B};
	bool changed = true;
	edit_set(&edit, "24");
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		ck_assert(!edit_press(&edit, others[i], &changed));
		ck_assert(!changed);
	}
	ck_assert_str_eq(edit.text.bytes, "24");
}
END_TEST

START_TEST(test_edit_press_takes_no_more_than_the_limit)
{
	for (int i = 0; i < EDIT_LIMIT; i++)
		ck_assert(press('x'));
	ck_assert(!press('x'));
	ck_assert_uint_eq(edit.text.length, EDIT_LIMIT);
}
END_TEST

/* What is taken out must not stay behind the text's end. */
START_TEST(test_edit_press_wipes_what_it_takes_out)
{
	edit_set(&edit, "2008-11-23");
	press(PRESS_KILL);
	for (size_t i = 0; i < strlen("2008-11-23"); i++)
		ck_assert_int_eq(edit.text.bytes[i], '\0');
}
END_TEST

START_TEST(test_edit_set_replaces)
{
	type("24");
	edit_set(&edit, "16-17");
	ck_assert_str_eq(edit.text.bytes, "16-17");
	ck_assert_uint_eq(edit.cursor, 5);
	edit_set(&edit, "");
	ck_assert_str_eq(edit.text.bytes, "");
	ck_assert_uint_eq(edit.cursor, 0);
}
END_TEST

static Suite *edit_suite(void)
{
	Suite *suite = suite_create("edit");
	TCase *cases = tcase_create("edit");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, test_edit_press_types);
	tcase_add_test(cases, test_edit_press_types_in_the_middle);
	tcase_add_test(cases, test_edit_press_backspace);
	tcase_add_test(cases, test_edit_press_backspace_takes_accents_along);
	tcase_add_test(cases, test_edit_press_backspace_in_the_middle);
	tcase_add_test(cases, test_edit_press_delete);
	tcase_add_test(cases, test_edit_press_left_and_right_stop_at_the_ends);
	tcase_add_test(cases, test_edit_press_kill);
	tcase_add_test(cases, test_edit_press_leaves_other_keys_alone);
	tcase_add_test(cases, test_edit_press_takes_no_more_than_the_limit);
	tcase_add_test(cases, test_edit_press_wipes_what_it_takes_out);
	tcase_add_test(cases, test_edit_set_replaces);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(edit_suite());
}
