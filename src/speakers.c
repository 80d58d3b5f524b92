#include "speakers.h"

#include "languages.h"

#include <stdio.h>
#include <stdlib.h>

enum { LANGUAGE_LIMIT = 128 /* of what LANGUAGE may hold, in bytes */ };

/* The process has one gettext, and so one pair of languages. */
static char languages[SPEAKER_COUNT][LANGUAGE_LIMIT];
static enum speaker speaking = SPEAKER_STAFF;
static enum speakers_view view = SPEAKERS_STAFF;
static bool hides_client;

void speakers_choose(const char *client_language)
{
	const char *spoken = getenv("LANGUAGE");
	speakers_turn(SPEAKER_STAFF);
	if (!speakers_client())
		snprintf(languages[SPEAKER_STAFF], LANGUAGE_LIMIT, "%s", spoken ? spoken : "");
	snprintf(languages[SPEAKER_CLIENT], LANGUAGE_LIMIT, "%s",
		client_language ? client_language : "");
	speakers_show(SPEAKERS_BOTH);
}

const char *speakers_client(void)
{
	return *languages[SPEAKER_CLIENT] ? languages[SPEAKER_CLIENT] : NULL;
}

enum speaker speakers_turn(enum speaker speaker)
{
	enum speaker before = speaking;
	if (speaker != speaking && speakers_client()) {
		languages_speak(languages[speaker]);
		speaking = speaker;
	}
	return before;
}

enum speaker speakers_speaking(void)
{
	return speaking;
}

enum speakers_view speakers_view(void)
{
	return view;
}

void speakers_show(enum speakers_view wanted)
{
	view = speakers_client() && !hides_client ? wanted : SPEAKERS_STAFF;
}

void speakers_may_show_client(bool may)
{
	hides_client = !may;
	speakers_show(view);
}

size_t speakers_shown(enum speaker shown[SPEAKER_COUNT])
{
	size_t count = 0;
	if (view != SPEAKERS_CLIENT)
		shown[count++] = SPEAKER_STAFF;
	if (view != SPEAKERS_STAFF)
		shown[count++] = SPEAKER_CLIENT;
	return count;
}
