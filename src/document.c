#include "document.h"

#include "document_parts.h"
#include "languages.h"
#include "overview.h"
#include "wording.h"

#include <string.h>

void document_add(
	struct writer *writer, enum paragraph_style style, const char *label, const char *words)
{
	struct document *document = writer->document;
	if (document->count == document->capacity) {
		size_t capacity = document->capacity ? document->capacity * 2 : 64;
		struct paragraph *grown = arena_new(&document->arena, capacity, sizeof *grown);
		if (document->count)
			memcpy(grown, document->paragraphs, document->count * sizeof *grown);
		document->paragraphs = grown;
		document->capacity = capacity;
	}
	document->paragraphs[document->count++] = (struct paragraph){
		.style = style,
		.outcome = writer->outcome,
		.label = label ? arena_copy(&document->arena, label, strlen(label)) : NULL,
		.text = arena_copy(&document->arena, words, strlen(words)),
	};
}

const char *document_in_words(struct writer *writer, const char *text)
{
	return languages_pack_text(writer->summary->pack, text);
}

static void write_title(struct writer *writer)
{
	const struct summary *summary = writer->summary;
	const struct receipt *receipt = &summary->receipt;
	char day[16];
	document_add(
		writer, PARAGRAPH_TITLE, NULL, document_in_words(writer, summary->pack->title));
	document_write_date(receipt->date, day);
	text_clear(&writer->words);
	if (*receipt->time)
		/* TRANSLATORS: a date and a time: "Screening on 2026-11-23 at 14:35". */
		text_format(&writer->words, _("Screening on %s at %s"), day, receipt->time);
	else
		text_format(&writer->words, _("Screening on %s"), day);
	document_add(writer, PARAGRAPH_PLAIN, NULL, writer->words.bytes);
}

static void write_warnings(struct writer *writer)
{
	const struct summary *summary = writer->summary;
	if (summary->next != PACK_NO_QUESTION) {
		text_clear(&writer->words);
		overview_add_unfinished(&writer->words, summary);
		document_add(writer, PARAGRAPH_WARNING, NULL, writer->words.bytes);
	}
	if (summary->receipt.past_review) {
		text_clear(&writer->words);
		wording_add_past_review(&writer->words, summary->pack, summary->receipt.date);
		document_add(writer, PARAGRAPH_WARNING, NULL, writer->words.bytes);
	}
}

/* All titles with this outcome, beside one label. */
static void list_titles(struct writer *writer, enum outcome outcome)
{
	const struct summary *summary = writer->summary;
	const char *label = wording_outcome(outcome);
	writer->outcome = outcome;
	for (size_t i = 0; i < summary->pack->path_count; i++) {
		if (summary->paths[i].outcome != outcome)
			continue;
		document_add(writer, PARAGRAPH_LABELLED, label,
			document_in_words(writer, summary->pack->paths[i].title));
		label = NULL;
	}
	/* Nothing at all must not look like something left out. */
	if (label && outcome == OUTCOME_APPLIES)
		document_add(writer, PARAGRAPH_LABELLED, label,
			summary->next == PACK_NO_QUESTION ? _("Nothing, on these answers")
							  : _("Nothing yet"));
	writer->outcome = OUTCOME_COUNT;
}

/* The answer on one screen, for whoever has no time to read on. */
static void write_overview(struct writer *writer)
{
	const struct summary *summary = writer->summary;
	const struct contact *contact = &summary->pack->contact;
	unsigned long notices = summary->notice_count;
	document_add(writer, PARAGRAPH_HEADING, NULL, _("At a glance"));
	for (size_t i = 0; i < OVERVIEW_OUTCOME_COUNT; i++)
		list_titles(writer, overview_outcomes[i]);
	if (notices > 0) {
		text_clear(&writer->words);
		text_format(&writer->words,
			ngettext("%lu point below, to read before anything is done",
				"%lu points below, to read before anything is done", notices),
			notices);
		document_add(writer, PARAGRAPH_LABELLED, _("Please note"), writer->words.bytes);
	}
	if (contact->name)
		document_add(writer, PARAGRAPH_LABELLED, _("Contact"),
			document_in_words(writer, contact->name));
	if (contact->phone)
		document_add(writer, PARAGRAPH_LABELLED, NULL, contact->phone);
}

/* Whose words are owned. */
static struct writer begin(struct document *document, const struct summary *summary)
{
	struct writer writer = {.document = document, .summary = summary, .outcome = OUTCOME_COUNT};
	*document = (struct document){.count = 0};
	arena_init(&document->arena);
	text_init(&writer.words);
	return writer;
}

void document_init(struct document *document, const struct summary *summary)
{
	static void (*const parts[])(struct writer *) = {
		write_title,
		write_warnings,
		write_overview,
		document_write_paths,
		document_write_notices,
		document_write_before_calling,
		document_write_contact,
		document_write_answers,
		document_write_sources,
		document_write_receipt,
	};
	struct writer writer = begin(document, summary);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		parts[i](&writer);
	text_destroy(&writer.words);
}

void document_init_path(struct document *document, const struct summary *summary, size_t path)
{
	struct writer writer = begin(document, summary);
	document_write_path_alone(&writer, &summary->paths[path]);
	text_destroy(&writer.words);
}

void document_init_notice(struct document *document, const struct summary *summary, size_t notice)
{
	struct writer writer = begin(document, summary);
	document_write_notice_alone(&writer, &summary->notices[notice]);
	text_destroy(&writer.words);
}

void document_destroy(struct document *document)
{
	arena_destroy(&document->arena);
	*document = (struct document){.count = 0};
}
