#include "country_search.h"

#include "languages.h"

#include "screener/arena.h"
#include "screener/memory.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* How well a country fits; the best first. */
enum fit {
	FIT_CODE,
	FIT_WHOLE,
	FIT_BEGINNING,
	FIT_WORD,
	FIT_INSIDE,
	FIT_WORDS,
	FIT_NOT,
	FIT_COUNT
};

enum { NAMES = 3 };

struct entry {
	unsigned country;
	char code[3]; /* in small letters, as keys are */
	const char *keys[NAMES]; /* shown, English where it is another, other names; or NULL */
};

struct country_search {
	struct arena arena;
	struct entry entries[COUNTRY_COUNT]; /* in alphabetical order of the names shown */
};

/* English names in use beside those of ISO 3166-1, as search keys: a blank between words, two
 * between names. */
static const struct {
	char code[3];
	const char *names;
} others[] = {
	{"AE", "uae  emirates"},
	{"CD", "drc  congo kinshasa  zaire"},
	{"CG", "congo brazzaville  republic of the congo"},
	{"CI", "ivory coast"},
	{"CV", "cape verde"},
	{"CZ", "czech republic"},
	{"FK", "malvinas"},
	{"GB", "great britain  england  scotland  wales  uk"},
	{"KP", "north korea"},
	{"KR", "south korea"},
	{"MK", "macedonia"},
	{"MM", "burma"},
	{"NL", "holland"},
	{"RU", "russia"},
	{"SZ", "swaziland"},
	{"TL", "east timor"},
	{"TR", "turkey"},
	{"US", "usa  america"},
	{"VA", "vatican"},
};

static const char *make_key(struct country_search *search, struct text *text, const char *name)
{
	text_clear(text);
	languages_add_key(text, name);
	return arena_copy(&search->arena, text->bytes, text->length);
}

static void fill_entry(struct country_search *search, struct text *text, unsigned country)
{
	struct entry *entry = &search->entries[country];
	const char *name = languages_country(country);
	const char *english = languages_country_english(country);
	const char *code = country_code(country);
	entry->country = country;
	for (size_t i = 0; i < 2; i++)
		entry->code[i] = (char)(code[i] - 'A' + 'a');
	entry->keys[0] = make_key(search, text, name);
	if (name != english && strcmp(name, english) != 0)
		entry->keys[1] = make_key(search, text, english);
}

static int compare_names(const void *a, const void *b)
{
	const struct entry *one = a, *other = b;
	int order = strcmp(one->keys[0], other->keys[0]);
	return order ? order : (int)one->country - (int)other->country;
}

static void add_other_names(struct country_search *search)
{
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		unsigned country;
		if (country_find(others[i].code, 2, &country))
			search->entries[country].keys[2] = others[i].names;
	}
}

struct country_search *country_search_new(void)
{
	struct country_search *search = memory_new(1, sizeof *search);
	struct text text;
	arena_init(&search->arena);
	text_init(&text);
	for (unsigned country = 0; country < COUNTRY_COUNT; country++)
		fill_entry(search, &text, country);
	text_destroy(&text);
	add_other_names(search);
	qsort(search->entries, COUNTRY_COUNT, sizeof search->entries[0], compare_names);
	return search;
}

void country_search_free(struct country_search *search)
{
	if (!search)
		return;
	arena_destroy(&search->arena);
	free(search);
}

/* Whether the name has a word that begins with the `length` bytes at `typed`. */
static bool has_word(const char *name, const char *typed, size_t length)
{
	for (const char *word = name; word; word = strchr(word, ' ')) {
		word += *word == ' ';
		if (strncmp(word, typed, length) == 0)
			return true;
	}
	return false;
}

static bool has_every_word(const char *name, const char *typed)
{
	while (*typed) {
		size_t length = strcspn(typed, " ");
		if (!has_word(name, typed, length))
			return false;
		typed += length;
		typed += strspn(typed, " ");
	}
	return true;
}

static enum fit fit_name(const char *name, const char *typed)
{
	size_t length = strlen(typed);
	if (strncmp(name, typed, length) == 0)
		return FIT_BEGINNING;
	if (has_word(name, typed, length))
		return FIT_WORD;
	if (strstr(name, typed))
		return FIT_INSIDE;
	return has_every_word(name, typed) ? FIT_WORDS : FIT_NOT;
}

static enum fit fit_entry(const struct entry *entry, const char *typed)
{
	if (strcmp(entry->code, typed) == 0)
		return FIT_CODE;
	enum fit best = FIT_NOT;
	for (size_t i = 0; i < NAMES; i++) {
		enum fit fit = entry->keys[i] ? fit_name(entry->keys[i], typed) : FIT_NOT;
		if (fit < best)
			best = fit;
	}
	return best;
}

static size_t collect(
	const struct country_search *search, const char *typed, unsigned found[COUNTRY_COUNT])
{
	unsigned char fits[COUNTRY_COUNT];
	size_t count = 0;
	for (size_t i = 0; i < COUNTRY_COUNT; i++)
		fits[i] = (unsigned char)fit_entry(&search->entries[i], typed);
	for (unsigned fit = FIT_CODE; fit < FIT_NOT; fit++)
		for (size_t i = 0; i < COUNTRY_COUNT; i++)
			if (fits[i] == fit)
				found[count++] = search->entries[i].country;
	return count;
}

size_t country_search_find(
	const struct country_search *search, const char *words, unsigned found[COUNTRY_COUNT])
{
	struct text typed;
	text_init(&typed);
	languages_add_key(&typed, words);
	size_t count = collect(search, typed.bytes, found);
	text_destroy(&typed);
	return count;
}
