/* Translations of a pack: the template of its texts, and what `check` counts of its catalogues. */
#include "catalogue.h"
#include "folder.h"
#include "po_file.h"
#include "program.h"
#include "reader.h"
#include "suite.h"
#include "translations.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PACK SCREENER_TEST_DATA "/translations/pack"

static void run(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Runs a command of the shell that must succeed. */
static void run(const char *format, ...)
{
	char command[2048];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(command, sizeof command, format, arguments);
	va_end(arguments);
	ck_assert_msg(system(command) == 0, "%s", command);
}

/* The template */

START_TEST(test_template_of_planted_pack)
{
	size_t length;
	folder_begin();
	folder_copy(PACK, "pack");
	run("%s pack > planted.pot", SCREENER_EXTRACT_PACK);
	char *found = program_read_file("planted.pot", &length);
	folder_check(SCREENER_TEST_DATA "/translations/expected.pot", found);
	free(found);
	run("msgfmt --check-format -o planted.mo planted.pot 2>messages");
	folder_end();
}
END_TEST

/* What a translator gets back is what the program looks up. */
START_TEST(test_template_has_texts_as_looked_up)
{
	static const char *const texts[] = {"A \"planted\" pack", "A back\\slash, a\ttab.",
		"Two lines:\nthis is the second.\n", "Nöthing", "Yes", "comes from near"};
	struct po_file template;
	folder_begin();
	folder_copy(PACK, "pack");
	run("%s pack > planted.pot", SCREENER_EXTRACT_PACK);
	po_file_read(&template, "planted.pot");
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		ck_assert_msg(po_file_find(&template, texts[i]), "%s", texts[i]);
	po_file_destroy(&template);
	folder_end();
}
END_TEST

START_TEST(test_template_of_faulty_pack)
{
	folder_begin();
	folder_copy(PACK, "pack");
	run("echo 'mistake: 1' >> pack/paths.yaml; ! %s pack > planted.pot 2>messages",
		SCREENER_EXTRACT_PACK);
	run("grep -q '^pack/paths.yaml:18:1: error: ' messages");
	folder_end();
}
END_TEST

/* What is counted */

static const char header[] = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";

/* Compiles a catalogue of a planted pack. */
static void plant(const char *language, const char *messages, const char *options)
{
	char path[64];
	FILE *file = fopen("planted.po", "w");
	ck_assert_ptr_nonnull(file);
	fprintf(file, "%s%s", header, messages);
	fclose(file);
	snprintf(path, sizeof path, "locale/%s/LC_MESSAGES", language);
	run("mkdir -p %s && msgfmt %s -o %s/planted.mo planted.po", path, options, path);
}

static struct pack *read_pack(void)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(PACK, &faults);
	ck_assert_ptr_nonnull(pack);
	fault_list_destroy(&faults);
	return pack;
}

static void check_counts(const struct translation *translation, const char *language,
	size_t translated, size_t unused)
{
	ck_assert_str_eq(translation->language, language);
	ck_assert_uint_eq(translation->translated, translated);
	ck_assert_uint_eq(translation->unused, unused);
}

START_TEST(test_find_counts)
{
	struct translation_list list;
	struct pack *pack = read_pack();
	folder_begin();
	plant("nl", "msgid \"Help\"\nmsgstr \"Hulp\"\n", "");
	plant("xx", "msgid \"Help\"\nmsgstr \"\"\n#, fuzzy\nmsgid \"Go\"\nmsgstr \"Ga\"\n", "");
	plant("de", "msgid \"Gone\"\nmsgstr \"Fort\"\nmsgid \"Somebody\"\nmsgstr \"Jemand\"\n", "");
	plant("ar", "msgid \"Help\"\nmsgstr \"Other\"\n", "--endianness=big");
	run("mkdir -p locale/fr/LC_MESSAGES locale/es && echo > locale/fr/LC_MESSAGES/other.mo");
	run("mkdir -p locale/pl/LC_MESSAGES && echo nothing > locale/pl/LC_MESSAGES/planted.mo");
	translations_find(&list, pack, "locale");
	ck_assert_uint_eq(list.count, 5);
	/* Twenty texts: one of them stands in two places, and one in three. */
	ck_assert_uint_eq(list.texts, 20);
	check_counts(&list.items[0], "ar", 1, 0);
	check_counts(&list.items[1], "de", 1, 1);
	check_counts(&list.items[2], "nl", 1, 0);
	check_counts(&list.items[3], "pl", 0, 0);
	check_counts(&list.items[4], "xx", 0, 0);
	for (size_t i = 0; i < list.count; i++) {
		ck_assert_uint_eq(list.items[i].missing, 20 - list.items[i].translated);
		ck_assert_str_eq(list.items[i].first_missing.words, pack->title);
	}
	translation_list_destroy(&list);
	folder_end();
	pack_free(pack);
}
END_TEST

START_TEST(test_find_without_catalogues)
{
	struct translation_list list;
	struct pack *pack = read_pack();
	folder_begin();
	translations_find(&list, pack, "no-such-folder");
	ck_assert_uint_eq(list.count, 0);
	translations_find(&list, pack, ".");
	ck_assert_uint_eq(list.count, 0);
	translation_list_destroy(&list);
	folder_end();
	pack_free(pack);
}
END_TEST

/* A catalogue that ends too soon, or with a number in it that points elsewhere, is none; and is not
 * read past its end. */
START_TEST(test_catalogue_damaged)
{
	size_t length;
	struct catalogue catalogue = {0};
	folder_begin();
	plant("nl", "msgid \"Help\"\nmsgstr \"Hulp\"\nmsgid \"Go\"\nmsgstr \"Ga\"\n", "--no-hash");
	char *bytes = program_read_file("locale/nl/LC_MESSAGES/planted.mo", &length);
	ck_assert(catalogue_read(&catalogue, "locale/nl/LC_MESSAGES/planted.mo"));
	ck_assert_uint_eq(catalogue.count, 3);
	ck_assert_str_eq(catalogue_message(&catalogue, 0), "");
	ck_assert_str_eq(catalogue_message(&catalogue, 1), "Go");
	catalogue_destroy(&catalogue);
	for (size_t i = 0; i < length; i++) {
		folder_write("cut.mo", bytes, i);
		if (catalogue_read(&catalogue, "cut.mo"))
			ck_assert_uint_eq(catalogue.count, 3);
		catalogue_destroy(&catalogue);
		char kept = bytes[i];
		bytes[i] = (char)~bytes[i];
		folder_write("changed.mo", bytes, length);
		bytes[i] = kept;
		if (catalogue_read(&catalogue, "changed.mo"))
			for (size_t j = 0; j < catalogue.count; j++)
				ck_assert_uint_lt(strlen(catalogue_message(&catalogue, j)), length);
		catalogue_destroy(&catalogue);
	}
	ck_assert(!catalogue_read(&catalogue, "no-such-file"));
	ck_assert(!catalogue_read(&catalogue, "."));
	free(bytes);
	folder_end();
}
END_TEST

/* `check` */

static void check_copy(const char *format, struct program_result *result)
{
	const char *arguments[] = {
		"check", "--format", format, "--date", "2026-06-01", "pack", NULL};
	program_run(&(struct program_run){.arguments = arguments}, result);
	ck_assert_int_eq(result->status, 0);
}

/* The real pack with another text in one place: one translation is missing and one not used. */
START_TEST(test_check_counts_translations)
{
	struct program_result result;
	folder_begin();
	folder_copy(SCREENER_RULES_SOURCE, "pack");
	run("sed -i 's/ask: How old is the client?/ask: What is the age?/' pack/questions.yaml");
	check_copy("text", &result);
	const char *missing = strstr(result.output, ": note: translation into nl: 1 of ");
	ck_assert_msg(missing, "%s", result.output);
	ck_assert_ptr_nonnull(strstr(missing, " texts is missing, this one\n  - id: age\n    ^\n"));
	ck_assert_ptr_nonnull(strstr(result.output,
		"pack/pack.yaml: note: translation into nl: 1 text is not in the rules any "
		"more\n"));
	program_result_destroy(&result);
	check_copy("json", &result);
	ck_assert_ptr_nonnull(strstr(result.output, "\"code\": \"untranslated\""));
	ck_assert_ptr_nonnull(strstr(result.output, "\"code\": \"translation-unused\""));
	ck_assert_ptr_nonnull(strstr(result.output, "\"missing\": 1,\n      \"unused\": 1\n"));
	program_result_destroy(&result);
	folder_end();
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("translations");
	TCase *tests = tcase_create("translations");
	tcase_add_test(tests, test_template_of_planted_pack);
	tcase_add_test(tests, test_template_has_texts_as_looked_up);
	tcase_add_test(tests, test_template_of_faulty_pack);
	tcase_add_test(tests, test_find_counts);
	tcase_add_test(tests, test_find_without_catalogues);
	tcase_add_test(tests, test_catalogue_damaged);
	tcase_add_test(tests, test_check_counts_translations);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
