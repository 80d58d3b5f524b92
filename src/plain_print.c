/* Printing line by line: for whom the paper is, what is on it, whether it is safe, which printer.
 */
#include "plain_private.h"

#include "deliver.h"
#include "document.h"
#include "gettext.h"
#include "printing.h"
#include "speakers.h"
#include "wording.h"

#include <stdlib.h>

/* Reads a number from 1 up to `most`. Returns it, or 0 for anything else; `*course` is then how to
 * go on. */
static size_t ask_number(struct plain *plain, size_t most, enum plain_course *course)
{
	char *end;
	if (!plain_read(plain, course))
		return 0;
	*course = PLAIN_READ;
	unsigned long number = strtoul(plain->line.bytes, &end, 10);
	bool fits = end != plain->line.bytes && !*end && number >= 1 && number <= most;
	if (!fits)
		plain_say(plain, _("Nothing is printed."));
	return fits ? number : 0;
}

static size_t ask_edition(struct plain *plain, enum plain_course *course)
{
	plain_say(plain, _("For whom is the paper?"));
	for (int i = 0; i < EDITION_COUNT; i++)
		/* TRANSLATORS: a number, for whom a paper is, and what is on it. */
		plain_say(plain, _("%d. %s: %s"), i + 1, wording_edition((enum edition)i),
			wording_edition_what((enum edition)i));
	plain_say(plain, _("Type a number, or press Enter to go back."));
	return ask_number(plain, EDITION_COUNT, course);
}

static void show(struct plain *plain, enum edition edition)
{
	struct summary summary;
	struct document document;
	summary_init(&summary, plain->interview, &plain->options->moment);
	document_init_edition(&document, &summary, edition, speakers_client());
	plain_say_document(plain, &document);
	document_destroy(&document);
	summary_destroy(&summary);
}

/* What the client carries away may be found on them. */
static bool is_safe(struct plain *plain, enum edition edition, enum plain_course *course)
{
	if (edition == EDITION_STAFF)
		return true;
	plain_say(plain, _("Is it safe for the client to carry this paper? Others may find it and "
			   "read it."));
	plain_say(plain, _("Type \"yes\" or \"no\"."));
	if (!plain_read(plain, course))
		return false;
	*course = PLAIN_READ;
	bool safe = plain_is_word(plain->line.bytes, N_("yes"));
	if (!safe)
		plain_say(plain, _("Nothing is printed."));
	return safe;
}

static bool print_on(
	struct plain *plain, enum edition edition, const char *printer, struct error *error)
{
	const struct delivery delivery = {.format = FORMAT_PDF,
		.edition = edition,
		.client_language = speakers_client(),
		.moment = plain->options->moment};
	struct text pdf, job;
	text_init(&pdf);
	text_init(&job);
	bool printed = deliver_render(plain->interview, &delivery, &pdf, error) &&
		       printing_print(printer, &pdf, &job, error);
	if (printed)
		plain_say(plain,
			_("The paper is on its way to the printer (%s). Take it from there at "
			  "once: others may read it."),
			job.bytes);
	text_destroy(&pdf);
	text_destroy(&job);
	return printed;
}

static enum plain_course print(
	struct plain *plain, enum edition edition, const struct printers *printers)
{
	enum plain_course course = PLAIN_READ;
	struct error error;
	error_init(&error);
	plain_say(plain, _("Which printer?"));
	for (size_t i = 0; i < printers->count; i++)
		plain_say(plain, "%zu. %s", i + 1, printers_name(printers, i));
	plain_say(plain, _("Type a number, or press Enter to go back."));
	size_t number = ask_number(plain, printers->count, &course);
	if (number > 0 && !print_on(plain, edition, printers_name(printers, number - 1), &error))
		plain_say(plain, _("%s."), error.text);
	return course;
}

enum plain_course plain_run_print(struct plain *plain, const char *argument)
{
	enum plain_course course = PLAIN_READ;
	struct printers printers;
	struct error error;
	(void)argument;
	error_init(&error);
	size_t number = ask_edition(plain, &course);
	if (number == 0)
		return course;
	enum edition edition = (enum edition)(number - 1);
	show(plain, edition);
	if (!is_safe(plain, edition, &course))
		return course;
	if (!printers_find(&printers, &error))
		plain_say(plain, _("%s."), error.text);
	else if (printers.count == 0)
		plain_say(plain, _("There is no printer to print on. On another computer, "
				   "\"iom-screener summary --format pdf\" makes a file of it."));
	else
		course = print(plain, edition, &printers);
	printers_destroy(&printers);
	return course;
}
