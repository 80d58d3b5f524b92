#include "reader_fault.h"

#include "languages.h"
#include "reader_excerpt.h"
#include "reader_tree.h"

#include "screener/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of a quoted text that are shown. */
enum { SHOWN_LIMIT = 60 };

void fault_list_init(struct fault_list *faults)
{
	*faults = (struct fault_list){0};
}

void fault_list_destroy(struct fault_list *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		free((char *)faults->items[i].place.file);
		free(faults->items[i].message);
		free(faults->items[i].line);
	}
	free(faults->items);
	fault_list_init(faults);
}

static void write_fault(const struct fault *fault, struct text *text)
{
	excerpt_add_clean(text, fault->place.file, strlen(fault->place.file));
	if (fault->place.line)
		text_format(text, ":%u:%u", fault->place.line, fault->place.column);
	text_format(text, ": error: %s\n", fault->message);
	if (fault->line)
		excerpt_add(text, fault->line, fault->caret);
}

void fault_list_write(const struct fault_list *faults, struct text *text)
{
	for (size_t i = 0; i < faults->count; i++)
		write_fault(&faults->items[i], text);
}

static struct fault *add(struct fault_list *faults)
{
	if (faults->count == faults->capacity) {
		faults->capacity = faults->capacity ? faults->capacity * 2 : 8;
		faults->items = memory_grow(faults->items, faults->capacity, sizeof *faults->items);
	}
	struct fault *fault = &faults->items[faults->count++];
	*fault = (struct fault){0};
	return fault;
}

static void add_fault(
	struct reading *reading, struct place place, const char *format, va_list arguments)
{
	char message[1024];
	vsnprintf(message, sizeof message, format, arguments);
	struct text clean, file;
	text_init(&clean);
	text_init(&file);
	excerpt_add_clean(&clean, message, strlen(message));
	text_add(&file, reading->file);
	struct fault *fault = add(reading->faults);
	fault->place = place;
	fault->place.file = text_take(&file);
	fault->message = text_take(&clean);
	if (place.line)
		fault->line = excerpt_take(
			reading->text, reading->length, place.line, place.column, &fault->caret);
}

/* Whether there is room for another fault. */
static bool has_room(struct reading *reading)
{
	if (reading->faults->count >= reading->limit)
		reading->full = true;
	return !reading->full;
}

void fault_at(struct reading *reading, unsigned line, unsigned column, const char *format, ...)
{
	if (!has_room(reading))
		return;
	va_list arguments;
	va_start(arguments, format);
	add_fault(reading, (struct place){.line = line, .column = column}, format, arguments);
	va_end(arguments);
}

void fault_of_file(struct reading *reading, const char *format, ...)
{
	if (!has_room(reading))
		return;
	va_list arguments;
	va_start(arguments, format);
	add_fault(reading, (struct place){0}, format, arguments);
	va_end(arguments);
}

void fault_in(struct reading *reading, const struct node *node, const char *format, ...)
{
	if (!has_room(reading))
		return;
	va_list arguments;
	va_start(arguments, format);
	add_fault(reading, (struct place){.line = node->line, .column = node->column}, format,
		arguments);
	va_end(arguments);
}

const char *shown(struct reading *reading, const char *text)
{
	size_t length = strlen(text);
	if (length <= SHOWN_LIMIT)
		return text;
	length = SHOWN_LIMIT;
	while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	char *cut = arena_new(reading->scratch, length + sizeof "...", 1);
	memcpy(cut, text, length);
	memcpy(cut + length, "...", sizeof "...");
	return cut;
}

void reading_begin(struct reading *reading, const char *file, const char *text, size_t length)
{
	reading->file = file;
	reading->text = text;
	reading->length = length;
	reading->first = reading->faults->count;
}

static bool is_before(const struct place *a, const struct place *b)
{
	if (a->line != b->line)
		return a->line < b->line;
	return a->column < b->column;
}

/* At most FAULT_LIMIT faults, found nearly in order: moves each back to where it belongs. */
static void sort(struct fault *faults, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct fault fault = faults[i];
		size_t at = i;
		for (; at > 0 && is_before(&fault.place, &faults[at - 1].place); at--)
			faults[at] = faults[at - 1];
		faults[at] = fault;
	}
}

static void say_full(struct reading *reading, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_fault(reading, (struct place){0}, format, arguments);
	va_end(arguments);
}

void reading_end(struct reading *reading)
{
	struct fault_list *faults = reading->faults;
	if (faults->count > reading->first)
		sort(faults->items + reading->first, faults->count - reading->first);
	if (reading->full)
		say_full(reading,
			_("there are more than %d faults: mend these first, then read it again"),
			FAULT_LIMIT);
}
