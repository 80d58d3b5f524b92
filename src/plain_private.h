/* What the parts of the plain interview share. */
#ifndef PLAIN_PRIVATE_H
#define PLAIN_PRIVATE_H

#include "country_search.h"
#include "draft.h"
#include "options.h"
#include "plain_input.h"

#include "screener/error.h"
#include "screener/interview.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { PLAIN_COUNTRIES = 10 /* countries that are listed at once */ };

/* How the interview goes on. */
enum plain_course {
	PLAIN_ASK, /* show the question, or the outcome where none is left */
	PLAIN_READ, /* read another line without that */
	PLAIN_FINISHED, /* the summary follows */
	PLAIN_STOPPED, /* the user stopped: nothing is kept */
	PLAIN_FAILED /* `error` is set */
};

struct plain {
	struct interview *interview; /* borrowed, as the next is */
	const struct options *options;
	struct draft *draft; /* borrowed; NULL where nobody is there to be offered one */
	FILE *talk; /* where questions are asked */
	bool typed; /* the input comes from a keyboard */
	size_t width; /* of a line, in columns */
	struct plain_input input;
	struct text line; /* the last one read */
	struct country_search *search; /* NULL until it is needed */
	unsigned countries[PLAIN_COUNTRIES]; /* those listed, to be picked by number */
	size_t country_count;
	size_t visited; /* the question that "change" chose, or PACK_NO_QUESTION */
	bool waits; /* an answer waits for a yes: what it would do has been said */
	struct answer waiting;
	struct error error;
};

/* Says sentences, broken into lines; the format is as printf's. Each call begins on a new line. */
void plain_say(struct plain *plain, const char *format, ...) __attribute__((format(printf, 2, 3)));
void plain_say_blank(struct plain *plain, size_t count);

/* Has `say` say something in each language shown, the staff's first; `apart`: with an empty line
 * between. */
void plain_say_in_each(struct plain *plain, bool apart,
	void (*say)(struct plain *plain, const void *subject), const void *subject);

/* How wide lines are to be where they are written to this descriptor. */
size_t plain_choose_width(int descriptor);

/* Reads a line into plain->line, without asking for it. Returns false with plain->error set where
 * there is none, and none will come. */
bool plain_listen(struct plain *plain, enum line_result *result);

/*
 * Asks for a line and reads it into plain->line. Returns false where there is none, with what to do
 * in `course`: PLAIN_READ after a line that is no text, which has been said, or PLAIN_FAILED.
 */
bool plain_read(struct plain *plain, enum plain_course *course);

/* Shows the question that is asked now: how far the interview is, the words, how to answer. */
void plain_show_question(struct plain *plain, size_t question);

/* Takes the line as the answer to the question, or says what is wrong with it. */
enum plain_course plain_take_answer(struct plain *plain, size_t question);

/* Takes an answer, or has it wait where it replaces another one that more may hang on. */
enum plain_course plain_take(struct plain *plain, const struct answer *answer);

/* Says what the answer that waits would do, and asks whether to take it. */
void plain_show_change(struct plain *plain);

/* Does what the line says to that. */
enum plain_course plain_decide_change(struct plain *plain);

/* Forgets the answer that waits, if one does. */
void plain_drop_change(struct plain *plain);

/* The word that stands for a way not to answer, in English. */
const char *plain_status_word(enum answer_status status);

/* Whether two texts are the same but for case, accents and punctuation. */
bool plain_matches(const char *typed, const char *word);

/* Whether what was typed is this word of the program, as it is in English, in the staff's language
 * or in the client's. */
bool plain_is_word(const char *typed, const char *word);

/* Does what the line says, if it is a command. Returns false where it is none. */
bool plain_obey(struct plain *plain, enum plain_course *course);

/* The command "language": chooses the client's, or lists those that there are. */
enum plain_course plain_run_language(struct plain *plain, const char *argument);

/* The command "print": an edition is chosen, shown and, once it is safe, printed. */
enum plain_course plain_run_print(struct plain *plain, const char *argument);

/* Says which words are commands, and what they do. */
void plain_list_commands(struct plain *plain);

/* What the commands of the same names show. */
void plain_show_outcome(struct plain *plain);
void plain_show_answers(struct plain *plain);
void plain_show_help(struct plain *plain);

/* Says a document, a paragraph after the other. */
struct document;
void plain_say_document(struct plain *plain, const struct document *document);

/* Asks for a case code until one is taken or none. Returns how the interview goes on. */
enum plain_course plain_resume(struct plain *plain);

/* Says what there is to say of drafts; offers those that were found, until one is chosen or none,
 * and returns how the interview goes on; keeps the answers as they are now. */
void plain_say_drafts(struct plain *plain);
enum plain_course plain_offer_drafts(struct plain *plain);
void plain_keep(struct plain *plain);

/* Shows the path or notice that plain_show_outcome numbers so, in full. Returns false where there
 * is none. */
bool plain_show_outcome_of(struct plain *plain, size_t number);

/* The question that plain_show_answers numbers so, from 1; PACK_NO_QUESTION where there is none. */
size_t plain_find_listed(const struct plain *plain, size_t number);
/* The number that it gives to a question. */
size_t plain_number_listed(const struct plain *plain, size_t question);

/* Writes the text summary to a file, or to standard output where `file` is NULL. */
bool plain_write_summary(struct plain *plain, const char *file, struct error *error);

#endif
