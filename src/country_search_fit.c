#include "country_search_fit.h"

#include "typing_error.h"

#include <stdbool.h>
#include <string.h>

/* With fewer letters, one error makes too many names of each other. */
enum { NEAR_LETTERS = 4 };

struct country_typed country_typed_of(const char *words)
{
	size_t length = strlen(words);
	return (struct country_typed){
		words, length, typing_letters(words, length), country_letters_of(words)};
}

uint32_t country_letters_of(const char *key)
{
	uint32_t letters = 0;
	for (; *key; key++)
		letters |= UINT32_C(1) << (*key & 31);
	return letters;
}

/* Most names lack several of the letters typed, and need no closer look: one error brings in one
 * letter, of up to four bytes. */
static bool is_too_far(uint32_t letters, const struct country_typed *typed)
{
	int lacking = __builtin_popcount(typed->letters & ~letters);
	return lacking > (typed->length > typed->count ? 4 : 1);
}

static bool begins(const char *typed, size_t length, const char *name)
{
	return strncmp(name, typed, length) == 0;
}

static bool is_near(const char *typed, size_t length, const char *name)
{
	return typing_error_in_word(typed, length, name) ||
	       typing_doubles_in_word(typed, length, name);
}

static bool begins_nearly(const char *typed, size_t length, const char *name)
{
	return typing_error_in_beginning(typed, length, name) ||
	       typing_doubles_in_beginning(typed, length, name);
}

/* Whether the name fits from one of its words on. */
static bool has_word(const char *name, const char *typed, size_t length,
	bool (*fits)(const char *typed, size_t length, const char *name))
{
	for (const char *word = name; word; word = strchr(word, ' ')) {
		word += *word == ' ';
		if (fits(typed, length, word))
			return true;
	}
	return false;
}

/* Whether each word typed is the beginning of a word of the name; `errors` of them may have one
 * error. */
static bool has_every_word(const char *name, const char *typed, unsigned errors)
{
	while (*typed) {
		size_t length = strcspn(typed, " ");
		if (!has_word(name, typed, length, begins)) {
			if (errors == 0 || typing_letters(typed, length) < NEAR_LETTERS ||
				!has_word(name, typed, length, begins_nearly))
				return false;
			errors--;
		}
		typed += length;
		typed += strspn(typed, " ");
	}
	return true;
}

static enum country_fit fit_exactly(const char *name, const struct country_typed *typed)
{
	if (begins(typed->words, typed->length, name))
		return name[typed->length] ? COUNTRY_FIT_BEGINNING : COUNTRY_FIT_WHOLE;
	if (!strstr(name, typed->words))
		return has_every_word(name, typed->words, 0) ? COUNTRY_FIT_WORDS : COUNTRY_FIT_NOT;
	return has_word(name, typed->words, typed->length, begins) ? COUNTRY_FIT_WORD
								   : COUNTRY_FIT_INSIDE;
}

static enum country_fit fit_nearly(const char *name, const struct country_typed *typed)
{
	if (typed->count < NEAR_LETTERS)
		return COUNTRY_FIT_NOT;
	if (is_near(typed->words, typed->length, name))
		return COUNTRY_FIT_NEAR;
	if (begins_nearly(typed->words, typed->length, name))
		return COUNTRY_FIT_NEAR_BEGINNING;
	if (has_word(name, typed->words, typed->length, begins_nearly))
		return COUNTRY_FIT_NEAR_WORD;
	return has_every_word(name, typed->words, 1) ? COUNTRY_FIT_NEAR_WORDS : COUNTRY_FIT_NOT;
}

enum country_fit country_fit_own(
	const char *name, uint32_t letters, const struct country_typed *typed)
{
	if (is_too_far(letters, typed))
		return COUNTRY_FIT_NOT;
	enum country_fit fit = fit_exactly(name, typed);
	return fit == COUNTRY_FIT_NOT ? fit_nearly(name, typed) : fit;
}

enum country_fit country_fit_everyday(
	const char *name, uint32_t letters, const struct country_typed *typed)
{
	enum country_fit fit = country_fit_own(name, letters, typed);
	return fit == COUNTRY_FIT_INSIDE ? COUNTRY_FIT_NOT : fit;
}

enum country_fit country_fit_foreign(
	const char *name, uint32_t letters, const struct country_typed *typed)
{
	if (is_too_far(letters, typed))
		return COUNTRY_FIT_NOT;
	switch (fit_exactly(name, typed)) {
	case COUNTRY_FIT_WHOLE:
		return COUNTRY_FIT_FOREIGN;
	case COUNTRY_FIT_BEGINNING:
		return COUNTRY_FIT_FOREIGN_BEGINNING;
	case COUNTRY_FIT_NOT:
		break;
	default:
		return COUNTRY_FIT_FOREIGN_PART;
	}
	bool near = typed->count >= NEAR_LETTERS && is_near(typed->words, typed->length, name);
	return near ? COUNTRY_FIT_FOREIGN_NEAR : COUNTRY_FIT_NOT;
}
