#include "terminal_private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

enum { ENVIRONMENT_LIMIT = 128, CANNOT_RUN = 127 };

/* The only variables that a test hands on by itself, so that it gives the same on every machine. */
static const char *const kept[] = {"PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TERMINFO",
	"TERMINFO_DIRS", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
	"TSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX", "GCOV_PREFIX_STRIP"};

static bool has(char *const *environment, const char *pair)
{
	size_t length = strcspn(pair, "=") + 1;
	for (; *environment; environment++) {
		if (strncmp(*environment, pair, length) == 0)
			return true;
	}
	return false;
}

/* Takes `pair`. The first of a name stays. The strings live until exec. */
static void add(char **environment, char *pair)
{
	size_t count = 0;
	while (environment[count])
		count++;
	if (count + 1 < ENVIRONMENT_LIMIT && !has(environment, pair))
		environment[count] = pair;
	else
		free(pair);
}

static char *join(const char *name, const char *value)
{
	struct text text;
	text_init(&text);
	text_format(&text, "%s=%s", name, value);
	return text_take(&text);
}

/* `environment` holds nothing but NULL. */
static void choose_environment(const struct terminal_options *options, char **environment)
{
	for (const char *const *more = options->environment; more && *more; more++)
		add(environment, strdup(*more));
	add(environment, join("TERM", options->type ? options->type : "xterm-256color"));
	add(environment, join("LC_ALL", options->locale ? options->locale : "C.UTF-8"));
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		if (getenv(kept[i]))
			add(environment, join(kept[i], getenv(kept[i])));
	}
	/* Nobody's own settings. */
	add(environment, join("XDG_CONFIG_HOME", "/dev/null"));
	add(environment, join("XDG_CONFIG_DIRS", "/dev/null"));
}

static void put_in_foreground(void)
{
	setpgid(0, 0);
	/* The keeper ignores SIGTTOU, so this works from the background. */
	tcsetpgrp(STDIN_FILENO, getpid());
}

static void reset_signals(bool nohup)
{
	sigset_t none;
	sigemptyset(&none);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	if (nohup)
		signal(SIGHUP, SIG_IGN);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool redirect(int from, int to)
{
	return from < 0 || dup2(from, to) == to;
}

/* Says why on `trouble`, which the exec itself closes. */
static _Noreturn void become_program(const struct terminal_options *options,
	const struct terminal_streams *streams, int trouble, pid_t keeper)
{
	char *environment[ENVIRONMENT_LIMIT] = {NULL};
	put_in_foreground();
	choose_environment(options, environment);
	bool ready = redirect(streams->input, STDIN_FILENO) &&
		     redirect(streams->output, STDOUT_FILENO) &&
		     redirect(streams->errors, STDERR_FILENO) &&
		     (!options->folder || chdir(options->folder) == 0) &&
		     close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != keeper)
		_exit(CANNOT_RUN);
	reset_signals(options->nohup);
	if (ready)
		execvpe(options->arguments[0], (char *const *)options->arguments, environment);
	int failure = errno;
	ssize_t written = write(trouble, &failure, sizeof failure);
	(void)written;
	_exit(CANNOT_RUN);
}

static void tell(int report, const struct terminal_report *words)
{
	/* Shorter than PIPE_BUF, so it is written whole or, when nobody listens any more, not. */
	ssize_t written = write(report, words, sizeof *words);
	(void)written;
}

static bool start(const struct terminal_options *options, const struct terminal_streams *streams,
	struct terminal_report *words)
{
	int trouble[2];
	pid_t self = getpid();
	if (pipe2(trouble, O_CLOEXEC) < 0 || (words->program = fork()) < 0) {
		words->failure = errno;
		return false;
	}
	if (words->program == 0)
		become_program(options, streams, trouble[1], self);
	close(trouble[1]);
	ssize_t length = read(trouble[0], &words->failure, sizeof words->failure);
	return length <= 0;
}

/* As a shell with a program in its foreground. SIGTTOU: see put_in_foreground. */
static void listen_for(sigset_t *signals)
{
	static const int ignored[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE};
	for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
		signal(ignored[i], SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	sigemptyset(signals);
	sigaddset(signals, SIGCHLD);
	sigaddset(signals, SIGHUP);
	sigprocmask(SIG_SETMASK, signals, NULL);
}

/* Tells each change of the program's state. Returns whether the program still runs. */
static bool look_after(pid_t program, int report)
{
	struct terminal_report words = {.program = program};
	while (wait4(program, &words.status, WNOHANG | WUNTRACED | WCONTINUED, &words.usage) > 0) {
		tell(report, &words);
		if (!WIFSTOPPED(words.status) && !WIFCONTINUED(words.status))
			return false;
	}
	return true;
}

_Noreturn void terminal_keeper_run(
	const struct terminal_options *options, const struct terminal_streams *streams, int slave)
{
	sigset_t signals;
	struct terminal_report words = {.first = true};
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	listen_for(&signals);
	if (login_tty(slave) < 0)
		_exit(CANNOT_RUN);
	bool runs = start(options, streams, &words);
	/* Above all the pty's other end: as long as the keeper held it, nothing could hang up. */
	dup2(streams->report, 3);
	close_range(4, ~0U, 0);
	tell(3, &words);
	if (!runs)
		_exit(CANNOT_RUN);
	for (;;) {
		int number = sigwaitinfo(&signals, NULL);
		if (runs && number == SIGHUP) {
			kill(-words.program, SIGHUP);
			kill(-words.program, SIGCONT);
		}
		if (runs && number == SIGCHLD)
			runs = look_after(words.program, 3);
	}
}
