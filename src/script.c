#include "script.h"

#include "gettext.h"

#include <stddef.h>
#include <string.h>

/* All others that the program may come to speak are written in Latin letters. */
static const struct {
	const char *language;
	enum script script;
} written[] = {
	{"am", SCRIPT_ETHIOPIC},
	{"ar", SCRIPT_ARABIC},
	{"be", SCRIPT_CYRILLIC},
	{"bg", SCRIPT_CYRILLIC},
	{"bn", SCRIPT_OTHER},
	{"ckb", SCRIPT_ARABIC},
	{"el", SCRIPT_OTHER},
	{"fa", SCRIPT_ARABIC},
	{"he", SCRIPT_OTHER},
	{"hi", SCRIPT_OTHER},
	{"hy", SCRIPT_OTHER},
	{"ja", SCRIPT_OTHER},
	{"ka", SCRIPT_OTHER},
	{"kk", SCRIPT_CYRILLIC},
	{"km", SCRIPT_OTHER},
	{"ko", SCRIPT_OTHER},
	{"ky", SCRIPT_CYRILLIC},
	{"lo", SCRIPT_OTHER},
	{"mk", SCRIPT_CYRILLIC},
	{"mn", SCRIPT_CYRILLIC},
	{"my", SCRIPT_OTHER},
	{"ne", SCRIPT_OTHER},
	{"pa", SCRIPT_OTHER},
	{"prs", SCRIPT_ARABIC},
	{"ps", SCRIPT_ARABIC},
	{"ru", SCRIPT_CYRILLIC},
	{"si", SCRIPT_OTHER},
	{"sr", SCRIPT_CYRILLIC},
	{"ta", SCRIPT_OTHER},
	{"tg", SCRIPT_CYRILLIC},
	{"th", SCRIPT_OTHER},
	{"ti", SCRIPT_ETHIOPIC},
	{"uk", SCRIPT_CYRILLIC},
	{"ur", SCRIPT_ARABIC},
	{"vi", SCRIPT_VIETNAMESE},
	{"zh", SCRIPT_CHINESE},
};

static const uint32_t samples[SCRIPT_COUNT] = {
	[SCRIPT_VIETNAMESE] = 0x1EBF, /* ế */
	[SCRIPT_CYRILLIC] = 0x0436, /* ж */
	[SCRIPT_ARABIC] = 0xFE91, /* beh, at the beginning of a word */
	[SCRIPT_ETHIOPIC] = 0x1230, /* sä */
	[SCRIPT_CHINESE] = 0x4E2D, /* middle */
};

enum script script_of_language(const char *language)
{
	size_t length = strcspn(language, "_.@:");
	for (size_t i = 0; i < sizeof written / sizeof written[0]; i++)
		if (strlen(written[i].language) == length &&
			strncmp(language, written[i].language, length) == 0)
			return written[i].script;
	return SCRIPT_LATIN;
}

uint32_t script_sample(enum script script)
{
	return samples[script];
}

const char *script_cannot_be_shown(enum script script)
{
	static const char *const sentences[SCRIPT_COUNT] = {
		[SCRIPT_VIETNAMESE] =
			N_("This terminal cannot show Vietnamese letters; the paper (PDF) can."),
		[SCRIPT_CYRILLIC] =
			N_("This terminal cannot show Cyrillic letters; the paper (PDF) can."),
		[SCRIPT_ARABIC] =
			N_("This terminal cannot show Arabic letters; the paper (PDF) can."),
		/* TRANSLATORS: the letters of Tigrinya and Amharic. */
		[SCRIPT_ETHIOPIC] =
			N_("This terminal cannot show Ethiopic letters; the paper (PDF) can."),
		[SCRIPT_CHINESE] =
			N_("This terminal cannot show Chinese characters; the paper (PDF) can."),
		[SCRIPT_OTHER] = N_("This terminal cannot show the letters of this language; the "
				    "paper (PDF) can."),
	};
	return sentences[script] ? _(sentences[script]) : "";
}
