/* Every key of the wizard, on every kind of terminal, and in every way in which it can be pressed.
 */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const types[] = {
	"xterm", "linux", "xterm-256color", "screen", "screen-256color", "tmux-256color", "vt100"};

/* A slow Esc is ours to understand, whatever the type, and takes its time. */
enum { TYPES = sizeof types / sizeof *types, TYPES_SLOW = 2 };

/* A function key by itself, or Esc and a digit, at once or with time between them. */
enum manner { MANNER_KEY, MANNER_QUICK, MANNER_SLOW };

static void press(struct terminal *terminal, enum manner manner, int number)
{
	const char digit[] = {(char)('0' + number % 10), '\0'};
	if (manner == MANNER_KEY) {
		enum terminal_key key = (enum terminal_key)(TERMINAL_KEY_F1 + number - 1);
		ck_assert(terminal_key(terminal, key));
	} else {
		terminal_type(terminal, "\033");
		if (manner == MANNER_SLOW)
			ck_assert(terminal_wait_idle(terminal));
		terminal_type(terminal, digit);
	}
	ck_assert(terminal_wait_idle(terminal));
}

/* Where Esc by itself goes back, nothing can be waited for between it and the digit. */
static void press_back(struct terminal *terminal, enum manner manner, int number)
{
	press(terminal, manner == MANNER_SLOW ? MANNER_QUICK : manner, number);
}

/* What each function key shows when it is pressed at the question for the age, and the one that
 * leads back from there. */
static const struct {
	int number;
	const char *shows;
	int back;
} views[] = {
	{1, "Why and from where", 1},
	{1, "Why and from where", 3},
	{4, "Answers: choose one to change it", 4},
	{4, "Answers: choose one to change it", 3},
	{5, "Advice and information about return", 5},
	{5, "Advice and information about return", 3},
};

static void check_views(struct terminal *terminal, enum manner manner)
{
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		press(terminal, manner, views[i].number);
		wizard_check_shows(terminal, views[i].shows);
		wizard_check_place(terminal, "");
		press_back(terminal, manner, views[i].back);
		wizard_check_place(terminal, "age");
	}
}

static void check_hiding(struct terminal *terminal, enum manner manner)
{
	press(terminal, manner, 9);
	char *screen = terminal_screen(terminal);
	ck_assert_str_eq(screen, "\n");
	free(screen);
	press(terminal, manner, 10);
	wizard_keys(terminal, "<F1><F3><F4><F5><Enter>x17\t\033\033");
	screen = terminal_screen(terminal);
	ck_assert_str_eq(screen, "\n");
	free(screen);
	press(terminal, manner, 9);
	wizard_check_place(terminal, "age");
}

static void check_back(struct terminal *terminal, enum manner manner)
{
	press(terminal, manner, 3);
	wizard_check_place(terminal, "origin");
	wizard_check_shows(terminal, "> RO  Romania");
	press(terminal, manner, 3);
	wizard_check_shows(terminal, "Enter Go on");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "origin");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
}

static void check_saving(struct terminal *terminal, enum manner manner)
{
	press(terminal, manner, 5);
	press_back(terminal, manner, 6);
	wizard_check_shows(terminal, "Save the summary in a file");
	press_back(terminal, manner, 3);
	wizard_check_shows(terminal, "Advice and information about return");
	press_back(terminal, manner, 1);
	wizard_check_shows(terminal, "What the outcome says");
	press_back(terminal, manner, 1);
	press_back(terminal, manner, 5);
	wizard_check_place(terminal, "age");
}

static void check_stopping(struct terminal *terminal, enum manner manner)
{
	press(terminal, manner, 10);
	wizard_check_shows(terminal, "Stop? Nothing is kept.");
	wizard_keys(terminal, "\033\033");
	wizard_check_place(terminal, "age");
	press(terminal, manner, 10);
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
}

START_TEST(test_function_keys)
{
	enum manner manner = (enum manner)(_i / TYPES);
	struct terminal *terminal = wizard_start_type(types[_i % TYPES]);
	wizard_keys(terminal, "romania\r");
	wizard_check_place(terminal, "age");
	check_views(terminal, manner);
	check_back(terminal, manner);
	check_saving(terminal, manner);
	check_hiding(terminal, manner);
	check_stopping(terminal, manner);
	terminal_free(terminal);
}
END_TEST

/* What a key chooses when "rom" was typed. A VT100 has few keys. */
static const struct {
	enum terminal_key key;
	bool on_vt100;
	const char *chosen;
} moves[] = {
	{TERMINAL_KEY_DOWN, true, "> ?  Does not know"},
	{TERMINAL_KEY_UP, true, "> rom"},
	{TERMINAL_KEY_LEFT, true, "> RO  Romania"},
	{TERMINAL_KEY_TAB, true, "> ?  Does not know"},
	{TERMINAL_KEY_BACKSPACE, true, "    ro   "},
	{TERMINAL_KEY_PAGE_DOWN, false, "> ~  Not now"},
	{TERMINAL_KEY_PAGE_UP, false, "> rom"},
	{TERMINAL_KEY_END, false, "> ~  Not now"},
	{TERMINAL_KEY_HOME, false, "> rom"},
};

START_TEST(test_moving_keys)
{
	struct terminal *terminal = wizard_start_type(types[_i]);
	bool vt100 = strcmp(types[_i], "vt100") == 0;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		if (vt100 && !moves[i].on_vt100)
			continue;
		wizard_keys(terminal, "\025rom");
		ck_assert(terminal_key(terminal, moves[i].key));
		ck_assert(terminal_wait_idle(terminal));
		wizard_check_shows(terminal, moves[i].chosen);
	}
	wizard_keys(terminal, "\025roxm<Left><Backspace><Right>a");
	wizard_check_shows(terminal, "> RO  Romania");
	wizard_check_shows(terminal, "    roma   ");
	wizard_stop(terminal);
}
END_TEST

/* The same picture whatever the terminal: the lines are characters of UTF-8 too. */
START_TEST(test_same_screen_everywhere)
{
	struct terminal *terminal = wizard_start_type(types[_i]);
	wizard_check_screen(terminal, "80x24/country");
	wizard_stop(terminal);
}
END_TEST

/* Keys that scroll, in help and in the outcome. */
START_TEST(test_scrolling_keys)
{
	static const struct {
		const char *keys;
		const char *position;
	} scrolls[] = {
		{"", "Lines 1-"},
		{"<Down>", "Lines 2-"},
		{"<Down><Down><Up>", "Lines 3-"},
		{"<Up><Up><Up><Up>", "Lines 1-"},
		{"<PgDn>", "Lines 20-39"},
		{"<Space>", "Lines 39-58"},
		{"<PgUp>", "Lines 20-39"},
		{"<Home>", "Lines 1-"},
		{"<End><PgUp><PgDn>", "-211 of 211"},
		{"<End><Down>", "-211 of 211"},
	};
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_open_summary(terminal);
	for (size_t i = 0; i < sizeof scrolls / sizeof *scrolls; i++) {
		wizard_keys(terminal, scrolls[i].keys);
		wizard_check_shows(terminal, scrolls[i].position);
	}
	wizard_stop(terminal);
}
END_TEST

/* Where Esc by itself leads back from. */
START_TEST(test_escape_alone)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "<Esc>");
	wizard_check_place(terminal, "origin");
	/* It is not forgotten at once: a digit may follow as slowly as a person presses two keys.
	 */
	wizard_keys(terminal, "1");
	wizard_check_shows(terminal, "Why and from where");
	wizard_keys(terminal, "<Esc>");
	wizard_check_place(terminal, "origin");
	wizard_keys(terminal, "<F4><Esc><F5><Esc><F10><Esc>");
	wizard_check_place(terminal, "origin");
	wizard_keys(terminal, "<Esc><Esc>");
	wizard_check_place(terminal, "origin");
	wizard_keys(terminal, "\033\033\033ro");
	wizard_check_shows(terminal, "> RO  Romania");
	wizard_stop(terminal);
}
END_TEST

/* Who is in haste presses Esc too often, or is slow to find the 9: Esc has acted, and still the
 * screen hides. Any other key takes its usual meaning again. */
START_TEST(test_escape_in_haste)
{
	static const char *const haste[] = {
		"\033\0339", "\033\033\033\0339", "<Esc>9", "<Esc><Esc>9"};
	struct terminal *terminal = wizard_start(NULL);
	for (int i = 0; i < 4; i++) {
		wizard_keys(terminal, "<F4>");
		wizard_keys(terminal, haste[i]);
		char *screen = terminal_screen(terminal);
		ck_assert_msg(strcmp(screen, "\n") == 0, "%s: %s", haste[i], screen);
		free(screen);
		wizard_keys(terminal, "<F9>");
		wizard_check_place(terminal, "origin");
	}
	wizard_keys(terminal, "<F4>\033\033rom9");
	wizard_check_shows(terminal, "rom9");
	wizard_keys(terminal, "\025<F4><Esc>1");
	wizard_check_shows(terminal, "> 1 ");
	wizard_stop(terminal);
}
END_TEST

/* The mouse */

static void click(struct terminal *terminal, const char *text)
{
	int row, column;
	ck_assert_msg(terminal_find(terminal, text, &row, &column), "no \"%s\"", text);
	terminal_click(terminal, row, column);
	ck_assert(terminal_wait_idle(terminal));
}

START_TEST(test_mouse)
{
	struct terminal *terminal = wizard_start(NULL);
	ck_assert(terminal_mouse(terminal));
	click(terminal, "AL  Albania");
	wizard_check_shows(terminal, "> AL  Albania");
	click(terminal, "Which country");
	click(terminal, "F10");
	wizard_check_shows(terminal, "> AL  Albania");
	click(terminal, "AL  Albania");
	wizard_check_place(terminal, "age");
	click(terminal, "Does not know");
	wizard_check_shows(terminal, "> ?  Does not know");
	click(terminal, "18 or over");
	wizard_check_shows(terminal, "> 18 or over");
	click(terminal, "18 or over");
	wizard_check_place(terminal, "arrived-unaccompanied");
	wizard_keys(terminal, "<F4>");
	click(terminal, "Albania");
	click(terminal, "Albania");
	wizard_check_place(terminal, "origin");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_mouse_ticks)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "support-needs", NULL);
	click(terminal, "Temporary shelter");
	wizard_check_shows(terminal, "> 2  [x] Temporary shelter");
	click(terminal, "Temporary shelter");
	wizard_check_shows(terminal, "> 2  [ ] Temporary shelter");
	click(terminal, "Not now");
	click(terminal, "Not now");
	wizard_check_place(terminal, "reprisals-fear");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_mouse_wheel)
{
	static const char down[] = "\033[<65;10;10M", up[] = "\033[<64;10;10M";
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, down);
	wizard_check_shows(terminal, "> AF  Afghanistan");
	wizard_keys(terminal, "<F5>");
	wizard_keys(terminal, down);
	wizard_check_shows(terminal, "2 of 14");
	wizard_open_summary(terminal);
	wizard_keys(terminal, down);
	wizard_check_shows(terminal, "Lines 4-");
	wizard_keys(terminal, up);
	wizard_check_shows(terminal, "Lines 1-");
	wizard_stop(terminal);
}
END_TEST

static void add_keys(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_function_keys, 0, TYPES * MANNER_SLOW + TYPES_SLOW);
	tcase_add_loop_test(tcase, test_moving_keys, 0, TYPES);
	tcase_add_loop_test(tcase, test_same_screen_everywhere, 0, TYPES);
	tcase_add_test(tcase, test_scrolling_keys);
	tcase_add_test(tcase, test_escape_alone);
	tcase_add_test(tcase, test_escape_in_haste);
}

static void add_mouse(TCase *tcase)
{
	tcase_add_test(tcase, test_mouse);
	tcase_add_test(tcase, test_mouse_ticks);
	tcase_add_test(tcase, test_mouse_wheel);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"keys", add_keys}, {"mouse", add_mouse}};
	return wizard_run_suite("wizard_keys", cases, sizeof cases / sizeof *cases);
}
