/* The outcome line by line: as a numbered list, and one path or notice of it in full. */
#include "plain_private.h"

#include "document.h"
#include "languages.h"
#include "overview.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* The outcome as it is now. */
struct view {
	struct summary summary;
	struct overview_line *lines;
	size_t count;
};

static void begin(struct view *view, const struct plain *plain)
{
	const struct pack *pack = interview_pack(plain->interview);
	summary_init(&view->summary, plain->interview, &plain->options->moment);
	view->lines = memory_new(pack->path_count + pack->notice_count, sizeof *view->lines);
	view->count = overview_list(&view->summary, view->lines);
}

static void end(struct view *view)
{
	explicit_bzero(view->lines, view->count * sizeof *view->lines);
	free(view->lines);
	summary_destroy(&view->summary);
}

static void say_counts(struct plain *plain, const struct summary *summary)
{
	struct text words;
	text_init(&words);
	overview_add_counts(&words, summary);
	plain_say(plain, "%s", words.bytes);
	text_destroy(&words);
}

static void say_line(struct plain *plain, const struct view *view, size_t index)
{
	const struct overview_line *line = &view->lines[index];
	const char *words = overview_words(&view->summary, line);
	if (index == 0 || line->group != line[-1].group)
		/* TRANSLATORS: the heading of a list, as in "Please note:" */
		plain_say(plain, _("%s:"), overview_heading(&view->summary, line->group));
	if (line->is_notice)
		plain_say(plain, "%zu. %s", index + 1, words);
	else
		/* TRANSLATORS: a number, an outcome as in "May apply", and a kind of support */
		plain_say(plain, _("%zu. %s: %s"), index + 1,
			wording_outcome(overview_outcome(&view->summary, line)), words);
}

static void say_all(struct plain *plain, const void *subject)
{
	const struct view *view = subject;
	say_counts(plain, &view->summary);
	for (size_t i = 0; i < view->count; i++)
		say_line(plain, view, i);
}

void plain_show_outcome(struct plain *plain)
{
	struct view view;
	begin(&view, plain);
	plain_say_in_each(plain, true, say_all, &view);
	end(&view);
}

/* What has to be typed to answer the question. */
static void say_how(struct plain *plain, size_t question)
{
	size_t number = plain_number_listed(plain, question);
	if (question == interview_question(plain->interview))
		plain_say(plain, _("This is asked now."));
	else if (interview_answer(plain->interview, question)->status == ANSWER_NOT_ASKED)
		/* TRANSLATORS: "change" is the command, %zu the number of a question. */
		plain_say(plain, _("This is asked as you go on; \"change %zu\" asks it at once."),
			number);
	else
		/* TRANSLATORS: "change" is the command, %zu the number of a question. */
		plain_say(plain, _("Type \"change %zu\" to answer this."), number);
}

static void say_paragraph(struct plain *plain, const struct paragraph *paragraph)
{
	/* Read aloud, a sign is only in the way. */
	if (paragraph->style == PARAGRAPH_HEADING)
		plain_say(plain, "%s", wording_outcome(paragraph->outcome));
	else if (paragraph->label)
		/* TRANSLATORS: a label and its text, as in "Because: ..." */
		plain_say(plain, _("%s: %s"), paragraph->label, paragraph->text);
	else
		plain_say(plain, "%s", paragraph->text);
	if (paragraph->is_link)
		say_how(plain, paragraph->question);
}

/* One of its lines. */
struct chosen {
	const struct view *view;
	const struct overview_line *line;
};

static void say_in_full(struct plain *plain, const void *subject)
{
	const struct chosen *chosen = subject;
	const struct view *view = chosen->view;
	const struct overview_line *line = chosen->line;
	struct document document;
	if (line->is_notice)
		document_init_notice(&document, &view->summary, line->index);
	else
		document_init_path(&document, &view->summary, line->index);
	for (size_t i = 0; i < document.count; i++)
		say_paragraph(plain, &document.paragraphs[i]);
	document_destroy(&document);
}

bool plain_show_outcome_of(struct plain *plain, size_t number)
{
	struct view view;
	begin(&view, plain);
	bool found = number > 0 && number <= view.count;
	if (found) {
		const struct chosen chosen = {&view, &view.lines[number - 1]};
		plain_say_in_each(plain, true, say_in_full, &chosen);
	}
	end(&view);
	return found;
}
