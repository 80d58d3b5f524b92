#include "batch_json.h"

#include <string.h>
#include <unistr.h>

const char *json_content(
	const struct json_line *line, const struct json_value *value, size_t *length)
{
	*length = value->end - value->start - 2;
	return line->bytes + value->start + 1;
}

static unsigned read_hexadecimal(const char *digits)
{
	unsigned code = 0;
	for (int i = 0; i < 4; i++) {
		unsigned byte = (unsigned char)digits[i];
		code = code << 4 | (byte <= '9' ? byte - '0' : (byte | 0x20) - 'a' + 10);
	}
	return code;
}

static void add_character(struct text *text, unsigned code)
{
	uint8_t bytes[6];
	int length = u8_uctomb(bytes, code, sizeof bytes);
	if (length > 0)
		text_add_bytes(text, (const char *)bytes, (size_t)length);
}

/* Adds what stands behind a backslash; returns the byte behind it. */
static const char *add_escaped(struct text *text, const char *escape)
{
	static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
	if (*escape != 'u') {
		const char *letter = strchr(letters, *escape);
		text_add_bytes(text, letter ? &meant[letter - letters] : escape, 1);
		return escape + 1;
	}
	unsigned code = read_hexadecimal(escape + 1);
	escape += 5;
	if (code >= 0xd800 && code <= 0xdbff) {
		code = 0x10000 + ((code - 0xd800) << 10) + (read_hexadecimal(escape + 2) - 0xdc00);
		escape += 6;
	}
	add_character(text, code);
	return escape;
}

void json_add_content(
	struct text *text, const struct json_line *line, const struct json_value *value)
{
	size_t length;
	const char *content = json_content(line, value, &length), *end = content + length;
	while (content < end) {
		const char *escape = memchr(content, '\\', (size_t)(end - content));
		const char *stop = escape ? escape : end;
		text_add_bytes(text, content, (size_t)(stop - content));
		content = escape ? add_escaped(text, escape + 1) : end;
	}
}

bool json_says(const struct json_line *line, const struct json_value *value, const char *words)
{
	size_t length, wanted = strlen(words);
	const char *content = json_content(line, value, &length);
	if (!value->escaped)
		return length == wanted && memcmp(content, words, wanted) == 0;
	struct text said;
	text_init(&said);
	json_add_content(&said, line, value);
	bool same = said.length == wanted && memcmp(said.bytes, words, wanted) == 0;
	text_destroy(&said);
	return same;
}

/* Adds one character, or what is none. Returns how many bytes it was. */
static size_t add_encoded(struct text *text, const char *content, size_t length)
{
	ucs4_t code;
	unsigned char byte = (unsigned char)*content;
	if (byte == '"' || byte == '\\') {
		text_format(text, "\\%c", byte);
		return 1;
	}
	if (byte < 0x20) {
		text_format(text, "\\u%04x", byte);
		return 1;
	}
	int count = u8_mbtoucr(&code, (const uint8_t *)content, length);
	if (count > 0) {
		text_add_bytes(text, content, (size_t)count);
		return (size_t)count;
	}
	text_add(text, "\xef\xbf\xbd");
	return 1;
}

void json_add_string(struct text *text, const char *content, size_t length)
{
	text_add_bytes(text, "\"", 1);
	for (size_t i = 0; i < length;) {
		size_t plain = i;
		while (plain < length && content[plain] >= ' ' && content[plain] != '"' &&
			content[plain] != '\\')
			plain++;
		text_add_bytes(text, content + i, plain - i);
		i = plain;
		if (i < length)
			i += add_encoded(text, content + i, length - i);
	}
	text_add_bytes(text, "\"", 1);
}

/* A number without its sign: its digits, and how many of them stand before the point. */
struct decimal {
	char digits[64];
	size_t count;
	long point;
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Returns false where it is longer than any whole number of few digits needs to be. */
static bool read_decimal(struct decimal *decimal, const char *written, size_t length)
{
	size_t i = 0;
	bool behind = false;
	long exponent = 0, sign = 1;
	*decimal = (struct decimal){.count = 0};
	for (; i < length && (is_digit(written[i]) || written[i] == '.'); i++) {
		if (written[i] == '.') {
			behind = true;
			continue;
		}
		if (decimal->count == sizeof decimal->digits)
			return false;
		decimal->digits[decimal->count++] = written[i];
		decimal->point += !behind;
	}
	for (i += i < length; i < length; i++) {
		if (written[i] == '-')
			sign = -1;
		else if (is_digit(written[i]) && exponent < 1000)
			exponent = exponent * 10 + written[i] - '0';
	}
	decimal->point += sign * exponent;
	return true;
}

void json_add_number(struct text *text, const char *written, size_t length)
{
	enum { MOST_DIGITS = 6 };
	struct decimal decimal;
	long value = 0;
	bool whole = *written != '-' && read_decimal(&decimal, written, length);
	for (size_t i = 0; whole && i < decimal.count; i++) {
		if ((long)i >= decimal.point)
			whole = decimal.digits[i] == '0';
		else if (value < 1000000)
			value = value * 10 + decimal.digits[i] - '0';
	}
	for (long i = whole ? (long)decimal.count : decimal.point; i < decimal.point; i++)
		value = value < 1000000 ? value * 10 : value;
	if (whole && value < 1000000)
		text_format(text, "%ld", value);
	else
		text_add_bytes(text, written, length);
}
