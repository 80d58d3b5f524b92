#include "plain_private.h"

#include "age_entry.h"
#include "languages.h"
#include "speakers.h"
#include "wording.h"

#include <stdlib.h>
#include <string.h>

/* A line being read as an answer. */
struct entry {
	struct plain *plain;
	size_t question;
	const struct question *asked;
	const char *words;
	size_t length;
	struct answer answer;
};

static enum plain_course take(struct entry *entry)
{
	enum plain_course course = plain_take(entry->plain, &entry->answer);
	explicit_bzero(&entry->answer, sizeof entry->answer);
	return course;
}

static enum answer_fault parse(struct entry *entry, const char *words, size_t length)
{
	return answer_parse(
		entry->asked, words, length, entry->plain->options->moment.date, &entry->answer);
}

/* How an age was read, where that is not plain from the answer; and what it leaves open. */
static void say_reading(struct plain *plain, const struct age_entry *read)
{
	struct text words;
	text_init(&words);
	age_entry_add_order(&words, read);
	if (words.length)
		plain_say(plain, "%s", words.bytes);
	if (read->undecided && read->of_birth)
		plain_say(plain,
			_("The outcome may depend on which of the two it is. If you know the day "
			  "and the month, type \"back\" and the whole date of birth."));
	text_destroy(&words);
}

static enum plain_course read_age(struct entry *entry)
{
	struct plain *plain = entry->plain;
	struct age_entry read = age_entry_read(interview_pack(plain->interview), entry->asked,
		entry->words, plain->options->moment.date);
	if (read.fault) {
		struct text sentence;
		text_init(&sentence);
		age_entry_add_fault(&sentence, read.fault, entry->words);
		plain_say(plain, "%s", sentence.bytes);
		text_destroy(&sentence);
		return PLAIN_ASK;
	}
	entry->answer = read.answer;
	enum plain_course course = take(entry);
	say_reading(plain, &read);
	explicit_bzero(&read, sizeof read);
	return course;
}

/* Reads a number from 1 to `most`, with nothing after it. */
static bool read_number(const char *words, size_t length, size_t most, size_t *number)
{
	size_t value = 0;
	for (size_t i = 0; i < length; i++) {
		if (words[i] < '0' || words[i] > '9' || value > most)
			return false;
		value = value * 10 + (size_t)(words[i] - '0');
	}
	if (value < 1 || value > most)
		return false;
	*number = value;
	return true;
}

static enum plain_course take_country(struct entry *entry, unsigned country)
{
	entry->answer = answer_of_country(country);
	return take(entry);
}

/* With the client's name for it, or the name that was typed, where it is another. */
static void list_country(struct plain *plain, size_t number, const struct country_found *found)
{
	const char *name = languages_country(found->country);
	speakers_turn(SPEAKER_CLIENT);
	const char *theirs = languages_country(found->country);
	speakers_turn(SPEAKER_STAFF);
	const char *beside = strcmp(theirs, name) != 0 ? theirs : found->name;
	if (beside && strcmp(beside, name) != 0)
		plain_say(plain, "%zu. %s (%s)", number, name, beside);
	else
		plain_say(plain, "%zu. %s", number, name);
}

static enum plain_course list_countries(
	struct plain *plain, const struct country_found found[], size_t count)
{
	plain->country_count = count < PLAIN_COUNTRIES ? count : PLAIN_COUNTRIES;
	for (size_t i = 0; i < plain->country_count; i++) {
		plain->countries[i] = found[i].country;
		list_country(plain, i + 1, &found[i]);
	}
	if (count == 1)
		plain_say(plain, _("No country is written like that, but one is nearly. Type 1 to "
				   "take it, or another name."));
	else if (count > PLAIN_COUNTRIES)
		plain_say(plain,
			_("%zu countries fit, and the first %d are listed. Type a number, "
			  "or more of the name."),
			count, PLAIN_COUNTRIES);
	else
		plain_say(plain, _("More than one country fits. Type a number, or more of the "
				   "name."));
	return PLAIN_READ;
}

/* Whether the country's name has what was typed in it, as whole words. */
static bool has_words(unsigned country, const char *words)
{
	struct text typed, name;
	text_init(&typed);
	text_init(&name);
	text_add(&typed, " ");
	languages_add_key(&typed, words);
	text_add(&typed, " ");
	text_add(&name, " ");
	languages_add_key(&name, languages_country(country));
	text_add(&name, "  ");
	languages_add_key(&name, languages_country_english(country));
	text_add(&name, " ");
	bool found = strstr(name.bytes, typed.bytes);
	text_destroy(&typed);
	text_destroy(&name);
	return found;
}

/* Whether the first country found is meant for certain: by its code, as the only one, or by its
 * whole name when that is no part of another's. There are two Congos, and more than one Guinea. */
static bool is_certain(const char *words, const struct country_found found[], size_t count)
{
	enum country_fit fit = found[0].fit;
	if (fit == COUNTRY_FIT_CODE)
		return true;
	/* A beginning that needs an error forgiven to be one may be anything. */
	if (count == 1)
		return fit <= COUNTRY_FIT_NEAR || !country_found_nearly(&found[0]);
	if (fit != COUNTRY_FIT_WHOLE && fit != COUNTRY_FIT_FOREIGN)
		return false;
	/* What a name in another language fits by chance in this one is listed with it. */
	enum country_fit rival =
		fit == COUNTRY_FIT_FOREIGN ? COUNTRY_FIT_WORDS : COUNTRY_FIT_FOREIGN;
	for (size_t i = 1; i < count; i++) {
		if (found[i].fit <= rival || has_words(found[i].country, words))
			return false;
	}
	return true;
}

static enum plain_course read_country(struct entry *entry)
{
	struct country_found found[COUNTRY_COUNT];
	struct plain *plain = entry->plain;
	size_t number;
	if (read_number(entry->words, entry->length, plain->country_count, &number))
		return take_country(entry, plain->countries[number - 1]);
	if (!plain->search)
		plain->search = country_search_new(speakers_client());
	size_t count = country_search_find(plain->search, entry->words, found);
	/* All of them are found where nothing but punctuation was typed. */
	if (count == COUNTRY_COUNT || !count) {
		plain_say(plain, _("No country fits that. Type less of its name, or its code, as "
				   "in RO."));
		return PLAIN_READ;
	}
	enum plain_course course = is_certain(entry->words, found, count)
					   ? take_country(entry, found[0].country)
					   : list_countries(plain, found, count);
	explicit_bzero(found, sizeof found);
	return course;
}

/* Finds the one option whose label, in the language spoken, is what was typed, or else begins with
 * it. */
static bool find_spoken(const struct entry *entry, const char *words, size_t *option)
{
	const struct pack *pack = interview_pack(entry->plain->interview);
	struct text typed, label;
	size_t fits = 0;
	bool exact = false;
	text_init(&typed);
	text_init(&label);
	languages_add_key(&typed, words);
	for (size_t i = 0; typed.length && !exact && i < entry->asked->option_count; i++) {
		text_clear(&label);
		languages_add_key(&label, wording_option(pack, entry->asked, i));
		exact = strcmp(label.bytes, typed.bytes) == 0;
		if (!exact && strncmp(label.bytes, typed.bytes, typed.length) != 0)
			continue;
		*option = i;
		fits = exact ? 1 : fits + 1;
	}
	text_destroy(&typed);
	text_destroy(&label);
	return fits == 1;
}

/* In the staff's language, or else in the client's. */
static bool find_label(const struct entry *entry, const char *words, size_t *option)
{
	if (find_spoken(entry, words, option))
		return true;
	speakers_turn(SPEAKER_CLIENT);
	bool found = find_spoken(entry, words, option);
	speakers_turn(SPEAKER_STAFF);
	return found;
}

/* Adds the identifier of the option that is meant, or the words themselves where there is none:
 * then they are what is at fault. */
static void add_option(
	const struct entry *entry, const char *words, size_t length, struct text *identifiers)
{
	struct text piece;
	size_t number, option;
	text_init(&piece);
	text_add_bytes(&piece, words, length);
	if (read_number(words, length, entry->asked->option_count, &number))
		text_add(identifiers, entry->asked->options[number - 1].id);
	else if (question_find_option(entry->asked, words, length, &option) ||
		 find_label(entry, piece.bytes, &option))
		text_add(identifiers, entry->asked->options[option].id);
	else
		text_add(identifiers, piece.bytes);
	text_destroy(&piece);
}

/* The question is asked again right after this, with its options as they are shown; their
 * identifiers would say nothing. */
static enum plain_course refuse_options(struct entry *entry, enum answer_fault fault)
{
	struct text typed;
	text_init(&typed);
	wording_add_entry(&typed, entry->words);
	if (fault == ANSWER_FAULT_OPTION_REPEATED)
		plain_say(entry->plain, _("\"%s\" has an answer in it twice. Type each only once."),
			typed.bytes);
	else
		plain_say(entry->plain, _("\"%s\" does not fit the answers below."), typed.bytes);
	text_destroy(&typed);
	return PLAIN_ASK;
}

static enum plain_course take_options(struct entry *entry, const struct text *identifiers)
{
	enum answer_fault fault = parse(entry, identifiers->bytes, identifiers->length);
	return fault ? refuse_options(entry, fault) : take(entry);
}

static enum plain_course read_option(struct entry *entry)
{
	struct text identifiers;
	text_init(&identifiers);
	add_option(entry, entry->words, entry->length, &identifiers);
	enum plain_course course = take_options(entry, &identifiers);
	text_destroy(&identifiers);
	return course;
}

/* Blanks part only numbers: labels have blanks of their own. */
static const char *choose_separators(const char *words)
{
	return strspn(words, "0123456789 \t+,") == strlen(words) ? " \t+," : "+,";
}

static void add_options(const struct entry *entry, struct text *identifiers)
{
	const char *separators = choose_separators(entry->words);
	const char *words = entry->words;
	while (*words) {
		words += strspn(words, " \t");
		size_t whole = strcspn(words, separators), length = whole;
		while (length && strchr(" \t", words[length - 1]))
			length--;
		if (length && identifiers->length)
			text_add(identifiers, "+");
		add_option(entry, words, length, identifiers);
		words += whole + (words[whole] != '\0');
	}
}

static enum plain_course read_options(struct entry *entry)
{
	struct text identifiers;
	size_t option;
	text_init(&identifiers);
	/* TRANSLATORS: none of the options */
	if (plain_is_word(entry->words, N_("none")))
		text_add(&identifiers, "-");
	else if (find_label(entry, entry->words, &option))
		text_add(&identifiers, entry->asked->options[option].id);
	else
		add_options(entry, &identifiers);
	enum plain_course course = take_options(entry, &identifiers);
	text_destroy(&identifiers);
	return course;
}

/* As the question's last lines say it, in either language. */
static bool is_status(const char *typed, enum answer_status status)
{
	bool is = plain_matches(typed, wording_status(status));
	speakers_turn(SPEAKER_CLIENT);
	is = is || plain_matches(typed, wording_status(status));
	speakers_turn(SPEAKER_STAFF);
	return is;
}

static enum plain_course (*const readers[QUESTION_TYPE_COUNT])(struct entry *entry) = {
	[QUESTION_COUNTRY] = read_country,
	[QUESTION_AGE] = read_age,
	[QUESTION_YES_NO] = read_option,
	[QUESTION_CHOICE] = read_option,
	[QUESTION_CHOICES] = read_options,
};

static bool read_status(struct entry *entry)
{
	for (int i = ANSWER_NOT_KNOWN; i < ANSWER_STATUS_COUNT; i++) {
		enum answer_status status = (enum answer_status)i;
		const char *word = plain_status_word(status);
		if (strcmp(entry->words, answer_status_sign(status)) != 0 &&
			!plain_is_word(entry->words, word) && !is_status(entry->words, status))
			continue;
		entry->answer = answer_of_status(status);
		return true;
	}
	return false;
}

enum plain_course plain_take_answer(struct plain *plain, size_t question)
{
	const struct question *asked = &interview_pack(plain->interview)->questions[question];
	struct entry entry = {plain, question, asked, plain->line.bytes, plain->line.length,
		answer_of_status(ANSWER_NOT_ASKED)};
	return read_status(&entry) ? take(&entry) : readers[asked->type](&entry);
}
