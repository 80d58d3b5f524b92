#include "reading_draw.h"

#include <stdio.h>
#include <string.h>

/*
 * Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014): SplitMix64, the
 * same numbers everywhere.
 */
static uint64_t draw(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* From 0 up to and not including `limit`. */
static unsigned draw_below(uint64_t *seed, unsigned limit)
{
	return (unsigned)(draw(seed) % limit);
}

static void draw_origin(uint64_t *seed, char *cell)
{
	const char *codes = reading_countries[draw_below(seed, READING_COUNTRY_GROUP_COUNT)];
	unsigned place = draw_below(seed, (unsigned)strlen(codes) / 3);

	snprintf(cell, READING_CELL_SIZE, "%.2s", codes + 3 * place);
}

static void draw_age(uint64_t *seed, char *cell)
{
	unsigned years = draw_below(seed, 40);
	unsigned day = draw_below(seed, 12 * 28);

	switch (draw_below(seed, 6)) {
	case 0:
		snprintf(cell, READING_CELL_SIZE, "<18");
		break;
	case 1:
		snprintf(cell, READING_CELL_SIZE, ">=18");
		break;
	case 2:
		snprintf(cell, READING_CELL_SIZE, "%u-%u", years, years + draw_below(seed, 20));
		break;
	case 3:
		snprintf(cell, READING_CELL_SIZE, "%u-%02u-%02u", 2025 - years, 1 + day / 28,
			1 + day % 28);
		break;
	default:
		snprintf(cell, READING_CELL_SIZE, "%u", years);
	}
}

/* Some of the words, in any order; "-" for none. */
static void draw_set(uint64_t *seed, const char *const *words, unsigned count, char *cell)
{
	unsigned first = draw_below(seed, count);
	size_t length = 0;

	snprintf(cell, READING_CELL_SIZE, "-");
	for (unsigned i = 0; i < count; i++)
		if (draw_below(seed, 2))
			length += (size_t)snprintf(cell + length, READING_CELL_SIZE - length,
				"%s%s", length ? "+" : "", words[(first + i) % count]);
}

static void draw_answer(uint64_t *seed, size_t question, char *cell)
{
	static const char *const yes_no[] = {"yes", "no"};
	static const char *const wishes[] = {"yes", "undecided", "no"};
	static const char *const victims[] = {"presumed", "identified", "no"};
	static const char *const needs[] = {"guidance", "shelter", "reintegration"};
	static const char *const organisations[] = {"police", "care"};
	const char *id = reading_questions[question];

	if (strcmp(id, "origin") == 0)
		draw_origin(seed, cell);
	else if (strcmp(id, "age") == 0)
		draw_age(seed, cell);
	else if (strcmp(id, "support-needs") == 0)
		draw_set(seed, needs, 3, cell);
	else if (strcmp(id, "organisations") == 0)
		draw_set(seed, organisations, 2, cell);
	else if (strcmp(id, "return-wish") == 0)
		strcpy(cell, wishes[draw_below(seed, 3)]);
	else if (strcmp(id, "victim") == 0)
		strcpy(cell, victims[draw_below(seed, 3)]);
	else
		strcpy(cell, yes_no[draw_below(seed, 2)]);
}

void reading_draw(uint64_t *seed, char cells[READING_QUESTION_COUNT][READING_CELL_SIZE])
{
	static const char *const unanswered[] = {"", "", "?", "!", "~"};
	unsigned known = 1 + draw_below(seed, 10);

	for (size_t i = 0; i < READING_QUESTION_COUNT; i++) {
		if (draw_below(seed, 10) < known)
			draw_answer(seed, i, cells[i]);
		else
			strcpy(cells[i], unanswered[draw_below(seed, 5)]);
	}
}
