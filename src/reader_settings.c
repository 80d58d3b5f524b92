#include "reader_settings.h"

#include "gettext.h"
#include "nearest.h"
#include "reader_fault.h"
#include "reader_fields.h"
#include "reader_files.h"
#include "reader_tree.h"

#include "screener/arena.h"
#include "screener/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const themes[THEME_CHOICE_COUNT] = {
	[THEME_CHOICE_AUTO] = "auto",
	[THEME_CHOICE_LIGHT] = "light",
	[THEME_CHOICE_DARK] = "dark",
	[THEME_CHOICE_CONTRAST] = "contrast",
};

static const char *const orders[ORDER_CHOICE_COUNT] = {
	[ORDER_CHOICE_AUTO] = "auto",
	[ORDER_CHOICE_WIZARD] = "wizard",
	[ORDER_CHOICE_TERMINAL] = "terminal",
};

/* Returns which of the words the node is, or `count`; the word that is most like it is then in
 * `*meant`, or NULL. */
static size_t find_word(
	const struct node *node, const char *const words[], size_t count, const char **meant)
{
	struct nearest nearest;
	nearest_start(&nearest, node->text);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], node->text) == 0)
			return i;
		nearest_try(&nearest, words[i]);
	}
	*meant = nearest.found;
	return count;
}

static void take_theme(struct reading *reading, const struct node *node, struct settings *settings)
{
	const char *meant;
	size_t found = find_word(node, themes, THEME_CHOICE_COUNT, &meant);
	if (found < THEME_CHOICE_COUNT)
		settings->theme = (enum theme_choice)found;
	else if (meant)
		fault_in(reading, node, _("there is no theme \"%s\"; did you mean \"%s\"?"),
			shown(reading, node->text), meant);
	else
		fault_in(reading, node,
			_("there is no theme \"%s\"; the themes are: auto, light, dark, contrast"),
			shown(reading, node->text));
}

static void take_order(struct reading *reading, const struct node *node, struct settings *settings)
{
	const char *meant;
	size_t found = find_word(node, orders, ORDER_CHOICE_COUNT, &meant);
	if (found < ORDER_CHOICE_COUNT)
		settings->order = (enum order_choice)found;
	else
		fault_in(reading, node,
			/* TRANSLATORS: who puts Arabic text in order. The last three words stay as
			 * they are. */
			_("\"%s\" is none of: auto, wizard, terminal"), shown(reading, node->text));
}

static void take_hide_after(
	struct reading *reading, const struct node *node, struct settings *settings)
{
	size_t length = strlen(node->text);
	unsigned minutes = SETTINGS_HIDE_AFTER_LIMIT + 1;
	if (length <= 4 && strspn(node->text, "0123456789") == length)
		minutes = (unsigned)strtoul(node->text, NULL, 10);
	if (minutes <= SETTINGS_HIDE_AFTER_LIMIT)
		settings->hide_after = minutes;
	else
		fault_in(reading, node,
			_("\"%s\" is no number of whole minutes from 0 (never) to %d"),
			shown(reading, node->text), SETTINGS_HIDE_AFTER_LIMIT);
}

static void take_language(
	struct reading *reading, const struct node *node, struct settings *settings)
{
	struct text language;
	if (!fields_language(reading, node))
		return;
	text_init(&language);
	text_add(&language, node->text);
	free(settings->language);
	settings->language = text_take(&language);
}

static void take(struct reading *reading, const struct node *root, struct settings *settings)
{
	struct draft {
		const struct node *language;
		const struct node *theme;
		const struct node *hide_after;
		const struct node *order;
	} draft = {0};
	static const struct field fields[] = {
		{"language", FIELD_WORD, false, offsetof(struct draft, language)},
		{"theme", FIELD_WORD, false, offsetof(struct draft, theme)},
		{"hide-after", FIELD_WORD, false, offsetof(struct draft, hide_after)},
		{"right-to-left", FIELD_WORD, false, offsetof(struct draft, order)},
	};
	if (!fields_is_mapping(reading, root))
		return;
	fields_read(reading, root, fields, sizeof fields / sizeof fields[0], &draft);
	if (draft.language)
		take_language(reading, draft.language, settings);
	if (draft.theme)
		take_theme(reading, draft.theme, settings);
	if (draft.hide_after)
		take_hide_after(reading, draft.hide_after, settings);
	if (draft.order)
		take_order(reading, draft.order, settings);
}

/* Whether there is nothing in it but blank lines and comments, as where all settings are switched
 * off. */
static bool is_silent(const struct text *bytes)
{
	const char *line = bytes->bytes;
	while (*line) {
		line += strspn(line, " \t\r\n");
		if (*line && *line != '#')
			return false;
		line += strcspn(line, "\n");
	}
	return true;
}

static void read_file(
	struct reading *reading, const char *file, struct text *bytes, struct settings *settings)
{
	reading_begin(reading, file, NULL, 0);
	if (files_read(reading, FILE_NEEDED, bytes, NULL) && !is_silent(bytes)) {
		reading_begin(reading, file, bytes->bytes, bytes->length);
		const struct node *root = tree_read(reading);
		if (root)
			take(reading, root, settings);
	}
	reading_end(reading);
}

bool reader_read_settings(const char *file, struct settings *settings, struct fault_list *faults)
{
	struct arena scratch;
	struct text bytes;
	struct settings read;
	size_t before = faults->count;
	struct reading reading = {.keep = &scratch,
		.scratch = &scratch,
		.faults = faults,
		.limit = before + FAULT_LIMIT};
	arena_init(&scratch);
	text_init(&bytes);
	settings_init(&read);
	read_file(&reading, file, &bytes, &read);
	text_destroy(&bytes);
	arena_destroy(&scratch);
	if (faults->count > before) {
		settings_destroy(&read);
		return false;
	}
	settings_destroy(settings);
	*settings = read;
	return true;
}
