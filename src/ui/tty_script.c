#include "tty_script.h"

#include "languages.h"

#include "screener/memory.h"

#include <limits.h>
#include <linux/kd.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

/* There is one terminal. */
static bool shown[SCRIPT_COUNT];

static bool has_in_encoding(uint32_t letter)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};
	return languages_is_utf8() || wcrtomb(bytes, (wchar_t)letter, &state) != (size_t)-1;
}

static bool is_console(void)
{
	const char *type = getenv("TERM");
	return type && strncmp(type, "linux", strlen("linux")) == 0;
}

/* Returns what the console's font has, to be freed, and how much that is. NULL where the console is
 * not here but at the other end of a connection, and cannot be asked. */
static struct unipair *read_font(int output, unsigned short *count)
{
	struct unimapdesc map = {0};
	/* It fails, and says how many there are. */
	ioctl(output, GIO_UNIMAP, &map);
	*count = map.entry_ct;
	if (map.entry_ct == 0)
		return NULL;
	map.entries = memory_new(map.entry_ct, sizeof *map.entries);
	if (ioctl(output, GIO_UNIMAP, &map) == 0)
		return map.entries;
	free(map.entries);
	return NULL;
}

static bool has_in_font(const struct unipair *font, unsigned short count, uint32_t letter)
{
	for (unsigned short i = 0; font && i < count; i++)
		if (font[i].unicode == letter)
			return true;
	return false;
}

void tty_script_start(int output)
{
	unsigned short count = 0;
	bool console = is_console();
	struct unipair *font = console ? read_font(output, &count) : NULL;
	for (int i = 0; i < SCRIPT_COUNT; i++) {
		uint32_t letter = script_sample((enum script)i);
		shown[i] = (letter == 0 || has_in_encoding(letter)) &&
			   (!console || has_in_font(font, count, letter));
	}
	shown[SCRIPT_LATIN] = true;
	shown[SCRIPT_OTHER] = shown[SCRIPT_OTHER] && languages_is_utf8();
	shown[SCRIPT_CHINESE] = shown[SCRIPT_CHINESE] && !console;
	free(font);
}

bool tty_shows_script(enum script script)
{
	return shown[script];
}
