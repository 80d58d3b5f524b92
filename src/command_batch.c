#include "batch_lines.h"
#include "batch_table.h"
#include "commands.h"
#include "languages.h"

#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void flush(void *output)
{
	batch_output_flush(output);
}

/* A batch that is appended to its own input would never end. */
static bool check_apart(const struct batch_input *input, struct error *error)
{
	struct stat in, out;
	if (fstat(input->descriptor, &in) != 0 || fstat(STDOUT_FILENO, &out) != 0)
		return true;
	if (!S_ISREG(in.st_mode) || in.st_dev != out.st_dev || in.st_ino != out.st_ino)
		return true;
	return error_set(error, ERROR_FILE, _("%s is both read and written: write to another file"),
		input->name);
}

/* What is no fault, but hardly meant. */
static void warn(const struct batch_columns *columns)
{
	size_t question;
	size_t column = batch_columns_near_miss(columns, 0, &question);
	for (; column < columns->count;
		column = batch_columns_near_miss(columns, column + 1, &question))
		fprintf(stderr,
			_("iom-screener: the column \"%s\" is not read: the question is called "
			  "\"%s\"\n"),
			columns->names[column], columns->pack->questions[question].id);
}

static enum exit_status conclude(size_t refused)
{
	if (!refused)
		return EXIT_FINE;
	fprintf(stderr,
		ngettext("iom-screener: %zu row could not be read: its \"error\" says why\n",
			"iom-screener: %zu rows could not be read: their \"error\" says why\n",
			refused),
		refused);
	return EXIT_FOUND;
}

/* What every batch goes through. */
struct flow {
	struct batch_input input;
	struct batch_client client;
	struct batch_tails tails;
	struct batch_output output;
};

/* Each returns false with `error` set where it could not go on to the end. */
static bool convert_table(struct flow *flow, size_t *refused, struct error *error)
{
	struct csv_reader reader;
	struct batch_table table;
	csv_reader_init(&reader, &flow->input);
	batch_table_init(&table, &flow->client, &reader, &flow->tails, &flow->output);
	bool done = batch_table_begin(&table, error);
	if (done) {
		warn(&table.columns);
		done = batch_table_run(&table, error);
	}
	*refused = table.refused;
	batch_table_destroy(&table);
	csv_reader_destroy(&reader);
	return done;
}

static bool convert_lines(struct flow *flow, size_t *refused, struct error *error)
{
	struct batch_lines lines;
	batch_lines_init(&lines, &flow->input, &flow->client, &flow->tails, &flow->output);
	bool done = batch_lines_run(&lines, error);
	*refused = lines.refused;
	batch_lines_destroy(&lines);
	return done;
}

static enum exit_status convert(struct flow *flow, enum batch_format from, struct error *error)
{
	size_t refused;
	flow->input.before_waiting = flush;
	flow->input.context = &flow->output;
	if (check_apart(&flow->input, error) &&
		(from == BATCH_JSONL ? convert_lines : convert_table)(flow, &refused, error))
		return conclude(refused);
	/* What was read before it failed is done, and must not be lost. */
	batch_output_flush(&flow->output);
	say_error(error);
	return EXIT_CANNOT;
}

static enum exit_status decide(
	const struct options *options, const struct pack *pack, const struct logic *logic)
{
	struct flow flow;
	struct error error;
	error_init(&error);
	const char *name = options->operand_count ? options->operands[0] : NULL;
	enum batch_format from = options->from ? options->from : BATCH_CSV;
	enum batch_format to = options->to ? options->to : from;
	if (!batch_input_init(&flow.input, name, &error)) {
		say_error(&error);
		return EXIT_CANNOT;
	}
	batch_client_init(&flow.client, pack, logic, options->moment.date);
	flow.client.has_members = from == BATCH_JSONL;
	batch_tails_init(&flow.tails, &flow.client, to, options->because);
	batch_output_init(&flow.output, STDOUT_FILENO, &error);
	enum exit_status status = convert(&flow, from, &error);
	batch_output_destroy(&flow.output);
	batch_tails_destroy(&flow.tails);
	batch_client_destroy(&flow.client);
	batch_input_destroy(&flow.input);
	return status;
}

enum exit_status run_batch(const struct options *options)
{
	enum exit_status status = EXIT_CANNOT;
	/* A reader that goes away is then a failure to write, which is said. */
	signal(SIGPIPE, SIG_IGN);
	struct pack *pack = load_pack(options->rules);
	struct logic *logic = pack ? logic_new(pack) : NULL;
	if (logic)
		status = decide(options, pack, logic);
	logic_free(logic);
	pack_free(pack);
	return status;
}
