/* The wizard on a terminal: the whole interview, from the first question to the result. */
#ifndef UI_H
#define UI_H

#include "draft.h"
#include "language_list.h"
#include "moment.h"
#include "settings.h"

#include "screener/error.h"
#include "screener/interview.h"

#include <stdbool.h>
#include <stdio.h>

struct ui_settings {
	FILE *input; /* the terminal, read and written */
	FILE *output;
	struct moment moment;
	const struct language *client_language; /* NULL where none is chosen yet */
	struct draft *draft;
	bool resume; /* a case code is asked for first */
	bool summary_follows; /* the summary is written elsewhere when the wizard ends */
	enum theme_choice theme;
	enum order_choice order;
	int hide_after; /* ms without a key until the screen hides by itself; 0: never */
};

/* How it ended. */
enum ui_end {
	UI_FINISHED, /* by the last line of the result */
	UI_STOPPED, /* by F10: nothing is to be written */
	UI_LOST, /* the terminal has gone away */
	UI_UNABLE, /* the terminal cannot be used, `error` says why; nothing was shown */
};

/* Borrows all. When it returns the terminal is as it was before. */
enum ui_end ui_run(
	struct interview *interview, const struct ui_settings *settings, struct error *error);

#endif
