/* extract_pack FOLDER: writes the texts of a rule pack as a template for translators (POT) on
 * standard output, each with what it is and where it stands. Part of the build, not installed. */
#include "reader.h"
#include "say.h"

#include "screener/memory.h"
#include "screener/pack_texts.h"
#include "screener/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One message: a text with every place that it stands in. */
struct message {
	const char *words;
	struct text comments; /* whole lines, "#. ..." */
	struct text references; /* whole lines, "#: ..." */
};

struct template
{
	struct message *messages;
	size_t count;
	size_t capacity;
};

/* By kind of text: what translators are told of it. The first %s is what it belongs to, the second
 * the option. */
static const char *const descriptions[PACK_TEXT_KIND_COUNT] = {
	[PACK_TEXT_TITLE] = "The title of the rules.",
	[PACK_TEXT_CONTACT] = "The name of the organisation to call.",
	[PACK_TEXT_DISCREET] = "What a paper that may be dangerous for the client says instead of "
			       "the organisation's name.",
	[PACK_TEXT_BEFORE_CALLING] = "What to have at hand before calling; printed for the client "
				     "too.",
	[PACK_TEXT_SOURCE] = "The title of the source \"%s\".",
	[PACK_TEXT_PUBLISHER] = "Who published the source \"%s\".",
	[PACK_TEXT_SERVICE] = "The service \"%s\": a heading above its paths.",
	[PACK_TEXT_GROUP] = "The group of countries \"%s\", in the middle of a sentence.",
	[PACK_TEXT_ASK] = "The question \"%s\".",
	[PACK_TEXT_WHY] = "Why the question \"%s\" is asked.",
	[PACK_TEXT_HELP] = "Help with the question \"%s\".",
	[PACK_TEXT_OPTION] = "An answer to the question \"%s\": the option \"%s\".",
	[PACK_TEXT_FACT] = "The fact \"%s\", of the client, in the middle of a sentence.",
	[PACK_TEXT_PATH] = "The title of the path \"%s\".",
	[PACK_TEXT_OFFERS] = "What the path \"%s\" offers.",
	[PACK_TEXT_DEPENDS_ON] = "What is still decided where the path \"%s\" applies.",
	[PACK_TEXT_NEXT] = "The next step of the path \"%s\".",
	[PACK_TEXT_NOTICE] = "The notice \"%s\".",
};

/* Packs have hundreds of texts at most: looking at each is fast enough. */
static struct message *find(struct template *template, const char *words)
{
	for (size_t i = 0; i < template->count; i++)
		if (strcmp(template->messages[i].words, words) == 0)
			return &template->messages[i];
	if (template->count == template->capacity) {
		template->capacity = template->capacity ? template->capacity * 2 : 128;
		template->messages = memory_grow(
			template->messages, template->capacity, sizeof *template->messages);
	}
	struct message *message = &template->messages[template->count++];
	message->words = words;
	text_init(&message->comments);
	text_init(&message->references);
	return message;
}

static void add_description(struct text *text, const struct pack_text *described)
{
	text_add(text, "#. ");
	text_format(text, descriptions[described->kind], described->id, described->option);
	text_add(text, "\n");
}

static void collect(const struct pack_text *text, void *context)
{
	struct message *message = find(context, text->words);
	add_description(&message->comments, text);
	text_format(&message->references, "#: %s", text->place.file ? text->place.file : "");
	if (text->place.line)
		text_format(&message->references, ":%u", text->place.line);
	text_add(&message->references, "\n");
}

/* Adds a byte as it stands in a PO file. */
static void add_byte(struct text *text, char byte)
{
	static const char special[] = "\"\\\n\t";
	static const char *const escapes[] = {"\\\"", "\\\\", "\\n", "\\t"};
	const char *found = byte ? strchr(special, byte) : NULL;
	if (found)
		text_add(text, escapes[found - special]);
	else if ((unsigned char)byte < ' ' || byte == '\177')
		text_format(text, "\\%03o", (unsigned)byte);
	else
		text_add_bytes(text, &byte, 1);
}

/* Adds a text in quotes; one of several lines gets a line for each, as msgcat writes it. */
static void add_quoted(struct text *text, const char *words)
{
	const char *newline = strchr(words, '\n');
	text_add(text, newline && newline[1] ? "\"\"\n\"" : "\"");
	for (; *words; words++) {
		add_byte(text, *words);
		if (*words == '\n' && words[1])
			text_add(text, "\"\n\"");
	}
	text_add(text, "\"\n");
}

static void write_header(const struct pack *pack, struct text *text)
{
	text_format(text,
		"# The texts of the rule pack \"%s\", version %s.\n"
		"msgid \"\"\n"
		"msgstr \"\"\n"
		"\"Project-Id-Version: %s %s\\n\"\n"
		"\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
		"\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
		"\"Language-Team: LANGUAGE\\n\"\n"
		"\"Language: \\n\"\n"
		"\"MIME-Version: 1.0\\n\"\n"
		"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
		"\"Content-Transfer-Encoding: 8bit\\n\"\n"
		"\"X-Reviewed-by-native-speaker: no\\n\"\n",
		pack->id, pack->version, pack->id, pack->version);
}

static void write_message(const struct message *message, struct text *text)
{
	text_add(text, "\n");
	text_add(text, message->comments.bytes);
	text_add(text, message->references.bytes);
	text_add(text, "msgid ");
	add_quoted(text, message->words);
	text_add(text, "msgstr \"\"\n");
}

static void write_template(const struct pack *pack, struct text *text)
{
	struct template template = {0};
	pack_visit_texts(pack, collect, &template);
	write_header(pack, text);
	for (size_t i = 0; i < template.count; i++) {
		write_message(&template.messages[i], text);
		text_destroy(&template.messages[i].comments);
		text_destroy(&template.messages[i].references);
	}
	free(template.messages);
}

static int extract(const char *folder)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(folder, &faults);
	if (!pack)
		say_faults(&faults);
	fault_list_destroy(&faults);
	if (!pack)
		return EXIT_FAILURE;
	struct text text;
	text_init(&text);
	write_template(pack, &text);
	bool written = fputs(text.bytes, stdout) >= 0 && fflush(stdout) == 0;
	text_destroy(&text);
	pack_free(pack);
	if (!written)
		perror("extract_pack");
	return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char *arguments[])
{
	if (count == 2)
		return extract(arguments[1]);
	fputs("usage: extract_pack FOLDER\n", stderr);
	return 2;
}
