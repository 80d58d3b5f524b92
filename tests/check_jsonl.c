/* The reading of JSON, held against jansson on random text, good and bad. */
#include "batch_json.h"

#include "random_pack.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum { ROUNDS = 60000, PIECES_LIMIT = 24 };

/* What random text is made of. No number is larger than jansson takes, and a name with a NUL in it
 * is not text to jansson. */
static const char *const pieces[] = {"{", "}", "[", "]", ":", ",", " ", "\t", "\"a\"",
	"\"b\":", "\"c\" : ", "\"\"", "\"\xc3\xa9\"", "\"\\u00e9\\n\\\"\\\\\\/\"",
	"\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83dx\"", "\"\\x\"",
	"\"\\u12g4\"", "\"\\u12\"", "\"\x1f\"", "\"", "\\", "1", "-1", "0", "01", "-", "1.5", "1.",
	".5", "2e3", "2E-3", "2e", "1e+1", "true", "false", "null", "tru", "nul", "'", "{\"a\":1}",
	"[1,2]", "\"long enough to fill a block\""};

static void draw_pieces(struct random *random, struct text *text)
{
	unsigned count = random_below(random, PIECES_LIMIT);
	for (unsigned i = 0; i < count; i++)
		text_add(text, pieces[random_below(random, sizeof pieces / sizeof pieces[0])]);
}

static void draw_value(struct random *random, struct text *text, unsigned depth);

static void draw_items(struct random *random, struct text *text, unsigned depth, bool named)
{
	static const char *const names[] = {"\"a\":", "\"b\" :", "\t\"c\": ", "\"\\u0061\":",
		"\"\":", "\"a longer name, really\":"};
	unsigned count = random_below(random, 5);
	text_add(text, named ? "{" : "[");
	for (unsigned i = 0; i < count; i++) {
		text_add(text, i ? "," : "");
		text_add(text, named ? names[random_below(random, 6)] : "");
		draw_value(random, text, depth + 1);
	}
	text_add(text, named ? "}" : "]");
}

static void draw_value(struct random *random, struct text *text, unsigned depth)
{
	static const char *const values[] = {"1", "-0.5e-2", "true", "false", "null", "\"\"",
		"\"plain\"", "\"\\u00e9\\ud83d\\ude00\\b\\f\\n\\r\\t\\\"\\\\\\/\"", "\"a\\u0000b\"",
		"\"\xe2\x82\xac and much more than sixteen bytes\""};
	unsigned kind = random_below(random, depth < 4 ? 4 : 2);
	if (kind < 2)
		text_add(text, values[random_below(random, sizeof values / sizeof values[0])]);
	else
		draw_items(random, text, depth, kind == 2);
}

static void draw_object(struct random *random, struct text *text)
{
	draw_items(random, text, 0, true);
}

/* Good text with one byte changed, left out or put in. */
static void draw_damaged(struct random *random, struct text *text)
{
	struct text good;
	text_init(&good);
	draw_object(random, &good);
	size_t at = random_below(random, (unsigned)good.length);
	unsigned kind = random_below(random, 3);
	text_add_bytes(text, good.bytes, at);
	if (kind)
		text_add_bytes(text, &"{}[]:,\"\\ 0a-.etu"[random_below(random, 16)], 1);
	size_t rest = at + (kind != 2);
	text_add_bytes(text, good.bytes + rest, good.length - rest);
	text_destroy(&good);
}

static const enum value_type types[] = {
	[JSON_OBJECT] = VALUE_OBJECT,
	[JSON_ARRAY] = VALUE_ARRAY,
	[JSON_STRING] = VALUE_STRING,
	[JSON_INTEGER] = VALUE_NUMBER,
	[JSON_REAL] = VALUE_NUMBER,
	[JSON_TRUE] = VALUE_TRUE,
	[JSON_FALSE] = VALUE_FALSE,
	[JSON_NULL] = VALUE_NULL,
};

/* The range of bytes that a value is, read by jansson on its own. */
static json_t *read_range(const struct json_line *line, const struct json_value *value)
{
	return json_loadb(line->bytes + value->start, value->end - value->start,
		JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
}

static void compare_string(
	const struct json_line *line, const struct json_value *value, const json_t *expected)
{
	struct text said;
	text_init(&said);
	json_add_content(&said, line, value);
	ck_assert_uint_eq(said.length, json_string_length(expected));
	ck_assert_mem_eq(said.bytes, json_string_value(expected), said.length);
	ck_assert(value->escaped || json_says(line, value, said.bytes) ||
		  strlen(said.bytes) != said.length);
	text_destroy(&said);
}

static void compare_items(
	const struct json_line *line, const struct json_value *list, const json_t *expected)
{
	struct json_value item;
	size_t at = 0, count = 0;
	while (json_next_item(line, list, &at, &item)) {
		json_t *alone = read_range(line, &item);
		ck_assert(json_equal(alone, json_array_get(expected, count)));
		json_decref(alone);
		count++;
	}
	ck_assert_uint_eq(count, json_array_size(expected));
}

static void compare_value(
	const struct json_line *line, const struct json_value *value, const json_t *expected)
{
	json_t *alone = read_range(line, value);
	ck_assert_ptr_nonnull(alone);
	ck_assert(json_equal(alone, expected));
	ck_assert_int_eq(value->type, types[json_typeof(expected)]);
	if (value->type == VALUE_STRING)
		compare_string(line, value, expected);
	if (value->type == VALUE_ARRAY)
		compare_items(line, value, expected);
	json_decref(alone);
}

/* Of members with the same name, jansson has the last one. */
static void compare_members(const struct json_line *line, const json_t *expected)
{
	size_t found = 0;
	for (size_t i = 0; i < line->count; i++) {
		struct text name;
		bool last = true;
		text_init(&name);
		json_add_content(&name, line, &line->members[i].name);
		for (size_t j = i + 1; j < line->count; j++)
			last = last && !json_says(line, &line->members[j].name, name.bytes);
		if (last)
			compare_value(line, &line->members[i].value,
				json_object_get(expected, name.bytes));
		found += last;
		text_destroy(&name);
	}
	ck_assert_uint_eq(found, json_object_size(expected));
}

/* Compares both readings of a text; returns whether it is an object. */
static bool compare(struct json_line *line, const struct text *text)
{
	/* That it is UTF-8 is for the caller to know. */
	if (u8_check((const uint8_t *)text->bytes, text->length))
		return false;
	json_t *expected =
		json_loadb(text->bytes, text->length, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	/* What stands behind the text must not matter. */
	char *copy = malloc(text->length + JSON_MARGIN);
	memcpy(copy, text->bytes, text->length);
	memset(copy + text->length, '}', JSON_MARGIN);
	enum json_fault fault = json_line_read(line, copy, text->length);
	ck_assert_msg((fault == JSON_FINE) == json_is_object(expected), "jansson finds this %s: %s",
		json_is_object(expected) ? "an object" : "none", text->bytes);
	ck_assert_msg((fault == JSON_NO_OBJECT) == (expected && !json_is_object(expected)),
		"jansson finds this %s: %s", expected ? "fine" : "at fault", text->bytes);
	if (fault == JSON_FINE)
		compare_members(line, expected);
	else
		ck_assert_uint_eq(line->count, 0);
	free(copy);
	json_decref(expected);
	return fault == JSON_FINE;
}

static size_t compare_many(void (*draw)(struct random *, struct text *))
{
	struct random random = {5};
	struct json_line line;
	size_t objects = 0;
	json_line_init(&line);
	for (size_t i = 0; i < ROUNDS; i++) {
		struct text text;
		text_init(&text);
		draw(&random, &text);
		objects += compare(&line, &text);
		text_destroy(&text);
	}
	json_line_destroy(&line);
	return objects;
}

START_TEST(test_json_line_read_as_jansson_on_anything)
{
	ck_assert_uint_gt(compare_many(draw_pieces), ROUNDS / 1000);
}
END_TEST

START_TEST(test_json_line_read_as_jansson_on_good)
{
	ck_assert_uint_eq(compare_many(draw_object), ROUNDS);
}
END_TEST

START_TEST(test_json_line_read_as_jansson_on_damaged)
{
	size_t objects = compare_many(draw_damaged);
	ck_assert_uint_gt(objects, ROUNDS / 100);
	ck_assert_uint_lt(objects, ROUNDS - ROUNDS / 10);
}
END_TEST

/* Any bytes at all come back from JSON as they were, where they are UTF-8. */
START_TEST(test_json_add_string_as_jansson)
{
	struct random random = {11};
	static const char *const parts[] = {"a", "\"", "\\", "/", "\n", "\x01", "\x1f", "\x7f",
		"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "plain"};
	for (size_t i = 0; i < ROUNDS / 10; i++) {
		struct text text, written;
		text_init(&text);
		text_init(&written);
		for (unsigned left = random_below(&random, 12); left; left--)
			text_add(&text, parts[random_below(&random, 12)]);
		json_add_string(&written, text.bytes, text.length);
		json_t *read = json_loadb(written.bytes, written.length, JSON_DECODE_ANY, NULL);
		ck_assert_str_eq(json_string_value(read), text.bytes);
		json_decref(read);
		text_destroy(&text);
		text_destroy(&written);
	}
}
END_TEST

START_TEST(test_json_add_string_not_utf8)
{
	struct text written;
	text_init(&written);
	json_add_string(&written, "a\0\xff\xe2\x82", 5);
	ck_assert_str_eq(written.bytes, "\"a\\u0000\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
	text_destroy(&written);
}
END_TEST

static const struct number {
	const char *written;
	const char *expected;
} numbers[] = {{"0", "0"}, {"17", "17"}, {"17.0", "17"}, {"1.7e1", "17"}, {"1e2", "100"},
	{"170E-1", "17"}, {"0.17e+2", "17"}, {"0e99999999999", "0"}, {"1e-1", "1e-1"},
	{"17.5", "17.5"}, {"-0", "-0"}, {"-17", "-17"}, {"999999", "999999"}, {"1e6", "1e6"},
	{"1000000", "1000000"}, {"1e99999999999999999999", "1e99999999999999999999"},
	{"10e-99999999999999999999", "10e-99999999999999999999"}};

START_TEST(test_json_add_number)
{
	struct text text;
	text_init(&text);
	json_add_number(&text, numbers[_i].written, strlen(numbers[_i].written));
	ck_assert_str_eq(text.bytes, numbers[_i].expected);
	text_destroy(&text);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("jsonl");
	TCase *cases = tcase_create("jsonl");
	tcase_add_test(cases, test_json_line_read_as_jansson_on_anything);
	tcase_add_test(cases, test_json_line_read_as_jansson_on_good);
	tcase_add_test(cases, test_json_line_read_as_jansson_on_damaged);
	tcase_add_test(cases, test_json_add_string_as_jansson);
	tcase_add_test(cases, test_json_add_string_not_utf8);
	tcase_add_loop_test(cases, test_json_add_number, 0, sizeof numbers / sizeof numbers[0]);
	suite_add_tcase(suite, cases);
	return suite_run(suite);
}
