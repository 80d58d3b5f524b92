/* What --help shows, for each command. */
#ifndef HELP_H
#define HELP_H

/* gettext messages. */
extern const char help_wizard[];
extern const char help_summary[];
extern const char help_batch[];
extern const char help_check[];
extern const char help_diff[];

#endif
