#include "commands.h"
#include "help.h"
#include "installation.h"
#include "languages.h"
#include "options.h"
#include "reader.h"
#include "say.h"
#include "settings.h"

#include <stdio.h>
#include <string.h>

static const struct command wizard = {
	.accepts = "RLCDPShV",
	.help = help_wizard,
	.run = run_wizard,
};

static const struct command commands[] = {
	{"summary", help_summary, "RLCDFEoh", 1, run_summary},
	{"batch", help_batch, "RLDBITh", 1, run_batch},
	{"check", help_check, "RLDGh", 1, run_check},
	{"diff", help_diff, "RLGh", 2, run_diff},
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
	struct text encoded;
	text_init(&encoded);
	languages_add_encoded(&encoded, words);
	bool shown = fputs(encoded.bytes, stdout) >= 0 && fflush(stdout) == 0;
	if (!shown)
		perror("iom-screener");
	text_destroy(&encoded);
	return shown ? EXIT_FINE : EXIT_CANNOT;
}

/* What people prefer, or all that is wrong with it. */
struct preference {
	struct settings settings;
	struct fault_list faults;
	bool usable;
};

static void prefer(struct preference *preference, const struct installation *installation)
{
	settings_init(&preference->settings);
	fault_list_init(&preference->faults);
	preference->usable = settings_find(&preference->settings, &preference->faults);
	if (preference->settings.language)
		languages_start(preference->settings.language, installation->catalogues);
}

static enum exit_status run(const struct command *command, struct options *options,
	const struct installation *installation, const struct preference *preference)
{
	options->settings = &preference->settings;
	if (!options->rules)
		options->rules = installation->rules;
	if (options->language)
		languages_start(options->language, installation->catalogues);
	if (options->help)
		return show(_(command->help));
	if (options->version)
		return show("iom-screener " SCREENER_VERSION "\n");
	if (!preference->usable) {
		say_faults(&preference->faults);
		return EXIT_CANNOT;
	}
	return command->run(options);
}

static enum exit_status start(int count, char *arguments[], const struct installation *installation,
	const struct preference *preference, struct error *error)
{
	struct options options;
	const struct command *command = find_command(count, arguments);
	if (!command) {
		error_set(error, ERROR_USAGE,
			_("there is no command \"%s\": see iom-screener --help"), arguments[1]);
		return EXIT_CANNOT;
	}
	int skipped = command->word ? 1 : 0;
	if (!options_parse(&options, command, count - skipped, arguments + skipped, error))
		return EXIT_CANNOT;
	return run(command, &options, installation, preference);
}

int main(int count, char *arguments[])
{
	struct installation installation;
	struct preference preference;
	struct error error;
	error_init(&error);
	installation_find(&installation);
	languages_start(NULL, installation.catalogues);
	prefer(&preference, &installation);
	enum exit_status status = start(count, arguments, &installation, &preference, &error);
	if (error.code != ERROR_NONE)
		say_error(&error);
	fault_list_destroy(&preference.faults);
	settings_destroy(&preference.settings);
	return (int)status;
}
