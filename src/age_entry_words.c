#include "age_entry.h"

#include "languages.h"
#include "wording.h"

const char *age_entry_example(void)
{
	return languages_month_first() ? "11-23-2008" : "23-11-2008";
}

void age_entry_add_order(struct text *text, const struct age_entry *entry)
{
	if (entry->day)
		/* TRANSLATORS: of a date in numbers that was typed, such as 23-11-2008. */
		text_format(text, _("Read as day %d, month %d."), entry->day, entry->month);
}

_Static_assert(PACK_AGE_LIMIT == 120, "a sentence below says the limit");

/* Of each, the first %s is what was typed, the second a date of birth. */
static const char *const sentences[AGE_ENTRY_FAULT_COUNT] = {
	[AGE_ENTRY_NO_AGE] = N_("\"%s\" is no age. Type years, as in 17, or a date of birth, as in "
				"%s."),
	[AGE_ENTRY_LIMIT] = N_("\"%s\" is above the highest age. Type 120 years or fewer, or a "
			       "date of birth, as in %s."),
	[AGE_ENTRY_RANGE] = N_("\"%s\" has no age in it. Type the lower age first, as in 16-17."),
	[AGE_ENTRY_DATE] = N_("\"%s\" is no day of the calendar. Type a date of birth as in %s, or "
			      "only the year."),
	[AGE_ENTRY_FUTURE] = N_("\"%s\" has yet to come. Type a date of birth before the day of "
				"the screening, as in %s."),
	[AGE_ENTRY_SHORT_YEAR] = N_("\"%s\" has a short year. Type all four digits, as in %s."),
};

void age_entry_add_fault(struct text *text, enum age_entry_fault fault, const char *words)
{
	struct text shown;
	if (!sentences[fault])
		return;
	text_init(&shown);
	wording_add_entry(&shown, words);
	text_format(text, _(sentences[fault]), shown.bytes, age_entry_example());
	text_destroy(&shown);
}
