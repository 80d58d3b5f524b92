#include "terminal_private.h"
#include "terminal_screen.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How long to wait before looking again at what tells nothing by itself: whether a process is at
 * rest, or whether there is room to write. Not a wait for the program. */
enum { LOOK_MS = 5 };

static long long now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static long long deadline(void)
{
	const char *seconds = getenv("TERMINAL_DEADLINE");
	return now_ms() + 1000LL * (seconds ? atoi(seconds) : TERMINAL_DEADLINE_SECONDS);
}

void terminal_complain(struct terminal *terminal, const char *what, const char *subject)
{
	char *screen = terminal_screen(terminal);
	fprintf(stderr, "terminal: %s%s%s%s\n--- screen\n%s---\n", what, subject ? ": " : "",
		subject ? subject : "", terminal->ended ? " (the program has ended)" : "", screen);
	free(screen);
}

static void read_reports(struct terminal *terminal)
{
	struct terminal_report words;
	while (read(terminal->report, &words, sizeof words) == (ssize_t)sizeof words) {
		terminal->stopped = WIFSTOPPED(words.status);
		if (WIFSTOPPED(words.status) || WIFCONTINUED(words.status))
			continue;
		terminal->ended = true;
		terminal->status = words.status;
		terminal->usage = words.usage;
	}
}

/* Returns how many bytes; 0 for none now, or at the end. */
static size_t read_some(int *descriptor, char *bytes, size_t size)
{
	if (*descriptor < 0)
		return 0;
	ssize_t length = read(*descriptor, bytes, size);
	if (length == 0)
		terminal_shut(descriptor);
	return length > 0 ? (size_t)length : 0;
}

/* What does not fit now is sent at the next turn. */
static void send_answers(struct terminal *terminal)
{
	struct text *answers = &terminal->answers;
	if (!answers->length || terminal->master < 0)
		return;
	ssize_t sent = write(terminal->master, answers->bytes, answers->length);
	if (sent <= 0)
		return;
	memmove(answers->bytes, answers->bytes + sent, answers->length - (size_t)sent);
	text_cut(answers, answers->length - (size_t)sent);
}

/* The reports come first: what is there to read once the end was heard is all there will be. */
void terminal_drain(struct terminal *terminal)
{
	char bytes[16384];
	size_t length;
	read_reports(terminal);
	while ((length = read_some(&terminal->master, bytes, sizeof bytes)) > 0) {
		text_add_bytes(&terminal->log, bytes, length);
		terminal_wire_read(&terminal->wire, bytes, length);
	}
	send_answers(terminal);
	while ((length = read_some(&terminal->output, bytes, sizeof bytes)) > 0)
		text_add_bytes(&terminal->captured, bytes, length);
	while ((length = read_some(&terminal->errors, bytes, sizeof bytes)) > 0)
		text_add_bytes(&terminal->complaints, bytes, length);
}

static void await(struct terminal *terminal, long long milliseconds)
{
	struct pollfd descriptors[] = {
		{.fd = terminal->report, .events = POLLIN},
		{.fd = terminal->master, .events = POLLIN},
		{.fd = terminal->output, .events = POLLIN},
		{.fd = terminal->errors, .events = POLLIN},
	};
	poll(descriptors, sizeof descriptors / sizeof *descriptors, (int)milliseconds);
}

/* Asks whenever something was read, and every `step` ms where that is not 0. */
static bool wait_for(struct terminal *terminal,
	bool (*holds)(struct terminal *terminal, const void *subject), const void *subject,
	long long step)
{
	long long until = deadline();
	for (;;) {
		terminal_drain(terminal);
		bool ended = terminal->ended;
		if (holds(terminal, subject))
			return true;
		long long left = until - now_ms();
		if (ended || left <= 0)
			return false;
		await(terminal, step && step < left ? step : left);
	}
}

bool terminal_wait_until(struct terminal *terminal,
	bool (*holds)(struct terminal *terminal, const void *subject), const void *subject)
{
	bool held = wait_for(terminal, holds, subject, 0);
	if (!held)
		terminal_complain(terminal, "waited in vain for a condition", NULL);
	return held;
}

static bool shows(struct terminal *terminal, const void *text)
{
	return terminal_shows(terminal, text);
}

bool terminal_wait_text(struct terminal *terminal, const char *text)
{
	bool held = wait_for(terminal, shows, text, 0);
	if (!held)
		terminal_complain(terminal, "waited in vain for", text);
	return held;
}

static bool shows_not(struct terminal *terminal, const void *text)
{
	return !terminal_shows(terminal, text);
}

bool terminal_wait_gone(struct terminal *terminal, const char *text)
{
	bool held = wait_for(terminal, shows_not, text, 0);
	if (!held)
		terminal_complain(terminal, "waited in vain to be rid of", text);
	return held;
}

/*
 * poll() on the slave also brings in what the kernel has not yet handed over from the master. With
 * all of it read, and the process seen asleep after that, nothing but a signal can wake it: what it
 * wrote is complete.
 */
static bool rests(struct terminal *terminal, const void *nothing)
{
	struct pollfd input = {.fd = terminal->slave, .events = POLLIN};
	(void)nothing;
	if (terminal->ended || terminal->slave < 0 || poll(&input, 1, 0) != 0 ||
		!terminal_process_rests(terminal))
		return false;
	terminal_drain(terminal);
	return !terminal->ended;
}

bool terminal_wait_idle(struct terminal *terminal)
{
	terminal->still = 0;
	bool held = wait_for(terminal, rests, NULL, LOOK_MS);
	if (!held)
		terminal_complain(terminal, "waited in vain for the program to rest", NULL);
	return held;
}

static bool has_ended(struct terminal *terminal, const void *nothing)
{
	(void)nothing;
	return terminal->ended;
}

int terminal_wait_end(struct terminal *terminal)
{
	if (wait_for(terminal, has_ended, NULL, 0)) {
		terminal_drain(terminal);
		return terminal->status;
	}
	terminal_complain(terminal, "waited in vain for the program to end", NULL);
	return -1;
}

static bool is_stopped(struct terminal *terminal, const void *nothing)
{
	(void)nothing;
	return terminal->stopped;
}

bool terminal_wait_stop(struct terminal *terminal)
{
	bool held = wait_for(terminal, is_stopped, NULL, 0);
	if (!held)
		terminal_complain(terminal, "waited in vain for the program to stop", NULL);
	return held;
}

void terminal_type(struct terminal *terminal, const char *bytes)
{
	long long until = deadline();
	size_t left = strlen(bytes);
	while (left && terminal->master >= 0 && now_ms() < until) {
		ssize_t written = write(terminal->master, bytes, left);
		if (written > 0) {
			bytes += written;
			left -= (size_t)written;
		} else {
			/* A program that waits until its output is read takes no input. */
			await(terminal, LOOK_MS);
			terminal_drain(terminal);
		}
	}
	if (left)
		terminal_complain(terminal, "nobody reads what is typed", bytes);
}

const char *terminal_output(struct terminal *terminal)
{
	terminal_drain(terminal);
	return terminal->captured.bytes;
}

const char *terminal_errors(struct terminal *terminal)
{
	terminal_drain(terminal);
	return terminal->complaints.bytes;
}

size_t terminal_mark(const struct terminal *terminal)
{
	return terminal->log.length;
}

const char *terminal_log(const struct terminal *terminal, size_t *length)
{
	*length = terminal->log.length;
	return terminal->log.bytes;
}

bool terminal_wrote(const struct terminal *terminal, size_t mark, const char *bytes)
{
	return memmem(terminal->log.bytes + mark, terminal->log.length - mark, bytes,
		       strlen(bytes)) != NULL;
}

struct written {
	size_t mark;
	const char *bytes;
};

static bool has_written(struct terminal *terminal, const void *subject)
{
	const struct written *written = subject;
	return terminal_wrote(terminal, written->mark, written->bytes);
}

bool terminal_wait_wrote(struct terminal *terminal, size_t mark, const char *bytes)
{
	struct written written = {mark, bytes};
	bool held = wait_for(terminal, has_written, &written, 0);
	if (!held)
		terminal_complain(terminal, "waited in vain for the bytes", bytes);
	return held;
}
