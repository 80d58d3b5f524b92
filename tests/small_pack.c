#include "small_pack.h"

#include <check.h>
#include <string.h>

void small_pack_init(struct small_pack *small)
{
	memset(small, 0, sizeof *small);
	small->pack.questions = small->questions;
	small->pack.paths = small->paths;
	small->pack.notices = small->notices;
	small->pack.facts = small->facts;
}

size_t small_pack_ask(struct small_pack *small, enum question_type type, size_t options)
{
	size_t question = small->pack.question_count++;
	ck_assert_uint_lt(question, SMALL_PACK_LIMIT);
	small->questions[question].type = type;
	small->questions[question].options = small->options;
	small->questions[question].option_count = options;
	return question;
}

size_t small_pack_fact(struct small_pack *small, struct condition when)
{
	size_t fact = small->pack.fact_count++;
	ck_assert_uint_lt(fact, SMALL_PACK_LIMIT);
	small->facts[fact].id = "some-fact";
	small->facts[fact].when = when;
	return fact;
}

size_t small_pack_path(struct small_pack *small, struct condition applies)
{
	size_t path = small->pack.path_count++;
	ck_assert_uint_lt(path, SMALL_PACK_LIMIT);
	small->paths[path].id = path ? "other-path" : "first-path";
	small->paths[path].applies = applies;
	return path;
}

size_t small_pack_notice(struct small_pack *small, struct condition when)
{
	size_t notice = small->pack.notice_count++;
	ck_assert_uint_lt(notice, SMALL_PACK_LIMIT);
	small->notices[notice].id = "some-notice";
	small->notices[notice].when = when;
	return notice;
}

struct condition on_options(size_t question, uint64_t set)
{
	return (struct condition){
		.type = CONDITION_OPTIONS, .options = {.question = question, .set = set}};
}

struct condition on_years(size_t question, unsigned from, unsigned to)
{
	return (struct condition){
		.type = CONDITION_YEARS, .years = {.question = question, .from = from, .to = to}};
}

struct condition on_country(size_t question, const char *code)
{
	unsigned country;
	struct condition condition = {.type = CONDITION_COUNTRIES};
	ck_assert(country_find(code, 2, &country));
	condition.countries.question = question;
	country_set_add(&condition.countries.set, country);
	return condition;
}

struct condition on_fact(size_t fact)
{
	return (struct condition){.type = CONDITION_FACT, .fact = fact};
}
