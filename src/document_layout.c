#include "document.h"

#include "languages.h"

#include "screener/memory.h"

#include <string.h>

enum {
	WIDTH_SMALLEST = 20,
	WIDTH_READABLE = 100, /* longer lines make the eye lose its place */
	WIDTH_COLUMNS = 60, /* from here on labels stand beside their text */
	LABEL_LIMIT = 24, /* a longer label stands above its text */
	LABEL_GAP = 2,
	HANGING = 2,
};

/* Columns before the text and before the label. */
struct margin {
	size_t text;
	size_t label;
};

/* Where a style begins on wide paper; PARAGRAPH_LABELLED's text comes after the labels. */
static const struct margin wide[PARAGRAPH_STYLE_COUNT] = {
	[PARAGRAPH_PATH] = {2, 0},
	[PARAGRAPH_LABELLED] = {0, 4},
	[PARAGRAPH_ITEM] = {4, 2},
	[PARAGRAPH_SMALL] = {2, 0},
};

static const struct margin narrow[PARAGRAPH_STYLE_COUNT] = {
	[PARAGRAPH_LABELLED] = {3, 1},
	[PARAGRAPH_ITEM] = {2, 0},
};

/* A layout being made. */
struct layout {
	const struct document *document;
	size_t width;
	bool beside; /* whether labels stand beside their text */
	size_t column; /* where the text of labelled paragraphs begins then */
	struct document_line *lines;
	size_t count;
	size_t capacity;
};

static struct document_line *add_line(struct layout *layout, const struct paragraph *paragraph)
{
	if (layout->count == layout->capacity) {
		layout->capacity = layout->capacity ? layout->capacity * 2 : 128;
		layout->lines = memory_grow(layout->lines, layout->capacity, sizeof *layout->lines);
	}
	struct document_line *line = &layout->lines[layout->count++];
	*line = (struct document_line){.paragraph = paragraph, .text = ""};
	return line;
}

static size_t widen(size_t widest, const char *label)
{
	size_t width = label ? languages_width(label) : 0;
	return width > widest && width <= LABEL_LIMIT ? width : widest;
}

/* The widest label that fits beside its text. */
static size_t measure_labels(const struct document *document)
{
	size_t widest = 0;
	for (size_t i = 0; i < document->count; i++) {
		const struct paragraph *paragraph = &document->paragraphs[i];
		widest = widen(widest, paragraph->label);
		widest = widen(widest, paragraph->second_label);
	}
	return widest;
}

static struct margin margin_of(const struct layout *layout, const struct paragraph *paragraph)
{
	struct margin margin = layout->beside ? wide[paragraph->style] : narrow[paragraph->style];
	if (paragraph->style == PARAGRAPH_LABELLED && layout->beside)
		margin.text = layout->column;
	if (paragraph->is_link)
		margin.text += DOCUMENT_LINK_COLUMNS;
	return margin;
}

/* Which paragraphs an empty line goes before; the others stay with the one above them. */
static bool wants_space(const struct paragraph *above, const struct paragraph *paragraph)
{
	static const bool always[PARAGRAPH_STYLE_COUNT] = {
		[PARAGRAPH_WARNING] = true,
		[PARAGRAPH_HEADING] = true,
		[PARAGRAPH_SERVICE] = true,
		[PARAGRAPH_PATH] = true,
		[PARAGRAPH_PLAIN] = true,
	};
	if (!above || above->style == PARAGRAPH_TITLE || above->style == PARAGRAPH_HEADING)
		return false;
	/* Between words of their own and what is said of them. */
	if (paragraph->style == PARAGRAPH_LABELLED && above->style == PARAGRAPH_PLAIN)
		return true;
	/* An item that says more than itself is a block of its own. */
	if (paragraph->style == PARAGRAPH_ITEM && above->style == PARAGRAPH_LABELLED)
		return true;
	return always[paragraph->style];
}

static bool stands_beside(const struct layout *layout, const char *label, struct margin margin)
{
	return layout->beside && margin.label + languages_width(label) + LABEL_GAP <= margin.text;
}

/* Returns what to print before the paragraph's first line, or NULL. A label that finds no room
 * there gets lines of its own above it. */
static const char *put_label(struct layout *layout, const struct paragraph *paragraph,
	const char *label, struct margin margin)
{
	if (!label || stands_beside(layout, label, margin))
		return label;
	for (size_t shown, next; *label; label += next) {
		languages_break(label, layout->width - margin.label, &shown, &next);
		struct document_line *line = add_line(layout, paragraph);
		line->indent = margin.label;
		line->text = label;
		line->length = shown;
		line->is_label = true;
	}
	return NULL;
}

static bool goes_on(const struct document *document, size_t index)
{
	return index < document->count && document->paragraphs[index].style == PARAGRAPH_LABELLED &&
	       !document->paragraphs[index].label;
}

/* A number or an address is the same in both languages. */
static bool has_second(const struct paragraph *paragraph)
{
	if (!paragraph->second)
		return false;
	return strcmp(paragraph->second, paragraph->text) != 0 ||
	       (paragraph->label && paragraph->second_label &&
		       strcmp(paragraph->label, paragraph->second_label) != 0);
}

/* Whether the paragraph is one of several beside one label, or stands there in two languages. Then
 * its lines but the first hang, so that it is seen where each begins. */
static bool hangs(const struct document *document, size_t index)
{
	const struct paragraph *paragraph = &document->paragraphs[index];
	return goes_on(document, index) ||
	       (paragraph->style == PARAGRAPH_LABELLED &&
		       (goes_on(document, index + 1) || has_second(paragraph)));
}

/* One language of a paragraph. */
static void put(struct layout *layout, size_t index, const char *label, const char *words)
{
	const struct paragraph *paragraph = &layout->document->paragraphs[index];
	struct margin margin = margin_of(layout, paragraph);
	size_t indent = margin.text;
	if (paragraph->style != PARAGRAPH_ITEM)
		label = put_label(layout, paragraph, label, margin);
	do {
		size_t shown, next;
		struct document_line *line = add_line(layout, paragraph);
		languages_break(words, layout->width - indent, &shown, &next);
		line->indent = indent;
		line->text = words;
		line->length = shown;
		line->label = label;
		line->label_indent = margin.label;
		label = NULL;
		indent = margin.text + (hangs(layout->document, index) ? HANGING : 0);
		words += next;
	} while (*words);
}

/* The second language stands beneath the first. */
static void lay_out(struct layout *layout, size_t index)
{
	const struct paragraph *paragraph = &layout->document->paragraphs[index];
	const char *bullet = paragraph->style == PARAGRAPH_ITEM ? "-" : NULL;
	if (wants_space(index > 0 ? paragraph - 1 : NULL, paragraph))
		add_line(layout, paragraph)->blank = true;
	put(layout, index, bullet ? bullet : paragraph->label, paragraph->text);
	if (has_second(paragraph))
		put(layout, index, bullet ? NULL : paragraph->second_label, paragraph->second);
}

struct document_line *document_lay_out(const struct document *document, size_t width, size_t *count)
{
	struct layout layout = {.document = document};
	layout.width = width < WIDTH_SMALLEST   ? WIDTH_SMALLEST
		       : width > WIDTH_READABLE ? WIDTH_READABLE
						: width;
	layout.beside = layout.width >= WIDTH_COLUMNS;
	layout.column = wide[PARAGRAPH_LABELLED].label + measure_labels(document) + LABEL_GAP;
	for (size_t i = 0; i < document->count; i++)
		lay_out(&layout, i);
	*count = layout.count;
	return layout.lines;
}
