#include "documents.h"

#include "pair.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* The lines of one language. */
struct column {
	const struct document *document;
	struct document_line *lines;
	size_t count;
	size_t next; /* the first one that is not placed yet */
};

/* A layout being made. */
struct placing {
	const struct documents *documents;
	struct documents_line *lines;
	size_t count;
	size_t capacity;
};

void documents_init(struct documents *documents,
	void (*make)(const void *subject, struct document *document), const void *subject)
{
	*documents = (struct documents){.in = {{.count = 0}}};
	make(subject, &documents->in[SPEAKER_STAFF]);
	if (!speakers_client())
		return;
	speakers_turn(SPEAKER_CLIENT);
	make(subject, &documents->in[SPEAKER_CLIENT]);
	speakers_turn(SPEAKER_STAFF);
}

void documents_destroy(struct documents *documents)
{
	for (int i = 0; i < SPEAKER_COUNT; i++)
		if (documents->in[i].count)
			document_destroy(&documents->in[i]);
}

static struct column make_column(const struct documents *documents, enum speaker speaker, int width)
{
	struct column column = {.document = &documents->in[speaker]};
	column.lines = document_lay_out(column.document, (size_t)width, &column.count);
	return column;
}

/* Returns the column's next line if it belongs to the paragraph of that number, or NULL. */
static const struct document_line *next_of(const struct column *column, size_t paragraph)
{
	const struct document_line *line = &column->lines[column->next];
	if (column->next == column->count ||
		(size_t)(line->paragraph - column->document->paragraphs) != paragraph)
		return NULL;
	return line;
}

static struct documents_line *place(struct placing *placing, size_t paragraph)
{
	if (placing->count == placing->capacity) {
		placing->capacity = placing->capacity ? placing->capacity * 2 : 128;
		placing->lines =
			memory_grow(placing->lines, placing->capacity, sizeof *placing->lines);
	}
	struct documents_line *line = &placing->lines[placing->count++];
	*line = (struct documents_line){
		.paragraph = &placing->documents->in[SPEAKER_STAFF].paragraphs[paragraph]};
	return line;
}

static bool begins_link(const struct document_line *line)
{
	return line->paragraph->is_link && line->text == line->paragraph->text;
}

static void place_first(struct placing *placing, struct column *column, size_t paragraph)
{
	const struct document_line *next;
	while ((next = next_of(column, paragraph))) {
		struct documents_line *line = place(placing, paragraph);
		line->first = *next;
		line->begins_link = begins_link(next);
		column->next++;
	}
}

static bool is_same(const char *one, const char *other)
{
	return (!one && !other) || (one && other && strcmp(one, other) == 0);
}

/* The second language under the first: without what both share, such as the bullet of an item. */
static void place_under(struct placing *placing, struct column *column, size_t paragraph)
{
	const struct document_line *next;
	const struct paragraph *first =
		&placing->documents->in[SPEAKER_STAFF].paragraphs[paragraph];
	const struct paragraph *second = &column->document->paragraphs[paragraph];
	bool labelled = !is_same(first->label, second->label);
	bool said = labelled || !is_same(first->text, second->text);
	for (; (next = next_of(column, paragraph)); column->next++) {
		if (!said || next->blank || (next->is_label && !labelled))
			continue;
		struct documents_line *line = place(placing, paragraph);
		line->first = *next;
		if (!labelled)
			line->first.label = NULL;
	}
}

static void place_beside(
	struct placing *placing, struct column *left, struct column *right, size_t paragraph)
{
	for (;;) {
		const struct document_line *first = next_of(left, paragraph);
		const struct document_line *second = next_of(right, paragraph);
		if (!first && !second)
			return;
		struct documents_line *line = place(placing, paragraph);
		const struct document_line none = {
			.paragraph = line->paragraph, .text = "", .blank = true};
		line->first = first ? *first : none;
		line->second = second ? *second : none;
		line->begins_link = first && begins_link(first);
		left->next += first != NULL;
		right->next += second != NULL;
	}
}

/* Each language leaves room for the other's labels where they stand one above the other, so that
 * their texts begin in one column. */
static void align_labels(const struct documents *documents, bool aligned)
{
	for (int i = 0; i < SPEAKER_COUNT; i++) {
		const struct document *one = &documents->in[i];
		const struct document *other = &documents->in[SPEAKER_COUNT - 1 - i];
		for (size_t j = 0; j < one->count && j < other->count; j++)
			one->paragraphs[j].second_label =
				aligned ? other->paragraphs[j].label : NULL;
	}
}

static void place_both(struct placing *placing, int columns)
{
	const struct documents *documents = placing->documents;
	const struct area area = {.columns = columns};
	bool beside = pair_is_beside(columns);
	int width = beside ? pair_half(&area, SPEAKER_STAFF).columns : columns;
	struct column first = make_column(documents, SPEAKER_STAFF, width);
	struct column second = make_column(documents, SPEAKER_CLIENT, width);
	for (size_t i = 0; i < first.document->count; i++) {
		if (beside) {
			place_beside(placing, &first, &second, i);
		} else {
			place_first(placing, &first, i);
			place_under(placing, &second, i);
		}
	}
	free(first.lines);
	free(second.lines);
}

static void place_one(struct placing *placing, enum speaker speaker, int columns)
{
	struct column column = make_column(placing->documents, speaker, columns);
	for (size_t i = 0; i < column.document->count; i++)
		place_first(placing, &column, i);
	free(column.lines);
}

struct documents_line *documents_lay_out(
	const struct documents *documents, int columns, size_t *count)
{
	struct placing placing = {.documents = documents};
	enum speakers_view view = speakers_view();
	align_labels(documents, view == SPEAKERS_BOTH && !pair_is_beside(columns));
	bool same = documents->in[SPEAKER_STAFF].count == documents->in[SPEAKER_CLIENT].count;
	if (same && view == SPEAKERS_BOTH)
		place_both(&placing, columns);
	else if (same && view == SPEAKERS_CLIENT)
		place_one(&placing, SPEAKER_CLIENT, columns);
	else
		place_one(&placing, SPEAKER_STAFF, columns);
	*count = placing.count;
	return placing.lines;
}
