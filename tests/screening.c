#include "screening.h"

#include "deliver.h"
#include "reader.h"
#include "render.h"

#include "screener/interview.h"
#include "screener/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* From the start screen to the first question, and from the outcome, where Tab chooses
 * "Finish", through the question whether to, to the end.
 */
static const char keys_to_begin[] = "\r", keys_to_end[] = "\t\r\r";

/* What all screenings are made with. */
struct maker {
	struct pack *pack;
	struct logic *logic;
	struct moment moment;
};

static void die(const struct fault_list *faults)
{
	struct text text;
	text_init(&text);
	fault_list_write(faults, &text);
	fputs(text.bytes, stderr);
	exit(2);
}

static struct answer choose(const struct client *client, size_t question, size_t number)
{
	static const enum answer_status ways_out[] = {
		ANSWER_NOT_KNOWN, ANSWER_NOT_SAID, ANSWER_NOT_NOW};
	if (client->answers[question].status != ANSWER_NOT_ASKED)
		return client->answers[question];
	return answer_of_status(ways_out[(number + question) % 3]);
}

/* Options by their digits; a field's entry as files have it; the ways out by their signs. */
static void add_keys(
	struct text *keys, const struct question *question, const struct answer *answer)
{
	bool has_digits = question->type >= QUESTION_YES_NO && answer->status == ANSWER_GIVEN;
	if (!has_digits)
		answer_write(question, answer, keys);
	for (int i = 0; has_digits && i < 9; i++)
		if (answer->options >> i & 1)
			text_format(keys, "%d", i + 1);
	text_add(keys, "\r");
}

static void make_summary(
	const struct maker *maker, const struct interview *interview, struct screening *screening)
{
	struct summary summary;
	struct document document;
	struct text text;
	text_init(&text);
	summary_init(&summary, interview, &maker->moment);
	document_init(&document, &summary);
	render_text(&document, DELIVERY_WIDTH, &text);
	document_destroy(&document);
	summary_destroy(&summary);
	screening->summary = text_take(&text);
}

static void make(const struct maker *maker, const struct client *client, size_t number,
	struct screening *screening)
{
	struct interview *interview = interview_new(maker->pack, maker->logic);
	size_t question;
	text_init(&screening->keys);
	text_add(&screening->keys, keys_to_begin);
	while ((question = interview_question(interview)) != PACK_NO_QUESTION) {
		struct answer answer = choose(client, question, number);
		add_keys(&screening->keys, &maker->pack->questions[question], &answer);
		interview_take(interview, &answer);
	}
	text_add(&screening->keys, keys_to_end);
	make_summary(maker, interview, screening);
	interview_free(interview);
}

void screenings_read(struct screenings *screenings, const char *folder)
{
	struct fault_list faults;
	struct maker maker = {.moment.date = {2026, 11, 23}};
	fault_list_init(&faults);
	maker.pack = reader_read_pack(folder, &faults);
	struct client_list *clients =
		maker.pack ? reader_read_clients(maker.pack, folder, maker.moment.date, &faults)
			   : NULL;
	if (!clients)
		die(&faults);
	maker.logic = logic_new(maker.pack);
	screenings->count = clients->count;
	screenings->items = memory_new(clients->count, sizeof *screenings->items);
	for (size_t i = 0; i < clients->count; i++)
		make(&maker, &clients->items[i], i, &screenings->items[i]);
	client_list_free(clients);
	logic_free(maker.logic);
	pack_free(maker.pack);
	fault_list_destroy(&faults);
}

void screenings_destroy(struct screenings *screenings)
{
	for (size_t i = 0; i < screenings->count; i++) {
		text_destroy(&screenings->items[i].keys);
		free(screenings->items[i].summary);
	}
	free(screenings->items);
	*screenings = (struct screenings){0};
}
