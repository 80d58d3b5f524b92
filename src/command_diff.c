#include "commands.h"
#include "diff_report.h"
#include "diff_structure.h"
#include "languages.h"
#include "output.h"

#include "screener/difference.h"
#include "screener/memory.h"

#include <jansson.h>
#include <stdlib.h>

/* JSON is UTF-8 whatever the locale is (RFC 8259). */
static void render(enum format format, const struct diff_report *report, struct text *rendered)
{
	struct text text;
	if (format == FORMAT_JSON) {
		diff_report_json(report, rendered);
		return;
	}
	text_init(&text);
	diff_report_text(report, &text);
	languages_add_encoded(rendered, text.bytes);
	text_destroy(&text);
}

static bool write_report(enum format format, const struct diff_report *report)
{
	struct error error;
	struct text rendered;
	error_init(&error);
	text_init(&rendered);
	render(format, report, &rendered);
	bool written = output_write_standard(rendered.bytes, rendered.length, &error);
	if (!written)
		say_error(&error);
	text_destroy(&rendered);
	return written;
}

static enum exit_status conclude(const struct difference *difference)
{
	if (difference->differs)
		return EXIT_FOUND;
	if (difference->proved)
		return EXIT_FINE;
	say("%s",
		_("no difference was found, but some conditions tell apart more cases than can be "
		  "looked at: make them simpler"));
	return EXIT_CANNOT;
}

static void *allocate(size_t size)
{
	return memory_new(size, 1);
}

static enum exit_status compare(enum format format, const char *const folders[2],
	const struct pack *old, const struct pack *new)
{
	struct diff_structure structure;
	struct difference *difference = difference_new(old, new);
	const struct diff_report report = {
		.folders = {folders[0], folders[1]},
		.difference = difference,
		.structure = &structure,
	};
	/* With memory that never runs out silently nothing that makes JSON can fail. */
	json_set_alloc_funcs(allocate, free);
	diff_structure_init(&structure, old, new);
	enum exit_status status = EXIT_CANNOT;
	if (write_report(format, &report))
		status = conclude(difference);
	diff_structure_destroy(&structure);
	difference_free(difference);
	return status;
}

enum exit_status run_diff(const struct options *options)
{
	enum exit_status status = EXIT_CANNOT;
	if (options->operand_count == 0) {
		say("%s",
			_("give the folder of the older rule pack: see iom-screener diff --help"));
		return EXIT_CANNOT;
	}
	const char *const folders[] = {options->operands[0],
		options->operand_count > 1 ? options->operands[1] : options->rules};
	struct pack *old = load_pack(folders[0]);
	struct pack *new = load_pack(folders[1]);
	if (old && new)
		status = compare(options->format, folders, old, new);
	pack_free(old);
	pack_free(new);
	return status;
}
