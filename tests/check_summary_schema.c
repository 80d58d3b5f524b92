/* The JSON summary, held to its JSON Schema by a validator of others, and its words in two
 * languages. */
#include "program.h"
#include "suite.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SUMMARIES SCREENER_TEST_DATA "/summaries/"

static const char *const names[] = {"all-left-open", "minor-alone", "no-return-wish",
	"nothing-asked", "romania-shelter", "ukraine-unfinished"};

enum { NAMES = sizeof names / sizeof names[0] };

/* Returns owned. */
static json_t *summarise(const char *name, const char *language, const char *client_language)
{
	char file[512];
	snprintf(file, sizeof file, SUMMARIES "%s.yaml", name);
	const char *arguments[] = {"summary", "--format", "json", "--date", "2026-11-23", "--rules",
		SCREENER_RULES_SOURCE, "--language", language, file,
		client_language ? "--client-language" : NULL, client_language, NULL};
	const struct program_run run = {.arguments = arguments};
	struct program_result result;
	program_run(&run, &result);
	ck_assert_msg(result.status == 0, "%s", result.errors);
	json_t *made = json_loadb(result.output, result.output_length, 0, NULL);
	ck_assert_ptr_nonnull(made);
	program_result_destroy(&result);
	return made;
}

/* What the validator says; nothing where all is well. Returns owned. */
static char *validate(const json_t *summary)
{
	char file[] = "/tmp/screener-schema-XXXXXX", command[1024];
	int descriptor = mkstemp(file);
	ck_assert_int_ge(descriptor, 0);
	ck_assert_int_eq(json_dumpfd(summary, descriptor, 0), 0);
	close(descriptor);
	snprintf(command, sizeof command, "/usr/bin/jsonschema -i %s '%s' 2>&1", file,
		SCREENER_RULES_SOURCE "/../schema/summary.schema.json");
	char *said = program_shell(command);
	unlink(file);
	return said;
}

START_TEST(test_schema_holds)
{
	json_t *summary = summarise(names[_i], "nl", _i % 2 ? "ro" : NULL);
	char *said = validate(summary);
	ck_assert_msg(!*said, "%s: %s", names[_i], said);
	free(said);
	json_decref(summary);
}
END_TEST

/* The schema is no mere formality: each of these breaks it. */
START_TEST(test_schema_refuses)
{
	static const char *const faults[] = {"{\"paths\": 1}", "{\"answers\": {\"age\": 17}}",
		"{\"words\": []}", "{\"another\": true}", "{\"date\": \"23-11-2026\"}",
		"{\"statuses\": {\"age\": \"refused\"}}", "{\"pack\": {}}", "{\"next\": \"Age\"}"};
	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
		json_t *summary = summarise("minor-alone", "en", NULL);
		json_t *fault = json_loads(faults[i], 0, NULL);
		ck_assert_ptr_nonnull(fault);
		json_object_update(summary, fault);
		char *said = validate(summary);
		ck_assert_msg(*said, "%s passes", faults[i]);
		free(said);
		json_decref(fault);
		json_decref(summary);
	}
}
END_TEST

static const char *find_word(const json_t *words, const char *kind, const char *key)
{
	const char *word = json_string_value(json_object_get(json_object_get(words, kind), key));
	ck_assert_msg(word, "no %s for %s", kind, key);
	return word;
}

static void check_words(const json_t *words, const char *reader, const char *language,
	const char *country, const char *outcome, const char *title)
{
	ck_assert_str_eq(json_string_value(json_object_get(words, "for")), reader);
	ck_assert_str_eq(json_string_value(json_object_get(words, "language")), language);
	ck_assert_str_eq(find_word(words, "answers", "origin"), country);
	ck_assert_str_eq(find_word(words, "outcomes", "open"), outcome);
	ck_assert_str_eq(find_word(words, "texts", "Support by IOM in the Netherlands"), title);
}

START_TEST(test_words_in_two_languages)
{
	json_t *summary = summarise("romania-shelter", "en", "nl");
	json_t *words = json_object_get(summary, "words");
	ck_assert_uint_eq(json_array_size(words), 2);
	check_words(json_array_get(words, 0), "staff", "en", "Romania", "Still open",
		"Support by IOM in the Netherlands");
	check_words(json_array_get(words, 1), "client", "nl", "Roemenië", "Nog open",
		"Ondersteuning door IOM in Nederland");
	ck_assert(json_is_true(json_object_get(json_array_get(words, 0), "reviewed")));
	ck_assert(json_is_false(json_object_get(json_array_get(words, 1), "reviewed")));
	json_decref(summary);
}
END_TEST

static const char *text_of(const json_t *words, const json_t *item, const char *key)
{
	const char *text = json_string_value(json_object_get(item, key));
	return text ? json_string_value(json_object_get(json_object_get(words, "texts"), text))
		    : "";
}

/* Whoever shows the summary finds every text of it in both languages. */
START_TEST(test_every_text_has_words)
{
	static const char *const keys[] = {"title", "offers", "depends-on", "next-step"};
	size_t index, at;
	json_t *path, *words, *summary = summarise(names[_i], "nl", "uk");
	json_array_foreach(json_object_get(summary, "words"), index, words)
	{
		json_array_foreach(json_object_get(summary, "paths"), at, path)
		{
			for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
				ck_assert_ptr_nonnull(text_of(words, path, keys[i]));
		}
		json_array_foreach(json_object_get(summary, "notices"), at, path)
			ck_assert_ptr_nonnull(text_of(words, path, "text"));
	}
	json_decref(summary);
}
END_TEST

/* Identifiers, outcomes and answers are the same, whatever is spoken. */
START_TEST(test_keys_know_no_language)
{
	json_t *one = summarise(names[_i], "en", NULL), *other = summarise(names[_i], "nl", "ro");
	json_object_del(one, "words");
	json_object_del(other, "words");
	ck_assert(json_equal(one, other));
	json_decref(one);
	json_decref(other);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("summary_schema");
	TCase *tcase = tcase_create("schema");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_schema_holds, 0, NAMES);
	tcase_add_test(tcase, test_schema_refuses);
	tcase_add_test(tcase, test_words_in_two_languages);
	tcase_add_loop_test(tcase, test_every_text_has_words, 0, NAMES);
	tcase_add_loop_test(tcase, test_keys_know_no_language, 0, NAMES);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
