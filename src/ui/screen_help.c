/* Help: on the question asked, its terms, why it is asked and the source; and the keys. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"
#include "wording.h"

#include "screener/memory.h"

#include <string.h>

enum { PARAGRAPHS = 128 }; /* more than there ever are */

/* Help being written in one language. */
struct help {
	const struct ui *ui;
	struct document *document;
};

static void add(struct help *help, enum paragraph_style style, const char *label, const char *words)
{
	struct document *document = help->document;
	if (!words || !*words || document->count == document->capacity)
		return;
	document->paragraphs[document->count++] = (struct paragraph){
		.style = style,
		.outcome = OUTCOME_COUNT,
		.label = label,
		.text = words,
	};
}

static const char *in_words(const struct help *help, const char *text)
{
	return languages_pack_text(help->ui->pack, text);
}

static void add_source(struct help *help, const struct citation *citation)
{
	const struct source *source = citation->source;
	if (!source)
		return;
	const char *title = in_words(help, source->title);
	if (citation->at) {
		struct text words;
		text_init(&words);
		/* TRANSLATORS: a source and the place in it: "The IOM page, P3". */
		text_format(&words, _("%s, %s"), title, citation->at);
		title = arena_copy(&help->document->arena, words.bytes, words.length);
		text_destroy(&words);
	}
	add(help, PARAGRAPH_LABELLED, _("Source"), title);
	add(help, PARAGRAPH_LABELLED, NULL, in_words(help, source->publisher));
	add(help, PARAGRAPH_LABELLED, NULL, source->url);
	add(help, PARAGRAPH_LABELLED, NULL, source->date);
}

/* All of them in both languages, for which there may be no room beside the question. */
static void add_options(struct help *help, const struct question *question)
{
	if (!speakers_client() || question->option_count == 0)
		return;
	/* TRANSLATORS: a heading: what can be answered to a question. */
	add(help, PARAGRAPH_HEADING, NULL, _("Possible answers"));
	for (size_t i = 0; i < question->option_count; i++)
		add(help, PARAGRAPH_ITEM, NULL, wording_option(help->ui->pack, question, i));
}

static void add_question(struct help *help)
{
	const struct question *question = help->ui->question.question;
	add(help, PARAGRAPH_TITLE, NULL, in_words(help, question->ask));
	if (question->sensitive)
		add(help, PARAGRAPH_PLAIN, NULL, _("This question need not be answered."));
	add(help, PARAGRAPH_PLAIN, NULL, in_words(help, question->help));
	add_options(help, question);
	add(help, PARAGRAPH_HEADING, NULL, _("Why and from where"));
	add(help, PARAGRAPH_LABELLED, _("Why"), in_words(help, question->why));
	add_source(help, &question->citation);
	add(help, PARAGRAPH_HEADING, NULL, _("No answer"));
	add(help, PARAGRAPH_PLAIN, NULL,
		_("Every question can be left without an answer. That never counts as a no: what "
		  "depends on it stays open."));
}

/* From better to worse. */
static const struct {
	enum outcome outcome;
	const char *meaning;
} outcomes[] = {
	{OUTCOME_APPLIES, N_("The answers are those for which the source names this support. The "
			     "organisation decides.")},
	{OUTCOME_POSSIBLE, N_("It is not excluded, and not sure either: ask the organisation.")},
	{OUTCOME_OPEN, N_("It depends on questions without an answer.")},
	{OUTCOME_NO, N_("It is not meant for somebody with these answers.")},
};

static void add_outcomes(struct help *help)
{
	struct text label;
	text_init(&label);
	add(help, PARAGRAPH_TITLE, NULL, _("What the outcome says"));
	for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++) {
		enum outcome outcome = outcomes[i].outcome;
		text_clear(&label);
		text_format(&label, _("%s %s"), wording_outcome_sign(outcome),
			wording_outcome(outcome));
		add(help, PARAGRAPH_LABELLED,
			arena_copy(&help->document->arena, label.bytes, label.length),
			_(outcomes[i].meaning));
	}
	text_destroy(&label);
}

static void add_warnings(struct help *help)
{
	struct text words[SCREEN_WARNINGS];
	screen_start_warnings(help->ui, words);
	for (size_t i = 0; i < SCREEN_WARNINGS; i++) {
		add(help, PARAGRAPH_PLAIN, NULL,
			arena_copy(&help->document->arena, words[i].bytes, words[i].length));
		text_destroy(&words[i]);
	}
}

static void add_about(struct help *help)
{
	add(help, PARAGRAPH_TITLE, NULL, in_words(help, help->ui->pack->title));
	add(help, PARAGRAPH_PLAIN, NULL,
		_("One question at a time, for the client and you together. Every question can "
		  "be left without an answer, and every answer can be changed until the end."));
	add(help, PARAGRAPH_PLAIN, NULL,
		_("At the end you see which support may apply, why, and what to do next. The "
		  "organisation decides."));
	add(help, PARAGRAPH_PLAIN, NULL,
		_("Nobody's name is asked for. Nothing is sent anywhere."));
	add(help, PARAGRAPH_PLAIN, NULL,
		_("The summary for the staff has a case code. It brings all answers back at "
		  "another time, so keep it as you keep the summary. It is no secret writing: who "
		  "has this program can read it."));
	add_warnings(help);
}

struct key_told {
	const char *name;
	const char *does;
};

static const struct key_told keys_to_move[] = {
	{N_("Up Down"), N_("To the line above or below")},
	{N_("PgUp PgDn"), N_("A page up or down")},
	{N_("Home End"), N_("To the first or last line")},
};

static const struct key_told keys_to_answer[] = {
	{N_("Tab"), N_("From the answers to the ways not to answer, and back")},
	{N_("1-9"), N_("Chooses the line with that digit, or ticks it")},
	{N_("? ! ~"), N_("Chooses a way not to answer")},
	{N_("Letters"), N_("Search for a country, by its name or code")},
	{N_("Digits"), N_("An age, or a date or year of birth; only the years are kept")},
	{N_("Ctrl-U"), N_("Empties the field")},
	{N_("Space"), N_("Ticks a line, or shows the next page")},
	{N_("Enter"), N_("Takes the answer and goes on")},
};

static const struct key_told keys_of_outcome[] = {
	{N_("Tab"), N_("To the last line, and back to the first")},
	{N_("Enter"), N_("Opens the line; on a question, goes to it")},
	{N_("1-9"), N_("Chooses the question with that number")},
	{N_("Left Right"), N_("When a line is open: the line before or after it")},
};

static const struct key_told keys_of_all[] = {
	{"F1", N_("This help")},
	{"F2", N_("The client's language: both, theirs alone, yours alone, another one")},
	{"F3", N_("Back to the question before")},
	{"F4", N_("All answers; Enter on one changes it")},
	{"F5", N_("The outcome so far")},
	{"F6", N_("Saves the outcome in a file")},
	{"F7", N_("Prints it, for the file or for the client")},
	{"F8", N_("Goes on from a case code, at the start")},
	{"F9", N_("Hides everything at once; only F9 brings it back")},
	{"F10", N_("Stops; nothing is kept")},
	{N_("Esc 1"), N_("Esc and then a digit stands for a function key; Esc 0 is F10")},
	{N_("Ctrl-L"), N_("Draws the screen again")},
	{N_("Mouse"), N_("A click chooses a line, a second one takes it; the wheel scrolls")},
};

static void add_keys(struct help *help, const struct key_told *keys, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add(help, PARAGRAPH_LABELLED, _(keys[i].name), _(keys[i].does));
}

static void add_all_keys(struct help *help, bool on_outcome)
{
	add(help, PARAGRAPH_HEADING, NULL, _("Keys"));
	add_keys(help, keys_to_move, sizeof keys_to_move / sizeof keys_to_move[0]);
	if (on_outcome)
		add_keys(help, keys_of_outcome, sizeof keys_of_outcome / sizeof keys_of_outcome[0]);
	else
		add_keys(help, keys_to_answer, sizeof keys_to_answer / sizeof keys_to_answer[0]);
	add_keys(help, keys_of_all, sizeof keys_of_all / sizeof keys_of_all[0]);
}

static bool is_about_outcome(const struct ui *ui)
{
	for (size_t i = 0; i < ui->depth; i++)
		if (ui->stack[i] == &screen_result || ui->stack[i] == &screen_outcome)
			return true;
	return false;
}

/* Texts of the pack and of gettext live longer than the screen; only what is put together here is
 * in the document's arena. */
static void make(const void *subject, struct document *document)
{
	struct help help = {.ui = subject, .document = document};
	bool on_outcome = is_about_outcome(help.ui);
	*document = (struct document){.capacity = PARAGRAPHS};
	arena_init(&document->arena);
	document->paragraphs = arena_new(&document->arena, PARAGRAPHS, sizeof(struct paragraph));
	if (help.ui->stack[0] == &screen_start)
		add_about(&help);
	else if (on_outcome)
		add_outcomes(&help);
	else
		add_question(&help);
	add_all_keys(&help, on_outcome);
}

static void enter(struct ui *ui)
{
	documents_init(&ui->help_document, make, ui);
	pager_open(&ui->help, &ui->help_document);
}

static void leave(struct ui *ui)
{
	pager_close(&ui->help);
	documents_destroy(&ui->help_document);
}

static void reword(struct ui *ui)
{
	leave(ui);
	enter(ui);
}

static void draw(struct ui *ui, const struct area *area)
{
	pager_draw(&ui->help, area);
}

static void press(struct ui *ui, const struct press *press)
{
	pager_press(&ui->help, press->key);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Arrows PgUp PgDn Space Home End"), N_("Arrows PgUp PgDn"), N_("Scroll"),
		NULL, NULL},
	{PRESS_NONE, N_("Esc F1 F3"), N_("Esc"), N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F1, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F2, N_("F2"), NULL, N_("Language"), screen_turn_language, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_help = {
	.name = "help",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.reword = reword,
	.draw = draw,
	.press = press,
};
