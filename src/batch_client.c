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
	*client = (struct batch_client){
		.pack = pack,
		.today = today,
		.outcomes = outcomes_new(logic),
		.answers = memory_new(pack->question_count, sizeof *client->answers),
		.questions = memory_new(pack->question_count, sizeof *client->questions),
	};
	text_init(&client->fault);
}

void batch_client_destroy(struct batch_client *client)
{
	outcomes_free(client->outcomes);
	explicit_bzero(client->answers, client->pack->question_count * sizeof *client->answers);
	free(client->answers);
	free(client->questions);
	text_destroy(&client->fault);
}

void batch_client_clear(struct batch_client *client)
{
	memset(client->answers, 0, client->pack->question_count * sizeof *client->answers);
	text_clear(&client->fault);
}

void batch_client_refuse(struct batch_client *client, const char *column, const char *sentence)
{
	if (client->fault.length)
		text_add(&client->fault, "; ");
	if (column)
		/* TRANSLATORS: a column's name, and a sentence that says what is wrong in it */
		text_format(&client->fault, _("column %s: %s"), column, sentence);
	else
		text_add(&client->fault, sentence);
}

static void refuse_answer(struct batch_client *client, const struct question *question,
	enum answer_fault fault, const char *text, size_t length)
{
	/* Far more than any answer has, and than a message shows. */
	enum { ENTRY_LIMIT = 4096 };
	struct text entry, words;
	text_init(&entry);
	text_init(&words);
	text_add_bytes(&entry, text, length < ENTRY_LIMIT ? length : ENTRY_LIMIT);
	wording_add_fault(&words, question, fault, entry.bytes);
	batch_client_refuse(client, question->id, words.bytes);
	text_destroy(&entry);
	text_destroy(&words);
}

void batch_client_answer(
	struct batch_client *client, size_t question, const char *text, size_t length)
{
	const struct question *asked = &client->pack->questions[question];
	enum answer_fault fault =
		answer_parse(asked, text, length, client->today, &client->answers[question]);
	if (!fault)
		return;
	if (u8_check((const uint8_t *)text, length))
		batch_client_refuse(client, asked->id, _("this is not UTF-8"));
	else
		refuse_answer(client, asked, fault, text, length);
}

bool batch_client_decide(struct batch_client *client)
{
	if (client->fault.length)
		return false;
	outcomes_find(client->outcomes, client->answers);
	return true;
}

static void join(struct text *text, size_t *count, const char *id)
{
	if ((*count)++)
		text_add_bytes(text, "+", 1);
	text_add(text, id);
}

void batch_client_add_notices(const struct batch_client *client, struct text *text)
{
	size_t count = 0;
	for (size_t i = 0; i < client->pack->notice_count; i++) {
		if (outcomes_notice(client->outcomes, i) == OUTCOME_APPLIES)
			join(text, &count, client->pack->notices[i].id);
	}
}

void batch_client_add_because(struct batch_client *client, size_t path, struct text *text)
{
	size_t joined = 0;
	size_t count = outcomes_because(client->outcomes, path, client->questions);
	for (size_t i = 0; i < count; i++)
		join(text, &joined, client->pack->questions[client->questions[i]].id);
}
