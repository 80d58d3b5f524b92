/* What a test can see of a terminal (terminal.h): the screen, its cells, the cursor, the modes that
 * are on, and every byte that the program ever wrote. All is as of the last wait. */
#ifndef TERMINAL_SCREEN_H
#define TERMINAL_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

struct terminal;

/* A colour: a palette's index from 0 to 255, the terminal's own, or a mix (the 24 lowest bits). */
enum { TERMINAL_COLOUR_OWN = -1, TERMINAL_COLOUR_MIX = 1 << 24 };

struct terminal_cell {
	char text[32]; /* UTF-8; " " where nothing was written, "" right of a wide character */
	int width; /* in columns: 1 or 2 */
	int foreground, background;
	bool bold, underline, italic, blink, reverse;
};

/* The screen in UTF-8, a line for each row, without blanks at the end of lines and of the screen.
 * Returns owned. */
char *terminal_screen(struct terminal *terminal);

/* The lines that have left the main screen at its top, or when it was erased at once, oldest first.
 * Borrows. */
const char *terminal_scrollback(struct terminal *terminal);

/* Whether the screen shows the text; and where its first character is, from 0, for a text within
 * one line. */
bool terminal_shows(struct terminal *terminal, const char *text);
bool terminal_find(struct terminal *terminal, const char *text, int *row, int *column);

/* The cell at a row and column from 0; false outside the screen. */
bool terminal_cell(struct terminal *terminal, int row, int column, struct terminal_cell *cell);

/* The cell where the text starts; false when the screen does not show it. */
bool terminal_cell_of(struct terminal *terminal, const char *text, struct terminal_cell *cell);

/* Whether anything was written in the row, were it the same again, since it was last forgotten. */
void terminal_forget_touched(struct terminal *terminal);
bool terminal_touched(const struct terminal *terminal, int row);

void terminal_cursor(struct terminal *terminal, int *row, int *column);
bool terminal_cursor_visible(struct terminal *terminal);
bool terminal_alternate(struct terminal *terminal);
bool terminal_mouse(struct terminal *terminal);
bool terminal_keypad(struct terminal *terminal);
int terminal_bells(struct terminal *terminal);

/* The window's title; "" when the program never set one. Borrows. */
const char *terminal_title(struct terminal *terminal);

/*
 * Every byte that the program wrote to the terminal. A mark is how many there were at a moment:
 * terminal_wrote() looks at what came after it, terminal_wait_wrote() waits for it.
 */
size_t terminal_mark(const struct terminal *terminal);
const char *terminal_log(const struct terminal *terminal, size_t *length); /* borrows */
bool terminal_wrote(const struct terminal *terminal, size_t mark, const char *bytes);
bool terminal_wait_wrote(struct terminal *terminal, size_t mark, const char *bytes);

/*
 * Whether the terminal is as it was before the program: the same settings (termios), main screen,
 * visible cursor, plain text, no mouse, keypad, pasting or other mode left on, the whole screen
 * scrolling, no title kept that was not put back. When not, `why` (NULL allowed) is a line for each
 * thing that is not; owned.
 */
bool terminal_is_whole(struct terminal *terminal, char **why);

/*
 * Waits until the program is at rest or has ended, and compares the screen with the picture
 * tests/data/screens/NAME.txt. Where they differ it prints both. With SCREENS_UPDATE=1 in the
 * environment it writes the picture instead.
 */
bool terminal_expect_screen(struct terminal *terminal, const char *name);

/* The same with all that the cells hold, as an image with this title: tests/data/pictures/NAME.svg
 * (terminal_svg.h). */
bool terminal_expect_picture(struct terminal *terminal, const char *name, const char *title);

#endif
