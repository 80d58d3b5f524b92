/* A summary in words: a list of paragraphs, each with its style, that the text renderer, the screen
 * and paper lay out. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "edition.h"
#include "summary.h"

#include "screener/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum paragraph_style {
	PARAGRAPH_TITLE,
	PARAGRAPH_WARNING, /* a rule pack past its review date, a screening that is not finished */
	PARAGRAPH_HEADING, /* "May apply", "Please note", "Answers" */
	PARAGRAPH_SERVICE, /* the service that the paths below belong to */
	PARAGRAPH_PATH, /* a path's title */
	PARAGRAPH_PLAIN, /* a paragraph of its own */
	PARAGRAPH_LABELLED, /* `label` ("Because") and the text beside it; without a label it goes
			       on with the one before */
	PARAGRAPH_ITEM, /* an item of a list */
	PARAGRAPH_SMALL, /* the receipt */
	PARAGRAPH_STYLE_COUNT
};

struct paragraph {
	enum paragraph_style style;
	enum outcome outcome; /* of the path or heading it belongs to; OUTCOME_COUNT where none */
	const char *label; /* or NULL */
	const char *text;
	bool is_link; /* it leads to the question */
	size_t question;
	bool is_source; /* where the path or item above it says so from */
	/* The same in the client's language, to stand beside it: NULL where there is none. */
	const char *second_label;
	const char *second;
};

enum { DOCUMENT_LANGUAGE_LIMIT = 32 /* of a language's code, in bytes */ };

struct document {
	struct arena arena;
	struct paragraph *paragraphs;
	size_t count;
	size_t capacity;
	/* Of the texts, as catalogues name it ("nl", "pt_BR"), and of the second ones, "" where
	 * there are none. */
	char language[DOCUMENT_LANGUAGE_LIMIT];
	char second_language[DOCUMENT_LANGUAGE_LIMIT];
};

/* The staff edition, in the language shown now. Copies all texts, so that it stays good after the
 * summary has gone. */
void document_init(struct document *document, const struct summary *summary);

/*
 * Any edition: for staff in the language shown now, with the client's beside it, for clients in
 * theirs. `client_language` is a catalogue's code, or NULL where none was chosen: then all are in
 * the language shown now, which stays the one shown. Copies all texts.
 */
void document_init_edition(struct document *document, const struct summary *summary,
	enum edition edition, const char *client_language);
void document_destroy(struct document *document);

/* The same for one path, and for one of the summary's notices: all that there is to say of it. The
 * questions that would settle an open path are links. */
void document_init_path(struct document *document, const struct summary *summary, size_t path);
void document_init_notice(struct document *document, const struct summary *summary, size_t notice);

/* The columns before a link's text that are left free for its number and mark. */
enum { DOCUMENT_LINK_COLUMNS = 5 };

/* One line of a laid out document. */
struct document_line {
	const struct paragraph *paragraph;
	size_t indent; /* columns before the text */
	const char *text; /* bytes [0, length) of it */
	size_t length;
	const char *label; /* printed at `label_indent`: the paragraph's own on its first line, or
			      the bullet of an item; else NULL */
	size_t label_indent;
	bool is_label; /* the text is the label, which finds no room beside its text and stands
			  above it */
	bool blank; /* an empty line between paragraphs */
};

/*
 * Lays a document out in lines of at most `width` columns (at least 20); wide paper gets no longer
 * lines than can be read with ease. Returns owned (free()), the count in `*count`; borrows the
 * document.
 */
struct document_line *document_lay_out(
	const struct document *document, size_t width, size_t *count);

#endif
