#include "people.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CANNOT_RUN = 127, EVENTS = 256, STILL_MS = 300, PATH_SIZE = 64 };

double people_now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* Each needs two files here. */
static void raise_limit(void)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

static _Noreturn void become(const char *const *arguments, const char *folder, int output)
{
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("LANGUAGE");
	unsetenv("NO_COLOR");
	unsetenv("XDG_RUNTIME_DIR");
	if (folder) {
		setenv("XDG_RUNTIME_DIR", folder, 1);
		setenv("XDG_CONFIG_HOME", folder, 1);
		dup2(output, STDOUT_FILENO);
	}
	execvp(arguments[0], (char *const *)arguments);
	_exit(CANNOT_RUN);
}

static void watch(struct people *people, size_t place, int descriptor, bool is_output)
{
	struct epoll_event event = {.events = EPOLLIN, .data.u64 = place * 2 + is_output};
	fcntl(descriptor, F_SETFL, O_NONBLOCK);
	fcntl(descriptor, F_SETFD, FD_CLOEXEC);
	epoll_ctl(people->events, EPOLL_CTL_ADD, descriptor, &event);
}

static bool start(
	struct people *people, size_t place, const char *const *arguments, const char *folder)
{
	struct person *person = &people->items[place];
	struct winsize window = {.ws_row = 24, .ws_col = 80};
	char own[PATH_SIZE];
	int ends[2] = {-1, -1};
	snprintf(own, sizeof own, "%s/%zu", folder ? folder : "", place);
	if (folder && (mkdir(own, 0700) < 0 || pipe2(ends, O_CLOEXEC) < 0))
		return false;
	person->process = forkpty(&person->terminal, NULL, NULL, &window);
	if (person->process == 0)
		become(arguments, folder ? own : NULL, ends[1]);
	person->output = ends[0];
	if (folder)
		close(ends[1]);
	if (person->process < 0)
		return false;
	watch(people, place, person->terminal, false);
	if (folder)
		watch(people, place, person->output, true);
	return true;
}

bool people_start(
	struct people *people, size_t count, const char *const *arguments, const char *folder)
{
	*people = (struct people){.count = count, .events = epoll_create1(EPOLL_CLOEXEC)};
	people->items = calloc(count, sizeof *people->items);
	raise_limit();
	for (size_t i = 0; i < count; i++) {
		people->items[i].terminal = people->items[i].output = -1;
		text_init(&people->items[i].summary);
	}
	for (size_t i = 0; i < count; i++) {
		if (!start(people, i, arguments, folder)) {
			fprintf(stderr, "people: number %zu: %s\n", i + 1, strerror(errno));
			people->count = i;
			people_end(people);
			return false;
		}
	}
	return true;
}

static void shut(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

void people_end(struct people *people)
{
	for (size_t i = 0; i < people->count; i++) {
		struct person *person = &people->items[i];
		if (!person->ended) {
			kill(person->process, SIGKILL);
			waitpid(person->process, NULL, 0);
		}
		shut(&person->terminal);
		shut(&person->output);
		text_destroy(&person->summary);
	}
	free(people->items);
	close(people->events);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

void people_remove_folder(const char *folder)
{
	if (nftw(folder, remove_one, EVENTS, FTW_DEPTH | FTW_PHYS) != 0)
		fprintf(stderr, "people: %s: %s\n", folder, strerror(errno));
}

void people_type(struct person *person, char key)
{
	person->typed_ms = people_now_ms();
	person->waits = true;
	ssize_t written = write(person->terminal, &key, 1);
	(void)written;
}

/* Reads all that is there; at the end the descriptor is shut. */
static void read_all(struct person *person, bool is_output)
{
	char bytes[8192];
	int *descriptor = is_output ? &person->output : &person->terminal;
	ssize_t length;
	while ((length = read(*descriptor, bytes, sizeof bytes)) > 0) {
		if (is_output) {
			text_add_bytes(&person->summary, bytes, (size_t)length);
			continue;
		}
		person->bytes += (size_t)length;
		if (person->waits)
			person->answered_ms = people_now_ms();
		person->waits = false;
	}
	if (length == 0 || errno != EAGAIN)
		shut(descriptor);
}

static double ms_of(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec * 1e-3;
}

/* Once its terminal has gone, it is at its end or close to it. */
static void take_end(struct person *person)
{
	struct rusage usage;
	if (person->ended || person->terminal >= 0 || person->output >= 0 ||
		wait4(person->process, &person->status, WNOHANG, &usage) <= 0)
		return;
	person->ended = true;
	person->cpu_ms = ms_of(usage.ru_utime) + ms_of(usage.ru_stime);
}

void people_read(struct people *people, int milliseconds)
{
	struct epoll_event events[EVENTS];
	double until = people_now_ms() + milliseconds, left = milliseconds;
	while (left >= 0) {
		int count = epoll_wait(people->events, events, EVENTS, (int)left);
		for (int i = 0; i < count; i++) {
			size_t place = events[i].data.u64 / 2;
			read_all(&people->items[place], events[i].data.u64 % 2);
		}
		left = until - people_now_ms();
	}
	for (size_t i = 0; i < people->count; i++)
		take_end(&people->items[i]);
}

void people_settle(struct people *people)
{
	unsigned long long before, now = people_wakes(people);
	do {
		before = now;
		people_read(people, STILL_MS);
		now = people_wakes(people);
	} while (now != before);
}

size_t people_alive(const struct people *people)
{
	size_t alive = 0;
	for (size_t i = 0; i < people->count; i++)
		alive += !people->items[i].ended;
	return alive;
}

double people_hang_up(struct people *people, int milliseconds)
{
	double start = people_now_ms();
	for (size_t i = 0; i < people->count; i++)
		shut(&people->items[i].terminal);
	while (people_alive(people) > 0 && people_now_ms() < start + milliseconds)
		people_read(people, 1);
	return people_now_ms() - start;
}

static double cpu_of(const struct person *person)
{
	clockid_t clock;
	struct timespec time;
	if (person->ended || clock_getcpuclockid(person->process, &clock) != 0 ||
		clock_gettime(clock, &time) != 0)
		return person->cpu_ms;
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

double people_cpu_ms(const struct people *people)
{
	double sum = 0;
	for (size_t i = 0; i < people->count; i++)
		sum += cpu_of(&people->items[i]);
	return sum;
}

/* Sums the numbers behind a label in a file of /proc. */
static unsigned long long sum_of(pid_t process, const char *name, const char *label)
{
	char path[PATH_SIZE], line[256];
	unsigned long long sum = 0;
	snprintf(path, sizeof path, "/proc/%d/%s", (int)process, name);
	FILE *file = fopen(path, "re");
	while (file && fgets(line, sizeof line, file)) {
		const char *at = strstr(line, label);
		if (at)
			sum += strtoull(at + strlen(label), NULL, 10);
	}
	if (file)
		fclose(file);
	return sum;
}

double people_share_kib(const struct people *people)
{
	unsigned long long sum = 0;
	for (size_t i = 0; i < people->count; i++)
		sum += sum_of(people->items[i].process, "smaps_rollup", "Pss:");
	return (double)sum;
}

unsigned long long people_wakes(const struct people *people)
{
	unsigned long long sum = 0;
	for (size_t i = 0; i < people->count; i++)
		sum += sum_of(people->items[i].process, "status", "ctxt_switches:");
	return sum;
}
