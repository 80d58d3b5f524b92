/* What the tests of drafts share: a runtime folder of their own, and an interview to keep. What
 * does not work fails the test. */
#ifndef TESTS_DRAFTING_H
#define TESTS_DRAFTING_H

#include "draft_format.h"

#include "screener/interview.h"

#include <stddef.h>

extern struct drafting {
	char runtime[4096]; /* the XDG_RUNTIME_DIR, and where the test is */
	struct pack *pack; /* the real one */
	struct logic *logic;
	struct interview *interview;
} drafting;

/* A pack of three questions without files, whose digest is thus that of nothing; only drafts know
 * it. */
extern const struct pack drafting_made_up;

/* Set up and take down all of it, around each test. */
void drafting_begin(void);
void drafting_end(void);

struct draft_rules drafting_rules(const struct pack *pack);

/* Answers the question shown, as in a file of answers. */
void drafting_take(const char *entry);

/* How many files whose name ends so the folder of drafts has; all of them where it ends in "". */
int drafting_count(const char *ending);

/* Writes a file into it, for its owner alone. */
void drafting_put(const char *name, const char *bytes, size_t length);

#endif
