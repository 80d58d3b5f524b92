#include "check_report.h"
#include "reader_excerpt.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* The path of a file may hold any bytes. */
static json_t *make_path(const char *path)
{
	struct text clean;
	text_init(&clean);
	excerpt_add_clean(&clean, path, strlen(path));
	json_t *made = json_string(clean.bytes);
	text_destroy(&clean);
	return made;
}

static json_t *make_number(size_t number)
{
	return json_integer((json_int_t)number);
}

/* A file as a whole has neither line nor column. */
static json_t *make_position(unsigned position)
{
	return position ? make_number(position) : json_null();
}

static json_t *make_finding(const struct finding *finding)
{
	const struct fault *fault = &finding->fault;
	json_t *made = json_object();
	json_object_set_new(
		made, "level", json_string(finding_level_word(finding_level(finding->kind))));
	json_object_set_new(made, "code", json_string(finding_kind_word(finding->kind)));
	json_object_set_new(made, "message", json_string(fault->message));
	json_object_set_new(made, "file", make_path(fault->place.file));
	json_object_set_new(made, "line", make_position(fault->place.line));
	json_object_set_new(made, "column", make_position(fault->place.column));
	if (finding->client)
		json_object_set_new(made, "client", json_string(finding->client));
	return made;
}

/* Errors first, then warnings, then notes, as in the text. */
static json_t *make_findings(const struct finding_list *findings)
{
	json_t *made = json_array();
	for (int level = 0; level < FINDING_LEVEL_COUNT; level++)
		for (size_t i = 0; i < findings->count; i++)
			if (finding_level(findings->items[i].kind) == (enum finding_level)level)
				json_array_append_new(made, make_finding(&findings->items[i]));
	return made;
}

/* Clients that are more than 2^63 are only known as a power of ten. */
static void add_clients(json_t *made, const struct proof_numbers *numbers)
{
	bool exact = numbers->clients && numbers->clients <= INT64_MAX;
	unsigned power = numbers->clients ? 19 : numbers->clients_power;
	json_object_set_new(made, "distinguishable-clients",
		exact ? json_integer((json_int_t)numbers->clients) : json_null());
	json_object_set_new(made, "distinguishable-clients-power-of-ten",
		exact ? json_null() : make_number(power));
}

static json_t *make_asked(const struct proof_numbers *numbers)
{
	if (!numbers->asked_known)
		return json_null();
	json_t *made = json_object();
	json_object_set_new(made, "least", make_number(numbers->asked_least));
	json_object_set_new(made, "most", make_number(numbers->asked_most));
	json_object_set_new(made, "average", json_real(numbers->asked_average));
	return made;
}

static json_t *make_numbers(const struct check_report *report)
{
	const struct pack *pack = report->pack;
	if (!pack || !report->numbers)
		return json_null();
	json_t *made = json_object();
	json_object_set_new(made, "questions", make_number(pack->question_count));
	json_object_set_new(made, "paths", make_number(pack->path_count));
	json_object_set_new(made, "notices", make_number(pack->notice_count));
	json_object_set_new(made, "groups", make_number(pack->group_count));
	json_object_set_new(made, "made-up-clients",
		report->clients ? make_number(report->clients->count) : json_null());
	add_clients(made, report->numbers);
	json_object_set_new(made, "questions-asked", make_asked(report->numbers));
	return made;
}

static json_t *make_translations(const struct translation_list *translations)
{
	if (!translations)
		return json_null();
	json_t *made = json_array();
	for (size_t i = 0; i < translations->count; i++) {
		const struct translation *translation = &translations->items[i];
		json_t *item = json_object();
		json_object_set_new(item, "language", json_string(translation->language));
		json_object_set_new(item, "translated", make_number(translation->translated));
		json_object_set_new(item, "missing", make_number(translation->missing));
		json_object_set_new(item, "unused", make_number(translation->unused));
		json_array_append_new(made, item);
	}
	return made;
}

void check_report_json(const struct check_report *report, struct text *text)
{
	const struct pack *pack = report->pack;
	json_t *made = json_object();
	json_object_set_new(made, "pack", pack ? json_string(pack->id) : json_null());
	json_object_set_new(made, "version", pack ? json_string(pack->version) : json_null());
	json_object_set_new(made, "findings", make_findings(report->findings));
	json_object_set_new(made, "numbers", make_numbers(report));
	json_object_set_new(made, "translations", make_translations(report->translations));
	char *bytes = json_dumps(made, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
	text_add(text, bytes);
	text_add(text, "\n");
	free(bytes);
	json_decref(made);
}
