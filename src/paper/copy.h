/* What is to be printed, as printers call it: the paragraphs of a document in one language or two,
 * read from the JSON that the main program writes. */
#ifndef COPY_H
#define COPY_H

#include <stdbool.h>
#include <stddef.h>

struct json_t;

enum copy_style {
	COPY_TITLE,
	COPY_WARNING,
	COPY_HEADING,
	COPY_SERVICE,
	COPY_PATH,
	COPY_PLAIN,
	COPY_LABELLED,
	COPY_ITEM,
	COPY_SMALL,
	COPY_SOURCE, /* of the path or item above it; gone once the copy is read */
	COPY_STYLE_COUNT
};

/* One language of a paragraph; NULL where there is none. */
struct copy_text {
	const char *label;
	const char *text;
};

struct copy_paragraph {
	enum copy_style style;
	struct copy_text first;
	struct copy_text second;
	const char *source; /* of a path or an item; else NULL */
};

struct copy {
	struct json_t *json; /* what the texts are borrowed from */
	const char *language; /* BCP 47 */
	const char *second_language; /* or NULL */
	struct copy_paragraph *paragraphs;
	size_t count;
};

/*
 * Reads all of standard input:
 *
 *   {"paper": 1, "language": "nl", "second-language": "ro", "paragraphs": [
 *     {"style": "labelled", "label": "...", "text": "...", "second-label": "...", "second": "..."},
 *     ...]}
 *
 * Only "paper", "language", "paragraphs", "style" and "text" must be there; nothing else may.
 * Returns false where it is anything else.
 */
bool copy_read(struct copy *copy) __attribute__((warn_unused_result));
void copy_destroy(struct copy *copy);

/* The first title, or "". */
const char *copy_title(const struct copy *copy);

#endif
