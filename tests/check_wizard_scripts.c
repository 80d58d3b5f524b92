/* The wizard in every script: whatever the letters are, borders, columns and marks stand where they
 * stand in English, and every cell holds what the terminal takes it for. */
#include "folder.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <glob.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unistr.h>
#include <wchar.h>

static const struct size {
	int rows;
	int columns;
	int margin; /* at the left and the right */
	bool whole; /* nothing of the lists is out of sight */
} sizes[] = {{24, 80, 2, false}, {12, 40, 0, false}, {40, 120, 2, true}};

/* Through the real pack, in any language: the start, a country, an age, options, their help, all
 * answers, the outcome so far in lines and in words, and the end. */
static const char *const steps[] = {"", "<F1>", "<F1><Enter>", "zzzz<Enter>", "\025ro", "<F1>",
	"<PgDn>", "<F1><Enter>", "old<Enter>", "\02524<Enter>", "<Enter>", "2<Enter>", "1<Enter>",
	"<F1>", "<F1>2<Enter>!<Enter>", "1<Enter>", "1<Enter>2", "<Enter>2<Enter>", "<F4>",
	"<Home><Enter>\025nl<Enter>", "<F3><F3><F3><F5>", "<Enter>", "<PgDn>",
	"<F3><F3>1<Enter>2<Enter>", "<Enter>", "<F3><End><Up><Enter>", "<PgDn>", "<F10>"};

/* Through the small pack, and the pack with its questions in many scripts. */
static const char *const small_steps[] = {"", "<Enter>", "ro", "<F1>", "<F1><Enter>", "20", "<F1>",
	"<F1><Enter>", "2", "<F1>", "<F1><Enter>", "<F1>", "<PgDn>", "<F1>1<Enter>", "12", "<F1>",
	"<PgDn>", "<F1><F4>", "<PgDn>", "<Home><Enter>\025nl<Enter>", "<F3><F3><F3><F5>", "<Enter>",
	"<Right>", "<F3><F3><Enter>", "<End><Up><Enter>", "<PgDn>", "<PgDn>", "<F10>"};

enum {
	SIZES = sizeof sizes / sizeof *sizes,
	STEPS = sizeof steps / sizeof *steps,
	SMALL_STEPS = sizeof small_steps / sizeof *small_steps,
	STEPS_MOST = STEPS > SMALL_STEPS ? STEPS : SMALL_STEPS,
	SPANS = 64,
	WIDEST = 120,
	FOLDER = 1024, /* the longest path */
};

/* What English screens have, of a size. */
struct english {
	struct span {
		int from, to; /* columns of a border */
	} spans[SPANS];
	size_t span_count;
	bool upright[WIDEST]; /* columns that have one */
	int digits[STEPS_MOST]; /* lines of a list that have one, at each step */
};

/* A screen being looked at. */
struct look {
	struct terminal *terminal;
	const struct size *size;
	struct english *english;
	const char *language; /* NULL: English, which is learnt from */
	size_t step;
};

static void reject(const struct look *look, const char *what, int row, int column)
{
	char *screen = terminal_screen(look->terminal);
	fprintf(stderr, "%s\n", screen);
	free(screen);
	ck_abort_msg("%s, step %zu, %dx%d: %s at row %d, column %d", look->language, look->step,
		look->size->columns, look->size->rows, what, row, column);
}

static bool shows(const struct look *look, int row, int column, const char *text)
{
	struct terminal_cell cell;
	return terminal_cell(look->terminal, row, column, &cell) && strcmp(cell.text, text) == 0;
}

static bool is_blank(const struct look *look, int row, int column)
{
	return shows(look, row, column, " ");
}

/* Each cell holds a character as wide as it is, with its marks, and no sign that it is no
 * character. */
static void look_at_cell(const struct look *look, int row, int column)
{
	struct terminal_cell cell;
	ucs4_t character;
	ck_assert(terminal_cell(look->terminal, row, column, &cell));
	if (!*cell.text) {
		struct terminal_cell left;
		if (!terminal_cell(look->terminal, row, column - 1, &left) || left.width != 2)
			reject(look, "half of a character", row, column);
		return;
	}
	u8_strmbtouc(&character, (const uint8_t *)cell.text);
	if (character == 0xFFFD)
		reject(look, "what is no character", row, column);
	if (wcwidth((wchar_t)character) != cell.width)
		reject(look, "a character in too few or too many cells", row, column);
	if (cell.width == 2 && !shows(look, row, column + 1, ""))
		reject(look, "a character cut in two", row, column);
}

static void look_at_span(const struct look *look, int row, int from, int to)
{
	struct english *english = look->english;
	for (size_t i = 0; i < english->span_count; i++)
		if (english->spans[i].from == from && english->spans[i].to == to)
			return;
	if (look->language)
		reject(look, "a border that is broken or elsewhere", row, from);
	ck_assert_uint_lt(english->span_count, SPANS);
	english->spans[english->span_count++] = (struct span){from, to};
}

static void look_at_borders(const struct look *look, int row)
{
	static const char border[] = "\342\224\200", upright[] = "\342\224\202";
	for (int column = 0; column < look->size->columns; column++) {
		int from = column;
		while (shows(look, row, column, border))
			column++;
		if (column > from)
			look_at_span(look, row, from, column);
		if (!shows(look, row, column, upright))
			continue;
		if (!look->language)
			look->english->upright[column] = true;
		if (!look->english->upright[column])
			reject(look, "a border that stands elsewhere", row, column);
	}
}

/* Whether the cell is part of the bar over what is chosen. */
static bool is_chosen(const struct look *look, int row, int column)
{
	struct terminal_cell cell, margin;
	return terminal_cell(look->terminal, row, column, &cell) &&
	       terminal_cell(look->terminal, row, 0, &margin) &&
	       (cell.reverse != margin.reverse || cell.background != margin.background);
}

/* A border downwards has no gaps, but where another one or the bar crosses it. */
static void look_at_upright(const struct look *look, int column)
{
	static const char across[] = "\342\224\200", upright[] = "\342\224\202";
	int ended = -1;
	for (int row = 0; row < look->size->rows; row++) {
		bool has = shows(look, row, column, upright);
		if (has && ended >= 0)
			reject(look, "a gap in a border", ended, column);
		if (!has && !shows(look, row, column, across) && !is_chosen(look, row, column) &&
			row > 0 && shows(look, row - 1, column, upright))
			ended = row;
	}
}

/* Nothing but borders from side to side stands in the margins. */
static void look_at_margins(const struct look *look, int row)
{
	if (shows(look, row, 0, "\342\224\200"))
		return;
	for (int i = 0; i < look->size->margin; i++) {
		int right = look->size->columns - 1 - i;
		if (!is_blank(look, row, i))
			reject(look, "something in the margin", row, i);
		if (!is_blank(look, row, right))
			reject(look, "something in the margin", row, right);
	}
}

/* Whether a line of a list begins here: the mark of the chosen one or none, and a digit. */
static bool has_digit(const struct look *look, int row)
{
	struct terminal_cell cell;
	int left = look->size->margin;
	return (shows(look, row, left, ">") || is_blank(look, row, left)) &&
	       is_blank(look, row, left + 1) &&
	       terminal_cell(look->terminal, row, left + 2, &cell) && *cell.text >= '1' &&
	       *cell.text <= '9' && is_blank(look, row, left + 3) && is_blank(look, row, left + 4);
}

static void look_at_digits(const struct look *look)
{
	int digits = 0, *expected = &look->english->digits[look->step];
	for (int row = 0; row < look->size->rows; row++)
		digits += has_digit(look, row);
	if (!look->language)
		*expected = digits;
	if (look->size->whole ? digits != *expected : !digits && *expected)
		reject(look, "lists without their digits", 0, 0);
}

static void look_at(const struct look *look)
{
	for (int row = 0; row < look->size->rows; row++) {
		for (int column = 0; column < look->size->columns; column++)
			look_at_cell(look, row, column);
		look_at_borders(look, row);
		look_at_margins(look, row);
	}
	for (int column = 0; column < look->size->columns; column++)
		look_at_upright(look, column);
	look_at_digits(look);
}

/* Walks through the wizard, and learns from its screens where `language` is NULL. */
static void walk(const char *const arguments[], const char *language, struct english *english,
	const struct size *size, const char *const walked[], size_t count)
{
	struct terminal_options options = {
		.arguments = arguments, .rows = size->rows, .columns = size->columns};
	struct look look = {
		.terminal = wizard_launch(&options),
		.size = size,
		.english = english,
		.language = language,
	};
	for (look.step = 0; look.step < count; look.step++) {
		wizard_keys(look.terminal, walked[look.step]);
		ck_assert(terminal_wait_idle(look.terminal));
		look_at(&look);
	}
	terminal_key(look.terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(look.terminal, 0);
	terminal_free(look.terminal);
}

START_TEST(test_languages)
{
	static const char *const plain[] = {NULL};
	struct english english = {.span_count = 0};
	glob_t files;
	ck_assert_int_eq(glob(SCREENER_SOURCE "/po/iom-screener/*.po", 0, NULL, &files), 0);
	walk(plain, NULL, &english, &sizes[_i], steps, STEPS);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		char language[32];
		const char *name = strrchr(files.gl_pathv[i], '/') + 1;
		snprintf(language, sizeof language, "%.*s", (int)strcspn(name, "."), name);
		const char *const arguments[] = {"--language", language, NULL};
		walk(arguments, language, &english, &sizes[_i], steps, STEPS);
	}
	globfree(&files);
}
END_TEST

/* Of two languages, which the client's is matters as little. */
START_TEST(test_two_languages)
{
	static const char *const dutch[] = {"--client-language", "nl", NULL};
	static const char *const arabic[] = {"--client-language", "ar", NULL};
	struct english english = {.span_count = 0};
	walk(dutch, NULL, &english, &sizes[_i], steps, STEPS);
	walk(arabic, "English and Arabic", &english, &sizes[_i], steps, STEPS);
}
END_TEST

START_TEST(test_many_scripts)
{
	static const char *const plain[] = {"--rules", SCREENER_TEST_DATA "/small-pack", NULL};
	static const char *const many[] = {"--rules", SCREENER_TEST_DATA "/script-pack", NULL};
	struct english english = {.span_count = 0};
	walk(plain, NULL, &english, &sizes[_i], small_steps, SMALL_STEPS);
	walk(many, "many scripts", &english, &sizes[_i], small_steps, SMALL_STEPS);
}
END_TEST

/* The first question of that pack is Arabic: it stands at the right, joined and in order. */
START_TEST(test_arabic_stands_at_the_right)
{
	static const char *const arguments[] = {"--rules", SCREENER_TEST_DATA "/script-pack", NULL};
	struct terminal_options options = {.arguments = arguments};
	struct terminal *terminal = wizard_launch(&options);
	wizard_keys(terminal, "<Enter>");
	wizard_check_screen(terminal, "80x24/arabic-country");
	/* The cursor comes before what was typed: at its left. Nothing is found, so it stays. */
	wizard_keys(terminal, "\330\250\330\250\330\250");
	int row, column, cursor_row, cursor_column;
	ck_assert(terminal_find(terminal, "\357\272\220\357\272\222\357\272\221", &row, &column));
	terminal_cursor(terminal, &cursor_row, &cursor_column);
	ck_assert_int_eq(cursor_row, row);
	ck_assert_int_eq(cursor_column, column - 1);
	wizard_keys(terminal, "<Left>");
	terminal_cursor(terminal, &cursor_row, &cursor_column);
	ck_assert_int_eq(cursor_column, column);
	wizard_stop(terminal);
}
END_TEST

/* Terminals without the letters */

static bool has_arabic(struct terminal *terminal)
{
	char *screen = terminal_screen(terminal);
	bool found = false;
	for (const char *at = screen; *at && !found; at++) {
		unsigned char first = (unsigned char)at[0], second = (unsigned char)at[1];
		found = (first >= 0xD8 && first <= 0xDB) || (first == 0xEF && second >= 0xAC);
	}
	free(screen);
	return found;
}

/* Where the client's language is chosen in the wizard, and where it is given at once: the staff's
 * alone is shown, and the staff are told. Another one is shown as ever. */
START_TEST(test_script_that_cannot_be_shown)
{
	static const char sentence[] =
		"This terminal cannot show Arabic letters; the paper (PDF) can.";
	static const char *const arabic[] = {"--client-language", "ar", NULL};
	struct terminal_options options = {.type = "linux", .arguments = _i ? arabic : NULL};
	struct terminal *terminal = wizard_launch(&options);
	if (!_i) {
		wizard_check_lacks(terminal, sentence);
		wizard_keys(terminal, "<F2><End>");
		while (!terminal_shows(terminal, sentence))
			wizard_keys(terminal, "<Up>");
		ck_assert(!has_arabic(terminal));
		wizard_keys(terminal, "<Enter>");
	}
	wizard_check_shows(terminal, sentence);
	for (size_t i = 1; i + 1 < STEPS; i++) {
		wizard_keys(terminal, steps[i]);
		ck_assert(!has_arabic(terminal));
	}
	wizard_keys(terminal, "<F2>");
	wizard_check_shows(terminal, sentence);
	while (!terminal_shows(terminal, "> Nederlands"))
		wizard_keys(terminal, "<Up>");
	wizard_check_lacks(terminal, sentence);
	wizard_keys(terminal, "<Enter><F2>");
	wizard_check_shows(terminal, "Ondersteuning");
	wizard_stop(terminal);
}
END_TEST

/* Terminals that put text in order themselves */

static const struct {
	const char *type;
	const char *environment; /* that tells which terminal it is, or NULL */
	const char *setting; /* or NULL */
	bool left; /* the order is left to the terminal */
	bool told; /* the terminal is told to leave it to us */
} terminals[] = {
	{NULL, NULL, NULL, false, true},
	{NULL, "VTE_VERSION=7006", NULL, false, true},
	{"tmux-256color", NULL, NULL, false, true},
	{"tmux-256color", "VTE_VERSION=7006", NULL, true, false},
	{"screen", "VTE_VERSION=5202", NULL, false, true},
	{NULL, "KONSOLE_VERSION=220401", NULL, true, false},
	{NULL, "KONSOLE_VERSION=220401", "wizard", false, true},
	{NULL, "MLTERM=3.9.0", NULL, true, false},
	{NULL, "TERM_PROGRAM=Apple_Terminal", NULL, true, false},
	{NULL, "KITTY_WINDOW_ID=1", NULL, true, false},
	{NULL, NULL, "terminal", true, false},
	{NULL, NULL, "auto", false, true},
	{"linux", NULL, NULL, false, true},
};

/* Writes the setting into the folder of the test, and gives it as a variable. */
static void write_setting(const char *setting, char variable[static FOLDER])
{
	char words[64], folder[FOLDER - 32];
	ck_assert_ptr_nonnull(getcwd(folder, sizeof folder));
	snprintf(variable, FOLDER, "XDG_CONFIG_HOME=%s", folder);
	if (!setting)
		return;
	snprintf(words, sizeof words, "right-to-left: %s\n", setting);
	ck_assert_int_eq(mkdir("iom-screener", 0700), 0);
	folder_write("iom-screener/settings.yaml", words, strlen(words));
}

START_TEST(test_order)
{
	static const char *const arguments[] = {"--rules", SCREENER_TEST_DATA "/script-pack", NULL};
	char settings[FOLDER];
	folder_begin();
	write_setting(terminals[_i].setting, settings);
	const char *const environment[] = {settings, terminals[_i].environment, NULL};
	struct terminal_options options = {
		.arguments = arguments, .type = terminals[_i].type, .environment = environment};
	struct terminal *terminal = wizard_launch(&options);
	wizard_keys(terminal, "<Enter>");
	/* "country", as it is read, and as it stands */
	ck_assert_int_eq(terminal_shows(terminal, "\330\250\331\204\330\257"), terminals[_i].left);
	ck_assert_int_eq(terminal_shows(terminal, "\357\272\252\357\273\240\357\272\221"),
		!terminals[_i].left);
	ck_assert_int_eq(terminal_wrote(terminal, 0, "\033[8l"), terminals[_i].told);
	ck_assert(!terminal_wrote(terminal, 0, "\033[8h"));
	wizard_stop(terminal);
	folder_end();
}
END_TEST

/* However it ends; and after a stop it is told again. */
START_TEST(test_order_is_given_back)
{
	static const int signals[] = {15, 1, 11};
	struct terminal *terminal = wizard_start(NULL);
	size_t mark = terminal_mark(terminal);
	terminal_type(terminal, "\032");
	ck_assert(terminal_wait_stop(terminal));
	ck_assert(terminal_wrote(terminal, mark, "\033[8h"));
	mark = terminal_mark(terminal);
	terminal_signal(terminal, 18);
	ck_assert(terminal_wait_wrote(terminal, mark, "\033[8l"));
	ck_assert(terminal_wait_idle(terminal));
	mark = terminal_mark(terminal);
	terminal_signal(terminal, signals[_i]);
	wizard_check_killed(terminal, signals[_i]);
	ck_assert(terminal_wrote(terminal, mark, "\033[8h"));
	terminal_free(terminal);
}
END_TEST

static void add_languages(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_languages, 0, SIZES);
	tcase_add_loop_test(tcase, test_two_languages, 0, SIZES);
}

static void add_scripts(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_many_scripts, 0, SIZES);
	tcase_add_test(tcase, test_arabic_stands_at_the_right);
	tcase_add_loop_test(tcase, test_script_that_cannot_be_shown, 0, 2);
}

static void add_order(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_order, 0, sizeof terminals / sizeof *terminals);
	tcase_add_loop_test(tcase, test_order_is_given_back, 0, 3);
}

int main(void)
{
	static const struct wizard_case cases[] = {
		{"languages", add_languages}, {"scripts", add_scripts}, {"order", add_order}};
	/* For the widths of characters. */
	setlocale(LC_CTYPE, "C.UTF-8");
	return wizard_run_suite("wizard_scripts", cases, sizeof cases / sizeof *cases);
}
