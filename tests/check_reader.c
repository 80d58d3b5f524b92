/* The reader on packs: bad ones with the exact faults, each a folder in data/packs/bad; and good
 * ones, in each way in which YAML can write them. */
#include "folder.h"
#include "pack_listing.h"
#include "program.h"
#include "reader.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PACKS SCREENER_TEST_DATA "/packs"

static struct dirent **bad_packs;

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Reads the pack in `pack` and its clients, and adds what is wrong. Returns the pack, owned. */
static struct pack *read_whole(struct text *text)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack("pack", &faults);
	ck_assert_int_eq(pack == NULL, faults.count > 0);
	if (pack) {
		struct date today = {2026, 11, 23};
		struct client_list *clients = reader_read_clients(pack, "pack", today, &faults);
		ck_assert_int_eq(clients == NULL, faults.count > 0);
		client_list_free(clients);
	}
	fault_list_write(&faults, text);
	fault_list_destroy(&faults);
	return pack;
}

/* A bad pack's folder has only what is bad; all else is from the good pack. */
START_TEST(test_read_pack_bad)
{
	struct text text;
	char path[1024];
	text_init(&text);
	folder_copy(PACKS "/good", "pack");
	snprintf(path, sizeof path, PACKS "/bad/%s", bad_packs[_i]->d_name);
	folder_copy(path, "pack");
	pack_free(read_whole(&text));
	ck_assert_msg(text.length > 0, "%s has no fault", path);
	strcat(path, "/expected");
	folder_check(path, text.bytes);
	text_destroy(&text);
}
END_TEST

/* Checks that the pack in `pack` is fine, and is the one listed in a file. */
static void check_good(const char *expected)
{
	struct text text;
	text_init(&text);
	struct pack *pack = read_whole(&text);
	ck_assert_str_eq(text.bytes, "");
	pack_listing_add(&text, pack);
	folder_check(expected, text.bytes);
	text_destroy(&text);
	pack_free(pack);
}

START_TEST(test_read_pack_good)
{
	folder_copy(PACKS "/good", "pack");
	check_good(PACKS "/good/expected");
}
END_TEST

/* One flow mapping a file, everything quoted, indented with tabs or on one line. */
START_TEST(test_read_pack_flow)
{
	folder_copy(PACKS "/good-flow", "pack");
	check_good(PACKS "/good/expected");
}
END_TEST

START_TEST(test_read_pack_conditions)
{
	folder_copy(PACKS "/good", "pack");
	folder_copy(PACKS "/good-conditions", "pack");
	ck_assert_int_eq(remove("pack/clients.yaml"), 0);
	check_good(PACKS "/good-conditions/expected");
}
END_TEST

static const char *const names[] = {"pack", "countries", "questions", "paths", "clients"};

static void read_good(const char *name, char path[64], struct text *text)
{
	char source[1024];
	size_t length;
	snprintf(path, 64, "pack/%s.yaml", name);
	snprintf(source, sizeof source, PACKS "/good/%s.yaml", name);
	char *bytes = program_read_file(source, &length);
	text_clear(text);
	text_add_bytes(text, bytes, length);
	free(bytes);
}

/* As editors on other systems write it: a byte order mark, and other ends of lines. */
static void check_lines(const char *before, const char *line_end)
{
	struct text text, changed;
	text_init(&text);
	text_init(&changed);
	folder_copy(PACKS "/good", "pack");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char path[64];
		read_good(names[i], path, &text);
		text_clear(&changed);
		text_add(&changed, before);
		for (size_t j = 0; j < text.length; j++)
			if (text.bytes[j] == '\n')
				text_add(&changed, line_end);
			else
				text_add_bytes(&changed, &text.bytes[j], 1);
		folder_write(path, changed.bytes, changed.length);
	}
	text_destroy(&text);
	text_destroy(&changed);
	check_good(PACKS "/good/expected");
}

START_TEST(test_read_pack_line_ends)
{
	check_lines("\xEF\xBB\xBF", "\r\n");
	check_lines("\xEF\xBB\xBF---\n", "\r");
}
END_TEST

START_TEST(test_read_pack_keeps_files)
{
	struct fault_list faults;
	fault_list_init(&faults);
	folder_copy(PACKS "/good", "pack");
	struct pack *pack = reader_read_pack("pack/", &faults);
	ck_assert_ptr_nonnull(pack);
	ck_assert_uint_eq(pack->file_count, 4);
	for (size_t i = 0; i < pack->file_count; i++) {
		char path[64];
		struct text text;
		text_init(&text);
		read_good(names[i], path, &text);
		ck_assert_str_eq(pack->files[i].path, path);
		ck_assert_str_eq(pack->files[i].name, path + strlen("pack/"));
		ck_assert_uint_eq(pack->files[i].length, text.length);
		ck_assert_mem_eq(pack->files[i].text, text.bytes, text.length);
		text_destroy(&text);
	}
	fault_list_destroy(&faults);
	pack_free(pack);
}
END_TEST

START_TEST(test_read_pack_places)
{
	struct fault_list faults;
	fault_list_init(&faults);
	folder_copy(PACKS "/good", "pack");
	struct pack *pack = reader_read_pack("pack", &faults);
	ck_assert_ptr_nonnull(pack);
	const struct place *place = &pack->paths[1].place;
	ck_assert_str_eq(place->file, "pack/paths.yaml");
	ck_assert_uint_eq(place->line, 19);
	ck_assert_uint_eq(place->column, 5);
	place = &pack->questions[3].options[1].place;
	ck_assert_str_eq(place->file, "pack/questions.yaml");
	ck_assert_uint_eq(place->line, 23);
	ck_assert_uint_eq(place->column, 9);
	place = &pack->facts[2].when.place;
	ck_assert_uint_eq(place->line, 6);
	ck_assert_uint_eq(place->column, 12);
	fault_list_destroy(&faults);
	pack_free(pack);
}
END_TEST

START_TEST(test_read_pack_real)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(pack);
	ck_assert_uint_eq(faults.count, 0);
	ck_assert_str_eq(pack->id, "iom-nl");
	ck_assert_uint_eq(pack->question_count, 13);
	ck_assert_uint_eq(pack->path_count, 13);
	ck_assert_uint_eq(pack->notice_count, 7);
	ck_assert_uint_eq(pack->fact_count, 3);
	pack_free(pack);
	fault_list_destroy(&faults);
}
END_TEST

/* Misspells the key that begins at `at`, by one more letter. Returns the key as misspelt. */
static void misspell(struct text *text, size_t at, char key[64])
{
	size_t length = strcspn(text->bytes + at, ":");
	struct text rest;
	text_init(&rest);
	text_add(&rest, text->bytes + at);
	text_cut(text, at);
	text_add_bytes(text, rest.bytes, length);
	text_add(text, "q");
	text_add(text, rest.bytes + length);
	snprintf(key, 64, "\"%.*sq\"", (int)length, rest.bytes);
	text_destroy(&rest);
}

/* Where the next key of a line begins, from `at` on; the text's length where there is none. */
static size_t find_key(const struct text *text, size_t at)
{
	while (at < text->length) {
		size_t start = at + strspn(text->bytes + at, " -");
		size_t length = strspn(text->bytes + start, "abcdefghijklmnopqrstuvwxyz-");
		if (length > 0 && text->bytes[start + length] == ':')
			return start;
		at += strcspn(text->bytes + at, "\n") + 1;
	}
	return text->length;
}

/* Each key at the beginning of a line of a good file, one after another: there is a fault at the
 * place of the key that quotes it, and nothing else is blamed on its line. */
START_TEST(test_read_pack_misspelt_keys)
{
	struct text good, text, said;
	char path[64], key[64];
	text_init(&good);
	text_init(&text);
	text_init(&said);
	folder_copy(PACKS "/good", "pack");
	read_good(names[_i], path, &good);
	size_t count = 0;
	for (size_t at = find_key(&good, 0); at < good.length;
		at = find_key(&good, at + strcspn(good.bytes + at, "\n"))) {
		text_clear(&text);
		text_clear(&said);
		text_add(&text, good.bytes);
		misspell(&text, at, key);
		folder_write(path, text.bytes, text.length);
		pack_free(read_whole(&said));
		ck_assert_msg(strstr(said.bytes, key), "%s: %s", key, said.bytes);
		count++;
	}
	ck_assert_uint_gt(count, 5);
	text_destroy(&good);
	text_destroy(&text);
	text_destroy(&said);
}
END_TEST

static void begin(void)
{
	folder_begin();
}

static void end(void)
{
	folder_end();
}

int main(void)
{
	int count = scandir(PACKS "/bad", &bad_packs, is_visible, alphasort);
	if (count < 75)
		return EXIT_FAILURE;
	Suite *suite = suite_create("reader");
	TCase *tcase = tcase_create("packs");
	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_loop_test(tcase, test_read_pack_bad, 0, count);
	tcase_add_test(tcase, test_read_pack_good);
	tcase_add_test(tcase, test_read_pack_flow);
	tcase_add_test(tcase, test_read_pack_conditions);
	tcase_add_test(tcase, test_read_pack_line_ends);
	tcase_add_test(tcase, test_read_pack_keeps_files);
	tcase_add_test(tcase, test_read_pack_places);
	tcase_add_test(tcase, test_read_pack_real);
	tcase_add_loop_test(tcase, test_read_pack_misspelt_keys, 0, sizeof names / sizeof names[0]);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	while (count > 0)
		free(bad_packs[--count]);
	free(bad_packs);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
