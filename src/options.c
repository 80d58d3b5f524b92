#include "options.h"

#include "gettext.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

/* An option: its letter, by which commands accept it and which is its short form where it has one.
 */
struct option_rule {
	const char *name;
	char letter;
	bool has_value;
	bool (*apply)(struct options *options, const char *value, struct error *error);
};

static bool set_rules(struct options *options, const char *value, struct error *error)
{
	(void)error;
	options->rules = value;
	return true;
}

static bool set_language(struct options *options, const char *value, struct error *error)
{
	(void)error;
	options->language = value;
	return true;
}

static bool set_client_language(struct options *options, const char *value, struct error *error)
{
	(void)error;
	options->client_language = value;
	return true;
}

static bool set_date(struct options *options, const char *value, struct error *error)
{
	if (!date_parse(value, strlen(value), &options->moment.date))
		return error_set(error, ERROR_USAGE,
			_("--date \"%s\" is not a day: write it as YYYY-MM-DD, as in 2026-11-23"),
			value);
	options->moment.time[0] = '\0';
	return true;
}

static bool set_plain(struct options *options, const char *value, struct error *error)
{
	(void)value, (void)error;
	options->plain = true;
	return true;
}

static bool set_resume(struct options *options, const char *value, struct error *error)
{
	(void)value, (void)error;
	options->resume = true;
	return true;
}

static bool set_because(struct options *options, const char *value, struct error *error)
{
	(void)value, (void)error;
	options->because = true;
	return true;
}

static bool set_help(struct options *options, const char *value, struct error *error)
{
	(void)value, (void)error;
	options->help = true;
	return true;
}

static bool set_version(struct options *options, const char *value, struct error *error)
{
	(void)value, (void)error;
	options->version = true;
	return true;
}

static bool set_format(struct options *options, const char *value, struct error *error)
{
	static const char *const words[FORMAT_COUNT] = {
		[FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", [FORMAT_PDF] = "pdf"};
	for (int format = 0; format < FORMAT_COUNT; format++) {
		if (strcmp(words[format], value) == 0) {
			options->format = (enum format)format;
			return true;
		}
	}
	return error_set(error, ERROR_USAGE,
		_("--format \"%s\" is not known: it is text, json or pdf"), value);
}

/* What is a report and no paper for anybody. */
static bool set_report_format(struct options *options, const char *value, struct error *error)
{
	if (strcmp(value, "text") == 0 || strcmp(value, "json") == 0)
		return set_format(options, value, error);
	return error_set(
		error, ERROR_USAGE, _("--format \"%s\" is not known: it is text or json"), value);
}

static bool set_edition(struct options *options, const char *value, struct error *error)
{
	static const char *const words[EDITION_COUNT] = {[EDITION_STAFF] = "staff",
		[EDITION_CLIENT] = "client",
		[EDITION_DISCREET] = "discreet"};
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		if (strcmp(words[edition], value) == 0) {
			options->edition = (enum edition)edition;
			return true;
		}
	}
	return error_set(error, ERROR_USAGE,
		_("--edition \"%s\" is not known: it is staff, client or discreet"), value);
}

static bool set_output(struct options *options, const char *value, struct error *error)
{
	(void)error;
	options->output = value;
	return true;
}

static bool set_stream(enum batch_format *format, const char *value, struct error *error)
{
	static const char *const words[BATCH_FORMAT_COUNT] = {
		[BATCH_CSV] = "csv", [BATCH_JSONL] = "jsonl"};
	for (int i = BATCH_CSV; i < BATCH_FORMAT_COUNT; i++) {
		if (strcmp(words[i], value) == 0) {
			*format = (enum batch_format)i;
			return true;
		}
	}
	return error_set(error, ERROR_USAGE,
		_("\"%s\" is no format that batch can read or write: it is csv or jsonl"), value);
}

static bool set_from(struct options *options, const char *value, struct error *error)
{
	return set_stream(&options->from, value, error);
}

static bool set_to(struct options *options, const char *value, struct error *error)
{
	return set_stream(&options->to, value, error);
}

/* Letters in capitals have no short form. */
static const struct option_rule rules[] = {
	{"rules", 'R', true, set_rules},
	{"language", 'L', true, set_language},
	{"client-language", 'C', true, set_client_language},
	{"date", 'D', true, set_date},
	{"plain", 'P', false, set_plain},
	{"resume", 'S', false, set_resume},
	{"because", 'B', false, set_because},
	{"format", 'F', true, set_format},
	{"format", 'G', true, set_report_format},
	{"edition", 'E', true, set_edition},
	{"output", 'o', true, set_output},
	{"from", 'I', true, set_from},
	{"to", 'T', true, set_to},
	{"help", 'h', false, set_help},
	{"version", 'V', false, set_version},
};

enum { RULE_COUNT = sizeof rules / sizeof rules[0] };

static const struct option_rule *find_rule(int letter)
{
	for (size_t i = 0; i < RULE_COUNT; i++)
		if (rules[i].letter == letter)
			return &rules[i];
	return NULL;
}

/* What getopt_long needs to know of the options that the command accepts. */
static void list_options(const struct command *command, struct option list[RULE_COUNT + 1],
	char letters[RULE_COUNT * 2 + 2])
{
	size_t count = 0, length = 0;
	letters[length++] = ':';
	for (size_t i = 0; i < RULE_COUNT; i++) {
		const struct option_rule *rule = &rules[i];
		if (!strchr(command->accepts, rule->letter))
			continue;
		list[count++] = (struct option){rule->name,
			rule->has_value ? required_argument : no_argument, NULL, rule->letter};
		if (rule->letter < 'a')
			continue;
		letters[length++] = rule->letter;
		if (rule->has_value)
			letters[length++] = ':';
	}
	list[count] = (struct option){NULL, 0, NULL, 0};
	letters[length] = '\0';
}

static bool refuse(const struct command *command, int found, char *arguments[], struct error *error)
{
	/* getopt_long has passed a long option when it complains, but stays at a word of short
	 * ones. */
	const char *word = arguments[optind - 1];
	const char *command_word = command->word ? command->word : "";
	if (found == ':')
		return error_set(error, ERROR_USAGE, _("%s needs a value after it"), word);
	if (optopt && !strchr(command->accepts, optopt) && strncmp(word, "--", 2) != 0)
		return error_set(error, ERROR_USAGE,
			_("there is no option -%c here: see iom-screener %s%s--help"), optopt,
			command_word, *command_word ? " " : "");
	return error_set(error, ERROR_USAGE,
		_("%s cannot be used here: see iom-screener %s%s--help"), word, command_word,
		*command_word ? " " : "");
}

bool options_parse(struct options *options, const struct command *command, int count,
	char *arguments[], struct error *error)
{
	struct option list[RULE_COUNT + 1];
	char letters[RULE_COUNT * 2 + 2];
	int letter;
	list_options(command, list, letters);
	*options = (struct options){.moment = moment_now()};
	optind = 0;
	opterr = 0;
	while ((letter = getopt_long(count, arguments, letters, list, NULL)) != -1) {
		const struct option_rule *rule = find_rule(letter);
		if (!rule)
			return refuse(command, letter, arguments, error);
		if (!rule->apply(options, optarg, error))
			return false;
	}
	options->operands = arguments + optind;
	options->operand_count = (size_t)(count - optind);
	if (options->operand_count > command->operand_limit && !options->help)
		return error_set(error, ERROR_USAGE,
			_("\"%s\" is one word too many: see iom-screener --help"),
			options->operands[command->operand_limit]);
	return true;
}
