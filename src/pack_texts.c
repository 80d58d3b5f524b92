#include "screener/pack_texts.h"

/* A walk over the texts, and what the next ones belong to. */
struct walk {
	void (*visit)(const struct pack_text *text, void *context);
	void *context;
	const char *id;
	const char *option;
	struct place place;
};

static void tell(const struct walk *walk, enum pack_text_kind kind, const char *words)
{
	const struct pack_text text = {
		.kind = kind,
		.words = words,
		.id = walk->id,
		.option = walk->option,
		.place = walk->place,
	};
	if (words && *words)
		walk->visit(&text, walk->context);
}

/* From here on the texts are those of another thing. */
static void enter(struct walk *walk, const char *id, struct place place)
{
	walk->id = id;
	walk->place = place;
}

static void tell_card(struct walk *walk, const struct pack *pack)
{
	const struct contact *contact = &pack->contact;
	const char *file = pack->file_count ? pack->files[0].path : NULL;
	enter(walk, "", (struct place){.file = file});
	tell(walk, PACK_TEXT_TITLE, pack->title);
	enter(walk, "", contact->place);
	tell(walk, PACK_TEXT_CONTACT, contact->name);
	for (size_t i = 0; i < contact->before_calling_count; i++)
		tell(walk, PACK_TEXT_BEFORE_CALLING, contact->before_calling[i]);
	tell(walk, PACK_TEXT_DISCREET, contact->discreet);
	for (size_t i = 0; i < pack->source_count; i++) {
		enter(walk, pack->sources[i].id, pack->sources[i].place);
		tell(walk, PACK_TEXT_SOURCE, pack->sources[i].title);
		tell(walk, PACK_TEXT_PUBLISHER, pack->sources[i].publisher);
	}
	for (size_t i = 0; i < pack->service_count; i++) {
		enter(walk, pack->services[i].id, pack->services[i].place);
		tell(walk, PACK_TEXT_SERVICE, pack->services[i].title);
	}
}

static void tell_groups(struct walk *walk, const struct pack *pack)
{
	for (size_t i = 0; i < pack->group_count; i++) {
		enter(walk, pack->groups[i].id, pack->groups[i].place);
		tell(walk, PACK_TEXT_GROUP, pack->groups[i].title);
	}
}

static void tell_options(struct walk *walk, const struct question *question)
{
	if (question->type == QUESTION_YES_NO)
		return;
	for (size_t i = 0; i < question->option_count; i++) {
		walk->option = question->options[i].id;
		walk->place = question->options[i].place;
		tell(walk, PACK_TEXT_OPTION, question->options[i].label);
	}
	walk->option = NULL;
}

static void tell_questions(struct walk *walk, const struct pack *pack)
{
	for (size_t i = 0; i < pack->question_count; i++) {
		const struct question *question = &pack->questions[i];
		enter(walk, question->id, question->place);
		tell(walk, PACK_TEXT_ASK, question->ask);
		tell(walk, PACK_TEXT_WHY, question->why);
		tell(walk, PACK_TEXT_HELP, question->help);
		tell_options(walk, question);
	}
}

static void tell_facts(struct walk *walk, const struct pack *pack)
{
	for (size_t i = 0; i < pack->fact_count; i++) {
		enter(walk, pack->facts[i].id, pack->facts[i].place);
		tell(walk, PACK_TEXT_FACT, pack->facts[i].title);
	}
}

static void tell_paths(struct walk *walk, const struct pack *pack)
{
	for (size_t i = 0; i < pack->path_count; i++) {
		const struct path *path = &pack->paths[i];
		enter(walk, path->id, path->place);
		tell(walk, PACK_TEXT_PATH, path->title);
		tell(walk, PACK_TEXT_OFFERS, path->offers);
		tell(walk, PACK_TEXT_DEPENDS_ON, path->depends_on);
		tell(walk, PACK_TEXT_NEXT, path->next);
	}
}

static void tell_notices(struct walk *walk, const struct pack *pack)
{
	for (size_t i = 0; i < pack->notice_count; i++) {
		enter(walk, pack->notices[i].id, pack->notices[i].place);
		tell(walk, PACK_TEXT_NOTICE, pack->notices[i].text);
	}
}

void pack_visit_texts(const struct pack *pack,
	void (*visit)(const struct pack_text *text, void *context), void *context)
{
	static void (*const parts[])(struct walk *, const struct pack *) = {
		tell_card, tell_groups, tell_questions, tell_facts, tell_paths, tell_notices};
	struct walk walk = {.visit = visit, .context = context};
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		parts[i](&walk, pack);
}
