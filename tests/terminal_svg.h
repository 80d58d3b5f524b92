/* The screen of a test terminal as a picture for people to look at, in SVG: from the cells alone,
 * so that the same screen always gives the same bytes. */
#ifndef TERMINAL_SVG_H
#define TERMINAL_SVG_H

struct terminal;

/*
 * SVG 1.1 that needs nothing else: the text is text, each run of it told how wide it is so that
 * columns stand under each other in any font; the title, and as the description the screen's text,
 * are for screen readers. Where the program leaves colours to the terminal, it is light on dark.
 * Returns owned.
 */
char *terminal_svg(struct terminal *terminal, const char *title);

#endif
