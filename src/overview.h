/* The outcome at a glance: one line for each path and notice, in the order in which the screen and
 * the plain interview list them, and the sentences above. */
#ifndef OVERVIEW_H
#define OVERVIEW_H

#include "summary.h"

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* From what applies to what does not: the order in which outcomes are told. */
enum { OVERVIEW_OUTCOME_COUNT = 4 };
extern const enum outcome overview_outcomes[OVERVIEW_OUTCOME_COUNT];

struct overview_line {
	size_t group; /* the service, or the pack's service_count for notices */
	bool is_notice;
	size_t index; /* of the summary's `paths` or `notices` */
};

/*
 * Fills `lines`, which has room for every path and notice of the pack: the paths service by
 * service, in each from what applies to what does not; then the notices. Returns how many.
 */
size_t overview_list(const struct summary *summary, struct overview_line lines[]);

/* How a group is headed, in the language shown. */
const char *overview_heading(const struct summary *summary, size_t group);

/* What a line says: the title of the path, the words of the notice. */
const char *overview_words(const struct summary *summary, const struct overview_line *line);

/* The outcome of a line's path; OUTCOME_COUNT for a notice. */
enum outcome overview_outcome(const struct summary *summary, const struct overview_line *line);

/* Adds that questions have not been asked yet, and how many; only while there are any. */
void overview_add_unfinished(struct text *text, const struct summary *summary);

/* Adds how many paths may apply, are possible and are open, whether the screening is complete, and
 * how many notices there are. */
void overview_add_counts(struct text *text, const struct summary *summary);

#endif
