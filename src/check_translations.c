#include "check_pack.h"

#include "gettext.h"

static void say_missing(
	const struct checked *checked, const struct translation *translation, size_t texts)
{
	if (!translation->missing)
		return;
	check_pack_add(checked, FINDING_UNTRANSLATED, translation->first_missing.place,
		/* TRANSLATORS: a language's code, as in "nl", and two numbers; the place of the
		 * text is shown with it */
		ngettext("translation into %s: %zu of %zu texts is missing, this one",
			"translation into %s: %zu of %zu texts are missing, this one first",
			translation->missing),
		translation->language, translation->missing, texts);
}

static void say_unused(const struct checked *checked, const struct translation *translation)
{
	const struct place place = {.file = checked->pack->files[0].path};
	if (!translation->unused)
		return;
	check_pack_add(checked, FINDING_TRANSLATION_UNUSED, place,
		/* TRANSLATORS: a language's code, as in "nl", and a number */
		ngettext("translation into %s: %zu text is not in the rules any more",
			"translation into %s: %zu texts are not in the rules any more",
			translation->unused),
		translation->language, translation->unused);
}

void check_pack_translations(
	const struct checked *checked, const struct translation_list *translations)
{
	for (size_t i = 0; i < translations->count; i++) {
		say_missing(checked, &translations->items[i], translations->texts);
		say_unused(checked, &translations->items[i]);
	}
}
