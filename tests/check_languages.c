#include "languages.h"
#include "suite.h"

#include "screener/country.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* Words, and the key that they and what people type for them have in common. */
static const struct key_case {
	const char *words;
	const char *key;
} keys[] = {
	{"", ""},
	{"Romania", "romania"},
	{"Roemenië", "roemenie"},
	{"RUMÄNIEN", "rumanien"},
	{"rumänien", "rumanien"},
	{"rumänien", "rumanien"},
	{"Côte d’Ivoire", "cote d ivoire"},
	{"Côte d'Ivoire", "cote d ivoire"},
	{"  Guinea-Bissau, (the) ", "guinea bissau the"},
	{"...", ""},
	{"Weißrussland", "weissrussland"},
	{"WEIẞRUSSLAND", "weissrussland"},
	{"Færøyene", "faeroyene"},
	{"Łódź", "lodz"},
	{"Đồng", "dong"},
	{"Işık", "isik"},
	{"İstanbul", "istanbul"},
	{"Œuvre", "oeuvre"},
	{"Oʻzbekiston", "o zbekiston"},
	{"O'zbekiston", "o zbekiston"},
	{"Ísland þú", "island thu"},
	{"Ελλάδα", "ελλαδα"},
	{"ΕΛΛΆΣ", "ελλασ"},
	{"Ελλάς", "ελλασ"},
	{"УКРАЇНА", "украіна"},
	{"أفغانستان", "افغانستان"},
	{"افغانســتان", "افغانستان"},
	{"ประเทศไทย", "ประเทศไทย"},
	{"ＲＯ１", "ro1"},
	{"日本", "日本"},
	{"A\xFF"
	 "b\xC3",
		"a b"},
	{"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
		"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"},
};

START_TEST(test_add_key_folds)
{
	struct text key;
	text_init(&key);
	languages_add_key(&key, keys[_i].words);
	ck_assert_str_eq(key.bytes, keys[_i].key);
	text_destroy(&key);
}
END_TEST

START_TEST(test_add_key_adds)
{
	struct text key;
	text_init(&key);
	text_add(&key, "before:");
	languages_add_key(&key, " New  Zealand ");
	ck_assert_str_eq(key.bytes, "before:new zealand");
	text_destroy(&key);
}
END_TEST

static const struct width_case {
	const char *text;
	size_t width;
} widths[] = {
	{"", 0},
	{"Romania", 7},
	{"Roemenië", 8},
	{"Roemenie\u0308", 8},
	{"日本", 4},
	{"a日b", 4},
	{"tab\there", 7},
	{"أفغانستان", 9},
	{"\u200B", 0},
};

START_TEST(test_width_counts_columns)
{
	ck_assert_uint_eq(languages_width(widths[_i].text), widths[_i].width);
}
END_TEST

/* Lines are marked off with |. */
static const struct break_case {
	const char *words;
	size_t width;
	const char *lines;
} breaks[] = {
	{"former minors (ex-ama)", 19, "former minors|(ex-ama)"},
	{"former minors (ex-ama)", 20, "former minors|(ex-ama)"},
	{"an example of e-mail", 15, "an example of|e-mail"},
	{"of a well-known-er", 13, "of a well-|known-er"},
	{"of a caseworker-centred plan", 17, "of a caseworker-|centred plan"},
	{"of a vijf-\u00E9\u00E9n", 11, "of a|vijf-\u00E9\u00E9n"},
	{"of a vijf-\u00E9\u00E9nen", 11, "of a vijf-|\u00E9\u00E9nen"},
	{"ex-ama", 4, "ex-a|ma"},
	{"dates as 2026-11-23", 16, "dates as|2026-11-23"},
	{"", 10, ""},
	{"one two", 10, "one two"},
	{"one two", 7, "one two"},
	{"one two", 6, "one|two"},
	{"one two", 3, "one|two"},
	{"one   two", 4, "one|two"},
	{"one two   ", 7, "one two"},
	{"one\ntwo", 20, "one|two"},
	{"one\n\ntwo", 20, "one||two"},
	{"one two\n", 20, "one two"},
	{"abcdefghij", 4, "abcd|efgh|ij"},
	{"to abcdefghij", 4, "to|abcd|efgh|ij"},
	{"well-known", 6, "well-|known"},
	{"call 088-7464466", 12, "call|088-7464466"},
	{"\"quoted words\"", 9, "\"quoted|words\""},
	{"日本語の文", 4, "日本|語の|文"},
	{"日本語", 5, "日本|語"},
	{"日本", 1, "日|本"},
	{"cafe\u0301cafe\u0301", 4, "cafe\u0301|cafe\u0301"},
	{"Does it? – Yes", 10, "Does it? –|Yes"},
	{"a\u00A0b c", 3, "a\u00A0b|c"},
};

START_TEST(test_break_makes_lines)
{
	struct text lines;
	const char *words = breaks[_i].words;
	text_init(&lines);
	for (size_t shown, next; *words; words += next) {
		if (words > breaks[_i].words)
			text_add(&lines, "|");
		languages_break(words, breaks[_i].width, &shown, &next);
		ck_assert_uint_ge(next, shown);
		ck_assert_uint_gt(next, 0);
		text_add_bytes(&lines, words, shown);
	}
	ck_assert_str_eq(lines.bytes, breaks[_i].lines);
	text_destroy(&lines);
}
END_TEST

START_TEST(test_break_of_nothing)
{
	size_t shown = 1, next = 1;
	languages_break("", 10, &shown, &next);
	ck_assert_uint_eq(shown, 0);
	ck_assert_uint_eq(next, 0);
}
END_TEST

static unsigned find(const char *code)
{
	unsigned country = COUNTRY_COUNT;
	ck_assert(country_find(code, 2, &country));
	return country;
}

/* Starts as the program does in this environment. */
static void start(const char *locale, const char *language)
{
	unsetenv("LANGUAGE");
	unsetenv("LC_MESSAGES");
	unsetenv("LC_CTYPE");
	setenv("LC_ALL", locale, 1);
	languages_start(language, SCREENER_TEST_DATA);
}

static const struct name_case {
	const char *code;
	const char *english;
	const char *dutch;
} names[] = {
	{"RO", "Romania", "Roemenië"},
	{"UA", "Ukraine", "Oekraïne"},
	{"CI", "Côte d'Ivoire", "Ivoorkust"},
	{"BO", "Bolivia", "Bolivia"},
	{"MD", "Moldova", "Moldavië"},
	{"KR", "South Korea", "Zuid-Korea"},
	{"AD", "Andorra", "Andorra"},
	{"ZW", "Zimbabwe", "Zimbabwe"},
	{"XK", "Kosovo", "Kosovo"},
	{"NL", "Netherlands", "Nederland"},
};

START_TEST(test_country_in_english)
{
	start("C.UTF-8", NULL);
	ck_assert_str_eq(languages_country(find(names[_i].code)), names[_i].english);
	ck_assert_str_eq(languages_country_english(find(names[_i].code)), names[_i].english);
}
END_TEST

START_TEST(test_country_in_dutch)
{
	static const char *const locales[] = {"C.UTF-8", "C", "nl_NL.UTF-8", "xx_XX.UTF-8"};
	for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
		start(locales[i], "nl");
		ck_assert_str_eq(languages_country(find(names[_i].code)), names[_i].dutch);
		ck_assert_str_eq(
			languages_country_english(find(names[_i].code)), names[_i].english);
	}
}
END_TEST

START_TEST(test_start_follows_a_locale_that_is_not_installed)
{
	start("nl_NL.UTF-8", NULL);
	ck_assert_str_eq(languages_country(find("RO")), "Roemenië");
	ck_assert(languages_is_utf8());
}
END_TEST

/* Each name stays good while others are looked up. */
START_TEST(test_speak_changes_the_language)
{
	start("C.UTF-8", "nl");
	const char *dutch = languages_country(find("RO"));
	languages_speak("de");
	const char *german = languages_country(find("RO"));
	languages_speak("en");
	const char *english = languages_country(find("RO"));
	languages_speak("nl");
	ck_assert_str_eq(dutch, "Roemenië");
	ck_assert_str_eq(german, "Rumänien");
	ck_assert_str_eq(english, "Romania");
	ck_assert_str_eq(languages_country(find("RO")), "Roemenië");
}
END_TEST

/* Another text domain stands in for the program's own. */
START_TEST(test_text_in_another_language)
{
	start("C.UTF-8", "nl");
	textdomain(LANGUAGES_COUNTRY_DOMAIN);
	ck_assert_str_eq(languages_text_in("de", "Romania"), "Rumänien");
	ck_assert_str_eq(languages_text_in("en", "Romania"), "Romania");
	ck_assert_str_eq(languages_text_in(NULL, "Romania"), "Roemenië");
	ck_assert_str_eq(languages_country(find("RO")), "Roemenië");
}
END_TEST

/* A language that has but the formal name of a country shows that. */
START_TEST(test_country_formal)
{
	start("C.UTF-8", "ar");
	ck_assert_str_eq(languages_country(find("SY")), "الجمهوريّة العربيّة السّوريّة");
	ck_assert_str_eq(languages_country(find("RO")), "رومانيا");
	languages_speak("en");
	ck_assert_str_eq(languages_country(find("SY")), "Syria");
}
END_TEST

START_TEST(test_country_every_name)
{
	start("C.UTF-8", NULL);
	for (unsigned i = 0; i < COUNTRY_COUNT; i++) {
		ck_assert_uint_gt(languages_width(languages_country(i)), 2);
		for (unsigned j = 0; j < i; j++)
			ck_assert_str_ne(languages_country(i), languages_country(j));
	}
}
END_TEST

/* iso-codes' own catalogues stand in for those of a pack. */
START_TEST(test_pack_text_is_translated)
{
	const struct pack pack = {.id = LANGUAGES_COUNTRY_DOMAIN};
	const struct pack other = {.id = "no-such-pack"};
	start("C.UTF-8", "nl");
	languages_start("nl", "/usr/share/locale");
	ck_assert_str_eq(languages_pack_text(&pack, "Romania"), "Roemenië");
	ck_assert_str_eq(languages_pack_text(&other, "Romania"), "Romania");
	ck_assert_str_eq(languages_pack_text(&pack, "Romania"), "Roemenië");
	ck_assert_str_eq(languages_pack_text(&pack, ""), "");
	ck_assert_ptr_null(languages_pack_text(&pack, NULL));
}
END_TEST

static const struct encoding_case {
	const char *words;
	const char *ascii;
} encodings[] = {
	{"plain", "plain"},
	{"Roemenië – Côte d’Ivoire", "Roemenie - Cote d'Ivoire"},
	{"“Straße” Łódź", "\"Strasse\" ?odz"},
	{"Việt", "Viet"},
	{"ﬁ", "fi"},
	{"日本", "??"},
	{"a\xFFz", "a?z"},
};

START_TEST(test_add_encoded_in_ascii)
{
	struct text text;
	text_init(&text);
	start("C", NULL);
	ck_assert(!languages_is_utf8());
	languages_add_encoded(&text, encodings[_i].words);
	ck_assert_str_eq(text.bytes, encodings[_i].ascii);
	text_destroy(&text);
}
END_TEST

START_TEST(test_add_encoded_in_utf8)
{
	struct text text;
	text_init(&text);
	start("C.UTF-8", NULL);
	languages_add_encoded(&text, encodings[_i].words);
	ck_assert_str_eq(text.bytes, encodings[_i].words);
	text_destroy(&text);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

int main(void)
{
	Suite *suite = suite_create("languages");
	TCase *tests = tcase_create("languages");
	tcase_add_loop_test(tests, test_add_key_folds, 0, COUNT(keys));
	tcase_add_test(tests, test_add_key_adds);
	tcase_add_loop_test(tests, test_width_counts_columns, 0, COUNT(widths));
	tcase_add_loop_test(tests, test_break_makes_lines, 0, COUNT(breaks));
	tcase_add_test(tests, test_break_of_nothing);
	tcase_add_loop_test(tests, test_country_in_english, 0, COUNT(names));
	tcase_add_test(tests, test_country_formal);
	tcase_add_loop_test(tests, test_country_in_dutch, 0, COUNT(names));
	tcase_add_test(tests, test_start_follows_a_locale_that_is_not_installed);
	tcase_add_test(tests, test_speak_changes_the_language);
	tcase_add_test(tests, test_text_in_another_language);
	tcase_add_test(tests, test_country_every_name);
	tcase_add_test(tests, test_pack_text_is_translated);
	tcase_add_loop_test(tests, test_add_encoded_in_ascii, 0, COUNT(encodings));
	tcase_add_loop_test(tests, test_add_encoded_in_utf8, 0, COUNT(encodings));
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
