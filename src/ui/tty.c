#include "tty.h"

#include "theme.h"
#include "tty_farewell.h"
#include "tty_idle.h"
#include "tty_keys.h"
#include "tty_script.h"
#include "tty_signals.h"

#include "gettext.h"

#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum {
	FLOOD = 256, /* bytes that wait, above which they were not typed by hand */
	ESCAPE_DELAY = 50, /* ms within which a key's bytes follow each other */
	ESCAPE_PATIENCE = 500, /* ms until a lone Esc is taken for one, where that does something */
	ESCAPE_MEMORY = 5, /* s until it is forgotten */
};

/* The terminal is the one thing that is global: signal handlers have to find it. */
static struct {
	volatile sig_atomic_t taken;
	int input;
	int output;
	SCREEN *screen;
	struct termios before; /* the line's settings as we found them */
	bool escape; /* Esc was pressed, and what it means is not yet known */
	time_t escape_time; /* when that was */
	bool escape_acted; /* it has been given out by itself already */
	bool in_sequence; /* within the bytes of a key that nobody knows */
	bool holds; /* `held` was read but not given out yet */
	struct press held;
} tty;

void tty_restore(void)
{
	if (!tty.taken)
		return;
	tty.taken = 0;
	tty_farewell_say_all(tty.output);
	/* What was typed ahead is an answer, and not for the shell. */
	tcflush(tty.input, TCIFLUSH);
	tcsetattr(tty.input, TCSANOW, &tty.before);
}

/* Whoever presses Ctrl-S by mistake would have a screen that F9 cannot hide: any key is to let it
 * go on. Serial terminals need what Ctrl-S is for. */
static void let_any_key_continue(void)
{
	struct termios line;
	if (tcgetattr(tty.input, &line) != 0)
		return;
	line.c_iflag |= IXANY;
	if (tcsetattr(tty.input, TCSANOW, &line) == 0)
		def_prog_mode();
}

static void set_up(void)
{
	cbreak();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	set_escdelay(ESCAPE_DELAY);
	tty_keys_start();
	/* Presses are told apart by us: curses would wait for what might follow them. */
	mouseinterval(0);
	mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	let_any_key_continue();
}

bool tty_start(FILE *input, FILE *output, bool orders, struct error *error)
{
	memset(&tty, 0, sizeof tty);
	tty.input = fileno(input);
	tty.output = fileno(output);
	if (tcgetattr(tty.input, &tty.before) != 0)
		return error_set(error, ERROR_TERMINAL, "%s", _("there is no terminal"));
	tty.screen = newterm(NULL, output, input);
	if (tty.screen && !cursor_address) {
		endwin();
		delscreen(tty.screen);
		tty.screen = NULL;
	}
	if (!tty.screen)
		return error_set(error, ERROR_TERMINAL, "%s",
			_("this type of terminal (TERM) is not known or cannot place a cursor"));
	set_up();
	tty_farewell_prepare(orders);
	tty_farewell_take_title(tty.output);
	tty_farewell_take_order(tty.output);
	tty_idle_start();
	tty_script_start(tty.output);
	tty.taken = 1;
	tty_signals_start(tty_restore);
	return true;
}

/* Past curses, which would do it in several writes or in a way that some terminals remember; and
 * tells it. All that was painted before has been sent, so the cursor is where curses wants it. */
void tty_wipe(void)
{
	int row = 0, column = 0;
	/* What is there now is not ours. */
	if (isendwin()) {
		clearok(curscr, TRUE);
		return;
	}
	getsyx(row, column);
	tty_farewell_wipe(tty.output, LINES, row, column);
	werase(curscr);
}

/* Nothing stays behind on terminals that have no second screen. */
static void leave_screen(bool for_good)
{
	tty_wipe();
	theme_use_own_background();
	erase();
	refresh();
	endwin();
	tty_farewell_say_rest(tty.output, for_good);
}

void tty_stop(void)
{
	leave_screen(true);
	tcflush(tty.input, TCIFLUSH);
	tty.taken = 0;
	tty_signals_stop();
	tty_idle_stop();
	delscreen(tty.screen);
	tty.screen = NULL;
	explicit_bzero(&tty.held, sizeof tty.held);
}

static void suspend(void)
{
	leave_screen(false);
	tcflush(tty.input, TCIFLUSH);
	tty.taken = 0;
	tty_signals_suspend();
	tty.taken = 1;
	tty_farewell_take_title(tty.output);
	tty_farewell_take_order(tty.output);
	tty_idle_note_key();
}

static void take_size(void)
{
	struct winsize size;
	if (ioctl(tty.output, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
}

/* Whether the terminal has gone: there is something to read, and it is nothing. */
static bool is_gone(void)
{
	int waiting = 0;
	struct pollfd descriptor = {.fd = tty.input, .events = POLLIN};
	if (poll(&descriptor, 1, 0) <= 0)
		return false;
	return ioctl(tty.input, FIONREAD, &waiting) != 0 || waiting == 0;
}

static time_t read_clock(void)
{
	struct timespec now = {0};
	clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
	return now.tv_sec;
}

static void note_escape(bool acted)
{
	tty.escape = true;
	tty.escape_acted = acted;
	tty.escape_time = read_clock();
}

/* Finds out what a press means after an Esc. Returns false where it means nothing by itself. */
static bool follow_escape(struct press *press, bool escape_acts)
{
	tty.escape = false;
	if (press->key >= '0' && press->key <= '9') {
		press->key = PRESS_F0 + (press->key == '0' ? 10 : press->key - '0');
		return true;
	}
	if (press->key == PRESS_ESCAPE) {
		note_escape(escape_acts);
		return escape_acts;
	}
	if (press->key == '[') {
		tty.in_sequence = true;
		return false;
	}
	if (escape_acts) {
		tty.held = *press;
		tty.holds = true;
		press->key = PRESS_ESCAPE;
	}
	return true;
}

/* The bytes of a key that nobody knows end with one from `@` to `~`; a second `[` is not it. A key
 * that is no character is none of them. Returns whether the press was one of those bytes. */
static bool skip(const struct press *press)
{
	bool ends = press->key >= '@' && press->key <= '~' && press->key != '[';
	bool is_byte = press->key < PRESS_NONE;
	tty.in_sequence = is_byte && !ends;
	return is_byte;
}

/* After an Esc that has acted nothing is special but Esc 9: whoever is in haste to hide the screen
 * may be slow between the two, or press Esc too often. */
static void forget_acted(const struct press *press)
{
	if (tty.escape_acted && press->key != '9')
		tty.escape = tty.escape_acted = false;
}

static bool accept(struct press *press, bool escape_acts)
{
	if (press->key == PRESS_REDRAW)
		return true;
	if (tty.in_sequence && skip(press))
		return false;
	forget_acted(press);
	if (tty.escape && read_clock() - tty.escape_time <= ESCAPE_MEMORY)
		return follow_escape(press, escape_acts);
	if (press->key != PRESS_ESCAPE) {
		tty.escape = false;
		return true;
	}
	note_escape(false);
	return false;
}

/* Reads what has been typed already. */
static bool read_typed(struct press *press, bool escape_acts)
{
	if (tty.holds) {
		*press = tty.held;
		tty.holds = false;
		return true;
	}
	while (tty_keys_read(press)) {
		tty_idle_note_key();
		if (accept(press, escape_acts))
			return true;
	}
	return false;
}

/* What signals brought, if anything. */
static bool read_signals(struct press *press)
{
	bool stop = tty_signals_take(TTY_STOP);
	if (stop)
		suspend();
	bool resumed = tty_signals_take(TTY_RESUMED), resized = tty_signals_take(TTY_RESIZED);
	/* Somebody else stopped us, and the terminal was in other hands: curses starts it again. */
	if (resumed && !stop) {
		endwin();
		tty_farewell_set_title(tty.output);
		tty_farewell_take_order(tty.output);
	}
	if (!stop && !resumed && !resized)
		return false;
	take_size();
	press->key = PRESS_REDRAW;
	return true;
}

/* Reads what has just come, with the rest of it that may still be on its way. */
static bool read_arrived(struct press *press, bool escape_acts)
{
	timeout(ESCAPE_DELAY);
	bool read = read_typed(press, escape_acts);
	timeout(0);
	if (!read && is_gone()) {
		press->key = PRESS_LOST;
		return true;
	}
	return read;
}

/* Waits until something happens. Returns true where that is a press already. */
static bool wait(struct press *press, bool escape_acts)
{
	struct pollfd descriptors[] = {{.fd = tty.input, .events = POLLIN},
		{.fd = tty_idle_descriptor(), .events = POLLIN}};
	bool is_patient = tty.escape && !tty.escape_acted && escape_acts;
	int limit = is_patient ? ESCAPE_PATIENCE : -1;
	int ready = tty_signals_wait(descriptors, 2, limit);
	if (ready < 0 && errno == EINTR)
		return read_signals(press);
	if (ready == 0) {
		note_escape(true);
		press->key = PRESS_ESCAPE;
		return true;
	}
	if (ready < 0 || descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
		press->key = PRESS_LOST;
		return true;
	}
	if (!descriptors[0].revents) {
		press->key = PRESS_IDLE;
		return true;
	}
	return read_arrived(press, escape_acts);
}

/* Has everything written anew. Row by row: some terminals keep what is cleared at once, as they do
 * what scrolls away. What is there after the terminal was in other hands is not ours. */
static void forget_screen(void)
{
	clearok(curscr, isendwin());
	if (!isendwin())
		redrawwin(stdscr);
}

bool tty_is_flooded(void)
{
	int waiting = 0;
	return ioctl(tty.input, FIONREAD, &waiting) == 0 && waiting > FLOOD;
}

struct press tty_read(bool escape_acts, int idle)
{
	struct press press = {.key = PRESS_NONE};
	timeout(0);
	tty_idle_wait(idle);
	while (!read_typed(&press, escape_acts) && !wait(&press, escape_acts))
		continue;
	if (press.key == PRESS_REDRAW)
		forget_screen();
	return press;
}
