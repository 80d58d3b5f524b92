#include "evaluator_private.h"

#include <string.h>

static size_t count_questions(const struct evaluator *evaluator)
{
	return evaluator->logic->pack->question_count;
}

size_t evaluator_key_words(const struct evaluator *evaluator)
{
	return evaluator->groups.key_words;
}

size_t evaluator_result_words(const struct evaluator *evaluator)
{
	return evaluator->outcome_words + 1;
}

static uint64_t *question_word(
	uint64_t words[], const struct question_bits *bits, size_t question, uint64_t *bit)
{
	*bit = UINT64_C(1) << (bits->shift + question % WORD_BITS) % WORD_BITS;
	return &words[bits->word + question / WORD_BITS];
}

void evaluator_fold(const struct evaluator *evaluator, size_t question, const struct answer *answer,
	uint64_t part[])
{
	const struct columns *columns = &evaluator->columns;
	memset(part, 0, evaluator->groups.key_words * sizeof *part);
	for (size_t i = columns->first[question]; i < columns->first[question + 1]; i++) {
		uint64_t digit = columns_digit(columns, &columns->items[i], answer);
		size_t end = evaluator->weight_first[i + 1];
		for (size_t j = evaluator->weight_first[i]; j < end; j++)
			part[evaluator->weights[j].word] += digit * evaluator->weights[j].factor;
	}
	if (answer->status == ANSWER_NOT_ASKED) {
		uint64_t bit;
		uint64_t *word = question_word(part, &evaluator->not_asked, question, &bit);
		*word += bit;
	}
}

static uint64_t read_field(const struct field *field, const uint64_t key[])
{
	return key[field->word] >> field->shift & field->mask;
}

/* Sets `allowed` to what the key leaves of the group's columns. */
static void allow_group(
	struct evaluator *evaluator, const struct root_group *group, const uint64_t key[])
{
	for (size_t i = 0; i < group->field_count; i++) {
		const struct field *field = &group->fields[i];
		uint64_t value = read_field(field, key);
		for (size_t j = 0; j < field->column_count; j++) {
			const struct column *column = &evaluator->columns.items[field->columns[j]];
			columns_allow(&evaluator->columns, column,
				(unsigned)(value % column->radix), evaluator->allowed);
			value /= column->radix;
		}
	}
}

static void allow_all_again(struct evaluator *evaluator, const struct root_group *group)
{
	for (size_t i = 0; i < group->field_count; i++) {
		for (size_t j = 0; j < group->fields[i].column_count; j++) {
			const struct column *column =
				&evaluator->columns.items[group->fields[i].columns[j]];
			columns_allow(
				&evaluator->columns, column, column->unknown, evaluator->allowed);
		}
	}
}

static enum outcome read_root(const struct evaluator *evaluator, size_t root, uint32_t diagram)
{
	if (!diagram_is_terminal(diagram))
		return OUTCOME_OPEN;
	if (root < evaluator->logic->pack->path_count)
		return (enum outcome)diagram;
	return diagram ? OUTCOME_APPLIES : OUTCOME_NO;
}

static void set_outcome(uint64_t place[], size_t root, enum outcome outcome)
{
	size_t bit = 1 + OUTCOME_BITS * root;
	for (unsigned i = 0; i < OUTCOME_BITS; i++, bit++)
		place[bit / WORD_BITS] |= (uint64_t)(outcome >> i & 1) << bit % WORD_BITS;
}

static void write_place(
	struct evaluator *evaluator, const struct root_group *group, uint64_t place[])
{
	const struct diagram_store *store = evaluator->restricted;
	const struct classes *classes = &evaluator->logic->classes;
	memset(place, 0, evaluator->words * sizeof *place);
	for (size_t i = 0; i < group->root_count; i++) {
		size_t root = group->roots[i];
		set_outcome(place, root, read_root(evaluator, root, evaluator->results[i]));
	}
	for (uint32_t i = DIAGRAM_VALUES; i < diagram_store_size(store); i++) {
		uint64_t bit;
		size_t question = classes->question[diagram_variable(store, i)];
		uint64_t *word = question_word(place, &evaluator->matters, question, &bit);
		*word |= bit;
	}
}

static void fill_from_diagrams(struct evaluator *evaluator, const struct root_group *group,
	const uint64_t key[], uint64_t place[])
{
	for (size_t i = 0; i < group->root_count; i++)
		evaluator->roots[i] = evaluator->logic->roots[group->roots[i]];
	allow_group(evaluator, group, key);
	diagram_store_clear(evaluator->restricted);
	restriction_copy(evaluator->restriction, evaluator->allowed, evaluator->roots,
		group->root_count, evaluator->restricted, evaluator->results);
	allow_all_again(evaluator, group);
	write_place(evaluator, group, place);
}

/* Sets the answers to some that the key may be of. */
static void answer_group(
	struct evaluator *evaluator, const struct root_group *group, const uint64_t key[])
{
	struct answer *answers = evaluator->answers;
	for (size_t i = 0; i < count_questions(evaluator); i++)
		answers[i] = (struct answer){.status = ANSWER_GIVEN};
	for (size_t i = 0; i < group->field_count; i++) {
		const struct field *field = &group->fields[i];
		uint64_t value = read_field(field, key);
		for (size_t j = 0; j < field->column_count; j++) {
			const struct column *column = &evaluator->columns.items[field->columns[j]];
			columns_answer(&evaluator->columns, column,
				(unsigned)(value % column->radix), &answers[column->question]);
			value /= column->radix;
		}
	}
}

static void fill_from_outcomes(struct evaluator *evaluator, const struct root_group *group,
	const uint64_t key[], uint64_t place[])
{
	const struct outcomes *outcomes = evaluator->outcomes;
	size_t paths = evaluator->logic->pack->path_count;
	answer_group(evaluator, group, key);
	outcomes_find(evaluator->outcomes, evaluator->answers);
	memset(place, 0, evaluator->words * sizeof *place);
	for (size_t i = 0; i < evaluator->logic->root_count; i++)
		set_outcome(place, i,
			i < paths ? outcomes_path(outcomes, i)
				  : outcomes_notice(outcomes, i - paths));
	for (size_t i = 0; i < count_questions(evaluator); i++) {
		uint64_t bit, *word = question_word(place, &evaluator->matters, i, &bit);
		*word |= outcomes_matters(outcomes, i) ? bit : 0;
	}
}

/* Finds what the group's place for this key is. */
static void fill(struct evaluator *evaluator, const struct root_group *group, const uint64_t key[],
	uint64_t place[])
{
	if (evaluator->outcomes)
		fill_from_outcomes(evaluator, group, key, place);
	else
		fill_from_diagrams(evaluator, group, key, place);
	for (size_t i = 0; !group->direct && i < group->field_count; i++)
		place[evaluator->words + i] = read_field(&group->fields[i], key);
}

/* Finalizer of MurmurHash3 (Appleby, 2011). */
static uint64_t mix(uint64_t hash)
{
	hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
	hash = (hash ^ hash >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
	return hash ^ hash >> 33;
}

/* The only place of a cache that the key may be in. */
static uint64_t *find_cached(struct evaluator *evaluator, const struct root_group *group,
	uint64_t *table, const uint64_t key[])
{
	uint64_t hash = 0;
	for (size_t i = 0; i < group->field_count; i++)
		hash = mix(hash + read_field(&group->fields[i], key) + 1);
	size_t words = place_words(evaluator, group);
	uint64_t *place = table + (hash & (group->places - 1)) * words;
	for (size_t i = 0; i < group->field_count; i++)
		if (place[evaluator->words + i] != read_field(&group->fields[i], key))
			place[0] = UNFILLED;
	return place;
}

static const uint64_t *find_place(struct evaluator *evaluator, size_t index, const uint64_t key[])
{
	const struct root_group *group = &evaluator->groups.items[index];
	uint64_t *table = evaluator->tables[index];
	uint64_t *place = group->direct
				  ? table + read_field(&group->fields[0], key) * evaluator->words
				  : find_cached(evaluator, group, table, key);
	if (place[0] & UNFILLED)
		fill(evaluator, group, key, place);
	return place;
}

/* The first question that matters and is not asked yet, plus one; 0 where there is none. */
static uint64_t find_next(const struct evaluator *evaluator, const uint64_t key[])
{
	const struct question_bits *matters = &evaluator->matters;
	const struct question_bits *not_asked = &evaluator->not_asked;
	size_t words = evaluator->words - matters->word;
	for (size_t i = 0; i < words; i++) {
		uint64_t both = evaluator->found[matters->word + i] >> matters->shift &
				key[not_asked->word + i] >> not_asked->shift;
		if (both)
			return i * WORD_BITS + (uint64_t)__builtin_ctzll(both) + 1;
	}
	return 0;
}

/* Returns false, and has found nothing, where a place is not filled yet. */
static bool find_quickly(struct evaluator *evaluator, uint64_t key)
{
	uint64_t found = 0;
	for (size_t i = 0; i < evaluator->groups.count; i++) {
		const struct quick_group *group = &evaluator->quick_groups[i];
		found |= group->table[key >> group->shift & group->mask];
	}
	if (found & UNFILLED)
		return false;
	uint64_t next = found >> evaluator->matters.shift & key >> evaluator->not_asked.shift;
	evaluator->result[0] = found & evaluator->last_mask;
	evaluator->result[1] = next ? (uint64_t)__builtin_ctzll(next) + 1 : 0;
	return true;
}

const uint64_t *evaluator_find(struct evaluator *evaluator, const uint64_t key[])
{
	if (evaluator->quick && find_quickly(evaluator, key[0]))
		return evaluator->result;
	size_t words = evaluator->words;
	uint64_t *found = evaluator->found, *result = evaluator->result;
	for (size_t i = 0; i < words; i++)
		found[i] = 0;
	for (size_t i = 0; i < evaluator->groups.count; i++) {
		const uint64_t *place = find_place(evaluator, i, key);
		for (size_t j = 0; j < words; j++)
			found[j] |= place[j];
	}
	size_t last = evaluator->outcome_words - 1;
	for (size_t i = 0; i < last; i++)
		result[i] = found[i];
	result[last] = found[last] & evaluator->last_mask;
	result[last + 1] = find_next(evaluator, key);
	return result;
}

/* All of a given answer as one number, of which the low half is a country or the first year. */
static inline uint64_t read_whole(const struct answer *answer)
{
	uint64_t whole;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	memcpy(&whole, &answer->options, sizeof whole);
#else
	whole = UINT64_MAX; /* never found */
#endif
	return whole;
}

/* Any answer but a given one that is its low half. Not inlined: the loop over the others stays
 * short.
 */
static __attribute__((noinline)) uint64_t fold_other(
	const struct evaluator *evaluator, size_t question, const struct answer *answer)
{
	const struct value_parts *values = &evaluator->values[question];
	uint64_t part;
	if (answer->status != ANSWER_GIVEN)
		return values->parts[values->count + (answer->status == ANSWER_NOT_ASKED)];
	evaluator_fold(evaluator, question, answer, &part);
	return part;
}

static const uint64_t *find_answers_quickly(
	struct evaluator *evaluator, const struct answer answers[])
{
	const struct value_parts *values = evaluator->values;
	uint64_t key = 0;
	size_t questions = count_questions(evaluator);
	for (size_t i = 0; i < questions; i++) {
		uint64_t whole = read_whole(&answers[i]), low = whole & UINT32_MAX;
		bool quick = answers[i].status == ANSWER_GIVEN && low < values[i].count &&
			     low * values[i].factor == (whole & values[i].mask);
		key += quick ? values[i].parts[low] : fold_other(evaluator, i, &answers[i]);
	}
	return evaluator_find(evaluator, &key);
}

const uint64_t *evaluator_find_answers(struct evaluator *evaluator, const struct answer answers[])
{
	if (evaluator->quick)
		return find_answers_quickly(evaluator, answers);
	size_t words = evaluator->groups.key_words;
	memset(evaluator->key, 0, words * sizeof *evaluator->key);
	for (size_t i = 0; i < count_questions(evaluator); i++) {
		evaluator_fold(evaluator, i, &answers[i], evaluator->part);
		for (size_t j = 0; j < words; j++)
			evaluator->key[j] += evaluator->part[j];
	}
	return evaluator_find(evaluator, evaluator->key);
}

static enum outcome read_outcome(const uint64_t result[], size_t root)
{
	size_t bit = 1 + OUTCOME_BITS * root;
	unsigned low = (unsigned)(result[bit / WORD_BITS] >> bit % WORD_BITS & 1);
	bit++;
	return (enum outcome)(
		low | (unsigned)(result[bit / WORD_BITS] >> bit % WORD_BITS & 1) << 1);
}

enum outcome evaluator_path(const struct evaluator *evaluator, const uint64_t result[], size_t path)
{
	(void)evaluator;
	return read_outcome(result, path);
}

enum outcome evaluator_notice(
	const struct evaluator *evaluator, const uint64_t result[], size_t notice)
{
	return read_outcome(result, evaluator->logic->pack->path_count + notice);
}

size_t evaluator_next(const struct evaluator *evaluator, const uint64_t result[])
{
	uint64_t next = result[evaluator->outcome_words];
	return next ? (size_t)next - 1 : PACK_NO_QUESTION;
}
