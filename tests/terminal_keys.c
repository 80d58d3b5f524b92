#include "terminal_private.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>

static const struct {
	const char *capability; /* terminfo's name, or NULL for a key that is the same everywhere */
	const char *bytes;
} keys[TERMINAL_KEY_COUNT] = {
	[TERMINAL_KEY_UP] = {"kcuu1", NULL},
	[TERMINAL_KEY_DOWN] = {"kcud1", NULL},
	[TERMINAL_KEY_LEFT] = {"kcub1", NULL},
	[TERMINAL_KEY_RIGHT] = {"kcuf1", NULL},
	[TERMINAL_KEY_PAGE_UP] = {"kpp", NULL},
	[TERMINAL_KEY_PAGE_DOWN] = {"knp", NULL},
	[TERMINAL_KEY_HOME] = {"khome", NULL},
	[TERMINAL_KEY_END] = {"kend", NULL},
	[TERMINAL_KEY_INSERT] = {"kich1", NULL},
	[TERMINAL_KEY_DELETE] = {"kdch1", NULL},
	[TERMINAL_KEY_BACKSPACE] = {"kbs", NULL},
	[TERMINAL_KEY_BACKTAB] = {"kcbt", NULL},
	[TERMINAL_KEY_TAB] = {NULL, "\t"},
	[TERMINAL_KEY_ENTER] = {NULL, "\r"},
	[TERMINAL_KEY_SPACE] = {NULL, " "},
	[TERMINAL_KEY_ESCAPE] = {NULL, "\033"},
	[TERMINAL_KEY_F1] = {"kf1", NULL},
	[TERMINAL_KEY_F2] = {"kf2", NULL},
	[TERMINAL_KEY_F3] = {"kf3", NULL},
	[TERMINAL_KEY_F4] = {"kf4", NULL},
	[TERMINAL_KEY_F5] = {"kf5", NULL},
	[TERMINAL_KEY_F6] = {"kf6", NULL},
	[TERMINAL_KEY_F7] = {"kf7", NULL},
	[TERMINAL_KEY_F8] = {"kf8", NULL},
	[TERMINAL_KEY_F9] = {"kf9", NULL},
	[TERMINAL_KEY_F10] = {"kf10", NULL},
	[TERMINAL_KEY_F11] = {"kf11", NULL},
	[TERMINAL_KEY_F12] = {"kf12", NULL},
};

static char *copy_capability(const char *name)
{
	const char *value = tigetstr(name);
	/* (char *)-1: terminfo knows no string of this name */
	return value && value != (char *)-1 ? strdup(value) : NULL;
}

void terminal_keys_load(struct terminal *terminal, const char *type)
{
	int outcome;
	bool known = setupterm(type, 1, &outcome) == 0 && outcome == 1;
	for (size_t i = 0; i < TERMINAL_KEY_COUNT; i++) {
		if (!keys[i].capability)
			terminal->keys[i] = strdup(keys[i].bytes);
		else if (known)
			terminal->keys[i] = copy_capability(keys[i].capability);
	}
	if (known)
		del_curterm(cur_term);
}

void terminal_keys_free(struct terminal *terminal)
{
	for (size_t i = 0; i < TERMINAL_KEY_COUNT; i++)
		free(terminal->keys[i]);
}

/* terminfo lists what cursor keys send after "smkx": ESC O x. Before it they send ESC [ x. */
bool terminal_key(struct terminal *terminal, enum terminal_key key)
{
	char plain[] = "\033[x";
	const char *bytes = terminal->keys[key];
	if (!bytes) {
		terminal_complain(
			terminal, "this type of terminal has no such key", keys[key].capability);
		return false;
	}
	if (strncmp(bytes, "\033O", 2) == 0 && strlen(bytes) == 3 && strchr("ABCDFH", bytes[2]) &&
		!terminal_wire_mode(&terminal->wire, '?', 1, false)) {
		plain[2] = bytes[2];
		bytes = plain;
	}
	terminal_type(terminal, bytes);
	return true;
}
