/* The summary in a file: its name, whether to replace one, and where it is now. */
#include "screen.h"

#include "deliver.h"
#include "gettext.h"
#include "languages.h"
#include "speakers.h"

#include <stdlib.h>
#include <sys/stat.h>

static const struct screen screen_saved;

/* The name proposed says nothing of what is in it, nor of whom. */
static void begin(struct ui *ui, bool paper)
{
	bool other = ui->paper.saves != paper;
	ui->paper.saves = paper;
	if (other || ui->file_name.text.length == 0)
		edit_set(&ui->file_name, paper ? _("document.pdf") : _("summary.txt"));
	text_clear(&ui->message);
}

static void enter(struct ui *ui)
{
	begin(ui, false);
}

static void enter_paper(struct ui *ui)
{
	begin(ui, true);
}

static void leave(struct ui *ui)
{
	text_clear(&ui->message);
}

static void draw(struct ui *ui, const struct area *area)
{
	int row = area->top, end = area->top + area->rows;
	row += paint_paragraph(area, row, 2, THEME_STRONG, _("Save the summary in a file"));
	row += paint_paragraph(
		area, row, 3, THEME_PLAIN, _("Only this account can read the file."));
	paint_text(++row, area->left, area->columns, THEME_PLAIN, _("Name of the file:"));
	paint_field(++row, area->left, area->columns, &ui->file_name, true);
	row += 2;
	paint_paragraph(area, row, end - row, THEME_FAULT, ui->message.bytes);
}

static void press(struct ui *ui, const struct press *press)
{
	bool changed;
	if (edit_press(&ui->file_name, press->key, &changed))
		text_clear(&ui->message);
}

/* The name in the locale's encoding, as the file system gets it. */
static void add_path(const struct ui *ui, struct text *path)
{
	languages_add_encoded(path, ui->file_name.text.bytes);
}

static void write_file(struct ui *ui)
{
	struct error error;
	struct text path;
	error_init(&error);
	text_init(&path);
	add_path(ui, &path);
	const struct delivery delivery = {.format = ui->paper.saves ? FORMAT_PDF : FORMAT_TEXT,
		.edition = ui->paper.saves ? screen_paper_edition(ui) : EDITION_STAFF,
		.client_language = speakers_client(),
		.file = path.bytes,
		.moment = ui->settings->moment};
	if (deliver_summary(ui->interview, &delivery, &error)) {
		ui->saved = true;
		screen_pop(ui);
		screen_push(ui, &screen_saved);
	} else {
		text_clear(&ui->message);
		/* TRANSLATORS: what went wrong, as a sentence. */
		text_format(&ui->message, _("%s."), error.text);
	}
	text_destroy(&path);
}

static bool look_up(
	const struct ui *ui, int (*look)(const char *, struct stat *), struct stat *status)
{
	struct text path;
	text_init(&path);
	add_path(ui, &path);
	bool found = look(path.bytes, status) == 0;
	text_destroy(&path);
	return found;
}

static bool is_folder(const struct ui *ui)
{
	struct stat status;
	return look_up(ui, stat, &status) && S_ISDIR(status.st_mode);
}

static bool is_there(const struct ui *ui)
{
	struct stat status;
	return look_up(ui, lstat, &status) && !S_ISCHR(status.st_mode);
}

static void save(struct ui *ui)
{
	text_clear(&ui->message);
	if (ui->file_name.text.length == 0)
		text_add(&ui->message, _("Type a name for the file."));
	else if (is_folder(ui))
		text_format(&ui->message, _("%s is a folder. Type a name for a file."),
			ui->file_name.text.bytes);
	else if (is_there(ui))
		screen_push(ui, &screen_replace);
	else
		write_file(ui);
}

static const struct key keys[] = {
	{PRESS_NONE, N_("Letters Left Right Backspace Del"), N_("Letters"), N_("Name"), NULL, NULL},
	{PRESS_ENTER, N_("Enter"), NULL, N_("Save"), save, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

const struct screen screen_save = {
	.name = "save",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter,
	.leave = leave,
	.draw = draw,
	.press = press,
};

const struct screen screen_save_paper = {
	.name = "save-paper",
	.keys = keys,
	.key_count = sizeof keys / sizeof keys[0],
	.enter = enter_paper,
	.leave = leave,
	.draw = draw,
	.press = press,
};

static void draw_replace(struct ui *ui, const struct area *area)
{
	struct text words;
	text_init(&words);
	text_format(&words, _("There is something with the name %s already. Replace it?"),
		ui->file_name.text.bytes);
	int rows = paint_paragraph(area, area->top, area->rows, THEME_STRONG, words.bytes);
	paint_cursor(area->top + rows, area->left);
	text_destroy(&words);
}

static void replace(struct ui *ui)
{
	screen_pop(ui);
	write_file(ui);
}

static const struct key replace_keys[] = {
	{PRESS_ENTER, N_("Enter"), NULL, N_("Replace"), replace, NULL},
	{PRESS_NONE, N_("Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
};

const struct screen screen_replace = {
	.name = "replace",
	.keys = replace_keys,
	.key_count = sizeof replace_keys / sizeof replace_keys[0],
	.draw = draw_replace,
};

/* With the whole path, so that the file is found again. */
static void draw_saved(struct ui *ui, const struct area *area)
{
	struct text path, words;
	text_init(&path);
	text_init(&words);
	add_path(ui, &path);
	char *whole = realpath(path.bytes, NULL);
	text_format(
		&words, _("The summary is saved in %s."), whole ? whole : ui->file_name.text.bytes);
	int rows = paint_paragraph(area, area->top, area->rows, THEME_STRONG, words.bytes);
	paint_cursor(area->top + rows, area->left);
	free(whole);
	text_destroy(&words);
	text_destroy(&path);
}

static const struct key saved_keys[] = {
	{PRESS_NONE, N_("Enter Esc F3"), NULL, N_("Back"), NULL, NULL},
	{PRESS_ENTER, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_ESCAPE, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F3, NULL, NULL, NULL, screen_pop, NULL},
	{PRESS_F9, N_("F9"), NULL, N_("Hide"), screen_push_hidden, NULL},
	{PRESS_F10, N_("F10"), NULL, N_("Stop"), screen_push_stop, NULL},
};

static const struct screen screen_saved = {
	.name = "saved",
	.keys = saved_keys,
	.key_count = sizeof saved_keys / sizeof saved_keys[0],
	.draw = draw_saved,
};
