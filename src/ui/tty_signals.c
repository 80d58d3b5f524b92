#include "tty_signals.h"

#include <signal.h>
#include <stddef.h>
#include <time.h>

enum { ALTERNATE_STACK_SIZE = 32 * 1024 };

/* A signal's handler knows nothing but what is global; there is one terminal. */
static void (*before_the_end)(void);
static volatile sig_atomic_t happened[TTY_EVENT_COUNT];
static sigset_t mask_before;
static unsigned char alternate_stack[ALTERNATE_STACK_SIZE];

static void end_by(int signal)
{
	before_the_end();
	/* SA_RESETHAND has brought the default action back, so that a shell sees the signal. */
	raise(signal);
}

static void note(int signal)
{
	enum tty_event event = signal == SIGTSTP   ? TTY_STOP
			       : signal == SIGCONT ? TTY_RESUMED
						   : TTY_RESIZED;
	happened[event] = 1;
}

/* All that end a program, but for SIGKILL, which nothing can see, and SIGPIPE, which a terminal
 * never sends. */
static struct {
	int signal;
	void (*handle)(int signal);
	struct sigaction before;
} signals[] = {
	{.signal = SIGTSTP, .handle = note},
	{.signal = SIGWINCH, .handle = note},
	{.signal = SIGCONT, .handle = note},
	{.signal = SIGHUP, .handle = end_by},
	{.signal = SIGINT, .handle = end_by},
	{.signal = SIGQUIT, .handle = end_by},
	{.signal = SIGTERM, .handle = end_by},
	{.signal = SIGALRM, .handle = end_by},
	{.signal = SIGUSR1, .handle = end_by},
	{.signal = SIGUSR2, .handle = end_by},
	{.signal = SIGXCPU, .handle = end_by},
	{.signal = SIGABRT, .handle = end_by},
	{.signal = SIGBUS, .handle = end_by},
	{.signal = SIGFPE, .handle = end_by},
	{.signal = SIGILL, .handle = end_by},
	{.signal = SIGSEGV, .handle = end_by},
	{.signal = SIGSYS, .handle = end_by},
};

enum { SIGNALS = sizeof signals / sizeof signals[0], NOTED = 3 };

static void catch_signal(size_t i)
{
	struct sigaction action = {.sa_handler = signals[i].handle};
	sigfillset(&action.sa_mask);
	if (i >= NOTED)
		action.sa_flags = (int)SA_RESETHAND | SA_ONSTACK;
	sigaction(signals[i].signal, NULL, &signals[i].before);
	if (signals[i].before.sa_handler != SIG_IGN)
		sigaction(signals[i].signal, &action, NULL);
}

void tty_signals_start(void (*last_words)(void))
{
	sigset_t noted;
	/* A crash by running out of stack needs another one to be handled on. */
	stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
	before_the_end = last_words;
	sigaltstack(&stack, NULL);
	sigemptyset(&noted);
	for (size_t i = 0; i < NOTED; i++)
		sigaddset(&noted, signals[i].signal);
	sigprocmask(SIG_BLOCK, &noted, &mask_before);
	for (size_t i = 0; i < SIGNALS; i++)
		catch_signal(i);
}

void tty_signals_stop(void)
{
	stack_t none = {.ss_flags = SS_DISABLE};
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i].signal, &signals[i].before, NULL);
	sigprocmask(SIG_SETMASK, &mask_before, NULL);
	sigaltstack(&none, NULL);
}

int tty_signals_wait(struct pollfd descriptors[], nfds_t count, int milliseconds)
{
	struct timespec limit = {
		.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};
	return ppoll(descriptors, count, milliseconds < 0 ? NULL : &limit, &mask_before);
}

bool tty_signals_take(enum tty_event event)
{
	bool was = happened[event];
	happened[event] = 0;
	return was;
}

void tty_signals_suspend(void)
{
	struct sigaction ours, plain = {.sa_handler = SIG_DFL};
	sigset_t mask;
	sigaction(SIGTSTP, &plain, &ours);
	raise(SIGTSTP);
	/* It is blocked until here, and stops the process here. */
	sigprocmask(SIG_SETMASK, &mask_before, &mask);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	sigaction(SIGTSTP, &ours, NULL);
	happened[TTY_RESUMED] = 0;
}
