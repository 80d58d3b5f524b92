/* Steps that the terminal tests of the wizard share: it runs on the real pack, on a fixed day, in a
 * terminal of terminal.h. What does not hold fails the test. */
#ifndef TESTS_WIZARD_H
#define TESTS_WIZARD_H

#include "terminal.h"

#include "screener/text.h"

#include <check.h>

/* A day on which the pack is not past its review, and one on which it is. */
#define WIZARD_DAY "2026-11-23"
#define WIZARD_LATE_DAY "2028-01-01"

/* What to type at a question, as wizard_keys takes it, and without the Enter. */
struct wizard_answer {
	const char *question; /* its identifier; NULL ends a client's answers */
	const char *keys;
};

/* Made-up clients. */
extern const struct wizard_answer wizard_romania[]; /* 24, presumed victim, returns, shelter */
extern const struct wizard_answer wizard_no_return[]; /* 30, does not wish to return */

/*
 * Starts the wizard, presses Enter on its start screen and waits for the first question. Of `like`,
 * NULL for the usual terminal, the arguments are added to the wizard's own. Returns owned; free
 * with terminal_free or an end below.
 */
struct terminal *wizard_start(const struct terminal_options *like);
struct terminal *wizard_start_type(const char *type);

/* As wizard_start, and neither waits nor presses a key. */
struct terminal *wizard_launch(const struct terminal_options *like);

/*
 * Types text and, between < and >, keys by their name: "24<Enter><F1><PgDn>". Waits until the
 * wizard is at rest when all is typed, and after each <Esc>, which thus stands alone.
 */
void wizard_keys(struct terminal *terminal, const char *keys);

/* Where the wizard is: a question's identifier, "result", or "" on another screen. */
const char *wizard_place(struct terminal *terminal);
void wizard_check_place(struct terminal *terminal, const char *place);

/* Answers every question until the wizard is at `until`, and adds to `asked`, where not NULL, the
 * questions that were asked, each with a space after it. */
void wizard_walk(struct terminal *terminal, const struct wizard_answer *answers, const char *until,
	struct text *asked);

/* From the outcome so far, or the result: opens all of it in words; and asks to finish, which Enter
 * then does. */
void wizard_open_summary(struct terminal *terminal);
void wizard_ask_to_finish(struct terminal *terminal);

/* Checks that the screen comes to show the text; that it does not, at rest; that it is as in the
 * picture NAME.txt of the pictures' folder. */
void wizard_check_shows(struct terminal *terminal, const char *text);
void wizard_check_lacks(struct terminal *terminal, const char *text);
void wizard_check_screen(struct terminal *terminal, const char *name);

/* Checks that the wizard ends with this exit status, or by this signal, and leaves the terminal
 * whole. */
void wizard_check_end(struct terminal *terminal, int status);
void wizard_check_killed(struct terminal *terminal, int signal);

/* Ends the wizard by F10 from a screen that has it, checks likewise, and frees. */
void wizard_stop(struct terminal *terminal);

/* The suite's main: runs each function's tests as a test case of that name. Returns main's. */
struct wizard_case {
	const char *name;
	void (*add)(TCase *tcase);
};
int wizard_run_suite(const char *name, const struct wizard_case *cases, size_t count);

#endif
