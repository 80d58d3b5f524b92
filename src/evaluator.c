#include "evaluator_private.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* What fits next to the processor, so that a look-up is quick, and a few dozen of it. */
	TABLE_SIZE = 64 * 1024,
	TABLES_SIZE = 3 * 1024 * 1024,
	CACHE_SIZE = 2 * 1024 * 1024,
	/* A question with more options has no table of its answers. */
	QUICK_OPTIONS = 8,
};

static size_t count_questions(const struct evaluator *evaluator)
{
	return evaluator->logic->pack->question_count;
}

static void lay_out_place(struct evaluator *evaluator)
{
	size_t outcome_bits = 1 + OUTCOME_BITS * evaluator->logic->root_count;
	size_t questions = count_questions(evaluator);
	size_t last = (outcome_bits - 1) / WORD_BITS;
	unsigned used = (unsigned)(outcome_bits - last * WORD_BITS);
	evaluator->outcome_words = last + 1;
	evaluator->last_mask = used < WORD_BITS ? (UINT64_C(1) << used) - 1 : UINT64_MAX;
	if (used + questions <= WORD_BITS && used < WORD_BITS) {
		evaluator->matters = (struct question_bits){last, used};
		evaluator->words = last + 1;
	} else {
		evaluator->matters = (struct question_bits){last + 1, 0};
		evaluator->words = last + 1 + (questions + WORD_BITS - 1) / WORD_BITS;
	}
}

/* Behind the fields, the key has a bit for each question that is not asked yet. */
static void lay_out_not_asked(struct evaluator *evaluator)
{
	struct groups *groups = &evaluator->groups;
	struct question_bits *bits = &evaluator->not_asked;
	size_t left = count_questions(evaluator);
	groups_take_bits(
		groups, left < WORD_BITS ? (unsigned)left : WORD_BITS, &bits->word, &bits->shift);
	for (; left > WORD_BITS; left -= WORD_BITS)
		groups->key_words++;
}

static size_t count_columns(const struct groups *groups)
{
	size_t count = 0;
	for (size_t i = 0; i < groups->count; i++)
		for (size_t j = 0; j < groups->items[i].field_count; j++)
			count += groups->items[i].fields[j].column_count;
	return count;
}

/* Adds the column's weight in a field, where the field has the column. */
static void weigh_field(struct evaluator *evaluator, const struct field *field, size_t column)
{
	uint64_t factor = UINT64_C(1) << field->shift;
	for (size_t i = 0; i < field->column_count; i++) {
		if (field->columns[i] == column) {
			size_t *end = &evaluator->weight_first[column + 1];
			evaluator->weights[(*end)++] = (struct weight){field->word, factor};
			return;
		}
		factor *= evaluator->columns.items[field->columns[i]].radix;
	}
}

static void weigh_columns(struct evaluator *evaluator)
{
	const struct groups *groups = &evaluator->groups;
	size_t columns = evaluator->columns.count;
	evaluator->weights = memory_new(count_columns(groups), sizeof *evaluator->weights);
	evaluator->weight_first = memory_new(columns + 1, sizeof *evaluator->weight_first);
	for (size_t column = 0; column < columns; column++) {
		evaluator->weight_first[column + 1] = evaluator->weight_first[column];
		for (size_t i = 0; i < groups->count; i++)
			for (size_t j = 0; j < groups->items[i].field_count; j++)
				weigh_field(evaluator, &groups->items[i].fields[j], column);
	}
}

/* The caches share what there is for them alike, in powers of two. */
static void size_caches(struct evaluator *evaluator, size_t size)
{
	struct groups *groups = &evaluator->groups;
	size_t words = 0;
	for (size_t i = 0; i < groups->count; i++)
		if (!groups->items[i].direct)
			words += place_words(evaluator, &groups->items[i]);
	if (words == 0)
		return;
	size_t places = 1;
	while (places * 2 * words * sizeof(uint64_t) <= size)
		places *= 2;
	for (size_t i = 0; i < groups->count; i++)
		if (!groups->items[i].direct)
			groups->items[i].places = places;
}

static void make_tables(struct evaluator *evaluator)
{
	const struct groups *groups = &evaluator->groups;
	evaluator->tables = memory_new(groups->count, sizeof *evaluator->tables);
	for (size_t i = 0; i < groups->count; i++) {
		const struct root_group *group = &groups->items[i];
		size_t words = place_words(evaluator, group);
		uint64_t *table = memory_new(group->places * words, sizeof *table);
		for (size_t place = 0; place < group->places; place++)
			table[place * words] = UNFILLED;
		evaluator->tables[i] = table;
	}
}

static void make_workspace(struct evaluator *evaluator)
{
	const struct logic *logic = evaluator->logic;
	const struct classes *classes = &logic->classes;
	evaluator->found = memory_new(evaluator->words, sizeof *evaluator->found);
	evaluator->result = memory_new(evaluator->outcome_words + 1, sizeof *evaluator->result);
	evaluator->key = memory_new(evaluator->groups.key_words, sizeof *evaluator->key);
	evaluator->part = memory_new(evaluator->groups.key_words, sizeof *evaluator->part);
	if (logic->outgrown_count) {
		evaluator->outcomes = outcomes_new(logic);
		evaluator->answers =
			memory_new(logic->pack->question_count, sizeof *evaluator->answers);
	}
	evaluator->allowed = memory_new(classes->variable_count, sizeof *evaluator->allowed);
	for (size_t i = 0; i < count_questions(evaluator); i++)
		classes_allow_all(classes, i, evaluator->allowed);
	evaluator->restriction = restriction_new(logic->store);
	evaluator->restricted =
		diagram_store_new(classes->arity, classes->variable_count, logic->node_limit);
	evaluator->roots = memory_new(logic->root_count, sizeof *evaluator->roots);
	evaluator->results = memory_new(logic->root_count, sizeof *evaluator->results);
}

static struct answer answer_of_value(const struct question *question, size_t value)
{
	if (question->type == QUESTION_COUNTRY)
		return answer_of_country((unsigned)value);
	if (question->type == QUESTION_AGE)
		return answer_of_years((unsigned)value, (unsigned)value);
	return (struct answer){.status = ANSWER_GIVEN, .options = value};
}

static size_t count_values(const struct question *question)
{
	if (question->type == QUESTION_COUNTRY || question->type == QUESTION_AGE)
		return classes_value_count(question);
	return question->option_count <= QUICK_OPTIONS ? (size_t)1 << question->option_count : 0;
}

static void list_values(struct evaluator *evaluator, size_t question)
{
	const struct question *asked = &evaluator->logic->pack->questions[question];
	struct value_parts *values = &evaluator->values[question];
	bool is_age = asked->type == QUESTION_AGE;
	*values = (struct value_parts){.count = count_values(asked)};
	values->mask = asked->type == QUESTION_COUNTRY ? UINT32_MAX : UINT64_MAX;
	values->factor = is_age ? UINT64_C(1) << 32 | 1 : 1; /* from and to are equal */
	values->parts = memory_new(values->count + 2, sizeof *values->parts);
	for (size_t i = 0; i < values->count; i++) {
		struct answer answer = answer_of_value(asked, i);
		evaluator_fold(evaluator, question, &answer, &values->parts[i]);
	}
	struct answer unknown = answer_of_status(ANSWER_NOT_KNOWN), not_asked = {0};
	evaluator_fold(evaluator, question, &unknown, &values->parts[values->count]);
	evaluator_fold(evaluator, question, &not_asked, &values->parts[values->count + 1]);
}

static void make_quick(struct evaluator *evaluator)
{
	const struct groups *groups = &evaluator->groups;
	evaluator->quick_groups = memory_new(groups->count, sizeof *evaluator->quick_groups);
	evaluator->values = memory_new(count_questions(evaluator), sizeof *evaluator->values);
	if (groups->key_words != 1 || evaluator->words != 1)
		return;
	for (size_t i = 0; i < groups->count; i++) {
		const struct field *field = &groups->items[i].fields[0];
		if (!groups->items[i].direct)
			return;
		evaluator->quick_groups[i] =
			(struct quick_group){field->mask, field->shift, evaluator->tables[i]};
	}
	for (size_t i = 0; i < count_questions(evaluator); i++)
		list_values(evaluator, i);
	evaluator->quick = true;
}

struct evaluator *evaluator_new_limited(
	const struct logic *logic, const struct evaluator_limits *limits)
{
	struct evaluator *evaluator = memory_new(1, sizeof *evaluator);
	evaluator->logic = logic;
	lay_out_place(evaluator);
	size_t place = evaluator->words * sizeof(uint64_t);
	columns_init(&evaluator->columns, &logic->classes);
	groups_init(&evaluator->groups, logic, &evaluator->columns,
		&(struct group_limits){limits->table / place, limits->tables / place});
	lay_out_not_asked(evaluator);
	weigh_columns(evaluator);
	size_caches(evaluator, limits->cache);
	make_tables(evaluator);
	make_workspace(evaluator);
	make_quick(evaluator);
	return evaluator;
}

struct evaluator *evaluator_new(const struct logic *logic)
{
	return evaluator_new_limited(
		logic, &(struct evaluator_limits){TABLE_SIZE, TABLES_SIZE, CACHE_SIZE});
}

static void wipe(uint64_t *words, size_t count)
{
	explicit_bzero(words, count * sizeof *words);
	free(words);
}

void evaluator_free(struct evaluator *evaluator)
{
	if (!evaluator)
		return;
	for (size_t i = 0; i < evaluator->groups.count; i++)
		free(evaluator->tables[i]);
	free(evaluator->tables);
	for (size_t i = 0; i < count_questions(evaluator); i++)
		free(evaluator->values[i].parts);
	free(evaluator->values);
	free(evaluator->quick_groups);
	free(evaluator->weight_first);
	free(evaluator->weights);
	wipe(evaluator->found, evaluator->words);
	wipe(evaluator->result, evaluator->outcome_words + 1);
	wipe(evaluator->key, evaluator->groups.key_words);
	wipe(evaluator->part, evaluator->groups.key_words);
	outcomes_free(evaluator->outcomes);
	free(evaluator->answers);
	free(evaluator->allowed);
	free(evaluator->roots);
	free(evaluator->results);
	restriction_free(evaluator->restriction);
	diagram_store_free(evaluator->restricted);
	groups_destroy(&evaluator->groups);
	columns_destroy(&evaluator->columns);
	free(evaluator);
}
