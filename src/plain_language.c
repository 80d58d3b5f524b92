/* The client's language, line by line. */
#include "plain_private.h"

#include "country_search.h"
#include "language_list.h"
#include "languages.h"
#include "speakers.h"

/* TRANSLATORS: typed for no language of the client's; the English word works too. */
static const char none[] = N_("none");

static void say_language(struct plain *plain, const struct language *language)
{
	if (language->reviewed)
		/* TRANSLATORS: a language's code, its name in itself, and in yours. */
		plain_say(plain, _("%s: %s (%s)"), language->code, language_own_name(language),
			language_name(language));
	else
		/* TRANSLATORS: the same, where no native speaker has reviewed the translation. */
		plain_say(plain, _("%s: %s (%s), not yet reviewed"), language->code,
			language_own_name(language), language_name(language));
}

static void say_list(struct plain *plain, struct language_list *list)
{
	language_list_review(list, interview_pack(plain->interview), languages_catalogues());
	for (size_t i = 0; i < list->count; i++)
		if (!language_is_shown(&list->items[i]))
			say_language(plain, &list->items[i]);
	/* TRANSLATORS: "language ro" and "language none" are typed. */
	plain_say(plain, _("Type \"language\" and one of these words, as in \"language ro\", for "
			   "texts in the client's language too; or \"language none\"."));
}

/* By its code, or its name in itself or in the staff's language. */
static const struct language *find(const struct language_list *list, const char *words)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct language *language = &list->items[i];
		if (plain_matches(words, language->code) ||
			plain_matches(words, language_own_name(language)) ||
			plain_matches(words, language_name(language)))
			return language;
	}
	return NULL;
}

/* Countries are listed and found by their names in the languages shown. */
static enum plain_course choose(struct plain *plain, const struct language *language)
{
	bool second = language && !language_is_shown(language);
	country_search_free(plain->search);
	plain->search = NULL;
	plain->country_count = 0;
	speakers_choose(second ? language->code : NULL);
	return PLAIN_ASK;
}

enum plain_course plain_run_language(struct plain *plain, const char *argument)
{
	struct language_list list;
	enum plain_course course = PLAIN_READ;
	language_list_init(&list, languages_catalogues());
	const struct language *language = find(&list, argument);
	if (language || plain_is_word(argument, none)) {
		course = choose(plain, language);
	} else {
		if (*argument)
			plain_say(plain, _("There is no such language here."));
		say_list(plain, &list);
	}
	language_list_destroy(&list);
	return course;
}
