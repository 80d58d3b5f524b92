/* How far a pack is translated: for each language that there is a catalogue of it in, how many of
 * its texts the catalogue has. */
#ifndef TRANSLATIONS_H
#define TRANSLATIONS_H

#include "screener/pack.h"
#include "screener/pack_texts.h"

#include <stddef.h>

/* One catalogue. A text that stands in several places of the pack counts once. */
struct translation {
	char *language; /* as its folder is named: "nl"; owned by the list */
	size_t translated;
	size_t missing;
	size_t unused; /* translations of what is no text of the pack any more */
	struct pack_text first_missing; /* where there are any; borrows from the pack */
};

/* In the order of their languages' codes. */
struct translation_list {
	struct translation *items;
	size_t count;
	size_t texts; /* that the pack has */
};

/*
 * Fills `list` from every FOLDER/LANGUAGE/LC_MESSAGES/ID.mo, with the folder of the catalogues and
 * the pack's id. One that is no catalogue has nothing translated, as for gettext.
 */
void translations_find(
	struct translation_list *list, const struct pack *pack, const char *catalogues);
void translation_list_destroy(struct translation_list *list);

#endif
