#include "languages.h"

#include "country_names.h"

#include <string.h>

/* Not in iso-codes, so translated with the program's own texts. */
static const char kosovo[] = N_("Kosovo");

const char *languages_country(unsigned country)
{
	const char *name = country_names[country];
	if (strcmp(country_code(country), "XK") == 0)
		return _(kosovo);
	return dgettext(LANGUAGES_COUNTRY_DOMAIN, name);
}

const char *languages_country_english(unsigned country)
{
	return country_names[country];
}
