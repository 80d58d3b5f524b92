/* The formats in which a summary can be written. */
#ifndef FORMAT_H
#define FORMAT_H

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_PDF, FORMAT_COUNT };

#endif
