/*
 * limit clients csv|jsonl COUNT: writes made-up clients, the same ones each time.
 * limit csv|jsonl FILE: writes each of them back with the outcome of the twelve rules, the same
 * bytes as `batch` writes, by hand: all that is known of the input is compiled in, and what is not
 * as expected ends it.
 */
#include "limit_rules.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024, ROW_LIMIT = 4096, COLUMNS = 12, VICTIM = 4 };

static const char *const names[COLUMNS] = {"origin", "age", "unaccompanied",
	"arrived-as-unaccompanied-minor", "victim", "health-problems", "wishes-return",
	"has-travel-documents", "wishes-extra-support", "needs-shelter", "family-reunion",
	"fears-reprisals"};

static const char *const paths[LIMIT_PATH_COUNT] = {"voluntary-return", "travel-documents",
	"minor-guidance", "ex-minor-guidance", "health-guidance", "victim-focus",
	"victim-outside-focus", "reintegration", "individual-mediation", "temporary-shelter",
	"careful-preparation", "family-reunification"};

static const char *const victims[LIMIT_VICTIM_COUNT] = {"none", "presumed", "identified"};

static char input[BLOCK + ROW_LIMIT];
static char output[BLOCK];
static size_t written;

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "limit: %s\n", what);
	exit(EXIT_FAILURE);
}

static void flush(void)
{
	for (size_t i = 0; i < written;) {
		ssize_t count = write(STDOUT_FILENO, output + i, written - i);
		if (count <= 0)
			fail("cannot write");
		i += (size_t)count;
	}
	written = 0;
}

static inline void put(const char *bytes, size_t length)
{
	memcpy(output + written, bytes, length);
	written += length;
}

static inline void put_word(const char *word)
{
	put(word, strlen(word));
}

/* The flag of a column; the age, the origin and the victim have none. */
static inline size_t flag_of(size_t column)
{
	return column < VICTIM ? column - 2 : column - 3;
}

static void put_csv_answer(const struct limit_client *client, size_t column)
{
	char age[8];
	if (column == 0) {
		put(client->origin, 2);
	} else if (column == 1) {
		snprintf(age, sizeof age, "%u", client->age);
		put_word(age);
	} else if (column == VICTIM) {
		put_word(victims[client->victim]);
	} else {
		put_word(client->flags[flag_of(column)] ? "yes" : "no");
	}
}

static void put_json_answer(const struct limit_client *client, size_t column)
{
	bool quoted = column == 0 || column == VICTIM;
	put_word(column ? ",\"" : "{\"");
	put_word(names[column]);
	put_word(quoted ? "\":\"" : "\":");
	if (quoted || column == 1)
		put_csv_answer(client, column);
	else
		put_word(client->flags[flag_of(column)] ? "true" : "false");
	put_word(quoted ? "\"" : "");
}

static void write_clients(bool csv, size_t count)
{
	for (size_t i = 0; csv && i < COLUMNS; i++) {
		put_word(i ? "," : "");
		put_word(names[i]);
	}
	put_word(csv ? "\n" : "");
	for (size_t i = 0; i < count; i++) {
		struct limit_client client = limit_draw_client(i);
		for (size_t column = 0; column < COLUMNS; column++) {
			put_word(csv && column ? "," : "");
			(csv ? put_csv_answer : put_json_answer)(&client, column);
		}
		put_word(csv ? "\n" : "}\n");
		if (written > sizeof output - ROW_LIMIT)
			flush();
	}
}

static inline const char *expect(const char *at, const char *words)
{
	if (memcmp(at, words, strlen(words)) != 0)
		fail("the input is not as expected");
	return at + strlen(words);
}

static inline const char *read_age(const char *at, unsigned char *age)
{
	unsigned value = 0;
	const char *start = at;
	for (; *at >= '0' && *at <= '9' && at < start + 3; at++)
		value = value * 10 + (unsigned)(*at - '0');
	if (at == start || value > 120)
		fail("the age is none");
	*age = (unsigned char)value;
	return at;
}

static inline const char *read_victim(const char *at, unsigned char *victim)
{
	for (unsigned char i = 0; i < LIMIT_VICTIM_COUNT; i++) {
		if (memcmp(at, victims[i], strlen(victims[i])) == 0) {
			*victim = i;
			return at + strlen(victims[i]);
		}
	}
	fail("the victim is none");
}

static inline const char *read_flag(
	const char *at, unsigned char *flag, const char *yes, const char *no)
{
	*flag = *at == *yes;
	return expect(at, *flag ? yes : no);
}

static inline const char *read_origin(const char *at, char origin[2])
{
	if (at[0] < 'A' || at[0] > 'Z' || at[1] < 'A' || at[1] > 'Z')
		fail("the origin is none");
	memcpy(origin, at, 2);
	return at + 2;
}

static const char *read_csv(const char *at, struct limit_client *client)
{
	at = expect(read_origin(at, client->origin), ",");
	at = read_age(at, &client->age);
	for (size_t i = 0; i < LIMIT_FLAG_COUNT; i++) {
		at = expect(at, ",");
		if (i == 2)
			at = expect(read_victim(at, &client->victim), ",");
		at = read_flag(at, &client->flags[i], "yes", "no");
	}
	return at;
}

static const char *read_json(const char *at, struct limit_client *client)
{
	at = expect(read_origin(expect(at, "{\"origin\":\""), client->origin), "\"");
	at = read_age(expect(at, ",\"age\":"), &client->age);
	for (size_t column = 2; column < COLUMNS; column++) {
		at = expect(expect(expect(at, ",\""), names[column]), "\":");
		if (column == VICTIM)
			at = expect(read_victim(expect(at, "\""), &client->victim), "\"");
		else
			at = read_flag(at, &client->flags[flag_of(column)], "true", "false");
	}
	return expect(at, "}");
}

/* What follows the cells for each set of outcomes is made once. */
struct tail {
	size_t length;
	char bytes[640];
};

static struct tail *tails;

static void make_tail(struct tail *tail, unsigned outcomes, bool csv)
{
	char *at = tail->bytes;
	at += sprintf(at, csv ? "" : ",\"outcome\":{");
	for (size_t i = 0; i < LIMIT_PATH_COUNT; i++) {
		const char *word = outcomes >> i & 1 ? "applies" : "no";
		at += csv ? sprintf(at, ",%s", word)
			  : sprintf(at, "%s\"%s\":\"%s\"", i ? "," : "", paths[i], word);
	}
	at += sprintf(at, csv ? ",,,\n" : "},\"notices\":[],\"next\":null,\"error\":null}\n");
	tail->length = (size_t)(at - tail->bytes);
}

static const char *convert_row(const char *at, bool csv)
{
	struct limit_client client;
	const char *end = (csv ? read_csv : read_json)(at, &client);
	const struct tail *tail = &tails[limit_decide(&client)];
	put(at, (size_t)(end - at) - !csv);
	put(tail->bytes, tail->length);
	if (written > sizeof output - ROW_LIMIT)
		flush();
	return expect(end, "\n");
}

static void convert(int file, bool csv)
{
	size_t have = 0;
	ssize_t count;
	bool begun = !csv;
	while ((count = read(file, input + have, BLOCK - have)) > 0) {
		have += (size_t)count;
		const char *at = input, *end = memrchr(input, '\n', have);
		if (!end)
			fail("a row is too long");
		if (!begun) {
			at = (const char *)memchr(input, '\n', have) + 1;
			put(input, (size_t)(at - input) - 1);
			for (size_t i = 0; i < LIMIT_PATH_COUNT; i++) {
				put_word(",");
				put_word(paths[i]);
			}
			put_word(",notices,next,error\n");
			begun = true;
		}
		while (at <= end)
			at = convert_row(at, csv);
		have -= (size_t)(at - input);
		memmove(input, at, have);
	}
	if (have)
		fail("the last row has no end");
}

int main(int count, char *arguments[])
{
	if (count == 4 && strcmp(arguments[1], "clients") == 0) {
		write_clients(strcmp(arguments[2], "csv") == 0, strtoul(arguments[3], NULL, 10));
		flush();
		return EXIT_SUCCESS;
	}
	int file = count == 3 ? open(arguments[2], O_RDONLY) : -1;
	if (file < 0)
		fail("clients csv|jsonl COUNT, or csv|jsonl FILE");
	bool csv = strcmp(arguments[1], "csv") == 0;
	limit_begin();
	tails = calloc(1 << LIMIT_PATH_COUNT, sizeof *tails);
	for (unsigned i = 0; i < 1 << LIMIT_PATH_COUNT; i++)
		make_tail(&tails[i], i, csv);
	convert(file, csv);
	flush();
	return EXIT_SUCCESS;
}
