#include "plain_private.h"

#include "languages.h"
#include "resumption.h"
#include "summary.h"

#include "screener/case_code.h"

static bool is_word(const struct plain *plain, const char *word)
{
	return plain_is_word(plain->line.bytes, word);
}

static void say_report(struct plain *plain, const struct case_code *code)
{
	struct document document;
	resumption_init(&document, code, plain->options->moment.date);
	plain_say_document(plain, &document);
	document_destroy(&document);
}

/* The command that leads here begins it again. */
static bool is_again(const struct plain *plain)
{
	return is_word(plain, N_("code"));
}

/* Whether the answers are wanted, in `taken`; asks until that is said. */
static enum plain_course decide(struct plain *plain, const struct case_code *code, bool *taken)
{
	enum plain_course course = PLAIN_READ;
	*taken = false;
	say_report(plain, code);
	do {
		plain_say(plain, _("Go on with these answers? Type \"yes\", or \"no\" to type "
				   "another code."));
		if (!plain_read(plain, &course)) {
			if (course == PLAIN_FAILED)
				return course;
			continue;
		}
		*taken = is_word(plain, N_("yes"));
		if (*taken || is_word(plain, N_("no")) || is_again(plain))
			return PLAIN_ASK;
		if (!plain_obey(plain, &course))
			plain_say(plain, _("This is none of these words."));
	} while (course == PLAIN_ASK || course == PLAIN_READ);
	return course;
}

static enum plain_course take(struct plain *plain, const struct case_code *code, bool *done)
{
	enum plain_course course = decide(plain, code, done);
	if (!*done)
		return course;
	if (plain->draft)
		draft_leave(plain->draft);
	interview_load(plain->interview, code->answers);
	return PLAIN_ASK;
}

static void say_fault(struct plain *plain, const struct case_code *code, enum case_code_fault fault)
{
	struct text words;
	text_init_secret(&words);
	resumption_add_fault(&words, code, fault);
	plain_say(plain, "%s", words.bytes);
	text_destroy(&words);
}

/* Does what was typed; `done` where there is no more to ask. */
static enum plain_course follow(struct plain *plain, struct case_code *code, bool *done)
{
	enum plain_course course;
	char digest[65];
	if (!plain_read(plain, &course))
		return course;
	*done = is_word(plain, N_("new"));
	if (*done || is_again(plain))
		return PLAIN_ASK;
	summary_digest(code->pack, digest);
	enum case_code_fault fault =
		case_code_read(code, digest, plain->line.bytes, plain->line.length);
	if (!fault)
		return take(plain, code, done);
	if (plain_obey(plain, &course))
		return course;
	say_fault(plain, code, fault);
	return PLAIN_READ;
}

enum plain_course plain_resume(struct plain *plain)
{
	enum plain_course course = PLAIN_ASK;
	struct case_code code;
	bool done = false;
	case_code_init(&code, interview_pack(plain->interview));
	while (!done && (course == PLAIN_ASK || course == PLAIN_READ)) {
		/* TRANSLATORS: "new" is typed; the English word works too. */
		if (course == PLAIN_ASK)
			plain_say(plain, _("Type the case code that is printed on the summary, or "
					   "\"new\" to start anew."));
		course = follow(plain, &code, &done);
	}
	case_code_destroy(&code);
	return course;
}
