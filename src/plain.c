#include "plain.h"

#include "commands.h"
#include "languages.h"
#include "plain_private.h"
#include "wording.h"

#include "screener/memory.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Whether somebody is there who can still change something at the end. */
static bool is_attended(const struct plain *plain)
{
	return plain->typed && isatty(fileno(plain->talk));
}

static void begin(struct plain *plain, struct interview *interview, const struct options *options,
	struct draft *draft)
{
	bool shown = isatty(STDOUT_FILENO);
	*plain = (struct plain){
		.interview = interview,
		.options = options,
		.talk = shown ? stdout : stderr,
		.typed = isatty(STDIN_FILENO),
		.visited = PACK_NO_QUESTION,
		.width = plain_choose_width(shown ? STDOUT_FILENO : STDERR_FILENO),
	};
	plain_input_init(&plain->input, STDIN_FILENO);
	plain->draft = is_attended(plain) ? draft : NULL;
	text_init_secret(&plain->line);
	error_init(&plain->error);
}

static void end(struct plain *plain)
{
	plain_input_destroy(&plain->input);
	text_destroy(&plain->line);
	plain_drop_change(plain);
	country_search_free(plain->search);
}

static void say_start(struct plain *plain, const void *subject)
{
	const struct pack *pack = subject;
	plain_say(plain, "%s", languages_pack_text(pack, pack->title));
	plain_say(
		plain, _("A few questions show which support may apply. Nothing is decided here."));
	plain_say(plain, _("At the end, nothing is kept."));
}

static void greet(struct plain *plain)
{
	const struct pack *pack = interview_pack(plain->interview);
	struct text words;
	plain_say_in_each(plain, true, say_start, pack);
	text_init(&words);
	wording_add_past_review(&words, pack, plain->options->moment.date);
	if (words.length)
		plain_say(plain, "%s", words.bytes);
	text_destroy(&words);
	if (!outcomes_are_exact(interview_outcomes(plain->interview)))
		plain_say(plain, "%s", wording_not_exact());
	plain_say_drafts(plain);
	plain_list_commands(plain);
}

/* Everything is asked: shows what came of it. */
static enum plain_course conclude(struct plain *plain)
{
	plain_say_blank(plain, 1);
	plain_show_outcome(plain);
	if (!is_attended(plain))
		return PLAIN_FINISHED;
	plain_say(plain, _("Press Enter to finish with the summary, or type a command, such as "
			   "\"outcome 1\", \"answers\" or \"help\"."));
	return PLAIN_READ;
}

static enum plain_course show(struct plain *plain)
{
	size_t question = interview_question(plain->interview);
	plain->country_count = 0;
	if (plain->waits) {
		plain_show_change(plain);
		return PLAIN_READ;
	}
	if (question == PACK_NO_QUESTION)
		return conclude(plain);
	plain_show_question(plain, question);
	return PLAIN_READ;
}

/* An empty line keeps the answer that is there; otherwise it says nothing. */
static enum plain_course take_empty(struct plain *plain, size_t question)
{
	if (question == PACK_NO_QUESTION)
		return PLAIN_FINISHED;
	if (interview_answer(plain->interview, question)->status == ANSWER_NOT_ASKED) {
		plain_say(plain, _("Nothing was typed: type an answer, or \"help\"."));
		return PLAIN_READ;
	}
	plain->visited = PACK_NO_QUESTION;
	interview_resume(plain->interview);
	return PLAIN_ASK;
}

static enum plain_course follow(struct plain *plain)
{
	enum plain_course course;
	size_t question = interview_question(plain->interview);
	if (!plain_read(plain, &course))
		return course;
	if (plain->waits)
		return plain_decide_change(plain);
	if (plain_obey(plain, &course))
		return course;
	if (!plain->line.length)
		return take_empty(plain, question);
	if (question != PACK_NO_QUESTION)
		return plain_take_answer(plain, question);
	plain_say(plain, _("This is no command: type \"help\" to see them, or press Enter to "
			   "finish."));
	return PLAIN_READ;
}

static enum exit_status finish(struct plain *plain, enum plain_course course)
{
	if (course == PLAIN_STOPPED ||
		(course == PLAIN_FINISHED && plain_write_summary(plain, NULL, &plain->error))) {
		if (plain->draft)
			draft_end(plain->draft);
		return EXIT_FINE;
	}
	say_error(&plain->error);
	return EXIT_CANNOT;
}

enum exit_status plain_run(
	struct interview *interview, const struct options *options, struct draft *draft)
{
	struct plain *plain = memory_secret_new(1, sizeof *plain);
	begin(plain, interview, options, draft);
	greet(plain);
	enum plain_course course = options->resume ? plain_resume(plain) : PLAIN_ASK;
	if (course == PLAIN_ASK)
		course = plain_offer_drafts(plain);
	while (course == PLAIN_ASK || course == PLAIN_READ) {
		course = course == PLAIN_ASK ? show(plain) : follow(plain);
		plain_keep(plain);
	}
	enum exit_status status = finish(plain, course);
	end(plain);
	memory_secret_free(plain);
	return status;
}
