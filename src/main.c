#include "commands.h"
#include "installation.h"
#include "languages.h"
#include "options.h"

#include <stdio.h>
#include <string.h>

static const struct command wizard = {
	.accepts = "RLDPhV",
	.run = run_wizard,
	.help = N_(
		"Usage: iom-screener [OPTION]...\n"
		"       iom-screener COMMAND [OPTION]... [FILE]\n"
		"\n"
		"Asks about one client, a question at a time, and shows which support paths may\n"
		"apply, why, on what source, and what to do next. Nothing is kept. Where standard\n"
		"output is no terminal, the summary goes there at the end.\n"
		"\n"
		"Commands (each has its own --help):\n"
		"  summary    the summary of a file of answers, as text or JSON\n"
		"  batch      many clients, from CSV to CSV\n"
		"  check      whether a rule pack is sound, with all its faults\n"
		"\n"
		"Options:\n"
		"      --rules DIR        use the rule pack in this folder\n"
		"      --language LL      show texts in this language (nl, en, ...)\n"
		"      --plain            ask line by line, without drawing a screen\n"
		"      --date YYYY-MM-DD  the day of the screening; the default is today\n"
		"  -h, --help             show this help, and end\n"
		"      --version          show the version, and end\n"
		"\n"
		"Ends with 0 when all is well, 2 when it could not run.\n"),
};

static const struct command commands[] = {
	{
		.word = "summary",
		.accepts = "RLDFoh",
		.operand_limit = 1,
		.run = run_summary,
		.help = N_(
			"Usage: iom-screener summary [OPTION]... [ANSWERS.yaml|-]\n"
			"\n"
			"Shows the summary of the answers in a file, or of standard input. The file has a\n"
			"line for each answer, such as \"origin: RO\" or \"age: <18\"; a question that is\n"
			"left out is not asked yet, and ? ! ~ stand for \"does not know\", \"prefers not to\n"
			"say\" and \"not now\".\n"
			"\n"
			"Options:\n"
			"      --format FORMAT    text (the default) or json\n"
			"  -o, --output FILE      write to this file instead of standard output\n"
			"      --rules DIR        use the rule pack in this folder\n"
			"      --language LL      show texts in this language (nl, en, ...)\n"
			"      --date YYYY-MM-DD  the day of the screening; the default is today\n"
			"  -h, --help             show this help, and end\n"
			"\n"
			"Ends with 0 when all is well, 2 when it could not run.\n"),
	},
	{
		.word = "batch",
		.accepts = "RLDBITh",
		.operand_limit = 1,
		.run = run_batch,
		.help = N_(
			"Usage: iom-screener batch [OPTION]... [FILE.csv|-]\n"
			"\n"
			"Reads clients as CSV with a header, a row each, and writes each row back with the\n"
			"outcome of every path (applies, possible, open, no), the notices shown, the next\n"
			"question, and what is wrong with the row, if anything. Columns that are named after\n"
			"a question hold answers; all others are carried through.\n"
			"\n"
			"Options:\n"
			"      --because          add, for each path, the questions that decided it\n"
			"      --from csv         the format to read\n"
			"      --to csv           the format to write\n"
			"      --rules DIR        use the rule pack in this folder\n"
			"      --language LL      show what is wrong in this language (nl, en, ...)\n"
			"      --date YYYY-MM-DD  the day from which dates of birth become years\n"
			"  -h, --help             show this help, and end\n"
			"\n"
			"Ends with 0 when all is well, 1 when a row could not be read, 2 when it could not\n"
			"run.\n"),
	},
	{
		.word = "check",
		.accepts = "RLDh",
		.operand_limit = 1,
		.run = run_check,
		.help = N_(
			"Usage: iom-screener check [OPTION]... [DIR]\n"
			"\n"
			"Reads the rule pack in a folder, says everything that is wrong with it, and tries\n"
			"it on the made-up clients of its clients.yaml: each outcome that is not as its\n"
			"author expects is shown with its reason.\n"
			"\n"
			"Options:\n"
			"      --rules DIR        the same as DIR\n"
			"      --language LL      show texts in this language (nl, en, ...)\n"
			"      --date YYYY-MM-DD  the day from which dates of birth become years\n"
			"  -h, --help             show this help, and end\n"
			"\n"
			"Ends with 0 when nothing is wrong, 1 when something is, 2 when it could not run.\n"),
	},
};

/* Returns the command that the first argument names: the wizard where it names none, NULL where it
 * is no command's word. */
static const struct command *find_command(int count, char *arguments[])
{
	if (count < 2 || arguments[1][0] == '-')
		return &wizard;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (strcmp(commands[i].word, arguments[1]) == 0)
			return &commands[i];
	return NULL;
}

static enum exit_status show(const char *words)
{
	if (fputs(words, stdout) < 0 || fflush(stdout) != 0) {
		perror("iom-screener");
		return EXIT_CANNOT;
	}
	return EXIT_FINE;
}

static enum exit_status run(const struct command *command, const struct options *options)
{
	if (options->language)
		languages_start(options->language, installation_catalogues());
	if (options->help)
		return show(_(command->help));
	if (options->version)
		return show("iom-screener " SCREENER_VERSION "\n");
	return command->run(options);
}

int main(int count, char *arguments[])
{
	struct error error;
	struct options options;
	error_init(&error);
	languages_start(NULL, installation_catalogues());
	const struct command *command = find_command(count, arguments);
	if (!command) {
		error_set(&error, ERROR_USAGE,
			_("there is no command \"%s\": see iom-screener --help"), arguments[1]);
		say_error(&error);
		return EXIT_CANNOT;
	}
	int skipped = command->word ? 1 : 0;
	if (!options_parse(&options, command, count - skipped, arguments + skipped, &error)) {
		say_error(&error);
		return EXIT_CANNOT;
	}
	return (int)run(command, &options);
}
