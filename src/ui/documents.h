/* A document in the languages of both: one for the staff and, where the client's language is
 * chosen, one for them, paragraph for paragraph the same; and their lines on a screen. */
#ifndef UI_DOCUMENTS_H
#define UI_DOCUMENTS_H

#include "document.h"
#include "speakers.h"

#include <stdbool.h>
#include <stddef.h>

struct documents {
	struct document in[SPEAKER_COUNT]; /* the client's is empty where there is none */
};

/* Has `make` make each of them, in the language spoken then. */
void documents_init(struct documents *documents,
	void (*make)(const void *subject, struct document *document), const void *subject);
void documents_destroy(struct documents *documents);

/* A row of the screen. */
struct documents_line {
	struct document_line first;
	struct document_line second; /* what stands beside it; without text where nothing does */
	const struct paragraph *paragraph; /* of the staff's document, whichever is shown */
	bool begins_link; /* the first row of one */
};

/*
 * Lays out what is shown of the documents, in so many columns. Two languages stand one above the
 * other, paragraph by paragraph, or side by side as pair_is_beside says. Returns owned (free()),
 * the count in `*count`; borrows the documents.
 */
struct documents_line *documents_lay_out(
	const struct documents *documents, int columns, size_t *count);

#endif
