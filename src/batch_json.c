#include "batch_json.h"

#include "batch_block.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

static bool scan_value(struct json_line *line, struct json_value *value);

void json_line_init(struct json_line *line)
{
	*line = (struct json_line){.capacity = 32};
	line->members = memory_new(line->capacity, sizeof *line->members);
}

void json_line_destroy(struct json_line *line)
{
	free(line->members);
}

static bool refuse(struct json_line *line, enum json_fault fault)
{
	line->fault = fault;
	return false;
}

/* The byte that scanning is at; 0, which JSON never has, at the end. */
static inline char peek(const struct json_line *line)
{
	return line->at < line->length ? line->bytes[line->at] : '\0';
}

static inline void skip_blanks(struct json_line *line)
{
	for (;; line->at++) {
		char byte = peek(line);
		if (byte > ' ' || (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n'))
			return;
	}
}

static bool take(struct json_line *line, char byte)
{
	if (peek(line) != byte || byte == '\0')
		return false;
	line->at++;
	return true;
}

static bool scan_word(struct json_line *line, const char *word)
{
	for (; *word; word++)
		if (!take(line, *word))
			return refuse(line, JSON_NOT_JSON);
	return true;
}

static bool scan_true(struct json_line *line, struct json_value *value)
{
	value->type = VALUE_TRUE;
	return scan_word(line, "true");
}

static bool scan_false(struct json_line *line, struct json_value *value)
{
	value->type = VALUE_FALSE;
	return scan_word(line, "false");
}

static bool scan_null(struct json_line *line, struct json_value *value)
{
	value->type = VALUE_NULL;
	return scan_word(line, "null");
}

static bool scan_digits(struct json_line *line)
{
	size_t start = line->at;
	while (peek(line) >= '0' && peek(line) <= '9')
		line->at++;
	return line->at > start || refuse(line, JSON_NOT_JSON);
}

static bool scan_number(struct json_line *line, struct json_value *value)
{
	value->type = VALUE_NUMBER;
	take(line, '-');
	if (!take(line, '0') && !scan_digits(line))
		return false;
	if (take(line, '.') && !scan_digits(line))
		return false;
	if (!take(line, 'e') && !take(line, 'E'))
		return true;
	if (!take(line, '+'))
		take(line, '-');
	return scan_digits(line);
}

/* Four hexadecimal digits; adds them to `code`. */
static bool scan_hexadecimal(struct json_line *line, unsigned *code)
{
	static const char digits[] = "0123456789abcdef";
	for (int i = 0; i < 4; i++, line->at++) {
		char byte = peek(line);
		const char *digit = byte ? strchr(digits, byte | 0x20) : NULL;
		/* Digits have that bit already; what else gets one is no digit. */
		if (!digit || (byte < '0'))
			return refuse(line, JSON_NOT_JSON);
		*code = *code << 4 | (unsigned)(digit - digits);
	}
	return true;
}

/* A surrogate without its other half is no character, so no text either. */
static bool scan_code(struct json_line *line)
{
	unsigned first = 0, second = 0;
	if (!scan_hexadecimal(line, &first))
		return false;
	if (first < 0xd800 || first > 0xdfff)
		return true;
	if (first > 0xdbff || !take(line, '\\') || !take(line, 'u') ||
		!scan_hexadecimal(line, &second) || second < 0xdc00 || second > 0xdfff)
		return refuse(line, JSON_NOT_JSON);
	return true;
}

static bool scan_escape(struct json_line *line)
{
	char byte = peek(line);
	line->at++;
	if (byte == 'u')
		return scan_code(line);
	if (byte && strchr("\"\\/bfnrt", byte))
		return true;
	line->at--;
	return refuse(line, JSON_NOT_JSON);
}

/* Goes to the next byte that cannot stand in a string as it is. */
static inline void skip_characters(struct json_line *line)
{
	unsigned found = 0;
	while (line->at < line->length && !(found = block_find_special(line->bytes + line->at)))
		line->at += 16;
	if (found)
		line->at += (size_t)__builtin_ctz(found);
	if (line->at > line->length)
		line->at = line->length;
}

static bool scan_string(struct json_line *line, struct json_value *value)
{
	value->type = VALUE_STRING;
	value->escaped = false;
	line->at++;
	for (;;) {
		skip_characters(line);
		if (take(line, '"'))
			return true;
		if (!take(line, '\\'))
			return refuse(line, JSON_NOT_JSON);
		value->escaped = true;
		if (!scan_escape(line))
			return false;
	}
}

static bool go_down(struct json_line *line)
{
	line->at++;
	return line->depth++ < JSON_DEPTH_LIMIT || refuse(line, JSON_TOO_DEEP);
}

static bool scan_array(struct json_line *line, struct json_value *value)
{
	struct json_value item;
	if (!go_down(line))
		return false;
	skip_blanks(line);
	if (!take(line, ']')) {
		do {
			if (!scan_value(line, &item))
				return false;
		} while (take(line, ','));
		if (!take(line, ']'))
			return refuse(line, JSON_NOT_JSON);
	}
	line->depth--;
	value->type = VALUE_ARRAY;
	return true;
}

/* A name with its colon, and its value; blanks around all of them. */
static bool scan_member(struct json_line *line, struct json_member *member)
{
	skip_blanks(line);
	member->name.start = line->at;
	if (peek(line) != '"')
		return refuse(line, JSON_NOT_JSON);
	if (!scan_string(line, &member->name))
		return false;
	member->name.end = line->at;
	skip_blanks(line);
	if (!take(line, ':'))
		return refuse(line, JSON_NOT_JSON);
	return scan_value(line, &member->value);
}

static bool scan_object(struct json_line *line, struct json_value *value)
{
	struct json_member member;
	if (!go_down(line))
		return false;
	skip_blanks(line);
	if (!take(line, '}')) {
		do {
			if (!scan_member(line, &member))
				return false;
		} while (take(line, ','));
		if (!take(line, '}'))
			return refuse(line, JSON_NOT_JSON);
	}
	line->depth--;
	value->type = VALUE_OBJECT;
	return true;
}

/* By the first byte of a value, what it is. */
static bool scan_any(struct json_line *line, struct json_value *value)
{
	switch (peek(line)) {
	case '"':
		return scan_string(line, value);
	case '{':
		return scan_object(line, value);
	case '[':
		return scan_array(line, value);
	case 't':
		return scan_true(line, value);
	case 'f':
		return scan_false(line, value);
	case 'n':
		return scan_null(line, value);
	default:
		return scan_number(line, value);
	}
}

static bool scan_value(struct json_line *line, struct json_value *value)
{
	value->escaped = false;
	skip_blanks(line);
	value->start = line->at;
	if (!scan_any(line, value))
		return false;
	value->end = line->at;
	skip_blanks(line);
	return true;
}

/* As scan_object, but the members are kept. */
static bool scan_line(struct json_line *line)
{
	line->at++;
	line->depth = 1;
	skip_blanks(line);
	if (peek(line) != '}') {
		do {
			if (line->count == line->capacity) {
				line->capacity *= 2;
				line->members = memory_grow(
					line->members, line->capacity, sizeof *line->members);
			}
			if (!scan_member(line, &line->members[line->count]))
				return false;
			line->count++;
		} while (take(line, ','));
	}
	line->close = line->at;
	return take(line, '}') || refuse(line, JSON_NOT_JSON);
}

enum json_fault json_line_read(struct json_line *line, const char *bytes, size_t length)
{
	struct json_value value;
	line->bytes = bytes;
	line->length = length;
	line->at = line->depth = line->count = 0;
	line->fault = JSON_FINE;
	skip_blanks(line);
	if (line->at == length)
		return line->fault = JSON_EMPTY;
	bool is_object = peek(line) == '{';
	if (is_object ? scan_line(line) : scan_value(line, &value)) {
		skip_blanks(line);
		if (line->at < line->length)
			line->fault = JSON_NOT_JSON;
		else if (!is_object)
			line->fault = JSON_NO_OBJECT;
	}
	if (line->fault)
		line->count = 0;
	return line->fault;
}

bool json_next_item(const struct json_line *line, const struct json_value *array, size_t *at,
	struct json_value *item)
{
	struct json_line inside = *line;
	inside.at = *at > array->start ? *at : array->start + 1;
	inside.depth = 0;
	skip_blanks(&inside);
	take(&inside, ',');
	skip_blanks(&inside);
	if (inside.at + 1 >= array->end || !scan_value(&inside, item))
		return false;
	*at = item->end;
	return true;
}
