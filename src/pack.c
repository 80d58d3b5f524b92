#include "screener/pack.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

const char *question_type_word(enum question_type type)
{
	static const char *const words[QUESTION_TYPE_COUNT] = {
		[QUESTION_COUNTRY] = "country",
		[QUESTION_AGE] = "age",
		[QUESTION_YES_NO] = "yes-no",
		[QUESTION_CHOICE] = "choice",
		[QUESTION_CHOICES] = "choices",
	};
	return words[type];
}

struct pack *pack_new(void)
{
	struct pack *pack = memory_new(1, sizeof *pack);
	arena_init(&pack->arena);
	return pack;
}

void pack_free(struct pack *pack)
{
	if (!pack)
		return;
	arena_destroy(&pack->arena);
	free(pack);
}

bool pack_find_question(const struct pack *pack, const char *id, size_t *question)
{
	for (size_t i = 0; i < pack->question_count; i++) {
		if (strcmp(pack->questions[i].id, id) == 0) {
			*question = i;
			return true;
		}
	}
	return false;
}

bool pack_find_path(const struct pack *pack, const char *id, size_t *path)
{
	for (size_t i = 0; i < pack->path_count; i++) {
		if (strcmp(pack->paths[i].id, id) == 0) {
			*path = i;
			return true;
		}
	}
	return false;
}

bool pack_find_notice(const struct pack *pack, const char *id, size_t *notice)
{
	for (size_t i = 0; i < pack->notice_count; i++) {
		if (strcmp(pack->notices[i].id, id) == 0) {
			*notice = i;
			return true;
		}
	}
	return false;
}

bool question_find_option(
	const struct question *question, const char *id, size_t length, size_t *option)
{
	for (size_t i = 0; i < question->option_count; i++) {
		const char *candidate = question->options[i].id;
		if (strlen(candidate) == length && memcmp(candidate, id, length) == 0) {
			*option = i;
			return true;
		}
	}
	return false;
}

/* Marks where the conditions split the ages: at[n] means that n years are told apart from n - 1. */
static void mark_limits(
	const struct condition *condition, size_t question, bool at[PACK_AGE_LIMIT + 2])
{
	switch (condition->type) {
	case CONDITION_ALL:
	case CONDITION_ANY:
	case CONDITION_NOT:
		for (size_t i = 0; i < condition->parts.count; i++)
			mark_limits(&condition->parts.items[i], question, at);
		break;
	case CONDITION_YEARS:
		if (condition->years.question == question) {
			at[condition->years.from] = true;
			at[condition->years.to + 1] = true;
		}
		break;
	default:
		break;
	}
}

size_t pack_age_limits(const struct pack *pack, size_t question, unsigned limits[PACK_AGE_LIMIT])
{
	bool at[PACK_AGE_LIMIT + 2] = {false};
	for (size_t i = 0; i < pack->fact_count; i++)
		mark_limits(&pack->facts[i].when, question, at);
	for (size_t i = 0; i < pack->path_count; i++) {
		mark_limits(&pack->paths[i].applies, question, at);
		if (pack->paths[i].possible)
			mark_limits(pack->paths[i].possible, question, at);
	}
	for (size_t i = 0; i < pack->notice_count; i++)
		mark_limits(&pack->notices[i].when, question, at);
	size_t count = 0;
	for (unsigned years = 1; years <= PACK_AGE_LIMIT; years++)
		if (at[years])
			limits[count++] = years;
	return count;
}

bool pack_is_past_review(const struct pack *pack, struct date today)
{
	return date_compare(pack->review_by, today) < 0;
}
