#include "theme.h"

#include <curses.h>
#include <stdbool.h>
#include <stdlib.h>

enum { EIGHT = 8, MANY = 256 };

/* Each style has a pair of colours, which is the style's own number, after pair 0: the terminal's
 * own. */
static enum theme theme;
static enum theme_depth depth;

/* https://no-color.org: any value but the empty one. */
static bool is_colour_unwanted(void)
{
	const char *wish = getenv("NO_COLOR");
	return wish && *wish;
}

/* What has more than 256 has another palette after the first 8. */
static enum theme_depth find_depth(void)
{
	if (is_colour_unwanted() || !has_colors() || start_color() != OK || COLORS < EIGHT ||
		COLOR_PAIRS <= THEME_STYLE_COUNT || use_default_colors() != OK)
		return THEME_MONOCHROME;
	return COLORS == MANY ? THEME_MANY : THEME_EIGHT;
}

void theme_start(enum theme_choice choice)
{
	theme = theme_colours_choose(choice, getenv("COLORFGBG"));
	depth = find_depth();
	for (short i = 0; i < THEME_STYLE_COUNT && depth != THEME_MONOCHROME; i++) {
		const struct theme_look *look =
			theme_colours_look(theme, depth, (enum theme_style)i);
		init_pair((short)(i + 1), look->foreground, look->background);
	}
}

static short pair_of(enum theme_style style)
{
	return (short)(depth == THEME_MONOCHROME ? 0 : style + 1);
}

void theme_use(enum theme_style style)
{
	const struct theme_look *look = theme_colours_look(theme, depth, style);
	attr_t attributes = A_NORMAL;
	if (look->bold)
		attributes |= A_BOLD;
	if (look->underline)
		attributes |= A_UNDERLINE;
	if (look->reverse)
		attributes |= A_REVERSE;
	attr_set(attributes, pair_of(style), NULL);
}

bool theme_is_unseen(enum theme_style style)
{
	const struct theme_look *look = theme_colours_look(theme, depth, style);
	return !look->underline && !look->reverse &&
	       look->background == theme_colours_look(theme, depth, THEME_PLAIN)->background;
}

static void set_background(short pair)
{
	cchar_t blank;
	if (setcchar(&blank, L" ", A_NORMAL, pair, NULL) == OK)
		bkgrndset(&blank);
	attr_set(A_NORMAL, pair, NULL);
}

void theme_use_background(void)
{
	set_background(pair_of(THEME_PLAIN));
}

void theme_use_own_background(void)
{
	set_background(0);
}

enum theme_style theme_of_outcome(enum outcome outcome)
{
	static const enum theme_style styles[OUTCOME_COUNT + 1] = {
		[OUTCOME_NO] = THEME_NO,
		[OUTCOME_POSSIBLE] = THEME_POSSIBLE,
		[OUTCOME_APPLIES] = THEME_APPLIES,
		[OUTCOME_OPEN] = THEME_OPEN,
		[OUTCOME_COUNT] = THEME_STRONG,
	};
	return styles[outcome];
}
