/* Which letters a language is written in: a terminal may lack them. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdint.h>

enum script {
	SCRIPT_LATIN, /* which every terminal has, if need be without accents */
	SCRIPT_VIETNAMESE, /* Latin, with more marks than elsewhere */
	SCRIPT_CYRILLIC,
	SCRIPT_ARABIC,
	SCRIPT_ETHIOPIC,
	SCRIPT_CHINESE,
	SCRIPT_OTHER,
	SCRIPT_COUNT
};

/* Of a language's code, as a catalogue or a locale has it: "fa", "zh_CN", "uk_UA.UTF-8". */
enum script script_of_language(const char *language);

/* A letter that all who can show the script have, in the form in which it is sent to a terminal; 0
 * for SCRIPT_LATIN and SCRIPT_OTHER. */
uint32_t script_sample(enum script script);

/* The sentence that a terminal cannot show it; in the language shown. */
const char *script_cannot_be_shown(enum script script);

#endif
