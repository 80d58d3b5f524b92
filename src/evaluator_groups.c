#include "evaluator_groups.h"

#include "screener/diagram.h"
#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_BITS = 64 };

/* A product of radices never goes beyond this, so that one more radix does not overflow. */
#define PRODUCT_LIMIT (UINT64_C(1) << 48)

/* A walk over one root's diagram. */
struct walk {
	const struct logic *logic;
	const struct columns *columns;
	size_t *seen; /* one a diagram: the last root, counted from 1, that came by */
	size_t root;
	uint64_t *found; /* a bit a column */
};

static void find_columns(struct walk *walk, uint32_t diagram)
{
	const struct diagram_store *store = walk->logic->store;
	if (diagram_is_terminal(diagram) || walk->seen[diagram] == walk->root)
		return;
	walk->seen[diagram] = walk->root;
	size_t variable = diagram_variable(store, diagram);
	size_t column = walk->columns->of_variable[variable];
	walk->found[column / WORD_BITS] |= UINT64_C(1) << column % WORD_BITS;
	for (unsigned i = 0; i < diagram_store_arity(store, variable); i++)
		find_columns(walk, diagram_child(store, diagram, i));
}

static size_t count_set_words(const struct columns *columns)
{
	return columns->count / WORD_BITS + 1;
}

static bool has(const uint64_t set[], size_t column)
{
	return set[column / WORD_BITS] >> column % WORD_BITS & 1;
}

/* How many keys the columns of either set tell apart: at most PRODUCT_LIMIT. */
static uint64_t multiply(
	const struct columns *columns, const uint64_t a[], const uint64_t b[], uint64_t limit)
{
	uint64_t product = 1;
	for (size_t i = 0; i < count_set_words(columns); i++) {
		for (uint64_t left = a[i] | b[i]; left; left &= left - 1) {
			size_t bit = (size_t)__builtin_ctzll(left);
			product *= columns->items[i * WORD_BITS + bit].radix;
			if (product > limit)
				return limit + 1;
		}
	}
	return product;
}

/* Whether all columns of `part` are among those of `whole`. */
static bool covers(const struct columns *columns, const uint64_t whole[], const uint64_t part[])
{
	for (size_t i = 0; i < count_set_words(columns); i++)
		if (part[i] & ~whole[i])
			return false;
	return true;
}

/* The group that would grow least by a root with these columns, or a new one. */
static struct root_group *choose(
	struct groups *groups, const uint64_t columns[], const struct group_limits *limits)
{
	uint64_t own = multiply(groups->columns, columns, columns, limits->table), least = 0;
	struct root_group *chosen = NULL;
	for (size_t i = 0; i < groups->count; i++) {
		struct root_group *group = &groups->items[i];
		if (covers(groups->columns, group->columns, columns))
			return group;
		uint64_t size = multiply(groups->columns, group->columns, columns, limits->table);
		if (own > limits->table || size > limits->table)
			continue;
		if (!chosen || size < least) {
			chosen = group;
			least = size;
		}
	}
	return chosen ? chosen : &groups->items[groups->count++];
}

static void add_root(
	struct groups *groups, struct root_group *group, size_t root, const uint64_t columns[])
{
	size_t words = count_set_words(groups->columns);
	if (!group->columns)
		group->columns = memory_new(words, sizeof *group->columns);
	group->roots = memory_grow(group->roots, group->root_count + 1, sizeof *group->roots);
	group->roots[group->root_count++] = root;
	for (size_t i = 0; i < words; i++)
		group->columns[i] |= columns[i];
}

/* A root with its columns, for sorting. */
struct support {
	size_t root;
	uint64_t product;
	uint64_t *columns;
};

/* Those with most to look at first: the others then fit in with them. */
static int compare_supports(const void *a, const void *b)
{
	const struct support *one = a, *other = b;
	if (one->product != other->product)
		return one->product < other->product ? 1 : -1;
	return one->root < other->root ? -1 : 1;
}

/* Roots without a diagram are told together, from all that is known of a client: then there is one
 * group, with all columns. */
static void gather(struct groups *groups, const struct logic *logic)
{
	struct root_group *group = &groups->items[groups->count++];
	const struct columns *columns = groups->columns;
	group->columns = memory_new(count_set_words(columns), sizeof *group->columns);
	for (size_t i = 0; i < columns->count; i++)
		group->columns[i / WORD_BITS] |= UINT64_C(1) << i % WORD_BITS;
	group->roots = memory_new(logic->root_count, sizeof *group->roots);
	for (size_t i = 0; i < logic->root_count; i++)
		group->roots[group->root_count++] = i;
}

static void find_supports(
	struct support supports[], const struct logic *logic, const struct columns *columns)
{
	struct walk walk = {.logic = logic, .columns = columns};
	walk.seen = memory_new(diagram_store_size(logic->store), sizeof *walk.seen);
	for (size_t i = 0; i < logic->root_count; i++) {
		walk.root = i + 1;
		walk.found = memory_new(count_set_words(columns), sizeof *walk.found);
		find_columns(&walk, logic->roots[i]);
		uint64_t product = multiply(columns, walk.found, walk.found, PRODUCT_LIMIT);
		supports[i] = (struct support){i, product, walk.found};
	}
	free(walk.seen);
	qsort(supports, logic->root_count, sizeof *supports, compare_supports);
}

static size_t count_members(const struct columns *columns, const uint64_t set[])
{
	size_t count = 0;
	for (size_t i = 0; i < count_set_words(columns); i++)
		count += (size_t)__builtin_popcountll(set[i]);
	return count;
}

static void add_field(struct groups *groups, struct root_group *group)
{
	size_t size = sizeof *group->fields;
	size_t room = count_members(groups->columns, group->columns);
	group->fields = memory_grow(group->fields, group->field_count + 1, size);
	group->fields[group->field_count++] =
		(struct field){.product = 1, .columns = memory_new(room, sizeof(size_t))};
}

/* Lists the group's columns in as few fields as hold them. */
static void list_columns(struct groups *groups, struct root_group *group)
{
	const struct columns *columns = groups->columns;
	add_field(groups, group);
	for (size_t i = 0; i < columns->count; i++) {
		if (!has(group->columns, i))
			continue;
		struct field *field = &group->fields[group->field_count - 1];
		if (field->product > PRODUCT_LIMIT / columns->items[i].radix) {
			add_field(groups, group);
			field = &group->fields[group->field_count - 1];
		}
		field->columns[field->column_count++] = i;
		field->product *= columns->items[i].radix;
	}
}

void groups_take_bits(struct groups *groups, unsigned bits, size_t *word, unsigned *shift)
{
	if (groups->key_words == 0 || groups->bits_used + bits > WORD_BITS) {
		groups->key_words++;
		groups->bits_used = 0;
	}
	*word = groups->key_words - 1;
	*shift = groups->bits_used;
	groups->bits_used += bits;
}

/* How many bits a number below `product` has: one at least. */
static unsigned count_bits(uint64_t product)
{
	return product > 1 ? WORD_BITS - (unsigned)__builtin_clzll(product - 1) : 1;
}

static void place_fields(struct groups *groups, struct root_group *group)
{
	for (size_t i = 0; i < group->field_count; i++) {
		struct field *field = &group->fields[i];
		unsigned bits = count_bits(field->product);
		groups_take_bits(groups, bits, &field->word, &field->shift);
		field->mask = (UINT64_C(1) << bits) - 1;
	}
}

static void lay_out(struct groups *groups, const struct group_limits *limits)
{
	uint64_t left = limits->tables;
	for (size_t i = 0; i < groups->count; i++) {
		struct root_group *group = &groups->items[i];
		list_columns(groups, group);
		uint64_t product = group->fields[0].product;
		group->direct =
			group->field_count == 1 && product <= limits->table && product <= left;
		if (group->direct) {
			group->places = (size_t)product;
			left -= product;
		}
		place_fields(groups, group);
	}
}

static void divide(
	struct groups *groups, const struct logic *logic, const struct group_limits *limits)
{
	struct support *supports = memory_new(logic->root_count, sizeof *supports);
	find_supports(supports, logic, groups->columns);
	for (size_t i = 0; i < logic->root_count; i++) {
		struct root_group *group = choose(groups, supports[i].columns, limits);
		add_root(groups, group, supports[i].root, supports[i].columns);
		free(supports[i].columns);
	}
	free(supports);
}

void groups_init(struct groups *groups, const struct logic *logic, const struct columns *columns,
	const struct group_limits *limits)
{
	*groups = (struct groups){.columns = columns};
	groups->items = memory_new(logic->root_count, sizeof *groups->items);
	if (logic->outgrown_count)
		gather(groups, logic);
	else
		divide(groups, logic, limits);
	lay_out(groups, limits);
}

void groups_destroy(struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++) {
		struct root_group *group = &groups->items[i];
		for (size_t j = 0; j < group->field_count; j++)
			free(group->fields[j].columns);
		free(group->fields);
		free(group->roots);
		free(group->columns);
	}
	free(groups->items);
}
