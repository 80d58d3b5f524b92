/* How the wizard draws: colours and none, the cursor, and any size of window at any moment. */
#include "terminal_screen.h"
#include "wizard.h"

#include "ui/theme_colours.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Colours */

/* Whether the parameters of a "select graphic rendition" sequence (ECMA-48, 8.3.117) name a
 * colour; `end` is at its final byte. Back to the terminal's own colours (39, 49) is none. */
static bool has_colour(const char *parameters, const char *end)
{
	while (parameters < end) {
		char *next;
		long number = strtol(parameters, &next, 10);
		bool own = number == 39 || number == 49;
		if (((number >= 30 && number <= 49) || (number >= 90 && number <= 107)) && !own)
			return true;
		parameters = next < end ? next + 1 : end;
	}
	return false;
}

static bool wrote_colour(struct terminal *terminal)
{
	size_t length;
	const char *at = terminal_log(terminal, &length);
	while ((at = strstr(at, "\033["))) {
		at += 2;
		const char *end = at + strspn(at, "0123456789;:");
		if (*end == 'm' && has_colour(at, end))
			return true;
	}
	return false;
}

/* Shows a screen of each kind, with all that has a colour. */
static void show_everything(struct terminal *terminal)
{
	wizard_keys(terminal,
		"xx\r\025romania\rtwelve\r\0331\0331\0334\0334\0335\0335\025\0339\0339\025");
	wizard_check_place(terminal, "age");
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_keys(terminal, "\r\0333");
	wizard_open_summary(terminal);
	wizard_keys(terminal, "    ");
}

static const struct look {
	const char *type;
	const char *environment;
	bool coloured;
} looks[] = {
	{"xterm-256color", NULL, true},
	{"xterm", NULL, true},
	{"linux", NULL, true},
	{"screen", NULL, true},
	{"xterm-256color", "NO_COLOR=", true},
	{"vt100", NULL, false},
	{"xterm-mono", NULL, false},
	{"xterm-256color", "NO_COLOR=1", false},
	{"linux", "NO_COLOR=no", false},
};

START_TEST(test_colours)
{
	const struct look *look = &looks[_i];
	const char *const environment[] = {look->environment, NULL};
	struct terminal_options options = {.type = look->type, .environment = environment};
	struct terminal *terminal = wizard_start(&options);
	show_everything(terminal);
	ck_assert_int_eq(wrote_colour(terminal), look->coloured);
	wizard_stop(terminal);
}
END_TEST

static struct terminal_cell cell_of(struct terminal *terminal, const char *text)
{
	struct terminal_cell cell;
	ck_assert_msg(terminal_cell_of(terminal, text, &cell), "no \"%s\"", text);
	return cell;
}

/* With 8 colours only those are used, which each palette has. */
START_TEST(test_eight_colours)
{
	const struct theme_look *fault = theme_colours_look(THEME_DARK, THEME_EIGHT, THEME_FAULT);
	struct terminal *terminal = wizard_start_type("xterm");
	wizard_keys(terminal, "xx\r");
	struct terminal_cell cell = cell_of(terminal, "No country has");
	ck_assert_int_eq(cell.foreground, fault->foreground);
	ck_assert_int_eq(cell.background, fault->background);
	ck_assert(cell.bold);
	ck_assert(!terminal_wrote(terminal, 0, "38;5"));
	ck_assert(!terminal_wrote(terminal, 0, "48;5"));
	wizard_stop(terminal);
}
END_TEST

/* Nothing is told by colour alone: where there is none, attributes and marks are still there. */
START_TEST(test_monochrome)
{
	struct terminal *terminal = wizard_start_type("vt100");
	ck_assert(cell_of(terminal, "Which country").bold);
	ck_assert(cell_of(terminal, "F1").bold);
	wizard_keys(terminal, "RUM");
	ck_assert(cell_of(terminal, "RUM").underline);
	wizard_keys(terminal, "\025ROM");
	ck_assert(cell_of(terminal, "RO  Romania").reverse);
	ck_assert(!cell_of(terminal, "Does not know").reverse);
	wizard_stop(terminal);
}
END_TEST

/* What is typed to get from one kind of screen to the next: with a fault, something chosen, ticked,
 * an answer changed and outcomes of all kinds. */
static const char *const kinds[] = {"", "xx\r", "\025romania", "\r17", "\r1\r2\r", "2",
	"\r2\r1\r1\r", "12", "\0334", "\0334\0335", " ", "\0335\033312\r"};

/* Nothing is told by colour alone: every screen says the same without. */
START_TEST(test_same_without_colours)
{
	const char *const environment[] = {"NO_COLOR=1", NULL};
	struct terminal_options options = {.rows = 40, .columns = 120}, plain = options;
	plain.environment = environment;
	struct terminal *coloured = wizard_start(&options), *other = wizard_start(&plain);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		wizard_keys(coloured, kinds[i]);
		wizard_keys(other, kinds[i]);
		char *shown = terminal_screen(coloured), *said = terminal_screen(other);
		ck_assert_str_eq(said, shown);
		free(shown);
		free(said);
	}
	ck_assert(wrote_colour(coloured) && !wrote_colour(other));
	wizard_stop(coloured);
	wizard_stop(other);
}
END_TEST

/* Settings that choose a theme. */
#define CHOSEN "XDG_CONFIG_HOME=" SCREENER_TEST_DATA "/settings/"

static const struct background {
	const char *type;
	const char *environment;
	enum theme theme;
	enum theme_depth depth;
} backgrounds[] = {
	{"xterm-256color", NULL, THEME_DARK, THEME_MANY},
	{"xterm-256color", "COLORFGBG=0;15", THEME_LIGHT, THEME_MANY},
	{"xterm-256color", "COLORFGBG=15;default;0", THEME_DARK, THEME_MANY},
	{"linux", NULL, THEME_DARK, THEME_EIGHT},
	{"xterm", "COLORFGBG=0;15", THEME_LIGHT, THEME_EIGHT},
	{"screen-256color", "COLORFGBG=0;15", THEME_LIGHT, THEME_MANY},
	{"screen", NULL, THEME_DARK, THEME_EIGHT},
	{"vt100", "COLORFGBG=0;15", THEME_LIGHT, THEME_MONOCHROME},
	{"xterm-256color", CHOSEN "light", THEME_LIGHT, THEME_MANY},
	{"xterm-256color", CHOSEN "contrast", THEME_CONTRAST, THEME_MANY},
	{"linux", CHOSEN "contrast", THEME_CONTRAST, THEME_EIGHT},
};

static void check_background(struct terminal *terminal, const struct background *expected)
{
	struct terminal_cell cell;
	short plain = theme_colours_look(expected->theme, expected->depth, THEME_PLAIN)->background;
	short field = theme_colours_look(expected->theme, expected->depth, THEME_FIELD)->background;
	for (int row = 0; row < 24; row++) {
		for (int column = 0; column < 80; column++) {
			ck_assert(terminal_cell(terminal, row, column, &cell));
			ck_assert_msg(cell.background == plain || cell.background == field,
				"row %d, column %d: %d", row, column, cell.background);
		}
	}
}

/* The background is the theme's own in every cell, so that it is known what text is read on. Where
 * erasing leaves the terminal's own (no "bce"), nothing may be erased. */
START_TEST(test_whole_background)
{
	const struct background *expected = &backgrounds[_i];
	const char *const environment[] = {expected->environment, NULL};
	struct terminal_options options = {.type = expected->type, .environment = environment};
	struct terminal *terminal = wizard_start(&options);
	check_background(terminal, expected);
	size_t mark = terminal_mark(terminal);
	wizard_keys(terminal, "xyz\0331 \0331\025");
	check_background(terminal, expected);
	if (strncmp(expected->type, "screen", strlen("screen")) == 0) {
		ck_assert(!terminal_wrote(terminal, mark, "\033[K"));
		ck_assert(!terminal_wrote(terminal, mark, "\033[J"));
	}
	wizard_stop(terminal);
}
END_TEST

/* A terminal without a second screen gets its own background back. */
START_TEST(test_own_background_at_end)
{
	struct terminal_cell cell;
	const char *const environment[] = {"COLORFGBG=0;15", NULL};
	struct terminal_options options = {.type = "linux", .environment = environment};
	struct terminal *terminal = wizard_start(&options);
	wizard_keys(terminal, "<F10>");
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	for (int row = 0; row < 24; row++) {
		ck_assert(terminal_cell(terminal, row, 0, &cell));
		ck_assert_int_eq(cell.background, TERMINAL_COLOUR_OWN);
	}
	terminal_free(terminal);
}
END_TEST

/* The cursor: where it is, a screen reader reads and a magnifier looks. */

/* Checks that the cursor is seen, and stands so many columns after the beginning of the text. */
static void check_cursor(struct terminal *terminal, const char *text, int after)
{
	int row, column, cursor_row, cursor_column;
	ck_assert_msg(terminal_find(terminal, text, &row, &column), "no \"%s\"", text);
	terminal_cursor(terminal, &cursor_row, &cursor_column);
	ck_assert_int_eq(cursor_row, row);
	ck_assert_int_eq(cursor_column, column + after);
	ck_assert(terminal_cursor_visible(terminal));
}

/* What is typed at the first question, the line that the cursor is in, and how far. */
static const struct {
	const char *keys;
	const char *text;
	int after;
} cursors[] = {
	{"", ">", 2},
	{"xyz", "> xyz", 5},
	{"xyz<Left>", "> xyz", 4},
	{"x\346\227\245\346\234\254", "> x\346\227\245", 7},
	{"xye\314\201", "> xy\303\251", 5},
	{"rom", "> RO  Romania", 2},
	{"rom<Left>", "> RO  Romania", 2},
	{"<Down>", "> AF  Afghanistan", 2},
	{"<PgDn><PgDn>", "> BH  Bahrain", 2},
	{"!", "> !  Prefers", 2},
	{"alb<Enter>", "> ", 2},
	{"alb<Enter>1", "> 1", 3},
	{"alb<Enter>30<Enter><Down>", "> 1  Yes", 2},
	{"alb<Enter><F4>", "> How old", 2},
	{"alb<Enter><F5>", "> ? Still open", 2},
	{"alb<Enter><F5><Down><Enter>", "> 1. Does the client", 2},
	{"<F10>", "Stop?", 0},
};

START_TEST(test_cursor)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, cursors[_i].keys);
	if (strcmp(cursors[_i].keys, "<F10>") == 0) {
		ck_assert(terminal_cursor_visible(terminal));
		wizard_keys(terminal, "\033\033");
	} else {
		check_cursor(terminal, cursors[_i].text, cursors[_i].after);
	}
	wizard_stop(terminal);
}
END_TEST

/* Sizes */

static const struct size {
	int rows, columns;
} sizes[] = {{12, 40}, {13, 41}, {16, 79}, {24, 60}, {25, 132}, {60, 200}, {12, 300}, {100, 40},
	{20, 59}, {200, 600}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static const char *const screens[] = {
	"", "<F1><PgDn>", "<F4>", "<F5><PgDn>", "<F5><Enter>", "<F5><F6>x", "<F9>", "<F10>"};

enum { SCREENS = sizeof screens / sizeof *screens };

static struct terminal *start_sized(const struct size *size)
{
	struct terminal_options options = {.rows = size->rows, .columns = size->columns};
	return wizard_start(&options);
}

/* A window that was resized shows what one of that size shows from the start. */
START_TEST(test_resize_draws_anew)
{
	struct terminal *fresh = start_sized(&sizes[_i]);
	struct terminal *resized = wizard_start(NULL);
	wizard_keys(resized, "ro");
	terminal_resize(resized, sizes[_i].rows, sizes[_i].columns);
	wizard_keys(resized, "");
	wizard_keys(fresh, "ro");
	char *expected = terminal_screen(fresh), *shown = terminal_screen(resized);
	ck_assert_str_eq(shown, expected);
	free(expected);
	free(shown);
	wizard_stop(fresh);
	wizard_stop(resized);
}
END_TEST

/* On every screen: far too small and back shows the same again, with what was typed meanwhile. */
START_TEST(test_resize_to_nothing_and_back)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "romania<Enter>");
	wizard_keys(terminal, screens[_i]);
	char *before = terminal_screen(terminal);
	static const struct size small[] = {{5, 20}, {1, 1}, {2, 3}, {11, 80}, {24, 39}, {1, 300}};
	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		terminal_resize(terminal, small[i].rows, small[i].columns);
		wizard_keys(terminal, "");
	}
	terminal_resize(terminal, 24, 80);
	wizard_keys(terminal, "");
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	terminal_type(terminal, "\003");
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_resize_while_typing)
{
	struct terminal *terminal = wizard_start(NULL);
	const char *const letters[] = {"r", "o", "m", "a", "n", "i", "a", NULL};
	for (size_t i = 0; letters[i]; i++) {
		const struct size *size = &sizes[i % SIZES];
		terminal_resize(terminal, size->rows, size->columns);
		terminal_type(terminal, letters[i]);
	}
	terminal_resize(terminal, 24, 80);
	wizard_keys(terminal, "");
	wizard_check_shows(terminal, "    romania");
	wizard_check_shows(terminal, "> RO  Romania");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
	wizard_stop(terminal);
}
END_TEST

/* The summary, the longest of all, at each size: no line ends in the middle of the next row. */
START_TEST(test_summary_at_each_size)
{
	struct terminal *terminal = start_sized(&sizes[_i]);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_open_summary(terminal);
	wizard_check_shows(terminal, "Support by IOM in the Netherlands\n");
	for (int page = 0; page < 60 && !terminal_shows(terminal, "Made on"); page++)
		wizard_keys(terminal, "<PgDn>");
	wizard_check_shows(terminal, "Made on " WIZARD_DAY);
	wizard_stop(terminal);
}
END_TEST

/* The window's title, which tells others what is done in it, says nothing. And nothing beeps. */
START_TEST(test_title_and_bell)
{
	static const char *const types[] = {"xterm-256color", "screen-256color", "tmux-256color"};
	struct terminal *terminal = wizard_start_type(types[_i]);
	show_everything(terminal);
	wizard_keys(terminal, "<F1><Up><F1>");
	ck_assert_str_eq(terminal_title(terminal), "Terminal");
	ck_assert_int_eq(terminal_bells(terminal), 0);
	wizard_stop(terminal);
}
END_TEST

static void add_colours(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_colours, 0, (int)(sizeof looks / sizeof *looks));
	tcase_add_test(tcase, test_eight_colours);
	tcase_add_test(tcase, test_monochrome);
	tcase_add_test(tcase, test_same_without_colours);
	tcase_add_loop_test(
		tcase, test_whole_background, 0, (int)(sizeof backgrounds / sizeof *backgrounds));
	tcase_add_test(tcase, test_own_background_at_end);
	tcase_add_loop_test(tcase, test_title_and_bell, 0, 3);
}

static void add_places(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_cursor, 0, (int)(sizeof cursors / sizeof *cursors));
	tcase_add_loop_test(tcase, test_resize_draws_anew, 0, SIZES);
	tcase_add_loop_test(tcase, test_resize_to_nothing_and_back, 0, SCREENS);
	tcase_add_test(tcase, test_resize_while_typing);
	tcase_add_loop_test(tcase, test_summary_at_each_size, 0, SIZES);
}

int main(void)
{
	static const struct wizard_case cases[] = {
		{"colours", add_colours}, {"places", add_places}};
	return wizard_run_suite("wizard_display", cases, sizeof cases / sizeof *cases);
}
