#include "terminal_private.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* Longer than any wait for the rest of a key's bytes: curses waits up to a second after Escape. */
enum { REST_MS = 1000 };

/* How often a process that we may not look into is seen not to have run before it counts as at
 * rest; looks are 5 ms apart. */
enum { STILL_LOOKS = 20 };

enum limit { LIMIT_NONE, LIMIT_MS, LIMIT_TIMESPEC, LIMIT_TIMEVAL };

/* The system calls in which a program waits for input, and which argument limits the wait. */
static const struct {
	long number;
	enum limit limit;
	int place;
} waits[] = {
	{SYS_read, LIMIT_NONE, 0},
	{SYS_ppoll, LIMIT_TIMESPEC, 2},
	{SYS_pselect6, LIMIT_TIMESPEC, 4},
	{SYS_epoll_pwait, LIMIT_MS, 3},
#ifdef SYS_poll
	{SYS_poll, LIMIT_MS, 2},
#endif
#ifdef SYS_select
	{SYS_select, LIMIT_TIMEVAL, 4},
#endif
#ifdef SYS_epoll_wait
	{SYS_epoll_wait, LIMIT_MS, 3},
#endif
};

/* The file's first bytes, with a NUL; false where it cannot be read. */
static bool read_file(pid_t program, const char *name, char *bytes, size_t size)
{
	char path[400];
	snprintf(path, sizeof path, "/proc/%d/%s", (int)program, name);
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	size_t length = fread(bytes, 1, size - 1, file);
	bytes[length] = '\0';
	fclose(file);
	return length > 0;
}

static bool is_terminal(const struct terminal *terminal, unsigned long number)
{
	char path[64], target[64] = "", own[64] = "";
	snprintf(path, sizeof path, "/proc/%d/fd/%lu", (int)terminal->program, number);
	ssize_t length = readlink(path, target, sizeof target - 1);
	if (length <= 0 || ttyname_r(terminal->slave, own, sizeof own) != 0)
		return false;
	return strcmp(target, own) == 0 || strcmp(target, "/dev/tty") == 0;
}

/* The wait's limit in ms, from the program's own memory; -1 for none, 0 where it is not known. */
static long long time_at(pid_t program, unsigned long address, long units_per_ms)
{
	long time[2] = {0, 0};
	struct iovec here = {time, sizeof time};
	struct iovec there = {(void *)address, sizeof time}; /* NOLINT: an address elsewhere */
	if (!address)
		return -1;
	if (process_vm_readv(program, &here, 1, &there, 1, 0) != (ssize_t)sizeof time)
		return 0;
	return time[0] * 1000LL + time[1] / units_per_ms;
}

/* The limit in ms of a wait for input; -1 for none, 0 where it waits for something else. */
static long long limit_of(const struct terminal *terminal, enum limit limit, int place,
	const unsigned long *arguments)
{
	if (limit == LIMIT_NONE)
		return is_terminal(terminal, arguments[place]) ? -1 : 0;
	if (limit == LIMIT_MS)
		return (int)arguments[place];
	return time_at(
		terminal->program, arguments[place], limit == LIMIT_TIMESPEC ? 1000000 : 1000);
}

/* `call` is a line of /proc/PID/syscall: the number, six arguments, two pointers. */
static long long limit_of_call(const struct terminal *terminal, const char *call)
{
	unsigned long arguments[6];
	char *at;
	long number = strtol(call, &at, 10);
	if (at == call) /* "running" */
		return 0;
	for (size_t i = 0; i < 6; i++)
		arguments[i] = strtoul(at, &at, 16);
	for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
		if (waits[i].number == number)
			return limit_of(terminal, waits[i].limit, waits[i].place, arguments);
	}
	return 0;
}

static bool waits_for_input(const struct terminal *terminal, const char *call)
{
	long long milliseconds = limit_of_call(terminal, call);
	return milliseconds < 0 || milliseconds > REST_MS;
}

/* Sleeping, and not traced or stopped. The state follows the name, which may hold anything. */
static bool task_sleeps(pid_t program, const char *task)
{
	char name[300], line[512];
	snprintf(name, sizeof name, "task/%s/stat", task);
	if (!read_file(program, name, line, sizeof line))
		return false;
	const char *state = strrchr(line, ')');
	return state && strncmp(state, ") S", 3) == 0;
}

static bool all_tasks_sleep(pid_t program)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/task", (int)program);
	DIR *tasks = opendir(path);
	bool sleep = tasks != NULL;
	const struct dirent *task;
	while (sleep && (task = readdir(tasks))) {
		if (task->d_name[0] != '.')
			sleep = task_sleeps(program, task->d_name);
	}
	if (tasks)
		closedir(tasks);
	return sleep;
}

static size_t count_tasks(pid_t program)
{
	char lines[4096];
	if (!read_file(program, "status", lines, sizeof lines))
		return 0;
	const char *at = strstr(lines, "\nThreads:");
	return at ? strtoul(at + strlen("\nThreads:"), NULL, 10) : 0;
}

/* How often the kernel has let the process run, as anybody may read it. */
static unsigned long long count_runs(pid_t program)
{
	char lines[4096];
	unsigned long long runs = 0;
	if (!read_file(program, "status", lines, sizeof lines))
		return 0;
	for (const char *at = lines; (at = strstr(at, "ctxt_switches:"));) {
		at += strlen("ctxt_switches:");
		runs += strtoull(at, NULL, 10);
	}
	return runs;
}

static bool has_been_still(struct terminal *terminal)
{
	unsigned long long runs = count_runs(terminal->program);
	bool same = runs == terminal->run_count;
	terminal->run_count = runs;
	terminal->still = same ? terminal->still + 1 : 0;
	return terminal->still >= STILL_LOOKS;
}

bool terminal_process_rests(struct terminal *terminal)
{
	char call[256];
	if (!all_tasks_sleep(terminal->program)) {
		terminal->still = 0;
		return false;
	}
	if (read_file(terminal->program, "syscall", call, sizeof call))
		return waits_for_input(terminal, call);
	return has_been_still(terminal);
}

bool terminal_sleeps_for(struct terminal *terminal, long long milliseconds)
{
	char call[256];
	if (!terminal_wait_idle(terminal) || count_tasks(terminal->program) != 1)
		return false;
	/* Only the process's own user, or root, may know. */
	if (!read_file(terminal->program, "syscall", call, sizeof call))
		return true;
	long long limit = limit_of_call(terminal, call);
	return limit < 0 || (milliseconds >= 0 && limit > milliseconds);
}

int terminal_process(const struct terminal *terminal)
{
	return terminal->program;
}

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec * 1e-3;
}

double terminal_cpu_ms(const struct terminal *terminal)
{
	clockid_t clock;
	struct timespec time;
	if (!terminal->ended && clock_getcpuclockid(terminal->program, &clock) == 0 &&
		clock_gettime(clock, &time) == 0)
		return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
	return milliseconds(terminal->usage.ru_utime) + milliseconds(terminal->usage.ru_stime);
}

static long find_number(pid_t program, const char *file, const char *label)
{
	char lines[4096];
	if (!read_file(program, file, lines, sizeof lines))
		return 0;
	const char *at = strstr(lines, label);
	return at ? strtol(at + strlen(label), NULL, 10) : 0;
}

long terminal_memory_kib(const struct terminal *terminal)
{
	return terminal->ended ? 0 : find_number(terminal->program, "smaps_rollup", "\nPss:");
}

long terminal_peak_kib(const struct terminal *terminal)
{
	return terminal->ended ? terminal->usage.ru_maxrss
			       : find_number(terminal->program, "status", "\nVmHWM:");
}
