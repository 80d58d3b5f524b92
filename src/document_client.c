/* What only the client's editions have. */
#include "document_parts.h"

#include "languages.h"

bool document_hides(const struct writer *writer, size_t question)
{
	return writer->edition != EDITION_STAFF &&
	       writer->summary->pack->questions[question].sensitive;
}

static bool rests_on(const size_t *because, size_t count, size_t question)
{
	for (size_t i = 0; i < count; i++)
		if (because[i] == question)
			return true;
	return false;
}

/* Whether support that is named on the paper rests on the answer to it. */
static bool is_given_away(const struct summary *summary, size_t question)
{
	for (size_t i = 0; i < summary->pack->path_count; i++) {
		const struct summary_path *path = &summary->paths[i];
		bool may = path->outcome == OUTCOME_APPLIES || path->outcome == OUTCOME_POSSIBLE;
		if (may && rests_on(path->because, path->because_count, question))
			return true;
	}
	return false;
}

bool document_hides_notice(const struct writer *writer, size_t index)
{
	const struct summary_notice *notice = &writer->summary->notices[index];
	for (size_t i = 0; i < notice->because_count; i++)
		if (document_hides(writer, notice->because[i]) &&
			!is_given_away(writer->summary, notice->because[i]))
			return true;
	return false;
}

size_t document_count_notices(const struct writer *writer)
{
	size_t count = 0;
	for (size_t i = 0; i < writer->summary->notice_count; i++)
		count += !document_hides_notice(writer, i);
	return count;
}

/* Half a reason must not be taken for the whole one. */
void document_write_hidden_answers(struct writer *writer, const char *label, size_t count)
{
	if (count > 0)
		/* TRANSLATORS: sensitive answers stay off the client's own paper. */
		document_add(writer, PARAGRAPH_LABELLED, label,
			ngettext("One answer is not shown on this paper.",
				"Some answers are not shown on this paper.", count));
}

/* As short as it can be: which rules, and when. */
void document_write_client_receipt(struct writer *writer)
{
	const struct pack *pack = writer->summary->pack;
	char reviewed[16];
	document_write_date(pack->reviewed, reviewed);
	text_clear(&writer->words);
	text_format(&writer->words, _("Rules: %s, version %s, reviewed on %s"), pack->id,
		pack->version, reviewed);
	document_add(writer, PARAGRAPH_SMALL, NULL, writer->words.bytes);
}

void document_write_review(struct writer *writer)
{
	if (!languages_reviewed(writer->summary->pack))
		/* TRANSLATORS: "This" is the paper that the client reads. */
		document_add(writer, PARAGRAPH_PLAIN, NULL,
			_("This translation has not yet been reviewed by a native speaker."));
}

/*
 * What may stand on a paper that anybody may find: words of ours that are harmless whatever the
 * pack is about, the phone number, and what the pack gives to be said here instead of the
 * organisation's name. Nothing else of the pack, and nothing that the answers decide, so that no
 * pack and no screening can put a word on it.
 */
void document_write_discreet(struct writer *writer)
{
	/* TRANSLATORS: these lines are for a paper that must be harmless for whoever finds it: no
	   word may tell what the number is for. They speak to the reader, politely. */
	static const char *const at_hand[] = {
		N_("What you would like to ask, in a few words."),
		N_("The language that you speak best."),
		N_("A phone number, and a time at which you can be called back."),
		N_("Something to write with."),
	};
	const struct contact *contact = &writer->summary->pack->contact;
	/* TRANSLATORS: the title of a paper that must be harmless for whoever finds it. */
	document_add(writer, PARAGRAPH_TITLE, NULL, _("A number to call"));
	if (contact->discreet)
		document_add(writer, PARAGRAPH_HEADING, NULL,
			document_in_words(writer, contact->discreet));
	if (contact->phone)
		document_add(writer, PARAGRAPH_LABELLED, _("Phone"), contact->phone);
	document_add(writer, PARAGRAPH_PLAIN, NULL,
		_("You can call with any question. You need not give your name, and you decide "
		  "what you tell."));
	document_add(writer, PARAGRAPH_HEADING, NULL, _("To have at hand"));
	for (size_t i = 0; i < sizeof at_hand / sizeof at_hand[0]; i++)
		document_add(writer, PARAGRAPH_ITEM, NULL, _(at_hand[i]));
}
