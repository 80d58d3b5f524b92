/* What the tests of drafts share: a runtime folder of their own, and an interview to keep. What
 * does not work fails the test. */
#ifndef TESTS_DRAFTING_H
#define TESTS_DRAFTING_H

#include "draft_format.h"
#include "terminal.h"

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

enum { DRAFTING_ROWS = 60, DRAFTING_COLUMNS = 120 };

/* Starts the wizard with the runtime folder of the test, in a large terminal unless `like` is
 * given, and waits for its start; or line by line, without waiting. Returns owned. */
struct terminal *drafting_launch(void);
struct terminal *drafting_launch_as(const struct terminal_options *like);
struct terminal *drafting_launch_plain(void);

/* Ends the wizard by a signal when it is at rest, and frees. */
void drafting_end_by(struct terminal *terminal, int signal);

/* Types the keys at a new start, and kills the wizard when it is at rest. */
void drafting_leave(const char *keys);

#endif
