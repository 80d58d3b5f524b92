#include "overview.h"

#include "gettext.h"
#include "languages.h"

const enum outcome overview_outcomes[OVERVIEW_OUTCOME_COUNT] = {
	OUTCOME_APPLIES, OUTCOME_POSSIBLE, OUTCOME_OPEN, OUTCOME_NO};

/* Adds the paths of one service that have this outcome. */
static size_t list_paths(const struct summary *summary, size_t service, enum outcome outcome,
	struct overview_line lines[])
{
	size_t count = 0;
	for (size_t i = 0; i < summary->pack->path_count; i++)
		if (summary->pack->paths[i].service == service &&
			summary->paths[i].outcome == outcome)
			lines[count++] = (struct overview_line){.group = service, .index = i};
	return count;
}

size_t overview_list(const struct summary *summary, struct overview_line lines[])
{
	size_t count = 0, services = summary->pack->service_count;
	for (size_t i = 0; i < services; i++)
		for (size_t j = 0; j < OVERVIEW_OUTCOME_COUNT; j++)
			count += list_paths(summary, i, overview_outcomes[j], lines + count);
	for (size_t i = 0; i < summary->notice_count; i++)
		lines[count++] =
			(struct overview_line){.group = services, .is_notice = true, .index = i};
	return count;
}

const char *overview_heading(const struct summary *summary, size_t group)
{
	const struct pack *pack = summary->pack;
	if (group == pack->service_count)
		return _("Please note");
	return languages_pack_text(pack, pack->services[group].title);
}

const char *overview_words(const struct summary *summary, const struct overview_line *line)
{
	const struct pack *pack = summary->pack;
	return languages_pack_text(
		pack, line->is_notice ? pack->notices[summary->notices[line->index].notice].text
				      : pack->paths[line->index].title);
}

enum outcome overview_outcome(const struct summary *summary, const struct overview_line *line)
{
	return line->is_notice ? OUTCOME_COUNT : summary->paths[line->index].outcome;
}

static unsigned long count_paths(const struct summary *summary, enum outcome outcome)
{
	unsigned long count = 0;
	for (size_t i = 0; i < summary->pack->path_count; i++)
		count += summary->paths[i].outcome == outcome;
	return count;
}

static void add_applies(struct text *text, unsigned long count)
{
	text_format(text,
		ngettext(
			"%lu kind of support may apply.", "%lu kinds of support may apply.", count),
		count);
}

/* Where nothing may apply, but something is possible, that is said first. */
static void add_possible(struct text *text, unsigned long count, bool first)
{
	if (first)
		text_format(text,
			ngettext("%lu kind of support is possible.",
				"%lu kinds of support are possible.", count),
			count);
	else
		/* TRANSLATORS: kinds of support. */
		text_format(text,
			ngettext("%lu kind is possible.", "%lu kinds are possible.", count), count);
}

/* Without anything that may apply or is possible. */
static void add_nothing(struct text *text, const struct summary *summary)
{
	if (summary->next != PACK_NO_QUESTION)
		text_add(text, _("It is too early to say what may apply."));
	else if (count_paths(summary, OUTCOME_OPEN) > 0)
		text_add(text, _("These answers do not tell what may apply."));
	else
		text_add(text, _("On these answers, no kind of support applies."));
}

static void add_certain(struct text *text, const struct summary *summary)
{
	unsigned long applies = count_paths(summary, OUTCOME_APPLIES);
	unsigned long possible = count_paths(summary, OUTCOME_POSSIBLE);
	if (applies > 0)
		add_applies(text, applies);
	if (applies > 0 && possible > 0)
		text_add(text, " ");
	if (possible > 0)
		add_possible(text, possible, applies == 0);
	if (applies + possible == 0)
		add_nothing(text, summary);
}

static void add_open(struct text *text, const struct summary *summary)
{
	unsigned long count = count_paths(summary, OUTCOME_OPEN);
	if (count == 0)
		return;
	text_add(text, " ");
	/* TRANSLATORS: kinds of support. */
	text_format(text, ngettext("%lu kind is still open.", "%lu kinds are still open.", count),
		count);
}

/* They stand last, and are what must not be missed. */
static void add_notes(struct text *text, const struct summary *summary)
{
	unsigned long count = summary->notice_count;
	if (count == 0)
		return;
	text_add(text, " ");
	/* TRANSLATORS: the list of outcomes ends with these notes. */
	text_format(text,
		ngettext("Please read the note below.", "Please read the %lu notes below.", count),
		count);
}

void overview_add_counts(struct text *text, const struct summary *summary)
{
	add_certain(text, summary);
	add_open(text, summary);
	text_add(text, " ");
	if (summary->next != PACK_NO_QUESTION)
		overview_add_unfinished(text, summary);
	else if (count_paths(summary, OUTCOME_OPEN) == 0)
		text_add(text, _("The screening is complete."));
	else
		text_add(text, _("There is nothing left to ask."));
	add_notes(text, summary);
}

void overview_add_unfinished(struct text *text, const struct summary *summary)
{
	unsigned long left = summary->left;
	text_format(text,
		ngettext("Not finished: %lu question has not been asked yet.",
			"Not finished: up to %lu questions have not been asked yet.", left),
		left);
}
