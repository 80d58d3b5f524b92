/* The rules of pack/ written by hand in C: the limit that the program is held against. */
#ifndef LIMIT_RULES_H
#define LIMIT_RULES_H

#include <stdint.h>

/* The yes-no questions, in the pack's order. */
enum limit_flag {
	LIMIT_UNACCOMPANIED,
	LIMIT_ARRIVED,
	LIMIT_RULES_HEALTH,
	LIMIT_RETURN,
	LIMIT_DOCUMENTS,
	LIMIT_EXTRA,
	LIMIT_SHELTER,
	LIMIT_FAMILY,
	LIMIT_REPRISALS,
	LIMIT_FLAG_COUNT
};

enum { LIMIT_VICTIM_COUNT = 3, LIMIT_PATH_COUNT = 12, LIMIT_CODES = 32 * 32 };

/* All answers are known. */
struct limit_client {
	char origin[2];
	unsigned char age;
	unsigned char flags[LIMIT_FLAG_COUNT]; /* 1: yes */
	unsigned char victim; /* none, presumed, identified */
};

/* Whether a country is in one of the two groups, by limit_code. */
extern unsigned char limit_in_group[LIMIT_CODES];

/* Fills limit_in_group. */
void limit_begin(void);

/* The client with this number, the same one each time. */
struct limit_client limit_draw_client(uint64_t number);

static inline unsigned limit_code(const char origin[2])
{
	return (unsigned)(origin[0] & 31) << 5 | (unsigned)(origin[1] & 31);
}

/* Bit i: path i applies. */
static inline unsigned limit_decide(const struct limit_client *client)
{
	const unsigned char *flags = client->flags;
	unsigned returns = flags[LIMIT_RETURN], adult = client->age >= 18;
	unsigned victim = client->victim != 0;
	unsigned focus = victim & limit_in_group[limit_code(client->origin)];
	unsigned mediation = focus & flags[LIMIT_EXTRA];
	return returns | (returns & (flags[LIMIT_DOCUMENTS] ^ 1u)) << 1 |
	       ((adult ^ 1u) & flags[LIMIT_UNACCOMPANIED]) << 2 |
	       (adult & flags[LIMIT_ARRIVED]) << 3 | (unsigned)flags[LIMIT_RULES_HEALTH] << 4 |
	       focus << 5 | (victim & (focus ^ 1u)) << 6 | (focus & returns) << 7 | mediation << 8 |
	       (mediation & flags[LIMIT_SHELTER]) << 9 |
	       (victim & (returns | flags[LIMIT_REPRISALS])) << 10 |
	       (returns & flags[LIMIT_FAMILY]) << 11;
}

#endif
