/* Every screen of the wizard on the real pack, in the usual size, the least one and a large one.
 * Pictures are in data/screens, a folder for each size. */
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct size {
	const char *name;
	int rows, columns;
} sizes[] = {
	{"80x24", 24, 80},
	{"40x12", 12, 40},
	{"120x40", 40, 120},
};

enum { SIZES = sizeof sizes / sizeof *sizes };

/* What is typed, and the picture of what the screen then shows; NULL: none is taken. */
struct scene {
	const char *keys;
	const char *picture;
};

static struct terminal *start(const struct size *size)
{
	struct terminal_options options = {.rows = size->rows, .columns = size->columns};
	return wizard_start(&options);
}

static void play(struct terminal *terminal, const struct size *size, const struct scene *scenes)
{
	char path[100];
	for (; scenes->keys; scenes++) {
		wizard_keys(terminal, scenes->keys);
		if (!scenes->picture)
			continue;
		snprintf(path, sizeof path, "%s/%s", size->name, scenes->picture);
		wizard_check_screen(terminal, path);
	}
}

static void play_on(const struct size *size, const struct wizard_answer *client, const char *place,
	const struct scene *scenes)
{
	struct terminal *terminal = start(size);
	wizard_walk(terminal, client, place, NULL);
	play(terminal, size, scenes);
	wizard_stop(terminal);
}

START_TEST(test_screen_start)
{
	static const struct scene scenes[] = {
		{"", "start"},
		{"<F1>", "start-help"},
		{NULL, NULL},
	};
	const struct size *size = &sizes[_i];
	struct terminal_options options = {.rows = size->rows, .columns = size->columns};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "Enter Start");
	play(terminal, size, scenes);
	wizard_keys(terminal, "<F1>");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_screen_country)
{
	static const struct scene scenes[] = {
		{"", "country"},
		{"<PgDn><Down>", "country-second-page"},
		{"<Tab>", "country-ways-out"},
		{"<Home>ro", "country-narrowed"},
		{"xq", "country-no-match"},
		{"<Enter>", "country-fault"},
		{"\025<Enter>", "country-nothing-typed"},
		{NULL, NULL},
	};
	play_on(&sizes[_i], wizard_romania, "origin", scenes);
}
END_TEST

START_TEST(test_screen_age)
{
	static const struct scene scenes[] = {
		{"", "age"},
		{"24", "age-typed"},
		{"\025twelve<Enter>", "age-fault"},
		{"<Down>", "age-range"},
		{"~", "age-not-now"},
		{NULL, NULL},
	};
	play_on(&sizes[_i], wizard_romania, "age", scenes);
}
END_TEST

START_TEST(test_screen_options)
{
	static const struct scene scenes[] = {
		{"", "yes-no"},
		{"2<Enter>", "choice"},
		{"2<Enter>", NULL},
		{"1<Enter>", "sensitive"},
		{"!", "sensitive-not-said"},
		{"<Enter>1<Enter>1<Enter>", "ticks"},
		{"13", "ticks-ticked"},
		{"<Enter>1<Enter><Enter>", "last-question"},
		{NULL, NULL},
	};
	play_on(&sizes[_i], wizard_romania, "arrived-unaccompanied", scenes);
}
END_TEST

START_TEST(test_screen_views)
{
	static const struct scene scenes[] = {
		{"<F1>", "help"},
		{"<PgDn>", "help-page"},
		{"<End>", "help-end"},
		{"<F1><F4>", "answers"},
		{"<Up><Up>", "answers-up"},
		{"<Home>", "answers-first"},
		{"<F4><F5>", "outcome"},
		{"<PgDn>", "outcome-page"},
		{"<F1>", "outcome-help"},
		{"<F1><Home><Down><Down><Enter>", "path-open"},
		{"<Down><Down>", "path-open-down"},
		{"<F3><F5><F9>", "hidden"},
		{"<F9><F10>", "stop"},
		{"<Esc>", "back-from-stop"},
		{NULL, NULL},
	};
	play_on(&sizes[_i], wizard_romania, "victim", scenes);
}
END_TEST

/* Without the wish to return, the later answers of the client make no difference. */
START_TEST(test_screen_parked)
{
	static const struct scene scenes[] = {
		{"<F4>", "answers-all"},
		{"<Home><Down><Enter>\02517<Enter>", "change-more"},
		{"<F3>\02530<Enter>", "change-nothing"},
		{"<F3><F3>", NULL},
		{"<Home><Down><Down><Down><Enter>", "change"},
		{"3<Enter>", "change-told"},
		{"<PgDn>", "change-told-page"},
		{"<Enter>", "answers-changed"},
		{"<F3>", "result-not-now"},
		{"<F4>", "answers-parked"},
		{"<PgDn>", "answers-parked-page"},
		{NULL, NULL},
	};
	play_on(&sizes[_i], wizard_romania, "result", scenes);
}
END_TEST

START_TEST(test_screen_result)
{
	static const struct scene scenes[] = {
		{"", "result"},
		{"<PgDn>", "result-page"},
		{"<Home><Down><Down><Enter>", "path"},
		{"<PgDn>", "path-page"},
		{"<F3><End><Up><Up><Up><Up><Enter>", "path-no"},
		{"<Right>", "notice"},
		{"<F3>", "result-after-notice"},
		{"<F1>", "result-help"},
		{"<F1><End><Up><Enter>", "summary"},
		{"<PgDn>", "summary-page"},
		{"<F3><F6>", "save"},
		{"\025/dev/null/summary.txt<Enter>", "save-fault"},
		{"\025<Enter>", "save-no-name"},
		{"\025/<Enter>", "save-folder"},
		{"\025/proc/version<Enter>", "replace"},
		{"<F3><F3><End>", "result-end"},
		{"<Enter>", "finish"},
		{"<F3>", "back-from-finish"},
		{NULL, NULL},
	};
	play_on(&sizes[_i], wizard_romania, "result", scenes);
}
END_TEST

/* The end holds the pack's own hash, which each change of the pack changes. */
START_TEST(test_screen_result_end)
{
	struct terminal *terminal = start(&sizes[_i]);
	wizard_walk(terminal, wizard_romania, "result", NULL);
	wizard_open_summary(terminal);
	wizard_keys(terminal, "<End>");
	wizard_check_shows(terminal, "Receipt");
	wizard_check_shows(terminal, "Made on " WIZARD_DAY);
	wizard_keys(terminal, "<PgDn><Down>");
	wizard_check_shows(terminal, "Made on " WIZARD_DAY);
	wizard_keys(terminal, "<Home>");
	wizard_check_shows(terminal, "At a glance");
	wizard_stop(terminal);
}
END_TEST

START_TEST(test_screen_out_of_date)
{
	const char *const arguments[] = {"--date", WIZARD_LATE_DAY, NULL};
	const struct size *size = &sizes[_i];
	struct terminal_options options = {
		.arguments = arguments, .rows = size->rows, .columns = size->columns};
	static const struct scene scenes[] = {
		{"", "start-out-of-date"},
		{"<Enter>", "country-out-of-date"},
		{"<F5>", "outcome-out-of-date"},
		{NULL, NULL},
	};
	struct terminal *terminal = wizard_launch(&options);
	wizard_check_shows(terminal, "Enter Start");
	play(terminal, size, scenes);
	wizard_stop(terminal);
}
END_TEST

/* A window that is too small says so on every screen, and takes no answer. */
START_TEST(test_screen_too_small)
{
	struct terminal *terminal = wizard_start(NULL);
	terminal_resize(terminal, 11, 39);
	wizard_check_shows(terminal, "Please make the window larger");
	wizard_keys(terminal, "<Enter>ro<F10><Enter>");
	wizard_check_screen(terminal, "too-small");
	terminal_resize(terminal, 3, 9);
	wizard_keys(terminal, "");
	terminal_resize(terminal, 24, 80);
	wizard_check_shows(terminal, "Which country");
	wizard_check_screen(terminal, "80x24/country");
	wizard_stop(terminal);
}
END_TEST

static void add_screens(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_screen_start, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_country, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_age, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_options, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_views, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_parked, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_result, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_result_end, 0, SIZES);
	tcase_add_loop_test(tcase, test_screen_out_of_date, 0, SIZES);
	tcase_add_test(tcase, test_screen_too_small);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"screens", add_screens}};
	return wizard_run_suite("wizard_screens", cases, sizeof cases / sizeof *cases);
}
