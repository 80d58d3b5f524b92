/* How well a country's name fits what is typed. Both are search keys. */
#ifndef COUNTRY_SEARCH_FIT_H
#define COUNTRY_SEARCH_FIT_H

#include <stddef.h>
#include <stdint.h>

/* The best first. What comes after COUNTRY_FIT_NEAR is only looked at where nothing fits better. */
enum country_fit {
	COUNTRY_FIT_CODE, /* not of a name: the code is what was typed */
	COUNTRY_FIT_WHOLE, /* the name is what was typed */
	COUNTRY_FIT_FOREIGN, /* ... in one of the other languages */
	COUNTRY_FIT_BEGINNING, /* it begins so */
	COUNTRY_FIT_WORD, /* a word in it begins so */
	COUNTRY_FIT_INSIDE, /* it has that anywhere */
	COUNTRY_FIT_WORDS, /* for each word typed it has one that begins so */
	COUNTRY_FIT_NEAR, /* it is what was typed, but for one error */
	COUNTRY_FIT_NEAR_BEGINNING,
	COUNTRY_FIT_NEAR_WORD,
	COUNTRY_FIT_NEAR_WORDS,
	COUNTRY_FIT_FOREIGN_BEGINNING,
	COUNTRY_FIT_FOREIGN_PART,
	COUNTRY_FIT_FOREIGN_NEAR,
	COUNTRY_FIT_NOT,
	COUNTRY_FIT_COUNT
};

/* What is typed; borrows the words. */
struct country_typed {
	const char *words;
	size_t length; /* bytes */
	size_t count; /* characters */
	uint32_t letters; /* country_letters_of the words */
};

/* Which letters a key has, one bit for all that share it: what has one that a name lacks cannot be
 * a part of the name. */
uint32_t country_letters_of(const char *key);

struct country_typed country_typed_of(const char *words);

/* How a name in the languages of the screen, with these letters, fits; how an everyday one does, of
 * which no line shows the inside; how one in another language does. */
enum country_fit country_fit_own(
	const char *name, uint32_t letters, const struct country_typed *typed);
enum country_fit country_fit_everyday(
	const char *name, uint32_t letters, const struct country_typed *typed);
enum country_fit country_fit_foreign(
	const char *name, uint32_t letters, const struct country_typed *typed);

#endif
