/* What the person at the terminal did: a character typed, a key pressed, the mouse used. Knows no
 * curses. */
#ifndef UI_PRESS_H
#define UI_PRESS_H

/* Characters stand for themselves; everything else comes after the last of Unicode. */
enum press_key {
	PRESS_NONE = 0x110000, /* nothing that anybody knows */
	PRESS_UP,
	PRESS_DOWN,
	PRESS_LEFT,
	PRESS_RIGHT,
	PRESS_PAGE_UP,
	PRESS_PAGE_DOWN,
	PRESS_HOME,
	PRESS_END,
	PRESS_TAB,
	PRESS_ENTER,
	PRESS_ESCAPE,
	PRESS_BACKSPACE,
	PRESS_DELETE,
	PRESS_KILL, /* Ctrl-U: empties a field */
	PRESS_REDRAW, /* the size changed, or the screen is to be drawn anew */
	PRESS_CLICK,
	PRESS_WHEEL_UP,
	PRESS_WHEEL_DOWN,
	PRESS_IDLE, /* there was none for a while */
	PRESS_LOST, /* the terminal has gone */
	PRESS_F0, /* F1 is PRESS_F0 + 1, up to F10 */
	PRESS_F1,
	PRESS_F2,
	PRESS_F3,
	PRESS_F4,
	PRESS_F5,
	PRESS_F6,
	PRESS_F7,
	PRESS_F8,
	PRESS_F9,
	PRESS_F10
};

struct press {
	int key; /* a character or an enum press_key */
	int row; /* of the mouse, from 0 at the top */
	int column; /* and from 0 at the left */
};

#endif
