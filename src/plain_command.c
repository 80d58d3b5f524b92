#include "plain_private.h"

#include "languages.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

enum { HIDING_LINES = 60 /* more than a screen has */ };

/* `argument` is what follows the word, "" where nothing does. */
struct command_word {
	const char *word;
	const char *argument; /* what follows it, as the list shows it; NULL: nothing may */
	const char *does;
	enum plain_course (*run)(struct plain *plain, const char *argument);
};

static enum plain_course run_help(struct plain *plain, const char *argument)
{
	(void)argument;
	plain_show_help(plain);
	return PLAIN_READ;
}

static enum plain_course run_back(struct plain *plain, const char *argument)
{
	(void)argument;
	plain->visited = PACK_NO_QUESTION;
	if (interview_back(plain->interview))
		return PLAIN_ASK;
	plain_say(plain, _("This is the first question."));
	return PLAIN_READ;
}

static enum plain_course run_answers(struct plain *plain, const char *argument)
{
	(void)argument;
	plain_show_answers(plain);
	return PLAIN_READ;
}

static enum plain_course run_change(struct plain *plain, const char *argument)
{
	char *end;
	unsigned long number = strtoul(argument, &end, 10);
	size_t question = PACK_NO_QUESTION;
	if (end != argument && !*end && argument[0] != '-')
		question = plain_find_listed(plain, number);
	if (question == PACK_NO_QUESTION) {
		plain_say(plain, _("There is no question with that number: type \"answers\" to "
				   "see them."));
		return PLAIN_READ;
	}
	plain_drop_change(plain);
	interview_visit(plain->interview, question);
	plain->visited = question;
	return PLAIN_ASK;
}

static enum plain_course run_outcome(struct plain *plain, const char *argument)
{
	char *end;
	unsigned long number = strtoul(argument, &end, 10);
	bool numbered = end != argument && !*end && argument[0] != '-';
	if (!*argument) {
		plain_show_outcome(plain);
		plain_say(plain, _("Type \"outcome\" and a number for all about one of them."));
	} else if (!numbered || !plain_show_outcome_of(plain, number)) {
		plain_say(plain, _("There is nothing with that number: type \"outcome\" to see "
				   "them."));
	}
	return PLAIN_READ;
}

static enum plain_course run_save(struct plain *plain, const char *argument)
{
	struct error error;
	error_init(&error);
	if (!*argument)
		plain_say(plain, _("Type the name of a file after \"save\"."));
	else if (plain_write_summary(plain, argument, &error))
		plain_say(plain, _("The summary is in the file %s."), argument);
	else
		plain_say(plain, _("%s."), error.text);
	return PLAIN_READ;
}

/* What was answered would be lost. */
static enum plain_course run_code(struct plain *plain, const char *argument)
{
	(void)argument;
	for (size_t i = 0; i < interview_pack(plain->interview)->question_count; i++) {
		if (interview_answer(plain->interview, i)->status == ANSWER_NOT_ASKED)
			continue;
		plain_say(plain, _("There are answers already. A case code is typed before the "
				   "first answer."));
		return PLAIN_READ;
	}
	return plain_resume(plain);
}

/* Nothing is said until it is over, so that nothing shows what this is. */
static enum plain_course run_hide(struct plain *plain, const char *argument)
{
	enum line_result result = LINE_END;
	(void)argument;
	plain_say_blank(plain, HIDING_LINES);
	do {
		if (!plain_listen(plain, &result))
			return PLAIN_FAILED;
	} while (result != LINE_READ || !plain_is_word(plain->line.bytes, N_("show")));
	return PLAIN_ASK;
}

static enum plain_course run_finish(struct plain *plain, const char *argument)
{
	(void)plain, (void)argument;
	return PLAIN_FINISHED;
}

static void ask_to_stop(struct plain *plain, const void *subject)
{
	(void)subject;
	plain_say(plain, "%s",
		plain->draft && draft_offers(plain->draft)
			? _("Stop? What was not finished stays for the next start. Type \"yes\" "
			    "to stop, or anything else to go on.")
			: _("Stop? Nothing is kept. Type \"yes\" to stop, or anything else to go "
			    "on."));
}

static enum plain_course run_stop(struct plain *plain, const char *argument)
{
	enum plain_course course;
	(void)argument;
	plain_say_in_each(plain, false, ask_to_stop, NULL);
	if (!plain_read(plain, &course))
		return course == PLAIN_FAILED ? course : PLAIN_ASK;
	if (plain_is_word(plain->line.bytes, N_("yes")))
		return PLAIN_STOPPED;
	return PLAIN_ASK;
}

/* TRANSLATORS: the words are typed as commands; the English ones work too. */
static const struct command_word commands[] = {
	{N_("help"), NULL, N_("more about this question, and these words"), run_help},
	{N_("back"), NULL, N_("the question before"), run_back},
	{N_("answers"), NULL, N_("all answers so far, with numbers"), run_answers},
	{N_("change"), N_("NUMBER"), N_("another answer to the question with this number"),
		run_change},
	{N_("outcome"), N_("[NUMBER]"), N_("the outcome so far, or all about one line of it"),
		run_outcome},
	{N_("language"), N_("[LANGUAGE]"), N_("the client's language, or the list of languages"),
		plain_run_language},
	{N_("save"), N_("FILE"), N_("write the summary to a file"), run_save},
	{N_("print"), NULL, N_("print the summary: for whom, and on which printer, is asked"),
		plain_run_print},
	{N_("code"), NULL, N_("go on from a case code, before the first answer"), run_code},
	{N_("hide"), NULL, N_("empty the screen until you type \"show\""), run_hide},
	{N_("finish"), NULL, N_("end here, with the summary"), run_finish},
	{N_("stop"), NULL, N_("end here; nothing is kept"), run_stop},
};

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

/* A word that stands alone, or one that something may follow. */
static bool is_command(const struct command_word *command, const char *line, const char *first)
{
	return plain_is_word(command->argument ? first : line, command->word);
}

bool plain_obey(struct plain *plain, enum plain_course *course)
{
	const struct command_word *found = NULL;
	const char *line = plain->line.bytes;
	size_t length = strcspn(line, " \t");
	struct text first;
	text_init(&first);
	text_add_bytes(&first, line, length);
	for (size_t i = 0; i < COMMAND_COUNT && !found; i++) {
		if (is_command(&commands[i], line, first.bytes))
			found = &commands[i];
	}
	text_destroy(&first);
	if (found)
		*course = found->run(plain, line + length + strspn(line + length, " \t"));
	return found;
}

const char *plain_status_word(enum answer_status status)
{
	/* TRANSLATORS: typed instead of an answer; the English words work too. */
	static const char *const words[ANSWER_STATUS_COUNT] = {
		[ANSWER_NOT_KNOWN] = N_("unknown"),
		[ANSWER_NOT_SAID] = N_("private"),
		[ANSWER_NOT_NOW] = N_("later"),
	};
	return words[status];
}

void plain_list_commands(struct plain *plain)
{
	plain_say(plain, _("Type an answer after each question, and press Enter. These words work "
			   "at any time:"));
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		const struct command_word *command = &commands[i];
		if (command->argument)
			/* TRANSLATORS: a command's word, what follows it, and what it does */
			plain_say(plain, _("%s %s: %s"), _(command->word), _(command->argument),
				_(command->does));
		else
			/* TRANSLATORS: a command's word, and what it does */
			plain_say(plain, _("%s: %s"), _(command->word), _(command->does));
	}
	plain_say(plain, _("A question can be left without an answer:"));
	for (int i = ANSWER_NOT_KNOWN; i < ANSWER_STATUS_COUNT; i++) {
		enum answer_status status = (enum answer_status)i;
		/* TRANSLATORS: a sign, a word that means the same, and what they mean */
		plain_say(plain, _("%s or %s: %s"), answer_status_sign(status),
			_(plain_status_word(status)), wording_status(status));
	}
}
