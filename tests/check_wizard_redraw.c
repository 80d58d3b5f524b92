/* What a key of the wizard sends to the terminal: the rows that it changed and no others, with the
 * terminal's own cursor on what is chosen, and nothing into the memory of what scrolled away. */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MOST = 40, COLUMNS_MOST = 120 };

/* The cells of a screen, to be compared with those of another moment. */
struct cells {
	int rows, columns;
	struct terminal_cell cells[ROWS_MOST + 1][COLUMNS_MOST + 1]; /* where it ends, too */
};

static void keep_cells(struct terminal *terminal, struct cells *cells)
{
	memset(cells, 0, sizeof *cells);
	while (terminal_cell(terminal, cells->rows, 0, &cells->cells[cells->rows][0]))
		cells->rows++;
	while (terminal_cell(terminal, 0, cells->columns, &cells->cells[0][cells->columns]))
		cells->columns++;
	for (int row = 0; row < cells->rows; row++)
		for (int column = 0; column < cells->columns; column++)
			terminal_cell(terminal, row, column, &cells->cells[row][column]);
}

static bool is_same_cell(const struct terminal_cell *one, const struct terminal_cell *other)
{
	return strcmp(one->text, other->text) == 0 && one->foreground == other->foreground &&
	       one->background == other->background && one->bold == other->bold &&
	       one->underline == other->underline && one->reverse == other->reverse;
}

static bool is_same_row(const struct cells *before, const struct cells *now, int row)
{
	for (int column = 0; column < now->columns; column++)
		if (!is_same_cell(&before->cells[row][column], &now->cells[row][column]))
			return false;
	return true;
}

/* Types, and checks that each row written to was changed. Returns how many were. */
static int press(struct terminal *terminal, const char *keys)
{
	static struct cells before, now;
	int touched = 0;
	keep_cells(terminal, &before);
	terminal_forget_touched(terminal);
	wizard_keys(terminal, keys);
	keep_cells(terminal, &now);
	for (int row = 0; row < now.rows; row++) {
		if (!terminal_touched(terminal, row))
			continue;
		touched++;
		if (is_same_row(&before, &now, row))
			ck_abort_msg("%s: row %d is written anew:\n%s", keys, row,
				terminal_screen(terminal));
	}
	return touched;
}

/* Keys through all kinds of screens, each with the wizard at rest before the next; but for F9,
 * which wipes every row, whatever is known of it. */
static const char *const walk[] = {"r", "o", "m", "<Backspace>", "<Down>", "<Down>", "<Tab>",
	"<Home>", "<PgDn>", "<PgDn>", "<PgUp>", "<Down>", "\025", "<PgDn>", "<Down>", "<PgDn>",
	"<PgUp>", "<Home>", "romania", "<Enter>", "2", "4", "<Down>", "<Down>", "<Up>", "<Enter>",
	"<F3>", "<F3>", "<Enter>", "<Enter>", "2", "<Enter>", "1", "<Enter>", "<F5>", "<PgDn>",
	"<Down>", "<Down>", "<PgDn>", "<Up>", "<Home>", "<Enter>", "<Down>", "<Right>", "<Right>",
	"<Left>", "<F3>", "<End>", "<Home>", "<F5>", "<F1>", "<PgDn>", "<PgUp>", "<End>", "<F1>",
	"<F4>", "<Up>", "<Home>", "<PgDn>", "<F4>", "<F4>", "<Home>", "<Down>", "<Down>", "<Down>",
	"<Enter>", "3", "<Enter>", "<Down>", "<PgDn>", "<Home>", "<Enter>", "<Up>", "<F4>", "<F10>",
	NULL};

/* The same on a terminal that has no second screen and few keys. */
static const char *const walk_of_arrows[] = {"<Down>", "<Down>", "<Down>", "<Down>", "<Down>",
	"<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>",
	"<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "<Up>", "m",
	"a", "n", "<Backspace>", "\025", "rom", "<Enter>", "24", "<Enter>", "<F5>", "<Down>",
	"<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>", "<Down>",
	"<Down>", "<Enter>", "<Down>", "<Right>", "<Down>", "<Left>", "<F3>", "<Up>", "<Up>",
	"<F5>", "<F1>", "<Down>", "<Down>", " ", "<Up>", "<F1>", "<F4>", "<Up>", "<Up>", "<Enter>",
	"~", "<Enter>", "<Down>", "<Down>", "<Up>", "<Enter>", "<Down>", "<F4>", NULL};

static const struct {
	const char *type;
	const char *const *keys;
	int rows, columns;
} walks[] = {
	{"xterm-256color", walk, 24, 80},
	{"xterm-256color", walk, 40, 120},
	{"xterm-256color", walk, 12, 40},
	{"screen-256color", walk, 24, 80},
	{"vt100", walk_of_arrows, 24, 80},
	{"vt100", walk_of_arrows, 12, 40},
	{"vt100", walk_of_arrows, 40, 120},
};

enum { WALKS = sizeof walks / sizeof *walks };

START_TEST(test_rows_that_changed)
{
	struct terminal_options options = {
		.type = walks[_i].type, .rows = walks[_i].rows, .columns = walks[_i].columns};
	struct terminal *terminal = wizard_start(&options);
	for (const char *const *keys = walks[_i].keys; *keys; keys++)
		press(terminal, *keys);
	ck_assert_str_eq(terminal_scrollback(terminal), "");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_rows_of_a_key)
{
	enum { FEW = 128 /* bytes: two places, each with its colours */ };
	struct terminal *terminal = wizard_start(NULL);
	press(terminal, "romania<Enter>");
	ck_assert_int_eq(press(terminal, "2"), 1);
	size_t mark = terminal_mark(terminal);
	ck_assert_int_eq(press(terminal, "4"), 1);
	ck_assert_uint_le(terminal_mark(terminal) - mark, FEW);
	ck_assert_int_eq(press(terminal, "<Left>"), 0);
	press(terminal, "<Enter>");
	ck_assert_int_eq(press(terminal, "<Down>"), 1);
	ck_assert_int_eq(press(terminal, "<Down>"), 2);
	ck_assert_int_eq(press(terminal, "<Up>"), 2);
	wizard_stop(terminal);
}
END_TEST

/* Everything is written anew when that is asked for, and in a window of another size. */
START_TEST(test_whole_screen)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "ro");
	char *before = terminal_screen(terminal);
	terminal_forget_touched(terminal);
	wizard_keys(terminal, "\014");
	for (int row = 0; row < 24; row++)
		ck_assert_msg(terminal_touched(terminal, row), "row %d", row);
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	terminal_forget_touched(terminal);
	terminal_resize(terminal, 30, 90);
	wizard_keys(terminal, "");
	for (int row = 0; row < 30; row++)
		ck_assert_msg(terminal_touched(terminal, row), "row %d", row);
	free(before);
	free(after);
	wizard_stop(terminal);
}
END_TEST

/* Where the mark of what is chosen stands: the row's first character. -1 where there is none. */
static int find_mark(struct terminal *terminal)
{
	struct terminal_cell cell;
	for (int row = 0; terminal_cell(terminal, row, 0, &cell); row++) {
		int column = 0;
		while (terminal_cell(terminal, row, column, &cell) && strcmp(cell.text, " ") == 0)
			column++;
		if (terminal_cell(terminal, row, column, &cell) && strcmp(cell.text, ">") == 0)
			return row;
	}
	return -1;
}

/* Screens on the way to the result, and the words on which the cursor stands; NULL: on what is
 * chosen. */
static const struct {
	const char *keys;
	const char *words;
} cursors[] = {
	{"<Enter>", NULL},
	{"<Down>", NULL},
	{"<PgDn>", NULL},
	{"\025ro", NULL},
	{"<Tab>", NULL},
	{"\025zz", NULL},
	{"\025romania<Enter>", NULL},
	{"24", NULL},
	{"<Down>", NULL},
	{"<Down><Down>", NULL},
	{"\02524<Enter>", "1  Yes"},
	{"2", NULL},
	{"<F4>", NULL},
	{"<Up>", NULL},
	{"<F4><F5>", NULL},
	{"<Down><Down>", NULL},
	{"<End>", NULL},
	{"<F5><Enter>1<Enter>2<Enter>2<Enter>1<Enter>1<Enter>", NULL},
	{"3", NULL},
	{"<Down>", NULL},
	{"<Enter>2<Enter><Enter>2<Enter>", NULL},
	{"<Down>", NULL},
	{"<F6>", "summary.txt"},
};

START_TEST(test_cursor)
{
	int row, column, at, from;
	struct terminal *terminal = wizard_launch(NULL);
	wizard_check_shows(terminal, "Enter Start");
	for (size_t i = 0; i < sizeof cursors / sizeof *cursors; i++) {
		wizard_keys(terminal, cursors[i].keys);
		terminal_cursor(terminal, &row, &column);
		ck_assert(terminal_cursor_visible(terminal));
		at = find_mark(terminal);
		if (cursors[i].words)
			ck_assert(terminal_find(terminal, cursors[i].words, &at, &from));
		ck_assert_msg(row == at, "%s: in row %d of:\n%s", cursors[i].keys, row,
			terminal_screen(terminal));
	}
	terminal_free(terminal);
}
END_TEST

static void add_redraws(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_rows_that_changed, 0, WALKS);
	tcase_add_test(tcase, test_rows_of_a_key);
	tcase_add_test(tcase, test_whole_screen);
	tcase_add_test(tcase, test_cursor);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"redraws", add_redraws}};
	return wizard_run_suite("wizard_redraw", cases, sizeof cases / sizeof *cases);
}
