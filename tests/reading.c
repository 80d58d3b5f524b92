#include "reading.h"

#include "reading_page.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * What each person is told, in one number: two bits a path, then one bit a notice. A person's place
 * in the table is their answers read as digits, the first question's the highest.
 */
struct reading {
	uint64_t told[PERSON_COUNT];
};

static unsigned path_shift(size_t path)
{
	return (unsigned)(2 * path);
}

static unsigned notice_shift(size_t notice)
{
	return (unsigned)(2 * READING_PATH_COUNT + notice);
}

static uint64_t tell(const unsigned *person)
{
	uint64_t told = 0;

	for (size_t i = 0; i < READING_PATH_COUNT; i++)
		told |= (uint64_t)page_outcome(i, person) << path_shift(i);
	for (size_t i = 0; i < READING_NOTICE_COUNT; i++)
		told |= (uint64_t)page_shows(i, person) << notice_shift(i);
	return told;
}

static size_t place_of(const unsigned *person)
{
	size_t place = 0;

	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		place = place * page_questions[i].answers + person[i];
	return place;
}

/* What is known of a client: of each question the answers that are left, bit v for answer v. */
struct client {
	unsigned left[READING_QUESTION_COUNT];
	bool asked[READING_QUESTION_COUNT];
};

static bool agrees(const struct client *client, size_t question, unsigned answer)
{
	return client->left[question] >> answer & 1;
}

static unsigned first_left(const struct client *client, size_t question)
{
	unsigned answer = 0;

	while (!agrees(client, question, answer))
		answer++;
	return answer;
}

/* Makes `person` the next of those who agree with the client; false after the last. */
static bool next_person(const struct client *client, unsigned *person)
{
	for (size_t i = READING_QUESTION_COUNT; i-- > 0;) {
		while (++person[i] < page_questions[i].answers)
			if (agrees(client, i, person[i]))
				return true;
		person[i] = first_left(client, i);
	}
	return false;
}

static void first_person(const struct client *client, unsigned *person)
{
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		person[i] = first_left(client, i);
}

struct reading *reading_new(void)
{
	struct reading *reading = malloc(sizeof *reading);
	struct client anybody;
	unsigned person[READING_QUESTION_COUNT];

	if (!reading)
		return NULL;
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		anybody.left[i] = (1U << page_questions[i].answers) - 1;
	first_person(&anybody, person);
	do
		reading->told[place_of(person)] = tell(person);
	while (next_person(&anybody, person));
	return reading;
}

void reading_free(struct reading *reading)
{
	free(reading);
}

/* Is somebody who differs from this person only in this answer told something else? */
static bool decides(const struct reading *reading, const struct client *client,
	const unsigned *person, size_t question)
{
	unsigned other[READING_QUESTION_COUNT];
	uint64_t told = reading->told[place_of(person)];

	memcpy(other, person, sizeof other);
	for (unsigned v = 0; v < page_questions[question].answers; v++) {
		other[question] = v;
		if (agrees(client, question, v) && reading->told[place_of(other)] != told)
			return true;
	}
	return false;
}

static bool matters(const struct reading *reading, const struct client *client, size_t question)
{
	unsigned person[READING_QUESTION_COUNT];

	first_person(client, person);
	do
		if (decides(reading, client, person, question))
			return true;
	while (next_person(client, person));
	return false;
}

static const char *next_question(const struct reading *reading, const struct client *client)
{
	for (size_t i = 0; i < READING_QUESTION_COUNT; i++)
		if (!client->asked[i] && matters(reading, client, i))
			return reading_questions[i];
	return "";
}

static const char *word_of_path(uint64_t told, uint64_t varies, size_t path)
{
	static const char *const words[] = {
		[OUTCOME_NO] = "no",
		[OUTCOME_POSSIBLE] = "possible",
		[OUTCOME_APPLIES] = "applies",
	};

	if (varies >> path_shift(path) & 3)
		return "open";
	return words[told >> path_shift(path) & 3];
}

static void join_notices(uint64_t certain, char notices[READING_NOTICES_SIZE])
{
	notices[0] = '\0';
	for (size_t i = 0; i < READING_NOTICE_COUNT; i++) {
		if (!(certain >> notice_shift(i) & 1))
			continue;
		if (notices[0])
			strcat(notices, "+");
		strcat(notices, reading_notices[i]);
	}
}

/* Goes through everybody who the client may turn out to be. */
static void judge(
	const struct reading *reading, const struct client *client, struct reading_outcome *outcome)
{
	unsigned person[READING_QUESTION_COUNT];

	first_person(client, person);
	uint64_t told = reading->told[place_of(person)];
	uint64_t varies = 0;
	while (next_person(client, person))
		varies |= told ^ reading->told[place_of(person)];
	for (size_t i = 0; i < READING_PATH_COUNT; i++)
		outcome->paths[i] = word_of_path(told, varies, i);
	join_notices(told & ~varies, outcome->notices);
	outcome->next = next_question(reading, client);
}

/* The cells. */

static unsigned origins_left(const char *cell)
{
	for (unsigned group = 0; group < READING_COUNTRY_GROUP_COUNT && strlen(cell) == 2; group++)
		for (const char *code = reading_countries[group]; *code; code += 3)
			if (memcmp(code, cell, 2) == 0)
				return 1U << group;
	return 0;
}

/* Older than anybody. */
enum { OLDEST = 999 };

/* Whole years on READING_DAY. */
static unsigned years_since(unsigned year, unsigned month, unsigned day)
{
	unsigned years = 2026 - year;

	return month > 11 || (month == 11 && day > 23) ? years - 1 : years;
}

static bool read_years(const char *cell, unsigned *from, unsigned *to)
{
	unsigned year, month, day;

	*from = 0;
	*to = OLDEST;
	if (sscanf(cell, "%4u-%2u-%2u", &year, &month, &day) == 3) {
		*from = *to = years_since(year, month, day);
		return true;
	}
	if (cell[0] == '>')
		return sscanf(cell, ">=%u", from) == 1;
	if (cell[0] == '<')
		return sscanf(cell, "<%u", to) == 1 && (*to)-- > 0;
	int numbers = sscanf(cell, "%u-%u", from, to);
	if (numbers == 1)
		*to = *from;
	return numbers >= 1 && *from <= *to;
}

static unsigned ages_left(const char *cell)
{
	unsigned from, to;

	if (!read_years(cell, &from, &to))
		return 0;
	return (from < 18 ? 1U << AGE_UNDER_18 : 0) | (to >= 18 ? 1U << AGE_FROM_18 : 0);
}

/* The number of the word that `length` bytes of `text` spell; -1 where it is none of them. */
static int find_word(size_t question, const char *text, size_t length)
{
	for (int i = 0; i < 3 && page_questions[question].words[i]; i++)
		if (strlen(page_questions[question].words[i]) == length &&
			memcmp(page_questions[question].words[i], text, length) == 0)
			return i;
	return -1;
}

static unsigned sets_left(size_t question, const char *cell)
{
	unsigned set = 0;

	if (strcmp(cell, "-") == 0)
		return 1;
	for (;;) {
		size_t length = strcspn(cell, "+");
		int word = find_word(question, cell, length);
		if (word < 0)
			return 0;
		set |= 1U << word;
		if (!cell[length])
			return 1U << set;
		cell += length + 1;
	}
}

static unsigned words_left(size_t question, const char *cell)
{
	int word = find_word(question, cell, strlen(cell));

	return word < 0 ? 0 : 1U << word;
}

/* The answers that a cell leaves possible; none where it cannot be read. */
static unsigned answers_left(size_t question, const char *cell)
{
	if (strlen(cell) <= 1 && strcspn(cell, "?!~") == 0)
		return (1U << page_questions[question].answers) - 1;
	switch (question) {
	case ORIGIN:
		return origins_left(cell);
	case AGE:
		return ages_left(cell);
	case SUPPORT_NEEDS:
	case ORGANISATIONS:
		return sets_left(question, cell);
	default:
		return words_left(question, cell);
	}
}

bool reading_of_client(const struct reading *reading,
	const char *const cells[READING_QUESTION_COUNT], struct reading_outcome *outcome)
{
	struct client client;

	for (size_t i = 0; i < READING_QUESTION_COUNT; i++) {
		client.left[i] = answers_left(i, cells[i]);
		client.asked[i] = cells[i][0] != '\0';
		if (!client.left[i])
			return false;
	}
	judge(reading, &client, outcome);
	return true;
}
