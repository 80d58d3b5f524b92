/* Answers, as a file of answers and clients.yaml have them: a mapping from question to answer. */
#ifndef READER_ANSWERS_H
#define READER_ANSWERS_H

#include "reader_fault.h"
#include "reader_names.h"

#include "screener/answers.h"
#include "screener/date.h"
#include "screener/pack.h"

struct node;

/* What is read with a pack at hand. */
struct client_reading {
	struct reading reading;
	const struct pack *pack;
	struct names names; /* of the pack's questions, paths and notices */
	struct date today;
};

/* Fills the names from the pack. To be ended with names_destroy. */
void answers_begin(struct client_reading *reading);

/* Reads the answers in a mapping, one a question; faults are added. What is not in the mapping is
 * left alone. */
void answers_read(
	struct client_reading *reading, const struct node *mapping, struct answer answers[]);

#endif
