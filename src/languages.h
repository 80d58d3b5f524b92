/* Texts in the language shown: gettext, country names, and what Unicode says of width, line breaks
 * and search keys. */
#ifndef LANGUAGES_H
#define LANGUAGES_H

#include "gettext.h"

#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* All texts are UTF-8, whatever the locale's own encoding: the terminal's side turns them into
 * that. */

/* The gettext domain of iso-codes that has the countries' names. */
#define LANGUAGES_COUNTRY_DOMAIN "iso_3166-1"

/*
 * Sets up gettext: the locale of the environment and, where `language` is not NULL (such as "nl"),
 * that language instead of the locale's. `catalogues` is the folder of the compiled catalogues.
 * May be called again.
 */
void languages_start(const char *language, const char *catalogues);

/* The folder of the catalogues that was given last. */
const char *languages_catalogues(void);

/* Whether the month stands before the day where people write a date in numbers: as the locale for
 * dates has it, or the language that was chosen instead of the locale's. */
bool languages_month_first(void);

/* From here on texts are looked up in this language, whatever they were before; those handed out
 * stay good. So one screen can hold two languages. */
void languages_speak(const char *language);

/* What languages_speak() would have to be given for the language shown; good until it is called. */
const char *languages_spoken(void);

/* Adds the code of the language that the program's texts are shown in, as its catalogue has it
 * ("nl", "zh_CN"), or `otherwise`, which may be NULL, where they are shown as they were written. */
void languages_add_shown(struct text *text, const char *otherwise);

/* Whether native speakers have reviewed the texts of the program and of the pack in the language
 * shown. Texts that are shown as they were written need none. */
bool languages_reviewed(const struct pack *pack);

/* A text of the program in another language, while the one shown stays; NULL: in the one shown. */
const char *languages_text_in(const char *language, const char *text);

/* Whether the locale's own encoding is UTF-8. */
bool languages_is_utf8(void);

/* Adds UTF-8 words in the locale's own encoding; what that lacks is written with the nearest
 * letters it has, or a question mark. */
void languages_add_encoded(struct text *text, const char *words);

/* A text of the pack in the language shown: pack texts are a gettext domain of the pack's id. NULL
 * stays NULL. */
const char *languages_pack_text(const struct pack *pack, const char *text);

/* A country's name in the language shown, and its English name; both as iso-codes has them, the
 * everyday one first. */
const char *languages_country(unsigned country);
const char *languages_country_english(unsigned country);

/* Adds a search key of `words`: case and accents folded away, runs of anything but letters and
 * digits made one blank. */
void languages_add_key(struct text *key, const char *words);

/* How many columns a terminal needs for the text. */
size_t languages_width(const char *text);

/*
 * Breaks the first line off `words`: at most `width` columns (but always one character), at a place
 * where Unicode allows it; a word that is longer is broken inside. A newline ends a line. `*shown`
 * is how many bytes of `words` are the line, without the blanks at its end; `*next` is where the
 * next line begins, and equals the length at the end of the text.
 */
void languages_break(const char *words, size_t width, size_t *shown, size_t *next);

#endif
