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
	}
	free(findings->items);
	finding_list_init(findings);
}

/* Takes the fault's texts. */
static void append(
	struct finding_list *findings, enum finding_level level, const struct fault *fault)
{
	if (findings->count == findings->capacity) {
		findings->capacity = findings->capacity ? findings->capacity * 2 : 16;
		findings->items =
			memory_grow(findings->items, findings->capacity, sizeof *findings->items);
	}
	findings->items[findings->count++] = (struct finding){level, *fault};
	findings->level_counts[level]++;
}

void finding_list_add_faults(struct finding_list *findings, struct fault_list *faults)
{
	for (size_t i = 0; i < faults->count; i++)
		append(findings, FINDING_ERROR, &faults->items[i]);
	faults->count = 0;
}

static char *copy(const char *words)
{
	struct text text;
	text_init(&text);
	text_add(&text, words);
	return text_take(&text);
}

void finding_list_add(struct finding_list *findings, enum finding_level level, struct place place,
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
	append(findings, level, &fault);
}

static void write_finding(const struct finding *finding, struct text *text)
{
	const struct fault *fault = &finding->fault;
	excerpt_add_clean(text, fault->place.file, strlen(fault->place.file));
	if (fault->place.line)
		text_format(text, ":%u:%u", fault->place.line, fault->place.column);
	text_format(text, ": %s: %s\n", level_words[finding->level], fault->message);
	if (fault->line)
		excerpt_add(text, fault->line, fault->caret);
}

void finding_list_write(const struct finding_list *findings, struct text *text)
{
	for (size_t i = 0; i < findings->count; i++)
		write_finding(&findings->items[i], text);
}
