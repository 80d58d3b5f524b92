#include "languages.h"

#include <iconv.h>
#include <langinfo.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* Into the locale's encoding: strictly, and with glibc's own replacements ("ss", "EUR"). */
struct encoder {
	iconv_t strict;
	iconv_t loose;
};

static bool convert(iconv_t converter, const char *bytes, size_t length, struct text *text)
{
	char out[32];
	/* iconv reads only, but its parameter is older than const. */
	char *from = (char *)(uintptr_t)bytes, *to = out;
	size_t room = sizeof out;
	if (converter == (iconv_t)-1)
		return false;
	if (iconv(converter, &from, &length, &to, &room) == (size_t)-1) {
		iconv(converter, NULL, NULL, NULL, NULL);
		return false;
	}
	text_add_bytes(text, out, sizeof out - room);
	return true;
}

/* Returns how long the first character is where nothing but accents follows it, else 0. */
static size_t measure_base(const uint8_t *parts, size_t count)
{
	int first = u8_mblen(parts, count);
	if (first <= 0)
		return 0;
	for (size_t at = (size_t)first; at < count;) {
		ucs4_t mark;
		at += (size_t)u8_mbtouc(&mark, parts + at, count - at);
		if (uc_combining_class(mark) == UC_CCC_NR)
			return 0;
	}
	return (size_t)first;
}

/* The letter without its accents. */
static bool convert_base(
	const struct encoder *encoder, const char *bytes, size_t length, struct text *text)
{
	uint8_t room[64];
	size_t count = sizeof room;
	uint8_t *parts = u8_normalize(UNINORM_NFKD, (const uint8_t *)bytes, length, room, &count);
	if (!parts)
		return false;
	size_t base = measure_base(parts, count);
	bool converted = base && convert(encoder->strict, (const char *)parts, base, text);
	if (parts != room)
		free(parts);
	return converted;
}

static void add_character(
	const struct encoder *encoder, const char *bytes, size_t length, struct text *text)
{
	if (convert(encoder->strict, bytes, length, text) ||
		convert_base(encoder, bytes, length, text) ||
		convert(encoder->loose, bytes, length, text))
		return;
	text_add(text, "?");
}

static void open_encoder(struct encoder *encoder)
{
	char loose[64];
	const char *encoding = nl_langinfo(CODESET);
	snprintf(loose, sizeof loose, "%s//TRANSLIT", encoding);
	encoder->strict = iconv_open(encoding, "UTF-8");
	encoder->loose = iconv_open(loose, "UTF-8");
}

static void close_encoder(struct encoder *encoder)
{
	if (encoder->strict != (iconv_t)-1)
		iconv_close(encoder->strict);
	if (encoder->loose != (iconv_t)-1)
		iconv_close(encoder->loose);
}

void languages_add_encoded(struct text *text, const char *words)
{
	struct encoder encoder;
	size_t length;
	const char *end = words + strlen(words);
	if (languages_is_utf8()) {
		text_add(text, words);
		return;
	}
	open_encoder(&encoder);
	for (; words < end; words += length) {
		int bytes = u8_mblen((const uint8_t *)words, (size_t)(end - words));
		length = bytes > 0 ? (size_t)bytes : 1;
		if (length == 1 && (unsigned char)*words < 0x80)
			text_add_bytes(text, words, 1);
		else
			add_character(&encoder, words, length, text);
	}
	close_encoder(&encoder);
}
