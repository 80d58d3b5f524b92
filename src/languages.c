#include "languages.h"

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * glibc's counter of changes that make what gettext has looked up so far out of date. Raising it
 * after LANGUAGE was changed is what the GNU gettext manual, "Changing the language at run time",
 * asks for; there is no header that declares it.
 */
extern int _nl_msg_cat_cntr;

/* gettext's own bindings are the process's; these two say what was bound. */
static char catalogue_folder[4096];
static char bound_pack[64];
static bool month_first;

void languages_speak(const char *language)
{
	setenv("LANGUAGE", language, 1);
	/* The plain C locale is never translated, whatever LANGUAGE says. */
	const char *locale = setlocale(LC_MESSAGES, NULL);
	if (!locale || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
		setlocale(LC_MESSAGES, "C.UTF-8");
	_nl_msg_cat_cntr++;
}

/* The locale that the environment asks for. */
static const char *wanted_locale(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
		const char *value = getenv(variables[i]);
		if (value && *value)
			return value;
	}
	return "C";
}

/*
 * Where the locale asked for is not installed, as on a machine reached over SSH, UTF-8 and the
 * language can be had all the same.
 */
static void do_without_locale(void)
{
	const char *wanted = wanted_locale();
	const char *language = getenv("LANGUAGE");
	if (!strcasestr(wanted, "UTF-8") && !strcasestr(wanted, "UTF8"))
		return;
	setlocale(LC_CTYPE, "C.UTF-8");
	setlocale(LC_MESSAGES, "C.UTF-8");
	if (!language || !*language)
		languages_speak(wanted);
}

static void bind(const char *domain, const char *folder)
{
	bindtextdomain(domain, folder);
	bind_textdomain_codeset(domain, "UTF-8");
}

/*
 * Of the locales that glibc 2.36 has with the month first in D_FMT, those where people do write so.
 * By name: the category is not loaded, and need not be installed.
 */
static bool is_month_first(const char *locale)
{
	static const char *const names[] = {"en_US", "chr_US", "fil", "tl"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		size_t length = strlen(names[i]);
		if (strncmp(locale, names[i], length) == 0 &&
			!isalpha((unsigned char)locale[length]))
			return true;
	}
	return false;
}

/* The locale whose dates are used. A language that was chosen without a country, and is the one of
 * the locale for dates as well, leaves it to that. */
static const char *dates_locale(const char *language)
{
	static const char *const variables[] = {"LC_ALL", "LC_TIME", "LANG"};
	const char *locale = "";
	for (size_t i = 0; i < sizeof variables / sizeof variables[0] && !*locale; i++) {
		const char *value = getenv(variables[i]);
		locale = value ? value : "";
	}
	if (!language || !*language)
		return locale;
	size_t length = strcspn(language, ":_.@");
	bool same = language[length] != '_' && strncmp(language, locale, length) == 0 &&
		    !isalpha((unsigned char)locale[length]);
	return same ? locale : language;
}

void languages_start(const char *language, const char *catalogues)
{
	/* Of each category glibc opens a file before the first question can be painted, and these
	 * two are all that is needed. */
	if (!setlocale(LC_CTYPE, "") || !setlocale(LC_MESSAGES, ""))
		do_without_locale();
	if (language)
		languages_speak(language);
	month_first = is_month_first(dates_locale(language));
	snprintf(catalogue_folder, sizeof catalogue_folder, "%s", catalogues);
	bound_pack[0] = '\0';
	bind("iom-screener", catalogues);
	bind(LANGUAGES_COUNTRY_DOMAIN, SCREENER_ISO_LOCALES);
	textdomain("iom-screener");
}

const char *languages_text_in(const char *language, const char *text)
{
	char before[64];
	const char *shown = getenv("LANGUAGE");
	if (!language)
		return _(text);
	snprintf(before, sizeof before, "%s", shown ? shown : "");
	languages_speak(language);
	const char *found = _(text);
	languages_speak(before);
	return found;
}

const char *languages_catalogues(void)
{
	return catalogue_folder;
}

bool languages_month_first(void)
{
	return month_first;
}

bool languages_is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

const char *languages_pack_text(const struct pack *pack, const char *text)
{
	/* The empty text is where a catalogue keeps its header. */
	if (!text || !*text)
		return text;
	if (strcmp(bound_pack, pack->id) != 0) {
		snprintf(bound_pack, sizeof bound_pack, "%s", pack->id);
		bind(pack->id, catalogue_folder);
	}
	return dgettext(pack->id, text);
}
