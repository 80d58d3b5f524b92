#include "theme.h"

#include <curses.h>
#include <stdbool.h>
#include <stdlib.h>

/* The terminal's own foreground colour. */
enum { OWN = -1 };

/* The colours are those that can be read on black and on white. */
static const struct look {
	attr_t attributes;
	short many; /* of 256 colours */
	short few; /* of 8 colours */
} looks[THEME_STYLE_COUNT] = {
	[THEME_PLAIN] = {A_NORMAL, OWN, OWN},
	[THEME_QUIET] = {A_NORMAL, 244, OWN},
	[THEME_STRONG] = {A_BOLD, OWN, OWN},
	[THEME_KEY] = {A_BOLD, 33, OWN},
	[THEME_CHOSEN] = {A_REVERSE, OWN, OWN},
	[THEME_FIELD] = {A_UNDERLINE, OWN, OWN},
	[THEME_FAULT] = {A_BOLD, 160, COLOR_RED},
	[THEME_WARNING] = {A_BOLD, 166, COLOR_RED},
	[THEME_APPLIES] = {A_BOLD, 34, COLOR_GREEN},
	[THEME_POSSIBLE] = {A_BOLD, 172, COLOR_MAGENTA},
	[THEME_OPEN] = {A_BOLD, 33, COLOR_CYAN},
	[THEME_NO] = {A_BOLD, 244, OWN},
};

/* Whether styles have a pair of colours, which then is the style's own number, after pair 0. */
static bool coloured;

/* https://no-color.org: any value but the empty one. */
static bool is_colour_unwanted(void)
{
	const char *wish = getenv("NO_COLOR");
	return wish && *wish;
}

void theme_start(void)
{
	coloured = !is_colour_unwanted() && has_colors() && start_color() == OK && COLORS >= 8 &&
		   COLOR_PAIRS > THEME_STYLE_COUNT && use_default_colors() == OK;
	if (!coloured)
		return;
	for (short i = 0; i < THEME_STYLE_COUNT; i++)
		init_pair((short)(i + 1), COLORS == 256 ? looks[i].many : looks[i].few, OWN);
}

void theme_use(enum theme_style style)
{
	attr_set(looks[style].attributes, (short)(coloured ? style + 1 : 0), NULL);
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
