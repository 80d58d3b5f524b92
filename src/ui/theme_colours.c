#include "theme_colours.h"

#include <stdlib.h>
#include <string.h>

/* The first eight colours, in the order of ECMA-48, 8.3.117. */
enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define LOOK(foreground, background)                                                               \
	{                                                                                          \
		foreground, background, false, false, false                                        \
	}
#define BOLD(foreground, background)                                                               \
	{                                                                                          \
		foreground, background, true, false, false                                         \
	}
#define UNDERLINED(foreground, background)                                                         \
	{                                                                                          \
		foreground, background, false, true, false                                         \
	}

static const struct theme_look monochrome[THEME_STYLE_COUNT] = {
	[THEME_PLAIN] = LOOK(THEME_OWN, THEME_OWN),
	[THEME_QUIET] = LOOK(THEME_OWN, THEME_OWN),
	[THEME_STRONG] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_KEY] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_CHOSEN] = {THEME_OWN, THEME_OWN, false, false, true},
	[THEME_FIELD] = UNDERLINED(THEME_OWN, THEME_OWN),
	[THEME_FAULT] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_WARNING] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_APPLIES] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_POSSIBLE] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_OPEN] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_NO] = BOLD(THEME_OWN, THEME_OWN),
	[THEME_CHANGED] = BOLD(THEME_OWN, THEME_OWN),
};

/*
 * With eight colours. Bold makes a colour brighter on the Linux console always, and on xterm and
 * others unless they are told not to: on white nothing is bold, as even black would be grey. The
 * Linux console's white is a grey on which only black and blue can be read, and its yellow a brown;
 * red, magenta and blue are too dark for black.
 */
static const struct theme_look eight[THEME_COUNT][THEME_STYLE_COUNT] =
	{
		[THEME_LIGHT] =
			{
				[THEME_PLAIN] = LOOK(BLACK, WHITE),
				[THEME_QUIET] = LOOK(BLACK, WHITE),
				[THEME_STRONG] = LOOK(BLUE, WHITE),
				[THEME_KEY] = LOOK(BLUE, WHITE),
				[THEME_CHOSEN] = LOOK(WHITE, BLACK),
				[THEME_FIELD] = LOOK(BLACK, CYAN),
				[THEME_FAULT] = BOLD(WHITE, RED),
				[THEME_WARNING] = BOLD(WHITE, RED),
				[THEME_APPLIES] = LOOK(BLACK, GREEN),
				[THEME_POSSIBLE] = BOLD(WHITE, BLUE),
				[THEME_OPEN] = LOOK(BLUE, WHITE),
				[THEME_NO] = LOOK(BLACK, WHITE),
				[THEME_CHANGED] = LOOK(BLUE, WHITE),
			},
		[THEME_DARK] =
			{
				[THEME_PLAIN] = LOOK(WHITE, BLACK),
				[THEME_QUIET] = LOOK(WHITE, BLACK),
				[THEME_STRONG] = BOLD(WHITE, BLACK),
				[THEME_KEY] = LOOK(CYAN, BLACK),
				[THEME_CHOSEN] = LOOK(BLACK, WHITE),
				[THEME_FIELD] = BOLD(WHITE, BLUE),
				[THEME_FAULT] = BOLD(YELLOW, BLACK),
				[THEME_WARNING] = BOLD(YELLOW, BLACK),
				[THEME_APPLIES] = BOLD(GREEN, BLACK),
				[THEME_POSSIBLE] = BOLD(YELLOW, BLACK),
				[THEME_OPEN] = BOLD(CYAN, BLACK),
				[THEME_NO] = LOOK(WHITE, BLACK),
				[THEME_CHANGED] = BOLD(YELLOW, BLACK),
			},
		[THEME_CONTRAST] =
			{
				[THEME_PLAIN] = LOOK(WHITE, BLACK),
				[THEME_QUIET] = LOOK(WHITE, BLACK),
				[THEME_STRONG] = BOLD(WHITE, BLACK),
				[THEME_KEY] = BOLD(CYAN, BLACK),
				[THEME_CHOSEN] = LOOK(BLACK, WHITE),
				[THEME_FIELD] = BOLD(WHITE, BLUE),
				[THEME_FAULT] = BOLD(YELLOW, BLACK),
				[THEME_WARNING] = BOLD(YELLOW, BLACK),
				[THEME_APPLIES] = BOLD(GREEN, BLACK),
				[THEME_POSSIBLE] = BOLD(YELLOW, BLACK),
				[THEME_OPEN] = BOLD(CYAN, BLACK),
				[THEME_NO] = BOLD(WHITE, BLACK),
				[THEME_CHANGED] = BOLD(YELLOW, BLACK),
			},
};

/* With 256: ink on paper, lamplight in a dark room, and as much contrast as there is. The first 16
 * are not used, as each terminal mixes them its own way. */
enum {
	PAPER = 230, /* #ffffd7 */
	INK = 235, /* #262626, and the dark theme's background */
	SAND = 187, /* #d7d7af */
	PEACH = 223, /* #ffd7af */
	NIGHT = 16, /* #000000 */
	SNOW = 231, /* #ffffff */
	BROWN = 94, /* #875f00 */
};

static const struct theme_look many[THEME_COUNT][THEME_STYLE_COUNT] =
	{
		[THEME_LIGHT] =
			{
				[THEME_PLAIN] = LOOK(INK, PAPER),
				[THEME_QUIET] = LOOK(240, PAPER), /* grey */
				[THEME_STRONG] = BOLD(INK, PAPER),
				[THEME_KEY] = LOOK(24, PAPER), /* dark blue */
				[THEME_CHOSEN] = BOLD(SNOW, BROWN),
				[THEME_FIELD] = UNDERLINED(INK, SNOW),
				[THEME_FAULT] = BOLD(124, PAPER), /* dark red */
				[THEME_WARNING] = BOLD(124, PAPER),
				[THEME_APPLIES] = BOLD(22, PAPER), /* dark green */
				[THEME_POSSIBLE] = BOLD(BROWN, PAPER),
				[THEME_OPEN] = BOLD(24, PAPER),
				[THEME_NO] = BOLD(240, PAPER),
				[THEME_CHANGED] = BOLD(89, PAPER), /* raspberry */
			},
		[THEME_DARK] =
			{
				[THEME_PLAIN] = LOOK(PEACH, INK),
				[THEME_QUIET] = LOOK(180, INK), /* tan */
				[THEME_STRONG] = BOLD(PAPER, INK),
				[THEME_KEY] = LOOK(116, INK), /* light teal */
				[THEME_CHOSEN] = BOLD(INK, PEACH),
				[THEME_FIELD] = UNDERLINED(PAPER, 238), /* on dark grey */
				[THEME_FAULT] = BOLD(210, INK), /* light red */
				[THEME_WARNING] = BOLD(210, INK),
				[THEME_APPLIES] = BOLD(150, INK), /* light green */
				[THEME_POSSIBLE] = BOLD(221, INK), /* yellow */
				[THEME_OPEN] = BOLD(117, INK), /* light blue */
				[THEME_NO] = BOLD(SAND, INK),
				[THEME_CHANGED] = BOLD(215, INK), /* orange */
			},
		[THEME_CONTRAST] =
			{
				[THEME_PLAIN] = LOOK(SNOW, NIGHT),
				[THEME_QUIET] = LOOK(SNOW, NIGHT),
				[THEME_STRONG] = BOLD(SNOW, NIGHT),
				[THEME_KEY] = BOLD(123, NIGHT), /* cyan */
				[THEME_CHOSEN] = BOLD(NIGHT, 226), /* on yellow */
				[THEME_FIELD] = LOOK(NIGHT, SNOW),
				[THEME_FAULT] = BOLD(217, NIGHT), /* pink */
				[THEME_WARNING] = BOLD(217, NIGHT),
				[THEME_APPLIES] = BOLD(120, NIGHT), /* light green */
				[THEME_POSSIBLE] = BOLD(228, NIGHT), /* light yellow */
				[THEME_OPEN] = BOLD(123, NIGHT),
				[THEME_NO] = BOLD(SNOW, NIGHT),
				[THEME_CHANGED] = BOLD(214, NIGHT), /* orange */
			},
};

const struct theme_look *theme_colours_look(
	enum theme theme, enum theme_depth depth, enum theme_style style)
{
	if (depth == THEME_MONOCHROME)
		return &monochrome[style];
	return depth == THEME_EIGHT ? &eight[theme][style] : &many[theme][style];
}

/*
 * Where the terminal does not say: dark. The Linux console, PuTTY, and most of what is reached over
 * SSH, which does not pass the variable on, are dark; with eight colours dark is what can have the
 * most of them; and a bright screen lights up the room at night, where a dark one by day only
 * differs from the windows beside it.
 */
static enum theme guess(const char *colours)
{
	const char *last = colours ? strrchr(colours, ';') : NULL;
	char *end;
	if (!last || last[1] < '0' || last[1] > '9')
		return THEME_DARK;
	/* White, and the brighter half but for dark grey: as vim and others read it. */
	long background = strtol(last + 1, &end, 10);
	bool light = background == WHITE || (background > 8 && background < 16);
	return light && !*end ? THEME_LIGHT : THEME_DARK;
}

enum theme theme_colours_choose(enum theme_choice choice, const char *colours)
{
	static const enum theme themes[THEME_CHOICE_COUNT] = {
		[THEME_CHOICE_LIGHT] = THEME_LIGHT,
		[THEME_CHOICE_DARK] = THEME_DARK,
		[THEME_CHOICE_CONTRAST] = THEME_CONTRAST,
	};
	return choice == THEME_CHOICE_AUTO ? guess(colours) : themes[choice];
}
