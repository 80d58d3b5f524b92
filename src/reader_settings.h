/* Settings, from a file with a mapping. */
#ifndef READER_SETTINGS_H
#define READER_SETTINGS_H

#include "reader.h"
#include "settings.h"

#include <stdbool.h>

/* Replaces the settings by what the file says; a file of nothing but comments is fine. Returns
 * false with `faults` added to, and leaves the settings alone, where anything is wrong. */
bool reader_read_settings(const char *file, struct settings *settings, struct fault_list *faults)
	__attribute__((warn_unused_result));

#endif
