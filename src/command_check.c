#include "check_pack.h"
#include "check_report.h"
#include "commands.h"
#include "finding.h"
#include "languages.h"
#include "output.h"
#include "reader.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How far a check came. */
struct check {
	const char *folder;
	struct date today;
	struct pack *pack; /* NULL where it has faults */
	struct client_list *clients; /* NULL where they have */
	struct translation_list translations;
	struct finding_list findings;
	struct proof_numbers numbers;
	bool proved; /* the numbers are there */
	enum format format;
};

static bool open_folder(const char *folder, struct error *error)
{
	DIR *stream = opendir(folder);
	if (!stream)
		return error_set(error, ERROR_FILE, _("the folder %s cannot be read: %s"), folder,
			strerror(errno));
	closedir(stream);
	return true;
}

static void read_all(struct check *check)
{
	struct fault_list faults;
	fault_list_init(&faults);
	check->pack = reader_read_pack(check->folder, &faults);
	if (check->pack)
		check->clients =
			reader_read_clients(check->pack, check->folder, check->today, &faults);
	finding_list_add_faults(&check->findings, &faults);
	fault_list_destroy(&faults);
}

/* Reads clients.yaml again, for its lines. A file that cannot be read any more has none. */
static void read_clients_file(const struct client_list *clients, struct pack_file *file)
{
	*file = (struct pack_file){.name = "clients.yaml", .path = "clients.yaml", .text = ""};
	if (!clients->count)
		return;
	file->path = clients->items[0].place.file;
	FILE *stream = fopen(file->path, "rbe");
	if (!stream)
		return;
	char *text = NULL;
	size_t capacity = 0;
	ssize_t length = getdelim(&text, &capacity, '\0', stream);
	fclose(stream);
	if (length > 0) {
		file->text = text;
		file->length = (size_t)length;
	} else {
		free(text);
	}
}

static void check_clients(struct check *check, const struct logic *logic)
{
	struct pack_file file;
	read_clients_file(check->clients, &file);
	check_pack_clients(check->pack, logic, check->clients, &file, &check->findings);
	if (file.length)
		free((char *)file.text);
}

static void prove(struct check *check, const struct logic *logic)
{
	struct checked checked = {
		.pack = check->pack,
		.proof = proof_new(logic),
		.outcomes = outcomes_new(logic),
		.findings = &check->findings,
	};
	check_pack_reach(&checked);
	check_pack_differences(&checked);
	check_pack_alike(&checked);
	if (check->clients)
		check_pack_coverage(&checked, check->clients);
	proof_count(checked.proof, &check->numbers);
	check->proved = true;
	outcomes_free(checked.outcomes);
	proof_free(checked.proof);
}

static void check_translations(struct check *check)
{
	const struct checked checked = {.pack = check->pack, .findings = &check->findings};
	translations_find(&check->translations, check->pack, languages_catalogues());
	check_pack_translations(&checked, &check->translations);
}

/* Every analysis of a pack that could be read, one after the other. */
static void analyse(struct check *check)
{
	struct logic *logic = logic_new(check->pack);
	check_pack_sources(check->pack, &check->findings);
	if (check->clients)
		check_clients(check, logic);
	prove(check, logic);
	check_translations(check);
	logic_free(logic);
}

static void add_report(const struct check *check, struct text *text)
{
	const struct check_report report = {
		.folder = check->folder,
		.pack = check->pack,
		.clients = check->clients,
		.findings = &check->findings,
		.translations = check->pack ? &check->translations : NULL,
		.numbers = check->proved ? &check->numbers : NULL,
	};
	struct text words;
	if (check->format == FORMAT_JSON) {
		check_report_json(&report, text);
		return;
	}
	text_init(&words);
	check_report_text(&report, &words);
	languages_add_encoded(text, words.bytes);
	text_destroy(&words);
}

/* A command's findings are its results: they go to standard output. */
static bool write_report(const struct check *check)
{
	struct error error;
	struct text report;
	error_init(&error);
	text_init(&report);
	add_report(check, &report);
	bool written = output_write_standard(report.bytes, report.length, &error);
	if (!written)
		say_error(&error);
	text_destroy(&report);
	return written;
}

static enum exit_status conclude(struct check *check)
{
	read_all(check);
	if (check->pack)
		analyse(check);
	if (!write_report(check))
		return EXIT_CANNOT;
	return check->findings.level_counts[FINDING_ERROR] ? EXIT_FOUND : EXIT_FINE;
}

enum exit_status run_check(const struct options *options)
{
	struct error error;
	struct check check = {
		.folder = options->operand_count ? options->operands[0] : options->rules,
		.today = options->moment.date,
		.format = options->format,
	};
	error_init(&error);
	if (!open_folder(check.folder, &error)) {
		say_error(&error);
		return EXIT_CANNOT;
	}
	finding_list_init(&check.findings);
	enum exit_status status = conclude(&check);
	finding_list_destroy(&check.findings);
	translation_list_destroy(&check.translations);
	client_list_free(check.clients);
	pack_free(check.pack);
	return status;
}
