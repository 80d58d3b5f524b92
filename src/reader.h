/* The reader: makes a pack, answers or made-up clients from YAML files, or lists all their faults
 * with line and column. */
#ifndef READER_H
#define READER_H

#include "screener/answers.h"
#include "screener/error.h"
#include "screener/logic.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

struct fault {
	struct place place; /* the file's name is owned by the list */
	char *message; /* what is wrong, and the nearest right word where there is one; owned by the
			  list */
	char *line; /* the line of the file it stands in as it may be shown: cut where it is long,
		       without control characters; or NULL; owned by the list */
	unsigned caret; /* the column of the place in `line`, in characters from 1 */
};

/* In the order of the files and, within one, of the lines. */
struct fault_list {
	struct fault *items;
	size_t count;
	size_t capacity;
};

void fault_list_init(struct fault_list *faults);
void fault_list_destroy(struct fault_list *faults);

/* Adds every fault as `file:line:column: error: message`, the line itself and a caret under the
 * place. */
void fault_list_write(const struct fault_list *faults, struct text *text);

/* Reads the pack in a folder. Returns owned; or NULL with everything that is wrong with it added to
 * `faults`. */
struct pack *reader_read_pack(const char *folder, struct fault_list *faults)
	__attribute__((warn_unused_result));

/*
 * Reads answers, one a question of the pack, from a file (`-`: standard input). Returns false with
 * `faults` added to, and leaves `answers` alone, where anything is wrong.
 */
bool reader_read_answers(const struct pack *pack, const char *file, struct date today,
	struct answer answers[], struct fault_list *faults) __attribute__((warn_unused_result));

/* A made-up client of clients.yaml and what its author expects. Texts and arrays live in the list's
 * arena. */
struct client {
	const char *name;
	struct place place;
	struct answer *answers; /* one a question */
	enum outcome *paths; /* one a path */
	struct place *path_places; /* where the path stands in `expect`; the place of `expect` for
				      those it leaves out */
	bool *notices; /* one a notice: shown for certain */
	struct place expect_place;
	bool expects_next;
	size_t next; /* PACK_NO_QUESTION: settled (`next: ""`) */
	struct place next_place;
};

struct client_list {
	struct arena arena;
	struct client *items;
	size_t count;
};

/* Reads clients.yaml in the pack's folder; where there is no such file the list is empty. Returns
 * owned, or NULL with `faults`. */
struct client_list *reader_read_clients(const struct pack *pack, const char *folder,
	struct date today, struct fault_list *faults) __attribute__((warn_unused_result));
void client_list_free(struct client_list *clients);

#endif
