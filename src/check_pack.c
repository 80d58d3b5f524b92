#include "check_pack.h"

#include "languages.h"

#include "screener/memory.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Everything that one client is compared with. */
struct comparison {
	const struct pack *pack;
	const struct client *client;
	const struct pack_file *file;
	struct outcomes *outcomes;
	size_t *questions; /* room for a reason */
	struct finding_list *findings;
};

const struct pack_file *check_pack_file(const struct pack *pack, struct place place)
{
	for (size_t i = 0; i < pack->file_count; i++) {
		if (place.file && strcmp(pack->files[i].path, place.file) == 0)
			return &pack->files[i];
	}
	return &pack->files[pack->file_count - 1];
}

void check_pack_add(const struct checked *checked, enum finding_kind kind, struct place place,
	const char *format, ...)
{
	struct text message;
	va_list arguments;
	text_init(&message);
	va_start(arguments, format);
	text_format_list(&message, format, arguments);
	va_end(arguments);
	finding_list_add(checked->findings, kind, place, check_pack_file(checked->pack, place),
		message.bytes);
	text_destroy(&message);
}

void check_pack_sources(const struct pack *pack, struct finding_list *findings)
{
	const struct checked checked = {.pack = pack, .findings = findings};
	for (size_t i = 0; i < pack->path_count; i++) {
		const struct path *path = &pack->paths[i];
		if (!path->citation.source)
			check_pack_add(&checked, FINDING_SOURCE_MISSING, path->place,
				_("path \"%s\" has no source: add `source:` with what it is taken "
				  "from"),
				path->id);
	}
	for (size_t i = 0; i < pack->notice_count; i++) {
		const struct notice *notice = &pack->notices[i];
		if (!notice->citation.source)
			check_pack_add(&checked, FINDING_SOURCE_MISSING, notice->place,
				_("notice \"%s\" has no source: add `source:` with what it is "
				  "taken from"),
				notice->id);
	}
}

/* Why an outcome is as it was found. */
enum reason { REASON_ANSWERS, REASON_UNANSWERED, REASON_ALWAYS, REASON_COUNT };

/* TRANSLATORS: a client's name, a path's, two of applies, possible, open and no (which stay as they
 * are); then answers, as in "age: 17", or just
 * the names of questions. */
static const char *const path_formats[REASON_COUNT] = {
	[REASON_ANSWERS] = N_("client \"%s\": path \"%s\": expected %s, found %s, because %s"),
	[REASON_UNANSWERED] =
		N_("client \"%s\": path \"%s\": expected %s, found %s, because it still "
		   "depends on %s"),
	[REASON_ALWAYS] = N_("client \"%s\": path \"%s\": expected %s, found %s, which it is for "
			     "every client"),
};

/* TRANSLATORS: a client's name, a notice's, and answers, as in "age: 17". */
static const char *const shown_formats[REASON_COUNT] = {
	[REASON_ANSWERS] = N_("client \"%s\": notice \"%s\": not expected, but shown, because %s"),
	[REASON_ALWAYS] =
		N_("client \"%s\": notice \"%s\": not expected, but shown, which it is for "
		   "every client"),
};

static const char *const hidden_formats[REASON_COUNT] = {
	[REASON_ANSWERS] = N_("client \"%s\": notice \"%s\": expected, but not shown, because %s"),
	[REASON_UNANSWERED] =
		N_("client \"%s\": notice \"%s\": expected, but not shown, because not "
		   "all that decides it is answered"),
	[REASON_ALWAYS] =
		N_("client \"%s\": notice \"%s\": expected, but not shown, which it is for "
		   "no client"),
};

static enum reason find_reason(enum outcome found, size_t count)
{
	if (found == OUTCOME_OPEN)
		return REASON_UNANSWERED;
	return count ? REASON_ANSWERS : REASON_ALWAYS;
}

/* Adds the first `count` of comparison->questions, with their answers where they have any. */
static void add_questions(struct text *text, const struct comparison *comparison, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t question = comparison->questions[i];
		const struct question *asked = &comparison->pack->questions[question];
		const struct answer *answer = &comparison->client->answers[question];
		text_format(text, "%s%s", i ? ", " : "", asked->id);
		if (answer->status == ANSWER_NOT_ASKED)
			continue;
		text_add(text, ": ");
		answer_write(asked, answer, text);
	}
}

static void report(const struct comparison *comparison, enum finding_kind kind, struct place place,
	struct text *message)
{
	finding_list_add(comparison->findings, kind, place, comparison->file, message->bytes);
	text_destroy(message);
}

static void compare_path(const struct comparison *comparison, size_t path)
{
	const struct client *client = comparison->client;
	struct outcomes *outcomes = comparison->outcomes;
	enum outcome found = outcomes_path(outcomes, path);
	if (found == client->paths[path])
		return;
	size_t count = found == OUTCOME_OPEN
			       ? outcomes_settled_by(outcomes, path, comparison->questions)
			       : outcomes_because(outcomes, path, comparison->questions);
	struct text reason, message;
	text_init(&reason);
	text_init(&message);
	add_questions(&reason, comparison, count);
	text_format(&message, _(path_formats[find_reason(found, count)]), client->name,
		comparison->pack->paths[path].id, outcome_word(client->paths[path]),
		outcome_word(found), reason.bytes);
	report(comparison, FINDING_CLIENT_PATH, client->path_places[path], &message);
	text_destroy(&reason);
}

/* A notice that only some completions of the answers show is not shown yet. */
static void compare_notice(const struct comparison *comparison, size_t notice)
{
	enum outcome found = outcomes_notice(comparison->outcomes, notice);
	bool shown = found == OUTCOME_APPLIES;
	if (shown == comparison->client->notices[notice])
		return;
	const char *const *formats = shown ? shown_formats : hidden_formats;
	size_t count = outcomes_notice_because(comparison->outcomes, notice, comparison->questions);
	struct text reason, message;
	text_init(&reason);
	text_init(&message);
	add_questions(&reason, comparison, count);
	text_format(&message, _(formats[find_reason(found, count)]), comparison->client->name,
		comparison->pack->notices[notice].id, reason.bytes);
	report(comparison, FINDING_CLIENT_NOTICE, comparison->client->expect_place, &message);
	text_destroy(&reason);
}

static const char *name_question(const struct comparison *comparison, size_t question)
{
	return question == PACK_NO_QUESTION ? "" : comparison->pack->questions[question].id;
}

static void compare_next(const struct comparison *comparison)
{
	const struct client *client = comparison->client;
	size_t found = outcomes_next(comparison->outcomes);
	if (!client->expects_next || found == client->next)
		return;
	struct text message;
	text_init(&message);
	/* TRANSLATORS: a client's name and two questions; none where nothing is left to ask */
	text_format(&message, _("client \"%s\": next: expected \"%s\", found \"%s\""), client->name,
		name_question(comparison, client->next), name_question(comparison, found));
	report(comparison, FINDING_CLIENT_NEXT, client->next_place, &message);
}

static void compare(const struct comparison *comparison)
{
	outcomes_find(comparison->outcomes, comparison->client->answers);
	for (size_t i = 0; i < comparison->pack->path_count; i++)
		compare_path(comparison, i);
	for (size_t i = 0; i < comparison->pack->notice_count; i++)
		compare_notice(comparison, i);
	compare_next(comparison);
}

void check_pack_clients(const struct pack *pack, const struct logic *logic,
	const struct client_list *clients, const struct pack_file *file,
	struct finding_list *findings)
{
	struct comparison comparison = {
		.pack = pack,
		.file = file,
		.outcomes = outcomes_new(logic),
		.questions = memory_new(pack->question_count, sizeof *comparison.questions),
		.findings = findings,
	};
	for (size_t i = 0; i < clients->count; i++) {
		comparison.client = &clients->items[i];
		compare(&comparison);
	}
	outcomes_free(comparison.outcomes);
	free(comparison.questions);
}
