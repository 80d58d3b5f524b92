#include "document_parts.h"

#include "gettext.h"
#include "wording.h"

#include <stdio.h>

void document_write_date(struct date date, char day[16])
{
	snprintf(day, 16, "%04d-%02d-%02d", date.year, date.month, date.day);
}

void document_write_notices(struct writer *writer)
{
	const struct summary *summary = writer->summary;
	if (document_count_notices(writer) > 0)
		document_add(writer, PARAGRAPH_HEADING, NULL, _("Please note"));
	for (size_t i = 0; i < summary->notice_count; i++) {
		const struct notice *notice = &summary->pack->notices[summary->notices[i].notice];
		if (document_hides_notice(writer, i))
			continue;
		document_add(writer, PARAGRAPH_ITEM, NULL, document_in_words(writer, notice->text));
		document_add_citation(writer, &notice->citation);
	}
}

void document_write_before_calling(struct writer *writer)
{
	const struct contact *contact = &writer->summary->pack->contact;
	if (contact->before_calling_count > 0)
		document_add(writer, PARAGRAPH_HEADING, NULL, _("Before calling"));
	for (size_t i = 0; i < contact->before_calling_count; i++)
		document_add(writer, PARAGRAPH_ITEM, NULL,
			document_in_words(writer, contact->before_calling[i]));
}

/* A number or an address, and how sure it is. */
static void write_address(
	struct writer *writer, const char *label, const char *address, const char *checked)
{
	if (!address)
		return;
	text_clear(&writer->words);
	if (checked)
		/* TRANSLATORS: a phone number or website, and the day when somebody tried it. */
		text_format(&writer->words, _("%s (checked on %s)"), address, checked);
	else
		/* TRANSLATORS: a phone number or website that nobody has tried yet. */
		text_format(&writer->words, _("%s (as given in the source)"), address);
	document_add(writer, PARAGRAPH_LABELLED, label, writer->words.bytes);
}

void document_write_contact(struct writer *writer)
{
	const struct contact *contact = &writer->summary->pack->contact;
	document_add(writer, PARAGRAPH_HEADING, NULL, _("Contact"));
	if (contact->name)
		document_add(writer, PARAGRAPH_LABELLED, _("Organisation"),
			document_in_words(writer, contact->name));
	write_address(writer, _("Phone"), contact->phone, contact->checked);
	write_address(writer, _("Website"), contact->website, contact->checked);
	document_add(writer, PARAGRAPH_PLAIN, NULL,
		_("The screening says what may apply. The organisation named above decides. It has "
		  "not made this program."));
}

/* Everything about a source that its short name stands for above. */
void document_write_sources(struct writer *writer)
{
	const struct pack *pack = writer->summary->pack;
	if (pack->source_count > 0)
		document_add(writer, PARAGRAPH_HEADING, NULL, _("Sources"));
	for (size_t i = 0; i < pack->source_count; i++) {
		const struct source *source = &pack->sources[i];
		const char *const details[] = {
			document_in_words(writer, source->publisher), source->url, source->date};
		document_add(writer, PARAGRAPH_LABELLED, source->id,
			document_in_words(writer, source->title));
		for (size_t j = 0; j < sizeof details / sizeof details[0]; j++)
			if (details[j])
				document_add(writer, PARAGRAPH_LABELLED, NULL, details[j]);
	}
}

/* Adds what was written in `writer->words`, and makes room for the next line. */
static void end_small(struct writer *writer)
{
	document_add(writer, PARAGRAPH_SMALL, NULL, writer->words.bytes);
	text_clear(&writer->words);
}

void document_write_receipt(struct writer *writer)
{
	const struct pack *pack = writer->summary->pack;
	const struct receipt *receipt = &writer->summary->receipt;
	char reviewed[16], day[16];
	document_write_date(pack->reviewed, reviewed);
	document_write_date(receipt->date, day);
	document_add(writer, PARAGRAPH_HEADING, NULL, _("Receipt"));
	text_clear(&writer->words);
	/* TRANSLATORS: a rule pack's short name, its version, and a date. */
	text_format(&writer->words, _("Rules: %s, version %s, reviewed on %s"), pack->id,
		pack->version, reviewed);
	end_small(writer);
	if (writer->summary->not_exact)
		document_add(writer, PARAGRAPH_SMALL, NULL, wording_not_exact());
	text_format(&writer->words, _("SHA-256 of the rules: %s"), receipt->pack_digest);
	end_small(writer);
	text_format(&writer->words, _("Program: iom-screener %s"), receipt->program_version);
	end_small(writer);
	if (*receipt->time)
		text_format(&writer->words, _("Made on %s at %s"), day, receipt->time);
	else
		text_format(&writer->words, _("Made on %s"), day);
	end_small(writer);
}

void document_write_case_code(struct writer *writer)
{
	/* TRANSLATORS: some thirty letters and digits, which bring a screening back. */
	document_add(writer, PARAGRAPH_HEADING, NULL, _("Case code"));
	document_add(writer, PARAGRAPH_PLAIN, NULL, writer->summary->receipt.case_code);
	document_add(writer, PARAGRAPH_SMALL, NULL,
		_("Typed in after iom-screener --resume, the code brings these answers back. It is "
		  "no secret writing: who has the program can read it."));
}
