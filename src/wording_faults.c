#include "wording.h"

#include "languages.h"
#include "nearest.h"

#include "screener/country.h"

#include <stdio.h>
#include <string.h>
#include <unistr.h>

/* How much of an entry a message shows, in characters. */
enum { SHOWN_LIMIT = 40 };

void wording_add_entry(struct text *text, const char *entry)
{
	size_t shown = 0;
	for (size_t left = strlen(entry), bytes; left > 0; left -= bytes, entry += bytes) {
		int length = u8_mblen((const uint8_t *)entry, left);
		bytes = length > 0 ? (size_t)length : 1;
		bool control = (unsigned char)*entry < ' ' || *entry == 0x7F;
		if (shown++ == SHOWN_LIMIT) {
			text_add(text, "...");
			return;
		}
		if (length <= 0 || control)
			text_add(text, "?");
		else
			text_add_bytes(text, entry, bytes);
	}
}

/* A search for the country that was meant. */
struct guess {
	struct text key; /* of what was typed */
	struct text name; /* of a country's name */
	struct nearest nearest;
	unsigned country;
};

static void try_name(struct guess *guess, unsigned country, const char *name)
{
	size_t distance = guess->nearest.distance;
	text_clear(&guess->name);
	languages_add_key(&guess->name, name);
	nearest_try(&guess->nearest, guess->name.bytes);
	if (guess->nearest.distance < distance)
		guess->country = country;
}

/* The country whose code this is in small letters, or whose name is most like it. */
static bool guess_country(const char *entry, unsigned *country)
{
	struct guess guess;
	text_init(&guess.key);
	text_init(&guess.name);
	languages_add_key(&guess.key, entry);
	nearest_start(&guess.nearest, guess.key.bytes);
	for (unsigned i = 0; i < COUNTRY_COUNT && guess.key.length > 0; i++) {
		/* Two letters are never just alike. */
		if (guess.key.length == 2 && strcasecmp(guess.key.bytes, country_code(i)) == 0)
			try_name(&guess, i, country_code(i));
		try_name(&guess, i, languages_country(i));
		try_name(&guess, i, languages_country_english(i));
	}
	bool found = guess.nearest.found;
	if (found)
		*country = guess.country;
	text_destroy(&guess.key);
	text_destroy(&guess.name);
	return found;
}

static void add_country_fault(struct text *text, const char *entry, const char *shown)
{
	unsigned country;
	if (guess_country(entry, &country))
		/* TRANSLATORS: what was typed; a country's code; the same country's name. */
		text_format(text, _("\"%s\" is no country code: did you mean %s (%s)?"), shown,
			country_code(country), languages_country(country));
	else
		text_format(text,
			_("\"%s\" is no country code: write two capital letters, as in RO for "
			  "Romania"),
			shown);
}

static void add_options(struct text *text, const struct question *question)
{
	for (size_t i = 0; i < question->option_count; i++) {
		if (i > 0)
			text_add(text, _(", "));
		text_add(text, question->options[i].id);
	}
}

/* The part of the entry, between plus signs, that is no option or not for the first time. */
static size_t find_faulty_part(
	const struct question *question, const char *entry, const char **faulty)
{
	uint64_t seen = 0;
	const char *part = entry;
	if (question->type != QUESTION_CHOICES) {
		*faulty = entry;
		return strlen(entry);
	}
	for (;;) {
		size_t option, length = strcspn(part, "+");
		*faulty = part;
		if (!question_find_option(question, part, length, &option) || seen >> option & 1)
			return length;
		seen |= UINT64_C(1) << option;
		if (!part[length])
			return strlen(*faulty = entry);
		part += length + 1;
	}
}

/* The option that was meant, or NULL. */
static const char *guess_option(const struct question *question, const char *entry)
{
	struct nearest nearest;
	nearest_start(&nearest, entry);
	for (size_t i = 0; i < question->option_count; i++)
		nearest_try(&nearest, question->options[i].id);
	return nearest.found;
}

static void add_no_option(
	struct text *text, const struct question *question, const char *entry, const char *shown)
{
	const char *meant = guess_option(question, entry);
	struct text options;
	text_init(&options);
	add_options(&options, question);
	if (meant)
		text_format(text, _("\"%s\" is no option: did you mean %s?"), shown, meant);
	else if (question->type == QUESTION_CHOICES)
		/* TRANSLATORS: what was typed; the words that can be typed. */
		text_format(text,
			_("\"%s\" is no option: write some of %s, joined with +, or - for none of "
			  "them"),
			shown, options.bytes);
	else
		text_format(text, _("\"%s\" is no option: write one of %s"), shown, options.bytes);
	text_destroy(&options);
}

static void add_option_fault(
	struct text *text, const struct question *question, const char *entry, bool repeated)
{
	const char *faulty;
	struct text part, shown;
	text_init(&part);
	text_init(&shown);
	size_t length = find_faulty_part(question, entry, &faulty);
	text_add_bytes(&part, faulty, length);
	wording_add_entry(&shown, part.bytes);
	if (repeated)
		text_format(text, _("\"%s\" is there twice: name each option once"), shown.bytes);
	else
		add_no_option(text, question, part.bytes, shown.bytes);
	text_destroy(&part);
	text_destroy(&shown);
}

_Static_assert(PACK_AGE_LIMIT == 120, "the sentence below says the limit");

/* The faults that need nothing but the entry itself. */
static const char *const sentences[ANSWER_FAULT_COUNT] = {
	[ANSWER_FAULT_AGE] = N_("\"%s\" is no age: write years, as in 17, or a range, as in <18, "
				">=18 or 16-17, or a date of birth, as in 2008-11-23"),
	[ANSWER_FAULT_AGE_LIMIT] = N_("\"%s\" is above the highest age: write 120 years or fewer"),
	[ANSWER_FAULT_RANGE] =
		N_("\"%s\" has no age in it: write the lower one first, as in 16-17"),
	[ANSWER_FAULT_DATE] = N_("\"%s\" is no day of the calendar: write a date of birth as year, "
				 "month and day, as in 2008-11-23"),
	[ANSWER_FAULT_FUTURE] = N_("\"%s\" has yet to come: write a date of birth that lies before "
				   "the day of the screening"),
	[ANSWER_FAULT_YES_NO] = N_("\"%s\" is neither yes nor no: write yes or no"),
};

void wording_add_fault(struct text *text, const struct question *question, enum answer_fault fault,
	const char *entry)
{
	struct text shown;
	text_init(&shown);
	wording_add_entry(&shown, entry);
	if (fault == ANSWER_FAULT_COUNTRY)
		add_country_fault(text, entry, shown.bytes);
	else if (fault == ANSWER_FAULT_OPTION || fault == ANSWER_FAULT_OPTION_REPEATED)
		add_option_fault(text, question, entry, fault == ANSWER_FAULT_OPTION_REPEATED);
	else if (sentences[fault])
		text_format(text, _(sentences[fault]), shown.bytes);
	text_destroy(&shown);
}
