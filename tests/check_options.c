#include "options.h"
#include "suite.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const struct command command = {.word = "summary", .accepts = "RLDFoh", .operand_limit = 1};

enum { MOST_WORDS = 6 };

/* Words of a command line after the program's name; NULL ends them. */
static bool parse(struct options *options, struct error *error, const char *const words[MOST_WORDS])
{
	/* getopt_long may reorder the words, so each test's options get an array that stays. */
	static char *arguments[MOST_WORDS + 2];
	static char program[] = "iom-screener";
	int count = 0;
	arguments[count++] = program;
	for (size_t i = 0; i < MOST_WORDS && words[i]; i++)
		arguments[count++] = strdup(words[i]);
	arguments[count] = NULL;
	error_init(error);
	return options_parse(options, &command, count, arguments, error);
}

START_TEST(test_options_parse_all)
{
	struct options options;
	struct error error;
	ck_assert(parse(&options, &error,
		(const char *const[MOST_WORDS]){"--rules=pack", "answers.yaml", "--format", "json",
			"-oout", "--date=2026-02-28"}));
	ck_assert_str_eq(options.rules, "pack");
	ck_assert_str_eq(options.output, "out");
	ck_assert_int_eq(options.format, FORMAT_JSON);
	ck_assert_int_eq(options.moment.date.day, 28);
	ck_assert_str_eq(options.moment.time, "");
	ck_assert_uint_eq(options.operand_count, 1);
	ck_assert_str_eq(options.operands[0], "answers.yaml");
}
END_TEST

START_TEST(test_options_parse_defaults)
{
	struct options options;
	struct error error;
	ck_assert(parse(&options, &error, (const char *const[MOST_WORDS]){NULL}));
	ck_assert_int_eq(options.format, FORMAT_TEXT);
	ck_assert(date_exists(options.moment.date));
	ck_assert_uint_eq(strlen(options.moment.time), 5);
	ck_assert_uint_eq(options.operand_count, 0);
	ck_assert(!options.help && !options.plain && !options.output && !options.language &&
		  !options.rules);
}
END_TEST

START_TEST(test_options_parse_after_two_dashes)
{
	struct options options;
	struct error error;
	ck_assert(parse(&options, &error, (const char *const[MOST_WORDS]){"--", "--rules"}));
	ck_assert_uint_eq(options.operand_count, 1);
	ck_assert_str_eq(options.operands[0], "--rules");
}
END_TEST

static const struct {
	const char *words[MOST_WORDS];
	const char *text;
} bad[] = {
	{{"--colour"}, "--colour cannot be used here: see iom-screener summary --help"},
	{{"--plain"}, "--plain cannot be used here: see iom-screener summary --help"},
	{{"-x"}, "there is no option -x here: see iom-screener summary --help"},
	{{"-hx"}, "there is no option -x here: see iom-screener summary --help"},
	{{"--rules"}, "--rules needs a value after it"},
	{{"-o"}, "-o needs a value after it"},
	{{"--help=yes"}, "--help=yes cannot be used here: see iom-screener summary --help"},
	{{"--format", "odt"}, "--format \"odt\" is not known: it is text, json or pdf"},
	{{"--date", "2026-02-29"},
		"--date \"2026-02-29\" is not a day: write it as YYYY-MM-DD, as in 2026-11-23"},
	{{"one", "two"}, "\"two\" is one word too many: see iom-screener --help"},
};

START_TEST(test_options_parse_bad)
{
	struct options options;
	struct error error;
	ck_assert(!parse(&options, &error, bad[_i].words));
	ck_assert_int_eq(error.code, ERROR_USAGE);
	ck_assert_str_eq(error.text, bad[_i].text);
}
END_TEST

static Suite *options_suite(void)
{
	Suite *suite = suite_create("options");
	TCase *cases = tcase_create("options");
	tcase_add_test(cases, test_options_parse_all);
	tcase_add_test(cases, test_options_parse_defaults);
	tcase_add_test(cases, test_options_parse_after_two_dashes);
	tcase_add_loop_test(cases, test_options_parse_bad, 0, sizeof bad / sizeof bad[0]);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(options_suite());
}
