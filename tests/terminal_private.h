/* How the parts of the test terminal (terminal.h) fit together; for them alone. */
#ifndef TERMINAL_PRIVATE_H
#define TERMINAL_PRIVATE_H

#include "screener/text.h"
#include "terminal.h"

#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct wire_mode {
	char leader; /* '?' for the DEC modes, 0 for the ANSI ones */
	int number;
	bool on;
};

/*
 * What lies between the program and libvterm: it reads the control sequences, keeps the modes that
 * libvterm does not tell about, and repairs what libvterm 0.1.4 cannot take.
 */
struct wire {
	VTerm *screen; /* borrows */
	int state;
	struct text sequence; /* the control sequence that is being read */
	struct text ready; /* read, and not yet given to libvterm */
	struct text title; /* as set in the way of screen and tmux */
	struct terminal *terminal; /* that it belongs to */
	char titles[8][64]; /* those kept, the newest last */
	int title_count; /* below 0: one was put back that was not kept */
	struct wire_mode modes[64];
	size_t mode_count;
	bool utf8; /* else Latin-1 */
	bool linux_console; /* has sequences of its own */
	bool keypad, graphics, shifted, margins;
	char last; /* the character that was printed last, where it is one of ASCII; else 0 */
	int top, bottom; /* the rows that scroll, from 1; only while `margins` */
};

void terminal_wire_init(struct wire *wire, VTerm *screen, const char *type, bool utf8);
void terminal_wire_destroy(struct wire *wire);
void terminal_wire_read(struct wire *wire, const char *bytes, size_t length);
void terminal_wire_forget_margins(struct wire *wire);

/* Puts a cursor that is outside the screen back into it. */
void terminal_wire_keep_cursor(struct wire *wire);

/* Whether a mode is on; `usual` when the program never said. */
bool terminal_wire_mode(const struct wire *wire, char leader, int number, bool usual);

/* What the keeper tells: first the program's number or why it could not be started, then each
 * change of its state. */
struct terminal_report {
	pid_t program;
	int failure; /* errno, or 0 */
	bool first;
	int status;
	struct rusage usage;
};

/* The file descriptors that the program gets; -1 where it gets the terminal. */
struct terminal_streams {
	int input, output, errors, report;
};

/*
 * The child's side of the fork: makes the pty's slave its terminal, runs the program in the
 * foreground and stays, as a shell does, because the kernel resets a terminal's settings when the
 * leader of its session ends. Passes on SIGHUP. Is killed by terminal_free().
 */
_Noreturn void terminal_keeper_run(
	const struct terminal_options *options, const struct terminal_streams *streams, int slave);

struct terminal {
	int master, slave; /* the pty's two ends; -1 after it was hung up */
	int report, output, errors; /* ends of pipes, to read */
	char runtime[64]; /* the XDG_RUNTIME_DIR made for it; "" where the test gave one */
	pid_t keeper, program; /* -1 before they run */
	bool ended, stopped;
	int status;
	struct rusage usage; /* once it has ended */
	struct termios before;

	VTerm *vterm;
	struct wire wire;
	char *keys[TERMINAL_KEY_COUNT]; /* NULL where the type has none */
	struct text log, captured, complaints, scrollback, title;
	struct text answers; /* what the terminal itself has yet to send to the program */
	int bells;
	struct text touched; /* a byte for each row: '#' where something was written, else '.' */
	unsigned long long run_count; /* of the last look at a process that we may not see into */
	int still; /* for how many looks it has not run */
};

/* Closes a file descriptor unless it is -1, and makes it so. */
void terminal_shut(int *descriptor);

/* Reads all that can be read at once, into the log and the screen. */
void terminal_drain(struct terminal *terminal);

/* Says on standard error what was wrong and what the screen shows. */
void terminal_complain(struct terminal *terminal, const char *what, const char *subject);

struct winsize terminal_window(const struct terminal_options *options);
void terminal_screen_open(struct terminal *terminal, const struct terminal_options *options);
void terminal_screen_close(struct terminal *terminal);
void terminal_screen_resize(struct terminal *terminal, int rows, int columns);

void terminal_keys_load(struct terminal *terminal, const char *type);
void terminal_keys_free(struct terminal *terminal);

/* Whether the process sleeps and waits for input. */
bool terminal_process_rests(struct terminal *terminal);

#endif
