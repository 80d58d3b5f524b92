#include "settings.h"

#include "reader_settings.h"

#include "screener/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void settings_init(struct settings *settings)
{
	*settings = (struct settings){.hide_after = SETTINGS_HIDE_AFTER};
}

void settings_destroy(struct settings *settings)
{
	free(settings->language);
	settings_init(settings);
}

/* Makes the path of the settings in a folder. Returns whether there are any; a folder that may not
 * be looked into has none. */
static bool try(struct text *path, const char *folder, size_t length)
{
	struct stat status;
	/* Relative ones are invalid, the specification says. */
	if (length == 0 || *folder != '/')
		return false;
	text_clear(path);
	text_add_bytes(path, folder, length);
	text_add(path, "/iom-screener/settings.yaml");
	return stat(path->bytes, &status) == 0;
}

static bool try_own(struct text *path)
{
	const char *folder = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");
	if (folder && *folder == '/')
		return try(path, folder, strlen(folder));
	if (!home)
		return false;
	struct text inside;
	text_init(&inside);
	text_format(&inside, "%s/.config", home);
	bool found = try(path, inside.bytes, inside.length);
	text_destroy(&inside);
	return found;
}

static bool try_shared(struct text *path)
{
	const char *folders = getenv("XDG_CONFIG_DIRS");
	if (!folders || !*folders)
		folders = "/etc/xdg";
	while (*folders) {
		size_t length = strcspn(folders, ":");
		if (try(path, folders, length))
			return true;
		folders += length + (folders[length] == ':');
	}
	return false;
}

bool settings_find(struct settings *settings, struct fault_list *faults)
{
	struct text path;
	bool fine = true;
	text_init(&path);
	if (try_own(&path) || try_shared(&path))
		fine = reader_read_settings(path.bytes, settings, faults);
	text_destroy(&path);
	return fine;
}
