/*
 * Many wizards at once, each in a pty of its own of 80x24 that is typed into as by a person: the
 * whole screening of a made-up client of the pack, a pause before each key and a longer one before
 * each question, shorter than people's by one factor for all. All are alive before the first key is
 * typed. Each has to end well, with exactly its own client's summary on standard output; else
 * nothing is printed but what was wrong, and the status is 1.
 *
 * Before that they are left alone for a while: what memory each takes then (its share, PSS, so that
 * pages they have in common are counted once), and how often the kernel had to wake any of them. As
 * many menus of dialog are left alone likewise. Afterwards as many wizards have their terminals
 * taken away, with SIGHUP ignored, so that each has to see for itself that it is to end.
 */
#include "../screening.h"
#include "people.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	SPEED = 10, /* times as fast as people */
	KEY_MS = 200, /* a person's pause before a key, on average */
	QUESTION_MS = 5000, /* and before the first key of a question */
	IDLE_SECONDS = 5,
	DEADLINE_MS = 300000,
	MOVES = 9, /* keys that each dialog gets */
};

static const char usage[] = "Usage: crowd COUNT PROGRAM RULES [dialog]\n";

/* The same numbers each time: Park and Miller (1988). */
static double random_part(void)
{
	static unsigned long long state = 1;
	state = state * 16807 % 2147483647;
	return (double)state / 2147483647;
}

/* From half of the average to one and a half. */
static double pause_before(const struct screening *screening, size_t key)
{
	bool first = key == 0 || screening->keys.bytes[key - 1] == '\r';
	return (first ? QUESTION_MS : KEY_MS) * (0.5 + random_part()) / SPEED;
}

/* What is known of the typing. */
struct typing {
	const struct screenings *screenings;
	size_t *typed; /* keys, of each person */
	double *due_ms; /* when the next is */
	double *answers_ms; /* from each key to the first byte that followed it */
	size_t keys, answers;
};

static const struct screening *screening_of(const struct typing *typing, size_t person)
{
	return &typing->screenings->items[person % typing->screenings->count];
}

static void type_due(struct people *people, struct typing *typing, double now)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct screening *screening = screening_of(typing, i);
		if (typing->typed[i] == screening->keys.length || typing->due_ms[i] > now)
			continue;
		people_type(&people->items[i], screening->keys.bytes[typing->typed[i]++]);
		typing->due_ms[i] = now + pause_before(screening, typing->typed[i]);
		typing->keys++;
	}
}

static void begin_typing(
	struct typing *typing, const struct screenings *screenings, const struct people *people)
{
	size_t keys = 0;
	*typing = (struct typing){.screenings = screenings};
	typing->typed = calloc(people->count, sizeof *typing->typed);
	typing->due_ms = calloc(people->count, sizeof *typing->due_ms);
	for (size_t i = 0; i < people->count; i++) {
		keys += screening_of(typing, i)->keys.length;
		typing->due_ms[i] = people_now_ms() + QUESTION_MS / SPEED * (0.1 + random_part());
	}
	typing->answers_ms = calloc(keys, sizeof *typing->answers_ms);
}

static void end_typing(struct typing *typing)
{
	free(typing->typed);
	free(typing->due_ms);
	free(typing->answers_ms);
}

/* Types until all have ended. False at the deadline. */
static bool type_all(struct people *people, struct typing *typing)
{
	double until = people_now_ms() + DEADLINE_MS;
	while (people_alive(people) > 0 && people_now_ms() < until) {
		type_due(people, typing, people_now_ms());
		people_read(people, 1);
		for (size_t i = 0; i < people->count; i++) {
			struct person *person = &people->items[i];
			if (person->answered_ms == 0)
				continue;
			typing->answers_ms[typing->answers++] =
				person->answered_ms - person->typed_ms;
			person->answered_ms = 0;
		}
	}
	return people_alive(people) == 0;
}

static bool check(const struct people *people, const struct typing *typing)
{
	size_t wrong = 0;
	for (size_t i = 0; i < people->count; i++) {
		const struct person *person = &people->items[i];
		const char *summary = screening_of(typing, i)->summary;
		bool right = person->ended && person->status == 0 &&
			     strcmp(person->summary.bytes, summary) == 0;
		if (!right && wrong++ == 0)
			fprintf(stderr, "crowd: wizard %zu: status %x, and wrote:\n%s", i,
				(unsigned)person->status, person->summary.bytes);
	}
	if (wrong)
		fprintf(stderr, "crowd: %zu of %zu did not end right\n", wrong, people->count);
	return wrong == 0;
}

static int compare(const void *one, const void *other)
{
	double left = *(const double *)one, right = *(const double *)other;
	return (left > right) - (left < right);
}

static double bytes_of(const struct people *people)
{
	double bytes = 0;
	for (size_t i = 0; i < people->count; i++)
		bytes += (double)people->items[i].bytes;
	return bytes;
}

static void print_typing(const struct people *people, struct typing *typing, double idle_cpu_ms)
{
	double cpu = people_cpu_ms(people) - idle_cpu_ms, bytes = bytes_of(people);
	qsort(typing->answers_ms, typing->answers, sizeof(double), compare);
	printf("all %zu ended right, each with its own client's summary\n", people->count);
	printf("%8.0f us of CPU a keystroke, the end included (%zu keystrokes)\n",
		cpu * 1000 / (double)typing->keys, typing->keys);
	printf("%8.0f bytes a wizard, %.0f a keystroke\n", bytes / (double)people->count,
		bytes / (double)typing->keys);
	printf("%8.2f ms from a key to the first byte, median; %.2f ms at the 99th percentile\n",
		typing->answers_ms[typing->answers / 2],
		typing->answers_ms[typing->answers * 99 / 100]);
}

/* What they take while nobody types. */
struct idleness {
	double share_kib; /* each */
	unsigned long long wakes; /* of all */
	double start_cpu_ms; /* each, until then */
};

static struct idleness leave_alone(struct people *people, const char *name)
{
	struct idleness idle;
	people_settle(people);
	size_t alive = people_alive(people);
	idle.share_kib = people_share_kib(people) / (double)people->count;
	idle.start_cpu_ms = people_cpu_ms(people) / (double)people->count;
	unsigned long long before = people_wakes(people);
	people_read(people, IDLE_SECONDS * 1000);
	idle.wakes = people_wakes(people) - before;
	printf("%6zu %6.0f KiB %8.2f ms %6llu in %d s  %s\n", alive, idle.share_kib,
		idle.start_cpu_ms, idle.wakes, IDLE_SECONDS, name);
	return idle;
}

/* Moves the choice in all of them, by its digits. */
static void move_about(struct people *people)
{
	double cpu = people_cpu_ms(people), bytes = bytes_of(people);
	for (int i = 1; i <= MOVES; i++) {
		for (size_t j = 0; j < people->count; j++)
			people_type(&people->items[j], (char)('1' + i % 3));
		people_settle(people);
	}
	double keys = (double)people->count * MOVES;
	printf("%8.0f us of CPU a keystroke that moves a menu's choice, %.0f bytes\n",
		(people_cpu_ms(people) - cpu) * 1000 / keys, (bytes_of(people) - bytes) / keys);
}

static void leave_dialogs_alone(size_t count, const struct idleness *wizards)
{
	static const char *const arguments[] = {"dialog", "--menu", "x", "20", "60", "10", "1",
		"one", "2", "two", "3", "three", NULL};
	struct people people;
	people_start(&people, count, arguments, NULL);
	struct idleness dialogs = leave_alone(&people, "dialog --menu");
	printf("a wizard to a menu of dialog: %.2f of the memory\n",
		wizards->share_kib / dialogs.share_kib);
	move_about(&people);
	people_end(&people);
}

static bool close_all(size_t count, const char *const *arguments)
{
	struct people people;
	signal(SIGHUP, SIG_IGN);
	if (!people_start(&people, count, arguments, NULL))
		return false;
	people_settle(&people);
	for (size_t i = 0; i < count; i++)
		people_type(&people.items[i], '\r');
	people_settle(&people);
	double before = people_cpu_ms(&people);
	double last = people_hang_up(&people, DEADLINE_MS);
	size_t alive = people_alive(&people);
	printf("%8.0f ms from closing all terminals, under nohup, to the end of the last wizard\n",
		last);
	printf("%8.2f ms of CPU each takes to end\n",
		(people_cpu_ms(&people) - before) / (double)count);
	people_end(&people);
	return alive == 0;
}

static bool run(size_t count, const char *program, const char *rules, bool dialog)
{
	const char *const arguments[] = {program, "--rules", rules, "--date", SCREENING_DAY, NULL};
	char folder[] = "/dev/shm/crowd-XXXXXX"; /* memory, as XDG_RUNTIME_DIR is */
	struct people people;
	struct screenings screenings;
	struct typing typing;
	screenings_read(&screenings, rules);
	if (!mkdtemp(folder) || !people_start(&people, count, arguments, folder))
		return false;
	printf(" alive  PSS each  CPU start  wake-ups        program\n");
	struct idleness idle = leave_alone(&people, "wizard, at its start screen");
	if (dialog)
		leave_dialogs_alone(count, &idle);
	double before = people_cpu_ms(&people);
	begin_typing(&typing, &screenings, &people);
	bool right = type_all(&people, &typing);
	right = check(&people, &typing) && right;
	if (right)
		print_typing(&people, &typing, before);
	end_typing(&typing);
	people_end(&people);
	screenings_destroy(&screenings);
	people_remove_folder(folder);
	return right && close_all(count, arguments);
}

int main(int count, char **words)
{
	size_t wizards = count > 3 ? strtoul(words[1], NULL, 10) : 0;
	if (wizards == 0) {
		fputs(usage, stderr);
		return 2;
	}
	return run(wizards, words[2], words[3], count > 4) ? 0 : 1;
}
