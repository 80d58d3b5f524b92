#include "terminal_private.h"
#include "terminal_screen.h"

enum field { FIELD_INPUT, FIELD_OUTPUT, FIELD_CONTROL, FIELD_LOCAL, FIELD_COUNT };

/* The settings whose names tell most; what differs beyond these is said as a number. */
static const struct {
	const char *name;
	tcflag_t flag;
	enum field field;
} settings[] = {
	{"icanon", ICANON, FIELD_LOCAL},
	{"echo", ECHO, FIELD_LOCAL},
	{"isig", ISIG, FIELD_LOCAL},
	{"iexten", IEXTEN, FIELD_LOCAL},
	{"icrnl", ICRNL, FIELD_INPUT},
	{"ixon", IXON, FIELD_INPUT},
	{"iutf8", IUTF8, FIELD_INPUT},
	{"opost", OPOST, FIELD_OUTPUT},
	{"onlcr", ONLCR, FIELD_OUTPUT},
};

/* Modes with names, and those that are on, or may be either, in a fresh terminal. */
static const struct {
	char leader;
	int number;
	bool usual, either;
	const char *name;
} modes[] = {
	{0, 8, true, false, "the terminal's own order of letters"},
	{'?', 1, false, false, "cursor keys in their application form"},
	{'?', 7, true, false, "wrapping at the right margin"},
	{'?', 8, true, true, "keys that repeat"},
	{'?', 9, false, false, "mouse"},
	{'?', 12, false, true, "blinking cursor"},
	{'?', 25, true, false, "visible cursor"},
	{0, 34, true, true, "usual cursor, in screen and tmux"},
	{'?', 47, false, false, "alternate screen"},
	{'?', 1000, false, false, "mouse"},
	{'?', 1002, false, false, "mouse, while dragged"},
	{'?', 1003, false, false, "mouse, every move"},
	{'?', 1004, false, false, "reports of focus"},
	{'?', 1006, false, false, "mouse, wide reports"},
	{'?', 1047, false, false, "alternate screen"},
	{'?', 1049, false, false, "alternate screen"},
	{'?', 2004, false, false, "bracketed pasting"},
};

static void compare_settings(
	const struct termios *before, const struct termios *after, struct text *why)
{
	const tcflag_t was[FIELD_COUNT] = {
		before->c_iflag, before->c_oflag, before->c_cflag, before->c_lflag};
	const tcflag_t is[FIELD_COUNT] = {
		after->c_iflag, after->c_oflag, after->c_cflag, after->c_lflag};
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		tcflag_t flag = settings[i].flag;
		if ((was[settings[i].field] ^ is[settings[i].field]) & flag)
			text_format(why, "the setting %s is %s\n", settings[i].name,
				is[settings[i].field] & flag ? "on" : "off");
	}
	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (was[i] != is[i])
			text_format(why, "settings %zu were %o and are %o\n", i, was[i], is[i]);
	}
	for (size_t i = 0; i < NCCS; i++) {
		if (before->c_cc[i] != after->c_cc[i])
			text_format(why, "control character %zu was %d and is %d\n", i,
				before->c_cc[i], after->c_cc[i]);
	}
}

static void look_at_mode(const struct wire_mode *mode, struct text *why)
{
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		if (modes[i].leader != mode->leader || modes[i].number != mode->number)
			continue;
		if (mode->on != modes[i].usual && !modes[i].either)
			text_format(why, "%s: left %s\n", modes[i].name, mode->on ? "on" : "off");
		return;
	}
	if (mode->on)
		text_format(why, "mode %.1s%d: left on\n", &mode->leader, mode->number);
}

static bool pen_is(const VTermState *state, VTermAttr attribute)
{
	VTermValue value = {0};
	vterm_state_get_penattr(state, attribute, &value);
	return vterm_get_attr_type(attribute) == VTERM_VALUETYPE_BOOL ? value.boolean
								      : value.number;
}

static bool pen_has_own(const VTermState *state, VTermAttr attribute, int mask)
{
	VTermValue value;
	vterm_state_get_penattr(state, attribute, &value);
	return value.color.type & mask;
}

static void look_at_pen(const VTermState *state, struct text *why)
{
	static const struct {
		VTermAttr attribute;
		const char *name;
	} styles[] = {
		{VTERM_ATTR_BOLD, "bold"},
		{VTERM_ATTR_UNDERLINE, "underlined"},
		{VTERM_ATTR_ITALIC, "italic"},
		{VTERM_ATTR_BLINK, "blinking"},
		{VTERM_ATTR_REVERSE, "reversed"},
		{VTERM_ATTR_STRIKE, "struck out"},
		{VTERM_ATTR_FONT, "in another font"},
	};
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		if (pen_is(state, styles[i].attribute))
			text_format(why, "what is written next is %s\n", styles[i].name);
	}
	if (!pen_has_own(state, VTERM_ATTR_FOREGROUND, VTERM_COLOR_DEFAULT_FG) ||
		!pen_has_own(state, VTERM_ATTR_BACKGROUND, VTERM_COLOR_DEFAULT_BG))
		text_add(why, "what is written next is coloured\n");
}

static void look_at_wire(const struct wire *wire, struct text *why)
{
	for (size_t i = 0; i < wire->mode_count; i++)
		look_at_mode(&wire->modes[i], why);
	if (wire->keypad)
		text_add(why, "keypad in its application form: left on\n");
	if (wire->graphics || wire->shifted)
		text_add(why, "what is written next is drawn as lines\n");
	if (wire->margins)
		text_format(why, "only rows %d to %d scroll\n", wire->top, wire->bottom);
	if (wire->title_count)
		text_format(why, "titles kept and not put back: %d\n", wire->title_count);
	if (wire->state)
		text_add(why, "a control sequence was begun and not ended\n");
}

bool terminal_is_whole(struct terminal *terminal, char **why)
{
	struct text text;
	struct termios after;
	text_init(&text);
	terminal_drain(terminal);
	if (terminal->master < 0 || tcgetattr(terminal->master, &after) < 0)
		text_add(&text, "the terminal is gone\n");
	else
		compare_settings(&terminal->before, &after, &text);
	look_at_wire(&terminal->wire, &text);
	look_at_pen(vterm_obtain_state(terminal->vterm), &text);
	bool whole = text.length == 0;
	if (why)
		*why = whole ? NULL : text_take(&text);
	text_destroy(&text);
	return whole;
}
