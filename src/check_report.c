#include "check_report.h"

#include "languages.h"

#include <inttypes.h>

static void add_count(struct text *text, const char *format, size_t count)
{
	text_add(text, "  ");
	text_format(text, format, count);
	text_add(text, "\n");
}

static void add_sizes(struct text *text, const struct pack *pack)
{
	const size_t questions = pack->question_count, paths = pack->path_count,
		     notices = pack->notice_count, groups = pack->group_count;
	add_count(text, ngettext("%zu question", "%zu questions", questions), questions);
	add_count(text, ngettext("%zu path", "%zu paths", paths), paths);
	add_count(text, ngettext("%zu notice", "%zu notices", notices), notices);
	add_count(text, ngettext("%zu group of countries", "%zu groups of countries", groups),
		groups);
}

static void add_numbers(struct text *text, const struct proof_numbers *numbers)
{
	text_add(text, "  ");
	if (numbers->clients)
		text_format(text,
			/* TRANSLATORS: how many kinds of client the rules know */
			ngettext("%" PRIu64 " client can be told apart",
				"%" PRIu64 " clients can be told apart", numbers->clients),
			numbers->clients);
	else
		text_format(
			text, _("about 10^%u clients can be told apart"), numbers->clients_power);
	text_add(text, "\n  ");
	if (numbers->asked_known)
		text_format(text, _("questions asked: at least %zu, at most %zu, on average %.1f"),
			numbers->asked_least, numbers->asked_most, numbers->asked_average);
	else
		text_add(text,
			_("questions asked: not counted, there are too many cases to go through"));
	text_add(text, "\n");
}

static void add_translations(struct text *text, const struct translation_list *translations)
{
	for (size_t i = 0; i < translations->count; i++) {
		const struct translation *translation = &translations->items[i];
		text_add(text, "  ");
		/* TRANSLATORS: a language's code, as in "nl", and two numbers */
		text_format(text, _("translation into %s: %zu of %zu texts"), translation->language,
			translation->translated, translations->texts);
		text_add(text, "\n");
	}
}

static void add_conclusion(struct text *text, const struct check_report *report)
{
	size_t errors = report->findings->level_counts[FINDING_ERROR];
	size_t count = report->clients ? report->clients->count : 0;
	if (errors)
		text_format(text, ngettext("%s: %zu error.\n", "%s: %zu errors.\n", errors),
			report->folder, errors);
	else if (!count)
		text_format(
			text, _("%s: no errors, but no made-up clients either.\n"), report->folder);
	else
		text_format(text,
			ngettext("%s: %zu made-up client, as expected.\n",
				"%s: %zu made-up clients, all as expected.\n", count),
			report->folder, count);
}

void check_report_text(const struct check_report *report, struct text *text)
{
	size_t warnings = report->findings->level_counts[FINDING_WARNING];
	size_t notes = report->findings->level_counts[FINDING_NOTE];
	finding_list_write(report->findings, text);
	add_conclusion(text, report);
	if (warnings)
		add_count(text, ngettext("%zu warning", "%zu warnings", warnings), warnings);
	if (notes)
		add_count(text, ngettext("%zu note", "%zu notes", notes), notes);
	if (report->pack)
		add_sizes(text, report->pack);
	if (report->numbers)
		add_numbers(text, report->numbers);
	if (report->translations)
		add_translations(text, report->translations);
}
