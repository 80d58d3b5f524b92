/* `iom-screener check` on packs with planted faults: small ones with exactly what is found, and the
 * real pack with a word changed. */
#include "folder.h"
#include "program.h"

#include "screener/text.h"

#include <check.h>
#include <dirent.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PACKS SCREENER_TEST_DATA "/check"

static struct dirent **planted;

static int is_planted(const struct dirent *entry)
{
	return fnmatch("planted-*", entry->d_name, 0) == 0;
}

static void run_check(const char *format, struct program_result *result)
{
	const char *arguments[] = {
		"check", "--date", "2026-11-23", "--format", format, "pack", NULL};
	program_run(&(struct program_run){.arguments = arguments}, result);
	ck_assert_str_eq(result->errors, "");
}

/* The sound pack, with the files in the folder instead of its own. */
static void copy_planted(const char *name)
{
	char path[1024];
	snprintf(path, sizeof path, PACKS "/%s", name);
	folder_copy(PACKS "/sound", "pack");
	folder_copy(path, "pack");
}

START_TEST(test_check_planted)
{
	struct program_result result;
	char path[1024];
	copy_planted(planted[_i]->d_name);
	run_check("text", &result);
	snprintf(path, sizeof path, PACKS "/%s/expected", planted[_i]->d_name);
	folder_check(path, result.output);
	ck_assert_int_eq(result.status, strstr(result.output, ": error: ") ? 1 : 0);
	program_result_destroy(&result);
}
END_TEST

/* Nothing is found where nothing is planted, or all of the above would show little. */
START_TEST(test_check_sound)
{
	struct program_result result;
	folder_copy(PACKS "/sound", "pack");
	run_check("text", &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_ptr_null(strstr(result.output, ": error: "));
	ck_assert_ptr_null(strstr(result.output, ": warning: "));
	ck_assert_ptr_null(strstr(result.output, ": note: "));
	program_result_destroy(&result);
}
END_TEST

static const struct {
	const char *folder;
	int status;
} json_packs[] = {{"planted-several", 1}, {"planted-dead-end", 1}, {"planted-question-unused", 0},
	{"pack-faults", 1}};

START_TEST(test_check_json)
{
	struct program_result result;
	char path[1024];
	copy_planted(json_packs[_i].folder);
	run_check("json", &result);
	snprintf(path, sizeof path, PACKS "/%s/expected.json", json_packs[_i].folder);
	folder_check(path, result.output);
	ck_assert_int_eq(result.status, json_packs[_i].status);
	program_result_destroy(&result);
}
END_TEST

static void read_text(const char *path, struct text *text)
{
	size_t length;
	char *bytes = program_read_file(path, &length);
	text_clear(text);
	text_add_bytes(text, bytes, length);
	free(bytes);
}

/* Adds to clients.yaml all clients that are offered. */
static void paste_clients(const char *output)
{
	static const char before[] = "  # such a client, ready for clients.yaml:\n";
	struct text clients;
	text_init(&clients);
	read_text("pack/clients.yaml", &clients);
	while ((output = strstr(output, before))) {
		output += strlen(before);
		text_add_bytes(&clients, output, (size_t)(strstr(output, "\n\n") + 1 - output));
	}
	folder_write("pack/clients.yaml", clients.bytes, clients.length);
	text_destroy(&clients);
}

static const char *const untried[] = {
	"planted-outcome-untried", "planted-outcome-untried-no", "planted-notice-untried"};

START_TEST(test_check_clients_to_paste)
{
	struct program_result result;
	copy_planted(untried[_i]);
	run_check("text", &result);
	ck_assert_ptr_nonnull(strstr(result.output, "no made-up client "));
	paste_clients(result.output);
	program_result_destroy(&result);
	run_check("text", &result);
	ck_assert_int_eq(result.status, 0);
	ck_assert_ptr_null(strstr(result.output, "no made-up client "));
	ck_assert_ptr_nonnull(strstr(result.output, " made-up clients, all as expected.\n"));
	program_result_destroy(&result);
}
END_TEST

/* A copy of the real pack with `from`, at its first place, as `to`; and what must be found. */
static const struct slip {
	const char *file;
	const char *from;
	const char *to;
	const char *found[3];
} slips[] = {
	/* Somebody of 17 is not under 17. */
	{"paths.yaml", "age: {under: 18}", "age: {under: 17}",
		{"client \"Client of 17 who is here alone and wishes to return\": path "
		 "\"guidance-minor\": expected applies, found no, because age: 17\n"}},
	{"paths.yaml", "age: {from: 18}", "age: {from: 17}",
		{"path \"guidance-former-minor\": expected no, found applies, because age: 17"}},
	/* A country falls out of its group. */
	{"countries.yaml", "RO, ", "",
		{"client \"Presumed victim from Romania, 24, who wishes to return and to have "
		 "shelter there\": path \"mediation-shelter\": expected applies, found possible, "
		 "because origin: RO, ",
			"notice \"outside-focus\": not expected, but shown, because origin: RO, "}},
	{"countries.yaml", "HR, ", "",
		{"path \"guidance-victim\": expected applies, found possible, because origin: "
		 "HR, "}},
	/* A condition is turned round. */
	{"paths.yaml", "not: {fact: in-focus}", "origin: {in: [eu-since-2004, non-western]}",
		{"client \"The same client from Ukraine\": notice \"outside-focus\": expected, but "
		 "not shown, because origin: UA\n",
			"client \"Presumed victim from Romania, 24, who wishes to return and to "
			"have shelter there\": notice \"outside-focus\": not expected, but shown"}},
	{"paths.yaml", "applies: {fact: considers-return, health: yes}",
		"applies: {fact: considers-return, not: {health: yes}}",
		{"path \"guidance-health\": expected applies, found no, because health: yes\n"}},
	/* Nobody hears anything any more who does not wish to return. */
	{"paths.yaml", "when: {return-wish: no}", "when: {return-wish: no, health: yes}",
		{"there are clients to whom no path and no notice says anything (a dead end)\n",
			"  - name: Client to whom nothing is said\n",
			"travel-documents: no, health: no, victim: no, extra-support-wish: no"}},
	/* A group that holds everybody it is asked about. */
	{"paths.yaml", "{in: [eu-since-2004, non-western]}", "{in: non-western}",
		{"group \"eu-since-2004\" is not used: no condition names it\n",
			"found possible, because origin: RO"}},
};

static void plant(const struct slip *slip)
{
	char path[64];
	struct text text, changed;
	text_init(&text);
	text_init(&changed);
	folder_copy(SCREENER_RULES_SOURCE, "pack");
	snprintf(path, sizeof path, "pack/%s", slip->file);
	read_text(path, &text);
	const char *at = strstr(text.bytes, slip->from);
	ck_assert_msg(at, "%s has no %s", slip->file, slip->from);
	text_add_bytes(&changed, text.bytes, (size_t)(at - text.bytes));
	text_add(&changed, slip->to);
	text_add(&changed, at + strlen(slip->from));
	folder_write(path, changed.bytes, changed.length);
	text_destroy(&text);
	text_destroy(&changed);
}

START_TEST(test_check_real_pack_slips)
{
	const struct slip *slip = &slips[_i];
	struct program_result result;
	plant(slip);
	run_check("text", &result);
	ck_assert_int_eq(result.status, 1);
	for (size_t i = 0; i < sizeof slip->found / sizeof slip->found[0] && slip->found[i]; i++)
		ck_assert_msg(strstr(result.output, slip->found[i]), "not found: %s\nbut:\n%s",
			slip->found[i], result.output);
	program_result_destroy(&result);
}
END_TEST

static Suite *planted_suite(int count)
{
	Suite *suite = suite_create("check, on planted faults");
	TCase *cases = tcase_create("planted");
	tcase_add_checked_fixture(cases, folder_begin, folder_end);
	tcase_add_loop_test(cases, test_check_planted, 0, count);
	tcase_add_test(cases, test_check_sound);
	tcase_add_loop_test(
		cases, test_check_json, 0, (int)(sizeof json_packs / sizeof json_packs[0]));
	tcase_add_loop_test(
		cases, test_check_clients_to_paste, 0, (int)(sizeof untried / sizeof untried[0]));
	tcase_add_loop_test(
		cases, test_check_real_pack_slips, 0, (int)(sizeof slips / sizeof slips[0]));
	suite_add_tcase(suite, cases);
	return suite;
}

int main(void)
{
	int count = scandir(PACKS, &planted, is_planted, alphasort);
	if (count < 20) /* too few are as good as none */
		return EXIT_FAILURE;
	SRunner *runner = srunner_create(planted_suite(count));
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	for (int i = 0; i < count; i++)
		free(planted[i]);
	free(planted);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
