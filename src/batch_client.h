/* One client of a batch: takes the answers of a row, decides, and says what is wrong with the row.
 * Knows no format. */
#ifndef BATCH_CLIENT_H
#define BATCH_CLIENT_H

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Used for one row after another. */
struct batch_client {
	const struct pack *pack;
	struct date today;
	struct outcomes *outcomes; /* good after batch_client_decide returned true */
	struct answer *answers; /* one a question */
	size_t *questions; /* room for a reason */
	struct text fault; /* what is wrong with the row; empty where nothing is */
};

/* Borrows the pack and the logic, which must outlive it. */
void batch_client_init(struct batch_client *client, const struct pack *pack,
	const struct logic *logic, struct date today);

/* Wipes the answers. */
void batch_client_destroy(struct batch_client *client);

/* Begins a row: nothing is answered, nothing is wrong. */
void batch_client_clear(struct batch_client *client);

/* Reads the answer to a question, or adds to what is wrong. The text need not be UTF-8. */
void batch_client_answer(
	struct batch_client *client, size_t question, const char *text, size_t length);

/* Adds a sentence to what is wrong with the row, in a column or, where it is NULL, as a whole. */
void batch_client_refuse(struct batch_client *client, const char *column, const char *sentence);

/* Finds the outcomes. Returns false where anything is wrong: there are none then. */
bool batch_client_decide(struct batch_client *client);

/* Each adds identifiers joined with `+`: the notices shown for certain; the reason for a path. */
void batch_client_add_notices(const struct batch_client *client, struct text *text);
void batch_client_add_because(struct batch_client *client, size_t path, struct text *text);

#endif
