/*
 * An independent reading of the source: what the IOM page says for a client, written by hand from
 * the page and from nothing of the program, for the tests to hold the program against.
 */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include <stdbool.h>

enum {
	READING_QUESTION_COUNT = 13,
	READING_PATH_COUNT = 13,
	READING_NOTICE_COUNT = 7,
	READING_COUNTRY_GROUP_COUNT = 3,
	READING_NOTICES_SIZE = 256
};

/* The day of the screening, from which a date of birth becomes years. */
#define READING_DAY "2026-11-23"

/* The names of the columns, in the pack's order. */
extern const char *const reading_questions[READING_QUESTION_COUNT];
extern const char *const reading_paths[READING_PATH_COUNT];
extern const char *const reading_notices[READING_NOTICE_COUNT];

/*
 * All 250 country codes, each followed by a space: the EU states that the page names (13), the
 * non-western countries (154) and all others (83).
 */
extern const char *const reading_countries[READING_COUNTRY_GROUP_COUNT];

/* What the batch must write for a client. */
struct reading_outcome {
	const char *paths[READING_PATH_COUNT]; /* `applies`, `possible`, `open` or `no` */
	char notices[READING_NOTICES_SIZE]; /* those certainly shown, joined with `+` */
	const char *next; /* the question to ask next, "" for none */
};

struct reading;

/* Returns owned: what the page says for every person who can be told apart. */
struct reading *reading_new(void) __attribute__((warn_unused_result));
void reading_free(struct reading *reading);

/*
 * Takes one cell a question, in the batch's form (`RO`, `24`, `<18`, `>=18`, `16-17`, a date of
 * birth, `yes`, `presumed`, `guidance+shelter`, `-`, `?`, `!`, `~` or nothing). False, with
 * `outcome` left alone, where a cell is no answer to its question. The outcome's texts live as
 * long as the program.
 */
bool reading_of_client(const struct reading *reading,
	const char *const cells[READING_QUESTION_COUNT], struct reading_outcome *outcome)
	__attribute__((warn_unused_result));

#endif
