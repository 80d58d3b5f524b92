/* The texts of a pack that people read, one after the other: what a translation of the pack is made
 * of. */
#ifndef SCREENER_PACK_TEXTS_H
#define SCREENER_PACK_TEXTS_H

#include "screener/error.h"
#include "screener/pack.h"

enum pack_text_kind {
	PACK_TEXT_TITLE, /* of the pack */
	PACK_TEXT_CONTACT,
	PACK_TEXT_DISCREET,
	PACK_TEXT_BEFORE_CALLING,
	PACK_TEXT_SOURCE,
	PACK_TEXT_PUBLISHER,
	PACK_TEXT_SERVICE,
	PACK_TEXT_GROUP,
	PACK_TEXT_ASK,
	PACK_TEXT_WHY,
	PACK_TEXT_HELP,
	PACK_TEXT_OPTION,
	PACK_TEXT_FACT,
	PACK_TEXT_PATH,
	PACK_TEXT_OFFERS,
	PACK_TEXT_DEPENDS_ON,
	PACK_TEXT_NEXT,
	PACK_TEXT_NOTICE,
	PACK_TEXT_KIND_COUNT
};

struct pack_text {
	enum pack_text_kind kind;
	const char *words; /* as languages_pack_text looks it up; never empty */
	const char *id; /* of what it belongs to; "" for the pack itself and its contact */
	const char *option; /* the option's id for PACK_TEXT_OPTION, else NULL */
	struct place place; /* of what it belongs to; the line is 0 for the pack's title */
};

/*
 * Calls `visit` for every text, in the order of the pack's files. A text that stands in two places
 * comes twice. The labels of yes-no questions are the program's own and are not among them.
 */
void pack_visit_texts(const struct pack *pack,
	void (*visit)(const struct pack_text *text, void *context), void *context);

#endif
