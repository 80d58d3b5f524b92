#include "diff_report.h"

#include "diff_words.h"

#include "screener/memory.h"

#include <stdlib.h>

bool diff_report_leaves_out(const struct diff_report *report)
{
	for (size_t i = 0; i < report->structure->count; i++)
		if (report->structure->parts[i].kind == DIFF_OPTION &&
			report->structure->parts[i].form != DIFF_MOVED)
			return true;
	return false;
}

const struct pack *diff_report_speaker(
	const struct diff_report *report, const struct difference_item *item)
{
	bool gone = item->index[DIFFERENCE_NEW] == DIFFERENCE_NOWHERE;
	return report->difference->packs[gone ? DIFFERENCE_OLD : DIFFERENCE_NEW];
}

/* The side that alone asks the question, or DIFFERENCE_SIDE_COUNT; the clients of one side alone
 * have nothing to set it apart from. */
static int lone_side(const struct difference_item *item, size_t question)
{
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		if (item->index[side] == DIFFERENCE_NOWHERE)
			return DIFFERENCE_SIDE_COUNT;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		if (item->clients->question[1 - side][question] == DIFFERENCE_NOWHERE)
			return side;
	return DIFFERENCE_SIDE_COUNT;
}

static json_t *make_answer(const struct question *question, const struct answer *answer)
{
	struct text words;
	text_init(&words);
	answer_write(question, answer, &words);
	json_t *made = json_string(words.bytes);
	text_destroy(&words);
	return made;
}

json_t *diff_report_answers(const struct diff_report *report, const struct difference_item *item,
	const struct difference_change *change, int side)
{
	json_t *made = json_object();
	const struct difference_clients *clients = item->clients;
	for (size_t i = 0; i < clients->pack->question_count; i++) {
		bool new = clients->question[DIFFERENCE_NEW][i] != DIFFERENCE_NOWHERE;
		int from = new ? DIFFERENCE_NEW : DIFFERENCE_OLD;
		size_t index = clients->question[from][i];
		const struct question *asked = &report->difference->packs[from]->questions[index];
		if (lone_side(item, i) == side)
			json_object_set_new(
				made, asked->id, make_answer(asked, &change->answers[from][index]));
	}
	return made;
}

json_t *diff_report_condition(const struct diff_report *report, const struct difference_item *item,
	const struct cover_term *term, bool lone)
{
	struct cover_literal *literals = memory_new(term->count, sizeof *literals);
	struct cover_term part = {.literals = literals};
	for (size_t i = 0; i < term->count; i++)
		if ((lone_side(item, term->literals[i].question) == DIFFERENCE_OLD) == lone)
			literals[part.count++] = term->literals[i];
	json_t *condition = NULL;
	if (part.count || !lone)
		condition =
			diff_words_term(item->clients, diff_report_speaker(report, item), &part);
	free(literals);
	return condition;
}
