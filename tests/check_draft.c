/* Drafts: what is written and read, and how a screening keeps and gets back its own. */
#include "draft.h"
#include "draft_format.h"
#include "drafting.h"
#include "languages.h"
#include "program.h"
#include "suite.h"

#include "screener/interview.h"

#include <check.h>
#include <glob.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Text */

/* Every way in which one of them can be answered comes back as it was. */
START_TEST(test_format_comes_back)
{
	static const char *const entries[][3] = {{"RO", "24", "guidance+shelter"}, {"?", "!", "~"},
		{"", "", "-"}, {"XK", "<18", "shelter"}, {"NL", ">=18", ""},
		{"!", "16-17", "guidance"}, {"", "0", ""}, {"", "120", "~"}, {"", "", ""}};
	const char *const *entry = entries[_i % 9];
	struct draft_rules rules = drafting_rules(&drafting_made_up);
	struct answer answers[3] = {0}, found[3];
	struct draft_contents contents = {.written = 1706965509 + _i, .answers = answers};
	struct draft_contents again = {.answers = found};
	struct text text;
	for (size_t i = 0; i < 3; i++) {
		ck_assert_int_eq(
			answer_parse(&drafting_made_up.questions[i], entry[i], strlen(entry[i]),
				(struct date){2026, 11, 23}, &answers[i]),
			ANSWER_FINE);
		contents.answered += answers[i].status != ANSWER_NOT_ASKED;
	}
	contents.question = _i % 4 < 3 ? (size_t)_i % 4 : PACK_NO_QUESTION;
	text_init(&text);
	draft_format(&text, &rules, &contents);
	ck_assert_int_eq(
		draft_parse(text.bytes, text.length, &rules, contents.written, &again), DRAFT_GOOD);
	ck_assert_uint_eq(again.question, contents.question);
	ck_assert_uint_eq(again.answered, contents.answered);
	ck_assert_int_eq(again.written, contents.written);
	for (size_t i = 0; i < 3; i++)
		ck_assert(answer_equal(&drafting_made_up.questions[i], &answers[i], &found[i]));
	text_destroy(&text);
}
END_TEST

/* No byte of a draft can be another one, be missing, or come twice. */
START_TEST(test_parse_sees_every_byte)
{
	size_t length;
	struct draft_rules rules = drafting_rules(&drafting_made_up);
	struct answer found[3];
	struct draft_contents contents = {.answers = found};
	char *draft = program_read_file(SCREENER_TEST_DATA "/drafts/good/draft", &length);
	struct text text;
	text_init(&text);
	ck_assert_int_eq(draft_parse(draft, length, &rules, 2000000000, &contents), DRAFT_GOOD);
	for (size_t i = 0; i < length; i++) {
		for (int bit = 0; bit < 8; bit++) {
			draft[i] = (char)(draft[i] ^ (1 << bit));
			ck_assert_int_ne(draft_parse(draft, length, &rules, 2000000000, &contents),
				DRAFT_GOOD);
			draft[i] = (char)(draft[i] ^ (1 << bit));
		}
		ck_assert_int_ne(draft_parse(draft, i, &rules, 2000000000, &contents), DRAFT_GOOD);
		text_clear(&text);
		text_add_bytes(&text, draft, i);
		text_add_bytes(&text, draft + i, 1);
		text_add_bytes(&text, draft + i, length - i);
		ck_assert_int_ne(
			draft_parse(text.bytes, text.length, &rules, 2000000000, &contents),
			DRAFT_GOOD);
	}
	text_destroy(&text);
	free(draft);
}
END_TEST

/* A clock that was put back a little is no reason to lose a draft. */
START_TEST(test_parse_of_a_time_to_come)
{
	size_t length;
	struct draft_rules rules = drafting_rules(&drafting_made_up);
	struct answer found[3];
	struct draft_contents contents = {.answers = found};
	char *draft = program_read_file(SCREENER_TEST_DATA "/drafts/good/draft", &length);
	ck_assert_int_eq(draft_parse(draft, length, &rules, 1706965509, &contents), DRAFT_GOOD);
	time_t written = contents.written;
	ck_assert_int_eq(draft_parse(draft, length, &rules, written - 600, &contents), DRAFT_GOOD);
	ck_assert_int_eq(
		draft_parse(draft, length, &rules, written - 601, &contents), DRAFT_FUTURE);
	free(draft);
}
END_TEST

/* A screening */

/* Nothing is there before the first answer, and after the last one is taken back. */
START_TEST(test_keep_follows_the_answers)
{
	struct draft *draft = draft_new(drafting.pack);
	ck_assert(draft_keep(draft, drafting.interview));
	ck_assert_int_eq(drafting_count(""), 0);
	drafting_take("RO");
	ck_assert(draft_keep(draft, drafting.interview));
	ck_assert_int_eq(drafting_count(".draft"), 1);
	interview_visit(drafting.interview, 0);
	drafting_take("");
	ck_assert(draft_keep(draft, drafting.interview));
	ck_assert_int_eq(drafting_count(".draft"), 0);
	drafting_take("BG");
	ck_assert(draft_keep(draft, drafting.interview));
	ck_assert_int_eq(drafting_count(".draft"), 1);
	ck_assert_int_eq(drafting_count(".new"), 0);
	draft_free(draft);
}
END_TEST

/* After every answer of a client, some parked, and at every question gone back to, another start
 * finds it as it was. */
static void check_comes_back(void)
{
	struct interview *other = interview_new(drafting.pack, drafting.logic);
	struct draft *draft = draft_new(drafting.pack);
	ck_assert_uint_eq(draft_offers(draft), 1);
	ck_assert(draft_go_on(draft, 0, other));
	ck_assert_uint_eq(draft_offers(draft), 0);
	ck_assert_uint_eq(interview_question(other), interview_question(drafting.interview));
	for (size_t i = 0; i < drafting.pack->question_count; i++) {
		ck_assert(answer_equal(&drafting.pack->questions[i], interview_answer(other, i),
			interview_answer(drafting.interview, i)));
		ck_assert_int_eq(
			interview_is_parked(other, i), interview_is_parked(drafting.interview, i));
	}
	draft_free(draft);
	interview_free(other);
}

START_TEST(test_go_on_at_every_answer)
{
	static const char *const entries[] = {"RO", "24", "no", "yes", "?", "!", "presumed", "yes",
		"guidance+shelter", "~", "-", "yes"};
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		struct draft *draft = draft_new(drafting.pack);
		if (draft_offers(draft))
			ck_assert(draft_go_on(draft, 0, drafting.interview));
		drafting_take(entries[i]);
		ck_assert(draft_keep(draft, drafting.interview));
		draft_free(draft);
		check_comes_back();
	}
	ck_assert_uint_eq(interview_question(drafting.interview), PACK_NO_QUESTION);
	for (int i = 0; i < 4; i++) {
		struct draft *draft = draft_new(drafting.pack);
		ck_assert(draft_go_on(draft, 0, drafting.interview));
		if (i == 3)
			drafting_take("no");
		else
			ck_assert(interview_back(drafting.interview));
		ck_assert(draft_keep(draft, drafting.interview));
		draft_free(draft);
		check_comes_back();
	}
	ck_assert_int_eq(drafting_count(""), 2);
}
END_TEST

/* Each has its own; the next start is offered only those whose wizard is gone. */
START_TEST(test_offers_only_what_is_left)
{
	struct draft *first = draft_new(drafting.pack);
	drafting_take("RO");
	ck_assert(draft_keep(first, drafting.interview));
	struct draft *second = draft_new(drafting.pack);
	ck_assert_uint_eq(draft_offers(second), 0);
	drafting_take("24");
	ck_assert(draft_keep(second, drafting.interview));
	ck_assert_int_eq(drafting_count(".draft"), 2);
	draft_free(first);
	struct draft *third = draft_new(drafting.pack), *fourth = draft_new(drafting.pack);
	ck_assert_uint_eq(draft_offers(third), 1);
	ck_assert_uint_eq(draft_offer_answers(third, 0), 1);
	ck_assert_uint_eq(draft_offers(fourth), 1);
	ck_assert(draft_go_on(third, 0, drafting.interview));
	/* Too late: it is another's now, and may not be erased either. */
	ck_assert(!draft_go_on(fourth, 0, drafting.interview));
	draft_erase(fourth);
	ck_assert_int_eq(drafting_count(".draft"), 2);
	draft_look(fourth);
	ck_assert_uint_eq(draft_offers(fourth), 0);
	draft_end(third);
	draft_end(second);
	ck_assert_int_eq(drafting_count(""), 0);
	draft_free(second);
	draft_free(third);
	draft_free(fourth);
}
END_TEST

/* One that was erased since it was offered. */
START_TEST(test_go_on_with_what_is_gone)
{
	struct draft *draft = draft_new(drafting.pack);
	drafting_take("RO");
	ck_assert(draft_keep(draft, drafting.interview));
	draft_free(draft);
	struct draft *one = draft_new(drafting.pack), *other = draft_new(drafting.pack);
	draft_erase(one);
	ck_assert_uint_eq(draft_offers(one), 0);
	ck_assert(!draft_go_on(other, 0, drafting.interview));
	ck_assert_int_eq(drafting_count(""), 0);
	draft_free(one);
	draft_free(other);
}
END_TEST

START_TEST(test_offers_are_left)
{
	struct draft *draft = draft_new(drafting.pack);
	drafting_take("RO");
	ck_assert(draft_keep(draft, drafting.interview));
	draft_free(draft);
	draft = draft_new(drafting.pack);
	draft_leave(draft);
	ck_assert_uint_eq(draft_offers(draft), 0);
	drafting_take("24");
	ck_assert(draft_keep(draft, drafting.interview));
	draft_end(draft);
	draft_free(draft);
	draft = draft_new(drafting.pack);
	ck_assert_uint_eq(draft_offers(draft), 1);
	ck_assert_uint_eq(draft_offer_answers(draft, 0), 1);
	draft_free(draft);
}
END_TEST

/* The latest first, with the day where it is another one. */
START_TEST(test_offers_are_in_order)
{
	static const struct {
		const char *name;
		time_t written;
		const char *moment;
	} drafts[] = {
		{"iom-screener/b.draft", 1707000000, "22:40"},
		{"iom-screener/a.draft", 1706965509, "13:05"},
		{"iom-screener/c.draft", 1706000000, "2024-01-23, 08:53"},
	};
	struct draft_rules rules = drafting_rules(&drafting_made_up);
	struct answer answers[3] = {answer_of_country(1)};
	struct draft_contents contents = {.answers = answers, .answered = 1};
	struct text text;
	text_init(&text);
	ck_assert_int_eq(mkdir("iom-screener", 0700), 0);
	for (size_t i = 3; i-- > 0;) {
		text_clear(&text);
		contents.written = drafts[i].written;
		draft_format(&text, &rules, &contents);
		drafting_put(strchr(drafts[i].name, '/') + 1, text.bytes, text.length);
	}
	struct draft *draft = draft_new(&drafting_made_up);
	ck_assert_uint_eq(draft_offers(draft), 3);
	for (size_t i = 0; i < 3; i++) {
		text_clear(&text);
		draft_add_moment(draft, i, (struct date){2024, 2, 3}, &text);
		ck_assert_str_eq(text.bytes, drafts[i].moment);
	}
	draft_free(draft);
	text_destroy(&text);
}
END_TEST

/* It is said once, and tried again. */
START_TEST(test_keep_fails)
{
	struct text words;
	struct draft *draft = draft_new(drafting.pack);
	drafting_take("RO");
	ck_assert_int_eq(rmdir("iom-screener"), 0);
	ck_assert(!draft_keep(draft, drafting.interview));
	ck_assert(!draft_is_kept(draft));
	text_init(&words);
	draft_add_trouble(draft, &words);
	ck_assert_ptr_nonnull(
		strstr(words.bytes, "/iom-screener cannot be written: No such file or directory."));
	text_destroy(&words);
	ck_assert(draft_keep(draft, drafting.interview));
	drafting_take("24");
	ck_assert(draft_keep(draft, drafting.interview));
	draft_end(draft);
	draft_free(draft);
}
END_TEST

/* What stands there stays, and nothing else is left. In a process of its own, as Check has files
 * too. */
START_TEST(test_keep_fails_half_way)
{
	struct rlimit limit = {.rlim_cur = 100, .rlim_max = 100};
	int status;
	struct draft *draft = draft_new(drafting.pack);
	drafting_take("RO");
	ck_assert(draft_keep(draft, drafting.interview));
	drafting_take("24");
	pid_t writer = fork();
	if (writer == 0) {
		setrlimit(RLIMIT_FSIZE, &limit);
		_exit(draft_keep(draft, drafting.interview) || draft_is_kept(draft));
	}
	ck_assert_int_eq(waitpid(writer, &status, 0), writer);
	ck_assert_int_eq(status, 0);
	ck_assert_int_eq(drafting_count(""), 2);
	draft_free(draft);
	draft = draft_new(drafting.pack);
	ck_assert_uint_eq(draft_offer_answers(draft, 0), 1);
	draft_free(draft);
}
END_TEST

/* A crash while it is written: whenever one looks, a whole draft has the name, and the others who
 * look are neither disturbed nor disturb. */

enum { LOOKS = 2000 };

static _Noreturn void write_for_ever(void)
{
	struct draft *draft = draft_new(drafting.pack);
	for (unsigned age = 0;; age++) {
		struct answer answer = answer_of_years(age % 100, age % 100);
		interview_visit(drafting.interview, 1);
		interview_take(drafting.interview, &answer);
		if (!draft_keep(draft, drafting.interview))
			_exit(1);
	}
}

static void check_whole(const char *path, const struct draft_rules *rules)
{
	size_t length;
	struct answer answers[64];
	struct draft_contents contents = {.answers = answers};
	ck_assert_uint_lt(drafting.pack->question_count, 64);
	char *bytes = program_read_file(path, &length);
	ck_assert_int_eq(draft_parse(bytes, length, rules, time(NULL), &contents), DRAFT_GOOD);
	ck_assert_uint_eq(contents.answered, 1);
	free(bytes);
}

START_TEST(test_draft_is_always_whole)
{
	glob_t found;
	int status;
	struct draft_rules rules = drafting_rules(drafting.pack);
	pid_t writer = fork();
	if (writer == 0)
		write_for_ever();
	while (glob("iom-screener/*.draft", 0, NULL, &found) != 0)
		ck_assert_int_eq(waitpid(writer, &status, WNOHANG), 0);
	for (int i = 0; i < LOOKS; i++)
		check_whole(found.gl_pathv[0], &rules);
	kill(writer, SIGKILL);
	ck_assert_int_eq(waitpid(writer, &status, 0), writer);
	check_whole(found.gl_pathv[0], &rules);
	globfree(&found);
	struct draft *draft = draft_new(drafting.pack);
	ck_assert_uint_eq(draft_offers(draft), 1);
	ck_assert_int_eq(drafting_count(""), 2);
	draft_free(draft);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("draft");
	TCase *text = tcase_create("text");
	TCase *screening = tcase_create("screening");
	languages_start(NULL, "/nonexistent");
	tcase_add_checked_fixture(text, drafting_begin, drafting_end);
	suite_add_tcase(suite, text);
	tcase_add_checked_fixture(screening, drafting_begin, drafting_end);
	suite_add_tcase(suite, screening);
	tcase_add_loop_test(text, test_format_comes_back, 0, 36);
	tcase_add_test(text, test_parse_sees_every_byte);
	tcase_add_test(text, test_parse_of_a_time_to_come);
	tcase_add_test(screening, test_keep_follows_the_answers);
	tcase_add_test(screening, test_go_on_at_every_answer);
	tcase_add_test(screening, test_offers_only_what_is_left);
	tcase_add_test(screening, test_go_on_with_what_is_gone);
	tcase_add_test(screening, test_offers_are_left);
	tcase_add_test(screening, test_offers_are_in_order);
	tcase_add_test(screening, test_keep_fails);
	tcase_add_test(screening, test_keep_fails_half_way);
	tcase_add_test(screening, test_draft_is_always_whole);
	return suite_run(suite);
}
