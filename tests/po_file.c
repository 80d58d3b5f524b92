#include "po_file.h"

#include "screener/memory.h"
#include "screener/text.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file while it is read, line by line. */
struct reading {
	struct po_file *file;
	const char *path;
	unsigned line;
	struct po_message next; /* its comments come before it */
	char **target; /* what lines of quotes are added to; NULL before the first */
};

static struct po_message *last(struct reading *reading)
{
	return &reading->file->messages[reading->file->count - 1];
}

/* Puts the byte that stands behind a backslash, and returns how many characters it took. */
static size_t unescape(const char *escape, char *byte)
{
	static const char letters[] = "nt\"\\", bytes[] = "\n\t\"\\";
	const char *found = *escape ? strchr(letters, *escape) : NULL;
	if (found) {
		*byte = bytes[found - letters];
		return 1;
	}
	unsigned value = 0;
	ck_assert_msg(sscanf(escape, "%3o", &value) == 1, "escape \\%s", escape);
	*byte = (char)value;
	return 3;
}

/* Adds what is between the quotes to the string, which grows. */
static void add_quoted(struct reading *reading, const char *quoted)
{
	struct text text;
	text_init(&text);
	ck_assert_msg(reading->target, "%s:%u: no message yet", reading->path, reading->line);
	text_add(&text, *reading->target ? *reading->target : "");
	size_t length = strlen(quoted);
	ck_assert_msg(length >= 2 && quoted[0] == '"' && quoted[length - 1] == '"', "%s:%u: %s",
		reading->path, reading->line, quoted);
	for (size_t i = 1; i < length - 1; i++) {
		char byte = quoted[i];
		if (byte == '\\')
			i += unescape(quoted + i + 1, &byte);
		text_add_bytes(&text, &byte, 1);
	}
	free(*reading->target);
	*reading->target = text_take(&text);
}

static void begin_message(struct reading *reading)
{
	struct po_file *file = reading->file;
	file->messages = memory_grow(file->messages, file->count + 1, sizeof *file->messages);
	file->messages[file->count++] = reading->next;
	reading->next = (struct po_message){0};
	last(reading)->line = reading->line;
	reading->target = &last(reading)->id;
}

static void add_places(struct po_message *message, const char *places)
{
	struct text text;
	text_init(&text);
	text_add(&text, message->places ? message->places : "");
	text_add(&text, places);
	free(message->places);
	message->places = text_take(&text);
}

static void read_comment(struct reading *reading, const char *line)
{
	struct text text;
	if (line[1] == ':')
		add_places(&reading->next, line + 2);
	if (line[1] == ',') {
		reading->next.fuzzy = strstr(line, "fuzzy") != NULL;
		reading->next.is_format = strstr(line, " c-format") != NULL;
	}
	if (reading->file->count || (line[1] && line[1] != ' '))
		return;
	text_init(&text);
	text_add(&text, reading->file->comment ? reading->file->comment : "");
	text_add(&text, line);
	text_add(&text, "\n");
	free(reading->file->comment);
	reading->file->comment = text_take(&text);
}

static void read_line(struct reading *reading, const char *line)
{
	unsigned form = 0;
	if (*line == '#')
		read_comment(reading, line);
	else if (strncmp(line, "msgid ", 6) == 0)
		begin_message(reading);
	else if (strncmp(line, "msgid_plural ", 13) == 0)
		reading->target = &last(reading)->plural;
	else if (sscanf(line, "msgstr[%u]", &form) == 1 && form < PO_FORMS)
		reading->target = &last(reading)->forms[form];
	else if (strncmp(line, "msgstr ", 7) == 0)
		reading->target = &last(reading)->forms[0];
	else
		ck_assert_msg(
			!*line || *line == '"', "%s:%u: %s", reading->path, reading->line, line);
	const char *quoted = strchr(line, '"');
	if (*line != '#' && quoted)
		add_quoted(reading, quoted);
}

void po_file_read(struct po_file *file, const char *path)
{
	struct reading reading = {.file = file, .path = path};
	char *line = NULL;
	size_t capacity = 0;
	*file = (struct po_file){0};
	FILE *stream = fopen(path, "r");
	ck_assert_msg(stream, "%s", path);
	while (getline(&line, &capacity, stream) >= 0) {
		reading.line++;
		line[strcspn(line, "\n")] = '\0';
		read_line(&reading, line);
	}
	free(line);
	fclose(stream);
	ck_assert_msg(file->count, "%s has no messages", path);
}

void po_file_destroy(struct po_file *file)
{
	for (size_t i = 0; i < file->count; i++) {
		free(file->messages[i].places);
		free(file->messages[i].id);
		free(file->messages[i].plural);
		for (size_t j = 0; j < PO_FORMS; j++)
			free(file->messages[i].forms[j]);
	}
	free(file->messages);
	free(file->comment);
	*file = (struct po_file){0};
}

const struct po_message *po_file_find(const struct po_file *file, const char *id)
{
	for (size_t i = 0; i < file->count; i++)
		if (strcmp(file->messages[i].id, id) == 0)
			return &file->messages[i];
	return NULL;
}

/* A beginning is long enough to be in no other word, and short enough to stand in one line. */
enum { SHORTEST = 10, LONGEST = 24 };

/* How many bytes of the text are its beginning: a number or a name that is put in ends it. */
static size_t measure_beginning(const char *text)
{
	size_t length = strcspn(text, "%\n");
	return length < LONGEST ? length : LONGEST;
}

static bool has_english(const struct po_message *message, const char *words)
{
	char beginning[LONGEST + 1];
	size_t length = measure_beginning(message->id);
	if (length < SHORTEST || !message->forms[0] ||
		strncmp(message->id, message->forms[0], length) == 0)
		return false;
	memcpy(beginning, message->id, length);
	beginning[length] = '\0';
	return strstr(words, beginning) != NULL;
}

const struct po_message *po_file_find_english(const struct po_file *file, const char *words)
{
	for (size_t i = 0; i < file->count; i++)
		if (has_english(&file->messages[i], words))
			return &file->messages[i];
	return NULL;
}

char *po_file_field(const struct po_file *file, const char *field)
{
	size_t length = strlen(field);
	const char *line = file->messages[0].forms[0];
	while (line && !(strncmp(line, field, length) == 0 && line[length] == ':')) {
		const char *end = strchr(line, '\n');
		line = end ? end + 1 : NULL;
	}
	if (!line)
		return NULL;
	line += length + 1;
	line += strspn(line, " ");
	struct text text;
	text_init(&text);
	text_add_bytes(&text, line, strcspn(line, "\n"));
	return text_take(&text);
}
