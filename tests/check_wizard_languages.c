/* The wizard in other languages and encodings: names of countries in Dutch, terminals that have no
 * UTF-8, and only ASCII. */
#include "folder.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const dutch[] = {"--language", "nl", NULL};

/* What is typed, in Dutch, in English or as a code; the line that Enter then takes; and the answer
 * as the list of answers gives it. */
static const struct {
	const char *typed;
	const char *chosen;
	const char *answer;
} countries[] = {
	{"roem", "> RO  Roemeni\303\253 (Romania)", "  Roemeni\303\253\n"},
	{"ROEMENIE", "> RO  Roemeni\303\253 (Romania)", "  Roemeni\303\253\n"},
	{"Roemeni\303\253", "> RO  Roemeni\303\253 (Romania)", "  Roemeni\303\253\n"},
	{"roemenie\314\210", "> RO  Roemeni\303\253 (Romania)", "  Roemeni\303\253\n"},
	{"romania", "> RO  Roemeni\303\253 (Romania)", "  Roemeni\303\253\n"},
	{"ro", "> RO  Roemeni\303\253 (Romania)", "  Roemeni\303\253\n"},
	{"oekra", "> UA  Oekra\303\257ne (Ukraine)", "  Oekra\303\257ne\n"},
	{"ukra", "> UA  Oekra\303\257ne (Ukraine)", "  Oekra\303\257ne\n"},
	{"suriname", "> SR  Suriname\n", "  Suriname\n"},
};

START_TEST(test_dutch_countries)
{
	struct terminal_options options = {.arguments = dutch};
	struct terminal *terminal = wizard_start(&options);
	wizard_keys(terminal, countries[_i].typed);
	wizard_check_shows(terminal, countries[_i].chosen);
	wizard_keys(terminal, "<Enter><F4>");
	wizard_check_shows(terminal, countries[_i].answer);
	terminal_type(terminal, "\003");
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
}
END_TEST

/* Only ASCII */

static void check_ascii(struct terminal *terminal)
{
	size_t length;
	const char *log = terminal_log(terminal, &length);
	for (size_t i = 0; i < length; i++)
		ck_assert_msg((unsigned char)log[i] < 0x80, "byte %02x", (unsigned char)log[i]);
}

/* Every country and every line of the result, in letters that any terminal has. */
START_TEST(test_ascii)
{
	static const char *const languages[][3] = {{NULL}, {"--language", "nl", NULL}};
	struct terminal_options options = {
		.locale = "C", .rows = 60, .columns = 120, .arguments = languages[_i]};
	struct terminal *terminal = wizard_start(&options);
	for (int page = 0; page < 8; page++)
		wizard_keys(terminal, "<PgDn>");
	wizard_keys(terminal, "<Home>");
	wizard_check_shows(terminal, "Aland");
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_open_summary(terminal);
	wizard_check_shows(terminal, _i ? "land van herkomst? - Ja" : "country of origin? - Yes");
	for (int page = 0; page < 6; page++)
		wizard_keys(terminal, "<PgDn>");
	wizard_keys(terminal, "<F1><F1><F3><F4>");
	wizard_check_shows(terminal, _i ? "Roemenie" : "Romania");
	check_ascii(terminal);
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_ascii_is_typed)
{
	struct terminal_options options = {.locale = "C"};
	struct terminal *terminal = wizard_start(&options);
	wizard_keys(terminal, "cote d");
	wizard_check_shows(terminal, "> CI  Cote d'Ivoire");
	wizard_keys(terminal, "\025\303\251\377\200");
	wizard_keys(terminal, "\025turkiye");
	wizard_check_shows(terminal, "> TR  Turkiye");
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "age");
	check_ascii(terminal);
	wizard_stop(terminal);
}
END_TEST

/* Lines are drawn with what the terminal has for it. */
START_TEST(test_lines_without_utf8)
{
	static const char *const types[] = {"xterm-256color", "linux", "vt100", "screen"};
	struct terminal_options options = {.locale = "C", .type = types[_i]};
	struct terminal *terminal = wizard_start(&options);
	wizard_check_screen(terminal, "80x24/country-ascii");
	check_ascii(terminal);
	wizard_stop(terminal);
}
END_TEST

/* Latin-1 */

/* Makes a locale that the machine need not have. Returns false where that cannot be done. */
static bool make_locale(void)
{
	int status = system("localedef -i nl_NL -f ISO-8859-1 ./nl_NL.ISO-8859-1 2>/dev/null");
	if (status != 0)
		fputs("skipped: localedef cannot make a locale here\n", stderr);
	return status == 0;
}

START_TEST(test_latin1)
{
	folder_begin();
	if (make_locale()) {
		const char *const environment[] = {"LOCPATH=.", NULL};
		struct terminal_options options = {
			.locale = "nl_NL.ISO-8859-1", .environment = environment};
		struct terminal *terminal = wizard_start(&options);
		wizard_keys(terminal, "roemeni\353");
		wizard_check_shows(terminal, "> RO  Roemeni\303\253 (Romania)");
		wizard_check_shows(terminal, "    roemeni\303\253");
		ck_assert(terminal_wrote(terminal, 0, "Roemeni\353"));
		ck_assert(!terminal_wrote(terminal, 0, "\303\253"));
		wizard_keys(terminal, "\025\305land");
		wizard_check_shows(terminal, "> AX  \303\205land");
		wizard_keys(terminal, "<F5>");
		terminal_type(terminal, "\003");
		wizard_check_killed(terminal, 2);
		terminal_free(terminal);
	}
	folder_end();
}
END_TEST

static void add_languages(TCase *tcase)
{
	tcase_add_loop_test(
		tcase, test_dutch_countries, 0, (int)(sizeof countries / sizeof *countries));
	tcase_add_loop_test(tcase, test_ascii, 0, 2);
	tcase_add_test(tcase, test_ascii_is_typed);
	tcase_add_loop_test(tcase, test_lines_without_utf8, 0, 4);
	tcase_add_test(tcase, test_latin1);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"languages", add_languages}};
	return wizard_run_suite("wizard_languages", cases, sizeof cases / sizeof *cases);
}
