#include "diff_countries.h"
#include "diff_report.h"
#include "diff_words.h"
#include "languages.h"
#include "reader_excerpt.h"

#include <inttypes.h>
#include <string.h>

/* TRANSLATORS: OLD and NEW, here and below, are the two rule packs that are compared. They are
 * named so on the command line: leave them as they are. */
static const char *const part_formats[DIFF_KIND_COUNT][DIFF_MOVED + 1] = {
	[DIFF_QUESTION] = {N_("question \"%s\": only in OLD"), N_("question \"%s\": only in NEW"),
		N_("question \"%s\": moved")},
	[DIFF_OPTION] = {N_("option \"%s\" of question \"%s\": only in OLD; clients with this "
			    "answer cannot be compared"),
		N_("option \"%s\" of question \"%s\": only in NEW; clients with this answer "
		   "cannot be compared"),
		N_("option \"%s\" of question \"%s\": moved")},
	[DIFF_GROUP] = {N_("group \"%s\": only in OLD"), N_("group \"%s\": only in NEW"), NULL},
	[DIFF_FACT] = {N_("fact \"%s\": only in OLD"), N_("fact \"%s\": only in NEW"), NULL},
	[DIFF_SERVICE] = {N_("service \"%s\": only in OLD"), N_("service \"%s\": only in NEW"),
		N_("service \"%s\": moved")},
	[DIFF_PATH] = {NULL, NULL, N_("path \"%s\": moved")},
	[DIFF_NOTICE] = {NULL, NULL, N_("notice \"%s\": moved")},
};

/* With the id, what it was and what it is. */
static const char *const change_formats[DIFF_FORM_COUNT] = {
	[DIFF_TYPE] = N_("question \"%s\": of type %s in OLD, %s in NEW"),
	/* TRANSLATORS: fixed and sensitive are keys of the rule pack, with the value yes or no. */
	[DIFF_OPTIONS] = N_("question \"%s\": no option is in both, so it is compared as two "
			    "questions"),
	[DIFF_FIXED] = N_("question \"%s\": fixed: %s in OLD, %s in NEW"),
	[DIFF_SENSITIVE] = N_("question \"%s\": sensitive: %s in OLD, %s in NEW"),
	[DIFF_SERVED] = N_("path \"%s\": under service \"%s\" in OLD, \"%s\" in NEW"),
};

static void add_countries(const struct diff_part *part, struct text *text)
{
	struct text removed, added;
	json_t *codes[] = {
		diff_countries_codes(&part->removed), diff_countries_codes(&part->added)};
	text_init(&removed);
	text_init(&added);
	diff_words_write(codes[0], &removed);
	diff_words_write(codes[1], &added);
	if (!json_array_size(codes[1]))
		text_format(text, _("group \"%s\": without %s"), part->id, removed.bytes);
	else if (!json_array_size(codes[0]))
		text_format(text, _("group \"%s\": with %s as well"), part->id, added.bytes);
	else
		text_format(text, _("group \"%s\": without %s, and with %s"), part->id,
			removed.bytes, added.bytes);
	json_decref(codes[0]);
	json_decref(codes[1]);
	text_destroy(&removed);
	text_destroy(&added);
}

static void add_part(const struct diff_part *part, struct text *text)
{
	if (part->form == DIFF_COUNTRIES)
		add_countries(part, text);
	else if (part->form == DIFF_RENAMED)
		text_format(text, _("group \"%s\": called \"%s\" in NEW"), part->old, part->new);
	else if (part->form > DIFF_MOVED)
		text_format(text, _(change_formats[part->form]), part->id, part->old, part->new);
	else
		text_format(text, _(part_formats[part->kind][part->form]), part->id, part->within);
	text_add(text, "\n");
}

/* Of a path or a notice that only one pack has, more is said with its clients. */
static bool is_said_later(const struct diff_part *part)
{
	return (part->kind == DIFF_PATH || part->kind == DIFF_NOTICE) && part->form < DIFF_MOVED;
}

static void add_structure(const struct diff_structure *structure, struct text *text)
{
	size_t length = text->length;
	for (size_t i = 0; i < structure->count; i++)
		if (!is_said_later(&structure->parts[i]))
			add_part(&structure->parts[i], text);
	if (structure->texts)
		text_format(text,
			ngettext("%zu text differs, which no outcome depends on\n",
				"%zu texts differ, which no outcome depends on\n",
				structure->texts),
			structure->texts);
	if (text->length > length)
		text_add(text, "\n");
}

static void add_number(uint64_t number, struct text *text)
{
	if (number == DIFFERENCE_UNCOUNTED)
		text_add(text, _("more than 2^63"));
	else
		text_format(text, "%" PRIu64, number);
}

/* What people call an outcome of the item; those of paths are the words of the rule packs. */
static const char *name_outcome(const struct difference_item *item, enum outcome outcome)
{
	if (!item->is_notice)
		return outcome_word(outcome);
	return outcome == OUTCOME_APPLIES ? _("shown") : _("not shown");
}

static bool is_on(const struct difference_item *item, int side)
{
	return item->index[side] != DIFFERENCE_NOWHERE;
}

/* "applies -> no: 3 of 144 distinguishable clients" */
static void add_kind(const struct difference_item *item, const struct difference_change *change,
	struct text *text)
{
	struct text count, all;
	text_init(&count);
	text_init(&all);
	add_number(change->count, &count);
	add_number(item->clients->count, &all);
	text_add(text, "  ");
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		if (!is_on(item, side))
			continue;
		text_add(text, side == DIFFERENCE_NEW && is_on(item, 0) ? " -> " : "");
		text_add(text, name_outcome(item, change->outcomes[side]));
	}
	text_add(text, ": ");
	text_format(text,
		ngettext("%s of %s distinguishable client", "%s of %s distinguishable clients",
			item->clients->count),
		count.bytes, all.bytes);
	text_add(text, "\n");
	text_destroy(&count);
	text_destroy(&all);
}

/* What only OLD asks is a comment, so that the condition can be taken over into NEW. */
static void add_lone(const struct diff_report *report, const struct difference_item *item,
	const struct cover_term *term, struct text *text)
{
	struct text words;
	json_t *condition = diff_report_condition(report, item, term, true);
	if (!condition)
		return;
	text_init(&words);
	diff_words_write(condition, &words);
	text_format(text, _("  # and in OLD: %s"), words.bytes);
	text_destroy(&words);
	json_decref(condition);
}

static void add_cover(const struct diff_report *report, const struct difference_item *item,
	const struct cover *cover, struct text *text)
{
	for (size_t i = 0; i < cover->count; i++) {
		json_t *condition = diff_report_condition(report, item, &cover->terms[i], false);
		text_add(text, cover->count > 1 ? "    - " : "    ");
		diff_words_write(condition, text);
		add_lone(report, item, &cover->terms[i], text);
		text_add(text, "\n");
		json_decref(condition);
	}
	if (!cover->complete)
		text_format(
			text, "    %s\n", _("and others, for whom no few conditions were found"));
}

static void add_because(const struct diff_report *report, const struct difference_change *change,
	int side, struct text *text)
{
	const struct pack *pack = report->difference->packs[side];
	for (size_t i = 0; i < change->because_count[side]; i++) {
		size_t question = change->because[side][i];
		text_format(text, "%s%s: ", i ? ", " : "", pack->questions[question].id);
		answer_write(&pack->questions[question], &change->answers[side][question], text);
	}
}

/* TRANSLATORS: an outcome; then answers, as in "age: 17". */
static const char *const because_formats[DIFFERENCE_SIDE_COUNT] = {
	N_("OLD: %s, because %s"), N_("NEW: %s, because %s")};

static const char *const always_formats[DIFFERENCE_SIDE_COUNT] = {
	N_("OLD: %s, as for every client"), N_("NEW: %s, as for every client")};

static void add_reason(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change, int side, struct text *text)
{
	struct text because;
	const char *outcome = name_outcome(item, change->outcomes[side]);
	text_init(&because);
	add_because(report, change, side, &because);
	text_add(text, "      ");
	if (because.length)
		text_format(text, _(because_formats[side]), outcome, because.bytes);
	else
		text_format(text, _(always_formats[side]), outcome);
	text_add(text, "\n");
	text_destroy(&because);
}

/* As a line of clients.yaml; what only one side asks, apart. */
static void add_answers(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change, int side, struct text *text)
{
	static const char *const formats[] = {N_("      asked only in OLD: %s\n"),
		N_("      asked only in NEW: %s\n"), N_("    for example answers: %s\n")};
	struct text words;
	json_t *answers = diff_report_answers(report, item, change, side);
	text_init(&words);
	diff_words_write(answers, &words);
	if (json_object_size(answers))
		text_format(text, _(formats[side]), words.bytes);
	json_decref(answers);
	text_destroy(&words);
}

static void add_client(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change, struct text *text)
{
	add_answers(report, item, change, DIFFERENCE_SIDE_COUNT, text);
	add_answers(report, item, change, DIFFERENCE_OLD, text);
	add_answers(report, item, change, DIFFERENCE_NEW, text);
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		if (is_on(item, side))
			add_reason(report, item, change, side, text);
}

/* Whether a path or a notice is in one pack only, or in both; then what is said of it: that its
 * outcome differs (is something for somebody), or that it does not. */
enum presence { PRESENT_OLD, PRESENT_NEW, PRESENT_BOTH, PRESENT_COUNT };

static const char *const item_formats[2][PRESENT_COUNT] = {
	{N_("path \"%s\" is only in OLD:\n"), N_("path \"%s\" is only in NEW:\n"),
		N_("path \"%s\" differs:\n")},
	{N_("notice \"%s\" is only in OLD:\n"), N_("notice \"%s\" is only in NEW:\n"),
		N_("notice \"%s\" differs:\n")},
};

static const char *const never_formats[2][PRESENT_COUNT] = {
	{N_("path \"%s\" is only in OLD, and \"no\" for every client there\n\n"),
		N_("path \"%s\" is only in NEW, and \"no\" for every client there\n\n"), NULL},
	{N_("notice \"%s\" is only in OLD, and shown to no client there\n\n"),
		N_("notice \"%s\" is only in NEW, and shown to no client there\n\n"), NULL},
};

static enum presence presence_of(const struct difference_item *item)
{
	if (!is_on(item, DIFFERENCE_NEW))
		return PRESENT_OLD;
	return is_on(item, DIFFERENCE_OLD) ? PRESENT_BOTH : PRESENT_NEW;
}

static void add_unproved(const struct difference_item *item, struct text *text)
{
	static const char *const formats[2] = {
		N_("path \"%s\" could not be compared for every client: its conditions tell apart "
		   "more cases than can be looked at\n\n"),
		N_("notice \"%s\" could not be compared for every client: its conditions tell "
		   "apart more cases than can be looked at\n\n")};
	text_format(text, _(formats[item->is_notice]), item->id);
}

/* A path or notice that the other pack has under another id. */
static void add_twin(
	const struct diff_report *report, const struct difference_item *item, struct text *text)
{
	static const char *const formats[2][DIFFERENCE_SIDE_COUNT] = {
		{N_("  with the conditions of path \"%s\", which is only in OLD\n"),
			N_("  with the conditions of path \"%s\", which is only in NEW\n")},
		{N_("  with the conditions of notice \"%s\", which is only in OLD\n"),
			N_("  with the conditions of notice \"%s\", which is only in NEW\n")},
	};
	if (item->twin && !diff_report_leaves_out(report))
		text_format(text, _(formats[item->is_notice][is_on(item->twin, DIFFERENCE_NEW)]),
			item->twin->id);
}

static void add_item(
	const struct diff_report *report, const struct difference_item *item, struct text *text)
{
	enum presence presence = presence_of(item);
	if (item->change_count || (presence != PRESENT_BOTH && !item->proved))
		text_format(text, _(item_formats[item->is_notice][presence]), item->id);
	else if (presence != PRESENT_BOTH)
		text_format(text, _(never_formats[item->is_notice][presence]), item->id);
	if (item->change_count)
		add_twin(report, item, text);
	for (size_t i = 0; i < item->change_count; i++) {
		add_kind(item, &item->changes[i], text);
		add_cover(report, item, &item->changes[i].cover, text);
		add_client(report, item, &item->changes[i], text);
		text_add(text, "\n");
	}
	if (!item->proved)
		add_unproved(item, text);
}

static void add_differing(const struct difference *difference, struct text *text)
{
	size_t count = 0;
	for (size_t i = 0; i < difference->item_count; i++)
		count += difference->items[i].change_count > 0;
	text_format(text,
		ngettext("The outcome of %zu path or notice differs, out of %zu.\n",
			"The outcomes of %zu paths and notices differ, out of %zu.\n", count),
		count, difference->item_count);
}

static void add_conclusion(const struct diff_report *report, struct text *text)
{
	const struct difference *difference = report->difference;
	struct text all;
	if (difference->differs) {
		add_differing(difference, text);
		return;
	}
	text_init(&all);
	add_number(difference->both.count, &all);
	if (!difference->proved)
		text_add(text, _("No difference was found, but not all could be compared.\n"));
	else if (diff_report_leaves_out(report))
		text_format(text,
			_("No client's outcome differs among the %s distinguishable clients whose "
			  "answers both packs know.\n"),
			all.bytes);
	else
		text_format(text,
			_("No client's outcome differs: all of %s distinguishable clients were "
			  "compared.\n"),
			all.bytes);
	text_destroy(&all);
}

/* The folder's name and the version may hold anything. */
static void add_side(const struct diff_report *report, int side, struct text *text)
{
	const struct pack *pack = report->difference->packs[side];
	struct text folder, version;
	text_init(&folder);
	text_init(&version);
	excerpt_add_clean(&folder, report->folders[side], strlen(report->folders[side]));
	excerpt_add_clean(&version, pack->version, strlen(pack->version));
	/* TRANSLATORS: OLD or NEW, a folder, a rule pack's id and its version */
	text_format(text, _("%s is %s: %s, version %s\n"), side ? "NEW" : "OLD", folder.bytes,
		pack->id, version.bytes);
	text_destroy(&folder);
	text_destroy(&version);
}

void diff_report_text(const struct diff_report *report, struct text *text)
{
	const struct difference *difference = report->difference;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		add_side(report, side, text);
	text_add(text, "\n");
	add_structure(report->structure, text);
	for (size_t i = 0; i < difference->item_count; i++)
		add_item(report, &difference->items[i], text);
	add_conclusion(report, text);
}
