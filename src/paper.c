#include "paper.h"

#include "child.h"
#include "gettext.h"
#include "installation.h"

#include <string.h>

enum { PATIENCE = 60 * 1000 /* ms: a first look at all fonts takes some */ };

bool paper_run(
	const char *json, size_t length, struct text *output, int *status, struct error *error)
{
	struct installation installation;
	char *arguments[] = {(char *)"iom-screener-paper", NULL};
	installation_find(&installation);
	const struct child helper = {.path = installation.paper,
		.arguments = arguments,
		.input = json,
		.length = length,
		.patience = PATIENCE};
	enum child_end ended = child_run(&helper, output, status);
	if (ended == CHILD_STUCK)
		return error_set(error, ERROR_FILE, _("making the PDF takes too long"));
	if (ended == CHILD_UNABLE)
		/* TRANSLATORS: a program's path, and why it cannot be started. */
		return error_set(error, ERROR_FILE, _("%s, which makes PDF, cannot be started: %s"),
			installation.paper, strerror(*status));
	return true;
}
