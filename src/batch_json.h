/* One line of JSON Lines (RFC 8259): the members of its object as ranges of its bytes; and strings
 * in and out of JSON. */
#ifndef BATCH_JSON_H
#define BATCH_JSON_H

#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	JSON_DEPTH_LIMIT = 1000,
	/* So many bytes behind the text must be readable, whatever they are. */
	JSON_MARGIN = 16
};

enum value_type {
	VALUE_STRING,
	VALUE_NUMBER,
	VALUE_TRUE,
	VALUE_FALSE,
	VALUE_NULL,
	VALUE_ARRAY,
	VALUE_OBJECT,
	VALUE_TYPE_COUNT
};

/* A value from its first byte to the one after its last; a string with its quotation marks. */
struct json_value {
	size_t start;
	size_t end;
	enum value_type type;
	bool escaped; /* a string with an escape in it */
};

struct json_member {
	struct json_value name;
	struct json_value value;
};

enum json_fault { JSON_FINE, JSON_EMPTY, JSON_NOT_JSON, JSON_NO_OBJECT, JSON_TOO_DEEP };

/* Used for one line after another. */
struct json_line {
	const char *bytes; /* borrowed, as long as the line is used */
	size_t length;
	struct json_member *members;
	size_t count;
	size_t capacity;
	size_t at; /* where scanning is; at a fault, the byte that it is found at */
	size_t depth;
	size_t close; /* the object's closing brace */
	enum json_fault fault;
};

void json_line_init(struct json_line *line);
void json_line_destroy(struct json_line *line);

/*
 * Finds the members of the object that the bytes are, with blanks around. That the bytes are UTF-8
 * is for the caller to know. Repeated names and numbers of any size are fine. Returns what is
 * wrong; then there are no members.
 */
enum json_fault json_line_read(struct json_line *line, const char *bytes, size_t length);

/* Goes through the items of an array: `at` is moved behind the next item, from the array's start
 * on. Returns false at its end; an item may be of any type. */
bool json_next_item(const struct json_line *line, const struct json_value *array, size_t *at,
	struct json_value *item);

/* What a string says, without its quotation marks and still with its escapes. */
const char *json_content(
	const struct json_line *line, const struct json_value *value, size_t *length);

/* Adds what a string says. */
void json_add_content(
	struct text *text, const struct json_line *line, const struct json_value *value);

/* Whether a string says this. */
bool json_says(const struct json_line *line, const struct json_value *value, const char *words);

/* Adds a text as a string of JSON, with quotation marks around it. Bytes that are not UTF-8 become
 * U+FFFD. */
void json_add_string(struct text *text, const char *content, size_t length);

/*
 * Adds a number as whole digits, where it is a whole number of at most 6 of them: 17, 17.0 and
 * 1.7e1 are the same. Adds any other as it is written.
 */
void json_add_number(struct text *text, const char *written, size_t length);

#endif
