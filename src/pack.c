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

void condition_visit(const struct condition *condition,
	void (*visit)(const struct condition *condition, void *context), void *context)
{
	visit(condition, context);
	if (condition->type != CONDITION_ALL && condition->type != CONDITION_ANY &&
		condition->type != CONDITION_NOT)
		return;
	for (size_t i = 0; i < condition->parts.count; i++)
		condition_visit(&condition->parts.items[i], visit, context);
}

void pack_visit_conditions(const struct pack *pack,
	void (*visit)(const struct condition *condition, void *context), void *context)
{
	for (size_t i = 0; i < pack->fact_count; i++)
		condition_visit(&pack->facts[i].when, visit, context);
	for (size_t i = 0; i < pack->path_count; i++) {
		condition_visit(&pack->paths[i].applies, visit, context);
		if (pack->paths[i].possible)
			condition_visit(pack->paths[i].possible, visit, context);
	}
	for (size_t i = 0; i < pack->notice_count; i++)
		condition_visit(&pack->notices[i].when, visit, context);
}

/* Where the conditions split the ages: at[n] means that n years are told apart from n - 1. */
struct age_limits {
	size_t question;
	bool at[PACK_AGE_LIMIT + 2];
};

static void mark_limits(const struct condition *condition, void *context)
{
	struct age_limits *limits = context;
	if (condition->type != CONDITION_YEARS || condition->years.question != limits->question)
		return;
	limits->at[condition->years.from] = true;
	limits->at[condition->years.to + 1] = true;
}

size_t pack_age_limits(const struct pack *pack, size_t question, unsigned limits[PACK_AGE_LIMIT])
{
	struct age_limits marked = {.question = question};
	size_t count = 0;
	pack_visit_conditions(pack, mark_limits, &marked);
	for (unsigned years = 1; years <= PACK_AGE_LIMIT; years++)
		if (marked.at[years])
			limits[count++] = years;
	return count;
}

bool pack_is_past_review(const struct pack *pack, struct date today)
{
	return date_compare(pack->review_by, today) < 0;
}
