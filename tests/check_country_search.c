#include "country_search.h"
#include "languages.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static struct country_search *search;
static struct country_found found[COUNTRY_COUNT];

static void start_in(const char *language)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start(language, "/nowhere");
	search = country_search_new(NULL);
}

static void start_in_english(void)
{
	start_in("en");
}

static void start_in_dutch(void)
{
	start_in("nl");
}

static void tear_down(void)
{
	country_search_free(search);
}

static bool has_found(const char *code, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(country_code(found[i].country), code) == 0)
			return true;
	return false;
}

/* Whether what is found begins with these codes ("NE NG"), in this order. */
static void check_first(const char *typed, const char *codes)
{
	size_t count = country_search_find(search, typed, found);
	for (size_t i = 0; i < (strlen(codes) + 1) / 3; i++) {
		ck_assert_msg(i < count, "\"%s\" finds only %zu", typed, count);
		ck_assert_msg(strncmp(country_code(found[i].country), codes + 3 * i, 2) == 0,
			"\"%s\" finds %s as number %zu", typed, country_code(found[i].country),
			i + 1);
	}
}

/* Each row: what is typed, and the codes of the first countries found. */
static const struct {
	const char *typed;
	const char *first;
} english[] = {
	{"Romania", "RO"}, {"romania", "RO"}, {"ROMANIA", "RO"}, {"rom", "RO"}, {"ro", "RO"},
	{"ua", "UA"}, {"xk", "XK"}, {"cote d'ivoire", "CI"}, {"cote d", "CI"}, {"curacao", "CW"},
	{"Curaçao", "CW"}, {"aland", "AX"}, {"Åla", "AX"}, {"turkey", "TR"}, {"turkiye", "TR"},
	{"ivory", "CI"}, {"burma", "MM"}, {"north korea", "KP"}, {"korea north", "KP"},
	{"south korea", "KR"}, {"  niger  ", "NE NG"}, {"nig", "NE NG"}, {"guinea-bissau", "GW"},
	{"new guinea", "PG"}, {"verde", "CV"},
	{"man", "IM KY"}, /* a word, and the first of those with it inside */
	{"Romenia", "RO"}, {"Roemenie", "RO"}, {"Rumänien", "RO"}, {"rou", "RO"}, {"ROU", "RO"},
	{"Roumanie", "RO"}, {"România", "RO"}, {"rumania", "RO"}, {"Румыния", "RO"},
	{"holland", "NL"}, {"congo", "CG CD"}, {"drc", "CD"}, {"kosovo", "XK"}, {"xkx", "XK"},
	{"england", "GB"}, {"great britain", "GB"}, {"uk", "GB"}, {"U.K.", "GB"}, {"usa", "US"},
	{"U.S.A.", "US"}, {"america", "US"}, {"niger", "NE NG"}, {"guinea", "GN GW"},
	{"korea", "KP KR"}, {"sudan", "SD SS"}, {"ireland", "IE GB"}, {"india", "IN IO"},
	{"dominica", "DM DO"}, {"samoa", "WS AS"}, {"birma", "MM"}, {"ivoorkust", "CI"},
	{"engeland", "GB"}, {"tsjechie", "CZ"}, {"noord-macedonie", "MK"}, {"swaziland", "SZ"},
	{"cape verde", "CV"}, {"east timor", "TL"}, {"palestina", "PS"}, {"palestine", "PS"},
	{"zuid-korea", "KR"}, {"soedan", "SD"}, {"somaliland", "SO"}, {"the gambia", "GM"},
	{"syria", "SY"}, {"Syrian Arab Republic", "SY"}, {"Iran, Islamic Republic of", "IR"},
	{"democratic republic of the congo", "CD"}, {"virgin islands", "VG VI"}, {"Україна", "UA"},
	{"украина", "UA"}, {"العربية السورية", "SY"}, {"سوريا", "SY"}, {"تركيا", "TR"},
	{"ترکیه", "TR"}, {"ايران", "IR"}, {"ایران", "IR"},
	{"ايتاليا", "IT"}, /* Persian on an Arabic keyboard */
	{"中国", "CN"}, {"ኤርትራ", "ER"}, {"Shqipëri", "AL"}, {"Polska", "PL"}, {"Việt Nam", "VN"},
	{"island", "IS"}, /* the German name, and only then the islands */
};

/* What is typed of a name with an error in it, while the name is not typed to its end. */
static const struct {
	const char *typed;
	const char *first;
} misspelt[] = {
	{"romeni", "RO"},
	{"romen", "RO"},
	{"rome", "RO"},
	{"romaniax", "RO"},
	{"afganis", "AF"},
	{"new zaeland", "NZ"},
	{"norht korea", "KP"},
	{"northkorea", "KP"},
	{"korea sotuh", "KR"},
	{"untied kingdom", "GB"},
	{"engelnad", "GB"},
	{"ivorry coast", "CI"},
	{"Молдоа", "MD"},
	{"phillipines", "PH"},
	{"phillipi", "PH"},
	{"marroko", "MA"},
};

START_TEST(test_country_search_find_misspelt)
{
	check_first(misspelt[_i].typed, misspelt[_i].first);
	ck_assert(country_found_nearly(&found[0]));
}
END_TEST

/* What fits is never said to be nearly so, and errors are forgiven in no short word. */
START_TEST(test_country_search_find_not_misspelt)
{
	check_first("iran", "IR IQ");
	ck_assert(!country_found_nearly(&found[0]));
	ck_assert(country_found_nearly(&found[1]));
	check_first("Rumänien", "RO");
	ck_assert(!country_found_nearly(&found[0]));
	ck_assert_uint_eq(country_search_find(search, "omx", found), 0);
}
END_TEST

/* How well a name fits, where it decides what comes before what. */
START_TEST(test_country_search_find_fit)
{
	static const struct {
		const char *typed;
		enum country_fit fit;
	} fits[] = {
		{"ro", COUNTRY_FIT_CODE},
		{"rou", COUNTRY_FIT_CODE},
		{"the democratic republic of the congo", COUNTRY_FIT_WHOLE},
		{"state of palestine", COUNTRY_FIT_WHOLE},
		{"falkland islands", COUNTRY_FIT_WHOLE},
		{"roumanie", COUNTRY_FIT_FOREIGN},
		{"romani", COUNTRY_FIT_BEGINNING},
		{"arabia", COUNTRY_FIT_WORD},
		{"omani", COUNTRY_FIT_INSIDE},
		{"king uni", COUNTRY_FIT_WORDS},
		{"phillipines", COUNTRY_FIT_NEAR},
		{"ormania", COUNTRY_FIT_NEAR},
		{"phillipi", COUNTRY_FIT_NEAR_BEGINNING},
		{"aarbia", COUNTRY_FIT_NEAR_WORD},
		{"knig united", COUNTRY_FIT_NEAR_WORDS},
		{"ruman", COUNTRY_FIT_NEAR_BEGINNING},
		{"rumä", COUNTRY_FIT_NEAR_BEGINNING},
		{"rum", COUNTRY_FIT_FOREIGN_BEGINNING},
		{"السورية", COUNTRY_FIT_FOREIGN_PART},
		{"rumämien", COUNTRY_FIT_FOREIGN_NEAR},
	};
	for (size_t i = 0; i < sizeof fits / sizeof fits[0]; i++) {
		ck_assert_uint_ge(country_search_find(search, fits[i].typed, found), 1);
		ck_assert_msg(found[0].fit == fits[i].fit, "\"%s\" fits as %d", fits[i].typed,
			found[0].fit);
	}
}
END_TEST

/* The name by which a country was found, where it is another than those on its line. */
START_TEST(test_country_search_find_says_the_name)
{
	static const struct {
		const char *typed;
		const char *name;
	} names[] = {
		{"romania", NULL},
		{"ro", NULL},
		{"romenia", "Roménia"},
		{"rumänien", "Rumänien"},
		{"holl", "Holland"},
		{"kongo", "Kongo"},
		{"ivory", "Ivory Coast"},
		{"syrian arab", "Syrian Arab Republic"},
		{"usa", NULL},
		{"u.s.a.", "U.S.A."},
		{"roamnia", NULL},
		{"engelnad", "Engeland"},
	};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		ck_assert_uint_ge(country_search_find(search, names[i].typed, found), 1);
		ck_assert_pstr_eq(found[0].name, names[i].name);
	}
}
END_TEST

/* A client's language is as good as the screen's: a part of a name is enough. */
START_TEST(test_country_search_find_for_client)
{
	struct country_search *both = country_search_new("uk_UA.UTF-8");
	ck_assert_uint_gt(country_search_find(both, "іка", found), 3);
	ck_assert_int_eq(found[0].fit, COUNTRY_FIT_INSIDE);
	ck_assert_uint_eq(country_search_find(both, "руму", found), 1);
	ck_assert_int_eq(found[0].fit, COUNTRY_FIT_BEGINNING);
	ck_assert_str_eq(found[0].name, "Румунія");
	country_search_free(both);
	static const char *const no_languages[] = {"", "xx", "..", "../locale/uk", "_UA"};
	for (size_t i = 0; i < sizeof no_languages / sizeof no_languages[0]; i++) {
		both = country_search_new(no_languages[i]);
		ck_assert_uint_eq(country_search_find(both, "romania", found), 1);
		ck_assert_uint_eq(country_search_find(both, "руму", found), 1);
		ck_assert_int_eq(found[0].fit, COUNTRY_FIT_FOREIGN_BEGINNING);
		country_search_free(both);
	}
}
END_TEST

START_TEST(test_country_search_find_english)
{
	check_first(english[_i].typed, english[_i].first);
	ck_assert(!country_found_nearly(&found[0]));
}
END_TEST

/* The code, the beginning of the name, of a word in it, anything inside it. */
START_TEST(test_country_search_find_best_first)
{
	size_t count = country_search_find(search, "ni", found);
	ck_assert_uint_gt(count, 8);
	ck_assert_str_eq(country_code(found[0].country), "NI"); /* Nicaragua, by code and name */
	ck_assert_str_eq(country_code(found[1].country), "NE");
	ck_assert_str_eq(country_code(found[2].country), "NG");
	ck_assert_str_eq(country_code(found[3].country), "NU");
	ck_assert(has_found("RO", count)); /* inside Romania, so after those */
	count = country_search_find(search, "guinea", found);
	ck_assert_str_eq(country_code(found[0].country), "GN"); /* in alphabetical order */
	ck_assert_str_eq(country_code(found[1].country), "GW");
	ck_assert_uint_eq(count, 4);
}
END_TEST

START_TEST(test_country_search_find_nothing_typed)
{
	static const char *const nothing[] = {"", "  ", "-"};
	for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
		ck_assert_uint_eq(country_search_find(search, nothing[i], found), COUNTRY_COUNT);
		ck_assert_str_eq(country_code(found[0].country), "AF");
		ck_assert_str_eq(country_code(found[1].country), "AX"); /* Å as A */
		ck_assert_str_eq(country_code(found[COUNTRY_COUNT - 1].country), "ZW");
	}
}
END_TEST

START_TEST(test_country_search_find_all_once)
{
	bool seen[COUNTRY_COUNT] = {false};
	size_t count = country_search_find(search, "", found);
	for (size_t i = 0; i < count; i++) {
		ck_assert(!seen[found[i].country]);
		seen[found[i].country] = true;
	}
}
END_TEST

START_TEST(test_country_search_find_none)
{
	ck_assert_uint_eq(country_search_find(search, "romaniaxy", found), 0);
	ck_assert_uint_eq(country_search_find(search, "xyzzy", found), 0);
}
END_TEST

/* Every country is found first by its own name, or shares it with another. */
START_TEST(test_country_search_find_each_by_name_and_code)
{
	for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
		size_t count =
			country_search_find(search, languages_country_english(country), found);
		ck_assert_msg(count > 0 && found[0].country == country,
			"%s is not found by its name", country_code(country));
		count = country_search_find(search, country_code(country), found);
		ck_assert_msg(count > 0 && found[0].country == country,
			"%s is not found by its code", country_code(country));
	}
}
END_TEST

/* By the Dutch name, with and without accents, by the English one, and by the code. */
START_TEST(test_country_search_find_dutch)
{
	static const struct {
		const char *typed;
		const char *first;
	} dutch[] = {
		{"Roemenië", "RO"},
		{"roemenie", "RO"},
		{"ROEMENIË", "RO"},
		{"romania", "RO"},
		{"oekra", "UA"},
		{"ukraine", "UA"},
		{"duitsland", "DE"},
		{"germany", "DE"},
		{"de", "DE"},
		{"Romenia", "RO"},
		{"Rumänien", "RO"},
		{"rou", "RO"},
		{"Roumanie", "RO"},
		{"România", "RO"},
		{"turkeij", "TR"},
		{"zuid korea", "KR"},
		{"staat palestina", "PS"},
		{"vs", "US"},
		{"vk", "GB"},
		{"turkije", "TR"},
		{"turkey", "TR"},
	};
	for (size_t i = 0; i < sizeof dutch / sizeof dutch[0]; i++)
		check_first(dutch[i].typed, dutch[i].first);
}
END_TEST

START_TEST(test_country_search_find_dutch_order)
{
	size_t count = country_search_find(search, "", found);
	struct text before, now;
	text_init(&before);
	text_init(&now);
	for (size_t i = 0; i < count; i++) {
		text_clear(&now);
		languages_add_key(&now, languages_country(found[i].country));
		ck_assert_str_le(before.bytes, now.bytes);
		text_clear(&before);
		text_add(&before, now.bytes);
	}
	text_destroy(&before);
	text_destroy(&now);
}
END_TEST

static Suite *country_search_suite(void)
{
	Suite *suite = suite_create("country_search");
	TCase *in_english = tcase_create("English");
	TCase *in_dutch = tcase_create("Dutch");
	tcase_add_checked_fixture(in_english, start_in_english, tear_down);
	tcase_add_loop_test(in_english, test_country_search_find_english, 0,
		sizeof english / sizeof english[0]);
	tcase_add_loop_test(in_english, test_country_search_find_misspelt, 0,
		sizeof misspelt / sizeof misspelt[0]);
	tcase_add_test(in_english, test_country_search_find_not_misspelt);
	tcase_add_test(in_english, test_country_search_find_fit);
	tcase_add_test(in_english, test_country_search_find_says_the_name);
	tcase_add_test(in_english, test_country_search_find_for_client);
	tcase_add_test(in_english, test_country_search_find_best_first);
	tcase_add_test(in_english, test_country_search_find_nothing_typed);
	tcase_add_test(in_english, test_country_search_find_all_once);
	tcase_add_test(in_english, test_country_search_find_none);
	tcase_add_test(in_english, test_country_search_find_each_by_name_and_code);
	tcase_add_checked_fixture(in_dutch, start_in_dutch, tear_down);
	tcase_add_test(in_dutch, test_country_search_find_dutch);
	tcase_add_test(in_dutch, test_country_search_find_dutch_order);
	suite_add_tcase(suite, in_english);
	suite_add_tcase(suite, in_dutch);
	return suite;
}

int main(void)
{
	return suite_run(country_search_suite());
}
