#include "batch_columns.h"

#include "languages.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

void batch_columns_init(
	struct batch_columns *columns, const struct pack *pack, enum batch_format to, bool because)
{
	*columns = (struct batch_columns){
		.pack = pack, .to = to, .because = because, .line_end = "\n"};
}

void batch_columns_destroy(struct batch_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		free(columns->names[i]);
	free(columns->names);
	free(columns->questions);
}

static bool add_member_name(const struct batch_columns *columns, size_t place, struct text *name)
{
	static const char *const words[] = {
		"surplus", "outcome", "notices", "next", "error", "because"};
	text_cut(name, 0);
	if (place >= sizeof words / sizeof words[0] - !columns->because)
		return false;
	text_add(name, words[place]);
	return true;
}

bool batch_columns_added(const struct batch_columns *columns, size_t place, struct text *name)
{
	if (columns->to == BATCH_JSONL)
		return add_member_name(columns, place, name);
	static const char *const words[] = {"notices", "next", "error"};
	enum { WORD_COUNT = sizeof words / sizeof words[0] };
	const struct pack *pack = columns->pack;
	size_t paths = pack->path_count;
	text_cut(name, 0);
	if (place < paths)
		text_add(name, pack->paths[place].id);
	else if (place < paths + WORD_COUNT)
		text_add(name, words[place - paths]);
	else if (columns->because && place < 2 * paths + WORD_COUNT)
		text_format(name, "%s.because", pack->paths[place - paths - WORD_COUNT].id);
	else
		return false;
	return true;
}

bool batch_columns_is_added(const struct batch_columns *columns, const char *name)
{
	struct text added;
	bool found = false;
	text_init(&added);
	for (size_t i = 0; !found && batch_columns_added(columns, i, &added); i++)
		found = strcmp(added.bytes, name) == 0;
	text_destroy(&added);
	return found;
}

static bool check_header(const struct csv_record *header, const char *name, struct error *error)
{
	if (header->count == 1 && header->cells[0].form == CSV_EMPTY)
		return error_set(error, ERROR_FILE, _("%s has no header in its first line"), name);
	if (!header->clean)
		return error_set(error, ERROR_FILE,
			_("the header of %s has quotation marks where CSV has none"), name);
	size_t length = header->cells[header->count - 1].end;
	if (u8_check((const uint8_t *)header->bytes, length))
		return error_set(error, ERROR_FILE, _("the header of %s is not UTF-8"), name);
	return true;
}

static bool is_answered_before(const struct batch_columns *columns, size_t column)
{
	for (size_t i = 0; i < column; i++) {
		if (columns->questions[i] == columns->questions[column])
			return true;
	}
	return false;
}

/* Another column may be there twice in CSV, but no member of an object may. */
static bool is_named_before(const struct batch_columns *columns, size_t column)
{
	for (size_t i = 0; columns->to == BATCH_JSONL && i < column; i++)
		if (strcmp(columns->names[i], columns->names[column]) == 0)
			return true;
	return false;
}

static bool read_column(
	struct batch_columns *columns, size_t column, const char *name, struct error *error)
{
	const char *title = columns->names[column];
	columns->questions[column] = PACK_NO_QUESTION;
	if (batch_columns_is_added(columns, title))
		return error_set(error, ERROR_FILE,
			_("%s already has a column \"%s\", which is to be added: rename it or "
			  "leave it out"),
			name, title);
	bool is_answer = pack_find_question(columns->pack, title, &columns->questions[column]);
	if (is_answer ? is_answered_before(columns, column) : is_named_before(columns, column))
		return error_set(error, ERROR_FILE,
			_("%s has more than one column \"%s\": leave only one"), name, title);
	return true;
}

bool batch_columns_read(struct batch_columns *columns, const struct csv_record *header,
	const char *name, struct error *error)
{
	if (!check_header(header, name, error))
		return false;
	columns->names = memory_new(header->count, sizeof *columns->names);
	columns->questions = memory_new(header->count, sizeof *columns->questions);
	columns->line_end = header->carriage_return ? "\r\n" : "\n";
	for (size_t i = 0; i < header->count; i++) {
		size_t length;
		const char *content = csv_cell_content(header, &header->cells[i], &length);
		struct text title;
		text_init(&title);
		csv_add_undoubled(&title, content, length);
		columns->names[i] = text_take(&title);
		columns->count++;
		if (!read_column(columns, i, name, error))
			return false;
	}
	return true;
}

/* Whether the two differ in nothing but case, blanks around them, and what joins words. */
static bool resembles(const char *title, const char *id)
{
	title += strspn(title, " \t");
	for (; *id; title++, id++) {
		char byte = *title;
		if (byte >= 'A' && byte <= 'Z')
			byte = (char)(byte - 'A' + 'a');
		if (byte == '_' || byte == ' ')
			byte = '-';
		if (byte != *id)
			return false;
	}
	return title[strspn(title, " \t")] == '\0';
}

static bool has_column(const struct batch_columns *columns, size_t question)
{
	for (size_t i = 0; i < columns->count; i++) {
		if (columns->questions[i] == question)
			return true;
	}
	return false;
}

size_t batch_columns_near_miss(const struct batch_columns *columns, size_t first, size_t *question)
{
	for (size_t i = first; i < columns->count; i++) {
		for (size_t j = 0; j < columns->pack->question_count; j++) {
			if (has_column(columns, j) ||
				!resembles(columns->names[i], columns->pack->questions[j].id))
				continue;
			*question = j;
			return i;
		}
	}
	return columns->count;
}
