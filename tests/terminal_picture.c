#include "terminal_private.h"
#include "terminal_screen.h"
#include "terminal_svg.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tests' data; the build says where. */
#ifndef SCREENER_TEST_DATA
#define SCREENER_TEST_DATA "data"
#endif

/* Returns owned. */
static char *path_of(const char *folder, const char *name, const char *kind)
{
	struct text path;
	text_init(&path);
	text_format(&path, "%s/%s/%s.%s", SCREENER_TEST_DATA, folder, name, kind);
	return text_take(&path);
}

/* Returns owned; NULL where there is no picture yet. */
static char *load(const char *path)
{
	char bytes[4096];
	struct text text;
	size_t length;
	FILE *file = fopen(path, "re");
	if (!file)
		return NULL;
	text_init(&text);
	while ((length = fread(bytes, 1, sizeof bytes, file)) > 0)
		text_add_bytes(&text, bytes, length);
	fclose(file);
	return text_take(&text);
}

static bool save(const char *path, const char *screen)
{
	FILE *file = fopen(path, "we");
	bool written = file && fputs(screen, file) >= 0;
	if (file && fclose(file) != 0)
		written = false;
	if (!written)
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
	return written;
}

static bool compare(const char *path, const char *screen)
{
	char *picture = load(path);
	bool same = picture && strcmp(picture, screen) == 0;
	if (!same)
		fprintf(stderr, "%s\n--- expected\n%s--- shown\n%s---\n", path,
			picture ? picture : "(no such picture)\n", screen);
	free(picture);
	return same;
}

/* Takes both. */
static bool expect(char *path, char *screen)
{
	const char *update = getenv("SCREENS_UPDATE");
	bool same = update && strcmp(update, "1") == 0 ? save(path, screen) : compare(path, screen);
	free(path);
	free(screen);
	return same;
}

static bool is_complete(struct terminal *terminal)
{
	terminal_drain(terminal);
	return terminal->ended || terminal_wait_idle(terminal) || terminal->ended;
}

bool terminal_expect_screen(struct terminal *terminal, const char *name)
{
	return is_complete(terminal) &&
	       expect(path_of("screens", name, "txt"), terminal_screen(terminal));
}

bool terminal_expect_picture(struct terminal *terminal, const char *name, const char *title)
{
	return is_complete(terminal) &&
	       expect(path_of("pictures", name, "svg"), terminal_svg(terminal, title));
}
