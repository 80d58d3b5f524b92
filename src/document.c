#include "document.h"

#include "document_parts.h"
#include "languages.h"
#include "overview.h"
#include "wording.h"

#include <stdbool.h>
#include <stdio.h>
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
	unsigned long notices = document_count_notices(writer);
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

/* The parts of a summary in their order, and the editions that have them. */
static const struct part {
	void (*write)(struct writer *writer);
	bool of[EDITION_COUNT];
} parts[] = {
	{write_title, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{write_warnings, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{write_overview, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{document_write_paths, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{document_write_notices, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{document_write_before_calling, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{document_write_contact, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{document_write_answers, {[EDITION_STAFF] = true, [EDITION_CLIENT] = true}},
	{document_write_sources, {[EDITION_STAFF] = true}},
	{document_write_case_code, {[EDITION_STAFF] = true}},
	{document_write_receipt, {[EDITION_STAFF] = true}},
	{document_write_discreet, {[EDITION_DISCREET] = true}},
	{document_write_client_receipt, {[EDITION_CLIENT] = true}},
	{document_write_review, {[EDITION_CLIENT] = true, [EDITION_DISCREET] = true}},
};

static void write_all(struct writer *writer, size_t index)
{
	(void)index;
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (parts[i].of[writer->edition])
			parts[i].write(writer);
}

static void write_path(struct writer *writer, size_t index)
{
	document_write_path_alone(writer, &writer->summary->paths[index]);
}

static void write_notice(struct writer *writer, size_t index)
{
	document_write_notice_alone(writer, &writer->summary->notices[index]);
}

/* What to write, and for whom. */
struct order {
	const struct summary *summary;
	enum edition edition;
	void (*write)(struct writer *writer, size_t index);
	size_t index;
};

/* Writes in the language shown, and notes in `language` which one that is. */
static void write_once(struct document *document, const struct order *order,
	char language[DOCUMENT_LANGUAGE_LIMIT])
{
	struct writer writer = {.document = document,
		.summary = order->summary,
		.edition = order->edition,
		.outcome = OUTCOME_COUNT};
	text_init(&writer.words);
	languages_add_shown(&writer.words, order->summary->pack->language);
	snprintf(language, DOCUMENT_LANGUAGE_LIMIT, "%s", writer.words.bytes);
	order->write(&writer, order->index);
	text_destroy(&writer.words);
}

/* The receipt is for the staff's file alone, and what is no language, such as a code, stands once.
 */
static void set_beside(struct paragraph *paragraph, const struct paragraph *second)
{
	if (paragraph->style == PARAGRAPH_SMALL || paragraph->style != second->style)
		return;
	if (paragraph->style == PARAGRAPH_PLAIN && strcmp(paragraph->text, second->text) == 0)
		return;
	paragraph->second_label = second->label;
	paragraph->second = second->text;
}

/* Writes it once more in the language shown now. What is written depends on the summary alone, so
 * that each paragraph of the one is the same paragraph of the other. */
static void add_second(struct document *document, const struct order *order)
{
	struct document second = {.arena = document->arena};
	write_once(&second, order, document->second_language);
	document->arena = second.arena;
	if (strcmp(document->language, document->second_language) == 0) {
		document->second_language[0] = '\0';
		return;
	}
	for (size_t i = 0; i < document->count && i < second.count; i++)
		set_beside(&document->paragraphs[i], &second.paragraphs[i]);
}

static void write_order(
	struct document *document, const struct order *order, const char *client_language)
{
	char spoken[1024];
	*document = (struct document){.count = 0};
	arena_init(&document->arena);
	snprintf(spoken, sizeof spoken, "%s", languages_spoken());
	if (client_language && order->edition != EDITION_STAFF)
		languages_speak(client_language);
	write_once(document, order, document->language);
	if (client_language && order->edition == EDITION_STAFF) {
		languages_speak(client_language);
		add_second(document, order);
	}
	if (client_language)
		languages_speak(spoken);
}

void document_init_edition(struct document *document, const struct summary *summary,
	enum edition edition, const char *client_language)
{
	const struct order order = {summary, edition, write_all, 0};
	write_order(document, &order, client_language);
}

void document_init(struct document *document, const struct summary *summary)
{
	document_init_edition(document, summary, EDITION_STAFF, NULL);
}

void document_init_path(struct document *document, const struct summary *summary, size_t path)
{
	const struct order order = {summary, EDITION_STAFF, write_path, path};
	write_order(document, &order, NULL);
}

void document_init_notice(struct document *document, const struct summary *summary, size_t notice)
{
	const struct order order = {summary, EDITION_STAFF, write_notice, notice};
	write_order(document, &order, NULL);
}

void document_destroy(struct document *document)
{
	arena_destroy(&document->arena);
	*document = (struct document){.count = 0};
}
