/* The moment of a screening. */
#ifndef MOMENT_H
#define MOMENT_H

#include "screener/date.h"

#include <time.h>

struct moment {
	struct date date; /* local */
	char time[6]; /* HH:MM, local; "" where the day was given by --date */
};

/* The moment so many seconds after the beginning of 1970, in the time zone of this machine; and
 * now, by its clock. */
struct moment moment_at(time_t seconds);
struct moment moment_now(void);

#endif
