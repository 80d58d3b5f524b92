#include "random_pack.h"

#include "brute_force.h"

#include <stdio.h>
#include <string.h>

/* splitmix64, by Sebastiano Vigna, in the public domain. */
static uint64_t next_number(struct random *random)
{
	uint64_t number = random->state += UINT64_C(0x9e3779b97f4a7c15);
	number = (number ^ number >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	number = (number ^ number >> 27) * UINT64_C(0x94d049bb133111eb);
	return number ^ number >> 31;
}

unsigned random_below(struct random *random, unsigned limit)
{
	return (unsigned)(next_number(random) % limit);
}

/* The raw material of the conditions: few enough values that they meet again and again. */
enum { COUNTRY_POOL = 3, LIMIT_POOL = 2, OPTION_POOL = 4, VALUE_GUESS = 8 };

struct maker {
	struct random *random;
	struct pack *pack;
	unsigned countries[COUNTRY_POOL];
	unsigned limits[LIMIT_POOL];
	size_t question; /* that the last condition was on */
	size_t facts; /* those that a condition may build on */
};

static const char *make_id(struct maker *maker, const char *kind, size_t number)
{
	char id[24];
	int length = snprintf(id, sizeof id, "%s-%zu", kind, number);
	return arena_copy(&maker->pack->arena, id, (size_t)length);
}

static bool toss(struct maker *maker, unsigned of)
{
	return random_below(maker->random, of) == 0;
}

static void make_options(struct maker *maker, struct question *question, size_t count)
{
	struct option *options = arena_new(&maker->pack->arena, count, sizeof *options);
	for (size_t i = 0; i < count; i++)
		options[i].id = options[i].label = make_id(maker, "option", i);
	if (question->type == QUESTION_YES_NO) {
		options[0].id = options[0].label = "yes";
		options[1].id = options[1].label = "no";
	}
	question->options = options;
	question->option_count = count;
}

/* Returns for how many different answers the question counts. */
static size_t make_question(struct maker *maker, struct question *question, enum question_type type)
{
	question->type = type;
	question->fixed = toss(maker, 4);
	if (type == QUESTION_COUNTRY || type == QUESTION_AGE)
		return VALUE_GUESS;
	size_t count = 2;
	if (type == QUESTION_CHOICE)
		count += random_below(maker->random, OPTION_POOL - 1);
	if (type == QUESTION_CHOICES)
		count = 1 + random_below(maker->random, 3);
	make_options(maker, question, count);
	return type == QUESTION_CHOICES ? (size_t)1 << count : count;
}

static void make_questions(struct maker *maker)
{
	struct pack *pack = maker->pack;
	size_t assignments = 1;
	pack->question_count = 3 + random_below(maker->random, RANDOM_PACK_QUESTION_LIMIT - 2);
	pack->questions = arena_new(&pack->arena, pack->question_count, sizeof *pack->questions);
	for (size_t i = 0; i < pack->question_count; i++) {
		struct question *question = &pack->questions[i];
		size_t others = (size_t)1 << (pack->question_count - i - 1);
		enum question_type type =
			(enum question_type)random_below(maker->random, QUESTION_TYPE_COUNT);
		if (assignments * VALUE_GUESS * others > RANDOM_PACK_ASSIGNMENT_LIMIT)
			type = QUESTION_YES_NO;
		question->id = question->ask = make_id(maker, "question", i);
		assignments *= make_question(maker, question, type);
	}
}

static void make_on_country(struct maker *maker, size_t question, struct condition *condition)
{
	condition->type = CONDITION_COUNTRIES;
	condition->countries.question = question;
	for (size_t i = 0; i < COUNTRY_POOL; i++)
		if (toss(maker, 2))
			country_set_add(&condition->countries.set, maker->countries[i]);
}

static void make_on_age(struct maker *maker, size_t question, struct condition *condition)
{
	unsigned form = random_below(maker->random, 5);
	condition->type = CONDITION_YEARS;
	condition->years.question = question;
	condition->years.from = form < 2 ? 0 : maker->limits[form % LIMIT_POOL];
	condition->years.to = form < 2 ? maker->limits[form] - 1 : PACK_AGE_LIMIT;
	if (form == 4)
		condition->years.to = maker->limits[1];
}

static void make_on_options(struct maker *maker, size_t question, struct condition *condition)
{
	size_t count = maker->pack->questions[question].option_count;
	condition->type = CONDITION_OPTIONS;
	condition->options.question = question;
	/* Mostly one, so that other options are needed as well. */
	condition->options.set = UINT64_C(1) << random_below(maker->random, (unsigned)count);
	if (toss(maker, 3))
		condition->options.set |= random_below(maker->random, 1U << count);
}

static void make_on_answer(struct maker *maker, struct condition *condition)
{
	/* Often the same question as before, so that conditions on it meet. */
	if (!toss(maker, 3))
		maker->question =
			random_below(maker->random, (unsigned)maker->pack->question_count);
	size_t question = maker->question;
	enum question_type type = maker->pack->questions[question].type;
	if (type == QUESTION_COUNTRY)
		make_on_country(maker, question, condition);
	else if (type == QUESTION_AGE)
		make_on_age(maker, question, condition);
	else
		make_on_options(maker, question, condition);
}

static void make_condition(struct maker *maker, struct condition *condition, unsigned depth);

static void make_parts(struct maker *maker, struct condition *condition, unsigned depth)
{
	static const enum condition_type types[] = {CONDITION_ALL, CONDITION_ALL, CONDITION_ALL,
		CONDITION_ANY, CONDITION_ANY, CONDITION_NOT};
	condition->type = types[random_below(maker->random, sizeof types / sizeof types[0])];
	size_t count = 1;
	if (condition->type != CONDITION_NOT)
		count = toss(maker, 60) ? 0 : 2 + random_below(maker->random, 2);
	struct condition *items = arena_new(&maker->pack->arena, count, sizeof *items);
	for (size_t i = 0; i < count; i++)
		make_condition(maker, &items[i], depth - 1);
	condition->parts.items = items;
	condition->parts.count = count;
}

static void make_condition(struct maker *maker, struct condition *condition, unsigned depth)
{
	memset(condition, 0, sizeof *condition);
	if (toss(maker, 80)) {
		condition->type = CONDITION_ALWAYS;
	} else if (maker->facts && toss(maker, 6)) {
		condition->type = CONDITION_FACT;
		condition->fact = random_below(maker->random, (unsigned)maker->facts);
	} else if (depth == 0 || toss(maker, 5)) {
		make_on_answer(maker, condition);
	} else {
		make_parts(maker, condition, depth);
	}
}

static void make_facts(struct maker *maker)
{
	struct pack *pack = maker->pack;
	pack->fact_count = random_below(maker->random, 4);
	pack->facts = arena_new(&pack->arena, pack->fact_count, sizeof *pack->facts);
	for (; maker->facts < pack->fact_count; maker->facts++) {
		struct fact *fact = &pack->facts[maker->facts];
		fact->id = fact->title = make_id(maker, "fact", maker->facts);
		make_condition(maker, &fact->when, 1);
	}
}

static void make_paths(struct maker *maker)
{
	struct pack *pack = maker->pack;
	pack->path_count = 1 + random_below(maker->random, 4);
	pack->paths = arena_new(&pack->arena, pack->path_count, sizeof *pack->paths);
	for (size_t i = 0; i < pack->path_count; i++) {
		struct path *path = &pack->paths[i];
		path->id = path->title = make_id(maker, "path", i);
		make_condition(maker, &path->applies, 1 + random_below(maker->random, 3));
		if (toss(maker, 2))
			continue;
		struct condition *possible = arena_new(&pack->arena, 1, sizeof *possible);
		make_condition(maker, possible, 1 + random_below(maker->random, 3));
		path->possible = possible;
	}
}

static void make_notices(struct maker *maker)
{
	struct pack *pack = maker->pack;
	pack->notice_count = random_below(maker->random, 3);
	pack->notices = arena_new(&pack->arena, pack->notice_count, sizeof *pack->notices);
	for (size_t i = 0; i < pack->notice_count; i++) {
		struct notice *notice = &pack->notices[i];
		notice->id = notice->text = make_id(maker, "notice", i);
		make_condition(maker, &notice->when, 2);
	}
}

struct pack *random_pack_new(struct random *random)
{
	struct maker maker = {.random = random, .pack = pack_new()};
	for (size_t i = 0; i < COUNTRY_POOL; i++)
		maker.countries[i] = random_below(random, COUNTRY_COUNT);
	maker.limits[0] = 1 + random_below(random, PACK_AGE_LIMIT / 2);
	maker.limits[1] = maker.limits[0] + 1 + random_below(random, PACK_AGE_LIMIT / 2 - 1);
	maker.pack->id = maker.pack->title = "random";
	make_questions(&maker);
	make_facts(&maker);
	make_paths(&maker);
	make_notices(&maker);
	return maker.pack;
}

static void pick_answer(
	struct random *random, const struct pack *pack, size_t question, struct answer *answer)
{
	struct answer values[BRUTE_FORCE_VALUE_LIMIT];
	size_t count = brute_force_values(pack, question, values);
	*answer = values[random_below(random, (unsigned)count)];
	if (pack->questions[question].type != QUESTION_AGE || random_below(random, 2) == 0)
		return;
	struct answer other = values[random_below(random, (unsigned)count)];
	if (other.years.from < answer->years.from)
		answer->years.from = other.years.from;
	if (other.years.to > answer->years.to)
		answer->years.to = other.years.to;
}

void random_answers(struct random *random, const struct pack *pack, struct answer answers[])
{
	/* Of some clients nearly all is known, of others nearly nothing. */
	unsigned given = random_below(random, 10);
	for (size_t i = 0; i < pack->question_count; i++) {
		memset(&answers[i], 0, sizeof answers[i]);
		if (random_below(random, 10) <= given)
			pick_answer(random, pack, i, &answers[i]);
		else if (random_below(random, 2) == 0)
			answers[i].status = (enum answer_status)(
				ANSWER_NOT_KNOWN +
				random_below(random, ANSWER_STATUS_COUNT - ANSWER_NOT_KNOWN));
	}
}
