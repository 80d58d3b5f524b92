/* Help: on the question asked, its terms, why it is asked and the source; and the keys. */
#include "screen.h"

#include "gettext.h"
#include "languages.h"
#include "wording.h"

#include "screener/memory.h"

#include <string.h>

enum { PARAGRAPHS = 48 }; /* more than there ever are */

static void add(struct ui *ui, enum paragraph_style style, const char *label, const char *words)
{
	struct document *document = &ui->help_document;
	if (!words || !*words || document->count == document->capacity)
		return;
	document->paragraphs[document->count++] = (struct paragraph){
		.style = style,
		.outcome = OUTCOME_COUNT,
		.label = label,
		.text = words,
	};
}

static const char *in_words(const struct ui *ui, const char *text)
{
	return languages_pack_text(ui->pack, text);
}

static void add_source(struct ui *ui, const struct citation *citation)
{
	const struct source *source = citation->source;
	if (!source)
		return;
	const char *title = in_words(ui, source->title);
	if (citation->at) {
		struct text words;
		text_init(&words);
		/* TRANSLATORS: a source and the place in it: "The IOM page, P3". */
		text_format(&words, _("%s, %s"), title, citation->at);
		title = arena_copy(&ui->help_document.arena, words.bytes, words.length);
		text_destroy(&words);
	}
	add(ui, PARAGRAPH_LABELLED, _("Source"), title);
	add(ui, PARAGRAPH_LABELLED, NULL, in_words(ui, source->publisher));
	add(ui, PARAGRAPH_LABELLED, NULL, source->url);
	add(ui, PARAGRAPH_LABELLED, NULL, source->date);
}

static void add_question(struct ui *ui)
{
	const struct question *question = ui->question.question;
	add(ui, PARAGRAPH_TITLE, NULL, in_words(ui, question->ask));
	if (question->sensitive)
		add(ui, PARAGRAPH_PLAIN, NULL, _("This question need not be answered."));
	add(ui, PARAGRAPH_PLAIN, NULL, in_words(ui, question->help));
	add(ui, PARAGRAPH_HEADING, NULL, _("Why and from where"));
	add(ui, PARAGRAPH_LABELLED, _("Why"), in_words(ui, question->why));
	add_source(ui, &question->citation);
	add(ui, PARAGRAPH_HEADING, NULL, _("No answer"));
	add(ui, PARAGRAPH_PLAIN, NULL,
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

static void add_outcomes(struct ui *ui)
{
	struct text label;
	text_init(&label);
	add(ui, PARAGRAPH_TITLE, NULL, _("What the outcome says"));
	for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++) {
		enum outcome outcome = outcomes[i].outcome;
		text_clear(&label);
		text_format(&label, _("%s %s"), wording_outcome_sign(outcome),
			wording_outcome(outcome));
		add(ui, PARAGRAPH_LABELLED,
			arena_copy(&ui->help_document.arena, label.bytes, label.length),
			_(outcomes[i].meaning));
	}
	text_destroy(&label);
}

static void add_warnings(struct ui *ui)
{
	struct text words[SCREEN_WARNINGS];
	screen_start_warnings(ui, words);
	for (size_t i = 0; i < SCREEN_WARNINGS; i++) {
		add(ui, PARAGRAPH_PLAIN, NULL,
			arena_copy(&ui->help_document.arena, words[i].bytes, words[i].length));
		text_destroy(&words[i]);
	}
}

static void add_about(struct ui *ui)
{
	add(ui, PARAGRAPH_TITLE, NULL, in_words(ui, ui->pack->title));
	add(ui, PARAGRAPH_PLAIN, NULL,
		_("One question at a time, for the client and you together. Every question can "
		  "be left without an answer, and every answer can be changed until the end."));
	add(ui, PARAGRAPH_PLAIN, NULL,
		_("At the end you see which support may apply, why, and what to do next. The "
		  "organisation decides."));
	add(ui, PARAGRAPH_PLAIN, NULL, _("Nobody's name is asked for. Nothing is sent anywhere."));
	add(ui, PARAGRAPH_PLAIN, NULL,
		_("The summary for the staff has a case code. It brings all answers back at "
		  "another time, so keep it as you keep the summary. It is no secret writing: who "
		  "has this program can read it."));
	add_warnings(ui);
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
	{"F3", N_("Back to the question before")},
	{"F4", N_("All answers; Enter on one changes it")},
	{"F5", N_("The outcome so far")},
	{"F6", N_("Saves the outcome in a file")},
	{"F8", N_("Goes on from a case code, at the start")},
	{"F9", N_("Hides everything at once; only F9 brings it back")},
	{"F10", N_("Stops; nothing is kept")},
	{N_("Esc 1"), N_("Esc and then a digit stands for a function key; Esc 0 is F10")},
	{N_("Ctrl-L"), N_("Draws the screen again")},
	{N_("Mouse"), N_("A click chooses a line, a second one takes it; the wheel scrolls")},
};

static void add_keys(struct ui *ui, const struct key_told *keys, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add(ui, PARAGRAPH_LABELLED, _(keys[i].name), _(keys[i].does));
}

static void add_all_keys(struct ui *ui, bool on_outcome)
{
	add(ui, PARAGRAPH_HEADING, NULL, _("Keys"));
	add_keys(ui, keys_to_move, sizeof keys_to_move / sizeof keys_to_move[0]);
	if (on_outcome)
		add_keys(ui, keys_of_outcome, sizeof keys_of_outcome / sizeof keys_of_outcome[0]);
	else
		add_keys(ui, keys_to_answer, sizeof keys_to_answer / sizeof keys_to_answer[0]);
	add_keys(ui, keys_of_all, sizeof keys_of_all / sizeof keys_of_all[0]);
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
static void enter(struct ui *ui)
{
	struct document *document = &ui->help_document;
	*document = (struct document){.capacity = PARAGRAPHS};
	arena_init(&document->arena);
	document->paragraphs = arena_new(&document->arena, PARAGRAPHS, sizeof(struct paragraph));
	bool on_outcome = is_about_outcome(ui);
	if (ui->stack[0] == &screen_start)
		add_about(ui);
	else if (on_outcome)
		add_outcomes(ui);
	else
		add_question(ui);
	add_all_keys(ui, on_outcome);
	pager_open(&ui->help, document);
}

static void leave(struct ui *ui)
{
	pager_close(&ui->help);
	document_destroy(&ui->help_document);
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
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_help = {
	.name = "help",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};
