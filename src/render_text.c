#include "render.h"

#include "languages.h"

#include <stdlib.h>

/* What stands under the last line of a style, as wide as its widest line; NUL where nothing does.
 */
static const char underlines[PARAGRAPH_STYLE_COUNT] = {
	[PARAGRAPH_TITLE] = '=',
	[PARAGRAPH_HEADING] = '-',
};

static size_t measure(const struct document_line *line)
{
	struct text words;
	text_init(&words);
	text_add_bytes(&words, line->text, line->length);
	size_t width = languages_width(words.bytes);
	text_destroy(&words);
	return width;
}

static void write_line(const struct document_line *line, struct text *text)
{
	size_t column = 0;
	if (line->label) {
		text_add_repeated(text, ' ', line->label_indent);
		text_add(text, line->label);
		column = line->label_indent + languages_width(line->label);
	}
	if (line->length) {
		text_add_repeated(text, ' ', line->indent - column);
		text_add_bytes(text, line->text, line->length);
	}
	text_add(text, "\n");
}

void render_text(const struct document *document, size_t width, struct text *text)
{
	size_t count, widest = 0;
	struct document_line *lines = document_lay_out(document, width, &count);
	for (size_t i = 0; i < count; i++) {
		const struct document_line *line = &lines[i];
		char underline = underlines[line->paragraph->style];
		size_t wide = underline && !line->blank ? measure(line) : 0;
		widest = wide > widest ? wide : widest;
		write_line(line, text);
		if (!underline || line->blank ||
			(i + 1 < count && lines[i + 1].paragraph == line->paragraph))
			continue;
		text_add_repeated(text, underline, widest);
		text_add(text, "\n");
		widest = 0;
	}
	free(lines);
}
