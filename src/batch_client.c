#include "batch_client.h"

#include "languages.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

void batch_client_init(struct batch_client *client, const struct pack *pack,
	const struct logic *logic, struct date today)
{
	size_t questions = pack->question_count;
	*client = (struct batch_client){.pack = pack, .logic = logic, .today = today};
	client->evaluator = evaluator_new(logic);
	size_t words = client->words = evaluator_key_words(client->evaluator);
	client->key = memory_new(words, sizeof *client->key);
	client->blank = memory_new(words, sizeof *client->blank);
	client->part = memory_new(words, sizeof *client->part);
	client->not_asked = memory_new(questions * words, sizeof *client->not_asked);
	client->memos = memory_new(questions, sizeof *client->memos);
	client->answers = memory_new(questions, sizeof *client->answers);
	client->questions = memory_new(questions, sizeof *client->questions);
	text_init(&client->fault);
	for (size_t i = 0; i < questions; i++) {
		uint64_t *part = &client->not_asked[i * words];
		evaluator_fold(client->evaluator, i, &client->answers[i], part);
		for (size_t j = 0; j < words; j++)
			client->blank[j] += part[j];
		batch_memo_init(&client->memos[i], &pack->questions[i], questions, words);
	}
}

void batch_client_destroy(struct batch_client *client)
{
	outcomes_free(client->outcomes);
	evaluator_free(client->evaluator);
	for (size_t i = 0; i < client->pack->question_count; i++)
		batch_memo_destroy(&client->memos[i]);
	free(client->memos);
	explicit_bzero(client->answers, client->pack->question_count * sizeof *client->answers);
	explicit_bzero(client->key, client->words * sizeof *client->key);
	explicit_bzero(client->part, client->words * sizeof *client->part);
	free(client->answers);
	free(client->questions);
	free(client->key);
	free(client->blank);
	free(client->part);
	free(client->not_asked);
	text_destroy(&client->fault);
}

void batch_client_clear(struct batch_client *client)
{
	for (size_t i = 0; i < client->words; i++)
		client->key[i] = client->blank[i];
	if (client->fault.length)
		text_clear(&client->fault);
}

void batch_client_clear_answers(struct batch_client *client)
{
	memset(client->answers, 0, client->pack->question_count * sizeof *client->answers);
	batch_client_clear(client);
}

/* Makes client->part what the answer adds to a key in which the question is not asked. */
static void fold(struct batch_client *client, size_t question, const struct answer *answer)
{
	const uint64_t *not_asked = &client->not_asked[question * client->words];
	evaluator_fold(client->evaluator, question, answer, client->part);
	for (size_t i = 0; i < client->words; i++) {
		client->part[i] -= not_asked[i];
		client->key[i] += client->part[i];
	}
}

bool batch_client_learn(
	struct batch_client *client, size_t question, const char *text, size_t length)
{
	struct answer answer;
	if (answer_parse(&client->pack->questions[question], text, length, client->today, &answer))
		return false;
	fold(client, question, &answer);
	if (length <= BATCH_MEMO_TEXT)
		batch_memo_keep(&client->memos[question], text, length, client->part);
	return true;
}

void batch_client_refuse(struct batch_client *client, const char *column, const char *sentence)
{
	if (client->fault.length)
		text_add(&client->fault, "; ");
	if (column && client->has_members)
		/* TRANSLATORS: the name of a member of a JSON object, and a sentence that says what
		 * is wrong in it */
		text_format(&client->fault, _("member %s: %s"), column, sentence);
	else if (column)
		/* TRANSLATORS: a column's name, and a sentence that says what is wrong in it */
		text_format(&client->fault, _("column %s: %s"), column, sentence);
	else
		text_add(&client->fault, sentence);
}

void batch_client_refuse_answer(struct batch_client *client, size_t question,
	enum answer_fault fault, const char *text, size_t length)
{
	/* Far more than any answer has, and than a message shows. */
	enum { ENTRY_LIMIT = 4096 };
	const struct question *asked = &client->pack->questions[question];
	struct text entry, words;
	if (u8_check((const uint8_t *)text, length)) {
		batch_client_refuse(client, asked->id, _("this is not UTF-8"));
		return;
	}
	text_init(&entry);
	text_init(&words);
	text_add_bytes(&entry, text, length < ENTRY_LIMIT ? length : ENTRY_LIMIT);
	wording_add_fault(&words, asked, fault, entry.bytes);
	batch_client_refuse(client, asked->id, words.bytes);
	text_destroy(&entry);
	text_destroy(&words);
}

void batch_client_answer(
	struct batch_client *client, size_t question, const char *text, size_t length)
{
	struct answer *answer = &client->answers[question];
	*answer = answer_of_status(ANSWER_NOT_ASKED);
	enum answer_fault fault = answer_parse(
		&client->pack->questions[question], text, length, client->today, answer);
	if (fault)
		batch_client_refuse_answer(client, question, fault, text, length);
	else
		fold(client, question, answer);
}

bool batch_client_decide(struct batch_client *client)
{
	if (client->fault.length)
		return false;
	client->result = evaluator_find(client->evaluator, client->key);
	return true;
}

void batch_client_explain(struct batch_client *client)
{
	if (!client->outcomes)
		client->outcomes = outcomes_new(client->logic);
	outcomes_find(client->outcomes, client->answers);
}

size_t batch_client_because(struct batch_client *client, size_t path)
{
	return outcomes_because(client->outcomes, path, client->questions);
}
