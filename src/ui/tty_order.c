#include "tty_order.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

/*
 * "BiDi in Terminal Emulators" (https://terminal-wg.pages.freedesktop.org/bidi/): a program that
 * puts text in order itself switches ECMA-48's bi-directional support mode to explicit, and back to
 * implicit when it ends. VTE (from 0.58) and mintty do as it says; most others know no order at
 * all.
 */
static const char explicit_mode[] = "\033[8l";
static const char implicit_mode[] = "\033[8h";

enum { VTE_WITH_ORDER = 5800 };

static bool begins(const char *name, const char *beginning)
{
	const char *value = getenv(name);
	return value && strncmp(value, beginning, strlen(beginning)) == 0;
}

/* Terminals that have an order of their own, and no sequence to switch it off: as their sources and
 * manuals have it. kitty turns words around, and nothing else. */
static bool has_own_order(void)
{
	static const struct {
		const char *name;
		const char *beginning;
	} signs[] = {
		{"KONSOLE_VERSION", ""},
		{"MLTERM", ""},
		{"TERM_PROGRAM", "Apple_Terminal"},
		{"KITTY_WINDOW_ID", ""},
		{"TERM", "konsole"},
		{"TERM", "mlterm"},
		{"TERM", "nsterm"},
		{"TERM", "putty"},
		{"TERM", "xterm-kitty"},
	};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (begins(signs[i].name, signs[i].beginning))
			return true;
	return false;
}

/* Whether a terminal that could be told is behind a program that does not tell it. */
static bool is_out_of_reach(void)
{
	const char *version = getenv("VTE_VERSION");
	return version && atoi(version) >= VTE_WITH_ORDER &&
	       (begins("TERM", "screen") || begins("TERM", "tmux"));
}

bool tty_order_is_terminals(enum order_choice choice)
{
	if (choice != ORDER_CHOICE_AUTO)
		return choice == ORDER_CHOICE_TERMINAL;
	return has_own_order() || is_out_of_reach();
}

/* Terminals that place the cursor as ECMA-48 says skip a mode of its that they do not know. */
static bool follows_standard(void)
{
	return cursor_address && strncmp(cursor_address, "\033[", 2) == 0;
}

const char *tty_order_take(void)
{
	return follows_standard() ? explicit_mode : "";
}

const char *tty_order_give_back(void)
{
	return follows_standard() ? implicit_mode : "";
}
