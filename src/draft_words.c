#include "draft_private.h"

#include "gettext.h"
#include "moment.h"

/* TRANSLATORS: %s is a file. A draft is what is kept of a screening that did not come to its end.
 */
static const char *const refusals[DRAFT_STATE_COUNT] = {
	[DRAFT_DAMAGED] = N_("The draft %s is damaged and is left alone. Remove the file if nobody "
			     "needs it."),
	[DRAFT_FOREIGN] = N_("%s is not a draft of yours and is left alone. Look at who put it "
			     "there."),
	[DRAFT_NEWER] = N_("The draft %s is of a newer version of this program and is left alone. "
			   "Go on with it there."),
	[DRAFT_FUTURE] = N_("The draft %s is of a time that is still to come and is left alone. "
			    "Check the clock of this machine."),
	[DRAFT_OTHER_RULES] = N_("The draft %s is of other rules and is left alone. Start with "
				 "those rules to go on with it."),
	[DRAFT_CHANGED_RULES] = N_("The rules have changed since the draft %s was made, so it is "
				   "left alone. Remove the file if nobody needs it."),
};

void draft_add_moment(
	const struct draft *draft, size_t offer, struct date today, struct text *words)
{
	struct moment moment = moment_at(draft->found[offer].written);
	struct date date = moment.date;
	if (date_compare(date, today) == 0)
		text_add(words, moment.time);
	else
		/* TRANSLATORS: a day (year, month, day), and a time. */
		text_format(words, _("%04d-%02d-%02d, %s"), date.year, date.month, date.day,
			moment.time);
}

void draft_add_trouble(const struct draft *draft, struct text *words)
{
	if (draft->trouble.code == ERROR_NONE)
		return;
	/* TRANSLATORS: %s is what is wrong, as in "XDG_RUNTIME_DIR is not set". */
	text_format(
		words, _("If this window closes, the answers are lost: %s."), draft->trouble.text);
}

/* Of several, the first says it for all: the others are beside it. */
void draft_add_refusals(const struct draft *draft, struct text *words)
{
	size_t good = 0;
	struct text file;
	while (good < draft->found_count && draft->found[good].state == DRAFT_GOOD)
		good++;
	if (good == draft->found_count)
		return;
	unsigned long more = draft->found_count - good - 1;
	text_init(&file);
	text_format(&file, "%s/%s.draft", draft->folder.path.bytes, draft->found[good].stem);
	text_format(words, _(refusals[draft->found[good].state]), file.bytes);
	if (more)
		text_add(words, " ");
	if (more)
		text_format(words,
			ngettext("%lu more beside it is left alone too.",
				"%lu more beside it are left alone too.", more),
			more);
	text_destroy(&file);
}

void draft_add_open(const struct draft *draft, struct text *words)
{
	unsigned long open = draft->open;
	if (open)
		text_format(words,
			ngettext("%lu screening is still open in another window. Was its "
				 "connection lost? The answers are kept, and offered here once "
				 "that window is closed.",
				"%lu screenings are still open in other windows. Was a connection "
				"lost? The answers are kept, and offered here once that window is "
				"closed.",
				open),
			open);
}
