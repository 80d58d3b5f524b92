#include "copy.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const styles[COPY_STYLE_COUNT] = {
	[COPY_TITLE] = "title",
	[COPY_WARNING] = "warning",
	[COPY_HEADING] = "heading",
	[COPY_SERVICE] = "service",
	[COPY_PATH] = "path",
	[COPY_PLAIN] = "plain",
	[COPY_LABELLED] = "labelled",
	[COPY_ITEM] = "item",
	[COPY_SMALL] = "small",
	[COPY_SOURCE] = "source",
};

static bool find_style(const char *word, enum copy_style *style)
{
	for (int i = 0; i < COPY_STYLE_COUNT; i++) {
		if (strcmp(styles[i], word) == 0) {
			*style = (enum copy_style)i;
			return true;
		}
	}
	return false;
}

static bool read_paragraph(json_t *json, struct copy_paragraph *paragraph)
{
	const char *style;
	*paragraph = (struct copy_paragraph){.style = COPY_PLAIN};
	return json_unpack(json, "{s:s, s:s, s?s, s?s, s?s !}", "style", &style, "text",
		       &paragraph->first.text, "label", &paragraph->first.label, "second",
		       &paragraph->second.text, "second-label", &paragraph->second.label) == 0 &&
	       find_style(style, &paragraph->style);
}

/* What a source belongs to, which no heading parts it from; NULL where there is none such. */
static struct copy_paragraph *find_cited(const struct copy *copy)
{
	for (size_t i = copy->count; i-- > 0;) {
		struct copy_paragraph *paragraph = &copy->paragraphs[i];
		if (paragraph->style == COPY_PATH || paragraph->style == COPY_ITEM)
			return paragraph;
		if (paragraph->style != COPY_LABELLED)
			return NULL;
	}
	return NULL;
}

/* Takes the paragraph behind the last one into the copy. On paper a source stands behind what it is
 * the source of: a line of its own for each would be a page. */
static void take(struct copy *copy)
{
	struct copy_paragraph *paragraph = &copy->paragraphs[copy->count];
	struct copy_paragraph *cited = paragraph->style == COPY_SOURCE ? find_cited(copy) : NULL;
	if (cited) {
		cited->source = paragraph->first.text;
		return;
	}
	if (paragraph->style == COPY_SOURCE)
		paragraph->style = COPY_LABELLED;
	copy->count++;
}

static bool read_paragraphs(struct copy *copy, json_t *list)
{
	size_t length = json_array_size(list);
	copy->paragraphs = calloc(length + 1, sizeof *copy->paragraphs);
	if (!copy->paragraphs)
		return false;
	for (size_t i = 0; i < length; i++) {
		if (!read_paragraph(json_array_get(list, i), &copy->paragraphs[copy->count]))
			return false;
		take(copy);
	}
	return copy->count > 0;
}

static bool read_copy(struct copy *copy)
{
	int version;
	json_t *list;
	return json_unpack(copy->json, "{s:i, s:s, s?s, s:o !}", "paper", &version, "language",
		       &copy->language, "second-language", &copy->second_language, "paragraphs",
		       &list) == 0 &&
	       version == 1 && read_paragraphs(copy, list);
}

bool copy_read(struct copy *copy)
{
	*copy = (struct copy){.json = json_loadf(stdin, JSON_REJECT_DUPLICATES, NULL)};
	if (copy->json && read_copy(copy))
		return true;
	copy_destroy(copy);
	return false;
}

void copy_destroy(struct copy *copy)
{
	free(copy->paragraphs);
	json_decref(copy->json);
	*copy = (struct copy){.json = NULL};
}

const char *copy_title(const struct copy *copy)
{
	for (size_t i = 0; i < copy->count; i++)
		if (copy->paragraphs[i].style == COPY_TITLE)
			return copy->paragraphs[i].first.text;
	return "";
}
