/*
 * What a screening sends over a serial line of 9,600 baud, on which a byte takes ten bits: the
 * bytes that the wizard writes from its start to its end, on 80x24, for the client of the pack
 * whose screening has the most keys; the screen that takes longest to appear; and what a key costs
 * that does not end a question.
 */
#include "../screening.h"
#include "../terminal.h"
#include "../terminal_screen.h"

#include <stdio.h>
#include <stdlib.h>

enum { BYTES_A_SECOND = 960, KEY_LIMIT = 1000 };

/* The bytes of one screening. */
struct toll {
	size_t start, end, slowest, questions; /* `questions`: of all the keys that end one */
	size_t letters[KEY_LIMIT]; /* of each key that does not */
	size_t question_count, letter_count;
};

static const struct screening *find_longest(const struct screenings *screenings)
{
	const struct screening *longest = &screenings->items[0];
	for (size_t i = 1; i < screenings->count; i++)
		if (screenings->items[i].keys.length > longest->keys.length)
			longest = &screenings->items[i];
	return longest;
}

static void pay(struct toll *toll, char key, size_t bytes)
{
	if (bytes > toll->slowest)
		toll->slowest = bytes;
	if (key == '\r') {
		toll->questions += bytes;
		toll->question_count++;
	} else if (toll->letter_count < KEY_LIMIT) {
		toll->letters[toll->letter_count++] = bytes;
	}
}

/* Types all keys, each with the wizard at rest, the last one until its end. */
static bool play(struct terminal *terminal, const struct screening *screening, struct toll *toll)
{
	bool fine = terminal_wait_idle(terminal);
	size_t mark = terminal_mark(terminal), last = screening->keys.length - 1;
	toll->start = mark;
	for (size_t i = 0; i < last && fine; i++) {
		const char key[] = {screening->keys.bytes[i], '\0'};
		terminal_type(terminal, key);
		fine = terminal_wait_idle(terminal);
		pay(toll, *key, terminal_mark(terminal) - mark);
		mark = terminal_mark(terminal);
	}
	terminal_type(terminal, "\r");
	fine = fine && terminal_wait_end(terminal) == 0;
	toll->end = terminal_mark(terminal) - mark;
	return fine;
}

static int compare(const void *one, const void *other)
{
	size_t left = *(const size_t *)one, right = *(const size_t *)other;
	return (left > right) - (left < right);
}

static void print(const char *type, struct toll *toll)
{
	size_t total = toll->start + toll->questions + toll->end;
	for (size_t i = 0; i < toll->letter_count; i++)
		total += toll->letters[i];
	qsort(toll->letters, toll->letter_count, sizeof *toll->letters, compare);
	printf("%6zu %6zu %6zu %6.1f s %6zu %6.2f s %6zu %8zu  %s\n",
		toll->letter_count + toll->question_count + 1, total, toll->start,
		(double)total / BYTES_A_SECOND, toll->slowest,
		(double)toll->slowest / BYTES_A_SECOND, toll->questions / toll->question_count,
		toll->letters[toll->letter_count / 2], type);
}

static bool measure(
	const char *program, const char *rules, const char *type, const struct screening *screening)
{
	const char *const arguments[] = {program, "--rules", rules, "--date", SCREENING_DAY, NULL};
	const char *const environment[] = {"NCURSES_GPM_TERMS=", NULL};
	struct terminal_options options = {
		.arguments = arguments, .environment = environment, .type = type};
	struct toll toll = {0};
	struct terminal *terminal = terminal_start(&options);
	bool fine = terminal && play(terminal, screening, &toll);
	if (fine)
		print(type, &toll);
	terminal_free(terminal);
	return fine;
}

int main(int count, char **words)
{
	static const char *const types[] = {"xterm-256color", "tmux-256color", "linux", "vt100"};
	struct screenings screenings;
	bool fine = true;
	if (count != 3) {
		fputs("Usage: line PROGRAM RULES\n", stderr);
		return 2;
	}
	screenings_read(&screenings, words[2]);
	printf("  keys  bytes  start     in all  slowest screen  Enter   letter  type\n");
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		fine = measure(words[1], words[2], types[i], find_longest(&screenings)) && fine;
	screenings_destroy(&screenings);
	return fine ? 0 : 1;
}
