#include "printing.h"

#include "child.h"
#include "gettext.h"

#include "screener/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATIENCE = 10 * 1000 /* ms without a word from CUPS */ };

/* Our own with LC_ALL=C, in which the words of CUPS are known. Returns owned, its strings borrowed.
 */
static char **make_environment(void)
{
	static char words[] = "LC_ALL=C";
	size_t count = 0, kept = 0;
	while (environ[count])
		count++;
	char **made = memory_new(count + 2, sizeof *made);
	for (size_t i = 0; i < count; i++)
		if (strncmp(environ[i], "LC_ALL=", 7) != 0 && strncmp(environ[i], "LANGUAGE=", 9))
			made[kept++] = environ[i];
	made[kept] = words;
	return made;
}

/* Runs a program of CUPS. Returns false where there is none, or where it does not answer. */
static bool run(char *const *arguments, const struct text *input, struct text *output, int *status,
	struct error *error)
{
	char **environment = make_environment();
	const struct child child = {.path = arguments[0],
		.arguments = arguments,
		.environment = environment,
		.input = input ? input->bytes : NULL,
		.length = input ? input->length : 0,
		.hears_errors = true,
		.patience = PATIENCE};
	enum child_end end = child_run(&child, output, status);
	free(environment);
	if (end == CHILD_UNABLE)
		return error_set(error, ERROR_FILE,
			_("This computer has no program to print with (CUPS: the Debian package "
			  "cups-client)"));
	if (end == CHILD_STUCK)
		return error_set(error, ERROR_FILE,
			_("The print service (CUPS) of this computer does not answer"));
	return true;
}

/* Each line of what `lpstat -e` says is a printer. */
static void add_names(struct printers *printers, const char *lines)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");
		if (length > 0) {
			text_add_bytes(&printers->names, lines, length);
			text_add_bytes(&printers->names, "", 1);
			printers->count++;
		}
		lines += length + (lines[length] == '\n');
	}
}

static size_t find_usual(const struct printers *printers, const char *said)
{
	const char *name = strchr(said, ':');
	if (!name)
		return printers->count;
	name += strspn(name, ": ");
	size_t length = strcspn(name, "\n");
	for (size_t i = 0; i < printers->count; i++) {
		const char *known = printers_name(printers, i);
		if (strlen(known) == length && strncmp(known, name, length) == 0)
			return i;
	}
	return printers->count;
}

bool printers_find(struct printers *printers, struct error *error)
{
	char *names[] = {(char *)"lpstat", (char *)"-e", NULL};
	char *usual[] = {(char *)"lpstat", (char *)"-d", NULL};
	struct text said;
	int status = 0;
	*printers = (struct printers){.count = 0};
	text_init(&printers->names);
	text_init(&said);
	bool ran = run(names, NULL, &said, &status, error);
	if (ran && status == 0)
		add_names(printers, said.bytes);
	text_clear(&said);
	printers->usual = printers->count;
	if (printers->count > 0 && run(usual, NULL, &said, &status, error) && status == 0)
		printers->usual = find_usual(printers, said.bytes);
	text_destroy(&said);
	return ran;
}

void printers_destroy(struct printers *printers)
{
	text_destroy(&printers->names);
	printers->count = 0;
}

const char *printers_name(const struct printers *printers, size_t printer)
{
	const char *name = printers->names.bytes;
	while (printer-- > 0)
		name += strlen(name) + 1;
	return name;
}

/* What is given to a stopped one lies there until somebody starts it. */
static bool is_stopped(const char *printer, bool *stopped, struct error *error)
{
	char *arguments[] = {(char *)"lpstat", (char *)"-p", (char *)printer, NULL};
	struct text said;
	int status = 0;
	text_init(&said);
	bool ran = run(arguments, NULL, &said, &status, error);
	*stopped = strstr(said.bytes, " disabled since ") != NULL;
	text_destroy(&said);
	return ran;
}

/* "request id is HP-12 (0 file(s))". */
static void add_job(struct text *job, const char *said)
{
	static const char before[] = "request id is ";
	const char *name = strstr(said, before);
	if (name) {
		name += sizeof before - 1;
		text_add_bytes(job, name, strcspn(name, " \n"));
	}
}

/* The last line of what lp said, without its own name before it: the reason. */
static const char *trim(struct text *said)
{
	while (said->length > 0 && isspace((unsigned char)said->bytes[said->length - 1]))
		said->bytes[--said->length] = '\0';
	const char *line = strrchr(said->bytes, '\n');
	line = line ? line + 1 : said->bytes;
	return strncmp(line, "lp: ", 4) == 0 ? line + 4 : line;
}

static bool hand_over(
	const char *printer, const struct text *pdf, struct text *job, struct error *error)
{
	char *arguments[] = {(char *)"lp", (char *)"-d", (char *)printer, (char *)"-t",
		(char *)"Document", (char *)"-", NULL};
	struct text said;
	int status = 0;
	text_init(&said);
	bool done = run(arguments, pdf, &said, &status, error);
	if (done && status == 0)
		add_job(job, said.bytes);
	else if (done)
		done = error_set(error, ERROR_FILE,
			/* TRANSLATORS: a printer, and what it said, in English. */
			_("The printer %s did not take it: %s"), printer, trim(&said));
	text_destroy(&said);
	return done;
}

bool printing_print(
	const char *printer, const struct text *pdf, struct text *job, struct error *error)
{
	bool stopped = false;
	if (!is_stopped(printer, &stopped, error))
		return false;
	if (stopped)
		return error_set(error, ERROR_FILE,
			_("The printer %s is stopped: paper sent now would come out when somebody "
			  "starts it, perhaps with nobody there"),
			printer);
	return hand_over(printer, pdf, job, error);
}
