#include "draft_format.h"

#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char first_words[] = "iom-screener draft ";

enum {
	FORMAT = 1,
	DIGEST_DIGITS = 64,
	CLOCK_SLACK = 600, /* seconds by which a clock may have been put back since */
};

static void add_digest(struct text *text, const char *bytes, size_t length)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char digits[DIGEST_DIGITS + 1];
	crypto_hash_sha256(digest, (const unsigned char *)bytes, length);
	text_add(text, sodium_bin2hex(digits, sizeof digits, digest, sizeof digest));
}

static void add_time(struct text *text, time_t seconds)
{
	struct tm time;
	char words[64];
	if (gmtime_r(&seconds, &time) && strftime(words, sizeof words, "%Y-%m-%dT%H:%M:%SZ", &time))
		text_add(text, words);
}

static void add_head(
	struct text *text, const struct draft_rules *rules, const struct draft_contents *contents)
{
	const struct pack *pack = rules->pack;
	bool asks = contents->question != PACK_NO_QUESTION;
	text_format(text, "%s%d\n", first_words, FORMAT);
	text_add(text, "program: " SCREENER_VERSION "\n");
	text_format(text, "pack: %s\npack-sha256: %s\nwritten: ", pack->id, rules->digest);
	add_time(text, contents->written);
	text_format(text, "\nquestion: %s\nanswers: %zu\n",
		asks ? pack->questions[contents->question].id : "-", contents->answered);
}

void draft_format(
	struct text *text, const struct draft_rules *rules, const struct draft_contents *contents)
{
	const struct pack *pack = rules->pack;
	size_t start = text->length;
	add_head(text, rules, contents);
	for (size_t i = 0; i < pack->question_count; i++) {
		if (contents->answers[i].status == ANSWER_NOT_ASKED)
			continue;
		text_format(text, "%s: ", pack->questions[i].id);
		answer_write(&pack->questions[i], &contents->answers[i], text);
		text_add(text, "\n");
	}
	size_t length = text->length - start;
	text_add(text, "sha256: ");
	add_digest(text, text->bytes + start, length);
	text_add(text, "\n");
}

/* A draft being read: what is left of it. */
struct parsing {
	const char *at;
	const char *end;
	const struct draft_rules *rules;
	struct draft_contents *contents;
	struct text again; /* an answer as it should have been written */
};

/* The value of a line, which lies in the draft. */
struct value {
	const char *bytes;
	size_t length;
};

/* Takes the next line where it begins with the key, and a colon and a blank after it. */
static bool take_line(struct parsing *parsing, const char *key, struct value *value)
{
	size_t length = strlen(key), left = (size_t)(parsing->end - parsing->at);
	const char *end = memchr(parsing->at, '\n', left);
	if (!end || (size_t)(end - parsing->at) < length + 2 ||
		memcmp(parsing->at, key, length) != 0 || memcmp(parsing->at + length, ": ", 2) != 0)
		return false;
	value->bytes = parsing->at + length + 2;
	value->length = (size_t)(end - value->bytes);
	parsing->at = end + 1;
	return true;
}

static bool is_word(const struct value *value, const char *word)
{
	return value->length == strlen(word) && memcmp(value->bytes, word, value->length) == 0;
}

/* A number as it is written by printf: no sign, no zero before it. */
static bool read_number(const struct value *value, size_t *number)
{
	char again[32];
	size_t found = 0;
	for (size_t i = 0; i < value->length && i < 12; i++) {
		if (value->bytes[i] < '0' || value->bytes[i] > '9')
			return false;
		found = found * 10 + (size_t)(value->bytes[i] - '0');
	}
	snprintf(again, sizeof again, "%zu", found);
	*number = found;
	return is_word(value, again);
}

static enum draft_state read_format(struct parsing *parsing)
{
	size_t left = (size_t)(parsing->end - parsing->at), length = sizeof first_words - 1, format;
	if (memcmp(parsing->at, first_words, left < length ? left : length) != 0)
		return DRAFT_FOREIGN;
	const char *end = memchr(parsing->at, '\n', left);
	if (!end || left < length)
		return DRAFT_DAMAGED;
	const struct value value = {parsing->at + length, (size_t)(end - parsing->at) - length};
	if (!read_number(&value, &format) || format < FORMAT)
		return DRAFT_DAMAGED;
	parsing->at = end + 1;
	return format > FORMAT ? DRAFT_NEWER : DRAFT_GOOD;
}

/* Whether the last line is the sum of all before it; the rest is then up to that line. */
static bool check_sum(const char *bytes, struct parsing *parsing)
{
	struct text last;
	enum { LENGTH = sizeof "sha256: \n" - 1 + DIGEST_DIGITS };
	size_t left = (size_t)(parsing->end - parsing->at);
	if (left < LENGTH)
		return false;
	parsing->end -= LENGTH;
	text_init(&last);
	text_add(&last, "sha256: ");
	add_digest(&last, bytes, (size_t)(parsing->end - bytes));
	text_add(&last, "\n");
	bool same = memcmp(parsing->end, last.bytes, LENGTH) == 0;
	text_destroy(&last);
	return same;
}

/* Which rules it was made with decides, before anything that only they can explain. */
static enum draft_state read_rules(struct parsing *parsing)
{
	struct value program, pack, digest;
	if (!take_line(parsing, "program", &program) || !take_line(parsing, "pack", &pack) ||
		!take_line(parsing, "pack-sha256", &digest) || digest.length != DIGEST_DIGITS)
		return DRAFT_DAMAGED;
	if (!is_word(&pack, parsing->rules->pack->id))
		return DRAFT_OTHER_RULES;
	return is_word(&digest, parsing->rules->digest) ? DRAFT_GOOD : DRAFT_CHANGED_RULES;
}

static bool read_time(const struct value *value, time_t *seconds)
{
	struct tm time = {0};
	struct text again;
	char words[32] = "";
	if (value->length >= sizeof words)
		return false;
	memcpy(words, value->bytes, value->length);
	if (sscanf(words, "%4d-%2d-%2dT%2d:%2d:%2dZ", &time.tm_year, &time.tm_mon, &time.tm_mday,
		    &time.tm_hour, &time.tm_min, &time.tm_sec) != 6)
		return false;
	time.tm_year -= 1900;
	time.tm_mon -= 1;
	*seconds = timegm(&time);
	/* A day or an hour that there is not would come out as another one. */
	text_init(&again);
	add_time(&again, *seconds);
	bool same = is_word(value, again.bytes);
	text_destroy(&again);
	return same;
}

static enum draft_state read_moment(struct parsing *parsing, time_t now)
{
	struct value written;
	if (!take_line(parsing, "written", &written) ||
		!read_time(&written, &parsing->contents->written))
		return DRAFT_DAMAGED;
	return parsing->contents->written > now + CLOCK_SLACK ? DRAFT_FUTURE : DRAFT_GOOD;
}

static bool find_question(const struct pack *pack, const struct value *value, size_t *question)
{
	for (size_t i = 0; i < pack->question_count; i++) {
		if (is_word(value, pack->questions[i].id)) {
			*question = i;
			return true;
		}
	}
	return false;
}

/* An answer is in the one form that answer_write gives it: no date of birth, above all. */
static bool read_answer(struct parsing *parsing, const struct question *question,
	const struct value *value, struct answer *answer)
{
	const struct date never = {1000, 1, 1};
	if (value->length == 0 ||
		answer_parse(question, value->bytes, value->length, never, answer) != ANSWER_FINE)
		return false;
	text_clear(&parsing->again);
	answer_write(question, answer, &parsing->again);
	return is_word(value, parsing->again.bytes);
}

static bool read_answers(struct parsing *parsing)
{
	const struct pack *pack = parsing->rules->pack;
	struct draft_contents *contents = parsing->contents;
	size_t found = 0;
	for (size_t i = 0; i < pack->question_count; i++) {
		struct value value;
		contents->answers[i] = answer_of_status(ANSWER_NOT_ASKED);
		if (!take_line(parsing, pack->questions[i].id, &value))
			continue;
		if (!read_answer(parsing, &pack->questions[i], &value, &contents->answers[i]))
			return false;
		found++;
	}
	return found == contents->answered && parsing->at == parsing->end;
}

static bool read_rest(struct parsing *parsing)
{
	struct value question, answered;
	struct draft_contents *contents = parsing->contents;
	contents->question = PACK_NO_QUESTION;
	if (!take_line(parsing, "question", &question) ||
		!take_line(parsing, "answers", &answered) ||
		!read_number(&answered, &contents->answered))
		return false;
	if (!is_word(&question, "-") &&
		!find_question(parsing->rules->pack, &question, &contents->question))
		return false;
	return read_answers(parsing);
}

enum draft_state draft_parse(const char *bytes, size_t length, const struct draft_rules *rules,
	time_t now, struct draft_contents *contents)
{
	struct parsing parsing = {
		.at = bytes, .end = bytes + length, .rules = rules, .contents = contents};
	text_init_secret(&parsing.again);
	enum draft_state state = read_format(&parsing);
	if (state == DRAFT_GOOD && !check_sum(bytes, &parsing))
		state = DRAFT_DAMAGED;
	if (state == DRAFT_GOOD)
		state = read_rules(&parsing);
	if (state == DRAFT_GOOD)
		state = read_moment(&parsing, now);
	if (state == DRAFT_GOOD && !read_rest(&parsing))
		state = DRAFT_DAMAGED;
	text_destroy(&parsing.again);
	return state;
}
