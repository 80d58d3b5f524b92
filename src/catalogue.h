/* A compiled catalogue of gettext (MO), for those who ask which messages it has, or want one
 * language beside others; who wants the language shown asks gettext. */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct catalogue {
	char *bytes; /* the file, owned */
	size_t length;
	bool swapped; /* made on a machine with the other order of bytes */
	size_t count; /* of messages, the header among them */
	uint32_t originals; /* where the table of the messages is */
	uint32_t translations;
};

/* Reads a file as the GNU gettext manual, "The Format of GNU MO Files", has it. Returns false, and
 * leaves `catalogue` alone, where there is none or it is none. */
bool catalogue_read(struct catalogue *catalogue, const char *path)
	__attribute__((warn_unused_result));
void catalogue_destroy(struct catalogue *catalogue);

/* One of its messages, untranslated; the header's is "". */
const char *catalogue_message(const struct catalogue *catalogue, size_t index);

/* The translation of a message; NULL where there is none. Lives as long as the catalogue. */
const char *catalogue_find(const struct catalogue *catalogue, const char *message);

#endif
