/* The plain interview in two languages: what is said to the staff and then the same to the client,
 * and the word "language". */
#include "program.h"
#include "suite.h"

#include <check.h>
#include <string.h>

static const char *const english[] = {"--plain", "--date", "2026-11-23", NULL};
static const char *const english_dutch[] = {
	"--plain", "--date", "2026-11-23", "--client-language", "nl", NULL};

/* Types lines, and checks that all the texts are said in their order. */
static void check_said(const char *const *arguments, const char *input, const char *const *texts)
{
	const struct program_run run = {.arguments = arguments, .input = input};
	struct program_result result;
	program_run(&run, &result);
	const char *at = result.errors;
	for (; *texts; texts++) {
		const char *found = strstr(at, *texts);
		ck_assert_msg(found, "no \"%s\" in:\n%s", *texts, at);
		at = found + strlen(*texts);
	}
	program_result_destroy(&result);
}

START_TEST(test_each_prompt)
{
	static const char *const texts[] = {"Support by IOM", "Ondersteuning door IOM",
		"Which country does the client come from?\nWhy: ",
		"\n\nVraag 1, nog hoogstens 12\nUit welk land komt de cliënt?\nWaarom: ",
		"Answer: Romania\nAntwoord: Roemenië\n", "How old is the client?",
		"Hoe oud is de cliënt?", "1. Yes\n2. No\n", "1. Ja\n2. Nee\n", NULL};
	check_said(english_dutch, "roemenie\n24\n", texts);
}
END_TEST

START_TEST(test_views)
{
	static const char *const texts[] = {"Which country does the client come from?\nChoose",
		"Uit welk land komt de cliënt?\nKies",
		"Which country does the client come from? – ", "Uit welk land komt de cliënt? – ",
		"13 kinds are still open", "van toepassing lijkt. 13 vormen",
		"Stop? Nothing is kept.", "Stoppen?", NULL};
	check_said(english_dutch, "help\nanswers\noutcome\nstop\nyes\n", texts);
}
END_TEST

/* Options are also known by the words that the client reads. */
START_TEST(test_answers_in_both)
{
	static const char *const texts[] = {"Answer: Romania", "Answer: 24 years", "Answer: Yes\n",
		"Antwoord: Ja\n", "Answer: Does not know\nAntwoord: Weet het niet\n", NULL};
	check_said(english_dutch, "romania\n24\nja\nweet het niet\n", texts);
}
END_TEST

/* A change is told in both, and taken by either's word. */
START_TEST(test_change)
{
	static const char *const texts[] = {"Romania → Albania", "Take the new answer?",
		"Roemenië → Albanië", "Het nieuwe antwoord overnemen?", "Answer: Albania", NULL};
	check_said(english_dutch, "romania\n24\nchange 1\nalbania\nja\n", texts);
}
END_TEST

START_TEST(test_language)
{
	static const char *const texts[] = {"nl: Nederlands (Dutch)", "ar: العربية (Arabic)",
		"Type \"language\" and", "There is no such language here.",
		"nl: Nederlands (Dutch)", "Which country does the client come from?",
		"Uit welk land komt de cliënt?", "Which country does the client come from?",
		"Type the country's name", "Answer: Romania\n\nQuestion 2", NULL};
	check_said(english,
		"language\nlanguage klingon\nlanguage Nederlands\nlanguage none\nromania\n", texts);
}
END_TEST

static Suite *languages_suite(void)
{
	Suite *suite = suite_create("plain_languages");
	TCase *cases = tcase_create("two");
	tcase_add_test(cases, test_each_prompt);
	tcase_add_test(cases, test_views);
	tcase_add_test(cases, test_answers_in_both);
	tcase_add_test(cases, test_change);
	tcase_add_test(cases, test_language);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(languages_suite());
}
