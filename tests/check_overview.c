/* The outcome at a glance: the order of its lines, and the sentences above them. */
#include "overview.h"

#include "suite.h"

#include <check.h>
#include <string.h>

static struct service services[] = {
	{.id = "first", .title = "First"}, {.id = "second", .title = "Second"}};

static struct path paths[] = {
	{.title = "a", .service = 1},
	{.title = "b", .service = 0},
	{.title = "c", .service = 1},
	{.title = "d", .service = 0},
	{.title = "e", .service = 0},
	{.title = "f", .service = 0},
};

enum { PATH_COUNT = sizeof paths / sizeof paths[0], NOTICE_COUNT = 3 };

static struct notice notices[NOTICE_COUNT] = {{.text = "x"}, {.text = "y"}, {.text = "z"}};

static struct pack pack = {
	.id = "made-up",
	.services = services,
	.service_count = 2,
	.paths = paths,
	.path_count = PATH_COUNT,
	.notices = notices,
	.notice_count = NOTICE_COUNT,
};

static struct summary_path found[PATH_COUNT];
static struct summary_notice shown[NOTICE_COUNT] = {{.notice = 2}, {.notice = 0}};

/* Outcomes as letters, one a path: "a" applies, "p" possible, "o" open, "n" no. */
static struct summary make(const char *outcomes, size_t notice_count, size_t left)
{
	static const char letters[OUTCOME_COUNT + 1] = {[OUTCOME_NO] = 'n',
		[OUTCOME_POSSIBLE] = 'p',
		[OUTCOME_APPLIES] = 'a',
		[OUTCOME_OPEN] = 'o'};
	for (size_t i = 0; i < PATH_COUNT; i++)
		found[i] = (struct summary_path){.path = i,
			.outcome = (enum outcome)(strchr(letters, outcomes[i]) - letters)};
	return (struct summary){.pack = &pack,
		.paths = found,
		.notices = shown,
		.notice_count = notice_count,
		.next = left ? 0 : PACK_NO_QUESTION,
		.left = left};
}

START_TEST(test_list_order)
{
	static const struct {
		const char *outcomes;
		const char *words;
	} orders[] = {
		{"aaaaaa", "b d e f | a c | z x "},
		{"nnapon", "d e b f | c a | z x "},
		{"anpnoa", "f e b d | a c | z x "},
	};
	for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
		struct summary summary = make(orders[i].outcomes, 2, 0);
		struct overview_line lines[PATH_COUNT + NOTICE_COUNT];
		struct text text;
		text_init(&text);
		size_t count = overview_list(&summary, lines);
		for (size_t j = 0; j < count; j++) {
			if (j > 0 && lines[j].group != lines[j - 1].group)
				text_add(&text, "| ");
			text_format(&text, "%s ", overview_words(&summary, &lines[j]));
		}
		ck_assert_str_eq(text.bytes, orders[i].words);
		text_destroy(&text);
	}
}
END_TEST

START_TEST(test_list_outcomes)
{
	struct overview_line lines[PATH_COUNT + NOTICE_COUNT];
	struct summary summary = make("nnapon", 1, 0);
	ck_assert_uint_eq(overview_list(&summary, lines), PATH_COUNT + 1);
	ck_assert_int_eq(overview_outcome(&summary, &lines[0]), OUTCOME_POSSIBLE);
	ck_assert_int_eq(overview_outcome(&summary, &lines[1]), OUTCOME_OPEN);
	ck_assert_int_eq(overview_outcome(&summary, &lines[4]), OUTCOME_APPLIES);
	ck_assert_int_eq(overview_outcome(&summary, &lines[6]), OUTCOME_COUNT);
	ck_assert_str_eq(overview_heading(&summary, lines[0].group), "First");
	ck_assert_str_eq(overview_heading(&summary, lines[5].group), "Second");
	ck_assert_str_eq(overview_heading(&summary, lines[6].group), "Please note");
}
END_TEST

static const struct {
	const char *outcomes;
	size_t notices;
	size_t left;
	const char *says;
} counts[] = {
	{"aannnn", 0, 0, "2 kinds of support may apply. The screening is complete."},
	{"annnnn", 1, 0,
		"1 kind of support may apply. The screening is complete. Please read the note "
		"below."},
	{"aapooo", 2, 0,
		"2 kinds of support may apply. 1 kind is possible. 3 kinds are still open. "
		"There is nothing left to ask. Please read the 2 notes below."},
	{"appnno", 0, 4,
		"1 kind of support may apply. 2 kinds are possible. 1 kind is still open. Not "
		"finished: up to 4 questions have not been asked yet."},
	{"pnnnnn", 0, 0, "1 kind of support is possible. The screening is complete."},
	{"ppnnno", 0, 1,
		"2 kinds of support are possible. 1 kind is still open. Not finished: 1 question "
		"has not been asked yet."},
	{"nnnnnn", 0, 0,
		"On these answers, no kind of support applies. The screening is complete."},
	{"onnnnn", 0, 0,
		"These answers do not tell what may apply. 1 kind is still open. There is "
		"nothing left to ask."},
	{"oooooo", 0, 9,
		"It is too early to say what may apply. 6 kinds are still open. Not finished: up "
		"to 9 questions have not been asked yet."},
};

START_TEST(test_counts)
{
	struct summary summary = make(counts[_i].outcomes, counts[_i].notices, counts[_i].left);
	struct text text;
	text_init(&text);
	overview_add_counts(&text, &summary);
	ck_assert_str_eq(text.bytes, counts[_i].says);
	text_destroy(&text);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("overview");
	TCase *tests = tcase_create("overview");
	tcase_add_test(tests, test_list_order);
	tcase_add_test(tests, test_list_outcomes);
	tcase_add_loop_test(tests, test_counts, 0, (int)(sizeof counts / sizeof counts[0]));
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
