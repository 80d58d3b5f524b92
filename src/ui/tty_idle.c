#include "tty_idle.h"

#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/* There is one terminal. */
static struct {
	int timer;
	int set_for; /* ms; 0: it does not run */
	bool touched; /* there was a key since it was set */
} idle = {.timer = -1};

void tty_idle_start(void)
{
	/* Of CLOCK_MONOTONIC a lid that is closed for an hour would take nothing. */
	idle.timer = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
	idle.set_for = 0;
	idle.touched = false;
}

void tty_idle_stop(void)
{
	if (idle.timer >= 0)
		close(idle.timer);
	idle.timer = -1;
}

int tty_idle_descriptor(void)
{
	return idle.timer;
}

void tty_idle_wait(int milliseconds)
{
	if (milliseconds == idle.set_for && !(idle.touched && milliseconds))
		return;
	const struct itimerspec limit = {.it_value = {
						 .tv_sec = milliseconds / 1000,
						 .tv_nsec = milliseconds % 1000 * 1000000L,
					 }};
	timerfd_settime(idle.timer, 0, &limit, NULL);
	idle.set_for = milliseconds;
	idle.touched = false;
}

void tty_idle_note_key(void)
{
	idle.touched = true;
}
