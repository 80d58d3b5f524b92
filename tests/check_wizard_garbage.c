/* What no person means to type: unknown keys, random bytes, broken encodings, endless sequences,
 * a large paste. The wizard neither ends nor is stuck after any of it. */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* After anything at all: out of a hidden screen or a question to confirm, F10 asks to stop. */
static void check_alive(struct terminal *terminal)
{
	ck_assert(terminal_wait_idle(terminal));
	char *screen = terminal_screen(terminal);
	if (strcmp(screen, "\n") == 0)
		wizard_keys(terminal, "<F9>");
	free(screen);
	if (terminal_shows(terminal, "Enter Stop") || terminal_shows(terminal, "Enter Finish") ||
		terminal_shows(terminal, "Enter Replace"))
		wizard_keys(terminal, "\033\033");
	wizard_stop(terminal);
}

/* Keys that mean nothing change nothing. */
static const char *const nothing[] = {
	"\033[2~", /* Insert */
	"\033[18~", /* F7 */
	"\033[19~", /* F8 */
	"\033[23~", /* F11 */
	"\033[24~", /* F12 */
	"\033[24;5~", /* with Ctrl */
	"\033[1;5A", "\033[1;2C", "\033[25~", "\033[200~\033[201~", /* a paste of nothing */
	"\033[I\033[O", /* the window came and went */
	"\033[?1;2c", /* what a terminal says of itself */
	"\033[[Z", "\033[1;2R", "\033O5Z",
	"\001\002\005\006\007\013\016\020\022\024\027\030\031\035\036\037",
	"\302\200\302\237", /* control characters of Latin-1 */
	"\340\270", /* the beginning of a character */
	"\377\376\300\200\355\240\200", /* no UTF-8 at all */
	"\364\220\200\200", /* beyond the last character */
	"\357\277\276\342\200\256", /* no character; one that turns the line around */
};

START_TEST(test_unknown_keys)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, "return-wish", NULL);
	wizard_keys(terminal, "2");
	char *before = terminal_screen(terminal);
	wizard_keys(terminal, nothing[_i]);
	char *after = terminal_screen(terminal);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	check_alive(terminal);
}
END_TEST

/* What begins like a key, and never ends. */
static const char *const unfinished[] = {"\033", "\033[", "\033[[", "\033O", "\033[1;5", "\033[M",
	"\033]0;title", "\033P", "\033\033", "\033\033[", "\033[\033[", "\303"};

START_TEST(test_unfinished_keys)
{
	static const char *const places[] = {"origin", "return-wish"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct terminal *terminal = wizard_start(NULL);
		wizard_walk(terminal, wizard_romania, places[i], NULL);
		wizard_keys(terminal, unfinished[_i]);
		check_alive(terminal);
	}
}
END_TEST

/* Curses reads on until a byte that no mouse sends: it takes one key with it, and not more. */
START_TEST(test_unfinished_mouse_report)
{
	struct terminal *terminal = wizard_start(NULL);
	wizard_keys(terminal, "\033[<0;1");
	wizard_keys(terminal, "<F10>");
	check_alive(terminal);
}
END_TEST

/* What may be typed at random: not what the terminal itself takes as a signal or as a hold, nor
 * Enter, with which a random walk would end by itself. */
static bool is_typable(int byte)
{
	static const char taken[] = "\003\021\023\032\034\r\n";
	return byte != 0 && !strchr(taken, byte);
}

/* Xorshift (Marsaglia, "Xorshift RNGs", 2003). */
static uint32_t draw(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* Bytes of all kinds, with Esc and `[` more often than by chance. */
static void fill(char *bytes, size_t length, uint32_t seed)
{
	size_t count = 0;
	while (count < length) {
		uint32_t number = draw(&seed);
		int byte = number >> 28 == 0   ? '\033'
			   : number >> 28 == 1 ? '['
					       : (int)(number & 255);
		if (is_typable(byte))
			bytes[count++] = (char)byte;
	}
	bytes[length] = '\0';
}

enum { BURST = 3000, BURSTS = 4 };

START_TEST(test_random_bytes)
{
	static const char *const places[] = {
		"origin", "age", "return-wish", "support-needs", "result"};
	char bytes[BURST + 1];
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, places[_i], NULL);
	for (uint32_t i = 1; i <= BURSTS; i++) {
		fill(bytes, BURST, i * 2654435769U + (uint32_t)_i);
		wizard_keys(terminal, "");
		terminal_type(terminal, bytes);
	}
	check_alive(terminal);
}
END_TEST

START_TEST(test_random_bytes_of_other_terminals)
{
	static const char *const types[] = {"linux", "screen", "vt100"};
	char bytes[BURST + 1];
	struct terminal_options options = {.type = types[_i], .locale = _i == 1 ? "C" : NULL};
	struct terminal *terminal = wizard_start(&options);
	fill(bytes, BURST, 7 + (uint32_t)_i);
	terminal_type(terminal, bytes);
	check_alive(terminal);
}
END_TEST

/* A long sequence is read to its end, and what follows it is a key again. */
START_TEST(test_long_sequences)
{
	static const char *const around[][2] = {{"\033[", "m"}, {"\033[<", "M"},
		{"\033]0;", "\007"}, {"\033P", "\033\\"}, {"\033[?", "h"}, {"\033O", "Z"}};
	enum { DIGITS = 1500 };
	struct text sequence;
	struct terminal *terminal = wizard_start(NULL);
	text_init(&sequence);
	text_add(&sequence, around[_i][0]);
	for (int i = 0; i < DIGITS; i++)
		text_add(&sequence, "9");
	text_add(&sequence, around[_i][1]);
	terminal_type(terminal, sequence.bytes);
	text_destroy(&sequence);
	wizard_keys(terminal, "\025rom");
	wizard_check_shows(terminal, "> RO  Romania");
	check_alive(terminal);
}
END_TEST

START_TEST(test_large_paste)
{
	static const struct {
		const char *place;
		size_t length;
	} pastes[] = {
		{"origin", 20 * 1000}, {"age", 5000}, {"return-wish", 5000}, {"result", 5000}};
	static const char words[] = "somebody's whole letter, which was meant for another window ";
	struct text paste;
	struct terminal *terminal = wizard_start(NULL);
	wizard_walk(terminal, wizard_romania, pastes[_i].place, NULL);
	text_init(&paste);
	while (paste.length < pastes[_i].length)
		text_add(&paste, words);
	terminal_type(terminal, paste.bytes);
	text_destroy(&paste);
	ck_assert(terminal_wait_idle(terminal));
	wizard_check_place(terminal, pastes[_i].place);
	check_alive(terminal);
}
END_TEST

static void add_garbage(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_unknown_keys, 0, (int)(sizeof nothing / sizeof *nothing));
	tcase_add_loop_test(
		tcase, test_unfinished_keys, 0, (int)(sizeof unfinished / sizeof *unfinished));
	tcase_add_test(tcase, test_unfinished_mouse_report);
	tcase_add_loop_test(tcase, test_random_bytes, 0, 5);
	tcase_add_loop_test(tcase, test_random_bytes_of_other_terminals, 0, 3);
	tcase_add_loop_test(tcase, test_long_sequences, 0, 6);
	tcase_add_loop_test(tcase, test_large_paste, 0, 4);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"garbage", add_garbage}};
	return wizard_run_suite("wizard_garbage", cases, sizeof cases / sizeof *cases);
}
