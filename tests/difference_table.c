#include "difference_table.h"

#include "brute_force_private.h"

#include <string.h>

static bool knows_option(const struct question *question, const char *id)
{
	for (size_t i = 0; i < question->option_count; i++)
		if (strcmp(question->options[i].id, id) == 0)
			return true;
	return false;
}

static uint64_t shared_options(const struct question *question, const struct question *other)
{
	uint64_t shared = 0;
	for (size_t i = 0; i < question->option_count; i++)
		if (knows_option(other, question->options[i].id))
			shared |= UINT64_C(1) << i;
	return shared;
}

static bool is_same_question(const struct question *a, const struct question *b)
{
	if (strcmp(a->id, b->id) != 0 || a->type != b->type)
		return false;
	return a->type != QUESTION_CHOICE || shared_options(a, b) != 0;
}

static struct difference_column *find_column(
	struct difference_table *table, const struct question *question)
{
	for (size_t i = 0; i < table->column_count; i++) {
		struct difference_column *column = &table->columns[i];
		const struct question *known =
			&table->packs[column->reference]
				 ->questions[column->index[column->reference]];
		if (is_same_question(known, question))
			return column;
	}
	return NULL;
}

static void add_value(
	struct difference_column *column, const struct question *question, struct answer value)
{
	for (size_t i = 0; i < column->count; i++)
		if (answer_equal(question, &column->values[i], &value))
			return;
	column->values[column->count++] = value;
}

static void add_values(struct difference_table *table, struct difference_column *column, int side)
{
	struct answer values[BRUTE_FORCE_VALUE_LIMIT];
	const struct pack *pack = table->packs[side];
	size_t question = column->index[side];
	size_t count = brute_force_values(pack, question, values);
	for (size_t i = 0; i < count; i++)
		add_value(column, &pack->questions[question], values[i]);
}

/* Leaves only the answers that the question of the other side knows as well. */
static void share_values(struct difference_table *table, struct difference_column *column, int side)
{
	const struct question *here =
		&table->packs[column->reference]->questions[column->index[column->reference]];
	const struct question *there = &table->packs[side]->questions[column->index[side]];
	if (here->type == QUESTION_COUNTRY || here->type == QUESTION_AGE) {
		add_values(table, column, side);
		return;
	}
	size_t kept = 0;
	for (size_t i = 0; i < column->count; i++)
		if (!(column->values[i].options & ~shared_options(here, there)))
			column->values[kept++] = column->values[i];
	column->count = kept;
}

static void add_question(struct difference_table *table, int side, size_t index)
{
	const struct question *question = &table->packs[side]->questions[index];
	struct difference_column *column = find_column(table, question);
	if (column) {
		column->index[side] = index;
		share_values(table, column, side);
		return;
	}
	column = &table->columns[table->column_count++];
	*column = (struct difference_column){
		.id = question->id, .type = question->type, .reference = side};
	column->index[0] = column->index[1] = DIFFERENCE_NOWHERE;
	column->index[side] = index;
	add_values(table, column, side);
}

/* The answer by the options of one side. */
static struct answer translate(const struct difference_table *table,
	const struct difference_column *column, int side, struct answer answer)
{
	const struct question *from =
		&table->packs[column->reference]->questions[column->index[column->reference]];
	const struct question *to = &table->packs[side]->questions[column->index[side]];
	uint64_t options = 0;
	if (column->type == QUESTION_COUNTRY || column->type == QUESTION_AGE)
		return answer;
	for (size_t i = 0; i < from->option_count; i++)
		for (size_t j = 0; j < to->option_count; j++)
			if (answer.options >> i & 1 &&
				strcmp(from->options[i].id, to->options[j].id) == 0)
				options |= UINT64_C(1) << j;
	answer.options = options;
	return answer;
}

/* Whether a value looks the same as another one to every condition, taken alone; or, for choices,
 * has an option that no condition of either side names. */
struct looks {
	const struct difference_table *table;
	const struct difference_column *column;
	int side;
	struct answer one;
	struct answer other;
	bool differ;
	uint64_t named; /* options of the side */
};

static bool is_on(const struct condition *condition, size_t question)
{
	if (condition->type == CONDITION_COUNTRIES)
		return condition->countries.question == question;
	if (condition->type == CONDITION_YEARS)
		return condition->years.question == question;
	return condition->type == CONDITION_OPTIONS && condition->options.question == question;
}

static void look(const struct condition *condition, void *context)
{
	struct looks *looks = context;
	if (!is_on(condition, looks->column->index[looks->side]))
		return;
	if (condition->type == CONDITION_OPTIONS)
		looks->named |= condition->options.set;
	if (brute_force_holds(condition, &looks->one) !=
		brute_force_holds(condition, &looks->other))
		looks->differ = true;
}

static bool look_same(const struct difference_table *table, const struct difference_column *column,
	size_t one, size_t other)
{
	struct looks looks = {.table = table, .column = column};
	bool choices = column->type == QUESTION_CHOICES;
	bool same = true, same_named = true;
	for (looks.side = 0; looks.side < DIFFERENCE_SIDE_COUNT; looks.side++) {
		if (column->index[looks.side] == DIFFERENCE_NOWHERE)
			continue;
		looks.one = translate(table, column, looks.side, column->values[one]);
		looks.other = translate(table, column, looks.side, column->values[other]);
		looks.named = 0;
		brute_force_visit(table->packs[looks.side], look, &looks);
		same = same && !looks.differ;
		same_named =
			same_named && !((looks.one.options ^ looks.other.options) & looks.named);
	}
	return choices ? same_named : same;
}

static void find_first(struct difference_table *table, struct difference_column *column)
{
	for (size_t i = 0; i < column->count; i++) {
		column->first[i] = true;
		for (size_t j = 0; j < i && column->first[i]; j++)
			column->first[i] = !look_same(table, column, j, i);
	}
}

bool difference_table_make(struct difference_table *table, const struct pack *old,
	const struct pack *new, unsigned seed)
{
	const struct pack *packs[] = {old, new};
	memset(table, 0, sizeof *table);
	table->seed = seed;
	table->row_count = 1;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++) {
		table->packs[side] = packs[side];
		for (size_t i = 0; packs[side] && i < packs[side]->question_count; i++)
			add_question(table, side, i);
	}
	for (size_t i = 0; i < table->column_count; i++) {
		find_first(table, &table->columns[i]);
		table->row_count *= table->columns[i].count;
	}
	return table->row_count <= DIFFERENCE_ROW_LIMIT;
}

static size_t value_in(const struct difference_table *table, size_t row, size_t column)
{
	for (size_t i = 0; i < column; i++)
		row /= table->columns[i].count;
	return row % table->columns[column].count;
}

void difference_table_row(
	const struct difference_table *table, size_t number, struct difference_row *row)
{
	row->table = table;
	row->number = number;
	for (size_t i = 0; i < table->column_count; i++) {
		const struct difference_column *column = &table->columns[i];
		const struct answer *value = &column->values[value_in(table, number, i)];
		for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
			if (column->index[side] != DIFFERENCE_NOWHERE)
				row->answers[side][column->index[side]] =
					translate(table, column, side, *value);
	}
}

bool difference_row_is_first(const struct difference_row *row)
{
	for (size_t i = 0; i < row->table->column_count; i++)
		if (!row->table->columns[i].first[value_in(row->table, row->number, i)])
			return false;
	return true;
}

bool difference_holds(
	const struct pack *pack, const struct condition *condition, const struct answer answers[])
{
	bool all = true, any = false;
	switch (condition->type) {
	case CONDITION_ALL:
	case CONDITION_ANY:
	case CONDITION_NOT:
		for (size_t i = 0; i < condition->parts.count; i++) {
			bool part = difference_holds(pack, &condition->parts.items[i], answers);
			all = all && part;
			any = any || part;
		}
		if (condition->type == CONDITION_NOT)
			return !any;
		return condition->type == CONDITION_ALL ? all : any;
	case CONDITION_FACT:
		return difference_holds(pack, &pack->facts[condition->fact].when, answers);
	case CONDITION_COUNTRIES:
		return brute_force_holds(condition, &answers[condition->countries.question]);
	case CONDITION_YEARS:
		return brute_force_holds(condition, &answers[condition->years.question]);
	case CONDITION_OPTIONS:
		return brute_force_holds(condition, &answers[condition->options.question]);
	default:
		return true;
	}
}
