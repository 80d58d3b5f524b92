#include "terminal_svg.h"

#include "screener/text.h"
#include "terminal_screen.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* In the picture's own units, which are pixels where it is shown in its own size. */
enum {
	CELL_WIDTH = 9,
	CELL_HEIGHT = 20,
	BASELINE = 15, /* from the top of a cell */
	FONT_SIZE = 15,
	MARGIN = 14,
	CORNER = 8,
};

static const int own_foreground = 0xe9e4d8, own_background = 0x1b1d22;

struct picture {
	struct terminal *terminal; /* borrows */
	struct text svg;
	int rows, columns;
	int background; /* of the window, 0xRRGGBB */
};

/* Characters that are drawn, as those of most fonts do not meet. */
enum line { LINE_NONE, LINE_ACROSS, LINE_DOWN };

/* Cells next to each other that look alike. */
struct run {
	int row, column, columns;
	int foreground, background; /* as 0xRRGGBB; of the cell, after reversing */
	bool bold, underline;
	enum line line;
	struct text words;
};

/* xterm's palette: sixteen named colours, a cube of 6 x 6 x 6, and greys. */
static int mix_of_palette(int index)
{
	static const int named[] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
		0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff,
		0x00ffff, 0xffffff};
	static const int steps[] = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};
	if (index < 16)
		return named[index];
	if (index >= 232)
		return (8 + 10 * (index - 232)) * 0x010101;
	index -= 16;
	return steps[index / 36] << 16 | steps[index / 6 % 6] << 8 | steps[index % 6];
}

static int mix_of(int colour, int own)
{
	if (colour == TERMINAL_COLOUR_OWN)
		return own;
	return colour & TERMINAL_COLOUR_MIX ? colour & 0xffffff : mix_of_palette(colour);
}

static enum line line_of(const char *words)
{
	if (strcmp(words, "\342\224\200") == 0)
		return LINE_ACROSS;
	return strcmp(words, "\342\224\202") == 0 ? LINE_DOWN : LINE_NONE;
}

static struct run make_run(const struct terminal_cell *cell, int row, int column)
{
	int foreground = mix_of(cell->foreground, own_foreground);
	int background = mix_of(cell->background, own_background);
	struct run run = {
		.row = row,
		.column = column,
		.foreground = cell->reverse ? background : foreground,
		.background = cell->reverse ? foreground : background,
		.bold = cell->bold,
		.underline = cell->underline,
		.line = line_of(cell->text),
	};
	return run;
}

static bool is_alike(const struct run *one, const struct run *other)
{
	return one->foreground == other->foreground && one->background == other->background &&
	       one->bold == other->bold && one->underline == other->underline &&
	       one->line == other->line;
}

static void add_escaped(struct text *svg, const char *words)
{
	static const struct {
		char byte;
		const char *entity;
	} entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
	for (; *words; words++) {
		size_t i = 0;
		while (i < sizeof entities / sizeof *entities && entities[i].byte != *words)
			i++;
		if (i < sizeof entities / sizeof *entities)
			text_add(svg, entities[i].entity);
		else
			text_add_bytes(svg, words, 1);
	}
}

static int left_of(int column)
{
	return MARGIN + column * CELL_WIDTH;
}

static int top_of(int row)
{
	return MARGIN + row * CELL_HEIGHT;
}

static void add_box(struct text *svg, int left, int top, int width, int height, int colour)
{
	text_format(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
		left, top, width, height, (unsigned)colour);
}

static void add_background(struct picture *picture, const struct run *run)
{
	struct text *svg = &picture->svg;
	int left = left_of(run->column), top = top_of(run->row), width = run->columns * CELL_WIDTH;
	if (run->background != picture->background)
		add_box(svg, left, top, width, CELL_HEIGHT, run->background);
	if (run->underline)
		add_box(svg, left, top + CELL_HEIGHT - 2, width, 1, run->foreground);
	if (run->line == LINE_ACROSS)
		add_box(svg, left, top + CELL_HEIGHT / 2, width, 1, run->foreground);
	if (run->line == LINE_DOWN)
		add_box(svg, left + CELL_WIDTH / 2, top, 1, CELL_HEIGHT, run->foreground);
}

/* Without the blanks around it, which some viewers would leave out of its length. */
static void add_words(struct picture *picture, const struct run *run)
{
	struct text *svg = &picture->svg;
	const char *words = run->words.bytes;
	size_t blanks = strspn(words, " "), length = run->words.length;
	struct text shown;
	if (run->line != LINE_NONE || blanks == length)
		return;
	text_init(&shown);
	while (words[length - 1] == ' ')
		length--;
	text_add_bytes(&shown, words + blanks, length - blanks);
	int columns = run->columns - (int)(run->words.length - length) - (int)blanks;
	text_format(svg, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"#%06x\"%s>",
		left_of(run->column + (int)blanks), top_of(run->row) + BASELINE,
		columns * CELL_WIDTH, (unsigned)run->foreground,
		run->bold ? " font-weight=\"bold\"" : "");
	add_escaped(svg, shown.bytes);
	text_add(svg, "</text>\n");
	text_destroy(&shown);
}

/* What is wide stands apart, as fonts differ most there. */
static bool goes_on(const struct run *run, const struct run *next, const struct terminal_cell *cell)
{
	return is_alike(run, next) && cell->width < 2;
}

/* A gap of two blanks ends a text, so that what follows it stands where it should. */
static bool goes_on_text(
	const struct run *run, const struct run *next, const struct terminal_cell *cell)
{
	size_t length = run->words.length;
	bool gap = length > 1 && strcmp(run->words.bytes + length - 2, "  ") == 0;
	return goes_on(run, next, cell) && (!gap || strcmp(cell->text, " ") == 0);
}

/* What is drawn of the runs, and which cells belong to one. */
static const struct layer {
	bool (*goes_on)(
		const struct run *run, const struct run *next, const struct terminal_cell *cell);
	void (*add)(struct picture *picture, const struct run *run);
} layers[] = {{goes_on, add_background}, {goes_on_text, add_words}};

static void add_row(struct picture *picture, const struct layer *layer, int row)
{
	struct terminal_cell cell;
	terminal_cell(picture->terminal, row, 0, &cell);
	struct run run = make_run(&cell, row, 0);
	text_init(&run.words);
	for (int column = 0; terminal_cell(picture->terminal, row, column, &cell); column++) {
		struct run next = make_run(&cell, row, column);
		if (!layer->goes_on(&run, &next, &cell)) {
			layer->add(picture, &run);
			next.words = run.words;
			run = next;
			text_clear(&run.words);
		}
		text_add(&run.words, cell.text);
		run.columns++;
	}
	layer->add(picture, &run);
	text_destroy(&run.words);
}

/* In the colour of the cell's letter, which is the one that can be seen there. */
static void add_cursor(struct picture *picture)
{
	int row, column;
	struct terminal_cell cell;
	terminal_cursor(picture->terminal, &row, &column);
	if (!terminal_cursor_visible(picture->terminal) ||
		!terminal_cell(picture->terminal, row, column, &cell))
		return;
	struct run run = make_run(&cell, row, column);
	text_format(&picture->svg,
		"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" "
		"stroke=\"#%06x\" stroke-width=\"1.5\"/>\n",
		left_of(column), top_of(row), CELL_WIDTH, CELL_HEIGHT, (unsigned)run.foreground);
}

static void add_names(struct picture *picture, const char *title)
{
	char *screen = terminal_screen(picture->terminal);
	text_add(&picture->svg, "<title id=\"title\">");
	add_escaped(&picture->svg, title);
	text_add(&picture->svg, "</title>\n<desc id=\"screen\">");
	add_escaped(&picture->svg, screen);
	text_add(&picture->svg, "</desc>\n");
	free(screen);
}

/* With the window, whose border is seen on a page of the same colour. */
static void add_head(struct picture *picture, const char *title)
{
	int width = picture->columns * CELL_WIDTH + 2 * MARGIN;
	int height = picture->rows * CELL_HEIGHT + 2 * MARGIN;
	text_format(&picture->svg,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\"\n"
		"\trole=\"img\" aria-labelledby=\"title screen\" xml:space=\"preserve\" "
		"font-size=\"%d\"\n"
		"\tfont-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\">\n",
		width, height, width, height, FONT_SIZE);
	add_names(picture, title);
	text_format(&picture->svg,
		"<rect x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"#%06x\" "
		"stroke=\"#7b7f88\"/>\n",
		width - 1, height - 1, CORNER, (unsigned)picture->background);
}

/* The window is of the colour in the last corner, where nothing is ever written. */
static struct picture make_picture(struct terminal *terminal)
{
	struct picture picture = {.terminal = terminal};
	struct terminal_cell cell;
	while (terminal_cell(terminal, picture.rows, 0, &cell))
		picture.rows++;
	while (terminal_cell(terminal, 0, picture.columns, &cell))
		picture.columns++;
	terminal_cell(terminal, picture.rows - 1, picture.columns - 1, &cell);
	picture.background = make_run(&cell, 0, 0).background;
	text_init(&picture.svg);
	return picture;
}

char *terminal_svg(struct terminal *terminal, const char *title)
{
	struct picture picture = make_picture(terminal);
	add_head(&picture, title);
	for (size_t i = 0; i < sizeof layers / sizeof *layers; i++)
		for (int row = 0; row < picture.rows; row++)
			add_row(&picture, &layers[i], row);
	add_cursor(&picture);
	text_add(&picture.svg, "</svg>\n");
	return text_take(&picture.svg);
}
