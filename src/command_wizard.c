/* The wizard: on the screen where the terminal can do that, line by line where it cannot. */
#include "commands.h"
#include "deliver.h"
#include "draft.h"
#include "languages.h"
#include "plain.h"
#include "speakers.h"
#include "ui/ui.h"

#include "screener/interview.h"
#include "screener/memory.h"

#include <linux/capability.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MINUTE = 60 * 1000 /* ms */ };

/* What a crash leaves behind would hold the answers. */
static void keep_no_dump(void)
{
	const struct rlimit none = {0};
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

/* Whether as much memory as there is may be locked. */
static bool may_lock_all(void)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct capabilities[_LINUX_CAPABILITY_U32S_3] = {{0}};
	struct rlimit limit;
	if (getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY)
		return true;
	return syscall(SYS_capget, &header, capabilities) == 0 &&
	       capabilities[CAP_TO_INDEX(CAP_IPC_LOCK)].effective & CAP_TO_MASK(CAP_IPC_LOCK);
}

/*
 * Answers are kept in memory that is never written to the swap space, stands between pages that
 * nothing may touch, and is wiped; where it is allowed everything else is locked too, such as what
 * curses knows of the screen. With a limit on what may be locked that would make memory run out.
 */
static void keep_secrets(void)
{
	if (may_lock_all())
		mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
	if (sodium_init() >= 0)
		memory_keep_secrets(sodium_malloc, sodium_free);
}

/* Whether the wizard has to do without a screen. */
static bool wants_plain(const struct options *options)
{
	static const char *const unable[] = {"", "dumb", "unknown"};
	const char *type = getenv("TERM");
	if (options->plain || !type || !isatty(STDIN_FILENO))
		return true;
	for (size_t i = 0; i < sizeof unable / sizeof unable[0]; i++)
		if (strcmp(type, unable[i]) == 0)
			return true;
	return false;
}

static enum exit_status write_summary(
	const struct interview *interview, const struct options *options)
{
	const struct delivery delivery = {
		.client_language = speakers_client(), .moment = options->moment};
	struct error error;
	error_init(&error);
	if (deliver_summary(interview, &delivery, &error))
		return EXIT_FINE;
	say_error(&error);
	return EXIT_CANNOT;
}

/* Where standard output is not the terminal, the terminal is still there under its own name. */
static enum exit_status run_screen(struct interview *interview, const struct options *options,
	const struct language *client_language, struct draft *draft)
{
	struct error error;
	bool elsewhere = !isatty(STDOUT_FILENO);
	FILE *terminal = elsewhere ? fopen("/dev/tty", "r+e") : NULL;
	struct ui_settings settings = {
		.input = terminal ? terminal : stdin,
		.output = terminal ? terminal : stdout,
		.moment = options->moment,
		.client_language = client_language,
		.draft = draft,
		.resume = options->resume,
		.summary_follows = elsewhere,
		.theme = options->settings->theme,
		.order = options->settings->order,
		.hide_after = (int)options->settings->hide_after * MINUTE,
	};
	error_init(&error);
	if (elsewhere && !terminal)
		return plain_run(interview, options, draft);
	enum ui_end end = ui_run(interview, &settings, &error);
	if (terminal)
		fclose(terminal);
	if (end == UI_UNABLE)
		return plain_run(interview, options, draft);
	enum exit_status status = end == UI_LOST ? EXIT_CANNOT : EXIT_FINE;
	if (end == UI_FINISHED && elsewhere)
		status = write_summary(interview, options);
	/* A summary that could not be written can still be had at the next start. */
	if (status == EXIT_FINE)
		draft_end(draft);
	return status;
}

static enum exit_status run(const struct options *options, struct pack *pack, struct logic *logic)
{
	struct language client;
	if (!find_client_language(options->client_language, pack, &client))
		return EXIT_CANNOT;
	/* Who reads what the staff reads has no second language. */
	bool second = options->client_language && !language_is_shown(&client);
	struct interview *interview = interview_new(pack, logic);
	/* A script must not meet a question that another run has left to it. */
	struct draft *draft = isatty(STDIN_FILENO) ? draft_new(pack) : NULL;
	if (second)
		speakers_choose(client.code);
	enum exit_status status = wants_plain(options) ? plain_run(interview, options, draft)
						       : run_screen(interview, options,
								 second ? &client : NULL, draft);
	draft_free(draft);
	interview_free(interview);
	return status;
}

enum exit_status run_wizard(const struct options *options)
{
	enum exit_status status = EXIT_CANNOT;
	keep_no_dump();
	keep_secrets();
	struct pack *pack = load_pack(options->rules);
	struct logic *logic = pack ? logic_new(pack) : NULL;
	if (logic)
		status = run(options, pack, logic);
	logic_free(logic);
	pack_free(pack);
	return status;
}
