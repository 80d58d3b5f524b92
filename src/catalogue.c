#include "catalogue.h"

#include "screener/text.h"

#include <byteswap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint32_t magic = 0x950412de;

enum {
	WORD = sizeof(uint32_t),
	/* Where the words of the header are. */
	AT_REVISION = 1 * WORD,
	AT_COUNT = 2 * WORD,
	AT_ORIGINALS = 3 * WORD,
	AT_TRANSLATIONS = 4 * WORD,
	HEADER = 7 * WORD,
	/* A row of a table: the length of a text, and where it is. */
	ROW = 2 * WORD,
	CATALOGUE_LIMIT = 64 * 1024 * 1024,
};

static uint32_t word_at(const struct catalogue *catalogue, size_t offset)
{
	uint32_t word;
	memcpy(&word, catalogue->bytes + offset, sizeof word);
	return catalogue->swapped ? bswap_32(word) : word;
}

static bool read_file(struct text *text, const char *path)
{
	char block[16384];
	size_t length;
	FILE *file = fopen(path, "rbe");
	if (!file)
		return false;
	while ((length = fread(block, 1, sizeof block, file)) > 0 && text->length < CATALOGUE_LIMIT)
		text_add_bytes(text, block, length);
	bool whole = feof(file) && !ferror(file);
	fclose(file);
	return whole;
}

/* Whether a text of a table and the NUL after it are inside the file. */
static bool is_inside(const struct catalogue *catalogue, uint32_t table, size_t index)
{
	size_t row = table + index * ROW;
	size_t length = word_at(catalogue, row), start = word_at(catalogue, row + WORD);
	return start < catalogue->length && length < catalogue->length - start &&
	       catalogue->bytes[start + length] == '\0';
}

static bool is_table_inside(const struct catalogue *catalogue, uint32_t table)
{
	if (table > catalogue->length || catalogue->count > (catalogue->length - table) / ROW)
		return false;
	for (size_t i = 0; i < catalogue->count; i++)
		if (!is_inside(catalogue, table, i))
			return false;
	return true;
}

static bool parse(struct catalogue *catalogue)
{
	if (catalogue->length < HEADER)
		return false;
	catalogue->swapped = word_at(catalogue, 0) == bswap_32(magic);
	if (word_at(catalogue, 0) != magic || word_at(catalogue, AT_REVISION) >> 16 > 1)
		return false;
	catalogue->count = word_at(catalogue, AT_COUNT);
	catalogue->originals = word_at(catalogue, AT_ORIGINALS);
	catalogue->translations = word_at(catalogue, AT_TRANSLATIONS);
	return is_table_inside(catalogue, catalogue->originals) &&
	       is_table_inside(catalogue, catalogue->translations);
}

bool catalogue_read(struct catalogue *catalogue, const char *path)
{
	struct catalogue draft = {0};
	struct text text;
	text_init(&text);
	bool read = read_file(&text, path);
	draft.length = text.length;
	draft.bytes = text_take(&text);
	if (read && parse(&draft)) {
		*catalogue = draft;
		return true;
	}
	free(draft.bytes);
	return false;
}

void catalogue_destroy(struct catalogue *catalogue)
{
	free(catalogue->bytes);
	*catalogue = (struct catalogue){0};
}

static const char *text_at(const struct catalogue *catalogue, uint32_t table, size_t index)
{
	return catalogue->bytes + word_at(catalogue, table + index * ROW + WORD);
}

const char *catalogue_message(const struct catalogue *catalogue, size_t index)
{
	return text_at(catalogue, catalogue->originals, index);
}

/* The format has the messages in the order of their bytes. */
const char *catalogue_find(const struct catalogue *catalogue, const char *message)
{
	size_t low = 0, high = catalogue->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(message, catalogue_message(catalogue, middle));
		if (order == 0)
			return text_at(catalogue, catalogue->translations, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
