/* What a client sees of the program, in every language that it speaks: nothing missing, every word
 * that is typed means one thing, and the keys have room for theirs. */
#include "languages.h"
#include "po_file.h"
#include "program.h"
#include "suite.h"

#include "screener/text.h"

#include <check.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The languages of which nothing may be missing of what a client sees. */
static const char *const spoken[] = {"nl", "ro", "uk", "ar", "pl", "bg", "hu", "es", "fr"};

/* The sources whose texts a client sees, by the beginning of their paths. */
static const char *const shown[] = {"src/age_entry", "src/countr", "src/document", "src/draft",
	"src/languages", "src/overview", "src/paper", "src/plain", "src/preview", "src/render_pdf",
	"src/resumption", "src/settings", "src/summary", "src/ui/", "src/wording"};

static const char *const domains[] = {"iom-screener", "iom-nl"};

enum {
	SPOKEN = sizeof spoken / sizeof *spoken,
	SHOWN = sizeof shown / sizeof *shown,
	DOMAINS = sizeof domains / sizeof *domains,
};

static void read_catalogue(struct po_file *file, const char *domain, const char *language)
{
	char path[512];
	snprintf(path, sizeof path, "%s/po/%s/%s.po", SCREENER_SOURCE, domain, language);
	po_file_read(file, path);
}

/* Nothing missing */

static bool is_shown(const struct po_message *message)
{
	for (size_t i = 0; i < SHOWN && message->places; i++)
		for (const char *at = message->places; (at = strstr(at, shown[i])) != NULL; at++)
			if (at == message->places || at[-1] == ' ')
				return true;
	return false;
}

static bool is_translated(const struct po_file *file, const char *id)
{
	const struct po_message *message = po_file_find(file, id);
	return message && message->forms[0] && *message->forms[0];
}

START_TEST(test_client_misses_nothing)
{
	struct po_file template, translated;
	size_t wanted = 0, missing = 0;
	po_file_read(&template, SCREENER_PROGRAM_POT);
	read_catalogue(&translated, domains[0], spoken[_i]);
	for (size_t i = 0; i < template.count; i++) {
		const struct po_message *message = &template.messages[i];
		if (!is_shown(message))
			continue;
		wanted++;
		if (is_translated(&translated, message->id))
			continue;
		printf("%s: missing: \"%.60s\" of%s\n", spoken[_i], message->id, message->places);
		missing++;
	}
	po_file_destroy(&translated);
	po_file_destroy(&template);
	ck_assert_uint_gt(wanted, 300);
	ck_assert_msg(missing == 0, "%s: %zu missing, listed above", spoken[_i], missing);
}
END_TEST

/* Words that are typed */

enum { WORDS = 20 };

/* What the plain interview takes at one place: a word must mean one thing, in English and in the
 * language shown. */
static const char *const places[][WORDS] = {
	{"help", "back", "answers", "change", "outcome", "save", "hide", "finish", "stop",
		"unknown", "private", "later", "none", "code", "language", "print", "Yes", "No"},
	{"go on", "new", "erase", "code"},
	{"yes", "no"},
};

enum { PLACES = sizeof places / sizeof *places };

static char *fold(const char *word)
{
	struct text key;
	text_init(&key);
	languages_add_key(&key, word);
	return text_take(&key);
}

/* `words` are pairs: a word in English and the same one translated, both folded. */
static void check_words_differ(char *words[WORDS][2], size_t count, const char *language)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			for (size_t k = 0; k < 2 && i != j; k++)
				ck_assert_msg(strcmp(words[i][1], words[j][k]) != 0,
					"%s: \"%s\" is both \"%s\" and \"%s\"", language,
					words[i][1], words[i][0], words[j][0]);
}

/* As it is shown: in English where the catalogue does not have it. */
static const char *translate(const struct po_file *file, const char *id)
{
	return is_translated(file, id) ? po_file_find(file, id)->forms[0] : id;
}

static void check_words(const struct po_file *file, const char *language, size_t place)
{
	char *words[WORDS][2];
	size_t count = 0;
	for (; places[place][count]; count++) {
		words[count][0] = fold(places[place][count]);
		words[count][1] = fold(translate(file, places[place][count]));
		ck_assert_msg(*words[count][1], "%s: %s", language, places[place][count]);
	}
	check_words_differ(words, count, language);
	for (size_t i = 0; i < count; i++) {
		free(words[i][0]);
		free(words[i][1]);
	}
}

/* Calls for every catalogue of the program. */
static void visit_catalogues(void (*visit)(const char *path, const struct po_file *file))
{
	glob_t found;
	ck_assert_int_eq(glob(SCREENER_SOURCE "/po/iom-screener/*.po", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct po_file file;
		po_file_read(&file, found.gl_pathv[i]);
		visit(found.gl_pathv[i], &file);
		po_file_destroy(&file);
	}
	globfree(&found);
}

static void check_all_words(const char *path, const struct po_file *file)
{
	for (size_t i = 0; i < PLACES; i++)
		check_words(file, path, i);
}

START_TEST(test_words_differ)
{
	visit_catalogues(check_all_words);
}
END_TEST

/* Whether the text has the word between quotation marks, alone or with more behind it. */
static bool quotes(const char *text, const char *word)
{
	char quoted[64];
	size_t length = (size_t)snprintf(quoted, sizeof quoted, "\"%s", word);
	for (const char *at = text; (at = strstr(at, quoted)) != NULL; at++)
		if (at[length] == '"' || at[length] == ' ')
			return true;
	return false;
}

/* Who is told to type a word is told the one that is taken. */
static void check_told(const char *path, const struct po_file *file, const char *word)
{
	const char *wanted = translate(file, word);
	for (size_t i = 0; i < file->count; i++) {
		const struct po_message *message = &file->messages[i];
		if (!is_shown(message) || !quotes(message->id, word))
			continue;
		for (size_t j = 0; j < PO_FORMS && message->forms[j]; j++)
			ck_assert_msg(!*message->forms[j] || strstr(message->forms[j], wanted),
				"%s:%u: does not say \"%s\": %s", path, message->line, wanted,
				message->forms[j]);
	}
}

static void check_all_told(const char *path, const struct po_file *file)
{
	for (size_t i = 0; i < PLACES; i++)
		for (size_t j = 0; places[i][j]; j++)
			check_told(path, file, places[i][j]);
	check_told(path, file, "show");
}

START_TEST(test_words_are_told_as_taken)
{
	visit_catalogues(check_all_told);
}
END_TEST

/* Room: what the keys do, and the names of what the outcome says. */

enum { LABELS = 40, LABEL_COLUMNS = 16 };

static const char *const labels[LABELS] = {"Move", "Change", "Back", "Help", "Hide", "Stop",
	"Scroll", "Erase", "Go on", "Open", "Save", "To the question", "Others", "Search", "Age",
	"Choose", "Tick", "Next", "Outcome", "Answers", "Name", "Replace", "Start", "Finish",
	"Case code", "Code", "Start anew", "Arrows", "Space", "Digits", "Letters"};

/* Three of them, with their keys, stand in the row of the smallest screen. */
static void check_labels(const char *path, const struct po_file *file)
{
	for (size_t i = 0; labels[i]; i++) {
		const char *label = translate(file, labels[i]);
		ck_assert_msg(languages_width(label) <= LABEL_COLUMNS,
			"%s: \"%s\" has %zu columns, %d at most", path, label,
			(size_t)languages_width(label), LABEL_COLUMNS);
	}
}

START_TEST(test_labels_have_room)
{
	visit_catalogues(check_labels);
}
END_TEST

/* What is said line by line */

static const char typed[] =
	"nothing like it\nhelp\nanswers\nro\nold\n200\n24\nback\n24\n2\n9\n1\nchange 1\nnl\nyes\n"
	"change 99\nunknown\nprivate\nlater\n1\n2\noutcome\noutcome 1\noutcome 99\nsave\n1\n1\n2\n"
	"\nanswers\nfinish\n";

static void check_translated(const char *language, const char *domain, const char *words)
{
	struct po_file file;
	read_catalogue(&file, domain, language);
	const struct po_message *message = po_file_find_english(&file, words);
	ck_assert_msg(!message, "\"%s\" is not translated:\n%s", message->id, words);
	po_file_destroy(&file);
}

START_TEST(test_nothing_is_left_in_english)
{
	const char *language = spoken[_i];
	const char *const arguments[] = {"--plain", "--language", language, NULL};
	struct program_result result;
	program_run(&(struct program_run){.arguments = arguments, .input = typed}, &result);
	ck_assert_msg(result.status == 0, "%s", result.errors);
	for (size_t i = 0; i < DOMAINS; i++) {
		check_translated(language, domains[i], result.errors);
		check_translated(language, domains[i], result.output);
	}
	program_result_destroy(&result);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("catalogues_shown");
	TCase *tests = tcase_create("catalogues_shown");
	tcase_add_loop_test(tests, test_client_misses_nothing, 0, SPOKEN);
	tcase_add_test(tests, test_words_differ);
	tcase_add_test(tests, test_words_are_told_as_taken);
	tcase_add_test(tests, test_labels_have_room);
	tcase_add_loop_test(tests, test_nothing_is_left_in_english, 0, SPOKEN);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
