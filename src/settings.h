/* The settings: what the people at this machine prefer, from settings.yaml; nothing about a client.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stdbool.h>

struct fault_list;

enum theme_choice {
	THEME_CHOICE_AUTO, /* as the terminal has it */
	THEME_CHOICE_LIGHT,
	THEME_CHOICE_DARK,
	THEME_CHOICE_CONTRAST,
	THEME_CHOICE_COUNT
};

/* Who puts text from right to left in order on the screen. */
enum order_choice {
	ORDER_CHOICE_AUTO, /* the wizard, unless the terminal is known to do it in any case */
	ORDER_CHOICE_WIZARD,
	ORDER_CHOICE_TERMINAL,
	ORDER_CHOICE_COUNT
};

/* Minutes without a key until the screen hides; 0: it never does so by itself. */
enum { SETTINGS_HIDE_AFTER = 5, SETTINGS_HIDE_AFTER_LIMIT = 24 * 60 };

struct settings {
	char *language; /* as --language has it; NULL: the locale's */
	enum theme_choice theme;
	enum order_choice order;
	unsigned hide_after;
};

/* What holds where nothing is said. */
void settings_init(struct settings *settings);
void settings_destroy(struct settings *settings);

/*
 * Reads the user's own iom-screener/settings.yaml, in $XDG_CONFIG_HOME or ~/.config, or else the
 * first that $XDG_CONFIG_DIRS or /etc/xdg has, as the XDG Base Directory Specification says it;
 * none is fine. Returns false with everything that is wrong added to `faults`, and leaves the
 * settings alone.
 */
bool settings_find(struct settings *settings, struct fault_list *faults)
	__attribute__((warn_unused_result));

#endif
