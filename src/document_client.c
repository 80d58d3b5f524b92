/* What only the client's editions have. */
#include "document_parts.h"

#include "languages.h"

bool document_hides(const struct writer *writer, size_t question)
{
	return writer->edition != EDITION_STAFF &&
	       writer->summary->pack->questions[question].sensitive;
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
