/* What a screen is, and what all screens share: the state of the wizard, and the stack of screens
 * of which the topmost is shown. */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include "edit.h"
#include "edition.h"
#include "language_list.h"
#include "list.h"
#include "outcome_list.h"
#include "pager.h"
#include "paint.h"
#include "pair.h"
#include "panel.h"
#include "press.h"
#include "printing.h"
#include "question.h"
#include "ui.h"

#include "screener/case_code.h"
#include "screener/interview.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

struct ui;

/* A key of a screen: what it does, and how the foot of the screen shows it. */
struct key {
	int key; /* PRESS_NONE where the screen's `press` knows the key, and it is only shown */
	const char *name; /* as on the keyboard; NULL: it works as another one that is shown */
	const char *short_name; /* where there is little room; NULL: the same */
	const char *label; /* what it does */
	void (*run)(struct ui *ui);
	bool (*works)(const struct ui *ui); /* whether it works now; NULL: always */
};

/* Everything but `name`, `keys` and `draw` may be left out. */
struct screen {
	const char *name;
	const struct key *keys;
	size_t key_count;
	bool any_size; /* drawn however small the terminal is, and without a foot */
	void (*enter)(struct ui *ui); /* it was put on the stack */
	void (*leave)(struct ui *ui); /* it is taken off */
	void (*reword)(struct ui *ui); /* the client's language has changed */
	void (*draw)(struct ui *ui, const struct area *area);
	void (*press)(struct ui *ui, const struct press *press); /* keys that `keys` lacks */
};

/* How deep screens can stand on each other: question, answers or outcome, help, a question to
 * confirm; and some. */
enum { SCREEN_DEPTH = 8 };

/* All questions that have an answer or may still get one. */
struct answers_view {
	struct list list; /* line i shows the question questions[i] */
	size_t *questions;
	int *heights; /* rows that each line takes, as it was drawn last */
	int first_row; /* of the first line shown */
	size_t shown; /* how many lines were */
	bool changed; /* an answer was changed just now */
};

/* The question shown was chosen on the screen of answers, and goes back there. */
struct visit {
	bool active;
	size_t from; /* the question that was shown before, or PACK_NO_QUESTION: the result */
	bool by_outcome; /* it was chosen there, and not on the screen of answers */
	struct overview_line line; /* of the outcome, that it was chosen for */
};

/* A case code that is typed in. */
struct code_view {
	struct edit typed;
	struct text message; /* what is wrong with it */
	struct case_code code; /* what it says, once it is right */
};

/* The summary on its way to paper. */
struct paper_view {
	struct list editions; /* in the order of enum edition */
	struct printers printers; /* while one is chosen */
	struct list choice; /* of them */
	int top; /* the first row of the printers, as they were drawn last */
	int rows[EDITION_COUNT]; /* where each edition was drawn last */
	bool saves; /* the file to save is PDF, of the edition chosen */
	struct text job; /* what the print service calls what was printed last */
	struct text fault; /* what went wrong, as a sentence */
};

struct ui {
	struct interview *interview;
	const struct pack *pack;
	const struct ui_settings *settings;
	const struct screen *stack[SCREEN_DEPTH];
	size_t depth;
	bool is_seen; /* the screen shown has been drawn since it came */
	bool hidden; /* whatever the stack holds, screen_hidden is shown */
	bool ended;
	enum ui_end end;
	struct question_view question;
	struct panel panel; /* beside it */
	struct summary summary; /* while the outcome is shown */
	struct outcome_list outcome;
	struct documents document; /* one path of it, or all of it in words */
	struct pager pager;
	struct documents help_document;
	struct pager help;
	struct answers_view answers;
	struct visit visit;
	struct answer new_answer; /* that waits to be taken, while its effect is shown */
	bool back_to_answers; /* what comes when it is taken */
	struct documents change_document;
	struct pager change;
	struct list offers; /* drafts to go on with, and what else can be done with them */
	int offers_top; /* the first row of its lines */
	const char *offers_fault; /* what is wrong with what was chosen there last, untranslated; or
				     NULL */
	struct code_view code; /* while the screen for it is there */
	struct language client_language; /* where there is one */
	struct language_list languages; /* while it is chosen */
	struct list language; /* line 0: none, and then as in the languages */
	int language_row; /* the first row of its lines */
	struct paper_view paper;
	struct edit file_name;
	struct text message; /* what is wrong with it */
	bool saved;
};

extern const struct screen screen_start;
extern const struct screen screen_erase;
extern const struct screen screen_unkept;
extern const struct screen screen_code;
extern const struct screen screen_question;
extern const struct screen screen_result;
extern const struct screen screen_outcome;
extern const struct screen screen_path;
extern const struct screen screen_summary;
extern const struct screen screen_help;
extern const struct screen screen_answers;
extern const struct screen screen_change;
extern const struct screen screen_stop;
extern const struct screen screen_finish;
extern const struct screen screen_save;
extern const struct screen screen_replace;
extern const struct screen screen_paper;
extern const struct screen screen_paper_view;
extern const struct screen screen_carry;
extern const struct screen screen_printers;
extern const struct screen screen_printed;
extern const struct screen screen_save_paper;
extern const struct screen screen_language;
extern const struct screen screen_hidden;

const struct screen *screen_shown(const struct ui *ui);

/* Puts a screen on the others; takes the topmost off, unless it is the only one. */
void screen_push(struct ui *ui, const struct screen *screen);
void screen_pop(struct ui *ui);

/* Leaves all screens and shows the question that the interview is at, or the result. */
void screen_show_interview(struct ui *ui);

/* Leaves all screens and shows what the wizard begins with. */
void screen_show_start(struct ui *ui);

/* Shows the question that was chosen on the screen of answers. */
void screen_visit(struct ui *ui, size_t question);

/* The same for one that would settle the entry that is chosen in the outcome. */
void screen_visit_by_outcome(struct ui *ui, size_t question);

/* Takes the answer to the question shown, and goes on: with the interview, or back to the answers.
 */
void screen_take(struct ui *ui, const struct answer *answer, bool to_answers);

/* Puts the answers on what the interview is at, with this question chosen. */
void screen_show_answers(struct ui *ui, size_t question);

/* The client's language is another one now: what is shown is said in it. */
void screen_reword(struct ui *ui);

/* Ends the wizard. */
void screen_end(struct ui *ui, enum ui_end end);

/* What the start screen warns of, and its help too: "" where there is nothing. The caller destroys
 * the texts. */
enum { SCREEN_WARNINGS = 4 };
void screen_start_warnings(const struct ui *ui, struct text words[SCREEN_WARNINGS]);

/* The edition chosen on the screen for paper. */
enum edition screen_paper_edition(const struct ui *ui);

/* Draws a question, or what a screen has to say, by itself. */
void screen_draw_question(const struct area *area, const struct pair *question);

/* What keys of several screens do. */
void screen_push_help(struct ui *ui);
void screen_push_answers(struct ui *ui);
void screen_push_outcome(struct ui *ui);
void screen_push_stop(struct ui *ui);
void screen_turn_language(struct ui *ui); /* the next view, or the list of languages */
void screen_turn_view(struct ui *ui); /* the next view */
bool screen_has_views(const struct ui *ui); /* there is more than one */

/* Whether the terminal has letters for a client's language: where not, nothing is painted in it. */
bool screen_can_show(const struct language *language);

void screen_push_hidden(struct ui *ui);
void screen_go_back(struct ui *ui); /* to the question before, or where it was chosen */

#endif
