#include "tty_farewell.h"

#include "tty_order.h"

#include <curses.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/* xterm's ctlseqs: 22 and 23 keep and restore the titles of window and icon, on a stack; 0 sets
 * both. The word is the same in many languages, and has to fit any encoding. */
static const char keep_title[] = "\033[22;0t";
static const char set_title[] = "\033]0;Terminal\007";
static const char restore_title[] = "\033[23;0t";

enum {
	ROOM = 4096,
	ROWS_WIPED = 200 /* a cursor sent below the last row stays on that */
};

struct said {
	char bytes[ROOM];
	size_t length;
};

/* There is one terminal. */
static struct {
	struct said farewell;
	size_t rest; /* where each of its last two parts begins */
	size_t scrolled;
	const char *take_order;
	bool has_title;
	bool by_rows; /* the screen is wiped row by row */
} words;

static void add(struct said *said, const char *bytes, size_t length)
{
	if (length > sizeof said->bytes - said->length)
		return;
	memcpy(said->bytes + said->length, bytes, length);
	said->length += length;
}

/* Adds a capability without its padding, `$<50>`: whoever needs that is no terminal of today. */
static void add_string(struct said *said, const char *bytes)
{
	if (!bytes || bytes == (const char *)-1)
		return;
	while (*bytes) {
		const char *padding = strstr(bytes, "$<");
		size_t length = padding ? (size_t)(padding - bytes) : strlen(bytes);
		add(said, bytes, length);
		bytes += length;
		const char *end = padding ? strchr(padding, '>') : NULL;
		bytes = end ? end + 1 : bytes + strlen(bytes);
	}
}

static void add_strings(struct said *said, const char *const names[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_string(said, tigetstr(names[i]));
}

static bool begins(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* A type that is not known to have a title gets none: it would show the words as text. Some status
 * lines (tsl, fsl) are titles: those that begin as xterm's do. */
static bool has_title(const char *type)
{
	static const char *const types[] = {"xterm", "screen", "tmux", "rxvt", "vte", "gnome",
		"konsole", "kitty", "foot", "alacritty", "putty", "mintty", "st-", "wezterm"};
	const char *line = tigetstr("tsl");
	if (tigetflag("XT") == 1)
		return true;
	if (line && line != (const char *)-1 && begins(line, "\033]"))
		return true;
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (begins(type, types[i]))
			return true;
	return false;
}

/*
 * Terminals without a second screen, and those that have one but may be told not to use it, as GNU
 * screen is by default and tmux by some, may keep what is erased at once as if it had scrolled
 * away. So it is erased row by row there.
 */
static bool keeps_erased(const char *type)
{
	return clr_eol && (!enter_ca_mode || begins(type, "screen") || begins(type, "tmux"));
}

static void add_wiping(struct said *said, int rows)
{
	if (!words.by_rows) {
		add_string(said, clear_screen);
		return;
	}
	for (int row = 0; row < rows; row++) {
		add_string(said, tiparm(cursor_address, row, 0));
		add_string(said, clr_eol);
	}
	add_string(said, tiparm(cursor_address, 0, 0));
}

void tty_farewell_prepare(bool orders)
{
	static const char mouse_off[] = "\033[?1000l\033[?1006l";
	static const char *const plain[] = {"rmkx", "rmacs", "sgr0", "op"};
	static const char *const leave[] = {"rmcup", "cnorm"};
	static const char *const scrolled[] = {"E3"};
	const char *type = getenv("TERM");
	struct said *said = &words.farewell;
	said->length = 0;
	words.has_title = has_title(type ? type : "");
	words.by_rows = keeps_erased(type ? type : "");
	if (has_mouse())
		add(said, mouse_off, sizeof mouse_off - 1);
	add_strings(said, plain, sizeof plain / sizeof plain[0]);
	add_wiping(said, ROWS_WIPED);
	add_strings(said, leave, sizeof leave / sizeof leave[0]);
	words.rest = said->length;
	words.take_order = orders ? tty_order_take() : "";
	add_string(said, orders ? tty_order_give_back() : NULL);
	if (words.has_title)
		add(said, restore_title, sizeof restore_title - 1);
	words.scrolled = said->length;
	add_strings(said, scrolled, 1);
}

/* A terminal that has gone is to be left all the same. */
static void say(int output, const char *bytes, size_t length)
{
	ssize_t written = write(output, bytes, length);
	(void)written;
}

void tty_farewell_take_title(int output)
{
	if (words.has_title)
		say(output, keep_title, sizeof keep_title - 1);
	tty_farewell_set_title(output);
}

void tty_farewell_take_order(int output)
{
	say(output, words.take_order, strlen(words.take_order));
}

void tty_farewell_set_title(int output)
{
	if (words.has_title)
		say(output, set_title, sizeof set_title - 1);
}

void tty_farewell_wipe(int output, int rows, int row, int column)
{
	struct said said = {.length = 0};
	if (words.has_title)
		add(&said, set_title, sizeof set_title - 1);
	add_wiping(&said, rows);
	add_string(&said, tiparm(cursor_address, row, column));
	say(output, said.bytes, said.length);
}

/* A terminal that takes nothing must not keep the program from ending. */
void tty_farewell_say_all(int output)
{
	int flags = fcntl(output, F_GETFL);
	fcntl(output, F_SETFL, flags | O_NONBLOCK);
	say(output, words.farewell.bytes, words.farewell.length);
	fcntl(output, F_SETFL, flags);
}

void tty_farewell_say_rest(int output, bool for_good)
{
	size_t end = for_good ? words.farewell.length : words.scrolled;
	say(output, words.farewell.bytes + words.rest, end - words.rest);
}
