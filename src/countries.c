#include "languages.h"

#include "country_names.h"

#include <string.h>

/* Not in iso-codes, so translated with the program's own texts. */
static const char kosovo[] = N_("Kosovo");

static const char *formal_name(const char *formal, const char *otherwise)
{
	const char *found = dgettext(LANGUAGES_COUNTRY_DOMAIN, formal);
	return found == formal ? otherwise : found;
}

const char *languages_country(unsigned country)
{
	const char *name = country_names[country], *formal = country_formal_names[country];
	if (strcmp(country_code(country), "XK") == 0)
		return _(kosovo);
	const char *found = dgettext(LANGUAGES_COUNTRY_DOMAIN, name);
	/* Some languages have but the formal one: better that than an English one. */
	return found == name && formal ? formal_name(formal, name) : found;
}

const char *languages_country_english(unsigned country)
{
	return country_names[country];
}
