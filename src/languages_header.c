#include "languages.h"

#include <stdlib.h>
#include <string.h>

/* Finds a field in the header of a catalogue, which gettext gives as the translation of "". Returns
 * where its value begins, up to the end of the line, or NULL. */
static const char *find_field(const char *domain, const char *field)
{
	static const char header[] = ""; /* xgettext must not take it for a text */
	const char *line = dgettext(domain, header);
	size_t length = strlen(field);
	while (line && *line) {
		if (strncmp(line, field, length) == 0 && line[length] == ':')
			return line + length + 1 + strspn(line + length + 1, " ");
		line = strchr(line, '\n');
		line = line ? line + 1 : NULL;
	}
	return NULL;
}

void languages_add_shown(struct text *text, const char *otherwise)
{
	const char *found = find_field("iom-screener", "Language");
	size_t length = found ? strcspn(found, "\n") : 0;
	if (length)
		text_add_bytes(text, found, length);
	else if (otherwise)
		text_add(text, otherwise);
}

static bool is_unreviewed(const char *domain)
{
	const char *found = find_field(domain, "X-Reviewed-by-native-speaker");
	return found && strncmp(found, "no", 2) == 0;
}

bool languages_reviewed(const struct pack *pack)
{
	/* Looking up any text of the pack has its catalogue found. */
	languages_pack_text(pack, pack->title);
	return !is_unreviewed("iom-screener") && !is_unreviewed(pack->id);
}

const char *languages_spoken(void)
{
	const char *spoken = getenv("LANGUAGE");
	return spoken ? spoken : "";
}
