/* The wizard in every language that is complete, on every screen and at three sizes: nothing is
 * left in English, and the keys at the foot have room. */
#include "po_file.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const languages[] = {"nl", "ro", "uk", "ar", "pl", "bg", "hu", "es", "fr"};
static const char *const domains[] = {"iom-screener", "iom-nl"};

static const struct size {
	int rows;
	int columns;
	size_t foot; /* rows of keys, at most */
} sizes[] = {{24, 80, 2}, {12, 40, 1}, {40, 120, 2}};

/* What is pressed, by any language's caseworker; each step ends at a screen that is looked at. */
static const char *const steps[] = {
	/* the start, and its help */
	"", "<F1>", "<PgDn>", "<F1>",
	/* a country, an age, and what is wrong with them */
	"<Enter>", "zzzz<Enter>", "\025ro", "<Enter>", "old<Enter>", "\025200<Enter>",
	"\0252002<Enter>", "<F3>", "\02524<Enter>",
	/* options, with help */
	"<Enter>", "2<Enter>", "1<Enter>", "2<Enter>", "<F1>", "<PgDn>", "<PgDn>", "<F1>",
	"!<Enter>", "1<Enter>", "1<Enter>", "2", "<Enter>", "2<Enter>",
	/* all answers, and what another one would change */
	"<F4>", "<PgDn>", "<Home><Enter>", "\025nl<Enter>", "<PgDn>", "<F3>", "<F3>", "<F3>",
	/* the outcome so far */
	"<F5>", "<Enter>", "<Right>", "<F3>", "<End>", "<Enter>", "<F3>", "<F3>",
	/* the end */
	"1<Enter>", "2<Enter>", "<Enter>", "<F3>", "<End>", "<F1>", "<PgDn>", "<F1>", "<F6>",
	"<F3>", "<F10>"};

enum {
	LANGUAGES = sizeof languages / sizeof *languages,
	DOMAINS = sizeof domains / sizeof *domains,
	SIZES = sizeof sizes / sizeof *sizes,
	STEPS = sizeof steps / sizeof *steps,
};

static void check_translated(const char *screen, const struct po_file files[DOMAINS])
{
	for (size_t i = 0; i < DOMAINS; i++) {
		const struct po_message *message = po_file_find_english(&files[i], screen);
		ck_assert_msg(!message, "\"%s\" is not translated:\n%s", message->id, screen);
	}
}

/* Where the keys begin: after the last line that is drawn from side to side. Small screens have
 * none, and all that is known of them is where the keys end. */
static const char *find_foot(const char *screen, const struct size *size)
{
	static const char drawn[] = "\n\342\224\200\342\224\200";
	const char *foot = NULL;
	if (size->rows < 18) {
		const char *end = strchr(screen, '\0') - 1;
		return end > screen ? (const char *)memrchr(screen, '\n', (size_t)(end - screen))
				    : NULL;
	}
	while ((screen = strstr(screen, drawn)) != NULL)
		foot = ++screen;
	return foot ? strchr(foot, '\n') : NULL;
}

static void check_foot(const char *screen, const struct size *size)
{
	const char *foot = find_foot(screen, size);
	size_t rows = 0;
	for (const char *line = foot; line && line[1]; line = strchr(line + 1, '\n'))
		rows++;
	ck_assert_msg(rows <= size->foot, "the foot has %zu rows:\n%s", rows, screen);
	ck_assert_msg(!foot || !strstr(foot, "\342\200\246"), "the foot is cut:\n%s", screen);
}

START_TEST(test_screens)
{
	const struct size *size = &sizes[_i % SIZES];
	const char *language = languages[_i / SIZES];
	const char *const arguments[] = {"--language", language, NULL};
	struct terminal_options options = {
		.arguments = arguments, .rows = size->rows, .columns = size->columns};
	struct po_file files[DOMAINS];
	for (size_t i = 0; i < DOMAINS; i++) {
		char path[512];
		snprintf(
			path, sizeof path, "%s/po/%s/%s.po", SCREENER_SOURCE, domains[i], language);
		po_file_read(&files[i], path);
	}
	struct terminal *terminal = wizard_launch(&options);
	for (size_t i = 0; i < STEPS; i++) {
		wizard_keys(terminal, steps[i]);
		ck_assert(terminal_wait_idle(terminal));
		char *screen = terminal_screen(terminal);
		check_translated(screen, files);
		check_foot(screen, size);
		if (getenv("SCREENS_SHOWN"))
			printf("=== %s\n%s\n", steps[i], screen);
		free(screen);
	}
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
	for (size_t i = 0; i < DOMAINS; i++)
		po_file_destroy(&files[i]);
}
END_TEST

static void add_screens(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_screens, 0, LANGUAGES * SIZES);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"screens", add_screens}};
	return wizard_run_suite("wizard_translated", cases, sizeof cases / sizeof *cases);
}
