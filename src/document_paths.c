#include "document_parts.h"

#include "languages.h"
#include "overview.h"
#include "wording.h"

#include <stdbool.h>

/* A question with what was or could be answered to it: whole lines, which each language orders as
 * it must. */
enum line { LINE_PLAIN, LINE_NOT_USED, LINE_POSSIBLE, LINE_COUNT };

static const char *const lines[LINE_COUNT] = {
	/* TRANSLATORS: a question and the answer to it. */
	[LINE_PLAIN] = N_("%s – %s"),
	/* TRANSLATORS: a question and its answer, which no longer makes a difference. */
	[LINE_NOT_USED] = N_("%s – %s (not used)"),
	/* TRANSLATORS: a question and another answer, with which support would be possible. */
	[LINE_POSSIBLE] = N_("%s – %s (then possible)"),
};

/* Returns the line, which is good until the next one is made. */
static const char *tell(struct writer *writer, enum line line, size_t question, const char *answer)
{
	const char *ask = document_in_words(writer, writer->summary->pack->questions[question].ask);
	text_clear(&writer->words);
	text_format(&writer->words, _(lines[line]), ask, answer);
	return writer->words.bytes;
}

static const char *tell_answer(
	struct writer *writer, enum line line, size_t question, const struct answer *answer)
{
	const struct pack *pack = writer->summary->pack;
	struct text words;
	text_init(&words);
	wording_add_answer(&words, pack, &pack->questions[question], answer);
	const char *told = tell(writer, line, question, words.bytes);
	text_destroy(&words);
	return told;
}

static void write_labelled(struct writer *writer, const char *label, const char *text)
{
	if (text)
		document_add(writer, PARAGRAPH_LABELLED, label, document_in_words(writer, text));
}

static void write_hidden_questions(struct writer *writer, const char *label, size_t count)
{
	if (count > 0)
		document_add(writer, PARAGRAPH_LABELLED, label,
			ngettext("One question is not shown on this paper.",
				"Some questions are not shown on this paper.", count));
}

static void write_because(struct writer *writer, const size_t *because, size_t count)
{
	const char *label = _("Because");
	size_t hidden = 0;
	if (count == 0)
		document_add(writer, PARAGRAPH_LABELLED, label, _("Holds for everybody."));
	for (size_t i = 0; i < count; i++) {
		size_t question = because[i];
		if (document_hides(writer, question)) {
			hidden++;
			continue;
		}
		document_add(writer, PARAGRAPH_LABELLED, label,
			tell_answer(
				writer, LINE_PLAIN, question, &writer->summary->answers[question]));
		label = NULL;
	}
	document_write_hidden_answers(writer, label, hidden);
}

static void write_settled_by(struct writer *writer, const struct summary_path *path)
{
	const struct pack *pack = writer->summary->pack;
	/* TRANSLATORS: the questions whose answers decide what is still open. */
	const char *label = _("Settled by");
	size_t hidden = 0;
	for (size_t i = 0; i < path->settled_by_count; i++) {
		size_t question = path->settled_by[i];
		if (document_hides(writer, question)) {
			hidden++;
			continue;
		}
		document_add(writer, PARAGRAPH_LABELLED, label,
			document_in_words(writer, pack->questions[question].ask));
		struct paragraph *added =
			&writer->document->paragraphs[writer->document->count - 1];
		added->is_link = writer->links;
		added->question = question;
		label = NULL;
	}
	write_hidden_questions(writer, label, hidden);
}

static void write_changes(struct writer *writer, const struct summary_path *path)
{
	/* TRANSLATORS: other answers with which this support would apply or be possible. */
	const char *label = _("Would change it");
	for (size_t i = 0; i < path->change_count; i++) {
		const struct change *change = &path->changes[i];
		if (document_hides(writer, change->question))
			continue;
		enum line line = change->outcome == OUTCOME_POSSIBLE ? LINE_POSSIBLE : LINE_PLAIN;
		document_add(writer, PARAGRAPH_LABELLED, label,
			tell_answer(writer, line, change->question, &change->answer));
		label = NULL;
	}
}

void document_add_citation(struct writer *writer, const struct citation *citation)
{
	if (!citation->source || writer->edition != EDITION_STAFF)
		return;
	text_clear(&writer->words);
	text_add(&writer->words, citation->source->id);
	if (citation->at)
		text_format(&writer->words, " %s", citation->at);
	document_add(writer, PARAGRAPH_LABELLED, _("Source"), writer->words.bytes);
	writer->document->paragraphs[writer->document->count - 1].is_source = true;
}

/* What the organisation decides and what to do is left out where it does not apply; the next step
 * also where it is open, as asking comes first. */
static void write_steps(struct writer *writer, const struct summary_path *found)
{
	const struct path *path = &writer->summary->pack->paths[found->path];
	if (found->outcome != OUTCOME_OPEN)
		write_because(writer, found->because, found->because_count);
	if (found->outcome != OUTCOME_NO)
		/* TRANSLATORS: what the organisation decides even where this support applies. */
		write_labelled(writer, _("Depends on"), path->depends_on);
	if (found->outcome == OUTCOME_APPLIES || found->outcome == OUTCOME_POSSIBLE)
		write_labelled(writer, _("Next step"), path->next);
	write_changes(writer, found);
}

/* What the support is, is left out where it does not apply. */
static void write_path(struct writer *writer, const struct summary_path *found)
{
	const struct path *path = &writer->summary->pack->paths[found->path];
	document_add(writer, PARAGRAPH_PATH, NULL, document_in_words(writer, path->title));
	if (found->outcome != OUTCOME_NO)
		write_labelled(writer, _("What it is"), path->offers);
	write_settled_by(writer, found);
	write_steps(writer, found);
	document_add_citation(writer, &path->citation);
}

static void write_outcome(struct writer *writer)
{
	text_clear(&writer->words);
	/* TRANSLATORS: a sign and the word for the same outcome: "+ May apply". */
	text_format(&writer->words, _("%s %s"), wording_outcome_sign(writer->outcome),
		wording_outcome(writer->outcome));
	document_add(writer, PARAGRAPH_HEADING, NULL, writer->words.bytes);
}

/* Here somebody asked for it: what it is stands also where it does not apply, and what would settle
 * it comes first. */
void document_write_path_alone(struct writer *writer, const struct summary_path *found)
{
	const struct pack *pack = writer->summary->pack;
	const struct path *path = &pack->paths[found->path];
	writer->outcome = found->outcome;
	writer->links = true;
	document_add(writer, PARAGRAPH_TITLE, NULL, document_in_words(writer, path->title));
	write_outcome(writer);
	write_settled_by(writer, found);
	write_labelled(writer, _("What it is"), path->offers);
	write_steps(writer, found);
	if (found->change_count > 0)
		document_add(writer, PARAGRAPH_PLAIN, NULL,
			_("Only what a person can decide or change is named here, and only the "
			  "client decides. The answers must be true."));
	/* TRANSLATORS: the group of support that this belongs to. */
	write_labelled(writer, _("Part of"), pack->services[path->service].title);
	document_add_citation(writer, &path->citation);
}

void document_write_notice_alone(struct writer *writer, const struct summary_notice *found)
{
	const struct notice *notice = &writer->summary->pack->notices[found->notice];
	document_add(writer, PARAGRAPH_TITLE, NULL, _("Please note"));
	document_add(writer, PARAGRAPH_PLAIN, NULL, document_in_words(writer, notice->text));
	write_because(writer, found->because, found->because_count);
	document_add_citation(writer, &notice->citation);
}

/* The paths of one outcome and service, under the names of both, each written when it has any. */
static bool write_service(struct writer *writer, size_t service, bool headed)
{
	const struct summary *summary = writer->summary;
	const struct pack *pack = summary->pack;
	bool named = false;
	for (size_t i = 0; i < pack->path_count; i++) {
		if (summary->paths[i].outcome != writer->outcome ||
			pack->paths[i].service != service)
			continue;
		if (!headed)
			document_add(
				writer, PARAGRAPH_HEADING, NULL, wording_outcome(writer->outcome));
		if (!named)
			document_add(writer, PARAGRAPH_SERVICE, NULL,
				document_in_words(writer, pack->services[service].title));
		headed = named = true;
		write_path(writer, &summary->paths[i]);
	}
	return headed;
}

void document_write_paths(struct writer *writer)
{
	for (size_t i = 0; i < OVERVIEW_OUTCOME_COUNT; i++) {
		bool headed = false;
		writer->outcome = overview_outcomes[i];
		for (size_t j = 0; j < writer->summary->pack->service_count; j++)
			headed = write_service(writer, j, headed);
	}
	writer->outcome = OUTCOME_COUNT;
}

/* An answer that is kept but not used, and a question that was not needed, must not be taken for
 * more. */
static const char *describe_answer(struct writer *writer, size_t question)
{
	const struct summary *summary = writer->summary;
	const struct answer *answer = &summary->answers[question];
	if (answer->status == ANSWER_NOT_ASKED && !summary->matters[question])
		/* TRANSLATORS: of a question that makes no difference for this client. */
		return tell(writer, LINE_PLAIN, question, _("Not needed"));
	return tell_answer(
		writer, summary->parked[question] ? LINE_NOT_USED : LINE_PLAIN, question, answer);
}

void document_write_answers(struct writer *writer)
{
	const struct summary *summary = writer->summary;
	document_add(writer, PARAGRAPH_HEADING, NULL, _("Answers"));
	for (size_t i = 0; i < summary->pack->question_count; i++)
		if (!document_hides(writer, i))
			document_add(writer, PARAGRAPH_ITEM, NULL, describe_answer(writer, i));
}
