#include "diff_words.h"

#include "diff_countries.h"

#include "screener/country.h"

#include <string.h>

/* A list of one is its item. Takes the list. */
static json_t *shorten(json_t *list)
{
	if (json_array_size(list) != 1)
		return list;
	json_t *item = json_incref(json_array_get(list, 0));
	json_decref(list);
	return item;
}

static json_t *make_options(const struct question *question, const struct class_set *set)
{
	json_t *list = json_array();
	for (unsigned i = 0; i < question->option_count; i++)
		if (class_set_has(set, i))
			json_array_append_new(list, json_string(question->options[i].id));
	return shorten(list);
}

/* The years from `from` up to and including `to`. */
static json_t *make_range(unsigned from, unsigned to)
{
	if (from == 0)
		return json_pack("{s:i}", "under", (int)to + 1);
	if (to == PACK_AGE_LIMIT)
		return json_pack("{s:i}", "from", (int)from);
	return json_pack("{s:i, s:i}", "from", (int)from, "to", (int)to);
}

/* The ranges of years that are in the set, or of those that are not. */
static json_t *list_ranges(const struct question *question, const struct class_set *set, bool in)
{
	json_t *list = json_array();
	for (unsigned from = 0; from <= PACK_AGE_LIMIT; from++) {
		unsigned to = from;
		if (class_set_has(set, from) != in)
			continue;
		while (to < PACK_AGE_LIMIT && class_set_has(set, to + 1) == in)
			to++;
		json_array_append_new(list, json_pack("{s:o}", question->id, make_range(from, to)));
		from = to;
	}
	return list;
}

/* A list of conditions as one: its only item, or any of them. Takes the list. */
static json_t *join_any(json_t *list)
{
	if (json_array_size(list) == 1)
		return shorten(list);
	return json_pack("{s:o}", "any", list);
}

static json_t *make_years(const struct question *question, const struct class_set *set)
{
	json_t *in = list_ranges(question, set, true), *out = list_ranges(question, set, false);
	if (json_array_size(in) <= json_array_size(out)) {
		json_decref(out);
		return join_any(in);
	}
	json_decref(in);
	return json_pack("{s:o}", "not", join_any(out));
}

/* Adds a condition that must hold as well. A mapping has each key once: what is there already goes
 * into `rest`. Takes the condition. */
static void add(json_t *whole, json_t *rest, json_t *condition)
{
	const char *key;
	json_t *value;
	bool clashes = false;
	json_object_foreach(condition, key, value) clashes =
		clashes || json_object_get(whole, key) != NULL;
	if (clashes)
		json_array_append(rest, condition);
	else
		json_object_update(whole, condition);
	json_decref(condition);
}

static void add_choices(json_t *whole, json_t *rest, const struct question *question,
	const struct cover_literal *literal)
{
	const struct class_set left_out = {{literal->left_out}};
	for (unsigned i = 0; i < question->option_count; i++)
		if (class_set_has(&literal->values, i))
			add(whole, rest, json_pack("{s:s}", question->id, question->options[i].id));
	if (literal->left_out)
		add(whole, rest,
			json_pack("{s:{s:o}}", "not", question->id,
				make_options(question, &left_out)));
}

static json_t *make_condition(const struct pack *pack, const struct question *question,
	const struct cover_literal *literal)
{
	if (question->type == QUESTION_COUNTRY)
		return diff_countries_condition(pack, question->id, &literal->values);
	if (question->type == QUESTION_AGE)
		return make_years(question, &literal->values);
	return json_pack("{s:o}", question->id, make_options(question, &literal->values));
}

json_t *diff_words_term(const struct difference_clients *clients, const struct pack *pack,
	const struct cover_term *term)
{
	json_t *whole = json_object(), *rest = json_array();
	for (size_t i = 0; i < term->count; i++) {
		const struct cover_literal *literal = &term->literals[i];
		const struct question *question = &clients->pack->questions[literal->question];
		if (question->type == QUESTION_CHOICES)
			add_choices(whole, rest, question, literal);
		else
			add(whole, rest, make_condition(pack, question, literal));
	}
	if (json_array_size(rest))
		json_object_set(whole, "all", rest);
	if (!json_object_size(whole))
		json_object_set_new(whole, "always", json_string("yes"));
	json_decref(rest);
	return whole;
}

/* Whether YAML takes the word for a text as it stands, in a list in brackets too. */
static bool is_plain(const char *word)
{
	const char *allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-";
	return *word && *word != '-' && *word != '+' && word[strspn(word, allowed)] == '\0';
}

static void write_object(const json_t *value, struct text *text)
{
	const char *key;
	json_t *item;
	bool first = true;
	text_add(text, "{");
	json_object_foreach((json_t *)value, key, item)
	{
		text_format(text, "%s%s: ", first ? "" : ", ", key);
		diff_words_write(item, text);
		first = false;
	}
	text_add(text, "}");
}

void diff_words_write(const json_t *value, struct text *text)
{
	if (json_is_object(value)) {
		write_object(value, text);
	} else if (json_is_array(value)) {
		text_add(text, "[");
		for (size_t i = 0; i < json_array_size(value); i++) {
			text_add(text, i ? ", " : "");
			diff_words_write(json_array_get(value, i), text);
		}
		text_add(text, "]");
	} else if (json_is_integer(value)) {
		text_format(text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	} else {
		const char *word = json_string_value(value);
		text_format(text, is_plain(word) ? "%s" : "\"%s\"", word);
	}
}
