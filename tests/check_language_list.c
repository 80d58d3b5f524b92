/* The languages that there are texts in, and who speaks which. */
#include "folder.h"
#include "language_list.h"
#include "languages.h"
#include "speakers.h"
#include "suite.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct pack pack = {.id = "small"};

/* Compiles a catalogue with this header in LANGUAGE/LC_MESSAGES/DOMAIN.mo. */
static void make(const char *language, const char *domain, const char *reviewed)
{
	char command[512];
	snprintf(command, sizeof command,
		"mkdir -p %s/LC_MESSAGES && printf 'msgid \"\"\\nmsgstr \"Language: %s\\\\n"
		"Content-Type: text/plain; charset=UTF-8\\\\nX-Reviewed-by-native-speaker: "
		"%s\\\\n\"\\n' | msgfmt -o %s/LC_MESSAGES/%s.mo -",
		language, language, reviewed, language, domain);
	ck_assert_int_eq(system(command), 0);
}

static void add_codes(struct text *codes, const struct language_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		text_format(
			codes, "%s%s ", list->items[i].code, list->items[i].reviewed ? "" : "?");
}

static void check_codes(const char *expected)
{
	struct language_list list;
	struct text codes;
	text_init(&codes);
	language_list_init(&list, ".");
	language_list_review(&list, &pack, ".");
	add_codes(&codes, &list);
	ck_assert_str_eq(codes.bytes, expected);
	text_destroy(&codes);
	language_list_destroy(&list);
}

/* In the order of their own names: English, Nederlands, Română, Українська; those of the pack
 * alone, and of no language that anybody knows, included or not. */
START_TEST(test_language_list)
{
	folder_begin();
	check_codes("en ");
	make("nl", "iom-screener", "yes");
	make("uk", "iom-screener", "no");
	make("ro", "iom-screener", "yes");
	make("ro", "small", "no");
	make("pl", "small", "yes");
	make("xx", "iom-screener", "perhaps");
	check_codes("en nl ro? xx? uk? ");
	make("ro", "small", "yes");
	check_codes("en nl ro xx? uk? ");
	folder_end();
}
END_TEST

START_TEST(test_language_list_find)
{
	static const struct {
		const char *asked;
		const char *found;
	} cases[] = {{"nl", "nl"}, {"nl_NL.UTF-8", "nl"}, {"nl_BE", "nl"}, {"en_GB", "en"},
		{"zh_CN", "zh_CN"}, {"zh", NULL}, {"", NULL}, {"n", NULL}, {"nld", NULL}};
	struct language_list list;
	folder_begin();
	make("nl", "iom-screener", "no");
	make("zh_CN", "iom-screener", "no");
	language_list_init(&list, ".");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct language *found = language_list_find(&list, cases[i].asked);
		ck_assert_pstr_eq(found ? found->code : NULL, cases[i].found);
	}
	language_list_destroy(&list);
	folder_end();
}
END_TEST

START_TEST(test_language_names)
{
	const struct language romanian = {.code = "ro"}, unknown = {.code = "xx"};
	languages_start("nl", SCREENER_CATALOGUES);
	ck_assert_str_eq(language_own_name(&romanian), "Română");
	ck_assert_str_eq(language_name(&romanian), "Roemeens");
	ck_assert_str_eq(language_own_name(&unknown), "xx");
	ck_assert_str_eq(language_name(&unknown), "xx");
	ck_assert(!language_is_shown(&romanian));
	languages_speak("ro");
	ck_assert(language_is_shown(&romanian));
}
END_TEST

/* In any locale, and without one of either language. */
START_TEST(test_speakers)
{
	static const char *const locales[] = {"C.UTF-8", "C", "nl_NL.UTF-8", "POSIX"};
	setenv("LC_ALL", locales[_i], 1);
	unsetenv("LANGUAGE");
	languages_start("nl", SCREENER_CATALOGUES);
	ck_assert_int_eq(speakers_turn(SPEAKER_CLIENT), SPEAKER_STAFF);
	ck_assert_str_eq(_("Yes"), "Ja");
	speakers_choose("en");
	for (int turn = 0; turn < 3; turn++) {
		speakers_turn(SPEAKER_CLIENT);
		ck_assert_str_eq(_("Yes"), "Yes");
		ck_assert_str_eq(languages_country(COUNTRY_COUNT - 1), "Zimbabwe");
		ck_assert_int_eq(speakers_turn(SPEAKER_STAFF), SPEAKER_CLIENT);
		ck_assert_str_eq(_("Yes"), "Ja");
	}
	speakers_choose("ro");
	speakers_turn(SPEAKER_CLIENT);
	ck_assert_str_eq(_("Yes"), "Da");
	speakers_choose(NULL);
	ck_assert_str_eq(_("Yes"), "Ja");
	ck_assert_ptr_null(speakers_client());
}
END_TEST

START_TEST(test_speakers_shown)
{
	enum speaker shown[SPEAKER_COUNT];
	speakers_show(SPEAKERS_CLIENT);
	ck_assert_int_eq(speakers_view(), SPEAKERS_STAFF);
	speakers_choose("nl");
	ck_assert_uint_eq(speakers_shown(shown), 2);
	ck_assert_int_eq(shown[1], SPEAKER_CLIENT);
	speakers_show(SPEAKERS_CLIENT);
	ck_assert_uint_eq(speakers_shown(shown), 1);
	ck_assert_int_eq(shown[0], SPEAKER_CLIENT);
	speakers_choose(NULL);
	ck_assert_uint_eq(speakers_shown(shown), 1);
	ck_assert_int_eq(shown[0], SPEAKER_STAFF);
}
END_TEST

static Suite *list_suite(void)
{
	Suite *suite = suite_create("language_list");
	TCase *cases = tcase_create("languages");
	tcase_add_test(cases, test_language_list);
	tcase_add_test(cases, test_language_list_find);
	tcase_add_test(cases, test_language_names);
	tcase_add_loop_test(cases, test_speakers, 0, 4);
	tcase_add_test(cases, test_speakers_shown);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(list_suite());
}
