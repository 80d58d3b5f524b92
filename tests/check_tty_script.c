/* Which letters a terminal can show. The kernel's answer about a console's font is made up here. */
#include "suite.h"
#include "ui/tty_script.h"

#include <check.h>
#include <errno.h>
#include <linux/kd.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

/* The console's font; none: it cannot be asked. */
static struct unipair font[4];
static unsigned short font_count;

/* In place of libc's. */
int ioctl(int descriptor, unsigned long request, ...)
{
	va_list arguments;
	(void)descriptor;
	va_start(arguments, request);
	struct unimapdesc *map = va_arg(arguments, struct unimapdesc *);
	va_end(arguments);
	errno = ENOTTY;
	if (request != GIO_UNIMAP || font_count == 0)
		return -1;
	errno = ENOMEM;
	unsigned short room = map->entry_ct;
	map->entry_ct = font_count;
	if (room < font_count)
		return -1;
	memcpy(map->entries, font, font_count * sizeof font[0]);
	return 0;
}

static const struct {
	const char *language;
	enum script script;
} languages[] = {
	{"en", SCRIPT_LATIN},
	{"nl_NL.UTF-8", SCRIPT_LATIN},
	{"tl", SCRIPT_LATIN},
	{"ar", SCRIPT_ARABIC},
	{"fa_AF", SCRIPT_ARABIC},
	{"zh_CN", SCRIPT_CHINESE},
	{"uk_UA.UTF-8", SCRIPT_CYRILLIC},
	{"ru:en", SCRIPT_CYRILLIC},
	{"bg", SCRIPT_CYRILLIC},
	{"ti", SCRIPT_ETHIOPIC},
	{"vi", SCRIPT_VIETNAMESE},
	{"a", SCRIPT_LATIN},
	{"arn", SCRIPT_LATIN},
	{"", SCRIPT_LATIN},
};

START_TEST(test_script_of_language)
{
	ck_assert_int_eq(script_of_language(languages[_i].language), languages[_i].script);
}
END_TEST

START_TEST(test_script_cannot_be_shown)
{
	for (int i = SCRIPT_LATIN + 1; i < SCRIPT_COUNT; i++)
		ck_assert_str_ne(script_cannot_be_shown((enum script)i), "");
}
END_TEST

/* What is shown: a bit for each script. */
static unsigned find_shown(const char *type, const char *locale)
{
	unsigned found = 0;
	setenv("TERM", type, 1);
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, locale));
	tty_script_start(1);
	for (int i = 0; i < SCRIPT_COUNT; i++)
		found |= (unsigned)tty_shows_script((enum script)i) << i;
	return found;
}

START_TEST(test_tty_shows_script)
{
	static const unsigned all = (1U << SCRIPT_COUNT) - 1;
	ck_assert_uint_eq(find_shown("xterm-256color", "C.UTF-8"), all);
	ck_assert_uint_eq(find_shown("xterm-256color", "C"), 1U << SCRIPT_LATIN);
	ck_assert_uint_eq(find_shown("linux", "C"), 1U << SCRIPT_LATIN);
}
END_TEST

START_TEST(test_tty_shows_script_console)
{
	font_count = 0;
	ck_assert_uint_eq(find_shown("linux", "C.UTF-8"), 1U << SCRIPT_LATIN);
	font[0] = (struct unipair){.unicode = 'a'};
	font[1] = (struct unipair){.unicode = 0x0436};
	font_count = 1;
	ck_assert_uint_eq(find_shown("linux-16color", "C.UTF-8"), 1U << SCRIPT_LATIN);
	font_count = 2;
	ck_assert_uint_eq(
		find_shown("linux", "C.UTF-8"), 1U << SCRIPT_LATIN | 1U << SCRIPT_CYRILLIC);
	/* Wide characters are never right there. */
	font[2] = (struct unipair){.unicode = 0x4E2D};
	font[3] = (struct unipair){.unicode = 0xFE91};
	font_count = 4;
	ck_assert_uint_eq(find_shown("linux", "C.UTF-8"),
		1U << SCRIPT_LATIN | 1U << SCRIPT_CYRILLIC | 1U << SCRIPT_ARABIC);
	/* Another terminal is not asked. */
	ck_assert(find_shown("xterm", "C.UTF-8") & 1U << SCRIPT_CHINESE);
}
END_TEST

static Suite *script_suite(void)
{
	Suite *suite = suite_create("tty_script");
	TCase *cases = tcase_create("script");
	tcase_add_loop_test(
		cases, test_script_of_language, 0, sizeof languages / sizeof languages[0]);
	tcase_add_test(cases, test_script_cannot_be_shown);
	tcase_add_test(cases, test_tty_shows_script);
	tcase_add_test(cases, test_tty_shows_script_console);
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	return suite_run(script_suite());
}
