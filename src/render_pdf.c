#include "render_pdf.h"

#include "batch_json.h"
#include "gettext.h"
#include "language_list.h"
#include "paper.h"

#include <stdio.h>
#include <string.h>

static void add_string(struct text *json, const char *words)
{
	json_add_string(json, words, strlen(words));
}

/* Adds `,"key":"words"`, or nothing where there are no words. */
static void add_field(struct text *json, const char *key, const char *words)
{
	if (!words)
		return;
	text_format(json, ",\"%s\":", key);
	add_string(json, words);
}

static void add_paragraph(struct text *json, const struct paragraph *paragraph)
{
	static const char *const words[PARAGRAPH_STYLE_COUNT] = {
		[PARAGRAPH_TITLE] = "title",
		[PARAGRAPH_WARNING] = "warning",
		[PARAGRAPH_HEADING] = "heading",
		[PARAGRAPH_SERVICE] = "service",
		[PARAGRAPH_PATH] = "path",
		[PARAGRAPH_PLAIN] = "plain",
		[PARAGRAPH_LABELLED] = "labelled",
		[PARAGRAPH_ITEM] = "item",
		[PARAGRAPH_SMALL] = "small",
	};
	text_format(json, "{\"style\":\"%s\"",
		paragraph->is_source ? "source" : words[paragraph->style]);
	add_field(json, "label", paragraph->label);
	add_field(json, "text", paragraph->text);
	add_field(json, "second-label", paragraph->second_label);
	add_field(json, "second", paragraph->second);
	text_add(json, "}");
}

/* A catalogue's code as BCP 47 has it: "pt_BR" is "pt-BR" there. */
static void add_language(struct text *json, const char *key, const char *code)
{
	char tag[DOCUMENT_LANGUAGE_LIMIT];
	snprintf(tag, sizeof tag, "%.*s", (int)strcspn(code, "@."), code);
	for (char *byte = tag; *byte; byte++)
		if (*byte == '_')
			*byte = '-';
	add_field(json, key, tag);
}

/* What the helper reads: see src/paper/page.h. */
static void write_json(const struct document *document, struct text *json)
{
	text_add(json, "{\"paper\":1");
	add_language(json, "language", document->language);
	if (*document->second_language)
		add_language(json, "second-language", document->second_language);
	text_add(json, ",\"paragraphs\":[");
	for (size_t i = 0; i < document->count; i++) {
		if (i > 0)
			text_add(json, ",\n");
		add_paragraph(json, &document->paragraphs[i]);
	}
	text_add(json, "]}\n");
}

/* Where a letter has no font the helper says for which language and script, and where to get one.
 */
static bool refuse_font(const char *reply, struct error *error)
{
	char tag[16], script[40], package[40];
	struct language language = {.code = ""};
	if (sscanf(reply, "%15s %39s %39s", tag, script, package) != 3)
		return error_set(error, ERROR_FONT,
			_("no font on this computer has all the letters that this needs"));
	for (size_t i = 0; tag[i]; i++)
		language.code[i] = tag[i] == '-' ? '_' : tag[i];
	return error_set(error, ERROR_FONT,
		/* TRANSLATORS: a language, a script's name such as Arabic, and a name. */
		_("no font on this computer can write the language \"%s\" (its script: %s); the "
		  "Debian package %s has one"),
		language_name(&language), script, package);
}

bool render_pdf(const struct document *document, struct text *pdf, struct error *error)
{
	struct text json, made;
	int status = 0;
	text_init(&json);
	text_init(&made);
	write_json(document, &json);
	bool ran = paper_run(json.bytes, json.length, &made, &status, error);
	if (ran && status == PAPER_DONE)
		text_add_bytes(pdf, made.bytes, made.length);
	else if (ran && status == PAPER_NO_FONT)
		refuse_font(made.bytes, error);
	else if (ran)
		error_set(error, ERROR_FILE, _("the PDF could not be made"));
	text_destroy(&made);
	text_destroy(&json);
	return ran && status == PAPER_DONE;
}
