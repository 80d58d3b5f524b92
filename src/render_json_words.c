#include "render_json_words.h"

#include "languages.h"
#include "wording.h"

#include <stdio.h>

enum { LANGUAGE_LENGTH = 32 };

/* Adds a text of the pack under what it is in the pack's own language. */
static void add_text(json_t *made, const struct pack *pack, const char *text)
{
	if (text)
		json_object_set_new(made, text, json_string(languages_pack_text(pack, text)));
}

static void add_source(json_t *made, const struct pack *pack, const struct citation *citation)
{
	if (citation->source)
		add_text(made, pack, citation->source->title);
}

static void add_path(json_t *made, const struct pack *pack, const struct path *path)
{
	add_text(made, pack, path->title);
	add_text(made, pack, path->offers);
	add_text(made, pack, path->depends_on);
	add_text(made, pack, path->next);
	add_source(made, pack, &path->citation);
}

static void add_notice(json_t *made, const struct pack *pack, const struct notice *notice)
{
	add_text(made, pack, notice->text);
	add_source(made, pack, &notice->citation);
}

/* Those that the summary has, and the questions that its answers are to. */
static json_t *make_texts(const struct summary *summary)
{
	const struct pack *pack = summary->pack;
	json_t *made = json_object();
	add_text(made, pack, pack->title);
	for (size_t i = 0; i < pack->path_count; i++)
		add_path(made, pack, &pack->paths[i]);
	for (size_t i = 0; i < summary->notice_count; i++)
		add_notice(made, pack, &pack->notices[summary->notices[i].notice]);
	for (size_t i = 0; i < pack->contact.before_calling_count; i++)
		add_text(made, pack, pack->contact.before_calling[i]);
	add_text(made, pack, pack->contact.name);
	for (size_t i = 0; i < pack->question_count; i++)
		add_text(made, pack, pack->questions[i].ask);
	return made;
}

static json_t *make_outcomes(void)
{
	json_t *made = json_object();
	for (int i = 0; i < OUTCOME_COUNT; i++) {
		enum outcome outcome = (enum outcome)i;
		json_object_set_new(
			made, outcome_word(outcome), json_string(wording_outcome(outcome)));
	}
	return made;
}

static json_t *make_answers(const struct summary *summary)
{
	const struct pack *pack = summary->pack;
	json_t *made = json_object();
	for (size_t i = 0; i < pack->question_count; i++) {
		struct text words;
		if (summary->answers[i].status == ANSWER_NOT_ASKED)
			continue;
		text_init(&words);
		wording_add_answer(&words, pack, &pack->questions[i], &summary->answers[i]);
		json_object_set_new(made, pack->questions[i].id, json_string(words.bytes));
		text_destroy(&words);
	}
	return made;
}

/* In the language shown now. */
static json_t *make_words(const struct summary *summary, const char *reader)
{
	json_t *made = json_object();
	struct text language;
	text_init(&language);
	languages_add_shown(&language, "en");
	json_object_set_new(made, "for", json_string(reader));
	json_object_set_new(made, "language", json_string(language.bytes));
	json_object_set_new(made, "reviewed", json_boolean(languages_reviewed(summary->pack)));
	json_object_set_new(made, "outcomes", make_outcomes());
	json_object_set_new(made, "answers", make_answers(summary));
	json_object_set_new(made, "texts", make_texts(summary));
	text_destroy(&language);
	return made;
}

json_t *render_json_words(const struct summary *summary, const char *client_language)
{
	char staff[LANGUAGE_LENGTH];
	json_t *made = json_array();
	json_array_append_new(made, make_words(summary, "staff"));
	if (!client_language)
		return made;
	snprintf(staff, sizeof staff, "%s", languages_spoken());
	languages_speak(client_language);
	json_array_append_new(made, make_words(summary, "client"));
	languages_speak(staff);
	return made;
}
