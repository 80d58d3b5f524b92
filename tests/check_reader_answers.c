/* The reader on answers, from files and pipes, and on made-up clients. */
#include "folder.h"
#include "program.h"
#include "reader.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ANSWERS SCREENER_TEST_DATA "/answers"

enum { MEBIBYTE = 1024 * 1024, ANSWER_LIMIT = 8 };

static const struct date today = {2026, 11, 23};

static struct dirent **bad, **good;
static struct pack *pack;
static struct fault_list faults;
static struct answer answers[ANSWER_LIMIT];
static struct text text;

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void begin(void)
{
	folder_begin();
	text_init(&text);
	fault_list_init(&faults);
	memset(answers, 0, sizeof answers);
	pack = reader_read_pack(SCREENER_TEST_DATA "/packs/good", &faults);
	ck_assert_ptr_nonnull(pack);
	ck_assert_uint_le(pack->question_count, ANSWER_LIMIT);
}

static void end(void)
{
	pack_free(pack);
	fault_list_destroy(&faults);
	text_destroy(&text);
	folder_end();
}

static void add_answers(const struct answer given[])
{
	for (size_t i = 0; i < pack->question_count; i++) {
		text_format(&text, "%s: ", pack->questions[i].id);
		answer_write(&pack->questions[i], &given[i], &text);
		text_add(&text, "\n");
	}
}

/* Copies the input of a case, and reads it from under a path that never changes. */
static bool read_case(const char *kind, const char *name)
{
	char path[1024];
	snprintf(path, sizeof path, ANSWERS "/%s/%s", kind, name);
	folder_copy(path, "answers");
	return reader_read_answers(pack, "answers/input.yaml", today, answers, &faults);
}

static void check_case(const char *kind, const char *name)
{
	char path[1024];
	snprintf(path, sizeof path, ANSWERS "/%s/%s/expected", kind, name);
	folder_check(path, text.bytes);
}

START_TEST(test_read_answers_bad)
{
	struct answer before[ANSWER_LIMIT];
	memset(answers, 0x5A, sizeof answers);
	memcpy(before, answers, sizeof before);
	ck_assert(!read_case("bad", bad[_i]->d_name));
	ck_assert_uint_gt(faults.count, 0);
	ck_assert_mem_eq(answers, before, sizeof before);
	fault_list_write(&faults, &text);
	check_case("bad", bad[_i]->d_name);
}
END_TEST

START_TEST(test_read_answers_good)
{
	bool fine = read_case("good", good[_i]->d_name);
	fault_list_write(&faults, &text);
	ck_assert_str_eq(text.bytes, "");
	ck_assert(fine);
	add_answers(answers);
	check_case("good", good[_i]->d_name);
}
END_TEST

/* Puts a pipe with these bytes in it where standard input is. */
static void pipe_in(const char *bytes)
{
	int ends[2];
	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(write(ends[1], bytes, strlen(bytes)), (ssize_t)strlen(bytes));
	ck_assert_int_eq(close(ends[1]), 0);
	ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	ck_assert_int_eq(close(ends[0]), 0);
}

START_TEST(test_read_answers_standard_input)
{
	pipe_in("origin: RO\n");
	ck_assert(reader_read_answers(pack, "-", today, answers, &faults));
	ck_assert_int_eq(answers[0].status, ANSWER_GIVEN);
	ck_assert_str_eq(country_code(answers[0].country), "RO");
}
END_TEST

START_TEST(test_read_answers_standard_input_bad)
{
	pipe_in("origin: R0\n");
	ck_assert(!reader_read_answers(pack, "-", today, answers, &faults));
	ck_assert_uint_eq(faults.count, 1);
	ck_assert_str_eq(faults.items[0].place.file, "-");
	ck_assert_uint_eq(faults.items[0].place.column, 9);
}
END_TEST

static void check_unreadable(const char *file, const char *expected)
{
	fault_list_destroy(&faults);
	text_clear(&text);
	ck_assert(!reader_read_answers(pack, file, today, answers, &faults));
	fault_list_write(&faults, &text);
	ck_assert_str_eq(text.bytes, expected);
}

START_TEST(test_read_answers_unreadable)
{
	check_unreadable("nothing.yaml", "nothing.yaml: error: there is no such file\n");
	check_unreadable(".", ".: error: this is a folder: a file is needed here\n");
	check_unreadable("/dev/zero",
		"/dev/zero: error: the file is too large: at most 1 MiB can be read\n");
	text_clear(&text);
	text_add(&text, "#");
	text_add_repeated(&text, 'x', MEBIBYTE);
	folder_write("large.yaml", text.bytes, text.length);
	check_unreadable("large.yaml",
		"large.yaml: error: the file is too large: at most 1 MiB can be read\n");
}
END_TEST

static void add_client(const struct client *client)
{
	text_format(&text, "%s (%u:%u)\n", client->name, client->place.line, client->place.column);
	add_answers(client->answers);
	for (size_t i = 0; i < pack->path_count; i++)
		text_format(&text, "%s is %s (%u:%u)\n", pack->paths[i].id,
			outcome_word(client->paths[i]), client->path_places[i].line,
			client->path_places[i].column);
	for (size_t i = 0; i < pack->notice_count; i++)
		text_format(&text, "%s is %s\n", pack->notices[i].id,
			client->notices[i] ? "shown" : "not shown");
	text_format(&text, "expected at %u:%u\n", client->expect_place.line,
		client->expect_place.column);
	if (client->expects_next)
		text_format(&text, "next is %s (%u:%u)\n",
			client->next == PACK_NO_QUESTION ? "nothing"
							 : pack->questions[client->next].id,
			client->next_place.line, client->next_place.column);
}

START_TEST(test_read_clients)
{
	struct client_list *clients =
		reader_read_clients(pack, SCREENER_TEST_DATA "/packs/good", today, &faults);
	ck_assert_ptr_nonnull(clients);
	for (size_t i = 0; i < clients->count; i++)
		add_client(&clients->items[i]);
	ck_assert_str_eq(
		clients->items[0].place.file, SCREENER_TEST_DATA "/packs/good/clients.yaml");
	client_list_free(clients);
	folder_check(ANSWERS "/clients", text.bytes);
}
END_TEST

START_TEST(test_read_clients_none)
{
	struct client_list *clients = reader_read_clients(pack, ".", today, &faults);
	ck_assert_ptr_nonnull(clients);
	ck_assert_uint_eq(clients->count, 0);
	client_list_free(clients);
	folder_write("clients.yaml", "clients:\n", 9);
	clients = reader_read_clients(pack, ".", today, &faults);
	ck_assert_ptr_nonnull(clients);
	ck_assert_uint_eq(clients->count, 0);
	client_list_free(clients);
	client_list_free(NULL);
}
END_TEST

static int list_cases(const char *folder, struct dirent ***cases)
{
	int count = scandir(folder, cases, is_visible, alphasort);
	if (count < 10)
		exit(EXIT_FAILURE);
	return count;
}

static void free_cases(struct dirent **cases, int count)
{
	while (count > 0)
		free(cases[--count]);
	free(cases);
}

int main(void)
{
	int bad_count = list_cases(ANSWERS "/bad", &bad);
	int good_count = list_cases(ANSWERS "/good", &good);
	Suite *suite = suite_create("reader of answers");
	TCase *tcase = tcase_create("answers");
	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_loop_test(tcase, test_read_answers_bad, 0, bad_count);
	tcase_add_loop_test(tcase, test_read_answers_good, 0, good_count);
	tcase_add_test(tcase, test_read_answers_standard_input);
	tcase_add_test(tcase, test_read_answers_standard_input_bad);
	tcase_add_test(tcase, test_read_answers_unreadable);
	tcase_add_test(tcase, test_read_clients);
	tcase_add_test(tcase, test_read_clients_none);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	free_cases(bad, bad_count);
	free_cases(good, good_count);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
