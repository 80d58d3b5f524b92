#include "render.h"

#include "render_json_words.h"

#include "screener/memory.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What machines read is not translated: texts are the pack's own, in the pack's language; what
 * people read of them is in `words`. Texts that the pack does not give are null. */

static json_t *make_text(const char *text)
{
	return text ? json_string(text) : json_null();
}

/* An answer as files have it. */
static json_t *make_answer(const struct question *question, const struct answer *answer)
{
	struct text words;
	text_init(&words);
	answer_write(question, answer, &words);
	json_t *made = json_string(words.bytes);
	text_destroy(&words);
	return made;
}

static json_t *make_date(struct date date)
{
	char day[16];
	snprintf(day, sizeof day, "%04d-%02d-%02d", date.year, date.month, date.day);
	return json_string(day);
}

static json_t *make_pack(const struct summary *summary)
{
	const struct pack *pack = summary->pack;
	json_t *made = json_object();
	json_object_set_new(made, "id", make_text(pack->id));
	json_object_set_new(made, "version", make_text(pack->version));
	json_object_set_new(made, "title", make_text(pack->title));
	json_object_set_new(made, "language", make_text(pack->language));
	json_object_set_new(made, "reviewed", make_date(pack->reviewed));
	json_object_set_new(made, "review-by", make_date(pack->review_by));
	json_object_set_new(made, "sha256", json_string(summary->receipt.pack_digest));
	return made;
}

static json_t *make_program(const struct summary *summary)
{
	json_t *made = json_object();
	json_object_set_new(made, "name", json_string("iom-screener"));
	json_object_set_new(made, "version", json_string(summary->receipt.program_version));
	return made;
}

/* Questions with the answers given to them. */
static json_t *make_because(const struct summary *summary, const size_t *questions, size_t count)
{
	json_t *made = json_array();
	for (size_t i = 0; i < count; i++) {
		const struct question *question = &summary->pack->questions[questions[i]];
		json_t *item = json_object();
		json_object_set_new(item, "question", json_string(question->id));
		json_object_set_new(
			item, "answer", make_answer(question, &summary->answers[questions[i]]));
		json_array_append_new(made, item);
	}
	return made;
}

static json_t *make_settled_by(const struct summary *summary, const struct summary_path *path)
{
	json_t *made = json_array();
	for (size_t i = 0; i < path->settled_by_count; i++)
		json_array_append_new(
			made, json_string(summary->pack->questions[path->settled_by[i]].id));
	return made;
}

static json_t *make_changes(const struct summary *summary, const struct summary_path *path)
{
	json_t *made = json_array();
	for (size_t i = 0; i < path->change_count; i++) {
		const struct change *change = &path->changes[i];
		const struct question *question = &summary->pack->questions[change->question];
		json_t *item = json_object();
		json_object_set_new(item, "question", json_string(question->id));
		json_object_set_new(item, "answer", make_answer(question, &change->answer));
		json_object_set_new(item, "outcome", json_string(outcome_word(change->outcome)));
		json_array_append_new(made, item);
	}
	return made;
}

static json_t *make_source(const struct citation *citation)
{
	if (!citation->source)
		return json_null();
	json_t *made = json_object();
	json_object_set_new(made, "id", make_text(citation->source->id));
	json_object_set_new(made, "at", make_text(citation->at));
	json_object_set_new(made, "title", make_text(citation->source->title));
	return made;
}

static json_t *make_path(const struct summary *summary, const struct summary_path *found)
{
	const struct path *path = &summary->pack->paths[found->path];
	json_t *made = json_object();
	json_object_set_new(made, "id", make_text(path->id));
	json_object_set_new(made, "service", make_text(summary->pack->services[path->service].id));
	json_object_set_new(made, "title", make_text(path->title));
	json_object_set_new(made, "outcome", json_string(outcome_word(found->outcome)));
	json_object_set_new(
		made, "because", make_because(summary, found->because, found->because_count));
	json_object_set_new(made, "settled-by", make_settled_by(summary, found));
	json_object_set_new(made, "would-change", make_changes(summary, found));
	json_object_set_new(made, "offers", make_text(path->offers));
	json_object_set_new(made, "depends-on", make_text(path->depends_on));
	json_object_set_new(made, "next-step", make_text(path->next));
	json_object_set_new(made, "source", make_source(&path->citation));
	return made;
}

static json_t *make_paths(const struct summary *summary)
{
	json_t *made = json_array();
	for (size_t i = 0; i < summary->pack->path_count; i++)
		json_array_append_new(made, make_path(summary, &summary->paths[i]));
	return made;
}

static json_t *make_notices(const struct summary *summary)
{
	json_t *made = json_array();
	for (size_t i = 0; i < summary->notice_count; i++) {
		const struct summary_notice *found = &summary->notices[i];
		const struct notice *notice = &summary->pack->notices[found->notice];
		json_t *item = json_object();
		json_object_set_new(item, "id", make_text(notice->id));
		json_object_set_new(item, "text", make_text(notice->text));
		json_object_set_new(item, "because",
			make_because(summary, found->because, found->because_count));
		json_object_set_new(item, "source", make_source(&notice->citation));
		json_array_append_new(made, item);
	}
	return made;
}

/* The words for how a question was left. */
static const char *word_of(const struct summary *summary, size_t question)
{
	static const char *const words[ANSWER_STATUS_COUNT] = {
		[ANSWER_NOT_ASKED] = "not-asked",
		[ANSWER_GIVEN] = "given",
		[ANSWER_NOT_KNOWN] = "not-known",
		[ANSWER_NOT_SAID] = "not-said",
		[ANSWER_NOT_NOW] = "not-now",
	};
	enum answer_status status = summary->answers[question].status;
	if (status == ANSWER_NOT_ASKED && !summary->matters[question])
		return "not-needed";
	return words[status];
}

static json_t *make_answers(const struct summary *summary)
{
	const struct pack *pack = summary->pack;
	json_t *made = json_object();
	for (size_t i = 0; i < pack->question_count; i++)
		json_object_set_new(made, pack->questions[i].id,
			make_answer(&pack->questions[i], &summary->answers[i]));
	return made;
}

static json_t *make_statuses(const struct summary *summary)
{
	json_t *made = json_object();
	for (size_t i = 0; i < summary->pack->question_count; i++)
		json_object_set_new(
			made, summary->pack->questions[i].id, json_string(word_of(summary, i)));
	return made;
}

static json_t *make_parked(const struct summary *summary)
{
	json_t *made = json_array();
	for (size_t i = 0; i < summary->pack->question_count; i++)
		if (summary->parked[i])
			json_array_append_new(made, json_string(summary->pack->questions[i].id));
	return made;
}

static json_t *make_contact(const struct contact *contact)
{
	json_t *made = json_object();
	json_object_set_new(made, "name", make_text(contact->name));
	json_object_set_new(made, "phone", make_text(contact->phone));
	json_object_set_new(made, "website", make_text(contact->website));
	json_object_set_new(made, "checked", make_text(contact->checked));
	return made;
}

static json_t *make_before_calling(const struct contact *contact)
{
	json_t *made = json_array();
	for (size_t i = 0; i < contact->before_calling_count; i++)
		json_array_append_new(made, make_text(contact->before_calling[i]));
	return made;
}

static json_t *make_summary(const struct summary *summary, const char *client_language)
{
	const struct pack *pack = summary->pack;
	const struct receipt *receipt = &summary->receipt;
	bool settled = summary->next == PACK_NO_QUESTION;
	json_t *made = json_object();
	json_object_set_new(made, "pack", make_pack(summary));
	json_object_set_new(made, "program", make_program(summary));
	json_object_set_new(made, "date", make_date(receipt->date));
	json_object_set_new(
		made, "time", *receipt->time ? json_string(receipt->time) : json_null());
	json_object_set_new(made, "past-review", json_boolean(receipt->past_review));
	json_object_set_new(made, "settled", json_boolean(settled));
	json_object_set_new(
		made, "next", settled ? json_null() : make_text(pack->questions[summary->next].id));
	json_object_set_new(made, "paths", make_paths(summary));
	json_object_set_new(made, "notices", make_notices(summary));
	json_object_set_new(made, "answers", make_answers(summary));
	json_object_set_new(made, "statuses", make_statuses(summary));
	json_object_set_new(made, "parked", make_parked(summary));
	json_object_set_new(made, "before-calling", make_before_calling(&pack->contact));
	json_object_set_new(made, "contact", make_contact(&pack->contact));
	json_object_set_new(made, "case-code", make_text(receipt->case_code));
	json_object_set_new(made, "words", render_json_words(summary, client_language));
	return made;
}

static void *allocate(size_t size)
{
	return memory_new(size, 1);
}

void render_json(const struct summary *summary, const char *client_language, struct text *text)
{
	/* With memory that never runs out silently nothing here can fail but for texts that are no
	 * UTF-8, and the reader lets none of those into a pack. */
	json_set_alloc_funcs(allocate, free);
	json_t *made = make_summary(summary, client_language);
	char *bytes = json_dumps(made, JSON_INDENT(2));
	if (bytes) {
		text_add(text, bytes);
		text_add(text, "\n");
		explicit_bzero(bytes, strlen(bytes));
	}
	free(bytes);
	json_decref(made);
}
