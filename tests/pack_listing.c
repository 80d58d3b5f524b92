#include "pack_listing.h"

#include <stdio.h>

static void add_field(struct text *text, const char *name, const char *value)
{
	if (value)
		text_format(text, "  %s: %s\n", name, value);
}

static void add_citation(struct text *text, const struct citation *citation)
{
	if (citation->source)
		text_format(text, "  source: %s at %s\n", citation->source->id,
			citation->at ? citation->at : "no place");
}

static void add_countries(struct text *text, const struct country_set *set)
{
	for (unsigned i = 0; i < COUNTRY_COUNT; i++)
		if (country_set_has(set, i))
			text_format(text, " %s", country_code(i));
}

static void add_condition(
	struct text *text, const struct pack *pack, const struct condition *condition);

static void add_parts(struct text *text, const struct pack *pack, const struct condition *condition)
{
	static const char *const words[] = {
		[CONDITION_ALL] = "all", [CONDITION_ANY] = "any", [CONDITION_NOT] = "not"};
	text_format(text, "%s(", words[condition->type]);
	for (size_t i = 0; i < condition->parts.count; i++) {
		text_add(text, i ? ", " : "");
		add_condition(text, pack, &condition->parts.items[i]);
	}
	text_add(text, ")");
}

static void add_options(
	struct text *text, const struct pack *pack, const struct condition *condition)
{
	const struct question *question = &pack->questions[condition->options.question];
	text_format(text, "%s is", question->id);
	for (size_t i = 0; i < question->option_count; i++)
		if (condition->options.set >> i & 1)
			text_format(text, " %s", question->options[i].id);
}

static void add_origin(
	struct text *text, const struct pack *pack, const struct condition *condition)
{
	text_format(text, "%s in", pack->questions[condition->countries.question].id);
	add_countries(text, &condition->countries.set);
	for (size_t i = 0; i < condition->countries.group_count; i++)
		text_format(text, " (%s)", pack->groups[condition->countries.groups[i]].id);
}

static void add_condition(
	struct text *text, const struct pack *pack, const struct condition *condition)
{
	switch (condition->type) {
	case CONDITION_FACT:
		text_format(text, "fact %s", pack->facts[condition->fact].id);
		break;
	case CONDITION_OPTIONS:
		add_options(text, pack, condition);
		break;
	case CONDITION_COUNTRIES:
		add_origin(text, pack, condition);
		break;
	case CONDITION_YEARS:
		text_format(text, "%s %u-%u", pack->questions[condition->years.question].id,
			condition->years.from, condition->years.to);
		break;
	case CONDITION_ALWAYS:
		text_add(text, "always");
		break;
	default:
		add_parts(text, pack, condition);
	}
}

static void add_when(struct text *text, const struct pack *pack, const char *name,
	const struct condition *condition)
{
	text_format(text, "  %s: ", name);
	add_condition(text, pack, condition);
	text_add(text, "\n");
}

static void add_date(struct text *text, const char *name, struct date date)
{
	text_format(text, "  %s: %04d-%02d-%02d\n", name, date.year, date.month, date.day);
}

static void add_card(struct text *text, const struct pack *pack)
{
	const struct contact *contact = &pack->contact;
	text_format(text, "pack %s\n", pack->id);
	add_field(text, "title", pack->title);
	add_field(text, "version", pack->version);
	add_field(text, "language", pack->language);
	add_date(text, "reviewed", pack->reviewed);
	add_date(text, "review by", pack->review_by);
	add_field(text, "contact", contact->name);
	add_field(text, "phone", contact->phone);
	add_field(text, "website", contact->website);
	add_field(text, "discreet", contact->discreet);
	add_field(text, "checked", contact->checked);
	for (size_t i = 0; i < contact->before_calling_count; i++)
		add_field(text, "before calling", contact->before_calling[i]);
	for (size_t i = 0; i < pack->source_count; i++) {
		text_format(text, "source %s\n", pack->sources[i].id);
		add_field(text, "title", pack->sources[i].title);
		add_field(text, "publisher", pack->sources[i].publisher);
		add_field(text, "url", pack->sources[i].url);
		add_field(text, "date", pack->sources[i].date);
	}
	for (size_t i = 0; i < pack->service_count; i++)
		text_format(
			text, "service %s: %s\n", pack->services[i].id, pack->services[i].title);
}

static void add_question(struct text *text, const struct question *question)
{
	text_format(text, "question %s, %s%s%s\n", question->id, question_type_word(question->type),
		question->fixed ? ", fixed" : "", question->sensitive ? ", sensitive" : "");
	add_field(text, "ask", question->ask);
	add_field(text, "why", question->why);
	add_field(text, "help", question->help);
	add_citation(text, &question->citation);
	for (size_t i = 0; i < question->option_count; i++)
		text_format(text, "  option %s: %s\n", question->options[i].id,
			question->options[i].label);
}

static void add_path(struct text *text, const struct pack *pack, const struct path *path)
{
	text_format(text, "path %s\n", path->id);
	add_field(text, "service", pack->services[path->service].id);
	add_field(text, "title", path->title);
	add_field(text, "offers", path->offers);
	add_when(text, pack, "applies", &path->applies);
	if (path->possible)
		add_when(text, pack, "possible", path->possible);
	add_field(text, "depends on", path->depends_on);
	add_field(text, "next", path->next);
	add_citation(text, &path->citation);
}

void pack_listing_add(struct text *text, const struct pack *pack)
{
	add_card(text, pack);
	for (size_t i = 0; i < pack->group_count; i++) {
		text_format(text, "group %s: %s:", pack->groups[i].id, pack->groups[i].title);
		add_countries(text, &pack->groups[i].countries);
		text_add(text, "\n");
		add_citation(text, &pack->groups[i].citation);
	}
	for (size_t i = 0; i < pack->question_count; i++)
		add_question(text, &pack->questions[i]);
	for (size_t i = 0; i < pack->fact_count; i++) {
		text_format(text, "fact %s\n", pack->facts[i].id);
		add_field(text, "title", pack->facts[i].title);
		add_when(text, pack, "when", &pack->facts[i].when);
	}
	for (size_t i = 0; i < pack->path_count; i++)
		add_path(text, pack, &pack->paths[i]);
	for (size_t i = 0; i < pack->notice_count; i++) {
		text_format(text, "notice %s\n", pack->notices[i].id);
		add_when(text, pack, "when", &pack->notices[i].when);
		add_field(text, "text", pack->notices[i].text);
		add_citation(text, &pack->notices[i].citation);
	}
}
