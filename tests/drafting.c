#include "drafting.h"

#include "folder.h"
#include "reader.h"
#include "summary.h"
#include "terminal.h"
#include "wizard.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct drafting drafting;

static const struct option needs[] = {{.id = "guidance"}, {.id = "shelter"}};
static struct question questions[] = {
	{.id = "origin", .type = QUESTION_COUNTRY},
	{.id = "age", .type = QUESTION_AGE},
	{.id = "needs", .type = QUESTION_CHOICES, .options = needs, .option_count = 2},
};
const struct pack drafting_made_up = {
	.id = "made-up",
	.questions = questions,
	.question_count = 3,
};

void drafting_begin(void)
{
	struct fault_list faults;
	fault_list_init(&faults);
	drafting.pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(drafting.pack);
	fault_list_destroy(&faults);
	drafting.logic = logic_new(drafting.pack);
	drafting.interview = interview_new(drafting.pack, drafting.logic);
	folder_begin();
	ck_assert_ptr_nonnull(getcwd(drafting.runtime, sizeof drafting.runtime));
	setenv("XDG_RUNTIME_DIR", drafting.runtime, 1);
	setenv("TZ", "UTC", 1);
}

void drafting_end(void)
{
	folder_end();
	interview_free(drafting.interview);
	logic_free(drafting.logic);
	pack_free(drafting.pack);
}

void drafting_take(const char *entry)
{
	struct answer answer = {0};
	const struct question *question =
		&drafting.pack->questions[interview_question(drafting.interview)];
	ck_assert_int_eq(
		answer_parse(question, entry, strlen(entry), (struct date){2026, 11, 23}, &answer),
		ANSWER_FINE);
	interview_take(drafting.interview, &answer);
}

int drafting_count(const char *ending)
{
	int count = 0;
	DIR *files = opendir("iom-screener");
	const struct dirent *file;
	while (files && (file = readdir(files))) {
		size_t length = strlen(file->d_name);
		if (file->d_name[0] != '.' && length >= strlen(ending))
			count += strcmp(file->d_name + length - strlen(ending), ending) == 0;
	}
	if (files)
		closedir(files);
	return count;
}

struct draft_rules drafting_rules(const struct pack *of)
{
	struct draft_rules rules = {.pack = of};
	summary_digest(of, rules.digest);
	return rules;
}

void drafting_put(const char *name, const char *bytes, size_t length)
{
	char path[256];
	ck_assert(mkdir("iom-screener", 0700) == 0 || errno == EEXIST);
	snprintf(path, sizeof path, "iom-screener/%s", name);
	folder_write(path, bytes, length);
	ck_assert_int_eq(chmod(path, 0600), 0);
}

/* Without looking for leaks: what is killed has some. */
struct terminal *drafting_launch_as(const struct terminal_options *like)
{
	char pair[sizeof drafting.runtime + 32];
	const char *const environment[] = {pair, "TZ=UTC", "LSAN_OPTIONS=detect_leaks=0", NULL};
	struct terminal_options options = *like;
	snprintf(pair, sizeof pair, "XDG_RUNTIME_DIR=%s", drafting.runtime);
	options.environment = environment;
	return wizard_launch(&options);
}

struct terminal *drafting_launch(void)
{
	const struct terminal_options options = {
		.rows = DRAFTING_ROWS, .columns = DRAFTING_COLUMNS};
	struct terminal *terminal = drafting_launch_as(&options);
	wizard_check_shows(terminal, "F10 Stop");
	return terminal;
}

struct terminal *drafting_launch_plain(void)
{
	const char *const arguments[] = {"--plain", NULL};
	const struct terminal_options options = {
		.rows = DRAFTING_ROWS, .columns = DRAFTING_COLUMNS, .arguments = arguments};
	return drafting_launch_as(&options);
}

void drafting_end_by(struct terminal *terminal, int signal)
{
	ck_assert(terminal_wait_idle(terminal));
	terminal_signal(terminal, signal);
	ck_assert_int_ne(terminal_wait_end(terminal), -1);
	terminal_free(terminal);
}

void drafting_leave(const char *keys)
{
	struct terminal *terminal = drafting_launch();
	wizard_keys(terminal, keys);
	drafting_end_by(terminal, SIGKILL);
}
