/* Text from right to left: its order, the forms of Arabic letters, and the strips of the screen. */
#include "bidi.h"
#include "suite.h"
#include "ui/strip.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum { WIDE = 100 };

static void set_up(void)
{
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
	strip_use_order(true);
}

/* Which texts are from right to left */

static const struct {
	const char *words;
	bool right;
} texts[] = {
	{"", false},
	{"Question 3", false},
	{"12 (?)", false},
	{"Roemenië", false},
	{"Україна 日本", false},
	{"مرحبا", true},
	{"שלום", true},
	{"IOM تقدم الدعم في هولندا", true},
	{"Zij spreekt Arabisch (عربي)", false},
	{"3 نعم", true},
	{"نعم IOM", true},
	{"IOM نعم", false},
	{"RO  " BIDI_APART "رومانيا" BIDI_APART_END, false},
	{BIDI_APART "RO" BIDI_APART_END "  نعم", true},
};

START_TEST(test_bidi_is_right)
{
	ck_assert_int_eq(bidi_is_right(texts[_i].words, strlen(texts[_i].words)), texts[_i].right);
}
END_TEST

/* The order. Capitals stand for Hebrew letters, as is usual where the algorithm is explained: A is
 * alef. */

static size_t read_capitals(const char *words, uint32_t characters[WIDE])
{
	size_t count = 0;
	for (; words[count]; count++) {
		bool capital = words[count] >= 'A' && words[count] <= 'Z';
		characters[count] = (uint32_t)words[count];
		if (capital)
			characters[count] += 0x05D0 - 'A';
	}
	return count;
}

static void write_capitals(const uint32_t characters[], size_t count, char words[WIDE])
{
	for (size_t i = 0; i < count; i++) {
		bool capital = characters[i] >= 0x05D0;
		words[i] = (char)(capital ? characters[i] - 0x05D0 + 'A' : characters[i]);
	}
	words[count] = '\0';
}

static const struct {
	const char *read;
	bool right;
	const char *stands;
} orders[] = {
	{"", false, ""},
	{"abc 12", false, "abc 12"},
	{"ABC", true, "CBA"},
	{"ABC", false, "CBA"},
	{"car means CAR.", false, "car means RAC."},
	{"CAR MEANS car.", true, ".car SNAEM RAC"},
	{"CAR MEANS car.", false, "SNAEM RAC car."},
	{"ABC 12-34 DEF", true, "FED 12-34 CBA"},
	{"ABC (DEF) GHI", true, "IHG (FED) CBA"},
	{"A[B]{C}<D>", true, "<D>{C}[B]A"},
	{"ABC (ex-ama).", true, ".(ex-ama) CBA"},
	{"(ex-ama).", true, ".(ex-ama)"},
	{"AB iom CD 5% EF", true, "FE 5% DC iom BA"},
	{"1. ABC", true, "CBA .1"},
	{"1. ABC", false, "1. CBA"},
};

START_TEST(test_bidi_arrange_order)
{
	uint32_t characters[WIDE], before[WIDE];
	size_t places[WIDE];
	char stands[WIDE];
	size_t count = read_capitals(orders[_i].read, characters);
	read_capitals(orders[_i].read, before);
	bidi_arrange(characters, count, orders[_i].right, true, places);
	write_capitals(characters, count, stands);
	ck_assert_str_eq(stands, orders[_i].stands);
	/* Each character came from one place, mirrored or not. */
	for (size_t i = 0; i < count; i++) {
		uint32_t from = before[places[i]];
		ck_assert(characters[i] == from || strchr("()[]{}<>", (int)from));
	}
}
END_TEST

START_TEST(test_bidi_arrange_limit)
{
	static uint32_t characters[BIDI_LIMIT + 1];
	static size_t places[BIDI_LIMIT + 1];
	for (size_t i = 0; i <= BIDI_LIMIT; i++)
		characters[i] = 0x05D0 + (uint32_t)(i % 20);
	bidi_arrange(characters, BIDI_LIMIT + 1, true, true, places);
	ck_assert_uint_eq(characters[0], 0x05D0);
	ck_assert_uint_eq(places[BIDI_LIMIT], BIDI_LIMIT);
	bidi_arrange(characters, BIDI_LIMIT, true, true, places);
	ck_assert_uint_eq(characters[BIDI_LIMIT - 1], 0x05D0);
	ck_assert_uint_eq(places[0], BIDI_LIMIT - 1);
}
END_TEST

/* Strips: words as they are read, and the cells as they stand, from left to right. The forms are
 * those of Unicode's Arabic Presentation Forms-A and -B. */

static char *write_strip(const struct strip *strip)
{
	uint32_t wide[STRIP_LIMIT];
	size_t length;
	for (int i = 0; i < strip->count; i++)
		wide[i] = (uint32_t)strip->wide[i];
	uint8_t *bytes = u32_to_u8(wide, (size_t)strip->count, NULL, &length);
	char *words = strndup((const char *)bytes, length);
	free(bytes);
	return words;
}

static const struct {
	const char *words;
	int room;
	const char *stands;
	int cells;
} strips[] = {
	/* beh, in all its forms: alone; at the beginning, within and at the end of a word */
	{"\u0628", WIDE, "\uFE8F", 1},
	{"\u0628\u0628\u0628", WIDE, "\uFE90\uFE92\uFE91", 3},
	/* alef joins what is before it alone: kitab, book */
	{"\u0643\u062A\u0627\u0628", WIDE, "\uFE8F\uFE8E\uFE98\uFEDB", 4},
	/* lam and alef are one: salam, peace; la, no */
	{"\u0633\u0644\u0627\u0645", WIDE, "\uFEE1\uFEFC\uFEB3", 3},
	{"\u0644\u0627", WIDE, "\uFEFB", 1},
	/* Persian: peh, tcheh, gaf and keheh have their own; a joiner that does not join: miravam,
	 * I go */
	{"\u067E\u0686\u06AF\u06A9", WIDE, "\uFB8F\uFB95\uFB7D\uFB58", 4},
	{"\u0645\u06CC\u200C\u0631\u0648\u0645", WIDE, "\uFEE1\uFEED\uFEAD\uFBFD\uFEE3", 5},
	/* marks stay on their letter, and those that are a letter of their own with it are that */
	{"\u0628\u064E\u0628", WIDE, "\uFE90\uFE91\u064E", 2},
	{"\u0627\u0654", WIDE, "\uFE83", 1},
	{"\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD", WIDE,
		"\u05DD\u05D5\u05B9\u05DC\u05E9\u05C1\u05B8", 4},
	/* numbers and Latin names in Arabic */
	{"\u0646\u0639\u0645 IOM 24", WIDE, "IOM 24 \uFEE2\uFECC\uFEE7", 10},
	/* dates and telephone numbers are not turned around */
	{"\u0628 2026-11-23 \u0628", WIDE, "\uFE8F 2026-11-23 \uFE8F", 14},
	{"\u0628: +31 88 746 44 66.", WIDE, ".+31 88 746 44 66 :\uFE8F", 20},
	{"\u0628 088-7464466, 12", WIDE, "12 ,088-7464466 \uFE8F", 17},
	{"\u0628 12 13", WIDE, "13 12 \uFE8F", 7},
	/* words that stand apart keep their side */
	{"1  " BIDI_APART "\u0628 (ab)" BIDI_APART_END, WIDE, "1  \uFE8F (ab)", 9},
	{"1  " BIDI_APART "\u0628\u0628 (a)" BIDI_APART_END, WIDE, "1  (a) \uFE90\uFE91", 9},
	{"RO  " BIDI_APART "Rom\u00E2nia" BIDI_APART_END, WIDE, "RO  Rom\u00E2nia", 11},
	/* too long: the end is at the left */
	{"\u0628 \u0628 \u0628 \u0628", 4, "\u2026\uFE8F \uFE8F", 4},
	/* not from right to left: Vietnamese in parts, Chinese, emoji that are one picture,
	   controls */
	{"Tie\u0302\u0301ng Vie\u0323\u0302t", WIDE, "Ti\u1EBFng Vi\u1EC7t", 10},
	{"\u4E2D\u6587\u5B57", 5, "\u4E2D\u6587\u2026", 5},
	{"\u4E2D\u6587\u5B57", 4, "\u4E2D\u2026", 3},
	{"\U0001F469\u200D\U0001F469\u200D\U0001F466!", WIDE, "\U0001F469\U0001F469\U0001F466!", 7},
	{"\u2764\uFE0F x", WIDE, "\u2764 x", 3},
	{"co\u00ADop\a\302\205\u2028erate\u200B", WIDE, "cooperate", 9},
	{"\u0301a", WIDE, "a", 1},
	{"\u1230\u120B\u121D", WIDE, "\u1230\u120B\u121D", 3},
	{"\u1112\u1161\u11AB", WIDE, "\uD55C", 2},
};

START_TEST(test_strip_fill)
{
	struct strip strip;
	size_t length = strlen(strips[_i].words);
	strip_fill(&strip, strips[_i].words, length, strips[_i].room,
		strip_is_right(strips[_i].words, length));
	char *stands = write_strip(&strip);
	ck_assert_str_eq(stands, strips[_i].stands);
	ck_assert_int_eq(strip.cells, strips[_i].cells);
	free(stands);
}
END_TEST

/* Where the terminal does it, what it gets is what is read. */
START_TEST(test_strip_fill_left_to_terminal)
{
	static const char words[] = "\u0644\u0627 (1)";
	struct strip strip;
	strip_use_order(false);
	ck_assert(!strip_is_right(words, sizeof words - 1));
	strip_fill(&strip, words, sizeof words - 1, WIDE, false);
	char *stands = write_strip(&strip);
	ck_assert_str_eq(stands, words);
	ck_assert_int_eq(strip.cells, 6);
	free(stands);
}
END_TEST

/* Where the cursor stands, `before` being what is typed before it. */
static const struct {
	const char *words;
	const char *before;
	int cell;
} cursors[] = {
	{"rom", "", 0},
	{"rom", "ro", 2},
	{"rom", "rom", 3},
	{"\u4E2D\u6587", "\u4E2D", 2},
	{"e\u0301a", "e\u0301", 1},
	/* The first letter is at the right, and the next one comes at the left of all. */
	{"\u0628\u062A\u062B", "", 2},
	{"\u0628\u062A\u062B", "\u0628", 1},
	{"\u0628\u062A\u062B", "\u0628\u062A\u062B", -1},
	/* lam and alef are in one cell */
	{"\u0628\u0644\u0627", "\u0628", 0},
	{"\u0628\u0644\u0627", "\u0628\u0644", 0},
	{"\u0628\u0644\u0627", "", 1},
	{"\u0628\u062A\u062B ab", "\u0628\u062A\u062B ", 0},
	{"\u0628\u062A\u062B ab", "\u0628\u062A\u062B a", 1},
};

START_TEST(test_strip_cell)
{
	struct strip strip;
	size_t length = strlen(cursors[_i].words);
	bool right = strip_is_right(cursors[_i].words, length);
	strip_fill(&strip, cursors[_i].words, length, WIDE, right);
	ck_assert_int_eq(strip_cell(&strip, cursors[_i].words, strlen(cursors[_i].before), right),
		cursors[_i].cell);
}
END_TEST

static Suite *bidi_suite(void)
{
	Suite *suite = suite_create("bidi");
	TCase *cases = tcase_create("bidi");
	tcase_add_checked_fixture(cases, set_up, NULL);
	tcase_add_loop_test(cases, test_bidi_is_right, 0, sizeof texts / sizeof texts[0]);
	tcase_add_loop_test(cases, test_bidi_arrange_order, 0, sizeof orders / sizeof orders[0]);
	tcase_add_test(cases, test_bidi_arrange_limit);
	tcase_add_loop_test(cases, test_strip_fill, 0, sizeof strips / sizeof strips[0]);
	tcase_add_test(cases, test_strip_fill_left_to_terminal);
	tcase_add_loop_test(cases, test_strip_cell, 0, sizeof cursors / sizeof cursors[0]);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(bidi_suite());
}
