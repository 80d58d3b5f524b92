#include "fonts.h"

#include <stdio.h>

/* Scripts by the names that people know, and the Debian 12 package that has a font for each. */
static const struct script {
	GUnicodeScript script;
	const char *name;
	const char *package;
} scripts[] = {
	{G_UNICODE_SCRIPT_LATIN, "Latin", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_CYRILLIC, "Cyrillic", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_GREEK, "Greek", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_ARABIC, "Arabic", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_HEBREW, "Hebrew", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_ETHIOPIC, "Ethiopic", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_DEVANAGARI, "Devanagari", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_THAI, "Thai", "fonts-noto-core"},
	{G_UNICODE_SCRIPT_HAN, "Chinese", "fonts-noto-cjk"},
	{G_UNICODE_SCRIPT_BOPOMOFO, "Chinese", "fonts-noto-cjk"},
	{G_UNICODE_SCRIPT_HIRAGANA, "Japanese", "fonts-noto-cjk"},
	{G_UNICODE_SCRIPT_KATAKANA, "Japanese", "fonts-noto-cjk"},
	{G_UNICODE_SCRIPT_HANGUL, "Korean", "fonts-noto-cjk"},
};

bool fonts_are_there(const struct copy *copy)
{
	PangoFontFamily **families;
	int count;
	pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
	g_free(families);
	if (count == 0) {
		const struct missing missing = {copy->language, 'a'};
		fonts_say(&missing);
	}
	return count > 0;
}

/* Ours, such as bullets and dashes, are in any font. */
bool fonts_miss(const struct setting *setting, struct missing *missing)
{
	for (size_t i = 0; i < setting->copy->count; i++) {
		const struct row *row = &setting->rows[i];
		for (size_t j = 0; j < row->count; j++) {
			gunichar unknown = type_find_unknown(&row->cells[j].lines);
			if (!unknown)
				continue;
			missing->language = row->cells[j].second ? setting->copy->second_language
								 : setting->copy->language;
			missing->character = unknown;
			return true;
		}
	}
	return false;
}

/* ISO 15924 has four letters for each script. */
static void say_unnamed(const struct missing *missing, GUnicodeScript script)
{
	guint32 code = g_unicode_script_to_iso15924(script);
	printf("%s %c%c%c%c fonts-noto-core\n", missing->language, (int)(code >> 24),
		(int)(code >> 16 & 0xff), (int)(code >> 8 & 0xff), (int)(code & 0xff));
}

void fonts_say(const struct missing *missing)
{
	GUnicodeScript script = g_unichar_get_script(missing->character);
	for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
		if (scripts[i].script != script)
			continue;
		printf("%s %s %s\n", missing->language, scripts[i].name, scripts[i].package);
		return;
	}
	say_unnamed(missing, script);
}
