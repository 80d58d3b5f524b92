/* The languages that there are texts in, each named in itself: those with a catalogue of the
 * program's texts, and English, in which they are written. */
#ifndef LANGUAGE_LIST_H
#define LANGUAGE_LIST_H

#include "screener/error.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

struct language {
	char code[16]; /* as the catalogue's folder is named: "ro" */
	bool reviewed; /* by native speakers, as far as language_review has looked */
};

/* In the alphabetical order of their own names. */
struct language_list {
	struct language *items;
	size_t count;
};

/* Looks which catalogues FOLDER/LANGUAGE/LC_MESSAGES there are. */
void language_list_init(struct language_list *list, const char *catalogues);
void language_list_destroy(struct language_list *list);

/* Finds out whether native speakers have reviewed the program's texts and the pack's in this
 * language. Reads whole catalogues, which takes a part of a millisecond. */
void language_review(struct language *language, const struct pack *pack, const char *catalogues);
void language_list_review(
	struct language_list *list, const struct pack *pack, const char *catalogues);

/* The one with this code, or with the code of a locale's language such as "ro_RO.UTF-8"; NULL where
 * there is none. */
const struct language *language_list_find(const struct language_list *list, const char *code);

/* A language's name in itself, and in the language shown; its code where that is not known. */
const char *language_own_name(const struct language *language);
const char *language_name(const struct language *language);

/* Whether texts are shown in this language now. */
bool language_is_shown(const struct language *language);

/* Sets `error` to say that there is none with this code, and which there are. Returns false. */
bool language_list_refuse(const struct language_list *list, const char *code, struct error *error);

#endif
