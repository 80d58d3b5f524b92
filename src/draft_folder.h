/* The folder that holds drafts, in the memory of the machine: `iom-screener` in XDG_RUNTIME_DIR,
 * for its owner alone. A draft has a stem, and up to three files: STEM.draft; STEM.new, while it is
 * written; and STEM.lock, which a wizard holds locked for as long as the draft is its own. */
#ifndef DRAFT_FOLDER_H
#define DRAFT_FOLDER_H

#include "draft_format.h"

#include "screener/error.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { DRAFT_STEM_SIZE = 64 /* with the NUL */ };

struct draft_folder {
	int descriptor; /* -1: there is none */
	struct text path;
};

/* Opens the folder, and makes it where it is missing. Returns false with ERROR_FILE and no folder
 * where that cannot be done safely. */
bool draft_folder_open(struct draft_folder *folder, struct error *error);
void draft_folder_close(struct draft_folder *folder);

/* Calls `visit` with the stem of every draft, and of what is left of one. */
void draft_folder_list(const struct draft_folder *folder,
	void (*visit)(void *context, const char *stem), void *context);

/*
 * Locks a draft by its lock's own file, which is opened with these flags more: 0, O_CREAT, or
 * O_CREAT | O_EXCL for a new draft. Returns a descriptor, to be closed; -1 where that is not
 * possible: errno says why, EWOULDBLOCK where another has it, ESTALE where it was just removed.
 */
int draft_folder_lock(const struct draft_folder *folder, const char *stem, int flags);

/* Writes a draft that is locked by the caller. It is there whole, or as it was before: then false
 * is returned, and errno says why. */
bool draft_folder_write(const struct draft_folder *folder, const char *stem,
	const struct text *words) __attribute__((warn_unused_result));

/* Reads it: DRAFT_GOOD where it is a file of ours. Returns false, with errno, where it cannot be
 * read. */
bool draft_folder_read(const struct draft_folder *folder, const char *stem, struct text *words,
	enum draft_state *state) __attribute__((warn_unused_result));

/* Removes a draft that nobody else has locked: all of it, or all but its lock. */
void draft_folder_remove(const struct draft_folder *folder, const char *stem);
void draft_folder_empty(const struct draft_folder *folder, const char *stem);

/* Removes what is left of a draft, likewise locked, that was not written to its end, or of one that
 * is gone. Returns whether there is a draft. */
bool draft_folder_tidy(const struct draft_folder *folder, const char *stem);

#endif
