#include "check_client.h"

#include <stdbool.h>
#include <string.h>

enum { WIDTH = 100 };

/* Items between brackets, on as many lines as they need. */
struct row {
	struct text *text;
	size_t line; /* where the line begins in the text */
	size_t indent; /* of the lines after the first */
	bool empty;
};

static void begin_row(struct row *row, struct text *text, const char *beginning)
{
	*row = (struct row){text, text->length, strlen(beginning), true};
	text_add(text, beginning);
}

static void add_item(struct row *row, const char *item)
{
	struct text *text = row->text;
	if (!row->empty && text->length - row->line + strlen(", ,") + strlen(item) > WIDTH) {
		text_add(text, ",\n");
		row->line = text->length;
		text_add_repeated(text, ' ', row->indent);
	} else if (!row->empty) {
		text_add(text, ", ");
	}
	text_add(text, item);
	row->empty = false;
}

/* Letters and digits, of any script, and what joins them in a name or an answer. */
static bool is_plain_byte(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80;
}

/* Whether YAML takes the words as they are. */
static bool is_plain(const char *words)
{
	if (!is_plain_byte(*words))
		return false;
	for (const char *at = words; *at; at++)
		if (!is_plain_byte(*at) && !strchr("+-._ ", *at))
			return false;
	return words[strlen(words) - 1] != ' ';
}

static void add_scalar(struct text *text, const char *words)
{
	if (is_plain(words)) {
		text_add(text, words);
		return;
	}
	text_add(text, "\"");
	for (; *words; words++) {
		if (strchr("\"\\", *words))
			text_add(text, "\\");
		text_add_bytes(text, words, 1);
	}
	text_add(text, "\"");
}

static void add_answers(struct text *text, const struct pack *pack, const struct answer answers[])
{
	struct row row;
	struct text value, item;
	text_init(&value);
	text_init(&item);
	begin_row(&row, text, "    answers: {");
	for (size_t i = 0; i < pack->question_count; i++) {
		if (answers[i].status == ANSWER_NOT_ASKED)
			continue;
		text_clear(&value);
		text_clear(&item);
		answer_write(&pack->questions[i], &answers[i], &value);
		text_format(&item, "%s: ", pack->questions[i].id);
		add_scalar(&item, value.bytes);
		add_item(&row, item.bytes);
	}
	text_add(text, "}\n");
	text_destroy(&value);
	text_destroy(&item);
}

static void add_paths(struct text *text, const struct pack *pack, const struct outcomes *outcomes,
	enum outcome outcome, const char *beginning)
{
	struct row row;
	begin_row(&row, text, beginning);
	for (size_t i = 0; i < pack->path_count; i++)
		if (outcomes_path(outcomes, i) == outcome)
			add_item(&row, pack->paths[i].id);
	text_add(text, "]\n");
}

static void add_notices(struct text *text, const struct pack *pack, const struct outcomes *outcomes)
{
	struct row row;
	begin_row(&row, text, "      notices: [");
	for (size_t i = 0; i < pack->notice_count; i++)
		if (outcomes_notice(outcomes, i) == OUTCOME_APPLIES)
			add_item(&row, pack->notices[i].id);
	text_add(text, "]\n");
}

void check_client_add(struct text *text, const struct pack *pack, struct outcomes *outcomes,
	const char *name, const struct answer answers[])
{
	outcomes_find(outcomes, answers);
	text_add(text, "  - name: ");
	add_scalar(text, name);
	text_add(text, "\n");
	add_answers(text, pack, answers);
	text_add(text, "    expect:\n");
	add_paths(text, pack, outcomes, OUTCOME_APPLIES, "      applies: [");
	add_paths(text, pack, outcomes, OUTCOME_POSSIBLE, "      possible: [");
	add_notices(text, pack, outcomes);
}
