#include "shell.h"
#include "suite.h"
#include "terminal_private.h"
#include "terminal_screen.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

START_TEST(test_screen_text)
{
	struct terminal *terminal = shell_start("printf 'one\\n  two  \\n\\nthree'");
	ck_assert(terminal_wait_text(terminal, "three"));
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "one\n  two\n\nthree\n");
	ck_assert(terminal_shows(terminal, "one\n  two\n"));
	ck_assert(!terminal_shows(terminal, "four"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_wide_and_combined)
{
	int row, column;
	struct terminal_cell cell;
	struct terminal *terminal = shell_start("printf 'a\\346\\227\\245e\\314\\201z'");
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "a\346\227\245e\314\201z\n");
	ck_assert(terminal_find(terminal, "z", &row, &column));
	ck_assert_int_eq(row, 0);
	ck_assert_int_eq(column, 4);
	ck_assert(terminal_cell(terminal, 0, 1, &cell));
	ck_assert_int_eq(cell.width, 2);
	ck_assert_str_eq(cell.text, "\346\227\245");
	ck_assert(terminal_cell(terminal, 0, 2, &cell));
	ck_assert_str_eq(cell.text, "");
	ck_assert(!terminal_cell(terminal, 24, 0, &cell));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_latin1)
{
	struct terminal_options options = {.locale = "en_GB.ISO-8859-1"};
	struct terminal *terminal = shell_start_as("printf 'caf\\351'", &options);
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "caf\303\251\n");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_wait_text_ends_with_the_program)
{
	struct terminal *terminal = shell_start("echo something else");
	ck_assert(!terminal_wait_text(terminal, "never said"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_wait_gone)
{
	struct terminal *terminal = shell_start("printf here; read line; tput clear; read line");
	ck_assert(terminal_wait_text(terminal, "here"));
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	ck_assert(terminal_wait_gone(terminal, "here"));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_colours)
{
	struct terminal_cell cell;
	struct terminal *terminal =
		shell_start("printf plain; tput bold; tput setaf 1; tput setab 4; "
			    "printf vivid; tput sgr0; tput rev; printf turned; "
			    "printf '\\033[0;38;2;1;2;3mmixed\\033[m'");
	shell_check_end(terminal, 0);
	ck_assert(terminal_cell_of(terminal, "plain", &cell));
	ck_assert_int_eq(cell.foreground, TERMINAL_COLOUR_OWN);
	ck_assert_int_eq(cell.background, TERMINAL_COLOUR_OWN);
	ck_assert(!cell.bold && !cell.reverse);
	ck_assert(terminal_cell_of(terminal, "vivid", &cell));
	ck_assert_int_eq(cell.foreground, 1);
	ck_assert_int_eq(cell.background, 4);
	ck_assert(cell.bold && !cell.reverse);
	ck_assert(terminal_cell_of(terminal, "turned", &cell));
	ck_assert(cell.reverse && !cell.bold);
	ck_assert(terminal_cell_of(terminal, "mixed", &cell));
	ck_assert_int_eq(cell.foreground, TERMINAL_COLOUR_MIX | 0x010203);
	ck_assert(!terminal_cell_of(terminal, "nowhere", &cell));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_cursor)
{
	int row, column;
	struct terminal *terminal = shell_start("tput cup 5 7; tput civis; read line; tput cnorm");
	ck_assert(terminal_wait_idle(terminal));
	terminal_cursor(terminal, &row, &column);
	ck_assert_int_eq(row, 5);
	ck_assert_int_eq(column, 7);
	ck_assert(!terminal_cursor_visible(terminal));
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	shell_check_end(terminal, 0);
	ck_assert(terminal_cursor_visible(terminal));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_alternate)
{
	struct terminal *terminal = shell_start(
		"echo main; tput smcup; tput clear; printf other; read line; tput rmcup");
	ck_assert(terminal_wait_text(terminal, "other"));
	ck_assert(terminal_alternate(terminal));
	ck_assert(!terminal_shows(terminal, "main"));
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	shell_check_end(terminal, 0);
	ck_assert(!terminal_alternate(terminal));
	shell_check_screen(terminal, "main\n");
	ck_assert_str_eq(terminal_scrollback(terminal), "");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_scrollback)
{
	struct terminal_options options = {.rows = 3};
	struct terminal *terminal = shell_start_as("seq 5; printf end", &options);
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "4\n5\nend\n");
	ck_assert_str_eq(terminal_scrollback(terminal), "1\n2\n3\n");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_title_and_bell)
{
	struct terminal *terminal = shell_start("printf '\\033]2;a title\\007\\007'");
	shell_check_end(terminal, 0);
	ck_assert_str_eq(terminal_title(terminal), "a title");
	ck_assert_int_eq(terminal_bells(terminal), 1);
	terminal_free(terminal);
	terminal = shell_start_type("printf '\\033khidden\\033\\\\seen'", "screen");
	shell_check_end(terminal, 0);
	ck_assert_str_eq(terminal_title(terminal), "hidden");
	shell_check_screen(terminal, "seen\n");
	terminal_free(terminal);
	terminal = shell_start("echo none");
	shell_check_end(terminal, 0);
	ck_assert_str_eq(terminal_title(terminal), "");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_linux_palette)
{
	struct terminal *terminal = shell_start_type(
		"printf '\\033]Rone \\033]P1aabbcctwo \\033]2;t\\007three'", "linux");
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "one two three\n");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_screen_repeated_character)
{
	struct terminal *terminal = shell_start("printf 'a-\\033[4bz'");
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "a-----z\n");
	terminal_free(terminal);
	struct terminal_options narrow = {.columns = 5};
	terminal = shell_start_as("printf 'a\\033[3bzyx'", &narrow);
	shell_check_end(terminal, 0);
	shell_check_screen(terminal, "aaaaz\nyx\n");
	terminal_free(terminal);
}
END_TEST

START_TEST(test_log_marks)
{
	size_t length;
	struct terminal *terminal =
		shell_start("printf first; read line; printf second; read line");
	ck_assert(terminal_wait_text(terminal, "first"));
	size_t mark = terminal_mark(terminal);
	ck_assert(terminal_wrote(terminal, 0, "first"));
	ck_assert(!terminal_wrote(terminal, mark, "first"));
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	ck_assert(terminal_wait_wrote(terminal, mark, "second"));
	ck_assert_mem_eq(terminal_log(terminal, &length), "first", 5);
	ck_assert_uint_eq(length, terminal_mark(terminal));
	terminal_free(terminal);
}
END_TEST

START_TEST(test_expect_screen)
{
	struct terminal *terminal = shell_start("echo a picture; echo '  of two lines'; read line");
	ck_assert(terminal_expect_screen(terminal, "terminal-picture"));
	terminal_type(terminal, "x");
	if (!getenv("SCREENS_UPDATE"))
		ck_assert(!terminal_expect_screen(terminal, "terminal-picture"));
	terminal_free(terminal);
}
END_TEST

/* Memory with a guard on both sides, so that writing outside it is noticed when it is freed. */
enum { GUARD_SIZE = 4096, GUARD_BYTE = 0x5a };

static int guards_broken;

static void *guarded_new(size_t size, void *nothing)
{
	(void)nothing;
	unsigned char *block = malloc(size + 2 * GUARD_SIZE);
	ck_assert_ptr_nonnull(block);
	memset(block, GUARD_BYTE, size + 2 * GUARD_SIZE);
	memset(block + GUARD_SIZE, 0, size);
	memcpy(block, &size, sizeof size);
	return block + GUARD_SIZE;
}

static void guarded_free(void *memory, void *nothing)
{
	(void)nothing;
	if (!memory)
		return;
	size_t size;
	unsigned char *block = (unsigned char *)memory - GUARD_SIZE;
	memcpy(&size, block, sizeof size);
	for (size_t i = sizeof size; i < GUARD_SIZE; i++) {
		if (block[i] != GUARD_BYTE || block[size + GUARD_SIZE + i] != GUARD_BYTE)
			guards_broken++;
	}
	free(block);
}

/* What a program may write at any moment; two numbers, from 1 to 70. libvterm 0.1.4 alone writes
 * outside its memory at some of it, when the screen has changed its size; see terminal_wire.c. */
static const char *const writings[] = {"\033[?1049h", "\033[?1049l", "\033[%d;%dH", "\033[%d;200H",
	"\033[%d;%dr", "\n\n\n\033M\033M", "\033[%dL", "\033[%dM", "\033[%dS", "\033[%dT", "\0337",
	"\0338", "\033[s", "\033[u", "text \346\227\245 here"};

/* The same numbers in every run and on every machine. */
static unsigned next_number(unsigned *state, unsigned limit)
{
	*state = *state * 1103515245U + 12345U;
	return (*state >> 16) % limit;
}

static void write_at_random(struct wire *wire, unsigned *state)
{
	struct text text;
	unsigned which = next_number(state, sizeof writings / sizeof *writings);
	int one = (int)next_number(state, 70) + 1;
	int two = (int)next_number(state, 70) + 1;
	text_init(&text);
	text_format(&text, writings[which], one, two);
	terminal_wire_read(wire, text.bytes, text.length);
	text_destroy(&text);
}

static void check_cursor(struct terminal *terminal)
{
	int row, column, rows, columns;
	terminal_cursor(terminal, &row, &column);
	vterm_get_size(terminal->vterm, &rows, &columns);
	ck_assert_int_ge(row, 0);
	ck_assert_int_lt(row, rows);
	ck_assert_int_ge(column, 0);
	ck_assert_int_lt(column, columns);
}

START_TEST(test_wire_keeps_libvterm_within_its_memory)
{
	VTermAllocatorFunctions functions = {guarded_new, guarded_free};
	struct terminal terminal = {.vterm = vterm_new_with_allocator(24, 80, &functions, NULL)};
	VTermScreen *screen = vterm_obtain_screen(terminal.vterm);
	unsigned state = (unsigned)_i;
	vterm_set_utf8(terminal.vterm, 1);
	vterm_screen_enable_altscreen(screen, 1);
	vterm_screen_reset(screen, 1);
	terminal_wire_init(&terminal.wire, terminal.vterm, "xterm", true);
	for (int i = 0; i < 2000; i++) {
		if (next_number(&state, 7) == 0)
			terminal_screen_resize(&terminal, (int)next_number(&state, 40) + 1,
				(int)next_number(&state, 30) + 1);
		write_at_random(&terminal.wire, &state);
		check_cursor(&terminal);
	}
	terminal_wire_destroy(&terminal.wire);
	vterm_free(terminal.vterm);
	ck_assert_int_eq(guards_broken, 0);
}
END_TEST

/* After the commands the terminal must not be whole, and the reason must say `expected`. */
static void check_broken(const char *commands, const char *type, const char *expected)
{
	char *why = NULL;
	struct terminal *terminal = shell_start_type(commands, type);
	shell_check_end(terminal, 0);
	ck_assert_msg(!terminal_is_whole(terminal, &why), "'%s' was not noticed", commands);
	ck_assert_msg(strstr(why, expected) != NULL, "'%s': %s", commands, why);
	free(why);
	terminal_free(terminal);
}

START_TEST(test_whole)
{
	static const char *const types[] = {"xterm", "xterm-256color", "linux", "screen", "tmux"};
	struct terminal *terminal = shell_start_type(
		"old=$(stty -g); stty raw -echo; tput smcup; tput smkx; tput civis; "
		"tput csr 2 5; tput bold; tput setaf 2; tput smacs; tput smir; "
		"printf '\\033[?2004;1000h\\033[?2004l\\033[?1000l'; "
		"tput rmir; tput rmacs; tput sgr0; tput csr 0 23; tput cnorm; tput rmkx; "
		"tput rmcup; stty $old",
		types[_i]);
	shell_check_end(terminal, 0);
	shell_check_whole(terminal);
	terminal_free(terminal);
}
END_TEST

/* A terminal that gets another size scrolls as a whole again. */
START_TEST(test_whole_after_resize)
{
	struct terminal *terminal = shell_start("tput csr 2 5; read line");
	ck_assert(terminal_wait_idle(terminal));
	terminal_resize(terminal, 30, 80);
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	shell_check_end(terminal, 0);
	shell_check_whole(terminal);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_whole_notices)
{
	static const struct {
		const char *commands, *type, *why;
	} left[] = {
		{"stty raw", "xterm", "icanon is off"},
		{"stty -echo", "xterm", "echo is off"},
		{"stty intr ^A", "xterm", "control character"},
		{"stty -echoe", "xterm", "settings"},
		{"tput smcup", "xterm", "alternate screen: left on"},
		{"tput civis", "linux", "visible cursor: left off"},
		{"tput smkx", "screen", "keypad"},
		{"printf '\\033[?1h'", "xterm", "cursor keys"},
		{"printf '\\033[?1006;1000h'", "xterm", "mouse: left on"},
		{"printf '\\033[?2004h'", "xterm", "bracketed pasting: left on"},
		{"printf '\\033[?2026h'", "xterm", "mode ?2026: left on"},
		{"tput bold", "xterm", "bold"},
		{"tput rev", "linux", "reversed"},
		{"tput setaf 3", "xterm-256color", "coloured"},
		{"tput setab 3", "xterm", "coloured"},
		{"tput smacs", "xterm", "drawn as lines"},
		{"tput smacs", "linux", "drawn as lines"},
		{"tput smir", "xterm", "mode 4"},
		{"tput csr 2 5", "tmux", "only rows 3 to 6 scroll"},
		{"printf '\\033['", "xterm", "not ended"},
	};
	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		check_broken(left[i].commands, left[i].type, left[i].why);
}
END_TEST

static void add_screen(TCase *tcase)
{
	tcase_add_test(tcase, test_screen_text);
	tcase_add_test(tcase, test_screen_wide_and_combined);
	tcase_add_test(tcase, test_screen_latin1);
	tcase_add_test(tcase, test_wait_text_ends_with_the_program);
	tcase_add_test(tcase, test_wait_gone);
	tcase_add_test(tcase, test_screen_colours);
	tcase_add_test(tcase, test_screen_cursor);
	tcase_add_test(tcase, test_screen_alternate);
	tcase_add_test(tcase, test_screen_scrollback);
	tcase_add_test(tcase, test_screen_title_and_bell);
	tcase_add_test(tcase, test_screen_linux_palette);
	tcase_add_test(tcase, test_screen_repeated_character);
	tcase_add_test(tcase, test_log_marks);
	tcase_add_test(tcase, test_expect_screen);
}

static void add_whole(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_wire_keeps_libvterm_within_its_memory, 0, 5);
	tcase_add_loop_test(tcase, test_whole, 0, 5);
	tcase_add_test(tcase, test_whole_after_resize);
	tcase_add_test(tcase, test_whole_notices);
}

int main(void)
{
	static const struct {
		const char *name;
		void (*add)(TCase *tcase);
	} cases[] = {
		{"screen", add_screen},
		{"whole", add_whole},
	};
	Suite *suite = suite_create("terminal_screen");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		TCase *tcase = tcase_create(cases[i].name);
		tcase_set_timeout(tcase, TERMINAL_CASE_SECONDS);
		cases[i].add(tcase);
		suite_add_tcase(suite, tcase);
	}
	return suite_run(suite);
}
