#include "reader_answers.h"

#include "gettext.h"
#include "reader_fields.h"
#include "reader_tree.h"
#include "wording.h"

#include "screener/text.h"

#include <stdint.h>
#include <string.h>

void answers_begin(struct client_reading *reading)
{
	const struct pack *pack = reading->pack;
	for (size_t i = 0; i < pack->question_count; i++)
		names_add(&reading->names, pack->questions[i].id, NAME_QUESTION, i);
	for (size_t i = 0; i < pack->path_count; i++)
		names_add(&reading->names, pack->paths[i].id, NAME_PATH, i);
	for (size_t i = 0; i < pack->notice_count; i++)
		names_add(&reading->names, pack->notices[i].id, NAME_NOTICE, i);
}

static void say(struct reading *reading, const struct node *node, const struct question *question,
	enum answer_fault fault)
{
	struct text words;
	if (reading->full)
		return;
	text_init(&words);
	wording_add_fault(&words, question, fault, node->text);
	fault_in(reading, node, "%s", words.bytes);
	text_destroy(&words);
}

static void read_text(struct client_reading *reading, const struct question *question,
	const struct node *value, struct answer *answer)
{
	enum answer_fault fault =
		answer_parse(question, value->text, strlen(value->text), reading->today, answer);
	if (fault)
		say(&reading->reading, value, question, fault);
}

static void read_option(struct reading *reading, const struct question *question,
	const struct node *item, struct answer *answer)
{
	size_t option;
	if (!fields_is_word(reading, item))
		return;
	if (!question_find_option(question, item->text, strlen(item->text), &option))
		say(reading, item, question, ANSWER_FAULT_OPTION);
	else if (answer->options >> option & 1)
		say(reading, item, question, ANSWER_FAULT_OPTION_REPEATED);
	else
		answer->options |= UINT64_C(1) << option;
}

static void read_list(struct reading *reading, const struct question *question,
	const struct node *value, struct answer *answer)
{
	if (question->type != QUESTION_CHOICES) {
		fault_in(reading, value,
			_("one answer is needed here, not a list: only a question of type choices "
			  "can have several"));
		return;
	}
	*answer = (struct answer){.status = ANSWER_GIVEN};
	for (const struct node *item = value->first; item; item = item->next)
		read_option(reading, question, item, answer);
}

void answers_read(
	struct client_reading *reading, const struct node *mapping, struct answer answers[])
{
	for (const struct node *key = mapping->first; key; key = key->next) {
		size_t index;
		if (!names_refer(&reading->names, &reading->reading, key, NAME_QUESTION, &index))
			continue;
		const struct question *question = &reading->pack->questions[index];
		if (key->value->type == NODE_LIST)
			read_list(&reading->reading, question, key->value, &answers[index]);
		else if (fields_is_text(&reading->reading, key->value))
			read_text(reading, question, key->value, &answers[index]);
	}
}
