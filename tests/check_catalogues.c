/* The catalogues in po/: nothing missing where a language is complete, the same placeholders, the
 * same blanks, and a header that says what it must. */
#include "folder.h"
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

/* The languages of which nothing may be missing, of the program and of the pack. */
static const char *const complete[] = {"nl", "ro", "uk", "ar", "pl", "bg", "hu", "es", "fr"};

/* Every domain, and the command that writes its texts to template.pot. */
static const struct {
	const char *name;
	const char *template;
} domains[] = {
	{"iom-screener", "cp '" SCREENER_PROGRAM_POT "' template.pot"},
	{"iom-nl", SCREENER_EXTRACT_PACK " " SCREENER_RULES_SOURCE " > template.pot"},
};

enum {
	COMPLETE = sizeof complete / sizeof *complete,
	DOMAINS = sizeof domains / sizeof *domains,
	PROGRAM = 0, /* of the domains */
	PACK = 1,
};

/* Complete */

static size_t say(const char *path, const struct po_message *message, const char *what)
{
	printf("%s:%u: %s: \"%.60s\"\n", path, message->line, what, message->id);
	return 1;
}

/* Every text needs a translation, and every translation a text. */
static size_t compare_messages(
	const char *path, const struct po_file *template, const struct po_file *translated)
{
	size_t faults = 0;
	for (size_t i = 0; i < template->count; i++) {
		const struct po_message *wanted = &template->messages[i];
		const struct po_message *found = po_file_find(translated, wanted->id);
		if (!found)
			faults += say(path, wanted, "missing");
		else if (found->fuzzy)
			faults += say(path, found, "fuzzy");
		else if (!wanted->plural != !found->plural)
			faults += say(path, found, "differs in being a number");
	}
	for (size_t i = 0; i < translated->count; i++)
		if (!po_file_find(template, translated->messages[i].id))
			faults += say(path, &translated->messages[i], "no longer used");
	return faults;
}

static size_t count_forms(const struct po_message *message)
{
	size_t count = 0;
	while (count < PO_FORMS && message->forms[count] && *message->forms[count])
		count++;
	return count;
}

/* How many forms a number has in this language. */
static size_t read_plurals(const struct po_file *file)
{
	size_t plurals = 1;
	char *field = po_file_field(file, "Plural-Forms");
	if (field)
		ck_assert_int_eq(sscanf(field, "nplurals=%zu", &plurals), 1);
	free(field);
	return plurals;
}

static size_t check_forms(const char *path, const struct po_file *file)
{
	size_t faults = 0, plurals = read_plurals(file);
	for (size_t i = 0; i < file->count; i++) {
		const struct po_message *message = &file->messages[i];
		if (count_forms(message) != (message->plural ? plurals : 1))
			faults += say(path, message, "not translated");
	}
	return faults;
}

static void check_complete(size_t domain, const char *language)
{
	struct po_file template, translated;
	char path[512];
	snprintf(path, sizeof path, "%s/po/%s/%s.po", SCREENER_SOURCE, domains[domain].name,
		language);
	folder_begin();
	ck_assert_int_eq(system(domains[domain].template), 0);
	po_file_read(&template, "template.pot");
	po_file_read(&translated, path);
	size_t faults = compare_messages(path, &template, &translated);
	faults += check_forms(path, &translated);
	ck_assert_uint_gt(template.count, 100);
	po_file_destroy(&translated);
	po_file_destroy(&template);
	folder_end();
	ck_assert_msg(faults == 0, "%s: %zu faults, listed above", path, faults);
}

START_TEST(test_complete_program)
{
	check_complete(PROGRAM, complete[_i]);
}
END_TEST

START_TEST(test_complete_pack)
{
	check_complete(PACK, complete[_i]);
}
END_TEST

/* Placeholders and blanks, of every catalogue there is */

/* Adds the directives of a format, as in "%s %zu", the flags and widths among them. Returns whether
 * they are numbered, and so may be in another order. */
static bool add_directives(struct text *directives, const char *format)
{
	bool numbered = false;
	for (const char *at = strchr(format, '%'); at; at = strchr(at, '%')) {
		size_t length = 1 + strspn(at + 1, "0123456789$.+- #hlzjt");
		if (at[length] == '<') /* of <inttypes.h>, as xgettext writes it */
			length += strcspn(at + length, ">");
		numbered = numbered || memchr(at, '$', length);
		length += at[length] != '\0';
		text_add_bytes(directives, at, length);
		text_add(directives, " ");
		at += length;
	}
	return numbered;
}

static bool has_same_directives(const char *id, const char *form)
{
	struct text wanted, found;
	text_init(&wanted);
	text_init(&found);
	add_directives(&wanted, id);
	/* msgfmt --check has looked at the types of those that are numbered. */
	bool same = add_directives(&found, form) || strcmp(wanted.bytes, found.bytes) == 0;
	text_destroy(&wanted);
	text_destroy(&found);
	return same;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\t';
}

/* Whether both begin, and both end, with the same blank or with none. */
static bool has_same_ends(const char *id, const char *form)
{
	char first = is_blank(*id) ? *id : 'x', last = id[strlen(id) - 1];
	char form_first = is_blank(*form) ? *form : 'x', form_last = form[strlen(form) - 1];
	return first == form_first &&
	       (is_blank(last) ? last : 'x') == (is_blank(form_last) ? form_last : 'x');
}

/* Whether a form of a number has the directives of the format, or all but the last. Where a form
 * stands for one number alone, the number may be left out, and msgfmt --check has looked; but then
 * no other directive may take its place. */
static bool has_first_directives(const char *format, const char *form)
{
	struct text wanted, found;
	text_init(&wanted);
	text_init(&found);
	add_directives(&wanted, format);
	bool numbered = add_directives(&found, form);
	bool first = strncmp(wanted.bytes, found.bytes, found.length) == 0;
	const char *left_out = wanted.bytes + (first ? found.length : 0);
	first = first && (!*left_out || !strstr(found.bytes, left_out));
	text_destroy(&wanted);
	text_destroy(&found);
	return numbered || first;
}

static bool has_directives(const struct po_message *message, const char *form)
{
	return message->plural ? has_first_directives(message->plural, form)
			       : has_same_directives(message->id, form);
}

/* Whether it has an invisible character that turns the direction of what is around it: who shows
 * the text puts those in where they are needed. */
static bool has_direction_mark(const char *form)
{
	static const char *const marks[] = {"\u061c", "\u200e", "\u200f", "\u202a", "\u202b",
		"\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strstr(form, marks[i]))
			return true;
	return false;
}

static size_t check_message(const char *path, const struct po_message *message)
{
	size_t faults = 0;
	for (size_t i = 0; i < PO_FORMS && message->forms[i]; i++) {
		const char *form = message->forms[i];
		const char *id = i && message->plural ? message->plural : message->id;
		if (!*form || !*message->id)
			continue;
		if (message->is_format && !has_directives(message, form))
			faults += say(path, message, "other placeholders");
		if (has_direction_mark(form))
			faults += say(path, message, "a mark of direction");
		if (!has_same_ends(id, form))
			faults += say(path, message, "other blanks at its ends");
		if (strstr(form, "  ") && !strstr(id, "  "))
			faults += say(path, message, "two blanks");
	}
	return faults;
}

/* Calls for every catalogue of every domain. */
static void visit_catalogues(void (*visit)(const char *path, const struct po_file *file))
{
	glob_t found;
	ck_assert_int_eq(glob(SCREENER_SOURCE "/po/*/*.po", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct po_file file;
		po_file_read(&file, found.gl_pathv[i]);
		visit(found.gl_pathv[i], &file);
		po_file_destroy(&file);
	}
	globfree(&found);
}

/* Partly translated is fine, half a message is not: English is shown for what is not there. */
static void check_messages(const char *path, const struct po_file *file)
{
	size_t faults = check_forms(path, file);
	for (size_t i = 0; i < file->count; i++) {
		faults += check_message(path, &file->messages[i]);
		if (file->messages[i].fuzzy)
			faults += say(path, &file->messages[i], "fuzzy");
	}
	ck_assert_msg(faults == 0, "%s: %zu faults, listed above", path, faults);
}

START_TEST(test_messages)
{
	visit_catalogues(check_messages);
}
END_TEST

/* Headers */

static void check_field(
	const char *path, const struct po_file *file, const char *name, const char *wanted)
{
	char *field = po_file_field(file, name);
	ck_assert_msg(field && strcmp(field, wanted) == 0, "%s: %s is %s", path, name, field);
	free(field);
}

static void check_filled(const char *path, const struct po_file *file, const char *name)
{
	char *field = po_file_field(file, name);
	ck_assert_msg(field && *field && !strstr(field, "YEAR") && !strstr(field, "FULL NAME"),
		"%s: %s is %s", path, name, field ? field : "missing");
	free(field);
}

static void check_header(const char *path, const struct po_file *file)
{
	static const char *const filled[] = {
		"Project-Id-Version", "PO-Revision-Date", "Last-Translator", "Language-Team"};
	char language[32];
	snprintf(language, sizeof language, "%s", strrchr(path, '/') + 1);
	*strstr(language, ".po") = '\0';
	check_field(path, file, "Language", language);
	check_field(path, file, "Content-Type", "text/plain; charset=UTF-8");
	for (size_t i = 0; i < sizeof filled / sizeof *filled; i++)
		check_filled(path, file, filled[i]);
	char *reviewed = po_file_field(file, "X-Reviewed-by-native-speaker");
	ck_assert_msg(reviewed, "%s does not say whether it was reviewed", path);
	bool is_reviewed = strcmp(reviewed, "yes") == 0;
	ck_assert_msg(is_reviewed || strcmp(reviewed, "no") == 0, "%s: %s", path, reviewed);
	bool says_not = strstr(file->comment, "Not yet reviewed by a native speaker.");
	ck_assert_msg(is_reviewed != says_not, "%s: the comment says otherwise", path);
	free(reviewed);
}

START_TEST(test_headers)
{
	visit_catalogues(check_header);
}
END_TEST

/* Help */

static const char *const commands[] = {NULL, "summary", "batch", "check", "diff"};

enum { COMMANDS = sizeof commands / sizeof *commands, HELP_ROWS = 23, HELP_COLUMNS = 79 };

static void check_line(const char *line, size_t length)
{
	char words[512];
	ck_assert_uint_lt(length, sizeof words);
	memcpy(words, line, length);
	words[length] = '\0';
	ck_assert_msg(languages_width(words) <= HELP_COLUMNS, "%s", words);
}

/* In every language it fits a terminal of the usual size, with the prompt below it. */
START_TEST(test_help_fits)
{
	const char *command = commands[_i % COMMANDS];
	const char *const arguments[] = {
		command, "--language", complete[_i / COMMANDS], "--help", NULL};
	struct program_result result;
	size_t rows = 0;
	program_run(&(struct program_run){.arguments = arguments + !command}, &result);
	ck_assert_int_eq(result.status, 0);
	for (const char *line = result.output; *line; rows++) {
		size_t length = strcspn(line, "\n");
		check_line(line, length);
		line += length + (line[length] == '\n');
	}
	ck_assert_uint_le(rows, HELP_ROWS);
	program_result_destroy(&result);
}
END_TEST

/* That the tests above see what they are for. */

static const struct {
	const char *id;
	const char *form;
	bool same;
} formats[] = {
	{"%s of %zu", "%s van %zu", true},
	{"%s of %zu", "%zu van %s", false},
	{"%s of %zu", "%2$zu van %1$s", true},
	{"100 %% of %s", "100 %% van %s", true},
	{"%<PRIu64> clients", "%<PRIu64> mensen", true},
	{"%<PRIu64> clients", "%lu mensen", false},
	{"%.1f", "%f", false},
	{"%u", "een", false},
};

START_TEST(test_directives_are_seen)
{
	ck_assert(has_same_directives(formats[_i].id, formats[_i].form) == formats[_i].same);
}
END_TEST

START_TEST(test_first_directives_are_seen)
{
	ck_assert(has_first_directives("%s: %zu faults", "%s: %zu fouten"));
	ck_assert(has_first_directives("%s: %zu faults", "%s: een fout"));
	ck_assert(!has_first_directives("%zu faults, %s", "een fout, %s"));
	ck_assert(!has_first_directives("%zu of %zu faults", "een van %zu fouten"));
}
END_TEST

START_TEST(test_ends_and_marks_are_seen)
{
	ck_assert(has_direction_mark("a\u200fb"));
	ck_assert(!has_direction_mark("\u0645\u0646"));
	ck_assert(has_same_ends("one\n", "een\n"));
	ck_assert(has_same_ends("one", "een"));
	ck_assert(!has_same_ends("one\n", "een"));
	ck_assert(!has_same_ends("one", " een"));
	ck_assert(!has_same_ends("one", "een "));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("catalogues");
	TCase *tests = tcase_create("catalogues");
	tcase_add_loop_test(tests, test_complete_program, 0, COMPLETE);
	tcase_add_loop_test(tests, test_complete_pack, 0, COMPLETE);
	tcase_add_test(tests, test_messages);
	tcase_add_test(tests, test_headers);
	tcase_add_loop_test(tests, test_help_fits, 0, COMPLETE * COMMANDS);
	tcase_add_loop_test(tests, test_directives_are_seen, 0, sizeof formats / sizeof *formats);
	tcase_add_test(tests, test_first_directives_are_seen);
	tcase_add_test(tests, test_ends_and_marks_are_seen);
	suite_add_tcase(suite, tests);
	return suite_run(suite);
}
