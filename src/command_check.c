#include "check_pack.h"
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
	struct finding_list findings;
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

/* Every analysis of a pack that could be read, one after the other. */
static bool analyse(struct check *check)
{
	struct pack_file file;
	struct logic *logic = load_logic(check->pack);
	if (!logic)
		return false;
	check_pack_sources(check->pack, &check->findings);
	if (check->clients) {
		read_clients_file(check->clients, &file);
		check_pack_clients(check->pack, logic, check->clients, &file, &check->findings);
		if (file.length)
			free((char *)file.text);
	}
	logic_free(logic);
	return true;
}

static void add_count(struct text *text, const char *format, size_t count)
{
	text_add(text, "  ");
	text_format(text, format, count);
	text_add(text, "\n");
}

static void add_sizes(struct text *text, const struct pack *pack)
{
	const size_t questions = pack->question_count, paths = pack->path_count,
		     notices = pack->notice_count, groups = pack->group_count;
	add_count(text, ngettext("%zu question", "%zu questions", questions), questions);
	add_count(text, ngettext("%zu path", "%zu paths", paths), paths);
	add_count(text, ngettext("%zu notice", "%zu notices", notices), notices);
	add_count(text, ngettext("%zu group of countries", "%zu groups of countries", groups),
		groups);
}

static void add_conclusion(struct text *text, const struct check *check)
{
	size_t errors = check->findings.level_counts[FINDING_ERROR];
	if (errors) {
		text_format(text, ngettext("%s: %zu error.\n", "%s: %zu errors.\n", errors),
			check->folder, errors);
		return;
	}
	size_t count = check->clients->count;
	if (!count)
		text_format(
			text, _("%s: no errors, but no made-up clients either.\n"), check->folder);
	else
		text_format(text,
			ngettext("%s: %zu made-up client, as expected.\n",
				"%s: %zu made-up clients, all as expected.\n", count),
			check->folder, count);
	add_sizes(text, check->pack);
}

/* A command's findings are its results: they go to standard output. */
static bool write_report(const struct check *check)
{
	struct error error;
	struct text report, encoded;
	error_init(&error);
	text_init(&report);
	text_init(&encoded);
	finding_list_write(&check->findings, &report);
	add_conclusion(&report, check);
	languages_add_encoded(&encoded, report.bytes);
	bool written = output_write_standard(encoded.bytes, encoded.length, &error);
	if (!written)
		say_error(&error);
	text_destroy(&report);
	text_destroy(&encoded);
	return written;
}

static enum exit_status conclude(struct check *check)
{
	read_all(check);
	if (check->pack && !analyse(check))
		return EXIT_CANNOT;
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
	};
	error_init(&error);
	if (!open_folder(check.folder, &error)) {
		say_error(&error);
		return EXIT_CANNOT;
	}
	finding_list_init(&check.findings);
	enum exit_status status = conclude(&check);
	finding_list_destroy(&check.findings);
	client_list_free(check.clients);
	pack_free(check.pack);
	return status;
}
