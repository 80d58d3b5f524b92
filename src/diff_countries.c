#include "diff_countries.h"

#include "screener/country.h"
#include "screener/memory.h"

#include <stdlib.h>

enum { WORDS = sizeof(struct country_set) / sizeof(uint64_t) };

/* A set of countries as groups, without some codes and with some others. */
struct description {
	bool *named; /* one a group */
	size_t named_count;
	struct country_set joined; /* the countries of the groups named */
};

static struct country_set without(const struct country_set *set, const struct country_set *other)
{
	struct country_set rest;
	for (int i = 0; i < WORDS; i++)
		rest.words[i] = set->words[i] & ~other->words[i];
	return rest;
}

static size_t count_of(const struct country_set *set)
{
	size_t count = 0;
	for (int i = 0; i < WORDS; i++)
		count += (size_t)__builtin_popcountll(set->words[i]);
	return count;
}

/* How many words it takes to say the set with these groups. */
static size_t cost_of(const struct country_set *set, const struct country_set *joined, size_t named)
{
	struct country_set more = without(set, joined), less = without(joined, set);
	return named + count_of(&more) + count_of(&less);
}

/* The group that makes the description shortest, if any makes it shorter. */
static size_t find_group(const struct pack *pack, const struct country_set *set,
	const struct description *description)
{
	size_t best = pack->group_count;
	size_t least = cost_of(set, &description->joined, description->named_count);
	for (size_t i = 0; i < pack->group_count; i++) {
		struct country_set joined = description->joined;
		country_set_join(&joined, &pack->groups[i].countries);
		size_t cost = cost_of(set, &joined, description->named_count + 1);
		if (cost < least) {
			least = cost;
			best = i;
		}
	}
	return best;
}

/* Returns the cost. The caller frees `named`. */
static size_t describe(
	const struct pack *pack, const struct country_set *set, struct description *description)
{
	*description = (struct description){
		.named = memory_new(pack->group_count, sizeof *description->named)};
	for (;;) {
		size_t group = find_group(pack, set, description);
		if (group == pack->group_count)
			break;
		description->named[group] = true;
		description->named_count++;
		country_set_join(&description->joined, &pack->groups[group].countries);
	}
	return cost_of(set, &description->joined, description->named_count);
}

json_t *diff_countries_codes(const struct country_set *countries)
{
	json_t *list = json_array();
	for (unsigned i = 0; i < COUNTRY_COUNT; i++)
		if (country_set_has(countries, i))
			json_array_append_new(list, json_string(country_code(i)));
	return list;
}

/* A list of one is its item. Takes the list. */
static json_t *shorten(json_t *list)
{
	if (json_array_size(list) != 1)
		return list;
	json_t *item = json_incref(json_array_get(list, 0));
	json_decref(list);
	return item;
}

static json_t *name_groups(const struct pack *pack, const struct description *description)
{
	json_t *list = json_array();
	for (size_t i = 0; i < pack->group_count; i++)
		if (description->named[i])
			json_array_append_new(list, json_string(pack->groups[i].id));
	return shorten(list);
}

static json_t *make_condition(const struct pack *pack, const char *question,
	const struct country_set *set, const struct description *description)
{
	struct country_set more = without(set, &description->joined);
	struct country_set less = without(&description->joined, set);
	json_t *list = json_array();
	if (description->named_count) {
		json_t *in = json_pack("{s:{s:o}}", question, "in", name_groups(pack, description));
		if (count_of(&less))
			json_object_set_new(in, "not",
				json_pack("{s:o}", question, shorten(diff_countries_codes(&less))));
		json_array_append_new(list, in);
	}
	if (count_of(&more))
		json_array_append_new(
			list, json_pack("{s:o}", question, shorten(diff_countries_codes(&more))));
	return json_array_size(list) == 1 ? shorten(list) : json_pack("{s:o}", "any", list);
}

json_t *diff_countries_condition(
	const struct pack *pack, const char *question, const struct class_set *countries)
{
	struct country_set in = {{0}}, out = {{0}};
	struct description with, without_it;
	for (unsigned i = 0; i < COUNTRY_COUNT; i++)
		country_set_add(class_set_has(countries, i) ? &in : &out, i);
	size_t cost = describe(pack, &in, &with);
	bool turned = describe(pack, &out, &without_it) + 1 < cost;
	json_t *condition =
		make_condition(pack, question, turned ? &out : &in, turned ? &without_it : &with);
	free(with.named);
	free(without_it.named);
	return turned ? json_pack("{s:o}", "not", condition) : condition;
}
