#include "terminal_screen.h"

#include "terminal_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What libvterm has right of a wide character. */
static const uint32_t COVERED = (uint32_t)-1;

static void size(struct terminal *terminal, int *rows, int *columns)
{
	vterm_get_size(terminal->vterm, rows, columns);
}

/* UTF-8 as in RFC 3629. Returns how many bytes. */
static size_t encode(uint32_t character, char *bytes)
{
	static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
	for (size_t i = length; i-- > 1; character >>= 6)
		bytes[i] = (char)(0x80 | (character & 0x3f));
	bytes[0] = (char)(leads[length] | character);
	return length;
}

static void write_cell(const VTermScreenCell *from, char *bytes)
{
	size_t length = 0;
	if (from->chars[0] == 0)
		bytes[length++] = ' ';
	/* What follows COVERED is from a character that stood there before. */
	for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && from->chars[i]; i++) {
		if (from->chars[i] == COVERED)
			break;
		length += encode(from->chars[i], bytes + length);
	}
	bytes[length] = '\0';
}

static void trim_line(struct text *text, size_t start)
{
	size_t length = text->length;
	while (length > start && text->bytes[length - 1] == ' ')
		length--;
	text_cut(text, length);
}

static int keep_line(int count, const VTermScreenCell *cells, void *user)
{
	struct terminal *terminal = user;
	char bytes[32];
	size_t start = terminal->scrollback.length;
	for (int i = 0; i < count; i++) {
		write_cell(&cells[i], bytes);
		text_add(&terminal->scrollback, bytes);
	}
	trim_line(&terminal->scrollback, start);
	text_add(&terminal->scrollback, "\n");
	return 1;
}

/* Columns are not kept: what a program writes over with the same is its own affair. */
static int note_touched(VTermRect place, void *user)
{
	struct terminal *terminal = user;
	while (terminal->touched.length < (size_t)place.end_row)
		text_add(&terminal->touched, ".");
	for (int row = place.start_row; row < place.end_row; row++)
		terminal->touched.bytes[row] = '#';
	return 1;
}

static int set_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *terminal = user;
	if (property == VTERM_PROP_TITLE) {
		text_clear(&terminal->title);
		text_add(&terminal->title, value->string);
	}
	return 1;
}

static int ring(void *user)
{
	((struct terminal *)user)->bells++;
	return 1;
}

/* What a terminal answers when it is asked, and what the mouse does: sent at the next turn, as
 * libvterm is still busy with what asked. */
static void answer(const char *bytes, size_t length, void *user)
{
	text_add_bytes(&((struct terminal *)user)->answers, bytes, length);
}

static bool is_utf8(const char *locale)
{
	const char *charset = locale ? strchr(locale, '.') : ".UTF-8";
	return charset &&
	       (strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0);
}

/* In one column libvterm 0.1.4 crashes at a wide character, so it draws in two. */
static int drawn(int columns)
{
	return columns > 1 ? columns : 2;
}

void terminal_screen_open(struct terminal *terminal, const struct terminal_options *options)
{
	static const VTermScreenCallbacks callbacks = {.damage = note_touched,
		.settermprop = set_property,
		.bell = ring,
		.sb_pushline = keep_line};
	const char *type = options->type ? options->type : "xterm-256color";
	terminal->vterm =
		vterm_new(terminal_window(options).ws_row, drawn(terminal_window(options).ws_col));
	VTermScreen *screen = vterm_obtain_screen(terminal->vterm);
	vterm_set_utf8(terminal->vterm, 1);
	vterm_output_set_callback(terminal->vterm, answer, terminal);
	vterm_screen_set_callbacks(screen, &callbacks, terminal);
	vterm_screen_enable_altscreen(screen, 1);
	vterm_screen_reset(screen, 1);
	terminal_wire_init(&terminal->wire, terminal->vterm, type, is_utf8(options->locale));
	terminal->wire.terminal = terminal;
}

void terminal_screen_close(struct terminal *terminal)
{
	terminal_wire_destroy(&terminal->wire);
	vterm_free(terminal->vterm);
}

/* libvterm 0.1.4 keeps margins and a cursor that a smaller screen does not have, and then writes
 * outside its memory. */
void terminal_screen_resize(struct terminal *terminal, int rows, int columns)
{
	char move[32];
	VTermPos cursor;
	VTermState *state = vterm_obtain_state(terminal->vterm);
	vterm_state_get_cursorpos(state, &cursor);
	snprintf(move, sizeof move, "\033[r\033[%d;%dH", cursor.row + 1, cursor.col + 1);
	vterm_input_write(terminal->vterm, move, strlen(move));
	terminal_wire_forget_margins(&terminal->wire);
	vterm_set_size(terminal->vterm, rows, drawn(columns));
	terminal_wire_keep_cursor(&terminal->wire);
}

/* Adds a row; `starts`, where given, takes where each column's text starts in it. */
static void add_row(struct terminal *terminal, int row, struct text *text, size_t *starts)
{
	int rows, columns;
	char bytes[32];
	VTermScreenCell cell;
	size(terminal, &rows, &columns);
	for (int column = 0; column < columns; column++) {
		if (starts)
			starts[column] = text->length;
		if (vterm_screen_get_cell(
			    vterm_obtain_screen(terminal->vterm), (VTermPos){row, column}, &cell)) {
			write_cell(&cell, bytes);
			text_add(text, bytes);
		}
	}
}

char *terminal_screen(struct terminal *terminal)
{
	int rows, columns;
	struct text text;
	text_init(&text);
	size(terminal, &rows, &columns);
	for (int row = 0; row < rows; row++) {
		size_t start = text.length;
		add_row(terminal, row, &text, NULL);
		trim_line(&text, start);
		text_add(&text, "\n");
	}
	while (text.length > 1 && text.bytes[text.length - 2] == '\n')
		text_cut(&text, text.length - 1);
	return text_take(&text);
}

const char *terminal_scrollback(struct terminal *terminal)
{
	return terminal->scrollback.bytes;
}

bool terminal_shows(struct terminal *terminal, const char *words)
{
	char *screen = terminal_screen(terminal);
	bool found = strstr(screen, words) != NULL;
	free(screen);
	return found || terminal_find(terminal, words, NULL, NULL);
}

/* The column at which `words` stand in the row, or -1. */
static int find_in_row(struct terminal *terminal, int row, int columns, const char *words)
{
	struct text text;
	int column = -1;
	size_t *starts = calloc((size_t)columns, sizeof *starts);
	text_init(&text);
	add_row(terminal, row, &text, starts);
	const char *at = strstr(text.bytes, words);
	for (int i = 0; at && i < columns && starts[i] <= (size_t)(at - text.bytes); i++)
		column = i;
	free(starts);
	text_destroy(&text);
	return column;
}

bool terminal_find(struct terminal *terminal, const char *text, int *row, int *column)
{
	int rows, columns;
	size(terminal, &rows, &columns);
	for (int i = 0; i < rows; i++) {
		int found = find_in_row(terminal, i, columns, text);
		if (found < 0)
			continue;
		if (row)
			*row = i;
		if (column)
			*column = found;
		return true;
	}
	return false;
}

void terminal_forget_touched(struct terminal *terminal)
{
	text_clear(&terminal->touched);
}

bool terminal_touched(const struct terminal *terminal, int row)
{
	return (size_t)row < terminal->touched.length && terminal->touched.bytes[row] == '#';
}

static int colour(const VTermColor *from)
{
	if (from->type & VTERM_COLOR_DEFAULT_MASK)
		return TERMINAL_COLOUR_OWN;
	if (VTERM_COLOR_IS_INDEXED(from))
		return from->indexed.idx;
	return TERMINAL_COLOUR_MIX | from->rgb.red << 16 | from->rgb.green << 8 | from->rgb.blue;
}

bool terminal_cell(struct terminal *terminal, int row, int column, struct terminal_cell *cell)
{
	int rows, columns;
	VTermScreenCell from;
	size(terminal, &rows, &columns);
	if (row < 0 || row >= rows || column < 0 || column >= columns ||
		!vterm_screen_get_cell(
			vterm_obtain_screen(terminal->vterm), (VTermPos){row, column}, &from))
		return false;
	*cell = (struct terminal_cell){
		.width = from.width,
		.foreground = colour(&from.fg),
		.background = colour(&from.bg),
		.bold = from.attrs.bold,
		.underline = from.attrs.underline,
		.italic = from.attrs.italic,
		.blink = from.attrs.blink,
		.reverse = from.attrs.reverse,
	};
	write_cell(&from, cell->text);
	return true;
}

bool terminal_cell_of(struct terminal *terminal, const char *text, struct terminal_cell *cell)
{
	int row, column;
	return terminal_find(terminal, text, &row, &column) &&
	       terminal_cell(terminal, row, column, cell);
}

void terminal_cursor(struct terminal *terminal, int *row, int *column)
{
	VTermPos cursor;
	vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &cursor);
	*row = cursor.row;
	*column = cursor.col;
}

bool terminal_cursor_visible(struct terminal *terminal)
{
	return terminal_wire_mode(&terminal->wire, '?', 25, true);
}

bool terminal_alternate(struct terminal *terminal)
{
	const struct wire *wire = &terminal->wire;
	return terminal_wire_mode(wire, '?', 1049, false) ||
	       terminal_wire_mode(wire, '?', 1047, false) ||
	       terminal_wire_mode(wire, '?', 47, false);
}

bool terminal_mouse(struct terminal *terminal)
{
	const struct wire *wire = &terminal->wire;
	return terminal_wire_mode(wire, '?', 9, false) ||
	       terminal_wire_mode(wire, '?', 1000, false) ||
	       terminal_wire_mode(wire, '?', 1002, false) ||
	       terminal_wire_mode(wire, '?', 1003, false);
}

bool terminal_keypad(struct terminal *terminal)
{
	return terminal->wire.keypad || terminal_wire_mode(&terminal->wire, '?', 1, false);
}

int terminal_bells(struct terminal *terminal)
{
	return terminal->bells;
}

const char *terminal_title(struct terminal *terminal)
{
	return terminal->wire.title.length ? terminal->wire.title.bytes : terminal->title.bytes;
}

void terminal_click(struct terminal *terminal, int row, int column)
{
	vterm_mouse_move(terminal->vterm, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(terminal->vterm, 1, true, VTERM_MOD_NONE);
	vterm_mouse_button(terminal->vterm, 1, false, VTERM_MOD_NONE);
	terminal_drain(terminal);
}
