/* Whether every theme can be read: the contrast of each kind of text on its background. */
#include "suite.h"

#include "ui/theme_colours.h"

#include <check.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>

struct colour {
	unsigned char red, green, blue;
};

/* What a terminal makes of the first 16 colours, the latter 8 being the bright ones. */
struct palette {
	const char *name;
	struct colour colours[16];
};

/* XTerm-col.ad and charproc.c of xterm: "red3", "gray90" and so on, as rgb.txt of X has them. */
static const struct palette xterm = {"xterm",
	{{0x00, 0x00, 0x00}, {0xCD, 0x00, 0x00}, {0x00, 0xCD, 0x00}, {0xCD, 0xCD, 0x00},
		{0x00, 0x00, 0xEE}, {0xCD, 0x00, 0xCD}, {0x00, 0xCD, 0xCD}, {0xE5, 0xE5, 0xE5},
		{0x7F, 0x7F, 0x7F}, {0xFF, 0x00, 0x00}, {0x00, 0xFF, 0x00}, {0xFF, 0xFF, 0x00},
		{0x5C, 0x5C, 0xFF}, {0xFF, 0x00, 0xFF}, {0x00, 0xFF, 0xFF}, {0xFF, 0xFF, 0xFF}}};

/* default_red, default_grn and default_blu in drivers/tty/vt/vt.c of Linux. */
static const struct palette console = {"Linux console",
	{{0x00, 0x00, 0x00}, {0xAA, 0x00, 0x00}, {0x00, 0xAA, 0x00}, {0xAA, 0x55, 0x00},
		{0x00, 0x00, 0xAA}, {0xAA, 0x00, 0xAA}, {0x00, 0xAA, 0xAA}, {0xAA, 0xAA, 0xAA},
		{0x55, 0x55, 0x55}, {0xFF, 0x55, 0x55}, {0x55, 0xFF, 0x55}, {0xFF, 0xFF, 0x55},
		{0x55, 0x55, 0xFF}, {0xFF, 0x55, 0xFF}, {0x55, 0xFF, 0xFF}, {0xFF, 0xFF, 0xFF}}};

/* WCAG 2.2, "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
static double make_linear(unsigned char value)
{
	double share = value / 255.0;
	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
	return 0.2126 * make_linear(colour.red) + 0.7152 * make_linear(colour.green) +
	       0.0722 * make_linear(colour.blue);
}

/* WCAG 2.2, "contrast ratio": https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
static double contrast(struct colour one, struct colour other)
{
	double a = luminance(one), b = luminance(other);
	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

/* A level of the 6 x 6 x 6 cube of colours, as 256colres.pl of xterm has it. */
static unsigned char level(int index)
{
	return (unsigned char)(index ? index * 40 + 55 : 0);
}

/* A colour from 16 on: the cube, and from 232 on greys (256colres.pl too). */
static struct colour mix(short number)
{
	int at = number - 16;
	if (number >= 232) {
		unsigned char grey = (unsigned char)((number - 232) * 10 + 8);
		return (struct colour){grey, grey, grey};
	}
	return (struct colour){level(at / 36), level(at / 6 % 6), level(at % 6)};
}

/* By success criteria 1.4.3 and, for the contrast theme, 1.4.6. */
static double least(enum theme theme)
{
	return theme == THEME_CONTRAST ? 7.0 : 4.5;
}

static void check_contrast(enum theme theme, int style, const char *palette,
	struct colour foreground, struct colour background)
{
	double found = contrast(foreground, background);
	ck_assert_msg(found >= least(theme), "theme %d, style %d, %s: contrast %.2f", theme, style,
		palette, found);
}

START_TEST(test_contrast_of_known_colours)
{
	const struct colour black = {0, 0, 0}, white = {255, 255, 255}, grey = {118, 118, 118};
	ck_assert_double_eq_tol(contrast(black, white), 21.0, 1e-9);
	ck_assert_double_eq_tol(contrast(white, white), 1.0, 1e-9);
	/* The lightest grey that passes on white, as every text on the matter has it. */
	ck_assert_double_eq_tol(contrast(white, grey), 4.54, 0.005);
	ck_assert_int_eq(mix(16).red + mix(16).green + mix(16).blue, 0);
	ck_assert_int_eq(mix(94).red, 0x87);
	ck_assert_int_eq(mix(94).green, 0x5F);
	ck_assert_int_eq(mix(94).blue, 0x00);
	ck_assert_int_eq(mix(231).blue, 0xFF);
	ck_assert_int_eq(mix(255).red, 0xEE);
}
END_TEST

START_TEST(test_contrast_with_256_colours)
{
	for (int style = 0; style < THEME_STYLE_COUNT; style++) {
		const struct theme_look *look =
			theme_colours_look((enum theme)_i, THEME_MANY, (enum theme_style)style);
		/* The first 16 are whatever the terminal makes of them. */
		ck_assert_int_ge(look->foreground, 16);
		ck_assert_int_ge(look->background, 16);
		check_contrast((enum theme)_i, style, "256 colours", mix(look->foreground),
			mix(look->background));
	}
}
END_TEST

/* A style on a palette, with bold brighter or not. */
static void check_on(
	enum theme theme, int style, const struct palette *palette, bool bold_is_bright)
{
	const struct theme_look *look =
		theme_colours_look(theme, THEME_EIGHT, (enum theme_style)style);
	ck_assert_int_ge(look->foreground, 0);
	ck_assert_int_lt(look->foreground, 8);
	ck_assert_int_ge(look->background, 0);
	ck_assert_int_lt(look->background, 8);
	int bright = look->bold && bold_is_bright ? 8 : 0;
	check_contrast(theme, style, palette->name, palette->colours[look->foreground + bright],
		palette->colours[look->background]);
}

/* The Linux console shows bold as bright; for xterm it is a setting (boldColors). */
START_TEST(test_contrast_with_8_colours)
{
	for (int style = 0; style < THEME_STYLE_COUNT; style++) {
		check_on((enum theme)_i, style, &xterm, false);
		check_on((enum theme)_i, style, &xterm, true);
		check_on((enum theme)_i, style, &console, true);
	}
}
END_TEST

/* Without colours what must stand out does so by an attribute. */
START_TEST(test_monochrome_has_attributes_only)
{
	for (int style = 0; style < THEME_STYLE_COUNT; style++) {
		const struct theme_look *look =
			theme_colours_look(THEME_LIGHT, THEME_MONOCHROME, (enum theme_style)style);
		ck_assert_int_eq(look->foreground, THEME_OWN);
		ck_assert_int_eq(look->background, THEME_OWN);
		bool stands_out = look->bold || look->underline || look->reverse;
		ck_assert_int_eq(stands_out, style != THEME_PLAIN && style != THEME_QUIET);
	}
}
END_TEST

/* The line chosen and the field differ from the rest by their background, in every theme. */
START_TEST(test_chosen_and_field_are_seen)
{
	for (int depth = THEME_EIGHT; depth < THEME_DEPTH_COUNT; depth++) {
		const struct theme_look *look[THEME_STYLE_COUNT];
		for (int style = 0; style < THEME_STYLE_COUNT; style++)
			look[style] = theme_colours_look(
				(enum theme)_i, (enum theme_depth)depth, (enum theme_style)style);
		short plain = look[THEME_PLAIN]->background;
		ck_assert_int_ne(look[THEME_CHOSEN]->background, plain);
		ck_assert_int_ne(look[THEME_FIELD]->background, plain);
		ck_assert_int_ne(look[THEME_CHOSEN]->background, look[THEME_FIELD]->background);
	}
}
END_TEST

static const struct guess {
	const char *colours;
	enum theme theme;
} guesses[] = {
	{"0;15", THEME_LIGHT},
	{"15;0", THEME_DARK},
	{"0;7", THEME_LIGHT},
	{"7;8", THEME_DARK},
	{"0;default;15", THEME_LIGHT},
	{"15;default;0", THEME_DARK},
	{"12;9", THEME_LIGHT},
	{NULL, THEME_DARK},
	{"", THEME_DARK},
	{"15", THEME_DARK},
	{"default;default", THEME_DARK},
	{"0;", THEME_DARK},
	{"0;-1", THEME_DARK},
	{"0;16", THEME_DARK},
	{"0;15x", THEME_DARK},
	{"0;99999999999999999999", THEME_DARK},
};

START_TEST(test_choose)
{
	const char *colours = guesses[_i].colours;
	ck_assert_int_eq(theme_colours_choose(THEME_CHOICE_AUTO, colours), guesses[_i].theme);
	ck_assert_int_eq(theme_colours_choose(THEME_CHOICE_LIGHT, colours), THEME_LIGHT);
	ck_assert_int_eq(theme_colours_choose(THEME_CHOICE_DARK, colours), THEME_DARK);
	ck_assert_int_eq(theme_colours_choose(THEME_CHOICE_CONTRAST, colours), THEME_CONTRAST);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("theme");
	TCase *contrasts = tcase_create("contrast");
	TCase *looks = tcase_create("looks");
	tcase_add_test(contrasts, test_contrast_of_known_colours);
	tcase_add_loop_test(contrasts, test_contrast_with_256_colours, 0, THEME_COUNT);
	tcase_add_loop_test(contrasts, test_contrast_with_8_colours, 0, THEME_COUNT);
	tcase_add_test(looks, test_monochrome_has_attributes_only);
	tcase_add_loop_test(looks, test_chosen_and_field_are_seen, 0, THEME_COUNT);
	tcase_add_loop_test(looks, test_choose, 0, (int)(sizeof guesses / sizeof *guesses));
	suite_add_tcase(suite, contrasts);
	suite_add_tcase(suite, looks);
	return suite_run(suite);
}
