#include "translations.h"

#include "catalogue.h"

#include "screener/memory.h"
#include "screener/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A text of the pack, and whether the catalogue looked at has it. */
struct entry {
	struct pack_text text;
	size_t rank; /* how many texts come before it in the pack */
	bool found;
};

/* The texts of a pack. */
struct entries {
	struct entry *items;
	size_t count;
	size_t capacity;
};

static void collect(const struct pack_text *text, void *context)
{
	struct entries *entries = context;
	if (entries->count == entries->capacity) {
		entries->capacity = entries->capacity ? entries->capacity * 2 : 128;
		entries->items =
			memory_grow(entries->items, entries->capacity, sizeof *entries->items);
	}
	entries->items[entries->count] = (struct entry){.text = *text, .rank = entries->count};
	entries->count++;
}

static int compare_words(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	return strcmp(a->text.words, b->text.words);
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = compare_words(a, b);
	return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

/* Sorts the texts by their words; of the same ones the first of the pack stays. */
static void sort(struct entries *entries)
{
	size_t kept = 0;
	qsort(entries->items, entries->count, sizeof *entries->items, compare);
	for (size_t i = 0; i < entries->count; i++)
		if (!kept || compare_words(&entries->items[kept - 1], &entries->items[i]) != 0)
			entries->items[kept++] = entries->items[i];
	entries->count = kept;
}

/* Looks each message up among the texts, and counts those that are none of them. */
static size_t mark(struct entries *entries, const struct catalogue *catalogue)
{
	size_t unused = 0;
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct entry key = {.text.words = catalogue_message(catalogue, i)};
		struct entry *found = bsearch(&key, entries->items, entries->count,
			sizeof *entries->items, compare_words);
		if (found)
			found->found = true;
		else
			unused += *key.text.words != '\0'; /* the header is no translation */
	}
	return unused;
}

static void count(struct translation *translation, struct entries *entries, const char *path)
{
	struct catalogue catalogue = {0};
	size_t first = SIZE_MAX;
	for (size_t i = 0; i < entries->count; i++)
		entries->items[i].found = false;
	if (catalogue_read(&catalogue, path))
		translation->unused = mark(entries, &catalogue);
	catalogue_destroy(&catalogue);
	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->items[i];
		translation->translated += entry->found;
		if (entry->found || entry->rank >= first)
			continue;
		first = entry->rank;
		translation->first_missing = entry->text;
	}
	translation->missing = entries->count - translation->translated;
}

static char *copy(const char *words)
{
	struct text text;
	text_init(&text);
	text_add(&text, words);
	return text_take(&text);
}

static void add(struct translation_list *list, struct entries *entries, const struct pack *pack,
	const char *catalogues, const char *language)
{
	struct text path;
	text_init(&path);
	text_format(&path, "%s/%s/LC_MESSAGES/%s.mo", catalogues, language, pack->id);
	if (access(path.bytes, F_OK) == 0) {
		if (!entries->count) {
			pack_visit_texts(pack, collect, entries);
			sort(entries);
		}
		list->items = memory_grow(list->items, list->count + 1, sizeof *list->items);
		struct translation *translation = &list->items[list->count++];
		*translation = (struct translation){.language = copy(language)};
		count(translation, entries, path.bytes);
	}
	text_destroy(&path);
}

void translations_find(
	struct translation_list *list, const struct pack *pack, const char *catalogues)
{
	struct dirent **languages;
	struct entries entries = {0};
	*list = (struct translation_list){0};
	int found = scandir(catalogues, &languages, NULL, alphasort);
	for (int i = 0; i < found; i++) {
		if (languages[i]->d_name[0] != '.')
			add(list, &entries, pack, catalogues, languages[i]->d_name);
		free(languages[i]);
	}
	if (found >= 0)
		free(languages);
	list->texts = entries.count;
	free(entries.items);
}

void translation_list_destroy(struct translation_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].language);
	free(list->items);
	*list = (struct translation_list){0};
}
