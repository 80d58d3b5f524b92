/* What differs between two packs as they are written, whether or not any client feels it. */
#ifndef DIFF_STRUCTURE_H
#define DIFF_STRUCTURE_H

#include "screener/country.h"
#include "screener/difference.h"
#include "screener/pack.h"

#include <stddef.h>

enum diff_kind {
	DIFF_QUESTION,
	DIFF_OPTION,
	DIFF_GROUP,
	DIFF_FACT,
	DIFF_SERVICE,
	DIFF_PATH,
	DIFF_NOTICE,
	DIFF_KIND_COUNT
};

enum diff_form {
	DIFF_ONLY_OLD,
	DIFF_ONLY_NEW,
	DIFF_MOVED, /* its place among those that both have */
	DIFF_TYPE, /* of a question */
	DIFF_OPTIONS, /* of a choice: none of one pack is in the other */
	DIFF_FIXED,
	DIFF_SENSITIVE,
	DIFF_SERVED, /* of a path: the service it is under */
	DIFF_RENAMED, /* of a group: the same countries under another id */
	DIFF_COUNTRIES, /* of a group */
	DIFF_FORM_COUNT
};

/* Texts are the packs'. */
struct diff_part {
	enum diff_kind kind;
	enum diff_form form;
	const char *id;
	const char *within; /* of an option: its question */
	const char *old; /* the word that changed, where one did */
	const char *new;
	struct country_set removed; /* of a group */
	struct country_set added;
};

struct diff_structure {
	struct diff_part *parts;
	size_t count;
	size_t capacity;
	size_t texts; /* titles, explanations, sources and other texts that differ */
};

/* Borrows the packs, which must outlive it. */
void diff_structure_init(
	struct diff_structure *structure, const struct pack *old, const struct pack *new);
void diff_structure_destroy(struct diff_structure *structure);

#endif
