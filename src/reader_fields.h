/* A mapping read by a table of its keys: which there are, what each holds, whether it is needed and
 * where it goes. */
#ifndef READER_FIELDS_H
#define READER_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

struct node;
struct reading;

/* What a key holds, and what it is read into. */
enum field_type {
	FIELD_TEXT, /* any text but an empty one; const char * */
	FIELD_DATE, /* a day; struct date */
	FIELD_DAY, /* a day, as it is written; const char * */
	FIELD_SWITCH, /* yes or no; bool */
	FIELD_YEARS, /* whole years of age; unsigned */
	FIELD_WORD, /* any text but an empty one; const struct node * */
	FIELD_ENTRY, /* any text; const struct node * */
	FIELD_LIST, /* a list, or an empty text for one without items; const struct node * */
	FIELD_MAPPING, /* a mapping; const struct node * */
	FIELD_NODE, /* anything; const struct node * */
	FIELD_TYPE_COUNT
};

struct field {
	const char *key;
	enum field_type type;
	bool needed;
	size_t offset; /* of what it is read into */
};

/*
 * Reads a mapping into `target`, which keeps what it has where a key is not there or has a fault.
 * An unknown key that is nearly one of the table is at fault and read as that one. Texts are kept,
 * nodes are borrowed.
 */
void fields_read(struct reading *reading, const struct node *mapping, const struct field fields[],
	size_t count, void *target);

/* Each returns whether the node is of this type, and adds a fault where not. An empty text is no
 * mapping and no word. */
bool fields_is_mapping(struct reading *reading, const struct node *node);
bool fields_is_list(struct reading *reading, const struct node *node);
bool fields_is_text(struct reading *reading, const struct node *node);
bool fields_is_word(struct reading *reading, const struct node *node);

/* Reads whole years of age, 0 to PACK_AGE_LIMIT. Returns false with a fault where the text is none.
 */
bool fields_years(struct reading *reading, const struct node *node, unsigned *years);

/* Whether the text can name a language, as gettext names catalogues; a fault says why not. */
bool fields_language(struct reading *reading, const struct node *node);

#endif
