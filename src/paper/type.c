#include "type.h"

#include <string.h>

/* The first that is there; Pango adds fonts for what it lacks. Noto has one look in all scripts. */
static const char families[] =
	"Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic, DejaVu Sans, sans-serif";

static const double ascent = 0.8; /* of a line's height, above its letters' feet */

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

/* Lines begin where the language's do, also those that begin with a name in another script: how a
 * paragraph runs is not guessed from its first letter. */
static void align(PangoLayout *layout, const struct voice *voice)
{
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_alignment(
		layout, voice->right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* A word of ASCII, without what may stand behind it. */
static size_t measure_word(const char *text)
{
	size_t length = 0;
	while (g_ascii_isalnum(text[length]) || (text[length] && strchr(".:/-", text[length])))
		length++;
	while (length > 0 && !g_ascii_isalnum(text[length - 1]))
		length--;
	return length;
}

/* How much of the text is words of ASCII beside each other, with a number in them: a date, a phone
 * number, a code in groups. */
static size_t measure_number(const char *text)
{
	size_t length = measure_word(text), next;
	while (length > 0 && text[length] == ' ' && (next = measure_word(text + length + 1)) > 0)
		length += next + 1;
	for (size_t i = 0; i < length; i++)
		if (g_ascii_isdigit(text[i]))
			return length;
	return 0;
}

/* Among Arabic letters the parts of a number such as 088-7464466 would change places (UAX 9, W2):
 * it is isolated from them. */
static void add_isolated(GString *whole, const char *text)
{
	while (*text) {
		size_t word = measure_word(text), number = measure_number(text);
		size_t length = number ? number : word ? word : 1;
		if (number)
			g_string_append(whole, "\u2066");
		g_string_append_len(whole, text, (gssize)length);
		if (number)
			g_string_append(whole, "\u2069");
		text += length;
	}
}

static void add_part(GString *whole, const struct voice *voice, const char *text)
{
	if (voice->right_to_left)
		add_isolated(whole, text);
	else
		g_string_append(whole, text);
}

/* Joins the words with spaces as wide as the type is high. Returns the attributes of the whole. */
static PangoAttrList *join(GString *whole, const struct voice *voice, const struct type *type,
	const struct words *words)
{
	static const char space[] = "\u2003";
	if (words->lead)
		add_part(whole, voice, words->lead);
	size_t text = whole->len;
	if (words->lead)
		g_string_append(whole, words->stacked ? "\n" : space);
	add_part(whole, voice, words->text);
	if (words->tail)
		g_string_append(whole, space);
	size_t tail = whole->len;
	if (words->tail)
		add_part(whole, voice, words->tail);
	return list_attributes(voice, type, text, tail, whole->len);
}

struct lines type_set(const struct voice *voice, const struct type *type, const struct words *words)
{
	PangoLayout *layout = pango_layout_new(voice->context);
	PangoFontDescription *font = describe(type);
	GString *whole = g_string_new(NULL);
	PangoAttrList *list = join(whole, voice, type, words);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, whole->str, (int)whole->len);
	pango_layout_set_attributes(layout, list);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	if (type->width > 0)
		pango_layout_set_width(layout, (int)(type->width * PANGO_SCALE));
	pango_layout_set_indent(layout, -(int)(type->indent * PANGO_SCALE));
	align(layout, voice);
	pango_attr_list_unref(list);
	pango_font_description_free(font);
	g_string_free(whole, TRUE);
	return (struct lines){
		layout, type->size * voice->pitch, pango_layout_get_line_count(layout)};
}

void type_destroy(struct lines *lines)
{
	g_object_unref(lines->layout);
}

double type_height(const struct lines *lines)
{
	return lines->pitch * lines->count;
}

double type_width(const struct voice *voice, const struct type *type, const char *text)
{
	struct type unbroken = *type;
	int width, height;
	unbroken.width = 0;
	struct lines lines = type_set(voice, &unbroken, &(struct words){.text = text});
	pango_layout_get_size(lines.layout, &width, &height);
	type_destroy(&lines);
	return (double)width / PANGO_SCALE;
}

int type_draw(
	cairo_t *cairo, const struct lines *lines, double x, double y, int line, double height)
{
	int fit = (int)(height / lines->pitch), number = 0;
	int end = line + (fit > 0 ? fit : 1);
	PangoLayoutIter *iter = pango_layout_get_iter(lines->layout);
	do {
		PangoRectangle extents;
		if (!cairo || number < line || number >= end)
			continue;
		pango_layout_iter_get_line_extents(iter, NULL, &extents);
		cairo_move_to(cairo, x + (double)extents.x / PANGO_SCALE,
			y + lines->pitch * (number - line + ascent));
		pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(iter));
	} while (number++, pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	return end < lines->count ? end : lines->count;
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

gunichar type_find_unknown(const struct lines *lines)
{
	PangoLayout *layout = lines->layout;
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
