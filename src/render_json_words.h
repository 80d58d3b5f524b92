/* What people read of a summary, in one language, for its JSON. */
#ifndef RENDER_JSON_WORDS_H
#define RENDER_JSON_WORDS_H

#include "summary.h"

#include <jansson.h>

/*
 * The words in the staff's language, which is the one shown, and in the client's where that is not
 * NULL: an array for the key `words`, as rules/schema/summary.schema.json has it. Returns owned.
 */
json_t *render_json_words(const struct summary *summary, const char *client_language);

#endif
