#include "reader_bytes.h"

#include "languages.h"
#include "reader_fault.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

static bool begins_with(const struct reading *reading, const char *bytes)
{
	size_t length = strlen(bytes);
	return reading->length >= length && memcmp(reading->text, bytes, length) == 0;
}

bool bytes_refuse(ucs4_t character)
{
	if (character < 0x20)
		return character != '\t' && character != '\n' && character != '\r';
	return (character >= 0x7F && character <= 0x9F) || character == 0x2028 ||
	       character == 0x2029 || character == 0xFEFF || character == 0xFFFE ||
	       character == 0xFFFF;
}

/* Where in the text the check has come to. */
struct position {
	const char *at;
	unsigned line;
	unsigned column;
};

static void say_refused(struct reading *reading, const struct position *position, ucs4_t character)
{
	if (character == 0)
		fault_at(reading, position->line, position->column,
			_("a NUL byte, which no text has: save the file as plain text in UTF-8"));
	else if (character == 0xFEFF)
		fault_at(reading, position->line, position->column,
			_("a byte order mark (U+FEFF) in the middle of the file: delete this "
			  "invisible character"));
	else
		fault_at(reading, position->line, position->column,
			_("an invisible control character (U+%04X): delete it"),
			(unsigned)character);
}

/* In Latin-1 an accented letter is one byte, and mostly stands among plain ones. */
static void say_not_utf8(struct reading *reading, const struct position *position)
{
	const char *at = position->at, *end = reading->text + reading->length;
	bool alone = (at == reading->text || (unsigned char)at[-1] < 0x80) &&
		     (at + 1 == end || (unsigned char)at[1] < 0x80);
	unsigned byte = (unsigned char)*at;
	if (alone)
		fault_at(reading, position->line, position->column,
			_("the byte \\x%02X is not UTF-8: the file looks like Latin-1 or "
			  "Windows-1252; save the file as UTF-8"),
			byte);
	else
		fault_at(reading, position->line, position->column,
			_("the byte \\x%02X is not UTF-8: save the file as UTF-8"), byte);
}

/* Goes past one character that is not plain ASCII. Returns false with a fault where it is refused.
 */
static bool check_character(struct reading *reading, struct position *position)
{
	ucs4_t character;
	size_t left = (size_t)(reading->text + reading->length - position->at);
	int length = u8_mbtoucr(&character, (const uint8_t *)position->at, left);
	if (length < 1) {
		say_not_utf8(reading, position);
		return false;
	}
	if (bytes_refuse(character)) {
		say_refused(reading, position, character);
		return false;
	}
	position->at += length;
	position->column++;
	return true;
}

/* Goes past one line break, of which CR LF is one. */
static void pass_break(struct position *position, const char *end)
{
	if (position->at[0] == '\r' && position->at + 1 < end && position->at[1] == '\n')
		position->at++;
	position->at++;
	position->line++;
	position->column = 1;
}

static bool check_characters(struct reading *reading)
{
	struct position position = {reading->text, 1, 1};
	const char *end = reading->text + reading->length;
	while (position.at < end) {
		char byte = *position.at;
		if (byte >= ' ' && byte <= '~') {
			position.at++;
			position.column++;
		} else if (byte == '\n' || byte == '\r') {
			pass_break(&position, end);
		} else if (!check_character(reading, &position)) {
			return false;
		}
	}
	return true;
}

bool bytes_check(struct reading *reading)
{
	static const char mark[] = "\xEF\xBB\xBF";
	if (begins_with(reading, "\xFF\xFE") || begins_with(reading, "\xFE\xFF")) {
		fault_of_file(reading, _("the file is in UTF-16: save it as UTF-8"));
		return false;
	}
	if (begins_with(reading, mark)) {
		reading->text += strlen(mark);
		reading->length -= strlen(mark);
	}
	return check_characters(reading);
}
