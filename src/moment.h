/* The moment of a screening. */
#ifndef MOMENT_H
#define MOMENT_H

#include "screener/date.h"

struct moment {
	struct date date; /* local */
	char time[6]; /* HH:MM, local; "" where the day was given by --date */
};

/* Now, by the clock and the time zone of this machine. */
struct moment moment_now(void);

#endif
