#include "type.h"

#include <string.h>

/* The first that is there; Pango adds fonts for what it lacks. Noto has one look in all scripts. */
static const char families[] = "Noto Sans, DejaVu Sans, sans-serif";

/* Of the distance that a font asks for between lines: Noto's has room for towers of accents. */
static const float tightness = 0.88F;

static const guint16 grey = 0x5000; /* of 0xffff: it must still be black enough for a copier */

static PangoFontDescription *describe(const struct type *type)
{
	PangoFontDescription *font = pango_font_description_from_string(families);
	pango_font_description_set_absolute_size(font, type->size * PANGO_SCALE);
	if (type->bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	return font;
}

/* Takes the attribute. */
static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t start, size_t end)
{
	attribute->start_index = (guint)start;
	attribute->end_index = (guint)end;
	pango_attr_list_insert(list, attribute);
}

/* `text` and `tail` are where these begin in the whole, which ends at `end`. */
static PangoAttrList *list_attributes(
	const struct voice *voice, const struct type *type, size_t text, size_t tail, size_t end)
{
	PangoAttrList *list = pango_attr_list_new();
	size_t faint = type->faint ? 0 : tail;
	add_attribute(list, pango_attr_language_new(voice->language), 0, end);
	if (text > 0)
		add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), 0, text);
	if (faint < end)
		add_attribute(list, pango_attr_foreground_new(grey, grey, grey), faint, end);
	if (tail < end)
		add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_NORMAL), tail, end);
	if (tail < end)
		add_attribute(list, pango_attr_allow_breaks_new(FALSE), tail, end);
	return list;
}

/* Lines begin where the language's do, also those in another script; Pango means by "left" where
 * the line's own script begins. */
static void align(PangoLayout *layout, const struct voice *voice)
{
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	bool own = pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
	pango_layout_set_alignment(
		layout, own != voice->right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* The parts stand an em space from each other. */
static char *join(const struct words *words)
{
	static const char space[] = "\u2003";
	const char *lead = words->lead ? words->lead : "", *parted = words->stacked ? "\n" : space;
	return g_strconcat(lead, words->lead ? parted : "", words->text, words->tail ? space : "",
		words->tail, NULL);
}

PangoLayout *type_set(const struct voice *voice, const struct type *type, const struct words *words)
{
	PangoLayout *layout = pango_layout_new(voice->context);
	PangoFontDescription *font = describe(type);
	char *whole = join(words);
	size_t end = strlen(whole), tail = end - (words->tail ? strlen(words->tail) : 0);
	PangoAttrList *list =
		list_attributes(voice, type, words->lead ? strlen(words->lead) : 0, tail, end);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, whole, -1);
	pango_layout_set_attributes(layout, list);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_line_spacing(layout, tightness);
	if (type->width > 0)
		pango_layout_set_width(layout, (int)(type->width * PANGO_SCALE));
	pango_layout_set_indent(layout, -(int)(type->indent * PANGO_SCALE));
	align(layout, voice);
	pango_attr_list_unref(list);
	pango_font_description_free(font);
	g_free(whole);
	return layout;
}

double type_height(PangoLayout *layout)
{
	int width, height;
	pango_layout_get_size(layout, &width, &height);
	return (double)height / PANGO_SCALE;
}

double type_width(const struct voice *voice, const struct type *type, const char *text)
{
	struct type unbroken = *type;
	int width, height;
	unbroken.width = 0;
	PangoLayout *layout = type_set(voice, &unbroken, &(struct words){.text = text});
	pango_layout_get_size(layout, &width, &height);
	g_object_unref(layout);
	return (double)width / PANGO_SCALE;
}

/* Draws the line that the iterator is at, where the line at `top` would be at `y`. */
static void draw_line(cairo_t *cairo, PangoLayoutIter *iter, double x, double y, int top)
{
	PangoRectangle extents;
	pango_layout_iter_get_line_extents(iter, NULL, &extents);
	int baseline = pango_layout_iter_get_baseline(iter);
	if (!cairo)
		return;
	cairo_move_to(cairo, x + (double)extents.x / PANGO_SCALE,
		y + (double)(baseline - top) / PANGO_SCALE);
	pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(iter));
}

int type_draw(cairo_t *cairo, PangoLayout *layout, double x, double y, int line, double height)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	int number = 0, start = 0, top, bottom, count = pango_layout_get_line_count(layout);
	do {
		pango_layout_iter_get_line_yrange(iter, &top, &bottom);
		if (number == line)
			start = top;
		if (number < line)
			continue;
		/* One line at least, or it would never end. */
		if (number > line && (double)(bottom - start) / PANGO_SCALE > height)
			break;
		draw_line(cairo, iter, x, y, start);
	} while (number++, pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	return number < count ? number : count;
}

/* The first unknown character of a run; 0 where all are known. */
static gunichar find_in_run(PangoLayout *layout, const PangoLayoutRun *run)
{
	const char *text = pango_layout_get_text(layout) + run->item->offset;
	for (int i = 0; i < run->glyphs->num_glyphs; i++)
		if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
			return g_utf8_get_char(text + run->glyphs->log_clusters[i]);
	return 0;
}

gunichar type_find_unknown(PangoLayout *layout)
{
	gunichar found = 0;
	if (pango_layout_get_unknown_glyphs_count(layout) == 0)
		return 0;
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	do {
		PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);
		found = run ? find_in_run(layout, run) : 0;
	} while (!found && pango_layout_iter_next_run(iter));
	pango_layout_iter_free(iter);
	return found ? found : 0xfffd;
}
