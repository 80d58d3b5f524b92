/*
 * evaluate PACK: the time that it takes to decide on a client whose answers are in memory, against
 * C written by hand for the same rules. Median of many passes, in turns, over a million clients;
 * that both say the same of every client is checked first.
 */
#include "limit_rules.h"

#include "reader.h"

#include "screener/evaluator.h"
#include "screener/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { CLIENTS = 1000000, PASSES = 15, QUESTIONS = 12, AGE_COUNT = 256 };

/* Where the pack's questions are. */
enum { ORIGIN, AGE, UNACCOMPANIED, ARRIVED, VICTIM, FIRST_FLAG };

/* What each value of each member of a client adds to a key. */
struct parts {
	uint64_t origins[LIMIT_CODES];
	uint64_t ages[AGE_COUNT];
	uint64_t flags[LIMIT_FLAG_COUNT][2];
	uint64_t victims[LIMIT_VICTIM_COUNT];
};

static struct limit_client *clients;
static struct answer (*answers)[QUESTIONS];
static uint32_t *results;
static struct parts parts;
static struct evaluator *evaluator;

static size_t question_of_flag(size_t flag)
{
	return flag < 2 ? UNACCOMPANIED + flag : FIRST_FLAG + flag - 2;
}

static void fold(size_t question, struct answer answer, uint64_t *part)
{
	evaluator_fold(evaluator, question, &answer, part);
}

static void fill_parts(void)
{
	for (unsigned i = 0; i < COUNTRY_COUNT; i++)
		fold(ORIGIN, answer_of_country(i), &parts.origins[limit_code(country_code(i))]);
	for (unsigned i = 0; i <= PACK_AGE_LIMIT; i++)
		fold(AGE, answer_of_years(i, i), &parts.ages[i]);
	for (size_t i = 0; i < LIMIT_VICTIM_COUNT; i++)
		fold(VICTIM, answer_of_option(i), &parts.victims[i]);
	/* The option "yes" is the first. */
	for (size_t i = 0; i < LIMIT_FLAG_COUNT; i++)
		for (size_t yes = 0; yes < 2; yes++)
			fold(question_of_flag(i), answer_of_option(1 - yes), &parts.flags[i][yes]);
}

static void fill_answers(const struct limit_client *client, struct answer given[QUESTIONS])
{
	unsigned country = 0;
	if (!country_find(client->origin, 2, &country))
		abort();
	given[ORIGIN] = answer_of_country(country);
	given[AGE] = answer_of_years(client->age, client->age);
	given[VICTIM] = answer_of_option(client->victim);
	for (size_t i = 0; i < LIMIT_FLAG_COUNT; i++)
		given[question_of_flag(i)] = answer_of_option(1 - client->flags[i]);
}

static void decide_by_hand(void)
{
	for (size_t i = 0; i < CLIENTS; i++)
		results[i] = limit_decide(&clients[i]);
}

static inline uint64_t find_key(const struct limit_client *client)
{
	uint64_t key = parts.origins[limit_code(client->origin)] + parts.ages[client->age] +
		       parts.victims[client->victim];
	for (size_t i = 0; i < LIMIT_FLAG_COUNT; i++)
		key += parts.flags[i][client->flags[i]];
	return key;
}

static void decide_by_parts(void)
{
	for (size_t i = 0; i < CLIENTS; i++) {
		uint64_t key = find_key(&clients[i]);
		results[i] = (uint32_t)*evaluator_find(evaluator, &key);
	}
}

static void decide_by_answers(void)
{
	for (size_t i = 0; i < CLIENTS; i++)
		results[i] = (uint32_t)*evaluator_find_answers(evaluator, answers[i]);
}

static void check_client(size_t number)
{
	uint64_t key = find_key(&clients[number]);
	const uint64_t *folded = evaluator_find(evaluator, &key);
	unsigned found[2] = {0, 0};
	for (size_t i = 0; i < LIMIT_PATH_COUNT; i++)
		found[0] |= (evaluator_path(evaluator, folded, i) == OUTCOME_APPLIES) * 1u << i;
	const uint64_t *raw = evaluator_find_answers(evaluator, answers[number]);
	for (size_t i = 0; i < LIMIT_PATH_COUNT; i++)
		found[1] |= (evaluator_path(evaluator, raw, i) == OUTCOME_APPLIES) * 1u << i;
	unsigned expected = limit_decide(&clients[number]);
	if (found[0] == expected && found[1] == expected)
		return;
	fprintf(stderr, "evaluate: client %zu is %x and %x, not %x\n", number, found[0], found[1],
		expected);
	exit(EXIT_FAILURE);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;
	return (one > other) - (one < other);
}

static void measure(void)
{
	static const struct way {
		const char *name;
		void (*decide)(void);
	} ways[] = {{"C by hand", decide_by_hand}, {"evaluator, same structs", decide_by_parts},
		{"evaluator, struct answer", decide_by_answers}};
	enum { WAYS = sizeof ways / sizeof ways[0] };
	double times[WAYS][PASSES];
	for (size_t pass = 0; pass < PASSES; pass++) {
		for (size_t way = 0; way < WAYS; way++) {
			double start = now();
			ways[way].decide();
			times[way][pass] = (now() - start) / CLIENTS;
		}
	}
	printf("%-28s %9s %6s\n", "", "ns/client", "ratio");
	for (size_t way = 0; way < WAYS; way++) {
		qsort(times[way], PASSES, sizeof times[way][0], compare);
		printf("%-28s %9.2f %6.2f\n", ways[way].name, times[way][PASSES / 2],
			times[way][PASSES / 2] / times[0][PASSES / 2]);
	}
}

static void make_clients(void)
{
	clients = memory_new(CLIENTS, sizeof *clients);
	answers = memory_new(CLIENTS, sizeof *answers);
	results = memory_new(CLIENTS, sizeof *results);
	for (size_t i = 0; i < CLIENTS; i++) {
		clients[i] = limit_draw_client(i);
		fill_answers(&clients[i], answers[i]);
		check_client(i);
	}
}

int main(int count, char *arguments[])
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = count == 2 ? reader_read_pack(arguments[1], &faults) : NULL;
	struct logic *logic = pack ? logic_new(pack) : NULL;
	if (!logic || pack->question_count != QUESTIONS || pack->path_count != LIMIT_PATH_COUNT) {
		fprintf(stderr, "usage: evaluate PACK, the pack of the benchmarks\n");
		return EXIT_FAILURE;
	}
	evaluator = evaluator_new(logic);
	if (evaluator_key_words(evaluator) != 1)
		return EXIT_FAILURE;
	limit_begin();
	fill_parts();
	make_clients();
	measure();
	return EXIT_SUCCESS;
}
