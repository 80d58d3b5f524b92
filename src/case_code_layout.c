/* The questions that a case code was made with, known by their fingerprint. */
#include "case_code_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a with 64 bits (Fowler, Noll and Vo, in the public domain), over texts with their NUL. */
static uint64_t hash(uint64_t state, const char *text)
{
	size_t length = strlen(text) + 1;
	for (size_t i = 0; i < length; i++)
		state = (state ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
	return state;
}

static const uint64_t beginning = UINT64_C(0xcbf29ce484222325);

/* The finaliser of MurmurHash3 (Austin Appleby, in the public domain): so that the bits that are
 * taken depend on all. */
static uint32_t finish(uint64_t state, int bits)
{
	state = (state ^ state >> 33) * UINT64_C(0xff51afd7ed558ccd);
	state = (state ^ state >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
	return (uint32_t)((state ^ state >> 33) >> (64 - bits));
}

static uint64_t all_options(const struct question *question)
{
	return question->option_count == PACK_OPTION_LIMIT
		       ? UINT64_MAX
		       : (UINT64_C(1) << question->option_count) - 1;
}

void case_layout_init(struct case_layout *layout, const struct pack *pack)
{
	*layout = (struct case_layout){
		.pack = pack, .items = memory_new(pack->question_count, sizeof *layout->items)};
	for (size_t i = 0; i < pack->question_count; i++)
		layout->items[i].options = all_options(&pack->questions[i]);
}

void case_layout_destroy(struct case_layout *layout)
{
	free(layout->items);
}

size_t case_layout_options(const struct case_layout *layout, size_t question)
{
	size_t count = 0;
	for (uint64_t left = layout->items[question].options; left; left &= left - 1)
		count++;
	return count;
}

bool case_layout_has_grown(const struct case_layout *layout, size_t question)
{
	return layout->items[question].options != all_options(&layout->pack->questions[question]);
}

uint32_t case_layout_id(const struct pack *pack)
{
	return finish(hash(beginning, pack->id), CASE_CODE_ID_BITS);
}

/* Texts cannot run into each other: each has its NUL, and the empty ones end a list. */
uint32_t case_layout_fingerprint(const struct case_layout *layout)
{
	uint64_t state = hash(beginning, layout->pack->id);
	for (size_t i = 0; i < layout->pack->question_count; i++) {
		const struct question *question = &layout->pack->questions[i];
		if (layout->items[i].absent)
			continue;
		state = hash(hash(state, question->id), question_type_word(question->type));
		for (size_t j = 0; j < question->option_count; j++)
			if (layout->items[i].options >> j & 1)
				state = hash(state, question->options[j].id);
		state = hash(state, "");
	}
	return finish(state, CASE_CODE_QUESTIONS_BITS);
}

/* What may have come to the pack since: a question, or an option of one. */
struct addition {
	size_t question;
	uint64_t option; /* as a bit; 0: the whole question */
};

enum { ADDITIONS_MOST = 3, TRIALS_MOST = 4096 };

struct search {
	struct case_layout *layout;
	struct addition *additions;
	size_t addition_count;
	uint32_t fingerprint;
	size_t chosen[ADDITIONS_MOST]; /* that are taken away now */
	size_t found[ADDITIONS_MOST]; /* that were, when it fitted */
	size_t fits;
};

static void list_additions(struct search *search)
{
	const struct pack *pack = search->layout->pack;
	size_t most = pack->question_count;
	for (size_t i = 0; i < pack->question_count; i++)
		most += pack->questions[i].option_count;
	search->additions = memory_new(most, sizeof *search->additions);
	for (size_t i = 0; i < pack->question_count; i++) {
		const struct question *question = &pack->questions[i];
		bool fixed = question->type == QUESTION_YES_NO;
		search->additions[search->addition_count++] = (struct addition){i, 0};
		for (size_t j = 0; j < question->option_count && !fixed; j++)
			search->additions[search->addition_count++] =
				(struct addition){i, UINT64_C(1) << j};
	}
}

static void take_away(struct case_layout *layout, const struct addition *addition)
{
	layout->items[addition->question].absent |= !addition->option;
	layout->items[addition->question].options &= ~addition->option;
}

static void give_back(struct case_layout *layout, const struct addition *addition)
{
	layout->items[addition->question].absent &= addition->option != 0;
	layout->items[addition->question].options |= addition->option;
}

/* A question that was not there had no options either. */
static bool makes_sense(const struct case_layout *layout, const struct addition *addition)
{
	const struct case_layout_item *item = &layout->items[addition->question];
	return !addition->option || (!item->absent && item->options != addition->option);
}

/* Tries all choices of `count` additions from number `first` on, `depth` of which are chosen. */
static void try_all(struct search *search, size_t first, size_t depth, size_t count)
{
	if (depth == count) {
		if (case_layout_fingerprint(search->layout) != search->fingerprint)
			return;
		memcpy(search->found, search->chosen, sizeof search->found);
		search->fits++;
		return;
	}
	for (size_t i = first; i < search->addition_count; i++) {
		const struct addition *addition = &search->additions[i];
		if (!makes_sense(search->layout, addition))
			continue;
		take_away(search->layout, addition);
		search->chosen[depth] = i;
		try_all(search, i + 1, depth + 1, count);
		give_back(search->layout, addition);
	}
}

/* How many choices of `count` of `all` there are; more than TRIALS_MOST where that is not small. */
static size_t count_choices(size_t all, size_t count)
{
	size_t choices = 1;
	for (size_t i = 0; i < count && choices <= TRIALS_MOST; i++)
		choices = all < i ? 0 : choices * (all - i) / (i + 1);
	return choices;
}

bool case_layout_find(struct case_layout *layout, uint32_t fingerprint)
{
	struct search search = {.layout = layout, .fingerprint = fingerprint};
	size_t trials = 0, count = 0;
	list_additions(&search);
	for (; count <= ADDITIONS_MOST && !search.fits; count++) {
		trials += count_choices(search.addition_count, count);
		if (trials > TRIALS_MOST)
			break;
		try_all(&search, 0, 0, count);
	}
	for (size_t i = 0; search.fits == 1 && i + 1 < count; i++)
		take_away(layout, &search.additions[search.found[i]]);
	free(search.additions);
	return search.fits == 1;
}
