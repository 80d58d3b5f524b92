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

static enum exit_status conclude(const struct batch_table *table)
{
	if (!table->refused)
		return EXIT_FINE;
	fprintf(stderr,
		ngettext("iom-screener: %zu row could not be read: its \"error\" says why\n",
			"iom-screener: %zu rows could not be read: their \"error\" says why\n",
			table->refused),
		table->refused);
	return EXIT_FOUND;
}

static enum exit_status convert(
	struct batch_client *client, struct batch_input *input, bool because)
{
	struct csv_reader reader;
	struct batch_output output;
	struct batch_table table;
	struct error error;
	enum exit_status status = EXIT_CANNOT;
	error_init(&error);
	csv_reader_init(&reader, input);
	batch_output_init(&output, STDOUT_FILENO, &error);
	batch_table_init(&table, client, &reader, &output, because);
	input->before_waiting = flush;
	input->context = &output;
	if (check_apart(input, &error) && batch_table_begin(&table, &error)) {
		warn(&table.columns);
		if (batch_table_run(&table, &error))
			status = conclude(&table);
	}
	if (status == EXIT_CANNOT) {
		/* What was read before it failed is done, and must not be lost. */
		batch_output_flush(&output);
		say_error(&error);
	}
	batch_table_destroy(&table);
	batch_output_destroy(&output);
	csv_reader_destroy(&reader);
	return status;
}

static enum exit_status decide(
	const struct options *options, const struct pack *pack, const struct logic *logic)
{
	struct batch_input input;
	struct batch_client client;
	struct error error;
	error_init(&error);
	const char *name = options->operand_count ? options->operands[0] : NULL;
	if (!batch_input_init(&input, name, &error)) {
		say_error(&error);
		return EXIT_CANNOT;
	}
	batch_client_init(&client, pack, logic, options->moment.date);
	enum exit_status status = convert(&client, &input, options->because);
	batch_client_destroy(&client);
	batch_input_destroy(&input);
	return status;
}

enum exit_status run_batch(const struct options *options)
{
	enum exit_status status = EXIT_CANNOT;
	/* A reader that goes away is then a failure to write, which is said. */
	signal(SIGPIPE, SIG_IGN);
	struct pack *pack = load_pack(options->rules);
	struct logic *logic = pack ? load_logic(pack) : NULL;
	if (logic)
		status = decide(options, pack, logic);
	logic_free(logic);
	pack_free(pack);
	return status;
}
