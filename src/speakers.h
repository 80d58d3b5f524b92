/* Who speaks which language: the staff's is the locale's or what was chosen instead of it, the
 * client's is none until it is chosen. One of them is spoken at a time, and either or both are
 * shown. gettext belongs to the process, and so does this. */
#ifndef SPEAKERS_H
#define SPEAKERS_H

#include <stdbool.h>
#include <stddef.h>

enum speaker { SPEAKER_STAFF, SPEAKER_CLIENT, SPEAKER_COUNT };

/* Whose language is shown. */
enum speakers_view { SPEAKERS_STAFF, SPEAKERS_BOTH, SPEAKERS_CLIENT };

/*
 * Chooses the client's language, as its catalogue's folder is named ("ro"); copies it. Both are
 * shown from here on. NULL: none, and only the staff's is shown. The staff's is spoken, and is the
 * one that was spoken when a client's language was chosen first.
 */
void speakers_choose(const char *client_language);

/* The client's language, or NULL. */
const char *speakers_client(void);

/* From here on texts are looked up in this language: see languages_speak. Without a client's
 * language it is always the staff's. Returns whose was spoken before. */
enum speaker speakers_turn(enum speaker speaker);

/* Whose is spoken now. */
enum speaker speakers_speaking(void);

/* Without a client's language only the staff's is shown. */
enum speakers_view speakers_view(void);
void speakers_show(enum speakers_view view);

/* Whether the client's language may be shown at all: where the terminal has no letters for it, only
 * the staff's is, and the client's is for what is printed. It may until this is called. */
void speakers_may_show_client(bool may);

/* Fills `shown` with those whose languages are shown, the staff first; returns how many. */
size_t speakers_shown(enum speaker shown[SPEAKER_COUNT]);

#endif
