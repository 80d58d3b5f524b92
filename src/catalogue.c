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

/* Whether a message and the NUL after it are inside the file. */
static bool is_inside(const struct catalogue *catalogue, size_t index)
{
	size_t row = catalogue->originals + index * ROW;
	size_t length = word_at(catalogue, row), start = word_at(catalogue, row + WORD);
	return start < catalogue->length && length < catalogue->length - start &&
	       catalogue->bytes[start + length] == '\0';
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
	if (catalogue->originals > catalogue->length ||
		catalogue->count > (catalogue->length - catalogue->originals) / ROW)
		return false;
	for (size_t i = 0; i < catalogue->count; i++)
		if (!is_inside(catalogue, i))
			return false;
	return true;
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

const char *catalogue_message(const struct catalogue *catalogue, size_t index)
{
	return catalogue->bytes + word_at(catalogue, catalogue->originals + index * ROW + WORD);
}
