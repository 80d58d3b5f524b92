/* A question while it is answered: what is typed, chosen and ticked. What differs between the types
 * of questions stands in one table, `struct ask`. */
#ifndef UI_QUESTION_H
#define UI_QUESTION_H

#include "country_search.h"
#include "edit.h"
#include "list.h"
#include "pair.h"

#include "screener/answers.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ask;

enum { QUESTION_WAYS_OUT = 3 }; /* the ways not to answer; they are the last lines of the list */

struct question_view {
	const struct pack *pack;
	struct date today;
	const struct question *question;
	const struct ask *ask;
	struct list list; /* the lines to answer with, then the ways out */
	size_t lines; /* how many of them are to answer with */
	struct edit field;
	struct text message; /* why what was entered is no answer, in the language now spoken */
	struct pair fault; /* the same in the languages shown */
	bool note_matters; /* what is said below the field is about what was typed, and no hint */
	uint64_t ticked; /* bit i: option i */
	struct country_found countries[COUNTRY_COUNT]; /* that fit what is typed: one a line */
	struct country_search *search; /* made for the first question that needs it */
	size_t clicked; /* the line that the mouse chose last, or LIST_NONE */
	struct {
		int left; /* the first column of a line */
		int columns;
		int list_row; /* where the lines to answer with begin */
		int list_rows; /* rows of them that are shown */
		int gap; /* empty rows after each */
		int rest_row; /* where the ways out begin; 0: they scroll with the lines */
		size_t page; /* how many lines are shown */
	} layout; /* as it was drawn last */
};

/* What a type of question does its own way; only `start`, `add_line` and `take` must be there. */
struct ask {
	bool has_field;
	bool is_long; /* so many lines that they take all room there is */
	bool ticks; /* lines are ticked, not chosen */

	/* Sets `lines`, and where the answer is given what was chosen, typed or ticked. Returns the
	 * line to choose at first. */
	size_t (*start)(struct question_view *view, const struct answer *answer);

	/* The field holds something else now. */
	void (*typed)(struct question_view *view);

	/* Adds what stands before a line instead of a key; may be NULL. */
	void (*add_mark)(const struct question_view *view, size_t line, struct text *text);

	/* Adds what a line says; what stands before it is added by the caller. */
	void (*add_line)(const struct question_view *view, size_t line, struct text *text);

	/* Adds what is said between question and lines, if anything. */
	void (*add_note)(const struct question_view *view, struct text *text);

	/* Adds what stands beside the field. */
	void (*add_count)(const struct question_view *view, struct text *text);

	/* Makes the answer of what is chosen, typed or ticked. Returns false, having written
	 * `message`, where it is none; once more says it once more. */
	bool (*take)(struct question_view *view, struct answer *answer);

	/* The languages shown have changed; may be NULL. */
	void (*reword)(struct question_view *view);
};

extern const struct ask ask_country;
extern const struct ask ask_age;
extern const struct ask ask_option;
extern const struct ask ask_options;

/* For once and for all. */
void question_view_init(struct question_view *view, const struct pack *pack, struct date today);
void question_view_destroy(struct question_view *view);

/* Shows a question with its answer as it is kept. */
void question_view_start(struct question_view *view, size_t question, const struct answer *answer);

/* Wipes what was typed, chosen and ticked. */
void question_view_clear(struct question_view *view);

/* Does what a key does to lines and field. Returns whether it is such a key. */
bool question_view_press(struct question_view *view, int key);

/* Makes the answer of the line chosen or of the field; as ask->take. */
bool question_view_take(struct question_view *view, struct answer *answer);

/* The languages shown have changed: what was said in others goes, and countries are found by their
 * names in these. */
void question_view_reword(struct question_view *view);

/* Adds what stands before a line of the list, its key or tick box; and what the line says, in the
 * language now spoken. */
void question_view_add_mark(const struct question_view *view, size_t line, struct text *text);
void question_view_add_words(const struct question_view *view, size_t line, struct text *text);

#endif
