#include "country_search_names.h"

#include "catalogue.h"
#include "country_everyday.h"
#include "country_names.h"
#include "country_search_fit.h"
#include "languages.h"

#include "screener/memory.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The wizard's own languages, and some more of clients and their neighbours. */
static const char *const languages[] = {"nl", "en", "pl", "ro", "bg", "hu", "es", "uk", "ar", "fr",
	"ru", "pt", "tr", "vi", "zh_CN", "ti", "so", "sq", "fa", "tl", "de", "it", "am", "bn",
	"ckb", "cs", "da", "el", "et", "hi", "hr", "hy", "id", "ka", "kmr", "lt", "lv", "ne", "ps",
	"sk", "sl", "sr", "sv", "sw", "th", "ur"};

enum { LANGUAGES = sizeof languages / sizeof languages[0] };

/* Names being added. */
struct adding {
	struct country_name_list *list;
	struct text key;
	struct text part;
	unsigned country;
	size_t first; /* of the country's names in the list */
};

void country_name_list_init(struct country_name_list *list)
{
	*list = (struct country_name_list){0};
	arena_init(&list->arena);
}

void country_name_list_destroy(struct country_name_list *list)
{
	arena_destroy(&list->arena);
	free(list->items);
	*list = (struct country_name_list){0};
}

static void start(struct adding *adding, struct country_name_list *list)
{
	*adding = (struct adding){.list = list};
	text_init(&adding->key);
	text_init(&adding->part);
}

static void finish(struct adding *adding)
{
	text_destroy(&adding->key);
	text_destroy(&adding->part);
}

static bool is_known(const struct adding *adding)
{
	for (size_t i = adding->first; i < adding->list->count; i++)
		if (strcmp(adding->list->items[i].key, adding->key.bytes) == 0)
			return true;
	return false;
}

/* Adds the words as a name, unless it is there already; where it is `said`, it is what is shown of
 * the country. */
static void add_key(struct adding *adding, const char *words, bool said)
{
	struct country_name_list *list = adding->list;
	text_clear(&adding->key);
	languages_add_key(&adding->key, words);
	if (!adding->key.length || is_known(adding))
		return;
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 128;
		list->items = memory_grow(list->items, list->capacity, sizeof list->items[0]);
	}
	const char *key = arena_copy(&list->arena, adding->key.bytes, adding->key.length);
	const char *shown = said ? arena_copy(&list->arena, words, strlen(words)) : NULL;
	list->items[list->count++] =
		(struct country_name){key, shown, adding->country, country_letters_of(key)};
}

/* Where the part of a name begins that ISO puts behind it: "Congo, The Democratic Republic of the";
 * or one in brackets. */
static const char *find_part(const char *name, size_t *mark)
{
	static const char *const marks[] = {", ", "، ", " ("};
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		const char *found = strstr(name, marks[i]);
		*mark = strlen(marks[i]);
		if (found)
			return found;
	}
	return NULL;
}

/* Reads the names in a language such as "nl", "pt_BR" or "nl_NL.UTF-8"; where a country's form of
 * the language has none, those of the language. */
static bool read_language(struct catalogue *catalogue, const char *language)
{
	const size_t lengths[] = {strcspn(language, ".@:/"), strcspn(language, "_.@:/")};
	for (size_t i = 0; i < 2 && lengths[1] > 0; i++) {
		char path[1024];
		int length = snprintf(path, sizeof path,
			SCREENER_ISO_LOCALES "/%.*s/LC_MESSAGES/" LANGUAGES_COUNTRY_DOMAIN ".mo",
			(int)lengths[i], language);
		if (length > 0 && (size_t)length < sizeof path && catalogue_read(catalogue, path))
			return true;
	}
	return false;
}

/* Adds a name as it is, without what stands behind it, and with that in front. */
static void add_name(struct adding *adding, const char *name, bool said)
{
	size_t mark;
	const char *part = find_part(name, &mark);
	add_key(adding, name, said);
	if (!part)
		return;
	text_clear(&adding->part);
	text_add_bytes(&adding->part, name, (size_t)(part - name));
	add_key(adding, adding->part.bytes, said);
	text_clear(&adding->part);
	text_format(&adding->part, "%s %.*s", part + mark, (int)(part - name), name);
	add_key(adding, adding->part.bytes, said);
}

/* The next country of the list begins here. */
static void begin_country(struct adding *adding, unsigned country)
{
	adding->country = country;
	adding->first = adding->list->count;
}

/* Names in a catalogue, the everyday one first. */
static void add_translations(struct adding *adding, const struct catalogue *catalogue)
{
	const char *const originals[] = {
		country_names[adding->country], country_formal_names[adding->country]};
	for (size_t i = 0; i < sizeof originals / sizeof originals[0]; i++) {
		const char *name = originals[i] ? catalogue_find(catalogue, originals[i]) : NULL;
		if (name)
			add_name(adding, name, true);
	}
}

void country_name_list_add_own(struct country_name_list *list, const char *client_language)
{
	struct adding adding;
	struct catalogue client = {0};
	bool second = client_language && read_language(&client, client_language);
	start(&adding, list);
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		begin_country(&adding, country);
		add_name(&adding, languages_country(country), false);
		add_name(&adding, languages_country_english(country), false);
		if (second)
			add_translations(&adding, &client);
	}
	finish(&adding);
	catalogue_destroy(&client);
}

void country_name_list_add_everyday(struct country_name_list *list)
{
	struct adding adding;
	start(&adding, list);
	for (size_t i = 0; i < country_everyday_count; i++) {
		const struct country_everyday *everyday = &country_everyday[i];
		if (!country_find(everyday->code, 2, &adding.country))
			continue;
		adding.first = list->count;
		add_name(&adding, everyday->name, true);
	}
	finish(&adding);
}

void country_name_list_add_foreign(struct country_name_list *list)
{
	struct adding adding;
	struct catalogue catalogues[LANGUAGES];
	size_t count = 0;
	for (size_t i = 0; i < LANGUAGES; i++)
		count += read_language(&catalogues[count], languages[i]);
	start(&adding, list);
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		const char *formal = country_formal_names[country];
		begin_country(&adding, country);
		if (formal)
			add_name(&adding, formal, true);
		for (size_t i = 0; i < count; i++)
			add_translations(&adding, &catalogues[i]);
	}
	finish(&adding);
	for (size_t i = 0; i < count; i++)
		catalogue_destroy(&catalogues[i]);
}
