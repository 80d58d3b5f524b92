#include "commands.h"
#include "deliver.h"
#include "languages.h"
#include "reader.h"

#include "screener/interview.h"
#include "screener/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The file to read answers from, or NULL with an error. */
static const char *choose_input(const struct options *options, struct error *error)
{
	if (options->operand_count > 0)
		return options->operands[0];
	if (!isatty(STDIN_FILENO))
		return "-";
	error_set(error, ERROR_USAGE,
		_("give a file with answers, or - to type them: see iom-screener summary --help"));
	return NULL;
}

static bool read_answers(const struct options *options, const struct pack *pack, const char *file,
	struct answer answers[])
{
	struct fault_list faults;
	fault_list_init(&faults);
	bool read = reader_read_answers(pack, file, options->moment.date, answers, &faults);
	if (!read)
		say_faults(&faults);
	fault_list_destroy(&faults);
	return read;
}

static bool writes_standard(const struct options *options)
{
	return !options->output || strcmp(options->output, "-") == 0;
}

/* As wide as a printed page, or as a terminal that is narrower. */
static size_t choose_width(const struct options *options)
{
	struct winsize size;
	if (writes_standard(options) && isatty(STDOUT_FILENO) &&
		ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 &&
		size.ws_col < DELIVERY_WIDTH)
		return size.ws_col;
	return DELIVERY_WIDTH;
}

static bool write_summary(const struct options *options, const struct interview *interview,
	const char *client_language, struct error *error)
{
	const struct delivery delivery = {
		.format = options->format,
		.edition = options->edition,
		.client_language = client_language,
		.width = choose_width(options),
		.file = writes_standard(options) ? NULL : options->output,
		.moment = options->moment,
	};
	return deliver_summary(interview, &delivery, error);
}

static enum exit_status summarise(const struct options *options, const struct pack *pack,
	const struct logic *logic, const char *file, struct error *error)
{
	enum exit_status status = EXIT_CANNOT;
	struct language client;
	if (!find_client_language(options->client_language, pack, &client))
		return status;
	const char *client_language = options->client_language ? client.code : NULL;
	struct interview *interview = interview_new(pack, logic);
	size_t size = pack->question_count * sizeof(struct answer);
	struct answer *answers = memory_new(pack->question_count, sizeof *answers);
	if (read_answers(options, pack, file, answers)) {
		interview_load(interview, answers);
		if (write_summary(options, interview, client_language, error))
			status = EXIT_FINE;
		else
			say_error(error);
	}
	explicit_bzero(answers, size);
	free(answers);
	interview_free(interview);
	return status;
}

/* What is no mistake of one option alone. */
static bool make_sense(const struct options *options, struct error *error)
{
	if (options->format == FORMAT_JSON && options->edition != EDITION_STAFF)
		return error_set(error, ERROR_USAGE,
			_("--format json has everything in it: an --edition is for text and pdf"));
	if (options->format == FORMAT_PDF && writes_standard(options) && isatty(STDOUT_FILENO))
		return error_set(error, ERROR_USAGE,
			_("a terminal cannot show PDF: write it to a file with -o FILE"));
	return true;
}

enum exit_status run_summary(const struct options *options)
{
	enum exit_status status = EXIT_CANNOT;
	struct error error;
	error_init(&error);
	const char *file = make_sense(options, &error) ? choose_input(options, &error) : NULL;
	if (!file) {
		say_error(&error);
		return status;
	}
	struct pack *pack = load_pack(options->rules);
	struct logic *logic = pack ? logic_new(pack) : NULL;
	if (logic)
		status = summarise(options, pack, logic, file, &error);
	logic_free(logic);
	pack_free(pack);
	return status;
}
