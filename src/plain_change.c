#include "plain_private.h"

#include "languages.h"
#include "preview.h"
#include "wording.h"

#include "screener/effect.h"

#include <string.h>

/* Whether the answer replaces another one, and more than the question before it may hang on that.
 */
static bool is_to_preview(const struct plain *plain, size_t question, const struct answer *answer)
{
	const struct interview *interview = plain->interview;
	const struct answer *kept = interview_answer(interview, question);
	return kept->status != ANSWER_NOT_ASKED &&
	       !answer_equal(&interview_pack(interview)->questions[question], kept, answer) &&
	       (plain->visited == question || interview_has_later(interview, question));
}

/* An answer, and to what. */
struct answered {
	size_t question;
	const struct answer *answer;
};

static void say_answer_once(struct plain *plain, const void *subject)
{
	const struct answered *answered = subject;
	const struct pack *pack = interview_pack(plain->interview);
	struct text words;
	text_init(&words);
	wording_add_answer(&words, pack, &pack->questions[answered->question], answered->answer);
	plain_say(plain, _("Answer: %s"), words.bytes);
	text_destroy(&words);
}

static void say_answer(struct plain *plain, size_t question, const struct answer *answer)
{
	const struct answered answered = {question, answer};
	plain_say_in_each(plain, false, say_answer_once, &answered);
}

enum plain_course plain_take(struct plain *plain, const struct answer *answer)
{
	size_t question = interview_question(plain->interview);
	plain->waits = is_to_preview(plain, question, answer);
	if (plain->waits) {
		plain->waiting = *answer;
		return PLAIN_ASK;
	}
	say_answer(plain, question, answer);
	plain->visited = PACK_NO_QUESTION;
	interview_take(plain->interview, answer);
	return PLAIN_ASK;
}

/* A heading is followed by the items of a list. */
static void say_paragraph(struct plain *plain, const struct paragraph *paragraph)
{
	if (paragraph->style == PARAGRAPH_HEADING)
		plain_say(plain, _("%s:"), paragraph->text);
	else if (paragraph->style == PARAGRAPH_ITEM)
		plain_say(plain, "- %s", paragraph->text);
	else
		plain_say(plain, "%s", paragraph->text);
}

void plain_say_document(struct plain *plain, const struct document *document)
{
	for (size_t i = 0; i < document->count; i++)
		say_paragraph(plain, &document->paragraphs[i]);
}

static void say_to_decide(struct plain *plain, const void *subject)
{
	(void)subject;
	plain_say(plain, _("Take the new answer? Type \"yes\" or \"no\"."));
}

static void ask_to_decide(struct plain *plain)
{
	plain_say_in_each(plain, false, say_to_decide, NULL);
}

static void say_change(struct plain *plain, const void *subject)
{
	const struct effect *effect = subject;
	struct document document;
	preview_init(&document, plain->interview, effect,
		effect->next == PACK_NO_QUESTION ? _("Then comes the outcome.")
						 : _("Then comes the next question."));
	plain_say_document(plain, &document);
	document_destroy(&document);
	say_to_decide(plain, NULL);
}

void plain_show_change(struct plain *plain)
{
	struct effect effect;
	effect_init(
		&effect, plain->interview, interview_question(plain->interview), &plain->waiting);
	plain_say_blank(plain, 1);
	plain_say_in_each(plain, true, say_change, &effect);
	effect_destroy(&effect);
}

void plain_drop_change(struct plain *plain)
{
	explicit_bzero(&plain->waiting, sizeof plain->waiting);
	plain->waits = false;
}

static bool says(const struct plain *plain, const char *word)
{
	return plain_is_word(plain->line.bytes, word);
}

static enum plain_course take_change(struct plain *plain)
{
	say_answer(plain, interview_question(plain->interview), &plain->waiting);
	interview_take(plain->interview, &plain->waiting);
	plain->visited = PACK_NO_QUESTION;
	plain_drop_change(plain);
	return PLAIN_ASK;
}

enum plain_course plain_decide_change(struct plain *plain)
{
	enum plain_course course = PLAIN_READ;
	if (says(plain, N_("yes")))
		return take_change(plain);
	if (says(plain, N_("no")) || says(plain, N_("back"))) {
		plain_drop_change(plain);
		return PLAIN_ASK;
	}
	plain_obey(plain, &course);
	if (!plain->waits || course == PLAIN_ASK || course == PLAIN_STOPPED ||
		course == PLAIN_FAILED)
		return course;
	/* It is not finished as long as this is not decided. */
	ask_to_decide(plain);
	return PLAIN_READ;
}
