/* In words, what another answer would do before it is taken. */
#ifndef PREVIEW_H
#define PREVIEW_H

#include "document.h"

#include "screener/effect.h"
#include "screener/interview.h"

/*
 * Makes a document of the effect, in the language shown now: the question, the old and the new
 * answer, how much changes, and then what. `after` says what comes when it is taken; NULL: nothing
 * is said of that. The interview is the one that the effect was found for, and unchanged. Copies
 * all texts; free with document_destroy.
 */
void preview_init(struct document *document, const struct interview *interview,
	const struct effect *effect, const char *after);

#endif
