/* A rule pack: what may be asked, which support paths and notices there are, and when each of them
 * holds. */
#ifndef SCREENER_PACK_H
#define SCREENER_PACK_H

#include "screener/arena.h"
#include "screener/country.h"
#include "screener/date.h"
#include "screener/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	PACK_OPTION_LIMIT = 64, /* options a question may have: one bit each in an answer */
	PACK_AGE_LIMIT = 120, /* the oldest age, in whole years */
};

/* "There is no such question". */
#define PACK_NO_QUESTION SIZE_MAX

enum question_type {
	QUESTION_COUNTRY,
	QUESTION_AGE,
	QUESTION_YES_NO,
	QUESTION_CHOICE,
	QUESTION_CHOICES,
	QUESTION_TYPE_COUNT
};

/* A work that the rules were taken from. Texts that were not given are NULL, here and below. */
struct source {
	const char *id;
	const char *title;
	const char *publisher;
	const char *url;
	const char *date;
	struct place place;
};

/* A source, and a place in it such as "P3" (or NULL). `source` is NULL where nothing is cited. */
struct citation {
	const struct source *source;
	const char *at;
};

struct service {
	const char *id;
	const char *title;
	struct place place;
};

struct group {
	const char *id;
	const char *title;
	struct citation citation;
	struct country_set countries;
	struct place place;
};

struct option {
	const char *id;
	const char *label;
	struct place place;
};

/* A yes-no question has the options `yes` and `no`, in that order, with the labels "Yes" and "No".
 */
struct question {
	const char *id;
	enum question_type type;
	const char *ask;
	const char *why;
	const char *help;
	struct citation citation;
	bool fixed; /* nobody can change this answer */
	bool sensitive; /* never shown where others look */
	const struct option *options;
	size_t option_count;
	struct place place;
};

enum condition_type {
	CONDITION_ALL, /* every part holds; of no parts: always */
	CONDITION_ANY, /* at least one part holds; of no parts: never */
	CONDITION_NOT, /* its one part does not hold */
	CONDITION_FACT, /* the fact holds */
	CONDITION_OPTIONS, /* the answer is, or for choices includes, one of the options */
	CONDITION_COUNTRIES, /* the country is in the set */
	CONDITION_YEARS, /* the age is from..to, both included */
	CONDITION_ALWAYS,
	CONDITION_TYPE_COUNT
};

struct condition {
	enum condition_type type;
	struct place place;
	union {
		struct {
			const struct condition *items;
			size_t count;
		} parts;
		size_t fact;
		struct {
			size_t question;
			uint64_t set; /* bit i: option i */
		} options;
		struct {
			size_t question;
			struct country_set set;
			const size_t *groups; /* those that it names */
			size_t group_count;
		} countries;
		struct {
			size_t question;
			unsigned from;
			unsigned to; /* PACK_AGE_LIMIT where there is no upper limit */
		} years;
	};
};

/* Facts are in an order in which each builds only on those before it. */
struct fact {
	const char *id;
	const char *title;
	struct condition when;
	struct place place;
};

struct path {
	const char *id;
	const char *title;
	const char *offers;
	const char *depends_on;
	const char *next;
	size_t service;
	struct citation citation;
	struct condition applies;
	const struct condition *possible; /* NULL where the path is never just possible */
	struct place place;
};

struct notice {
	const char *id;
	const char *text;
	struct citation citation;
	struct condition when;
	struct place place;
};

struct contact {
	const char *name;
	const char *phone;
	const char *website;
	const char *discreet;
	const char *checked; /* YYYY-MM-DD, or NULL: as given in the source */
	const char *const *before_calling;
	size_t before_calling_count;
	struct place place;
};

/* The text of one file of the pack, as it was read. */
struct pack_file {
	const char *name; /* "paths.yaml" */
	const char *path; /* as it was opened, and as places name it */
	const char *text;
	size_t length; /* bytes */
};

/* Everything lives in the arena. Once read, a pack is never changed: all users see `const struct
 * pack *`. */
struct pack {
	struct arena arena;
	const char *id;
	const char *title;
	const char *version;
	const char *language;
	struct date reviewed;
	struct date review_by;
	struct contact contact;
	struct source *sources;
	size_t source_count;
	struct service *services;
	size_t service_count;
	struct group *groups;
	size_t group_count;
	struct question *questions;
	size_t question_count;
	struct fact *facts;
	size_t fact_count;
	struct path *paths;
	size_t path_count;
	struct notice *notices;
	size_t notice_count;
	struct pack_file
		*files; /* pack, countries, questions, paths: in this order, those there are */
	size_t file_count;
};

/* The word that files use for a type: "yes-no". */
const char *question_type_word(enum question_type type);

/* Returns a new pack without anything in it, owned by the caller. */
struct pack *pack_new(void);
void pack_free(struct pack *pack);

/* Each finds by identifier. Returns false, and leaves the index alone, where there is none of this
 * name. */
bool pack_find_question(const struct pack *pack, const char *id, size_t *question);
bool pack_find_path(const struct pack *pack, const char *id, size_t *path);
bool pack_find_notice(const struct pack *pack, const char *id, size_t *notice);
bool question_find_option(
	const struct question *question, const char *id, size_t length, size_t *option);

/* Calls `visit` for the condition, and then for all that it is made of; facts are not looked into.
 */
void condition_visit(const struct condition *condition,
	void (*visit)(const struct condition *condition, void *context), void *context);

/* The same for every condition of the pack: of the facts, the paths and the notices. */
void pack_visit_conditions(const struct pack *pack,
	void (*visit)(const struct condition *condition, void *context), void *context);

/*
 * The limits of an age that the pack's conditions use: each is the first year of a range that some
 * condition tells apart from the year before it. Fills `limits`, ascending, with at most
 * PACK_AGE_LIMIT numbers; returns how many.
 */
size_t pack_age_limits(const struct pack *pack, size_t question, unsigned limits[PACK_AGE_LIMIT]);

/* Whether the pack's rules should have been reviewed before `today`. */
bool pack_is_past_review(const struct pack *pack, struct date today);

#endif
