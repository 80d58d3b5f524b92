#include "finding.h"

#include "languages.h"
#include "reader_excerpt.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* As compilers say them, so that editors find the places: not translated. */
static const char *const level_words[FINDING_LEVEL_COUNT] = {
	[FINDING_ERROR] = "error",
	[FINDING_WARNING] = "warning",
	[FINDING_NOTE] = "note",
};

static const struct {
	enum finding_level level;
	const char *word;
} kinds[FINDING_KIND_COUNT] = {
	[FINDING_FAULT] = {FINDING_ERROR, "fault"},
	[FINDING_SOURCE_MISSING] = {FINDING_ERROR, "source-missing"},
	[FINDING_CLIENT_PATH] = {FINDING_ERROR, "client-path-differs"},
	[FINDING_CLIENT_NOTICE] = {FINDING_ERROR, "client-notice-differs"},
	[FINDING_CLIENT_NEXT] = {FINDING_ERROR, "client-next-differs"},
	[FINDING_APPLIES_UNREACHABLE] = {FINDING_ERROR, "applies-unreachable"},
	[FINDING_POSSIBLE_UNREACHABLE] = {FINDING_ERROR, "possible-unreachable"},
	[FINDING_NOTICE_UNREACHABLE] = {FINDING_ERROR, "notice-unreachable"},
	[FINDING_DEAD_END] = {FINDING_ERROR, "dead-end"},
	[FINDING_ALWAYS_APPLIES] = {FINDING_WARNING, "always-applies"},
	[FINDING_QUESTION_UNUSED] = {FINDING_WARNING, "question-unused"},
	[FINDING_QUESTION_IDLE] = {FINDING_WARNING, "question-no-difference"},
	[FINDING_FACT_UNUSED] = {FINDING_WARNING, "fact-unused"},
	[FINDING_FACT_IDLE] = {FINDING_WARNING, "fact-no-difference"},
	[FINDING_GROUP_UNUSED] = {FINDING_WARNING, "group-unused"},
	[FINDING_GROUP_IDLE] = {FINDING_WARNING, "group-no-difference"},
	[FINDING_NOT_PROVED] = {FINDING_WARNING, "not-proved"},
	[FINDING_SAME_OUTCOME] = {FINDING_NOTE, "same-outcome"},
	[FINDING_OPTIONS_ALIKE] = {FINDING_NOTE, "options-alike"},
	[FINDING_OUTCOME_UNTRIED] = {FINDING_NOTE, "outcome-untried"},
	[FINDING_NOTICE_UNTRIED] = {FINDING_NOTE, "notice-untried"},
	[FINDING_UNTRANSLATED] = {FINDING_NOTE, "untranslated"},
	[FINDING_TRANSLATION_UNUSED] = {FINDING_NOTE, "translation-unused"},
};

enum finding_level finding_level(enum finding_kind kind)
{
	return kinds[kind].level;
}

const char *finding_level_word(enum finding_level level)
{
	return level_words[level];
}

const char *finding_kind_word(enum finding_kind kind)
{
	return kinds[kind].word;
}

void finding_list_init(struct finding_list *findings)
{
	*findings = (struct finding_list){0};
}

void finding_list_destroy(struct finding_list *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		struct fault *fault = &findings->items[i].fault;
		free((char *)fault->place.file);
		free(fault->message);
		free(fault->line);
		free(findings->items[i].client);
	}
	free(findings->items);
	finding_list_init(findings);
}

/* Takes the fault's texts. */
static void append(struct finding_list *findings, enum finding_kind kind, const struct fault *fault)
{
	if (findings->count == findings->capacity) {
		findings->capacity = findings->capacity ? findings->capacity * 2 : 16;
		findings->items =
			memory_grow(findings->items, findings->capacity, sizeof *findings->items);
	}
	findings->items[findings->count++] = (struct finding){kind, *fault, NULL};
	findings->level_counts[finding_level(kind)]++;
}

void finding_list_add_faults(struct finding_list *findings, struct fault_list *faults)
{
	for (size_t i = 0; i < faults->count; i++)
		append(findings, FINDING_FAULT, &faults->items[i]);
	faults->count = 0;
}

static char *copy(const char *words)
{
	struct text text;
	text_init(&text);
	text_add(&text, words);
	return text_take(&text);
}

void finding_list_add(struct finding_list *findings, enum finding_kind kind, struct place place,
	const struct pack_file *file, const char *message)
{
	struct text clean;
	text_init(&clean);
	excerpt_add_clean(&clean, message, strlen(message));
	struct fault fault = {.place = place, .message = text_take(&clean)};
	fault.place.file = copy(file->path);
	if (place.line)
		fault.line = excerpt_take(
			file->text, file->length, place.line, place.column, &fault.caret);
	append(findings, kind, &fault);
}

void finding_list_add_client(struct finding_list *findings, char *client)
{
	findings->items[findings->count - 1].client = client;
}

static void write_finding(const struct finding *finding, struct text *text)
{
	const struct fault *fault = &finding->fault;
	excerpt_add_clean(text, fault->place.file, strlen(fault->place.file));
	if (fault->place.line)
		text_format(text, ":%u:%u", fault->place.line, fault->place.column);
	text_format(text, ": %s: %s\n", level_words[finding_level(finding->kind)], fault->message);
	if (fault->line)
		excerpt_add(text, fault->line, fault->caret);
	if (!finding->client)
		return;
	/* TRANSLATORS: a comment in YAML, so the # must stay; the client follows */
	text_format(
		text, "  %s\n%s\n", _("# such a client, ready for clients.yaml:"), finding->client);
}

void finding_list_write(const struct finding_list *findings, struct text *text)
{
	for (int level = 0; level < FINDING_LEVEL_COUNT; level++)
		for (size_t i = 0; i < findings->count; i++)
			if (finding_level(findings->items[i].kind) == (enum finding_level)level)
				write_finding(&findings->items[i], text);
}
