#include "wizard.h"

#include "shell.h"
#include "suite.h"
#include "terminal_screen.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS = 16, LANGUAGES = 2 };

/* Words of each question in English and in Dutch: few enough to fit one line of the smallest
 * screen, and without the accent that a terminal may not have. */
static const struct {
	const char *question;
	const char *words[LANGUAGES];
} beginnings[] = {
	{"origin", {"Which country does the client come", "Uit welk land komt de"}},
	{"age", {"How old is the client?", "Hoe oud is de"}},
	{"unaccompanied", {"Is the client here without a parent", "nt hier zonder ouder"}},
	{"arrived-unaccompanied", {"Did the client come here as an", "nt hierheen als"}},
	{"return-wish", {"Does the client wish to return to", "nt terug naar het land"}},
	{"travel-documents", {"Does the client have valid travel", "nt geldige"}},
	{"health", {"Does the client have health problems?", "nt gezondheidsproblemen"}},
	{"victim", {"Is the client a presumed or", "nt een vermoedelijk"}},
	{"extra-support-wish", {"Does the client wish to have extra", "nt extra ondersteuning"}},
	{"support-needs", {"What would the client like to ask", "nt om vragen"}},
	{"reprisals-fear", {"Does the client fear reprisals?", "nt bang voor represailles"}},
	{"organisations", {"Which organisations are involved", "Welke organisaties zijn al"}},
	{"family-wish", {"Does the client wish to be reunited", "nt met familie herenigd"}},
};

const struct wizard_answer wizard_romania[] = {
	{"origin", "romania"},
	{"age", "24"},
	{"arrived-unaccompanied", "2"},
	{"return-wish", "1"},
	{"travel-documents", "2"},
	{"health", "!"},
	{"victim", "1"},
	{"extra-support-wish", "1"},
	{"support-needs", "2"},
	{"reprisals-fear", "2"},
	{"organisations", "1"},
	{"family-wish", "2"},
	{NULL, NULL},
};

const struct wizard_answer wizard_no_return[] = {
	{"origin", "albania"},
	{"age", "30"},
	{"arrived-unaccompanied", "1"},
	{"return-wish", "3"},
	{"family-wish", "1"},
	{NULL, NULL},
};

static const struct {
	const char *name;
	enum terminal_key key;
} names[] = {
	{"Up", TERMINAL_KEY_UP},
	{"Down", TERMINAL_KEY_DOWN},
	{"Left", TERMINAL_KEY_LEFT},
	{"Right", TERMINAL_KEY_RIGHT},
	{"PgUp", TERMINAL_KEY_PAGE_UP},
	{"PgDn", TERMINAL_KEY_PAGE_DOWN},
	{"Home", TERMINAL_KEY_HOME},
	{"End", TERMINAL_KEY_END},
	{"Del", TERMINAL_KEY_DELETE},
	{"Backspace", TERMINAL_KEY_BACKSPACE},
	{"Tab", TERMINAL_KEY_TAB},
	{"Backtab", TERMINAL_KEY_BACKTAB},
	{"Enter", TERMINAL_KEY_ENTER},
	{"Space", TERMINAL_KEY_SPACE},
	{"Esc", TERMINAL_KEY_ESCAPE},
	{"F1", TERMINAL_KEY_F1},
	{"F2", TERMINAL_KEY_F2},
	{"F3", TERMINAL_KEY_F3},
	{"F4", TERMINAL_KEY_F4},
	{"F5", TERMINAL_KEY_F5},
	{"F6", TERMINAL_KEY_F6},
	{"F7", TERMINAL_KEY_F7},
	{"F8", TERMINAL_KEY_F8},
	{"F9", TERMINAL_KEY_F9},
	{"F10", TERMINAL_KEY_F10},
};

static void append(const char **list, const char *const *more)
{
	size_t count = 0;
	while (list[count])
		count++;
	for (; more && *more; more++) {
		ck_assert_uint_lt(count, WORDS - 1);
		list[count++] = *more;
	}
}

/* See preload/dumpable.c. */
static const char *const to_look_inside[] = {"LD_PRELOAD=" SCREENER_DUMPABLE,
	"LSAN_OPTIONS=", "ASAN_OPTIONS=verify_asan_link_order=0", NULL};

struct terminal *wizard_launch(const struct terminal_options *like)
{
	/* Without its own mouse server, a Linux console is the same on every machine. */
	const char *environment[WORDS] = {"NCURSES_GPM_TERMS="};
	const char *arguments[WORDS] = {SCREENER_PROGRAM, "--date", WIZARD_DAY};
	struct terminal_options options = like ? *like : (struct terminal_options){0};
	append(arguments, options.arguments);
	append(environment, options.environment);
	if (geteuid() != 0)
		append(environment, to_look_inside);
	options.arguments = arguments;
	options.environment = environment;
	struct terminal *terminal = terminal_start(&options);
	ck_assert_ptr_nonnull(terminal);
	return terminal;
}

/* Whether the wizard that is started like this speaks Dutch; otherwise it is English. */
static bool speaks_dutch(const struct terminal_options *like)
{
	if (!like)
		return false;
	for (const char *const *word = like->arguments; word && *word; word++)
		if (strcmp(*word, "--language") == 0)
			return word[1] && strcmp(word[1], "nl") == 0;
	return like->locale && strncmp(like->locale, "nl", 2) == 0;
}

struct terminal *wizard_start(const struct terminal_options *like)
{
	struct terminal *terminal = wizard_launch(like);
	wizard_check_shows(terminal, speaks_dutch(like) ? "Enter Begin" : "Enter Start");
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	ck_assert(terminal_wait_idle(terminal));
	wizard_check_place(terminal, "origin");
	return terminal;
}

struct terminal *wizard_start_type(const char *type)
{
	struct terminal_options options = {.type = type};
	return wizard_start(&options);
}

static void press_named(struct terminal *terminal, const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strlen(names[i].name) != length || strncmp(names[i].name, name, length) != 0)
			continue;
		ck_assert_msg(terminal_key(terminal, names[i].key), "no key %s", names[i].name);
		if (names[i].key == TERMINAL_KEY_ESCAPE)
			ck_assert(terminal_wait_idle(terminal));
		return;
	}
	ck_abort_msg("there is no key <%.*s>", (int)length, name);
}

static void type_part(struct terminal *terminal, const char *bytes, size_t length)
{
	struct text part;
	text_init(&part);
	text_add_bytes(&part, bytes, length);
	terminal_type(terminal, part.bytes);
	text_destroy(&part);
}

/* Where the next key's name begins: "<18" is none. */
static const char *find_name(const char *keys)
{
	const char *name = strchr(keys, '<');
	while (name && (name[1] < 'A' || name[1] > 'Z'))
		name = strchr(name + 1, '<');
	return name ? name : strchr(keys, '\0');
}

void wizard_keys(struct terminal *terminal, const char *keys)
{
	for (;;) {
		const char *name = find_name(keys);
		type_part(terminal, keys, (size_t)(name - keys));
		if (!*name)
			break;
		const char *end = strchr(name, '>');
		ck_assert_ptr_nonnull(end);
		press_named(terminal, name + 1, (size_t)(end - name) - 1);
		keys = end + 1;
	}
	ck_assert(terminal_wait_idle(terminal));
}

/* Only the wizard at a question says "Question 4", or in Dutch "Vraag 4". */
static bool shows_question(struct terminal *terminal)
{
	char words[16];
	for (char digit = '1'; digit <= '9'; digit++) {
		snprintf(words, sizeof words, "Vraag %c", digit);
		if (terminal_shows(terminal, words))
			return true;
	}
	return terminal_shows(terminal, "Question ");
}

static bool shows_result(struct terminal *terminal)
{
	static const char *const keys[LANGUAGES][2] = {
		{"F6 Save", "F4 Answers"}, {"F6 Bewaar", "F4 Antwoorden"}};
	for (size_t i = 0; i < LANGUAGES; i++)
		if (terminal_shows(terminal, keys[i][0]) && terminal_shows(terminal, keys[i][1]))
			return true;
	return false;
}

/* A list of answers shows questions too. */
const char *wizard_place(struct terminal *terminal)
{
	bool asks = shows_question(terminal);
	for (size_t i = 0; asks && i < sizeof beginnings / sizeof *beginnings; i++)
		for (size_t j = 0; j < LANGUAGES; j++)
			if (terminal_shows(terminal, beginnings[i].words[j]))
				return beginnings[i].question;
	return shows_result(terminal) ? "result" : "";
}

void wizard_check_place(struct terminal *terminal, const char *place)
{
	if (strcmp(wizard_place(terminal), place) == 0)
		return;
	char *screen = terminal_screen(terminal);
	ck_abort_msg("at \"%s\" and not \"%s\":\n%s", wizard_place(terminal), place, screen);
}

static const char *find_keys(const struct wizard_answer *answers, const char *question)
{
	while (answers->question && strcmp(answers->question, question) != 0)
		answers++;
	ck_assert_msg(answers->question != NULL, "\"%s\" is asked", question);
	return answers->keys;
}

void wizard_walk(struct terminal *terminal, const struct wizard_answer *answers, const char *until,
	struct text *asked)
{
	const char *place;
	while (strcmp(place = wizard_place(terminal), until) != 0) {
		wizard_keys(terminal, find_keys(answers, place));
		wizard_keys(terminal, "<Enter>");
		ck_assert_msg(strcmp(wizard_place(terminal), place) != 0, "%s: no answer", place);
		if (asked)
			text_format(asked, "%s ", place);
	}
}

/* Chooses the last line of the outcome, also on terminals without End: Tab goes there, but from
 * there back to the first. */
static void choose_last(struct terminal *terminal)
{
	static const char *const chosen[] = {
		"> Finish", "> Rond af", "> The whole summary", "> De hele samenvatting"};
	size_t i = 0, count = sizeof chosen / sizeof *chosen;
	while (i < count && !terminal_shows(terminal, chosen[i]))
		i++;
	if (i == count)
		wizard_keys(terminal, "<Tab>");
}

void wizard_open_summary(struct terminal *terminal)
{
	bool ends = strcmp(wizard_place(terminal), "result") == 0;
	choose_last(terminal);
	wizard_keys(terminal, ends ? "<Up><Enter>" : "<Enter>");
	wizard_check_place(terminal, "");
}

void wizard_ask_to_finish(struct terminal *terminal)
{
	wizard_check_place(terminal, "result");
	choose_last(terminal);
	wizard_keys(terminal, "<Enter>");
	wizard_check_place(terminal, "");
}

void wizard_check_shows(struct terminal *terminal, const char *text)
{
	ck_assert_msg(terminal_wait_text(terminal, text), "no \"%s\"", text);
}

void wizard_check_lacks(struct terminal *terminal, const char *text)
{
	ck_assert(terminal_wait_idle(terminal));
	ck_assert_msg(!terminal_shows(terminal, text), "shows \"%s\"", text);
}

void wizard_check_screen(struct terminal *terminal, const char *name)
{
	ck_assert_msg(terminal_expect_screen(terminal, name), "screen %s", name);
}

void wizard_check_end(struct terminal *terminal, int status)
{
	shell_check_end(terminal, status);
	shell_check_whole(terminal);
}

void wizard_check_killed(struct terminal *terminal, int signal)
{
	int status = terminal_wait_end(terminal);
	ck_assert_msg(WIFSIGNALED(status), "not ended by a signal: %x", status);
	ck_assert_int_eq(WTERMSIG(status), signal);
	ck_assert(!WCOREDUMP(status));
	shell_check_whole(terminal);
}

void wizard_stop(struct terminal *terminal)
{
	wizard_keys(terminal, "<F10>");
	ck_assert(terminal_wait_idle(terminal));
	/* The question itself may be in the client's language alone. */
	ck_assert(terminal_shows(terminal, "Stop?") || terminal_shows(terminal, "Stoppen?") ||
		  terminal_shows(terminal, "Enter Stop"));
	terminal_key(terminal, TERMINAL_KEY_ENTER);
	wizard_check_end(terminal, 0);
	terminal_free(terminal);
}

int wizard_run_suite(const char *name, const struct wizard_case *cases, size_t count)
{
	Suite *suite = suite_create(name);
	for (size_t i = 0; i < count; i++) {
		TCase *tcase = tcase_create(cases[i].name);
		tcase_set_timeout(tcase, TERMINAL_CASE_SECONDS);
		cases[i].add(tcase);
		suite_add_tcase(suite, tcase);
	}
	/* Where a shell starts it, only root can look for leaks in the wizard. */
	if (geteuid() != 0)
		setenv("LSAN_OPTIONS", "detect_leaks=0", 1);
	return suite_run(suite);
}
