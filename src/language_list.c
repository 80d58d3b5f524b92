#include "language_list.h"

#include "catalogue.h"
#include "languages.h"

#include "screener/memory.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The gettext domain of iso-codes that has the languages' names. */
#define NAMES_DOMAIN "iso_639-3"

/* Own names as the Unicode CLDR has them, English ones as iso-codes, by which gettext finds the
 * others. What a client may read, and neighbours of it. */
static const struct {
	const char *code;
	const char *own;
	const char *english;
} names[] = {
	{"am", "አማርኛ", "Amharic"},
	{"ar", "العربية", "Arabic"},
	{"bg", "Български", "Bulgarian"},
	{"bn", "বাংলা", "Bengali"},
	{"ckb", "کوردیی ناوەندی", "Central Kurdish"},
	{"cs", "Čeština", "Czech"},
	{"de", "Deutsch", "German"},
	{"en", "English", "English"},
	{"es", "Español", "Spanish"},
	{"fa", "فارسی", "Persian"},
	{"fr", "Français", "French"},
	{"hi", "हिन्दी", "Hindi"},
	{"hr", "Hrvatski", "Croatian"},
	{"hu", "Magyar", "Hungarian"},
	{"hy", "Հայերեն", "Armenian"},
	{"id", "Bahasa Indonesia", "Indonesian"},
	{"it", "Italiano", "Italian"},
	{"ka", "ქართული", "Georgian"},
	{"lt", "Lietuvių", "Lithuanian"},
	{"lv", "Latviešu", "Latvian"},
	{"nl", "Nederlands", "Dutch"},
	{"pl", "Polski", "Polish"},
	{"pt", "Português", "Portuguese"},
	{"ro", "Română", "Romanian"},
	{"ru", "Русский", "Russian"},
	{"sk", "Slovenčina", "Slovak"},
	{"so", "Soomaali", "Somali"},
	{"sq", "Shqip", "Albanian"},
	{"sr", "Српски", "Serbian"},
	{"th", "ไทย", "Thai"},
	{"ti", "ትግርኛ", "Tigrinya"},
	{"tl", "Tagalog", "Tagalog"},
	{"tr", "Türkçe", "Turkish"},
	{"uk", "Українська", "Ukrainian"},
	{"ur", "اردو", "Urdu"},
	{"vi", "Tiếng Việt", "Vietnamese"},
	{"zh_CN", "简体中文", "Chinese"},
};

enum { NAMES = sizeof names / sizeof names[0] };

/* The header of a catalogue says it; one that says nothing was not reviewed. */
static bool is_reviewed(const char *path)
{
	static const char field[] = "X-Reviewed-by-native-speaker: yes";
	struct catalogue catalogue = {0};
	if (!catalogue_read(&catalogue, path))
		return false;
	const char *header = catalogue_find(&catalogue, "");
	bool reviewed = header && strstr(header, field);
	catalogue_destroy(&catalogue);
	return reviewed;
}

/* Returns whether there is such a catalogue, and makes its path. */
static bool has_catalogue(
	struct text *path, const char *catalogues, const char *code, const char *domain)
{
	text_clear(path);
	text_format(path, "%s/%s/LC_MESSAGES/%s.mo", catalogues, code, domain);
	return access(path->bytes, R_OK) == 0;
}

static void add(struct language_list *list, const char *code)
{
	list->items = memory_grow(list->items, list->count + 1, sizeof *list->items);
	struct language *language = &list->items[list->count++];
	*language = (struct language){.reviewed = false};
	snprintf(language->code, sizeof language->code, "%s", code);
}

static void look(struct language_list *list, const char *catalogues, const char *code)
{
	struct text path;
	text_init(&path);
	if (strlen(code) < sizeof list->items[0].code && strcmp(code, "en") != 0 &&
		has_catalogue(&path, catalogues, code, "iom-screener"))
		add(list, code);
	text_destroy(&path);
}

/* Texts that are shown as they were written need no review. */
void language_review(struct language *language, const struct pack *pack, const char *catalogues)
{
	const char *const domains[] = {"iom-screener", pack->id};
	struct text path;
	text_init(&path);
	language->reviewed = true;
	for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++)
		if (has_catalogue(&path, catalogues, language->code, domains[i]))
			language->reviewed = language->reviewed && is_reviewed(path.bytes);
	text_destroy(&path);
}

void language_list_review(
	struct language_list *list, const struct pack *pack, const char *catalogues)
{
	for (size_t i = 0; i < list->count; i++)
		language_review(&list->items[i], pack, catalogues);
}

static int compare(const void *left, const void *right)
{
	const struct language *a = left, *b = right;
	struct text one, other;
	text_init(&one);
	text_init(&other);
	languages_add_key(&one, language_own_name(a));
	languages_add_key(&other, language_own_name(b));
	int order = strcmp(one.bytes, other.bytes);
	text_destroy(&one);
	text_destroy(&other);
	return order;
}

void language_list_init(struct language_list *list, const char *catalogues)
{
	struct dirent **found;
	*list = (struct language_list){0};
	int count = scandir(catalogues, &found, NULL, NULL);
	for (int i = 0; i < count; i++) {
		if (found[i]->d_name[0] != '.')
			look(list, catalogues, found[i]->d_name);
		free(found[i]);
	}
	if (count >= 0)
		free(found);
	add(list, "en");
	qsort(list->items, list->count, sizeof *list->items, compare);
}

void language_list_destroy(struct language_list *list)
{
	free(list->items);
	*list = (struct language_list){0};
}

static const struct language *find_first(
	const struct language_list *list, const char *code, size_t length)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct language *language = &list->items[i];
		if (strlen(language->code) == length && strncmp(language->code, code, length) == 0)
			return language;
	}
	return NULL;
}

const struct language *language_list_find(const struct language_list *list, const char *code)
{
	const struct language *found = find_first(list, code, strcspn(code, ".@"));
	return found ? found : find_first(list, code, strcspn(code, "_.@"));
}

/* Its place in the table, or NAMES. */
static size_t find_names(const struct language *language)
{
	size_t i = 0;
	while (i < NAMES && strcmp(names[i].code, language->code) != 0)
		i++;
	return i;
}

const char *language_own_name(const struct language *language)
{
	size_t found = find_names(language);
	return found < NAMES ? names[found].own : language->code;
}

const char *language_name(const struct language *language)
{
	static bool bound;
	size_t found = find_names(language);
	if (!bound) {
		bindtextdomain(NAMES_DOMAIN, SCREENER_ISO_LOCALES);
		bind_textdomain_codeset(NAMES_DOMAIN, "UTF-8");
		bound = true;
	}
	return found < NAMES ? dgettext(NAMES_DOMAIN, names[found].english) : language->code;
}

bool language_is_shown(const struct language *language)
{
	struct text shown;
	text_init(&shown);
	languages_add_shown(&shown, "en");
	bool is = strcmp(shown.bytes, language->code) == 0;
	text_destroy(&shown);
	return is;
}

bool language_list_refuse(const struct language_list *list, const char *code, struct error *error)
{
	struct text known;
	text_init(&known);
	for (size_t i = 0; i < list->count; i++)
		text_format(&known, i ? ", %s (%s)" : "%s (%s)", list->items[i].code,
			language_own_name(&list->items[i]));
	error_set(error, ERROR_USAGE, _("there are no texts in the language \"%s\"; there are: %s"),
		code, known.bytes);
	text_destroy(&known);
	return false;
}
