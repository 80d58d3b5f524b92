#include "tty_keys.h"

#include <curses.h>
#include <stddef.h>
#include <wchar.h>

/*
 * Many terminals send other keys than the entry says that TERM names: a Linux console's or an
 * rxvt's F1 under xterm's name, cursor keys of the mode that was not asked for. No two of these
 * mean different things.
 */
static const struct {
	const char *sequence;
	int key;
} sequences[] = {
	{"\033[A", KEY_UP},
	{"\033[B", KEY_DOWN},
	{"\033[C", KEY_RIGHT},
	{"\033[D", KEY_LEFT},
	{"\033OA", KEY_UP},
	{"\033OB", KEY_DOWN},
	{"\033OC", KEY_RIGHT},
	{"\033OD", KEY_LEFT},
	{"\033[H", KEY_HOME},
	{"\033[F", KEY_END},
	{"\033OH", KEY_HOME},
	{"\033OF", KEY_END},
	{"\033[1~", KEY_HOME},
	{"\033[4~", KEY_END},
	{"\033[7~", KEY_HOME},
	{"\033[8~", KEY_END},
	{"\033[3~", KEY_DC},
	{"\033[5~", KEY_PPAGE},
	{"\033[6~", KEY_NPAGE},
	{"\033OM", KEY_ENTER},
	{"\033OP", KEY_F(1)},
	{"\033OQ", KEY_F(2)},
	{"\033OR", KEY_F(3)},
	{"\033OS", KEY_F(4)},
	{"\033[[A", KEY_F(1)},
	{"\033[[B", KEY_F(2)},
	{"\033[[C", KEY_F(3)},
	{"\033[[D", KEY_F(4)},
	{"\033[[E", KEY_F(5)},
	{"\033[11~", KEY_F(1)},
	{"\033[12~", KEY_F(2)},
	{"\033[13~", KEY_F(3)},
	{"\033[14~", KEY_F(4)},
	{"\033[15~", KEY_F(5)},
	{"\033[17~", KEY_F(6)},
	{"\033[18~", KEY_F(7)},
	{"\033[19~", KEY_F(8)},
	{"\033[20~", KEY_F(9)},
	{"\033[21~", KEY_F(10)},
	{"\0331", KEY_F(1)},
	{"\0332", KEY_F(2)},
	{"\0333", KEY_F(3)},
	{"\0334", KEY_F(4)},
	{"\0335", KEY_F(5)},
	{"\0336", KEY_F(6)},
	{"\0337", KEY_F(7)},
	{"\0338", KEY_F(8)},
	{"\0339", KEY_F(9)},
	{"\0330", KEY_F(10)},
};

/* Both what curses calls a key, and the control characters that are keys. */
static const struct {
	wint_t code;
	int key;
} presses[] =
	{
		{KEY_UP, PRESS_UP},
		{KEY_DOWN, PRESS_DOWN},
		{KEY_LEFT, PRESS_LEFT},
		{KEY_RIGHT, PRESS_RIGHT},
		{KEY_PPAGE, PRESS_PAGE_UP},
		{KEY_NPAGE, PRESS_PAGE_DOWN},
		{KEY_HOME, PRESS_HOME},
		{KEY_FIND, PRESS_HOME},
		{KEY_A1, PRESS_HOME},
		{KEY_END, PRESS_END},
		{KEY_SELECT, PRESS_END},
		{KEY_C1, PRESS_END},
		{KEY_A3, PRESS_PAGE_UP},
		{KEY_C3, PRESS_PAGE_DOWN},
		{KEY_ENTER, PRESS_ENTER},
		{KEY_BTAB, PRESS_TAB},
		{KEY_BACKSPACE, PRESS_BACKSPACE},
		{KEY_DC, PRESS_DELETE},
},
  controls[] = {
	  {'\r', PRESS_ENTER},
	  {'\n', PRESS_ENTER},
	  {'\t', PRESS_TAB},
	  {'\033', PRESS_ESCAPE},
	  {'\b', PRESS_BACKSPACE},
	  {'\177', PRESS_BACKSPACE},
	  {'\025', PRESS_KILL},
	  {'\014', PRESS_REDRAW},
};

void tty_keys_start(void)
{
	for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++)
		if (key_defined(sequences[i].sequence) == 0)
			define_key(sequences[i].sequence, sequences[i].key);
}

static struct press read_mouse(void)
{
	MEVENT event;
	struct press press = {.key = PRESS_NONE};
	if (getmouse(&event) != OK)
		return press;
	press.row = event.y;
	press.column = event.x;
	if (event.bstate & BUTTON1_PRESSED)
		press.key = PRESS_CLICK;
	else if (event.bstate & BUTTON4_PRESSED)
		press.key = PRESS_WHEEL_UP;
	else if (event.bstate & BUTTON5_PRESSED)
		press.key = PRESS_WHEEL_DOWN;
	return press;
}

static struct press translate_key(wint_t code)
{
	if (code == KEY_MOUSE)
		return read_mouse();
	if (code > KEY_F(0) && code <= KEY_F(10))
		return (struct press){.key = PRESS_F0 + (int)(code - KEY_F(0))};
	for (size_t i = 0; i < sizeof presses / sizeof presses[0]; i++)
		if (presses[i].code == code)
			return (struct press){.key = presses[i].key};
	return (struct press){.key = PRESS_NONE};
}

static struct press translate_character(wint_t code)
{
	for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++)
		if (controls[i].code == code)
			return (struct press){.key = controls[i].key};
	return (struct press){.key = code < ' ' ? PRESS_NONE : (int)code};
}

bool tty_keys_read(struct press *press)
{
	wint_t code;
	int status;
	/* What curses says of a new size is known from its signal already. */
	do
		status = get_wch(&code);
	while (status == KEY_CODE_YES && code == KEY_RESIZE);
	if (status == ERR)
		return false;
	*press = status == KEY_CODE_YES ? translate_key(code) : translate_character(code);
	return true;
}
