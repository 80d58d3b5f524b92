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

/* What kinds of finding there are: each has a level, and a word for programs that never changes. */
enum finding_kind {
	FINDING_FAULT, /* of the reader */
	FINDING_SOURCE_MISSING,
	FINDING_CLIENT_PATH, /* a made-up client's path is not as expected, and so on */
	FINDING_CLIENT_NOTICE,
	FINDING_CLIENT_NEXT,
	FINDING_APPLIES_UNREACHABLE,
	FINDING_POSSIBLE_UNREACHABLE,
	FINDING_NOTICE_UNREACHABLE,
	FINDING_DEAD_END,
	FINDING_ALWAYS_APPLIES,
	FINDING_QUESTION_UNUSED, /* nothing names it */
	FINDING_QUESTION_IDLE, /* something names it, and it makes no difference */
	FINDING_FACT_UNUSED,
	FINDING_FACT_IDLE,
	FINDING_GROUP_UNUSED,
	FINDING_GROUP_IDLE,
	FINDING_NOT_PROVED, /* a limit was reached before it was decided */
	FINDING_SAME_OUTCOME,
	FINDING_OPTIONS_ALIKE,
	FINDING_OUTCOME_UNTRIED, /* no made-up client reaches it */
	FINDING_NOTICE_UNTRIED,
	FINDING_UNTRANSLATED, /* texts that a catalogue does not have */
	FINDING_TRANSLATION_UNUSED,
	FINDING_KIND_COUNT
};

struct finding {
	enum finding_kind kind;
	struct fault fault; /* its texts are owned by the list */
	char *client; /* a client who shows it, as YAML for clients.yaml; NULL where there is none;
			 owned by the list */
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
void finding_list_add(struct finding_list *findings, enum finding_kind kind, struct place place,
	const struct pack_file *file, const char *message);

/* Adds a client to the finding that was added last; takes the text. */
void finding_list_add_client(struct finding_list *findings, char *client);

enum finding_level finding_level(enum finding_kind kind);

/* The words for programs: "error", "dead-end". */
const char *finding_level_word(enum finding_level level);
const char *finding_kind_word(enum finding_kind kind);

/* Adds each as `file:line:column: error: message`, the line itself and a caret under the place,
 * then the client: errors first, then warnings, then notes. */
void finding_list_write(const struct finding_list *findings, struct text *text);

#endif
