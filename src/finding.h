/* Findings: what is to be said about a rule pack, each with how bad it is and its place in the
 * source. */
#ifndef FINDING_H
#define FINDING_H

#include "reader.h"

#include "screener/error.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stddef.h>

enum finding_level { FINDING_ERROR, FINDING_WARNING, FINDING_NOTE, FINDING_LEVEL_COUNT };

struct finding {
	enum finding_level level;
	struct fault fault; /* its texts are owned by the list */
};

/* In the order in which they were added. */
struct finding_list {
	struct finding *items;
	size_t count;
	size_t capacity;
	size_t level_counts[FINDING_LEVEL_COUNT];
};

void finding_list_init(struct finding_list *findings);
void finding_list_destroy(struct finding_list *findings);

/* Adds all faults of the reader as errors; takes their texts, so that `faults` is empty after it.
 */
void finding_list_add_faults(struct finding_list *findings, struct fault_list *faults);

/* Adds a finding at a place in `file`, the text of which is shown with it; copies everything. The
 * message is a sentence without a full stop. */
void finding_list_add(struct finding_list *findings, enum finding_level level, struct place place,
	const struct pack_file *file, const char *message);

/* Adds each as `file:line:column: error: message`, the line itself and a caret under the place. */
void finding_list_write(const struct finding_list *findings, struct text *text);

#endif
