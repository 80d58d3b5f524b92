#include "diff_countries.h"
#include "diff_report.h"

#include <stdlib.h>

static json_t *make_text(const char *words)
{
	/* A folder's name need not be UTF-8. */
	json_t *made = words ? json_string(words) : NULL;
	return made ? made : json_null();
}

static json_t *make_pack(const struct diff_report *report, int side)
{
	const struct pack *pack = report->difference->packs[side];
	json_t *made = json_object();
	json_object_set_new(made, "folder", make_text(report->folders[side]));
	json_object_set_new(made, "id", make_text(pack->id));
	json_object_set_new(made, "version", make_text(pack->version));
	return made;
}

static const char *const kind_words[DIFF_KIND_COUNT] = {
	[DIFF_QUESTION] = "question",
	[DIFF_OPTION] = "option",
	[DIFF_GROUP] = "group",
	[DIFF_FACT] = "fact",
	[DIFF_SERVICE] = "service",
	[DIFF_PATH] = "path",
	[DIFF_NOTICE] = "notice",
};

static const char *const form_words[DIFF_FORM_COUNT] = {
	[DIFF_ONLY_OLD] = "only-in-old",
	[DIFF_ONLY_NEW] = "only-in-new",
	[DIFF_MOVED] = "moved",
	[DIFF_TYPE] = "type",
	[DIFF_OPTIONS] = "options",
	[DIFF_FIXED] = "fixed",
	[DIFF_SENSITIVE] = "sensitive",
	[DIFF_SERVED] = "service",
	[DIFF_RENAMED] = "renamed",
	[DIFF_COUNTRIES] = "countries",
};

static json_t *make_part(const struct diff_part *part)
{
	json_t *made = json_object();
	json_object_set_new(made, "kind", json_string(kind_words[part->kind]));
	json_object_set_new(made, "id", make_text(part->id));
	json_object_set_new(made, "question", make_text(part->within));
	json_object_set_new(made, "difference", json_string(form_words[part->form]));
	json_object_set_new(made, "old", make_text(part->old));
	json_object_set_new(made, "new", make_text(part->new));
	json_object_set_new(made, "removed", diff_countries_codes(&part->removed));
	json_object_set_new(made, "added", diff_countries_codes(&part->added));
	return made;
}

static json_t *make_structure(const struct diff_structure *structure)
{
	json_t *made = json_array();
	for (size_t i = 0; i < structure->count; i++)
		json_array_append_new(made, make_part(&structure->parts[i]));
	return made;
}

/* Null where there are more than JSON's readers can count. */
static json_t *make_count(uint64_t count)
{
	return count > INT64_MAX ? json_null() : json_integer((json_int_t)count);
}

static const char *name_outcome(const struct difference_item *item, enum outcome outcome)
{
	if (!item->is_notice)
		return outcome_word(outcome);
	return outcome == OUTCOME_APPLIES ? "shown" : "not-shown";
}

/* Null where the side has no such path or notice. */
static json_t *make_outcome(
	const struct difference_item *item, const struct difference_change *change, int side)
{
	if (item->index[side] == DIFFERENCE_NOWHERE)
		return json_null();
	return json_string(name_outcome(item, change->outcomes[side]));
}

static json_t *make_because(
	const struct diff_report *report, const struct difference_change *change, int side)
{
	if (!change->answers[side])
		return json_null();
	json_t *made = json_array();
	for (size_t i = 0; i < change->because_count[side]; i++)
		json_array_append_new(
			made, json_string(report->difference->packs[side]
						  ->questions[change->because[side][i]]
						  .id));
	return made;
}

static json_t *make_client(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change)
{
	json_t *made = json_object();
	json_object_set_new(
		made, "answers", diff_report_answers(report, item, change, DIFFERENCE_SIDE_COUNT));
	json_object_set_new(made, "answers-only-in-old",
		diff_report_answers(report, item, change, DIFFERENCE_OLD));
	json_object_set_new(made, "answers-only-in-new",
		diff_report_answers(report, item, change, DIFFERENCE_NEW));
	json_object_set_new(made, "because-in-old", make_because(report, change, DIFFERENCE_OLD));
	json_object_set_new(made, "because-in-new", make_because(report, change, DIFFERENCE_NEW));
	return made;
}

static json_t *make_cover(const struct diff_report *report, const struct difference_item *item,
	const struct cover *cover)
{
	json_t *made = json_array();
	for (size_t i = 0; i < cover->count; i++) {
		const struct cover_term *term = &cover->terms[i];
		json_t *condition = json_object();
		json_t *lone = diff_report_condition(report, item, term, true);
		json_object_set_new(
			condition, "condition", diff_report_condition(report, item, term, false));
		json_object_set_new(condition, "and-in-old", lone ? lone : json_null());
		json_array_append_new(made, condition);
	}
	return made;
}

static json_t *make_change(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change)
{
	json_t *made = json_object();
	json_object_set_new(made, "before", make_outcome(item, change, DIFFERENCE_OLD));
	json_object_set_new(made, "after", make_outcome(item, change, DIFFERENCE_NEW));
	json_object_set_new(made, "clients", make_count(change->count));
	json_object_set_new(made, "of-clients", make_count(item->clients->count));
	json_object_set_new(made, "any", make_cover(report, item, &change->cover));
	json_object_set_new(made, "complete", json_boolean(change->cover.complete));
	json_object_set_new(made, "example", make_client(report, item, change));
	return made;
}

static const char *name_status(const struct difference_item *item)
{
	if (item->index[DIFFERENCE_OLD] == DIFFERENCE_NOWHERE)
		return "only-in-new";
	if (item->index[DIFFERENCE_NEW] == DIFFERENCE_NOWHERE)
		return "only-in-old";
	if (item->change_count)
		return "changed";
	return item->proved ? "same" : "not-proved";
}

static json_t *make_item(const struct diff_report *report, const struct difference_item *item)
{
	json_t *made = json_object(), *changes = json_array();
	for (size_t i = 0; i < item->change_count; i++)
		json_array_append_new(changes, make_change(report, item, &item->changes[i]));
	json_object_set_new(made, "id", json_string(item->id));
	json_object_set_new(made, "status", json_string(name_status(item)));
	json_object_set_new(made, "proved", json_boolean(item->proved));
	json_object_set_new(made, "same-conditions-as",
		make_text(item->twin && !diff_report_leaves_out(report) ? item->twin->id : NULL));
	json_object_set_new(made, "changes", changes);
	return made;
}

static json_t *make_items(const struct diff_report *report, bool notices)
{
	json_t *made = json_array();
	for (size_t i = 0; i < report->difference->item_count; i++)
		if (report->difference->items[i].is_notice == notices)
			json_array_append_new(
				made, make_item(report, &report->difference->items[i]));
	return made;
}

void diff_report_json(const struct diff_report *report, struct text *text)
{
	const struct difference *difference = report->difference;
	json_t *made = json_object();
	json_object_set_new(made, "old", make_pack(report, DIFFERENCE_OLD));
	json_object_set_new(made, "new", make_pack(report, DIFFERENCE_NEW));
	json_object_set_new(made, "differs", json_boolean(difference->differs));
	json_object_set_new(made, "proved", json_boolean(difference->proved));
	json_object_set_new(made, "answers-left-out", json_boolean(diff_report_leaves_out(report)));
	json_object_set_new(made, "clients", make_count(difference->both.count));
	json_object_set_new(made, "structure", make_structure(report->structure));
	json_object_set_new(made, "texts", make_count(report->structure->texts));
	json_object_set_new(made, "paths", make_items(report, false));
	json_object_set_new(made, "notices", make_items(report, true));
	char *bytes = json_dumps(made, JSON_INDENT(2));
	if (bytes) {
		text_add(text, bytes);
		text_add(text, "\n");
	}
	free(bytes);
	json_decref(made);
}
