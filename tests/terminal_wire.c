#include "terminal_private.h"
#include "terminal_screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * libvterm 0.1.4 (Debian 12) writes outside its memory when the margins or a saved cursor lie
 * outside the screen, as they do after it was made smaller, and takes the Linux console's "ESC ] R"
 * for the start of a title that never ends. A real terminal takes all of this, so it is put right
 * here before libvterm sees it. Sequences: ECMA-48, xterm's ctlseqs.txt, console_codes(4).
 */

enum { BELL = 0x07, SHIFT_OUT = 0x0e, SHIFT_IN = 0x0f, CANCEL = 0x18, ESCAPE = 0x1b };
enum { STATE_GROUND, STATE_ESCAPE, STATE_CONTROL, STATE_STRING, STATE_PALETTE };
enum { PARAMETER_LIMIT = 16, PALETTE_LENGTH = 2 + 1 + 7 }; /* ESC ] P, and seven digits */

struct control {
	char leader; /* one of "?><=", or 0 */
	char middle; /* an intermediate byte, or 0 */
	char final;
	int parameters[PARAMETER_LIMIT]; /* 0 where left out */
	int count; /* at least 1 */
};

void terminal_wire_init(struct wire *wire, VTerm *screen, const char *type, bool utf8)
{
	*wire = (struct wire){
		.screen = screen, .utf8 = utf8, .linux_console = strncmp(type, "linux", 5) == 0};
	text_init(&wire->sequence);
	text_init(&wire->ready);
	text_init(&wire->title);
}

void terminal_wire_destroy(struct wire *wire)
{
	text_destroy(&wire->sequence);
	text_destroy(&wire->ready);
	text_destroy(&wire->title);
}

bool terminal_wire_mode(const struct wire *wire, char leader, int number, bool usual)
{
	for (size_t i = 0; i < wire->mode_count; i++) {
		if (wire->modes[i].leader == leader && wire->modes[i].number == number)
			return wire->modes[i].on;
	}
	return usual;
}

static void set_mode(struct wire *wire, char leader, int number, bool on)
{
	size_t i = 0;
	while (i < wire->mode_count &&
		(wire->modes[i].leader != leader || wire->modes[i].number != number))
		i++;
	if (i == sizeof wire->modes / sizeof *wire->modes)
		return;
	wire->modes[i] = (struct wire_mode){leader, number, on};
	if (i == wire->mode_count)
		wire->mode_count++;
}

void terminal_wire_forget_margins(struct wire *wire)
{
	wire->margins = false;
}

static void reset(struct wire *wire)
{
	wire->mode_count = 0;
	wire->keypad = wire->graphics = wire->shifted = wire->margins = false;
}

static void flush(struct wire *wire)
{
	if (wire->ready.length)
		vterm_input_write(wire->screen, wire->ready.bytes, wire->ready.length);
	text_clear(&wire->ready);
}

static void pass(struct wire *wire)
{
	text_add_bytes(&wire->ready, wire->sequence.bytes, wire->sequence.length);
}

void terminal_wire_keep_cursor(struct wire *wire)
{
	int rows, columns;
	VTermPos cursor;
	flush(wire);
	vterm_get_size(wire->screen, &rows, &columns);
	vterm_state_get_cursorpos(vterm_obtain_state(wire->screen), &cursor);
	if (cursor.row >= 0 && cursor.row < rows && cursor.col >= 0 && cursor.col < columns)
		return;
	text_format(&wire->ready, "\033[%d;%dH", cursor.row < 0 ? 1 : cursor.row + 1,
		cursor.col < 0 ? 1 : cursor.col + 1);
	flush(wire);
}

static int rows(const struct wire *wire)
{
	int height, width;
	vterm_get_size(wire->screen, &height, &width);
	return height;
}

static void set_modes(struct wire *wire, const struct control *control)
{
	for (int i = 0; i < control->count; i++)
		set_mode(wire, control->leader, control->parameters[i], control->final == 'h');
	pass(wire);
}

/* Margins that make no sense are left as they were, as terminals do. */
static void set_margins(struct wire *wire, const struct control *control)
{
	int height = rows(wire);
	int top = control->parameters[0] ? control->parameters[0] : 1;
	int bottom = control->count > 1 && control->parameters[1] ? control->parameters[1] : height;
	if (bottom > height)
		bottom = height;
	if (top > bottom || (top == bottom && height > 1))
		return;
	wire->margins = top > 1 || bottom < height;
	wire->top = top;
	wire->bottom = bottom;
	if (wire->margins)
		text_format(&wire->ready, "\033[%d;%dr", top, bottom);
	else
		text_add(&wire->ready, "\033[r");
}

/* libvterm 0.1.4 wraps a character too early after a repetition up to the last column but one. */
static void repeat(struct wire *wire, const struct control *control)
{
	int count = control->parameters[0] ? control->parameters[0] : 1;
	if (!wire->last) {
		pass(wire);
		return;
	}
	for (int i = 0; i < count; i++)
		text_add_bytes(&wire->ready, &wire->last, 1);
}

static void reset_softly(struct wire *wire, const struct control *control)
{
	(void)control;
	reset(wire);
	pass(wire);
}

static bool is_main_screen(const struct wire *wire)
{
	return !terminal_wire_mode(wire, '?', 47, false) &&
	       !terminal_wire_mode(wire, '?', 1047, false) &&
	       !terminal_wire_mode(wire, '?', 1049, false);
}

static bool is_at_home(const struct wire *wire)
{
	VTermPos cursor;
	vterm_state_get_cursorpos(vterm_obtain_state(wire->screen), &cursor);
	return cursor.row == 0 && cursor.col == 0;
}

/* What is erased at once on the main screen, GNU screen, PuTTY and VTE keep as if it had scrolled
 * away. The last form erases what has scrolled away, which libvterm 0.1.4 does not know. */
static void erase(struct wire *wire, const struct control *control)
{
	int part = control->parameters[0];
	flush(wire);
	if (part == 3) {
		text_clear(&wire->terminal->scrollback);
		return;
	}
	if (is_main_screen(wire) && (part == 2 || (part == 0 && is_at_home(wire)))) {
		char *shown = terminal_screen(wire->terminal);
		if (strcmp(shown, "\n") != 0)
			text_add(&wire->terminal->scrollback, shown);
		free(shown);
	}
	pass(wire);
}

/* The window's titles that were kept, and their return. */
static void keep_title(struct wire *wire, const struct control *control)
{
	enum { KEEP = 22, RESTORE = 23, ROOM = sizeof wire->titles / sizeof *wire->titles };
	struct text *title = &wire->terminal->title;
	flush(wire);
	if (control->parameters[0] == KEEP && wire->title_count < ROOM) {
		snprintf(wire->titles[wire->title_count++], sizeof *wire->titles, "%s",
			title->bytes);
	} else if (control->parameters[0] == RESTORE && --wire->title_count >= 0) {
		text_clear(title);
		text_add(title, wire->titles[wire->title_count]);
	}
}

static const struct {
	char leader, middle, final;
	void (*act)(struct wire *wire, const struct control *control);
} controls[] = {
	{'?', 0, 'h', set_modes},
	{'?', 0, 'l', set_modes},
	{0, 0, 'h', set_modes},
	{0, 0, 'l', set_modes},
	{0, 0, 'r', set_margins},
	{0, 0, 'b', repeat},
	{0, 0, 'J', erase},
	{0, 0, 't', keep_title},
	{0, '!', 'p', reset_softly},
};

static void parse(const struct text *sequence, struct control *control)
{
	const char *at = sequence->bytes + 2;
	*control = (struct control){.count = 1, .final = sequence->bytes[sequence->length - 1]};
	if (strchr("?><=", *at))
		control->leader = *at++;
	for (; at < sequence->bytes + sequence->length - 1; at++) {
		int *last = &control->parameters[control->count - 1];
		if (*at >= '0' && *at <= '9')
			*last = *last < 100000 ? *last * 10 + (*at - '0') : *last;
		else if (*at == ';' && control->count < PARAMETER_LIMIT)
			control->count++;
		else if (*at >= ' ' && *at <= '/')
			control->middle = *at;
	}
}

static void end_control(struct wire *wire)
{
	struct control control;
	parse(&wire->sequence, &control);
	for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
		if (controls[i].leader == control.leader && controls[i].middle == control.middle &&
			controls[i].final == control.final) {
			controls[i].act(wire, &control);
			return;
		}
	}
	pass(wire);
}

static void end_escape(struct wire *wire)
{
	const char *sequence = wire->sequence.bytes + 1;
	if (*sequence == '=' || *sequence == '>')
		wire->keypad = *sequence == '=';
	else if (*sequence == '(')
		wire->graphics = sequence[1] == '0';
	else if (*sequence == 'c')
		reset(wire);
	pass(wire);
	/* The cursor that it restores may have been saved when the screen was larger. */
	if (*sequence == '8')
		terminal_wire_keep_cursor(wire);
}

/* The window's title as screen and tmux have it set; libvterm would print it. */
static void end_string(struct wire *wire)
{
	if (wire->sequence.bytes[1] != 'k') {
		pass(wire);
		return;
	}
	text_clear(&wire->title);
	text_add_bytes(&wire->title, wire->sequence.bytes + 2, wire->sequence.length - 4);
}

static void finish(struct wire *wire, void (*end)(struct wire *wire))
{
	wire->state = STATE_GROUND;
	if (end)
		end(wire);
	text_clear(&wire->sequence);
}

static void begin(struct wire *wire)
{
	text_clear(&wire->sequence);
	text_add(&wire->sequence, "\033");
	wire->state = STATE_ESCAPE;
}

/* libvterm always gets UTF-8: without, it knows no more than ASCII. */
static void add_latin1(struct wire *wire, unsigned char byte)
{
	char bytes[] = {(char)(0xc0 | byte >> 6), (char)(0x80 | (byte & 0x3f))};
	if (byte >= 0xa0)
		text_add_bytes(&wire->ready, bytes, sizeof bytes);
}

static void read_ground(struct wire *wire, char byte)
{
	if (byte == ESCAPE) {
		begin(wire);
		return;
	}
	if (byte == SHIFT_OUT || byte == SHIFT_IN)
		wire->shifted = byte == SHIFT_OUT;
	wire->last = byte >= ' ' && byte <= '~' ? byte : '\0';
	if (wire->utf8 || !(byte & 0x80))
		text_add_bytes(&wire->ready, &byte, 1);
	else
		add_latin1(wire, (unsigned char)byte);
}

static void read_escape(struct wire *wire, char byte)
{
	bool first = wire->sequence.length == 1;
	if (byte == ESCAPE) {
		begin(wire);
		return;
	}
	text_add_bytes(&wire->sequence, &byte, 1);
	if (first && byte == '[')
		wire->state = STATE_CONTROL;
	else if (first && byte == ']' && wire->linux_console)
		wire->state = STATE_PALETTE;
	else if (first && byte && strchr("]PX^_k", byte))
		wire->state = STATE_STRING;
	else if (byte < ' ' || byte > '/')
		finish(wire, end_escape);
}

static void read_control(struct wire *wire, char byte)
{
	if (byte == ESCAPE) {
		begin(wire);
		return;
	}
	text_add_bytes(&wire->sequence, &byte, 1);
	if (byte == CANCEL)
		finish(wire, NULL);
	else if (byte >= '@' && byte <= '~')
		finish(wire, end_control);
}

static void read_string(struct wire *wire, char byte)
{
	text_add_bytes(&wire->sequence, &byte, 1);
	bool closed = byte == '\\' && wire->sequence.length > 3 &&
		      wire->sequence.bytes[wire->sequence.length - 2] == ESCAPE;
	if (closed || (byte == BELL && wire->sequence.bytes[1] == ']'))
		finish(wire, end_string);
}

/* The Linux console's colours: set with seven digits or put back, and neither has an end. */
static void read_palette(struct wire *wire, char byte)
{
	text_add_bytes(&wire->sequence, &byte, 1);
	char kind = wire->sequence.bytes[2];
	if (kind == 'R' || (kind == 'P' && wire->sequence.length == PALETTE_LENGTH))
		finish(wire, NULL);
	else if (kind != 'P')
		wire->state = STATE_STRING;
}

static void (*const readers[])(struct wire *wire, char byte) = {
	[STATE_GROUND] = read_ground,
	[STATE_ESCAPE] = read_escape,
	[STATE_CONTROL] = read_control,
	[STATE_STRING] = read_string,
	[STATE_PALETTE] = read_palette,
};

void terminal_wire_read(struct wire *wire, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		readers[wire->state](wire, bytes[i]);
	flush(wire);
}
