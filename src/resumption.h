/* What is said of a case code that was typed: what is wrong with it, or what comes back with it. */
#ifndef RESUMPTION_H
#define RESUMPTION_H

#include "document.h"

#include "screener/case_code.h"
#include "screener/date.h"
#include "screener/text.h"

/* Adds what is wrong and what to do, as sentences. */
void resumption_add_fault(
	struct text *words, const struct case_code *code, enum case_code_fault fault);

/* The day of the screening, how much comes back, what does not and why, and what else to know of
 * it. Copies all texts. */
void resumption_init(struct document *document, const struct case_code *code, struct date today);

#endif
