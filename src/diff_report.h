/* What `diff` found, as text for people and as JSON for programs. */
#ifndef DIFF_REPORT_H
#define DIFF_REPORT_H

#include "diff_structure.h"

#include "screener/difference.h"
#include "screener/text.h"

#include <jansson.h>
#include <stddef.h>

/* Borrows all of it. */
struct diff_report {
	const char *folders[DIFFERENCE_SIDE_COUNT];
	const struct difference *difference;
	const struct diff_structure *structure;
};

/* Adds the report in the language shown, in UTF-8. */
void diff_report_text(const struct diff_report *report, struct text *text);

/* Adds it as JSON; nothing in it is translated. */
void diff_report_json(const struct diff_report *report, struct text *text);

/* Whether there are answers that only one side knows to a question of both, which nobody can be
 * compared by. */
bool diff_report_leaves_out(const struct diff_report *report);

/* The pack in whose words the clients of an item are told. */
const struct pack *diff_report_speaker(
	const struct diff_report *report, const struct difference_item *item);

/*
 * The questions of the clients compared that only this side asks, or with DIFFERENCE_SIDE_COUNT all
 * others, with the made-up client's answers, as files have them. Returns owned.
 */
json_t *diff_report_answers(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change, int side);

/*
 * The condition that a term is: in the words of the speaker, and with `lone` what it says of the
 * questions that only OLD asks, which the speaker has no words for; NULL where that is nothing.
 * Returns owned.
 */
json_t *diff_report_condition(const struct diff_report *report, const struct difference_item *item,
	const struct cover_term *term, bool lone);

#endif
