#include "moment.h"

#include <time.h>

struct moment moment_at(time_t seconds)
{
	struct tm local;
	struct moment moment = {.date = {1970, 1, 1}};
	if (localtime_r(&seconds, &local)) {
		moment.date = (struct date){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
		strftime(moment.time, sizeof moment.time, "%H:%M", &local);
	}
	return moment;
}

struct moment moment_now(void)
{
	return moment_at(time(NULL));
}
