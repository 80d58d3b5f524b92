#include "voice.h"

#include <stddef.h>

/* What fonts ask for between lines differs more than what their letters need: for Latin letters in
 * Noto it is room for towers of accents. */
static const struct habit {
	PangoScript script;
	double pitch;
	bool right_to_left;
} habits[] = {
	{PANGO_SCRIPT_LATIN, 1.22, false},
	{PANGO_SCRIPT_CYRILLIC, 1.22, false},
	{PANGO_SCRIPT_GREEK, 1.22, false},
	{PANGO_SCRIPT_ARMENIAN, 1.22, false},
	{PANGO_SCRIPT_GEORGIAN, 1.22, false},
	{PANGO_SCRIPT_ETHIOPIC, 1.3, false},
	{PANGO_SCRIPT_HAN, 1.35, false},
	{PANGO_SCRIPT_HANGUL, 1.35, false},
	{PANGO_SCRIPT_HEBREW, 1.25, true},
	{PANGO_SCRIPT_ARABIC, 1.45, true},
	{PANGO_SCRIPT_SYRIAC, 1.5, true},
	{PANGO_SCRIPT_THAANA, 1.5, true},
	{PANGO_SCRIPT_NKO, 1.5, true},
};

/* For all others: those of India and beyond have signs above and below their letters. */
static const struct habit other = {PANGO_SCRIPT_COMMON, 1.6, false};

static const struct habit *find_habit(PangoLanguage *language)
{
	int count;
	const PangoScript *own = pango_language_get_scripts(language, &count);
	if (count == 0)
		return &habits[0];
	for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++)
		if (habits[i].script == own[0])
			return &habits[i];
	return &other;
}

void voice_init(struct voice *voice, cairo_t *cairo, const char *language)
{
	voice->context = pango_cairo_create_context(cairo);
	voice->language = pango_language_from_string(language);
	const struct habit *habit = find_habit(voice->language);
	voice->right_to_left = habit->right_to_left;
	voice->pitch = habit->pitch;
	pango_context_set_language(voice->context, voice->language);
	pango_context_set_base_dir(
		voice->context, habit->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
	pango_context_set_round_glyph_positions(voice->context, FALSE);
}

void voice_destroy(struct voice *voice)
{
	g_object_unref(voice->context);
}
