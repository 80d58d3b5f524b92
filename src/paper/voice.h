/* A language on the page: how its lines run, and how far apart they stand. */
#ifndef VOICE_H
#define VOICE_H

#include <pango/pangocairo.h>

#include <stdbool.h>

struct voice {
	PangoContext *context; /* owned */
	PangoLanguage *language;
	bool right_to_left; /* where its lines begin, whatever one of them holds */
	double pitch; /* from one line to the next, in sizes of the type */
};

/* `language` as BCP 47 has it. */
void voice_init(struct voice *voice, cairo_t *cairo, const char *language);
void voice_destroy(struct voice *voice);

#endif
