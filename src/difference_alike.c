#include "difference_joint.h"

#include <string.h>

static bool is_alike(
	const struct condition *a, const struct condition *b, const size_t first_alike[]);

static bool are_parts_alike(
	const struct condition *a, const struct condition *b, const size_t first_alike[])
{
	if (a->parts.count != b->parts.count)
		return false;
	for (size_t i = 0; i < a->parts.count; i++)
		if (!is_alike(&a->parts.items[i], &b->parts.items[i], first_alike))
			return false;
	return true;
}

/* Whether two conditions are written alike, facts by what they are and not by their names. */
static bool is_alike(
	const struct condition *a, const struct condition *b, const size_t first_alike[])
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case CONDITION_FACT:
		return first_alike[a->fact] == first_alike[b->fact];
	case CONDITION_OPTIONS:
		return a->options.question == b->options.question &&
		       a->options.set == b->options.set;
	case CONDITION_COUNTRIES:
		return a->countries.question == b->countries.question &&
		       memcmp(&a->countries.set, &b->countries.set, sizeof a->countries.set) == 0;
	case CONDITION_YEARS:
		return a->years.question == b->years.question && a->years.from == b->years.from &&
		       a->years.to == b->years.to;
	case CONDITION_ALWAYS:
		return true;
	default:
		return are_parts_alike(a, b, first_alike);
	}
}

static size_t count_facts(const struct pack *pack)
{
	return pack ? pack->fact_count : 0;
}

/* A fact of the new pack is the old one's that is written as it is; any other is only like itself.
 */
static void find_alike(const struct joint *joint, size_t first_alike[])
{
	const struct fact *facts = joint->pack->facts;
	size_t old = joint->first_fact[DIFFERENCE_OLD], new = joint->first_fact[DIFFERENCE_NEW];
	for (size_t i = 0; i < joint->pack->fact_count; i++)
		first_alike[i] = i;
	for (size_t i = new; i < new + count_facts(joint->sides[DIFFERENCE_NEW]); i++)
		for (size_t j = old; j < old + count_facts(joint->sides[DIFFERENCE_OLD]); j++)
			if (is_alike(&facts[i].when, &facts[j].when, first_alike)) {
				first_alike[i] = j;
				break;
			}
}

void joint_find_alike(struct joint *joint)
{
	joint->first_alike =
		arena_new(&joint->pack->arena, joint->pack->fact_count, sizeof(size_t));
	find_alike(joint, joint->first_alike);
}

static bool are_facts_alike(const struct joint *joint, const size_t facts[])
{
	return is_alike(&joint->pack->facts[facts[0]].when, &joint->pack->facts[facts[1]].when,
		joint->first_alike);
}

bool joint_paths_are_alike(const struct joint *joint, const size_t paths[])
{
	size_t facts[DIFFERENCE_SIDE_COUNT];
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		facts[side] = joint_fact_of_path(joint, (enum difference_side)side, paths[side]);
	if (!are_facts_alike(joint, facts))
		return false;
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		facts[side]++; /* that it is possible */
	return are_facts_alike(joint, facts);
}

bool joint_notices_are_alike(const struct joint *joint, const size_t notices[])
{
	size_t facts[DIFFERENCE_SIDE_COUNT];
	for (int side = 0; side < DIFFERENCE_SIDE_COUNT; side++)
		facts[side] =
			joint_fact_of_notice(joint, (enum difference_side)side, notices[side]);
	return are_facts_alike(joint, facts);
}
