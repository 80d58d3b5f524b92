#include "pages.h"

#include <stdio.h>

static const double foot_size = 8.5;
static const double together = 0.14; /* of a page: more than that may be parted by its end */

/* Where the setting has got to. */
struct flow {
	const struct setting *setting;
	cairo_t *cairo; /* NULL: only counts */
	int count; /* of all pages, where it is known */
	int page; /* from 1 */
	double y;
};

static const double bottom = PAGE_HEIGHT - MARGIN_BOTTOM;

/* What PDF calls a style; readers read headings out as such. */
static const char *const tags[COPY_STYLE_COUNT] = {
	[COPY_TITLE] = "H1",
	[COPY_WARNING] = "P",
	[COPY_HEADING] = "H2",
	[COPY_SERVICE] = "H3",
	[COPY_PATH] = "H4",
	[COPY_PLAIN] = "P",
	[COPY_LABELLED] = "P",
	[COPY_ITEM] = "P",
	[COPY_SMALL] = "P",
};

static void draw_foot_text(const struct flow *flow, const char *text, bool at_end)
{
	const struct voice *voice = &flow->setting->voices[0];
	const struct type type = {.size = foot_size, .faint = true};
	double width = type_width(voice, &type, text);
	bool right = at_end != voice->right_to_left;
	struct lines lines = type_set(voice, &type, &(struct words){.text = text});
	type_draw(flow->cairo, &lines, right ? PAGE_WIDTH - MARGIN_RIGHT - width : MARGIN_LEFT,
		bottom + 14, 0, foot_size * 2);
	type_destroy(&lines);
}

/* A page that has got loose must be known for what it is. */
static void draw_foot(const struct flow *flow)
{
	char number[40];
	if (!flow->cairo || flow->count < 2)
		return;
	snprintf(number, sizeof number, "%d/%d", flow->page, flow->count);
	draw_foot_text(flow, copy_title(flow->setting->copy), false);
	draw_foot_text(flow, number, true);
}

static void turn_page(struct flow *flow)
{
	draw_foot(flow);
	if (flow->cairo)
		cairo_show_page(flow->cairo);
	flow->page++;
	flow->y = MARGIN_TOP;
}

static void draw_rule(const struct flow *flow, double y)
{
	cairo_set_line_width(flow->cairo, 0.6);
	cairo_move_to(flow->cairo, MARGIN_LEFT, y);
	cairo_line_to(flow->cairo, PAGE_WIDTH - MARGIN_RIGHT, y);
	cairo_stroke(flow->cairo);
}

static void draw_frame(const struct flow *flow, double y, double height)
{
	cairo_set_line_width(flow->cairo, 1);
	cairo_rectangle(
		flow->cairo, MARGIN_LEFT, y, PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT, height);
	cairo_stroke(flow->cairo);
}

static void draw_ornament(const struct flow *flow, const struct row *row)
{
	if (!flow->cairo)
		return;
	if (row->style == COPY_HEADING)
		draw_rule(flow, flow->y + row->height - 2);
	if (row->style == COPY_WARNING)
		draw_frame(flow, flow->y, row->height);
}

/* Draws as much of a cell as finds room. Returns the first line that does not. Where the second
 * language begins, "Div" says so: see tongue.h. */
static int draw_cell(const struct flow *flow, const struct row *row, const struct cell *cell,
	int line, double room)
{
	if (flow->cairo && cell->second)
		cairo_tag_begin(flow->cairo, "Div", NULL);
	if (flow->cairo)
		cairo_tag_begin(flow->cairo, tags[row->style], NULL);
	line = type_draw(
		flow->cairo, &cell->lines, cell->x, flow->y + row->inset, line, room - row->inset);
	if (flow->cairo)
		cairo_tag_end(flow->cairo, tags[row->style]);
	if (flow->cairo && cell->second)
		cairo_tag_end(flow->cairo, "Div");
	return line;
}

/* Draws the lines from `lines[]` on that find room. Returns whether that was all. */
static bool draw_lines(const struct flow *flow, const struct row *row, int lines[CELL_LIMIT])
{
	bool whole = true;
	for (size_t i = 0; i < row->count; i++) {
		const struct cell *cell = &row->cells[i];
		if (lines[i] < cell->lines.count)
			lines[i] = draw_cell(flow, row, cell, lines[i], bottom - flow->y);
		whole &= lines[i] >= cell->lines.count;
	}
	return whole;
}

/* Only what is longer than a page is parted. */
static void draw_row(struct flow *flow, const struct row *row)
{
	int lines[CELL_LIMIT] = {0};
	if (flow->y + row->height <= bottom)
		draw_ornament(flow, row);
	while (!draw_lines(flow, row, lines))
		turn_page(flow);
	flow->y += row->height;
}

static double measure(const struct setting *setting, size_t index)
{
	return setting->rows[index].before + setting->rows[index].height;
}

/* What is said of a path, but not more than `most`. */
static double measure_lines(const struct setting *setting, size_t index, double most)
{
	double height = 0;
	for (; index < setting->copy->count && setting->rows[index].style == COPY_LABELLED; index++)
		height += measure(setting, index);
	return height <= most ? height : 0;
}

/* What stays on one page from here on: titles with what they are the title of, a service's name
 * with its first path, and a path with all that is said of it where that is not too much. */
static double measure_together(const struct setting *setting, size_t index)
{
	static const bool stays[COPY_STYLE_COUNT] = {
		[COPY_TITLE] = true,
		[COPY_HEADING] = true,
		[COPY_SERVICE] = true,
		[COPY_PATH] = true,
	};
	double height = setting->rows[index].height;
	while (stays[setting->rows[index].style] && index + 1 < setting->copy->count)
		height += measure(setting, ++index);
	if (index > 0 && setting->rows[index - 1].style == COPY_PATH)
		height += measure_lines(setting, index + 1, (bottom - MARGIN_TOP) * together);
	return height;
}

static void run(struct flow *flow)
{
	const struct setting *setting = flow->setting;
	flow->page = 1;
	flow->y = MARGIN_TOP;
	for (size_t i = 0; i < setting->copy->count; i++) {
		const struct row *row = &setting->rows[i];
		if (flow->y > MARGIN_TOP)
			flow->y += row->before;
		if (flow->y > MARGIN_TOP && flow->y + measure_together(setting, i) > bottom)
			turn_page(flow);
		draw_row(flow, row);
	}
	draw_foot(flow);
}

int pages_count(const struct setting *setting)
{
	struct flow flow = {.setting = setting};
	run(&flow);
	return flow.page;
}

void pages_draw(const struct setting *setting, cairo_t *cairo)
{
	struct flow flow = {.setting = setting, .cairo = cairo, .count = pages_count(setting)};
	run(&flow);
	cairo_show_page(cairo);
}
