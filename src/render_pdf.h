/* A document on paper: PDF, made by a helper program of its own, so that nobody else has to load
 * what knows fonts and every script. */
#ifndef RENDER_PDF_H
#define RENDER_PDF_H

#include "document.h"

#include "screener/error.h"
#include "screener/text.h"

#include <stdbool.h>

/*
 * Adds the document as PDF, A4. The helper gets it through a pipe and nothing is written to a disk.
 * Returns false, and adds nothing, with ERROR_FONT where no font on this machine can write one of
 * the languages, or ERROR_FILE where the helper is missing or fails.
 */
bool render_pdf(const struct document *document, struct text *pdf, struct error *error)
	__attribute__((warn_unused_result));

#endif
