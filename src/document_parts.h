/* What documents are written with, and the parts of a summary in words. */
#ifndef DOCUMENT_PARTS_H
#define DOCUMENT_PARTS_H

#include "document.h"

#include "screener/text.h"

#include <stdbool.h>

/* A document being written. */
struct writer {
	struct document *document;
	const struct summary *summary; /* NULL where the document is of something else */
	enum edition edition;
	enum outcome outcome; /* of the paragraphs being added */
	bool links; /* whether the questions that would settle a path are links */
	struct text words; /* a paragraph in the making */
};

/* Adds a paragraph; copies its texts. */
void document_add(
	struct writer *writer, enum paragraph_style style, const char *label, const char *words);

/* A text of the pack in the language shown. */
const char *document_in_words(struct writer *writer, const char *text);

/* Whether the edition keeps the question and its answer to itself. */
bool document_hides(const struct writer *writer, size_t question);

/* Whether the edition leaves out a notice, by its place among those of the summary: one that would
 * give away a sensitive answer which nothing else on the paper rests on. */
bool document_hides_notice(const struct writer *writer, size_t index);

/* How many notices the edition has. */
size_t document_count_notices(const struct writer *writer);

/* Says that the edition leaves out answers, beside `label`; nothing where it leaves out none. */
void document_write_hidden_answers(struct writer *writer, const char *label, size_t count);

/* Writes the day as YYYY-MM-DD. */
void document_write_date(struct date date, char day[16]);

void document_write_paths(struct writer *writer);
void document_write_path_alone(struct writer *writer, const struct summary_path *found);
void document_write_notice_alone(struct writer *writer, const struct summary_notice *found);
void document_write_notices(struct writer *writer);
void document_write_before_calling(struct writer *writer);
void document_write_contact(struct writer *writer);
void document_write_answers(struct writer *writer);
void document_write_sources(struct writer *writer);
void document_write_receipt(struct writer *writer);
void document_write_case_code(struct writer *writer); /* never for the client */

/* The client's editions have parts of their own. */
void document_write_review(struct writer *writer);
void document_write_client_receipt(struct writer *writer);
void document_write_discreet(struct writer *writer);

/* The parts that cite a source add it so: "iom-page P3". */
void document_add_citation(struct writer *writer, const struct citation *citation);

#endif
