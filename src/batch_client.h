/* One client of a batch: takes the answers of a row, decides, and says what is wrong with the row.
 * Knows no format. */
#ifndef BATCH_CLIENT_H
#define BATCH_CLIENT_H

#include "batch_memo.h"

#include "screener/answers.h"
#include "screener/evaluator.h"
#include "screener/logic.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Used for one row after another. A row is first taken in the quick way, text by text; one in which
 * that meets anything unusual is begun again and read in the careful way, which knows all that can
 * be wrong.
 */
struct batch_client {
	const struct pack *pack;
	const struct logic *logic;
	struct date today;
	bool has_members; /* what a row is made of is called so, and not columns */
	struct evaluator *evaluator;
	size_t words; /* of a key */
	uint64_t *key; /* of the answers so far; those not taken yet count as not asked */
	uint64_t *blank; /* the key of a row without answers */
	uint64_t *part; /* what one answer adds to `blank` */
	uint64_t *not_asked; /* what evaluator_fold makes of it, for each question */
	struct batch_memo *memos; /* one a question */
	const uint64_t *result; /* of the evaluator; good after batch_client_decide */
	struct outcomes *outcomes; /* for reasons; NULL until the first is asked for */
	struct answer *answers; /* one a question, where read in the careful way */
	size_t *questions; /* room for a reason */
	struct text fault; /* what is wrong with the row; empty where nothing is */
};

/* Borrows the pack and the logic, which must outlive it. */
void batch_client_init(struct batch_client *client, const struct pack *pack,
	const struct logic *logic, struct date today);

/* Wipes the answers. */
void batch_client_destroy(struct batch_client *client);

/* Begins a row: nothing is answered, nothing is wrong. For the quick way, and for the careful one.
 */
void batch_client_clear(struct batch_client *client);
void batch_client_clear_answers(struct batch_client *client);

/*
 * Takes the answer to a question in the quick way. Behind the text, BATCH_MEMO_TEXT bytes must be
 * readable. Returns false where it is no answer: the row must be begun again.
 */
static inline bool batch_client_take(
	struct batch_client *client, size_t question, const char *text, size_t length);

/* The careful way: reads the answer to a question, or adds to what is wrong. The text need not be
 * UTF-8. */
void batch_client_answer(
	struct batch_client *client, size_t question, const char *text, size_t length);

/* Adds a sentence to what is wrong with the row, in a column or, where it is NULL, as a whole. */
void batch_client_refuse(struct batch_client *client, const char *column, const char *sentence);

/* Adds that a text is no answer to the question, for this reason. */
void batch_client_refuse_answer(struct batch_client *client, size_t question,
	enum answer_fault fault, const char *text, size_t length);

/* Finds the outcomes. Returns false where anything is wrong: there are none then. */
bool batch_client_decide(struct batch_client *client);

/* Prepares the reasons of a row that was read in the careful way and decided. */
void batch_client_explain(struct batch_client *client);

/* Fills client->questions with the reason for a path, after batch_client_explain; returns how many.
 */
size_t batch_client_because(struct batch_client *client, size_t path);

/* batch_client_take, for a text that was not met lately. */
bool batch_client_learn(
	struct batch_client *client, size_t question, const char *text, size_t length);

static inline bool batch_client_take(
	struct batch_client *client, size_t question, const char *text, size_t length)
{
	if (length == 0)
		return true;
	const uint64_t *part = NULL;
	if (length <= BATCH_MEMO_TEXT)
		part = batch_memo_find(&client->memos[question], text, length);
	if (!part)
		return batch_client_learn(client, question, text, length);
	client->key[0] += part[0];
	for (size_t i = 1; i < client->words; i++)
		client->key[i] += part[i];
	return true;
}

#endif
