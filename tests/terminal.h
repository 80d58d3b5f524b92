/*
 * A real terminal for tests: the program runs in a pty as it would under a shell, what it writes is
 * drawn by libvterm, and the test types keys and waits for what the screen then shows.
 *
 * Nothing here sleeps for a fixed time. Every wait is for a condition and ends at once when it
 * holds, when the program has ended without it, or at the deadline, which only keeps a broken test
 * from hanging. A wait that fails says on standard error what it waited for and what the screen
 * showed.
 *
 * What can be read of the screen is in terminal_screen.h.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

struct terminal;

/* Seconds until a wait gives up (the environment variable TERMINAL_DEADLINE replaces it), and what
 * a test case needs as its tcase_set_timeout: Check's own 4 s are too few. */
enum { TERMINAL_DEADLINE_SECONDS = 20, TERMINAL_CASE_SECONDS = 120 };

/* All but `arguments` may be left out (0, NULL, false). All is borrowed during terminal_start. */
struct terminal_options {
	const char *const *arguments; /* argv with NULL at the end; argv[0] is sought in PATH */
	const char *const *environment; /* NAME=VALUE with NULL at the end, added to a small set
					   (PATH, HOME, sanitizers' settings, ...), and to an
					   XDG_RUNTIME_DIR of its own, removed by terminal_free */
	const char *folder; /* where the program starts; the test's own folder if NULL */
	const char *type; /* TERM; NULL: xterm-256color */
	const char *locale; /* LC_ALL; NULL: C.UTF-8. Not UTF-8: the terminal is Latin-1 */
	int rows, columns; /* 0: 24 and 80 */
	const char *input; /* standard input is a pipe that holds this (below 64 KiB), then ends */
	const char *input_file; /* standard input is this file */
	bool capture_output; /* standard output is a pipe: terminal_output() */
	bool capture_errors; /* standard error is a pipe: terminal_errors() */
	bool nohup; /* SIGHUP is ignored from the start, as under nohup(1) */
};

enum terminal_key {
	TERMINAL_KEY_UP,
	TERMINAL_KEY_DOWN,
	TERMINAL_KEY_LEFT,
	TERMINAL_KEY_RIGHT,
	TERMINAL_KEY_PAGE_UP,
	TERMINAL_KEY_PAGE_DOWN,
	TERMINAL_KEY_HOME,
	TERMINAL_KEY_END,
	TERMINAL_KEY_INSERT,
	TERMINAL_KEY_DELETE,
	TERMINAL_KEY_BACKSPACE,
	TERMINAL_KEY_BACKTAB,
	TERMINAL_KEY_TAB,
	TERMINAL_KEY_ENTER,
	TERMINAL_KEY_SPACE,
	TERMINAL_KEY_ESCAPE,
	TERMINAL_KEY_F1,
	TERMINAL_KEY_F2,
	TERMINAL_KEY_F3,
	TERMINAL_KEY_F4,
	TERMINAL_KEY_F5,
	TERMINAL_KEY_F6,
	TERMINAL_KEY_F7,
	TERMINAL_KEY_F8,
	TERMINAL_KEY_F9,
	TERMINAL_KEY_F10,
	TERMINAL_KEY_F11,
	TERMINAL_KEY_F12,
	TERMINAL_KEY_COUNT,
};

/*
 * Starts the program in the foreground of a terminal of its own. Returns owned, free with
 * terminal_free(); NULL, having said why on standard error, where it cannot be started.
 */
struct terminal *terminal_start(const struct terminal_options *options);

/* Ends the program with SIGKILL where it still runs, and frees all. Takes; NULL is allowed. */
void terminal_free(struct terminal *terminal);

/* Whether the text came to be on the screen, or was gone from it. The text is within one line,
 * or holds "\n" where a line ends. */
bool terminal_wait_text(struct terminal *terminal, const char *text);
bool terminal_wait_gone(struct terminal *terminal, const char *text);

/*
 * Whether the program came to rest: it has read all that was typed, sleeps in a system call that
 * waits for input without a limit in time (or one above a second), and the screen shows all that it
 * wrote until then. Looks at the program's own process, not at its children. Exact where
 * /proc/PID/syscall can be read; else (a program that has made itself undumpable, seen by another
 * user than root) it is taken to rest when it has not run for a tenth of a second.
 */
bool terminal_wait_idle(struct terminal *terminal);

/*
 * Whether the program, come to rest, has nothing that will wake it within so many ms (-1: ever) but
 * input: it is one thread in one wait, and that has no such limit. Taken to be so where it cannot
 * be seen (terminal_wait_idle).
 */
bool terminal_sleeps_for(struct terminal *terminal, long long milliseconds);

/* Whether `holds` came to be true of the terminal and the subject; asked whenever something was
 * written. For conditions that the above do not cover. */
bool terminal_wait_until(struct terminal *terminal,
	bool (*holds)(struct terminal *terminal, const void *subject), const void *subject);

/* The program's status as waitpid() gives it, once it has ended; -1 when it did not. */
int terminal_wait_end(struct terminal *terminal);

/* Whether the program was stopped, as by Ctrl-Z; terminal_signal(SIGCONT) has it go on. */
bool terminal_wait_stop(struct terminal *terminal);

/* Types bytes as they are. */
void terminal_type(struct terminal *terminal, const char *bytes);

/* Presses a key: the bytes that terminfo gives for the terminal's type. Cursor keys, Home and End
 * send their other form while the program has not switched the keypad on, as terminals do. False
 * when terminals of this type have no such key. */
bool terminal_key(struct terminal *terminal, enum terminal_key key);

/* Presses and lets go the first mouse button, at a row and column from 0. Sends nothing while the
 * program has not switched the mouse on. */
void terminal_click(struct terminal *terminal, int row, int column);

/* Gives the terminal another size; the kernel sends SIGWINCH. */
void terminal_resize(struct terminal *terminal, int rows, int columns);

/* Sends a signal to the program alone, as kill(1). Nothing where it has ended. */
void terminal_signal(struct terminal *terminal, int signal);

/* The terminal goes away, as when a window is closed or a connection is lost: reading it gives the
 * end, writing an error, and SIGHUP comes from the kernel through its shell, so that a program may
 * see either first. The screen keeps what it showed. */
void terminal_hang_up(struct terminal *terminal);

/* What the program wrote to a captured standard output or error so far. Borrows. */
const char *terminal_output(struct terminal *terminal);
const char *terminal_errors(struct terminal *terminal);

/* The process's number; CPU time that it has used, in ms; its share of memory now and its peak
 * resident memory, in KiB (0 where /proc does not let us see it). CPU time and peak stay known
 * after the end. */
int terminal_process(const struct terminal *terminal);
double terminal_cpu_ms(const struct terminal *terminal);
long terminal_memory_kib(const struct terminal *terminal);
long terminal_peak_kib(const struct terminal *terminal);

#endif
