/* The messages of a PO file, for the tests that look at translations. What cannot be read fails the
 * test. */
#ifndef TESTS_PO_FILE_H
#define TESTS_PO_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum { PO_FORMS = 6 }; /* no language has more */

struct po_message {
	unsigned line; /* of its msgid, from 1 */
	char *places; /* in the sources, as " src/plain.c:30 src/say.c:4"; NULL where none is told
		       */
	char *id;
	char *plural; /* the English plural, or NULL */
	char *forms[PO_FORMS]; /* the translations: one, or one a plural form; NULL after them */
	bool fuzzy;
	bool is_format; /* printf's */
};

/* The header is the first message, with the empty id. Obsolete messages (#~) are left out. */
struct po_file {
	struct po_message *messages;
	size_t count;
	char *comment; /* what translators are told above the header */
};

void po_file_read(struct po_file *file, const char *path);
void po_file_destroy(struct po_file *file);

/* Returns NULL where there is none. */
const struct po_message *po_file_find(const struct po_file *file, const char *id);

/* Finds a message of which the English text begins somewhere in these words, although the language
 * has another beginning for it. Short ones, which may be part of anything, are not looked for. NULL
 * where there is none. */
const struct po_message *po_file_find_english(const struct po_file *file, const char *words);

/* Finds what the header says of a field, such as "Language", up to the end of its line. Returns
 * owned, or NULL where it says nothing. */
char *po_file_field(const struct po_file *file, const char *field);

#endif
