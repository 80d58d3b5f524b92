/* Packs written out by hand in a test: a pack of questions and paths, and conditions as values. */
#ifndef TESTS_SMALL_PACK_H
#define TESTS_SMALL_PACK_H

#include "screener/logic.h"
#include "screener/pack.h"

#include <stddef.h>
#include <stdint.h>

enum { SMALL_PACK_LIMIT = 128 };

/* The conditions live as long as the block that they are written in. */
struct small_pack {
	struct pack pack;
	struct question questions[SMALL_PACK_LIMIT];
	struct path paths[SMALL_PACK_LIMIT];
	struct notice notices[SMALL_PACK_LIMIT];
	struct fact facts[SMALL_PACK_LIMIT];
	struct option options[PACK_OPTION_LIMIT]; /* those of every question */
};

void small_pack_init(struct small_pack *small);

/* Each adds one more and returns its number. A question has `options` options, where its type has
 * any. */
size_t small_pack_ask(struct small_pack *small, enum question_type type, size_t options);
size_t small_pack_fact(struct small_pack *small, struct condition when);
size_t small_pack_path(struct small_pack *small, struct condition applies);
size_t small_pack_notice(struct small_pack *small, struct condition when);

/* Conditions; `set` is as in an answer. */
struct condition on_options(size_t question, uint64_t set);
struct condition on_years(size_t question, unsigned from, unsigned to);
struct condition on_country(size_t question, const char *code);
struct condition on_fact(size_t fact);

#define PARTS(kind, ...)                                                                           \
	((struct condition){.type = (kind),                                                        \
		.parts = {(struct condition[]){__VA_ARGS__},                                       \
			sizeof((struct condition[]){__VA_ARGS__}) / sizeof(struct condition)}})
#define ALL(...) PARTS(CONDITION_ALL, __VA_ARGS__)
#define ANY(...) PARTS(CONDITION_ANY, __VA_ARGS__)
#define NOT(part) PARTS(CONDITION_NOT, part)

/* Options of a yes-no question, as bits. */
enum { YES = 1, NO = 2 };

#endif
